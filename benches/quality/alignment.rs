//! Sentences of summaries of one topic: do they share a content unit? Weights are fitted by
//! cross-validation over topics.

use variorum::compare::features::COUNT;

use crate::{
    data::{self, Pair, Sample},
    logistic,
    row::Row,
};

pub(crate) fn run() -> Vec<Row> {
    let scored = logistic::crossed(&samples(), &[true; COUNT]);
    vec![
        Row::new(
            "alignment, crossed over topics: AUC",
            logistic::auc(&scored),
            0.94,
        ),
        Row::new(
            "alignment, crossed over topics: F1",
            logistic::best_f1(&scored),
            0.79,
        ),
    ]
}

pub(crate) fn samples() -> Vec<Sample> {
    data::samples(&pairs())
}

pub(crate) fn pairs() -> Vec<Pair> {
    let pair = |it: &serde_json::Value| Pair {
        topic: it["topic"].as_str().unwrap_or_default().into(),
        a: it["a"].as_str().unwrap_or_default().into(),
        b: it["b"].as_str().unwrap_or_default().into(),
        same: it["label"] == 1,
    };
    data::lines("alignment.jsonl").iter().map(pair).collect()
}
