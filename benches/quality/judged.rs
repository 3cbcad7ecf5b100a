//! Sixteen stories of three to five articles, in which one annotator marked the sentences that tell
//! the same: the pairs that the weights and thresholds are fitted to, and how well they do.
//!
//! The marks stand in `benches/judged`, with what was found told differently; the text in `../shared/data/stories.jsonl`. Each story is
//! also scored with weights fitted to the others, at the shipped thresholds. The 26 stories of `benches/later`,
//! which seven other annotators marked, are only scored: nothing is fitted to them.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    ops::Range,
};

use variorum::{
    compare::{
        candidates,
        combiner::Combiner,
        features::{self, COUNT},
        links,
        unit::{self, Unit},
    },
    model::{
        article::{Article, Meta, Role},
        date::Stamp,
        index::{ArticleIx, Place, SentenceIx},
    },
};

use crate::{
    data::{self, Sample},
    gold::{self, Couple, Tally},
    logistic,
    row::Row,
};

const JUDGED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/judged");
const LATER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/later");
const MARKED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/marked");

/// A story and what was marked in it.
pub(crate) struct Judged {
    pub(crate) name: String,
    pub(crate) articles: Vec<Article>,
    pub(crate) names: BTreeMap<Place, String>,
    pub(crate) levels: BTreeMap<Couple, BTreeSet<String>>,
    pub(crate) lines: Vec<Line>,
}

/// A unit, as bytes of a field.
struct Cut<'a> {
    name: &'a str,
    role: Role,
    text: &'a str,
    bytes: Range<usize>,
}

/// Something that the annotator found told differently.
pub(crate) struct Line {
    pub(crate) kind: String,
    /// Whether a rule can find it; else it takes understanding.
    pub(crate) by_rule: bool,
    /// At least two.
    pub(crate) units: BTreeSet<String>,
}

impl Line {
    pub(crate) fn new(kind: &str, reach: &str, units: &str) -> Self {
        Self {
            kind: kind.into(),
            by_rule: reach == "rule",
            units: units.split(',').map(String::from).collect(),
        }
    }
}

pub(crate) fn run() -> Vec<Row> {
    let stories = stories();
    let own: Vec<[Tally; 4]> = stories
        .iter()
        .map(|it| it.measured(Combiner::shipped()))
        .collect();
    let samples: Vec<Vec<Sample>> = stories.iter().map(Judged::samples).collect();
    let crossed = stories.iter().enumerate().map(|(out, story)| {
        let rest = samples.iter().enumerate().filter(|(at, _)| *at != out);
        let rest: Vec<Sample> = rest.flat_map(|(_, it)| it.clone()).collect();
        story.measured(&fitted(rest))
    });
    let crossed: Vec<[Tally; 4]> = crossed.collect();
    let mean = |figures: &[[Tally; 4]], at: usize| {
        let all = figures.iter().map(|it| it[at].f1());
        let there = all.filter(|it| !it.is_nan());
        there.clone().sum::<f64>() / there.count() as f64
    };
    // A story with two pairs moves the mean as much as one with fifty; here each pair counts as much.
    let together = |figures: &[[Tally; 4]], at: usize| {
        let sum = |sum: Tally, it: &[Tally; 4]| sum.and(&it[at]);
        figures.iter().fold(Tally::default(), sum).f1()
    };
    if std::env::var_os("MISSES").is_some() {
        for (story, it) in stories.iter().zip(&crossed) {
            println!("{:12} {:.3?}", story.name, it.map(Tally::f1));
        }
    }
    let floors = [
        ("strong", 0.88),
        ("claim", 0.74),
        ("any", 0.62),
        ("claims joined", 0.70),
    ];
    let rows = floors.iter().enumerate().flat_map(|(at, (name, floor))| {
        [
            Row::new(
                format!("sixteen stories, crossed: {name}"),
                mean(&crossed, at),
                *floor,
            ),
            Row::new(
                format!("sixteen stories, shipped: {name}"),
                mean(&own, at),
                None,
            ),
            Row::new(
                format!("sixteen stories, crossed, all pairs together: {name}"),
                together(&crossed, at),
                None,
            ),
        ]
    });
    let later: Vec<[Tally; 4]> = later()
        .iter()
        .map(|it| it.measured(Combiner::shipped()))
        .collect();
    let unseen = [
        ("strong", 0.82),
        ("claim", 0.69),
        ("any", 0.53),
        ("claims joined", 0.67),
    ];
    let unseen = unseen.iter().enumerate().flat_map(|(at, (name, floor))| {
        let name = |how: &str| format!("26 later stories{how}: {name}");
        [
            Row::new(name(""), mean(&later, at), *floor),
            Row::new(name(", all pairs together"), together(&later, at), None),
        ]
    });
    rows.chain(unseen).collect()
}

/// How much a pair of summaries counts beside a pair of a judged story.
const SUMMARIES: f32 = 0.3;

/// Weights fitted to pairs of judged stories and of summaries.
pub(crate) fn fitted(mut samples: Vec<Sample>) -> Combiner {
    samples.extend(crate::alignment::samples().into_iter().map(|mut it| {
        it.figures[features::EARLY] = 0.0; // a sentence of a summary has no place in an article
        it.counts = SUMMARIES;
        it
    }));
    logistic::fit(&samples.iter().collect::<Vec<_>>(), &[true; COUNT])
}

/// All judged stories, by name.
pub(crate) fn stories() -> Vec<Judged> {
    read_all(JUDGED)
}

/// The stories that nothing is fitted to, by name.
pub(crate) fn later() -> Vec<Judged> {
    read_all(LATER)
}

/// Stories in which other editors marked what is told differently, and no pairs.
pub(crate) fn marked() -> Vec<Judged> {
    read_all(MARKED)
}

fn read_all(folder: &str) -> Vec<Judged> {
    let texts: BTreeMap<String, serde_json::Value> = data::lines("stories.jsonl")
        .into_iter()
        .map(|it| (it["id"].as_str().unwrap_or_default().to_string(), it))
        .collect();
    let files = fs::read_dir(folder).expect("the stories can be read");
    let mut paths: Vec<_> = files.flatten().map(|it| it.path()).collect();
    paths.sort();
    paths.iter().map(|it| read(it, &texts)).collect()
}

fn read(path: &std::path::Path, texts: &BTreeMap<String, serde_json::Value>) -> Judged {
    let marks = fs::read_to_string(path).expect("a judged story can be read");
    let mut ids: BTreeMap<&str, &str> = BTreeMap::new();
    let mut units: BTreeMap<&str, Vec<Cut>> = BTreeMap::new();
    let mut levels = BTreeMap::new();
    let mut lines = Vec::new();
    for cells in marks.lines().map(|it| it.split('\t').collect::<Vec<_>>()) {
        match cells[..] {
            ["article", letter, id] => _ = ids.insert(letter, id),
            ["unit", name, role, field, start, end] => {
                let byte = |it: &str| it.parse::<usize>().expect("a byte");
                let text = texts[ids[&name[..1]]][field].as_str().unwrap_or_default();
                let own = units.entry(&name[..1]).or_default();
                own.push(Cut {
                    name,
                    role: gold::role(role).expect("a role"),
                    text,
                    bytes: byte(start)..byte(end),
                });
            }
            ["discrepancy", kind, reach, units] => lines.push(Line::new(kind, reach, units)),
            ["pair", a, b, level] => {
                let level = level.split('/').map(String::from).collect();
                levels.insert(gold::couple(a, b), level);
            }
            _ => (),
        }
    }
    let mut names = BTreeMap::new();
    let mut articles = Vec::new();
    for (at, (letter, units)) in units.iter().enumerate() {
        let date = texts[ids[letter]]["date"].as_str();
        let published = date.and_then(|it| it.get(..10)?.parse().ok());
        let meta = Meta {
            source: letter.to_string(),
            published: published.map(|date| Stamp { date, time: None }),
            ..Meta::default()
        };
        articles.push(data::in_paragraphs(meta, &in_paragraphs(units)));
        for (nth, unit) in units.iter().enumerate() {
            let place = Place::new(ArticleIx(at), SentenceIx(nth));
            names.insert(place, unit.name.to_string());
        }
    }
    Judged {
        name: path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into(),
        articles,
        names,
        levels,
        lines,
    }
}

/// The sentences of an article with the numbers of their paragraphs, which a break of line parts.
fn in_paragraphs<'a>(units: &[Cut<'a>]) -> Vec<(Role, &'a str, u32)> {
    let mut paragraph = 0;
    let mut found = Vec::new();
    for (at, it) in units.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| &units[at]);
        let gap = before.map(|last| it.text.get(last.bytes.end..it.bytes.start));
        let goes_on = gap.is_none_or(|it| it.is_some_and(|gap| !gap.contains('\n')));
        paragraph += u32::from(!goes_on || before.is_some_and(|last| last.role != it.role));
        found.push((it.role, &it.text[it.bytes.clone()], paragraph));
    }
    found
}

impl Judged {
    /// Strong, claim and any, and the pairs that joined claims imply.
    fn measured(&self, combiner: &Combiner) -> [Tally; 4] {
        let sheet = unit::read(&self.articles, &data::story(&self.articles));
        let links = links::weighed(&sheet, &candidates::find(&sheet), combiner).links;
        gold::figures(&links, &self.names, &self.levels)
    }

    /// The figures of all pairs that are plainly the same or plainly not.
    pub(crate) fn samples(&self) -> Vec<Sample> {
        let sheet = unit::read(&self.articles, &data::story(&self.articles));
        let mut samples = Vec::new();
        for (at, a) in sheet.units.iter().enumerate() {
            for b in sheet.units[at + 1..].iter() {
                if let Some(same) = self.same(a, b) {
                    samples.push(Sample {
                        topic: self.name.clone(),
                        figures: features::figures(&sheet, a, b),
                        same,
                        counts: 1.0,
                    });
                }
            }
        }
        samples
    }

    fn same(&self, a: &Unit, b: &Unit) -> Option<bool> {
        let apart = !a.shares_article(b);
        if !apart || links::announces(a) || links::announces(b) {
            return None;
        }
        let couple = gold::couple(&self.names[&a.place], &self.names[&b.place]);
        match self.levels.get(&couple) {
            None => Some(false),
            Some(level) if level.contains("optional") => None,
            Some(_) => Some(true),
        }
    }
}
