//! One article as it was read: its text, what is a sentence in it, and what was set aside.
//!
//! The text is kept whole and safe to show (see `text::safe`); sentences and dropped parts point
//! into it. A sentence may hold line breaks where the file was hard-wrapped: `Article::said`
//! gives it as one line.

use std::{borrow::Cow, sync::Arc};

use crate::{
    model::{date::Stamp, index::SentenceIx},
    text::{safe, span::Span},
};

/// What a sentence is in its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    Headline,
    Dek,
    Body,
    Heading,
    List,
    Caption,
    Table,
}

impl Role {
    /// All of them, in the order in which caches number them.
    pub const ALL: [Self; 7] = [
        Self::Headline,
        Self::Dek,
        Self::Body,
        Self::Heading,
        Self::List,
        Self::Caption,
        Self::Table,
    ];

    /// Whether sentences of this role tell something: only they can be "only here".
    pub fn tells(self) -> bool {
        matches!(self, Role::Headline | Role::Dek | Role::Body | Role::List)
    }

    /// As reports print it.
    pub fn name(self) -> &'static str {
        match self {
            Role::Headline => "headline",
            Role::Dek => "dek",
            Role::Body => "body",
            Role::Heading => "heading",
            Role::List => "list",
            Role::Caption => "caption",
            Role::Table => "table",
        }
    }
}

/// A sentence, a heading, a caption, an item of a list or a row of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub span: Span,
    /// Counts from 0; headline and dek are paragraphs of their own.
    pub paragraph: u32,
    pub role: Role,
}

/// Why a part of the text is no part of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// Front matter, dates, bylines, section labels, reading times.
    Metadata,
    /// A table of contents.
    Contents,
    /// Comment prompts, related articles, share lines, keyword lists.
    Boilerplate,
    /// A leftover of a text generator.
    Generated,
}

impl Why {
    pub const ALL: [Self; 4] = [
        Self::Metadata,
        Self::Contents,
        Self::Boilerplate,
        Self::Generated,
    ];

    /// As reports print it.
    pub fn name(self) -> &'static str {
        match self {
            Why::Metadata => "metadata",
            Why::Contents => "contents",
            Why::Boilerplate => "boilerplate",
            Why::Generated => "generated",
        }
    }
}

/// A part of the text that is not shown among the sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dropped {
    pub span: Span,
    pub why: Why,
}

/// Something about an article that its reader should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// One of [`Doubt::KINDS`].
    pub kind: &'static str,
    pub span: Span,
    pub message: String,
}

impl Doubt {
    pub const GENERATED: &'static str = "generated-text";
    pub const CONTROLS: &'static str = "control-characters";
    pub const DECODED: &'static str = "decoded";
    pub const UNDATED: &'static str = "undated";
    pub const REPEATED: &'static str = "repeated-field";

    /// All of them, in the order in which caches number them.
    pub const KINDS: [&'static str; 5] = [
        Self::GENERATED,
        Self::CONTROLS,
        Self::DECODED,
        Self::UNDATED,
        Self::REPEATED,
    ];
}

/// What is told about an article beside its text. Every string is one line and safe to show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// The outlet.
    pub source: String,
    pub title: Option<String>,
    pub dek: Option<String>,
    pub byline: Option<String>,
    pub published: Option<Stamp>,
    pub url: Option<String>,
    /// A language tag such as `en`.
    pub language: Option<String>,
    /// The `story` field: articles that share it are one story.
    pub story: Option<String>,
}

/// What the sentences point into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpanOf {
    /// Offsets hold for the bytes of the file.
    File,
    /// Offsets hold for the text taken out of the file.
    Extracted,
}

/// An article, checked: see [`Article::new`]. A clone shares all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article(Arc<Held>);

/// What the clones of an article share.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Held {
    file: String,
    span_of: SpanOf,
    meta: Meta,
    text: String,
    sentences: Vec<Sentence>,
    dropped: Vec<Dropped>,
    doubts: Vec<Doubt>,
}

/// What cleaning found in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    pub sentences: Vec<Sentence>,
    pub dropped: Vec<Dropped>,
    pub doubts: Vec<Doubt>,
}

/// Words of an article without a headline by which it is called.
const FIRST_WORDS: usize = 8;

impl Article {
    /// `file` is the path as shown to the user, with a line number for one line of JSON Lines.
    /// Parts that do not fit the text, or overlap an earlier one, are left out: no span of an
    /// article ever points beside its text.
    pub fn new(file: String, span_of: SpanOf, meta: Meta, text: String, parts: Parts) -> Self {
        let mut sentences = parts.sentences;
        sentences.retain(|it| !it.span.is_empty() && it.span.fits(&text));
        sentences.sort_by_key(|it| it.span);
        let mut reached = 0;
        sentences.retain(|it| {
            let free = reached <= it.span.start();
            if free {
                reached = it.span.end();
            }
            free
        });
        let mut dropped = parts.dropped;
        dropped.retain(|it| it.span.fits(&text));
        dropped.sort_by_key(|it| it.span);
        let mut doubts = parts.doubts;
        doubts.retain(|it| it.span.fits(&text));
        Self(Arc::new(Held {
            file,
            span_of,
            meta,
            text,
            sentences,
            dropped,
            doubts,
        }))
    }

    /// The same article, its outlet under another name.
    pub fn named(mut self, source: &str) -> Self {
        Arc::make_mut(&mut self.0).meta.source = source.to_string();
        self
    }

    pub fn file(&self) -> &str {
        &self.0.file
    }

    pub fn span_of(&self) -> SpanOf {
        self.0.span_of
    }

    pub fn meta(&self) -> &Meta {
        &self.0.meta
    }

    /// The outlet's name.
    pub fn source(&self) -> &str {
        &self.0.meta.source
    }

    /// The headline, or the file's name where there is none.
    pub fn title(&self) -> &str {
        self.0.meta.title.as_deref().unwrap_or(&self.0.file)
    }

    /// The headline, or the first words where there is none: for people, who know no file names.
    pub fn headline(&self) -> Cow<'_, str> {
        if let Some(title) = &self.0.meta.title {
            return title.into();
        }
        let mut told = self.places().filter(|(_, it)| it.role.tells());
        let first = told.next().map(|(ix, _)| self.said(ix)).unwrap_or_default();
        let words: Vec<&str> = first.split(' ').collect();
        match words.len() {
            _ if first.is_empty() => self.title().into(),
            0..=FIRST_WORDS => format!("“{first}”").into(),
            _ => format!("“{} …”", words[..FIRST_WORDS].join(" ")).into(),
        }
    }

    pub fn text(&self) -> &str {
        &self.0.text
    }

    pub fn sentences(&self) -> &[Sentence] {
        &self.0.sentences
    }

    pub fn dropped(&self) -> &[Dropped] {
        &self.0.dropped
    }

    pub fn doubts(&self) -> &[Doubt] {
        &self.0.doubts
    }

    pub fn sentence(&self, ix: SentenceIx) -> Option<&Sentence> {
        self.0.sentences.get(ix.0)
    }

    /// The words of a sentence as one line, ready to show; empty where there is no such sentence.
    pub fn said(&self, ix: SentenceIx) -> Cow<'_, str> {
        self.sentence(ix)
            .map(|it| safe::one_line(it.span.of(&self.0.text)))
            .unwrap_or_default()
    }

    /// A stretch of a sentence, given in bytes of the text, in bytes of the sentence as one line.
    /// `None` where it does not lie inside the sentence.
    pub fn in_line(&self, ix: SentenceIx, span: Span) -> Option<Span> {
        let whole = self.sentence(ix)?.span;
        let inside = whole.start() <= span.start() && span.end() <= whole.end();
        let before = self.0.text.get(whole.start()..span.start())?;
        let words = self.0.text.get(span.range()).filter(|_| inside)?;
        let head = safe::one_line(before);
        let blank = before.ends_with(char::is_whitespace) && !head.is_empty();
        let start = head.len() + usize::from(blank);
        let found = Span::new(start, start + safe::one_line(words).len());
        found.fits(&self.said(ix)).then_some(found)
    }

    /// Every sentence with its index.
    pub fn places(&self) -> impl Iterator<Item = (SentenceIx, &Sentence)> {
        self.0
            .sentences
            .iter()
            .enumerate()
            .map(|(at, it)| (SentenceIx(at), it))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, span: (usize, usize), expected: Option<&str>) {
        let parts = Parts {
            sentences: vec![Sentence {
                span: Span::new(0, text.len()),
                paragraph: 0,
                role: Role::Body,
            }],
            ..Parts::default()
        };
        let file = "a.txt".to_string();
        let article = Article::new(file, SpanOf::File, Meta::default(), text.into(), parts);
        let found = article.in_line(SentenceIx(0), Span::new(span.0, span.1));
        let said = article.said(SentenceIx(0));
        assert_eq!(found.map(|it| it.of(&said)), expected);
    }

    #[test]
    fn a_stretch_is_found_in_the_sentence_as_one_line() {
        let text = "  All\n  eighty\n  passengers were saved.";
        check(text, (8, 14), Some("eighty"));
        check(text, (8, 27), Some("eighty passengers"));
        check(text, (2, 5), Some("All"));
        check(text, (8, 99), None);
    }
}
