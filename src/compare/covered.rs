//! Which words of each text another text of the story has too: those in runs of `RUN` or more
//! anywhere, and those in runs of `LINKED_RUN` within two sentences that are linked.
//!
//! Steps: every run of the texts gets a number, through one index; the texts that hold it mark its
//! words, a bit each, against all others that do.
//!
//! Cost: linear in the words, plus what pairs of texts share; a bit a word for each such pair.

use std::collections::{BTreeMap, HashMap};

use foldhash::fast::FixedState;

use crate::compare::bodies::{self, Body, RUN};

/// Words in a run that is no chance likeness within two sentences that are linked.
const LINKED_RUN: usize = 3;

/// So many bodies have a place for each two of them.
const MANY: usize = 1000;

/// For each body beside each other one, which of its words are shared.
pub struct Covered {
    many: usize,
    /// By own and other body, in rows; empty where they share nothing. Empty as a whole where there
    /// are very many bodies, of which most share nothing: then `sparse` has those that do.
    bits: Vec<Vec<u64>>,
    sparse: BTreeMap<(usize, usize), Vec<u64>>,
    words: Vec<usize>,
    /// By body and place: the number of the short run that begins there.
    short: Vec<Vec<u32>>,
}

impl Covered {
    /// By runs of `RUN` anywhere.
    pub fn new(bodies: &[Body]) -> Self {
        Self::with_places(bodies, MANY)
    }

    /// With a place for each two bodies where they are no more than this.
    fn with_places(bodies: &[Body], most: usize) -> Self {
        let many = bodies.len();
        let mut covered = Self {
            many,
            bits: vec![Vec::new(); if many <= most { many * many } else { 0 }],
            sparse: BTreeMap::new(),
            words: bodies.iter().map(|it| it.forms.len()).collect(),
            short: numbered(bodies, bodies::runs::<LINKED_RUN>),
        };
        covered.long_runs(&numbered(bodies, bodies::runs::<RUN>));
        covered
    }

    fn long_runs(&mut self, runs: &[Vec<u32>]) {
        let mut places: Vec<(u32, u32, u32)> = Vec::with_capacity(runs.iter().map(Vec::len).sum());
        for (run, body) in runs.iter().zip(0..) {
            places.extend(run.iter().zip(0..).map(|(run, at)| (*run, body, at)));
        }
        places.sort_unstable();
        let mut holders = Vec::new();
        for places in places.chunk_by(|x, y| x.0 == y.0).filter(|it| 1 < it.len()) {
            // Each body once: a text may hold one run very many times.
            holders.clear();
            holders.extend(places.iter().map(|it| it.1 as usize));
            holders.dedup();
            for (_, own, at) in places.iter().filter(|_| 1 < holders.len()) {
                for other in holders.iter().filter(|it| **it != *own as usize) {
                    self.mark(*own as usize, *other, *at as usize, RUN);
                }
            }
        }
    }

    fn mark(&mut self, own: usize, other: usize, at: usize, count: usize) {
        let bits = match self.bits.get_mut(own * self.many + other) {
            Some(bits) => bits,
            None => self.sparse.entry((own, other)).or_default(),
        };
        bits.resize(self.words[own].div_ceil(64), 0);
        for at in at..at + count {
            bits[at / 64] |= 1 << (at % 64);
        }
    }

    /// Marks the words of a sentence of one body that stand in short runs which a sentence of
    /// another has too, and the other way round; each sentence as body, first word and next.
    pub fn linked(&mut self, a: (usize, (usize, usize)), b: (usize, (usize, usize))) {
        for ((own, mine), (other, theirs)) in [(a, b), (b, a)] {
            let theirs = self.short_runs(other, theirs);
            let runs = self.short_runs(own, mine).iter().enumerate();
            let shared = runs.filter(|(_, run)| theirs.contains(run));
            let shared: Vec<usize> = shared.map(|(at, _)| mine.0 + at).collect();
            for at in shared {
                self.mark(own, other, at, LINKED_RUN);
            }
        }
    }

    /// The short runs inside a sentence, none where it has fewer words.
    fn short_runs(&self, body: usize, (first, next): (usize, usize)) -> &[u32] {
        let runs = self.short[body].get(first..(next + 1).saturating_sub(LINKED_RUN));
        runs.unwrap_or_default()
    }

    /// How many words of one body another has too, for those that share any.
    pub fn counts(&self) -> impl Iterator<Item = ((usize, usize), usize)> {
        let pairs = self.bits.iter().enumerate();
        let pairs = pairs.map(|(at, bits)| ((at / self.many, at % self.many), bits));
        let pairs = pairs.chain(self.sparse.iter().map(|(pair, bits)| (*pair, bits)));
        pairs
            .filter(|it| !it.1.is_empty())
            .map(|(pair, bits)| (pair, bits.iter().map(|it| it.count_ones() as usize).sum()))
    }
}

/// By body and place: the number of the run that begins there; equal runs have equal numbers.
fn numbered<'a, const LEN: usize, I: Iterator<Item = [u32; LEN]>>(
    bodies: &'a [Body],
    runs: impl Fn(&'a [u32]) -> I,
) -> Vec<Vec<u32>> {
    let mut numbers: HashMap<[u32; LEN], u32, FixedState> = HashMap::default();
    let mut number = |run| {
        let next = numbers.len() as u32;
        *numbers.entry(run).or_insert(next)
    };
    let of_body = |it: &'a Body| runs(&it.forms).map(&mut number).collect();
    bodies.iter().map(of_body).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        compare::bodies::{Known, told},
        model::index::ArticleIx,
    };

    fn bodies(texts: &[&str]) -> Vec<Body> {
        let mut known = Known::default();
        let body =
            |(at, text): (usize, &&str)| bodies::body(ArticleIx(at), &told(text), &mut known);
        texts.iter().enumerate().map(body).collect()
    }

    /// The two ways of keeping what is shared tell the same of the same bodies.
    #[test]
    fn very_many_bodies_are_counted_as_few_are() {
        let bodies = bodies(&[
            "a ferry with forty people on board ran aground off Pell Point",
            "on Tuesday a ferry with forty people on board ran aground",
            "nobody was hurt when the old ferry ran aground off Pell Point",
            "the bus drivers of Marlbeck walked out again",
        ]);
        let counts = |most| {
            let mut covered = Covered::with_places(&bodies, most);
            covered.linked((0, (0, 12)), (2, (0, 12)));
            let mut counts: Vec<_> = covered.counts().collect();
            counts.sort_unstable();
            counts
        };
        let few = counts(bodies.len());
        let told = [((0, 1), 9), ((0, 2), 5), ((1, 0), 9), ((2, 0), 5)];
        assert_eq!(few, told);
        assert_eq!(counts(0), few);
    }
}
