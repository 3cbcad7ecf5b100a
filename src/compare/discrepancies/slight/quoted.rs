//! Quotations of two linked sentences that have a run of words in common but not all: what was cut off
//! at either end, or is another word there.
//!
//! The longest run that two quotations share is laid side by side; words beyond it that the other
//! article has nowhere near are the difference. Limits: of two statements with the same few words both
//! are told as one. Cost: the words of each two quotations, multiplied, of linked sentences; of no
//! more than `MANY` in a sentence and of no more than `LONGEST` words.

use std::ops::Range;

use crate::{
    compare::discrepancies::{
        cut,
        found::Found,
        page::{Page, Told},
        pair::Pair,
        piece::Piece,
        slight::{AROUND, outside},
        vocabulary::Word,
    },
    model::comparison::DiscrepancyKind,
    text::same,
};

/// The score of a link from which words in common are one quotation.
const FAIR: f32 = 0.4;
/// Words of a run that two quotations share, of them words of substance.
const RUN: usize = 3;
const SUBSTANCE: usize = 2;
/// Words of a run that is the whole of one of them.
const WHOLE: usize = 2;
/// Quotations of a sentence that are looked at.
const MANY: usize = 8;
/// Words of a quotation, or of a sentence beside one, beyond which it is not looked at.
pub const LONGEST: usize = 120;

/// Words that two rows of words have in common, as they follow one another.
pub struct Run {
    pub len: usize,
    /// Where it begins in either, in words.
    pub own: usize,
    pub other: usize,
}

/// Whether two linked sentences are near enough for a quotation of both to be one.
pub fn is_near(pair: &Pair<'_>) -> bool {
    FAIR <= pair.score || pair.same_wording()
}

/// The quotations of a sentence that are looked at.
pub fn pieces<'a>(told: &'a Told<'a>) -> impl Iterator<Item = Piece<'a>> {
    let all = told.quoted.iter().take(MANY);
    all.map(|it| Piece::new(told, *it))
        .filter(|it| it.words.len() <= LONGEST)
}

/// A quotation that the other sentence has cut, or changed at its edge, or of which it has words outside
/// its marks.
pub fn find(page: &Page<'_>, pair: &Pair<'_>) -> Option<Found> {
    if pair.b.quoted.is_empty() {
        return None;
    }
    pieces(pair.a).find_map(|x| {
        let mut all = pieces(pair.b);
        all.find_map(|y| {
            let run = longest(x.vocabulary(), y.vocabulary())?;
            let same = run.len == x.words.len() && run.len == y.words.len();
            let told = !same && says_something(&x, &y, &run);
            told.then(|| {
                edges(page, &x, &y, &run)
                    .or_else(|| outside::find(&x, run.own, &y, run.other, run.len))
            })?
        })
    })
}

/// The longest run that two rows of words have in common, the first of several; of each no more than
/// `LONGEST` words are looked at.
pub fn longest(own: &[Word], other: &[Word]) -> Option<Run> {
    let mut best = (0, 0, 0);
    // How many words up to this one of the other are the last ones of the own.
    let mut row = [0_usize; LONGEST + 1];
    for (at, word) in own.iter().take(LONGEST).enumerate() {
        for to in (0..other.len().min(LONGEST)).rev() {
            let len = match other[to].form == word.form {
                true => row[to] + 1,
                false => 0,
            };
            row[to + 1] = len;
            if best.0 < len {
                best = (len, at + 1 - len, to + 1 - len);
            }
        }
    }
    let (len, own, other) = best;
    (0 < len).then_some(Run { len, own, other })
}

/// Whether enough of what both have says something; names are said of anything.
fn says_something(x: &Piece<'_>, y: &Piece<'_>, run: &Run) -> bool {
    let says = |at: &usize| !x.vocabulary()[*at].stop && !x.words()[*at].capital;
    let weighty = (run.own..run.own + run.len).filter(says).count();
    let short = x.words.len().min(y.words.len());
    // Two statements may have a few words in common.
    let most = 2 * run.len >= short;
    SUBSTANCE <= weighty && RUN <= run.len && most
        || 1 <= weighty && run.len == short && WHOLE <= run.len
}

/// What stands before or behind the run in one of them and is another word, or missing, in the other.
fn edges(page: &Page<'_>, x: &Piece<'_>, y: &Piece<'_>, run: &Run) -> Option<Found> {
    let sides = [
        (0..run.own, 0..run.other),
        (
            run.own + run.len..x.words.len(),
            run.other + run.len..y.words.len(),
        ),
    ];
    let lacks = |own: &Piece<'_>, of: &Range<usize>, other: &Piece<'_>| {
        let near = page.near(other.told, 1).take(AROUND);
        let there = || {
            let runs = cut::runs(&own.vocabulary()[of.clone()]);
            cut::quotes(page, other.told.place.article, &runs)
        };
        of.is_empty() || is_missing(own, of, near) && !there()
    };
    let told = sides.into_iter().find(|(a, b)| {
        let words = (&x.words()[a.clone()], &y.words()[b.clone()]);
        a.len() + b.len() > 0
            && !same::same(x.told.text, words.0, y.told.text, words.1)
            && lacks(x, a, y)
            && lacks(y, b, x)
    });
    let (a, b) = told?;
    // With the run, so that the words are not torn out of their sentence.
    let whole = |of: Range<usize>, at: usize| match of.is_empty() {
        true => at..at + run.len,
        false => of.start.min(at)..of.end.max(at + run.len),
    };
    let (a, b) = (x.mark(whole(a, run.own)), y.mark(whole(b, run.other)));
    Some(Found::pair(DiscrepancyKind::Quote, a, b))
}

/// Whether none of these sentences has all words of substance of a stretch; one that has none is
/// missing wherever it does not stand.
fn is_missing<'a>(
    own: &Piece<'_>,
    of: &Range<usize>,
    mut near: impl Iterator<Item = &'a Told<'a>>,
) -> bool {
    let words = own.vocabulary()[of.clone()].iter();
    let words: Vec<Word> = words.filter(|it| !it.stop).copied().collect();
    let has_all = |told: &Told<'_>| words.iter().all(|it| told.find(*it).is_some());
    words.is_empty() || !near.any(has_all)
}
