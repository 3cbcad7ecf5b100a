//! Words looked for in the texts of all articles, from the story list: the list narrows to the stories
//! that hold them, tells where they stand, and a story opens at the first place.
//!
//! The looking is done outside, in the background: a bundle may hold gigabytes. What is found holds
//! for the articles that were there; when more come in, it is looked for again.

use crate::{
    app::{
        effect::Effect,
        state::{
            app::App,
            search::Wanted,
            texts::{Found, Texts},
        },
    },
    config::theme::Paint,
    geometry::rich::Line,
    model::{
        index::{ArticleIx, Place, StoryIx},
        story::Story,
    },
    text::count::counted,
};

/// Articles of a story of which the first place is told beside the list.
const TOLD: usize = 4;

impl App {
    /// Looks for words in all articles; for none, shows all stories again.
    pub(crate) fn look_up(&mut self, words: &str) {
        let words = words.trim();
        self.stories.texts = (!words.is_empty()).then(|| Texts::new(words));
        self.stories.shown_by = None;
        self.filter_stories();
        self.look_again();
    }

    /// Asks for what is looked for, where something is: the articles are others than before.
    pub(crate) fn look_again(&mut self) {
        if let Some(texts) = &self.stories.texts {
            self.ask(Effect::LookUp(texts.words.clone()));
        }
    }

    /// The articles that hold the words, of so many articles.
    pub(crate) fn looked_up(&mut self, words: &str, found: Found) {
        let Some(texts) = &mut self.stories.texts else {
            return;
        };
        if texts.words != words || found.of != self.known.bundle.articles.len() {
            return;
        }
        let many = found.articles.len();
        texts.found = Some(found);
        self.stories.shown_by = None;
        self.filter_stories();
        if 0 < many {
            let articles = counted(many, "article", "articles");
            let stories = counted(self.stories.shown.len(), "story", "stories");
            self.say(format!(
                "“{words}” stands in {articles} of {stories}; Esc shows all"
            ));
        }
    }

    /// Where the words stand that are looked for: the first place in each of some articles.
    pub(crate) fn places_found(&self, story: &Story) -> Vec<Line> {
        let Some(texts) = &self.stories.texts else {
            return Vec::new();
        };
        let wanted = Wanted::new(&texts.words);
        let bundle = &self.known.bundle;
        let held: Vec<ArticleIx> = texts.held(story).collect();
        let first = held.iter().take(TOLD).filter_map(|ix| {
            let place = self.first_place(*ix, &wanted)?;
            let said = bundle.said(place);
            let span = wanted.first_in(&said)?;
            let line = Line::new(bundle[*ix].source(), Paint::Title)
                .and("  ", Paint::Text)
                .and(&said[..span.start()], Paint::Text)
                .and(span.of(&said), Paint::Match)
                .and(&said[span.end()..], Paint::Text);
            Some(line.hanging(2))
        });
        let mut lines: Vec<Line> = first.collect();
        if TOLD < held.len() {
            let more = format!("and in {} more", held.len() - TOLD);
            lines.push(Line::new(more, Paint::Dim));
        }
        if !lines.is_empty() {
            let articles = counted(held.len(), "article", "articles");
            let title = format!("“{}” stands in {articles}", texts.words);
            lines.insert(0, Line::new(title, Paint::Title));
            lines.push(Line::gap());
        }
        lines
    }

    /// Goes to the first place of a story just opened where the words stand that are looked for, and
    /// searches for them there.
    pub(crate) fn go_to_found(&mut self, story: StoryIx) {
        let Some(texts) = &self.stories.texts else {
            return;
        };
        let wanted = Wanted::new(&texts.words);
        let shown = self.compare().into_iter().flat_map(|it| &it.panes);
        let shown: Vec<ArticleIx> = shown.map(|it| it.article).collect();
        let held = || texts.held(&self.known.bundle[story]);
        // A pane that is there already needs no other source.
        let article = held().find(|it| shown.contains(it)).or(held().next());
        let Some(place) = article.and_then(|it| self.first_place(it, &wanted)) else {
            return;
        };
        let words = texts.words.clone();
        if let Some(compare) = self.compare_mut() {
            compare.untouched = None; // the reader stands somewhere
        }
        self.visit(place);
        self.search(&words);
    }

    fn first_place(&self, ix: ArticleIx, wanted: &Wanted) -> Option<Place> {
        let article = &self.known.bundle[ix];
        let mut all = article.places().map(|(sentence, _)| sentence);
        let first = all.find(|it| wanted.first_in(&article.said(*it)).is_some())?;
        Some(Place::new(ix, first))
    }
}
