//! What reading gives back.

use crate::{
    bundle::limits::Limits,
    model::{article::Article, bundle::Warning},
};

/// What was read, in the order of the paths and, in a folder, of the names.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    pub articles: Vec<Article>,
    pub warnings: Vec<Warning>,
    /// What it was read from, see `bundle::contents`; `None` where not all was read, or from
    /// standard input.
    pub contents: Option<[u8; 32]>,
}

impl Loaded {
    /// Notes that something could not be read and was left out.
    pub fn skip(&mut self, file: impl Into<String>, message: impl Into<String>) {
        self.warnings.push(Warning {
            file: file.into(),
            message: message.into(),
            skipped: true,
        });
    }

    /// Whether one more article may be read; says so once where not.
    pub fn has_room(&mut self, limits: &Limits) -> bool {
        let room = self.articles.len() < limits.articles;
        let told = |it: &Warning| it.file.is_empty();
        if !room && !self.warnings.iter().any(told) {
            self.skip(
                "",
                format!("only the first {} articles were read", limits.articles),
            );
        }
        room
    }
}
