//! What was noted once and is met again: the very words of a note in another article, of this bundle or
//! of a later one.
//!
//! Notes are looked up by the beginnings of their words, sentence by sentence, so an article costs one
//! reading of it, however many notes there are. Words too few to be known again are met nowhere.

use std::collections::HashMap;

use crate::{
    model::{
        article::Article,
        index::{ArticleIx, SentenceIx},
        note::{Note, NoteId, Passage},
    },
    store::anchor::stream::{self, Stream},
};

/// Bytes at the beginning of a note's words by which they are looked up, and which they must have.
const START: usize = 32;

/// The words of notes, ready to be met.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    by_start: HashMap<String, Vec<(String, NoteId)>>,
}

impl Seen {
    /// Takes in the words that a note hangs on.
    pub fn add(&mut self, note: &Note) {
        for target in &note.targets {
            let words = stream::plain(&target.exact);
            if let Some(start) = stream::start(&words, START) {
                let known = self.by_start.entry(start.to_string()).or_default();
                known.push((words, note.id.clone()));
            }
        }
    }

    /// Forgets a note.
    pub fn remove(&mut self, id: &NoteId) {
        self.by_start.retain(|_, known| {
            known.retain(|(_, it)| it != id);
            !known.is_empty()
        });
    }

    /// Every passage of an article that carries the words of a note, with the note; its own passage,
    /// where the note hangs on this article, is among them.
    pub fn within(&self, at: ArticleIx, article: &Article) -> Vec<(Passage, NoteId)> {
        if self.by_start.is_empty() {
            return Vec::new();
        }
        let stream = Stream::new(article);
        let mut found = Vec::new();
        for (first, start) in stream.starts(START) {
            for (words, id) in self.by_start.get(start).into_iter().flatten() {
                if let Some(range) = stream.says(first, words) {
                    let passage = Passage {
                        article: at,
                        first: SentenceIx(range.first),
                        last: SentenceIx(range.last),
                    };
                    found.push((passage, id.clone()));
                }
            }
        }
        found
    }
}
