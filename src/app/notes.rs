//! The notes at hand: where each stands in the bundle, and what was done last.
//!
//! A change is made in memory only after the store has said that it is on disk: until then the
//! reader sees nothing as saved.

use std::collections::BTreeMap;

use crate::{
    app::{
        effect::{Cause, Effect},
        ledger::{Content, Entry},
        state::App,
    },
    config::theme::Paint,
    geometry::rich::Line,
    input::command::Command,
    model::{
        bundle::Bundle,
        index::{Place, SentenceIx, StoryIx},
        note::{Change, Note, NoteId, Notes, Passage},
    },
    store::anchor::{self, Placed},
};

/// The notes with their places.
#[derive(Debug, Default)]
pub struct Book {
    pub notes: Notes,
    placed: BTreeMap<NoteId, Vec<Placed>>,
    at: BTreeMap<Place, Vec<NoteId>>,
    undo: Vec<Change>,
    redo: Vec<Change>,
    /// Texts that were typed and not saved, by what they hang on.
    pub drafts: BTreeMap<String, String>,
}

impl Book {
    /// Finds the place of every target in the bundle.
    pub fn new(notes: Notes, bundle: &Bundle) -> Self {
        let mut book = Self::default();
        for note in notes.iter() {
            book.put(note, bundle);
        }
        book.notes = notes;
        book
    }

    fn put(&mut self, note: &Note, bundle: &Bundle) {
        let placed: Vec<Placed> = note
            .targets
            .iter()
            .map(|target| anchor::place(bundle, target))
            .collect();
        for passage in placed.iter().filter_map(Placed::passage) {
            for place in places(passage) {
                self.at.entry(place).or_default().push(note.id.clone());
            }
        }
        self.placed.insert(note.id.clone(), placed);
    }

    /// Takes in a change that is on disk.
    fn made(&mut self, change: Change, cause: Cause, bundle: &Bundle) {
        let id = change.id().clone();
        for ids in self.at.values_mut() {
            ids.retain(|it| *it != id);
        }
        self.at.retain(|_, ids| !ids.is_empty());
        self.placed.remove(&id);
        if let Change::Put(note) = &change {
            self.put(note, bundle);
        }
        let inverse = self.notes.apply(change);
        match cause {
            Cause::Made => {
                self.undo.push(inverse);
                self.redo.clear();
            }
            Cause::Undone => {
                self.undo.pop();
                self.redo.push(inverse);
            }
            Cause::Redone => {
                self.redo.pop();
                self.undo.push(inverse);
            }
            Cause::Elsewhere => (),
        }
    }

    pub fn at(&self, place: Place) -> impl Iterator<Item = &Note> {
        let ids = self.at.get(&place).map(Vec::as_slice).unwrap_or_default();
        ids.iter().filter_map(|id| self.notes.get(id))
    }

    /// Where the targets of a note stand, in their order.
    pub fn placed(&self, id: &NoteId) -> &[Placed] {
        self.placed.get(id).map(Vec::as_slice).unwrap_or_default()
    }

    /// How many notes hang on a story or on its sentences.
    pub fn on_story(&self, bundle: &Bundle, story: StoryIx) -> usize {
        if self.notes.is_empty() {
            return 0;
        }
        let story = &bundle[story];
        let on_it = |note: &&Note| {
            let placed = self.placed(&note.id).iter().filter_map(Placed::passage);
            let mut here = placed.filter(|it| story.articles().contains(&it.article));
            here.next().is_some() || (note.targets.is_empty() && note.story == story.title)
        };
        self.notes.iter().filter(on_it).count()
    }
}

/// The sentences of a passage.
pub fn places(passage: Passage) -> impl Iterator<Item = Place> {
    let sentences = passage.first.0..=passage.last.0;
    sentences.map(move |at| Place::new(passage.article, SentenceIx(at)))
}

impl App {
    pub fn noted(&self, place: Place) -> bool {
        self.book.at(place).next().is_some()
    }

    /// Undo and redo of changes to notes.
    pub(crate) fn undo(&mut self, forward: bool) {
        let (stack, cause, way) = match forward {
            true => (&self.book.redo, Cause::Redone, "make again"),
            false => (&self.book.undo, Cause::Undone, "take back"),
        };
        match stack.last().cloned() {
            Some(change) => self.ask(Effect::Record { change, cause }),
            None => self.say(format!("There is no change to the notes to {way}")),
        }
    }

    /// A change is on disk.
    pub(crate) fn recorded(&mut self, change: Change, cause: Cause) {
        let had = self.book.notes.get(change.id()).is_some();
        let told = match (&change, cause) {
            (_, Cause::Undone) => "Undone",
            (_, Cause::Redone) => "Done again",
            (_, Cause::Elsewhere) => "Notes were changed in another window",
            (Change::Put(_), Cause::Made) if had => "Note saved",
            (Change::Put(_), Cause::Made) => "Note saved; g n lists all notes, X exports them",
            (Change::Delete(_), Cause::Made) => "Note deleted; u brings it back",
        };
        let bundle = self.known.bundle.clone();
        self.book.made(change, cause, &bundle);
        self.saved();
        self.say(told);
        self.refresh_ledger();
    }

    /// The notes of the ledger's entry, and what can be done with it.
    pub(crate) fn update_note(&mut self, command: Command) -> bool {
        let id = match self.screens.last() {
            Some(crate::app::state::Screen::Ledger(ledger)) => {
                ledger.current().and_then(|it| it.key.clone())
            }
            _ => None,
        };
        match (command, id.map(NoteId)) {
            (Command::EditNote, Some(id)) => self.edit_note(&id),
            (Command::DeleteNote, Some(id)) => self.ask(Effect::Record {
                change: Change::Delete(id),
                cause: Cause::Made,
            }),
            _ => return false,
        }
        true
    }

    /// All notes, the newest last.
    pub(crate) fn note_list(&self) -> Content {
        let entries = self.book.notes.iter().map(|note| self.note_entry(note));
        let tags: Vec<String> = self
            .book
            .notes
            .tags()
            .into_iter()
            .map(|(tag, many)| format!("#{tag} {many}"))
            .collect();
        let head = match tags.is_empty() {
            true => Vec::new(),
            false => vec![Line::new(tags.join("  "), Paint::Dim), Line::gap()],
        };
        Content {
            title: format!("Notes: {}", self.book.notes.len()),
            head,
            entries: entries.collect(),
            empty: "No notes yet. In the panes, a writes one on the sentence under the cursor."
                .to_string(),
        }
    }

    fn note_entry(&self, note: &Note) -> Entry {
        let day = note.modified.get(..10).unwrap_or_default();
        let title = Line::new("† ", Paint::Note)
            .and(format!("{}  ", note.story), Paint::Title)
            .and(format!("{day}  {}", note.id), Paint::Dim);
        let mut lines = vec![title];
        let mut found = Vec::new();
        for (target, placed) in note.targets.iter().zip(self.book.placed(&note.id)) {
            let (state, paint) = state(placed);
            let line = Line::new(format!("{}: ", target.source), Paint::Dim)
                .and(format!("“{}”", target.exact), Paint::Text)
                .and(state, paint);
            lines.push(line.indented(2));
            found.extend(placed.passage().map(|it| Place::new(it.article, it.first)));
        }
        for line in note.text.lines() {
            lines.push(Line::new(line, Paint::Note).indented(4));
        }
        lines.push(Line::gap());
        Entry {
            lines,
            places: found,
            key: Some(note.id.0.clone()),
        }
    }
}

/// What became of a target, where it is not simply where it was.
fn state(placed: &Placed) -> (&'static str, Paint) {
    match placed {
        Placed::Kept(_) => ("", Paint::Dim),
        Placed::Moved(_) => ("  (moved)", Paint::Dim),
        Placed::Edited { .. } => ("  (the article's words have changed since)", Paint::Warning),
        Placed::Ambiguous(_) => ("  (several places fit; none is taken)", Paint::Warning),
        Placed::Lost => ("  (not in what is open now)", Paint::Warning),
    }
}
