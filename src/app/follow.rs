//! Scrolling: pages are laid out for their panes, the cursor stays in view, and the other panes
//! follow it.
//!
//! Aligned: the counterpart of the current sentence stands on the cursor's line; where a source
//! has none, the counterpart of the nearest sentence before it does, so that the panes keep
//! together in reading order. Locked: the other panes move by as many rows. Free: they stay.
//! A step scrolls as little as it must. A jump looks for the line that most panes can show the
//! current sentence and its counterparts on: near the ends of a text not every line is one, so the
//! focused pane gives way as well. A resize keeps the current sentence on its line.

use std::{cmp::Reverse, ops::RangeInclusive, sync::Arc};

use crate::{
    app::state::{
        app::{App, Screen},
        panes::{Compare, Pane},
    },
    config::settings::Scroll,
    geometry::page::Page,
    model::{
        comparison::Comparison,
        index::{ArticleIx, Place, SentenceIx},
    },
};

/// Rows kept free above and below the cursor, where the pane is high enough.
const MARGIN: usize = 2;

impl Pane {
    /// Rows between the top of the pane and the cursor's sentence.
    pub fn line(&self) -> usize {
        self.page.first_row(self.cursor).saturating_sub(self.top)
    }

    /// Scrolls as little as brings the cursor's sentence into view, with some rows around it.
    pub(crate) fn reveal(&mut self, height: usize) {
        self.reveal_within(height, margin(height));
    }

    fn reveal_within(&mut self, height: usize, margin: usize) {
        let first = self.page.first_row(self.cursor);
        let end = self.page.last_row(self.cursor) + 1;
        if self.top + height < end + margin {
            self.top = (end + margin).saturating_sub(height);
        }
        if first < self.top + margin {
            self.top = first.saturating_sub(margin);
        }
        self.bound(height);
    }

    /// The lines on which a sentence can stand in a pane, with so many rows around it where the text
    /// has them.
    fn lines(&self, sentence: SentenceIx, height: usize, margin: usize) -> RangeInclusive<usize> {
        let first = self.page.first_row(sentence);
        let rows = self.page.last_row(sentence) + 1 - first;
        let least = first.saturating_sub(self.page.last_top(height));
        let least = least.max(margin.min(first));
        let most = height.saturating_sub(rows + margin).min(first);
        least..=most.max(least)
    }

    fn bound(&mut self, height: usize) {
        self.top = self.top.min(self.page.last_top(height));
    }

    /// Puts a sentence on a line of the pane, as near as the ends of the page allow.
    pub(crate) fn put(&mut self, sentence: SentenceIx, line: usize, height: usize) {
        self.top = self.page.first_row(sentence).saturating_sub(line);
        self.bound(height);
    }
}

impl Compare {
    /// Brings the other panes to where the current sentence is told, by the scroll mode.
    /// `heights` holds the rows of text of each pane, `moved` the rows the focused pane moved by.
    pub(crate) fn follow(
        &mut self,
        comparison: Option<&Comparison>,
        heights: &[usize],
        moved: isize,
    ) {
        let (place, line) = (self.place(), self.focused().line());
        for (at, pane) in self.panes.iter_mut().enumerate() {
            let height = heights.get(at).copied().unwrap_or_default();
            if at == self.focus || height == 0 {
                continue;
            }
            let counterpart = comparison.and_then(|it| it.counterpart(place, pane.article));
            if let Some(it) = counterpart {
                pane.cursor = it;
            }
            match self.scroll {
                Scroll::Free => (),
                Scroll::Locked => {
                    pane.top = pane.top.saturating_add_signed(moved);
                    pane.bound(height);
                }
                Scroll::Aligned => {
                    let near = || comparison.and_then(|it| nearest(it, place, pane.article));
                    if let Some(sentence) = counterpart.or_else(near) {
                        pane.put(sentence, line, height);
                    }
                    if counterpart.is_some() {
                        pane.reveal_within(height, 0);
                    }
                }
            }
        }
    }

    /// Of the lines that the current sentence can stand on, one that most of its counterparts can,
    /// too; of these the nearest to the one that is wished for.
    fn meeting(&self, comparison: Option<&Comparison>, heights: &[usize], wished: usize) -> usize {
        let place = self.place();
        let height = |at: usize| heights.get(at).copied().unwrap_or_default();
        let lines = |(at, pane): (usize, &Pane)| {
            let other = at != self.focus && 0 < height(at);
            let there = comparison.filter(|_| other && self.scroll == Scroll::Aligned)?;
            let there = there.counterpart(place, pane.article)?;
            Some(pane.lines(there, height(at), 0))
        };
        let others: Vec<_> = self.panes.iter().enumerate().filter_map(lines).collect();
        let own = height(self.focus);
        let own = self.focused().lines(place.sentence, own, margin(own));
        let best = own.max_by_key(|line| {
            let reached = others.iter().filter(|it| it.contains(line)).count();
            (reached, Reverse(line.abs_diff(wished)))
        });
        best.unwrap_or(wished)
    }
}

fn margin(height: usize) -> usize {
    MARGIN.min(height.saturating_sub(1) / 4)
}

/// The counterpart of the nearest sentence before the place that has one in the article.
fn nearest(comparison: &Comparison, place: Place, article: ArticleIx) -> Option<SentenceIx> {
    (0..place.sentence.0).rev().find_map(|before| {
        let before = Place::new(place.article, SentenceIx(before));
        comparison.counterpart(before, article)
    })
}

impl App {
    /// Rows of text in each pane of the compare screen, zero for one that is not shown.
    pub(crate) fn heights(&self) -> Vec<usize> {
        let Some(compare) = self.compare() else {
            return Vec::new();
        };
        let mut heights = vec![0; compare.panes.len()];
        for (at, frame) in self.frames(compare) {
            heights[at] = usize::from(frame.text.height);
        }
        heights
    }

    /// Lays out the pages whose width changed, and keeps every top within bounds.
    pub(crate) fn settle_panes(&mut self) {
        let Some(compare) = self.compare() else {
            return;
        };
        let frames = self.frames(compare);
        let bundle = self.known.bundle.clone();
        let story = compare.story;
        self.need(story);
        self.settle_omissions();
        self.settle_met();
        let Some(Screen::Compare(compare)) = self.screens.last_mut() else {
            return;
        };
        let comparison = self.known.comparisons.get(&story);
        for (at, frame) in frames {
            let height = usize::from(frame.text.height);
            let focused = at == compare.focus;
            let pane = &mut compare.panes[at];
            let fresh = pane.page.is_empty();
            if fresh || pane.page.width() != frame.text.width {
                let line = pane.line();
                let page = Page::lay(&bundle[pane.article], frame.text.width);
                pane.page = Arc::new(page);
                pane.put(pane.cursor, line, height);
            }
            if fresh || pane.compared != Some(comparison.is_some()) {
                pane.mark_all(&bundle, comparison.map(|it| &**it));
            }
            pane.bound(height);
            if focused {
                pane.reveal(height);
            }
        }
    }

    /// After a jump: the current sentence keeps its line if that is a good one, else it goes to the upper
    /// third, and its counterparts stand beside it as far as the texts allow.
    pub(crate) fn settle_jump(&mut self) {
        let top = self.compare().map(|it| it.focused().top);
        self.settle_panes();
        let Some(compare) = self.compare() else {
            return;
        };
        let height = self.heights().get(compare.focus).copied();
        let height = height.unwrap_or_default();
        let line = compare.focused().line();
        let good = top == Some(compare.focused().top) && line <= height * 2 / 3;
        self.level(if good { line } else { height / 3 });
    }

    /// Brings the current sentence to the middle, and its counterparts beside it.
    pub(crate) fn centre(&mut self) {
        if let Some(compare) = self.compare() {
            let height = self.heights().get(compare.focus).copied();
            self.level(height.unwrap_or_default() / 2);
        }
    }

    /// Puts the current sentence near a line, and the other panes beside it.
    fn level(&mut self, wished: usize) {
        let heights = self.heights();
        let Some(Screen::Compare(compare)) = self.screens.last_mut() else {
            return;
        };
        let comparison = self.known.comparisons.get(&compare.story).cloned();
        let line = compare.meeting(comparison.as_deref(), &heights, wished);
        let height = heights.get(compare.focus).copied().unwrap_or_default();
        let pane = compare.focused_mut();
        let before = pane.top;
        pane.put(pane.cursor, line, height);
        let moved = pane.top as isize - before as isize;
        compare.follow(comparison.as_deref(), &heights, moved);
    }

    /// Puts a sentence of another pane on the line of the current one, whatever links the two.
    pub(crate) fn bring_level(&mut self, at: usize, sentence: SentenceIx) {
        let heights = self.heights();
        if let Some(compare) = self.compare_mut() {
            let line = compare.focused().line();
            let height = heights.get(at).copied().unwrap_or_default();
            let pane = &mut compare.panes[at];
            pane.cursor = sentence;
            pane.put(sentence, line, height);
            pane.reveal_within(height, 0);
        }
    }

    /// After the current sentence changed: it is in view, and the other panes follow.
    pub(crate) fn settle_cursor(&mut self) {
        self.settle_panes();
        let heights = self.heights();
        let Some(Screen::Compare(compare)) = self.screens.last_mut() else {
            return;
        };
        let before = compare.focused().top;
        let height = heights.get(compare.focus).copied().unwrap_or_default();
        compare.focused_mut().reveal(height);
        let moved = compare.focused().top as isize - before as isize;
        let comparison = self.known.comparisons.get(&compare.story).cloned();
        compare.follow(comparison.as_deref(), &heights, moved);
    }
}
