//! Makes `assets/weights.txt`: fits the weights of a pair's figures to pairs that people judged.

use variorum::compare::features::{COUNT, NAMES};

use crate::{alignment, logistic};

pub(crate) fn print() {
    let samples = alignment::samples();
    let combiner = logistic::fit(&samples.iter().collect::<Vec<_>>(), &[true; COUNT]);
    println!("# What each figure of a pair counts for: name, weight, mean, deviation.");
    println!(
        "# Made by benches/quality/weights.rs from {} judged pairs.",
        samples.len()
    );
    println!("bias {:.4}", combiner.bias);
    for (name, it) in NAMES.iter().zip(&combiner.weights) {
        println!("{name} {:.4} {:.4} {:.4}", it.weight, it.mean, it.deviation);
    }
}
