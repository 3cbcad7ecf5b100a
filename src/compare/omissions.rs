//! What a source leaves out: claims that at least a given share of the other origins tell and it
//! does not, each at the sentence after which it would stand. Copies of one text count once.
//!
//! That sentence is the counterpart of the nearest one before the claim in a source that carries
//! it; so the gutter's caret stands where a reader of the others would have read on.

use crate::model::{
    article::{Article, Role},
    comparison::Comparison,
    index::{ArticleIx, ClaimIx, Place, SentenceIx},
};
use std::collections::BTreeMap;

/// Origins that tell a claim, where fewer than the share asked for tell any, from which it is missed.
const FEW: usize = 3;

/// The score of the nearest sentence from which an article may tell a part of a claim. On the stories of
/// `benches/judged` and `benches/later` half of what was told as left out, and was not, lies above it, and
/// an eighth of what was rightly told (`benches/quality/omitted.rs`).
const MAYBE: f32 = 0.08;

/// The claims left out, by the sentence after which they would stand.
pub type Omissions = BTreeMap<SentenceIx, Vec<ClaimIx>>;

/// What an article leaves out. `share` is of the independent origins of the other articles, from 0
/// to 1; where no claim of the story is told by so many, as where fifty tell of one event each in
/// its own way, it is of those of the claim that most tell, and no less than `FEW`. A claim that a
/// single one of several others tells is never an omission, nor is one of which the article tells a
/// part, or may, nor what stands in headlines and captions alone. `articles` are those of the bundle.
pub fn omissions(
    articles: &[Article],
    comparison: &Comparison,
    article: ArticleIx,
    share: f64,
) -> Omissions {
    if articles
        .get(article.0)
        .is_none_or(|it| it.sentences().is_empty())
    {
        return Omissions::new();
    }
    let others: Vec<ArticleIx> = comparison.articles().to_vec();
    let others = others.into_iter().filter(|it| *it != article);
    let others = comparison.independent(&others.collect::<Vec<_>>());
    let told = comparison.claims().iter().map(|it| it.origins);
    let most = told.max().unwrap_or_default();
    let enough = match share * others as f64 <= most as f64 {
        true => share * others as f64,
        false => (share * most as f64).max(FEW as f64),
    };
    let mut found = Omissions::new();
    for (at, claim) in comparison.claims().iter().enumerate() {
        let told = claim.origins;
        let enough = enough <= told as f64 && 2.min(others) <= told;
        let near = comparison.nearest(ClaimIx(at), article);
        let tells = claim.is_told_by(article)
            || comparison.touches(claim, article)
            || near.is_some_and(|it| MAYBE <= it.score);
        let stands = |it: &Place| {
            let sentence = articles.get(it.article.0)?.sentence(it.sentence)?;
            Some(matches!(sentence.role, Role::Body | Role::List))
        };
        let in_text = || claim.sentences.iter().any(|it| stands(it) == Some(true));
        if tells || !enough || !in_text() {
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

fn before(comparison: &Comparison, place: Place, article: ArticleIx) -> Option<SentenceIx> {
    (0..place.sentence.0)
        .rev()
        .find_map(|at| comparison.counterpart(Place::new(place.article, SentenceIx(at)), article))
}
