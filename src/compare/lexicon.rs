//! The words of one story as small numbers, with the weight of their rarity in it.
//!
//! Sentences of one story share their topic, so a word says the more the fewer of the story's
//! sentences hold it. The weight is the smoothed inverse document frequency, counted in sentences:
//! ln((1 + n) / (1 + df)) + 1 for n sentences (Salton and Buckley 1988, as smoothed by
//! scikit-learn). Stop words weigh nothing.

use std::collections::HashMap;

/// A word of the story, by the number it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term(pub u32);

/// Numbers for words, and for each how many sentences hold it.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    terms: HashMap<String, Term>,
    names: Vec<String>,
    sentences_with: Vec<u32>,
    sentences: u32,
}

impl Lexicon {
    /// The number of a word, a new one where it was not met before.
    pub fn intern(&mut self, word: &str) -> Term {
        if let Some(term) = self.terms.get(word) {
            return *term;
        }
        let term = Term(self.names.len() as u32);
        self.terms.insert(word.to_string(), term);
        self.names.push(word.to_string());
        self.sentences_with.push(0);
        term
    }

    /// Counts one more sentence, with its words, each once.
    pub fn count(&mut self, distinct: &[Term]) {
        self.sentences += 1;
        for term in distinct {
            self.sentences_with[term.0 as usize] += 1;
        }
    }

    /// The word itself.
    pub fn word(&self, term: Term) -> &str {
        &self.names[term.0 as usize]
    }

    /// How many sentences hold it.
    pub fn frequency(&self, term: Term) -> u32 {
        self.sentences_with[term.0 as usize]
    }

    /// How many sentences were counted.
    pub fn sentences(&self) -> u32 {
        self.sentences
    }

    /// How many words are known; numbers of words are below it.
    pub fn size(&self) -> usize {
        self.names.len()
    }

    /// The weight of a word by its rarity in the story; at least 1.
    pub fn rarity(&self, term: Term) -> f32 {
        let held = self.frequency(term) as f32;
        ((1.0 + self.sentences as f32) / (1.0 + held)).ln() + 1.0
    }
}
