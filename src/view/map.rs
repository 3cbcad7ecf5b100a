//! The position map at a pane's right edge: the whole article squeezed into the pane's height.
//!
//! Each cell tells the weightiest thing of its stretch: a note, words noted elsewhere, a difference,
//! a possible one, a sentence that only this source has, then how closely it is shared. A bar beside
//! it says what is in view.

use ratatui::{Frame, layout::Rect, style::Style};

use crate::{
    app::{
        signs::{self, Sign},
        state::{
            app::App,
            panes::{Mark, Pane},
        },
    },
    config::theme::Paint,
    model::{
        comparison::{Differs, LinkKind},
        index::{Place, SentenceIx},
    },
    view::paint::Brush,
};

/// From the least to the weightiest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    Nothing,
    Partial,
    Shared,
    OnlyHere,
    Difference(Differs),
    Seen,
    Note,
}

pub fn draw(frame: &mut Frame, area: Rect, app: &App, pane: &Pane, brush: Brush) {
    let rows = pane.page.rows().len();
    let height = usize::from(area.height);
    if height == 0 || rows == 0 {
        return;
    }
    let scale = rows.max(height);
    for at in 0..height {
        let from = at * scale / height;
        let to = ((at + 1) * scale / height).max(from + 1);
        let Some((_, sign, paint)) = weightiest(app, pane, from, to) else {
            continue;
        };
        let y = area.y + u16::try_from(at).unwrap_or(u16::MAX);
        let in_view = from < pane.top + height && pane.top < to;
        let bar = if in_view { brush.sign(Sign::Bar) } else { " " };
        set(frame, (area.x, y), bar, brush.style(Paint::Border));
        let symbol = sign.map_or(" ", |it| brush.sign(it));
        let last = area.right().saturating_sub(1);
        set(frame, (last, y), symbol, brush.style(paint));
    }
}

fn set(frame: &mut Frame, at: (u16, u16), symbol: &str, style: Style) {
    if let Some(cell) = frame.buffer_mut().cell_mut(at) {
        cell.set_symbol(symbol).set_style(style);
    }
}

/// What the rows `from..to` of a page hold; `None` past its end.
fn weightiest(
    app: &App,
    pane: &Pane,
    from: usize,
    to: usize,
) -> Option<(Weight, Option<Sign>, Paint)> {
    let page = &pane.page;
    if page.rows().len() <= from {
        return None;
    }
    let (first, last) = (page.sentence_at(from), page.sentence_at(to - 1));
    (first.0..=last.0)
        .map(SentenceIx)
        .map(|at| weigh(pane.mark(at), noted(app, Place::new(pane.article, at))))
        .max_by_key(|(weight, _, _)| *weight)
}

/// The sign of the reader's own at a place.
fn noted(app: &App, place: Place) -> Option<Sign> {
    match (app.noted(place), app.seen_before(place)) {
        (true, _) => Some(Sign::Note),
        (false, true) => Some(Sign::Seen),
        (false, false) => None,
    }
}

fn weigh(mark: Mark, noted: Option<Sign>) -> (Weight, Option<Sign>, Paint) {
    match (noted, mark.differs, mark.shared) {
        (Some(Sign::Note), _, _) => (Weight::Note, noted, Paint::Note),
        (Some(_), _, _) => (Weight::Seen, noted, Paint::Seen),
        (_, Some(it), _) => (
            Weight::Difference(it),
            Some(Sign::Difference(it)),
            Paint::Difference,
        ),
        (_, _, Some(kind)) => {
            let weight = if kind == LinkKind::Partial {
                Weight::Partial
            } else {
                Weight::Shared
            };
            (weight, Some(Sign::Shared(kind)), signs::paint(kind))
        }
        _ if mark.only_here => (Weight::OnlyHere, Some(Sign::OnlyHere), Paint::OnlyHere),
        _ => (Weight::Nothing, None, Paint::Border),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weightiest_sign_of_a_stretch_is_shown() {
        let mark = |differs, only_here| Mark {
            differs,
            only_here,
            ..Mark::default()
        };
        let all = [
            weigh(mark(None, false), None),
            weigh(mark(None, true), None),
            weigh(mark(Some(Differs::Possibly), false), None),
            weigh(mark(Some(Differs::Surely), false), None),
            weigh(mark(Some(Differs::Surely), false), Some(Sign::Seen)),
            weigh(mark(Some(Differs::Surely), false), Some(Sign::Note)),
        ];
        assert!(all.is_sorted_by(|x, y| x.0 < y.0));
        let signs: Vec<Option<Sign>> = all.iter().map(|it| it.1).collect();
        let expected = [
            None,
            Some(Sign::OnlyHere),
            Some(Sign::Difference(Differs::Possibly)),
            Some(Sign::Difference(Differs::Surely)),
            Some(Sign::Seen),
            Some(Sign::Note),
        ];
        assert_eq!(signs, expected);
    }
}
