//! Which lists of patterns a line can have one of, told by its first word, the letter behind that,
//! and its last word. Most lines have none, and there are ten questions to a line and two to a
//! sentence: so all lists are looked up at once.

use std::sync::LazyLock;

use crate::bundle::clean::pattern::{Patterns, Table};

/// Bytes of the longest text that is looked at.
pub(crate) const LONGEST: usize = 400;
/// Bytes of the longest word that a pattern begins or ends with.
const WORD: usize = 24;

/// The lists, by what they are for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum List {
    Metadata,
    Lines,
    Sentences,
    Links,
    Readers,
    Captions,
    Generated,
    /// What follows a leftover of a text generator.
    GeneratedNext,
}

/// Each list, at its place in [`List`]; [`May`] has a bit for each.
const FILES: [(List, &str); MANY] = [
    (
        List::Metadata,
        include_str!("../../../assets/clean/metadata-lines.txt"),
    ),
    (
        List::Lines,
        include_str!("../../../assets/clean/boilerplate-lines.txt"),
    ),
    (
        List::Sentences,
        include_str!("../../../assets/clean/boilerplate-sentences.txt"),
    ),
    (
        List::Links,
        include_str!("../../../assets/clean/link-headings.txt"),
    ),
    (
        List::Readers,
        include_str!("../../../assets/clean/reader-headings.txt"),
    ),
    (
        List::Captions,
        include_str!("../../../assets/clean/captions.txt"),
    ),
    (
        List::Generated,
        include_str!("../../../assets/clean/generated.txt"),
    ),
    (
        List::GeneratedNext,
        include_str!("../../../assets/clean/generated-next.txt"),
    ),
];
const MANY: usize = 8;
const _: () = assert!(MANY <= u8::BITS as usize, "a bit for each list");

static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists::new(&FILES.map(|it| it.1)));

/// The lists that some words can have a pattern of, a bit for each: those found by the first word,
/// and by the last.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct May {
    front: u8,
    back: u8,
}

impl May {
    /// What can fit the words; nothing fits what is longer than [`LONGEST`].
    pub(crate) fn of(words: &str) -> Self {
        LISTS.may(words)
    }

    /// Whether a pattern of the list fits the words that this was made of.
    pub(crate) fn fit(self, list: List, words: &str) -> bool {
        LISTS.fit(self, list as usize, words)
    }
}

/// Lists of patterns, and where to look for each.
struct Lists {
    lists: Vec<Patterns>,
    front: Doors,
    back: Doors,
}

impl Lists {
    fn new(lists: &[&'static str]) -> Self {
        let lists: Vec<_> = lists.iter().map(|it| Patterns::new(it)).collect();
        let mut front = Doors::default();
        let mut back = Doors::default();
        for (list, it) in lists.iter().enumerate() {
            front.add(list, &it.by_first, seconds);
            back.add(list, &it.by_last, |_, _| ANY);
        }
        Self { lists, front, back }
    }

    fn may(&self, words: &str) -> May {
        if LONGEST < words.len() {
            return May::default();
        }
        let front = plain_first(words);
        let back = plain_last(words);
        May {
            front: front.map_or(u8::MAX, |(word, rest)| self.front.may(&word, second(rest))),
            back: back.map_or(u8::MAX, |word| self.back.may(&word, ANY)),
        }
    }

    fn fit(&self, may: May, list: usize, words: &str) -> bool {
        let bit = 1 << list;
        (may.front & bit != 0 && self.lists[list].fit_front(words))
            || (may.back & bit != 0 && self.lists[list].fit_back(words))
    }
}

/// A bit for each letter that can stand behind the first word, one for nothing at all.
type Second = u32;
const ANY: Second = Second::MAX;
const END: Second = 1 << 26;

fn letter(byte: u8) -> Second {
    match byte.to_ascii_lowercase() {
        it @ b'a'..=b'z' => 1 << (it - b'a'),
        _ => ANY,
    }
}

/// What a pattern has behind its first word.
fn seconds(word: &str, pattern: &str) -> Second {
    match pattern.as_bytes().get(word.len()..) {
        None | Some([]) => END,
        Some([b' ', next, ..]) => letter(*next),
        Some(_) => ANY,
    }
}

/// What words have behind their first.
fn second(mut rest: &[u8]) -> Second {
    loop {
        rest = match rest {
            [] => return END,
            [
                b' ' | b',' | b'.' | b'-' | b'"' | b'\'' | b'(' | b')',
                rest @ ..,
            ] => rest,
            [0xe2, 0x80, 0x98 | 0x99 | 0x9c | 0x9d, rest @ ..] => rest, // ‘ ’ “ ”
            [byte, ..] => return letter(*byte),
        };
    }
}

/// The words that lead to lists, by first letter and length: most words of most texts find nothing
/// under theirs.
struct Doors {
    doors: Vec<Vec<Door>>,
}

struct Door {
    word: &'static [u8],
    /// By list.
    second: [Second; MANY],
}

impl Default for Doors {
    fn default() -> Self {
        let doors = (0..26 * (WORD + 1)).map(|_| Vec::new());
        Self {
            doors: doors.collect(),
        }
    }
}

impl Doors {
    fn add(&mut self, list: usize, table: &Table, second: impl Fn(&str, &str) -> Second) {
        for (word, patterns) in table {
            let Some(place) = place(word.as_bytes()) else {
                continue; // A word such as `#` or `étoile`, which is never plain.
            };
            let doors = &mut self.doors[place];
            let known = doors.iter().position(|it| it.word == word.as_bytes());
            let at = known.unwrap_or_else(|| {
                doors.push(Door {
                    word: word.as_bytes(),
                    second: [0; MANY],
                });
                doors.len() - 1
            });
            for pattern in patterns {
                doors[at].second[list] |= second(word, pattern);
            }
        }
    }

    /// A bit for each list.
    fn may(&self, word: &Word, second: Second) -> u8 {
        let word = word.bytes();
        let doors = place(word).map(|it| self.doors[it].as_slice());
        let door = doors.into_iter().flatten().find(|it| it.word == word);
        let lists = door.into_iter().flat_map(|it| it.second.iter().enumerate());
        lists.fold(0, |may, (list, known)| {
            may | (u8::from(known & second != 0) << list)
        })
    }
}

fn place(word: &[u8]) -> Option<usize> {
    let letter = word.first().filter(|it| it.is_ascii_lowercase())?;
    (word.len() <= WORD).then(|| usize::from(letter - b'a') * (WORD + 1) + word.len())
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

/// The first word where it is of ASCII letters and apostrophes and the key would part it there, and
/// the bytes behind it.
fn plain_first(words: &str) -> Option<(Word, &[u8])> {
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
            [] | [b' ' | b',' | b'.' | b'-', ..] if 0 < word.len => return Some((word, bytes)),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::clean::pattern::HEAD;

    #[test]
    fn each_list_stands_at_its_place() {
        let places = FILES.iter().map(|it| it.0 as usize);
        assert!(places.eq(0..MANY));
    }

    #[test]
    fn the_words_of_the_lists_are_short_enough() {
        for it in &LISTS.lists {
            let words = it.by_first.keys().chain(it.by_last.keys());
            assert!(words.clone().all(|it| it.len() < HEAD && it.len() <= WORD));
        }
    }

    #[test]
    fn the_quick_look_passes_over_nothing_that_fits() {
        let lists = Lists::new(&[
            "nothing",
            "dont miss\nphoto: *\n# images\n* min read\nread more\nits * here\n* say?\nsign",
        ]);
        let fit = |line: &str| lists.fit(lists.may(line), 1, line);
        for line in [
            "Don’t miss",
            "It's all here",
            "What do you say?",
            "“What do you say?”",
            "“Read more”",
            "(Read, more)",
            "Read-more",
            "Read “more”",
            "Photo: Ana Roe",
            "4 Images",
            "\"A 5 min read.\"",
            "a 5 min-read",
            "Éa 3 min read…",
            "read\u{a0}more",
            "Sign",
            "“Sign.”",
        ] {
            assert!(fit(line), "{line}");
        }
        for line in [
            "Reader more",
            "a min reader",
            "Sign up",
            "Read some",
            "Nothing",
        ] {
            assert!(!fit(line), "{line}");
        }
    }

    #[test]
    fn most_words_lead_nowhere() {
        let may = May::of("The ferry ran aground at noon off the northern pier");
        assert_eq!((may.front, may.back), (0, 0));
    }
}
