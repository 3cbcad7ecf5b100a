//! Words that weaken or doubt a statement, which one source has and the other lost.
//!
//! A hedge belongs to the next word of substance. Two linked sentences differ where both have that
//! word, in the same clause, and only one has a hedge of that class (`assets/words/hedges.txt`)
//! anywhere. Verbs of saying that judge: `stance`. Limits: a hedge before a number is the number's bound;
//! hedges in other words ("it is said that") are not known; what both print between quotation
//! marks is a matter for `quote`. Cost: a pair of which neither hedges costs a look at its words.

use std::{collections::HashMap, sync::LazyLock};

use foldhash::fast::FixedState;

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        inflection,
        page::{Page, Told},
        pair::{Insertion, Pair},
    },
    model::{
        article::Role,
        comparison::{DiscrepancyKind, LinkKind},
        index::Place,
    },
    text::{
        common, name,
        span::Span,
        token::{Kind, Token},
    },
};

/// Words that are looked at behind a hedge.
const REACH: usize = 3;
/// Words that are no hedges, but say as much as one of a class: class, word.
const ANSWERS: &[(&str, &str)] = &[
    ("maybe", "if"),
    ("maybe", "unless"),
    ("maybe", "could"),
    ("maybe", "can"),
    ("maybe", "whether"),
    ("doubt", "supposed"),
    ("doubt", "accused"),
    ("doubt", "accuse"),
    ("doubt", "charged"),
    ("doubt", "suspicion"),
    ("doubt", "suspicions"),
    ("doubt", "described"),
    ("maybe", "looks"),
    ("maybe", "looked"),
    ("doubt", "claimed"),
    ("doubt", "according"),
    ("doubt", "understood"),
    ("doubt", "believed"),
    ("doubt", "thought"),
    ("doubt", "allegation"),
    ("doubt", "allegations"),
    ("limit", "no"),
    ("maybe", "weighing"),
    ("maybe", "weigh"),
    ("maybe", "considering"),
    ("maybe", "consider"),
    ("some", "many"),
    ("some", "several"),
    ("some", "few"),
    ("limit", "just"),
    ("limit", "solely"),
];
/// Words before a verb that make a question of it.
const ASKS: &[&str] = &["what", "who", "how", "why", "whether", "where"];
/// Hedges that stand before a noun.
const ADJECTIVES: &[&str] = &[
    "possible",
    "potential",
    "probable",
    "apparent",
    "alleged",
    "suspected",
    "purported",
    "unconfirmed",
    "rumoured",
    "rumored",
];
/// Share of the substance in common from which a doubt about one sentence is one about the other.
const MEANT: f32 = 0.6;
/// Words of substance in common for the same.
const DOUBTED: usize = 4;

static HEDGES: LazyLock<HashMap<&str, &str, FixedState>> = LazyLock::new(|| {
    let table = include_str!("../../../assets/words/hedges.txt");
    let rows = table.lines().filter(|it| !it.starts_with('#'));
    rows.filter_map(|row| row.split_once('\t')).collect()
});

/// Hedges that only one of the two sentences has.
pub fn find(pair: &Pair<'_>, hedges: &Hedges) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    if pair.same_wording() {
        found.extend(pair.insertions().filter_map(|it| taken_out(hedges, &it)));
    }
    if found.is_empty() {
        found.extend(lost(pair, hedges, pair.a, pair.b));
        found.extend(lost(pair, hedges, pair.b, pair.a));
    }
    if found.is_empty() {
        found.extend(doubted(pair, hedges, pair.a, pair.b));
        found.extend(doubted(pair, hedges, pair.b, pair.a));
    }
    found
}

/// Whether two sentences state something that a word may weaken or a verb judge: more than a clause of
/// it is common, and it is not that somebody could not be reached.
pub fn states(pair: &Pair<'_>) -> bool {
    pair.kind != LinkKind::Partial && !(declines(pair.a) && declines(pair.b))
}

/// "Could not immediately be reached for comment", however it is put.
fn declines(told: &Told<'_>) -> bool {
    const ASKED: &[&str] = &[
        "respond",
        "responded",
        "reached",
        "request",
        "requests",
        "reply",
    ];
    let has = |forms: &[&str]| told.words.iter().any(|it| forms.contains(&&*it.normal));
    has(&["comment", "comments"]) && has(ASKED)
}

/// A doubt about the whole of what one says, where the other, surely linked, has no word of doubt
/// and names nobody who says it.
fn doubted(pair: &Pair<'_>, hedges: &Hedges, own: &Told<'_>, other: &Told<'_>) -> Option<Found> {
    const VISIBLE: &[&str] = &["appear", "appears", "appeared", "seems", "apparently"];
    let whole =
        |it: &&(usize, &str)| it.1 == "doubt" || VISIBLE.contains(&&*own.words[it.0].normal);
    let (at, class) = hedges.of(own).iter().find(whole)?;
    let answers = |it: &Token| ANSWERS.iter().any(|(_, form)| it.normal == *form);
    let sure = pair.kind < LinkKind::Partial && !pair.ambiguous;
    let plain = hedges.of(other).is_empty() && other.sayings().is_empty();
    let (common, share) = pair.substance(&(0..0), &(0..0));
    let headline = own.role == Role::Headline || other.role == Role::Headline;
    if !sure
        || headline
        || !plain
        || other.words.iter().any(answers)
        || common < DOUBTED
        || share < MEANT
        || !doubts_what(own, *at, other)
    {
        return None;
    }
    let last = (*at + 2).min(own.words.len());
    let words = name::span(&own.words, &(*at..last));
    let hedged = Mark::new(own, words, format!("{class} {}", own.words[*at].normal));
    Some(Found::pair(
        DiscrepancyKind::Hedge,
        hedged,
        Mark::new(other, Span::new(0, 0), ""),
    ))
}

/// Whether the other sentence tells what a word doubts: one of the next words of substance.
fn doubts_what(own: &Told<'_>, at: usize, other: &Told<'_>) -> bool {
    let behind = own.forms[at + 1..].iter().filter(|it| !it.stop);
    behind.take(REACH).any(|it| other.find(*it).is_some())
}

/// The hedges of a story, read once: each sentence's by word and class.
#[derive(Default)]
pub struct Hedges(HashMap<Place, Vec<(usize, &'static str)>, FixedState>);

impl Hedges {
    /// Reads the hedges of all sentences.
    pub fn new(page: &Page<'_>) -> Self {
        let read = |told: &Told<'_>| {
            let class = |at: usize| HEDGES.get(&*told.words[at].normal).copied();
            let free =
                |at: &usize| !told.counts(*at) && !behind_not(told, *at) && weakens(told, *at);
            let all = (0..told.words.len()).filter_map(|at| Some((at, class(at)?)));
            let month = |at: &usize| told.words[*at].normal == "may" && told.words[*at].capital;
            let all: Vec<_> = all.filter(|(at, _)| free(at) && !month(at)).collect();
            (!all.is_empty()).then_some((told.place, all))
        };
        Self(page.told.iter().filter_map(read).collect())
    }

    /// Whether a sentence has a hedge of a class, or a word that says as much.
    pub fn answers(&self, told: &Told<'_>, class: &str) -> bool {
        let kin = |form: &str| ANSWERS.contains(&(class, form));
        let hedged = self.of(told).iter().any(|it| it.1 == class);
        hedged || told.words.iter().any(|it| kin(&it.normal))
    }

    /// The hedges of a sentence: the word, by index, and its class.
    pub fn of(&self, told: &Told<'_>) -> &[(usize, &'static str)] {
        self.0.get(&told.place).map_or(&[], Vec::as_slice)
    }
}

fn lost(pair: &Pair<'_>, hedges: &Hedges, own: &Told<'_>, other: &Told<'_>) -> Vec<Found> {
    let open = hedges.of(own).iter();
    let open = open.filter(|it| !hedges.answers(other, it.1));
    open.filter_map(|(at, class)| {
        let (what, plain) = governed(pair, own, (*at, class), other)?;
        if own.is_quoted(*at) && other.is_quoted(plain) {
            return None;
        }
        let words = name::span(&own.words, &(*at..what + 1));
        let hedged = Mark::new(own, words, format!("{class} {}", own.words[*at].normal));
        let bare = Mark::new(other, other.words[plain].span, "");
        Some(Found::pair(DiscrepancyKind::Hedge, hedged, bare))
    })
    .collect()
}

/// A hedge that is all that one of two sentences lacks at its place; "some" is only a word there.
fn taken_out(hedges: &Hedges, it: &Insertion<'_>) -> Option<Found> {
    let class = hedges
        .of(it.own)
        .iter()
        .find(|hedge| hedge.0 == it.words.start)?
        .1;
    let answered = class == "doubt" && hedges.answers(it.other, class);
    if it.words.len() > 1 || it.is_quoted() || class == "some" || answered {
        return None;
    }
    let (own, other) = it.with_next()?;
    let word = &it.own.words[it.words.start].normal;
    let a = Mark::new(it.own, own, format!("{class} {word}"));
    let b = Mark::new(it.other, other, "");
    Some(Found::pair(DiscrepancyKind::Hedge, a, b))
}

/// "Appeared in court" weakens nothing, "appeared to stop" does.
fn weakens(told: &Told<'_>, at: usize) -> bool {
    let next = || told.words.get(at + 1).map(|it| &*it.normal);
    let visible =
        told.words[at].normal.starts_with("appear") || told.words[at].normal.starts_with("seem");
    !visible || matches!(next(), Some("to" | "that" | "as" | "likely"))
}

/// "not only" limits nothing.
fn behind_not(told: &Told<'_>, at: usize) -> bool {
    at.checked_sub(1)
        .is_some_and(|it| told.words[it].normal == "not")
}

/// The word that a hedge belongs to, and where the other sentence has it.
fn governed(
    pair: &Pair<'_>,
    own: &Told<'_>,
    (at, class): (usize, &str),
    other: &Told<'_>,
) -> Option<(usize, usize)> {
    let reach = if class == "some" { 1 } else { REACH };
    let near = at + 1..(at + 1 + reach).min(own.words.len());
    let what = near
        .into_iter()
        .find(|at| !common::is_stop(&own.words[*at].normal))?;
    let passive = at.checked_sub(1).map(|it| &*own.words[it].normal);
    let passive = matches!(passive, Some("is" | "are" | "was" | "were" | "been" | "be"));
    let adjective = ADJECTIVES.contains(&&*own.words[at].normal) && !passive;
    if adjective && what > at + 1
        || own.parted(at, what)
        || own.words[what].kind != Kind::Word
        || own.counts(what)
    {
        return None;
    }
    let word = &own.words[what];
    let plain = other.find(own.forms[what])?;
    // "Most likely caused", "looking into what caused": a question is no statement.
    let asked = plain.checked_sub(1).map(|it| &*other.words[it].normal);
    if asked.is_some_and(|it| ASKS.contains(&it)) {
        return None;
    }
    let one = match class {
        "some" => pair.same_wording() && counted_alike(own, (at, what), other, plain),
        _ if adjective => plural(&word.normal, &other.words[plain].normal),
        _ => inflection::one_word(&word.normal, &other.words[plain].normal),
    };
    let (x, y) = (word.span, other.words[plain].span);
    (one && closely(pair, own, x, y)).then_some((what, plain))
}

/// Whether two places stand in the same clause; in sentences that are surely linked, two of five
/// words of substance around them in common are enough.
fn closely(pair: &Pair<'_>, own: &Told<'_>, x: Span, y: Span) -> bool {
    let (common, all) = pair.agreement(own, x, y);
    let sure = pair.kind == LinkKind::Paraphrase && !pair.ambiguous;
    pair.same_clause(own, x, y) || sure && 2 <= common && 2 * all <= 5 * common
}

/// Whether a noun with "some" or "most" before it stands in the other sentence beside the same
/// word: the one before "some", or the one behind the noun.
fn counted_alike(
    own: &Told<'_>,
    (at, what): (usize, usize),
    other: &Told<'_>,
    plain: usize,
) -> bool {
    let form = |told: &Told<'_>, at: Option<usize>| Some(told.words.get(at?)?.normal.clone());
    let before = form(own, at.checked_sub(1));
    let after = form(own, Some(what + 1));
    let same = own.words[what].normal == other.words[plain].normal;
    let beside = before.is_some() && before == form(other, plain.checked_sub(1))
        || after.is_some() && after == form(other, Some(plain + 1));
    same && beside
}

/// Whether two nouns are one but for the plural.
fn plural(x: &str, y: &str) -> bool {
    let (short, long) = if x.len() <= y.len() { (x, y) } else { (y, x) };
    matches!(long.strip_prefix(short), Some("" | "s" | "es"))
}
