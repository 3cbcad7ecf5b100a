//! The panes of a story: one source a pane, a cursor in each, one of them with the focus.
//!
//! The sentence under the focused pane's cursor is *the* current sentence. Every pane keeps a
//! cursor of its own; when the current sentence has a counterpart in a pane, that pane's cursor
//! goes to it (see `follow`), so that changing the focus always lands where the reader looks.

use std::sync::Arc;

use crate::{
    app::{
        find::Search,
        state::{App, Screen},
    },
    config::settings::Scroll,
    geometry::{
        page::Page,
        panes::{self, Frame},
    },
    model::{
        bundle::Bundle,
        comparison::{Comparison, LinkKind},
        index::{ArticleIx, Place, SentenceIx, StoryIx},
        story::Story,
    },
};

/// One source on screen.
#[derive(Clone, Debug)]
pub struct Pane {
    pub article: ArticleIx,
    pub cursor: SentenceIx,
    /// The first row shown.
    pub top: usize,
    /// Its share of the room.
    pub weight: u16,
    pub page: Arc<Page>,
}

/// Where the reader was: a source and a sentence.
pub type Jump = Place;

/// The compare screen.
#[derive(Debug)]
pub struct Compare {
    pub story: StoryIx,
    pub panes: Vec<Pane>,
    pub focus: usize,
    pub zoomed: bool,
    pub scroll: Scroll,
    pub inline_diff: bool,
    /// Whether the reader has opened, closed or moved panes.
    pub(crate) arranged: bool,
    /// Where a selection began, in the focused pane.
    pub selection: Option<SentenceIx>,
    pub search: Option<Search>,
    pub(crate) back: Vec<Jump>,
    pub(crate) forward: Vec<Jump>,
}

/// What the gutter says of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// How closely it is shared; `None`: only here, or nothing to tell.
    pub shared: Option<LinkKind>,
    pub differs: bool,
    /// Whether only this source tells it, as against a heading or an uncompared story.
    pub only_here: bool,
}

impl Pane {
    /// At the beginning of an article, not laid out yet.
    pub fn new(article: ArticleIx) -> Self {
        Self {
            article,
            cursor: SentenceIx(0),
            top: 0,
            weight: 4,
            page: Arc::default(),
        }
    }

    pub fn place(&self) -> Place {
        Place::new(self.article, self.cursor)
    }
}

impl Compare {
    pub fn focused(&self) -> &Pane {
        &self.panes[self.focus]
    }

    pub(crate) fn focused_mut(&mut self) -> &mut Pane {
        &mut self.panes[self.focus]
    }

    /// The current sentence.
    pub fn place(&self) -> Place {
        self.focused().place()
    }

    /// The sentences selected in the focused pane, first and last; the current one where there is
    /// no selection.
    pub fn selected(&self) -> (SentenceIx, SentenceIx) {
        let cursor = self.focused().cursor;
        let from = self.selection.unwrap_or(cursor);
        (from.min(cursor), from.max(cursor))
    }

    /// The panes on screen, in order: only the focused one when zoomed.
    pub fn shown(&self) -> impl Iterator<Item = (usize, &Pane)> {
        let panes = self.panes.iter().enumerate();
        panes.filter(|(at, _)| !self.zoomed || *at == self.focus)
    }

    /// The partner against which the current sentence is told apart: the counterpart in the next
    /// pane that has one, going round.
    pub fn partner(&self, comparison: &Comparison) -> Option<(usize, Place)> {
        let place = self.place();
        (1..self.panes.len())
            .map(|by| (self.focus + by) % self.panes.len())
            .find_map(|at| {
                let counterparts = comparison.counterparts(place, self.panes[at].article);
                Some((at, counterparts.first()?.1))
            })
    }
}

/// What the gutter says of a place.
pub fn mark(bundle: &Bundle, comparison: Option<&Comparison>, place: Place) -> Mark {
    let shared = comparison.and_then(|it| it.shared(place));
    let role = bundle.sentence(place).map(|it| it.role);
    Mark {
        shared,
        differs: comparison.is_some_and(|it| it.differs(place)),
        only_here: shared.is_none()
            && comparison.is_some_and(|it| 1 < it.articles().len())
            && role.is_some_and(crate::app::stories::is_told),
    }
}

/// Every article of the story once, those of other outlets first to be shown: two articles of one
/// outlet side by side are rarely what a reader wants.
fn first_panes(bundle: &Bundle, story: &Story) -> Vec<ArticleIx> {
    let mut seen: Vec<&str> = Vec::new();
    let (mut first, mut later) = (Vec::new(), Vec::new());
    for ix in story.articles() {
        let source = bundle[*ix].source();
        if seen.contains(&source) {
            later.push(*ix);
        } else {
            seen.push(source);
            first.push(*ix);
        }
    }
    first.extend(later);
    first
}

impl App {
    /// Opens a story with as many panes as stand comfortably.
    pub(crate) fn open_story(&mut self, story: StoryIx) {
        let articles = first_panes(&self.known.bundle, &self.known.bundle[story]);
        let wanted = match self.settings.compare.panes {
            0 => self.fit().comfortable(self.parts().body, articles.len()),
            some => some.min(articles.len()),
        };
        let panes = articles.into_iter().take(wanted.max(1)).map(Pane::new);
        let compare = Compare {
            story,
            panes: panes.collect(),
            focus: 0,
            zoomed: false,
            scroll: self.settings.compare.scroll,
            inline_diff: self.settings.compare.inline_diff,
            arranged: false,
            selection: None,
            search: None,
            back: Vec::new(),
            forward: Vec::new(),
        };
        self.screens.push(Screen::Compare(Box::new(compare)));
        self.restore_layout();
        self.need(story);
    }

    /// The parts of each pane on screen, with the pane's number; a pane without room is left out.
    pub fn frames(&self, compare: &Compare) -> Vec<(usize, Frame)> {
        let body = self.parts().body;
        let shown: Vec<(usize, &Pane)> = compare.shown().collect();
        let weights: Vec<u16> = shown.iter().map(|(_, pane)| pane.weight).collect();
        let stacked = self.fit().stacked(body);
        let areas = self.fit().arrange(body, &weights);
        let both = shown.iter().zip(areas).enumerate();
        both.filter(|(_, (_, area))| !area.is_empty())
            .map(|(nth, ((at, _), area))| (*at, panes::frame(area, nth == 0 || stacked)))
            .collect()
    }

    /// The compare screen, when it is the topmost.
    pub fn compare(&self) -> Option<&Compare> {
        match self.screens.last() {
            Some(Screen::Compare(compare)) => Some(compare),
            _ => None,
        }
    }

    pub(crate) fn compare_mut(&mut self) -> Option<&mut Compare> {
        match self.screens.last_mut() {
            Some(Screen::Compare(compare)) => Some(compare),
            _ => None,
        }
    }
}
