//! Pairs of sentences worth a closer look, from an inverted index.
//!
//! Steps: each word's list of sentences, but for words that stand in too many of them; for each
//! sentence the sum of shared weights with every earlier one that it shares a listed word with; those
//! above a floor; of those the best of each sentence. Sentences of one article are paired too: no link
//! comes of it, but what answers one of them speaks for the other (see `support`).
//!
//! Cost: sum over the words of the square of their lists. The cut on common words takes the longest
//! away, but bounds no list by a number: one may hold two fifths of the sentences, so the time grows
//! with the square of the sentences of a story. Only the best of each sentence are kept on the way, so
//! memory grows with the sentences alone.

use std::{cmp::Reverse, collections::BinaryHeap};

use crate::compare::{
    lexicon::Term,
    unit::{Sheet, Unit},
};

/// Words in a larger share of the sentences than this find no candidates.
const COMMON: f32 = 0.4;
/// Cosine below which no pair is looked at.
const FLOOR: f32 = 0.05;

/// Partners in other articles looked at for each sentence. Where more fit equally well, as in dozens
/// of copies of one text, those that come first in the story.
pub const BEST: usize = 24;
/// The same within its own article.
pub const OWN_BEST: usize = 12;
/// Marks a word that finds nothing.
const NONE: u32 = u32::MAX;

/// Two sentences, by their index among the units, the earlier first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    pub a: usize,
    pub b: usize,
    /// Cosine of the weighted stems that find candidates.
    pub cosine: f32,
    /// Whether they stand in one article.
    pub own: bool,
}

/// All pairs that share enough rare words, sorted by their units; none in a story of one article.
pub fn find(sheet: &Sheet) -> Vec<Candidate> {
    let mut units = sheet.units.windows(2);
    if units.all(|it| it[0].shares_article(&it[1])) {
        return Vec::new();
    }
    let mut lists = Lists::new(sheet);
    let mut best = vec![Best::default(); sheet.units.len()];
    let mut found = Vec::new();
    let mut sums = vec![0.0; sheet.units.len()];
    let mut touched = Vec::new();
    for (b, unit) in sheet.units.iter().enumerate() {
        lists.sum(unit, &mut sums, &mut touched);
        for a in touched.drain(..) {
            let cosine = std::mem::take(&mut sums[a as usize]);
            let pair = Candidate {
                a: a as usize,
                b,
                cosine,
                own: sheet.units[a as usize].shares_article(unit),
            };
            if FLOOR <= cosine && kept(&mut best, &pair) {
                found.push(pair);
            }
        }
        lists.add(unit, b as u32);
    }
    found.retain(|it| best[it.a].holds(it, it.b) || best[it.b].holds(it, it.a));
    found.sort_unstable_by_key(|it| (it.a, it.b));
    found
}

/// By word the sentences that hold it, and its weight in each.
struct Lists {
    /// Where the list of each word begins, and where it ends so far; `NONE` for one that finds nothing.
    bounds: Vec<(u32, u32)>,
    entries: Vec<(u32, f32)>,
}

impl Lists {
    /// Empty, with room for all.
    fn new(sheet: &Sheet) -> Self {
        let common = (COMMON * sheet.lexicon.sentences() as f32).max(3.0) as u32;
        let mut room = 0;
        let bounds = (0..sheet.lexicon.size()).map(|term| {
            let start = room;
            let held = sheet.lexicon.held(Term(term as u32));
            room += if held <= common { held } else { 0 };
            match held <= common {
                true => (start, start),
                false => (NONE, NONE),
            }
        });
        let bounds = bounds.collect();
        Self {
            bounds,
            entries: vec![(0, 0.0); room as usize],
        }
    }

    fn sum(&self, unit: &Unit, sums: &mut [f32], touched: &mut Vec<u32>) {
        for (term, weight) in &unit.stems {
            let (start, end) = self.bounds[*term as usize];
            if start == NONE {
                continue;
            }
            for (a, other) in &self.entries[start as usize..end as usize] {
                let sum = &mut sums[*a as usize];
                if *sum == 0.0 {
                    touched.push(*a);
                }
                *sum += weight * other;
            }
        }
    }

    fn add(&mut self, unit: &Unit, ix: u32) {
        for (term, weight) in &unit.stems {
            let (start, end) = &mut self.bounds[*term as usize];
            if *start != NONE {
                self.entries[*end as usize] = (ix, *weight);
                *end += 1;
            }
        }
    }
}

/// The ranks of the best partners of a sentence so far: those of other articles, and of its own.
/// They do not take each other's room.
#[derive(Clone, Default)]
struct Best([BinaryHeap<Reverse<u64>>; 2]);

impl Best {
    /// Takes a partner in where it is among the best; whether it is.
    fn offer(&mut self, pair: &Candidate, partner: usize) -> bool {
        let rank = rank(pair, partner);
        let heap = &mut self.0[usize::from(pair.own)];
        if heap.len() < [BEST, OWN_BEST][usize::from(pair.own)] {
            heap.push(Reverse(rank));
            return true;
        }
        match heap.peek_mut() {
            Some(mut least) if least.0 < rank => {
                *least = Reverse(rank);
                true
            }
            _ => false,
        }
    }

    fn holds(&self, pair: &Candidate, partner: usize) -> bool {
        let heap = &self.0[usize::from(pair.own)];
        let rank = rank(pair, partner);
        heap.peek().is_some_and(|least| least.0 <= rank)
    }
}

/// Whether a pair is among the best of either sentence so far. One that is not will not be later.
fn kept(best: &mut [Best], pair: &Candidate) -> bool {
    let of_a = best[pair.a].offer(pair, pair.b);
    best[pair.b].offer(pair, pair.a) || of_a
}

/// Orders the partners of one sentence: by cosine, the earlier of equals first. Positive floats are
/// ordered as their bits are.
fn rank(pair: &Candidate, partner: usize) -> u64 {
    u64::from(pair.cosine.to_bits()) << 32 | u64::from(!(partner as u32))
}
