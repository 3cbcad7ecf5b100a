//! The note being written: its text, the words that it is on, whether it is a draft.

use crate::{
    config::theme::Paint,
    geometry::rich::Line,
    model::note::{Note, Target},
    text::cited::cited,
};
use ratatui_textarea::{TextArea, WrapMode};

/// A note being written.
#[derive(Debug)]
pub struct Editor {
    /// The note as it will be, but for its text; its id is empty where it is a new one.
    pub(crate) note: Note,
    pub area: TextArea<'static>,
    /// The words that the note hangs on.
    pub quoted: Vec<Line>,
    /// What the word before the cursor could be completed to.
    pub completion: Option<Completion>,
}

/// What is offered for a word that was begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// Where the word begins in its line, and how long it is now; characters.
    pub(crate) from: usize,
    pub(crate) length: usize,
    pub offers: Vec<Offer>,
    /// Which offer is taken next.
    pub next: usize,
}

/// One way to complete a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub shown: String,
    pub(crate) text: String,
}

impl Editor {
    pub(crate) fn new(note: Note, text: &str) -> Self {
        let mut area = TextArea::new(text.lines().map(str::to_string).collect());
        area.set_wrap_mode(WrapMode::WordOrGlyph);
        area.move_cursor(ratatui_textarea::CursorMove::Bottom);
        area.move_cursor(ratatui_textarea::CursorMove::End);
        let quoted = match note.targets.as_slice() {
            [] => vec![Line::new(
                format!("On the story: {}", note.story),
                Paint::Dim,
            )],
            targets => targets.iter().map(quoted).collect(),
        };
        Self {
            note,
            area,
            quoted,
            completion: None,
        }
    }

    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Names the place, so that a draft is found again.
    pub(crate) fn key(&self) -> String {
        draft_key(&self.note)
    }
}

pub(crate) fn quoted(target: &Target) -> Line {
    Line::new(format!("{}: ", target.article.source), Paint::Title)
        .and(cited(&target.exact), Paint::Dim)
}

/// The id of a note that exists; for a new one, what it hangs on.
pub(crate) fn draft_key(note: &Note) -> String {
    if !note.id.0.is_empty() {
        return note.id.0.clone();
    }
    let hung = |it: &Target| format!("{}:{}-{}", it.article.hash, it.span.start(), it.span.end());
    let targets: Vec<String> = note.targets.iter().map(hung).collect();
    format!("{}|{}", note.story, targets.join("|"))
}
