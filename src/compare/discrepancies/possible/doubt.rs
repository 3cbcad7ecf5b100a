//! A word of doubt before something that the other sentence tells without one; a plan beside what
//! was done.

use foldhash::HashMap;

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        hedge::Hedges,
        inflection,
        page::{Page, Told},
        pair::Pair,
    },
    model::{
        comparison::{DiscrepancyKind, LinkKind},
        index::Place,
    },
    text::{common, name, span::Span, token::Token},
};

/// Words of substance behind a hedge that it may belong to.
const REACH: usize = 2;

/// Hedges that belong to the verb behind them and to nothing else.
const MODALS: &[&str] = &["may", "might", "could"];
/// Hedges that stand before a noun: readers found all of these but one to be about something else.
const ADJECTIVES: &[&str] = &[
    "possible",
    "potential",
    "potentially",
    "probable",
    "apparent",
    "likely",
    "unlikely",
];
/// Verbs that tell of what somebody means to do, before "to".
const PLANS: &[&str] = &[
    "aims",
    "aimed",
    "seeks",
    "sought",
    "planned",
    "intends",
    "intended",
    "hopes",
    "hoped",
    "wants",
    "wanted",
    "tries",
    "tried",
    "attempted",
    "expects",
    "expected",
    "set",
    "due",
    "threatens",
    "threatened",
];

/// Hedges that the other sentence lacks.
pub fn find(pair: &Pair<'_>, hedges: &Hedges, plans: &Plans) -> Vec<Found> {
    let mut found = Vec::from_iter(lost(pair, hedges, pair.a, pair.b));
    found.extend(lost(pair, hedges, pair.b, pair.a));
    found.extend(planned(plans, pair.a, pair.b).or_else(|| planned(plans, pair.b, pair.a)));
    found
}

/// The first doubt of one sentence that the other has in no words.
fn lost(pair: &Pair<'_>, hedges: &Hedges, own: &Told<'_>, other: &Told<'_>) -> Option<Found> {
    let form = |at: usize| &*own.words[at].normal;
    if hedges.of(own).is_empty() || !other.sayings().is_empty() {
        return None; // who speaks doubts, or is doubted, as well
    }
    let open = |it: &&(usize, &str)| {
        let belongs = matches!(it.1, "doubt" | "maybe") && !ADJECTIVES.contains(&form(it.0));
        belongs && !hedges.answers(other, it.1) && !own.is_quoted(it.0)
    };
    hedges.of(own).iter().filter(open).find_map(|(at, class)| {
        let adverb = form(*at).ends_with("ly");
        let whole = *class == "doubt" && adverb && pair.kind < LinkKind::Partial;
        let (last, bare) = match whole {
            true => ((*at + 1).min(own.words.len() - 1), Span::new(0, 0)),
            false => governed(pair, own, *at, other)?,
        };
        let words = name::span(&own.words, &(*at..last + 1));
        let hedged = Mark::new(own, words, format!("{class} {}", form(*at)));
        Some(Found::pair(
            DiscrepancyKind::Hedge,
            hedged,
            Mark::new(other, bare, ""),
        ))
    })
}

/// The word that a hedge belongs to, by index, and where the other sentence has it.
fn governed(pair: &Pair<'_>, own: &Told<'_>, at: usize, other: &Told<'_>) -> Option<(usize, Span)> {
    let form = &*own.words[at].normal;
    let modal = MODALS.contains(&form);
    let reach = if modal { 1 } else { REACH };
    let behind = (at + 1..own.words.len()).filter(|it| !common::is_stop(&own.words[*it].normal));
    let told = |it: &usize| other.find(own.forms[*it]).is_some();
    let what = behind.take(reach).find(told)?;
    let word = &own.words[what];
    let there = &other.words[other.find(own.forms[what])?];
    let (near, _) = pair.agreement(own, word.span, there.span);
    let denied = own.words[at + 1..what].iter().any(|it| it.normal == "not");
    let one = inflection::one_word(&word.normal, &there.normal) && !word.capital;
    // "Reportedly establishes two", "apparently told the grand jury": an adverb doubts the verb.
    let mut between = own.words[at + 1..what].iter();
    let noun = own.counts(what) || between.any(|it| matches!(&*it.normal, "a" | "an" | "the"));
    let belongs = !(form.ends_with("ly") && at + 1 < what && noun);
    (one && 0 < near && !denied && belongs && !own.parted(at, what)).then_some((what, there.span))
}

/// What one tells as a plan and the other as done: "expected to sign", "signed".
fn planned(plans: &Plans, own: &Told<'_>, other: &Told<'_>) -> Option<Found> {
    const OPEN: &[&str] = &[
        "would", "could", "may", "might", "to", "should", "of", "for",
    ];
    let at = *plans.0.get(&own.place)?;
    let what = at + 2;
    let there = other.find(*own.forms.get(what).filter(|it| !it.stop)?)?;
    let open = |it: usize| OPEN.contains(&&*other.words[it].normal);
    let done = !plans.0.contains_key(&other.place)
        && own.forms[what].form != other.forms[there].form
        && !other.words[there].normal.ends_with("ing")
        && !there.checked_sub(1).is_some_and(open);
    (done && !own.is_quoted(at) && !other.is_quoted(there)).then(|| {
        let plan = name::span(&own.words, &(at..what + 1));
        Found::pair(
            DiscrepancyKind::Hedge,
            Mark::new(own, plan, "plan"),
            Mark::new(other, other.words[there].span, ""),
        )
    })
}

/// The first word of each sentence that tells of a plan, by index, read once.
#[derive(Default)]
pub struct Plans(HashMap<Place, usize>);

impl Plans {
    /// Reads all sentences.
    pub fn new(page: &Page<'_>) -> Self {
        let plans = |it: &[Token]| it[1].normal == "to" && PLANS.contains(&&*it[0].normal);
        let first = |told: &Told<'_>| told.words.windows(2).position(plans);
        let read = |told: &Told<'_>| Some((told.place, first(told)?));
        Self(page.told.iter().filter_map(read).collect())
    }
}
