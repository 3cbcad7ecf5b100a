//! Sentences of summaries of one topic: do they share a content unit? Weights are fitted by
//! cross-validation over topics.

use std::collections::BTreeMap;

use variorum::compare::{
    combiner::Combiner,
    features::COUNT,
    support::{self, Scored},
};

use crate::{
    data::{self, Pair, Sample, Topic},
    logistic,
    row::Row,
};

pub(crate) fn run() -> Vec<Row> {
    let alone = logistic::crossed(&samples(), &[true; COUNT]);
    let supported = supported();
    vec![
        Row::new(
            "alignment, crossed, pairs alone: AUC",
            logistic::auc(&alone),
            0.935,
        ),
        Row::new(
            "alignment, crossed, pairs alone: F1",
            logistic::best_f1(&alone),
            0.785,
        ),
        Row::new(
            "alignment, crossed, in their topic: AUC",
            logistic::auc(&supported),
            0.94,
        ),
        Row::new(
            "alignment, crossed, in their topic: F1",
            logistic::best_f1(&supported),
            0.79,
        ),
    ]
}

/// Scores with the support of the topic's other sentences, as in a story.
fn supported() -> Vec<(f32, bool)> {
    let topics = data::topics(&pairs());
    let samples: Vec<Sample> = topics.iter().flat_map(Topic::samples).collect();
    let folds = logistic::folds(topics.iter().map(|it| it.name.as_str()));
    let combiners = logistic::without_each(&samples, &[true; COUNT]);
    let of_topic = |topic: &Topic| scores(topic, &combiners[folds[&topic.name]]);
    topics.iter().flat_map(of_topic).collect()
}

fn scores(topic: &Topic, combiner: &Combiner) -> Vec<(f32, bool)> {
    let units = topic.sheet.units.len();
    let pairs = (0..units).flat_map(|a| (a + 1..units).map(move |b| (a, b)));
    let scored = pairs.map(|(a, b)| Scored {
        a,
        b,
        score: combiner.score(&topic.figures(a, b)),
    });
    let scored: Vec<Scored> = scored.collect();
    let supported = support::supported(&scored, units);
    let by_pair: BTreeMap<(usize, usize), f32> = scored
        .iter()
        .zip(supported)
        .map(|(it, score)| ((it.a, it.b), score))
        .collect();
    let judged = topic.judged.iter();
    judged
        .map(|(a, b, same)| {
            (
                by_pair.get(&(*a.min(b), *a.max(b))).copied().unwrap_or(1.0),
                *same,
            )
        })
        .collect()
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
