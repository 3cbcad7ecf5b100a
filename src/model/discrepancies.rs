//! The discrepancies of one story after the reader's verdicts: those that stand, those that were
//! dismissed, and what is asked of them by place and in every frame.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    discrepancy::Discrepancy,
    index::Place,
    ruling::{Rulings, Verdict},
};

/// What was found, with what the reader says of it.
#[derive(Clone, Debug, Default)]
pub struct Discrepancies {
    /// Those that stand, then those dismissed; both in the order found.
    found: Vec<Discrepancy>,
    /// The place of each in the order found, and what was said of it.
    said: Vec<(usize, Option<Verdict>)>,
    stand: usize,
    weighing: usize,
    /// Those that stand, by sentence.
    at: BTreeMap<Place, Vec<usize>>,
    /// The sentences of those that were judged.
    judged: BTreeSet<Place>,
}

impl Discrepancies {
    /// `found` in the order in which they are listed. Cost: each with each verdict.
    pub fn new(found: Vec<Discrepancy>, rulings: &Rulings) -> Self {
        Self::parted(found.into_iter().enumerate(), rulings)
    }

    /// The same after other verdicts.
    pub(crate) fn judged_anew(self, rulings: &Rulings) -> Self {
        let ranks = self.said.into_iter().map(|it| it.0);
        let mut found: Vec<(usize, Discrepancy)> = ranks.zip(self.found).collect();
        found.sort_by_key(|it| it.0);
        Self::parted(found.into_iter(), rulings)
    }

    fn parted(found: impl Iterator<Item = (usize, Discrepancy)>, rulings: &Rulings) -> Self {
        let said = found.map(|(rank, it)| (rank, rulings.verdict(&it), it));
        let dismissed = |it: &(usize, Option<Verdict>, Discrepancy)| it.1 == Some(Verdict::Dismiss);
        let (dismissed, stand): (Vec<_>, Vec<_>) = said.partition(dismissed);
        let mut told = Self {
            stand: stand.len(),
            weighing: stand.iter().filter(|it| it.2.weighs()).count(),
            ..Self::default()
        };
        for (rank, said, it) in stand.into_iter().chain(dismissed) {
            let at = told.found.len();
            for place in it.sentences() {
                if at < told.stand {
                    told.at.entry(place).or_default().push(at);
                }
                if said.is_some() {
                    told.judged.insert(place);
                }
            }
            told.found.push(it);
            told.said.push((rank, said));
        }
        told
    }

    pub(crate) fn standing(&self) -> &[Discrepancy] {
        &self.found[..self.stand]
    }

    pub(crate) fn dismissed(&self) -> &[Discrepancy] {
        &self.found[self.stand..]
    }

    /// Those that stand, then those dismissed, each with what was said of it.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&Discrepancy, Option<Verdict>)> {
        self.found.iter().zip(self.said.iter().map(|it| it.1))
    }

    /// How many of those that stand can change the sense.
    pub(crate) fn weighing(&self) -> usize {
        self.weighing
    }

    pub(crate) fn at(&self, place: Place) -> impl Iterator<Item = &Discrepancy> {
        let here = self.at.get(&place).into_iter().flatten();
        here.map(|at| &self.found[*at])
    }

    /// Whether one of a sentence was judged.
    pub(crate) fn is_judged(&self, place: Place) -> bool {
        self.judged.contains(&place)
    }
}
