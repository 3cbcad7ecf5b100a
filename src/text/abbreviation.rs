//! The word lists that sentence splitting asks: abbreviations, words that begin sentences, verbs
//! of speech. They are data under `assets/text`; read once, at first use.

use std::{borrow::Cow, sync::LazyLock};

use foldhash::{HashMap, HashSet};

/// Bytes of the longest abbreviation without points.
pub const LONGEST: usize = 6;

/// What a full stop after an abbreviation can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A name follows: "Mr.", "Gen."
    Title,
    /// A figure follows: "No.", "p."
    Number,
    /// A month or weekday: a figure may follow.
    Month,
    /// Never at an end: "e.g."
    Inner,
    /// The next word decides: "Inc.", "Calif."
    Either,
}

static KINDS: LazyLock<HashMap<&str, Kind>> = LazyLock::new(|| {
    let lines = lines(include_str!("../../assets/text/abbreviations.txt"));
    let words = |line: &'static str| {
        let mut words = line.split_ascii_whitespace();
        let kind = words.next().map_or(Kind::Either, kind);
        words.map(move |word| (word, kind))
    };
    lines.flat_map(words).collect()
});
static STARTERS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| words(include_str!("../../assets/text/starters.txt")));
static SPEECH: LazyLock<HashSet<&str>> =
    LazyLock::new(|| words(include_str!("../../assets/text/speech-verbs.txt")));

fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#'))
}

fn words(list: &'static str) -> HashSet<&'static str> {
    lines(list).flat_map(str::split_ascii_whitespace).collect()
}

fn kind(name: &str) -> Kind {
    match name {
        "title" => Kind::Title,
        "number" => Kind::Number,
        "month" => Kind::Month,
        "inner" => Kind::Inner,
        _ => Kind::Either,
    }
}

/// The kind of an abbreviation, given without its last full stop, in any case.
pub fn abbreviation(word: &str) -> Option<Kind> {
    ask(&KINDS, word).copied()
}

/// Whether a word is one that often begins a sentence and is no part of a name.
pub fn begins_sentences(word: &str) -> bool {
    STARTERS.contains(lower(word).as_ref())
}

/// Whether a word is a verb of speech: "said", "asked".
pub fn speaks(word: &str) -> bool {
    SPEECH.contains(lower(word).as_ref())
}

fn ask<'a, T>(table: &'a HashMap<&str, T>, word: &str) -> Option<&'a T> {
    table.get(lower(word).as_ref())
}

fn lower(word: &str) -> Cow<'_, str> {
    match word
        .bytes()
        .all(|it| it.is_ascii() && !it.is_ascii_uppercase())
    {
        true => Cow::Borrowed(word),
        false if word.is_ascii() => Cow::Owned(word.to_ascii_lowercase()),
        false => Cow::Owned(word.replace('’', "'").to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_told_in_any_case() {
        assert_eq!(abbreviation("Mr"), Some(Kind::Title));
        assert_eq!(abbreviation("GEN"), Some(Kind::Title));
        assert_eq!(abbreviation("Sept"), Some(Kind::Month));
        assert_eq!(abbreviation("e.g"), Some(Kind::Inner));
        assert_eq!(abbreviation("Gov’t"), Some(Kind::Either));
        assert_eq!(abbreviation("harbour"), None);
    }

    #[test]
    fn no_word_has_two_kinds() {
        let list = include_str!("../../assets/text/abbreviations.txt");
        let all = lines(list).flat_map(|line| line.split_ascii_whitespace().skip(1));
        assert_eq!(all.count(), KINDS.len());
        assert!(
            KINDS
                .keys()
                .all(|it| it.len() <= LONGEST || it.contains(['.', '\'']))
        );
    }
}
