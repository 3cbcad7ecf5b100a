//! Grouping measured on articles whose stories people marked: B-cubed F1 by set, with all sets
//! loaded as one bundle and each alone, at the one default.
//!
//! B-cubed (Bagga and Baldwin 1998): for each article the share of its group that belongs to its
//! story (precision) and of its story that is in its group (recall), averaged over the articles.

use std::{collections::HashMap, fs, path::Path, time::Instant};

use variorum::{
    model::{
        article::{Article, Meta, Parts, Role, Sentence, SpanOf},
        date::Stamp,
    },
    stories,
};

/// A figure, its name, and the least it may be.
pub(crate) type Row = (String, f64, f64);

/// The sets, and the floors of their figures within the whole and alone.
const SETS: [(&str, f64, f64); 3] = [
    ("aggregator-2025", 0.90, 0.90),
    ("roundups", 0.85, 0.85),
    ("topics", 0.85, 0.85),
];

/// An article with the story that people put it in.
struct Marked {
    article: Article,
    set: String,
    story: String,
}

/// The figures; none where the data are absent.
pub(crate) fn rows(data: &Path) -> Vec<Row> {
    let Ok(text) = fs::read_to_string(data.join("stories.jsonl")) else {
        println!("stories: skipped, no {}", data.display());
        return Vec::new();
    };
    let marked: Vec<Marked> = text.lines().filter_map(read).collect();
    let mut rows = Vec::new();
    let whole = groups(&marked.iter().collect::<Vec<_>>());
    for (set, floor, floor_alone) in SETS {
        let (precision, recall, f1) = b_cubed(&marked.iter().collect::<Vec<_>>(), &whole, set);
        println!("{set:16} in all   P {precision:.3} R {recall:.3}");
        rows.push((format!("stories {set} in all, F1"), f1, floor));
        let own: Vec<&Marked> = marked.iter().filter(|it| it.set == set).collect();
        let (precision, recall, f1) = b_cubed(&own, &groups(&own), set);
        println!("{set:16} alone    P {precision:.3} R {recall:.3}");
        rows.push((format!("stories {set} alone, F1"), f1, floor_alone));
    }
    rows
}

/// Seconds to group the articles of a file, once they are read.
pub(crate) fn seconds(path: &Path) -> Option<(usize, f64)> {
    let text = fs::read_to_string(path).ok()?;
    let articles: Vec<Article> = text.lines().filter_map(read).map(|it| it.article).collect();
    let start = Instant::now();
    let stories = stories::group(&articles);
    println!("{} articles, {} stories", articles.len(), stories.len());
    Some((articles.len(), start.elapsed().as_secs_f64()))
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
