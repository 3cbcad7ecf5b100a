//! Patterns of lines that are no part of an article, kept as data in `assets/clean`.
//!
//! A line is brought to a key first: lower case, words with single blanks, every number as `#`,
//! of the signs only `: ? @ |`. A pattern is written like a key; `*` stands for anything. So
//! "Slideshow (4 Images)" has the key `slideshow # images`. Patterns are found by the first word
//! of the key, or by the last; the whole key is made only where one of them is known. Cost: two
//! short words a line.

use std::collections::HashMap;

/// Bytes of the longest text that is looked at.
pub(crate) const LONGEST: usize = 400;
/// Bytes at the end of a text in which its last word is looked for.
const TAIL: usize = 40;

/// A list of patterns, found by the first word, or by the last where they begin with `*`.
#[derive(Debug, Default)]
pub(crate) struct Patterns {
    by_first: HashMap<&'static str, Vec<&'static str>>,
    by_last: HashMap<&'static str, Vec<&'static str>>,
}

impl Patterns {
    /// One pattern a line; `;` begins a comment. A pattern that begins with `*` ends with a word.
    pub(crate) fn new(list: &'static str) -> Self {
        let mut found = Self::default();
        let lines = list.lines().map(str::trim);
        for line in lines.filter(|it| !it.is_empty() && !it.starts_with(';')) {
            let first = line.split([' ', '*']).next().unwrap_or_default();
            let last = line.rsplit([' ', '*']).next().unwrap_or_default();
            let (table, word) = match first {
                "" => (&mut found.by_last, last),
                _ => (&mut found.by_first, first),
            };
            table.entry(word).or_default().push(line);
        }
        found
    }

    /// Whether some pattern fits the words.
    pub(crate) fn fit(&self, words: &str) -> bool {
        if LONGEST < words.len() {
            return false;
        }
        let front = self.by_first.get(first_word(words).as_str());
        let back = match self.by_last.is_empty() {
            true => None,
            false => self.by_last.get(last_word(words).as_str()),
        };
        if front.is_none() && back.is_none() {
            return false;
        }
        let key = key(words);
        let mut known = front.into_iter().chain(back).flatten();
        known.any(|it| fits(it, &key))
    }
}

fn first_word(words: &str) -> String {
    let mut parts = Key::default();
    for c in words.chars() {
        let before = parts.out.len();
        parts.push(c);
        if let Some(at) = parts.out[before..].find(' ') {
            parts.out.truncate(before + at);
            break;
        }
    }
    parts.out
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
        assert!(patterns.fit("Read More"));
        assert!(!patterns.fit("read more books"));
        assert!(patterns.fit("For Background,See Coverage By Them."));
        assert!(patterns.fit("a 5 min read"));
        assert!(!patterns.fit("for background see"));
        assert!(!patterns.fit(""));
    }
}
