//! The user's notes as pure data: what a note hangs on, and the changes that make and unmake it.
//!
//! A target holds the words themselves with what stands around them, so that a note outlives the
//! file it was made on: see `store::anchor` for how targets are made and found again. Every
//! change gives its inverse, so undo and redo are one stack of changes each. The reader's decisions
//! lie in the same journal and are changed in the same way.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use crate::{
    model::decision::{Decided, DecisionId, Decisions},
    text::{digest, reference, tag},
};

pub use crate::model::target::{Cited, Passage, Target};

/// Names a note for good: `n-` and ten digits of base 32.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

/// A note of the user.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    pub id: NoteId,
    /// The title of the story it was made in.
    pub story: String,
    /// Empty: the note is on the story as a whole.
    pub targets: Vec<Target>,
    /// The articles of the story, where the note is on it as a whole: titles change.
    pub articles: Vec<Cited>,
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

    /// The notes that its text refers to by `[[id]]`, in order, each once; they need not exist.
    pub fn links(&self) -> Vec<NoteId> {
        let names = reference::references(&self.text).into_iter();
        names.map(|it| NoteId(it.to_string())).collect()
    }
}

/// What can happen to notes and decisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A new note, or a new state of the note with the same id.
    Put(Box<Note>),
    Delete(NoteId),
    /// A new decision, or another one in place of that with the same id.
    Decide(Box<Decided>),
    Revoke(DecisionId),
}

/// What a change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject<'a> {
    Note(&'a NoteId),
    Decision(&'a DecisionId),
}

impl Change {
    /// The note or the decision concerned.
    pub fn subject(&self) -> Subject<'_> {
        match self {
            Change::Put(note) => Subject::Note(&note.id),
            Change::Delete(id) => Subject::Note(id),
            Change::Decide(decided) => Subject::Decision(&decided.id),
            Change::Revoke(id) => Subject::Decision(id),
        }
    }

    /// Whether it takes something away.
    pub fn removes(&self) -> bool {
        matches!(self, Change::Delete(_) | Change::Revoke(_))
    }
}

/// All notes at hand, ordered by creation, and the decisions beside them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    by_id: BTreeMap<NoteId, Note>,
    order: BTreeSet<(String, NoteId)>,
    decisions: Decisions,
}

impl Notes {
    /// Makes a change and returns its inverse, which applied next brings back what was. Deleting
    /// what is not there changes nothing and is its own inverse.
    pub fn apply(&mut self, change: Change) -> Change {
        match change {
            Change::Put(note) => {
                let id = note.id.clone();
                let before = self.take_out(&id);
                self.order.insert((note.created.clone(), id.clone()));
                self.by_id.insert(id.clone(), *note);
                before.map_or(Change::Delete(id), |it| Change::Put(Box::new(it)))
            }
            Change::Delete(id) => match self.take_out(&id) {
                Some(note) => Change::Put(Box::new(note)),
                None => Change::Delete(id),
            },
            Change::Decide(decided) => {
                let id = decided.id.clone();
                let before = self.decisions.put(*decided);
                before.map_or(Change::Revoke(id), |it| Change::Decide(Box::new(it)))
            }
            Change::Revoke(id) => match self.decisions.remove(&id) {
                Some(decided) => Change::Decide(Box::new(decided)),
                None => Change::Revoke(id),
            },
        }
    }

    fn take_out(&mut self, id: &NoteId) -> Option<Note> {
        let note = self.by_id.remove(id)?;
        self.order.remove(&(note.created.clone(), id.clone()));
        Some(note)
    }

    pub fn decisions(&self) -> &Decisions {
        &self.decisions
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
            text: text.into(),
            created: created.into(),
            modified: created.into(),
            ..Note::default()
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
