//! Words that are looked for in the texts of all articles, and the articles that hold them.

use crate::{
    app::state::search::Wanted,
    model::{
        article::Article,
        bundle::Bundle,
        index::{ArticleIx, Place, SentenceIx, StoryIx},
        story::Story,
    },
    text::safe,
};

/// What is looked for, and what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts {
    pub words: String,
    /// None while they are looked for the first time.
    pub found: Option<Found>,
    /// Whether the reader is still to be told how many were found.
    pub(crate) untold: bool,
    /// The story that was opened before anything was found: then it is gone to.
    pub(crate) opened: Option<StoryIx>,
}

/// The articles that hold the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The first place in each, sorted.
    pub places: Vec<Place>,
    /// How many articles were looked through.
    pub of: usize,
}

impl Texts {
    /// None where nothing is to be looked for. Blanks count one, and what is not seen counts nothing.
    pub fn new(words: &str) -> Option<Self> {
        let words = safe::one_line(words).into_owned();
        (!words.is_empty()).then_some(Self {
            words,
            found: None,
            untold: true,
            opened: None,
        })
    }

    /// Whether all articles were looked through.
    pub fn is_whole(&self, bundle: &Bundle) -> bool {
        let found = self.found.as_ref();
        found.is_some_and(|it| it.of == bundle.articles.len())
    }

    /// The first places in the articles of a story that hold the words, in the story's order.
    pub fn held(&self, story: &Story) -> impl Iterator<Item = Place> {
        let places = self.found.as_ref().map_or(&[][..], |it| &it.places);
        let first = move |ix: &ArticleIx| {
            let at = places.binary_search_by_key(ix, |it| it.article).ok()?;
            Some(places[at])
        };
        story.articles().iter().filter_map(first)
    }
}

/// The first sentence of an article in which the words stand.
pub fn first(article: &Article, wanted: &Wanted) -> Option<SentenceIx> {
    let mut all = article.places().map(|(sentence, _)| sentence);
    all.find(|it| wanted.first_in(&article.said(*it)).is_some())
}
