//! What the reader decided about stories, amounted: this article stands apart, these two stories
//! are one.
//!
//! Of two decisions about the same two articles the later one holds; others never disturb each
//! other, so their order does not matter. Cost: the product of the two lists of each decision.

use std::collections::BTreeMap;

/// A correction of the grouping, over articles of any name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Grouping<A> {
    /// The moved articles are a story of their own, apart from the rest.
    Split { moved: Vec<A>, rest: Vec<A> },
    /// The articles of both lists are one story.
    Merge { one: Vec<A>, other: Vec<A> },
}

/// What holds between two articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tie {
    Apart,
    Together,
}

/// What holds between pairs of articles, the smaller one first.
pub type Ties<A> = BTreeMap<(A, A), Tie>;

impl<A> Grouping<A> {
    /// Both lists: of a split what moved and the rest, of a merge the one and the other.
    pub fn sides(&self) -> (&[A], &[A]) {
        match self {
            Grouping::Split { moved, rest } => (moved, rest),
            Grouping::Merge { one, other } => (one, other),
        }
    }

    /// The same correction over articles of another name; each may be several, or none.
    pub fn translated<B>(&self, name: impl Fn(&A) -> Vec<B>) -> Grouping<B> {
        let all = |it: &[A]| it.iter().flat_map(&name).collect();
        match self {
            Grouping::Split { moved, rest } => Grouping::Split {
                moved: all(moved),
                rest: all(rest),
            },
            Grouping::Merge { one, other } => Grouping::Merge {
                one: all(one),
                other: all(other),
            },
        }
    }
}

/// What corrections amount to, in the order made. A story of which each article is tied to the
/// first is whole, so a merge ties each list to the first of the other, but looses every pair
/// between them.
pub fn ties<A: Copy + Ord>(groupings: &[Grouping<A>]) -> Ties<A> {
    let mut ties = Ties::new();
    for grouping in groupings {
        match grouping {
            Grouping::Split { moved, rest } => {
                between(moved, rest, |pair| _ = ties.insert(pair, Tie::Apart));
                let first = &moved[..moved.len().min(1)];
                between(first, moved, |pair| _ = ties.insert(pair, Tie::Together));
            }
            Grouping::Merge { one, other } => {
                between(one, other, |pair| _ = ties.remove(&pair));
                let first = |it: &[A]| it[..it.len().min(1)].to_vec();
                between(&first(one), other, |pair| {
                    _ = ties.insert(pair, Tie::Together);
                });
                between(one, &first(other), |pair| {
                    _ = ties.insert(pair, Tie::Together);
                });
            }
        }
    }
    ties
}

fn between<A: Copy + Ord>(one: &[A], other: &[A], mut each: impl FnMut((A, A))) {
    for a in one {
        for b in other.iter().filter(|it| *it != a) {
            each(((*a).min(*b), (*a).max(*b)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(moved: &str, rest: &str) -> Grouping<char> {
        Grouping::Split {
            moved: moved.chars().collect(),
            rest: rest.chars().collect(),
        }
    }

    fn merge(one: &str, other: &str) -> Grouping<char> {
        Grouping::Merge {
            one: one.chars().collect(),
            other: other.chars().collect(),
        }
    }

    #[track_caller]
    fn check(made: &[Grouping<char>], expected: &str) {
        let told: Vec<String> = ties(made)
            .iter()
            .map(|((a, b), tie)| format!("{a}{}{b}", if *tie == Tie::Apart { '|' } else { '+' }))
            .collect();
        assert_eq!(told.join(" "), expected);
    }

    #[test]
    fn a_split_sets_apart_and_keeps_what_moved_together() {
        check(&[split("c", "ab")], "a|c b|c");
        check(&[split("cd", "ab")], "a|c a|d b|c b|d c+d");
    }

    #[test]
    fn a_merge_ties_and_undoes_earlier_splits() {
        check(&[merge("ab", "cd")], "a+c a+d b+c");
        check(&[split("c", "ab"), merge("ab", "c")], "a+c b+c");
        check(&[merge("ab", "c"), split("c", "ab")], "a|c b|c");
    }

    #[test]
    fn doing_it_again_changes_nothing() {
        check(&[split("c", "ab"), split("c", "ab")], "a|c b|c");
        check(&[], "");
    }

    #[test]
    fn articles_that_are_not_there_tie_nothing() {
        let there = |it: &char| vec![*it].into_iter().filter(|it| *it != 'a').collect();
        check(&[merge("ab", "cd").translated(there)], "b+c b+d");
        check(&[split("a", "bc").translated(there)], "");
    }
}
