//! Whether words that begin as a line of the site does are a sentence of the article after all:
//! "Published on Monday, the study followed 1,204 children." It ends as a statement does, holds words
//! that neither dates nor names go with, and speaks to no reader; or it says who said it. What begins with
//! a capital behind a label ("Related: Pier shut.") is a title. The words are
//! in `assets/clean/prose.txt`. Asked only of lines that fit a pattern marked with `~`, so that it
//! costs nothing elsewhere.

use std::{collections::HashSet, sync::LazyLock};

use crate::text::saying;

/// Words of a sentence that are enough: "Read: the talks failed."
const FEWEST: usize = 2;
/// Words behind the last comma in which the verb of saying stands.
const ATTRIBUTION: usize = 7;

/// Words that go with dates and names, and words that speak to the reader.
struct Words {
    credits: HashSet<&'static str>,
    readers: HashSet<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let list = include_str!("../../../assets/clean/prose.txt");
    let mut lines = list.lines().filter(|it| !it.starts_with(';'));
    let mut words = || {
        let line = lines.next().unwrap_or_default();
        line.split(' ').collect()
    };
    Words {
        credits: words(),
        readers: words(),
    }
});

/// Whether words are a sentence of the article, whatever they begin with.
pub(crate) fn is_sentence(words: &str) -> bool {
    let mut parts = words.split_whitespace();
    let first = parts.next().unwrap_or_default();
    let glued = first.trim_end_matches(':').contains(':');
    let capital = parts
        .next()
        .is_some_and(|it| it.starts_with(char::is_uppercase));
    if glued || first.ends_with(':') && capital || !is_statement(words) {
        return false;
    }
    let lower = || {
        let words = words.split(|c: char| !c.is_alphabetic() && !matches!(c, '\'' | '’'));
        words.filter(|it| 1 < it.len() && it.starts_with(char::is_lowercase))
    };
    let own = lower().filter(|it| !WORDS.credits.contains(it)).count();
    FEWEST <= own && (is_attributed(words) || !speaks_to_reader(words))
}

/// Whether what stands behind the last comma says who said the rest: ", police warned."
pub(crate) fn is_attributed(words: &str) -> bool {
    let Some((_, last)) = words.rsplit_once([',', '”', '"', '’']) else {
        return false;
    };
    let verb = |it: &str| saying::is_verb(it.trim_end_matches(['.', ',']));
    is_statement(words)
        && last.split_whitespace().count() <= ATTRIBUTION
        && last.split_whitespace().any(verb)
}

fn is_statement(words: &str) -> bool {
    let closing = ['"', '”', '\'', '’', ')'];
    words.trim_end_matches(closing).ends_with('.')
}

/// Whether words speak to the reader, or of the site.
pub(crate) fn speaks_to_reader(words: &str) -> bool {
    // "Watch: the film tells it." speaks to nobody behind its label.
    let label = words.split_whitespace().next().unwrap_or_default();
    let told = words.strip_prefix(label).filter(|_| label.ends_with(':'));
    let lower = told.unwrap_or(words).to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric() && c != '@');
    words.any(|it| WORDS.readers.contains(it) || it.contains('@'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: bool) {
        assert_eq!(is_sentence(words), expected, "{words}");
    }

    #[test]
    fn sentences_of_articles() {
        for words in [
            "Published on Monday in a journal, the study followed 1,204 piers.",
            "Written by a former aide, the book tells of years at the pier.",
            "Reporting by the Gazette led to the harbour master's fall.",
            "Related: two men were charged with moving the boats.",
            "Sign in to the harbour failed for thousands on Monday.",
            "Click here and you lose your boat, the harbour office warned.",
            "Sign up for the ferry opens on Tuesday, the company said.",
            "Read: the talks failed.",
            "Watch: the film tells how the dam gave way.",
        ] {
            check(words, true);
        }
    }

    #[test]
    fn lines_of_sites() {
        for words in [
            "Published on Monday 3 May 2024.",
            "Updated at 1:44 p.m.",
            "Related:This pier was shut for days.",
            "Read: The pier sent a message to Pelham.",
            "Reporting by Ana Roe in Pelham and Ida Vale in Orrin; editing by Jon Pell.",
            "Written by our staff, with agencies.",
            "Related: Ten piers to see before they fall",
            "Sign in to save this article to your list.",
            "Click here to read more stories from Pelham.",
            "Sign up for our newsletter and get the best of the pier every day.",
        ] {
            check(words, false);
        }
    }
}
