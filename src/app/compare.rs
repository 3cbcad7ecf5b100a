//! The panes of a story: one source a pane, a cursor in each, one of them with the focus.
//!
//! The sentence under the focused pane's cursor is *the* current sentence. Every pane keeps a
//! cursor of its own; when the current sentence has a counterpart in a pane, that pane's cursor
//! goes to it (see `follow`), so that changing the focus always lands where the reader looks.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    app::state::{
        app::{App, Screen},
        panes::{Compare, Opened, Pane},
    },
    geometry::panes::{self, Frame},
    model::{
        bundle::Bundle,
        comparison::Comparison,
        index::{ArticleIx, Place, StoryIx},
        story::Story,
    },
};

/// Every article of the story once, those of other outlets first to be shown: two articles of one
/// outlet side by side are rarely what a reader wants.
fn first_panes(bundle: &Bundle, story: &Story) -> Vec<ArticleIx> {
    let mut seen: Vec<&str> = Vec::new();
    let (mut first, mut later) = (Vec::new(), Vec::new());
    for ix in story.articles() {
        let source = bundle[*ix].source();
        if seen.contains(&source) {
            later.push(*ix);
        } else {
            seen.push(source);
            first.push(*ix);
        }
    }
    first.extend(later);
    first
}

/// Puts the two articles first that share most sentences: there is most to compare. Two of one outlet
/// come only where all are. Of pairs that share as many, the one that comes first.
fn closest_first<'a>(
    articles: &mut [ArticleIx],
    comparison: &Comparison,
    outlet: impl Fn(ArticleIx) -> &'a str,
) {
    let mut shared: BTreeMap<(ArticleIx, ArticleIx), usize> = BTreeMap::new();
    for link in comparison.links() {
        let (a, b) = (link.a.article, link.b.article);
        *shared.entry((a.min(b), a.max(b))).or_default() += 1;
    }
    let place = |ix: &ArticleIx| articles.iter().position(|it| it == ix);
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for ((a, b), many) in shared {
        if let (Some(a), Some(b)) = (place(&a), place(&b)) {
            pairs.push((many, a.min(b), a.max(b)));
        }
    }
    let outlet = |at: usize| outlet(articles[at]);
    if pairs.iter().any(|it| outlet(it.1) != outlet(it.2)) {
        pairs.retain(|it| outlet(it.1) != outlet(it.2));
    }
    let most = pairs.iter().map(|it| it.0).max();
    let best = pairs.iter().filter(|it| Some(it.0) == most).min();
    if let Some((_, first, second)) = best {
        articles[..=*second].rotate_right(1);
        articles[..=first + 1].rotate_right(1);
    }
}

impl App {
    /// Opens a story with as many panes as stand comfortably.
    pub(crate) fn open_story(&mut self, story: StoryIx) {
        let early = self.known.comparison(story).is_none();
        let compare = Compare {
            story,
            panes: self.chosen_panes(story),
            focus: 0,
            zoomed: false,
            scroll: self.settings.compare.scroll,
            inline_diff: self.settings.compare.inline_diff,
            arranged: false,
            untouched: early.then_some(Opened::Early),
            selection: None,
            search: None,
            linking: None,
            round: None,
            back: Vec::new(),
            forward: Vec::new(),
        };
        self.screens.push(Screen::Compare(Box::new(compare)));
        self.restore_layout();
        self.need(story);
        let restored = |it: &Compare| it.untouched == Some(Opened::Restored);
        if !early && self.compare().is_some_and(restored) {
            self.settle_jump();
        }
    }

    /// The first panes of a story, closest articles first where that is known.
    fn chosen_panes(&self, story: StoryIx) -> Vec<Pane> {
        let mut articles = first_panes(&self.known.bundle, &self.known.bundle[story]);
        if let Some(comparison) = self.known.comparison(story) {
            let outlet = |ix: ArticleIx| self.known.bundle[ix].source();
            closest_first(&mut articles, comparison, outlet);
        }
        let wanted = match self.settings.compare.panes {
            0 => self.fit().comfortable(self.parts().body, articles.len()),
            some => some.min(articles.len()),
        };
        articles
            .into_iter()
            .take(wanted.max(1))
            .map(Pane::new)
            .collect()
    }

    /// Panes that were opened before their story was compared are chosen again, unless a key was
    /// pressed since.
    pub(crate) fn choose_again(&mut self) {
        let Some(story) = self.compare().map(|it| it.story) else {
            return;
        };
        let panes = self.chosen_panes(story);
        if let Some(compare) = self.compare_mut() {
            compare.panes = panes;
            compare.untouched = None;
        }
    }

    /// The sentence under the cursor, and the comparison of its story; where that is not there, it
    /// is said why.
    pub(crate) fn compared_here(&mut self) -> Option<(Place, Arc<Comparison>)> {
        let compare = self.compare()?;
        let (story, place) = (compare.story, compare.place());
        let found = self.known.comparison(story).cloned();
        if found.is_none() {
            self.say_uncompared();
        }
        found.map(|it| (place, it))
    }

    /// Says why nothing is known of the links of the story at hand.
    pub(crate) fn say_uncompared(&mut self) {
        let failed = |it| self.known.failed.contains(&it);
        self.say(match self.story().is_some_and(failed) {
            true => "Comparing this story failed; please report it",
            false => "Still comparing this story",
        });
    }

    /// The parts of each pane on screen, with the pane's number; a pane without room is left out.
    pub fn frames(&self, compare: &Compare) -> Vec<(usize, Frame)> {
        let body = self.parts().body;
        let shown: Vec<(usize, &Pane)> = compare.shown().collect();
        let weights: Vec<u16> = shown.iter().map(|(_, pane)| pane.weight).collect();
        let stacked = self.fit().stacked(body);
        let areas = self.fit().arrange(body, &weights);
        let both = shown.iter().zip(areas).enumerate();
        both.filter(|(_, (_, area))| !area.is_empty())
            .map(|(nth, ((at, _), area))| (*at, panes::frame(area, nth == 0 || stacked)))
            .collect()
    }

    /// The compare screen, when it is the topmost.
    pub fn compare(&self) -> Option<&Compare> {
        match self.screens.last() {
            Some(Screen::Compare(compare)) => Some(compare),
            _ => None,
        }
    }

    pub(crate) fn compare_mut(&mut self) -> Option<&mut Compare> {
        match self.screens.last_mut() {
            Some(Screen::Compare(compare)) => Some(compare),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        comparison::{Findings, Link, LinkKind},
        index::SentenceIx,
    };

    /// The order of four articles of which these share a sentence each.
    #[track_caller]
    fn check(outlets: [&str; 4], links: &[(usize, usize)], expected: [usize; 4]) {
        let mut articles: Vec<ArticleIx> = (0..4).map(ArticleIx).collect();
        let link = |(at, (a, b)): (usize, &(usize, usize))| Link {
            a: Place::new(ArticleIx(*a), SentenceIx(at)),
            b: Place::new(ArticleIx(*b), SentenceIx(at)),
            kind: LinkKind::Edited,
            score: 0.9,
            ambiguous: false,
        };
        let comparison = Comparison::new(Findings {
            articles: articles.clone(),
            links: links.iter().enumerate().map(link).collect(),
            ..Findings::default()
        });
        closest_first(&mut articles, &comparison, |it| outlets[it.0]);
        assert_eq!(articles, expected.map(ArticleIx));
    }

    #[test]
    fn the_two_that_share_most_come_first() {
        let four = ["a", "b", "c", "d"];
        check(four, &[], [0, 1, 2, 3]);
        check(four, &[(0, 1), (2, 3), (2, 3)], [2, 3, 0, 1]);
        check(four, &[(1, 3), (1, 3), (0, 1)], [1, 3, 0, 2]);
        check(four, &[(0, 1), (2, 3)], [0, 1, 2, 3]);
    }

    #[test]
    fn two_of_one_outlet_come_first_only_where_all_are() {
        check(
            ["a", "a", "b", "c"],
            &[(0, 1), (0, 1), (1, 3)],
            [1, 3, 0, 2],
        );
        check(
            ["a", "a", "a", "a"],
            &[(0, 1), (2, 3), (2, 3)],
            [2, 3, 0, 1],
        );
    }
}
