//! The notes at hand: where each stands in the bundle, and what was done last.
//!
//! A change is made in memory only after the store has said that it is on disk: until then the
//! reader sees nothing as saved.

use std::borrow::Cow;

use crate::{
    app::{
        decisions::readings,
        effect::{Cause, Effect},
        state::{
            app::{App, Screen},
            ledger::{About, Matter},
            overlay::Overlay,
        },
    },
    geometry::wrap::cut,
    input::command::Command,
    model::{
        decision::Decision,
        grouping::Grouping,
        index::Place,
        note::{Change, NoteId, Subject},
        ruling::{Ruling, Verdict},
    },
};

/// Columns of what was judged, in the line at the foot.
const TOLD: u16 = 60;

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
        let back = match (&change, cause) {
            (Change::Put(note), Cause::Undone | Cause::Redone) => Some(note.id.clone()),
            _ => None,
        };
        self.book.made(change, cause, &bundle);
        if decision {
            self.decide_anew();
        }
        if written {
            self.saved();
        }
        self.say(told);
        self.refresh_ledger();
        if let Some(id) = back.filter(|_| self.lists(About::Notes)) {
            self.go_to_note(&id);
        }
    }

    pub(crate) fn lists(&self, about: About) -> bool {
        matches!(self.screens.last(), Some(Screen::Ledger(it)) if it.about == about)
    }

    fn told_of(&self, change: &Change, cause: Cause) -> Cow<'static, str> {
        let beside = match &self.overlay {
            Some(Overlay::Editor(it)) => !it.note.id.0.is_empty(),
            _ => false,
        };
        let told = match (change, cause) {
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
                Decision::Judge(verdict, judged) => {
                    let done = match verdict {
                        Verdict::Confirm => "Confirmed",
                        Verdict::Dismiss => "Dismissed",
                    };
                    let readings = readings(judged);
                    let told = format!("{done}, by you: {} {readings}", judged.kind.name());
                    return Cow::Owned(format!("{}; u takes it back", cut(&told, TOLD)));
                }
            },
            (Change::Revoke(_), Cause::Made) => "Your decision is taken back; u restores it",
        };
        Cow::Borrowed(told)
    }

    /// The note under the cursor of the list of notes.
    pub(crate) fn note_under_cursor(&self) -> Option<NoteId> {
        match self.matter() {
            Some(Matter::Note(id)) => Some(id.clone()),
            _ => None,
        }
    }

    /// What can be done with the note under the cursor; false where there is none.
    pub(crate) fn update_note(&mut self, command: Command) -> bool {
        match (command, self.note_under_cursor()) {
            (Command::EditNote, Some(id)) => self.edit_note(&id),
            (Command::EditNote, None) => return self.open_draft(),
            (Command::DeleteNote, None) => return self.ask_to_discard(),
            (Command::TakeWords, Some(id)) => self.take_words(&id),
            (Command::FollowLink, Some(id)) => self.follow_link(&id),
            (Command::DeleteNote, Some(id)) => self.ask(Effect::Record {
                change: Change::Delete(id),
                cause: Cause::Made,
            }),
            _ => return false,
        }
        true
    }
}
