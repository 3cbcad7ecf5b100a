//! Proper names of several words, as a story prints them: where each stands, and its words.
//!
//! A proper name is a run of words with capitals, "of" and figures between or behind them: "Bureau
//! of Mines", "Mark 2". A title before a name is taken off; so is a first word of a sentence that
//! the story also writes small. Headlines in title case hold none. Limits: English titles; a name
//! that a mark other than an initial's stop cuts in two is two names. Cost: linear in the words.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use foldhash::{HashSet, HashSetExt};

use crate::{
    compare::discrepancies::{
        found::Mark,
        lists,
        page::{Page, Told},
    },
    model::{article::Role, index::ArticleIx},
    text::{
        common, fold,
        name::{self, Part},
        token::Kind,
    },
};

/// Share of words with capitals from which a line is in title case.
const TITLE_CASE: f32 = 0.75;

/// Mentions of a name in an article that a reading has.
const FIRST: usize = 3;

/// A place where a name stands.
pub struct Mention<'a> {
    pub told: &'a Told<'a>,
    /// By index in its sentence.
    pub words: Range<usize>,
    /// Whether a title stands before it.
    pub titled: bool,
}

/// All names of a story by their words in normal form.
pub struct Names<'a>(pub BTreeMap<Vec<&'a str>, Vec<Mention<'a>>>);

impl<'a> Names<'a> {
    /// Reads all sentences but headlines and captions, in which names stand beside credits.
    pub fn new(page: &'a Page<'a>) -> Self {
        let mut small = HashSet::new();
        for told in &page.told {
            let words = told.words.iter().zip(&told.forms);
            let words = words.filter(|it| !it.0.capital);
            small.extend(words.map(|it| it.1.form));
        }
        let mut all: BTreeMap<Vec<&str>, Vec<Mention>> = BTreeMap::new();
        for told in page.told.iter().filter(|it| reads(it)) {
            for it in mentions(told, &small) {
                let forms = it.told.words[it.words.clone()].iter();
                let forms = forms.map(|it| &*it.normal).collect();
                all.entry(forms).or_default().push(it);
            }
        }
        Self(all)
    }

    /// The articles that print a name just so.
    pub fn articles(&self, forms: &[&str]) -> BTreeSet<ArticleIx> {
        let mentions = self.0.get(forms).into_iter().flatten();
        mentions.map(|it| it.told.place.article).collect()
    }

    /// Readings of a name, the first few of each article.
    pub fn marks(&self, forms: &[&str]) -> Vec<Mark> {
        let key = forms.join(" ");
        let mut told: BTreeMap<ArticleIx, usize> = BTreeMap::new();
        let all = self.0.get(forms).into_iter().flatten();
        let first = all.filter(|it| {
            let many = told.entry(it.told.place.article).or_default();
            *many += 1;
            *many <= FIRST
        });
        first.map(|it| it.mark(&key)).collect()
    }

    /// The same of the articles that do not print another name.
    pub fn marks_without(&self, forms: &[&str], other: &[&str]) -> Vec<Mark> {
        let with = self.articles(other);
        let mut marks = self.marks(forms);
        marks.retain(|it| !with.contains(&it.place.article));
        marks
    }

    /// Whether a name stands anywhere but at the head of a sentence.
    pub fn stands_within(&self, forms: &[&str]) -> bool {
        let mut all = self.0.get(forms).into_iter().flatten();
        all.any(|it| 0 < it.words.start)
    }

    /// Whether a name is a person's: printed with a title, or by its last word alone.
    pub fn is_person(&self, forms: &[&str]) -> bool {
        let last = forms.last().map_or(&[][..], std::slice::from_ref);
        let titled = self.0.get(forms).into_iter().flatten().any(|it| it.titled);
        let figure = |it: &&&str| it.starts_with(|c: char| c.is_ascii_digit());
        let other = forms.iter().any(|it| lists::is_body(it)) || forms.iter().any(|it| figure(&it));
        !other && (titled || self.0.contains_key(last))
    }
}

impl Mention<'_> {
    /// A reading of the name.
    pub fn mark(&self, key: &str) -> Mark {
        Mark::new(self.told, name::span(&self.told.words, &self.words), key)
    }
}

fn reads(told: &Told<'_>) -> bool {
    let long = || told.words.iter().filter(|it| it.span.len() >= 4);
    let capitals = long().filter(|it| it.capital).count();
    let shouts = capitals as f32 > TITLE_CASE * long().count() as f32;
    let read = !matches!(told.role, Role::Headline | Role::Caption);
    read && !(shouts && long().count() > 3)
}

fn mentions<'a>(told: &'a Told<'a>, small: &HashSet<u32>) -> Vec<Mention<'a>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < told.words.len() {
        let common = at == 0 && small.contains(&told.forms[0].form);
        if !starts(told, at) || common {
            at += 1;
            continue;
        }
        let next = end(told, at);
        found.extend(mention(told, at..next));
        at = next;
    }
    found
}

fn starts(told: &Told<'_>, at: usize) -> bool {
    let word = &told.words[at];
    // "#OrrinFair" is no spelling, and "@orrinfair" no name.
    let handle = told.text[..word.span.start()].ends_with(['@', '#']);
    let named = word.capital && word.kind == Kind::Word && !common::is_stop(&word.normal);
    named && !handle && !told.dates(at)
}

fn end(told: &Told<'_>, first: usize) -> usize {
    let mut next = first + 1;
    let joined = |at: usize| !told.parted(at - 1, at) || initial(told, at - 1, at);
    while next < told.words.len() && joined(next) && !possessive(told, next - 1) {
        let figure = |at: usize| {
            told.words[at]
                .normal
                .starts_with(|c: char| c.is_ascii_digit())
        };
        match link(told, first, next) {
            _ if starts(told, next) || figure(next) || syllable(told, next) => next += 1,
            Some(behind) => next = behind + 1,
            None => break,
        }
    }
    next
}

/// The word with a capital, by index, that a word of structure joins to a name: behind "of"
/// anywhere, behind "for" and "for the" in the name of a body, behind "and" before one.
fn link(told: &Told<'_>, first: usize, at: usize) -> Option<usize> {
    let form = |at: usize| told.words.get(at).map_or("", |it| &*it.normal);
    let body = |mut words: Range<usize>| words.any(|it| lists::is_body(form(it)));
    let behind = match (form(at), form(at + 1)) {
        ("of", _) => at + 1,
        ("for", "the") if body(first..at) => at + 2,
        ("for", _) if body(first..at) => at + 1,
        ("and", _) if !body(first..at) && body(at + 2..at + 3) => at + 1,
        _ => return None,
    };
    let joined = behind < told.words.len() && (at..behind).all(|it| !told.parted(it, it + 1));
    (joined && starts(told, behind)).then_some(behind)
}

/// Whether a word is an initial, of which nothing but its stop parts it from the next: "Tove K. Lind".
fn initial(told: &Told<'_>, at: usize, next: usize) -> bool {
    let one = told.words[at].normal.chars().count() == 1 && told.words[at].capital;
    one && told.between(at, next).trim_end() == "."
}

/// "un" in "Sen Jo-un": a part of a first name written small.
fn syllable(told: &Told<'_>, at: usize) -> bool {
    told.words[at].span.len() <= 4
        && told.between(at - 1, at) == "-"
        && told.words[at].kind == Kind::Word
}

fn possessive(told: &Told<'_>, at: usize) -> bool {
    fold::is_possessive(told.words[at].span.of(told.text))
}

/// The name without the title before it; None where nothing but a title or a nation is left.
fn mention<'a>(told: &'a Told<'a>, run: Range<usize>) -> Option<Mention<'a>> {
    let form = |at: usize| &*told.words[at].normal;
    let office = |at: &usize| name::part(form(*at)).is_some();
    // "Roads Committee Chairman Vey": the body ends before the office, and so does a name that a
    // party stands behind.
    let ends = |at: &usize| !matches!(name::part(form(*at)), None | Some((Part::Field, _)));
    let kept = run.clone().rev().skip_while(ends).count();
    let run = run.start..run.start + kept;
    let last = run.clone().rev().find(office).filter(|it| it + 1 < run.end);
    let rest = last.map_or(run.clone(), |it| it + 1..run.end);
    let of = |at: &usize| form(*at) == "of";
    let body = rest.clone().any(|at| lists::is_body(form(at))) || rest.clone().any(|at| of(&at));
    let words = if body { run } else { rest };
    let names = words.clone().any(|at| name::nameable(&told.words[at]));
    let honoured =
        |at: usize| matches!(name::part(form(at)), Some((part, _)) if part != Part::Field);
    names.then(|| Mention {
        told,
        titled: last.is_some_and(|it| !body && honoured(it)),
        words,
    })
}
