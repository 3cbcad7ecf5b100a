//! Words looked for in the texts of all articles, from the story list: the list narrows to the stories
//! that hold them, tells where they stand, a story opens at the first place, and the matches in its
//! panes are those of all its articles, each once in the story's order.
//!
//! The looking is done outside, in the background: a bundle may hold gigabytes. What is found holds
//! for the articles that were there; when more come in, it is looked for again.

use crate::{
    app::{
        effect::Effect,
        state::{
            app::{App, Screen, Weight},
            search::{Search, Wanted},
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

impl App {
    /// Looks for words in all articles; for none, shows all stories again.
    pub(crate) fn look_up(&mut self, words: &str) {
        self.stories.texts = Texts::new(words);
        self.show_anew();
        match self.stories.texts {
            Some(_) => self.look_again(),
            None => self.ask(Effect::LookUp(String::new())),
        }
    }

    /// Asks again for what is looked for, if something is: the articles are others than before.
    pub(crate) fn look_again(&mut self) {
        if let Some(texts) = &self.stories.texts {
            self.ask(Effect::LookUp(texts.words.clone()));
        }
    }

    /// The articles that hold the words.
    pub(crate) fn looked_up(&mut self, words: &str, found: Found) {
        let many = self.known.bundle.articles.len();
        let asked = |it: &&mut Texts| it.words == words && found.of == many;
        let Some(texts) = self.stories.texts.as_mut().filter(asked) else {
            return;
        };
        texts.found = Some(found);
        let untold = std::mem::take(&mut texts.untold);
        let opened = texts.opened.take();
        self.show_anew();
        if let (Some(story), Some(Screen::Compare(compare))) = (opened, self.screens.last())
            && compare.story == story
        {
            return self.go_to_found(story);
        }
        self.search_again();
        let grave = self.message.as_ref();
        let grave = grave.is_some_and(|it| it.weight != Weight::Told);
        if untold && !grave && self.screens.is_empty() {
            self.tell_found();
        }
    }

    fn tell_found(&mut self) {
        let Some(texts) = &self.stories.texts else {
            return;
        };
        let bundle = &self.known.bundle;
        let shown = self.stories.shown.iter();
        let many: usize = shown.map(|it| texts.held(&bundle[*it]).count()).sum();
        if many == 0 {
            return; // the list says so itself
        }
        let articles = counted(many, "article", "articles");
        let stories = counted(self.stories.shown.len(), "story", "stories");
        let text = format!(
            "“{}” stands in {articles} of {stories}; Esc ends this",
            texts.words
        );
        self.say(text);
    }

    /// The looking went wrong.
    pub(crate) fn not_looked_up(&mut self, why: String) {
        self.stories.texts = None;
        self.show_anew();
        self.tell(why, Weight::Error);
    }

    /// Where the words stand that are looked for: the first place in each of so many articles.
    pub(crate) fn places_found(&self, story: &Story, most: usize) -> Vec<Line> {
        let Some(texts) = &self.stories.texts else {
            return Vec::new();
        };
        let wanted = Wanted::new(&texts.words);
        let bundle = &self.known.bundle;
        let held: Vec<Place> = texts.held(story).collect();
        let told = held.iter().take(most).filter_map(|place| {
            let said = bundle.said(*place);
            let span = wanted.first_in(&said)?;
            let line = Line::new(bundle.named(place.article), Paint::Title)
                .and("  ", Paint::Text)
                .and(&said[..span.start()], Paint::Text)
                .and(span.of(&said), Paint::Match)
                .and(&said[span.end()..], Paint::Text);
            Some(line.hanging(2))
        });
        if held.is_empty() {
            return Vec::new();
        }
        let articles = counted(held.len(), "article", "articles");
        let title = format!("“{}” stands in {articles}", texts.words);
        let mut lines = vec![Line::new(title, Paint::Title)];
        lines.extend(told);
        if most < held.len() {
            let more = format!("and in {} more", held.len() - most);
            lines.push(Line::new(more, Paint::Dim));
        }
        lines.push(Line::gap());
        lines
    }

    /// Goes to the first place of a story just opened where the words stand that are looked for, and
    /// searches for them in all its articles; later, where they are still being looked for.
    pub(crate) fn go_to_found(&mut self, story: StoryIx) {
        let Some(texts) = &mut self.stories.texts else {
            return;
        };
        if texts.found.is_none() {
            texts.opened = Some(story);
            return;
        }
        let Some(search) = self.search_of(story) else {
            return;
        };
        let Some(to) = search.at.map(|at| search.hits[at].place) else {
            return;
        };
        self.remember();
        if let Some(compare) = self.compare_mut() {
            compare.untouched = None; // the reader stands somewhere
            compare.search = Some(search);
        }
        self.visit(to);
    }

    /// The search for the words that are looked for through all articles of a story that hold them, in
    /// the story's order, at its first hit.
    fn search_of(&self, story: StoryIx) -> Option<Search> {
        let texts = self.stories.texts.as_ref()?;
        let bundle = &self.known.bundle;
        let held: Vec<ArticleIx> = texts.held(&bundle[story]).map(|it| it.article).collect();
        let mut search = Search::new(&texts.words, bundle, &held);
        search.of_story = true;
        search.at = (!search.hits.is_empty()).then_some(0);
        Some(search)
    }

    /// The search that is open in the panes, through the articles that are there by now.
    fn search_again(&mut self) {
        let open = self
            .compare()
            .and_then(|it| Some((it.story, it.search.clone()?)));
        let Some((story, before)) = open.filter(|(_, it)| it.of_story) else {
            return;
        };
        let words = self.stories.texts.as_ref().map(|it| it.words.as_str());
        let Some(mut search) = self
            .search_of(story)
            .filter(|_| words == Some(&before.query))
        else {
            return;
        };
        let here = before.at.map(|at| before.hits[at]);
        let kept = here.and_then(|hit| search.hits.iter().position(|it| *it == hit));
        search.at = kept.or(search.at);
        if let Some(compare) = self.compare_mut() {
            compare.search = Some(search);
        }
    }
}
