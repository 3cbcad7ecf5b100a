//! What the reader decided about links, for what is open: this pair of sentences is one, that pair
//! is none, whatever the engine found.

use std::collections::BTreeMap;

use crate::model::index::{ArticleIx, Place};

/// What the reader says of a pair of sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ruling {
    /// It is a link.
    Pin,
    /// It is none.
    Forbid,
}

/// The rulings on pairs of places; one a pair.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rulings {
    /// Each pair once, the smaller place first.
    pairs: BTreeMap<(Place, Place), Ruling>,
}

impl Rulings {
    /// Of several rulings on one pair the last holds. Sentences of one article are never linked.
    pub fn new(made: impl IntoIterator<Item = (Ruling, Place, Place)>) -> Self {
        let made = made.into_iter().filter(|(_, a, b)| a.article != b.article);
        Self {
            pairs: made.map(|(it, a, b)| (pair(a, b), it)).collect(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    pub fn on(&self, a: Place, b: Place) -> Option<Ruling> {
        self.pairs.get(&pair(a, b)).copied()
    }

    /// Those on sentences of these articles, by place.
    pub fn within(&self, articles: &[ArticleIx]) -> Self {
        let both = |(a, b): &(Place, Place)| {
            articles.contains(&a.article) && articles.contains(&b.article)
        };
        let pairs = self.pairs.iter().filter(|(pair, _)| both(pair));
        Self {
            pairs: pairs.map(|(pair, it)| (*pair, *it)).collect(),
        }
    }

    /// All pairs of one ruling, by place.
    pub fn all(&self, ruling: Ruling) -> impl Iterator<Item = (Place, Place)> {
        let pairs = self.pairs.iter().filter(move |it| *it.1 == ruling);
        pairs.map(|it| *it.0)
    }

    /// The rulings on a sentence: with which other one, and what.
    pub fn at(&self, place: Place) -> impl Iterator<Item = (Place, Ruling)> {
        self.pairs
            .iter()
            .filter_map(move |((a, b), it)| match place {
                at if at == *a => Some((*b, *it)),
                at if at == *b => Some((*a, *it)),
                _ => None,
            })
    }
}

fn pair(a: Place, b: Place) -> (Place, Place) {
    (a.min(b), a.max(b))
}
