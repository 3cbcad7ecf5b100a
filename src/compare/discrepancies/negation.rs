//! A "not" that one source has and the other lost.
//!
//! What a word of negation governs is the next word of substance. Two linked sentences contradict
//! where one negates a word that the other says plainly in the same clause, and they do not have
//! equally many words of negation. In two sentences worded alike a "not" contradicts wherever it is
//! all that one of them lacks. "Failed to" and "refused to" negate as "did not" does. Limits:
//! what is negated by an opposite word ("reject") is a matter for `wording`; numbers and names are
//! negated in too many senses to be told; what both print between quotation marks is a matter for
//! `quote`. Cost: each sentence is read once, and a pair of which neither negates costs a look.

use std::collections::{HashMap, HashSet};

use foldhash::fast::FixedState;

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        inflection, lists,
        page::{Page, Told},
        pair::{Insertion, Pair},
    },
    model::{
        comparison::{DiscrepancyKind, LinkKind},
        index::{ArticleIx, Place},
    },
    text::{common, name, token::Kind},
};

/// Words of substance that are looked for behind a word of negation.
const REACH: usize = 4;

/// A word of negation and what it governs, by index.
#[derive(Clone, Copy)]
struct Negated {
    by: usize,
    what: usize,
}

/// What a story negates, read once.
#[derive(Default)]
pub struct Denials {
    at: HashMap<Place, Vec<Negated>, FixedState>,
    /// Sentences with any word of negation.
    places: HashSet<Place, FixedState>,
    /// What each article negates anywhere: what it also says plainly is then about something else.
    stems: HashSet<(ArticleIx, u32), FixedState>,
}

impl Denials {
    /// Reads the negations of all sentences.
    pub fn new(page: &Page<'_>) -> Self {
        let mut all = Self::default();
        for told in &page.told {
            if (0..told.words.len()).any(|at| is_negation(told, at)) {
                all.places.insert(told.place);
            }
            let negated = negated(told);
            for it in &negated {
                let stem = told.forms[it.what].stem;
                all.stems.insert((told.place.article, stem));
            }
            if !negated.is_empty() {
                all.at.insert(told.place, negated);
            }
        }
        all
    }

    fn says_no(&self, place: Place) -> bool {
        self.places.contains(&place)
    }

    fn of(&self, told: &Told<'_>) -> &[Negated] {
        self.at.get(&told.place).map_or(&[], Vec::as_slice)
    }

    fn deny(&self, article: ArticleIx, stem: u32) -> bool {
        self.stems.contains(&(article, stem))
    }
}

/// Statements that one of the two sentences negates.
pub fn find(pair: &Pair<'_>, denials: &Denials) -> Option<Found> {
    if !denials.says_no(pair.a.place) && !denials.says_no(pair.b.place) {
        return None;
    }
    if pair.same_wording()
        && let Some(found) = pair.insertions().find_map(|it| taken_out(&it))
    {
        return Some(found);
    }
    let (left, right) = (denials.of(pair.a), denials.of(pair.b));
    if left.len() == right.len() {
        return None;
    }
    let of = |own, all: &[Negated], other: &Told<'_>| {
        let mut found = all
            .iter()
            .filter_map(|it| contradicted(pair, own, *it, other, denials));
        found.next()
    };
    of(pair.a, left, pair.b).or_else(|| of(pair.b, right, pair.a))
}

fn gerund(form: &str) -> bool {
    form.ends_with("ing")
}

/// Whether the word before "not" stands right before the plain word in the other sentence.
fn inserted(own: &Told<'_>, by: usize, other: &Told<'_>, plain: usize) -> bool {
    let before = |told: &Told<'_>, at: usize| Some(told.words[at.checked_sub(1)?].normal.clone());
    before(own, by).is_some() && before(own, by) == before(other, plain)
}

/// A "not" that is all that one of two sentences lacks at its place.
fn taken_out(it: &Insertion<'_>) -> Option<Found> {
    let words = it.words.clone();
    let helps = |at: usize| matches!(&*it.own.words[at].normal, "do" | "does" | "did" | "to");
    let says_no = words.clone().any(|at| is_negation(it.own, at));
    let only = words.clone().all(|at| is_negation(it.own, at) || helps(at));
    if it.is_quoted() || !says_no || !only {
        return None;
    }
    let (own, other) = it.with_next()?;
    let a = Mark::new(it.own, own, "no");
    let b = Mark::new(it.other, other, "yes");
    Some(Found::pair(DiscrepancyKind::Negation, a, b))
}

/// Whether a word says no in any way, whatever it governs.
fn denies(form: &str) -> bool {
    form.ends_with("n't") || lists::denies(&form.to_ascii_lowercase())
}

fn negated(told: &Told<'_>) -> Vec<Negated> {
    let negates = (0..told.words.len()).filter(|at| is_negation(told, *at));
    negates
        .filter_map(|by| governed(told, by).map(|what| Negated { by, what }))
        .collect()
}

fn is_negation(told: &Told<'_>, at: usize) -> bool {
    let next = told.words.get(at + 1).map(|it| &*it.normal);
    match &*told.words[at].normal.to_lowercase() {
        "not" => !matches!(next, Some("only" | "just" | "until" | "least" | "to")),
        "no" => !told.starts_answer(at) && !matches!(next, Some("one" | "doubt" | "matter")),
        "rather" => next == Some("than"),
        "instead" => next == Some("of"),
        "never" | "cannot" | "neither" | "nor" | "without" | "nobody" | "nothing" | "none" => true,
        "failed" | "fails" | "fail" | "failing" | "refused" | "refuses" | "declined"
        | "declines" | "unable" => next == Some("to"),
        "empty" | "lack" | "lacks" | "lacked" | "lacking" | "absent" => true,
        form => {
            form.ends_with("n't") && !matches!(next, Some("only" | "just" | "simply" | "merely"))
        }
    }
}

fn governed(told: &Told<'_>, by: usize) -> Option<usize> {
    let near = by + 1..(by + 1 + REACH).min(told.words.len());
    let what = near.into_iter().find(|at| {
        !common::is_stop(&told.words[*at].normal) && told.words[*at].normal != "longer"
    })?;
    const TURNS: &[&str] = &["next", "last", "same", "new", "yet", "even", "still"];
    let form = &*told.words[what].normal;
    let counted = told.words[what].kind != Kind::Word || told.counts(what) || TURNS.contains(&form);
    (!counted && !told.parted(by, what)).then_some(what)
}

/// Whether the word stands in the other sentence as the same word, and is not denied there too.
fn affirmed(
    pair: &Pair<'_>,
    own: &Told<'_>,
    it: Negated,
    (other, plain): (&Told<'_>, usize),
) -> bool {
    const NOUNS: &[&str] = &["no", "without", "lack", "lacks", "lacked", "empty"];
    let (word, there) = (&own.words[it.what].normal, &other.words[plain].normal);
    if other.words.iter().any(|it| denies(&it.normal))
        && !(pair.same_wording() && inserted(own, it.by, other, plain))
    {
        return false;
    }
    let noun = NOUNS.contains(&&*own.words[it.by].normal);
    let closely = pair.same_wording() || !noun && gerund(word) == gerund(there);
    closely && inflection::one_word(word, there)
}

/// Whether the other sentence has all that this one says beside what it negates: "It did not agree to hire
/// drivers", "The owners agreed to sell the mill and to hire drivers".
fn holds_all(pair: &Pair<'_>, own: &Told<'_>, it: Negated, other: &Told<'_>) -> bool {
    let beside = (0..own.words.len()).filter(|at| *at != it.by && *at != it.what);
    let words = beside.map(|at| own.forms[at]).filter(|it| !it.stop);
    let words: Vec<_> = words.collect();
    let all = words.iter().all(|it| other.find(*it).is_some());
    all && 2 <= words.len() && pair.kind < LinkKind::Partial && !pair.ambiguous
}

/// The finding where the other sentence says plainly what this one negates.
fn contradicted(
    pair: &Pair<'_>,
    own: &Told<'_>,
    it: Negated,
    other: &Told<'_>,
    denials: &Denials,
) -> Option<Found> {
    let (word, form) = (&own.words[it.what], own.forms[it.what]);
    let plain = other.find(form)?;
    let (x, y) = (word.span, other.words[plain].span);
    let quoted = own.is_quoted(it.by) && other.is_quoted(plain);
    let loose = pair.kind == LinkKind::Partial && pair.ambiguous;
    if word.capital || quoted || loose || denials.deny(other.place.article, form.stem) {
        return None;
    }
    let plainly = affirmed(pair, own, it, (other, plain));
    let (common, all) = pair.agreement(own, x, y);
    let close = match pair.same_wording() {
        true => all <= 2 * common,
        false => 3 <= common && 3 * all <= 4 * common,
    };
    let said = close && pair.same_clause(own, x, y) || holds_all(pair, own, it, other);
    if !plainly || !said {
        return None;
    }
    let a = Mark::new(own, name::span(&own.words, &(it.by..it.what + 1)), "no");
    let b = Mark::new(other, y, "yes");
    Some(Found::pair(DiscrepancyKind::Negation, a, b))
}
