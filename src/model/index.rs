//! Indices with types, so that a sentence of one article is never looked up in another by mistake.

/// Index of an article in its bundle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleIx(pub usize);

/// Index of a story in its bundle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StoryIx(pub usize);

/// Index of a sentence in its article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SentenceIx(pub usize);

/// Index of a link in the comparison of its story.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkIx(pub usize);

/// Index of a claim in the comparison of its story.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimIx(pub usize);

/// One sentence of one article of a bundle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    pub article: ArticleIx,
    pub sentence: SentenceIx,
}

impl Place {
    pub fn new(article: ArticleIx, sentence: SentenceIx) -> Self {
        Self { article, sentence }
    }
}
