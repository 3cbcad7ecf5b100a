//! What a note hangs on: words with what stands around them, and where they stand in what is open.

use crate::{
    model::index::{ArticleIx, SentenceIx},
    text::span::Span,
};

/// An article by its names and by what it says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cited {
    /// The outlet.
    pub source: String,
    /// The headline, or the file's name where there is none.
    pub title: String,
    /// The path as shown to the user.
    pub file: String,
    pub url: Option<String>,
    /// As `model::date::Stamp` prints it.
    pub published: Option<String>,
    /// SHA-256 of the article's sentences, each as one line: the same in every file format.
    pub hash: String,
}

impl Cited {
    /// The headline; empty where there is none.
    pub fn headline(&self) -> &str {
        match self.title == self.file {
            true => "",
            false => &self.title,
        }
    }
}

/// One sentence, or a run of sentences, in one article, in words that outlive the bundle: a
/// TextQuoteSelector and TextPositionSelector of the W3C Web Annotation Data Model.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Target {
    /// The article that they stand in.
    pub article: Cited,
    /// Bytes of the article's text.
    pub span: Span,
    /// The same stretch in characters (Unicode scalar values) of the article's text.
    pub chars: Span,
    /// The sentences, each as one line, with a blank between.
    pub exact: String,
    /// What stands before, in the same form, cut to whole words.
    pub prefix: String,
    /// What stands after.
    pub suffix: String,
    /// How often the article held these very words when the note was made; at least 1.
    pub copies: usize,
}

/// A run of sentences of one article of a bundle, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Passage {
    pub article: ArticleIx,
    pub first: SentenceIx,
    pub last: SentenceIx,
}
