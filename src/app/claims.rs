//! The claims of a story: a row a claim in story order, a column a source.
//!
//! Story order is the order of the source that tells a claim first, source by source. Every
//! sentence that only one source has is a claim of its own, so that nothing told is missing here.

use std::collections::BTreeMap;

use crate::{
    app::{
        signs::{self, Sign, sign},
        state::{
            app::App,
            ledger::{Content, Entry, Ledger},
        },
    },
    config::theme::Paint,
    geometry::rich::Line,
    model::{
        bundle::Bundle,
        comparison::{Comparison, LinkKind},
        index::{ArticleIx, Place, StoryIx},
    },
    text::count,
};

/// The filters, in the order the key turns through them.
const FILTERS: &[&str] = &[
    "all claims",
    "told by all",
    "told by all but one",
    "told by one only",
    "with discrepancies",
];

/// One row: a claim and who carries it.
struct Told {
    places: Vec<Place>,
    origins: usize,
    differs: bool,
}

impl Told {
    fn articles(&self) -> Vec<ArticleIx> {
        let mut found: Vec<ArticleIx> = self.places.iter().map(|it| it.article).collect();
        found.dedup();
        found
    }

    /// How each article tells it. One that carries the claim: as closely as its best link to
    /// another source of it, or, where none of them tells it, to any sentence at all. One that does
    /// not: as closely as its best link to a sentence of the claim, which is mostly in part.
    fn cells(&self, comparison: &Comparison) -> BTreeMap<ArticleIx, Option<LinkKind>> {
        let mut own: BTreeMap<ArticleIx, Option<LinkKind>> = BTreeMap::new();
        let mut others: BTreeMap<ArticleIx, LinkKind> = BTreeMap::new();
        for at in &self.places {
            let links = comparison.links_at(*at);
            let links = links.filter_map(|link| Some((link.other(*at)?, link.kind)));
            let links: Vec<(Place, LinkKind)> = links.collect();
            let inside = links.iter().filter(|(it, _)| self.places.contains(it));
            let best = inside.map(|it| it.1).min();
            let best = best.or_else(|| links.iter().map(|it| it.1).min());
            let known = own.entry(at.article).or_default();
            *known = (*known).into_iter().chain(best).min();
            for (other, kind) in links {
                let known = others.entry(other.article).or_insert(kind);
                *known = kind.min(*known);
            }
        }
        for (article, kind) in others {
            own.entry(article).or_insert(Some(kind));
        }
        own
    }
}

impl App {
    /// The matrix of claims and sources.
    pub(crate) fn claims(
        &self,
        ledger: &Ledger,
        story: StoryIx,
        comparison: &Comparison,
    ) -> Content {
        let bundle = &self.known.bundle;
        let title = &bundle[story].title;
        let articles = comparison.articles();
        let all = rows(bundle, comparison);
        let only = ledger.only % FILTERS.len();
        let shown: Vec<&Told> = all
            .iter()
            .filter(|it| {
                let many = it.articles().len();
                match only {
                    1 => many == articles.len(),
                    2 => many + 1 == articles.len(),
                    3 => it.cells(comparison).len() == 1,
                    4 => it.differs,
                    _ => true,
                }
            })
            .collect();
        let entries = shown.iter().map(|it| self.claim_entry(it, comparison));
        Content {
            title: format!(
                "{}: {} of {}  {title}",
                FILTERS[only],
                shown.len(),
                all.len()
            ),
            head: head(bundle, articles),
            entries: entries.collect(),
            empty: "No claim of this kind; f shows others".to_string(),
        }
    }

    fn claim_entry(&self, told: &Told, comparison: &Comparison) -> Entry {
        let bundle = &self.known.bundle;
        let set = self.settings.signs;
        let mut line = Line::default();
        let cells = told.cells(comparison);
        for article in comparison.articles() {
            line = match cells.get(article) {
                None => line.and(format!(" {} ", sign(Sign::Absent, set)), Paint::Dim),
                Some(None) => line.and(format!(" {} ", sign(Sign::OnlyHere, set)), Paint::OnlyHere),
                Some(Some(kind)) => {
                    let shown = sign(Sign::Shared(*kind), set);
                    line.and(format!(" {shown} "), signs::paint(*kind))
                }
            };
        }
        let differs = if told.differs {
            sign(Sign::Difference, set)
        } else {
            " "
        };
        line = line.and(format!(" {differs} "), Paint::Difference);
        let said = told.places.first().map(|it| bundle.said(*it));
        line = line.and(said.unwrap_or_default(), Paint::Text);
        let many = told.articles().len();
        if 1 < many && told.origins < many {
            line = line.and(format!("  {}", counted(many, told.origins)), Paint::Dim);
        }
        let columns = u16::try_from(3 * comparison.articles().len() + 3).unwrap_or(u16::MAX);
        Entry {
            lines: vec![line.hanging(columns)],
            places: told.places.clone(),
            key: None,
            facets: Vec::new(),
        }
    }
}

/// How many articles tell something, and how many of them are independent.
pub fn counted(articles: usize, origins: usize) -> String {
    let articles = count::counted(articles, "article", "articles");
    let origins = count::counted(origins, "origin", "origins");
    format!("[told by {articles} = {origins}]")
}

/// The sources with the numbers of their columns.
fn head(bundle: &Bundle, articles: &[ArticleIx]) -> Vec<Line> {
    let mut names = Line::default();
    let mut numbers = Line::default();
    for (at, article) in articles.iter().enumerate() {
        // A name stays on one row.
        let source = bundle[*article].source().replace(' ', "\u{a0}");
        names = names
            .and(format!("{}\u{a0}", at + 1), Paint::Key)
            .and(format!("{source}  "), Paint::Dim);
        numbers = numbers.and(format!("{:>2} ", at + 1), Paint::Key);
    }
    vec![names, numbers]
}

fn rows(bundle: &Bundle, comparison: &Comparison) -> Vec<Told> {
    let order: BTreeMap<ArticleIx, usize> = comparison
        .articles()
        .iter()
        .enumerate()
        .map(|(at, ix)| (*ix, at))
        .collect();
    let differs = |places: &[Place]| places.iter().any(|it| comparison.differs(*it));
    let mut all: Vec<Told> = comparison
        .claims()
        .iter()
        .map(|it| Told {
            places: it.sentences.clone(),
            origins: it.origins,
            differs: differs(&it.sentences),
        })
        .collect();
    for article in comparison.articles() {
        for (ix, sentence) in bundle[*article].places() {
            let place = Place::new(*article, ix);
            if sentence.role.tells() && comparison.claims_at(place).next().is_none() {
                all.push(Told {
                    places: vec![place],
                    origins: 1,
                    differs: differs(&[place]),
                });
            }
        }
    }
    all.sort_by_key(|it| {
        let first = it
            .places
            .iter()
            .min_by_key(|at| (order.get(&at.article), at.sentence));
        first.map(|at| (order.get(&at.article).copied(), at.sentence))
    });
    all
}
