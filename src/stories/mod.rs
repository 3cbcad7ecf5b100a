//! From articles to stories: which of them report the same event.

use crate::model::{article::Article, index::ArticleIx, story::Story};

/// Every article stands in exactly one story; the stories in the order of their first article.
pub fn group(articles: &[Article]) -> Vec<Story> {
    let all = (0..articles.len()).map(ArticleIx).collect();
    let title = articles.first().map(|it| it.title().to_string());
    Story::new(title.unwrap_or_default(), all)
        .into_iter()
        .collect()
}
