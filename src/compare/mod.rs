//! From one story to its comparison: sentences → candidates → links → claims → discrepancies and
//! origins. Deterministic, and it cannot fail.

pub mod alike;
pub mod bodies;
pub mod candidates;
pub mod canon;
pub mod cases;
pub mod claims;
pub mod combiner;
pub mod company;
pub mod copies;
pub mod covered;
pub mod credits;
pub mod decided;
pub mod discrepancies;
pub mod earliest;
pub mod explain;
pub mod features;
pub mod joined;
pub mod kin;
pub mod laid;
pub mod letters;
pub mod lexicon;
pub mod links;
pub mod nearest;
pub mod omissions;
pub mod origins;
pub mod places;
pub mod quoted;
pub mod sparse;
pub mod support;
pub mod unit;
pub mod wording;
pub mod words;

use crate::model::{
    article::Article,
    comparison::{Comparison, Findings},
    ruling::Rulings,
    story::Story,
};

/// Compares all articles of a story, sentence by sentence. The order of the articles makes no
/// difference to what is found.
pub fn compare(articles: &[Article], story: &Story) -> Comparison {
    compare_decided(articles, story, &Rulings::default())
}

/// The same after the reader's rulings: what they pinned is a link, what they forbade is
/// none, nor is a discrepancy that they dismissed.
pub fn compare_decided(articles: &[Article], story: &Story, rulings: &Rulings) -> Comparison {
    let rulings = rulings.within(story.articles());
    let sheet = unit::read(articles, story);
    let candidates = candidates::find(&sheet);
    let links::Weighed { mut links, loose } = links::judge(&sheet, &candidates);
    decided::links(&mut links, &rulings);
    let mut claims = claims::gather(&links);
    decided::claims(&mut claims, &links, &rulings);
    let origins = origins::find(articles, story, &links);
    claims::count_origins(&mut claims, &origins);
    let discrepancies = discrepancies::find(articles, story, &links, &claims);
    let nearest = nearest::find(&claims, &loose);
    Comparison::new(Findings {
        articles: story.articles().to_vec(),
        links,
        claims,
        discrepancies,
        origins,
        nearest,
        rulings,
    })
}
