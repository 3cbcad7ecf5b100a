//! From one story to its comparison: sentences → candidates → links → claims → discrepancies and
//! origins. Deterministic, and it cannot fail.

pub mod candidates;
pub mod canon;
pub mod cases;
pub mod claims;
pub mod combiner;
pub mod credits;
pub mod discrepancies;
pub mod explain;
pub mod features;
pub mod kin;
pub mod letters;
pub mod lexicon;
pub mod links;
pub mod origins;
pub mod quoted;
pub mod sparse;
pub mod support;
pub mod unit;
pub mod wording;
pub mod words;

use crate::model::{
    article::Article,
    comparison::{Comparison, Findings},
    story::Story,
};

/// Compares all articles of a story, sentence by sentence. The order of the articles makes no
/// difference to what is found.
pub fn compare(articles: &[Article], story: &Story) -> Comparison {
    let sheet = unit::read(articles, story);
    let candidates = candidates::find(&sheet);
    let links = links::judge(&sheet, &candidates);
    let mut claims = claims::gather(&links);
    let origins = origins::find(articles, story, &links);
    claims::count_origins(&mut claims, &origins);
    let discrepancies = discrepancies::find(articles, story, &links, &claims);
    Comparison::new(Findings {
        articles: story.articles().to_vec(),
        links,
        claims,
        discrepancies,
        origins,
    })
}
