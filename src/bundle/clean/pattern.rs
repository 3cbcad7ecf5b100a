//! Patterns of lines that are no part of an article, kept as data in `assets/clean`.
//!
//! A line is brought to a key first: lower case, words with single blanks, every number as `#`,
//! of the signs only `: ? @ |`. A pattern is written like a key; `*` stands for anything. So
//! "Slideshow (4 Images)" has the key `slideshow # images`. Patterns are found by the first word
//! of the key, or by the last; the whole key is made only where the words before a pattern's first
//! star are there too. Which lists are asked at all is told by [`lists`](super::lists).

use std::collections::HashMap;

/// Bytes at the end of a text in which its last word is looked for.
const TAIL: usize = 40;
/// Bytes of the key that are made before the first comparison with a pattern; more than the
/// longest first word has.
pub(crate) const HEAD: usize = 24;

/// A list of patterns, found by the first word, or by the last where they begin with `*`.
#[derive(Debug, Default)]
pub(crate) struct Patterns {
    pub(crate) by_first: Table,
    pub(crate) by_last: Table,
}

/// Patterns by one of their words.
pub(crate) type Table = HashMap<&'static str, Vec<&'static str>>;

impl Patterns {
    /// One pattern a line; `;` begins a comment. A pattern that begins with `*` ends with a word.
    pub(crate) fn new(list: &'static str) -> Self {
        let mut found = Self::default();
        let lines = list.lines().map(str::trim);
        for line in lines.filter(|it| !it.is_empty() && !it.starts_with(';')) {
            let first = line.split([' ', '*']).next().unwrap_or_default();
            let last = line.rsplit([' ', '*']).next().unwrap_or_default();
            match first {
                "" => found.by_last.entry(last).or_default().push(line),
                _ => found.by_first.entry(first).or_default().push(line),
            }
        }
        found
    }

    /// Whether a pattern that begins with a word fits the words.
    pub(crate) fn fit_front(&self, words: &str) -> bool {
        let (head, whole) = head(words);
        let first = head.split(' ').next().unwrap_or_default();
        let begins = |pattern: &&&str| {
            let fixed = pattern.split('*').next().unwrap_or_default();
            head.starts_with(fixed) || (!whole && fixed.starts_with(&head))
        };
        let mut known = under(&self.by_first, first).filter(begins).peekable();
        known.peek().is_some() && {
            let key = key(words);
            known.any(|it| fits(it, &key))
        }
    }

    /// Whether a pattern that begins with `*` fits the words.
    pub(crate) fn fit_back(&self, words: &str) -> bool {
        let last = last_word(words);
        let mut known = under(&self.by_last, &last).peekable();
        known.peek().is_some() && {
            let key = key(words);
            known.any(|it| fits(it, &key))
        }
    }
}

fn under<'a>(table: &'a Table, word: &str) -> impl Iterator<Item = &'a &'static str> {
    table.get(word).into_iter().flatten()
}

/// The beginning of the key, and whether it is the whole key.
fn head(words: &str) -> (String, bool) {
    let mut parts = Key::default();
    parts.out.reserve(2 * HEAD);
    for c in words.chars() {
        if HEAD <= parts.out.len() {
            return (parts.out, false);
        }
        parts.push(c);
    }
    (parts.out, true)
}

fn last_word(words: &str) -> String {
    let from = words.len().saturating_sub(TAIL);
    let from = (from..=words.len()).find(|at| words.is_char_boundary(*at));
    let mut key = key(&words[from.unwrap_or_default()..]);
    let at = key.rfind(' ').map_or(0, |at| at + 1);
    key.split_off(at)
}

fn fits(pattern: &str, key: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = key.strip_prefix(first) else {
        return false;
    };
    let mut open = false;
    let mut last = first;
    for part in parts {
        open = true;
        last = part;
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    match open {
        true => last.is_empty() || rest.is_empty() || key.ends_with(last),
        false => rest.is_empty(),
    }
}

/// The key of a line.
pub(crate) fn key(line: &str) -> String {
    let mut key = Key::default();
    key.out.reserve(line.len());
    line.chars().for_each(|c| key.push(c));
    key.out
}

/// A key while it is made.
#[derive(Default)]
struct Key {
    out: String,
    /// Whether the next letter begins a word.
    parted: bool,
}

impl Key {
    fn push(&mut self, c: char) {
        match c {
            '\'' | '’' | '‘' => (),
            ':' | '?' | '|' => {
                self.out.push(c);
                self.parted = true;
            }
            '@' | '©' => {
                self.part();
                self.out.push_str(if c == '@' { "@" } else { "copyright" });
                self.parted = c == '©';
            }
            '0'..='9' if self.out.ends_with('#') && !self.parted => (),
            '0'..='9' => self.letter('#'),
            'a'..='z' => self.letter(c),
            'A'..='Z' => self.letter(c.to_ascii_lowercase()),
            _ if c.is_alphanumeric() => c.to_lowercase().for_each(|c| self.letter(c)),
            _ => self.parted = true,
        }
    }

    fn letter(&mut self, c: char) {
        if self.parted {
            self.part();
        }
        self.parted = false;
        self.out.push(c);
    }

    fn part(&mut self) {
        if !self.out.is_empty() {
            self.out.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys() {
        assert_eq!(key("Slideshow (4 Images)"), "slideshow # images");
        assert_eq!(key("— Ana (@ana_roe) May 3, 2024"), "ana @ana roe may # #");
        assert_eq!(key("Don’t miss: 1,200 things"), "dont miss: # # things");
    }

    #[test]
    fn stars_stand_for_anything() {
        let patterns = Patterns::new("; comment\nread more\nfor * see coverage *\n* min read");
        assert!(patterns.fit_front("Read More"));
        assert!(!patterns.fit_front("read more books"));
        assert!(patterns.fit_front("For Background,See Coverage By Them."));
        assert!(patterns.fit_back("a 5 min read"));
        assert!(!patterns.fit_front("for background see"));
        assert!(!patterns.fit_front("") && !patterns.fit_back(""));
    }
}
