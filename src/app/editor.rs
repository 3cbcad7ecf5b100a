//! The note editor: a box to write in, with the quoted words in view.
//!
//! What was typed is never lost: Esc keeps it as a draft for the same place, a failed save leaves
//! the editor open, and drafts go into the session that is kept on disk.

use crate::{
    app::{
        effect::{Cause, Effect},
        note_list::first_words,
        seen::made,
        state::{
            app::{App, Screen},
            editor::{Editor, draft_key},
            overlay::Overlay,
            picker::{Item, Pick, Picker},
        },
    },
    input::{
        command::{COMMANDS, Command, Scope},
        key::{Code, Key},
        keymap::Lookup,
    },
    model::{
        index::{ArticleIx, Place},
        note::{Change, Note, NoteId, Target},
        story::Story,
    },
    store::anchor,
};
use ratatui_textarea::{Input, Key as Typed};

impl App {
    /// The commands that write notes; false where the command is none.
    pub(crate) fn annotate(&mut self, command: Command) -> bool {
        let targets = match command {
            Command::AnnotateSentence => self.targets_here(),
            Command::AnnotatePair => self.targets_of_pair(),
            Command::AnnotateClaim => self.targets_of_claim(),
            Command::EditNoteHere => {
                self.edit_note_here();
                return true;
            }
            _ => return false,
        };
        if let Some(targets) = targets {
            self.write_note(targets, String::new());
        }
        true
    }

    /// A note on the story as a whole.
    pub(crate) fn annotate_story(&mut self) {
        match self.story() {
            Some(_) => self.write_note(Vec::new(), String::new()),
            None => self.warn("Choose a story first"),
        }
    }

    fn targets_here(&self) -> Option<Vec<Target>> {
        let compare = self.compare()?;
        let (from, to) = compare.selected();
        let article = &self.known.bundle[compare.focused().article];
        (from.0 < article.sentences().len()).then(|| vec![anchor::target(article, from, to)])
    }

    fn targets_of_pair(&mut self) -> Option<Vec<Target>> {
        let compare = self.compare()?;
        let comparison = self.known.comparison(compare.story);
        let partner = comparison.and_then(|it| compare.partner(it));
        let Some((_, other)) = partner else {
            self.say("The sentence has no counterpart in another pane");
            return None;
        };
        let bundle = &self.known.bundle;
        let both = [compare.place(), other];
        let target = |it: &Place| anchor::target(&bundle[it.article], it.sentence, it.sentence);
        Some(both.iter().map(target).collect())
    }

    fn targets_of_claim(&mut self) -> Option<Vec<Target>> {
        let compare = self.compare()?;
        let Some(comparison) = self.known.comparison(compare.story) else {
            self.say_uncompared();
            return None;
        };
        let all = comparison.carriers(compare.place());
        let bundle = &self.known.bundle;
        let target = |it: &Place| anchor::target(&bundle[it.article], it.sentence, it.sentence);
        Some(all.iter().map(target).collect())
    }

    /// A note on every sentence of the ledger's entry: a claim, or a discrepancy.
    pub(crate) fn annotate_entry(&mut self) {
        let entry = match self.screens.last() {
            Some(Screen::Ledger(ledger)) => ledger.current(),
            _ => None,
        };
        let (before, places) = entry.map_or((&[][..], &[][..]), |it| it.places.split_at(it.noted));
        let lacking = before.first().map(|it| it.article);
        let mut places = places.to_vec();
        places.sort();
        places.dedup();
        if places.is_empty() {
            return self.say("There is nothing here to write a note on");
        }
        let bundle = &self.known.bundle;
        let target = |it: &Place| anchor::target(&bundle[it.article], it.sentence, it.sentence);
        let text = match lacking {
            Some(article) => format!("Left out by {}: ", bundle.named(article)),
            None => String::new(),
        };
        self.write_note(places.iter().map(target).collect(), text);
    }

    /// Opens the editor on a new note that begins with a text.
    fn write_note(&mut self, targets: Vec<Target>, text: String) {
        let story = self.story().map(|it| &self.known.bundle[it]);
        let title = story.map(|it| it.title.clone()).unwrap_or_default();
        let note = Note {
            text,
            ..self.fresh_note(title, story, targets)
        };
        self.open_editor(note);
    }

    /// A note that is new: on passages, or without any on the whole of a story.
    pub(crate) fn fresh_note(
        &self,
        title: String,
        story: Option<&Story>,
        targets: Vec<Target>,
    ) -> Note {
        let whole = story.filter(|_| targets.is_empty());
        let articles = whole.map_or(&[][..], |it| it.articles());
        let cited = |ix: &ArticleIx| anchor::cited(&self.known.bundle[*ix]);
        Note {
            story: title,
            articles: articles.iter().map(cited).collect(),
            targets,
            ..Note::default()
        }
    }

    /// Opens the note on the current sentence; where there are several, asks which.
    fn edit_note_here(&mut self) {
        let Some(here) = self.compare().map(|it| it.place()) else {
            return;
        };
        let notes: Vec<&Note> = self.book.at(here).collect();
        match notes.as_slice() {
            [] => self.say("There is no note on this sentence; a writes one"),
            [one] => {
                let id = one.id.clone();
                self.edit_note(&id);
            }
            more => {
                let items = more.iter().map(|it| Item {
                    left: made(it),
                    right: first_words(it),
                    pick: Some(Pick::EditNote(it.id.clone())),
                });
                let title = format!("{} notes on this sentence: Enter edits one", more.len());
                let picker = Picker::new(title, items.collect());
                self.open_picker(picker);
            }
        }
    }

    pub(crate) fn edit_note(&mut self, id: &NoteId) {
        if let Some(note) = self.book.notes.get(id).cloned() {
            self.open_editor(note);
        }
    }

    pub(crate) fn open_editor(&mut self, note: Note) {
        let draft = self.book.drafts.get(&draft_key(&note)).cloned();
        if draft.is_some() {
            self.say("Your draft is back; save it, or write on");
        }
        let text = draft.unwrap_or_else(|| note.text.clone());
        self.overlay = Some(Overlay::Editor(Box::new(Editor::new(note, &text))));
    }

    /// A key while the editor is open.
    pub(crate) fn press_editor(&mut self, key: Key) {
        let keymap = &self.settings.keymap;
        let found = keymap.lookup(Scope::Editor, &[key]);
        let Some(Overlay::Editor(editor)) = &mut self.overlay else {
            return;
        };
        match found {
            Lookup::Run(Command::SaveNote) => self.save_note(),
            Lookup::Run(Command::ExternalEditor) => {
                let text = editor.text();
                self.ask(Effect::Edit(text));
            }
            // Where nothing can be completed the key writes nothing either.
            Lookup::Run(Command::Complete) => {
                self.complete();
            }
            Lookup::Run(Command::LeaveEditor) => self.leave_editor(),
            Lookup::Run(Command::ClearLine) => {
                editor.area.delete_line_by_head();
                self.offer();
            }
            Lookup::Run(Command::UndoTyping) => {
                editor.area.undo();
                self.offer();
            }
            Lookup::Run(Command::EditorKeys) => self.tell_editor_keys(),
            _ if key.held.ctrl && key.code == Code::Char('c') => self.leave_editor(),
            _ => {
                if let Some(Overlay::Editor(editor)) = &mut self.overlay {
                    editor.area.input(input(key));
                }
                self.offer();
            }
        }
    }

    /// The keys of the editor, over the foot: the editor stays as it is.
    fn tell_editor_keys(&mut self) {
        let own = COMMANDS.iter().filter(|it| it.scope == Scope::Editor);
        // Whoever reads them has found the key that tells them.
        let own = own.filter(|it| it.command != Command::EditorKeys);
        let told = own.filter_map(|it| {
            let keys = self.settings.keymap.keys_of(it.command);
            Some(format!("{}: {}", keys.first()?, it.doc))
        });
        let told: Vec<String> = told.collect();
        self.warn(told.join(". "));
    }

    /// Text pasted into the editor.
    pub(crate) fn paste_note(&mut self, text: &str) {
        if let Some(Overlay::Editor(editor)) = &mut self.overlay {
            let (text, _) = crate::text::safe::sanitised(text.replace("\r\n", "\n"));
            editor.area.insert_str(text.replace('\r', "\n"));
        }
        self.offer();
    }

    /// What `$EDITOR` gave back.
    pub(crate) fn edited(&mut self, text: &str) {
        if let Some(Overlay::Editor(editor)) = &mut self.overlay {
            let (text, _) = crate::text::safe::sanitised(text.replace("\r\n", "\n"));
            **editor = Editor::new(editor.note.clone(), text.trim_end());
        }
    }

    fn save_note(&mut self) {
        let Some(Overlay::Editor(editor)) = &self.overlay else {
            return;
        };
        let text = editor.text();
        if text.trim().is_empty() {
            return self.warn("The note is empty; Esc closes the editor");
        }
        let mut note = Note {
            text,
            ..editor.note.clone()
        };
        let now = self.book.notes.get(&note.id);
        if now.is_some_and(|it| *it != editor.note) {
            // Another window has changed it since: both states stay, each as a note.
            note.id = NoteId(String::new());
        }
        let change = Change::Put(Box::new(note));
        self.ask(Effect::Record {
            change,
            cause: Cause::Made,
        });
    }

    fn leave_editor(&mut self) {
        let Some(Overlay::Editor(editor)) = self.overlay.take() else {
            return;
        };
        let (key, text) = (editor.key(), editor.text());
        if text.trim().is_empty() || text == editor.note.text {
            self.book.drafts.remove(&key);
        } else {
            self.book.drafts.insert(key, text);
            self.say("Not saved; your draft is kept for this place");
            self.ask(Effect::KeepSession);
        }
        self.refresh_ledger();
    }

    /// The open note is on disk: its editor closes and its draft goes.
    pub(crate) fn saved(&mut self) {
        if let Some(Overlay::Editor(editor)) = &self.overlay {
            if self.book.drafts.remove(&editor.key()).is_some() {
                self.ask(Effect::KeepSession);
            }
            self.overlay = None;
            if let Some(compare) = self.compare_mut() {
                compare.selection = None;
            }
        }
    }

    /// What the editor holds, where that is neither the note as it was nor a draft that is kept.
    fn unkept(&self) -> Option<(String, String)> {
        let Some(Overlay::Editor(editor)) = &self.overlay else {
            return None;
        };
        let (key, text) = (editor.key(), editor.text());
        let kept = self.book.drafts.get(&key).unwrap_or(&editor.note.text);
        (text != *kept && !text.trim().is_empty()).then_some((key, text))
    }

    /// Whether something was typed since a draft was last kept.
    pub fn has_unkept(&self) -> bool {
        self.unkept().is_some()
    }

    /// What the editor holds, kept as a draft: while it is being written, and before the program ends.
    pub fn keep_draft(&mut self) {
        if let Some((key, text)) = self.unkept() {
            self.book.drafts.insert(key, text);
        }
    }
}

fn input(key: Key) -> Input {
    let typed = match key.code {
        Code::Char(c) => Typed::Char(c),
        Code::Enter => Typed::Enter,
        Code::Esc => Typed::Esc,
        Code::Tab => Typed::Tab,
        Code::Backspace => Typed::Backspace,
        Code::Delete => Typed::Delete,
        Code::Up => Typed::Up,
        Code::Down => Typed::Down,
        Code::Left => Typed::Left,
        Code::Right => Typed::Right,
        Code::Home => Typed::Home,
        Code::End => Typed::End,
        Code::PageUp => Typed::PageUp,
        Code::PageDown => Typed::PageDown,
        Code::F(number) => Typed::F(number),
    };
    Input {
        key: typed,
        ctrl: key.held.ctrl,
        alt: key.held.alt,
        shift: key.held.shift,
    }
}
