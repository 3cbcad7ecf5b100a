//! What one person is called in front of or behind the name, where articles differ in it: "Chief Judge
//! Tove Lind", "Judge Tove Lind"; "prosecutor Leo Voss", "Leo Voss, the county attorney".
//!
//! Of each article the fullest description counts: later ones are shortened everywhere. Two are one
//! where the words for the office are, whatever nation, place or party stands beside them. Limits: a
//! description that no word list has is none; of two persons with one last name neither is told by it
//! alone. Cost: linear in the names.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use crate::{
    compare::discrepancies::{
        found::{Found, stand_apart},
        lists,
        page::Told,
        persons::{self, Said},
        proper::Names,
    },
    model::{comparison::DiscrepancyKind, index::ArticleIx},
    text::name,
};

/// Mentions of one article that a reading has.
const MANY: usize = 3;
/// Words of a person's full name.
const LONGEST: usize = 4;

/// A sentence, and the words of a name in it, by index.
pub type Name<'a> = (&'a Told<'a>, Range<usize>);

/// Titles of one person that differ, one finding for each person.
pub fn find(names: &Names<'_>) -> Vec<Found> {
    let all = people(names);
    all.iter().filter_map(|it| differ(it)).collect()
}

/// The mentions of each person: under the full name and, where only one person has it, under the last.
pub fn people<'a>(names: &Names<'a>) -> Vec<Vec<Name<'a>>> {
    let mut by_last: BTreeMap<&str, BTreeMap<&str, Vec<Name>>> = BTreeMap::new();
    for (forms, mentions) in &names.0 {
        // "Prosecutor Tove Lind of Orrin" is Tove Lind.
        let office = |it: &&&str| name::part(it).is_some() || lists::is_person(it);
        let from = forms.iter().take_while(office).count();
        let of = forms.iter().position(|it| *it == "of");
        let named = from..of.unwrap_or(forms.len()).max(from);
        let own = &forms[named.clone()];
        let whole = (2..=LONGEST).contains(&own.len()) && !own.iter().any(|it| lists::is_body(it));
        let Some(last) = own.last().filter(|_| whole || names.is_person(own)) else {
            continue;
        };
        let first = if own.len() == 1 { "" } else { own[0] };
        let of_last = by_last.entry(last).or_default();
        let names = mentions.iter().map(|it| {
            (
                it.told,
                it.words.start + named.start..it.words.start + named.end,
            )
        });
        of_last.entry(first).or_default().extend(names);
    }
    let mut found = Vec::new();
    for mut by_first in by_last.into_values() {
        let bare = by_first.remove("").unwrap_or_default();
        match by_first.len() {
            0 => found.push(bare),
            1 => found.extend(by_first.into_values().map(|it| [it, bare.clone()].concat())),
            _ => found.extend(by_first.into_values()),
        }
    }
    found
}

/// The fullest description of each article, where two of them are not one.
fn differ(mentions: &[Name<'_>]) -> Option<Found> {
    let mut fullest: BTreeMap<ArticleIx, Vec<(Said, BTreeSet<&str>)>> = BTreeMap::new();
    let said = mentions.iter();
    let said = said.filter_map(|it| persons::said_of(it.0, &it.1));
    for it in said.filter(|it| !it.is_quoted() && it.is_closed()) {
        let office = it.office();
        let known = fullest.entry(it.article()).or_default();
        let first = known.first().map(|it| &it.1);
        if first.map_or(0, BTreeSet::len) < office.len() {
            *known = vec![(it, office)];
        } else if known.len() < MANY && first == Some(&office) {
            known.push((it, office));
        }
    }
    let mut offices: Vec<&BTreeSet<&str>> = Vec::new();
    let mut marks = Vec::new();
    for (it, office) in fullest.values().flatten() {
        let mut all = offices.iter();
        let at = all.position(|known| persons::one_office(known, office));
        let at = at.unwrap_or_else(|| {
            offices.push(office);
            offices.len() - 1
        });
        marks.push(it.mark(&at.to_string()));
    }
    stand_apart(&marks).then(|| Found::new(DiscrepancyKind::Role, marks))
}
