//! The panes of a story: one source a pane, a cursor in each, one of them with the focus.
//!
//! The sentence under the focused pane's cursor is *the* current sentence. Every pane keeps a
//! cursor of its own; when the current sentence has a counterpart in a pane, that pane's cursor
//! goes to it (see `follow`), so that changing the focus always lands where the reader looks.

use std::sync::Arc;

use crate::{
    app::state::{
        app::{App, Screen},
        panes::{Compare, Pane},
    },
    geometry::panes::{self, Frame},
    model::{
        bundle::Bundle,
        comparison::Comparison,
        index::{ArticleIx, Place, StoryIx},
        story::Story,
    },
};

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
            linking: None,
            back: Vec::new(),
            forward: Vec::new(),
        };
        self.screens.push(Screen::Compare(Box::new(compare)));
        self.restore_layout();
        self.need(story);
    }

    /// The sentence under the cursor, and the comparison of its story; where that is not there, it
    /// is said why.
    pub(crate) fn compared_here(&mut self) -> Option<(Place, Arc<Comparison>)> {
        let compare = self.compare()?;
        let (story, place) = (compare.story, compare.place());
        let found = self.known.comparison(story).cloned();
        if found.is_none() {
            self.say(match self.known.failed.contains(&story) {
                true => "Comparing this story failed; please report it",
                false => "Still comparing this story",
            });
        }
        found.map(|it| (place, it))
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
