//! Which words a story uses as names, told by their capitals.
//!
//! A word is a name where, away from the start of a sentence and outside title-cased text, the
//! story writes it more often with a capital than without. So names are known in headlines and in
//! title-cased articles too, and "The Talks" does not make a name of talks.

use crate::{
    compare::lexicon::Term,
    text::token::{Kind, Token},
};

/// How often each word was written with a capital, and how often without.
#[derive(Clone, Debug, Default)]
pub struct Cases {
    counts: Vec<(u32, u32)>,
}

impl Cases {
    /// Counts the words of one sentence; `terms` are those of the tokens, one each.
    pub fn count(&mut self, tokens: &[Token], terms: &[Option<Term>]) {
        let words = tokens.iter().filter(|it| it.kind == Kind::Word).count();
        let capitals = tokens.iter().filter(|it| it.capital).count();
        if words <= 2 * capitals {
            return;
        }
        for (token, term) in tokens.iter().zip(terms).skip(1) {
            if let Some(term) = term.filter(|_| token.kind == Kind::Word) {
                self.add(term, token.capital);
            }
        }
    }

    /// Whether the word is a name in this story.
    pub fn named(&self, term: Term) -> bool {
        let (capital, small) = self.counts.get(term.ix()).copied().unwrap_or_default();
        small < capital
    }

    fn add(&mut self, term: Term, capital: bool) {
        if self.counts.len() <= term.ix() {
            self.counts.resize(term.ix() + 1, (0, 0));
        }
        let counts = &mut self.counts[term.ix()];
        match capital {
            true => counts.0 += 1,
            false => counts.1 += 1,
        }
    }
}
