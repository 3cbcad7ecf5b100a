//! Seen before: where a sentence carries the words of a note on another article, of this bundle or an
//! earlier one, the note can be read here, and taken over: it then hangs on this passage, too.

use crate::{
    app::{
        effect::{Cause, Effect},
        note_list::first_words,
        state::{
            app::App,
            overlay::{Answer, Overlay, Question},
            picker::{Item, Pick, Picker},
        },
    },
    config::theme::Paint,
    geometry::rich::Line,
    model::{
        index::{ArticleIx, Place},
        note::{Change, Note, NoteId, Passage},
    },
    store::anchor,
    text::cited::cited,
};

impl App {
    /// Looks for the words of notes in the articles of the panes, once each.
    pub(crate) fn settle_met(&mut self) {
        let panes = self.compare().map(|it| it.panes.iter());
        let shown: Vec<ArticleIx> = panes.into_iter().flatten().map(|it| it.article).collect();
        for article in shown {
            self.book.meet(&self.known.bundle, article);
        }
    }

    /// Whether a sentence carries the words of a note that hangs elsewhere.
    pub fn seen_before(&self, place: Place) -> bool {
        self.book.met(place).next().is_some()
    }

    /// Shows the earlier note on the words of the current sentence; asks which, where there are
    /// several.
    pub(crate) fn read_seen(&mut self) {
        let Some(place) = self.compare().map(|it| it.place()) else {
            return;
        };
        let met: Vec<(NoteId, Passage)> = self.book.met(place).cloned().collect();
        match met.as_slice() {
            [] => self.say("No note hangs on these words elsewhere"),
            [(id, at)] => self.show_seen(id, *at),
            more => {
                let items = more.iter().map(|(id, at)| Item {
                    left: self.book.notes.get(id).map(made).unwrap_or_default(),
                    right: self.book.notes.get(id).map(first_words).unwrap_or_default(),
                    pick: Some(Pick::Seen(id.clone(), *at)),
                });
                let items = items.collect();
                self.open_picker(Picker::new("Noted before: Enter reads the note", items));
            }
        }
    }

    pub(crate) fn show_seen(&mut self, id: &NoteId, at: Passage) {
        let Some(note) = self.book.notes.get(id) else {
            return;
        };
        let mut lines = vec![Line::new(made(note), Paint::Dim)];
        for target in &note.targets {
            let line = Line::new(format!("{}: ", target.article.source), Paint::Dim);
            lines.push(line.and(cited(&target.exact), Paint::Text));
        }
        let text = note.text.lines();
        lines.extend(text.map(|it| Line::new(it, Paint::Note).indented(2)));
        lines.push(Line::gap());
        lines.push(Line::new(
            "Let it hang on this passage, too? y / n",
            Paint::Warning,
        ));
        self.overlay = Some(Overlay::Question(Question {
            title: "Noted before".to_string(),
            lines,
            yes: Answer::TakeOver(id.clone(), at),
        }));
    }

    pub(crate) fn take_over(&mut self, id: &NoteId, at: Passage) {
        let Some(note) = self.book.notes.get(id) else {
            return;
        };
        let mut note = Note::clone(note);
        let article = &self.known.bundle[at.article];
        note.targets
            .push(anchor::target(article, at.first, at.last));
        self.ask(Effect::Record {
            change: Change::Put(Box::new(note)),
            cause: Cause::Made,
        });
    }
}

/// When a note was made, and in which story.
pub(crate) fn made(note: &Note) -> String {
    let day = note.created.get(..10).unwrap_or_default();
    format!("{day}  {}", note.story)
}
