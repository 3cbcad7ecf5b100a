//! Two linked sentences laid side by side: which words answer which.
//!
//! The words are aligned by the Patience difference of their normal forms. Rules ask three things:
//! what stands opposite some words, whether some words are answered by the same words, and how
//! much two places share of their surroundings. Cost: the difference is made when first asked for.

use std::{cell::OnceCell, ops::Range};

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices};

use crate::{compare::discrepancies::page::Told, model::comparison::LinkKind, text::span::Span};

/// Words on each side of a place that are its surroundings.
const REACH: usize = 6;

/// Words at most on each side of a change in which one thing stands for another.
const SHORT: usize = 6;

/// Two sentences of different articles that share what they say.
pub struct Pair<'a> {
    pub a: &'a Told<'a>,
    pub b: &'a Told<'a>,
    pub kind: LinkKind,
    pub ambiguous: bool,
    operations: OnceCell<Vec<DiffOp>>,
}

/// A stretch of words that the other sentence does not have: by index, either may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub a: Range<usize>,
    pub b: Range<usize>,
}

impl<'a> Pair<'a> {
    pub fn new(a: &'a Told<'a>, b: &'a Told<'a>, kind: LinkKind, ambiguous: bool) -> Self {
        Self {
            a,
            b,
            kind,
            ambiguous,
            operations: OnceCell::new(),
        }
    }

    /// Whether one is worded after the other.
    pub fn same_wording(&self) -> bool {
        self.kind <= LinkKind::Edited
    }

    fn operations(&self) -> &[DiffOp] {
        self.operations.get_or_init(|| {
            let forms =
                |it: &'a Told<'a>| it.words.iter().map(|it| &*it.normal).collect::<Vec<_>>();
            capture_diff_slices(Algorithm::Patience, &forms(self.a), &forms(self.b))
        })
    }

    /// Every stretch that changed, in order; a removal beside an addition is one change.
    pub fn changes(&self) -> Vec<Change> {
        let mut found: Vec<Change> = Vec::new();
        for it in self.operations() {
            let (tag, a, b) = it.as_tag_tuple();
            if tag == DiffTag::Equal {
                continue;
            }
            match found
                .last_mut()
                .filter(|last| last.a.end == a.start && last.b.end == b.start)
            {
                Some(last) => (last.a.end, last.b.end) = (a.end, b.end),
                None => found.push(Change { a, b }),
            }
        }
        found
    }

    /// Whether both spans lie in one change, so that one stands for the other.
    pub fn opposite(&self, a: Span, b: Span) -> bool {
        let (a, b) = (self.a.covered(a), self.b.covered(b));
        let meets = |x: &Range<usize>, y: &Range<usize>| x.start < y.end && y.start < x.end;
        let short = |it: &Change| it.a.len().max(it.b.len()) <= SHORT;
        let changes = self.changes();
        let mut near = changes.iter().filter(|it| short(it));
        near.any(|it| meets(&it.a, &a) && meets(&it.b, &b))
    }

    /// How many words of substance two places share in their surroundings.
    pub fn shared_around(&self, a: Span, b: Span) -> usize {
        let (near_a, near_b) = (self.a.around(a, REACH), self.b.around(b, REACH));
        let mut shared: Vec<&str> = near_a
            .into_iter()
            .filter(|it| near_b.contains(it))
            .collect();
        shared.sort_unstable();
        shared.dedup();
        shared.len()
    }

    /// Whether a place of `own`, which is one of the two, and a place of the other share enough of
    /// their surroundings: more where less of the wording is common, or another partner fits.
    pub fn same_surroundings(&self, own: &Told<'_>, here: Span, there: Span) -> bool {
        let needed = match self.kind {
            LinkKind::Verbatim | LinkKind::Edited => 1,
            LinkKind::Paraphrase if !self.ambiguous => 2,
            _ => 3,
        };
        let shared = match own.place == self.a.place {
            true => self.shared_around(here, there),
            false => self.shared_around(there, here),
        };
        needed <= shared
    }

    /// Whether two places of the pair tell of the same thing: one stands for the other, or they
    /// share enough of their surroundings for a link of this kind.
    pub fn same_thing(&self, a: Span, b: Span) -> bool {
        let needed = match self.kind {
            LinkKind::Verbatim | LinkKind::Edited if self.opposite(a, b) => return true,
            LinkKind::Verbatim | LinkKind::Edited => 1,
            LinkKind::Paraphrase | LinkKind::Partial => 2,
        };
        needed <= self.shared_around(a, b)
    }
}
