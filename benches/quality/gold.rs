//! Five articles on one event, their sentences as two annotators parted them: are the pairs that
//! tell the same linked, and as what? The measures are those of `../shared/tools/score.py`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use variorum::{
    compare::{claims, compare},
    model::{
        article::{Article, Role},
        comparison::Link,
        index::Place,
    },
};

use crate::{data, row::Row};

pub(crate) type Couple = (String, String);

pub(crate) fn run() -> Vec<Row> {
    let (articles, names) = articles();
    let found = compare(&articles, &data::story(&articles));
    let figures = figures(found.links(), &names, &levels());
    let [strong, claim, any, joined] = figures.map(Tally::f1);
    vec![
        Row::new("peace-talks, gold sentences: strong", strong, 0.95),
        Row::new("peace-talks, gold sentences: claim", claim, 0.80),
        Row::new("peace-talks, gold sentences: any", any, 0.62),
        Row::new("peace-talks, gold sentences: claims joined", joined, None),
        Row::new("peace-talks, links told", found.links().len() as f64, None),
    ]
}

/// The links that are strong, that are claims, all, and the pairs that claims imply, counted.
pub(crate) fn figures(
    links: &[Link],
    names: &BTreeMap<Place, String>,
    levels: &BTreeMap<Couple, BTreeSet<String>>,
) -> [Tally; 4] {
    let strong = ["edited", "verbatim"];
    let claim = ["edited", "verbatim", "paraphrase"];
    let every = ["edited", "verbatim", "paraphrase", "partial"];
    let told = |kinds: &[&str]| {
        let wanted = links.iter().filter(|it| kinds.contains(&it.kind.name()));
        wanted
            .map(|it| couple(&names[&it.a], &names[&it.b]))
            .collect()
    };
    let mut joined = BTreeSet::new();
    for claim in claims::gather(links) {
        for (at, a) in claim.sentences.iter().enumerate() {
            let others = claim.sentences[at + 1..].iter();
            let apart = others.filter(|b| b.article != a.article);
            joined.extend(apart.map(|b| couple(&names[a], &names[b])));
        }
    }
    [
        tally(&told(&strong), levels, &strong, &["optional"]),
        tally(&told(&claim), levels, &claim, &["optional", "partial"]),
        tally(&told(&every), levels, &every, &["optional"]),
        tally(&joined, levels, &claim, &["optional", "partial"]),
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

pub(crate) fn role(name: &str) -> Option<Role> {
    Role::ALL.into_iter().find(|it| it.name() == name)
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

pub(crate) fn couple(a: &str, b: &str) -> Couple {
    (a.min(b).to_string(), a.max(b).to_string())
}

/// The couples told against the pairs at the wanted levels; pairs at a neutral level count neither way.
fn tally(
    told: &BTreeSet<Couple>,
    levels: &BTreeMap<Couple, BTreeSet<String>>,
    want: &[&str],
    neutral: &[&str],
) -> Tally {
    let at = |couple: &Couple, names: &[&str]| {
        levels
            .get(couple)
            .is_some_and(|it| names.iter().any(|name| it.contains(*name)))
    };
    let only = |set: &BTreeSet<String>| set.iter().all(|it| want.contains(&it.as_str()));
    let right = told.iter().filter(|it| at(it, want)).count();
    let wrong = told
        .iter()
        .filter(|it| !at(it, want) && !at(it, neutral))
        .count();
    let must: Vec<&Couple> = levels
        .iter()
        .filter(|(_, set)| only(set))
        .map(|(it, _)| it)
        .collect();
    let tally = Tally {
        right,
        wrong,
        must: must.len(),
        reached: must.iter().filter(|it| told.contains(**it)).count(),
    };
    if std::env::var_os("MISSES").is_some() {
        let (precision, recall) = tally.shares();
        println!("{want:?}: precision {precision:.3} recall {recall:.3}");
    }
    tally
}

/// How many of the couples told are right and wrong, and how many of those that must be told are.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    right: usize,
    wrong: usize,
    must: usize,
    reached: usize,
}

impl Tally {
    /// Precision and recall.
    fn shares(self) -> (f64, f64) {
        let told = (self.right + self.wrong) as f64;
        (
            self.right as f64 / told,
            self.reached as f64 / self.must as f64,
        )
    }

    /// Not a number where nothing right was told.
    pub(crate) fn f1(self) -> f64 {
        let (precision, recall) = self.shares();
        2.0 * precision * recall / (precision + recall)
    }

    /// The pairs of two stories counted together.
    pub(crate) fn and(self, other: &Self) -> Self {
        Self {
            right: self.right + other.right,
            wrong: self.wrong + other.wrong,
            must: self.must + other.must,
            reached: self.reached + other.reached,
        }
    }
}
