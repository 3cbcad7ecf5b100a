//! Which pairs of articles are worth comparing: an inverted index over each article's heaviest
//! words, asked with the same words.
//!
//! Articles come by date, so the last entries of a posting list are the nearest in time; only
//! [`WINDOW`] of them are looked at, which bounds the cost of a word that everybody writes. The
//! [`PARTNERS`] with the greatest sum over these words are compared on all their words.
//!
//! Limits: a pair that shares none of its [`PROBES`] heaviest words is never found, nor is one
//! whose shared words all stand in lists longer than the window. Cost: at most `PROBES * WINDOW`
//! additions an article, so linear in the number of articles.

use crate::stories::profile::{Profile, Weight};

/// How many of its heaviest words an article is looked up by.
const PROBES: usize = 24;
/// How many earlier articles with the same word are looked at.
const WINDOW: usize = 128;
/// How many earlier articles are compared in full.
const PARTNERS: usize = 16;

/// Two articles, the earlier one first, and the cosine of their profiles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    pub a: u32,
    pub b: u32,
    pub likeness: f32,
}

/// Pairs at least as alike as `floor`.
pub fn pairs(profiles: &[Profile], floor: f32) -> Vec<Pair> {
    let mut index = Index::default();
    let mut found = Vec::new();
    let mut spread = Spread::default();
    for (at, profile) in profiles.iter().enumerate() {
        let probes = profile.heaviest(PROBES);
        spread.take(profile);
        for earlier in index.ask(&probes, at) {
            let likeness = spread.likeness(&profiles[earlier as usize]);
            if floor <= likeness {
                found.push(Pair {
                    a: earlier,
                    b: at as u32,
                    likeness,
                });
            }
        }
        index.add(&probes, at as u32);
    }
    found
}

/// One profile with its weights by word number, so that many others are compared with it fast.
#[derive(Clone, Debug, Default)]
struct Spread {
    weights: Vec<f32>,
    held: Vec<u32>,
}

impl Spread {
    fn take(&mut self, profile: &Profile) {
        for word in self.held.drain(..) {
            self.weights[word as usize] = 0.0;
        }
        let reach = profile.words.last().map_or(0, |it| it.word as usize + 1);
        self.weights.resize(self.weights.len().max(reach), 0.0);
        for it in &profile.words {
            self.weights[it.word as usize] = it.weight;
            self.held.push(it.word);
        }
    }

    /// The cosine of the two, from 0 to 1.
    fn likeness(&self, other: &Profile) -> f32 {
        let weight = |word: u32| self.weights.get(word as usize).copied().unwrap_or_default();
        let words = other.words.iter();
        words.map(|it| it.weight * weight(it.word)).sum()
    }
}

#[derive(Clone, Debug, Default)]
struct Index {
    /// By word: the articles that it leads to, and its weight in each.
    postings: Vec<Vec<(u32, f32)>>,
    /// By article: the sum so far.
    sums: Vec<f32>,
    touched: Vec<u32>,
}

impl Index {
    /// The likeliest partners among the articles before `at`.
    fn ask(&mut self, probes: &[Weight], at: usize) -> Vec<u32> {
        self.sums.resize(at + 1, 0.0);
        self.touched.clear();
        for probe in probes {
            let list = self.postings.get(probe.word as usize);
            let list = list.map(Vec::as_slice).unwrap_or_default();
            for (article, weight) in &list[list.len().saturating_sub(WINDOW)..] {
                let sum = &mut self.sums[*article as usize];
                if *sum == 0.0 {
                    self.touched.push(*article);
                }
                *sum += weight * probe.weight;
            }
        }
        self.likeliest()
    }

    fn likeliest(&mut self) -> Vec<u32> {
        let sums = &self.sums;
        let order = |a: &u32, b: &u32| {
            let (x, y) = (sums[*a as usize], sums[*b as usize]);
            y.total_cmp(&x).then(b.cmp(a))
        };
        let mut best = self.touched.clone();
        if PARTNERS < best.len() {
            best.select_nth_unstable_by(PARTNERS, order);
            best.truncate(PARTNERS);
        }
        for article in &self.touched {
            self.sums[*article as usize] = 0.0;
        }
        best
    }

    fn add(&mut self, probes: &[Weight], at: u32) {
        for probe in probes {
            let word = probe.word as usize;
            if self.postings.len() <= word {
                self.postings.resize_with(word + 1, Vec::new);
            }
            self.postings[word].push((at, probe.weight));
        }
    }
}
