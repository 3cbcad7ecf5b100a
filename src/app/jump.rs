//! Jumps: to a counterpart in another pane, and back.

use crate::app::state::{
    app::App,
    panes::{Jump, Pane},
};

/// Jumps kept in each direction.
const KEPT: usize = 200;

/// Which way along something that goes round, or along the jumps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    On,
    Back,
}

impl Way {
    /// The next place of so many.
    pub(crate) fn from(self, at: usize, many: usize) -> usize {
        match self {
            Way::On => (at + 1) % many,
            Way::Back => (at + many - 1) % many,
        }
    }
}

impl App {
    /// Keeps where the reader is, for `jump_back`.
    pub(crate) fn remember(&mut self) {
        if let Some(compare) = self.compare_mut() {
            let here = compare.place();
            keep(&mut compare.back, here);
            compare.forward.clear();
        }
    }

    /// Back, or on again, along the jumps.
    pub(crate) fn jump_along(&mut self, way: Way) {
        let Some(compare) = self.compare_mut() else {
            return;
        };
        let here = compare.place();
        let (from, onto) = match way {
            Way::Back => (&mut compare.back, &mut compare.forward),
            Way::On => (&mut compare.forward, &mut compare.back),
        };
        let Some(to) = std::iter::from_fn(|| from.pop()).find(|it| *it != here) else {
            let way = match way {
                Way::Back => "back",
                Way::On => "forward",
            };
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
    pub(crate) fn turn_focus(&mut self, way: Way) {
        if let Some(compare) = self.compare() {
            self.focus_pane(way.from(compare.focus, compare.panes.len()));
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
