//! Which lists of patterns a line can have one of, told by its first word, the letter behind that,
//! and its last word. Most lines have none, and there are ten questions to a line and two to a
//! sentence: so all lists are looked up at once.

use std::sync::LazyLock;

use crate::bundle::clean::{
    doors::{ANY, Doors, MANY, plain_first, plain_last, second, seconds},
    pattern::Patterns,
};

/// Bytes of the longest text that is looked at.
pub(crate) const LONGEST: usize = 400;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::clean::{doors::WORD, pattern::HEAD};

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
    fn whatever_stands_around_the_words_nothing_that_fits_is_passed_over() {
        let lists = Lists::new(&["sign\nread more\n# images\n* min read\n* ago #\n* say?\nby @*"]);
        let signs = [
            "", " ", "-", "’", "'", ".", ":", "?", "@", "—", "“", "1", "x", "é", "\u{a0}",
        ];
        for words in [
            "Sign",
            "Read more",
            "4 images",
            "a 5 min read",
            "ago 12",
            "you say?",
            "By @",
        ] {
            for line in signs
                .iter()
                .flat_map(|a| signs.map(|b| [a, words, b].concat()))
            {
                let slow = lists.lists[0].fit_front(&line) || lists.lists[0].fit_back(&line);
                assert_eq!(lists.fit(lists.may(&line), 0, &line), slow, "{line}");
                let line = line.replacen(' ', "-", 1);
                let slow = lists.lists[0].fit_front(&line) || lists.lists[0].fit_back(&line);
                assert_eq!(lists.fit(lists.may(&line), 0, &line), slow, "{line}");
            }
        }
    }

    #[test]
    fn most_words_lead_nowhere() {
        let may = May::of("The ferry ran aground at noon off the northern pier");
        assert_eq!((may.front, may.back), (0, 0));
    }
}
