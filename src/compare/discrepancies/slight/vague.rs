//! A count that one source has in figures and another only by and large: "four shootings", "multiple
//! shootings".
//!
//! What is counted must be the same plural. Limits: several of one kind may be others. Cost: the
//! numbers of a sentence times the words of the other.

use std::ops::Range;

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        page::Told,
        pair::Pair,
    },
    model::comparison::DiscrepancyKind,
    text::number::Bound,
};

/// Words for a count that nobody made.
const VAGUE: &[&str] = &[
    "several",
    "multiple",
    "numerous",
    "dozens",
    "scores",
    "hundreds",
    "thousands",
    "handful",
    "series",
    "various",
    "countless",
];
/// Words from the count to what is counted.
const REACH: usize = 4;
/// Numbers of a sentence that are looked at.
const MANY: usize = 32;
/// Words of substance in common beside what is counted.
const COMMON: usize = 3;

/// A count that the other sentence has only by and large.
pub fn find(pair: &Pair<'_>) -> Option<Found> {
    let one = |own, other| counted(pair, own, other);
    one(pair.a, pair.b).or_else(|| one(pair.b, pair.a))
}

fn counted(pair: &Pair<'_>, own: &Told<'_>, other: &Told<'_>) -> Option<Found> {
    let vague = other.words.iter().enumerate();
    let vague = vague.filter(|it| VAGUE.contains(&&*it.1.normal) && !other.is_quoted(it.0));
    let vague: Vec<usize> = vague.map(|it| it.0).collect();
    if vague.is_empty() {
        return None;
    }
    let exact = own.numbers.iter().take(MANY).filter(|it| {
        it.bound == Bound::Exact && !it.ordinal && 2.0 <= it.value && it.unit != "clock"
    });
    exact.into_iter().find_map(|it| {
        let figure = own.covered(it.figure);
        let of = behind(own, figure.end).find(|at| is_plural(own, *at))?;
        let same = |at: &usize| other.forms[*at].stem == own.forms[of].stem;
        let (from, to) = vague
            .iter()
            .find_map(|at| Some((*at, behind(other, at + 1).find(same)?)))?;
        let told = other.numbers.iter().take(MANY).any(|y| y.equals(it));
        let (common, _) = pair.substance_beside(own, &(of..of + 1));
        (!told && COMMON <= common).then(|| {
            let a = Mark::of_words(own, &(figure.start..of + 1));
            let b = Mark::of_words(other, &(whole(other, from)..to + 1));
            Found::pair(DiscrepancyKind::Number, a, b)
        })
    })
}

/// Where a count by and large begins: "hundreds" in "hundreds of thousands".
fn whole(told: &Told<'_>, at: usize) -> usize {
    match at.checked_sub(2) {
        Some(first) if told.form(at - 1) == "of" && VAGUE.contains(&told.form(first)) => first,
        _ => at,
    }
}

/// The words behind a count, of which `from` is the first, up to a mark.
fn behind<'a>(told: &'a Told<'_>, from: usize) -> impl Iterator<Item = usize> + use<'a> {
    let near: Range<usize> = from..(from + REACH).min(told.words.len());
    near.take_while(move |at| !told.parted(at - 1, *at))
}

fn is_plural(told: &Told<'_>, at: usize) -> bool {
    let form = told.form(at);
    !told.forms[at].stop && (form.ends_with('s') || form == "people")
}
