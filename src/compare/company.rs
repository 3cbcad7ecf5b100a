//! What each word of a sentence adds to the others, in a story where some words always stand together.
//!
//! "Steve Witkoff" is two words and one piece of news; so is "depends on Russia" where every source
//! says it. Words are taken from the rarest on. Each adds its surprise, ln((n + 1) / held) for n
//! sentences of which `held` hold it, or less where a rarer word of the same sentence lets it be expected:
//! its surprise among the sentences that hold that one. What two sentences share, counted so, as a share
//! of what each of them holds says how much of it the other tells, with names and set phrases counted once.
//!
//! The bond of two words is the root of how often they meet times how far that is above chance (their
//! pointwise mutual information, Church and Hanks 1990).
//!
//! Cost: a look for each two of the `MOST` rarest words of every sentence, three times; for a pair the
//! square of the words they share.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use crate::compare::{
    lexicon::{Lexicon, Term},
    sparse::Bag,
};

/// Words of a sentence that are looked at, the rarest.
const MOST: usize = 40;

/// How often two words stand in one sentence, where each stands in several. By their ranks.
type Met = HashMap<(u32, u32), u32, FixedState>;

/// The words of a story from the rarest on, and how often each two of them meet.
#[derive(Clone, Debug, Default)]
pub struct Company {
    /// By word: its place among all, the rarest first, equals by the alphabet.
    ranks: Vec<u32>,
    /// By rank: how many sentences hold it.
    held: Vec<u32>,
    met: Met,
    sentences: f32,
}

/// What a sentence holds, as `Company` counts it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Held {
    /// The ranks of its rarest words, sorted.
    pub rare: Vec<u32>,
    /// What they are worth.
    pub worth: Worth,
}

/// What some words of a sentence add up to, and their strongest bond.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Worth {
    /// The surprise of each, whatever stands beside it.
    pub all: f32,
    /// What each adds to those before it.
    pub news: f32,
    pub bond: f32,
}

impl Company {
    /// Counts the words of substance of all sentences.
    pub fn new<'a>(
        lexicon: &Lexicon,
        sentences: impl Iterator<Item = &'a Bag>,
    ) -> (Self, Vec<Held>) {
        let mut company = Self::ranked(lexicon);
        let held = sentences.map(|it| Held {
            rare: company.rarest(it),
            worth: Worth::default(),
        });
        let mut held: Vec<Held> = held.collect();
        company.sentences = held.len() as f32;
        for Held { rare, .. } in &held {
            // A word that one sentence holds meets none twice.
            let first = rare.partition_point(|it| company.held[*it as usize] < 2);
            for (at, x) in rare.iter().enumerate().skip(first) {
                for y in &rare[at + 1..] {
                    *company.met.entry((*x, *y)).or_default() += 1;
                }
            }
        }
        let mut laid = Laid::default();
        for it in &mut held {
            laid.lay(&company, it);
            it.worth = laid.shared(it);
        }
        (company, held)
    }

    fn ranked(lexicon: &Lexicon) -> Self {
        let held = |it: Term| lexicon.held(it);
        let mut order: Vec<(u32, &str, Term)> = lexicon
            .forms()
            .map(|(term, form)| (held(term), form, term))
            .collect();
        order.sort_unstable();
        let mut ranks = vec![0; lexicon.size()];
        for (rank, (.., term)) in order.iter().enumerate() {
            ranks[term.ix()] = rank as u32;
        }
        Self {
            ranks,
            held: order.iter().map(|it| it.0).collect(),
            ..Self::default()
        }
    }

    fn rarest(&self, words: &Bag) -> Vec<u32> {
        let ranks = words.iter().map(|it| self.ranks[it.0 as usize]);
        let mut ranks: Vec<u32> = ranks.collect();
        ranks.sort_unstable();
        ranks.truncate(MOST);
        ranks
    }

    /// How many words have a rank; all ranks are below it.
    pub fn size(&self) -> usize {
        self.held.len()
    }

    fn surprise(&self, rank: u32) -> f32 {
        ((self.sentences + 1.0) / self.held[rank as usize] as f32).ln()
    }

    /// What two words are to each other, the rarer first; None where they meet in fewer than two sentences.
    fn tie(&self, x: u32, y: u32) -> Option<Tie> {
        let met = *self.met.get(&(x, y)).filter(|it| 2 <= **it)? as f32;
        let [x, y] = [x, y].map(|it| self.held[it as usize] as f32);
        let above = (met * self.sentences / (x * y)).ln().max(0.0);
        Some(Tie {
            left: ((x + 1.0) / met).ln(),
            bond: (met * above).sqrt(),
        })
    }
}

/// Two words of one sentence.
#[derive(Clone, Copy, Debug)]
struct Tie {
    /// What the commoner adds where the rarer stands.
    left: f32,
    bond: f32,
}

impl Tie {
    const NONE: Self = Self {
        left: f32::INFINITY,
        bond: 0.0,
    };
}

/// One sentence, laid out to hold others against it.
#[derive(Clone, Debug, Default)]
pub struct Laid {
    /// By rank: one more than its place in the sentence, 0 for a word that it lacks.
    places: Vec<u8>,
    laid: Vec<u32>,
    surprise: Vec<f32>,
    /// By place of the commoner word, then of the rarer one.
    ties: Vec<[Tie; MOST]>,
    shared: Vec<u8>,
}

impl Laid {
    /// Lays out a sentence in the place of the one before.
    pub fn lay(&mut self, company: &Company, it: &Held) {
        self.places.resize(company.size(), 0);
        for rank in self.laid.drain(..) {
            self.places[rank as usize] = 0;
        }
        self.laid.extend(&it.rare);
        self.surprise.clear();
        self.surprise
            .extend(it.rare.iter().map(|it| company.surprise(*it)));
        self.ties.clear();
        self.ties.resize(it.rare.len(), [Tie::NONE; MOST]);
        for (at, y) in it.rare.iter().enumerate() {
            self.places[*y as usize] = at as u8 + 1;
            for (before, x) in it.rare[..at].iter().enumerate() {
                self.ties[at][before] = company.tie(*x, *y).unwrap_or(Tie::NONE);
            }
        }
    }

    /// What the words are worth that another sentence has too.
    pub fn shared(&mut self, other: &Held) -> Worth {
        let places = other.rare.iter().map(|it| self.places[*it as usize]);
        self.shared.clear();
        self.shared
            .extend(places.filter(|it| *it != 0).map(|it| it - 1));
        let mut worth = Worth::default();
        for (nth, at) in self.shared.iter().enumerate() {
            let ties = &self.ties[usize::from(*at)];
            let surprise = self.surprise[usize::from(*at)];
            let mut adds = surprise;
            for before in &self.shared[..nth] {
                let tie = ties[usize::from(*before)];
                adds = adds.min(tie.left);
                worth.bond = worth.bond.max(tie.bond);
            }
            worth.all += surprise;
            worth.news += adds;
        }
        worth
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sheet of sentences; each letter is a word.
    fn company(said: &[&str]) -> (Company, Vec<Held>) {
        let mut lexicon = Lexicon::default();
        let mut bags: Vec<Bag> = Vec::new();
        for it in said {
            let terms: Vec<Term> = it.chars().map(|it| lexicon.form(&it.to_string())).collect();
            lexicon.count(terms.iter().copied());
            bags.push(terms.iter().map(|it| (it.0, 1.0)).collect());
        }
        Company::new(&lexicon, bags.iter())
    }

    /// What the first sentence and the last share.
    fn shared(said: &[&str]) -> Worth {
        let (company, held) = company(said);
        let mut laid = Laid::default();
        laid.lay(&company, &held[0]);
        laid.shared(&held[held.len() - 1])
    }

    #[test]
    fn words_that_always_meet_add_little_to_each_other() {
        let apart = shared(&["ab", "a", "b", "c", "d", "ab"]);
        let together = shared(&["ab", "ab", "c", "d", "e", "ab"]);
        assert!(together.news / together.all < apart.news / apart.all);
        assert!(apart.bond < together.bond, "{together:?} {apart:?}");
    }

    #[test]
    fn nothing_in_common_is_worth_nothing() {
        assert_eq!(shared(&["ab", "cd"]), Worth::default());
    }

    #[test]
    fn all_of_a_sentence_is_what_it_is_worth() {
        let (company, held) = company(&["ab", "abc", "c"]);
        let mut laid = Laid::default();
        for it in &held {
            laid.lay(&company, it);
            assert_eq!(laid.shared(it), it.worth);
        }
    }

    #[test]
    fn long_sentences_are_known_by_their_rarest_words() {
        let long: String = ('a'..='z').chain('A'..='Z').collect();
        let (_, held) = company(&[&long, &long[..26]]);
        assert_eq!(held[0].rare.len(), MOST);
    }
}
