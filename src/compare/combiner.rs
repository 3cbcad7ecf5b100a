//! From the figures of a pair to one score, by a logistic regression.
//!
//! The weights are data: `assets/weights.txt`, made by `benches/quality/weights.rs` from pairs that people
//! judged. Each figure is first set to mean 0 and deviation 1 as in those pairs.

use std::sync::LazyLock;

use crate::compare::features::{COUNT, NAMES};

/// What a figure counts for.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Weight {
    pub weight: f32,
    pub mean: f32,
    pub deviation: f32,
}

/// A weight for each figure, and what is added to all.
#[derive(Clone, Debug, PartialEq)]
pub struct Combiner {
    pub bias: f32,
    pub weights: [Weight; COUNT],
}

static SHIPPED: LazyLock<Combiner> =
    LazyLock::new(|| Combiner::parse(include_str!("../../assets/weights.txt")));

impl Combiner {
    /// The weights that come with the program.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// Reads lines of name, weight, mean, deviation; what is missing counts for nothing.
    pub fn parse(text: &str) -> Self {
        let mut found = Self {
            bias: 0.0,
            weights: [Weight::default(); COUNT],
        };
        for line in text.lines().filter(|it| !it.starts_with('#')) {
            let mut parts = line.split_whitespace();
            let name = parts.next().unwrap_or_default();
            let mut number = || parts.next().and_then(|it| it.parse().ok()).unwrap_or(0.0);
            match NAMES.iter().position(|it| *it == name) {
                Some(at) => {
                    found.weights[at] = Weight {
                        weight: number(),
                        mean: number(),
                        deviation: number(),
                    }
                }
                None if name == "bias" => found.bias = number(),
                None => (),
            }
        }
        found
    }

    /// What each figure adds, before the bias.
    pub fn parts(&self, figures: &[f32; COUNT]) -> [f32; COUNT] {
        std::array::from_fn(|at| {
            let Weight {
                weight,
                mean,
                deviation,
            } = self.weights[at];
            if deviation > 0.0 {
                weight * (figures[at] - mean) / deviation
            } else {
                0.0
            }
        })
    }

    /// From 0 to 1.
    pub fn score(&self, figures: &[f32; COUNT]) -> f32 {
        let sum = self.bias + self.parts(figures).iter().sum::<f32>();
        1.0 / (1.0 + (-sum).exp())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_has_a_weight_that_comes_along() {
        for (name, it) in NAMES.iter().zip(&Combiner::shipped().weights) {
            assert!(
                0.0 < it.deviation && it.weight != 0.0,
                "{name} in assets/weights.txt"
            );
        }
    }
}
