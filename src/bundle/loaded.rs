//! What reading gives back, and the account of how much may still be read.

use crate::model::{article::Article, bundle::Warning, limits::Limits};

/// What was read, in the order of the paths and, in a folder, of the names.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    pub articles: Vec<Article>,
    pub warnings: Vec<Warning>,
    /// What it was read from, see `bundle::contents`; `None` where nobody asked, not all was
    /// read, or from standard input.
    pub contents: Option<[u8; 32]>,
    pub(crate) limits: Limits,
    /// Bytes of the articles' texts.
    bytes: usize,
    /// Whether it was said that a limit on the whole is reached.
    full: bool,
    /// Warnings that are counted and not kept.
    uncounted: usize,
}

/// The name under which it is told that a limit on the whole is reached.
const WHOLE: &str = "all files";

impl Loaded {
    /// Nothing yet.
    pub(crate) fn within(limits: &Limits) -> Self {
        Self {
            limits: *limits,
            ..Self::default()
        }
    }

    /// Notes that something could not be read and was left out.
    pub fn skip(&mut self, file: impl Into<String>, message: impl Into<String>) {
        if self.limits.warnings <= self.warnings.len() {
            self.uncounted += 1;
            return;
        }
        self.tell(file.into(), message.into());
    }

    fn tell(&mut self, file: String, message: String) {
        self.warnings.push(Warning {
            file,
            message,
            skipped: true,
        });
    }

    /// Adds an article for which there is room.
    pub(crate) fn add(&mut self, article: Article) {
        self.bytes += article.text().len();
        self.articles.push(article);
    }

    /// Adds what was read elsewhere, as far as there is room; whether there was.
    pub(crate) fn append(&mut self, part: Loaded) -> bool {
        for it in part.warnings.into_iter().filter(|it| it.file != WHOLE) {
            match it.skipped {
                true => self.skip(it.file, it.message),
                false => self.warnings.push(it),
            }
        }
        self.uncounted += part.uncounted;
        for article in part.articles {
            if !self.has_room(0, article.text().len()) {
                return false;
            }
            self.add(article);
        }
        !part.full || self.has_room(0, usize::MAX / 2)
    }

    /// Whether one more article may be read beside so many that are read and not added yet; says
    /// once where not.
    pub(crate) fn has_room(&mut self, beside: usize, bytes: usize) -> bool {
        let limits = &self.limits;
        let many = limits.articles <= self.articles.len() + beside;
        let large = limits.total_bytes() < self.bytes + bytes;
        let told = match (many, large) {
            (true, _) => format!(
                "more than {} articles: the rest was not read (limits.articles)",
                limits.articles
            ),
            (_, true) => format!(
                "more than {} MiB of text: the rest was not read (limits.total_mib)",
                limits.total_mib
            ),
            _ => return true,
        };
        if !std::mem::replace(&mut self.full, true) {
            self.tell(WHOLE.to_string(), told);
        }
        false
    }

    /// Once all is read: says how many warnings were not kept.
    pub(crate) fn finished(mut self) -> Self {
        if 0 < self.uncounted {
            let told = format!(
                "{} more could not be read (limits.warnings: only the first {} are named)",
                self.uncounted, self.limits.warnings
            );
            self.tell("other files or lines".to_string(), told);
        }
        self
    }
}
