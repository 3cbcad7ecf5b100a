//! The screen's parts: a line at the head, a line at the foot, the rest between; boxes over them.

use ratatui::layout::{Constraint, Layout, Rect};

/// A rectangle of cells.
pub type Area = Rect;

/// A screen's parts. A part that has no room is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    pub head: Rect,
    pub body: Rect,
    pub foot: Rect,
}

/// The whole screen as a rectangle.
pub fn whole(size: (u16, u16)) -> Rect {
    Rect::new(0, 0, size.0, size.1)
}

/// Head and foot are given up where there are fewer than four rows.
pub fn parts(area: Rect) -> Parts {
    let edge = Constraint::Length(u16::from(4 <= area.height));
    let [head, body, foot] = Layout::vertical([edge, Constraint::Fill(1), edge]).areas(area);
    Parts { head, body, foot }
}

/// Columns from which on a preview stands beside its list.
const BESIDE: u16 = 160;

/// A list with a preview: beside it from 160 columns on, where both are wide enough, else below it; none where there is no
/// room for either.
pub fn with_preview(body: Rect) -> (Rect, Rect) {
    let empty = Rect { height: 0, ..body };
    if BESIDE <= body.width {
        let [list, preview] =
            Layout::horizontal([Constraint::Percentage(60), Constraint::Fill(1)]).areas(body);
        (list, preview)
    } else if 14 <= body.height {
        let [list, preview] =
            Layout::vertical([Constraint::Percentage(45), Constraint::Fill(1)]).areas(body);
        (list, preview)
    } else {
        (body, empty)
    }
}

/// A box over the screen, at most `width` by `height`, in the middle.
pub fn centred(area: Rect, width: u16, height: u16) -> Rect {
    let width = width.min(area.width);
    let height = height.min(area.height);
    Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    }
}

/// The box for longer texts: nearly the whole screen, no wider than is good to read.
pub fn large(area: Rect) -> Rect {
    let width = area.width.saturating_sub(4).clamp(area.width.min(40), 130);
    centred(
        area,
        width,
        area.height.saturating_sub(2).max(area.height.min(6)),
    )
}

/// The inside of a bordered box.
pub fn inside(area: Rect) -> Rect {
    area.inner(ratatui::layout::Margin::new(1, 1))
}
