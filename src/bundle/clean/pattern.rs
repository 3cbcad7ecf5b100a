//! Patterns of lines that are no part of an article, kept as data in `assets/clean`.
//!
//! A line is brought to a key first: lower case, words with single blanks, every number as `#`,
//! of the signs only `: ? @ |`. A pattern is written like a key; `*` stands for anything. So
//! "Slideshow (4 Images)" has the key `slideshow # images`. Patterns are found by the first word
//! of the key, or by the last; the whole key is made only where the words before a pattern's first
//! star are there too. A pattern behind `~` fits no sentence of the article that begins or ends like it:
//! see [`prose`]. Which lists are asked at all is told by [`lists`](super::lists).

use std::collections::{HashMap, HashSet};

use crate::bundle::clean::prose;

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
    /// Those that no sentence of an article has.
    loose: HashSet<&'static str>,
}

/// Patterns by one of their words.
pub(crate) type Table = HashMap<&'static str, Vec<&'static str>>;

impl Patterns {
    /// One pattern a line; `;` begins a comment. A pattern that begins with `*` ends with a word; one
    /// behind `~ ` fits no sentence of the article.
    pub(crate) fn new(list: &'static str) -> Self {
        let mut found = Self::default();
        let lines = list.lines().map(str::trim);
        for line in lines.filter(|it| !it.is_empty() && !it.starts_with(';')) {
            let loose = line.strip_prefix("~ ");
            found.loose.extend(loose);
            let line = loose.unwrap_or(line);
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
            known.any(|it| fits(it, &key) && self.admits(it, words))
        }
    }

    /// Whether a pattern that begins with `*` fits the words.
    pub(crate) fn fit_back(&self, words: &str) -> bool {
        let tail = tail(words);
        let last = tail.rsplit(' ').next().unwrap_or_default();
        let ends = |pattern: &&&str| {
            let fixed = pattern.rsplit('*').next().unwrap_or_default();
            tail.ends_with(fixed) || tail.len() <= fixed.len()
        };
        let mut known = under(&self.by_last, last).filter(ends).peekable();
        known.peek().is_some() && {
            let key = key(words);
            known.any(|it| fits(it, &key) && self.admits(it, words))
        }
    }
}

impl Patterns {
    fn admits(&self, pattern: &str, words: &str) -> bool {
        !self.loose.contains(pattern) || !prose::is_sentence(words)
    }
}

fn under<'a>(table: &'a Table, word: &str) -> impl Iterator<Item = &'a &'static str> {
    table.get(word).into_iter().flatten()
}

/// The beginning of the key, and whether it is the whole key.
fn head(words: &str) -> (String, bool) {
    let mut head = Key::with_room(2 * HEAD);
    let whole = head.take(words, HEAD);
    (head.whole(), whole)
}

/// The end of the key.
fn tail(words: &str) -> String {
    let from = words.len().saturating_sub(TAIL);
    let from = (from..=words.len()).find(|at| words.is_char_boundary(*at));
    key(&words[from.unwrap_or_default()..])
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
    let mut key = Key::with_room(line.len());
    key.take(line, usize::MAX);
    key.whole()
}

/// What stands for a sign of ASCII in a key: the letter, `#` for a figure; 0 for all else.
const PLAIN: [u8; 128] = {
    let mut plain = [0; 128];
    let mut byte = 0;
    while byte < 128u8 {
        if byte.is_ascii_digit() {
            plain[byte as usize] = b'#';
        } else if byte.is_ascii_alphabetic() {
            plain[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    plain
};

/// A key while it is made: characters alone are put in, each whole.
struct Key {
    out: Vec<u8>,
    /// Whether the next letter begins a word.
    parted: bool,
}

impl Key {
    fn with_room(bytes: usize) -> Self {
        Self {
            out: Vec::with_capacity(bytes),
            parted: false,
        }
    }

    fn whole(self) -> String {
        String::from_utf8(self.out).unwrap_or_default()
    }

    /// Adds words until the key has so many bytes; whether all were added. Letters of ASCII, which
    /// are nearly all there is, go the short way.
    fn take(&mut self, words: &str, most: usize) -> bool {
        let mut at = 0;
        while let Some(byte) = words.as_bytes().get(at) {
            if most <= self.out.len() {
                return false;
            }
            match PLAIN.get(usize::from(*byte)) {
                Some(b'#') if !self.parted && self.out.ends_with(b"#") => at += 1,
                Some(0) => {
                    at += 1;
                    self.sign(*byte);
                }
                Some(plain) => {
                    at += 1;
                    self.open_word();
                    self.out.push(*plain);
                }
                None => {
                    let c = words[at..].chars().next().unwrap_or_default();
                    at += c.len_utf8();
                    self.wide(c);
                }
            }
        }
        true
    }

    /// A sign of ASCII.
    fn sign(&mut self, sign: u8) {
        match sign {
            b'\'' => (),
            b':' | b'?' | b'|' => {
                self.out.push(sign);
                self.parted = true;
            }
            b'@' => {
                self.part();
                self.out.push(sign);
                self.parted = false;
            }
            _ => self.parted = true,
        }
    }

    /// A character beyond ASCII.
    fn wide(&mut self, c: char) {
        match c {
            '’' | '‘' => (),
            '©' => {
                self.part();
                self.out.extend_from_slice(b"copyright");
                self.parted = true;
            }
            _ if c.is_alphanumeric() => {
                for c in c.to_lowercase() {
                    self.open_word();
                    let mut bytes = [0; 4];
                    self.out.extend(c.encode_utf8(&mut bytes).bytes());
                }
            }
            _ => self.parted = true,
        }
    }

    fn open_word(&mut self) {
        if self.parted {
            self.part();
        }
        self.parted = false;
    }

    fn part(&mut self) {
        if !self.out.is_empty() {
            self.out.push(b' ');
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
        let long = "a long line of many words that goes on and on, which one reads in 12";
        assert!(patterns.fit_back(&format!("{long} min read")));
        assert!(!patterns.fit_back(&format!("{long} minutes, read")));
    }
}
