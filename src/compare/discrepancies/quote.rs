//! The same quotation printed with other words.
//!
//! Steps: every quotation of the story is cut at the ends of sentences; equal pieces are one
//! version; versions that share a run of `RUN` words are laid side by side; those with enough
//! words in common are one quotation. Words that differ inside make another reading. Words that
//! only one of two versions begins or ends with were cut off or taken in: no other reading, unless the
//! quotation goes on beyond them; what was cut off is told by itself (cut). Neither is spelling, an
//! omission marked as one, or an addition in brackets. A piece that fits several readings carries none.
//!
//! Cost: the number of versions that share a run, each a difference of their words.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use foldhash::{HashMap, HashMapExt, HashSet};

use crate::{
    compare::{
        discrepancies::{
            cut,
            edges::{self, EDGE},
            found::{Found, Mark},
            lists,
            page::Page,
            pair::{self, Change},
            piece::Piece,
            vocabulary::Word,
        },
        joined::Joined,
    },
    model::{
        comparison::DiscrepancyKind,
        index::{ArticleIx, Place},
    },
    text::{
        contraction, fold, quote, same,
        span::Span,
        token::{Kind, Token},
    },
};

/// Words in a run that makes two quotations worth comparing.
const RUN: usize = 3;
/// Versions that share a run, or are compared with one, and sentences of a paragraph, beyond which no
/// more are looked at.
const MANY: usize = 64;
/// Share of the longer one's words, but for what was cut off, that are the same in both.
const COMMON: f32 = 0.6;
/// The same where both begin with the same `SUBSTANCE` words: two translations of one statement.
const LED: f32 = 0.5;
/// The same where no more than a run of words is common.
const FEW: f32 = 0.75;
/// Words of substance that both have at least: "to do that" is said of anything.
const SUBSTANCE: usize = 2;
/// Words in common from which other words at the edge are these words altered: "Two can play that
/// game" and "They can play that game" were said on two occasions.
const EDGE_COMMON: usize = 6;
/// Share of the words in common from which two sentences of one article are a repetition.
const REPEATED: f32 = 0.8;

/// How two versions relate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relation {
    Other,
    /// The same words, or one cut out of the other.
    Same,
    /// Words inside differ: the stretches that do.
    Altered(Vec<Change>),
}

/// Quotations that the sources print with different words.
pub fn find(page: &Page<'_>) -> Vec<Found> {
    let versions = versions(page);
    let carried: Vec<BTreeSet<ArticleIx>> = versions.iter().map(|it| articles(it)).collect();
    let mut altered: BTreeMap<usize, Vec<(usize, Vec<Change>)>> = BTreeMap::new();
    let mut alike: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (x, y) in candidates(&versions) {
        let repeats = !carried[x].is_disjoint(&carried[y]);
        match relation(page, (&versions[x][0], &versions[y][0]), repeats) {
            Relation::Other => (),
            Relation::Same => {
                alike.entry(x).or_default().insert(y);
                alike.entry(y).or_default().insert(x);
            }
            Relation::Altered(changes) if articles_differ(&versions[x], &versions[y]) => {
                altered.entry(x).or_default().push((y, changes));
            }
            Relation::Altered(_) => (),
        }
    }
    let groups = groups(versions.len(), &altered);
    let altered = groups
        .iter()
        .filter_map(|group| told(&versions, group, &altered, &alike));
    let mut found: Vec<Found> = altered.collect();
    let told = pairs(&found);
    found.extend(cut::find(page, &versions, &alike, &told));
    found
}

/// Each two places at which one quotation is printed differently, both ways round.
pub fn pairs(found: &[Found]) -> HashSet<(Place, Place)> {
    let quotes = found
        .iter()
        .filter(|it| it.kind == DiscrepancyKind::Quote && !it.soft);
    let places = |it: &Found| it.marks.iter().map(|it| it.place).collect::<Vec<_>>();
    let all = quotes.map(places);
    let twos = |all: Vec<Place>| {
        let pair = |x: Place| all.iter().map(move |y| (x, *y)).collect::<Vec<_>>();
        all.iter().flat_map(|x| pair(*x)).collect::<Vec<_>>()
    };
    all.flat_map(twos).collect()
}

/// Pieces with the same words together, in the order of the story.
fn versions<'a>(page: &'a Page<'a>) -> Vec<Vec<Piece<'a>>> {
    let mut versions: Vec<Vec<Piece>> = Vec::new();
    let mut known: HashMap<Vec<u32>, usize> = HashMap::new();
    for told in &page.told {
        for quoted in &told.quoted {
            let piece = Piece::new(told, *quoted);
            if !quote::is_statement(piece.words()) {
                continue;
            }
            let at = *known.entry(piece.forms()).or_insert(versions.len());
            if at == versions.len() {
                versions.push(Vec::new());
            }
            versions[at].push(piece);
        }
    }
    versions
}

/// Versions that share a run of words.
fn candidates(versions: &[Vec<Piece<'_>>]) -> BTreeSet<(usize, usize)> {
    let mut runs: HashMap<[u32; RUN], Vec<usize>> = HashMap::new();
    let mut found = BTreeSet::new();
    for (y, pieces) in versions.iter().enumerate() {
        let mut partners: BTreeSet<usize> = BTreeSet::new();
        let words = pieces[0].vocabulary();
        let weighty = |run: &&[Word]| run.iter().any(|it| !it.stop);
        for run in words.windows(RUN).filter(weighty) {
            let holders = runs
                .entry([run[0].form, run[1].form, run[2].form])
                .or_default();
            if holders.len() <= MANY && partners.len() < MANY {
                partners.extend(holders.iter().filter(|x| **x != y));
            }
            if holders.last() != Some(&y) {
                holders.push(y);
            }
        }
        found.extend(partners.into_iter().map(|x| (x, y)));
    }
    found
}

fn articles_differ(a: &[Piece<'_>], b: &[Piece<'_>]) -> bool {
    let first = a[0].told.place.article;
    a.iter().chain(b).any(|it| it.told.place.article != first)
}

fn articles(of: &[Piece<'_>]) -> BTreeSet<ArticleIx> {
    of.iter().map(|it| it.told.place.article).collect()
}

/// How two versions relate; where one article has both, or one is no quotation, they must be all but
/// equal.
pub fn relation(page: &Page<'_>, (a, b): (&Piece<'_>, &Piece<'_>), repeats: bool) -> Relation {
    let (forms_a, forms_b) = (a.forms(), b.forms());
    let mut changes = edges::joined(a, pair::changes(&forms_a, &forms_b));
    let common = forms_a.len() - changes.iter().map(|it| it.a.len()).sum::<usize>();
    let cut = match EDGE_COMMON <= common {
        true => edges::trim((a, b), &mut changes),
        false => (0, 0),
    };
    let compared = edges::compared(&changes, forms_a.len(), forms_b.len(), cut);
    let needed = match () {
        () if repeats => REPEATED,
        () if common <= RUN + 1 && !lightly((a, b), &changes) => FEW,
        () if forms_a[..SUBSTANCE] == forms_b[..SUBSTANCE] => LED,
        () => COMMON,
    };
    if (common as f32) < needed * compared as f32 || common < RUN || !weighty(a, &changes) {
        return Relation::Other;
    }
    changes.retain(|it| changed(page, (a, b), it, common));
    match changes.is_empty() {
        true => Relation::Same,
        false => Relation::Altered(changes),
    }
}

/// Whether nothing but words of structure and endings differs: "did not tally with the figures", "do
/// not tally with figures".
fn lightly((a, b): (&Piece<'_>, &Piece<'_>), changes: &[Change]) -> bool {
    let own = |it: &Change| &a.vocabulary()[it.a.clone()];
    let other = |it: &Change| &b.vocabulary()[it.b.clone()];
    let stems = |words: &[Word]| -> Vec<u32> {
        let weighty = words.iter().filter(|it| !it.stop);
        weighty.map(|it| it.stem).collect()
    };
    changes.iter().all(|it| stems(own(it)) == stems(other(it)))
}

/// Whether enough of what is common says something: the name of a law or a show does not.
fn weighty(a: &Piece<'_>, changes: &[Change]) -> bool {
    let changed = |at: &usize| changes.iter().any(|it| it.a.contains(at));
    let common = (0..a.words().len()).filter(|at| !changed(at));
    let words = a.vocabulary();
    let weighs = |at: &usize| !words[*at].stop && (!a.words()[*at].capital || *at == 0);
    SUBSTANCE <= common.filter(weighs).count()
}

/// Whether a stretch that differs is a change of words inside the quotation.
fn changed(page: &Page<'_>, (a, b): (&Piece<'_>, &Piece<'_>), it: &Change, common: usize) -> bool {
    let (words_a, words_b) = (&a.words()[it.a.clone()], &b.words()[it.b.clone()]);
    let first = it.a.start == 0 || it.b.start == 0;
    let last = it.a.end == a.words().len() || it.b.end == b.words().len();
    let cut = cut_off(page, a, &it.a, &b.words()[it.b.clone()])
        || cut_off(page, b, &it.b, &a.words()[it.a.clone()]);
    let long = it.a.len().max(it.b.len()) > EDGE && !it.a.is_empty() && !it.b.is_empty();
    if (first || last) && (cut || long || common < EDGE_COMMON) {
        return false;
    }
    !same::same(a.told.text, words_a, b.told.text, words_b)
        && !is_short(a, &it.a, words_b)
        && !is_short(b, &it.b, words_a)
        && !is_and(a, &it.a, words_b)
        && !is_and(b, &it.b, words_a)
        && !masked(a, words_a)
        && !masked(b, words_b)
        && !marked(a, &it.a, &it.b)
        && !marked(b, &it.b, &it.a)
}

/// Whether a word was made unreadable for decency, "f***", "f–k", or is the handle of an account.
pub fn masked(piece: &Piece<'_>, words: &[Token]) -> bool {
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return false;
    };
    let before = piece.told.text[..first.span.start()].ends_with(['*', '–', '—', '_']);
    let behind = piece.told.text[last.span.end()..].starts_with(['*', '–', '—', '_']);
    let handle = |it: &Token| piece.told.text[..it.span.start()].ends_with('@');
    if words.iter().any(handle) {
        return true;
    }
    let around = Span::new(first.span.start(), last.span.end());
    let short = words
        .iter()
        .any(|it| it.span.len() == 1 && it.kind == Kind::Word);
    (behind || before) && last.span.len() <= 2
        || around.of(piece.told.text).contains(['*', '–']) && short
}

/// Whether a piece lacks words at its edge because the quotation begins or ends there, or because
/// they are another sentence there.
fn cut_off(page: &Page<'_>, piece: &Piece<'_>, own: &Range<usize>, lacking: &[Token]) -> bool {
    let (starts, ends) = (own.start == 0, own.end == piece.words().len());
    let same = |it: &[Token]| it.iter().zip(lacking).all(|(x, y)| x.normal == y.normal);
    let told = || {
        let mut near = page.near(piece.told, 0).take(MANY);
        near.any(|it| it.words.windows(lacking.len().max(1)).any(same))
    };
    own.is_empty() && (starts && piece.opens || ends && piece.closes || told())
}

/// Whether the word before stands for "is" or "has" as well: "the flag's removed".
fn is_short(piece: &Piece<'_>, own: &Range<usize>, other: &[Token]) -> bool {
    let verb = matches!(other, [it] if matches!(&*it.normal, "is" | "has"));
    let before = own.start.checked_sub(1).filter(|_| verb && own.is_empty());
    let written = before.map_or("", |at| piece.words()[at].span.of(piece.told.text));
    fold::is_possessive(written)
}

/// Whether `&` stands where the other version has "and".
fn is_and(piece: &Piece<'_>, own: &Range<usize>, other: &[Token]) -> bool {
    let and = matches!(other, [it] if it.normal == "and");
    and && own.is_empty() && between(piece, own).trim() == "&"
}

/// What stands in the sentence between the words around some words.
fn between<'a>(piece: &Piece<'a>, own: &Range<usize>) -> &'a str {
    let text = piece.told.text;
    let all = piece.words();
    let before = own.start.checked_sub(1).map_or(0, |it| all[it].span.end());
    let after = all.get(own.end).map_or(text.len(), |it| it.span.start());
    text.get(before..after).unwrap_or_default()
}

/// Whether words of `piece` stand in brackets, or their absence is marked by an ellipsis.
fn marked(piece: &Piece<'_>, own: &Range<usize>, other: &Range<usize>) -> bool {
    let around = between(piece, own);
    match (own.is_empty(), other.is_empty()) {
        (true, _) => around.contains('…') || around.contains("..."),
        (false, true) => around.trim_start().starts_with(['[', '(']) && around.contains([']', ')']),
        _ => false,
    }
}

/// Versions joined by alterations.
fn groups(count: usize, altered: &BTreeMap<usize, Vec<(usize, Vec<Change>)>>) -> Vec<Vec<usize>> {
    let mut joined = Joined::new(count);
    for (x, others) in altered {
        others.iter().for_each(|(y, _)| joined.join(*x, *y));
    }
    let mut groups = joined.groups();
    groups.retain(|it| it.len() > 1);
    groups
}

/// One reading for each version that differs; pieces equal but for what was cut off share one.
fn told(
    versions: &[Vec<Piece<'_>>],
    group: &[usize],
    altered: &BTreeMap<usize, Vec<(usize, Vec<Change>)>>,
    alike: &BTreeMap<usize, BTreeSet<usize>>,
) -> Option<Found> {
    let mut spans: BTreeMap<usize, Range<usize>> = BTreeMap::new();
    for x in group {
        for (y, changes) in altered.get(x).into_iter().flatten() {
            let (Some(first), Some(last)) = (changes.first(), changes.last()) else {
                continue;
            };
            widen(&mut spans, *x, first.a.start..last.a.end);
            widen(&mut spans, *y, first.b.start..last.b.end);
        }
    }
    let mut readings: Vec<usize> = Vec::new();
    let mut marks = Vec::new();
    for (version, words) in &spans {
        let same = |it: &&usize| alike.get(version).is_some_and(|all| all.contains(it));
        let reading = match readings.iter().find(same) {
            Some(known) => *known,
            None => {
                readings.push(*version);
                *version
            }
        };
        let key = format!("{reading:05}");
        marks.extend(versions[*version].iter().map(|it| {
            let words = with_denial(it, words);
            Mark::new(it.told, it.span(&words), key.clone())
        }));
    }
    let found = Found::new(DiscrepancyKind::Quote, marks);
    (readings.len() > 1).then_some(match in_form(versions, group, altered) {
        true => found.softly(),
        false => found,
    })
}

/// Whether nothing but words of structure and contractions differ between some versions: "which", "that";
/// "we're", "we are". They are told after all that changes what was said.
fn in_form(
    versions: &[Vec<Piece<'_>>],
    group: &[usize],
    altered: &BTreeMap<usize, Vec<(usize, Vec<Change>)>>,
) -> bool {
    let structure = |it: &Piece<'_>, at: Range<usize>| {
        let denies = it.words()[at.clone()]
            .iter()
            .any(|it| lists::denies(&it.normal));
        !denies && it.vocabulary()[at].iter().all(|it| it.stop)
    };
    let same = |x: usize, y: usize, it: &Change| {
        let (a, b) = (&versions[x][0], &versions[y][0]);
        contraction::same(&a.words()[it.a.clone()], &b.words()[it.b.clone()])
            || structure(a, it.a.clone()) && structure(b, it.b.clone())
    };
    group.iter().all(|x| {
        let others = altered.get(x).into_iter().flatten();
        others
            .into_iter()
            .all(|(y, changes)| changes.iter().all(|it| same(*x, *y, it)))
    })
}

/// With the "not" before them, without which they would say the contrary: "not running in 2020".
fn with_denial(piece: &Piece<'_>, words: &Range<usize>) -> Range<usize> {
    let before = words.start.checked_sub(1);
    let denies = |at: &usize| lists::denies(&piece.words()[*at].normal);
    before.filter(denies).unwrap_or(words.start)..words.end
}

fn widen(spans: &mut BTreeMap<usize, Range<usize>>, version: usize, words: Range<usize>) {
    let own = spans.entry(version).or_insert(words.clone());
    *own = own.start.min(words.start)..own.end.max(words.end);
}
