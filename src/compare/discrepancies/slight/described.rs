//! What sources say of one person behind the name: "Tove Lind, a hedge-fund tycoon", "Tove Lind, the
//! paper's wealthiest patron".
//!
//! The first description of each article counts. Two differ where they have no word of substance in
//! common. Limits: a person may well be both. Cost: linear in the names.

use std::{collections::BTreeMap, ops::Range};

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        page::Told,
        proper::{Mention, Names},
    },
    model::{comparison::DiscrepancyKind, index::ArticleIx},
    text::{name, saying},
};

/// Words of a description.
const LONGEST: usize = 10;
const SHORTEST: usize = 2;
/// Words that open one.
const OPENS: &[&str] = &["a", "an", "the", "his", "her", "its", "their"];
/// Words of a clause, which is no description.
const VERBS: &[&str] = &[
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "said",
];
/// Words that end one.
const ENDS: &[&str] = &["who", "whose", "which", "that", "where", "when"];

/// Descriptions of one person that have nothing in common.
pub fn find(names: &Names<'_>) -> Vec<Found> {
    let people = names.0.iter().filter(|it| 1 < it.0.len());
    let people = people.filter(|it| names.is_person(it.0));
    people.flat_map(|it| differ(it.1)).collect()
}

fn differ(mentions: &[Mention<'_>]) -> Vec<Found> {
    let mut first: BTreeMap<ArticleIx, (&Told<'_>, Range<usize>)> = BTreeMap::new();
    for mention in mentions {
        let told = mention.told;
        if let Some(it) = description(told, &mention.words) {
            first.entry(told.place.article).or_insert((told, it));
        }
    }
    let all = Vec::from_iter(first.into_values());
    let pairs = (0..all.len()).flat_map(|x| (0..x).map(move |y| (y, x)));
    let apart = pairs.filter(|(x, y)| {
        let (x, y) = (stems(&all[*x]), stems(&all[*y]));
        !x.iter().any(|it| y.contains(it))
    });
    let mark = |at: usize| Mark::of_words(all[at].0, &all[at].1);
    apart
        .map(|(x, y)| Found::pair(DiscrepancyKind::Role, mark(x), mark(y)))
        .collect()
}

fn stems((told, words): &(&Told<'_>, Range<usize>)) -> Vec<u32> {
    let weighty = told.forms[words.clone()].iter().filter(|it| !it.stop);
    weighty.map(|it| it.stem).collect()
}

/// "a hedge-fund tycoon" in "Tove Lind, a hedge-fund tycoon, said".
fn description(told: &Told<'_>, words: &Range<usize>) -> Option<Range<usize>> {
    let first = words.end;
    let opens = told.words.get(first)?;
    if told.between(first - 1, first).trim() != ","
        || !OPENS.contains(&&*opens.normal)
        || told.is_quoted(first)
    {
        return None;
    }
    let near = first..(first + LONGEST).min(told.words.len());
    let within =
        |at: &usize| (*at == first || !told.parted(at - 1, *at)) && !ENDS.contains(&told.form(*at));
    let last = near.take_while(within).last()? + 1;
    let closed = told.words.get(last).is_none_or(|it| {
        told.between(last - 1, last).starts_with([',', ';', '.']) || ENDS.contains(&&*it.normal)
    });
    let found = first + 1..last;
    let clause = found.clone().any(|at| {
        let verb = saying::is_verb(told.form(at)) || VERBS.contains(&told.form(at));
        verb || told.counts(at) || told.dates(at)
    });
    let weighty = found.clone().filter(|at| !told.forms[*at].stop).count();
    // "Tove Lind, the Marl senator, and the governor, Leo Voss": the name behind is its own.
    let named = told.words.get(last).is_some_and(name::nameable);
    (closed && !clause && !named && SHORTEST <= weighty).then_some(found)
}
