//! What an article is about: the words that two of its paragraphs have or more. A line of the site has
//! few of them, a headline has most of its own among them. Cost: one look at each word.

use std::hash::BuildHasher;

use foldhash::{HashMap, HashSet, fast::FixedState};

use crate::text::common;

/// Letters of the shortest word that counts, and of the shortest name.
const LETTERS: usize = 4;
const NAME: usize = 3;
/// Letters by which words are compared.
const FIRST: usize = 5;

/// The words, hashed.
#[derive(Debug, Default)]
pub(crate) struct Topic {
    found: HashSet<u64>,
    /// By word the last paragraph that has it.
    last: HashMap<u64, usize>,
    paragraphs: usize,
}

/// How many words of substance something has, and how many of them are the article's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Share {
    pub(crate) own: usize,
    pub(crate) all: usize,
}

impl Topic {
    /// Of some paragraphs.
    pub(crate) fn new<'a>(paragraphs: impl Iterator<Item = &'a str>) -> Self {
        let mut topic = Self::default();
        topic.add(paragraphs);
        topic
    }

    /// Takes more paragraphs in.
    pub(crate) fn add<'a>(&mut self, paragraphs: impl Iterator<Item = &'a str>) {
        for words in paragraphs {
            self.paragraphs += 1;
            for key in keys(words) {
                let last = self.last.insert(key, self.paragraphs);
                if last.is_some_and(|it| it != self.paragraphs) {
                    self.found.insert(key);
                }
            }
        }
    }

    pub(crate) fn share(&self, words: &str) -> Share {
        let keys: HashSet<u64> = keys(words).collect();
        let own = keys.iter().filter(|it| self.found.contains(it)).count();
        let all = keys.len();
        Share { own, all }
    }
}

impl Share {
    /// Whether so many words are the article's, and at least one in `one_in`.
    pub(crate) fn is(self, fewest: usize, one_in: usize) -> bool {
        fewest <= self.own && self.all <= one_in * self.own
    }
}

/// The words of substance, without case, by their first letters: "halted" and "halt" are one.
fn keys(words: &str) -> impl Iterator<Item = u64> + '_ {
    let state = FixedState::default();
    let parts = words.split(|c: char| !c.is_alphanumeric());
    parts.filter_map(move |it| {
        let name = NAME <= it.len() && it.starts_with(char::is_uppercase);
        if it.len() < LETTERS && !name {
            return None;
        }
        let word = it.to_lowercase();
        let one = word.strip_suffix('s').unwrap_or(&word);
        let end = one.char_indices().nth(FIRST).map_or(one.len(), |it| it.0);
        (!common::is_stop(&word)).then(|| state.hash_one(&one[..end]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_substance() {
        assert_eq!(keys("The pier of UNO was shut in the storms").count(), 4);
        assert_eq!(keys("storm").next(), keys("Storms").next());
        let topic = Topic::new(["The pier was shut.", "Storms shut the pier."].into_iter());
        assert_eq!(topic.share("Storm shuts pier"), Share { own: 2, all: 3 });
    }
}
