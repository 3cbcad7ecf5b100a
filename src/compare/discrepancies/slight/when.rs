//! When it was, told more or less exactly: "Friday night", "Friday evening"; "in March", "in early March";
//! "last year", "last spring".
//!
//! Each sentence has just one such time, near words that both have. Limits: what is told of the day
//! is a matter for `date`. Cost: a look at the words of both.

use std::ops::Range;

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        page::Told,
        pair::Pair,
    },
    model::comparison::DiscrepancyKind,
    text::date::MONTHS,
};

/// The score of a link from which one time is told of one event.
const FAIR: f32 = 0.3;
/// Words of substance in common around both times.
const NEAR: usize = 2;
const DAY: &[&str] = &["morning", "afternoon", "evening", "night"];
const EARLY: &[&str] = &["early", "mid", "late"];
const POINTS: &[&str] = &["last", "this", "next"];
const SPANS: &[&str] = &[
    "spring", "summer", "fall", "autumn", "winter", "month", "year", "week",
];
/// Those of them that hold months.
const WIDE: &[&str] = &["spring", "summer", "fall", "autumn", "winter", "year"];

/// A time that is told in two ways.
pub fn find(pair: &Pair<'_>) -> Option<Found> {
    if pair.score < FAIR {
        return None;
    }
    let one = |find: fn(&Told<'_>, usize) -> Option<Range<usize>>| {
        let (x, y) = (only(pair.a, find)?, only(pair.b, find)?);
        let (a, b) = (Mark::of_words(pair.a, &x), Mark::of_words(pair.b, &y));
        let spans = (pair.a.words[x.start].span, pair.b.words[y.start].span);
        let near = NEAR <= pair.shared_around(spans.0, spans.1);
        (may_be_one(&a.key, &b.key) && near).then(|| Found::pair(DiscrepancyKind::Date, a, b))
    };
    one(part).or_else(|| one(stretch))
}

/// Whether two different times can be one: of one day, of one month, or one within the other, as far as
/// the words tell.
fn may_be_one(x: &str, y: &str) -> bool {
    let first = |it: &'_ str| it.split(' ').next().unwrap_or_default().to_string();
    let last = |it: &'_ str| it.rsplit(' ').next().unwrap_or_default().to_string();
    let is_month = |it: &str| MONTHS.contains(&&*last(it));
    let wide = |it: &str| WIDE.contains(&&*last(it));
    match (is_month(x), is_month(y)) {
        (true, true) => x != y && last(x) == last(y),
        (true, false) => wide(y),
        (false, true) => wide(x),
        (false, false) => {
            let point = POINTS.contains(&&*first(x));
            x != y && first(x) == first(y) && (wide(x) || wide(y) || !point)
        }
    }
}

/// The only time of its kind in a sentence.
fn only(
    told: &Told<'_>,
    find: fn(&Told<'_>, usize) -> Option<Range<usize>>,
) -> Option<Range<usize>> {
    let mut all = (0..told.words.len()).filter_map(|at| find(told, at));
    all.next().filter(|_| all.next().is_none())
}

/// "Friday night".
fn part(told: &Told<'_>, at: usize) -> Option<Range<usize>> {
    let day = at.checked_sub(1).filter(|it| told.dates(*it))?;
    DAY.contains(&told.form(at)).then_some(day..at + 1)
}

/// "Last spring", "early March".
fn stretch(told: &Told<'_>, at: usize) -> Option<Range<usize>> {
    let (one, next) = (told.form(at), told.form(at + 1));
    if POINTS.contains(&one) && SPANS.contains(&next) {
        return Some(at..at + 2);
    }
    let figure = |it: &str| it.starts_with(|c: char| c.is_ascii_digit());
    let before = at.checked_sub(1).map_or("", |it| told.form(it));
    let month = MONTHS.contains(&one) && told.words[at].capital && told.dates(at);
    let early = usize::from(EARLY.contains(&before));
    (month && !figure(next) && !figure(before)).then_some(at - early..at + 1)
}
