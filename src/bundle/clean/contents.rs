//! Tables of contents: the list below a line that says so, and a list whose items all stand again
//! further down as lines of their own. Cost: a hash for every short line.

use std::collections::HashMap;

use crate::{
    bundle::clean::{block::Shape, lists::LONGEST, page::Page, pattern},
    model::article::Why,
};

/// Items of the shortest list that is taken for a table of contents without a line that says so.
const FEWEST: usize = 3;

/// Bytes of the longest line that says so.
const BRIEF: usize = 30;

/// Labels tables of contents.
pub(crate) fn mark(page: &mut Page) {
    let lists =
        (0..page.units.len()).any(|at| page.units[at].shape == Shape::Item || says_so(page, at));
    if !lists {
        return;
    }
    let lines = Lines::new(page);
    let mut at = 0;
    while at < page.units.len() {
        let said = says_so(page, at);
        let first = at + usize::from(said);
        let end = list_end(page, first);
        if said {
            page.drop(at, Why::Contents);
        }
        if first < end && (said || lines.all_again(first, end)) {
            (first..end).for_each(|it| page.drop(it, Why::Contents));
        } else if said {
            let count = (first..page.units.len())
                .take_while(|it| lines.again(*it, it + 1))
                .count();
            (first..first + count).for_each(|it| page.drop(it, Why::Contents));
        }
        at = end.max(at + 1);
    }
}

fn says_so(page: &Page, at: usize) -> bool {
    const NAMES: &[&str] = &[
        "table of contents",
        "contents",
        "in this article",
        "on this page",
        "jump to",
        "quick links",
    ];
    let words = page.words(at).trim_end_matches(':');
    let open = page.units[at].label.is_none();
    open && words.len() <= BRIEF && NAMES.contains(&pattern::key(words).as_str())
}

/// Where the items end that begin at a unit.
fn list_end(page: &Page, from: usize) -> usize {
    let open = |at: &usize| page.units[*at].label.is_none() && page.units[*at].shape == Shape::Item;
    from + (from..page.units.len()).take_while(open).count()
}

/// Every line without its number, and where it stands for the last time.
struct Lines {
    keys: Vec<String>,
    last: HashMap<String, usize>,
}

impl Lines {
    fn new(page: &Page) -> Self {
        let plain = |at: usize| match page.words(at) {
            long if LONGEST < long.len() => String::new(),
            words => pattern::key(words)
                .trim_start_matches(['#', ' '])
                .to_string(),
        };
        let keys: Vec<String> = (0..page.units.len()).map(plain).collect();
        let last = keys
            .iter()
            .cloned()
            .enumerate()
            .map(|(at, key)| (key, at))
            .collect();
        Self { keys, last }
    }

    /// Whether a line stands again at or behind a place.
    fn again(&self, at: usize, from: usize) -> bool {
        let key = &self.keys[at];
        !key.is_empty() && self.last.get(key).is_some_and(|it| from <= *it)
    }

    fn all_again(&self, first: usize, end: usize) -> bool {
        FEWEST <= end - first && (first..end).all(|at| self.again(at, end))
    }
}
