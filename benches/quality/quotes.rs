//! Quotations as two outlets printed them: are they found to be one, and are changed words told?
//!
//! The data calls a pair altered where any letter differs. Some of those differ in nothing but how
//! the same words are written: the spelling of one country or the other, numbers in words or
//! figures, what an editor put in brackets. They are counted apart, by `kind` below, and are not to be
//! told: a table of spellings here is independent of the program's own. Others were cut: told where
//! words were left out of a sentence, not where whole sentences were.

use variorum::{
    compare::compare,
    model::{
        article::{Article, Meta, Parts, Role, Sentence, SpanOf},
        comparison::{Comparison, Discrepancy, DiscrepancyKind},
    },
    text::sentence,
};

use crate::{data, row::Row};

/// Words in common from which two quotations of several sentences are one, cut differently.
const OVERLAP: usize = 8;

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// Other words.
    Changed,
    /// A part of the other, in words.
    Cut,
    /// The same words, written differently.
    Same,
}

pub(crate) fn run() -> Vec<Row> {
    let all = data::lines("quote-variants.jsonl");
    let pairs: Vec<(Kind, Comparison)> = all
        .iter()
        .map(|it| {
            let text = |side: &str| it[side].as_str().unwrap_or_default();
            let kind = match kind(text("a"), text("b")) {
                // As computed for the data, which reads more of what is marked as left out.
                Kind::Changed if it["kind"] != "altered" => Kind::Cut,
                kind => kind,
            };
            let found = printed(text("a"), text("b"));
            print_miss(kind, &found, text("a"), text("b"));
            (kind, found)
        })
        .collect();
    let share = |wanted: Kind, told: bool| {
        let of = || pairs.iter().filter(|it| it.0 == wanted);
        let right = of().filter(|it| tells(&it.1) == told).count();
        right as f64 / of().count().max(1) as f64
    };
    let found = pairs.iter().filter(|it| !it.1.links().is_empty()).count();
    let of = |kind| pairs.iter().filter(|it| it.0 == kind).count() as f64;
    vec![
        Row::new(
            "quote variants, found as one quotation",
            found as f64 / pairs.len() as f64,
            0.95,
        ),
        Row::new("quote variants with changed words", of(Kind::Changed), None),
        Row::new("quote variants cut short", of(Kind::Cut), None),
        Row::new("  of them told", share(Kind::Cut, true), None),
        Row::new("quote variants of the same words", of(Kind::Same), None),
        Row::new(
            "quote variants, changed words told",
            share(Kind::Changed, true),
            0.95,
        ),
        Row::new(
            "quote variants, same words not told",
            share(Kind::Same, false),
            0.95,
        ),
    ]
}

/// An article of one paragraph, its sentences parted as the program parts them.
fn paragraph(text: &str) -> Article {
    let sentence = |span| Sentence {
        span,
        paragraph: 0,
        role: Role::Body,
    };
    let parts = Parts {
        sentences: sentence::split(text).into_iter().map(sentence).collect(),
        ..Parts::default()
    };
    Article::new(
        String::new(),
        SpanOf::Extracted,
        Meta::default(),
        text.into(),
        parts,
    )
}

/// Prints the pairs with changed words that are not told, where that is asked for.
fn print_miss(kind: Kind, found: &Comparison, a: &str, b: &str) {
    if kind == Kind::Changed && !tells(found) && std::env::var_os("MISSES").is_some() {
        println!("changed words not told:\n  {a}\n  {b}");
    }
}

fn tells(found: &Comparison) -> bool {
    let quote = |it: &Discrepancy| it.kind == DiscrepancyKind::Quote && it.weighs();
    found.discrepancies().iter().any(quote)
}

fn printed(a: &str, b: &str) -> Comparison {
    let (a, b) = (format!("“{a}” she said."), format!("“{b}” she said."));
    let articles = [paragraph(&a), paragraph(&b)];
    compare(&articles, &data::story(&articles))
}

fn kind(a: &str, b: &str) -> Kind {
    let (a, b) = (words(a), words(b));
    let (short, long) = if a.len() <= b.len() {
        (&a, &b)
    } else {
        (&b, &a)
    };
    if a == b {
        return Kind::Same;
    }
    let inside = short.is_empty() || long.windows(short.len()).any(|it| it == short.as_slice());
    let meets = |x: &[String], y: &[String]| {
        (OVERLAP..=x.len().min(y.len())).any(|many| x[x.len() - many..] == y[..many])
    };
    match inside || meets(&a, &b) || meets(&b, &a) {
        true => Kind::Cut,
        false => Kind::Changed,
    }
}

/// The words as one country spells them, numbers in figures, without what stands in brackets.
fn words(text: &str) -> Vec<String> {
    const FIGURES: &[&str] = &[
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ];
    let mut depth = 0;
    let mut plain = String::new();
    for c in text
        .to_lowercase()
        .replace(['-', '\'', '’', '@'], "")
        .replace("per cent", "%")
        .chars()
    {
        depth += i32::from("([".contains(c)) - i32::from(")]".contains(c));
        match c {
            c if depth > 0 || ")]".contains(c) => (),
            c if c.is_alphanumeric() => plain.push(c),
            '%' => plain += " percent ",
            _ => plain.push(' '),
        }
    }
    let spelt = |it: &str| {
        let figure = FIGURES.iter().position(|word| *word == it);
        let own = it
            .replace("isation", "ization")
            .replace("ise", "ize")
            .replace("our", "or");
        figure.map_or(own, |at| (at + 1).to_string())
    };
    plain.split_whitespace().map(spelt).collect()
}
