//! What comparing the sources of one story found: links, claims, discrepancies (see `discrepancy`),
//! origins.

use std::{borrow::Cow, collections::BTreeMap, sync::OnceLock};

pub use crate::model::discrepancy::{Differs, Discrepancy, DiscrepancyKind, Reading};
use crate::model::{
    discrepancies::Discrepancies,
    index::{ArticleIx, ClaimIx, LinkIx, Place, SentenceIx},
    ruling::{Ruling, Rulings, Verdict},
};

/// How two sentences share what they say, from the closest to the loosest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LinkKind {
    /// The same words but for case, punctuation, quote style and at most two trivial words.
    Verbatim,
    /// Derived from the same wording.
    Edited,
    /// The same main claim in other words.
    Paraphrase,
    /// One holds a whole clause's worth of the other's information.
    Partial,
}

impl LinkKind {
    /// As reports print it.
    pub fn name(self) -> &'static str {
        match self {
            LinkKind::Verbatim => "verbatim",
            LinkKind::Edited => "edited",
            LinkKind::Paraphrase => "paraphrase",
            LinkKind::Partial => "partial",
        }
    }
}

/// Two sentences of different articles that share what they say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// The place of the article that comes first in the bundle.
    pub a: Place,
    pub b: Place,
    pub kind: LinkKind,
    /// From 0 to 1.
    pub score: f32,
    /// Whether another partner scores about as well.
    pub ambiguous: bool,
}

impl Link {
    /// The other end; `None` where the place is at neither end.
    pub fn other(&self, place: Place) -> Option<Place> {
        match place {
            it if it == self.a => Some(self.b),
            it if it == self.b => Some(self.a),
            _ => None,
        }
    }
}

/// Sentences of two or more articles that make the same claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Sorted; several may stand in one article.
    pub sentences: Vec<Place>,
    /// How many independent origins carry it.
    pub origins: usize,
}

impl Claim {
    /// The articles that make it, each once, in order.
    pub fn articles(&self) -> Vec<ArticleIx> {
        let mut found: Vec<_> = self.sentences.iter().map(|it| it.article).collect();
        found.sort();
        found.dedup();
        found
    }

    /// Whether an article makes it.
    pub fn is_told_by(&self, article: ArticleIx) -> bool {
        self.sentences.iter().any(|it| it.article == article)
    }
}

/// A sentence of a claim and one of an article that does not tell it, which come nearest to telling the
/// same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Nearest {
    pub told: Place,
    pub own: Place,
    /// From 0 to 1, below that of any link.
    pub score: f32,
}

/// Articles that derive from one text.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    /// At least two, in order.
    pub articles: Vec<ArticleIx>,
    /// The share of wording they have in common, from 0 to 1.
    pub shared: f32,
    pub evidence: Vec<LinkIx>,
    /// The article that was printed before all others, or whose outlet the others credit; None
    /// where nothing tells.
    pub first: Option<ArticleIx>,
    /// The agency that each article credits for it; an article that credits none is not listed.
    pub credits: Vec<(ArticleIx, Cow<'static, str>)>,
}

/// From how many texts some articles derive: those of one origin count once.
pub fn independent(articles: &[ArticleIx], origins: &[Origin]) -> usize {
    let text = |ix: &ArticleIx| {
        let holds = |it: &Origin| it.articles.binary_search(ix).is_ok();
        let group = origins.iter().position(holds);
        group.map_or((false, ix.0), |at| (true, at))
    };
    let mut found: Vec<(bool, usize)> = articles.iter().map(text).collect();
    found.sort_unstable();
    found.dedup();
    found.len()
}

/// What was found, ready to be asked by place.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    articles: Vec<ArticleIx>,
    links: Vec<Link>,
    claims: Vec<Claim>,
    told: Discrepancies,
    origins: Vec<Origin>,
    nearest: BTreeMap<(ClaimIx, ArticleIx), Nearest>,
    links_at: BTreeMap<Place, Vec<LinkIx>>,
    claims_at: BTreeMap<Place, Vec<ClaimIx>>,
    rulings: Rulings,
    /// Asked for in every frame, and dear for a large story.
    share: OnceLock<f64>,
}

/// What a comparison is built from.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// The story's articles, in its order.
    pub articles: Vec<ArticleIx>,
    pub links: Vec<Link>,
    pub claims: Vec<Claim>,
    pub discrepancies: Vec<Discrepancy>,
    pub origins: Vec<Origin>,
    /// By claim, and article that does not tell it; none where nothing comes near.
    pub nearest: BTreeMap<(ClaimIx, ArticleIx), Nearest>,
    /// The reader's, which links and claims agree with.
    pub rulings: Rulings,
}

impl Comparison {
    pub fn new(findings: Findings) -> Self {
        let mut links_at: BTreeMap<Place, Vec<LinkIx>> = BTreeMap::new();
        for (at, link) in findings.links.iter().enumerate() {
            links_at.entry(link.a).or_default().push(LinkIx(at));
            links_at.entry(link.b).or_default().push(LinkIx(at));
        }
        let mut claims_at: BTreeMap<Place, Vec<ClaimIx>> = BTreeMap::new();
        for (at, claim) in findings.claims.iter().enumerate() {
            for place in &claim.sentences {
                claims_at.entry(*place).or_default().push(ClaimIx(at));
            }
        }
        Self {
            articles: findings.articles,
            links: findings.links,
            claims: findings.claims,
            told: Discrepancies::new(findings.discrepancies, &findings.rulings),
            origins: findings.origins,
            nearest: findings.nearest,
            links_at,
            claims_at,
            rulings: findings.rulings,
            share: OnceLock::new(),
        }
    }

    /// The share of its sentences that sources share, counted when first asked for.
    pub fn share(&self, count: impl FnOnce() -> f64) -> f64 {
        *self.share.get_or_init(count)
    }

    pub fn articles(&self) -> &[ArticleIx] {
        &self.articles
    }

    pub fn links(&self) -> &[Link] {
        &self.links
    }

    pub fn claims(&self) -> &[Claim] {
        &self.claims
    }

    /// Those that stand: the reader has not dismissed them.
    pub fn discrepancies(&self) -> &[Discrepancy] {
        self.told.standing()
    }

    /// Those that the reader dismissed; nothing else here tells of them.
    pub fn dismissed(&self) -> &[Discrepancy] {
        self.told.dismissed()
    }

    /// Those that stand, then those dismissed, each with what the reader said of it.
    pub fn found(&self) -> impl Iterator<Item = (&Discrepancy, Option<Verdict>)> {
        self.told.all()
    }

    /// Those that stand, each with whether the reader confirmed it.
    pub fn standing(&self) -> impl Iterator<Item = (&Discrepancy, bool)> {
        let stand = self.found().take(self.discrepancies().len());
        stand.map(|(it, said)| (it, said == Some(Verdict::Confirm)))
    }

    /// Takes other verdicts in; the rulings on links must be the same.
    pub fn judge_anew(&mut self, rulings: Rulings) {
        self.told = std::mem::take(&mut self.told).judged_anew(&rulings);
        self.rulings = rulings;
    }

    pub fn origins(&self) -> &[Origin] {
        &self.origins
    }

    /// What comes nearest to a claim in an article that does not tell it, if anything does.
    pub fn nearest(&self, claim: ClaimIx, article: ArticleIx) -> Option<&Nearest> {
        self.nearest.get(&(claim, article))
    }

    /// From how many texts some of the articles derive: those of one origin count once.
    pub fn independent(&self, articles: &[ArticleIx]) -> usize {
        independent(articles, &self.origins)
    }

    /// The reader's rulings on these articles.
    pub fn rulings(&self) -> &Rulings {
        &self.rulings
    }

    /// Whether the reader decided about a link or a discrepancy of a sentence.
    pub fn is_decided(&self, place: Place) -> bool {
        self.told.is_judged(place) || self.rulings.at(place).next().is_some()
    }

    /// Whether the reader pinned a link.
    pub fn is_pinned(&self, link: &Link) -> bool {
        self.rulings.on(link.a, link.b) == Some(Ruling::Pin)
    }

    /// The links that end at a place.
    pub fn links_at(&self, place: Place) -> impl Iterator<Item = &Link> {
        let found = self.links_at.get(&place).map(Vec::as_slice);
        found.unwrap_or_default().iter().map(|ix| &self.links[ix.0])
    }

    /// The claims that a sentence makes.
    pub fn claims_at(&self, place: Place) -> impl Iterator<Item = (ClaimIx, &Claim)> {
        let found = self.claims_at.get(&place).map(Vec::as_slice);
        found
            .unwrap_or_default()
            .iter()
            .map(|ix| (*ix, &self.claims[ix.0]))
    }

    /// How many discrepancies can change the sense.
    pub fn weighing(&self) -> usize {
        self.told.weighing()
    }

    /// The discrepancies in which a sentence stands.
    pub fn discrepancies_at(&self, place: Place) -> impl Iterator<Item = &Discrepancy> {
        self.told.at(place)
    }

    /// How surely something of substance differs at this place, if anything does; what differs slightly
    /// is none.
    pub fn differs(&self, place: Place) -> Option<Differs> {
        let all = self.discrepancies_at(place).filter(|it| it.weighs());
        all.map(|it| it.differs).max()
    }

    /// How closely a sentence is shared: the closest of its links; `None` where only its own
    /// source tells it.
    pub fn shared(&self, place: Place) -> Option<LinkKind> {
        self.links_at(place).map(|link| link.kind).min()
    }

    /// The counterparts of a sentence in one other article: those that the reader pinned, then the
    /// closest first.
    pub fn counterparts(&self, place: Place, article: ArticleIx) -> Vec<(&Link, Place)> {
        let mut found: Vec<(&Link, Place)> = self
            .links_at(place)
            .filter_map(|link| Some((link, link.other(place)?)))
            .filter(|(_, other)| other.article == article)
            .collect();
        found.sort_by(|(x, at_x), (y, at_y)| {
            let by_score = y.score.total_cmp(&x.score);
            let by_reader = self.is_pinned(y).cmp(&self.is_pinned(x));
            let by_kind = by_reader.then(x.kind.cmp(&y.kind));
            by_kind.then(by_score).then(at_x.cmp(at_y))
        });
        found
    }

    /// The closest counterpart of a sentence in one other article.
    pub fn counterpart(&self, place: Place, article: ArticleIx) -> Option<SentenceIx> {
        let found = self.counterparts(place, article);
        found.first().map(|(_, it)| it.sentence)
    }

    /// Whether an article has a sentence that is linked with one of a claim: if it does not carry it, it
    /// tells a part of it, or something near it.
    pub fn touches(&self, claim: &Claim, article: ArticleIx) -> bool {
        let near = |at: &Place, it: &Link| it.other(*at).is_some_and(|it| it.article == article);
        let mut places = claim.sentences.iter();
        places.any(|at| self.links_at(*at).any(|it| near(at, it)))
    }

    /// The articles that tell what a sentence does: those of its claims, its own at least, in the
    /// order of the story. Others may have sentences that are linked with it.
    pub fn tellers(&self, place: Place) -> Vec<ArticleIx> {
        let claims = self.claims_at(place);
        let told: Vec<ArticleIx> = claims.flat_map(|(_, it)| it.articles()).collect();
        let tells = |ix: &&ArticleIx| **ix == place.article || told.contains(ix);
        self.articles.iter().filter(tells).copied().collect()
    }

    /// The sentence itself and its closest counterpart in each other article, in the order of the
    /// story.
    pub fn carriers(&self, place: Place) -> Vec<Place> {
        let in_article = |ix: &ArticleIx| {
            if *ix == place.article {
                return Some(place);
            }
            Some(Place::new(*ix, self.counterpart(place, *ix)?))
        };
        self.articles.iter().filter_map(in_article).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_are_counted_once() {
        let group = Origin {
            articles: vec![ArticleIx(0), ArticleIx(2)],
            shared: 0.9,
            evidence: Vec::new(),
            first: None,
            credits: Vec::new(),
        };
        let all: Vec<_> = (0..4).map(ArticleIx).collect();
        assert_eq!(independent(&all, std::slice::from_ref(&group)), 3);
        assert_eq!(independent(&all[..1], &[group]), 1);
        assert_eq!(independent(&[], &[]), 0);
    }
}
