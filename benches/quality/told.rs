//! Discrepancies that annotators found in 42 stories: how many are told, and how much is told that
//! nobody marked.
//!
//! As `../shared/tools/score.py` counts: a marked line is found where one discrepancy of its kind
//! names two of its sentences. What is told is stray where it names no two sentences of any line,
//! of any kind: an upper bound of what is wrong, since nobody marks everything. The sure rules are
//! written with eight of the judged stories and the gold in view, the possible ones with twelve: of
//! `APART` only the figures of the sure ones tell of texts that no rule was written for, of `LATER`
//! all do. The lines of fifteen of those in `benches/marked` are by three other editors; with eight of
//! these in view the slight rules were written, with `UNSEEN` none. Two more marked five stories each,
//! and more densely: `DENSE`, of which one rule or two were written for, and `DENSE_UNSEEN`. Lines of kind `wording` are
//! counted by themselves: the annotators marked synonyms too, which are no discrepancy here.
//!
//! With `TOLD=story` everything told of it is printed, and the lines that were missed.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use variorum::{
    compare::compare,
    model::{
        article::Article,
        comparison::{Differs, Discrepancy, DiscrepancyKind},
        index::Place,
    },
};

use crate::{
    data, gold,
    judged::{self, Line},
    row::Row,
};

/// Stories whose texts no sure rule was written for.
const APART: [&str; 4] = ["girl", "gor", "raf", "seine"];
/// Stories marked later, which no rule was written for.
const LATER: [&str; 4] = ["daca", "glass", "tariffs", "tiangong"];
/// Stories marked by a reader of whose lines no rule was written in view.
const UNSEEN: [&str; 7] = [
    "florida",
    "hackers",
    "iran",
    "memos",
    "press-pass",
    "testimony",
    "vaccine",
];
/// Stories that a fourth editor marked, who marks every other word.
const DENSE: [&str; 5] = ["bakery", "budget", "machine", "strategy", "zone"];
/// Stories of a fifth, of whose lines no rule was written in view.
const DENSE_UNSEEN: [&str; 5] = [
    "downgraded",
    "farmers",
    "moderator",
    "shutdown",
    "standing-down",
];
const KINDS: [DiscrepancyKind; 9] = [
    DiscrepancyKind::Quote,
    DiscrepancyKind::Number,
    DiscrepancyKind::Date,
    DiscrepancyKind::Negation,
    DiscrepancyKind::Name,
    DiscrepancyKind::Role,
    DiscrepancyKind::Attribution,
    DiscrepancyKind::Hedge,
    DiscrepancyKind::Wording,
];

/// What is told of one story beside what was marked.
struct Told {
    name: String,
    lines: Vec<Line>,
    /// Each discrepancy.
    told: Vec<Said>,
}

/// A discrepancy that was told.
struct Said {
    kind: &'static str,
    units: BTreeSet<String>,
    differs: Differs,
}

pub(crate) fn run() -> Vec<Row> {
    let among = |it: &Told, names: &[&str]| names.contains(&it.name.as_str());
    let all = read(judged::stories()).into_iter();
    let (later, before): (Vec<Told>, Vec<Told>) = all.partition(|it| among(it, &LATER));
    let before = before.into_iter();
    let (apart, seen): (Vec<Told>, Vec<Told>) = before.partition(|it| among(it, &APART));
    let mut others = read(judged::marked());
    let mut take =
        |names: &[&str]| -> Vec<Told> { others.extract_if(.., |it| among(it, names)).collect() };
    let (unseen, dense, last) = (take(&UNSEEN), take(&DENSE), take(&DENSE_UNSEEN));
    let gold = [peace_talks()];
    let mut rows = Vec::new();
    for (name, stories, floor) in [
        ("eight stories", &seen[..], 0.48),
        ("four kept apart", &apart[..], 0.54),
        ("four marked later", &later[..], 0.45),
        ("eight by others", &others[..], 0.44),
        ("seven unseen", &unseen[..], 0.33),
        ("five marked densely", &dense[..], 0.18),
        ("five unseen, marked densely", &last[..], 0.33),
        ("peace-talks", &gold[..], 0.85),
    ] {
        rows.extend(figures(name, stories, floor));
    }
    rows
}

/// The figures of some stories.
fn figures(name: &str, stories: &[Told], floor: f64) -> Vec<Row> {
    let row = |what: &str, figure| Row::new(format!("{name}: {what}"), figure, None);
    let plain = |it: &Line| it.by_rule && it.kind != "wording";
    let mut rows = vec![Row::new(
        format!("{name}: marked lines found, by rule"),
        found(stories, plain),
        floor,
    )];
    for kind in KINDS {
        let of = |it: &Line| it.by_rule && it.kind == kind.name();
        let lines = stories.iter().flat_map(|it| &it.lines);
        let count = lines.filter(|it| of(it)).count();
        if count > 0 {
            let what = format!("  {}, of {count}", kind.name());
            rows.push(row(&what, found(stories, of)));
        }
    }
    rows.push(row(
        "by judgement",
        found(stories, |it| !it.by_rule && it.kind != "wording"),
    ));
    for (what, differs) in [
        ("surely", Differs::Surely),
        ("as possible", Differs::Possibly),
        ("as slight", Differs::Slightly),
    ] {
        let all: Vec<bool> = stories.iter().flat_map(|it| it.strays(differs)).collect();
        let (told, stray) = (all.len(), all.iter().filter(|it| **it).count());
        rows.push(row(
            &format!("told {what}, a story"),
            told as f64 / stories.len() as f64,
        ));
        rows.push(row("  of them stray", stray as f64 / told.max(1) as f64));
    }
    rows
}

/// The share of the lines that are found.
fn found(stories: &[Told], counts: impl Fn(&Line) -> bool) -> f64 {
    let lines = || {
        let all = stories
            .iter()
            .flat_map(|it| it.lines.iter().map(move |line| (it, line)));
        all.filter(|(_, line)| counts(line))
    };
    let found = lines().filter(|(story, line)| story.finds(line)).count();
    found as f64 / lines().count().max(1) as f64
}

impl Said {
    /// Whether it is what the annotator marked: of its kind, and of two of its sentences.
    fn is(&self, line: &Line) -> bool {
        self.kind == line.kind && 2 <= self.units.intersection(&line.units).count()
    }
}

impl Told {
    fn new(
        name: &str,
        articles: &[Article],
        names: &BTreeMap<Place, String>,
        lines: Vec<Line>,
    ) -> Self {
        let comparison = compare(articles, &data::story(articles));
        let units = |it: &Discrepancy| {
            let places = it.sentences();
            let known = places.iter().filter_map(|it| names.get(it).cloned());
            Said {
                kind: it.kind.name(),
                units: known.collect(),
                differs: it.differs,
            }
        };
        let told = Self {
            name: name.into(),
            lines,
            told: comparison.discrepancies().iter().map(units).collect(),
        };
        if std::env::var("TOLD").is_ok_and(|it| it.split(',').any(|it| it == name)) {
            told.print(articles, names, comparison.discrepancies());
        }
        told
    }

    fn finds(&self, line: &Line) -> bool {
        self.told.iter().any(|it| it.is(line))
    }

    /// Of all that is told so surely: whether it names no two sentences of any line.
    fn strays(&self, differs: Differs) -> Vec<bool> {
        let told = self.told.iter().filter(|it| it.differs == differs);
        told.map(|it| self.is_stray(&it.units)).collect()
    }

    fn is_stray(&self, of: &BTreeSet<String>) -> bool {
        let mut lines = self.lines.iter();
        !lines.any(|it| 2 <= of.intersection(&it.units).count())
    }

    fn print(&self, articles: &[Article], names: &BTreeMap<Place, String>, all: &[Discrepancy]) {
        println!("== {}", self.name);
        for (it, said) in all.iter().zip(&self.told) {
            let marked = self.lines.iter().any(|line| said.is(line));
            let sign = match (marked, self.is_stray(&said.units)) {
                (true, _) => "+",
                (false, true) => "?",
                _ => "~",
            };
            let readings: Vec<&str> = it.readings.iter().map(|it| &*it.text).collect();
            println!("{sign} {}: {}", it.named(), readings.join(" | "));
            for place in it.sentences() {
                let said = articles[place.article.0].said(place.sentence);
                println!("      {:4} {said}", names[&place]);
            }
        }
        for it in self.lines.iter().filter(|it| !self.finds(it)) {
            let reach = if it.by_rule { "rule" } else { "judgement" };
            let units: Vec<&str> = it.units.iter().map(String::as_str).collect();
            println!("- {} {reach} {}", it.kind, units.join(","));
        }
    }
}

fn read(stories: Vec<judged::Judged>) -> Vec<Told> {
    let stories = stories.into_iter();
    stories
        .map(|it| Told::new(&it.name, &it.articles, &it.names, it.lines))
        .collect()
}

fn peace_talks() -> Told {
    let (articles, names) = gold::articles();
    let table = fs::read_to_string(format!("{}/gold/peace-talks/discrepancies.tsv", data::ROOT))
        .expect("the gold can be read");
    let rows = table.lines().skip(1).map(|it| it.split('\t').collect());
    let line = |cells: Vec<&str>| match cells[..] {
        [units, kind, _, reach] => Some(Line::new(kind, reach, units)),
        _ => None,
    };
    let lines = rows.filter_map(line).collect();
    Told::new("peace-talks", &articles, &names, lines)
}
