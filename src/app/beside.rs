//! The other sources that carry the current sentence, shown beside it one after the other.
//!
//! The cursor stays on its sentence and its pane as it is, so the round is the same until the cursor
//! is moved: first those that tell the claim, counted as in the head, then those with a sentence that
//! is linked with it, then those that only a discrepancy names; of each the strongest first.

use std::cmp::Reverse;

use crate::{
    app::{
        jump::Way,
        signs,
        state::{
            app::App,
            panes::{Pane, Round},
        },
    },
    model::{
        comparison::{Comparison, Link},
        index::{ArticleIx, Place},
    },
};

/// How another source carries a sentence, the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Bond {
    Tells,
    Linked,
    Differs,
}

/// Another source, and where it carries the sentence.
#[derive(Clone, Copy)]
struct Carrier<'a> {
    bond: Bond,
    link: Option<&'a Link>,
    place: Place,
}

impl App {
    /// Shows the next source that carries the current sentence, or the one before, in another pane.
    pub(crate) fn next_carrier(&mut self, way: Way) {
        let Some((here, comparison)) = self.compared_here() else {
            return;
        };
        let carriers = carriers(&comparison, here);
        let many = carriers.len();
        if many == 0 {
            return self.say("Only this source has it");
        }
        let round = self.compare().and_then(|it| it.round);
        let at = match (round.filter(|it| it.of == here), way) {
            (Some(it), _) => way.from(it.at, many),
            (None, Way::On) => 0,
            (None, Way::Back) => many - 1,
        };
        let Carrier { place, .. } = carriers[at];
        let Some(pane) = self.show_beside(place) else {
            return self.warn("There is no room for a second pane");
        };
        let told = self.which_of(&carriers, at, pane);
        if let Some(compare) = self.compare_mut() {
            compare.round = Some(Round {
                of: here,
                at,
                shown: place,
            });
        }
        self.say(told);
    }

    /// Which of the carriers it is, of how many of its kind; the sentence's own source is the first of
    /// those that tell it.
    fn which_of(&self, carriers: &[Carrier], at: usize, pane: usize) -> String {
        let it = carriers[at];
        let source = self.known.bundle.named(it.place.article);
        let alike = |all: &[Carrier]| all.iter().filter(|one| one.bond == it.bond).count();
        let (nth, many) = (alike(&carriers[..=at]), alike(carriers));
        let counted = match it.bond {
            Bond::Tells => format!("{} of the {} that tell it", nth + 1, many + 1),
            Bond::Linked => format!("{nth} of the {many} linked with it"),
            Bond::Differs => format!("{nth} of the {many} with another reading alone"),
        };
        let kind = it.link.map(|link| format!(", {}", signs::told(link.kind)));
        let kind = kind.unwrap_or_default();
        format!("{source}, in pane {}: {counted}{kind}", pane + 1)
    }

    /// Shows a place of another article in a pane that is not the focused one; which, counted from 0.
    /// None where there is no room for it.
    fn show_beside(&mut self, place: Place) -> Option<usize> {
        let room = self.fit().most(self.parts().body);
        let compare = self.compare_mut()?;
        compare.zoomed = false;
        let (focus, many) = (compare.focus, compare.panes.len());
        let own = compare
            .panes
            .iter()
            .position(|it| it.article == place.article);
        let before = compare.round.map(|it| it.shown.article);
        let around = (1..many).map(|by| (focus + by) % many);
        let mut free = around.filter(|at| *at < room);
        let last = free
            .clone()
            .find(|at| Some(compare.panes[*at].article) == before);
        let to = own.filter(|at| *at < room).or(last).or(free.next());
        let to = match (to, own) {
            (Some(to), Some(own)) => {
                compare.panes.swap(to, own);
                to
            }
            (Some(to), None) => {
                let weight = compare.panes[to].weight;
                compare.panes[to] = Pane {
                    weight,
                    ..Pane::new(place.article)
                };
                to
            }
            (None, _) if room < 2 => return None,
            (None, _) => {
                compare.panes.insert(focus + 1, Pane::new(place.article));
                focus + 1
            }
        };
        compare.panes[to].cursor = place.sentence;
        self.settle_jump();
        self.bring_level(to, place.sentence);
        Some(to)
    }
}

/// All that carry a sentence in other articles, the nearest bond first, of one bond the strongest link.
fn carriers(comparison: &Comparison, here: Place) -> Vec<Carrier<'_>> {
    let tellers = comparison.tellers(here);
    let others = comparison
        .articles()
        .iter()
        .filter(|it| **it != here.article);
    let carrier = |article: &ArticleIx| {
        let inside = |it: &Place| it.article == *article;
        if let Some((link, place)) = comparison.counterparts(here, *article).first().copied() {
            let bond = match tellers.contains(article) {
                true => Bond::Tells,
                false => Bond::Linked,
            };
            let link = Some(link);
            return Some(Carrier { bond, link, place });
        }
        let unlinked = |bond, place| Carrier {
            bond,
            link: None,
            place,
        };
        let claims = comparison.claims_at(here);
        let told = claims.flat_map(|(_, it)| &it.sentences).copied();
        let mut told = told.filter(inside).map(|it| unlinked(Bond::Tells, it));
        let found = comparison.discrepancies_at(here);
        let found = found.filter(|it| it.weighs());
        let read = found.flat_map(|it| it.sentences());
        let mut read = read.filter(inside).map(|it| unlinked(Bond::Differs, it));
        told.next().or_else(|| read.next())
    };
    let mut found: Vec<Carrier> = others.filter_map(carrier).collect();
    found.sort_by(|x, y| {
        let kind = |it: &Carrier| (it.link.is_none(), it.link.map(|link| link.kind));
        let pinned = |it: &Carrier| Reverse(it.link.is_some_and(|link| comparison.is_pinned(link)));
        let score = |it: &Carrier| it.link.map_or(0.0, |link| link.score);
        let by_bond = (x.bond, pinned(x), kind(x)).cmp(&(y.bond, pinned(y), kind(y)));
        by_bond.then(score(y).total_cmp(&score(x)))
    });
    found
}
