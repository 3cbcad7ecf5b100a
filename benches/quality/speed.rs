//! How long comparing takes, on one core, for a small story and a large one. Told, not judged: it
//! depends on the machine.

use std::{fs, sync::LazyLock, time::Instant};

use variorum::{
    compare::{candidates, claims, compare, discrepancies, links, origins, unit},
    model::article::{Article, Role},
    text::sentence,
};

use crate::{data, row::Row};

const ROUNDS: usize = 5;

pub(crate) fn run() -> Vec<Row> {
    let articles = articles();
    let timed = |count: usize| {
        let story = data::story(&articles[..count]);
        let once = || {
            let start = spent();
            std::hint::black_box(compare(&articles, &story));
            spent() - start
        };
        let best = (0..ROUNDS).map(|_| once()).fold(f64::INFINITY, f64::min);
        Row::new(format!("compare {count} articles, ms"), best, None)
    };
    stages(&articles);
    [5, 50, 120]
        .into_iter()
        .filter(|it| *it <= articles.len())
        .map(timed)
        .collect()
}

/// Milliseconds that this process has had a processor for, where the system tells; else those
/// that went by. So a busy machine does not count.
fn spent() -> f64 {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    let nanoseconds = told.split(' ').next().and_then(|it| it.parse::<f64>().ok());
    nanoseconds.map_or_else(|| START.elapsed().as_secs_f64() * 1e3, |it| it / 1e6)
}

/// The figures of this section alone.
pub(crate) fn print() {
    run().iter().for_each(|it| println!("{it}"));
}

/// Prints the time of each stage for a story of fifty.
fn stages(articles: &[Article]) {
    let story = data::story(&articles[..articles.len().min(50)]);
    let mut start = spent();
    let mut told = |stage: &str, found: usize| {
        println!("{stage:12} {:8.1} ms  {found}", spent() - start);
        start = spent();
    };
    let sheet = unit::read(articles, &story);
    told("read", sheet.units.len());
    let candidates = candidates::find(&sheet);
    told("candidates", candidates.len());
    let links = links::judge(&sheet, &candidates).links;
    told("links", links.len());
    let claims = claims::gather(&links);
    told("claims", claims.len());
    told("origins", origins::find(articles, &story, &links).len());
    let found = discrepancies::find(articles, &story, &links, &claims);
    told("discrepancies", found.len());
}

/// Articles of one topic, the largest stories first.
fn articles() -> Vec<Article> {
    let mut lines = data::lines("stories.jsonl");
    lines.retain(|it| it["set"] == "aggregator-2025");
    lines.sort_by_key(|it| it["story"].as_str().unwrap_or_default().to_string());
    let text = |it: &serde_json::Value| it["text"].as_str().unwrap_or_default().to_string();
    lines.iter().map(|it| article(&text(it))).collect()
}

fn article(text: &str) -> Article {
    let sentences = text.split("\n\n").flat_map(|paragraph| {
        sentence::split(paragraph)
            .into_iter()
            .map(move |it| (Role::Body, it.of(paragraph)))
    });
    data::article("", &sentences.collect::<Vec<_>>())
}
