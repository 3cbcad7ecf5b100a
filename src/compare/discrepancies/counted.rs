//! The same so many persons, said to be something else: "twelve civilians", "twelve militants".
//!
//! In two linked sentences a number of persons of equal value, counted once in each, is laid side
//! by side: what they are is the last word for persons (`assets/words/persons.txt`) among the few
//! behind the figure, before any mark. Two such words that are no forms of one differ. Limits: a
//! word for everyone ("people", "others") differs from none; the sexes and ages of the same people
//! are no other persons where one sentence counts them all. Cost: a look at the numbers of a pair.

use crate::{
    compare::{
        discrepancies::{
            found::{Found, Mark},
            lists,
            page::Told,
            pair::Pair,
        },
        kin,
    },
    model::comparison::{DiscrepancyKind, LinkKind},
    text::{
        common, name,
        number::{Bound, Number},
    },
};

/// Words behind a figure among which is what it counts.
const REACH: usize = 4;

/// Persons that are said to be different.
pub fn find(pair: &Pair<'_>) -> Vec<Found> {
    if pair.kind == LinkKind::Partial && pair.ambiguous {
        return Vec::new();
    }
    let all = pair.a.numbers.iter().filter(|it| countable(it));
    all.filter_map(|x| differ(pair, x)).collect()
}

fn countable(it: &Number) -> bool {
    !it.ordinal && it.value >= 2.0 && it.value.fract() == 0.0 && it.bound != Bound::Vague
}

fn differ(pair: &Pair<'_>, x: &Number) -> Option<Found> {
    let equal = |it: &&Number| countable(it) && it.equals(x);
    let mut rivals = pair.b.numbers.iter().filter(equal);
    let y = rivals.next().filter(|_| rivals.next().is_none())?;
    if 1 < pair.a.numbers.iter().filter(equal).count() {
        return None;
    }
    let (here, there) = (persons(pair.a, x)?, persons(pair.b, y)?);
    let stem = |told: &Told<'_>, at: usize| told.forms[at].stem;
    if stem(pair.a, here) == stem(pair.b, there)
        || has(pair.a, pair.b, there)
        || has(pair.b, pair.a, here)
        || kin::synonyms(&pair.a.words[here].normal, &pair.b.words[there].normal)
    {
        return None;
    }
    let mark = |told: &Told<'_>, it: &Number, at: usize| {
        let words = told.covered(it.figure).start..at + 1;
        let key = common::stem(&told.words[at].normal).into_owned();
        Mark::new(told, name::span(&told.words, &words), key)
    };
    let (a, b) = (mark(pair.a, x, here), mark(pair.b, y, there));
    Some(Found::pair(DiscrepancyKind::Role, a, b))
}

/// Whether a sentence has the word that the other has at a place.
fn has(told: &Told<'_>, other: &Told<'_>, at: usize) -> bool {
    told.find(other.forms[at]).is_some()
}

/// The word that says what a number of persons are: the last one of those behind the figure.
fn persons(told: &Told<'_>, it: &Number) -> Option<usize> {
    let first = told.covered(it.figure).end;
    let near = first..(first + REACH).min(told.words.len());
    let near = near.take_while(|at| *at == first || !told.parted(at - 1, *at));
    let mut plain = near
        .take_while(|at| !told.forms[*at].stop || name::nation(&told.words[*at].normal).is_some());
    plain.find(|at| lists::is_person(&told.words[*at].normal))
}
