//! A count that one source has more exactly, or another one near it: "more than $20,000", "$21,500";
//! "a series of 20 posts", "a series of posts" is none.
//!
//! Two counts of one unit, each the only one of its sentence, lie within a half of each other and are
//! not the same. Limits: they may be taken at two times. Cost: the numbers of both.

use crate::{
    compare::discrepancies::{found::Found, number, pair::Pair},
    text::number::{Bound, Number},
};

/// How much larger the larger one is at most.
const FACTOR: f64 = 1.5;
/// Counts from which two so near are one, though others of the unit stand beside them.
const LARGE: f64 = 1000.0;
/// Counts up to this one are told of several things in one story.
const FEW: f64 = 3.0;

/// Counts that differ a little.
pub fn find(pair: &Pair<'_>) -> Option<Found> {
    let all = pair.a.numbers.iter();
    let (x, y) = all
        .flat_map(|x| pair.b.numbers.iter().map(move |y| (x, y)))
        .find(|(x, y)| near(pair, x, y))?;
    Some(number::told(pair, x, y))
}

fn near(pair: &Pair<'_>, x: &Number, y: &Number) -> bool {
    let counted = x.unit == y.unit && !x.unit.is_empty() && !x.ordinal && !y.ordinal;
    let plain = x.bound != Bound::Vague && y.bound != Bound::Vague;
    let alone = number::alone(&pair.a.numbers, x) && number::alone(&pair.b.numbers, y);
    let (less, more) = (x.value.min(y.value), x.value.max(y.value));
    counted
        && plain
        && (alone || LARGE <= less)
        && x.unit != "clock"
        && !(x.equals(y) && x.bound == y.bound)
        && FEW < more
        && more <= FACTOR * less
        && 2 <= pair.shared_around(x.span, y.span)
}
