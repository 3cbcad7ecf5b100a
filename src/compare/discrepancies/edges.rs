//! Where two versions of a quotation begin and end: what only one of them has there was cut off.
//!
//! Limits: of what stands before or behind the words in common nothing is known but how like them it
//! is. Cost: a look at the changes.

use std::ops::Range;

use crate::compare::discrepancies::{pair::Change, piece::Piece, spelling};

/// Longer words at the edge that differ are other words, not these words altered.
pub const EDGE: usize = 4;
/// Words at the edge of a part that may be words of the whole altered.
const SHORT: usize = 2;
/// How alike two such words are, from 0 to 1.
const LETTERS: f32 = 0.5;

/// Words of the longer one, what was cut off at either end left out.
pub fn compared(changes: &[Change], a: usize, b: usize, (cut_a, cut_b): (usize, usize)) -> usize {
    let cut = |own: fn(&Change) -> &Range<usize>,
               other: fn(&Change) -> &Range<usize>,
               len: usize,
               other_len: usize| {
        let edge = changes.iter().filter(|it| {
            other(it).is_empty() && (other(it).start == 0 || other(it).end == other_len)
        });
        len - edge.map(|it| own(it).len()).sum::<usize>()
    };
    let own = cut(|it| &it.a, |it| &it.b, a, b) - cut_a;
    own.max(cut(|it| &it.b, |it| &it.a, b, a) - cut_b)
}

/// The changes, the first two as one where a single word of structure stands between them: "for" in
/// "for taking steps", "for his plan, and take steps" is two words.
pub fn joined(a: &Piece<'_>, mut changes: Vec<Change>) -> Vec<Change> {
    if let [first, second, ..] = &changes[..]
        && first.a.start == 0
        && first.b.start == 0
        && second.a.start == first.a.end + 1
        && a.vocabulary()[first.a.end].stop
    {
        let both = Change {
            a: 0..second.a.end,
            b: 0..second.b.end,
        };
        changes.splice(..2, [both]);
    }
    changes
}

/// Cuts off what only the longer one has before the first and behind the last words in common, where
/// the other has a word or two there that may be words of the longer one altered: "for taking steps"
/// within "for his plan, and take steps". Gives how many words were cut off from either.
pub fn trim((a, b): (&Piece<'_>, &Piece<'_>), changes: &mut [Change]) -> (usize, usize) {
    let mut cut = (0, 0);
    for it in changes {
        let first = it.a.start == 0 && it.b.start == 0;
        let last = it.a.end == a.words().len() && it.b.end == b.words().len();
        let (short, long) = (it.a.len().min(it.b.len()), it.a.len().max(it.b.len()));
        if first == last || !(1..=SHORT).contains(&short) || long <= EDGE {
            continue;
        }
        let kept = |of: &Range<usize>| match first {
            true => of.end - short..of.end,
            false => of.start..of.start + short,
        };
        let (own, other) = (kept(&it.a), kept(&it.b));
        if alike((a, &own), (b, &other)) {
            cut = (cut.0 + it.a.len() - short, cut.1 + it.b.len() - short);
            (it.a, it.b) = (own, other);
        }
    }
    cut
}

/// Whether a word of one stretch is nearly the one that stands in its place in the other.
fn alike(x: (&Piece<'_>, &Range<usize>), y: (&Piece<'_>, &Range<usize>)) -> bool {
    let words = |(piece, of): (&Piece<'_>, &Range<usize>)| {
        let all = piece.words()[of.clone()].iter();
        all.map(|it| it.normal.to_string()).collect::<Vec<_>>()
    };
    let near = |(x, y): (&String, &String)| LETTERS <= spelling::likeness(x, y);
    words(x).iter().zip(&words(y)).any(near)
}
