//! The claims of a story in story order, and how each article tells each.
//!
//! Story order is the order of the source that tells a claim first, source by source. Every
//! sentence that only one source has is a claim of its own, so that nothing told is missing here.
//! Costs a look at each link of each claim.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    bundle::Bundle,
    comparison::{Comparison, Differs, Link, LinkKind},
    index::{ArticleIx, Place},
};

/// How each article tells a claim; `None` where it is linked with no other.
pub type Kinds = BTreeMap<ArticleIx, Option<LinkKind>>;

/// One row: a claim and who carries it.
pub struct Told {
    pub places: Vec<Place>,
    /// How many of its articles are independent.
    pub origins: usize,
    /// How surely sources differ in substance in it, if they do.
    pub differs: Option<Differs>,
    pub kinds: Kinds,
    /// Those of them of which another sentence fits about as well, in every link.
    pub doubtful: BTreeSet<ArticleIx>,
}

impl Told {
    fn new(comparison: &Comparison, places: Vec<Place>, origins: usize) -> Self {
        let (kinds, doubtful) = kinds(&places, comparison);
        Self {
            differs: places.iter().filter_map(|it| comparison.differs(*it)).max(),
            kinds,
            doubtful,
            places,
            origins,
        }
    }

    pub fn articles(&self) -> Vec<ArticleIx> {
        carriers(&self.places)
    }

    /// Whether no article but one tells it, or a clause of it.
    pub fn is_alone(&self) -> bool {
        self.kinds.len() == 1
    }
}

/// The articles of places, in their order; each once, where the places are sorted.
pub fn carriers(places: &[Place]) -> Vec<ArticleIx> {
    let mut found: Vec<ArticleIx> = places.iter().map(|it| it.article).collect();
    found.dedup();
    found
}

/// How each article tells it. One that carries the claim: as closely as its best link to
/// another source of it, or, where none of them tells it, to any sentence at all. One that does
/// not: as closely as its best link to a sentence of the claim, which is mostly in part. And those of
/// them of which every link to the claim is a near-tie.
fn kinds(places: &[Place], comparison: &Comparison) -> (Kinds, BTreeSet<ArticleIx>) {
    let mut own = Kinds::new();
    let mut sure: BTreeSet<ArticleIx> = BTreeSet::new();
    let mut doubtful: BTreeSet<ArticleIx> = BTreeSet::new();
    let mut others: BTreeMap<ArticleIx, LinkKind> = BTreeMap::new();
    for at in places {
        let links = comparison.links_at(*at);
        let links = links.filter_map(|link| Some((link.other(*at)?, link)));
        let links: Vec<(Place, &Link)> = links.collect();
        let inside = links.iter().filter(|(it, _)| places.contains(it));
        let best = inside.map(|it| it.1.kind).min();
        let best = best.or_else(|| links.iter().map(|it| it.1.kind).min());
        let known = own.entry(at.article).or_default();
        *known = (*known).into_iter().chain(best).min();
        for (other, link) in links {
            let known = others.entry(other.article).or_insert(link.kind);
            *known = link.kind.min(*known);
            let certainty = match link.ambiguous {
                true => &mut doubtful,
                false => &mut sure,
            };
            certainty.extend([at.article, other.article]);
        }
    }
    for (article, kind) in others {
        own.entry(article).or_insert(Some(kind));
    }
    (own, &doubtful - &sure)
}

/// All claims of a story, in its order.
pub fn rows(bundle: &Bundle, comparison: &Comparison) -> Vec<Told> {
    let order: BTreeMap<ArticleIx, usize> = comparison
        .articles()
        .iter()
        .enumerate()
        .map(|(at, ix)| (*ix, at))
        .collect();
    let claims = comparison.claims().iter();
    let mut all: Vec<Told> = claims
        .map(|it| Told::new(comparison, it.sentences.clone(), it.origins))
        .collect();
    for article in comparison.articles() {
        for (ix, sentence) in bundle[*article].places() {
            let place = Place::new(*article, ix);
            if sentence.role.tells() && comparison.claims_at(place).next().is_none() {
                all.push(Told::new(comparison, vec![place], 1));
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
