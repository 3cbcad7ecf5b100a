//! From articles to stories: which of them report the same event.
//!
//! Order of the steps: articles in a canonical order (`order`) → their words counted (`words`,
//! `terms`) → unit vectors weighted by rarity (`common`, `profile`) → pairs worth comparing, from
//! an inverted index (`near`) → average-link clustering, fading with time (`merge`) → headlines,
//! dates and reasons (`told`, `reasons`). Afterwards the reader's own decisions (`regroup`).
//!
//! Tuned for not merging wrongly: two stories stay two unless their average articles are alike.
//! Cost: one light pass over the first [`terms::BODY`] words of each article and a bounded number of
//! comparisons, so linear in the number of articles; about 5 KiB of memory an article.

pub mod common;
pub mod hash;
pub mod merge;
pub mod near;
pub mod order;
pub mod profile;
pub mod reasons;
pub mod regroup;
pub mod terms;
pub mod told;
pub mod words;

use crate::model::{article::Article, story::Story};

pub use regroup::regroup;

/// Every article stands in exactly one story, whatever their order; articles that share a `story`
/// field stand together, those with different ones apart. Newest story first, then as read.
pub fn group(articles: &[Article]) -> Vec<Story> {
    let order = order::canonical(articles);
    let ordered = || order.iter().map(|it| &articles[*it]);
    let profiles = profile::profiles(ordered());
    let pairs = near::pairs(&profiles, merge::LONE);
    let groups = merge::merge(&profiles, &order::known(ordered()), &pairs);
    told::stories(articles, &order, &profiles, &groups)
}
