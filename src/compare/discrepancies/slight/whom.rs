//! Whom it was told, and by whom it was done: "told the Courier" here, "said" there; "surveyed by the
//! Courier", "surveyed by the Post".
//!
//! Limits: a speaker may have told several. Cost: a look at the words of both.

use std::ops::Range;

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        page::{Page, Told},
        pair::Pair,
        slight::AROUND,
        speaker::Speakers,
    },
    model::comparison::DiscrepancyKind,
    text::{name, token::Token},
};

/// The scores of links from which one statement is told, and from which one deed is.
const TOLD: f32 = 0.7;
const DONE: f32 = 0.5;
/// Words of the one who is told something.
const LONGEST: usize = 5;
/// Verbs of saying behind which stands who is told.
const TELLS: &[&str] = &["told", "tells", "telling"];
/// Words for who is told that are no names.
const MEDIA: &[&str] = &[
    "newspaper",
    "paper",
    "network",
    "station",
    "magazine",
    "site",
];

/// The listener whom only one has, or the names behind "by".
pub fn find(page: &Page<'_>, speakers: &Speakers, pair: &Pair<'_>) -> Vec<Found> {
    let one = match (speakers.at(pair.a.place), speakers.at(pair.b.place)) {
        (Some(x), Some(y)) if x.told && y.told => !x.words.is_disjoint(&y.words),
        _ => true,
    };
    let told = |own, other| listener(page, pair, own, other).filter(|_| one);
    let told = told(pair.a, pair.b).or_else(|| told(pair.b, pair.a));
    Vec::from_iter(told.into_iter().chain(agents(pair)))
}

fn listener(page: &Page<'_>, pair: &Pair<'_>, own: &Told<'_>, other: &Told<'_>) -> Option<Found> {
    let says = other.saying().filter(|_| TOLD <= pair.score)?;
    let tells = |at: usize| TELLS.contains(&&*own.words[at].normal) && !own.is_quoted(at);
    let verb = own
        .sayings()
        .iter()
        .map(|it| it.verb)
        .find(|it| tells(*it))?;
    let belongs = |at: &usize| {
        let word = &own.words[*at];
        let named = word.capital || article(word) || MEDIA.contains(&&*word.normal);
        // "USA TODAY" is no day.
        let shouts = word.span.of(own.text).chars().all(char::is_uppercase);
        named && !own.parted(at - 1, *at) && (shouts || !own.dates(*at))
    };
    let near = verb + 1..(verb + 1 + LONGEST).min(own.words.len());
    let last = near.take_while(belongs).last()?;
    let whom = verb + 1..last + 1;
    let named = |at: &usize| own.words[*at].capital;
    let paper = |at: &usize| MEDIA.contains(&&*own.words[*at].normal);
    let has = |near: &Told<'_>| {
        let mut names = whom.clone().filter(named);
        let known = names.any(|at| near.find(own.forms[at]).is_some());
        known || near.words.iter().any(|it| TELLS.contains(&&*it.normal))
    };
    let known = whom.clone().any(|at| named(&at) || paper(&at));
    (known && !page.near(other, 1).take(AROUND).any(has)).then(|| {
        let a = Mark::of_words(own, &(verb..last + 1));
        let b = Mark::of_words(other, &(says.verb..says.verb + 1));
        Found::pair(DiscrepancyKind::Attribution, a, b)
    })
}

/// The same verb before "by", and two names, neither of which the other sentence has.
fn agents(pair: &Pair<'_>) -> Option<Found> {
    if pair.score < DONE {
        return None;
    }
    let (own, other) = (agents_of(pair.a), agents_of(pair.b));
    let rival = |x: &(u32, Range<usize>)| other.iter().find(|y| y.0 == x.0).cloned();
    let (x, y) = own.iter().find_map(|x| Some((x.1.clone(), rival(x)?.1)))?;
    let lacks = |there: &Told<'_>, here: &Told<'_>, words: &Range<usize>| {
        words.clone().all(|at| there.find(here.forms[at]).is_none())
    };
    (lacks(pair.b, pair.a, &x) && lacks(pair.a, pair.b, &y)).then(|| {
        let (a, b) = (Mark::of_words(pair.a, &x), Mark::of_words(pair.b, &y));
        Found::pair(DiscrepancyKind::Attribution, a, b)
    })
}

/// The stem of each word before "by", and the name behind it.
fn agents_of(told: &Told<'_>) -> Vec<(u32, Range<usize>)> {
    let by = |at: &usize| told.words[*at].normal == "by" && !told.forms[at - 1].stop;
    let named = |at: &usize| name::nameable(&told.words[*at]) && !told.dates(*at);
    let agent = |at: usize| {
        let first = (at + 1..told.words.len()).find(|it| !article(&told.words[*it]))?;
        let joined = |it: &usize| *it == first || !told.parted(it - 1, *it);
        let names = (first..told.words.len()).take_while(|it| named(it) && joined(it));
        let last = names.last()?;
        (!told.parted(at - 1, first)).then(|| (told.forms[at - 1].stem, first..last + 1))
    };
    (1..told.words.len()).filter(by).filter_map(agent).collect()
}

fn article(word: &Token) -> bool {
    matches!(&*word.normal, "the" | "a" | "an")
}
