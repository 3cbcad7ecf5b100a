//! What a person is said to be, beside the offices of `role`: "lead singer Tove Lind" here, "drummer
//! Tove Lind" there; "president of the Marl Fund", "president of the Marl Union".
//!
//! A description is the word for a person right before a name with what stands before it, or the
//! one behind a comma after the name, with what follows "of". Two descriptions of one name differ
//! in linked sentences where the words for the person are others, and neither article has the
//! other's for that name; or where the word is the same and neither of what follows it holds the
//! other. Limits: a person may well be both; words of family, age and sex say nothing of a role.
//! Cost: linear in the names.

use std::{collections::BTreeSet, ops::Range, sync::LazyLock};

use foldhash::{HashMap, HashMapExt, HashSet};

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        lists,
        page::Told,
        proper::{Mention, Names},
    },
    model::{
        comparison::DiscrepancyKind,
        index::{ArticleIx, Place},
    },
    text::{
        common,
        name::{self, Part},
        saying,
    },
};

/// Words behind the comma among which is what the person is, and words that follow it.
const REACH: usize = 4;
const BEHIND: usize = 12;

/// Words of a title that may stand further in front.
const TITLE: usize = 4;

/// Words that change what is said of a person, though no title has them.
const CHANGES: &[&str] = &[
    "fired",
    "ousted",
    "disgraced",
    "embattled",
    "incumbent",
    "presumptive",
    "likely",
    "majority",
    "minority",
];

/// What is said of a person at a place.
pub struct Said<'a> {
    told: &'a Told<'a>,
    /// The word for the person, by index.
    head: usize,
    /// The description.
    words: Range<usize>,
    /// Whether it stands before the name.
    before: bool,
    /// Stems of the words before it and of what follows "of", but for nations and stop words.
    of: BTreeSet<u32>,
}

/// Words for persons to the lines of what says the same.
static ALIKE: LazyLock<HashMap<&str, Vec<usize>>> = LazyLock::new(|| {
    let table = include_str!("../../../assets/words/persons-alike.txt");
    let rows = table.lines().filter(|it| !it.starts_with('#'));
    let mut lines: HashMap<&str, Vec<usize>> = HashMap::new();
    for (line, row) in rows.enumerate() {
        for word in row.split(' ') {
            lines.entry(word).or_default().push(line);
        }
    }
    lines
});

/// Descriptions of one person that differ.
pub fn find(names: &Names<'_>, linked: &HashSet<(Place, Place)>) -> Vec<Found> {
    let full = names.0.iter().filter(|it| 1 < it.0.len()).map(|it| it.1);
    let all = full.map(|it| it.iter().filter_map(said).collect::<Vec<_>>());
    all.flat_map(|it| rivals(&it, linked)).collect()
}

/// What is said of a person before or behind the name.
fn said<'a>(it: &Mention<'a>) -> Option<Said<'a>> {
    said_of(it.told, &it.words)
}

/// The same of a person by the words of the name.
pub fn said_of<'a>(told: &'a Told<'a>, words: &Range<usize>) -> Option<Said<'a>> {
    before(told, words).or_else(|| behind(told, words))
}

impl<'a> Said<'a> {
    /// The article that says it.
    pub fn article(&self) -> ArticleIx {
        self.told.place.article
    }

    /// The words for an office or a person in it, in the forms they are compared by: no nations,
    /// parties or honours, nor what follows the word for the person.
    pub fn office(&self) -> BTreeSet<&'a str> {
        let words = self.whole().start..self.head + 1;
        words.filter_map(|at| self.form(at)).collect()
    }

    fn form(&self, at: usize) -> Option<&'a str> {
        let told: &'a Told<'a> = self.told;
        let form = &*told.words[at].normal;
        // "Republican leader" is an office, "Republican senator" none of its own.
        let leads = || matches!(&*self.told.words[self.head].normal, "leader" | "whip");
        match name::part(form) {
            _ if CHANGES.contains(&form) => Some(form),
            Some((Part::Honour, _)) => None,
            Some((_, "republican" | "democrat" | "democratic")) if !leads() => None,
            Some((_, "late")) => None,
            Some((_, one)) => Some(one),
            None => lists::is_person(form).then_some(form),
        }
    }

    /// With words of the title that stand further in front.
    fn whole(&self) -> Range<usize> {
        let joined = |at: &usize| {
            let word = &self.told.words[*at];
            let title = self.form(*at).is_some() || word.capital && !self.told.forms[*at].stop;
            self.before && title && !self.told.parted(*at, at + 1)
        };
        let first = self.words.start;
        let more = (first.saturating_sub(TITLE)..first)
            .rev()
            .take_while(joined);
        more.last().unwrap_or(first)..self.words.end
    }

    /// A reading of the description, from the first word that belongs to it.
    pub fn mark(&self, key: &str) -> Mark {
        let words = self.whole();
        let belongs = |at: &usize| self.told.words[*at].capital || self.form(*at).is_some();
        let first = words.clone().find(belongs).unwrap_or(words.start);
        let last = words.clone().rfind(|at| !self.told.forms[*at].stop);
        let words = first..last.map_or(words.end, |it| it + 1);
        Mark::new(self.told, name::span(&self.told.words, &words), key)
    }

    /// Whether it is a description by the look of its end: behind a comma after the name, where a mark or
    /// a word for what the person does follows; "According to Lind, drivers had" holds none.
    pub fn is_closed(&self) -> bool {
        const NEXT: &[&str] = &["who", "whose", "and", "in"];
        let (last, next) = (self.words.end - 1, self.words.end);
        let Some(word) = self.told.words.get(next) else {
            return true;
        };
        self.before
            || self.told.parted(last, next)
            || NEXT.contains(&&*word.normal)
            || saying::is_verb(&word.normal)
    }

    /// Whether somebody else is quoted with it.
    pub fn is_quoted(&self) -> bool {
        self.told.is_quoted(self.head)
    }
}

/// Whether two offices are one: each word of either is one of the other's, or says the same.
pub fn one_office(x: &BTreeSet<&str>, y: &BTreeSet<&str>) -> bool {
    let within = |own: &BTreeSet<&str>, other: &BTreeSet<&str>| {
        own.iter()
            .all(|it| other.iter().any(|word| says_same(it, word)))
    };
    within(x, y) && within(y, x)
}

fn says_same(x: &str, y: &str) -> bool {
    let lines = |it: &str| -> &'static [usize] {
        let lines = ALIKE.get(it).or_else(|| ALIKE.get(name::part(it)?.1));
        lines.map_or(&[], Vec::as_slice)
    };
    x == y || lines(x).iter().any(|it| lines(y).contains(it))
}

fn describes(told: &Told<'_>, at: usize) -> bool {
    let form = &*told.words[at].normal;
    let office = matches!(name::part(form), Some((Part::Head | Part::Unique, _)));
    office || lists::is_person(form)
}

/// "lead singer" in "lead singer Tove Lind".
fn before<'a>(told: &'a Told<'a>, words: &Range<usize>) -> Option<Said<'a>> {
    let head = words.start.checked_sub(1)?;
    let joined = describes(told, head) && !told.parted(head, words.start);
    // "To pressure Prime Minister Tove Lind": what is written small before an office with a capital is no
    // part of it, but for "former" and the like.
    let belongs = |at: usize| {
        let form = told.form(at);
        let written = told.words[at].capital || CHANGES.contains(&form);
        !told.words[head].capital || written || name::part(form).is_some()
    };
    let plain = |at: &usize| !told.parted(*at, at + 1) && !told.forms[*at].stop && belongs(*at);
    let first = (head.saturating_sub(2)..head)
        .rev()
        .take_while(plain)
        .last();
    let first = first.unwrap_or(head);
    joined.then(|| Said {
        told,
        head,
        words: first..head + 1,
        before: true,
        of: specific(told, first..head),
    })
}

/// Stems of words of substance, but for nations and words that only change an office.
fn specific(told: &Told<'_>, words: Range<usize>) -> BTreeSet<u32> {
    let of_title = |form: &str| {
        matches!(
            name::part(form),
            Some((Part::Status | Part::Rest | Part::Honour, _))
        )
    };
    let tells = |at: &usize| {
        let form = &*told.words[*at].normal;
        !told.forms[*at].stop && name::nation(form).is_none() && !of_title(form)
    };
    words.filter(tells).map(|at| told.forms[at].stem).collect()
}

/// "president of the Marl Fund" in "Tove Lind, president of the Marl Fund, …".
fn behind<'a>(told: &'a Told<'a>, words: &Range<usize>) -> Option<Said<'a>> {
    let first = words.end;
    if told.words.len() <= first || !told.parted(first - 1, first) {
        return None;
    }
    let near = first..(first + REACH).min(told.words.len());
    let goes_on = |at: &usize| *at == first || !told.parted(at - 1, *at);
    let near = near.take_while(|at| goes_on(at) && told.words[*at].normal != "of");
    let head = near.into_iter().find(|at| describes(told, *at))?;
    // "Tove Lind, Vice President Leo Voss": the office is the next one's.
    let next = head + 1;
    let of_next =
        next < told.words.len() && name::nameable(&told.words[next]) && !told.parted(head, next);
    if of_next {
        return None;
    }
    let linked = told
        .words
        .get(head + 1)
        .is_some_and(|it| matches!(&*it.normal, "of" | "at" | "for"));
    let rest = head + 1..(head + 1 + BEHIND).min(told.words.len());
    let goes_on = |at: &usize| {
        linked && !told.parted(at - 1, *at) && !saying::is_verb(&told.words[*at].normal)
    };
    let rest = rest.take_while(goes_on);
    let last = rest.last().unwrap_or(head);
    let of = specific(told, first..head);
    let of = of
        .union(&specific(told, head + 1..last + 1))
        .copied()
        .collect();
    Some(Said {
        told,
        head,
        words: first..last + 1,
        before: false,
        of,
    })
}

fn rivals(all: &[Said<'_>], linked: &HashSet<(Place, Place)>) -> Vec<Found> {
    let mut found = Vec::new();
    for (at, x) in all.iter().enumerate() {
        for y in all[..at]
            .iter()
            .filter(|y| x.told.place.article != y.told.place.article)
        {
            let near = linked.contains(&(x.told.place, y.told.place))
                || linked.contains(&(y.told.place, x.told.place));
            if others(x, y) || near && heads_differ(all, x, y) {
                found.push(Found::pair(DiscrepancyKind::Role, mark(y), mark(x)).softly());
            }
        }
    }
    found
}

/// Whether two words for a person may say the same.
fn alike(x: &Said<'_>, y: &Said<'_>) -> bool {
    let (one, other) = (x.told.form(x.head), y.told.form(y.head));
    stem(x) == stem(y) || says_same(one, other)
}

fn stem(it: &Said<'_>) -> u32 {
    it.told.forms[it.head].stem
}

/// Whether the words for the person are others, in all that the two articles say.
fn heads_differ(all: &[Said<'_>], x: &Said<'_>, y: &Said<'_>) -> bool {
    let has = |own: &Said<'_>, other: &Said<'_>| {
        let same = |it: &&Said<'_>| it.told.place.article == own.told.place.article;
        all.iter().filter(same).any(|it| alike(it, other))
            || own.told.forms.iter().any(|it| it.stem == stem(other))
    };
    !has(x, y) && !has(y, x)
}

/// Whether both are of the same office, of something else.
fn others(x: &Said<'_>, y: &Said<'_>) -> bool {
    let named = !x.of.is_empty() && !y.of.is_empty();
    let apart = !x.of.is_subset(&y.of) && !y.of.is_subset(&x.of);
    let both_behind = |it: &Said<'_>| it.head + 1 < it.words.end;
    let offices = x.of.is_disjoint(&y.of) && office(x) && office(y);
    stem(x) == stem(y) && named && apart && (offices || both_behind(x) && both_behind(y))
}

/// Whether a word with a capital tells which office it is, before the word for the person, or
/// something follows "of": what is written small there may be a verb.
fn office(it: &Said<'_>) -> bool {
    let capital = (it.words.start..it.head).any(|at| it.told.words[at].capital && at > 0);
    capital || it.head + 1 < it.words.end
}

fn mark(it: &Said<'_>) -> Mark {
    let words = &it.told.words[it.words.clone()];
    let stems = words.iter().map(|it| common::stem(&it.normal).into_owned());
    let key = stems.collect::<Vec<_>>().join(" ");
    Mark::new(it.told, name::span(&it.told.words, &it.words), key)
}
