//! One article laid out at a width: a row a line on screen.
//!
//! Each sentence begins a row of its own, so that its signs stand beside it and beside nothing
//! else; a blank row parts paragraphs. Cost: one pass over the article, once per width.

use crate::{
    geometry::wrap,
    model::{
        article::{Article, Role, Sentence},
        index::SentenceIx,
    },
    text::span::Span,
};

/// A row of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// Between paragraphs.
    Gap,
    /// Part of a sentence: bytes of the sentence as one line.
    Text {
        sentence: SentenceIx,
        span: Span,
        first: bool,
    },
}

/// An article as rows.
#[derive(Debug, Default)]
pub struct Page {
    width: u16,
    said: Vec<Box<str>>,
    rows: Vec<Row>,
    /// Where each sentence begins, and one past the last.
    first: Vec<usize>,
}

impl Page {
    /// `width` in columns of text.
    pub fn lay(article: &Article, width: u16) -> Self {
        let mut page = Page {
            width,
            ..Page::default()
        };
        let mut before: Option<&Sentence> = None;
        for (ix, sentence) in article.places() {
            if before.is_some_and(|it| parted(it, sentence)) {
                page.rows.push(Row::Gap);
            }
            before = Some(sentence);
            page.push(ix, article.said(ix).into());
        }
        page.first.push(page.rows.len());
        page
    }

    fn push(&mut self, sentence: SentenceIx, said: Box<str>) {
        self.first.push(self.rows.len());
        for (at, span) in wrap::rows(&said, self.width).into_iter().enumerate() {
            self.rows.push(Row::Text {
                sentence,
                span,
                first: at == 0,
            });
        }
        self.said.push(said);
    }

    pub fn width(&self) -> u16 {
        self.width
    }

    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// How many sentences it holds.
    pub fn len(&self) -> usize {
        self.said.len()
    }

    pub fn is_empty(&self) -> bool {
        self.said.is_empty()
    }

    /// A sentence as one line.
    pub fn said(&self, sentence: SentenceIx) -> &str {
        self.said
            .get(sentence.0)
            .map(|it| &**it)
            .unwrap_or_default()
    }

    /// The row on which a sentence begins.
    pub fn first_row(&self, sentence: SentenceIx) -> usize {
        self.first.get(sentence.0).copied().unwrap_or_default()
    }

    /// The row on which a sentence ends.
    pub fn last_row(&self, sentence: SentenceIx) -> usize {
        let next = self.first.get(sentence.0 + 1).copied().unwrap_or_default();
        let last = (self.first_row(sentence)..next)
            .rev()
            .find(|row| self.rows.get(*row) != Some(&Row::Gap));
        last.unwrap_or(self.first_row(sentence))
    }

    /// The sentence on a row, or the one before a gap; the last one past the end.
    pub fn sentence_at(&self, row: usize) -> SentenceIx {
        let begun = self.first.partition_point(|first| *first <= row);
        SentenceIx(begun.saturating_sub(1).min(self.len().saturating_sub(1)))
    }

    /// The furthest that a window of `height` rows can be scrolled.
    pub fn last_top(&self, height: usize) -> usize {
        self.rows.len().saturating_sub(height)
    }
}

/// Items of one list and rows of one table follow each other without a gap.
fn parted(before: &Sentence, after: &Sentence) -> bool {
    let listed = |it: &Sentence| matches!(it.role, Role::List | Role::Table);
    before.paragraph != after.paragraph
        && !(before.role == after.role && listed(before) && listed(after))
}
