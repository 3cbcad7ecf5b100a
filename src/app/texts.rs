//! Words looked for in the texts of all articles, from the story list: the list narrows to the stories
//! that hold them, tells where they stand, a story opens at the first place, and the next match after
//! the last one in its panes is in the next article that holds them.
//!
//! The looking is done outside, in the background: a bundle may hold gigabytes. What is found holds
//! for the articles that were there; when more come in, it is looked for again.

use crate::{
    app::{
        effect::Effect,
        state::{
            app::{App, Screen, Weight},
            search::{Hit, Wanted},
            texts::{Found, Texts},
        },
    },
    config::theme::Paint,
    geometry::rich::Line,
    model::{
        index::{Place, StoryIx},
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
            let line = Line::new(bundle[place.article].source(), Paint::Title)
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
    /// searches for them there; later, where they are still being looked for.
    pub(crate) fn go_to_found(&mut self, story: StoryIx) {
        let Some(texts) = &mut self.stories.texts else {
            return;
        };
        if texts.found.is_none() {
            texts.opened = Some(story);
            return;
        }
        let first = texts.held(&self.known.bundle[story]).next();
        if let Some(place) = first {
            self.search_at(place);
        }
    }

    /// From the last hit of an article to the first one in the next article that holds the words, or
    /// from the first to the last one in the article before. False where there is a hit between, no
    /// other article holds them, or the panes are searched for something else.
    pub(crate) fn go_on_to_found(&mut self, forward: bool) -> bool {
        let (Some(texts), Some(compare)) = (&self.stories.texts, self.compare()) else {
            return false;
        };
        let searched = compare.search.as_ref();
        let Some(search) = searched.filter(|it| it.query == texts.words) else {
            return false;
        };
        let Some(here) = search.at.map(|at| search.hits[at].place.article) else {
            return false;
        };
        let beside = |at: usize| match forward {
            true => search.hits.get(at + 1),
            false => search.hits.get(at.checked_sub(1)?),
        };
        let between = search.at.and_then(beside);
        let bundle = &self.known.bundle;
        let held: Vec<Place> = texts.held(&bundle[compare.story]).collect();
        let at = held.iter().position(|it| it.article == here);
        let Some(at) = at.filter(|_| between.is_none_or(|it| it.place.article != here)) else {
            return false;
        };
        if held.len() < 2 {
            return false;
        }
        let next = match forward {
            true => (at + 1) % held.len(),
            false => (at + held.len() - 1) % held.len(),
        };
        let place = held[next];
        let source = bundle[place.article].source();
        let text = format!("{source}: article {} of {}", next + 1, held.len());
        self.search_at(place);
        if !forward {
            self.go_to_last_hit();
        }
        self.say(text);
        true
    }

    /// To the last hit in the article that has the cursor.
    fn go_to_last_hit(&mut self) {
        let Some(compare) = self.compare_mut() else {
            return;
        };
        let here = compare.focused().article;
        let Some(search) = &mut compare.search else {
            return;
        };
        let own = |it: &Hit| it.place.article == here;
        if let Some(last) = search.hits.iter().rposition(own) {
            search.at = Some(last);
            let to = search.hits[last].place;
            self.visit(to);
        }
    }

    fn search_at(&mut self, place: Place) {
        let texts = self.stories.texts.as_ref();
        let words = texts.map_or(String::new(), |it| it.words.clone());
        self.remember();
        if let Some(compare) = self.compare_mut() {
            compare.untouched = None; // the reader stands somewhere
        }
        self.visit(place);
        self.search(&words);
    }
}
