//! Logistic regression by Newton's method, cross-validation, and the figures to judge it by.

use std::collections::{BTreeMap, BTreeSet};

use variorum::compare::{
    combiner::{Combiner, Weight},
    features::COUNT,
};

use crate::data::Sample;

const RIDGE: f64 = 1.0;
const STEPS: usize = 12;
const FOLDS: usize = 10;

/// Fits weights to the samples, for the figures that are `used`.
pub(crate) fn fit(samples: &[&Sample], used: &[bool; COUNT]) -> Combiner {
    let n = samples.len() as f32;
    let mut combiner = Combiner {
        bias: 0.0,
        weights: [Weight::default(); COUNT],
    };
    for (at, it) in combiner
        .weights
        .iter_mut()
        .enumerate()
        .filter(|(at, _)| used[*at])
    {
        it.mean = samples.iter().map(|it| it.figures[at]).sum::<f32>() / n;
        let spread = samples
            .iter()
            .map(|s| (s.figures[at] - it.mean).powi(2))
            .sum::<f32>();
        it.deviation = (spread / n).sqrt();
        it.weight = 1.0;
    }
    let rows: Vec<Vec<f64>> = samples
        .iter()
        .map(|it| {
            combiner
                .parts(&it.figures)
                .iter()
                .map(|x| f64::from(*x))
                .chain([1.0])
                .collect()
        })
        .collect();
    let mut weights = vec![0.0; COUNT + 1];
    for _ in 0..STEPS {
        newton(&rows, samples, &mut weights);
    }
    for (it, weight) in combiner.weights.iter_mut().zip(&weights) {
        it.weight = *weight as f32;
    }
    combiner.bias = weights[COUNT] as f32;
    combiner
}

fn newton(rows: &[Vec<f64>], samples: &[&Sample], weights: &mut [f64]) {
    let size = weights.len();
    let mut gradient = vec![0.0; size];
    let mut hessian = vec![vec![0.0; size]; size];
    for at in 0..size {
        gradient[at] = -RIDGE * weights[at];
        hessian[at][at] = RIDGE;
    }
    for (row, sample) in rows.iter().zip(samples) {
        let sum: f64 = row.iter().zip(weights.iter()).map(|(x, w)| x * w).sum();
        let p = 1.0 / (1.0 + (-sum).exp());
        let counts = f64::from(sample.counts);
        let error = counts * (f64::from(u8::from(sample.same)) - p);
        for i in 0..size {
            gradient[i] += error * row[i];
            for j in 0..size {
                hessian[i][j] += counts * p * (1.0 - p) * row[i] * row[j];
            }
        }
    }
    for (weight, step) in weights.iter_mut().zip(solved(hessian, gradient)) {
        *weight += step;
    }
}

/// Solves a system of linear equations by elimination.
fn solved(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let size = right.len();
    for i in 0..size {
        let pivot = matrix[i].clone();
        for j in i + 1..size {
            let factor = matrix[j][i] / pivot[i];
            matrix[j]
                .iter_mut()
                .zip(&pivot)
                .for_each(|(x, p)| *x -= factor * p);
            right[j] -= factor * right[i];
        }
    }
    for i in (0..size).rev() {
        let known: f64 = (i + 1..size).map(|j| matrix[i][j] * right[j]).sum();
        right[i] = (right[i] - known) / matrix[i][i];
    }
    right
}

/// The fold of each topic name.
pub(crate) fn folds<'a>(names: impl Iterator<Item = &'a str>) -> BTreeMap<String, usize> {
    let distinct: BTreeSet<&str> = names.collect();
    let numbered = distinct.into_iter().enumerate();
    numbered
        .map(|(at, name)| (name.to_string(), at % FOLDS))
        .collect()
}

/// Weights fitted without each fold.
pub(crate) fn without_each(samples: &[Sample], used: &[bool; COUNT]) -> Vec<Combiner> {
    let folds = folds(samples.iter().map(|it| it.topic.as_str()));
    let without = |out: usize| {
        let rest: Vec<&Sample> = samples
            .iter()
            .filter(|it| folds[&it.topic] != out)
            .collect();
        fit(&rest, used)
    };
    (0..FOLDS).map(without).collect()
}

/// A score for each sample from weights fitted without its topic's fold.
pub(crate) fn crossed(samples: &[Sample], used: &[bool; COUNT]) -> Vec<(f32, bool)> {
    let folds = folds(samples.iter().map(|it| it.topic.as_str()));
    let combiners = without_each(samples, used);
    let one = |it: &Sample| (combiners[folds[&it.topic]].score(&it.figures), it.same);
    samples.iter().map(one).collect()
}

/// Share of pairs of a true and a false sample that are in the right order.
pub(crate) fn auc(scored: &[(f32, bool)]) -> f64 {
    let mut sorted = scored.to_vec();
    sorted.sort_by(|x, y| x.0.total_cmp(&y.0));
    let (mut below, mut right) = (0.0, 0.0);
    for group in sorted.chunk_by(|x, y| x.0 == y.0) {
        let good = group.iter().filter(|it| it.1).count() as f64;
        let bad = group.len() as f64 - good;
        right += good * (below + bad / 2.0);
        below += bad;
    }
    right / (below * (sorted.len() as f64 - below))
}

/// The best F1 over all thresholds.
pub(crate) fn best_f1(scored: &[(f32, bool)]) -> f64 {
    let mut sorted = scored.to_vec();
    sorted.sort_by(|x, y| y.0.total_cmp(&x.0));
    let wanted = sorted.iter().filter(|it| it.1).count() as f64;
    let (mut hit, mut best) = (0.0, 0.0_f64);
    for (at, it) in sorted.iter().enumerate() {
        hit += f64::from(u8::from(it.1));
        best = best.max(2.0 * hit / (at as f64 + 1.0 + wanted));
    }
    best
}
