//! All that was opened: the articles, the stories they make, and what went wrong on the way.

use std::{borrow::Cow, ops::Index};

use crate::model::{
    article::{Article, Sentence},
    index::{ArticleIx, Place, StoryIx},
    story::Story,
};

/// Something that was skipped or doubted while reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The path as shown to the user, with `:line` where one line of the file is meant.
    pub file: String,
    pub message: String,
    /// Whether something could not be read, as against merely doubted.
    pub skipped: bool,
}

/// The articles in the order read, the stories in the order found.
#[derive(Clone, Debug, Default)]
pub struct Bundle {
    pub articles: Vec<Article>,
    pub stories: Vec<Story>,
    pub warnings: Vec<Warning>,
}

impl Index<ArticleIx> for Bundle {
    type Output = Article;

    fn index(&self, ix: ArticleIx) -> &Article {
        &self.articles[ix.0]
    }
}

impl Index<StoryIx> for Bundle {
    type Output = Story;

    fn index(&self, ix: StoryIx) -> &Story {
        &self.stories[ix.0]
    }
}

impl Bundle {
    /// The sentence at a place, where there is one.
    pub fn sentence(&self, place: Place) -> Option<&Sentence> {
        self.articles.get(place.article.0)?.sentence(place.sentence)
    }

    /// The story that an article stands in. Cost: the articles of all stories before it.
    pub fn story_of(&self, article: ArticleIx) -> Option<StoryIx> {
        let holds = |it: &Story| it.articles().contains(&article);
        self.stories.iter().position(holds).map(StoryIx)
    }

    /// What an article is called for the reader: its outlet and, where its story has several of that
    /// outlet, its number in the story, from 1.
    pub fn named(&self, ix: ArticleIx) -> Cow<'_, str> {
        let source = self[ix].source();
        let story = self.story_of(ix).map(|it| &self[it]);
        let story = story.filter(|it| self.has_several(it, source));
        let at = story.and_then(|it| it.articles().iter().position(|it| *it == ix));
        match at {
            Some(at) => format!("{source} ({})", at + 1).into(),
            None => source.into(),
        }
    }

    /// Whether a story has several articles of an outlet.
    pub fn has_several(&self, story: &Story, source: &str) -> bool {
        let articles = story.articles().iter();
        1 < articles.filter(|it| self[**it].source() == source).count()
    }

    /// The words at a place as one line; empty where there is no such sentence.
    pub fn said(&self, place: Place) -> Cow<'_, str> {
        match self.articles.get(place.article.0) {
            Some(article) => article.said(place.sentence),
            None => "".into(),
        }
    }
}
