//! The quick look at a line: its first and its last word as the key would have them, and which lists
//! have a pattern under each. Where that cannot be told fast, all lists are asked.

use crate::bundle::clean::pattern::Table;

/// How many lists there are.
pub(crate) const MANY: usize = 8;

/// Bytes of the longest word that a pattern begins or ends with.
pub(crate) const WORD: usize = 24;

/// A bit for each letter that can stand behind the first word, one for nothing at all.
pub(crate) type Second = u32;
pub(crate) const ANY: Second = Second::MAX;
const END: Second = 1 << 26;

fn letter(byte: u8) -> Second {
    match byte.to_ascii_lowercase() {
        it @ b'a'..=b'z' => 1 << (it - b'a'),
        _ => ANY,
    }
}

/// What a pattern has behind its first word.
pub(crate) fn seconds(word: &str, pattern: &str) -> Second {
    match pattern.as_bytes().get(word.len()..) {
        None | Some([]) => END,
        Some([b' ', next, ..]) => letter(*next),
        Some(_) => ANY,
    }
}

/// What words have behind their first.
pub(crate) fn second(mut rest: &[u8]) -> Second {
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
pub(crate) struct Doors {
    doors: Vec<Vec<Door>>,
}

struct Door {
    word: &'static [u8],
    /// By list.
    second: [Second; MANY],
    /// Of all lists.
    any: Second,
}

impl Default for Doors {
    fn default() -> Self {
        let doors = (0..27 * (WORD + 1)).map(|_| Vec::new());
        Self {
            doors: doors.collect(),
        }
    }
}

impl Doors {
    pub(crate) fn add(
        &mut self,
        list: usize,
        table: &Table,
        second: impl Fn(&str, &str) -> Second,
    ) {
        for (word, patterns) in table {
            let Some(place) = place(word.as_bytes()) else {
                continue; // A word such as `étoile`, which is never plain.
            };
            let doors = &mut self.doors[place];
            let known = doors.iter().position(|it| it.word == word.as_bytes());
            let at = known.unwrap_or_else(|| {
                doors.push(Door {
                    word: word.as_bytes(),
                    second: [0; MANY],
                    any: 0,
                });
                doors.len() - 1
            });
            for pattern in patterns {
                let second = second(word, pattern);
                doors[at].second[list] |= second;
                doors[at].any |= second;
            }
        }
    }

    /// A bit for each list.
    pub(crate) fn may(&self, word: &Word, second: Second) -> u8 {
        let word = word.bytes();
        let doors = place(word).map(|it| self.doors[it].as_slice());
        let door = doors.into_iter().flatten().find(|it| it.word == word);
        let door = door.filter(|it| it.any & second != 0);
        let lists = door.into_iter().flat_map(|it| it.second.iter().enumerate());
        lists.fold(0, |may, (list, known)| {
            may | (u8::from(known & second != 0) << list)
        })
    }
}

fn place(word: &[u8]) -> Option<usize> {
    let letter = match word.first()? {
        b'#' => 26,
        letter if letter.is_ascii_lowercase() => usize::from(letter - b'a'),
        _ => return None,
    };
    (word.len() <= WORD).then_some(letter * (WORD + 1) + word.len())
}

/// A short word as the key has it.
#[derive(Default)]
pub(crate) struct Word {
    bytes: [u8; WORD],
    len: usize,
}

impl Word {
    fn of(letters: &[u8]) -> Self {
        let mut word = Self::default();
        if let Some(free) = word.bytes.get_mut(..letters.len()) {
            free.copy_from_slice(letters);
            free.make_ascii_lowercase();
        }
        word.len = letters.len();
        word
    }

    /// A word that is too long is as good as none that a pattern has.
    fn push(&mut self, byte: u8) {
        if let Some(free) = self.bytes.get_mut(self.len) {
            *free = byte.to_ascii_lowercase();
        }
        self.len += 1;
    }

    /// All figures in a row are one `#`.
    fn push_figure(&mut self) {
        if !self.bytes().ends_with(b"#") {
            self.push(b'#');
        }
    }

    fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }
}

/// The first word where it is of ASCII letters and apostrophes and the key would part it there, and
/// the bytes behind it.
pub(crate) fn plain_first(words: &str) -> Option<(Word, &[u8])> {
    let mut bytes = words.as_bytes();
    let letters = bytes.iter().take_while(|it| it.is_ascii_alphabetic());
    let (first, rest) = bytes.split_at(letters.count());
    if !first.is_empty() && parts(rest) {
        return Some((Word::of(first), rest));
    }
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
            [figure, rest @ ..] if figure.is_ascii_digit() => {
                word.push_figure();
                rest
            }
            _ if 0 < word.len && parts(bytes) => return Some((word, bytes)),
            _ => return None,
        };
    }
}

/// Whether words end, or a sign stands first behind which a new word begins in the key.
fn parts(bytes: &[u8]) -> bool {
    match bytes {
        [b'\'' | b':' | b'?' | b'|' | b'@', ..] => false,
        [0xe2, 0x80, 0x90..=0x97 | 0x9c..=0x9f, ..] => true, // dashes, “ ”
        [byte, ..] => byte.is_ascii() && !byte.is_ascii_alphanumeric(),
        [] => true,
    }
}

/// The last word where it is of ASCII letters, or of figures, and the key would part it there.
pub(crate) fn plain_last(words: &str) -> Option<Word> {
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
    let letters = bytes
        .iter()
        .rev()
        .take_while(|it| it.is_ascii_alphanumeric());
    let (before, last) = bytes.split_at(bytes.len() - letters.count());
    let parted = match before {
        [.., 0xe2, 0x80, sign] => parts(&[0xe2, 0x80, *sign]),
        [.., b':' | b'?' | b'|'] => true,
        [.., sign] => parts(&[*sign]),
        [] => true,
    };
    let figures = last.iter().any(u8::is_ascii_digit);
    let plain = !last.is_empty() && (!figures || last.iter().all(u8::is_ascii_digit));
    (plain && parted).then(|| {
        let mut word = match figures {
            true => Word::of(b"#"),
            false => Word::of(last),
        };
        sign.into_iter().for_each(|it| word.push(it));
        word
    })
}
