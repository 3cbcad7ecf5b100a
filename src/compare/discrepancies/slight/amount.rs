//! A count that one source has more exactly, or another one near it, in linked sentences: "more than
//! $20,000", "$21,500".
//!
//! Of one unit, each is the only one of its sentence, or large and without its like in the other. Neither
//! is far above the other, and one is a bound or the other rounded. Limits: they may be taken at two times. Cost:
//! the numbers of both, once for what is asked of each alone.

use crate::{
    compare::discrepancies::{found::Found, gather::FEW, number, page::Told, pair::Pair},
    text::number::{Bound, Number},
};

/// How much larger the larger one is at most.
const FACTOR: f64 = 1.5;
/// Counts from which two so near are one, though others of the unit stand beside them.
const LARGE: f64 = 1000.0;
/// Numbers of a sentence that are looked at.
const MANY: usize = 32;
/// Words of substance in common around both.
const COMMON: usize = 2;

/// Counts that differ a little.
pub fn find(pair: &Pair<'_>) -> Option<Found> {
    if pair.a.numbers.is_empty() || pair.b.numbers.is_empty() {
        return None;
    }
    let (own, other) = (counts(pair.a, pair.b), counts(pair.b, pair.a));
    let pairs = own.iter().flat_map(|x| other.iter().map(move |y| (x, y)));
    let (x, y) = pairs.into_iter().find(|(x, y)| near(pair, x, y))?;
    Some(number::told(pair, x, y))
}

/// The counts of a sentence to which the other has no equal, each the only one of its unit or large.
fn counts<'a>(own: &'a Told<'_>, other: &Told<'_>) -> Vec<&'a Number> {
    let all = || own.numbers.iter().take(MANY);
    let plain = |it: &&Number| {
        let counted = !it.unit.is_empty() && !it.ordinal && it.unit != "clock";
        counted && it.bound != Bound::Vague
    };
    let alone = |it: &&Number| LARGE <= it.value || number::alone(all(), it);
    let lacks = |it: &&Number| {
        let mut there = other.numbers.iter().take(MANY);
        !there.any(|y| y.equals(it) && y.bound == it.bound && y.unit == it.unit)
    };
    all().filter(plain).filter(alone).filter(lacks).collect()
}

fn near(pair: &Pair<'_>, x: &Number, y: &Number) -> bool {
    let (less, more) = (x.value.min(y.value), x.value.max(y.value));
    let inexact = x.bound != Bound::Exact || y.bound != Bound::Exact || x.rounds(y);
    x.unit == y.unit
        && inexact
        && FEW < more
        && more <= FACTOR * less
        && COMMON <= pair.shared_around(x.span, y.span)
}
