//! What shows that two sources have wording in common, or that several come from one text.

use std::collections::BTreeSet;

use crate::{
    app::{
        signs,
        state::{
            app::{App, Screen},
            ledger::Matter,
        },
    },
    config::theme::Paint,
    geometry::rich::Line,
    model::{
        bundle::Bundle,
        comparison::{Comparison, Link, LinkKind, Origin},
        index::{ArticleIx, Place},
    },
};

impl App {
    /// The passages that the source under the cursor has in common with that of the chosen column;
    /// of a group, all passages that show it.
    pub(crate) fn open_evidence(&mut self) {
        let Some(Screen::Ledger(ledger)) = self.screens.last() else {
            return;
        };
        let Some(comparison) = ledger
            .story
            .and_then(|it| self.known.comparison(it))
            .cloned()
        else {
            return self.say_uncompared();
        };
        let bundle = self.known.bundle.clone();
        let cells = ledger.current().and_then(|it| it.cells.as_ref());
        match (cells.and_then(|it| it.of), ledger.source()) {
            (Some(ix), Some(other)) if ix == other => {
                self.say("Choose the column of another source, with left and right");
            }
            (Some(ix), Some(other)) => self.show_common(&bundle, &comparison, ix, other),
            _ => {
                let Some(Matter::Origin(group)) = ledger.matter() else {
                    return;
                };
                let Some(origin) = comparison.origins().get(*group) else {
                    return;
                };
                let lines = side_by_side(&bundle, &comparison, origin);
                self.show("What shows that these come from one text", lines);
            }
        }
    }

    fn show_common(
        &mut self,
        bundle: &Bundle,
        comparison: &Comparison,
        ix: ArticleIx,
        other: ArticleIx,
    ) {
        let (own, theirs) = (bundle.named(ix), bundle.named(other));
        let mut lines = Vec::new();
        for (link, place, there) in common(bundle, comparison, ix, other) {
            lines.push(Line::new(bundle.said(place), signs::paint(link)));
            if link != LinkKind::Verbatim {
                let line = Line::new(format!("{theirs}: "), Paint::Dim);
                lines.push(line.and(bundle.said(there), Paint::Text).indented(2));
            }
        }
        match lines.is_empty() {
            true => self.say(format!("{own} and {theirs} have no wording in common")),
            false => self.show(format!("What {own} has in common with {theirs}"), lines),
        }
    }

    /// The first common passage of the pair under the cursor; false where it is no pair of the table.
    pub(crate) fn open_pair(&mut self) -> bool {
        let Some(Screen::Ledger(ledger)) = self.screens.last() else {
            return false;
        };
        let of = ledger.current().and_then(|it| it.cells.as_ref()?.of);
        let comparison = ledger.story.and_then(|it| self.known.comparison(it));
        let (Some(ix), Some(other), Some(comparison)) = (of, ledger.source(), comparison) else {
            return false;
        };
        let common = common(&self.known.bundle, comparison, ix, other);
        match common.first() {
            Some((_, place, there)) => self.open_place(*place, &[*place, *there]),
            None => self.open_evidence(),
        }
        true
    }
}

/// The sentences of an article that another has word for word or edited, and where.
fn common(
    bundle: &Bundle,
    comparison: &Comparison,
    ix: ArticleIx,
    other: ArticleIx,
) -> Vec<(LinkKind, Place, Place)> {
    let places = bundle[ix].places().map(|(at, _)| Place::new(ix, at));
    let near = places.filter_map(|place| {
        let (link, there) = comparison.counterparts(place, other).first().copied()?;
        (link.kind <= LinkKind::Edited).then_some((link.kind, place, there))
    });
    near.collect()
}

/// A passage with its source.
pub fn passage(bundle: &Bundle, place: Place) -> Line {
    let source = format!("{}: ", bundle.named(place.article));
    Line::new(source, Paint::Dim).and(bundle.said(place), Paint::Text)
}

/// The links that show that the articles of a group come from one text; a sentence that answers two
/// others of the group is told once.
fn shown<'a>(
    bundle: &'a Bundle,
    comparison: &'a Comparison,
    origin: &'a Origin,
) -> impl Iterator<Item = &'a Link> {
    let evidence = origin.evidence.iter();
    let links = evidence.filter_map(|it| comparison.links().get(it.0));
    let mut seen = BTreeSet::new();
    links.filter(move |it| seen.insert(bundle.said(it.a).into_owned()))
}

/// Each passage of the evidence with the sentence that answers it.
fn side_by_side(bundle: &Bundle, comparison: &Comparison, origin: &Origin) -> Vec<Line> {
    let told = shown(bundle, comparison, origin).flat_map(|it| {
        let other = match it.kind {
            LinkKind::Verbatim => {
                let source = bundle.named(it.b.article);
                Line::new(format!("{source}: the same words"), Paint::Dim)
            }
            _ => passage(bundle, it.b),
        };
        [passage(bundle, it.a), other.indented(2), Line::gap()]
    });
    told.collect()
}

/// The passages that show that the articles of a group come from one text.
pub fn passages(bundle: &Bundle, comparison: &Comparison, origin: &Origin) -> Vec<Place> {
    shown(bundle, comparison, origin).map(|it| it.a).collect()
}
