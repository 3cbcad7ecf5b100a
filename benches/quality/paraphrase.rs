//! Sentence pairs from news that look alike: do they mean the same? As a report: these pairs know
//! no story, so the shipped weights are not fitted to them.

use variorum::compare::features::COUNT;

use crate::{
    data::{self, Pair, Sample},
    logistic,
    row::Row,
};

pub(crate) fn run() -> Vec<Row> {
    let scored = logistic::crossed(&samples(), &[true; COUNT]);
    vec![
        Row::new("paraphrase, crossed: AUC", logistic::auc(&scored), 0.82),
        Row::new("paraphrase, crossed: F1", logistic::best_f1(&scored), 0.83),
    ]
}

fn samples() -> Vec<Sample> {
    let pair = |it: &serde_json::Value| Pair {
        topic: String::new(),
        a: it["a"].as_str().unwrap_or_default().into(),
        b: it["b"].as_str().unwrap_or_default().into(),
        same: it["label"] == 1,
    };
    let pairs: Vec<Pair> = data::lines("paraphrase.jsonl").iter().map(pair).collect();
    let mut samples = data::samples(&pairs);
    for (at, it) in samples.iter_mut().enumerate() {
        it.topic = format!("{:03}", at * 7919 % 1000);
    }
    samples
}
