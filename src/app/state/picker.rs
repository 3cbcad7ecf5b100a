//! A list to pick from: its rows, what was typed, the rows that fit.

use crate::{
    app::state::{
        facet::Facet,
        fuzzy::{pattern, score},
    },
    geometry::wrap,
    input::command::Command,
    model::{
        discrepancy::Discrepancy,
        index::{ArticleIx, Place, StoryIx},
        note::{NoteId, Passage},
    },
};
use nucleo_matcher::{Config, Matcher};
use std::collections::BTreeSet;

/// What picking an item does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    Run(Command),
    Source(ArticleIx),
    /// The article stands apart from its story.
    SplitOff(ArticleIx),
    /// The current story is one with this.
    MergeWith(StoryIx),
    /// These two sentences are no link.
    Forbid(Place, Place),
    /// This discrepancy is none, or stands again.
    Dismiss(Box<Discrepancy>),
    /// The draft of this place is thrown away.
    Discard(String),
    /// Only the entries of this filter of the screen.
    Only(String),
    /// Only entries that have this.
    Facet(Facet),
    /// Where the words of this target of a note stand now.
    Anchor(NoteId, usize, Passage),
    /// A note whose words are met in this passage.
    Seen(NoteId, Passage),
    /// This note is opened in the editor.
    EditNote(NoteId),
    /// The list's cursor goes there.
    Note(NoteId),
}

/// One line of the list. A line that picks nothing is a heading, or tells something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub left: String,
    pub right: String,
    pub pick: Option<Pick>,
}

/// The list and what was typed.
#[derive(Debug)]
pub struct Picker {
    pub title: String,
    /// What is picked and what comes of it, above the list.
    pub about: String,
    /// Whether the left side holds keys.
    pub keys: bool,
    /// Whether several can be picked at once.
    pub several: bool,
    /// Positions in `items` of those marked.
    marked: BTreeSet<usize>,
    pub query: String,
    pub(crate) items: Vec<Item>,
    /// Positions in `items`, in the order shown.
    pub(crate) shown: Vec<usize>,
    pub at: usize,
    pub top: usize,
}

impl Picker {
    pub fn new(title: impl Into<String>, items: Vec<Item>) -> Self {
        let mut picker = Self {
            title: title.into(),
            about: String::new(),
            keys: false,
            several: false,
            marked: BTreeSet::new(),
            query: String::new(),
            shown: Vec::new(),
            items,
            at: 0,
            top: 0,
        };
        picker.narrow();
        picker
    }

    /// With the cursor on this item, where that can be picked.
    pub(crate) fn at(mut self, at: usize) -> Self {
        self.at = at.min(self.shown.len().saturating_sub(1));
        self.onto_a_pick(true);
        self
    }

    /// With a line above the list that says what comes of picking.
    pub(crate) fn about(mut self, about: impl Into<String>) -> Self {
        self.about = about.into();
        self
    }

    /// As a list of keys and what they do: the keys give way where there is little room.
    pub(crate) fn of_keys(mut self) -> Self {
        self.keys = true;
        self
    }

    /// With room for several at once.
    pub(crate) fn of_several(mut self) -> Self {
        self.several = true;
        self
    }

    /// Marks the current item, or takes its mark away, and goes on to the next.
    pub(crate) fn mark(&mut self) {
        let at = self.shown.get(self.at).copied();
        let Some(at) = at.filter(|at| self.items[*at].pick.is_some()) else {
            return;
        };
        if !self.marked.remove(&at) {
            self.marked.insert(at);
        }
        self.step(1);
    }

    /// What was marked, in the order of the items, whether shown or not; else the current item's.
    pub(crate) fn picks(&self) -> Vec<Pick> {
        let marked = self.marked.iter().map(|at| &self.items[*at]);
        let chosen: Vec<&Item> = match self.marked.is_empty() {
            true => self.current().into_iter().collect(),
            false => marked.collect(),
        };
        chosen
            .into_iter()
            .filter_map(|it| it.pick.clone())
            .collect()
    }

    /// What is said above the list, in rows of so many columns: two at most, to leave it room.
    pub fn about_rows(&self, width: u16) -> Vec<String> {
        if self.about.is_empty() {
            return Vec::new();
        }
        let rows = wrap::rows(&self.about, width);
        let Some((first, rest)) = rows.split_first().filter(|(_, rest)| !rest.is_empty()) else {
            return vec![self.about.clone()];
        };
        let second = self.about.get(rest[0].start()..).unwrap_or_default();
        vec![first.of(&self.about).to_string(), wrap::cut(second, width)]
    }

    /// The items shown, in order.
    pub fn shown(&self) -> impl Iterator<Item = &Item> {
        self.shown.iter().map(|at| &self.items[*at])
    }

    /// How many are marked, shown or not.
    pub fn marked(&self) -> usize {
        self.marked.len()
    }

    /// Whether the item shown there is marked.
    pub fn is_marked(&self, shown: usize) -> bool {
        let at = self.shown.get(shown);
        at.is_some_and(|at| self.marked.contains(at))
    }

    pub(crate) fn current(&self) -> Option<&Item> {
        self.shown.get(self.at).map(|at| &self.items[*at])
    }

    /// Everything where nothing was typed, else what fits: first what fits by its name (the left
    /// side), the best of each first.
    pub(crate) fn narrow(&mut self) {
        let all = 0..self.items.len();
        if self.query.is_empty() {
            self.shown = all.collect();
        } else {
            let pattern = pattern(&self.query);
            let mut matcher = Matcher::new(Config::DEFAULT);
            let mut found: Vec<((Option<u32>, u32), usize)> = all
                .filter(|at| self.items[*at].pick.is_some())
                .filter_map(|at| {
                    let item = &self.items[at];
                    // A command is found by its name too, which the list of keys does not show.
                    let named = match item.pick {
                        Some(Pick::Run(command)) => command.info().name.replace('_', " "),
                        _ => String::new(),
                    };
                    let told = format!("{} {} {named}", item.left, item.right);
                    let whole = score(&pattern, &told, &mut matcher)?;
                    let name = [&item.left, &named].map(|it| score(&pattern, it, &mut matcher));
                    let name = name.into_iter().max().flatten();
                    Some(((name, whole), at))
                })
                .collect();
            found.sort_by(|(x, at_x), (y, at_y)| y.cmp(x).then(at_x.cmp(at_y)));
            self.shown = found.into_iter().map(|(_, at)| at).collect();
        }
        self.at = 0;
        self.top = 0;
        self.onto_a_pick(true);
    }

    /// Moves off lines that pick nothing, where there is another to go to.
    pub(crate) fn onto_a_pick(&mut self, forward: bool) {
        let picks = |at: &usize| {
            let item = self.shown.get(*at).map(|it| &self.items[*it]);
            item.is_some_and(|it| it.pick.is_some())
        };
        let below = (self.at..self.shown.len()).find(picks);
        let above = (0..self.at).rev().find(picks);
        let found = if forward {
            below.or(above)
        } else {
            above.or(below)
        };
        self.at = match picks(&self.at) {
            true => self.at,
            false => found.unwrap_or(0),
        };
    }

    pub(crate) fn step(&mut self, by: isize) {
        let last = self.shown.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
        self.onto_a_pick(0 < by);
    }

    /// Keeps the cursor in view; the inside of the box in columns and rows.
    pub(crate) fn settle(&mut self, (width, rows): (u16, u16)) {
        let above = 2 + self.about_rows(width).len();
        let height = usize::from(rows).saturating_sub(above).max(1);
        let lowest = (self.at + 1).saturating_sub(height);
        // Headings above the first item stay in view with it.
        let headed = lowest == 0 && self.shown().take(self.at).all(|it| it.pick.is_none());
        let highest = if headed { 0 } else { self.at };
        self.top = self.top.clamp(lowest, highest);
    }
}
