//! Runs of four letters of each word, its ends counted: they see through inflection, compounds and slips of
//! spelling that no stemmer knows.
//!
//! Cost: the runs of a word are made once a story.

use crate::compare::lexicon::{Lexicon, Term};

/// Runs are told apart by so many numbers; a power of two. Two that fall into one pass for one,
/// which in a story makes no difference that matters.
pub const BUCKETS: usize = 1 << 16;
/// Letters in a run. Runs of three to five together are hardly better and cost three times as much.
const RUN: usize = 4;

/// The runs of every word of a story, by word, made when first asked for.
#[derive(Clone, Debug)]
pub struct Letters {
    known: Vec<Option<Vec<u32>>>,
}

impl Letters {
    pub fn new(lexicon: &Lexicon) -> Self {
        Self {
            known: vec![None; lexicon.size()],
        }
    }

    /// Numbers for the runs of all the words, in their order.
    pub fn of(&mut self, lexicon: &Lexicon, words: &[Term]) -> Vec<u32> {
        let mut all = Vec::with_capacity(words.len() * 12);
        for term in words {
            let runs = self.known[term.ix()].get_or_insert_with(|| runs(lexicon.word(*term)));
            all.extend_from_slice(runs);
        }
        all
    }
}

/// Hashes (FNV-1a) of the runs, cut to the number of buckets, the word's ends marked by blanks.
fn runs(word: &str) -> Vec<u32> {
    let marked = format!(" {word} ");
    let step = |hash: u32, byte: &u8| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    let hash = |run: &[u8]| run.iter().fold(0x811c_9dc5, step) % BUCKETS as u32;
    marked.as_bytes().windows(RUN).map(hash).collect()
}
