//! What sources of one story tell differently: its kind, every way of telling it, and how surely it is
//! one thing that is told of.

use crate::{
    model::index::{ArticleIx, Place},
    text::span::Span,
};

/// What differs between sentences that otherwise share what they say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DiscrepancyKind {
    Quote,
    Number,
    Date,
    Name,
    Role,
    Negation,
    Hedge,
    Attribution,
    Wording,
}

impl DiscrepancyKind {
    /// In the order they are counted.
    pub const ALL: [Self; 9] = [
        Self::Quote,
        Self::Number,
        Self::Date,
        Self::Name,
        Self::Role,
        Self::Negation,
        Self::Hedge,
        Self::Attribution,
        Self::Wording,
    ];

    /// The kind of such a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// As reports print it.
    pub fn name(self) -> &'static str {
        match self {
            DiscrepancyKind::Quote => "quote",
            DiscrepancyKind::Number => "number",
            DiscrepancyKind::Date => "date",
            DiscrepancyKind::Name => "name",
            DiscrepancyKind::Role => "role",
            DiscrepancyKind::Negation => "negation",
            DiscrepancyKind::Hedge => "hedge",
            DiscrepancyKind::Attribution => "attribution",
            DiscrepancyKind::Wording => "wording",
        }
    }

    /// Whether it is of words that recur in every other sentence, whatever that tells: names and titles.
    pub fn recurs(self) -> bool {
        matches!(self, DiscrepancyKind::Name | DiscrepancyKind::Role)
    }

    /// What is said of a source that has none of the words that differ.
    pub fn absent(self) -> &'static str {
        match self {
            DiscrepancyKind::Attribution => "nobody named",
            DiscrepancyKind::Hedge => "without doubt",
            DiscrepancyKind::Quote => "left out",
            _ => "nothing of it",
        }
    }
}

/// What stands between the forms of one reading.
pub const FORMS: &str = " / ";

/// One way of telling it, and where it is told so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The words that differ, as one line.
    pub text: String,
    /// Where they stand: a sentence, and the bytes in the article's text (empty where the words
    /// are absent).
    pub places: Vec<(Place, Span)>,
}

impl Reading {
    /// Whether a sentence carries it.
    pub fn is_at(&self, place: Place) -> bool {
        self.places.iter().any(|(at, _)| *at == place)
    }

    /// Whether one of the forms in which it is shown is one of another text's.
    pub fn has_form_of(&self, text: &str) -> bool {
        let mut forms = self.text.split(FORMS);
        forms.any(|it| text.split(FORMS).any(|other| it == other))
    }

    /// The articles that carry it, each once, in order.
    pub fn articles(&self) -> Vec<ArticleIx> {
        let mut found: Vec<_> = self.places.iter().map(|(place, _)| place.article).collect();
        found.sort();
        found.dedup();
        found
    }
}

/// How surely sources differ in substance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Differs {
    /// The same is told more fully or in another form, which rarely changes the sense: a shorter
    /// title, a middle name, a quotation that begins later.
    Slightly,
    /// It may be told of two things: read both.
    Possibly,
    Surely,
}

impl Differs {
    /// The surest first.
    pub const ALL: [Self; 3] = [Self::Surely, Self::Possibly, Self::Slightly];

    /// In front of a kind or for those that differ so.
    pub fn adjective(self) -> &'static str {
        match self {
            Self::Surely => "sure",
            Self::Possibly => "possible",
            Self::Slightly => "slight",
        }
    }

    /// As reports print it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Surely => "surely",
            Self::Possibly => "possibly",
            Self::Slightly => "slightly",
        }
    }
}

/// A difference in substance, with every reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discrepancy {
    pub kind: DiscrepancyKind,
    /// At least two.
    pub readings: Vec<Reading>,
    pub differs: Differs,
    /// Whether the same words stand in quotation marks in one reading, whose text has them, and
    /// without in another.
    pub in_marks: bool,
}

impl Discrepancy {
    /// Whether it can change the sense: all but the slight ones.
    pub fn weighs(&self) -> bool {
        self.differs != Differs::Slightly
    }

    /// Whether a sentence carries one of its readings.
    pub fn is_at(&self, place: Place) -> bool {
        self.readings.iter().any(|it| it.is_at(place))
    }

    /// Its kind; that it is only possible or slight is said.
    pub fn named(&self) -> String {
        let name = self.kind.name();
        match self.differs {
            Differs::Surely => name.to_string(),
            how => format!("{} {name}", how.adjective()),
        }
    }

    /// The sentences concerned, each once, in order.
    pub fn sentences(&self) -> Vec<Place> {
        let places = self.readings.iter().flat_map(|it| &it.places);
        let mut found: Vec<_> = places.map(|(place, _)| *place).collect();
        found.sort();
        found.dedup();
        found
    }
}
