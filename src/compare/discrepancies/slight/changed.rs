//! Other words in two sentences of one wording: "a cruel effort", "a cruel and callous effort"; "was
//! seized", "was boarded".
//!
//! What stands for it, or is left out, is told where it has a word of substance, is short, stands
//! within the sentence between words that both have, and is no synonym. Limits: the table of synonyms
//! knows few. Cost: a look at the changes of a pair.

use std::ops::Range;

use crate::{
    compare::{
        discrepancies::{
            found::{Found, Mark},
            page::Told,
            pair::{Change, Pair},
            spelling,
        },
        kin,
    },
    model::comparison::DiscrepancyKind,
    text::{name, same},
};

/// Words of the longest stretch that is told.
const LONGEST: usize = 2;
/// The score of a link from which other words stand for one thing.
const SURE: f32 = 0.9;
/// Changes told of one pair.
const MANY: usize = 2;
/// Bytes of a word beyond which its letters are not compared.
const WORD: usize = 40;
/// Likeness of two forms of one word.
const ALIKE: f32 = 0.6;

/// Words that are others, or left out.
pub fn find(pair: &Pair<'_>) -> Vec<Found> {
    if !pair.same_wording() || pair.ambiguous || pair.score < SURE {
        return Vec::new();
    }
    let told = pair.changes().iter().filter(|it| is_other(pair, it));
    let found = told.map(|it| {
        let (a, b) = widened(pair, it);
        let marks = (Mark::of_words(pair.a, &a), Mark::of_words(pair.b, &b));
        Found::pair(DiscrepancyKind::Wording, marks.0, marks.1)
    });
    found.take(MANY).collect()
}

/// With the next word of both, where one of them has nothing there, and the one before "and".
fn widened(pair: &Pair<'_>, it: &Change) -> (Range<usize>, Range<usize>) {
    let left_out = it.a.is_empty() || it.b.is_empty();
    let joins = |told: &Told<'_>, of: &Range<usize>| {
        let first = told.words.get(of.start).filter(|_| !of.is_empty());
        first.is_some_and(|it| matches!(&*it.normal, "and" | "or"))
    };
    let before = joins(pair.a, &it.a) || joins(pair.b, &it.b);
    let (before, behind) = (usize::from(left_out && before), usize::from(left_out));
    let widen = |told: &Told<'_>, of: &Range<usize>| {
        of.start.saturating_sub(before)..(of.end + behind).min(told.words.len())
    };
    (widen(pair.a, &it.a), widen(pair.b, &it.b))
}

fn is_other(pair: &Pair<'_>, it: &Change) -> bool {
    let (a, b) = (&pair.a.words[it.a.clone()], &pair.b.words[it.b.clone()]);
    let inside = |told: &Told<'_>, of: &Range<usize>| 0 < of.start && of.end < told.words.len();
    let plain = |told: &Told<'_>, of: &Range<usize>| {
        of.clone().all(|at| {
            !told.words[at].capital
                && !told.counts(at)
                && !told.dates(at)
                && !told.is_quoted(at)
                && name::part(&told.words[at].normal).is_none()
        })
    };
    // A word that stands elsewhere in the other sentence was moved, not left out.
    let says = |told: &Told<'_>, of: &Range<usize>| {
        let mut words = of.clone().filter(|at| !told.forms[*at].stop);
        words.any(|at| pair.other(told).find(told.forms[at]).is_none())
    };
    let before_word = |told: &Told<'_>, at: usize| {
        let word = told.words.get(at).filter(|it| !it.capital);
        word.is_some() && !told.forms[at].stop
    };
    let weighty = match (it.a.is_empty(), it.b.is_empty()) {
        (false, false) => says(pair.a, &it.a) && says(pair.b, &it.b),
        (true, _) => says(pair.b, &it.b) && before_word(pair.b, it.b.end),
        (_, true) => says(pair.a, &it.a) && before_word(pair.a, it.a.end),
    };
    let one = |x: usize, y: usize| {
        let (own, other) = (&pair.a.words[x].normal, &pair.b.words[y].normal);
        pair.a.forms[x].stem == pair.b.forms[y].stem
            || kin::synonyms(own, other)
            || own.len().max(other.len()) <= WORD && ALIKE <= spelling::likeness(own, other)
    };
    let close = || it.a.clone().any(|x| it.b.clone().any(|y| one(x, y)));
    it.a.len().max(it.b.len()) <= LONGEST
        && inside(pair.a, &it.a)
        && inside(pair.b, &it.b)
        && plain(pair.a, &it.a)
        && plain(pair.b, &it.b)
        && weighty
        && !close()
        && !same::same(pair.a.text, a, pair.b.text, b)
}
