//! What a story comes to, told in a few lines between the headline and the first paragraph: three or
//! more without a full stop are a list, not a dek and headings.

use crate::{
    bundle::clean::{
        block::Shape,
        lists::LONGEST,
        page::{Page, is_finished},
    },
    model::article::Role,
};

/// So many lines are a list.
const LINES: usize = 3;
/// Words of the shortest of them.
const WORDS: usize = 5;

/// Labels the lines that are points of a list, and takes them from `lines`, the open ones below the
/// headline in their order. What goes on below them goes with them.
pub(crate) fn mark(page: &mut Page, lines: &mut Vec<usize>) {
    let points = lines.iter().copied().filter(|at| is_point(page, *at));
    let points: Vec<usize> = points.collect();
    if points.len() < LINES {
        return;
    }
    let below = points.last().map_or(0, |it| it + 1);
    let below = (below..page.units.len()).take_while(|at| is_point(page, *at));
    let below: Vec<usize> = below.collect();
    lines.retain(|it| !points.contains(it));
    for at in points.into_iter().chain(below) {
        page.set(at, Role::List);
    }
}

fn is_point(page: &Page, at: usize) -> bool {
    let unit = &page.units[at];
    let words = page.words(at);
    let plain = unit.label.is_none() && unit.shape == Shape::Text && words.len() <= LONGEST;
    plain && !is_finished(words) && WORDS <= words.split_whitespace().take(WORDS).count()
}
