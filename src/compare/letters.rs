//! Runs of four letters of each word, its ends counted: they see through inflection, compounds and slips of
//! spelling that no stemmer knows.
//!
//! Cost: the runs of a word are made once a story.

use crate::compare::lexicon::{Lexicon, Term};

/// Runs are told apart by so many numbers; a power of two. Two that fall into one pass for one,
/// which in a story makes no difference that matters.
const BUCKETS: usize = 1 << 16;
/// Letters in a run. Runs of three to five together are hardly better and cost three times as much.
const RUN: usize = 4;

/// The runs of every word of a story as written, by word. Those that the story has are numbered without gaps.
#[derive(Clone, Debug)]
pub struct Letters {
    known: Vec<Vec<u32>>,
    size: usize,
}

impl Letters {
    pub fn new(lexicon: &Lexicon) -> Self {
        let written = lexicon.words().map(|it| match lexicon.is_form(it.0) {
            true => Vec::new(),
            false => runs(it.1),
        });
        let mut known: Vec<Vec<u32>> = written.collect();
        let mut numbers = vec![0; BUCKETS];
        known
            .iter()
            .flatten()
            .for_each(|it| numbers[*it as usize] = 1);
        let mut size = 0;
        for number in &mut numbers {
            (*number, size) = (size, size + *number);
        }
        for run in known.iter_mut().flatten() {
            *run = numbers[*run as usize];
        }
        let size = size as usize;
        Self { known, size }
    }

    /// How many different runs there are; their numbers are below it.
    pub fn size(&self) -> usize {
        self.size
    }

    /// Numbers for the runs of all the words, in their order.
    pub fn of(&self, words: &[Term]) -> Vec<u32> {
        let mut all = Vec::with_capacity(words.len() * 6);
        for term in words {
            all.extend_from_slice(&self.known[term.ix()]);
        }
        all
    }
}

/// Hashes (FNV-1a) of the runs, cut to the number of buckets, the word's ends marked by blanks.
fn runs(word: &str) -> Vec<u32> {
    let mut marked = Vec::with_capacity(word.len() + 2);
    marked.push(b' ');
    marked.extend_from_slice(word.as_bytes());
    marked.push(b' ');
    let step = |hash: u32, byte: &u8| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    let hash = |run: &[u8]| run.iter().fold(0x811c_9dc5, step) % BUCKETS as u32;
    marked.windows(RUN).map(hash).collect()
}
