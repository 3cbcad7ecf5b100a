//! Who told it: a statement whose source only one sentence names, two sources, another verb of saying of
//! the same speaker.
//!
//! The rules for what is sure or possible ask that most of the rest is common; here a surely linked
//! sentence is enough. Limits: of two statements in one sentence each may have its own source. Cost: a
//! look at the sayings of both, and at the paragraphs around a sentence that has none.

use crate::{
    compare::discrepancies::{
        attribution,
        found::{Found, Mark},
        page::{Page, Told},
        pair::Pair,
        possible::told::{is_source, mark},
        slight::AROUND,
        speaker::{Speaker, Speakers, named_in},
    },
    model::comparison::DiscrepancyKind,
    text::{quote, span::Span},
};

/// The scores of links from which a source that only one names is the statement's, and from which two
/// are.
const ALONE: f32 = 0.7;
const BOTH: f32 = 0.5;
/// Words of substance that both have; their share from which two verbs of saying tell of one statement,
/// and from which two sources do.
const COMMON: usize = 3;
const MEANT: f32 = 0.5;
const SHARE: f32 = 0.3;
/// Paragraphs around a quotation in which its speaker is named.
const NEAR: u32 = 2;

/// Sources that differ, and verbs of saying.
pub fn find(page: &Page<'_>, all: &Speakers, pair: &Pair<'_>) -> Vec<Found> {
    let known = |told: &Told<'_>| all.at(told.place).filter(|it| it.told);
    let source = match (known(pair.a), known(pair.b)) {
        (Some(x), Some(y)) => two(all, pair, x, y),
        (Some(it), None) => alone(page, pair, it, pair.a, pair.b),
        (None, Some(it)) => alone(page, pair, it, pair.b, pair.a),
        (None, None) => None,
    };
    Vec::from_iter(source.into_iter().chain(verbs(all, pair)))
}

fn two(all: &Speakers, pair: &Pair<'_>, x: &Speaker, y: &Speaker) -> Option<Found> {
    let known = |it: &Speaker| it.named || it.sort.is_some();
    let apart = known(x) && known(y) && x.words.is_disjoint(&y.words);
    let told = BOTH <= pair.score
        && apart
        && enough(pair.substance(&x.range, &y.range))
        && !all.one_name(x, y)
        && !named_in(x, pair.b)
        && !named_in(y, pair.a);
    told.then(|| {
        let (a, b) = (mark(pair.a, x), mark(pair.b, y));
        Found::pair(DiscrepancyKind::Attribution, a, b)
    })
}

fn enough((common, share): (usize, f32)) -> bool {
    COMMON <= common && SHARE <= share
}

fn alone(
    page: &Page<'_>,
    pair: &Pair<'_>,
    it: &Speaker,
    own: &Told<'_>,
    other: &Told<'_>,
) -> Option<Found> {
    let bare = other.sayings().is_empty() && !other.speaks();
    if pair.score < ALONE || pair.ambiguous || !bare {
        return None;
    }
    let words = own.covered(it.span);
    let says = || words.clone().filter(|at| !own.forms[*at].stop);
    let has = |near: &Told<'_>, at: usize| near.find(own.forms[at]).is_some();
    let names = |near: &Told<'_>| says().all(|at| has(near, at));
    // Who is quoted is named beside the quotation.
    let statement = |it: &Span| quote::is_statement(&other.words[other.covered(*it)]);
    let quotes = other.quoted.iter().any(statement);
    let around = if quotes { NEAR } else { 1 };
    let led = |near: &Told<'_>| !near.sayings().is_empty();
    // "According to the Courier" stands where nothing is quoted; of others the words are the news.
    let reported = is_source(own, it) && !quotes
        || attribution::gives(own, it, other)
            && !attribution::spoken(other, &(0..0))
            && !page.near(other, around).take(AROUND).any(led);
    let open = enough(pair.substance_beside(own, &it.range))
        && reported
        && !named_in(it, other)
        && !says().any(|at| has(other, at))
        && !page.near(other, around).take(AROUND).any(names);
    open.then(|| {
        let bare = Mark::new(other, Span::new(0, 0), "");
        Found::pair(DiscrepancyKind::Attribution, mark(own, it), bare)
    })
}

/// One verb of saying in each, of the same speaker, of which one judges or promises.
fn verbs(all: &Speakers, pair: &Pair<'_>) -> Option<Found> {
    let (x, y) = (pair.a.saying()?, pair.b.saying()?);
    let one = match (all.at(pair.a.place), all.at(pair.b.place)) {
        (Some(a), Some(b)) if a.told && b.told && a.words.is_empty() => a.sort == b.sort,
        (Some(a), Some(b)) if a.told && b.told => !a.words.is_disjoint(&b.words),
        _ => true,
    };
    let not = |told: &Told<'_>, at: usize| {
        let before = at.checked_sub(1).map(|it| &*told.words[it].normal);
        before == Some("not")
    };
    let denied = x.stance == "denied" || y.stance == "denied";
    let denied = denied || not(pair.a, x.verb) || not(pair.b, y.verb);
    if x.stance == y.stance || denied || !one || pair.score < BOTH || pair.ambiguous {
        return None;
    }
    let (common, share) = pair.substance(&(x.verb..x.verb + 1), &(y.verb..y.verb + 1));
    (COMMON <= common && MEANT <= share).then(|| {
        let a = Mark::new(pair.a, pair.a.words[x.verb].span, x.stance);
        let b = Mark::new(pair.b, pair.b.words[y.verb].span, y.stance);
        Found::pair(DiscrepancyKind::Hedge, a, b)
    })
}
