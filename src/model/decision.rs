//! The reader's own decisions: about stories (`grouping`), about links and discrepancies (`ruling`), in
//! words that outlive the bundle they were made on.
//!
//! An article is cited by its names and by a digest of what it says, a sentence by its words and
//! what stands around it; so a decision holds when the bundle is read again, from another folder
//! or with more articles. `store::decided` finds what is meant in what is open.

use std::{collections::BTreeMap, fmt};

use crate::{
    model::{
        grouping::Grouping,
        ruling::{Judged, Ruling, Verdict},
        target::{Cited, Target},
    },
    text::digest,
};

/// Names a decision for good: `d-` and ten digits of base 32.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DecisionId(pub String);

impl DecisionId {
    /// `at` is the moment it was made, to the microsecond; `process` tells windows apart.
    pub fn new(at: &str, process: u32) -> Self {
        Self(format!(
            "d-{}",
            digest::short(&format!("{at}\n{process}"), 10)
        ))
    }
}

impl fmt::Display for DecisionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    Group(Grouping<Cited>),
    /// Two sentences of different articles.
    Link(Ruling, Box<(Target, Target)>),
    /// A discrepancy, by a sentence of each reading.
    Judge(Verdict, Judged<Target>),
}

/// A decision with its name and its moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    pub id: DecisionId,
    /// RFC 3339, in UTC, with microseconds, so that decisions made in one second keep their order.
    pub at: String,
    pub decision: Decision,
}

impl Decided {
    /// One that has not been recorded yet.
    pub fn fresh(decision: Decision) -> Self {
        Self {
            id: DecisionId::default(),
            at: String::new(),
            decision,
        }
    }
}

/// All decisions at hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions {
    by_id: BTreeMap<DecisionId, Decided>,
}

impl Decisions {
    pub fn get(&self, id: &DecisionId) -> Option<&Decided> {
        self.by_id.get(id)
    }

    /// Takes one in, in place of the one with its id; gives back that.
    pub fn put(&mut self, decided: Decided) -> Option<Decided> {
        self.by_id.insert(decided.id.clone(), decided)
    }

    pub fn remove(&mut self, id: &DecisionId) -> Option<Decided> {
        self.by_id.remove(id)
    }

    /// In the order made.
    pub fn iter(&self) -> impl Iterator<Item = &Decided> {
        let mut all: Vec<&Decided> = self.by_id.values().collect();
        all.sort_by(|x, y| (&x.at, &x.id).cmp(&(&y.at, &y.id)));
        all.into_iter()
    }

    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decided(at: &str, process: u32) -> Decided {
        let one = |name: &str| Cited {
            source: name.into(),
            ..Cited::default()
        };
        Decided {
            id: DecisionId::new(at, process),
            at: at.into(),
            decision: Decision::Group(Grouping::Merge {
                one: vec![one("a")],
                other: vec![one("b")],
            }),
        }
    }

    #[test]
    fn decisions_stand_in_the_order_made() {
        let mut all = Decisions::default();
        for at in ["10:00:00.000002Z", "10:00:00.000010Z", "09:00:00.000000Z"] {
            assert_eq!(all.put(decided(at, 1)), None);
        }
        let order: Vec<&str> = all.iter().map(|it| it.at.as_str()).collect();
        assert_eq!(
            order,
            ["09:00:00.000000Z", "10:00:00.000002Z", "10:00:00.000010Z"]
        );
    }

    #[test]
    fn putting_one_again_replaces_it() {
        let mut all = Decisions::default();
        let one = decided("10:00", 1);
        all.put(one.clone());
        assert_eq!(all.put(one.clone()), Some(one.clone()));
        assert_eq!((all.len(), all.remove(&one.id)), (1, Some(one.clone())));
        assert_eq!(all.remove(&one.id), None);
        assert_ne!(DecisionId::new("10:00", 1), DecisionId::new("10:00", 2));
    }
}
