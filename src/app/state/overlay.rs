//! What can lie over the screen: a prompt, a list to pick from, a box to read, a question.

use crate::{
    app::state::{editor::Editor, picker::Picker},
    geometry::rich::Line,
    input::key::{Code, Key},
    model::note::{NoteId, Passage},
};
use std::path::PathBuf;

/// The topmost thing on screen.
#[derive(Debug)]
pub enum Overlay {
    Prompt(Prompt),
    Picker(Picker),
    Text(TextBox),
    Question(Question),
    Editor(Box<Editor>),
}

/// What a prompt is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    Search,
    /// Words to look for in all articles.
    Texts,
    StoryFilter,
    LedgerFilter,
    ExportPath,
}

/// One line to type into, at the foot of the screen.
#[derive(Clone, Debug)]
pub struct Prompt {
    pub asks: Asks,
    pub text: String,
    /// What it was before, for Esc.
    pub(crate) before: String,
    /// Whether the text is that of before, so that what is typed takes its place.
    pub old: bool,
}

/// A box of lines to read.
#[derive(Clone, Debug)]
pub struct TextBox {
    pub title: String,
    pub(crate) lines: Vec<Line>,
    /// The lines wrapped to the box, and the width they were wrapped to.
    pub rows: Vec<Line>,
    pub(crate) width: u16,
    pub top: usize,
}

/// Something that is done only when the reader says yes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub title: String,
    pub lines: Vec<Line>,
    pub yes: Answer,
}

/// What a yes does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    Overwrite(PathBuf),
    /// The note hangs on this passage, too.
    TakeOver(NoteId, Passage),
}

impl Prompt {
    pub fn new(asks: Asks, text: &str) -> Self {
        Self {
            asks,
            text: text.to_string(),
            before: text.to_string(),
            old: !text.is_empty() && asks != Asks::ExportPath,
        }
    }

    /// The text, to be typed into: what stood there before gives way to what is written, and stays where
    /// it is shortened.
    pub(crate) fn typing(&mut self, writes: bool) -> &mut String {
        if std::mem::take(&mut self.old) && writes {
            self.text.clear();
        }
        &mut self.text
    }

    /// What the prompt says before the typed text.
    pub fn label(&self) -> &'static str {
        match self.asks {
            Asks::Search => "Search: ",
            Asks::Texts => "Search all articles: ",
            Asks::StoryFilter | Asks::LedgerFilter => "Filter: ",
            Asks::ExportPath => "Write notes to: ",
        }
    }
}

impl TextBox {
    /// Empty lines at the end are left out.
    pub fn new(title: impl Into<String>, mut lines: Vec<Line>) -> Self {
        while lines.last().is_some_and(|it| it.text().is_empty()) {
            lines.pop();
        }
        Self {
            title: title.into(),
            lines,
            rows: Vec::new(),
            width: 0,
            top: 0,
        }
    }
}

/// Types a key into a line of text; false where the key is not for typing.
pub fn typed(text: &mut String, key: Key) -> bool {
    match (key.code, key.held.ctrl) {
        (Code::Backspace, _) => {
            text.pop();
        }
        (Code::Char('u'), true) => text.clear(),
        (Code::Char('w'), true) => {
            let kept = text.trim_end();
            let start = kept.rfind(' ').map_or(0, |at| at + 1);
            text.truncate(start);
        }
        _ => match key.typed() {
            Some(c) => text.push(c),
            None => return false,
        },
    }
    true
}
