//! Grouping measured on articles whose stories people marked: B-cubed F1 by set, with all sets
//! loaded as one bundle and each alone, at the one default.
//!
//! B-cubed (Bagga and Baldwin 1998): for each article the share of its group that belongs to its
//! story (precision) and of its story that is in its group (recall), averaged over the articles.

use std::{collections::HashMap, fs};

use variorum::{
    model::{
        article::{Article, Meta, Parts, Role, Sentence, SpanOf},
        date::Stamp,
    },
    stories,
};

use crate::row::Row;

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/stories.jsonl");

/// The sets, and the floors of their figures.
const SETS: [(&str, f64); 3] = [
    ("aggregator-2025", 0.93),
    ("roundups", 0.93),
    ("topics", 0.93),
];

/// An article with the story that people put it in.
struct Marked {
    article: Article,
    set: String,
    story: String,
}

/// F1 of each set within the whole bundle and alone; none where the data are absent.
pub(crate) fn run() -> Vec<Row> {
    let Ok(text) = fs::read_to_string(DATA) else {
        println!("stories: skipped, there is no {DATA}");
        return Vec::new();
    };
    let marked: Vec<Marked> = text.lines().filter_map(read).collect();
    let all: Vec<&Marked> = marked.iter().collect();
    let whole = groups(&all);
    let mut rows = Vec::new();
    for (set, floor) in SETS {
        let (precision, recall, f1) = b_cubed(&all, &whole, set);
        rows.push(Row::new(
            format!("stories, {set} among all, precision"),
            precision,
            None,
        ));
        rows.push(Row::new(
            format!("stories, {set} among all, recall"),
            recall,
            None,
        ));
        rows.push(Row::new(
            format!("stories, {set} among all, B-cubed F1"),
            f1,
            floor,
        ));
        let own: Vec<&Marked> = marked.iter().filter(|it| it.set == set).collect();
        let (_, _, f1) = b_cubed(&own, &groups(&own), set);
        rows.push(Row::new(
            format!("stories, {set} alone, B-cubed F1"),
            f1,
            floor,
        ));
    }
    rows
}

fn groups(marked: &[&Marked]) -> Vec<usize> {
    let articles: Vec<Article> = marked.iter().map(|it| it.article.clone()).collect();
    let mut groups = vec![0; articles.len()];
    for (at, story) in stories::group(&articles).iter().enumerate() {
        for ix in story.articles() {
            groups[ix.0] = at;
        }
    }
    groups
}

fn b_cubed(marked: &[&Marked], groups: &[usize], set: &str) -> (f64, f64, f64) {
    let mut of_group: HashMap<usize, f64> = HashMap::new();
    let mut of_story: HashMap<&str, f64> = HashMap::new();
    let mut of_both: HashMap<(usize, &str), f64> = HashMap::new();
    for (it, group) in marked.iter().zip(groups) {
        *of_group.entry(*group).or_default() += 1.0;
        *of_story.entry(&it.story).or_default() += 1.0;
        *of_both.entry((*group, &it.story)).or_default() += 1.0;
    }
    let (mut precision, mut recall, mut counted) = (0.0, 0.0, 0.0);
    for (it, group) in marked.iter().zip(groups).filter(|(it, _)| it.set == set) {
        let both = of_both[&(*group, it.story.as_str())];
        precision += both / of_group[group];
        recall += both / of_story[it.story.as_str()];
        counted += 1.0;
    }
    let (precision, recall) = (precision / counted, recall / counted);
    (
        precision,
        recall,
        2.0 * precision * recall / (precision + recall),
    )
}

/// One line of the data; its `story` is kept apart, for it would give the answer away.
fn read(line: &str) -> Option<Marked> {
    let row: serde_json::Value = serde_json::from_str(line).ok()?;
    let field = |name: &str| row[name].as_str().unwrap_or_default().to_string();
    let text = field("text");
    let mut parts = Parts::default();
    let mut at = 0;
    for (paragraph, line) in text.split('\n').enumerate() {
        parts.sentences.push(Sentence {
            span: (at..at + line.len()).into(),
            paragraph: paragraph as u32,
            role: Role::Body,
        });
        at += line.len() + 1;
    }
    let day = field("date");
    let published = day.get(..10).and_then(|it| it.parse().ok());
    let meta = Meta {
        source: field("source"),
        title: Some(field("title")),
        published: published.map(|date| Stamp { date, time: None }),
        ..Meta::default()
    };
    Some(Marked {
        article: Article::new(field("id"), SpanOf::Extracted, meta, text, parts),
        set: field("set"),
        story: field("story"),
    })
}
