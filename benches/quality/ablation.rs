//! What each figure of a pair adds: the judged pairs again without it, and with it alone.

use variorum::compare::features::{COUNT, NAMES};

use crate::{alignment, logistic};

pub(crate) fn print() {
    let samples = alignment::samples();
    let told = |used: &[bool; COUNT]| {
        let scored = logistic::crossed(&samples, used);
        format!(
            "{:.4} | {:.4}",
            logistic::auc(&scored),
            logistic::best_f1(&scored)
        )
    };
    println!("| figures | AUC | F1 |\n|---|---|---|");
    println!("| all | {} |", told(&[true; COUNT]));
    for (at, name) in NAMES.iter().enumerate() {
        println!(
            "| without {name} | {} |",
            told(&std::array::from_fn(|it| it != at))
        );
    }
    for (at, name) in NAMES.iter().enumerate() {
        println!(
            "| {name} alone | {} |",
            told(&std::array::from_fn(|it| it == at))
        );
    }
}
