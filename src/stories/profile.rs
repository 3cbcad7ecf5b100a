//! What each article is about, made comparable: unit vectors of its heaviest words, weighted by
//! how rare they are in the bundle and in news at large (TF-IDF).
//!
//! Two steps, since rarity is known only when all are counted: words → numbers and document
//! frequencies; then weights, the heaviest [`KEPT`] words, length 1.
//!
//! Limits: words past the first [`crate::stories::terms::BODY`] of an article are unknown here.
//! Memory: 12 bytes a kept word, 1.5 KiB an article; 4 KiB an article while counting.

use std::ops::ControlFlow;

use crate::{
    cores::ordered,
    model::article::Article,
    stories::{
        common,
        hash::NumberMap,
        terms::{At, Counter, Term},
    },
};

/// How many words of an article are kept.
const KEPT: usize = 128;
/// An article of fewer different words says too little to be like another: two greetings are no
/// story.
const SUBSTANCE: usize = 6;

/// A word by its number in the bundle, and its weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weight {
    pub word: u32,
    pub weight: f32,
    pub at: At,
}

/// The heaviest words of an article, by number; the squares of their weights sum up to 1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    pub words: Vec<Weight>,
}

/// The profiles of all articles, in the order given.
pub fn profiles<'a>(articles: impl Iterator<Item = &'a Article>) -> Vec<Profile> {
    let articles: Vec<&Article> = articles.collect();
    let threads = ordered::threads(articles.len() / ordered::CHUNK);
    let mut lexicon = Lexicon::default();
    let mut profiles: Vec<Profile> = Vec::with_capacity(articles.len());
    let chunks = articles.chunks(ordered::CHUNK);
    ordered::each(threads, chunks, counted, |chunk| {
        profiles.extend(chunk.into_iter().map(|it| lexicon.number(it)));
        ControlFlow::Continue(())
    });
    let rarity = lexicon.rarity(profiles.len());
    ordered::change(threads, &mut profiles, |it| it.weigh(&rarity));
    profiles
}

fn counted(articles: &[&Article]) -> Vec<Vec<Term>> {
    let mut counter = Counter::default();
    let terms = articles.iter().map(|it| counter.terms(it).collect());
    terms.collect()
}

impl Profile {
    fn weigh(&mut self, rarity: &[f32]) {
        let words = &mut self.words;
        if words.len() < SUBSTANCE {
            words.clear();
        }
        for it in words.iter_mut() {
            it.weight *= rarity[it.word as usize];
        }
        words.retain(|it| 0.0 < it.weight);
        if KEPT < words.len() {
            words.select_nth_unstable_by(KEPT, heavier);
            words.truncate(KEPT);
        }
        words.sort_unstable_by_key(|it| it.word);
        words.shrink_to_fit();
        let length = words.iter().map(|it| it.weight * it.weight).sum::<f32>();
        for it in words.iter_mut() {
            it.weight /= length.sqrt();
        }
    }

    /// The `count` heaviest words, heaviest first.
    pub fn heaviest(&self, count: usize) -> Vec<Weight> {
        let mut words = self.words.clone();
        if count < words.len() {
            words.select_nth_unstable_by(count, heavier);
            words.truncate(count);
        }
        words.sort_unstable_by(heavier);
        words
    }
}

/// Heaviest first; words of one weight by number, so that the choice never hangs on chance.
fn heavier(a: &Weight, b: &Weight) -> std::cmp::Ordering {
    b.weight.total_cmp(&a.weight).then(a.word.cmp(&b.word))
}

/// Numbers words and counts the articles that hold each.
///
/// In a large bundle each look at a word waits for memory: so the count lies beside the number.
#[derive(Debug, Default)]
struct Lexicon {
    words: NumberMap<u64, Entry>,
}

/// What is known of a word.
#[derive(Clone, Copy, Debug)]
struct Entry {
    number: u32,
    articles_with: u32,
}

impl Lexicon {
    fn number(&mut self, terms: Vec<Term>) -> Profile {
        let number = |it: Term| {
            let next = Entry {
                number: self.words.len() as u32,
                articles_with: 0,
            };
            let entry = self.words.entry(it.key).or_insert(next);
            entry.articles_with += 1;
            Weight {
                word: entry.number,
                weight: it.weight,
                at: it.at,
            }
        };
        Profile {
            words: terms.into_iter().map(number).collect(),
        }
    }

    /// By word: the logarithm of how many times as many articles there are as hold it, counted
    /// over the bundle and news at large together.
    fn rarity(&self, articles: usize) -> Vec<f32> {
        let all = 1.0 + articles as f32 + common::ARTICLES;
        let mut rarity = vec![0.0; self.words.len()];
        for (key, it) in &self.words {
            let with = 0.5 + it.articles_with as f32 + common::articles_with(*key);
            rarity[it.number as usize] = (all / with).ln();
        }
        rarity
    }
}
