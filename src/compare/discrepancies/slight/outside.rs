//! Words that one source has within the quotation and the other before or behind its marks: "He said:
//! “The work was sloppy at best”", "He said the work was “sloppy at best”".
//!
//! Limits: words before a quotation that happen to be alike are taken for its. Cost: a look at the words
//! around.

use std::ops::Range;

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        piece::Piece,
        vocabulary::Word,
    },
    model::comparison::DiscrepancyKind,
    text::name,
};

/// Words outside the marks beside those that the other has within.
const MORE: usize = 2;
/// Words that stand outside at least: a word or two are quoted here or there.
const LEAST: usize = 3;

/// Words of a quotation that the other sentence has beside the same quotation, outside its marks. Both
/// quote `len` words, from word `own` of the one and word `other` of the other.
pub fn find(x: &Piece<'_>, own: usize, y: &Piece<'_>, other: usize, len: usize) -> Option<Found> {
    outside(x, own, y, other, len).or_else(|| outside(y, other, x, own, len))
}

/// The words of `x` before or behind the `len` words in common, which begin at `own` there and at
/// `other` in `y`, where `y` has them outside its marks.
fn outside(x: &Piece<'_>, own: usize, y: &Piece<'_>, other: usize, len: usize) -> Option<Found> {
    let all = y.told.words.len();
    let (first, end) = (y.words.start, y.words.end);
    let before = || {
        let near = first.saturating_sub(own + MORE)..first;
        Some((0..own, common(x, &(0..own), y, near)?.start..first))
    };
    let behind = || {
        let of = own + len..x.words.len();
        let near = end..(end + of.len() + MORE).min(all);
        let to = common(x, &of, y, near)?.end;
        Some((of, end..to))
    };
    let opens = Some(()).filter(|()| other == 0).and_then(|()| before());
    let closes = || Some(()).filter(|()| other + len == y.words.len());
    let (within, bare) = opens.or_else(|| closes().and_then(|()| behind()))?;
    // Marks that a slip has turned round leave the reporter's words within.
    if x.span(&within).of(x.told.text).contains(['"', '“', '”']) {
        return None;
    }
    let bare = Mark::new(y.told, name::span(&y.told.words, &bare), "bare");
    let quoted = Mark::new(x.told, x.span(&within), "quoted");
    Some(Found::in_marks(DiscrepancyKind::Quote, quoted, bare))
}

/// From the first to the last word of `near` that a stretch of a quotation has too, where all its words
/// of substance stand there, one of them no name.
fn common(
    x: &Piece<'_>,
    of: &Range<usize>,
    y: &Piece<'_>,
    near: Range<usize>,
) -> Option<Range<usize>> {
    let own = &x.vocabulary()[of.clone()];
    let has = |at: &usize| own.iter().any(|it| it.stem == y.told.forms[*at].stem);
    let stands = |it: &Word| near.clone().any(|at| y.told.forms[at].stem == it.stem);
    let plain = |at: usize| !x.vocabulary()[at].stop && !x.words()[at].capital;
    if of.len() < LEAST || !of.clone().any(plain) || own.iter().any(|it| !it.stop && !stands(it)) {
        return None;
    }
    let (first, last) = (near.clone().find(has)?, near.clone().rfind(has)?);
    let mut found = first..last + 1;
    let bare = !found.any(|at| y.told.is_quoted(at));
    bare.then_some(first..last + 1)
}
