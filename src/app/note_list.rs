//! The list of notes: each with the words it hangs on, what has become of them, its own text, and the
//! notes it is linked with; narrowed by tag, state, source and story.
//!
//! Words that have changed are shown then and now; words that are gone stay listed as they were.

use std::collections::BTreeMap;

use crate::{
    app::{
        apart::told_apart,
        signs::{Sign, sign},
        state::{
            anchored::{Anchored, State},
            app::{App, Screen},
            facet::{self, Facet},
            ledger::{Content, Entry, Matter},
            picker::{Item, Pick, Picker},
        },
    },
    config::theme::Paint,
    geometry::{rich::Line, wrap::cut},
    input::command::Command,
    model::{
        index::Place,
        note::{Note, NoteId, Target},
    },
    store::anchor::Placed,
    text::cited::cited,
};

/// Columns of the first words of a note.
pub(crate) const WORDS: u16 = 60;

/// Notes by the notes that refer to them.
type Backlinks<'a> = BTreeMap<NoteId, Vec<&'a Note>>;

impl App {
    /// What is still a draft, then all notes, the newest last.
    pub(crate) fn note_list(&self) -> Content {
        let notes = &self.book.notes;
        let mut backlinks = Backlinks::new();
        for note in notes.iter() {
            for id in note.links() {
                backlinks.entry(id).or_default().push(note);
            }
        }
        let entries = notes.iter().map(|it| self.note_entry(it, &backlinks));
        let tags: Vec<String> = notes
            .tags()
            .into_iter()
            .map(|(tag, many)| format!("#{tag} {many}"))
            .collect();
        let mut head = Vec::new();
        if !tags.is_empty() {
            head.push(Line::new(tags.join("  "), Paint::Dim));
        }
        if !head.is_empty() {
            head.push(Line::gap());
        }
        Content {
            title: format!("Notes: {}", notes.len()),
            head,
            entries: self.draft_entries().into_iter().chain(entries).collect(),
            empty: "No notes yet. In the panes, a writes one on the sentence under the cursor."
                .to_string(),
            ..Content::default()
        }
    }

    /// What notes on the open articles need the reader for; None where they need nothing.
    pub(crate) fn notes_in_need(&self) -> Option<String> {
        let states: Vec<State> = self
            .book
            .notes
            .iter()
            .map(|it| self.book.state(it))
            .collect();
        let counted = |state: State, told: &str| {
            let many = states.iter().filter(|it| **it == state).count();
            (0 < many).then(|| format!("{many} {told}"))
        };
        let told = [
            counted(State::Ambiguous, "may stand elsewhere"),
            counted(State::Edited, "on words that have changed"),
            counted(State::Lost, "on words that are gone"),
        ];
        let told: Vec<String> = told.into_iter().flatten().collect();
        let keys = self.settings.keymap.keys_of(Command::GoNotes).join(" or ");
        (!told.is_empty()).then(|| format!("Notes: {}; {keys} lists them", told.join(", ")))
    }

    fn note_entry(&self, note: &Note, backlinks: &Backlinks) -> Entry {
        let day = note.modified.get(..10).unwrap_or_default();
        let noted = sign(Sign::Note, self.settings.signs);
        let title = Line::new(format!("{noted} "), Paint::Note)
            .and(note.story.as_str(), Paint::Title)
            .hanging(2);
        let mut lines = vec![title];
        let mut found = Vec::new();
        for (target, anchored) in note.targets.iter().zip(self.book.placed(&note.id)) {
            lines.extend(self.words(target, anchored));
            let passage = anchored.placed.passage();
            found.extend(passage.map(|it| Place::new(it.article, it.first)));
        }
        for line in note.text.lines() {
            lines.push(Line::new(line, Paint::Note).indented(4));
        }
        lines.extend(self.linked(note, backlinks));
        // On a line of its own the id never breaks over two.
        lines.push(Line::new(format!("{day}  {}", note.id), Paint::Dim).indented(4));
        lines.push(Line::gap());
        Entry {
            lines,
            nowhere: Some(self.nowhere(note)),
            places: found,
            matter: Some(Matter::Note(note.id.clone())),
            facets: self.facets(note),
            ..Entry::default()
        }
    }

    /// Why there is no place to go to, where there is none.
    fn nowhere(&self, note: &Note) -> String {
        let Some(target) = note.targets.first() else {
            return format!(
                "This note is on the story “{}”, on no words of it",
                note.story
            );
        };
        let source = &target.article.source;
        match self.book.state(note) {
            State::Lost => format!("The words of this note no longer stand in {source}"),
            _ => format!(
                "The article of {source} is not among those open now: {}",
                target.article.file
            ),
        }
    }

    /// The words of a target, and what has become of them.
    fn words(&self, target: &Target, anchored: &Anchored) -> Vec<Line> {
        let keys = |command| self.settings.keymap.keys_of(command).join(" or ");
        let state = match anchored.state() {
            State::Kept => String::new(),
            State::Moved => "  (moved)".to_string(),
            State::Edited => format!(
                "  (changed since; {} takes the words of now)",
                keys(Command::TakeWords)
            ),
            State::Ambiguous if anchored.placed.passages().len() == 1 => {
                let open = keys(Command::Open);
                format!("  (one place may be it; {open} asks whether)")
            }
            State::Ambiguous => {
                format!("  (several places fit; {} asks which)", keys(Command::Open))
            }
            State::Lost => "  (no longer in the article)".to_string(),
            State::Elsewhere => "  (not in what is open now)".to_string(),
        };
        let paint = match anchored.state() {
            State::Kept | State::Moved => Paint::Dim,
            _ => Paint::Warning,
        };
        let said = Line::new(format!("{}: ", target.article.source), Paint::Dim)
            .and(cited(&target.exact), Paint::Text)
            .and(state, paint);
        let mut lines = vec![said.indented(2)];
        if let Placed::Edited { now, .. } = &anchored.placed {
            for line in told_apart(&target.exact, now) {
                let label = Line::new("now: ", Paint::Dim);
                lines.push(label.join(line).indented(4));
            }
        }
        lines
    }

    /// The notes that it refers to, and those that refer to it.
    fn linked(&self, note: &Note, backlinks: &Backlinks) -> Vec<Line> {
        let line = |arrow: &str, id: &NoteId| {
            let told = match self.book.notes.get(id) {
                Some(note) => first_words(note),
                None => "(there is no such note)".to_string(),
            };
            Line::new(format!("{arrow} {id}  "), Paint::Dim)
                .and(told, Paint::Dim)
                .indented(4)
        };
        let to = note.links();
        let from = backlinks.get(&note.id).into_iter().flatten();
        let from = from.filter(|it| it.id != note.id);
        let to = to.iter().map(|id| line("links to", id));
        to.chain(from.map(|it| line("linked from", &it.id)))
            .collect()
    }

    fn facets(&self, note: &Note) -> Vec<Facet> {
        let mut all: Vec<Facet> = note
            .tags()
            .into_iter()
            .map(|it| Facet::Tag(it.to_lowercase()))
            .collect();
        all.push(Facet::State(self.book.state(note).name()));
        all.extend(
            note.targets
                .iter()
                .map(|it| Facet::Source(it.article.source.clone())),
        );
        all.push(Facet::Story(note.story.clone()));
        all.sort();
        all.dedup();
        all
    }

    /// What the notes shown can be narrowed by, with counts, to pick from.
    pub(crate) fn open_facets(&mut self) {
        let Some(Screen::Ledger(ledger)) = self.screens.last() else {
            return;
        };
        let entries = ledger.content.entries.iter();
        let mut items = Vec::new();
        let mut kind = "";
        for (it, many) in facet::counted(entries.flat_map(|it| &it.facets)) {
            if kind != it.kind() {
                kind = it.kind();
                items.push(crate::app::picker::heading(kind));
            }
            items.push(Item {
                left: it.name(),
                right: many.to_string(),
                pick: Some(Pick::Facet(it)),
            });
        }
        self.open_picker(Picker::new(
            "Only notes with: Enter narrows the list",
            items,
        ));
    }

    pub(crate) fn narrow_to(&mut self, facet: Facet) {
        if let Some(Screen::Ledger(ledger)) = self.screens.last_mut() {
            ledger.facets.retain(|it| *it != facet);
            ledger.facets.push(facet);
            ledger.at = 0;
        }
        self.refresh_ledger();
    }

    /// Goes to a note that this one is linked with; asks where there are several.
    pub(crate) fn follow_link(&mut self, id: &NoteId) {
        let notes = &self.book.notes;
        let own = notes.get(id).map(Note::links).unwrap_or_default();
        let back = notes.iter().filter(|it| it.links().contains(id));
        let mut all: Vec<NoteId> = own
            .into_iter()
            .chain(back.map(|it| it.id.clone()))
            .collect();
        all.retain(|it| it != id && notes.get(it).is_some());
        all.sort();
        all.dedup();
        let item = |id: &NoteId| Item {
            left: id.to_string(),
            right: notes.get(id).map(first_words).unwrap_or_default(),
            pick: Some(Pick::Note(id.clone())),
        };
        match all.as_slice() {
            [] => self.say("This note is linked with no other; [[ in the editor links it"),
            [one] => self.go_to_note(&one.clone()),
            more => {
                let items = more.iter().map(item).collect();
                self.open_picker(Picker::new("Linked notes: Enter goes there", items));
            }
        }
    }

    /// Puts the cursor of the list on a note, whatever the list is narrowed to.
    pub(crate) fn go_to_note(&mut self, id: &NoteId) {
        let at = |app: &App| match app.screens.last() {
            Some(Screen::Ledger(ledger)) => {
                let mut entries = ledger.content.entries.iter();
                let same = |it: &Matter| matches!(it, Matter::Note(own) if own == id);
                entries.position(|it| it.matter.as_ref().is_some_and(same))
            }
            _ => None,
        };
        if at(self).is_none() {
            self.widen_ledger();
        }
        let at = at(self);
        if let (Some(Screen::Ledger(ledger)), Some(at)) = (self.screens.last_mut(), at) {
            ledger.at = at;
        }
        self.settle();
    }
}

/// The beginning of a note's own text, on one line.
pub(crate) fn first_words(note: &Note) -> String {
    let line = note.text.lines().find(|it| !it.trim().is_empty());
    cut(line.unwrap_or_default().trim(), WORDS)
}
