//! Words that are looked for in the texts of all articles, and the articles that hold them.

use crate::{
    app::state::search::Wanted,
    model::{article::Article, index::ArticleIx, story::Story},
};

/// What is looked for, and what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts {
    pub words: String,
    /// None while they are looked for.
    pub found: Option<Found>,
}

/// The articles that hold the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Sorted.
    pub articles: Vec<ArticleIx>,
    /// How many articles were looked through.
    pub of: usize,
}

impl Texts {
    pub fn new(words: &str) -> Self {
        Self {
            words: words.to_string(),
            found: None,
        }
    }

    /// The articles of a story that hold the words.
    pub fn held(&self, story: &Story) -> impl Iterator<Item = ArticleIx> {
        let found = self.found.as_ref();
        let held =
            move |ix: &&ArticleIx| found.is_some_and(|it| it.articles.binary_search(ix).is_ok());
        story.articles().iter().filter(held).copied()
    }
}

/// Whether the words stand in a sentence of an article.
pub fn holds(article: &Article, wanted: &Wanted) -> bool {
    let mut all = article.places().map(|(sentence, _)| sentence);
    all.any(|it| wanted.first_in(&article.said(it)).is_some())
}
