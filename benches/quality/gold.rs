//! Five articles on one event, their sentences as two annotators parted them: are the pairs that
//! tell the same linked, and as what? The measures are those of `../shared/tools/score.py`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use variorum::{
    compare::compare,
    model::{
        article::{Article, Role},
        comparison::{Comparison, LinkKind},
        index::Place,
    },
};

use crate::{data, row::Row};

type Couple = (String, String);

pub(crate) fn run() -> Vec<Row> {
    let (articles, names) = articles();
    let found = compare(&articles, &data::story(&articles));
    let links = links(&found, &names);
    let levels = levels();
    let strong = ["edited", "verbatim"];
    let claim = ["edited", "verbatim", "paraphrase"];
    let every = ["edited", "verbatim", "paraphrase", "partial"];
    vec![
        Row::new(
            "peace-talks, gold sentences: strong",
            f1(&links, &levels, &strong, &["optional"]),
            0.88,
        ),
        Row::new(
            "peace-talks, gold sentences: claim",
            f1(&links, &levels, &claim, &["optional", "partial"]),
            0.70,
        ),
        Row::new(
            "peace-talks, gold sentences: any",
            f1(&links, &levels, &every, &["optional"]),
            0.58,
        ),
        Row::new("peace-talks, links told", links.len() as f64, None),
    ]
}

/// The articles, and the gold's name for each place.
pub(crate) fn articles() -> (Vec<Article>, BTreeMap<Place, String>) {
    let text = fs::read_to_string(format!("{}/gold/peace-talks/units.tsv", data::ROOT))
        .expect("the gold can be read");
    let mut files: BTreeMap<&str, Vec<(&str, Role, &str)>> = BTreeMap::new();
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        if let Some(role) = role(cells[4]) {
            files
                .entry(cells[1])
                .or_default()
                .push((cells[0], role, cells[5]));
        }
    }
    let mut names = BTreeMap::new();
    let mut articles = Vec::new();
    for (at, (file, units)) in files.into_iter().enumerate() {
        let sentences: Vec<(Role, &str)> =
            units.iter().map(|(_, role, said)| (*role, *said)).collect();
        articles.push(data::article(file, &sentences));
        for (nth, (name, ..)) in units.iter().enumerate() {
            let place = Place {
                article: variorum::model::index::ArticleIx(at),
                sentence: variorum::model::index::SentenceIx(nth),
            };
            names.insert(place, name.to_string());
        }
    }
    (articles, names)
}

fn role(name: &str) -> Option<Role> {
    let all = [
        Role::Headline,
        Role::Dek,
        Role::Body,
        Role::Heading,
        Role::List,
        Role::Caption,
        Role::Table,
    ];
    all.into_iter().find(|it| it.name() == name)
}

pub(crate) fn levels() -> BTreeMap<Couple, BTreeSet<String>> {
    let text = fs::read_to_string(format!("{}/gold/peace-talks/pairs.tsv", data::ROOT))
        .expect("the gold can be read");
    let rows = text.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        (
            couple(cells[0], cells[1]),
            cells[2].split('/').map(String::from).collect(),
        )
    });
    rows.collect()
}

fn couple(a: &str, b: &str) -> Couple {
    (a.min(b).to_string(), a.max(b).to_string())
}

fn links(found: &Comparison, names: &BTreeMap<Place, String>) -> Vec<(Couple, LinkKind)> {
    found
        .links()
        .iter()
        .map(|it| (couple(&names[&it.a], &names[&it.b]), it.kind))
        .collect()
}

/// F1 of the links of the wanted kinds against the pairs at the wanted levels; pairs at a neutral
/// level count neither way.
fn f1(
    links: &[(Couple, LinkKind)],
    levels: &BTreeMap<Couple, BTreeSet<String>>,
    want: &[&str],
    neutral: &[&str],
) -> f64 {
    let at = |couple: &Couple, names: &[&str]| {
        levels
            .get(couple)
            .is_some_and(|it| names.iter().any(|name| it.contains(*name)))
    };
    let only = |set: &BTreeSet<String>| set.iter().all(|it| want.contains(&it.as_str()));
    let told: BTreeSet<&Couple> = links
        .iter()
        .filter(|(_, kind)| want.contains(&kind.name()))
        .map(|(it, _)| it)
        .collect();
    let right = told.iter().filter(|it| at(it, want)).count() as f64;
    let wrong = told
        .iter()
        .filter(|it| !at(it, want) && !at(it, neutral))
        .count() as f64;
    let must: Vec<&Couple> = levels
        .iter()
        .filter(|(_, set)| only(set))
        .map(|(it, _)| it)
        .collect();
    let reached = must.iter().filter(|it| told.contains(**it)).count() as f64;
    let (precision, recall) = (right / (right + wrong), reached / must.len() as f64);
    if std::env::var_os("MISSES").is_some() {
        println!("{want:?}: precision {precision:.3} recall {recall:.3}");
    }
    2.0 * precision * recall / (precision + recall)
}
