//! Places of a story with much the same words around them, whether or not their sentences are
//! linked: "on a visit to Selk on Friday", "who paid a state visit to Selk on Thursday".
//!
//! Each place is known by the stems of the words of substance around it. Two of different articles
//! are candidates where they share `SHARED` stems, a name and a plain word among them, and three
//! fifths of the barer place's. Cost: for each stem the pairs of places that have it; stems at more
//! than `COMMON` places are passed over.

use foldhash::{HashMap, HashMapExt};

use crate::{compare::discrepancies::page::Told, text::span::Span};

/// Words on each side of a place that are its surroundings.
const REACH: usize = 8;
/// Stems that two places share at least.
const SHARED: usize = 3;
/// Places with a stem beyond which it tells nothing.
pub const COMMON: usize = 24;

/// A place and what stands around it.
pub struct Around<'a> {
    pub told: &'a Told<'a>,
    stems: Vec<u32>,
}

impl<'a> Around<'a> {
    pub fn new(told: &'a Told<'a>, span: Span) -> Self {
        let stems = told.around(span, REACH);
        Self { told, stems }
    }

    /// Whether both, of different articles, have a name in common near them, and so many words more.
    pub fn names_one(&self, other: &Self, more: usize) -> bool {
        if self.told.place.article == other.told.place.article {
            return false;
        }
        let common: Vec<&u32> = self
            .stems
            .iter()
            .filter(|it| other.stems.contains(it))
            .collect();
        more < common.len() && common.iter().any(|it| self.has(it, true))
    }

    /// Whether its sentence has a word of a stem, with a capital or without.
    fn has(&self, stem: &u32, capital: bool) -> bool {
        let mut all = self.told.forms.iter().zip(&self.told.words);
        all.any(|(form, word)| form.stem == *stem && word.capital == capital)
    }

    fn shares(&self, other: &Self) -> bool {
        let common: Vec<u32> = self
            .stems
            .iter()
            .filter(|it| other.stems.contains(it))
            .copied()
            .collect();
        let barer = self.stems.len().min(other.stems.len());
        SHARED <= common.len()
            && 3 * barer <= 5 * common.len()
            && common.iter().any(|it| self.has(it, true))
            && common.iter().any(|it| self.has(it, false))
    }
}

/// Each two places of different articles that share their surroundings, by index.
pub fn alike(all: &[Around<'_>]) -> Vec<(usize, usize)> {
    let mut holders: HashMap<u32, Vec<usize>> = HashMap::new();
    for (at, it) in all.iter().enumerate() {
        it.stems
            .iter()
            .for_each(|stem| holders.entry(*stem).or_default().push(at));
    }
    let mut counts: HashMap<(usize, usize), usize> = HashMap::new();
    for places in holders.values().filter(|it| it.len() <= COMMON) {
        for (nth, y) in places.iter().enumerate() {
            for x in &places[..nth] {
                *counts.entry((*x, *y)).or_default() += 1;
            }
        }
    }
    let apart = |(x, y): &(usize, usize)| all[*x].told.place.article != all[*y].told.place.article;
    let near = counts
        .into_iter()
        .filter(|(pair, count)| 1 < *count && apart(pair));
    let mut found: Vec<(usize, usize)> = near.map(|(pair, _)| pair).collect();
    found.retain(|(x, y)| all[*x].shares(&all[*y]));
    found.sort_unstable();
    found
}
