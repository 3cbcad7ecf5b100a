//! The very words of a target in an article that is, or may be, the one it was taken from.
//!
//! Neighbours decide: an occurrence is the old place where the words before it or after it are
//! the old ones. Where the article held the words more than once from the start, both neighbours
//! must be, since one that is left may be another than the one that was meant.

use crate::{
    model::note::Target,
    store::anchor::stream::{self, Range, Stream},
};

/// Bytes of a neighbour that must agree (fewer where there are fewer).
const AGREE: usize = 40;

/// What was found.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// In the old place.
    Kept(Range),
    Moved(Range),
    Several(Vec<Range>),
    Nothing,
}

/// The plain words before and after a target.
#[derive(Debug)]
pub(crate) struct Neighbours {
    pub(crate) before: String,
    pub(crate) after: String,
}

impl Neighbours {
    pub(crate) fn new(target: &Target) -> Self {
        Self {
            before: stream::plain(&target.prefix),
            after: stream::plain(&target.suffix),
        }
    }

    /// Whether the words before a run are those that stood before the target.
    pub(crate) fn before(&self, stream: &Stream, range: Range) -> bool {
        let (now, then) = (stream.before(range), self.before.as_str());
        !then.is_empty() && now.ends_with(end_of(then))
    }

    pub(crate) fn after(&self, stream: &Stream, range: Range) -> bool {
        let (now, then) = (stream.after(range), self.after.as_str());
        !then.is_empty() && now.starts_with(start_of(then))
    }

    /// Whether both sides are as they were, an end of the article being a side, too.
    pub(crate) fn both(&self, stream: &Stream, range: Range) -> bool {
        let before = self.before(stream, range) || self.at_start(range);
        let after = self.after(stream, range) || self.at_end(stream, range);
        before && after
    }

    pub(crate) fn either(&self, stream: &Stream, range: Range) -> bool {
        self.before(stream, range) || self.after(stream, range)
    }

    fn at_start(&self, range: Range) -> bool {
        self.before.is_empty() && range.first == 0
    }

    fn at_end(&self, stream: &Stream, range: Range) -> bool {
        self.after.is_empty() && range.last + 1 == stream.len()
    }
}

/// Looks for the words of a target.
pub(crate) fn find(stream: &Stream, target: &Target) -> Found {
    let neighbours = Neighbours::new(target);
    let all = stream.find(&stream::plain(&target.exact));
    let both = with(&all, |it| neighbours.both(stream, it));
    let either = with(&all, |it| neighbours.either(stream, it));
    match (all.as_slice(), both.as_slice(), either.as_slice()) {
        // Other programs quote any words, and do not tell what the article said.
        ([], ..) if target.article.hash.is_empty() => part(stream, target),
        ([], ..) => Found::Nothing,
        (_, [one], _) => Found::Kept(*one),
        (_, [_, _, ..], _) => Found::Several(both),
        _ if 1 < target.copies => Found::Several(all),
        (_, [], [one]) => Found::Kept(*one),
        (_, [], [_, _, ..]) => Found::Several(either),
        ([one], ..) => Found::Moved(*one),
        _ => Found::Several(all),
    }
}

/// Looks for words that are no whole sentences.
fn part(stream: &Stream, target: &Target) -> Found {
    let neighbours = Neighbours::new(target);
    let all = stream.parts(&stream::plain(&target.exact));
    let (before, after) = (end_of(&neighbours.before), start_of(&neighbours.after));
    let fits = |it: &&(std::ops::Range<usize>, Range)| {
        let (then, now) = (&stream.text[..it.0.start], &stream.text[it.0.end..]);
        then.trim_end().ends_with(before.trim_end())
            && now.trim_start().starts_with(after.trim_start())
    };
    let fitting: Vec<Range> = all.iter().filter(fits).map(|it| it.1).collect();
    match (all.as_slice(), fitting.as_slice()) {
        ([], _) => Found::Nothing,
        (_, [one]) => Found::Kept(*one),
        ([one], _) => Found::Moved(one.1),
        (_, []) => Found::Several(all.into_iter().map(|it| it.1).collect()),
        _ => Found::Several(fitting),
    }
}

fn with(all: &[Range], holds: impl Fn(Range) -> bool) -> Vec<Range> {
    all.iter().copied().filter(|it| holds(*it)).collect()
}

fn end_of(text: &str) -> &str {
    let cut = text.len().saturating_sub(AGREE);
    let cut = (cut..=text.len()).find(|at| text.is_char_boundary(*at));
    &text[cut.unwrap_or(text.len())..]
}

fn start_of(text: &str) -> &str {
    let cut = text.len().min(AGREE);
    let cut = (0..=cut).rev().find(|at| text.is_char_boundary(*at));
    &text[..cut.unwrap_or_default()]
}
