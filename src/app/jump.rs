//! Jumps: to a counterpart in another pane, and back.

use crate::app::state::{
    app::App,
    panes::{Jump, Pane},
};

/// Jumps kept in each direction.
const KEPT: usize = 200;

impl App {
    /// Keeps where the reader is, for `jump_back`.
    pub(crate) fn remember(&mut self) {
        if let Some(compare) = self.compare_mut() {
            let here = compare.place();
            keep(&mut compare.back, here);
            compare.forward.clear();
        }
    }

    /// Back (or forward again) along the jumps.
    pub(crate) fn jump_along(&mut self, back: bool) {
        let Some(compare) = self.compare_mut() else {
            return;
        };
        let here = compare.place();
        let (from, onto) = if back {
            (&mut compare.back, &mut compare.forward)
        } else {
            (&mut compare.forward, &mut compare.back)
        };
        let Some(to) = std::iter::from_fn(|| from.pop()).find(|it| *it != here) else {
            let way = if back { "back" } else { "forward" };
            return self.say(format!("There is no jump to go {way} to"));
        };
        keep(onto, here);
        self.visit(to);
    }

    /// Gives the focus to a pane, at the counterpart of the current sentence if it has one there.
    pub(crate) fn focus_pane(&mut self, to: usize) {
        let Some(compare) = self.compare() else {
            return;
        };
        let story = compare.story;
        if to == compare.focus {
            return;
        }
        let Some(pane) = compare.panes.get(to) else {
            let many = compare.panes.len();
            return self.say(format!("There is no pane {}; {many} are open", to + 1));
        };
        let (place, article) = (compare.place(), pane.article);
        let comparison = self.known.comparison(story);
        let found = comparison.and_then(|it| it.counterpart(place, article));
        self.remember();
        let Some(compare) = self.compare_mut() else {
            return;
        };
        compare.focus = to;
        compare.selection = None;
        match found {
            Some(sentence) => self.jump_to(sentence),
            None => {
                self.settle_panes();
                self.say("No counterpart here");
            }
        }
    }

    /// The next pane, or the one before, going round.
    pub(crate) fn turn_focus(&mut self, forward: bool) {
        if let Some(compare) = self.compare() {
            let many = compare.panes.len();
            let by = if forward { 1 } else { many - 1 };
            self.focus_pane((compare.focus + by) % many);
        }
    }

    /// Shows a place: in the pane of its source, else in the focused pane.
    pub(crate) fn visit(&mut self, to: Jump) {
        let Some(compare) = self.compare_mut() else {
            return;
        };
        compare.selection = None;
        match compare.panes.iter().position(|it| it.article == to.article) {
            Some(at) => compare.focus = at,
            None => {
                let weight = compare.focused().weight;
                let pane = Pane {
                    weight,
                    ..Pane::new(to.article)
                };
                *compare.focused_mut() = pane;
            }
        }
        self.jump_to(to.sentence);
    }
}

fn keep(jumps: &mut Vec<Jump>, jump: Jump) {
    if jumps.last() != Some(&jump) {
        jumps.push(jump);
    }
    if KEPT < jumps.len() {
        jumps.remove(0);
    }
}
