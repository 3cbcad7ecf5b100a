//! Words that weaken or doubt a statement, which one source has and the other lost; and verbs of
//! saying that judge ("said", "admitted").
//!
//! A hedge belongs to the next word of substance. Two linked sentences differ where both have that
//! word and only one has a hedge of that class (`assets/words/hedges.txt`) anywhere. Verbs of
//! saying differ where each sentence has one and their stances do (`assets/words/saying.txt`).
//! Limits: a hedge before a number is the number's bound; hedges in other words ("it is said
//! that") are not known.

use std::{collections::HashMap, sync::LazyLock};

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        page::Told,
        pair::Pair,
    },
    model::comparison::{DiscrepancyKind, LinkKind},
    text::{common, name, saying::Saying},
};

/// Words that are looked at behind a hedge.
const REACH: usize = 3;

static HEDGES: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let table = include_str!("../../../assets/words/hedges.txt");
    let rows = table.lines().filter(|it| !it.starts_with('#'));
    rows.filter_map(|row| row.split_once('\t')).collect()
});

/// Hedges and stances that only one of the two sentences has.
pub fn find(pair: &Pair<'_>) -> Vec<Found> {
    if pair.kind == LinkKind::Partial {
        return Vec::new();
    }
    let mut found = lost(pair, pair.a, pair.b);
    found.extend(lost(pair, pair.b, pair.a));
    found.extend(stances(pair));
    found
}

fn lost(pair: &Pair<'_>, own: &Told<'_>, other: &Told<'_>) -> Vec<Found> {
    let class = |form: &str| HEDGES.get(form).copied();
    let mut found = Vec::new();
    for (at, word) in own.words.iter().enumerate() {
        let Some(kind) = class(&word.normal).filter(|_| !counts(own, at) && !behind_not(own, at))
        else {
            continue;
        };
        let answered =
            |at: usize| class(&other.words[at].normal) == Some(kind) && !counts(other, at);
        if (0..other.words.len()).any(answered) {
            continue;
        }
        if let Some((what, plain)) = governed(pair, own, (at, kind), other) {
            let hedged = Mark::new(
                own,
                name::span(&own.words, &(at..what + 1)),
                format!("{kind} {}", word.normal),
            );
            let bare = Mark::new(other, other.words[plain].span, "");
            found.push(Found::pair(DiscrepancyKind::Hedge, hedged, bare));
        }
    }
    found
}

/// "not only" limits nothing.
fn behind_not(told: &Told<'_>, at: usize) -> bool {
    at.checked_sub(1)
        .is_some_and(|it| told.words[it].normal == "not")
}

/// Whether a word is part of a number, as its bound.
fn counts(told: &Told<'_>, at: usize) -> bool {
    let span = told.words[at].span;
    told.numbers.iter().any(|it| it.span.overlap(span) > 0)
}

/// The word that a hedge belongs to, and where the other sentence has it.
fn governed(
    pair: &Pair<'_>,
    own: &Told<'_>,
    (at, class): (usize, &str),
    other: &Told<'_>,
) -> Option<(usize, usize)> {
    let reach = if class == "some" { 1 } else { REACH };
    let near = at + 1..(at + 1 + reach).min(own.words.len());
    let what = near
        .into_iter()
        .find(|at| !common::is_stop(&own.words[*at].normal))?;
    let plain = other
        .stems()
        .iter()
        .position(|it| *it == own.stems()[what])?;
    let (x, y) = (own.words[what].span, other.words[plain].span);
    pair.same_surroundings(own, x, y).then_some((what, plain))
}

fn stances(pair: &Pair<'_>) -> Option<Found> {
    let (x, y) = (pair.a.saying()?, pair.b.saying()?);
    let judges = |it: &Saying| matches!(it.stance, "claimed" | "admitted" | "denied" | "suggested");
    if x.stance == y.stance || !(judges(x) || judges(y)) {
        return None;
    }
    let (a, b) = (pair.a.words[x.verb].span, pair.b.words[y.verb].span);
    let same = pair.same_wording() && (pair.opposite(a, b) || 1 <= pair.shared_around(a, b));
    let mark = |told, span, it: &Saying| Mark::new(told, span, it.stance);
    same.then(|| {
        Found::pair(
            DiscrepancyKind::Hedge,
            mark(pair.a, a, x),
            mark(pair.b, b, y),
        )
    })
}
