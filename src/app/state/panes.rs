//! The panes of a story: one source a pane, a cursor in each, one of them with the focus.
//!
//! The sentence under the focused pane's cursor is *the* current sentence. Every pane keeps a
//! cursor of its own; when the current sentence has a counterpart in a pane, that pane's cursor
//! goes to it (see `follow`), so that changing the focus always lands where the reader looks.

use crate::{
    app::state::search::Search,
    config::settings::Scroll,
    geometry::page::Page,
    model::{
        article::Role,
        bundle::Bundle,
        comparison::{Comparison, Differs, LinkKind},
        index::{ArticleIx, Place, SentenceIx, StoryIx},
    },
};
use std::sync::Arc;

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
    /// What the gutter says of each sentence.
    pub marks: Arc<[Mark]>,
    /// Whether the marks know the story's comparison; None where they are to be made anew.
    pub(crate) compared: Option<bool>,
}

/// Where the reader was: a source and a sentence.
pub type Jump = Place;

/// A round through the sources that carry a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Round {
    /// The sentence that it goes out from.
    pub of: Place,
    /// Which of its carriers was shown last, and where that stands.
    pub at: usize,
    pub shown: Place,
}

/// How panes were opened that nobody has chosen in this session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opened {
    /// As they were left in the last one.
    Restored,
    /// Before it was known which articles share most.
    Early,
}

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
    /// How it was opened, where nothing was pressed since.
    pub(crate) untouched: Option<Opened>,
    /// Where a selection began, in the focused pane.
    pub selection: Option<SentenceIx>,
    pub search: Option<Search>,
    /// The sentence that the reader wants to link to another.
    pub linking: Option<Place>,
    pub(crate) round: Option<Round>,
    pub(crate) back: Vec<Jump>,
    pub(crate) forward: Vec<Jump>,
}

/// What the gutter says of a sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// How closely it is shared; `None`: only here, or nothing to tell.
    pub shared: Option<LinkKind>,
    pub differs: Option<Differs>,
    /// Whether only this source tells it, as against a heading or an uncompared story.
    pub only_here: bool,
    /// Whether every one of its closest links is a near-tie.
    pub ambiguous: bool,
    /// Whether the reader decided about a link or a discrepancy of it.
    pub by_you: bool,
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
            marks: Arc::default(),
            compared: None,
        }
    }

    /// What the gutter says of a sentence.
    pub fn mark(&self, sentence: SentenceIx) -> Mark {
        self.marks.get(sentence.0).copied().unwrap_or_default()
    }

    /// Marks every sentence, from what is known by now.
    pub(crate) fn mark_all(&mut self, bundle: &Bundle, comparison: Option<&Comparison>) {
        let sentences = bundle[self.article].sentences().len();
        let places = (0..sentences).map(|at| Place::new(self.article, SentenceIx(at)));
        self.marks = places.map(|it| mark(bundle, comparison, it)).collect();
        self.compared = Some(comparison.is_some());
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

    /// The gutters are marked from what is known now, when they are next shown.
    pub(crate) fn mark_anew(&mut self) {
        for pane in &mut self.panes {
            pane.compared = None;
        }
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

    /// Whether the round shows this place beside the current sentence.
    pub fn shows_beside(&self, place: Place) -> bool {
        let round = self.round.filter(|it| it.of == self.place());
        round.is_some_and(|it| it.shown == place)
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

/// Whether another source surely tells otherwise what a sentence does: then it is not told here alone.
/// Names and titles stand in sentences of all sorts.
fn told_otherwise(comparison: Option<&Comparison>, place: Place) -> bool {
    let mut found = comparison
        .into_iter()
        .flat_map(|it| it.discrepancies_at(place));
    found.any(|it| it.differs == Differs::Surely && !it.kind.recurs())
}

/// What the gutter says of a place.
pub(crate) fn mark(bundle: &Bundle, comparison: Option<&Comparison>, place: Place) -> Mark {
    let shared = comparison.and_then(|it| it.shared(place));
    let role = bundle.sentence(place).map(|it| it.role);
    let links = comparison.into_iter().flat_map(|it| it.links_at(place));
    let mut closest = links.filter(|it| Some(it.kind) == shared);
    let differs = comparison.and_then(|it| it.differs(place));
    Mark {
        shared,
        differs,
        only_here: shared.is_none()
            && !told_otherwise(comparison, place)
            && comparison.is_some_and(|it| 1 < it.articles().len())
            && role.is_some_and(Role::tells),
        ambiguous: shared.is_some() && closest.all(|it| it.ambiguous),
        by_you: comparison.is_some_and(|it| it.is_decided(place)),
    }
}
