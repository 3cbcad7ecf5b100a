//! How much of their wording two sentences share, word for word and in order.
//!
//! Two measures. The ratio: twice the longest common subsequence over both lengths (the
//! Ratcliff-Obershelp formula with the subsequence for its matching blocks). The cover: words of
//! the shorter sentence that stand in shared runs of two or more.
//!
//! Cost: one sentence is laid out (`places`) and many are held against it, each in the time of its
//! own length.

use std::cmp::Ordering;

use crate::compare::{lexicon::Term, places::Places};

/// The words of a sentence and each two of them in a row, as numbers, both in order.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    pub words: &'a [Term],
    pub rows: &'a [u32],
}

impl Words<'_> {
    fn numbers(&self) -> impl ExactSizeIterator<Item = u32> {
        self.words.iter().map(|it| it.0)
    }

    fn rows(&self) -> impl ExactSizeIterator<Item = u32> {
        self.rows.iter().copied()
    }
}

/// A number for two words in a row. Two rows may share one, by a chance of one to four billion.
pub fn row(first: Term, second: Term) -> u32 {
    let mixed = [first, second].iter().fold(0x9e37_79b1_u32, |mixed, term| {
        (mixed ^ term.0).wrapping_mul(0x85eb_ca6b).rotate_left(13)
    });
    mixed.wrapping_mul(0xc2b2_ae35)
}

/// The rows of a sentence, in order.
pub fn rows(words: &[Term]) -> Vec<u32> {
    words.windows(2).map(|it| row(it[0], it[1])).collect()
}

/// One sentence, laid out to hold others against it.
#[derive(Clone, Debug)]
pub struct Laid {
    words: Places,
    rows: Places,
    many: usize,
}

impl Laid {
    /// For words and rows with numbers below these.
    pub fn new(words: usize, rows: usize) -> Self {
        Self {
            words: Places::new(words),
            rows: Places::new(rows),
            many: 0,
        }
    }

    /// Lays out a sentence in the place of the one before.
    pub fn lay(&mut self, it: Words) {
        self.words.lay(it.numbers());
        self.rows.lay(it.rows());
        self.many = it.words.len();
    }

    /// Words in common and in order: the length of the longest common subsequence.
    pub fn common(&mut self, other: Words) -> usize {
        self.words.common(other.numbers())
    }

    /// Words of the shorter one that stand in a run of at least two which the other has too.
    pub fn in_runs(&mut self, other: Words) -> usize {
        match self.many.cmp(&other.words.len()) {
            Ordering::Less => self.rows.paired(other.rows()),
            Ordering::Greater => self.held_in_runs(other),
            Ordering::Equal => self.rows.paired(other.rows()).max(self.held_in_runs(other)),
        }
    }

    fn held_in_runs(&self, other: Words) -> usize {
        let mut before = false;
        let mut words = 0;
        for held in other.rows().map(|it| self.rows.holds(it)).chain([false]) {
            words += usize::from(held || before);
            before = held;
        }
        words
    }

    /// The rows that both have, each once, sorted.
    pub fn shared_rows(&self, other: Words) -> Vec<u32> {
        let mut found: Vec<u32> = other.rows().filter(|it| self.rows.holds(*it)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// Twice the words in common, over the words of both; from 0 to 1.
pub fn ratio(common: usize, a: usize, b: usize) -> f32 {
    2.0 * common as f32 / (a + b).max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::sparse::Ranks;

    #[track_caller]
    fn check(a: &str, b: &str, expected: (f32, f32)) {
        let terms = |text: &str| text.bytes().map(|it| Term(it.into())).collect::<Vec<_>>();
        let (a, b) = (terms(a), terms(b));
        let (mut of_a, mut of_b) = (rows(&a), rows(&b));
        let ranks = Ranks::new([of_a.clone(), of_b.clone()].concat());
        ranks.number(&mut of_a);
        ranks.number(&mut of_b);
        let a = Words {
            words: &a,
            rows: &of_a,
        };
        let b = Words {
            words: &b,
            rows: &of_b,
        };
        for (a, b) in [(a, b), (b, a)] {
            let mut laid = Laid::new(256, ranks.size());
            laid.lay(a);
            let ratio = ratio(laid.common(b), a.words.len(), b.words.len());
            let shorter = a.words.len().min(b.words.len()).max(1);
            let cover = laid.in_runs(b) as f32 / shorter as f32;
            assert_eq!((ratio, cover), expected);
        }
    }

    #[test]
    fn the_same_words_share_all() {
        check("abcd", "abcd", (1.0, 1.0));
    }

    #[test]
    fn a_moved_half_counts_in_the_cover_only() {
        check("abcd", "cdab", (0.5, 1.0));
    }

    #[test]
    fn single_words_make_no_run() {
        check("abcd", "axcy", (0.5, 0.0));
    }

    #[test]
    fn nothing_shares_nothing() {
        check("", "abc", (0.0, 0.0));
        check("", "", (0.0, 0.0));
    }
}
