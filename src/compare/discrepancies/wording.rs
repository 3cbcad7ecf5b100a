//! Two words that say different things of one subject: "rose" and "fell", "stalling" and "blocking".
//!
//! Only pairs that stand in `assets/words/opposites.txt` are told, and only where one stands for the
//! other: other words may be synonyms, and there is no telling without knowing the language.

use std::sync::LazyLock;

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        page::Told,
        pair::{Change, Pair},
        sides::Sides,
    },
    model::comparison::DiscrepancyKind,
};

static OPPOSITES: LazyLock<Sides> =
    LazyLock::new(|| Sides::new(include_str!("../../../assets/words/opposites.txt")));

/// Opposite words where one stands for the other.
pub fn find(pair: &Pair<'_>) -> Vec<Found> {
    if !pair.same_wording() {
        return Vec::new();
    }
    pair.changes()
        .iter()
        .filter_map(|it| opposite(pair, it))
        .collect()
}

fn opposite(pair: &Pair<'_>, change: &Change) -> Option<Found> {
    let x = change.a.clone();
    let (x, y) = x
        .flat_map(|x| change.b.clone().map(move |y| (x, y)))
        .find(|(x, y)| OPPOSITES.contradict(&pair.a.words[*x].normal, &pair.b.words[*y].normal))?;
    let (here, there) = (pair.a.words[x].span, pair.b.words[y].span);
    let figures = |told: &Told<'_>| told.numbers.iter().map(|it| it.value).collect::<Vec<_>>();
    let (own, other) = (figures(pair.a), figures(pair.b));
    let strewn = own.len().min(other.len()) > 1 && !own.iter().any(|it| other.contains(it));
    if strewn || pair.ambiguous || !pair.same_clause(pair.a, here, there) {
        return None;
    }
    let mark = |told: &Told<'_>, at: usize| {
        Mark::new(told, told.words[at].span, told.words[at].normal.clone())
    };
    Some(Found::pair(
        DiscrepancyKind::Wording,
        mark(pair.a, x),
        mark(pair.b, y),
    ))
}
