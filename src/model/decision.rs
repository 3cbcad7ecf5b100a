//! What the reader decided about stories: this article stands apart, these two stories are one.
//!
//! Articles are known by what they say, not by where they stand, so a decision holds when the
//! bundle is read again, from another folder or with more articles. Of two decisions about the
//! same two articles the later one holds; others never disturb each other, so their order does not
//! matter.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::article::Article;

/// An article by what it says: a hash of its source, its headline and the words of its sentences,
/// 16 hexadecimal digits. White space and what was dropped do not count.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ArticleKey(String);

impl ArticleKey {
    pub fn of(article: &Article) -> Self {
        let mut hash = Fnv::default();
        hash.words(article.source());
        hash.words(article.meta().title.as_deref().unwrap_or_default());
        for sentence in article.sentences() {
            hash.words(sentence.span.of(article.text()));
        }
        Self(format!("{:016x}", hash.0))
    }
}

/// One decision of the reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "decision")]
pub enum Decision {
    /// The moved articles are a story of their own, apart from the rest.
    Split {
        moved: Vec<ArticleKey>,
        rest: Vec<ArticleKey>,
    },
    /// The articles of both lists are one story.
    Merge {
        one: Vec<ArticleKey>,
        other: Vec<ArticleKey>,
    },
}

/// All decisions, in the order made: take the last away to undo it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Decisions {
    pub made: Vec<Decision>,
}

/// What holds between two articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tie {
    Apart,
    Together,
}

/// What holds between pairs of articles, the smaller key first.
pub type Ties<'a> = BTreeMap<(&'a ArticleKey, &'a ArticleKey), Tie>;

impl Decisions {
    /// What the decisions amount to. A story of which each article is tied to the first is whole,
    /// so a merge ties each list to the first of the other, but looses every pair between them.
    pub fn ties(&self) -> Ties<'_> {
        let mut ties = Ties::new();
        for decision in &self.made {
            match decision {
                Decision::Split { moved, rest } => {
                    between(moved, rest, |pair| _ = ties.insert(pair, Tie::Apart));
                    between(&moved[..moved.len().min(1)], moved, |pair| {
                        _ = ties.insert(pair, Tie::Together);
                    });
                }
                Decision::Merge { one, other } => {
                    between(one, other, |pair| _ = ties.remove(&pair));
                    let (first, second) = (one.first(), other.first());
                    between(first, other, |pair| _ = ties.insert(pair, Tie::Together));
                    between(one, second, |pair| _ = ties.insert(pair, Tie::Together));
                }
            }
        }
        ties
    }
}

fn between<'a>(
    one: impl IntoIterator<Item = &'a ArticleKey>,
    other: impl IntoIterator<Item = &'a ArticleKey> + Clone,
    mut each: impl FnMut((&'a ArticleKey, &'a ArticleKey)),
) {
    for a in one {
        for b in other.clone() {
            if a != b {
                each((a.min(b), a.max(b)));
            }
        }
    }
}

/// Fowler, Noll and Vo's hash (FNV-1a, 64 bits): the same on every machine and in every version.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    /// Adds the words, and an end, so that "ab" "c" and "a" "bc" differ.
    fn words(&mut self, text: &str) {
        for word in text.split_whitespace() {
            word.bytes().for_each(|it| self.byte(it));
            self.byte(0xff);
        }
        self.byte(0xfe);
    }

    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(names: &str) -> Vec<ArticleKey> {
        names.chars().map(|it| ArticleKey(it.to_string())).collect()
    }

    fn split(moved: &str, rest: &str) -> Decision {
        Decision::Split {
            moved: keys(moved),
            rest: keys(rest),
        }
    }

    fn merge(one: &str, other: &str) -> Decision {
        Decision::Merge {
            one: keys(one),
            other: keys(other),
        }
    }

    #[track_caller]
    fn check(made: &[Decision], expected: &str) {
        let decisions = Decisions {
            made: made.to_vec(),
        };
        let told: Vec<String> = decisions
            .ties()
            .iter()
            .map(|((a, b), tie)| {
                format!(
                    "{}{}{}",
                    a.0,
                    if *tie == Tie::Apart { '|' } else { '+' },
                    b.0
                )
            })
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
    fn decisions_survive_being_written_and_read() {
        let made = Decisions {
            made: vec![split("c", "ab"), merge("ab", "d")],
        };
        let written = serde_json::to_string(&made).unwrap();
        assert!(
            written.starts_with(r#"[{"decision":"split","moved":["c"],"rest":["a","b"]}"#),
            "{written}"
        );
        assert_eq!(serde_json::from_str::<Decisions>(&written).unwrap(), made);
    }
}
