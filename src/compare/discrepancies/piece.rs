//! A quotation, or the part of it that stands in one sentence, with its words.

use std::ops::Range;

use crate::{
    compare::discrepancies::{found::Mark, page::Told, vocabulary::Word},
    text::{span::Span, token::Token},
};

/// A quotation, or the part of it that stands in one sentence.
pub struct Piece<'a> {
    pub told: &'a Told<'a>,
    pub words: Range<usize>,
    /// Whether the quotation begins with it: if not, what is missing before it was left out.
    pub opens: bool,
    /// Whether the quotation ends with it.
    pub closes: bool,
}

impl<'a> Piece<'a> {
    /// What a sentence has of a quotation.
    pub fn new(told: &'a Told<'a>, quoted: Span) -> Self {
        Self {
            told,
            words: told.covered(quoted),
            opens: quoted.start() > 0,
            closes: quoted.end() < told.text.len(),
        }
    }

    /// Its words.
    pub fn words(&self) -> &[Token] {
        &self.told.words[self.words.clone()]
    }

    /// Its words without their case.
    pub fn forms(&self) -> Vec<u32> {
        self.vocabulary().iter().map(|it| it.form).collect()
    }

    /// Its words by their numbers.
    pub fn vocabulary(&self) -> &[Word] {
        &self.told.forms[self.words.clone()]
    }

    /// Whether it begins within the sentence of whoever quotes it: they "will fight", he said.
    pub fn is_phrase(&self) -> bool {
        self.opens && self.words().first().is_some_and(|it| !it.capital)
    }

    /// Where a shorter one stands in it, in words.
    pub fn position(&self, part: &Piece<'_>) -> Option<Range<usize>> {
        let (own, other) = (self.forms(), part.forms());
        let shorter = !other.is_empty() && other.len() < own.len();
        let mut runs = own.windows(other.len().max(1));
        let at = runs.position(|it| it == other).filter(|_| shorter)?;
        Some(at..at + other.len())
    }

    /// A reading of some of its words, which is one with all others of the same words.
    pub fn mark(&self, words: Range<usize>) -> Mark {
        let first = self.words.start;
        Mark::of_words(self.told, &(first + words.start..first + words.end))
    }

    /// From the first to the last of some of its words, in the sentence.
    pub fn span(&self, words: &Range<usize>) -> Span {
        let all = self.words();
        let from = all
            .get(words.start)
            .or(all.last())
            .map_or(0, |it| it.span.start());
        let to = words
            .end
            .checked_sub(1)
            .and_then(|it| all.get(it))
            .map_or(from, |it| it.span.end());
        Span::new(from, to)
    }
}
