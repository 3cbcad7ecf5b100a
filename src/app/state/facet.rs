//! What entries of a list can be narrowed by, beside typed words: of notes a tag, a story, a source,
//! a state.

use std::collections::BTreeMap;

/// One property that an entry has or lacks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    Tag(String),
    State(&'static str),
    Source(String),
    Story(String),
}

impl Facet {
    /// What kind of property it is, as a heading.
    pub fn kind(&self) -> &'static str {
        match self {
            Facet::Tag(_) => "Tags",
            Facet::State(_) => "States",
            Facet::Source(_) => "Sources",
            Facet::Story(_) => "Stories",
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Facet::Tag(_) => 0,
            Facet::State(_) => 1,
            Facet::Source(_) => 2,
            Facet::Story(_) => 3,
        }
    }

    /// Its name alone.
    pub fn name(&self) -> String {
        match self {
            Facet::Tag(tag) => format!("#{tag}"),
            Facet::State(name) => (*name).to_string(),
            Facet::Source(name) | Facet::Story(name) => name.clone(),
        }
    }
}

/// Every property with the number of entries that have it; of one kind the most frequent first.
pub fn counted<'a>(facets: impl Iterator<Item = &'a Facet>) -> Vec<(Facet, usize)> {
    let mut counts: BTreeMap<&Facet, usize> = BTreeMap::new();
    for facet in facets {
        *counts.entry(facet).or_default() += 1;
    }
    let mut all: Vec<(Facet, usize)> = counts
        .into_iter()
        .map(|(it, many)| (it.clone(), many))
        .collect();
    all.sort_by(|(x, many_x), (y, many_y)| {
        x.rank()
            .cmp(&y.rank())
            .then(many_y.cmp(many_x))
            .then(x.cmp(y))
    });
    all
}
