//! The user's notes as pure data: what a note hangs on, and the changes that make and unmake it.
//!
//! A target holds the words themselves with what stands around them, so that a note outlives the
//! file it was made on: see `store::anchor` for how targets are made and found again. Every
//! change gives its inverse, so undo and redo are one stack of changes each.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use crate::{
    model::index::{ArticleIx, SentenceIx},
    text::{digest, span::Span, tag},
};

/// Names a note for good: `n-` and ten digits of base 32.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoteId(pub String);

impl NoteId {
    /// The same inputs give the same id. `salt` tells apart what is made in the same second:
    /// see [`Notes::new_id`].
    pub fn new(created: &str, text: &str, salt: u64) -> Self {
        let all = format!("{created}\n{salt}\n{text}");
        Self(format!("n-{}", digest::short(&all, 10)))
    }
}

impl fmt::Display for NoteId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One sentence, or a run of sentences, in one article, in words that outlive the bundle: a
/// TextQuoteSelector and TextPositionSelector of the W3C Web Annotation Data Model.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Target {
    /// The outlet.
    pub source: String,
    pub title: String,
    /// The path as shown to the user.
    pub file: String,
    pub url: Option<String>,
    /// As `model::date::Stamp` prints it.
    pub published: Option<String>,
    /// SHA-256 of the article's sentences, each as one line: the same in every file format.
    pub hash: String,
    /// Bytes of the article's text.
    pub span: Span,
    /// The same stretch in characters (Unicode scalar values) of the article's text.
    pub chars: Span,
    /// The sentences, each as one line, with a blank between.
    pub exact: String,
    /// What stands before, in the same form, cut to whole words.
    pub prefix: String,
    /// What stands after.
    pub suffix: String,
    /// How often the article held these very words when the note was made; at least 1.
    pub copies: usize,
}

/// A run of sentences of one article of a bundle, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Passage {
    pub article: ArticleIx,
    pub first: SentenceIx,
    pub last: SentenceIx,
}

/// A note of the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub id: NoteId,
    /// The title of the story it was made in.
    pub story: String,
    /// Empty: the note is on the story as a whole.
    pub targets: Vec<Target>,
    /// The user's own Markdown.
    pub text: String,
    /// RFC 3339, in UTC: `2025-12-06T02:03:29Z`.
    pub created: String,
    pub modified: String,
}

impl Note {
    /// The `#tag` words of its text, without the sign, in order, each once.
    pub fn tags(&self) -> Vec<String> {
        tag::tags(&self.text)
    }
}

/// What can happen to notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A new note, or a new state of the note with the same id.
    Put(Box<Note>),
    Delete(NoteId),
}

impl Change {
    /// The note concerned.
    pub fn id(&self) -> &NoteId {
        match self {
            Change::Put(note) => &note.id,
            Change::Delete(id) => id,
        }
    }
}

/// All notes at hand, ordered by creation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    by_id: BTreeMap<NoteId, Note>,
    order: BTreeSet<(String, NoteId)>,
}

impl Notes {
    /// Makes a change and returns its inverse, which applied next brings back what was. Deleting
    /// what is not there changes nothing and is its own inverse.
    pub fn apply(&mut self, change: Change) -> Change {
        let id = change.id().clone();
        let before = self.by_id.remove(&id);
        if let Some(note) = &before {
            self.order.remove(&(note.created.clone(), id.clone()));
        }
        if let Change::Put(note) = change {
            self.order.insert((note.created.clone(), id.clone()));
            self.by_id.insert(id.clone(), *note);
        }
        match before {
            Some(note) => Change::Put(Box::new(note)),
            None => Change::Delete(id),
        }
    }

    pub fn get(&self, id: &NoteId) -> Option<&Note> {
        self.by_id.get(id)
    }

    /// Ordered by creation, then by id.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Note> {
        self.order.iter().filter_map(|(_, id)| self.by_id.get(id))
    }

    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// An id that no note here has. `process` is a number that another window would not pass.
    pub fn new_id(&self, created: &str, text: &str, process: u32) -> NoteId {
        let salt = u64::from(process) << 32;
        (salt..=u64::MAX)
            .map(|salt| NoteId::new(created, text, salt))
            .find(|id| !self.by_id.contains_key(id))
            .unwrap_or_else(|| NoteId::new(created, text, salt))
    }

    /// Every tag with the number of notes that carry it: the most used first, then by name.
    pub fn tags(&self) -> Vec<(String, usize)> {
        let mut counts: BTreeMap<String, (String, usize)> = BTreeMap::new();
        for tag in self.iter().flat_map(Note::tags) {
            counts.entry(tag.to_lowercase()).or_insert((tag, 0)).1 += 1;
        }
        let mut found: Vec<(String, usize)> = counts.into_values().collect();
        found.sort_by(|x, y| y.1.cmp(&x.1).then_with(|| x.0.cmp(&y.0)));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(created: &str, text: &str) -> Note {
        Note {
            id: NoteId::new(created, text, 0),
            story: "Ferry late".into(),
            targets: Vec::new(),
            text: text.into(),
            created: created.into(),
            modified: created.into(),
        }
    }

    fn texts(notes: &Notes) -> Vec<&str> {
        notes.iter().map(|it| it.text.as_str()).collect()
    }

    #[test]
    fn notes_stand_by_creation() {
        let mut notes = Notes::default();
        for text in ["2025-03-02", "2025-03-01", "2025-03-03"] {
            notes.apply(Change::Put(Box::new(note(text, text))));
        }
        assert_eq!(texts(&notes), ["2025-03-01", "2025-03-02", "2025-03-03"]);
    }

    #[test]
    fn each_change_gives_its_inverse() {
        let mut notes = Notes::default();
        let first = note("2025-03-01T10:00:00Z", "first");
        let second = Note {
            text: "second".into(),
            ..first.clone()
        };
        let undo_new = notes.apply(Change::Put(Box::new(first.clone())));
        let undo_edit = notes.apply(Change::Put(Box::new(second.clone())));
        let undo_delete = notes.apply(Change::Delete(first.id.clone()));
        assert!(notes.is_empty());
        notes.apply(undo_delete);
        assert_eq!(notes.get(&first.id), Some(&second));
        let redo_edit = notes.apply(undo_edit);
        assert_eq!(texts(&notes), ["first"]);
        assert_eq!(redo_edit, Change::Put(Box::new(second)));
        notes.apply(undo_new);
        assert_eq!(notes, Notes::default());
        let nothing = Change::Delete(first.id);
        assert_eq!(notes.apply(nothing.clone()), nothing);
    }

    #[test]
    fn ids_are_stable_and_never_taken_twice() {
        let at = "2025-03-01T10:00:00Z";
        let mut notes = Notes::default();
        let id = notes.new_id(at, "same", 7);
        assert_eq!(id, notes.new_id(at, "same", 7));
        notes.apply(Change::Put(Box::new(Note {
            id: id.clone(),
            ..note(at, "same")
        })));
        assert_ne!(id, notes.new_id(at, "same", 7));
        assert_ne!(id, Notes::default().new_id(at, "same", 8));
        assert_eq!(id.0.len(), 12);
    }

    #[test]
    fn tags_are_counted_over_all_notes() {
        let mut notes = Notes::default();
        notes.apply(Change::Put(Box::new(note("1", "#ferry #late"))));
        notes.apply(Change::Put(Box::new(note("2", "#Ferry"))));
        assert_eq!(
            notes.tags(),
            [("ferry".to_string(), 2), ("late".to_string(), 1)]
        );
    }
}
