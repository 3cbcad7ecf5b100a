//! Which pairs of articles are worth comparing: an inverted index over each article's heaviest
//! words, asked with the same words.
//!
//! Articles come by date, so the last entries of a posting list are the nearest in time; only
//! [`WINDOW`] of them are looked at, which bounds the cost of a word that everybody writes. The
//! [`PARTNERS`] with the greatest sum over these words are compared on all their words.
//!
//! Limits: a pair that shares none of its [`PROBES`] heaviest words is never found, nor is one
//! whose shared words all stand in lists longer than the window. Cost: at most `PROBES * WINDOW`
//! additions an article, so linear in the number of articles. The index is made first and then
//! only read, so that all cores can ask it.

use std::ops::Range;

use crate::{
    cores::ordered,
    stories::profile::{Profile, Weight},
};

/// How many of its heaviest words an article is looked up by.
const PROBES: usize = 24;
/// How many earlier articles with the same word are looked at.
const WINDOW: u32 = 64;
/// How many earlier articles are compared in full.
const PARTNERS: usize = 16;
/// An article whose sum over these words is smaller is not compared in full: no pair that comes to
/// the floor was ever seen with less.
const FAINT: f32 = 0.01;

/// Two articles, the earlier one first, and the cosine of their profiles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    pub a: u32,
    pub b: u32,
    pub likeness: f32,
}

/// Pairs at least as alike as `floor`.
pub fn pairs(profiles: &[Profile], floor: f32) -> Vec<Pair> {
    let chunks: Vec<Range<usize>> = (0..profiles.len())
        .step_by(ordered::CHUNK)
        .map(|at| at..profiles.len().min(at + ordered::CHUNK))
        .collect();
    let threads = ordered::threads(chunks.len());
    let probes = |chunk: &Range<usize>| -> Vec<Vec<Weight>> {
        let chunk = profiles[chunk.clone()].iter();
        chunk.map(|it| it.heaviest(PROBES)).collect()
    };
    let probes = ordered::map(threads, &chunks, probes).concat();
    let index = Index::new(&probes);
    let pairs = |chunk: &Range<usize>| {
        let mut asking = Asking::new(&index, profiles.len());
        let mut spread = Spread::default();
        let mut found = Vec::new();
        for at in chunk.clone() {
            spread.take(&profiles[at]);
            for earlier in asking.likeliest(&probes[at], at) {
                let likeness = spread.likeness(&profiles[earlier as usize]);
                if floor <= likeness {
                    found.push(Pair {
                        a: earlier,
                        b: at as u32,
                        likeness,
                    });
                }
            }
        }
        found
    };
    ordered::map(threads, &chunks, pairs).concat()
}

/// Places of a [`Spread`]: many times the words of a profile, few enough for the fastest memory.
const PLACES: usize = 2048;
/// No word.
const FREE: u32 = u32::MAX;

/// One profile with its weights by word number, so that many others are compared with it fast: open
/// addressing by the low bits of the number.
#[derive(Clone, Debug)]
struct Spread(Box<[(u32, f32); PLACES]>);

impl Default for Spread {
    fn default() -> Self {
        Self(Box::new([(FREE, 0.0); PLACES]))
    }
}

impl Spread {
    fn take(&mut self, profile: &Profile) {
        self.0.fill((FREE, 0.0));
        for it in &profile.words {
            let place = self.place(it.word);
            self.0[place] = (it.word, it.weight);
        }
    }

    /// Where a word stands, or would.
    fn place(&self, word: u32) -> usize {
        let mut at = word as usize % PLACES;
        while self.0[at].0 != word && self.0[at].0 != FREE {
            at = (at + 1) % PLACES;
        }
        at
    }

    /// The cosine of the two, from 0 to 1.
    fn likeness(&self, other: &Profile) -> f32 {
        let words = other.words.iter();
        words
            .map(|it| it.weight * self.0[self.place(it.word)].1)
            .sum()
    }
}

/// By word the articles that it leads to, in their order, and its weight in each.
#[derive(Clone, Debug, Default)]
struct Index {
    entries: Vec<(u32, f32)>,
    /// By probe of an article, [`PROBES`] to each: which entries are the nearest articles before it
    /// that the word leads to. Known when the index is made; to look it up later waits for memory.
    before: Vec<Range<u32>>,
}

impl Index {
    fn new(probes: &[Vec<Weight>]) -> Self {
        let words = probes.iter().flatten().map(|it| it.word as usize);
        let mut starts: Vec<u32> = vec![0; words.clone().max().map_or(1, |it| it + 2)];
        words.for_each(|word| starts[word + 1] += 1);
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut free = starts.clone();
        let mut entries = vec![(0, 0.0); probes.iter().map(Vec::len).sum()];
        let mut before = vec![0..0; PROBES * probes.len()];
        for (at, probes) in probes.iter().enumerate() {
            for (probe, before) in probes.iter().zip(&mut before[PROBES * at..]) {
                let word = probe.word as usize;
                let place = free[word];
                entries[place as usize] = (at as u32, probe.weight);
                *before = place.saturating_sub(WINDOW).max(starts[word])..place;
                free[word] += 1;
            }
        }
        Self { entries, before }
    }

    /// The nearest articles before `at` that its probes lead to, probe by probe.
    fn before(&self, at: usize) -> impl Iterator<Item = &[(u32, f32)]> {
        let before = self.before[PROBES * at..].iter();
        before.map(|it| &self.entries[it.start as usize..it.end as usize])
    }
}

/// Asks the index for one article after the other in the same memory.
struct Asking<'a> {
    index: &'a Index,
    /// By article: the sum so far.
    sums: Vec<f32>,
    touched: Vec<u32>,
}

impl<'a> Asking<'a> {
    fn new(index: &'a Index, articles: usize) -> Self {
        Self {
            index,
            sums: vec![0.0; articles],
            touched: Vec::new(),
        }
    }

    /// The likeliest partners among the articles before `at`.
    fn likeliest(&mut self, probes: &[Weight], at: usize) -> Vec<u32> {
        for (probe, before) in probes.iter().zip(self.index.before(at)) {
            for (article, weight) in before {
                let sum = &mut self.sums[*article as usize];
                if *sum == 0.0 {
                    self.touched.push(*article);
                }
                *sum += weight * probe.weight;
            }
        }
        // The sums are taken along: to look them up again waits for memory.
        let mut best: Vec<(f32, u32)> = Vec::with_capacity(self.touched.len());
        for article in self.touched.drain(..) {
            let sum = std::mem::take(&mut self.sums[article as usize]);
            if FAINT < sum {
                best.push((sum, article));
            }
        }
        if PARTNERS < best.len() {
            let order = |a: &(f32, u32), b: &(f32, u32)| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1));
            best.select_nth_unstable_by(PARTNERS, order);
            best.truncate(PARTNERS);
        }
        best.into_iter().map(|it| it.1).collect()
    }
}
