//! What there is to say of one source of a story, and the entries that say it: what it leaves out, in
//! what it differs from others, what only it tells.
//!
//! It agrees with the signs in the panes, which are made of the same: `compare::omissions` for what is left
//! out, `state::panes` for what stands in one source only. Cost: one look at every sentence and claim
//! for each source, and one at each place of the discrepancies.

use std::collections::BTreeMap;

use crate::{
    app::{
        discrepancies::{READING, TITLED, marked, shown},
        omission::{nearest, tellers},
        signs::{Sign, sign},
        state::{app::App, ledger::Entry, panes::mark},
    },
    config::theme::Paint,
    geometry::rich::Line,
    model::{
        comparison::{Comparison, Discrepancy, Reading},
        index::{ArticleIx, ClaimIx, Place, SentenceIx},
    },
    text::span::Span,
};

/// What there is to say of one source.
pub(crate) struct Own<'a> {
    pub article: ArticleIx,
    /// Claims of two or more sources that it tells.
    pub tells: usize,
    /// With the sentence after which each would stand.
    pub omitted: Vec<(SentenceIx, ClaimIx)>,
    pub differs: Vec<&'a Discrepancy>,
    pub only_here: Vec<Place>,
}

impl App {
    /// That of each source, in the order of the story.
    pub(crate) fn own<'a>(&self, comparison: &'a Comparison) -> Vec<Own<'a>> {
        let mut differs: BTreeMap<ArticleIx, Vec<&Discrepancy>> = BTreeMap::new();
        for it in comparison.discrepancies().iter().filter(|it| it.weighs()) {
            let articles = it.readings.iter().flat_map(Reading::articles);
            for article in articles {
                let own = differs.entry(article).or_default();
                if own.last().is_none_or(|last| !std::ptr::eq(*last, it)) {
                    own.push(it);
                }
            }
        }
        let bundle = &self.known.bundle;
        let of = |article: &ArticleIx| {
            let omitted = self.known.omissions.get(article).into_iter().flatten();
            let omitted = omitted.flat_map(|(after, claims)| claims.iter().map(|it| (*after, *it)));
            let places = bundle[*article].places();
            let places = places.map(|(at, _)| Place::new(*article, at));
            let claims = comparison.claims().iter();
            Own {
                article: *article,
                tells: claims.filter(|it| it.is_told_by(*article)).count(),
                omitted: omitted.collect(),
                differs: differs.remove(article).unwrap_or_default(),
                only_here: places
                    .filter(|at| mark(bundle, Some(comparison), *at).only_here)
                    .collect(),
            }
        };
        comparison.articles().iter().map(of).collect()
    }

    pub(crate) fn omission_entries(&self, it: &Own, comparison: &Comparison) -> Vec<Entry> {
        let bundle = &self.known.bundle;
        let omits = sign(Sign::Omission, self.settings.signs);
        let claims = it.omitted.iter().filter_map(|(after, ix)| {
            let claim = comparison.claims().get(ix.0)?;
            let first = claim.sentences.first()?;
            let mut lines = vec![
                Line::new(format!("{omits} "), Paint::Key)
                    .and(bundle.said(*first), Paint::Text)
                    .hanging(2),
                tellers(bundle, claim).indented(2).hanging(2),
            ];
            let near = comparison.nearest(*ix, it.article);
            lines.extend(near.map(|near| nearest(bundle, near)));
            lines.push(Line::gap());
            // Where it would stand comes first: there Enter goes, with one that tells it beside.
            let mut places = vec![Place::new(it.article, *after)];
            places.extend(&claim.sentences);
            Some(Entry {
                lines,
                places,
                noted: 1,
                ..Entry::default()
            })
        });
        claims.collect()
    }

    pub(crate) fn difference_entries(&self, it: &Own) -> Vec<Entry> {
        let entries = it.differs.iter();
        let entries = entries.filter_map(|found| self.difference_entry(it.article, found));
        entries.collect()
    }

    fn difference_entry(&self, article: ArticleIx, found: &Discrepancy) -> Option<Entry> {
        let bundle = &self.known.bundle;
        let carries = |it: &Reading| it.places.iter().any(|(at, _)| at.article == article);
        let own = found.readings.iter().find(|it| carries(it))?;
        let alone = own.articles() == [article];
        let differs = sign(Sign::Difference(found.differs), self.settings.signs);
        let mut title = Line::new(format!("{differs} {}", found.named()), Paint::Difference)
            .and(if alone { "  only here " } else { "  here " }, Paint::Dim)
            .and(shown(found, &own.text), Paint::Title);
        let others = || found.readings.iter().filter(|it| !std::ptr::eq(*it, own));
        for other in others().take(TITLED) {
            let articles = other.articles();
            let name = articles.first().map(|it| bundle.named(*it));
            let more = match articles.len() {
                0 | 1 => String::new(),
                many => format!(" +{}", many - 1),
            };
            title = title
                .and("  |  ", Paint::Dim)
                .and(shown(found, &other.text), Paint::Title)
                .and(format!(" ({}{more})", name.unwrap_or_default()), Paint::Dim);
        }
        if let Some(more) = others().count().checked_sub(TITLED).filter(|it| 0 < *it) {
            title = title.and(format!("  and {more} more"), Paint::Dim);
        }
        // Of several sentences the one that has most of the reading.
        let here = || own.places.iter().filter(|(at, _)| at.article == article);
        let (first, _) = *here().max_by_key(|(_, span)| span.len().min(READING.into()))?;
        let spans: Vec<Span> = here().filter(|it| it.0 == first).map(|it| it.1).collect();
        let mut places = vec![first];
        places.extend(found.sentences().into_iter().filter(|it| *it != first));
        Some(Entry {
            lines: vec![
                title.hanging(2),
                marked(bundle, first, &spans).indented(2),
                Line::gap(),
            ],
            places,
            ..Entry::default()
        })
    }

    pub(crate) fn only_here_entries(&self, it: &Own) -> Vec<Entry> {
        let only_here = sign(Sign::OnlyHere, self.settings.signs);
        let entry = |at: &Place| Entry {
            lines: vec![
                Line::new(format!("{only_here} "), Paint::OnlyHere)
                    .and(self.known.bundle.said(*at), Paint::Text)
                    .hanging(2),
                Line::gap(),
            ],
            places: vec![*at],
            ..Entry::default()
        };
        it.only_here.iter().map(entry).collect()
    }
}
