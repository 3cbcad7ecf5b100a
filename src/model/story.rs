//! Articles that report the same event.

use jiff::civil::Date;

use crate::model::index::ArticleIx;

/// Never empty: see [`Story::new`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    pub title: String,
    articles: Vec<ArticleIx>,
    pub first: Option<Date>,
    pub last: Option<Date>,
    /// Why the articles are together, a line each, for the reader who asks.
    pub reasons: Vec<String>,
    /// Whether it holds what it holds because the reader said so.
    pub by_you: bool,
}

impl Story {
    /// None where there is no article. The articles keep the order given: by date, then as read.
    pub fn new(title: String, articles: Vec<ArticleIx>) -> Option<Self> {
        (!articles.is_empty()).then_some(Self {
            title,
            articles,
            first: None,
            last: None,
            reasons: Vec::new(),
            by_you: false,
        })
    }

    pub fn articles(&self) -> &[ArticleIx] {
        &self.articles
    }
}
