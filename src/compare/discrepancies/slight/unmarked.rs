//! Words that one of two linked sentences quotes and the other has without marks, as its own: scare
//! quotes, and a statement of which no more is told than that it was made.
//!
//! What the other prints as a whole is the quotation set apart, and none. Limits: a term that one source
//! marks as such is told like a quotation. Cost: the words of each quotation times those of the other
//! sentence.

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        page::{Page, Told},
        pair::Pair,
        slight::{
            AROUND,
            quoted::{self, LONGEST, Run},
        },
    },
    model::comparison::DiscrepancyKind,
    text::name,
};

/// Words of a run that is the whole of a quotation, and of one that is a part.
const WHOLE: usize = 2;
const PART: usize = 5;
/// Words of substance of a part.
const SUBSTANCE: usize = 2;

/// A quotation of one of the two that the other has without marks.
pub fn find(page: &Page<'_>, pair: &Pair<'_>) -> Option<Found> {
    let one = |own, other| bare(page, own, other);
    one(pair.a, pair.b).or_else(|| one(pair.b, pair.a))
}

fn bare(page: &Page<'_>, own: &Told<'_>, other: &Told<'_>) -> Option<Found> {
    if own.quoted.is_empty() || LONGEST < other.words.len() || other.speaks() {
        return None;
    }
    quoted::pieces(own).find_map(|piece| {
        let run = quoted::longest(piece.vocabulary(), &other.forms)?;
        let Run { len, own: at, .. } = run;
        let there = run.other..run.other + len;
        let first = piece.words.start;
        let says = |at: &usize| {
            let names = piece.words()[*at].capital || own.counts(first + at);
            !piece.vocabulary()[*at].stop && !names
        };
        let weighty = (at..at + len).filter(says).count();
        let enough = match len == piece.words.len() {
            true => WHOLE <= len && 1 <= weighty,
            false => PART <= len && SUBSTANCE <= weighty,
        };
        let apart =
            3 * len <= 2 * other.words.len() && !there.clone().any(|at| other.is_quoted(at));
        let elsewhere = || {
            let forms = &piece.forms()[at..at + len];
            let mut near = page.near(other, 1).take(AROUND);
            near.any(|it| it.quotes(forms))
        };
        (enough && apart && !elsewhere()).then(|| {
            let a = Mark::new(own, piece.span(&(at..at + len)), "quoted");
            let b = Mark::new(other, name::span(&other.words, &there), "bare");
            Found::in_marks(DiscrepancyKind::Quote, a, b)
        })
    })
}
