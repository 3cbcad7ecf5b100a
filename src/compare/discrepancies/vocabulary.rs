//! The words of a story as numbers, so that each is stemmed once and compared without its letters.
//!
//! Two words have one form where their normal forms are equal, and one stem where Snowball's stems
//! of them are. Cost: a look-up a word, and a stem for each word that is new.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use crate::text::common;

/// A word by its numbers, which count within one story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    pub form: u32,
    pub stem: u32,
    /// Whether it carries structure rather than substance.
    pub stop: bool,
}

/// All words of a story.
#[derive(Debug, Default)]
pub struct Vocabulary {
    words: HashMap<String, Word, FixedState>,
    stems: HashMap<String, u32, FixedState>,
}

impl Vocabulary {
    /// The numbers of a word in normal form.
    pub fn word(&mut self, normal: &str) -> Word {
        if let Some(known) = self.words.get(normal) {
            return *known;
        }
        let next = self.stems.len() as u32;
        let stem = common::stem(normal).into_owned();
        let word = Word {
            form: self.words.len() as u32,
            stem: *self.stems.entry(stem).or_insert(next),
            stop: common::is_stop(normal),
        };
        self.words.insert(normal.to_string(), word);
        word
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(x: &str, y: &str, same: (bool, bool)) {
        let mut vocabulary = Vocabulary::default();
        let (x, y) = (vocabulary.word(x), vocabulary.word(y));
        assert_eq!((x.form == y.form, x.stem == y.stem), same);
    }

    #[test]
    fn words_have_one_form_or_one_stem_or_neither() {
        check("ferry", "ferry", (true, true));
        check("ferry", "ferries", (false, true));
        check("ferry", "quay", (false, false));
    }
}
