//! Copies of one sentence are judged alike: what answers one of them answers the others.
//!
//! Sentences worded alike (verbatim or edited, `RATIO` of their words in common) are one group. The
//! pairs between two groups say the same thing several times, each with another score: every one is
//! drawn halfway to what they say together, which is halfway between the mean and the best of them.
//!
//! Cost: linear in the pairs, and sorting those that stand together.

use std::collections::BTreeMap;

use crate::compare::{joined::Joined, support::Scored};

/// Share of their words that two sentences of one group have in common.
pub const RATIO: f32 = 0.6;
/// How much of the final score is what the pairs of the same two groups say together.
const TOGETHER: f32 = 0.5;
/// How much of that is the best of them, as against the mean.
const BEST: f32 = 0.5;

/// Draws the scores of pairs between the same groups together. `scores` has one for each of `pairs`,
/// `copies` those of them that are worded alike, by index; `units` is the number of sentences.
pub fn level(pairs: &[Scored], scores: &mut [f32], copies: &[usize], units: usize) {
    if copies.is_empty() {
        return;
    }
    let mut joined = Joined::new(units);
    for it in copies.iter().map(|at| &pairs[*at]) {
        joined.join(it.a, it.b);
    }
    let first: Vec<usize> = (0..units).map(|it| joined.first(it)).collect();
    let mut sizes = vec![0usize; units];
    first.iter().for_each(|it| sizes[*it] += 1);
    let mut between: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (at, it) in pairs.iter().enumerate() {
        let (x, y) = (first[it.a], first[it.b]);
        if 1 < sizes[x].max(sizes[y]) {
            between.entry((x.min(y), x.max(y))).or_default().push(at);
        }
    }
    for all in between.into_values().filter(|it| 1 < it.len()) {
        // In order, lest the sum hang on the order of the articles.
        let mut own: Vec<f32> = all.iter().map(|it| scores[*it]).collect();
        own.sort_unstable_by(f32::total_cmp);
        let mean = own.iter().sum::<f32>() / own.len() as f32;
        let best = own[own.len() - 1];
        let said = BEST * best + (1.0 - BEST) * mean;
        for it in all {
            scores[it] = TOGETHER * said + (1.0 - TOGETHER) * scores[it];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pairs: &[(usize, usize, f32)], copies: &[usize], expected: &[f32]) {
        let scored = |(a, b, score): &(usize, usize, f32)| Scored {
            a: *a,
            b: *b,
            score: *score,
        };
        let pairs: Vec<Scored> = pairs.iter().map(scored).collect();
        let mut scores: Vec<f32> = pairs.iter().map(|it| it.score).collect();
        level(&pairs, &mut scores, copies, 9);
        for (got, expected) in scores.iter().zip(expected) {
            assert!((got - expected).abs() < 1e-6, "{scores:?}");
        }
    }

    #[test]
    fn copies_draw_the_pairs_of_both_together() {
        let pairs = [(0, 1, 0.9), (0, 2, 0.8), (1, 2, 0.4), (3, 4, 0.5)];
        check(&pairs, &[0], &[0.9, 0.75, 0.55, 0.5]);
    }

    #[test]
    fn without_copies_all_stays() {
        let pairs = [(0, 1, 0.9), (0, 2, 0.8), (1, 2, 0.4)];
        check(&pairs, &[], &[0.9, 0.8, 0.4]);
    }
}
