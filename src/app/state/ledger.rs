//! A list of entries of several lines: its entries, what narrows them, where the cursor is.

use std::borrow::Cow;

use crate::{
    app::state::facet::Facet,
    config::theme::Paint,
    geometry::{grid::Grid, rich::Line},
    input::command::Scope,
    model::{
        decision::DecisionId,
        index::{ArticleIx, Place, StoryIx},
        note::NoteId,
        ruling::Judged,
    },
};

/// What a ledger lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Sources,
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
            About::Sources => Scope::Sources,
            About::Claims => Scope::Claims,
            About::Discrepancies => Scope::Discrepancies,
            About::Origins => Scope::Origins,
            About::Notes => Scope::Notes,
            About::Decisions => Scope::Decisions,
        }
    }
}

/// What an entry is about, where that has an identity of its own: by it the cursor stays on the entry
/// when the list is made anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Matter {
    Note(NoteId),
    /// A draft, by the name of its place.
    Draft(String),
    Decision(DecisionId),
    /// The texts that several articles print, by number.
    Origin(usize),
    Discrepancy(Judged<Place>),
    /// A source, by the section that tells of it.
    Source(usize),
}

/// One entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    pub lines: Vec<Line>,
    /// Which of the lines tells of the first place, where each of them has one.
    pub(crate) first_place: Option<usize>,
    /// Where it stands, the first being where Enter goes.
    pub places: Vec<Place>,
    /// The first of the places that a note on the entry hangs on: those before it only show where.
    pub(crate) noted: usize,
    /// For each place the reading it belongs to, where the entry has readings.
    pub(crate) readings: Vec<usize>,
    /// What is said where there is no place to go to.
    pub nowhere: Option<String>,
    pub(crate) matter: Option<Matter>,
    /// What it can be narrowed by.
    pub facets: Vec<Facet>,
    /// What stands in the columns of the table, where it has a part in it.
    pub cells: Option<Cells>,
    /// Which of the sections it stands in.
    pub section: usize,
}

/// A row of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cells {
    /// The source that the row is about, where it is about one.
    pub of: Option<ArticleIx>,
    pub label: Line,
    /// One a source: a sign or a figure.
    pub cells: Vec<(Cow<'static, str>, Paint)>,
}

/// Columns, one a source, beside the words of entries or in place of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub articles: Vec<ArticleIx>,
    /// Columns of the screen for the label, and for each of the cells.
    pub label: u16,
    pub cell: u16,
    /// Whether words stand right of the table, which then takes less room.
    pub words: bool,
}

/// Entries that stand under a heading, which stays in view while they scroll.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// What stands over the labels of the table; `None` where the section has no part in it.
    pub label: Option<&'static str>,
    pub title: Line,
}

/// What is counted in the title, and how many there are whatever the list is narrowed to.
#[derive(Clone, Debug)]
pub(crate) struct Counted {
    pub what: String,
    pub all: usize,
}

/// What a ledger is made of.
#[derive(Clone, Debug, Default)]
pub struct Content {
    pub title: String,
    /// What stands before the title, with the number of entries shown.
    pub(crate) counted: Option<Counted>,
    /// Lines above the entries that do not scroll.
    pub head: Vec<Line>,
    pub entries: Vec<Entry>,
    pub sections: Vec<Section>,
    /// The names of the screen's own filters, and how many entries each shows.
    pub(crate) filters: Vec<(String, usize)>,
    pub table: Option<Table>,
    /// What the list says when it is empty.
    pub empty: String,
}

/// What a row on screen is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The heading of a section.
    Heading,
    /// The first row of an entry.
    First,
    More,
}

/// A row on screen, and the entry it belongs to.
#[derive(Clone, Debug)]
pub struct Row {
    pub entry: usize,
    pub line: Line,
    pub part: Part,
    /// Which of the entry's places begins here.
    pub place: Option<usize>,
}

/// The list, laid out for the screen.
#[derive(Debug, Default)]
pub struct Laid {
    /// The content's head, wrapped to the screen, and what is told of the cursor.
    pub head: Vec<Line>,
    pub rows: Vec<Row>,
    /// Columns before the list, where the screen is wider than is good to read.
    pub margin: u16,
    pub grid: Grid,
    pub(crate) width: u16,
}

/// The screen.
#[derive(Debug)]
pub struct Ledger {
    pub about: About,
    pub story: Option<StoryIx>,
    pub content: Content,
    pub at: usize,
    pub top: usize,
    /// Which of the screen's own filters is on, by its name; empty: the first, which shows all.
    pub only: String,
    /// Whether what is told most comes first, instead of the order of the story.
    pub(crate) sorted: bool,
    /// What was typed to narrow the list.
    pub filter: String,
    /// What every entry shown must have.
    pub facets: Vec<Facet>,
    /// Which of the entry's places Enter goes to.
    pub reading: usize,
    /// The chosen column of the table.
    pub column: usize,
    pub laid: Laid,
}

impl Ledger {
    pub fn new(about: About, story: Option<StoryIx>) -> Self {
        Self {
            about,
            story,
            content: Content::default(),
            at: 0,
            top: 0,
            only: String::new(),
            sorted: false,
            filter: String::new(),
            facets: Vec::new(),
            reading: 0,
            column: 0,
            laid: Laid::default(),
        }
    }

    /// Goes to an entry; Enter then leads to its first place.
    pub(crate) fn go_to(&mut self, at: usize) {
        if self.at != at {
            self.at = at;
            self.reading = 0;
        }
    }

    /// Goes to the first entry of a section and brings it to the top; false where it has none.
    pub(crate) fn go_to_section(&mut self, section: usize) -> bool {
        let mut entries = self.content.entries.iter();
        let Some(at) = entries.position(|it| it.section == section) else {
            return false;
        };
        self.go_to(at);
        let first = self.rows().map_or(0, |it| it.0);
        self.top = first.saturating_sub(1); // below its heading
        true
    }

    /// The rows of the current entry: the first, and the last.
    pub(crate) fn rows(&self) -> Option<(usize, usize)> {
        let own = |it: &Row| it.entry == self.at && it.part != Part::Heading;
        let rows = &self.laid.rows;
        rows.iter().position(own).zip(rows.iter().rposition(own))
    }

    /// Rows between the first that is in view and the current entry; negative where that begins above.
    pub(crate) fn rows_above(&self) -> Option<isize> {
        let (first, _) = self.rows()?;
        Some(first as isize - self.top as isize)
    }

    /// Off an entry that goes elsewhere: to the next, or from the last to the one before.
    pub(crate) fn step_aside(&mut self) {
        let last = self.content.entries.len().saturating_sub(1);
        match self.at < last {
            true => self.go_to(self.at + 1),
            false => self.go_to(self.at.saturating_sub(1)),
        }
    }

    /// What the current entry is about.
    pub(crate) fn matter(&self) -> Option<&Matter> {
        self.current()?.matter.as_ref()
    }

    /// To the first place of the next reading of the entry, going round; without readings to the next
    /// place.
    pub(crate) fn next_reading(&mut self) {
        let Some(entry) = self.current().filter(|it| !it.places.is_empty()) else {
            return;
        };
        let many = entry.places.len();
        let reading = |at: usize| entry.readings.get(at % many).copied().unwrap_or(at % many);
        let of = |at: usize| entry.readings.get(at).copied().unwrap_or(at);
        let here = of(self.reading);
        let mut after = self.reading + 1..self.reading + many;
        let next = after.find(|at| reading(*at) != here);
        self.reading = next.unwrap_or(self.reading) % many;
    }

    pub fn current(&self) -> Option<&Entry> {
        self.content.entries.get(self.at)
    }

    /// Which of the screen's own filters is on, among their names: the first where none is chosen.
    pub(crate) fn chosen_of(&self, filters: &[&str]) -> usize {
        let chosen = filters.iter().position(|it| *it == self.only);
        chosen.unwrap_or_default()
    }

    /// The source of the chosen column.
    pub(crate) fn source(&self) -> Option<ArticleIx> {
        let table = self.content.table.as_ref()?;
        table.articles.get(self.column).copied()
    }

    /// The section of an entry.
    pub fn section(&self, entry: usize) -> Option<&Section> {
        let entry = self.content.entries.get(entry)?;
        self.content.sections.get(entry.section)
    }
}
