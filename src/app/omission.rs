//! What a source leaves out: claims that at least a given share of the other sources tell and it
//! does not, each at the sentence after which it would stand.
//!
//! That sentence is the counterpart of the nearest one before the claim in a source that carries
//! it; so the gutter's caret stands where a reader of the others would have read on.

use std::collections::BTreeMap;

use crate::{
    app::{follow::counterpart, state::App},
    config::theme::Paint,
    geometry::rich::Line,
    model::{
        comparison::{Claim, Comparison},
        index::{ArticleIx, ClaimIx, Place, SentenceIx},
    },
};

/// The claims left out, by the sentence after which they would stand.
pub type Omissions = BTreeMap<SentenceIx, Vec<ClaimIx>>;

/// What an article leaves out. `share` is of the other articles, from 0 to 1; a claim that a
/// single one of several others tells is never an omission.
pub fn omissions(comparison: &Comparison, article: ArticleIx, share: f64) -> Omissions {
    let others = comparison.articles().len().saturating_sub(1);
    let mut found = Omissions::new();
    for (at, claim) in comparison.claims().iter().enumerate() {
        let mut told: Vec<ArticleIx> = claim.sentences.iter().map(|it| it.article).collect();
        told.dedup();
        let enough = share * others as f64 <= told.len() as f64 && 2.min(others) <= told.len();
        if told.contains(&article) || !enough || linked(comparison, claim, article) {
            continue;
        }
        let after = claim
            .sentences
            .iter()
            .find_map(|it| before(comparison, *it, article))
            .unwrap_or_default();
        found.entry(after).or_default().push(ClaimIx(at));
    }
    found
}

/// Whether the article tells the claim at least in part.
fn linked(comparison: &Comparison, claim: &Claim, article: ArticleIx) -> bool {
    let mut places = claim.sentences.iter();
    places.any(|it| counterpart(comparison, *it, article).is_some())
}

fn before(comparison: &Comparison, place: Place, article: ArticleIx) -> Option<SentenceIx> {
    (0..place.sentence.0).rev().find_map(|at| {
        counterpart(
            comparison,
            Place::new(place.article, SentenceIx(at)),
            article,
        )
    })
}

impl App {
    /// Works out what the articles in the panes leave out, once each.
    pub(crate) fn settle_omissions(&mut self) {
        let Some(compare) = self.compare() else {
            return;
        };
        let Some(comparison) = self.known.comparison(compare.story).cloned() else {
            return;
        };
        let shown: Vec<ArticleIx> = compare.panes.iter().map(|it| it.article).collect();
        let share = self.settings.compare.omission;
        for article in shown {
            self.known
                .omissions
                .entry(article)
                .or_insert_with(|| omissions(&comparison, article, share));
        }
    }

    /// Whether something is left out after a sentence.
    pub fn omits(&self, place: Place) -> bool {
        let found = self.known.omissions.get(&place.article);
        found.is_some_and(|it| it.contains_key(&place.sentence))
    }

    /// Reads what is left out after the current sentence, or else after the next one that has
    /// something left out after it.
    pub(crate) fn open_omission(&mut self) {
        let Some(compare) = self.compare() else {
            return;
        };
        let place = compare.place();
        let Some(comparison) = self.known.comparison(compare.story).cloned() else {
            return self.say("Still comparing this story");
        };
        let source = self.known.bundle[place.article].source().to_string();
        let found = self.known.omissions.get(&place.article);
        let next = found.and_then(|it| it.range(place.sentence..).next());
        let Some((after, claims)) = next.map(|(after, claims)| (*after, claims.clone())) else {
            return self.say(format!("{source} leaves nothing out from here on"));
        };
        if after != place.sentence {
            self.remember();
            self.move_to(after);
        }
        let lines = claims
            .iter()
            .filter_map(|ix| comparison.claims().get(ix.0))
            .flat_map(|claim| self.omitted(claim))
            .collect();
        self.show(format!("Told by others here, left out by {source}"), lines);
    }

    fn omitted(&self, claim: &Claim) -> Vec<Line> {
        let bundle = &self.known.bundle;
        let mut lines: Vec<Line> = Vec::new();
        for place in &claim.sentences {
            let line = Line::new(
                format!("{}: ", bundle[place.article].source()),
                Paint::Title,
            );
            lines.push(line.and(bundle.said(*place), Paint::Text));
        }
        let mut articles: Vec<ArticleIx> = claim.sentences.iter().map(|it| it.article).collect();
        articles.dedup();
        let told = crate::app::claims::counted(articles.len(), claim.origins);
        lines.push(Line::new(told, Paint::Dim).indented(2));
        lines.push(Line::gap());
        lines
    }
}
