//! How much of their wording two sentences share, word for word and in order.
//!
//! Two measures. The ratio: twice the longest common subsequence over both lengths (the
//! Ratcliff-Obershelp formula with the subsequence for its matching blocks). The cover: words of
//! the shorter sentence that stand in shared runs of two or more.
//! Cost: product of the two lengths, for pairs that already share much.

use std::cmp::Ordering;

use crate::compare::lexicon::Term;

/// Twice the words in common and in order, over the words of both; from 0 to 1.
pub fn ratio(a: &[Term], b: &[Term]) -> f32 {
    2.0 * common(a, b) as f32 / (a.len() + b.len()).max(1) as f32
}

/// The words of a sentence in order, and each two in a row as numbers, sorted.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    pub words: &'a [Term],
    pub rows: &'a [u32],
}

/// A number for two words in a row. Two rows may share one, by a chance of one to four billion.
pub fn row(first: Term, second: Term) -> u32 {
    let mixed = [first, second].iter().fold(0x9e37_79b1_u32, |mixed, term| {
        (mixed ^ term.0).wrapping_mul(0x85eb_ca6b).rotate_left(13)
    });
    mixed.wrapping_mul(0xc2b2_ae35)
}

/// The rows of a sentence, sorted.
pub fn rows(words: &[Term]) -> Vec<u32> {
    let mut rows: Vec<u32> = words.windows(2).map(|it| row(it[0], it[1])).collect();
    rows.sort_unstable();
    rows
}

/// Length of the longest common subsequence.
pub fn common(a: &[Term], b: &[Term]) -> usize {
    let mut row = vec![0_u16; b.len() + 1];
    for x in a {
        let mut diagonal = 0;
        for (at, y) in b.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = match x == y {
                true => diagonal + 1,
                false => above.max(row[at]),
            };
            diagonal = above;
        }
    }
    row[b.len()].into()
}

/// Words of the shorter one that stand in a run of at least two which the other has too.
pub fn in_runs(a: Words, b: Words) -> usize {
    match a.words.len().cmp(&b.words.len()) {
        Ordering::Less => held_in_runs(a, b),
        Ordering::Greater => held_in_runs(b, a),
        Ordering::Equal => held_in_runs(a, b).max(held_in_runs(b, a)),
    }
}

fn held_in_runs(short: Words, long: Words) -> usize {
    let mut before = false;
    let mut words = 0;
    for at in 0..short.words.len() {
        let next = short.words.get(at + 1);
        let begins = next.is_some_and(|next| {
            let row = row(short.words[at], *next);
            long.rows.binary_search(&row).is_ok()
        });
        words += usize::from(begins || before);
        before = begins;
    }
    words
}

/// The rows that both have, each once.
pub fn shared_rows(a: Words, b: Words) -> Vec<u32> {
    let mut found = a.rows.to_vec();
    found.dedup();
    found.retain(|it| b.rows.binary_search(it).is_ok());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: &str, b: &str, expected: (f32, f32)) {
        let terms = |text: &str| text.bytes().map(|it| Term(it.into())).collect::<Vec<_>>();
        let (a, b) = (terms(a), terms(b));
        let cover = |a: &[Term], b: &[Term]| {
            let (of_a, of_b) = (rows(a), rows(b));
            let a = Words {
                words: a,
                rows: &of_a,
            };
            let b = Words {
                words: b,
                rows: &of_b,
            };
            in_runs(a, b) as f32 / a.words.len().min(b.words.len()).max(1) as f32
        };
        assert_eq!((ratio(&a, &b), cover(&a, &b)), expected);
        assert_eq!((ratio(&b, &a), cover(&b, &a)), expected);
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
