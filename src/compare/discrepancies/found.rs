//! What a rule hands over: readings that contradict one another, a place each.

use crate::{
    compare::discrepancies::page::Told,
    model::{comparison::DiscrepancyKind, index::Place},
    text::span::Span,
};

/// One reading at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub place: Place,
    /// In the article's text.
    pub span: Span,
    /// What makes two readings one: the value, not its spelling.
    pub key: String,
    /// The words as printed, as one line.
    pub text: String,
    /// Whether the key is a value that may be printed in other words elsewhere.
    pub valued: bool,
}

impl Mark {
    /// A reading of the words that a span of a sentence covers.
    pub fn new(told: &Told<'_>, span: Span, key: impl Into<String>) -> Self {
        Self {
            place: told.place,
            span: told.at(span),
            key: key.into(),
            text: told.said(span).into_owned(),
            valued: false,
        }
    }

    /// The same, as a value that may be printed in other words elsewhere.
    pub fn of_value(self) -> Self {
        Self {
            valued: true,
            ..self
        }
    }
}

/// Readings of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub kind: DiscrepancyKind,
    /// Whether the rule is one that may well take two things for one.
    pub soft: bool,
    pub marks: Vec<Mark>,
}

impl Found {
    /// Two readings that contradict each other.
    pub fn pair(kind: DiscrepancyKind, a: Mark, b: Mark) -> Self {
        Self {
            kind,
            soft: false,
            marks: vec![a, b],
        }
    }

    /// The same, by a rule that may take two things for one.
    pub fn softly(self) -> Self {
        Self { soft: true, ..self }
    }
}
