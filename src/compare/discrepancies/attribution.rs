//! Who said it: another speaker, or none.
//!
//! Four rules over linked sentences. One: both name a speaker for the same statement, and the words
//! of substance of the two speakers have nothing in common; a speaker who is only "a spokesman" or
//! "he" contradicts nobody, and neither does one whom the other sentence names elsewhere. Two: one
//! quotation has a speaker, and the other has none, nor have the paragraphs around it. Three: one
//! puts words in quotation marks that the other says as its own, with no speaker at all. Four: one
//! gives to a speaker what the other, that names this one nowhere near, tells as its own.
//!
//! Limits: "the harbour master" may be Mr Dunmore, and nothing here knows whether he is: only names
//! contradict names. Cost: a look at the sayings of both; the second and third rule read a few
//! paragraphs where one quotes.

use std::ops::Range;

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        lists,
        page::{Page, Told},
        pair::Pair,
        speaker::{Speaker, Speakers, named_beside, named_in},
    },
    model::{
        article::Role,
        comparison::{DiscrepancyKind, LinkKind},
    },
    text::{
        common, name, quote,
        span::Span,
        token::{Kind, Token},
    },
};

/// Words of substance that make a phrase taken over from a quotation, if no others are among them.
const RUN: usize = 3;
/// Words that a quotation of both must share in a row to be one quotation.
const QUOTED: usize = 4;
/// Paragraphs on each side of a quotation in which its speaker is looked for.
const NEAR: u32 = 3;
/// Share of its own words that a sentence has at least, beside those that the other quotes.
const OWN: f32 = 0.3;
/// Words of substance in common, and their share of the barer sentence, from which both make one
/// statement.
const MATTER: usize = 3;
const SHARE: f32 = 0.5;

/// Words of substance that are looked at of what a speaker is said to say.
const CLAUSE: usize = 8;

/// Speakers that contradict, and quotations that lost theirs.
pub fn find(page: &Page<'_>, all: &Speakers, pair: &Pair<'_>) -> Vec<Found> {
    let (a, b) = (pair.a, pair.b);
    let mut found = Vec::new();
    if pair.kind != LinkKind::Partial {
        found.extend(speakers(pair, all));
    }
    if pair.same_wording() && found.is_empty() {
        found.extend(speakerless(page, all, a, b).or_else(|| speakerless(page, all, b, a)));
    }
    if !pair.ambiguous && found.is_empty() {
        found.extend(unquoted(page, pair, a, b).or_else(|| unquoted(page, pair, b, a)));
    }
    if pair.kind != LinkKind::Partial && pair.is_sure() && found.is_empty() {
        let alone = |own, other| unsaid(page, all, pair, own, other);
        found.extend(alone(a, b).or_else(|| alone(b, a)));
    }
    found
}

fn speakers(pair: &Pair<'_>, all: &Speakers) -> Option<Found> {
    let (x, y) = (all.at(pair.a.place)?, all.at(pair.b.place)?);
    let named = match one_quotation(pair.a, pair.b) {
        true => named_beside,
        false => named_in,
    };
    let contradict = comparable(x, y)
        && !(short_for(x, y) || short_for(y, x) || all.one_name(x, y))
        && one_statement(pair, x, y)
        && !(named(x, pair.b) || named(y, pair.a));
    contradict.then(|| {
        let a = Mark::new(pair.a, x.span, key(x));
        let b = Mark::new(pair.b, y.span, key(y));
        Found::pair(DiscrepancyKind::Attribution, a, b)
    })
}

/// Whether both speakers are told to say the same.
fn one_statement(pair: &Pair<'_>, x: &Speaker, y: &Speaker) -> bool {
    let (common, share) = pair.substance(&x.range, &y.range);
    match pair.kind {
        LinkKind::Verbatim | LinkKind::Edited => 3 <= common && 0.5 <= share,
        _ => (3 <= common && 0.5 <= share || 4 <= common && 0.4 <= share) && !pair.ambiguous,
    }
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
    // A person may be one of a nation's officials, and may speak for a body.
    let may_be = |group: &Speaker, other: &Speaker| (nations(group) || group.body) && other.named;
    let told =
        |it: &Speaker| it.counted || !it.words.is_empty() && (it.named || it.body || nations(it));
    let named = told(x) && told(y) && !may_be(x, y) && !may_be(y, x);
    let unnamed = |it: &Speaker| nations(it) && !it.named;
    let sorted = unnamed(x) && unnamed(y) && other_sort(x, y);
    sorted || named && x.words.is_disjoint(&y.words)
}

/// Whether two are told to be of different sorts; a document speaks for somebody.
pub fn other_sort(x: &Speaker, y: &Speaker) -> bool {
    let sorts = x.sort.zip(y.sort);
    sorts.is_some_and(|(x, y)| x != y && x != "document" && y != "document")
}

/// By what two speakers are one: the words that tell who they are, or what sort they are.
pub fn key(it: &Speaker) -> String {
    let words: Vec<&str> = it.words.iter().map(String::as_str).collect();
    format!("{} {}", words.join(" "), it.sort.unwrap_or_default())
}

/// A statement that one gives to a speaker, and the other, which names that speaker nowhere near,
/// tells as its own.
fn unsaid(
    page: &Page<'_>,
    all: &Speakers,
    pair: &Pair<'_>,
    own: &Told<'_>,
    other: &Told<'_>,
) -> Option<Found> {
    const PLAIN: &[&str] = &["said", "claimed", "confirmed", "suggested"];
    let speaker = all.at(own.place).filter(|it| it.told)?;
    let body = |it: &Told<'_>| matches!(it.role, Role::Body | Role::List | Role::Dek);
    let plain = own.saying().is_some_and(|it| PLAIN.contains(&it.stance));
    if !plain || !body(own) || !body(other) || spoken(other, &(0..0)) || !other.quoted.is_empty() {
        return None;
    }
    let (common, share) = pair.substance_beside(own, &speaker.range);
    let same = MATTER <= common && SHARE <= share && (pair.same_wording() || !pair.ambiguous);
    let led = |near: &Told<'_>| near.paragraph == other.paragraph && !near.sayings().is_empty();
    // What is printed word for word may be a post that its author's name stands under.
    let signed = |near: &Told<'_>| pair.same_wording() && named_in(speaker, near);
    if !same
        || named_in(speaker, other)
        || page.near(other, 0).any(led)
        || page.near(other, NEAR).any(signed)
        || !gives(own, speaker, other)
    {
        return None;
    }
    let b = Mark::new(other, Span::new(0, 0), "");
    Some(Found::pair(kind_of(own), said(own, speaker), b).softly())
}

/// A reading of who says it; where the verb judges, of the verb as well.
pub fn said(own: &Told<'_>, speaker: &Speaker) -> Mark {
    let span = match kind_of(own) {
        DiscrepancyKind::Hedge => name::span(&own.words, &speaker.range),
        _ => speaker.span,
    };
    Mark::new(own, span, key(speaker))
}

/// What it is that a sentence has a speaker and another has none: a verb that judges doubts him.
pub fn kind_of(own: &Told<'_>) -> DiscrepancyKind {
    match own.saying().map(|it| it.stance) {
        Some("claimed" | "suggested") => DiscrepancyKind::Hedge,
        _ => DiscrepancyKind::Attribution,
    }
}

/// Whether the other tells what the speaker is said to say: the first words of substance behind the
/// verb, or the last before it where it stands at the end.
pub fn gives(own: &Told<'_>, speaker: &Speaker, other: &Told<'_>) -> bool {
    let Some(verb) = own.saying().map(|it| it.verb) else {
        return false;
    };
    let weighty = |at: &usize| !own.forms[*at].stop && !speaker.range.contains(at);
    let behind: Vec<usize> = (verb + 1..own.words.len()).filter(weighty).collect();
    let said = match behind.len() < MATTER {
        true => (0..verb).rev().filter(weighty).take(CLAUSE).collect(),
        false => behind.into_iter().take(CLAUSE).collect::<Vec<_>>(),
    };
    let told = said
        .iter()
        .filter(|at| other.find(own.forms[**at]).is_some());
    2 * said.len() <= 5 * told.count()
}

/// A quotation with a speaker, where the other prints it and names nobody anywhere near.
fn speakerless(page: &Page<'_>, all: &Speakers, own: &Told<'_>, other: &Told<'_>) -> Option<Found> {
    let it = own.saying()?;
    let quoted = *other.quoted.first()?;
    let body = matches!(other.role, Role::Body | Role::List);
    if !body || own.quoted.is_empty() || !other.sayings().is_empty() || !one_quotation(own, other) {
        return None;
    }
    let name = all.at(own.place).filter(|it| it.told)?;
    let led = |near: &Told<'_>| {
        !near.sayings().is_empty() || named_in(name, near) || near.text.contains(':')
    };
    if page.near(other, NEAR).any(led) {
        return None;
    }
    let a = Mark::new(own, name::span(&own.words, &it.speaker), "speaker");
    let b = Mark::new(other, Span::new(quoted.end(), quoted.end()), "");
    Some(Found::pair(DiscrepancyKind::Attribution, a, b))
}

/// Whether both quote a run of the same words.
fn one_quotation(own: &Told<'_>, other: &Told<'_>) -> bool {
    own.quoted.iter().any(|it| {
        let words = own.forms[own.covered(*it)].iter();
        let forms: Vec<u32> = words.map(|it| it.form).collect();
        forms.windows(QUOTED).any(|run| other.quotes(run))
    })
}

/// Quoted words of one that the other says among words of its own, unquoted, without any speaker.
pub fn unquoted(
    page: &Page<'_>,
    pair: &Pair<'_>,
    own: &Told<'_>,
    other: &Told<'_>,
) -> Option<Found> {
    let quotes = || {
        page.near(other, NEAR)
            .any(|it| it.paragraph == other.paragraph && !it.quoted.is_empty())
    };
    let body = matches!(other.role, Role::Body | Role::List);
    if own.quoted.is_empty() || own.saying().is_none() || !body || told_by(other) || quotes() {
        return None;
    }
    let quoted = own.quoted.iter().map(|it| own.covered(*it));
    let (own_words, other_words) = quoted.into_iter().find_map(|words| {
        let run = |at: usize| common_run(own, at, &words, other);
        let run = |at: usize| run(at).filter(|_| pair.same_wording() || at == words.start);
        words
            .clone()
            .find_map(|at| run(at).map(|(len, to)| (at..at + len, to..to + len)))
    })?;
    let own_share = 1.0 - other_words.len() as f32 / other.words.len() as f32;
    if own_share < OWN || spoken(other, &other_words) {
        return None;
    }
    let a = Mark::new(own, name::span(&own.words, &own_words), "quoted");
    let b = Mark::new(other, name::span(&other.words, &other_words), "unquoted");
    Some(Found::in_marks(DiscrepancyKind::Attribution, a, b))
}

/// Whether it names a speaker or speaks itself.
fn told_by(told: &Told<'_>) -> bool {
    !told.sayings().is_empty() || told.speaks()
}

/// Whether it tells outside some words who speaks or holds them.
pub fn spoken(told: &Told<'_>, but: &Range<usize>) -> bool {
    let words = (0..told.words.len()).filter(|at| !but.contains(at));
    let form = |at: usize| &*told.words[at].normal;
    let holds = |at: usize| lists::holds(form(at));
    told_by(told) || words.into_iter().any(holds)
}

/// The longest run from word `at` that the other sentence has too, if it is long enough, and
/// where it starts there.
fn common_run(
    own: &Told<'_>,
    at: usize,
    quoted: &Range<usize>,
    other: &Told<'_>,
) -> Option<(usize, usize)> {
    let best = (0..other.words.len())
        .map(|to| {
            let same = (at..quoted.end).zip(to..other.words.len());
            let len = same
                .take_while(|(x, y)| own.words[*x].normal == other.words[*y].normal)
                .count();
            (len, to)
        })
        .max_by_key(|(len, to)| (*len, std::cmp::Reverse(*to)))?;
    let weighty = |it: &Token| it.kind == Kind::Word && !common::is_stop(&it.normal) && !it.capital;
    let run = &own.words[at..at + best.0];
    let substance = run.iter().filter(|it| weighty(it)).count();
    let begins = at == quoted.start && quote::is_statement(&own.words[quoted.clone()]);
    let enough = RUN < substance || (RUN == substance && run.len() == RUN && begins);
    enough.then_some(best)
}
