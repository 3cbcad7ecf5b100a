//! One value that only one of two sources calls little: "only four" here, "four" there.
//!
//! The numbers must have one value and tell of the same thing in linked sentences. Limits: "nearly"
//! and its like are bounds, a matter for `number`. Cost: each number of one against each of the
//! other.

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        page::Told,
        pair::Pair,
    },
    model::comparison::DiscrepancyKind,
    text::{number::Number, span::Span},
};

/// Words that call a number little, right before it or before its article.
const LITTLE: &[&str] = &["only", "just", "merely", "mere", "barely"];

/// Values that one of the two sentences calls little.
pub fn find(pair: &Pair<'_>) -> Vec<Found> {
    if pair.ambiguous {
        return Vec::new();
    }
    let all = pair.a.numbers.iter();
    all.flat_map(|x| pair.b.numbers.iter().map(move |y| (x, y)))
        .filter_map(|(x, y)| belittled(pair, x, y))
        .collect()
}

fn belittled(pair: &Pair<'_>, x: &Number, y: &Number) -> Option<Found> {
    let (own, other) = (little(pair.a, x), little(pair.b, y));
    let one = own.is_some() != other.is_some();
    if !one || !x.equals(y) || !pair.same_thing(x.span, y.span) {
        return None;
    }
    let mark = |told: &Told<'_>, first: Option<usize>, it: &Number| {
        let from = first.map_or(it.span.start(), |at| told.words[at].span.start());
        let key = first.map_or("", |_| "limit");
        Mark::new(told, Span::new(from, it.span.end()), key)
    };
    let (a, b) = (mark(pair.a, own, x), mark(pair.b, other, y));
    Some(Found::pair(DiscrepancyKind::Hedge, a, b))
}

/// The word that calls a number little, by index.
fn little(told: &Told<'_>, it: &Number) -> Option<usize> {
    let first = told.covered(it.span).start;
    let mut before = (first.saturating_sub(2)..first).rev();
    let article = |at: &usize| matches!(&*told.words[*at].normal, "a" | "an" | "the");
    let word = before.find(|at| !article(at))?;
    // "Not only four", and "the only four" are all there are.
    let before = word.checked_sub(1).map(|it| &*told.words[it].normal);
    let other = matches!(before, Some("not" | "the"));
    (!other && LITTLE.contains(&&*told.words[word].normal)).then_some(word)
}
