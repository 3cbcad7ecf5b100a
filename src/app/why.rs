//! Why a sentence is marked as it is: for each link the rule, what is shared and what differs, the
//! parts of the score, and what would change it; then what differs in substance.

use crate::{
    app::{
        boxes::hint_of,
        signs::{self, BY_YOU},
        state::app::App,
    },
    config::theme::Paint,
    geometry::rich::Line,
    model::{
        comparison::{Comparison, Link},
        index::Place,
        ruling::Ruling,
        story::Story,
    },
};

impl App {
    pub(crate) fn open_why(&mut self) {
        let Some(compare) = self.compare() else {
            return;
        };
        let place = compare.place();
        let bundle = &self.known.bundle;
        let Some(comparison) = self.known.comparison(compare.story) else {
            return self.say("Still comparing this story");
        };
        let mut lines = vec![
            Line::new(bundle[place.article].source(), Paint::Title),
            Line::new(bundle.said(place), Paint::Text).indented(2),
            Line::gap(),
        ];
        let mut links: Vec<&Link> = comparison.links_at(place).collect();
        links.sort_by(|x, y| {
            let by_reader = comparison.is_pinned(y).cmp(&comparison.is_pinned(x));
            let by_kind = by_reader.then(x.kind.cmp(&y.kind));
            by_kind.then(y.score.total_cmp(&x.score))
        });
        lines.extend(self.unlinked(comparison, place));
        for link in &links {
            lines.extend(self.link_lines(&bundle[compare.story], comparison, place, link));
        }
        if links.is_empty() {
            lines.push(hint_of(
                "No sentence of another source shares enough with it: only this source has it.",
            ));
            lines.push(Line::gap());
        }
        lines.extend(claim_lines(comparison, place));
        lines.extend(self.differences(comparison, place));
        self.show("Why it is marked so", lines);
    }

    /// The links that the reader forbade.
    fn unlinked(&self, comparison: &Comparison, place: Place) -> Vec<Line> {
        let bundle = &self.known.bundle;
        let forbidden = comparison.rulings().at(place);
        let others = forbidden.filter(|(_, it)| *it == Ruling::Forbid);
        let told = others.flat_map(|(other, _)| {
            let title = Line::new(bundle[other.article].source(), Paint::Title)
                .and("  no link", Paint::Dim)
                .and(BY_YOU, Paint::Note);
            let said = Line::new(bundle.said(other), Paint::Text).indented(2);
            [title, said, Line::gap()]
        });
        told.collect()
    }

    fn link_lines(
        &self,
        story: &Story,
        comparison: &Comparison,
        place: Place,
        link: &Link,
    ) -> Vec<Line> {
        let bundle = &self.known.bundle;
        let Some(other) = link.other(place) else {
            return Vec::new();
        };
        let why = crate::compare::explain::explain(&bundle.articles, story, link);
        let mut title = Line::new(bundle[other.article].source(), Paint::Title)
            .and("  ", Paint::Text)
            .and(signs::told(link.kind), signs::paint(link.kind))
            .and(format!("  score {:.2}", link.score), Paint::Dim);
        if comparison.is_pinned(link) {
            title = title.and(BY_YOU, Paint::Note);
        }
        if link.ambiguous {
            title = title.and("  ambiguous: another fits about as well", Paint::Warning);
        }
        let list = |label: &str, items: &[String], paint: Paint| {
            let told = items.join(", ");
            let line = Line::new(format!("{label}: "), Paint::Dim).and(told.as_str(), paint);
            (!told.is_empty()).then(|| line.indented(2))
        };
        let part = |(name, part): &(String, f32)| format!("{name} {part:.2}");
        let parts: Vec<String> = why.parts.iter().map(part).collect();
        let (rule, changes) = ([why.rule], [why.would_change]);
        let told = [
            list("rule", &rule, Paint::Text),
            list("shares", &why.shares, Paint::Edited),
            list("differs", &why.differs, Paint::Difference),
            list("score", &parts, Paint::Text),
            list("would change it", &changes, Paint::Text),
        ];
        let said = Line::new(bundle.said(other), Paint::Text).indented(2);
        let mut lines = vec![title, said];
        lines.extend(told.into_iter().flatten());
        lines.push(Line::gap());
        lines
    }
}

fn claim_lines(comparison: &Comparison, place: Place) -> Vec<Line> {
    let told = comparison.claims_at(place).map(|(_, claim)| {
        let mut articles: Vec<_> = claim.sentences.iter().map(|it| it.article).collect();
        articles.dedup();
        let many = articles.len();
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
