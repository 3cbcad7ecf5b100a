//! What a rule hands over: readings that contradict one another, a place each.

use std::{collections::BTreeSet, ops::Range};

use crate::{
    compare::discrepancies::page::Told,
    model::{
        comparison::{Differs, DiscrepancyKind},
        index::{ArticleIx, Place},
    },
    text::{name, span::Span},
};

/// Whether two readings stand in different articles.
pub fn stand_apart(marks: &[Mark]) -> bool {
    let all: BTreeSet<(&str, ArticleIx)> = marks
        .iter()
        .map(|it| (it.key.as_str(), it.place.article))
        .collect();
    // Of one reading there is nothing to compare, however often it stands there.
    let keys: BTreeSet<&str> = all.iter().map(|it| it.0).collect();
    let articles: BTreeSet<ArticleIx> = all.iter().map(|it| it.1).collect();
    let apart = |x: &(&str, ArticleIx), y: &(&str, ArticleIx)| x.0 != y.0 && x.1 != y.1;
    1 < keys.len() && 1 < articles.len() && all.iter().any(|x| all.iter().any(|y| apart(x, y)))
}

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
    /// Whether it is told beside what it differs from only: the same words may sum up much else, so
    /// two findings are not one for having them in common.
    pub aside: bool,
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
            aside: false,
        }
    }

    /// A reading of some words, by index, which are one reading where they are the same.
    pub fn of_words(told: &Told<'_>, words: &Range<usize>) -> Self {
        let forms = told.words[words.clone()].iter().map(|it| &*it.normal);
        let key = forms.collect::<Vec<_>>().join(" ");
        Self::new(told, name::span(&told.words, words), key)
    }

    /// The same, as words that do not make two findings one.
    pub fn aside(self) -> Self {
        Self {
            aside: true,
            ..self
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
    pub differs: Differs,
    /// Whether the quotation marks are what differs: the readings' texts have them or not.
    pub in_marks: bool,
    pub marks: Vec<Mark>,
}

impl Found {
    /// Readings that surely contradict one another.
    pub fn new(kind: DiscrepancyKind, marks: Vec<Mark>) -> Self {
        Self {
            kind,
            soft: false,
            differs: Differs::Surely,
            in_marks: false,
            marks,
        }
    }

    /// Two readings that contradict each other.
    pub fn pair(kind: DiscrepancyKind, a: Mark, b: Mark) -> Self {
        Self::new(kind, vec![a, b])
    }

    /// The same, by a rule that may take two things for one.
    pub fn softly(self) -> Self {
        Self { soft: true, ..self }
    }

    /// Words that one sentence has in quotation marks and the other without.
    pub fn in_marks(kind: DiscrepancyKind, quoted: Mark, bare: Mark) -> Self {
        // The words are the same: the marks are what differs.
        let quoted = Mark {
            text: format!("“{}”", quoted.text),
            ..quoted
        };
        let found = Self::pair(kind, quoted, bare);
        Self {
            in_marks: true,
            ..found
        }
    }

    /// The same, told as a matter of form.
    pub fn slightly(self) -> Self {
        let differs = Differs::Slightly;
        Self { differs, ..self }
    }

    /// The same, told as possible only.
    pub fn possibly(self) -> Self {
        let differs = Differs::Possibly;
        Self { differs, ..self }
    }
}
