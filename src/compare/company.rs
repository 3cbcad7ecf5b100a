//! What each word of a sentence adds to the others, in a story where some words always stand together.
//!
//! A name in full is several words and one piece of news; so is a phrase that every source has. Words are
//! taken from the rarest on. Each adds its surprise, ln((n + 1) / held) for n sentences of which `held`
//! hold it, or less where a rarer word taken before lets it be expected: its surprise among the sentences
//! that hold that one. The words that two sentences share, counted so, are set against all words of each:
//! so names and set phrases count once.
//!
//! The bond of two words is the root of how often they meet times how far that is above chance (their
//! pointwise mutual information, Church and Hanks 1990).
//!
//! Cost: a look for each two of the rarest words of every sentence, three times, and for a pair the
//! square of the words they share. Pairs of words take memory until they are counted: at most `ROOM`,
//! for which fewer words of each sentence are looked at in a story of tens of thousands of sentences.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use crate::compare::{
    lexicon::{Lexicon, Term},
    sparse::Bag,
};

/// Words of a sentence that are looked at, the rarest, in a story that is not huge.
const MOST: usize = 40;
/// Pairs of words that are counted at most, but for those of the `FEWEST` rarest words of each sentence.
const ROOM: usize = 4 << 20;
const FEWEST: usize = 8;

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

/// The rarest words of a sentence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rarest {
    /// Their ranks, sorted: the rarest first.
    pub ranks: Vec<u32>,
    /// What they are worth.
    pub worth: Worth,
}

/// What some words of a sentence add up to, and their strongest bond.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Worth {
    /// The surprise of each, whatever stands beside it.
    pub rare: f32,
    /// What each adds to those before it.
    pub news: f32,
    pub bond: f32,
}

impl Company {
    /// Counts the words of substance of all sentences; and for each sentence its rarest.
    pub fn new<'a>(
        lexicon: &Lexicon,
        sentences: impl Iterator<Item = &'a Bag>,
    ) -> (Self, Vec<Rarest>) {
        let mut company = Self::ranked(lexicon);
        let most = most(lexicon.sentences() as usize);
        let rarest = sentences.map(|it| Rarest {
            ranks: company.rarest(it, most),
            ..Rarest::default()
        });
        let mut rarest: Vec<Rarest> = rarest.collect();
        for Rarest { ranks, .. } in &rarest {
            // A word that one sentence holds meets none twice.
            let first = ranks.partition_point(|it| company.held[*it as usize] < 2);
            for (at, x) in ranks.iter().enumerate().skip(first) {
                for y in &ranks[at + 1..] {
                    *company.met.entry((*x, *y)).or_default() += 1;
                }
            }
        }
        company.met.retain(|_, times| 2 <= *times);
        company.met.shrink_to_fit();
        let mut laid = Laid::default();
        for it in &mut rarest {
            laid.lay(&company, it);
            it.worth = laid.shared(it);
        }
        (company, rarest)
    }

    fn ranked(lexicon: &Lexicon) -> Self {
        let mut order: Vec<(u32, &str, Term)> = lexicon
            .forms()
            .map(|(term, form)| (lexicon.held(term), form, term))
            .collect();
        order.sort_unstable();
        let mut ranks = vec![0; lexicon.size()];
        for (rank, (.., term)) in order.iter().enumerate() {
            ranks[term.ix()] = rank as u32;
        }
        Self {
            ranks,
            held: order.iter().map(|it| it.0).collect(),
            met: Met::default(),
            sentences: lexicon.sentences() as f32,
        }
    }

    fn rarest(&self, words: &Bag, most: usize) -> Vec<u32> {
        let ranks = words.iter().map(|it| self.ranks[it.0 as usize]);
        let mut ranks: Vec<u32> = ranks.collect();
        ranks.sort_unstable();
        ranks.truncate(most);
        ranks
    }

    /// How many words have a rank; all ranks are below it.
    pub fn size(&self) -> usize {
        self.held.len()
    }

    fn surprise(&self, rank: u32) -> f32 {
        ((self.sentences + 1.0) / self.held[rank as usize] as f32).ln()
    }

    /// What two words are to each other, the rarer first; None where they meet in fewer than two
    /// sentences.
    fn tie(&self, x: u32, y: u32) -> Option<Tie> {
        let met = *self.met.get(&(x, y))? as f32;
        let [x, y] = [x, y].map(|it| self.held[it as usize] as f32);
        let above = (met * self.sentences / (x * y)).ln().max(0.0);
        Some(Tie {
            left: ((x + 1.0) / met).ln(),
            bond: (met * above).sqrt(),
        })
    }
}

/// How many words of each of so many sentences are looked at.
fn most(sentences: usize) -> usize {
    let pairs = ROOM / sentences.max(1);
    (2 * pairs).isqrt().clamp(FEWEST, MOST)
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
    pub fn lay(&mut self, company: &Company, it: &Rarest) {
        self.places.resize(company.size(), 0);
        for rank in self.laid.drain(..) {
            self.places[rank as usize] = 0;
        }
        self.laid.extend(&it.ranks);
        self.surprise.clear();
        self.surprise
            .extend(it.ranks.iter().map(|it| company.surprise(*it)));
        self.ties.clear();
        self.ties.resize(it.ranks.len(), [Tie::NONE; MOST]);
        for (at, y) in it.ranks.iter().enumerate() {
            self.places[*y as usize] = at as u8 + 1;
            for (before, x) in it.ranks[..at].iter().enumerate() {
                self.ties[at][before] = company.tie(*x, *y).unwrap_or(Tie::NONE);
            }
        }
    }

    /// What the words are worth that another sentence has too.
    pub fn shared(&mut self, other: &Rarest) -> Worth {
        let places = other.ranks.iter().map(|it| self.places[*it as usize]);
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
            worth.rare += surprise;
            worth.news += adds;
        }
        worth
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sheet of sentences; each letter is a word.
    fn company(said: &[&str]) -> (Company, Vec<Rarest>) {
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
        let (company, rarest) = company(said);
        let mut laid = Laid::default();
        laid.lay(&company, &rarest[0]);
        laid.shared(&rarest[rarest.len() - 1])
    }

    #[test]
    fn words_that_always_meet_add_little_to_each_other() {
        let apart = shared(&["ab", "a", "b", "c", "d", "ab"]);
        let together = shared(&["ab", "ab", "c", "d", "e", "ab"]);
        assert!(together.news / together.rare < apart.news / apart.rare);
        assert!(apart.bond < together.bond, "{together:?} {apart:?}");
    }

    #[test]
    fn nothing_in_common_is_worth_nothing() {
        assert_eq!(shared(&["ab", "cd"]), Worth::default());
    }

    #[test]
    fn all_of_a_sentence_is_what_it_is_worth() {
        let (company, rarest) = company(&["ab", "abc", "c"]);
        let mut laid = Laid::default();
        for it in &rarest {
            laid.lay(&company, it);
            assert_eq!(laid.shared(it), it.worth);
        }
    }

    #[test]
    fn what_was_laid_before_leaves_nothing() {
        let (company, rarest) = company(&["ab", "cd", "ab", "cd"]);
        let mut laid = Laid::default();
        laid.lay(&company, &rarest[0]);
        laid.lay(&company, &rarest[1]);
        assert_eq!(laid.shared(&rarest[2]), Worth::default());
        assert_eq!(laid.shared(&rarest[3]), rarest[3].worth);
    }

    #[test]
    fn long_sentences_are_known_by_their_rarest_words() {
        let long: String = ('a'..='z').chain('A'..='Z').collect();
        let (company, rarest) = company(&[&long, &long[..26]]);
        let once = |it: &u32| company.held[*it as usize] == 1;
        let ranks = &rarest[0].ranks;
        assert_eq!(ranks.len(), MOST);
        assert_eq!(ranks.iter().filter(|it| once(it)).count(), 26);
    }

    #[test]
    fn fewer_words_are_looked_at_in_huge_stories() {
        let bounded = |it: usize| it * most(it).pow(2) / 2 <= ROOM;
        assert_eq!(most(5_000), MOST);
        assert!([10_000, 50_000, 100_000].into_iter().all(bounded));
        assert_eq!(most(usize::MAX), FEWEST);
    }
}
