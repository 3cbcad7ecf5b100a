//! Words that weaken or doubt a statement, which one source has and the other lost; and verbs of
//! saying that judge ("said", "admitted").
//!
//! A hedge belongs to the next word of substance. Two linked sentences differ where both have that
//! word, in the same clause, and only one has a hedge of that class (`assets/words/hedges.txt`)
//! anywhere. Verbs of saying differ where each sentence has one for the same statement and their
//! stances do (`assets/words/saying.txt`). Limits: a hedge before a number is the number's bound;
//! hedges in other words ("it is said that") are not known; what both print between quotation
//! marks is a matter for `quote`. Cost: a pair of which neither hedges costs a look at its words.

use std::{collections::HashMap, sync::LazyLock};

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        inflection,
        page::{Page, Told},
        pair::Pair,
    },
    model::{
        comparison::{DiscrepancyKind, LinkKind},
        index::Place,
    },
    text::{common, name, saying::Saying, token::Kind},
};

/// Words that are looked at behind a hedge.
const REACH: usize = 3;
/// Share of the substance in common from which two verbs of saying tell of one statement.
const MEANT: f32 = 0.5;

static HEDGES: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let table = include_str!("../../../assets/words/hedges.txt");
    let rows = table.lines().filter(|it| !it.starts_with('#'));
    rows.filter_map(|row| row.split_once('\t')).collect()
});

/// Hedges and stances that only one of the two sentences has.
pub fn find(pair: &Pair<'_>, hedges: &Hedges) -> Vec<Found> {
    if pair.kind == LinkKind::Partial {
        return Vec::new();
    }
    let mut found = lost(pair, hedges, pair.a, pair.b);
    found.extend(lost(pair, hedges, pair.b, pair.a));
    found.extend(stances(pair));
    found
}

/// The hedges of a story, read once: each sentence's by word and class.
#[derive(Default)]
pub struct Hedges(HashMap<Place, Vec<(usize, &'static str)>>);

impl Hedges {
    /// Reads the hedges of all sentences.
    pub fn new(page: &Page<'_>) -> Self {
        let read = |told: &Told<'_>| {
            let class = |at: usize| HEDGES.get(&*told.words[at].normal).copied();
            let free =
                |at: &usize| !told.counts(*at) && !behind_not(told, *at) && weakens(told, *at);
            let all = (0..told.words.len()).filter_map(|at| Some((at, class(at)?)));
            let all: Vec<_> = all.filter(|(at, _)| free(at)).collect();
            (!all.is_empty()).then_some((told.place, all))
        };
        Self(page.told.iter().filter_map(read).collect())
    }

    fn of(&self, told: &Told<'_>) -> &[(usize, &'static str)] {
        self.0.get(&told.place).map_or(&[], Vec::as_slice)
    }
}

fn lost(pair: &Pair<'_>, hedges: &Hedges, own: &Told<'_>, other: &Told<'_>) -> Vec<Found> {
    let answered = |class: &str| {
        hedges.of(other).iter().any(|it| it.1 == class) || (class == "maybe" && supposes(other))
    };
    let open = hedges.of(own).iter().filter(|it| !answered(it.1));
    open.filter_map(|(at, class)| {
        let (what, plain) = governed(pair, own, (*at, class), other)?;
        if own.is_quoted(*at) && other.is_quoted(plain) {
            return None;
        }
        let words = name::span(&own.words, &(*at..what + 1));
        let hedged = Mark::new(own, words, format!("{class} {}", own.words[*at].normal));
        let bare = Mark::new(other, other.words[plain].span, "");
        Some(Found::pair(DiscrepancyKind::Hedge, hedged, bare))
    })
    .collect()
}

/// Whether a sentence only supposes what it says, in words that are no hedges.
fn supposes(told: &Told<'_>) -> bool {
    told.words
        .iter()
        .any(|it| matches!(&*it.normal, "if" | "unless" | "could" | "can" | "whether"))
}

/// "Appeared in court" weakens nothing, "appeared to stop" does.
fn weakens(told: &Told<'_>, at: usize) -> bool {
    let next = || told.words.get(at + 1).map(|it| &*it.normal);
    let visible =
        told.words[at].normal.starts_with("appear") || told.words[at].normal.starts_with("seem");
    !visible || matches!(next(), Some("to" | "that" | "as" | "likely"))
}

/// "not only" limits nothing.
fn behind_not(told: &Told<'_>, at: usize) -> bool {
    at.checked_sub(1)
        .is_some_and(|it| told.words[it].normal == "not")
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
    if own.parted(at, what) || own.words[what].kind != Kind::Word || own.counts(what) {
        return None;
    }
    let (stem, word) = (&own.stems()[what], &own.words[what]);
    let plain = other.stems().iter().position(|it| it == stem)?;
    let one = inflection::one_word(&word.normal, &other.words[plain].normal);
    let (x, y) = (word.span, other.words[plain].span);
    (one && pair.same_clause(own, x, y)).then_some((what, plain))
}

fn stances(pair: &Pair<'_>) -> Option<Found> {
    let (x, y) = (pair.a.saying()?, pair.b.saying()?);
    let judges = |it: &Saying| matches!(it.stance, "claimed" | "admitted" | "denied" | "suggested");
    if x.stance == y.stance || !(judges(x) || judges(y)) {
        return None;
    }
    let (a, b) = (pair.a.words[x.verb].span, pair.b.words[y.verb].span);
    let verb = |at: usize| at..at + 1;
    let statement = pair.substance(&verb(x.verb), &verb(y.verb));
    let same = pair.same_wording() && MEANT <= statement.1 && 2 <= statement.0;
    let mark = |told, span, it: &Saying| Mark::new(told, span, it.stance);
    same.then(|| {
        Found::pair(
            DiscrepancyKind::Hedge,
            mark(pair.a, a, x),
            mark(pair.b, b, y),
        )
    })
}
