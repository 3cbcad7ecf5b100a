//! Another name in the same place: "The mill in Orrin burned down", "The mill in Pell burned down".
//!
//! In two sentences of one wording a stretch of names stands for another, with nothing in common,
//! and neither article prints the other's name anywhere. Names of a nation, offices and words that
//! may be the same thing shortened are left out, and so are speakers, which `attribution` compares.
//! Limits: "Orrin" may stand for what is decided there. Cost: a look at the changes of a pair.

use std::ops::Range;

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        page::{Page, Told},
        pair::{Change, Pair},
    },
    model::{article::Role, comparison::DiscrepancyKind},
    text::{date, name},
};

/// Words of the longest name.
const LONGEST: usize = 3;

/// Names that stand for one another.
pub fn find(page: &Page<'_>, pair: &Pair<'_>) -> Vec<Found> {
    let told = |it: &Told<'_>| matches!(it.role, Role::Body | Role::List | Role::Dek);
    if !pair.same_wording() || pair.ambiguous || !told(pair.a) || !told(pair.b) {
        return Vec::new();
    }
    let named = |it: &&Change| is_name(pair.a, &it.a) && is_name(pair.b, &it.b);
    let apart =
        |it: &&Change| lacks(page, pair.b, pair.a, &it.a) && lacks(page, pair.a, pair.b, &it.b);
    let changes = pair.changes().iter().filter(named).filter(apart);
    let found = changes.map(|it| {
        Found::pair(
            DiscrepancyKind::Name,
            Mark::of_words(pair.a, &it.a),
            Mark::of_words(pair.b, &it.b),
        )
    });
    found.collect()
}

/// Whether words are all of a name, and none of them opens the sentence or says who speaks.
fn is_name(told: &Told<'_>, words: &Range<usize>) -> bool {
    let named = |at: usize| {
        let word = &told.words[at];
        at > 0 && name::nameable(word) && !date::is_calendar(word) && !told.dates(at)
    };
    let speaks = |at: usize| told.sayings().iter().any(|it| it.speaker.contains(&at));
    let whole = !continues(told, words.start.checked_sub(1)) && !continues(told, Some(words.end));
    !words.is_empty()
        && words.len() <= LONGEST
        && words.clone().all(named)
        && !words.clone().any(speaks)
        && whole
}

/// Whether the word beside a name is a part of it.
fn continues(told: &Told<'_>, at: Option<usize>) -> bool {
    let word = at.and_then(|it| told.words.get(it));
    word.is_some_and(|it| it.capital && at != Some(0))
}

/// Whether an article has no word of a name.
fn lacks(page: &Page<'_>, other: &Told<'_>, own: &Told<'_>, words: &Range<usize>) -> bool {
    let all = page.article(other.place.article);
    let has = |at: usize| all.iter().any(|it| it.find(own.forms[at]).is_some());
    !words.clone().any(has)
}
