//! Why a sentence is marked as it is: what differs in substance; then for each link the rule, what is
//! shared and what differs, the parts of the score, and what would change it.

use crate::{
    app::{
        boxes::{hint_of, quoted},
        signs::{self, BY_YOU},
        state::app::App,
    },
    compare::explain::Explainer,
    config::theme::Paint,
    geometry::rich::Line,
    model::{
        comparison::{Comparison, Differs, Discrepancy, DiscrepancyKind, Link},
        index::Place,
        ruling::{Ruling, Verdict},
    },
};

/// What is said of a link that the reader made.
const PINNED: &str = "you linked the two";
const UNPINNED: &str = "it is what was found again once you take it back: d in the list of g y";
/// Figures of a score that are shown, and what the least of them adds or takes.
const FIGURES: usize = 6;
const TELLING: f32 = 0.1;

impl App {
    pub(crate) fn open_why(&mut self) {
        if let Some((place, comparison)) = self.compared_here() {
            self.show_why(place, &comparison);
        }
    }

    pub(crate) fn show_why(&mut self, place: Place, comparison: &Comparison) {
        let bundle = &self.known.bundle;
        let mut lines = quoted(bundle, place, &bundle.said(place));
        let mut links: Vec<&Link> = comparison.links_at(place).collect();
        links.sort_by(|x, y| {
            let by_reader = comparison.is_pinned(y).cmp(&comparison.is_pinned(x));
            let by_kind = by_reader.then(x.kind.cmp(&y.kind));
            by_kind.then(y.score.total_cmp(&x.score))
        });
        // What differs weighs more than what is shared, and stands where nobody has to scroll.
        let here = comparison.found().filter(|(it, _)| it.is_at(place));
        let stands = |it: &(&Discrepancy, _)| it.1 != Some(Verdict::Dismiss);
        let (here, dismissed): (Vec<_>, Vec<_>) = here.partition(stands);
        for (it, said) in here {
            lines.push(self.difference(it));
            let label = |label: &str, told: &'static str| {
                let line = Line::new(format!("{label}: "), Paint::Dim);
                line.and(told, Paint::Text).indented(4)
            };
            lines.push(label("rule", rule_of(it.kind)));
            lines.push(label("how sure", certainty(it.differs)));
            if said.is_some() {
                lines.push(Line::new("confirmed by you", Paint::Note).indented(4));
            }
        }
        for (it, _) in dismissed {
            let line = self.difference(it);
            lines.push(line.and("  dismissed by you", Paint::Note));
        }
        lines.extend(self.unlinked(comparison, place));
        if let Some(story) = self.story().filter(|_| !links.is_empty()) {
            let explainer = Explainer::new(&bundle.articles, &bundle[story]);
            for link in &links {
                lines.extend(self.link_lines(comparison, place, link, &explainer));
            }
        }
        if links.is_empty() {
            lines.push(hint_of(
                "No sentence of another source shares enough with it to be linked with it.",
            ));
            lines.push(Line::gap());
        }
        lines.extend(claim_lines(comparison, place));
        self.show("Why it is marked so", lines);
    }

    /// The links that the reader forbade.
    fn unlinked(&self, comparison: &Comparison, place: Place) -> Vec<Line> {
        let bundle = &self.known.bundle;
        let forbidden = comparison.rulings().at(place);
        let others = forbidden.filter(|(_, it)| *it == Ruling::Forbid);
        let told = others.flat_map(|(other, _)| {
            let title = Line::new(bundle.named(other.article), Paint::Title)
                .and("  no link", Paint::Dim)
                .and(BY_YOU, Paint::Note);
            let said = Line::new(bundle.said(other), Paint::Text).indented(2);
            [title, said, Line::gap()]
        });
        told.collect()
    }

    fn link_lines(
        &self,
        comparison: &Comparison,
        place: Place,
        link: &Link,
        explainer: &Explainer,
    ) -> Vec<Line> {
        let bundle = &self.known.bundle;
        let Some(other) = link.other(place) else {
            return Vec::new();
        };
        let why = explainer.explain(link, place);
        let mut title = Line::new(bundle.named(other.article), Paint::Title)
            .and("  ", Paint::Text)
            .and(signs::told(link.kind), signs::paint(link.kind));
        let pinned = comparison.is_pinned(link);
        title = match pinned {
            true => title.and(BY_YOU, Paint::Note),
            false => title.and(format!("  score {:.2}", link.score), Paint::Dim),
        };
        if link.ambiguous {
            title = title.and("  ambiguous: another fits about as well", Paint::Warning);
        }
        let list = |label: &str, items: &[String], paint: Paint| {
            let told = items.join(", ");
            let line = Line::new(format!("{label}: "), Paint::Dim).and(told.as_str(), paint);
            (!told.is_empty()).then(|| line.indented(2))
        };
        let part = |(name, part): &(String, f32)| format!("{} {part:+.2}", figure(name));
        let telling = why.parts.iter().filter(|(_, part)| TELLING <= part.abs());
        let telling: Vec<&(String, f32)> = telling.take(FIGURES).collect();
        let all: f32 = why.parts.iter().map(|it| it.1).sum();
        let shown: f32 = telling.iter().map(|it| it.1).sum();
        let mut parts: Vec<String> = telling.into_iter().map(part).collect();
        if !parts.is_empty() {
            let rest = format!("all others {:+.2}", all - shown);
            parts.extend([rest, format!("together {all:+.2} = {:.2}", link.score)]);
        }
        let share =
            |(name, share): &(&str, f32)| format!("{:.0} % {}", 100.0 * share, figure(name));
        let wording: Vec<String> = why.wording.iter().map(share).collect();
        // What was found of a pair says nothing of the reader's own link.
        let (rule, changes, parts, wording) = match pinned {
            true => (PINNED.into(), UNPINNED.into(), Vec::new(), Vec::new()),
            false => (why.rule, why.would_change, parts, wording),
        };
        let (rule, changes) = ([rule], [changes]);
        let told = [
            list("rule", &rule, Paint::Text),
            list("shares", &why.shares, Paint::Edited),
            list("differs (here → there)", &why.differs, Paint::Difference),
            list("wording", &wording, Paint::Text),
            list("score", &parts, Paint::Text),
            list("would change it", &changes, Paint::Text),
        ];
        let said = Line::new(bundle.said(other), Paint::Text).indented(2);
        let mut lines = vec![title, said];
        lines.extend(told.into_iter().flatten());
        if let Some(rival) = rival(comparison, link).filter(|_| link.ambiguous) {
            let line = Line::new("the other one: ", Paint::Dim);
            lines.push(line.and(bundle.said(rival), Paint::Text).indented(2));
        }
        lines.push(Line::gap());
        lines
    }
}

/// The sentence that makes a link a near-tie: of the links from one of its ends into the same article the
/// one that scores nearest.
fn rival(comparison: &Comparison, link: &Link) -> Option<Place> {
    let rivals = [(link.a, link.b), (link.b, link.a)];
    let rivals = rivals.into_iter().flat_map(|(from, to)| {
        let all = comparison.links_at(from);
        let all = all.filter_map(move |it| Some((it.other(from)?, it.score)));
        all.filter(move |(it, _)| it.article == to.article && *it != to)
    });
    let apart = |score: f32| (score - link.score).abs();
    let nearest = rivals.min_by(|x, y| apart(x.1).total_cmp(&apart(y.1)));
    nearest.map(|it| it.0)
}

/// What makes a discrepancy of a kind.
fn rule_of(kind: DiscrepancyKind) -> &'static str {
    match kind {
        DiscrepancyKind::Quote => {
            "one quotation, as most of its words show, printed with other words, cut or without its marks"
        }
        DiscrepancyKind::Number => {
            "two counts or bounds of one thing: the words around them are common"
        }
        DiscrepancyKind::Date => "two days of one event: the words around them are common",
        DiscrepancyKind::Name => "one name: alike in sound, letters or words, or in the same place",
        DiscrepancyKind::Role => {
            "one person by the name, with another office, title or description"
        }
        DiscrepancyKind::Negation => "one says no where the other, in the same words, does not",
        DiscrepancyKind::Hedge => {
            "a word of doubt or limit, or a verb that judges, which only one has in the same statement"
        }
        DiscrepancyKind::Attribution => {
            "one statement with two speakers, or with none in one of them"
        }
        DiscrepancyKind::Wording => "other words in the same place which are no synonyms",
    }
}

/// What it means that it is told so, and what would change it.
fn certainty(differs: Differs) -> &'static str {
    match differs {
        Differs::Surely => {
            "surely, as the words around show; with fewer of them in common it would be possible, or none"
        }
        Differs::Possibly => {
            "possibly: the two may tell of two things; with more around in common it would be sure"
        }
        Differs::Slightly => {
            "slightly: told more fully or in another form, which rarely changes the sense"
        }
    }
}

/// What a figure of the score is called for readers: `assets/words/figures.txt`.
fn figure(name: &str) -> &str {
    let list = include_str!("../../assets/words/figures.txt");
    let mut lines = list.lines().filter_map(|it| it.split_once(": "));
    let found = lines.find(|(it, _)| *it == name);
    found.map_or(name, |(_, told)| told)
}

fn claim_lines(comparison: &Comparison, place: Place) -> Vec<Line> {
    let told = comparison.claims_at(place).map(|(_, claim)| {
        let many = claim.articles().len();
        Line::new(
            crate::app::claims::counted(many, claim.origins),
            Paint::Text,
        )
    });
    let mut lines: Vec<Line> = told.collect();
    if !lines.is_empty() {
        lines.push(Line::gap());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::{explain, features::NAMES};

    #[test]
    fn every_figure_has_words() {
        let told = explain::WORDING.iter().chain([&explain::SUPPORT]);
        let names = NAMES.iter().chain(told);
        for name in names.map(|it| it.replace('-', " ")) {
            assert_ne!(figure(&name), name, "assets/words/figures.txt");
        }
    }
}
