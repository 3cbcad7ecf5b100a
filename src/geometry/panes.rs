//! Panes: how many fit, and where each stands, side by side or stacked.

use ratatui::layout::{Constraint, Layout, Rect};

/// What the settings say of panes, in columns.
#[derive(Clone, Copy, Debug)]
pub struct Fit {
    pub pane_width: u16,
    pub stack_below: u16,
}

/// No more panes than this stand on one screen.
pub const MOST: usize = 6;
/// Columns left of the text: cursor, note or omission, difference, how it is shared, a blank.
pub const GUTTER: u16 = 5;
/// Columns right of the text: what is in view, and the position map.
pub const MAP: u16 = 2;
/// A pane narrower than this gives the blank between text and map to the text, in columns.
const AIRY: u16 = 40;
/// The least that a pane can be squeezed to, in columns and in rows.
const LEAST: (u16, u16) = (22, 4);

/// One pane's parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    pub title: Rect,
    pub gutter: Rect,
    pub text: Rect,
    pub map: Rect,
    /// The line that parts it from the pane to the left; empty for the first, and when stacked.
    pub border: Rect,
}

impl Fit {
    pub fn stacked(self, area: Rect) -> bool {
        area.width < self.stack_below
    }

    /// Panes to open at first: as many as stand comfortably, from one to six, no more than
    /// there are sources.
    pub fn comfortable(self, area: Rect, sources: usize) -> usize {
        let fits = if self.stacked(area) {
            2
        } else {
            usize::from(area.width / self.pane_width.max(1)).max(2)
        };
        fits.min(self.most(area)).min(MOST).min(sources).max(1)
    }

    /// Panes that can be squeezed in.
    pub fn most(self, area: Rect) -> usize {
        let fits = if self.stacked(area) {
            area.height / LEAST.1
        } else {
            area.width / LEAST.0
        };
        usize::from(fits).clamp(1, MOST)
    }

    /// A rectangle a weight, in order. The first `most` get room; the others are empty.
    pub fn arrange(self, area: Rect, weights: &[u16]) -> Vec<Rect> {
        let shown = weights.len().min(self.most(area));
        let fills = weights[..shown].iter().map(|it| Constraint::Fill(*it));
        let layout = if self.stacked(area) {
            Layout::vertical(fills)
        } else {
            Layout::horizontal(fills)
        };
        let mut areas = layout.split(area).to_vec();
        areas.resize(weights.len(), Rect::ZERO);
        areas
    }
}

/// The parts of a pane; `first` in its row of panes, so without a line to its left.
pub fn frame(area: Rect, first: bool) -> Frame {
    let edge = Constraint::Length(u16::from(!first));
    let [border, inner] = Layout::horizontal([edge, Constraint::Fill(1)]).areas(area);
    let [title, body] = Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]).areas(inner);
    let [gutter, text, _, map] = Layout::horizontal([
        Constraint::Length(GUTTER),
        Constraint::Fill(1),
        Constraint::Length(u16::from(AIRY <= body.width)),
        Constraint::Length(MAP),
    ])
    .areas(body);
    Frame {
        title,
        gutter,
        text,
        map,
        border,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(width: u16, height: u16, sources: usize, expected: usize) {
        let fit = Fit {
            pane_width: 44,
            stack_below: 88,
        };
        let area = Rect::new(0, 0, width, height);
        assert_eq!(fit.comfortable(area, sources), expected);
        let weights = vec![1; sources];
        for area in fit.arrange(area, &weights) {
            frame(area, false);
        }
    }

    #[test]
    fn as_many_panes_as_stand_comfortably() {
        check(80, 24, 5, 2);
        check(120, 36, 5, 2);
        check(200, 60, 5, 4);
        check(300, 60, 5, 5);
        check(400, 60, 9, 6);
        check(120, 36, 1, 1);
        check(80, 6, 5, 1);
        check(0, 0, 0, 1);
    }
}
