//! How much of their wording two sentences share, word for word and in order.
//!
//! Two measures. The ratio: twice the longest common subsequence over both lengths (the
//! Ratcliff-Obershelp formula with the subsequence for its matching blocks). The cover: words of
//! the shorter sentence that stand in shared runs of two or more.
//! Cost: product of the two lengths, for pairs that already share much.

use crate::compare::lexicon::Term;

/// What two sentences share of their wording.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wording {
    /// From 0 to 1.
    pub ratio: f32,
    /// From 0 to 1.
    pub cover: f32,
    /// Words in shared runs of two or more.
    pub run_words: usize,
}

/// Compares the wording of two sentences.
pub fn compare(a: &[Term], b: &[Term]) -> Wording {
    let run_words = in_runs(a, b);
    let shorter = a.len().min(b.len()).max(1);
    Wording {
        ratio: 2.0 * common(a, b) as f32 / (a.len() + b.len()).max(1) as f32,
        cover: run_words as f32 / shorter as f32,
        run_words,
    }
}

/// Length of the longest common subsequence.
pub fn common(a: &[Term], b: &[Term]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for x in a {
        let mut diagonal = 0;
        for (at, y) in b.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if x == y {
                diagonal + 1
            } else {
                above.max(row[at])
            };
            diagonal = above;
        }
    }
    row[b.len()]
}

/// Words of the shorter one that stand in a run of at least two which the other has too.
fn in_runs(a: &[Term], b: &[Term]) -> usize {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let mut pairs: Vec<&[Term]> = long.windows(2).collect();
    pairs.sort();
    let shared: Vec<bool> = short
        .windows(2)
        .map(|it| pairs.binary_search(&it).is_ok())
        .collect();
    let starts = |at: usize| shared.get(at).copied().unwrap_or(false);
    (0..short.len())
        .filter(|at| starts(*at) || (*at > 0 && starts(at - 1)))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: &str, b: &str, ratio: f32, cover: f32) {
        let terms = |text: &str| text.bytes().map(|it| Term(it.into())).collect::<Vec<_>>();
        let found = compare(&terms(a), &terms(b));
        assert_eq!((found.ratio, found.cover), (ratio, cover), "{a} {b}");
    }

    #[test]
    fn the_same_words_share_all() {
        check("abcd", "abcd", 1.0, 1.0);
    }

    #[test]
    fn a_moved_half_counts_in_the_cover_only() {
        check("abcd", "cdab", 0.5, 1.0);
    }

    #[test]
    fn single_words_make_no_run() {
        check("abcd", "axcy", 0.5, 0.0);
    }

    #[test]
    fn nothing_shares_nothing() {
        check("", "abc", 0.0, 0.0);
        check("", "", 0.0, 0.0);
    }
}
