//! A "not" that one source has and the other lost.
//!
//! What a word of negation governs is the next word of substance. Two linked sentences contradict
//! where one negates a word that the other says plainly, and they do not have equally many words of
//! negation. "Failed to" and "refused to" negate as "did not" does. Limits: what is negated by an
//! opposite word ("reject") is a matter for `wording`.

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        page::Told,
        pair::Pair,
    },
    model::comparison::DiscrepancyKind,
    text::{common, name},
};

/// Words of substance that are looked for behind a word of negation.
const REACH: usize = 4;

/// A word of negation and what it governs, by index.
struct Negated {
    by: usize,
    what: usize,
}

/// Statements that one of the two sentences negates.
pub fn find(pair: &Pair<'_>) -> Vec<Found> {
    let (left, right) = (negated(pair.a), negated(pair.b));
    if left.len() == right.len() {
        return Vec::new();
    }
    let one = left
        .iter()
        .filter_map(|it| contradicted(pair, pair.a, it, pair.b, &right));
    let other = right
        .iter()
        .filter_map(|it| contradicted(pair, pair.b, it, pair.a, &left));
    one.chain(other).take(1).collect()
}

fn negated(told: &Told<'_>) -> Vec<Negated> {
    let negates = (0..told.words.len()).filter(|at| is_negation(told, *at));
    negates
        .filter_map(|by| governed(told, by).map(|what| Negated { by, what }))
        .collect()
}

fn is_negation(told: &Told<'_>, at: usize) -> bool {
    let next = told.words.get(at + 1).map(|it| &*it.normal);
    match &*told.words[at].normal {
        "not" => next != Some("only") && next != Some("just"),
        "no" => !matches!(next, Some("one" | "doubt" | "matter")),
        "rather" => next == Some("than"),
        "instead" => next == Some("of"),
        "never" | "cannot" | "neither" | "nor" | "without" | "nobody" | "nothing" | "none" => true,
        "failed" | "fails" | "fail" | "failing" | "refused" | "refuses" | "declined"
        | "declines" | "unable" => next == Some("to"),
        "empty" | "lack" | "lacks" | "lacked" | "lacking" | "absent" => true,
        form => form.ends_with("n't"),
    }
}

fn governed(told: &Told<'_>, by: usize) -> Option<usize> {
    let near = by + 1..(by + 1 + REACH).min(told.words.len());
    near.into_iter()
        .find(|at| !common::is_stop(&told.words[*at].normal) && told.words[*at].normal != "longer")
}

/// The finding where the other sentence says plainly what this one negates.
fn contradicted(
    pair: &Pair<'_>,
    own: &Told<'_>,
    it: &Negated,
    other: &Told<'_>,
    others: &[Negated],
) -> Option<Found> {
    let stem = &own.stems()[it.what];
    let plain = other.stems().iter().position(|it| it == stem)?;
    let (x, y) = (own.words[it.what].span, other.words[plain].span);
    if others.iter().any(|it| it.what == plain) || !pair.same_surroundings(own, x, y) {
        return None;
    }
    let a = Mark::new(own, name::span(&own.words, &(it.by..it.what + 1)), "no");
    let b = Mark::new(other, y, "yes");
    Some(Found::pair(DiscrepancyKind::Negation, a, b))
}
