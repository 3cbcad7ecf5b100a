//! Tables of contents: the list below a line that says so, and a list whose items all stand again
//! further down as lines of their own.

use std::collections::HashSet;

use crate::{
    bundle::clean::{block::Shape, page::Page},
    model::article::Why,
};

/// Items of the shortest list that is taken for a table of contents without a line that says so.
const FEWEST: usize = 3;

/// Labels tables of contents.
pub(crate) fn mark(page: &mut Page) {
    let mut at = 0;
    while at < page.units.len() {
        let says_so = is_heading(&page.units[at].key);
        let first = at + usize::from(says_so);
        let end = list_end(page, first);
        let again = (first..end)
            .filter(|it| stands_again(page, *it, end))
            .count();
        let listed = first < end;
        if says_so && page.units[at].label.is_none() {
            page.drop(at, Why::Contents);
        }
        if listed && (says_so || (FEWEST <= again && again == end - first)) {
            (first..end).for_each(|it| page.drop(it, Why::Contents));
        } else if says_so {
            mark_lines(page, first);
        }
        at = end.max(at + 1);
    }
}

fn is_heading(key: &str) -> bool {
    matches!(
        key,
        "table of contents"
            | "contents"
            | "contents:"
            | "table of contents:"
            | "in this article"
            | "on this page"
            | "jump to"
            | "jump to:"
            | "quick links"
    )
}

/// Where the items end that begin at a unit.
fn list_end(page: &Page, from: usize) -> usize {
    let open = |at: &usize| page.units[*at].label.is_none() && page.units[*at].shape == Shape::Item;
    from + (from..page.units.len()).take_while(open).count()
}

/// Lines without bullets below a line that says so: as long as they stand again.
fn mark_lines(page: &mut Page, from: usize) {
    let below: HashSet<String> = page.units[from.min(page.units.len())..]
        .iter()
        .map(|it| plain(&it.key))
        .collect();
    let again = |at: usize| {
        let key = plain(&page.units[at].key);
        let rest = &page.units[at + 1..];
        !key.is_empty() && below.contains(&key) && rest.iter().any(|it| plain(&it.key) == key)
    };
    let count = (from..page.units.len()).take_while(|at| again(*at)).count();
    (from..from + count).for_each(|it| page.drop(it, Why::Contents));
}

fn stands_again(page: &Page, at: usize, end: usize) -> bool {
    let key = plain(&page.units[at].key);
    !key.is_empty() && page.units[end..].iter().any(|it| plain(&it.key) == key)
}

/// The key without a number in front.
fn plain(key: &str) -> String {
    key.trim_start_matches(['#', ' ']).to_string()
}
