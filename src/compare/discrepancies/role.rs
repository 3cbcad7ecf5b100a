//! Offices and ranks: the same person with another one, or two persons with the same.
//!
//! Four rules, three of them over everyone whom the story names with a title. One: an office with and without
//! a word that changes it ("former president", "president"). Two: another rank, by the fullest
//! that each article gives, since later mentions are shortened. Three: an office of one nation
//! that only one can hold, given to two persons, unless an article names both in it.
//! Four: a word of status that one of two linked sentences lost, wherever the name stands.
//! Persons are told apart by their last names, with their first names where both are given.
//! Cost: the persons named, squared for each office.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    ops::Range,
};

use foldhash::{HashSet, fast::FixedState};
use jiff::civil::Date;

use crate::{
    compare::discrepancies::{
        found::{Found, Mark, stand_apart},
        page::{Page, Told},
        pair::Pair,
        spelling,
        vocabulary::Word,
    },
    model::{
        comparison::{DiscrepancyKind, Link, LinkKind},
        index::{ArticleIx, Place},
    },
    text::{
        name::{self, Part, Titled},
        span::Span,
        token::Token,
    },
};

/// Days within which one office has one holder, mostly.
const TERM: i32 = 30;

/// A person named with a title at a place.
struct Mention<'a> {
    told: &'a Told<'a>,
    /// The title and the name.
    span: Span,
    first: Option<&'a str>,
    last: &'a str,
    title: Title,
}

/// A title by its parts, in the forms they are compared by.
#[derive(Default)]
struct Title {
    nation: Option<&'static str>,
    office: Vec<&'static str>,
    rank: Vec<&'static str>,
    status: Vec<&'static str>,
    unique: bool,
}

/// Offices and ranks that contradict one another.
pub fn find(page: &Page<'_>, links: &[Link]) -> Vec<Found> {
    let close = links.iter().filter(|it| it.kind < LinkKind::Partial);
    let linked: HashSet<(Place, Place)> = close.map(|it| (it.a, it.b)).collect();
    let loosely: HashSet<(Place, Place)> = links.iter().map(|it| (it.a, it.b)).collect();
    let mentions: Vec<Mention> = page.told.iter().flat_map(mentions).collect();
    let mut by_name: BTreeMap<&str, Vec<&Mention>> = BTreeMap::new();
    let mut by_office: BTreeMap<String, Vec<&Mention>> = BTreeMap::new();
    for it in &mentions {
        by_name.entry(it.last).or_default().push(it);
        if it.title.unique && it.title.status.is_empty() {
            by_office
                .entry(it.title.office.join(" "))
                .or_default()
                .push(it);
        }
    }
    let mut found = Vec::new();
    for all in by_name.values() {
        found.extend(ranks(all));
        let told = statuses(all).into_iter();
        found.extend(told.filter_map(|it| match side_by_side(&it, &linked) {
            true => Some(it),
            false => side_by_side(&it, &loosely).then(|| it.possibly()),
        }));
    }
    found.extend(by_office.values().flat_map(|all| holders(all)));
    found
}

/// Whether two of the readings stand in sentences that are linked: "President Holm" may be told of
/// years in which he was, where the sentences have nothing else in common.
fn side_by_side(found: &Found, linked: &HashSet<(Place, Place)>) -> bool {
    let marks = &found.marks;
    let pairs = marks.iter().flat_map(|x| marks.iter().map(move |y| (x, y)));
    let mut apart = pairs.filter(|(x, y)| x.key != y.key);
    apart.any(|(x, y)| linked.contains(&(x.place, y.place)))
}

/// Rule four, over linked sentences: an office whose word of status ("acting", "deputy") was lost.
pub fn changed(pair: &Pair<'_>, statuses: &Statuses) -> Option<Found> {
    let lost = |own: &Told<'_>, other| lost_status(pair, own, statuses.0.get(&own.place)?, other);
    lost(pair.a, pair.b).or_else(|| lost(pair.b, pair.a))
}

/// The first word of status of each sentence that has one before an office, read once.
#[derive(Default)]
pub struct Statuses(HashMap<Place, Status, FixedState>);

struct Status {
    at: usize,
    form: &'static str,
    /// The words of the office.
    office: Range<usize>,
}

impl Statuses {
    /// Reads the offices of all sentences.
    pub fn new(page: &Page<'_>) -> Self {
        let read = |told: &Told<'_>| Some((told.place, status(told)?));
        Self(page.told.iter().filter_map(read).collect())
    }
}

fn status_word(word: &Token) -> Option<&'static str> {
    let part = name::part(&word.normal).filter(|it| it.0 == Part::Status);
    part.map(|it| it.1)
}

fn status(told: &Told<'_>) -> Option<Status> {
    let words = &told.words;
    let at = words.iter().position(|it| status_word(it).is_some())?;
    let first = at + 1 + words[at + 1..].iter().take(2).position(is_office)?;
    let many = words[first..].iter().take_while(|it| is_office(it)).count();
    Some(Status {
        at,
        form: status_word(&words[at])?,
        office: first..first + many,
    })
}

fn lost_status(
    pair: &Pair<'_>,
    own: &Told<'_>,
    status: &Status,
    other: &Told<'_>,
) -> Option<Found> {
    let what = &status.office;
    let forms = |words: &[Word]| words.iter().map(|it| it.form).collect::<Vec<_>>();
    let named = forms(&own.forms[what.clone()]);
    let plain = other
        .forms
        .windows(what.len())
        .position(|it| forms(it) == named)?;
    let plain = plain..plain + what.len();
    let has = |it: &Token| status_word(it) == Some(status.form);
    let past = status.form == "former" && other.words.iter().any(is_past);
    let (x, y) = (
        name::span(&own.words, what),
        name::span(&other.words, &plain),
    );
    let lost =
        !past && !other.words.iter().any(has) && one_person((own, what.end), (other, plain.end));
    (lost && pair.same_clause(own, x, y)).then(|| {
        let a = Mark::new(
            own,
            name::span(&own.words, &(status.at..what.end)),
            status.form,
        );
        Found::pair(DiscrepancyKind::Role, a, Mark::new(other, y, ""))
    })
}

/// Whether the names behind two offices are one, as far as there are any.
fn one_person((own, at): (&Told<'_>, usize), (other, to): (&Told<'_>, usize)) -> bool {
    let name = |told: &Told<'_>, at: usize| {
        let named = told.words.get(at).filter(|it| name::nameable(it));
        named.map(|it| it.normal.to_string())
    };
    match (name(own, at), name(other, to)) {
        (Some(x), Some(y)) => x == y || alike(&x, &y),
        _ => true,
    }
}

/// Words that say "former" of an office in another way.
fn is_past(word: &Token) -> bool {
    matches!(
        &*word.normal,
        "first"
            | "was"
            | "were"
            | "had"
            | "then"
            | "ex"
            | "once"
            | "ousted"
            | "fired"
            | "sacked"
            | "resigned"
            | "previously"
    )
}

fn is_office(word: &Token) -> bool {
    let part = name::part(&word.normal).map(|it| it.0);
    matches!(
        part,
        Some(Part::Rank | Part::Head | Part::Unique | Part::Field)
    )
}

fn mentions<'a>(told: &'a Told<'a>) -> Vec<Mention<'a>> {
    let titled = name::titled(told.text, &told.words);
    let past = |it: &&Titled| {
        let next = told.words.get(it.name.end).map(|it| &*it.normal);
        matches!(
            next,
            Some("administration" | "presidency" | "era" | "government" | "white")
        )
    };
    let of_now = titled.iter().filter(|it| !past(it));
    of_now.filter_map(|it| mention(told, it)).collect()
}

fn mention<'a>(told: &'a Told<'a>, it: &Titled) -> Option<Mention<'a>> {
    let names = &told.words[it.name.clone()];
    let (last, before) = names.split_last()?;
    let then = it.title.start.checked_sub(1);
    let then = then.is_some_and(|it| told.words[it].normal == "then");
    let start = it.title.start - usize::from(then);
    Some(Mention {
        told,
        span: name::span(&told.words, &(start..it.name.end)),
        first: before.first().map(|it| &*it.normal),
        last: &last.normal,
        title: title(told, it),
    })
}

fn title(told: &Told<'_>, it: &Titled) -> Title {
    let mut title = Title::default();
    let has_staff = told.words[it.title.clone()]
        .iter()
        .any(|it| it.normal == "staff");
    for word in &told.words[it.title.clone()] {
        if let Some(nation) = name::nation(&word.normal) {
            title.nation = Some(nation);
        }
        let staff = word.normal == "general" && has_staff;
        let under = word.normal == "under"
            && told.words[it.title.start..]
                .get(1)
                .is_none_or(|it| it.normal != "secretary");
        match name::part(&word.normal).filter(|_| !under && !staff) {
            Some((Part::Rank, form)) => title.rank.push(form),
            Some((Part::Head | Part::Field, form)) => title.office.push(form),
            Some((Part::Unique, form)) => {
                title.office.push(form);
                title.unique = true;
            }
            Some((Part::Status, form)) => title.status.push(form),
            _ => (),
        }
    }
    let before = it.title.start.checked_sub(1);
    // "If it is true, then President Vey should know" tells no time.
    let follows = || told.words.iter().any(|it| it.normal == "if");
    if before.is_some_and(|it| told.words[it].normal == "then" && !follows()) {
        title.status.push("former");
    }
    title.office.sort_unstable();
    title
}

fn mark(it: &Mention<'_>, key: &str) -> Mark {
    Mark::new(it.told, it.span, key)
}

fn same_person(x: &Mention<'_>, y: &Mention<'_>) -> bool {
    let first = x
        .first
        .zip(y.first)
        .is_none_or(|(x, y)| x == y || alike(x, y));
    first && (x.last == y.last || alike(x.last, y.last))
}

/// Spelling variants of a name: the same first letter and nearly the same letters.
fn alike(x: &str, y: &str) -> bool {
    x.chars().next() == y.chars().next() && spelling::likeness(x, y) >= 0.6
}

/// Rule one.
fn statuses(all: &[&Mention<'_>]) -> Vec<Found> {
    let mut by_office: BTreeMap<&[&str], Vec<&Mention>> = BTreeMap::new();
    for it in all.iter().filter(|it| !it.title.office.is_empty()) {
        by_office.entry(&it.title.office).or_default().push(it);
    }
    let mut found = Vec::new();
    for (_, mentions) in by_office {
        let marks = mentions
            .iter()
            .map(|it| mark(it, &it.title.status.join(" ")));
        found.extend(contradiction(marks.collect()));
    }
    found
}

/// Rule two.
fn ranks(all: &[&Mention<'_>]) -> Option<Found> {
    let mut fullest: BTreeMap<ArticleIx, &Mention> = BTreeMap::new();
    for it in all.iter().filter(|it| !it.title.rank.is_empty()) {
        let best = fullest.entry(it.told.place.article).or_insert(it);
        if best.title.rank.len() < it.title.rank.len() {
            *best = it;
        }
    }
    contradiction(
        fullest
            .values()
            .map(|it| mark(it, &it.title.rank.join(" ")))
            .collect(),
    )
}

/// A finding where two readings stand in different articles, of which neither has both: "former
/// President Holm" is "President Holm" at his next mention.
fn contradiction(mut marks: Vec<Mark>) -> Option<Found> {
    let keys = |article| {
        let of = marks.iter().filter(|it| it.place.article == article);
        of.map(|it| it.key.clone()).collect::<BTreeSet<_>>()
    };
    let articles: BTreeSet<ArticleIx> = marks.iter().map(|it| it.place.article).collect();
    let both: BTreeSet<ArticleIx> = articles
        .into_iter()
        .filter(|it| keys(*it).len() > 1)
        .collect();
    marks.retain(|it| !both.contains(&it.place.article));
    stand_apart(&marks).then_some(Found::new(DiscrepancyKind::Role, marks))
}

/// Whether the articles that name the first two persons were printed within `TERM` of each other,
/// as far as their days are known: offices change hands.
fn at_one_time(persons: &[Vec<&Mention<'_>>]) -> bool {
    let day = |of: &Vec<&Mention<'_>>| of.iter().find_map(|it| it.told.published);
    let days: Vec<Date> = persons.iter().filter_map(day).collect();
    let apart = |x: &Date, y: &Date| y.since(*x).map_or(0, |it| it.get_days().abs());
    days.windows(2).all(|it| apart(&it[0], &it[1]) <= TERM)
}

/// Rule three.
fn holders(all: &[&Mention<'_>]) -> Vec<Found> {
    let nations: BTreeSet<&str> = all.iter().filter_map(|it| it.title.nation).collect();
    let mut found = Vec::new();
    for nation in nations {
        let here = |it: &&&Mention| it.title.nation == Some(nation);
        let mut persons: Vec<Vec<&Mention>> = Vec::new();
        for it in all.iter().filter(here) {
            match persons.iter_mut().find(|known| same_person(known[0], it)) {
                Some(known) => known.push(it),
                None => persons.push(vec![it]),
            }
        }
        let articles = |of: &[&Mention]| {
            of.iter()
                .map(|it| it.told.place.article)
                .collect::<BTreeSet<_>>()
        };
        let apart = persons.iter().enumerate().all(|(at, x)| {
            persons[..at]
                .iter()
                .all(|y| articles(x).is_disjoint(&articles(y)))
        });
        if persons.len() > 1 && apart && at_one_time(&persons) {
            let unplaced = |it: &&&Mention| it.title.nation.is_none();
            for it in all.iter().filter(unplaced) {
                if let Some(known) = persons.iter_mut().find(|known| same_person(known[0], it)) {
                    known.push(it);
                }
            }
            let marks = persons
                .iter()
                .flat_map(|of| of.iter().map(|it| mark(it, of[0].last)));
            found.extend(contradiction(marks.collect()));
        }
    }
    found
}
