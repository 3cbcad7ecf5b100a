//! What one article is about: its words with how much each counts there.
//!
//! The headline counts most, then the opening, then the rest, up to [`BODY`] words: news tells the
//! main thing first, and long articles must not cost more than they tell. A word that is mostly
//! capitalised counts a little less: names are shared by all stories of a region or a government,
//! what happened is not. Dropped parts of the text do not count.

use crate::{
    model::article::{Article, Role},
    stories::words::words,
};

/// How many words of the text are read.
pub const BODY: usize = 500;
/// The opening, in words.
const LEAD: usize = 120;
/// How often a word counts, by where it stands.
const HEADLINE_WEIGHT: u16 = 8;
const LEAD_WEIGHT: u16 = 3;
/// What a capitalised word counts as against a plain one.
const NAME: f32 = 0.7;

/// A word of an article.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Term {
    pub key: u64,
    /// Grows with the logarithm of how often it is said.
    pub weight: f32,
    pub at: At,
}

/// Where a word first stands: in the headline or in the text, and at which byte. One number, since
/// there is one for each word of each article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct At(u32);

impl At {
    /// The bit that tells a byte of the text from one of the headline.
    const TEXT: u32 = 1 << 31;

    /// At a byte of the headline.
    pub fn headline(byte: usize) -> Self {
        Self(byte as u32 & !Self::TEXT)
    }

    /// At a byte of the text, of which the first 2 GiB can be told.
    pub fn text(byte: usize) -> Self {
        Self(byte as u32 | Self::TEXT)
    }

    pub fn in_headline(self) -> bool {
        self.0 & Self::TEXT == 0
    }

    pub fn byte(self) -> usize {
        (self.0 & !Self::TEXT) as usize
    }
}

#[derive(Clone, Copy, Debug, Default)]
struct Count {
    key: u64,
    said: u16,
    /// Occurrences in the text, and how many of them are capitalised.
    seen: u16,
    high: u16,
    at: At,
}

/// Counts the words of one article after the other in the same memory.
#[derive(Clone, Debug)]
pub struct Counter {
    /// Open addressing by the low bits of the key; 0 marks a free slot, else index + 1.
    slots: Vec<u16>,
    counts: Vec<Count>,
}

const SLOTS: usize = 4096;
/// The headline may add this many different words to those of the text.
const HEADLINE_WORDS: usize = 100;

impl Default for Counter {
    fn default() -> Self {
        Self {
            slots: vec![0; SLOTS],
            counts: Vec::with_capacity(BODY + HEADLINE_WORDS),
        }
    }
}

impl Counter {
    /// The words of an article, each once, in the order in which they first stand.
    pub fn terms(&mut self, article: &Article) -> impl Iterator<Item = Term> + '_ {
        self.slots.fill(0);
        self.counts.clear();
        self.headline(article);
        self.body(article);
        self.counts.iter().map(Count::term)
    }

    fn headline(&mut self, article: &Article) {
        let title = article.meta().title.as_deref().unwrap_or_default();
        for word in words(title).take(HEADLINE_WORDS) {
            let count = self.count(word.key, At::headline(word.span.start()));
            count.said += HEADLINE_WEIGHT;
        }
    }

    fn body(&mut self, article: &Article) {
        let told = article.meta().title.is_some();
        let mut left = BODY;
        for sentence in article.sentences() {
            if told && sentence.role == Role::Headline {
                continue;
            }
            let said = sentence.span.of(article.text());
            for word in words(said).take(left) {
                let start = sentence.span.start() + word.span.start();
                let weight = if BODY - left < LEAD { LEAD_WEIGHT } else { 1 };
                let count = self.count(word.key, At::text(start));
                count.said += weight;
                count.seen += 1;
                count.high += u16::from(word.capital);
                left -= 1;
            }
            if left == 0 {
                break;
            }
        }
    }

    fn count(&mut self, key: u64, at: At) -> &mut Count {
        let mut slot = key as usize % SLOTS;
        let found = loop {
            match self.slots[slot] {
                0 => {
                    self.counts.push(Count {
                        key,
                        at,
                        ..Count::default()
                    });
                    self.slots[slot] = self.counts.len() as u16;
                    break self.counts.len() - 1;
                }
                held if self.counts[held as usize - 1].key == key => break held as usize - 1,
                _ => slot = (slot + 1) % SLOTS,
            }
        };
        &mut self.counts[found]
    }
}

impl Count {
    fn term(&self) -> Term {
        let name = self.seen < self.high * 2 || self.seen == 0;
        Term {
            key: self.key,
            weight: (1.0 + f32::from(self.said.max(1)).ln()) * if name { NAME } else { 1.0 },
            at: self.at,
        }
    }
}
