//! How much of their wording two sentences share, word for word and in order.
//!
//! Two measures. The ratio: twice the longest common subsequence over both lengths (the
//! Ratcliff-Obershelp formula with the subsequence for its matching blocks). The cover: words of
//! the shorter sentence that stand in shared runs of two or more.
//! Cost: product of the two lengths, for pairs that already share much.

use crate::compare::lexicon::Term;

/// Twice the words in common and in order, over the words of both; from 0 to 1.
pub fn ratio(a: &[Term], b: &[Term]) -> f32 {
    2.0 * common(a, b) as f32 / (a.len() + b.len()).max(1) as f32
}

/// Share of the shorter one's words that stand in shared runs; from 0 to 1.
pub fn cover(a: &[Term], b: &[Term]) -> f32 {
    in_runs(a, b) as f32 / a.len().min(b.len()).max(1) as f32
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
pub fn in_runs(a: &[Term], b: &[Term]) -> usize {
    let (short, long) = match a.len() <= b.len() {
        true => (a, b),
        false => (b, a),
    };
    let mut pairs: Vec<&[Term]> = long.windows(2).collect();
    pairs.sort_unstable();
    let mut before = false;
    let mut words = 0;
    for at in 0..short.len() {
        let begins = short
            .get(at..at + 2)
            .is_some_and(|it| pairs.binary_search(&it).is_ok());
        words += usize::from(begins || before);
        before = begins;
    }
    words
}

/// The pairs of words in a row that both have, each once, sorted.
pub fn rows(a: &[Term], b: &[Term]) -> Vec<(Term, Term)> {
    let pairs = |words: &[Term]| {
        words
            .windows(2)
            .map(|it| (it[0], it[1]))
            .collect::<Vec<_>>()
    };
    let (mut found, mut other) = (pairs(a), pairs(b));
    other.sort_unstable();
    found.sort_unstable();
    found.dedup();
    found.retain(|it| other.binary_search(it).is_ok());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: &str, b: &str, expected: (f32, f32)) {
        let terms = |text: &str| text.bytes().map(|it| Term(it.into())).collect::<Vec<_>>();
        let (a, b) = (terms(a), terms(b));
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
