//! Patterns of lines that are no part of an article, kept as data in `assets/clean`.
//!
//! A line is brought to a key first: lower case, words with single blanks, every number as `#`,
//! of the signs only `: ? @ |`. A pattern is written like a key; `*` stands for anything. So
//! "Slideshow (4 Images)" has the key `slideshow # images`. Patterns are found by the first word
//! of the key, or by the last; the whole key is made only where the words before a pattern's first
//! star are there too. Cost: for most lines a look at two letters and two lengths.

use std::collections::HashMap;

/// Bytes of the longest text that is looked at.
pub(crate) const LONGEST: usize = 400;
/// Bytes at the end of a text in which its last word is looked for.
const TAIL: usize = 40;
/// Bytes of the key that are made before the first comparison with a pattern; more than the
/// longest first word has.
const HEAD: usize = 24;

/// A list of patterns, found by the first word, or by the last where they begin with `*`.
#[derive(Debug, Default)]
pub(crate) struct Patterns {
    by_first: Table,
    by_last: Table,
}

impl Patterns {
    /// One pattern a line; `;` begins a comment. A pattern that begins with `*` ends with a word.
    pub(crate) fn new(list: &'static str) -> Self {
        let mut found = Self::default();
        let lines = list.lines().map(str::trim);
        for line in lines.filter(|it| !it.is_empty() && !it.starts_with(';')) {
            let first = line.split([' ', '*']).next().unwrap_or_default();
            let last = line.rsplit([' ', '*']).next().unwrap_or_default();
            match first {
                "" => found.by_last.add(last, line),
                _ => found.by_first.add(first, line),
            }
        }
        found
    }

    /// Whether some pattern fits the words.
    pub(crate) fn fit(&self, words: &str) -> bool {
        words.len() <= LONGEST && (self.fit_front(words) || self.fit_back(words))
    }

    fn fit_front(&self, words: &str) -> bool {
        if plain_first(words).is_some_and(|it| !self.by_first.holds(&it)) {
            return false;
        }
        let (head, whole) = head(words);
        let first = head.split(' ').next().unwrap_or_default();
        let begins = |pattern: &&&str| {
            let fixed = pattern.split('*').next().unwrap_or_default();
            head.starts_with(fixed) || (!whole && fixed.starts_with(&head))
        };
        let mut known = self.by_first.under(first).filter(begins).peekable();
        known.peek().is_some() && {
            let key = key(words);
            known.any(|it| fits(it, &key))
        }
    }

    fn fit_back(&self, words: &str) -> bool {
        let none = self.by_last.words.is_empty();
        if none || plain_last(words).is_some_and(|it| !self.by_last.holds(&it)) {
            return false;
        }
        let last = last_word(words);
        let mut known = self.by_last.under(&last).peekable();
        known.peek().is_some() && {
            let key = key(words);
            known.any(|it| fits(it, &key))
        }
    }
}

/// Patterns by one of their words.
#[derive(Debug, Default)]
struct Table {
    words: HashMap<&'static str, Vec<&'static str>>,
    /// By the word's first letter a bit for each length that occurs: most words are told by it.
    lengths: [u32; 26],
}

/// Bytes of the longest word that a pattern begins or ends with.
const WORD: usize = 24;

impl Table {
    fn add(&mut self, word: &'static str, pattern: &'static str) {
        self.words.entry(word).or_default().push(pattern);
        if let Some(letter) = word.bytes().next().filter(u8::is_ascii_lowercase) {
            self.lengths[usize::from(letter - b'a')] |= bit(word.len());
        }
    }

    /// Whether patterns stand under a word.
    fn holds(&self, word: &Word) -> bool {
        let word = word.bytes();
        let letter = word.first().map_or(0, |it| usize::from(it - b'a'));
        let known = self.lengths[letter] & bit(word.len()) != 0;
        known && str::from_utf8(word).is_ok_and(|it| self.words.contains_key(it))
    }

    fn under(&self, word: &str) -> impl Iterator<Item = &&'static str> {
        self.words.get(word).into_iter().flatten()
    }
}

fn bit(len: usize) -> u32 {
    1 << len.min(31)
}

/// A short word as the key has it.
#[derive(Default)]
struct Word {
    bytes: [u8; WORD],
    len: usize,
}

impl Word {
    /// A word that is too long is as good as none that a pattern has.
    fn push(&mut self, byte: u8) {
        if let Some(free) = self.bytes.get_mut(self.len) {
            *free = byte.to_ascii_lowercase();
        }
        self.len += 1;
    }

    fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }
}

/// The first word where it is of ASCII letters and apostrophes and the key would part it there.
fn plain_first(words: &str) -> Option<Word> {
    let mut bytes = words.as_bytes();
    let mut word = Word::default();
    loop {
        bytes = match bytes {
            [b'"' | b'(' | b'[' | b' ', rest @ ..] if word.len == 0 => rest,
            [0xe2, 0x80, 0x98 | 0x99, rest @ ..] | [b'\'', rest @ ..] => rest, // ‘ and ’
            [0xe2, 0x80, 0x9c, rest @ ..] if word.len == 0 => rest,            // “
            [letter, rest @ ..] if letter.is_ascii_alphabetic() => {
                word.push(*letter);
                rest
            }
            [] | [b' ' | b',' | b'.' | b'-', ..] if 0 < word.len => return Some(word),
            _ => return None,
        };
    }
}

/// The last word where it is of ASCII letters and the key would part it there.
fn plain_last(words: &str) -> Option<Word> {
    let mut bytes = words.as_bytes();
    loop {
        bytes = match bytes {
            [rest @ .., b'.' | b',' | b'!' | b'"' | b')' | b' '] => rest,
            [rest @ .., 0xe2, 0x80, 0x9d] => rest, // ”
            _ => break,
        };
    }
    let (bytes, sign) = match bytes {
        [rest @ .., sign @ (b'?' | b':')] => (rest, Some(*sign)),
        _ => (bytes, None),
    };
    let letters = bytes.iter().rev().take_while(|it| it.is_ascii_alphabetic());
    let start = bytes.len() - letters.count();
    let parted = start == 0 || bytes[start - 1] == b' ';
    (start < bytes.len() && parted).then(|| {
        let mut word = Word::default();
        let letters = bytes[start..].iter().chain(&sign);
        letters.for_each(|it| word.push(*it));
        word
    })
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
        assert!(patterns.fit("Read More"));
        assert!(!patterns.fit("read more books"));
        assert!(patterns.fit("For Background,See Coverage By Them."));
        assert!(patterns.fit("a 5 min read"));
        assert!(!patterns.fit("for background see"));
        assert!(!patterns.fit(""));
    }

    #[test]
    fn the_first_words_of_the_lists_are_short_enough() {
        for list in [
            include_str!("../../../assets/clean/boilerplate-lines.txt"),
            include_str!("../../../assets/clean/metadata-lines.txt"),
            include_str!("../../../assets/clean/captions.txt"),
        ] {
            let patterns = Patterns::new(list);
            let words = patterns
                .by_first
                .words
                .keys()
                .chain(patterns.by_last.words.keys());
            assert!(words.clone().all(|it| it.len() < HEAD && it.len() <= WORD));
        }
    }

    #[test]
    fn the_quick_look_passes_over_nothing_that_fits() {
        let patterns = Patterns::new(
            "dont miss\nphoto: *\n# images\n* min read\nread more\nits * here\n* say?",
        );
        for line in [
            "Don’t miss",
            "It's all here",
            "What do you say?",
            "“What do you say?”",
            "“Read more”",
            "(Read, more)",
            "Read-more",
            "Photo: Ana Roe",
            "4 Images",
            "\"A 5 min read.\"",
            "a 5 min-read",
            "Éa 3 min read…",
            "read\u{a0}more",
        ] {
            assert!(patterns.fit(line), "{line}");
        }
        assert!(!patterns.fit("Reader more"));
        assert!(!patterns.fit("a min reader"));
    }
}
