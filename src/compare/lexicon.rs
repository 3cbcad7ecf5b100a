//! The words of one story as small numbers, with the weight of their rarity in it.
//!
//! Sentences of one story share their topic, so a word says the more the fewer of the story's
//! sentences hold it. The weight is the smoothed inverse document frequency, counted in sentences:
//! ln((1 + n) / (1 + df)) + 1 for n sentences (Salton and Buckley 1988, as smoothed by
//! scikit-learn).

use std::collections::HashMap;

/// A word of the story, by the number it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term(pub u32);

impl Term {
    /// To look up in lists that hold an item for each word.
    pub fn ix(self) -> usize {
        self.0 as usize
    }
}

/// Marks a comparable form among the words; no word holds it.
const FORM: char = '~';

/// Numbers for words, and for each how many sentences hold it.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    terms: HashMap<String, Term>,
    words: Vec<String>,
    held: Vec<u32>,
    sentences: u32,
}

impl Lexicon {
    /// The number of a word, a new one where it was not met before.
    pub fn intern(&mut self, word: &str) -> Term {
        if let Some(term) = self.terms.get(word) {
            return *term;
        }
        let term = Term(self.words.len() as u32);
        self.terms.insert(word.to_string(), term);
        self.words.push(word.to_string());
        self.held.push(0);
        term
    }

    /// The number of a comparable form (see `canon`): never that of the same word as written.
    pub fn intern_form(&mut self, form: &str) -> Term {
        self.intern(&format!("{form}{FORM}"))
    }

    /// The number of a form that was met.
    pub fn find_form(&self, form: &str) -> Option<Term> {
        self.terms.get(&format!("{form}{FORM}")).copied()
    }

    /// All forms that were met, without the words as written.
    pub fn forms(&self) -> impl Iterator<Item = (Term, &str)> {
        self.words()
            .filter_map(|(term, word)| Some((term, word.strip_suffix(FORM)?)))
    }

    /// Counts one more sentence, with its words, each once.
    pub fn count(&mut self, distinct: impl Iterator<Item = Term>) {
        self.sentences += 1;
        for term in distinct {
            self.held[term.ix()] += 1;
        }
    }

    /// The word itself.
    pub fn word(&self, term: Term) -> &str {
        &self.words[term.ix()]
    }

    /// All words in the order they were met.
    pub fn words(&self) -> impl Iterator<Item = (Term, &str)> {
        let numbered = self.words.iter().enumerate();
        numbered.map(|(at, word)| (Term(at as u32), word.as_str()))
    }

    /// How many sentences hold it.
    pub fn held(&self, term: Term) -> u32 {
        self.held[term.ix()]
    }

    /// How many sentences were counted.
    pub fn sentences(&self) -> u32 {
        self.sentences
    }

    /// How many words are known; their numbers are below it.
    pub fn size(&self) -> usize {
        self.words.len()
    }

    /// The weight of a word by its rarity in the story; at least 1.
    pub fn rarity(&self, term: Term) -> f32 {
        let held = self.held(term) as f32;
        ((1.0 + self.sentences as f32) / (1.0 + held)).ln() + 1.0
    }
}
