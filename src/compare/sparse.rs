//! Weighted bags: sorted lists of features with their weights, and what two of them share.

use std::collections::HashMap;

use foldhash::fast::FixedState;

/// A feature (a word, a pair of words, a run of letters) and its weight; sorted by feature.
pub type Bag = Vec<(u32, f32)>;

/// A bag of unit length from features in any order, repeated ones damped to 1 + ln(count), each
/// weighed by its rarity.
pub fn bag(features: Vec<u32>, rarity: impl Fn(u32) -> f32) -> Bag {
    let mut bag = counted(features);
    for (feature, weight) in &mut bag {
        if 1.0 < *weight {
            *weight = 1.0 + weight.ln();
        }
        *weight *= rarity(*feature);
    }
    unit_length(bag)
}

/// Features in any order, with how often each stands there.
pub fn counted(mut features: Vec<u32>) -> Bag {
    features.sort_unstable();
    let mut bag = Vec::with_capacity(features.len());
    let groups = features.chunk_by(|x, y| x == y);
    bag.extend(groups.map(|it| (it[0], it.len() as f32)));
    bag
}

/// The same bag at length 1; an empty one stays empty.
pub fn unit_length(mut bag: Bag) -> Bag {
    let length = bag.iter().map(|(_, it)| it * it).sum::<f32>().sqrt();
    bag.iter_mut().for_each(|(_, it)| *it /= length);
    bag
}

/// Sum of products over the features that both hold: the cosine, where both have unit length. One of
/// them lies spread out: by feature, its weight.
pub fn dense(a: &[f32], b: &Bag) -> f32 {
    b.iter()
        .map(|(feature, weight)| a[*feature as usize] * weight)
        .sum()
}

/// The same for long bags that share little: what both hold is picked out first, without a branch,
/// since each addition waits for the one before.
pub fn dense_long(a: &[f32], b: &Bag) -> f32 {
    const ROOM: usize = 64;
    let mut sum = 0.0;
    for part in b.chunks(ROOM) {
        let mut both = [0.0; ROOM];
        let mut count = 0;
        for (feature, weight) in part {
            let product = a[*feature as usize] * weight;
            both[count] = product;
            count += usize::from(product != 0.0);
        }
        for product in &both[..count] {
            sum += product;
        }
    }
    sum
}

/// Features of any size as small numbers in the same order.
#[derive(Clone, Debug, Default)]
pub struct Ranks(HashMap<u32, u32, FixedState>);

impl Ranks {
    /// Numbers all the features; each may stand in them many times.
    pub fn new(mut features: Vec<u32>) -> Self {
        features.sort_unstable();
        features.dedup();
        Self(features.into_iter().zip(0..).collect())
    }

    /// Puts numbers in the place of features that were numbered.
    pub fn number(&self, features: &mut [u32]) {
        for it in features {
            *it = self.0.get(it).copied().unwrap_or_default();
        }
    }

    /// How many there are; their numbers are below it.
    pub fn size(&self) -> usize {
        self.0.len()
    }
}

/// How rare features are among sentences.
#[derive(Clone, Debug, Default)]
pub struct Rarity {
    /// By feature: how many sentences hold it.
    held: Vec<u32>,
    sentences: u32,
}

impl Rarity {
    /// Of features below `size`.
    pub fn new(size: usize) -> Self {
        Self {
            held: vec![0; size],
            sentences: 0,
        }
    }

    /// Counts the features of one more sentence; sorts them.
    pub fn count(&mut self, features: &mut [u32]) {
        features.sort_unstable();
        self.sentences += 1;
        for group in features.chunk_by(|x, y| x == y) {
            self.held[group[0] as usize] += 1;
        }
    }

    /// How many sentences hold a feature.
    pub fn held(&self, feature: u32) -> u32 {
        self.held[feature as usize]
    }

    /// How many features there are.
    pub fn size(&self) -> usize {
        self.held.len()
    }

    /// By feature the smoothed inverse document frequency (see `lexicon`).
    pub fn weights(&self) -> Vec<f32> {
        let all = 1.0 + self.sentences as f32;
        let weight = |held: &u32| (all / (1.0 + *held as f32)).ln() + 1.0;
        self.held.iter().map(weight).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: &[u32], b: &[u32], expected: f32) {
        let mut spread = [0.0; 8];
        for (feature, weight) in bag(a.to_vec(), |_| 1.0) {
            spread[feature as usize] = weight;
        }
        let other = bag(b.to_vec(), |_| 1.0);
        for found in [dense(&spread, &other), dense_long(&spread, &other)] {
            assert!((found - expected).abs() < 1e-6, "{found}");
        }
    }

    #[test]
    fn the_same_features_in_any_order_are_alike() {
        check(&[1, 2, 3], &[3, 1, 2], 1.0);
    }

    #[test]
    fn half_of_the_features_is_half_alike() {
        check(&[1, 2], &[2, 3], 0.5);
        check(&[1, 2], &[3, 4], 0.0);
        check(&[], &[3, 4], 0.0);
    }
}
