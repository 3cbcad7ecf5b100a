//! How sure, willing or bound somebody is told to be: "will appeal", "vowed to appeal", "could appeal".
//!
//! A verb of which both sentences have the stem stands behind another word of this kind in each, or
//! behind one that only says what is meant or expected in one of them. Limits: the verb may be told of
//! two persons; "will" and "would" differ where one is quoted too. Cost: a look at the words of each
//! sentence.

use std::ops::Range;

use foldhash::HashMap;

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        lists,
        page::{Page, Told},
        pair::Pair,
    },
    model::{
        comparison::{DiscrepancyKind, LinkKind},
        index::Place,
    },
    text::{name, span::Span, token::Token},
};

/// The score of a link from which one verb is told of one deed.
const FAIR: f32 = 0.5;
/// Words of substance in common around it.
const NEAR: usize = 2;
/// Words between the word and the verb: "will now formally join".
const BETWEEN: usize = 2;

/// Words right before a verb.
const BEFORE: &[(&str, &str)] = &[
    ("will", "will"),
    ("shall", "will"),
    ("would", "would"),
    ("could", "could"),
    ("may", "may"),
    ("might", "may"),
    ("can", "can"),
    ("must", "must"),
    ("should", "should"),
];
/// Words before "to" and a verb.
const BEFORE_TO: &[(&str, &str)] = &[
    (
        "plans planned planning intends intended intending aims aimed wants wanted",
        "plan",
    ),
    (
        "vows vowed vowing pledges pledged pledging promises promised promising",
        "vow",
    ),
    (
        "expected likely poised scheduled set due slated about",
        "expected",
    ),
    (
        "seeks sought seeking tries tried trying moves moved moving attempted",
        "try",
    ),
    ("threatens threatened threatening", "threat"),
    ("appears appeared seems seemed", "appear"),
    ("has have had required forced obliged", "must"),
    ("able", "can"),
];

/// Words by which the other sentence leaves it open as well.
const OPEN: &[&str] = &[
    "not",
    "never",
    "expecting",
    "expects",
    "supposed",
    "prepared",
    "alleged",
    "allegedly",
    "reportedly",
    "if",
    "whether",
];

/// Verbs that end like an adverb.
const VERBS: &[&str] = &[
    "apply", "comply", "fly", "rely", "reply", "supply", "multiply",
];

/// A word of this kind before a verb.
struct Modal {
    /// By index, as is the verb.
    at: usize,
    verb: usize,
    says: &'static str,
}

impl Modal {
    /// From the word to the verb.
    fn words(&self) -> Range<usize> {
        self.at..self.verb + 1
    }
}

/// Such words of a story, read once.
#[derive(Default)]
pub struct Modals(HashMap<Place, Vec<Modal>>);

impl Modals {
    /// Reads all sentences.
    pub fn new(page: &Page<'_>) -> Self {
        let read = |told: &Told<'_>| Some((told.place, modals(told))).filter(|it| !it.1.is_empty());
        Self(page.told.iter().filter_map(read).collect())
    }

    fn of(&self, told: &Told<'_>) -> &[Modal] {
        self.0.get(&told.place).map_or(&[], Vec::as_slice)
    }

    /// The first verb that the two sentences put otherwise.
    pub fn find(&self, pair: &Pair<'_>) -> Option<Found> {
        let (own, other) = (self.of(pair.a), self.of(pair.b));
        if own.is_empty() && other.is_empty() || pair.score < FAIR {
            return None;
        }
        let (a, b) = both(pair, own, other)
            .or_else(|| alone(pair, (pair.a, own), (pair.b, other)))
            .or_else(|| alone(pair, (pair.b, other), (pair.a, own)).map(|(b, a)| (a, b)))?;
        let (a, b) = (Mark::of_words(pair.a, &a), Mark::of_words(pair.b, &b));
        Some(Found::pair(DiscrepancyKind::Hedge, a, b))
    }
}

/// A verb before which each sentence has another word.
fn both(pair: &Pair<'_>, own: &[Modal], other: &[Modal]) -> Option<(Range<usize>, Range<usize>)> {
    own.iter().find_map(|x| {
        let stem = pair.a.forms[x.verb].stem;
        let y = other.iter().find(|y| pair.b.forms[y.verb].stem == stem)?;
        let one = x.says == y.says || tense(pair, x.says, y.says);
        let (here, there) = (pair.a.words[x.verb].span, pair.b.words[y.verb].span);
        (!one && one_deed(pair, pair.a, here, there)).then(|| (x.words(), y.words()))
    })
}

/// A verb that one sentence has behind a word of what is meant or expected, and the other plainly.
fn alone(
    pair: &Pair<'_>,
    (own, all): (&Told<'_>, &[Modal]),
    (other, known): (&Told<'_>, &[Modal]),
) -> Option<(Range<usize>, Range<usize>)> {
    // Who is "expecting it to come down" says as much.
    let open = |it: &Token| before_to(&it.normal).is_some() || OPEN.contains(&&*it.normal);
    if !known.is_empty() {
        return None;
    }
    let found = all.iter().find_map(|x| {
        let meant = !matches!(x.says, "will" | "would" | "can" | "should" | "must");
        let at = other.find(own.forms[x.verb]).filter(|_| meant)?;
        let plain = !other.words[at].capital;
        let one = one_deed(pair, own, own.words[x.verb].span, other.words[at].span);
        (plain && one).then(|| (x.words(), at..at + 1))
    });
    found.filter(|_| !other.words.iter().any(open))
}

/// Whether a verb of `own`, which is one of the two, and one of the other tell of one deed.
fn one_deed(pair: &Pair<'_>, own: &Told<'_>, here: Span, there: Span) -> bool {
    pair.same_wording() || NEAR <= pair.agreement(own, here, there).0
}

/// What a word says before "to" and a verb.
fn before_to(form: &str) -> Option<&'static str> {
    let listed = |it: &&(&str, &str)| it.0.split(' ').any(|one| one == form);
    BEFORE_TO.iter().find(listed).map(|it| it.1)
}

/// "He will go", "he said he would go" say the same, and so do "may" and "could".
fn tense(pair: &Pair<'_>, x: &str, y: &str) -> bool {
    let told = !pair.a.sayings().is_empty() || !pair.b.sayings().is_empty();
    let both = (x.min(y), x.max(y));
    match both {
        ("could", "may") => true,
        ("will", "would") => told || LinkKind::Paraphrase <= pair.kind,
        ("can", "could") => told,
        _ => false,
    }
}

fn modals(told: &Told<'_>) -> Vec<Modal> {
    let all = (0..told.words.len()).filter_map(|at| modal(told, at));
    all.collect()
}

fn modal(told: &Told<'_>, at: usize) -> Option<Modal> {
    let plain = BEFORE.iter().find(|it| it.0 == told.form(at));
    let plain = plain.filter(|_| !told.words[at].capital);
    let (says, from) = match plain {
        Some((_, says)) => (*says, at + 1),
        None if told.form(at + 1) == "to" => (before_to(told.form(at))?, at + 2),
        None => return None,
    };
    let mut near = from..(from + BETWEEN + 1).min(told.words.len());
    let adverb = |form: &str| form.ends_with("ly") && !VERBS.contains(&form);
    let verb = near.find(|it| !told.forms[*it].stop && !adverb(told.form(*it)))?;
    let denied = (at + 1..verb).any(|it| lists::denies(told.form(it)));
    let fits = !denied && !told.parted(at, verb) && !name::nameable(&told.words[verb]);
    fits.then_some(Modal { at, verb, says })
}
