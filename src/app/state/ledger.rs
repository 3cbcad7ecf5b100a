//! A list of entries of several lines: claims, discrepancies, origins, notes.
//!
//! What the entries say is made by `claims`, `discrepancies`, `origins` and `notes`; here they are
//! shown, narrowed, moved through and opened. They are made anew when what they tell has changed.

use crate::{
    app::state::facet::Facet,
    geometry::rich::Line,
    input::command::Scope,
    model::index::{Place, StoryIx},
};

/// What a ledger lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Claims,
    Discrepancies,
    Origins,
    Notes,
    Decisions,
}

impl About {
    /// Whether it lists what belongs to one story.
    pub(crate) fn is_of_a_story(self) -> bool {
        !matches!(self, About::Notes | About::Decisions)
    }

    pub fn scope(self) -> Scope {
        match self {
            About::Claims => Scope::Claims,
            About::Discrepancies => Scope::Discrepancies,
            About::Origins => Scope::Origins,
            About::Notes => Scope::Notes,
            About::Decisions => Scope::Decisions,
        }
    }
}

/// One entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    pub lines: Vec<Line>,
    /// Where it stands, the first being where Enter goes.
    pub places: Vec<Place>,
    /// What it is about, where that has an identity of its own: the id of a note or of a decision.
    pub key: Option<String>,
    /// What it can be narrowed by.
    pub facets: Vec<Facet>,
}

/// What a ledger is made of.
#[derive(Clone, Debug, Default)]
pub struct Content {
    pub title: String,
    /// Lines above the entries that do not scroll.
    pub head: Vec<Line>,
    pub entries: Vec<Entry>,
    /// What the list says when it is empty.
    pub empty: String,
}

/// A row on screen, and the entry it belongs to.
#[derive(Clone, Debug)]
pub struct Row {
    pub entry: usize,
    pub line: Line,
}

/// The screen.
#[derive(Debug)]
pub struct Ledger {
    pub about: About,
    pub story: Option<StoryIx>,
    pub content: Content,
    pub at: usize,
    pub top: usize,
    /// Which of the screen's own filters is on.
    pub only: usize,
    /// What was typed to narrow the list.
    pub filter: String,
    /// What every entry shown must have.
    pub facets: Vec<Facet>,
    /// Which of the entry's places Enter goes to.
    pub reading: usize,
    /// The content's head, wrapped to the screen.
    pub head: Vec<Line>,
    pub rows: Vec<Row>,
    pub(crate) width: u16,
}

impl Ledger {
    pub fn current(&self) -> Option<&Entry> {
        self.content.entries.get(self.at)
    }
}
