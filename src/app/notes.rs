//! The notes at hand: where each stands in the bundle, and what was done last.
//!
//! A change is made in memory only after the store has said that it is on disk: until then the
//! reader sees nothing as saved.

use crate::{
    app::{
        effect::{Cause, Effect},
        signs::{Sign, sign},
        state::{
            app::App,
            ledger::{Content, Entry},
            overlay::Overlay,
        },
    },
    config::theme::Paint,
    geometry::rich::Line,
    input::command::Command,
    model::{
        decision::Decision,
        grouping::Grouping,
        index::Place,
        note::{Change, Note, NoteId, Subject},
        ruling::Ruling,
    },
    store::anchor::Placed,
};

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
        let told = self.told_of(&change, cause);
        let decision = matches!(change.subject(), Subject::Decision(_));
        let written = cause == Cause::Made && matches!(change, Change::Put(_));
        let bundle = self.known.bundle.clone();
        self.book.made(change, cause, &bundle);
        if decision {
            self.decide_anew();
        }
        if written {
            self.saved();
        }
        self.say(told);
        self.refresh_ledger();
    }

    fn told_of(&self, change: &Change, cause: Cause) -> &'static str {
        let beside = match &self.overlay {
            Some(Overlay::Editor(it)) => !it.note.id.0.is_empty(),
            _ => false,
        };
        match (change, cause) {
            (_, Cause::Undone) => "Undone",
            (_, Cause::Redone) => "Done again",
            (_, Cause::Elsewhere) => "Notes were changed in another window",
            (Change::Put(note), Cause::Made) if self.book.notes.get(&note.id).is_some() => {
                "Note saved"
            }
            (Change::Put(_), Cause::Made) if beside => {
                "Another window has changed this note: yours is saved beside it"
            }
            (Change::Put(_), Cause::Made) => "Note saved; g n lists all notes, X exports them",
            (Change::Delete(_), Cause::Made) => "Note deleted; u brings it back",
            (Change::Decide(decided), Cause::Made) => match &decided.decision {
                Decision::Group(Grouping::Split { .. }) => "Split off, by you; u takes it back",
                Decision::Group(Grouping::Merge { .. }) => "Merged, by you; u takes it back",
                Decision::Link(Ruling::Pin, _) => "Linked, by you; u takes it back",
                Decision::Link(Ruling::Forbid, _) => "No link, by you; u takes it back",
            },
            (Change::Revoke(_), Cause::Made) => "Your decision is taken back; u restores it",
        }
    }

    /// The notes of the ledger's entry, and what can be done with it.
    pub(crate) fn update_note(&mut self, command: Command) -> bool {
        let id = match self.screens.last() {
            Some(crate::app::state::app::Screen::Ledger(ledger)) => {
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
        let noted = sign(Sign::Note, self.settings.signs);
        let title = Line::new(format!("{noted} "), Paint::Note)
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
