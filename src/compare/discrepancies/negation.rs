//! A "not" that one source has and the other lost.
//!
//! What a word of negation governs is the next word of substance. Two linked sentences contradict
//! where one negates a word that the other says plainly, and they do not have equally many words of
//! negation. "Failed to" and "refused to" negate as "did not" does. Limits: what is negated by an
//! opposite word ("reject") is a matter for `wording`.

use std::collections::HashSet;

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        page::{Page, Told},
        pair::Pair,
    },
    model::{comparison::DiscrepancyKind, index::ArticleIx},
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
pub fn find(pair: &Pair<'_>, denials: &Denials) -> Vec<Found> {
    let (left, right) = (negated(pair.a), negated(pair.b));
    if left.len() == right.len() {
        return Vec::new();
    }
    let one = left
        .iter()
        .filter_map(|it| contradicted(pair, pair.a, it, pair.b));
    let other = right
        .iter()
        .filter_map(|it| contradicted(pair, pair.b, it, pair.a));
    one.chain(other)
        .filter(|(_, own, stem)| !denials.deny(*own, stem))
        .map(|(found, ..)| found)
        .take(1)
        .collect()
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

/// The finding where the other sentence says plainly what this one negates, with the article of
/// the other and the stem.
fn contradicted<'a>(
    pair: &Pair<'_>,
    own: &'a Told<'_>,
    it: &Negated,
    other: &Told<'_>,
) -> Option<(Found, ArticleIx, &'a str)> {
    let stem = &own.stems()[it.what];
    let plain = other.stems().iter().position(|it| it == stem)?;
    let (x, y) = (own.words[it.what].span, other.words[plain].span);
    let name = own.words[it.what].capital;
    if name || !pair.same_surroundings(own, x, y) {
        return None;
    }
    let a = Mark::new(own, name::span(&own.words, &(it.by..it.what + 1)), "no");
    let b = Mark::new(other, y, "yes");
    let found = Found::pair(DiscrepancyKind::Negation, a, b);
    Some((found, other.place.article, stem))
}

/// What each article negates anywhere: what it also says plainly is then about something else.
#[derive(Default)]
pub struct Denials(HashSet<(ArticleIx, String)>);

impl Denials {
    /// Reads the negations of all sentences.
    pub fn new(page: &Page<'_>) -> Self {
        let mut all = HashSet::new();
        for told in &page.told {
            for it in negated(told) {
                all.insert((told.place.article, told.stems()[it.what].clone()));
            }
        }
        Self(all)
    }

    fn deny(&self, article: ArticleIx, stem: &str) -> bool {
        self.0.contains(&(article, stem.to_string()))
    }
}
