//! Which slight findings are new: not told by another rule in the same words, nor of the same two sentences
//! as one of their kind.
//!
//! Cost: sorting the marks of what is known; for each finding the marks at its places.

use foldhash::HashMap;

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        gather,
    },
    model::{comparison::DiscrepancyKind, index::Place},
    text::span::Span,
};

/// Marks of one finding that are looked at: of a name there are as many as it has mentions.
const MANY: usize = 16;

/// Words of a known finding.
#[derive(Clone, Copy)]
struct Known {
    /// The discrepancy that it is a part of, by a number.
    of: usize,
    kind: DiscrepancyKind,
    span: Span,
}

/// What is told already, by place, and how many discrepancies.
#[derive(Default)]
struct Told {
    at: HashMap<Place, Vec<Known>>,
    many: usize,
}

impl Told {
    /// Findings of one discrepancy.
    fn add<'a>(&mut self, all: impl Iterator<Item = &'a Found>) {
        for it in all {
            for mark in &it.marks {
                let known = Known {
                    of: self.many,
                    kind: it.kind,
                    span: mark.span,
                };
                self.at.entry(mark.place).or_default().push(known);
            }
        }
        self.many += 1;
    }

    /// The discrepancies, by their numbers, that have a mark's words, or that are of the kind and have
    /// its sentence.
    fn of(&self, kind: DiscrepancyKind, mark: &Mark) -> Vec<usize> {
        let all = self.at.get(&mark.place).into_iter().flatten();
        let bare = mark.span.is_empty();
        let same = all.filter(|it| {
            let words = it.span.overlap(mark.span) > 0 || bare && it.span.is_empty();
            it.kind == kind || words
        });
        same.map(|it| it.of).collect()
    }

    /// Whether two readings of a finding stand in one known discrepancy.
    fn has(&self, it: &Found) -> bool {
        let marks = it.marks.iter().take(MANY);
        let of: Vec<_> = marks.map(|mark| (mark, self.of(it.kind, mark))).collect();
        let pairs = (0..of.len()).flat_map(|x| (0..x).map(move |y| (x, y)));
        let mut apart = pairs.filter(|(x, y)| of[*x].0.key != of[*y].0.key);
        apart.any(|(x, y)| of[x].1.iter().any(|at| of[y].1.contains(at)))
    }
}

/// Those that `known` does not tell; what lays the same two counts side by side as a known one is a part of
/// that. Other words in one wording, and phrases of a quotation, are told where no other slight rule tells
/// of them.
pub fn fresh(known: &mut Vec<Found>, mut slight: Vec<Found>) -> Vec<Found> {
    gather::take_up(known, &mut slight);
    let mut told = Told::default();
    for group in gather::groups(known) {
        told.add(group.iter().map(|at| &known[*at]));
    }
    let late = |it: &Found| it.kind == DiscrepancyKind::Wording || it.soft;
    let (late, mut found): (Vec<Found>, Vec<Found>) = slight.into_iter().partition(late);
    found.retain(|it| !told.has(it));
    for it in &found {
        told.add(std::iter::once(it));
    }
    found.extend(late.into_iter().filter(|it| !told.has(it)));
    found
}
