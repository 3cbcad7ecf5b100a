//! Who said it: another speaker, or none.
//!
//! Three rules over linked sentences. One: both name a speaker, and the words of substance of the two
//! have nothing in common; a speaker who is only "a spokesman" or "he" contradicts nobody. Two: one
//! quotation has a speaker, and the other has none, nor have the paragraphs around it. Three: one
//! puts words in quotation marks that the other says in its own voice, with no speaker at all.

use std::collections::BTreeSet;

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        page::{Page, Told},
        pair::Pair,
    },
    model::{
        article::Role,
        comparison::{DiscrepancyKind, LinkKind},
    },
    text::{
        common, name,
        span::Span,
        token::{Kind, Token},
    },
};

/// Speakers that say no more than that someone spoke.
const VAGUE: &str = include_str!("../../../assets/words/speakers.txt");
/// Words of substance that make a phrase taken over from a quotation, if no others are among them.
const RUN: usize = 3;

/// Speakers that contradict, and quotations that lost theirs.
pub fn find(page: &Page<'_>, pair: &Pair<'_>) -> Vec<Found> {
    let (a, b) = (pair.a, pair.b);
    let mut found = Vec::new();
    if pair.kind != LinkKind::Partial {
        found.extend(speakers(pair));
    }
    if pair.same_wording() && found.is_empty() {
        found.extend(speakerless(page, a, b).or_else(|| speakerless(page, b, a)));
    }
    if found.is_empty() {
        found.extend(unquoted(page, a, b).or_else(|| unquoted(page, b, a)));
    }
    found
}

/// A speaker: where, and the words of substance by which it is compared.
struct Speaker {
    span: Span,
    words: BTreeSet<String>,
    /// Whether a person, place or body is named, beyond a nation.
    named: bool,
    /// Of the words with a capital, in lower case.
    initials: String,
}

fn speaker(told: &Told<'_>) -> Option<Speaker> {
    let it = told.saying()?;
    let words = it
        .speaker
        .clone()
        .filter_map(|at| specific(told, at))
        .collect();
    let named = it.speaker.clone().any(|at| name::nameable(&told.words[at]));
    let capitals = told.words[it.speaker.clone()]
        .iter()
        .filter(|it| it.capital);
    let initials = capitals
        .filter_map(|it| it.normal.to_lowercase().chars().next())
        .collect();
    Some(Speaker {
        span: name::span(&told.words, &it.speaker),
        words,
        named,
        initials,
    })
}

/// The form by which a word of a speaker is compared, if it tells who it is.
fn specific(told: &Told<'_>, at: usize) -> Option<String> {
    let form = &*told.words[at].normal;
    if let Some(nation) = name::nation(form) {
        return Some(nation.to_string());
    }
    let vague = common::is_stop(form)
        || common::listed(VAGUE).any(|it| it == form)
        || name::part(form).is_some_and(|(part, _)| part != name::Part::Field);
    (!vague).then(|| told.stems()[at].clone())
}

fn speakers(pair: &Pair<'_>) -> Option<Found> {
    let (x, y) = (speaker(pair.a)?, speaker(pair.b)?);
    let apart = x.words.is_disjoint(&y.words) && !short_for(&x, &y) && !short_for(&y, &x);
    let contradict = apart && comparable(&x, &y);
    let key = |it: &Speaker| it.words.iter().cloned().collect::<Vec<_>>().join(" ");
    contradict.then(|| {
        let a = Mark::new(pair.a, x.span, key(&x));
        let b = Mark::new(pair.b, y.span, key(&y));
        Found::pair(DiscrepancyKind::Attribution, a, b)
    })
}

/// Whether one of the words is the other's initials.
fn short_for(x: &Speaker, y: &Speaker) -> bool {
    x.words
        .iter()
        .any(|it| it.len() > 2 && y.initials.contains(&**it))
}

/// Whether both tell who it is; "US officials" may well be a person whom the other names.
fn comparable(x: &Speaker, y: &Speaker) -> bool {
    let nations = |it: &Speaker| it.words.iter().all(|word| name::is_nation(word));
    let may_be =
        |group: &Speaker, other: &Speaker| nations(group) && other.named && !nations(other);
    !x.words.is_empty() && !y.words.is_empty() && !may_be(x, y) && !may_be(y, x)
}

/// A quotation with a speaker, where the other prints one and names nobody anywhere near.
fn speakerless(page: &Page<'_>, own: &Told<'_>, other: &Told<'_>) -> Option<Found> {
    let it = own.saying()?;
    let quoted = *other.quoted.first()?;
    let spoken = || page.near(other, 1).any(|it| !it.sayings().is_empty());
    let body = matches!(other.role, Role::Body | Role::List);
    if own.quoted.is_empty() || it.speaker.is_empty() || !body || spoken() {
        return None;
    }
    let a = Mark::new(own, name::span(&own.words, &it.speaker), "speaker");
    let b = Mark::new(other, Span::new(quoted.end(), quoted.end()), "");
    Some(Found::pair(DiscrepancyKind::Attribution, a, b))
}

/// Quoted words of one that the other says unquoted, without any speaker.
fn unquoted(page: &Page<'_>, own: &Told<'_>, other: &Told<'_>) -> Option<Found> {
    let quotes = || page.near(other, 0).any(|it| !it.quoted.is_empty());
    let body = matches!(other.role, Role::Body | Role::List);
    if own.quoted.is_empty() || !body || !other.sayings().is_empty() || quotes() {
        return None;
    }
    let quoted = own.quoted.iter().map(|it| own.covered(*it));
    let (own_words, other_words) = quoted.into_iter().find_map(|words| {
        let run = |at: usize| common_run(own, at, words.end, other);
        words
            .clone()
            .find_map(|at| run(at).map(|(len, to)| (at..at + len, to..to + len)))
    })?;
    let a = Mark::new(own, name::span(&own.words, &own_words), "quoted");
    let b = Mark::new(other, name::span(&other.words, &other_words), "unquoted");
    Some(Found::pair(DiscrepancyKind::Attribution, a, b))
}

/// The longest run from word `at` that the other sentence has too, if it is long enough, and
/// where it starts there.
fn common_run(own: &Told<'_>, at: usize, end: usize, other: &Told<'_>) -> Option<(usize, usize)> {
    let best = (0..other.words.len())
        .map(|to| {
            let same = (at..end).zip(to..other.words.len());
            let len = same
                .take_while(|(x, y)| own.words[*x].normal == other.words[*y].normal)
                .count();
            (len, to)
        })
        .max_by_key(|(len, to)| (*len, std::cmp::Reverse(*to)))?;
    let weighty = |it: &Token| it.kind == Kind::Word && !common::is_stop(&it.normal) && !it.capital;
    let run = &own.words[at..at + best.0];
    let substance = run.iter().filter(|it| weighty(it)).count();
    let enough = RUN < substance || (RUN == substance && run.len() == RUN);
    enough.then_some(best)
}
