//! Motions in the panes: by sentence, by page, to the next sentence of a kind.

use crate::{
    app::state::app::App,
    input::command::Command,
    model::{
        comparison::Discrepancy,
        index::{Place, SentenceIx},
    },
};

/// What `next_shared` and its like look for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sought {
    Shared,
    Difference,
    OnlyHere,
    Note,
}

impl Sought {
    fn name(self) -> &'static str {
        match self {
            Sought::Shared => "shared sentence",
            Sought::Difference => "difference",
            Sought::OnlyHere => "sentence that only this source has",
            Sought::Note => "note",
        }
    }
}

impl App {
    /// The motions of the compare screen; false where the command is none.
    pub(crate) fn go(&mut self, command: Command) -> bool {
        match command {
            Command::NextShared => self.seek(Sought::Shared, true),
            Command::PreviousShared => self.seek(Sought::Shared, false),
            Command::NextDifference => self.seek(Sought::Difference, true),
            Command::PreviousDifference => self.seek(Sought::Difference, false),
            Command::NextOnlyHere => self.seek(Sought::OnlyHere, true),
            Command::PreviousOnlyHere => self.seek(Sought::OnlyHere, false),
            Command::NextNote => self.seek(Sought::Note, true),
            Command::PreviousNote => self.seek(Sought::Note, false),
            other => return self.step(other),
        }
        true
    }

    fn step(&mut self, command: Command) -> bool {
        let heights = self.heights();
        let Some(compare) = self.compare_mut() else {
            return false;
        };
        let focus = compare.focus;
        let page = heights.get(focus).copied().unwrap_or(1).max(1);
        let pane = compare.focused_mut();
        let last = SentenceIx(pane.page.len().saturating_sub(1));
        let row = pane.page.first_row(pane.cursor);
        let laid = pane.page.clone();
        let below = |by: usize| laid.sentence_at(row + by);
        let above = |by: usize| laid.sentence_at(row.saturating_sub(by));
        let next = SentenceIx((pane.cursor.0 + 1).min(last.0));
        let previous = SentenceIx(pane.cursor.0.saturating_sub(1));
        let to = match command {
            Command::Down if pane.scroll_within(page) => pane.cursor,
            Command::Down => next,
            Command::Up => previous,
            Command::HalfPageDown => below((page / 2).max(1)).max(next),
            Command::HalfPageUp => above((page / 2).max(1)).min(previous),
            Command::PageDown => below(page).max(next),
            Command::PageUp => above(page).min(previous),
            Command::First => SentenceIx(0),
            Command::Last => last,
            _ => return false,
        };
        let far = matches!(command, Command::First | Command::Last);
        if far {
            self.remember();
        }
        self.move_to(to);
        true
    }

    fn seek(&mut self, sought: Sought, forward: bool) {
        let Some(compare) = self.compare() else {
            return;
        };
        let pane = compare.focused();
        let (at, len) = (pane.cursor.0, pane.page.len());
        let fits = |it: &usize| self.fits(sought, SentenceIx(*it));
        let found = if forward {
            (at + 1..len).find(fits)
        } else {
            (0..at).rev().find(fits)
        };
        match found {
            Some(it) => {
                self.jump_to(SentenceIx(it));
                if sought == Sought::Difference {
                    self.tell_difference();
                }
            }
            None if self.known.comparison(compare.story).is_none() => {
                self.say_uncompared();
            }
            None => {
                let way = if forward { "below" } else { "above" };
                self.say(format!("No {} {way}", sought.name()));
            }
        }
    }

    fn fits(&self, sought: Sought, sentence: SentenceIx) -> bool {
        let Some(pane) = self.compare().map(|it| it.focused()) else {
            return false;
        };
        let mark = pane.mark(sentence);
        match sought {
            Sought::Shared => mark.shared.is_some(),
            Sought::Difference => {
                mark.differs.is_some() && self.differs_first(Place::new(pane.article, sentence))
            }
            Sought::OnlyHere => mark.only_here,
            Sought::Note => self.noted(Place::new(pane.article, sentence)),
        }
    }

    /// Whether something differs at a sentence that has not been told of in its article before: a name or
    /// a title recurs in every other sentence.
    fn differs_first(&self, place: Place) -> bool {
        let Some(comparison) = self
            .compare()
            .and_then(|it| self.known.comparison(it.story))
        else {
            return false;
        };
        let recurs = |it: &Discrepancy| {
            let mut places = it.sentences().into_iter();
            let first = places.find(|at| at.article == place.article);
            it.kind.recurs() && first != Some(place)
        };
        let mut found = comparison.discrepancies_at(place).filter(|it| it.weighs());
        found.any(|it| !recurs(it))
    }

    /// Puts the focused pane's cursor on a sentence that may be far away, on a line where the others
    /// can stand beside it.
    pub(crate) fn jump_to(&mut self, sentence: SentenceIx) {
        if let Some(compare) = self.compare_mut() {
            compare.focused_mut().cursor = sentence;
        }
        self.settle_jump();
    }

    /// Puts the focused pane's cursor on a sentence near by; the other panes follow.
    pub(crate) fn move_to(&mut self, sentence: SentenceIx) {
        if let Some(compare) = self.compare_mut() {
            compare.focused_mut().cursor = sentence;
        }
        self.settle_cursor();
    }
}

impl crate::app::state::panes::Pane {
    /// Scrolls on inside a sentence that is longer than the pane; false where its end is in view.
    fn scroll_within(&mut self, height: usize) -> bool {
        let first = self.page.first_row(self.cursor);
        let end = self.page.last_row(self.cursor) + 1;
        if end - first <= height || end <= self.top + height {
            return false;
        }
        self.top = (self.top + height.div_ceil(2)).min(end - height);
        true
    }
}
