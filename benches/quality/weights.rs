//! Makes `assets/weights.txt`: fits the weights of a pair's figures to pairs that people judged.

use variorum::compare::features::NAMES;

use crate::judged::{self, Judged};

pub(crate) fn print() {
    let stories = judged::stories();
    let combiner = judged::fitted(stories.iter().flat_map(Judged::samples).collect());
    println!("# What each figure of a pair counts for: name, weight, mean, deviation.");
    println!("# Fitted by benches/quality/weights.rs to judged pairs of stories and of summaries.");
    println!("bias {:.4}", combiner.bias);
    for (name, it) in NAMES.iter().zip(&combiner.weights) {
        println!("{name} {:.4} {:.4} {:.4}", it.weight, it.mean, it.deviation);
    }
}
