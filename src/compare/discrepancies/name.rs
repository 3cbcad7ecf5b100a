//! One name spelt in several ways, anywhere in the story.
//!
//! A name is a word written with a capital, never without one, that is no title and no nation. Two
//! are one name where they sound alike (see `spelling`), or where the same name stands beside both
//! and their letters are nearly the same; then no article may use both, since two members of a
//! family look just so. All places of all spellings are told; neighbouring names that both vary
//! ("Roustem Oumerov") make one reading. Limits: names of fewer than four letters are left alone.
//! Cost: linear in the words, plus the pairs of names that share a neighbour.

use std::collections::{BTreeMap, BTreeSet};

use foldhash::{HashMap, HashMapExt};

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        page::{Page, Told},
        spelling,
    },
    model::{comparison::DiscrepancyKind, index::ArticleIx},
    text::{name, same, token::Token},
};

/// Letters below which a name is too short to be told from another; those of just so many are told by
/// the same name beside them alone.
const SHORTEST: usize = 3;
/// Letters of the shortest name that tells so.
const BESIDE_LETTERS: usize = 4;
/// Likeness of letters from which neighbours make two names one.
const ALIKE: f32 = 0.6;
/// The same for names of fewer bytes than `LONG`: "Pike" and "Pine" are two streets.
const SHORT_ALIKE: f32 = 0.76;
const LONG: usize = 6;
/// A sentence with a larger share of capitals than this is a headline in title case.
const TITLE_CASE: f32 = 0.6;

/// Where a name stands: sentence and word, by index.
type At = (usize, usize);

/// Names by their normal forms.
type Names<'a> = BTreeMap<&'a str, Vec<At>>;

/// Names that the sources spell differently.
pub fn find(page: &Page<'_>) -> Vec<Found> {
    let names = names(page);
    let mut classes: BTreeMap<&str, &str> = names.keys().map(|it| (*it, *it)).collect();
    let mut varies = false;
    for (x, y) in by_sound(&names)
        .into_iter()
        .filter(|(x, y)| may_be_one(page, &names, x, y))
        .chain(by_neighbour(page, &names))
    {
        let (x, y) = (classes[x], classes[y]);
        classes
            .values_mut()
            .filter(|it| **it == y)
            .for_each(|it| *it = x);
        varies |= x != y;
    }
    if !varies {
        return Vec::new();
    }
    told(page, &names, &classes)
}

/// Whether two spellings stand beside the same name, as it sounds, or one of them beside none:
/// "Kirsten Gill" and "Kyrsten Holm" are two persons.
fn may_be_one(page: &Page<'_>, names: &Names<'_>, x: &str, y: &str) -> bool {
    let beside = |(sentence, at): &At| {
        let words = &page.told[*sentence].words;
        let near = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        let near = near
            .filter_map(|it| words.get(it))
            .filter(|it| name::nameable(it));
        near.map(|it| spelling::key(&it.normal)).collect::<Vec<_>>()
    };
    let of = |form: &str| names[form].iter().flat_map(beside).collect::<BTreeSet<_>>();
    let (x, y) = (of(x), of(y));
    x.is_empty() || y.is_empty() || !x.is_disjoint(&y)
}

fn names<'a>(page: &'a Page<'_>) -> Names<'a> {
    let mut names: Names = BTreeMap::new();
    let mut sure: BTreeSet<&str> = BTreeSet::new();
    let mut common: HashMap<u32, usize> = HashMap::new();
    for (sentence, told) in page.told.iter().enumerate() {
        let shouts = title_case(told);
        for (at, word) in told.words.iter().enumerate() {
            let form = &*word.normal;
            if !word.capital {
                *common.entry(told.forms[at].form).or_default() += 1;
            } else if form.chars().count() >= SHORTEST
                && name::nameable(word)
                && form.chars().all(char::is_alphabetic)
            {
                names.entry(form).or_default().push((sentence, at));
                if at > 0 && !shouts {
                    sure.insert(form);
                }
            }
        }
    }
    let keys: BTreeSet<String> = sure.iter().map(|it| spelling::key(it)).collect();
    let slips = |(sentence, at): At| {
        let form = page.told[sentence].forms[at].form;
        common.get(&form).copied().unwrap_or(0)
    };
    names.retain(|form, places| {
        let known = sure.contains(form) || keys.contains(&spelling::key(form)) || places.len() > 1;
        known && slips(places[0]) * 4 <= places.len()
    });
    names
}

fn title_case(told: &Told<'_>) -> bool {
    let long = || told.words.iter().filter(|it| it.span.len() >= 4);
    let capitals = long().filter(|it| it.capital).count();
    long().count() > 3 && capitals as f32 > TITLE_CASE * long().count() as f32
}

/// Names that are transliterations of one another, or slips of two letters.
fn by_sound<'a>(names: &Names<'a>) -> Vec<(&'a str, &'a str)> {
    let mut groups: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for form in names.keys() {
        groups.entry(spelling::key(form)).or_default().push(form);
    }
    let long = |group: &&Vec<&str>| group.iter().all(|it| SHORTEST < it.chars().count());
    let chained = |group: &Vec<&'a str>| {
        group
            .windows(2)
            .map(|it| (it[0], it[1]))
            .collect::<Vec<_>>()
    };
    let pairs = groups
        .values()
        .filter(long)
        .flat_map(chained)
        .chain(by_slip(names));
    let begins =
        |x: &str, y: &str| LONG <= x.len().min(y.len()) || x.chars().next() == y.chars().next();
    pairs
        .filter(|(x, y)| !inflected(x, y) && begins(x, y))
        .collect()
}

/// Names of which one has two neighbouring letters of the other swapped: "Nielsen", "Neilsen".
fn by_slip<'a>(names: &Names<'a>) -> Vec<(&'a str, &'a str)> {
    let mut groups: BTreeMap<Vec<char>, Vec<&str>> = BTreeMap::new();
    for form in names.keys().filter(|it| LONG <= it.len()) {
        let mut letters: Vec<char> = form.chars().collect();
        letters.sort_unstable();
        groups.entry(letters).or_default().push(form);
    }
    let pairs = |group: &Vec<&'a str>| {
        let all = group.iter().enumerate();
        let pairs = all.flat_map(|(at, x)| group[at + 1..].iter().map(move |y| (*x, *y)));
        pairs.filter(|(x, y)| swapped(x, y)).collect::<Vec<_>>()
    };
    groups.values().flat_map(pairs).collect()
}

/// Names beside one name beyond which that tells nothing: every first name beside a common one.
const BESIDE: usize = 200;

/// Names that stand beside the same name and differ in few letters.
fn by_neighbour<'a>(page: &Page<'_>, names: &Names<'a>) -> Vec<(&'a str, &'a str)> {
    let mut beside: BTreeMap<(&str, bool), BTreeSet<&'a str>> = BTreeMap::new();
    for (form, places) in names {
        for (sentence, at) in places {
            let words = &page.told[*sentence].words;
            let other = |at: usize| words.get(at).filter(|it| is_name(it)).map(|it| &*it.normal);
            let initial = |it: usize| words[it].capital && words[it].normal.len() == 1;
            if let Some(after) = other(at + 1) {
                beside.entry((after, true)).or_default().insert(form);
            }
            // "Jessie K. Liu"
            let before = at
                .checked_sub(1)
                .map(|it| it - usize::from(0 < it && initial(it)));
            if let Some(before) = before.and_then(other) {
                beside.entry((before, false)).or_default().insert(form);
            }
        }
    }
    let articles = |form: &str| {
        names[form]
            .iter()
            .map(|(at, _)| page.told[*at].place.article)
            .collect::<BTreeSet<ArticleIx>>()
    };
    let mut pairs = Vec::new();
    let few = |it: &&BTreeSet<&str>| (2..=BESIDE).contains(&it.len());
    for ((_, first), forms) in beside.iter().filter(|it| few(&it.1)) {
        for (at, x) in forms.iter().enumerate() {
            let alike = |y: &&&str| {
                let needed = match x.len().min(y.len()) < LONG {
                    true => SHORT_ALIKE,
                    false => ALIKE,
                };
                let near = needed <= spelling::likeness(x, y)
                    || *first && one_vowel(x, y)
                    || is_slip(x, y);
                x.chars().next() == y.chars().next() && near && !inflected(x, y)
            };
            let rivals = forms.iter().skip(at + 1).filter(alike);
            pairs.extend(
                rivals
                    .filter(|y| articles(x).is_disjoint(&articles(y)))
                    .map(|y| (*x, *y)),
            );
        }
    }
    pairs
}

/// Whether two short names are slips of one another: two letters swapped ("Liu", "Lui"), or an "e" at
/// the end ("Ann", "Anne").
fn is_slip(x: &str, y: &str) -> bool {
    let (short, long) = if x.len() <= y.len() { (x, y) } else { (y, x) };
    swapped(x, y) || long.strip_suffix('e') == Some(short)
}

/// Whether two neighbouring letters of a name, but for the first, stand the other way round.
fn swapped(x: &str, y: &str) -> bool {
    let apart = x.chars().zip(y.chars()).enumerate();
    let apart: Vec<usize> = apart.filter(|(_, (x, y))| x != y).map(|it| it.0).collect();
    let near = matches!(apart[..], [first, second] if 0 < first && second == first + 1);
    near && x.len() == y.len() && {
        let (x, y): (Vec<char>, Vec<char>) = (x.chars().collect(), y.chars().collect());
        x[apart[0]] == y[apart[1]] && x[apart[1]] == y[apart[0]]
    }
}

/// Whether two names are the same but for one vowel: "Nabil", "Nebil".
fn one_vowel(x: &str, y: &str) -> bool {
    let mut apart = x.chars().zip(y.chars()).filter(|(x, y)| x != y);
    let vowel = |it: char| "aeiouy".contains(it);
    let one = apart.next().is_some_and(|(x, y)| vowel(x) && vowel(y)) && apart.next().is_none();
    one && x.len() == y.len()
}

fn is_name(word: &Token) -> bool {
    word.normal.chars().count() >= BESIDE_LETTERS && name::nameable(word)
}

/// Whether one is a form of the other ("Wallopers", "Walloper") or another country's spelling.
fn inflected(x: &str, y: &str) -> bool {
    let (short, long) = if x.len() <= y.len() { (x, y) } else { (y, x) };
    let ending = long.strip_prefix(short);
    let inflection = |it: &str| {
        matches!(
            it,
            "s" | "n"
                | "an"
                | "ns"
                | "ans"
                | "ians"
                | "ian"
                | "es"
                | "ese"
                | "ish"
                | "er"
                | "ers"
                | "ist"
                | "i"
                | "ed"
                | "ing"
        )
    };
    // "Katzmann" is no form of "Katzman".
    let doubled = |it: &str| it.chars().next().is_some_and(|c| short.ends_with(c));
    ending.is_some_and(|it| inflection(it) && !doubled(it))
        || same::american(x) == same::american(y)
}

fn told(page: &Page<'_>, names: &Names<'_>, classes: &BTreeMap<&str, &str>) -> Vec<Found> {
    let mut spellings: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (form, class) in classes {
        spellings.entry(class).or_default().insert(form);
    }
    let varies = |form: &str| {
        classes
            .get(form)
            .filter(|it| spellings[**it].len() > 1)
            .copied()
    };
    let mut found: BTreeMap<&str, Vec<Mark>> = BTreeMap::new();
    for (form, places) in names {
        let Some(class) = varies(form) else { continue };
        for (sentence, at) in places {
            let told = &page.told[*sentence];
            let next = told.words.get(at + 1).filter(|it| it.capital);
            if next.is_some_and(|it| varies(&it.normal).is_some()) {
                continue;
            }
            let before = at
                .checked_sub(1)
                .map(|it| &told.words[it])
                .filter(|it| it.capital);
            let joined = before
                .is_some_and(|it| varies(&it.normal).is_some() || names.contains_key(&*it.normal));
            let surname = next.is_some_and(|it| !joined && names.contains_key(&*it.normal));
            let words = at - usize::from(joined)..at + 1 + usize::from(surname);
            let span = name::span(&told.words, &words);
            found
                .entry(class)
                .or_default()
                .push(Mark::new(told, span, *form));
        }
    }
    let several = |marks: &Vec<Mark>| {
        let first = &marks[0];
        marks.iter().any(|it| it.key != first.key)
            && marks
                .iter()
                .any(|it| it.place.article != first.place.article)
    };
    let marks = found.into_values().filter(several);
    marks
        .map(|marks| Found::new(DiscrepancyKind::Name, marks))
        .collect()
}
