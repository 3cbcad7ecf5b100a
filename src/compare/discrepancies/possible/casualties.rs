//! How many were killed, and how many hurt, whatever stands for those who were: "wounding about a dozen",
//! "15 others injured".
//!
//! A count belongs to the word for what befell them right before it, else to the first one behind it, up to
//! the next count. Sentences that are surely enough about one event and count the dead, or the hurt, once
//! each are compared. Limits: one may count those who did it and the other not, or be an hour older.
//! Cost: a look at the words around the numbers of a sentence.

use std::ops::Range;

use crate::{
    compare::discrepancies::{found::Found, number, page::Told, pair::Pair},
    model::comparison::DiscrepancyKind,
    text::{
        name,
        number::{Bound, Number},
    },
};

/// The score of a link from which two sentences count the same ones.
const ONE: f32 = 0.6;
/// Words behind a count among which is what befell them.
const REACH: usize = 5;
/// What befell people, by the words for it.
const FATES: &[(&str, &str)] = &[
    (
        "dead",
        "killed killing kills dead died deaths dies fatalities bodies slain",
    ),
    (
        "hurt",
        "injured injuring injures injuries wounded wounding wounds hurt hospitalized hospitalised",
    ),
];
/// What a count is of where it counts people; and where nothing says so.
const THOSE: &[&str] = &[
    "", "more", "other", "peopl", "person", "men", "women", "children",
];

/// A count of the dead or the hurt.
struct Toll<'a> {
    fate: &'static str,
    number: &'a Number,
    /// With the word for what befell them.
    words: Range<usize>,
}

/// Counts of the same fate that differ.
pub fn find(pair: &Pair<'_>) -> Option<Found> {
    if pair.score < ONE || pair.a.numbers.is_empty() || pair.b.numbers.is_empty() {
        return None;
    }
    let (own, other) = (tolls(pair.a), tolls(pair.b));
    own.iter().find_map(|x| {
        let y = alone(&other, x.fate).filter(|_| alone(&own, x.fate).is_some())?;
        let one = x.number.equals(y.number) || x.number.rounds(y.number);
        let mark = |told: &Told<'_>, it: &Toll<'_>| {
            let span = match it.number.unit.is_empty() {
                true => name::span(&told.words, &it.words),
                false => it.number.span,
            };
            number::mark_at(told, it.number, span)
        };
        let told = || {
            let (a, b) = (mark(pair.a, x), mark(pair.b, y));
            Found::pair(DiscrepancyKind::Number, a, b)
        };
        (!one && number::close(pair, x.number, y.number)).then(told)
    })
}

fn alone<'a, 'b>(all: &'b [Toll<'a>], fate: &str) -> Option<&'b Toll<'a>> {
    let mut of = all.iter().filter(|it| it.fate == fate);
    of.next().filter(|_| of.next().is_none())
}

fn tolls<'a>(told: &'a Told<'_>) -> Vec<Toll<'a>> {
    told.numbers
        .iter()
        .filter_map(|it| toll(told, it))
        .collect()
}

fn toll<'a>(told: &Told<'_>, it: &'a Number) -> Option<Toll<'a>> {
    let countable = !it.ordinal && it.bound != Bound::Vague && it.value.fract() == 0.0;
    let words = told.covered(it.span);
    let fate = |at: usize| {
        let form = told.form(at);
        let listed = |it: &&(&str, &str)| it.1.split(' ').any(|word| word == form);
        FATES.iter().find(listed).map(|it| it.0)
    };
    // "10 tourists killed" are a part of the dead.
    let last = words.end.checked_sub(1).and_then(fate);
    let of_people = || THOSE.contains(&&*it.unit) || last.is_some();
    if !countable || !of_people() {
        return None;
    }
    let before = words.start.checked_sub(1).filter(|at| fate(*at).is_some());
    if let Some(at) = before {
        let fate = fate(at)?;
        return Some(Toll {
            fate,
            number: it,
            words: at..words.end,
        });
    }
    let first = told.covered(it.figure).end;
    let near = first..(first + REACH).min(told.words.len());
    let mut near = near.take_while(|at| words.contains(at) || !told.counts(*at));
    let at = near.find(|at| fate(*at).is_some())?;
    Some(Toll {
        fate: fate(at)?,
        number: it,
        words: words.start..words.end.max(at + 1),
    })
}
