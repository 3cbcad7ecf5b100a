//! What the other sentences say about a pair: two that are matched by the same others match.
//!
//! Each sentence has a profile: its scores with all its partners. The support of a pair is the
//! cosine of their profiles, each sentence matching itself in full, scores cubed so that weak
//! matches do not add up. So where A answers B and B answers C, that speaks for A and C; and a
//! pair that fits only by a common name, which many sentences share, is not borne out.
//!
//! It is done in rounds, so that what has been borne out bears out others. Sentences of one article
//! count as partners like others: what answers the lead answers the headline.
//!
//! Cost: in each round for each pair the sum of the two profiles' lengths.

use crate::compare::sparse::{self, Bag};

/// Two sentences by their index among the units, and how well they fit, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scored {
    pub a: usize,
    pub b: usize,
    pub score: f32,
}

/// How much of a pair's score is its own, as against its support, in each round.
const OWN: f32 = 0.4;
/// Each round after the first takes its profiles from the scores of the one before.
const ROUNDS: usize = 2;

/// The scores again, each with its support; `units` is the number of sentences. Fastest where pairs
/// of one sentence `a` follow one another.
pub fn supported(pairs: &[Scored], units: usize) -> Vec<f32> {
    let mut pairs = pairs.to_vec();
    for _ in 0..ROUNDS {
        let scores = once(&pairs, units);
        let scored = pairs.iter_mut().zip(scores);
        scored.for_each(|(pair, score)| pair.score = score);
    }
    pairs.iter().map(|it| it.score).collect()
}

fn once(pairs: &[Scored], units: usize) -> Vec<f32> {
    let profiles = profiles(pairs, units);
    let mut spread = vec![0.0; units];
    let mut scores = Vec::with_capacity(pairs.len());
    for of_one in pairs.chunk_by(|x, y| x.a == y.a) {
        let profile = &profiles[of_one[0].a];
        profile.iter().for_each(|it| spread[it.0 as usize] = it.1);
        scores.extend(of_one.iter().map(|it| {
            let support = sparse::dense_long(&spread, &profiles[it.b]);
            OWN * it.score + (1.0 - OWN) * support
        }));
        profile.iter().for_each(|it| spread[it.0 as usize] = 0.0);
    }
    scores
}

fn profiles(pairs: &[Scored], units: usize) -> Vec<Bag> {
    let mut profiles: Vec<Bag> = (0..units).map(|it| vec![(it as u32, 1.0)]).collect();
    for it in pairs {
        let matched = it.score.powi(3);
        profiles[it.a].push((it.b as u32, matched));
        profiles[it.b].push((it.a as u32, matched));
    }
    let in_order = |mut profile: Bag| {
        profile.sort_unstable_by_key(|it| it.0);
        sparse::unit_length(profile)
    };
    profiles.into_iter().map(in_order).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pairs: &[(usize, usize, f32)], higher: usize, lower: usize) {
        let scored = |(a, b, score): &(usize, usize, f32)| Scored {
            a: *a,
            b: *b,
            score: *score,
        };
        let found = supported(&pairs.iter().map(scored).collect::<Vec<_>>(), 9);
        assert!(found[lower] < found[higher], "{found:?}");
    }

    #[test]
    fn a_third_that_matches_both_speaks_for_a_pair() {
        check(&[(0, 1, 0.5), (0, 2, 0.9), (1, 2, 0.9), (5, 6, 0.5)], 0, 3);
    }

    #[test]
    fn other_partners_of_one_speak_against_it() {
        check(&[(5, 6, 0.5), (0, 1, 0.5), (0, 2, 0.9), (0, 3, 0.9)], 0, 1);
    }
}
