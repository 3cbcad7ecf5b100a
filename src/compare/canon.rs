//! Words made comparable: one form for the ways in which news writes the same thing.
//!
//! Steps: words in a row that are read as one ("United States"); words that name the same ("four",
//! "4"); stems of all others. The tables are `assets/words/phrases.txt` and `same.txt`.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use foldhash::fast::FixedState;

use crate::text::{common, token::Token};

type Phrases = HashMap<&'static str, Vec<(Vec<&'static str>, &'static str)>, FixedState>;

static SAME: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let lines = include_str!("../../assets/words/same.txt").lines();
    let groups = lines.filter(|it| !it.starts_with('#'));
    let pairs = groups.flat_map(|line| {
        let first = line.split(' ').next().unwrap_or_default();
        line.split(' ').map(move |word| (word, first))
    });
    pairs.collect()
});

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let mut by_first = Phrases::default();
    let lines = include_str!("../../assets/words/phrases.txt").lines();
    for (words, form) in lines.filter_map(|line| line.split_once('\t')) {
        let words: Vec<&str> = words.split(' ').collect();
        by_first.entry(words[0]).or_default().push((words, form));
    }
    by_first
});

static TITLES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| common::listed(include_str!("../../assets/words/epithets.txt")).collect());

/// The form of a word that stands alone: its group's first, or its stem.
pub fn form(normal: &str) -> Cow<'_, str> {
    match SAME.get(normal) {
        Some(first) => Cow::Borrowed(first),
        None => common::stem(normal),
    }
}

/// Whether a word stands before names to say who is meant ("president", "envoy").
pub fn is_title(normal: &str) -> bool {
    TITLES.contains(normal)
}

/// The words at the start that are read as one, if there are any: how many, and their form.
pub fn phrase(tokens: &[Token]) -> Option<(usize, &'static str)> {
    let all = PHRASES.get(tokens.first()?.normal.as_str())?;
    let fits = |words: &[&str]| {
        let same = |(word, token): (&&str, &Token)| **word == token.normal;
        words.len() <= tokens.len() && words.iter().zip(tokens).all(same)
    };
    let fitting = all.iter().filter(|(words, _)| fits(words));
    fitting.map(|(words, form)| (words.len(), *form)).max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::token::{Kind, tokens};

    fn said(text: &str) -> Vec<String> {
        let tokens = tokens(text);
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let (count, form) = match phrase(&tokens[at..]) {
                Some((count, form)) => (count, Some(form.to_string())),
                None => (1, single(token)),
            };
            found.extend(form);
            at += count;
        }
        found
    }

    fn single(token: &Token) -> Option<String> {
        let substance = token.kind != Kind::Mark && !common::is_stop(&token.normal);
        substance.then(|| form(&token.normal).into_owned())
    }

    #[track_caller]
    fn check(a: &str, b: &str) {
        assert_eq!(said(a), said(b));
    }

    #[test]
    fn ways_of_writing_the_same_come_out_alike() {
        check("the United States", "the U.S.");
        check("the United States of America", "the US");
        check("four-year talks", "4 years' talk");
        check("American envoys", "a US envoy");
        check("20 per cent", "20%");
    }

    #[test]
    fn other_numbers_are_words_of_substance() {
        check("one of them", "");
        assert_ne!(said("two ferries"), said("three ferries"));
    }
}
