//! A sentence whose words have changed, found between its old neighbours and nowhere else: much
//! like the old one is not enough, since articles are full of sentences much like each other. One
//! that says nearly the same elsewhere is only named, for the reader to judge.
//!
//! With both neighbours in place two fifths of the words must be the same, with one of them most.
//! A neighbour itself is never taken for the sentence that stood beside it. Words are compared
//! in order (longest common subsequence), one sentence or up to three at a time, as a sentence may
//! have been split.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::{
    model::note::Target,
    store::anchor::{
        find::Neighbours,
        stream::{self, Range, Stream},
    },
    text::token,
};

/// Sentences into which one may have been split.
const SPLIT: usize = 3;
/// Shares of words alike, with both neighbours in place and with one.
const BOTH: f32 = 0.4;
const ONE: f32 = 0.65;
/// Words of the shortest sentence that is looked for without its neighbours, and places told at most.
const FEWEST: usize = 5;
const SHOWN: usize = 5;
/// Share of words alike from which such a sentence may be the one meant.
const MOVED: f32 = 0.85;
/// Two places that come this near to each other are told as both.
const NEAR: f32 = 0.1;

#[derive(Clone, Copy)]
struct Candidate {
    range: Range,
    both: bool,
    alike: f32,
}

/// The places where the sentence may stand now: none, one, or several that fit as well.
pub(crate) fn edited(stream: &Stream, target: &Target) -> Vec<Range> {
    let neighbours = Neighbours::new(target);
    let words = words(&stream::plain(&target.exact));
    let mut found: Vec<Candidate> = ranges(stream)
        .filter(|it| neighbours.either(stream, *it) && !is_old(stream, *it, &neighbours))
        .map(|range| Candidate {
            range,
            both: neighbours.both(stream, range),
            alike: alike(&words, &self::words(stream.said(range))),
        })
        .filter(|it| (if it.both { BOTH } else { ONE }) <= it.alike)
        .collect();
    found.sort_by(|x, y| y.both.cmp(&x.both).then(y.alike.total_cmp(&x.alike)));
    let Some(best) = found.first().copied() else {
        return Vec::new();
    };
    let rivals = found.iter().filter(|it| {
        it.both == best.both && best.alike - it.alike < NEAR && !overlap(it.range, best.range)
    });
    let rivals = rivals.map(|it| it.range);
    std::iter::once(best.range).chain(rivals).collect()
}

/// The places anywhere in the article that say much the same, nearest first: for one that was moved
/// and changed, which is nowhere for certain.
pub(crate) fn alike_anywhere(stream: &Stream, target: &Target) -> Vec<Range> {
    let neighbours = Neighbours::new(target);
    let words = words(&stream::plain(&target.exact));
    if words.len() < FEWEST {
        return Vec::new();
    }
    let like = |range: Range| {
        let other = self::words(stream.said(range));
        let most = 2.0 * words.len().min(other.len()) as f32;
        // One of quite another length cannot come so near.
        match MOVED * (words.len() + other.len()) as f32 <= most {
            true => alike(&words, &other),
            false => 0.0,
        }
    };
    let all = (0..stream.len()).map(|at| Range {
        first: at,
        last: at,
    });
    let mut found: Vec<(f32, Range)> = all.map(|it| (like(it), it)).collect();
    found.retain(|it| MOVED <= it.0 && !is_old(stream, it.1, &neighbours));
    found.sort_by(|x, y| y.0.total_cmp(&x.0));
    found.into_iter().map(|it| it.1).take(SHOWN).collect()
}

fn ranges(stream: &Stream) -> impl Iterator<Item = Range> {
    let count = stream.len();
    (0..count).flat_map(move |first| {
        (first..count.min(first + SPLIT)).map(move |last| Range { first, last })
    })
}

fn overlap(one: Range, other: Range) -> bool {
    one.first <= other.last && other.first <= one.last
}

/// Whether a sentence of the run stood beside the target already.
fn is_old(stream: &Stream, range: Range, neighbours: &Neighbours) -> bool {
    (range.first..=range.last).any(|at| {
        let said = stream.said(Range {
            first: at,
            last: at,
        });
        said.is_empty()
            || held_before(&neighbours.before, said)
            || held_after(&neighbours.after, said)
    })
}

/// The sentence stands in the words before, or its end begins them.
fn held_before(before: &str, said: &str) -> bool {
    let mut ends = said.match_indices(' ').map(|(at, _)| &said[at + 1..]);
    let cut = |end: &str| is_long(end) && before.starts_with(end);
    before.contains(said) || ends.any(cut)
}

/// The sentence stands in the words after, or its beginning ends them.
fn held_after(after: &str, said: &str) -> bool {
    let mut starts = said.match_indices(' ').map(|(at, _)| &said[..at]);
    let cut = |start: &str| is_long(start) && after.ends_with(start);
    after.contains(said) || starts.any(cut)
}

/// Whether a part of a sentence is enough to know it by.
fn is_long(part: &str) -> bool {
    2 < part.matches(' ').count()
}

fn words(text: &str) -> Vec<String> {
    token::words(text).into_iter().map(|it| it.normal).collect()
}

/// Twice the common words over all words.
fn alike(one: &[String], other: &[String]) -> f32 {
    let operations = capture_diff_slices(Algorithm::Lcs, one, other);
    let common: usize = operations
        .iter()
        .map(|it| match it {
            DiffOp::Equal { len, .. } => *len,
            _ => 0,
        })
        .sum();
    match one.len() + other.len() {
        0 => 0.0,
        all => 2.0 * common as f32 / all as f32,
    }
}
