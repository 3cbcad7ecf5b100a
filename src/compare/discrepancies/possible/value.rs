//! Other values, other bounds, or another part of the same, in sentences that are surely enough
//! about one thing.
//!
//! A value is compared where its sentence has no other of its unit. Bounds that say nearly the same
//! ("nearly", "about") differ here, and so do values of which one is only about ("some $146
//! billion", "$148.9 billion"). Parts are words before "of the": "two of the victims", "one of the
//! victims".

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        lists,
        number::{self, Counts},
        page::{Page, Told},
        pair::Pair,
        unlinked,
    },
    model::comparison::DiscrepancyKind,
    text::number::{Bound, Number, PLURALS},
};

/// Words for a part of some.
const PARTS: &[&str] = &[
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "all", "each",
    "both", "some", "most", "many", "several", "half", "none",
];
/// Words behind "of" that point at some who are known.
const KNOWN: &[&str] = &["the", "its", "their", "his", "her", "those", "these"];

/// Words behind "thousands" among which is what is counted.
const REACH: usize = 4;
/// The score of a link from which "hundreds of people" and "thousands of guests" count the same.
const MAGNITUDE: f32 = 0.6;

/// Values that may contradict.
pub fn find(page: &Page<'_>, pair: &Pair<'_>, counts: &Counts) -> Vec<Found> {
    let mut found: Vec<Found> = parts(pair).into_iter().collect();
    found.extend(magnitudes(pair));
    let there: Vec<&Number> = comparable(&pair.b.numbers).collect();
    for x in comparable(&pair.a.numbers) {
        let rival = |y: &&&Number| x.unit == y.unit && x.ordinal == y.ordinal;
        let rival = there.iter().find(rival);
        let rival = rival.filter(|y| differ(page, pair, counts, x, y));
        found.extend(rival.map(|y| number::told(pair, x, y)));
    }
    found
}

/// Those that count something, each the only one of its unit.
fn comparable(all: &[Number]) -> impl Iterator<Item = &Number> {
    all.iter()
        .filter(move |it| !it.unit.is_empty() && it.bound != Bound::Vague && number::alone(all, it))
}

fn differ(page: &Page<'_>, pair: &Pair<'_>, counts: &Counts, x: &Number, y: &Number) -> bool {
    let about = x.bound == Bound::About || y.bound == Bound::About;
    match () {
        () if x.equals(y) => x.bound != y.bound && !x.ordinal,
        () if number::agrees(x, y) => about && !x.rounds(y) && !x.ordinal,
        () => number::close(pair, x, y) && !told_elsewhere(page, pair, counts, x, y),
    }
}

/// Whether an article has the other's figure too, for another thing most likely. Of times each article
/// tells many, so it must be in a sentence about the same.
fn told_elsewhere(
    page: &Page<'_>,
    pair: &Pair<'_>,
    counts: &Counts,
    x: &Number,
    y: &Number,
) -> bool {
    match unlinked::is_time(&x.unit) {
        true => counts.either_near(page, pair, x, y),
        false => counts.either(pair, x, y),
    }
}

/// "Thousands of protesters" here, "hundreds of people" there: the only such word of either.
fn magnitudes(pair: &Pair<'_>) -> Option<Found> {
    let (x, y) = (vague(pair.a)?, vague(pair.b)?);
    let one = match (counted(pair.a, x), counted(pair.b, y)) {
        (Some(a), Some(b)) => {
            let same = pair.a.forms[a].stem == pair.b.forms[b].stem;
            let person = |told: &Told<'_>, at: usize| {
                let form = &*told.words[at].normal;
                form == "people" || lists::is_person(form.strip_suffix('s').unwrap_or(form))
            };
            same || MAGNITUDE <= pair.score && person(pair.a, a) && person(pair.b, b)
        }
        _ => false,
    };
    (one && x.value != y.value).then(|| number::told(pair, x, y))
}

/// The only number of its sentence that is but a magnitude.
fn vague<'a>(told: &'a Told<'_>) -> Option<&'a Number> {
    let mut all = told.numbers.iter().filter(|it| it.bound == Bound::Vague);
    all.next().filter(|_| all.next().is_none())
}

/// The word for what "thousands of" counts, by index.
fn counted(told: &Told<'_>, it: &Number) -> Option<usize> {
    let next = told.covered(it.span).end;
    let near = next..(next + REACH).min(told.words.len());
    let form = |at: usize| &*told.words[at].normal;
    let goes_on = |at: &usize| form(*at) == "of" || !told.forms[*at].stop;
    let near = near.take_while(goes_on).filter(|at| form(*at) != "of");
    let plural = |at: &usize| form(*at).ends_with('s') || PLURALS.contains(&form(*at));
    near.into_iter().find(plural)
}

/// So many of the same ones.
fn parts(pair: &Pair<'_>) -> Option<Found> {
    let of = |told: &Told<'_>| -> Vec<(usize, usize)> {
        let has = |at: usize, list: &[&str]| {
            let word = told.words.get(at);
            word.is_some_and(|it| list.contains(&&*it.normal))
        };
        let part = |at: &usize| has(*at, PARTS) && has(at + 1, &["of"]) && has(at + 2, KNOWN);
        let all = (0..told.words.len().saturating_sub(3)).filter(part);
        all.map(|at| (at, at + 3)).collect()
    };
    let (x, y) = (of(pair.a), of(pair.b));
    let (&[(x, what)], &[(y, same)]) = (&x[..], &y[..]) else {
        return None;
    };
    let one = pair.a.forms[what].stem == pair.b.forms[same].stem;
    let differ = one && pair.a.forms[x].form != pair.b.forms[y].form;
    differ.then(|| {
        Found::pair(
            DiscrepancyKind::Number,
            Mark::of_words(pair.a, &(x..what + 1)),
            Mark::of_words(pair.b, &(y..same + 1)),
        )
    })
}
