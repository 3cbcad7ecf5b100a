//! An article as taken out of a file and not cleaned yet: its text, its fields as written, and
//! what the format itself says about parts of the text.

use crate::{
    bundle::{
        date,
        fields::{Field, Fields},
    },
    model::{
        article::{Doubt, Meta, Role, SpanOf, Why},
        date::Stamp,
    },
    text::{count::counted, outlet, safe, span::Span},
};

/// What a part of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    Is(Role),
    Drop(Why),
}

/// What the format says a part is: a title's value, a line of front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) span: Span,
    pub(crate) label: Label,
}

/// Before cleaning.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    /// The path as shown to the user.
    pub(crate) file: String,
    pub(crate) span_of: SpanOf,
    pub(crate) fields: Fields,
    /// Sanitised: see [`Draft::new`].
    pub(crate) text: String,
    /// Sorted, before `body`.
    pub(crate) known: Vec<Known>,
    /// Where the text begins that is still to be judged, in bytes.
    pub(crate) body: usize,
    /// Whether single `*` and `_` are markup.
    pub(crate) markdown: bool,
    pub(crate) doubts: Vec<Doubt>,
}

impl Draft {
    /// Makes the text safe to show, and doubts it where that was needed.
    pub(crate) fn new(file: String, span_of: SpanOf, text: String) -> Self {
        let (text, count) = safe::sanitised(text);
        const ONE: &str = "control, hidden or piled-up character was made harmless";
        const MANY: &str = "control, hidden or piled-up characters were made harmless";
        let doubts = (0 < count).then(|| Doubt {
            kind: Doubt::CONTROLS,
            span: Span::new(0, 0),
            message: counted(count, ONE, MANY),
        });
        Self {
            file,
            span_of,
            fields: Fields::default(),
            text,
            known: Vec::new(),
            body: 0,
            markdown: false,
            doubts: doubts.into_iter().collect(),
        }
    }

    /// Has the article tell how its bytes were read, where it was not as UTF-8.
    pub(crate) fn read_as(&mut self, encoding: &str) {
        self.doubts.push(Doubt {
            kind: Doubt::DECODED,
            span: Span::default(),
            message: format!("read as {encoding}: the file is not UTF-8"),
        });
    }

    pub(crate) fn has(&self, role: Role) -> bool {
        self.known.iter().any(|it| it.label == Label::Is(role))
    }

    /// The fields, checked: single lines, safe to show.
    pub(crate) fn meta(&self) -> Meta {
        let line = |field| self.fields.get(field).and_then(shown);
        let source = line(Field::Source);
        // Some programs give the page's address as its source.
        let page = |it: &&String| {
            it.starts_with("http") && 3 < it.trim_end_matches('/').split('/').count()
        };
        let url = line(Field::Url).or_else(|| source.as_ref().filter(page).cloned());
        let host = || url.as_deref().and_then(outlet::of_url);
        Meta {
            source: source
                .map(|it| outlet::of_url(&it).unwrap_or(it))
                .or_else(host)
                .unwrap_or_else(|| outlet::of_file(&self.file)),
            title: line(Field::Title),
            dek: line(Field::Dek),
            byline: line(Field::Byline).map(|it| without_by(&it)),
            published: self.published(),
            url,
            language: line(Field::Language).map(|it| it.to_lowercase()),
            story: line(Field::Story),
        }
    }

    /// What is told of the date of an article of which no day is known, where one stands there.
    pub(crate) fn undated(&self) -> Option<Doubt> {
        let written = self.fields.get(Field::Date).and_then(shown)?;
        Some(Doubt {
            kind: Doubt::UNDATED,
            span: Span::default(),
            message: format!("its date is not understood: {}", beginning(&written)),
        })
    }

    /// What is told where a field is there twice.
    pub(crate) fn repeated(&self) -> Option<Doubt> {
        let name = self.fields.repeated?.name();
        Some(Doubt {
            kind: Doubt::REPEATED,
            span: Span::default(),
            message: format!("{name} is given twice, and not alike: the first was read"),
        })
    }

    fn published(&self) -> Option<Stamp> {
        self.fields.get(Field::Date).and_then(date::parse)
    }
}

/// The first letters of a value, for a message.
fn beginning(value: &str) -> String {
    const SHOWN: usize = 60;
    match value.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", &value[..at]),
        None => value.to_string(),
    }
}

/// One safe line; `None` where nothing is left.
pub(crate) fn shown(value: &str) -> Option<String> {
    let (safe, _) = safe::sanitised(value.to_string());
    let line = safe::one_line(&safe);
    (!line.is_empty()).then(|| line.into_owned())
}

/// "By Ana Roe" is Ana Roe.
pub(crate) fn without_by(byline: &str) -> String {
    let rest = byline.get(..3).filter(|it| it.eq_ignore_ascii_case("by "));
    byline[rest.map_or(0, str::len)..].trim().to_string()
}
