//! Weighted bags: sorted lists of features with their weights, and what two of them share.

use std::collections::HashMap;

use foldhash::fast::FixedState;

/// A feature (a word, a pair of words, a run of letters) and its weight; sorted by feature.
pub type Bag = Vec<(u32, f32)>;

/// A bag of unit length from features in any order, repeated ones damped to 1 + ln(count), each
/// weighed by its rarity.
pub fn bag(mut features: Vec<u32>, rarity: impl Fn(u32) -> f32) -> Bag {
    features.sort_unstable();
    let mut bag: Bag = Vec::with_capacity(features.len());
    for group in features.chunk_by(|x, y| x == y) {
        let damped = 1.0 + (group.len() as f32).ln();
        bag.push((group[0], damped * rarity(group[0])));
    }
    unit_length(bag)
}

/// The same bag at length 1; an empty one stays empty.
pub fn unit_length(mut bag: Bag) -> Bag {
    let length = bag.iter().map(|(_, it)| it * it).sum::<f32>().sqrt();
    bag.iter_mut().for_each(|(_, it)| *it /= length);
    bag
}

/// Sum of products over the features that both hold: the cosine, where both have unit length.
pub fn cosine(a: &Bag, b: &Bag) -> f32 {
    let mut sum = 0.0;
    let (mut x, mut y) = (0, 0);
    while let (Some((p, v)), Some((q, w))) = (a.get(x), b.get(y)) {
        sum += if p == q { v * w } else { 0.0 };
        x += usize::from(p <= q);
        y += usize::from(q <= p);
    }
    sum
}

/// The same where one of them lies spread out: by feature, its weight.
pub fn dense(a: &[f32], b: &Bag) -> f32 {
    b.iter()
        .map(|(feature, weight)| a[*feature as usize] * weight)
        .sum()
}

/// How rare features are among sentences.
#[derive(Clone, Debug, Default)]
pub struct Rarity {
    held: HashMap<u32, u32, FixedState>,
    sentences: u32,
}

impl Rarity {
    /// Counts the features of one more sentence; sorts them.
    pub fn count(&mut self, features: &mut [u32]) {
        features.sort_unstable();
        self.count_sorted(features);
    }

    /// The same where they are sorted.
    pub fn count_sorted(&mut self, features: &[u32]) {
        self.sentences += 1;
        for group in features.chunk_by(|x, y| x == y) {
            *self.held.entry(group[0]).or_default() += 1;
        }
    }

    /// How many sentences hold a feature.
    pub fn held(&self, feature: u32) -> u32 {
        self.held.get(&feature).copied().unwrap_or(0)
    }

    /// The smoothed inverse document frequency (see `lexicon`).
    pub fn weight(&self, feature: u32) -> f32 {
        let held = self.held(feature);
        ((1.0 + self.sentences as f32) / (1.0 + held as f32)).ln() + 1.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: &[u32], b: &[u32], expected: f32) {
        let found = cosine(&bag(a.to_vec(), |_| 1.0), &bag(b.to_vec(), |_| 1.0));
        assert!((found - expected).abs() < 1e-6, "{found}");
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
