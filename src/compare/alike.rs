//! What two sentences share is counted once for all copies of the two.
//!
//! Copies have the same words, as written and of substance; only where they stand differs. A large
//! story that prints an agency's text has most of its pairs several times.
//!
//! Cost: a look-up for each pair of which both sentences, or one, are printed more than once.

use foldhash::{HashMap, HashMapExt};

use crate::compare::{lexicon::Term, unit::Unit};

/// The copies among the sentences of a story, and what is known of pairs of them.
pub struct Alike<T> {
    /// By unit: the first one with the same words.
    first: Vec<u32>,
    /// By unit: whether another one has the same words.
    copied: Vec<bool>,
    known: HashMap<(u32, u32), T>,
}

impl<T: Clone> Alike<T> {
    pub fn new(units: &[Unit]) -> Self {
        let mut seen: HashMap<_, u32> = HashMap::with_capacity(units.len());
        let first = units.iter().zip(0..).map(|(it, at)| {
            let content: Vec<Term> = it.content.iter().map(|it| it.0).collect();
            *seen.entry((&it.wording, content, it.role)).or_insert(at)
        });
        let first: Vec<u32> = first.collect();
        let mut copied = vec![false; units.len()];
        for (at, first) in first
            .iter()
            .enumerate()
            .filter(|(at, it)| *at != **it as usize)
        {
            copied[at] = true;
            copied[*first as usize] = true;
        }
        Self {
            first,
            copied,
            known: HashMap::new(),
        }
    }

    /// What was found of a pair or of copies of it, in the same order; else it is found now.
    pub fn known(&mut self, (a, b): (usize, usize), find: impl FnOnce() -> T) -> T {
        if !self.copied[a] && !self.copied[b] {
            return find();
        }
        let known = self.known.entry((self.first[a], self.first[b]));
        known.or_insert_with(find).clone()
    }
}
