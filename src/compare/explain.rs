//! Why a link is as it is, for the reader. (To be grown.)

use crate::model::{article::Article, comparison::Link, story::Story};

/// A link taken apart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Explanation {
    pub rule: String,
    pub shares: Vec<String>,
    pub differs: Vec<String>,
    pub parts: Vec<(String, f32)>,
    pub would_change: String,
}

/// Takes a link apart.
pub fn explain(articles: &[Article], story: &Story, link: &Link) -> Explanation {
    let _ = (articles, story);
    Explanation {
        rule: link.kind.name().to_string(),
        ..Explanation::default()
    }
}
