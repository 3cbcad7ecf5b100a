//! Verbs of saying that judge one statement differently: "said" here, "admitted" there.
//!
//! Two linked sentences differ where each has one verb of saying for the same statement and their
//! stances do (`assets/words/saying.txt`). A denial is another statement, and what somebody suggests
//! may be a proposal. Cost: the verbs of saying of each sentence are looked up once.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        page::{Page, Told},
        pair::Pair,
    },
    model::{
        comparison::{DiscrepancyKind, LinkKind},
        index::Place,
    },
    text::saying::{self, Saying},
};

/// Share of the substance in common from which two verbs of saying tell of one statement.
const MEANT: f32 = 0.6;

/// The verb of saying of each sentence of a story that has just one, and the stance.
#[derive(Default)]
pub struct Stances(HashMap<Place, (usize, &'static str), FixedState>);

impl Stances {
    /// Reads all sentences.
    pub fn new(page: &Page<'_>) -> Self {
        let stance = |told: &Told<'_>| only(told).map(|it| (told.place, (it.verb, it.stance)));
        Self(page.told.iter().filter_map(stance).collect())
    }

    /// Stances that two linked sentences do not share.
    pub fn find(&self, pair: &Pair<'_>) -> Option<Found> {
        apart(pair, self).or_else(|| swapped(pair))
    }
}

/// The verb of saying of a sentence that has no other, not even as a noun.
fn only<'a>(told: &'a Told<'_>) -> Option<&'a Saying> {
    let verb = |at: &usize| saying::is_verb(&told.words[*at].normal) && !told.is_quoted(*at);
    let verbs = (0..told.words.len()).filter(verb).count();
    told.saying().filter(|it| verbs == 1 && says(told, it))
}

/// "Claimed responsibility" says nothing that could be doubted.
fn says(told: &Told<'_>, it: &Saying) -> bool {
    let next = told.words.get(it.verb + 1);
    next.is_none_or(|it| it.normal != "responsibility")
}

/// One verb of saying where the other sentence has another that judges: "who said the sale was off",
/// "who claimed the sale was off". Others of the same stance in both are left out.
fn swapped(pair: &Pair<'_>) -> Option<Found> {
    let of = |told: &Told<'_>| -> Vec<(usize, &'static str)> {
        let verb = |at: usize| !told.words[at].capital && !told.is_quoted(at);
        let all = told
            .sayings()
            .iter()
            .filter(|it| verb(it.verb) && says(told, it));
        all.map(|it| (it.verb, it.stance)).collect()
    };
    let (mut own, mut other) = (of(pair.a), of(pair.b));
    own.retain(|x| match other.iter().position(|y| x.1 == y.1) {
        Some(at) => {
            other.remove(at);
            false
        }
        None => true,
    });
    let (&[(x, one)], &[(y, another)]) = (&own[..], &other[..]) else {
        return None;
    };
    let (here, there) = (pair.a.words[x].span, pair.b.words[y].span);
    // A denial is another statement, and what somebody suggests may be.
    let apart =
        |it| it == "suggested" && (!pair.same_wording() || proposes(pair)) || it == "denied";
    let other_matter = apart(one) || apart(another);
    let (common, all) = pair.agreement(pair.a, here, there);
    let close = 2 <= common && all <= 2 * common && !pair.ambiguous;
    (!other_matter && (judges(one) || judges(another)) && close).then(|| {
        let a = Mark::new(pair.a, here, one);
        let b = Mark::new(pair.b, there, another);
        Found::pair(DiscrepancyKind::Hedge, a, b)
    })
}

/// Whether what is suggested is a proposal: the other source has it that one should.
fn proposes(pair: &Pair<'_>) -> bool {
    let should = |told: &Told<'_>| told.words.iter().any(|it| it.normal == "should");
    should(pair.a) || should(pair.b)
}

fn judges(stance: &str) -> bool {
    matches!(stance, "claimed" | "admitted" | "suggested")
}

/// Verbs of saying that judge one statement differently; a denial is another statement.
fn apart(pair: &Pair<'_>, all: &Stances) -> Option<Found> {
    let of = |told: &Told<'_>| all.0.get(&told.place).copied();
    let ((x, own), (y, other)) = (of(pair.a)?, of(pair.b)?);
    let sure = pair.same_wording() || !pair.ambiguous && pair.kind == LinkKind::Paraphrase;
    let denied = own == "denied" || other == "denied";
    let proposed = (own == "suggested" || other == "suggested") && proposes(pair);
    if own == other || denied || proposed || !(judges(own) || judges(other)) || !sure {
        return None;
    }
    if pair.a.speaks() || pair.b.speaks() {
        return None;
    }
    let (common, share) = pair.substance(&(x..x + 1), &(y..y + 1));
    (2 <= common && MEANT <= share).then(|| {
        let a = Mark::new(pair.a, pair.a.words[x].span, own);
        let b = Mark::new(pair.b, pair.b.words[y].span, other);
        Found::pair(DiscrepancyKind::Hedge, a, b)
    })
}
