//! The words of one story as small numbers, with the weight of their rarity in it.
//!
//! Sentences of one story share their topic, so a word says the more the fewer of the story's
//! sentences hold it. The weight is the smoothed inverse document frequency, counted in sentences:
//! ln((1 + n) / (1 + df)) + 1 for n sentences (Salton and Buckley 1988, as smoothed by
//! scikit-learn).

use std::collections::HashMap;

use foldhash::fast::FixedState;

use crate::{compare::canon, text::common};

/// A word of the story, by the number it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term(pub u32);

impl Term {
    /// To look up in lists that hold an item for each word.
    pub fn ix(self) -> usize {
        self.0 as usize
    }
}

/// What is known of a word in normal form.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The word as written.
    pub word: Term,
    /// Its comparable form (see `canon`); none for a stop word.
    pub form: Option<Term>,
    /// Whether it stands before names to say who is meant.
    pub title: bool,
}

type Numbers<T> = HashMap<String, T, FixedState>;

/// Numbers for words, and for each how many sentences hold it. A comparable form never has the
/// number of the same word as written.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    entries: Numbers<Entry>,
    forms: Numbers<Term>,
    /// By number: the word or form.
    words: Vec<String>,
    /// By number: whether it is a form.
    is_form: Vec<bool>,
    held: Vec<u32>,
    sentences: u32,
}

impl Lexicon {
    /// A word, with new numbers where it was not met before.
    pub fn read(&mut self, normal: &str) -> Entry {
        if let Some(entry) = self.entries.get(normal) {
            return *entry;
        }
        let entry = Entry {
            word: self.add(normal, false),
            form: (!common::is_stop(normal)).then(|| self.form(&canon::form(normal))),
            title: canon::is_title(normal),
        };
        self.entries.insert(normal.to_string(), entry);
        entry
    }

    /// The number of a comparable form, a new one where it was not met before.
    pub fn form(&mut self, form: &str) -> Term {
        if let Some(term) = self.forms.get(form) {
            return *term;
        }
        let term = self.add(form, true);
        self.forms.insert(form.to_string(), term);
        term
    }

    fn add(&mut self, word: &str, is_form: bool) -> Term {
        let term = Term(self.words.len() as u32);
        self.words.push(word.to_string());
        self.is_form.push(is_form);
        self.held.push(0);
        term
    }

    /// The number of a form that was met.
    pub fn find_form(&self, form: &str) -> Option<Term> {
        self.forms.get(form).copied()
    }

    /// All forms that were met, without the words as written.
    pub fn forms(&self) -> impl Iterator<Item = (Term, &str)> {
        self.words().filter(|(term, _)| self.is_form(*term))
    }

    /// Whether it is a comparable form, not a word as written.
    pub fn is_form(&self, term: Term) -> bool {
        self.is_form[term.ix()]
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
