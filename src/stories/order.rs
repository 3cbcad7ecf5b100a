//! The order in which articles are compared, and what is known of each beside its words.
//!
//! By date, then by what they say, never by how they were read: the same articles in another order
//! make the same stories.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};

use crate::model::article::Article;

/// What is known of an article beside its words.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Known {
    /// Days since 1970.
    pub day: Option<f32>,
    /// The number of its `story` field: equal fields have equal numbers.
    pub field: Option<u32>,
}

/// Indices of the articles: the dated ones by date, then those without; equal ones by headline,
/// source and text.
pub fn canonical(articles: &[Article]) -> Vec<usize> {
    let said = |at: usize| {
        let article = &articles[at];
        (article.title(), article.source(), article.text())
    };
    // The dates are taken along: to look each up at its article waits for memory.
    let dated = articles.iter().enumerate().map(|(at, it)| {
        let published = it.meta().published;
        ((published.is_none(), published), at)
    });
    let mut order: Vec<_> = dated.collect();
    order.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| said(a.1).cmp(&said(b.1))));
    order.into_iter().map(|it| it.1).collect()
}

/// What is known of each article.
pub fn known<'a>(articles: impl Iterator<Item = &'a Article>) -> Vec<Known> {
    let mut fields = BTreeMap::new();
    let mut field = |name: &'a str| {
        let next = fields.len() as u32;
        *fields.entry(name).or_insert(next)
    };
    articles
        .map(|it| Known {
            day: day(it),
            field: it.meta().story.as_deref().map(&mut field),
        })
        .collect()
}

fn day(article: &Article) -> Option<f32> {
    const START: Date = date(1970, 1, 1);
    let published = article.meta().published?;
    let hours = published.date.duration_since(START).as_hours();
    Some((hours / 24) as f32)
}
