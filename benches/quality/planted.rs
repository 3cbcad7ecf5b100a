//! Changes of substance planted in real sentences, one at a time: is each told, as what it is? And
//! what two outlets wrote differently without changing anything: is it left untold?
//!
//! The sentences are those of `near-identical.jsonl`; what is planted is made by rule: another
//! figure, another weekday, a "not" or "may" taken out. Told on the gold's five articles are those
//! discrepancies that two annotators found and a rule can reach, as `../shared/tools/score.py`
//! counts them.

use std::{collections::BTreeSet, fs};

use variorum::{
    compare::compare,
    model::{
        article::Role,
        comparison::{Comparison, DiscrepancyKind},
    },
};

use crate::{data, gold, row::Row};

const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

type Plant = fn(&str) -> Option<String>;

pub(crate) fn run() -> Vec<Row> {
    let pairs = data::lines("near-identical.jsonl");
    let sentences: BTreeSet<&str> = pairs.iter().filter_map(|it| it["a"].as_str()).collect();
    let plants: [(&str, DiscrepancyKind, Plant, f64); 4] = [
        ("another figure", DiscrepancyKind::Number, figure, 0.85),
        ("another weekday", DiscrepancyKind::Date, weekday, 0.85),
        (
            "a lost not",
            DiscrepancyKind::Negation,
            |it| without(it, " not "),
            0.7,
        ),
        (
            "a lost may",
            DiscrepancyKind::Hedge,
            |it| without(it, " may "),
            0.6,
        ),
    ];
    let mut rows: Vec<Row> = plants
        .into_iter()
        .map(|(name, kind, plant, floor)| {
            let planted = sentences.iter().filter_map(|it| Some((*it, plant(it)?)));
            let told: Vec<bool> = planted.map(|(a, b)| tells(a, &b, kind)).collect();
            let share = told.iter().filter(|it| **it).count() as f64 / told.len().max(1) as f64;
            Row::new(
                format!("planted, {name} ({}), told", told.len()),
                share,
                floor,
            )
        })
        .collect();
    rows.push(Row::new(
        "peace-talks, discrepancies found",
        on_gold(),
        0.85,
    ));
    rows
}

/// Whether the change is told as this kind, or as words changed inside a quotation.
fn tells(a: &str, b: &str, kind: DiscrepancyKind) -> bool {
    let found = told(a, b);
    let told = found.discrepancies().iter();
    let told = told.filter(|it| it.weighs());
    let told = told.filter(|it| it.kind == kind || it.kind == DiscrepancyKind::Quote);
    let any = told.count() > 0;
    if !any && std::env::var_os("MISSES").is_some() {
        println!("{} not told:\n  {a}\n  {b}", kind.name());
    }
    any
}

fn told(a: &str, b: &str) -> Comparison {
    let articles = [
        data::article("a", &[(Role::Body, a)]),
        data::article("b", &[(Role::Body, b)]),
    ];
    compare(&articles, &data::story(&articles))
}

/// The first number of two or three digits, and no year or part of a name, made another.
fn figure(text: &str) -> Option<String> {
    let words = text.split(' ');
    let plain = |it: &&str| {
        matches!(it.len(), 2 | 3)
            && it.bytes().all(|it| it.is_ascii_digit())
            && !it.starts_with('0')
    };
    let (before, number) = words.clone().zip(words.skip(1)).find(|(_, it)| plain(it))?;
    let month = before.ends_with('.') || before.starts_with(char::is_uppercase);
    let other = number.parse::<u32>().ok()? + 37;
    (!month).then(|| text.replacen(&format!(" {number} "), &format!(" {other} "), 1))
}

fn weekday(text: &str) -> Option<String> {
    let (at, day) = DAYS.iter().enumerate().find(|it| text.contains(it.1))?;
    let many = DAYS.iter().filter(|it| text.contains(**it)).count();
    (many == 1).then(|| text.replacen(day, DAYS[(at + 3) % 7], 1))
}

fn without(text: &str, word: &str) -> Option<String> {
    (text.matches(word).count() == 1).then(|| text.replacen(word, " ", 1))
}

/// The share of the gold's discrepancies told: of the same kind, with two of its units.
fn on_gold() -> f64 {
    let (articles, names) = gold::articles();
    let found = compare(&articles, &data::story(&articles));
    let table = fs::read_to_string(format!("{}/gold/peace-talks/discrepancies.tsv", data::ROOT))
        .expect("the gold can be read");
    let rows = table
        .lines()
        .skip(1)
        .map(|it| it.split('\t').collect::<Vec<_>>());
    let wanted: Vec<Vec<&str>> = rows.filter(|it| it.get(3) == Some(&"rule")).collect();
    let is_told = |row: &&Vec<&str>| {
        found.discrepancies().iter().any(|it| {
            let units = it.sentences().into_iter().filter_map(|it| names.get(&it));
            let inside = units.filter(|unit| row[0].split(',').any(|it| it == unit.as_str()));
            it.kind.name() == row[1] && 2 <= inside.count()
        })
    };
    wanted.iter().filter(is_told).count() as f64 / wanted.len().max(1) as f64
}
