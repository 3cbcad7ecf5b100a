//! The story list: order, filter, cursor.
//!
//! The order is by date (newest first), by number of sources or by shared share; ties keep the
//! order in which stories were found. How much is shared is known story by story, as comparisons
//! come in; the list is sorted anew only when the reader asks, so that rows do not run about.

use crate::{
    app::state::{
        app::App,
        fuzzy::{pattern, score},
        stories::{moved, shared, sources},
    },
    config::settings::{SORTS, Sort, name_of, next_of},
    geometry::screen,
    input::command::Command,
    model::{bundle::Bundle, index::StoryIx, story::Story},
};
use nucleo_matcher::{Config, Matcher};

impl App {
    /// Filters and sorts anew; the cursor stays on its story where that is still shown.
    pub(crate) fn arrange_stories(&mut self) {
        let current = self.stories.current();
        let bundle = &self.known.bundle;
        let mut shown: Vec<StoryIx> = (0..bundle.stories.len()).map(StoryIx).collect();
        shown.sort_by(|x, y| {
            let order = self.compare_stories(*x, *y);
            if self.stories.reversed {
                order.reverse()
            } else {
                order
            }
        });
        if !self.stories.filter.is_empty() {
            let pattern = pattern(&self.stories.filter);
            let mut matcher = Matcher::new(Config::DEFAULT);
            shown.retain(|ix| {
                let told = haystack(bundle, &bundle[*ix]);
                score(&pattern, &told, &mut matcher).is_some()
            });
        }
        let at = current.and_then(|ix| shown.iter().position(|it| *it == ix));
        self.stories.shown = shown;
        self.stories.at = at.unwrap_or(0);
    }

    fn compare_stories(&self, x: StoryIx, y: StoryIx) -> std::cmp::Ordering {
        let bundle = &self.known.bundle;
        let (one, other) = (&bundle[x], &bundle[y]);
        let share = |ix| self.known.comparison(ix).map(|it| shared(bundle, it));
        match self.stories.sort {
            Sort::Date => other.last.cmp(&one.last),
            Sort::Sources => sources(bundle, other)
                .len()
                .cmp(&sources(bundle, one).len()),
            Sort::Shared => share(y)
                .unwrap_or(-1.0)
                .total_cmp(&share(x).unwrap_or(-1.0)),
        }
    }

    /// The commands of the story list; false where it is none of them.
    pub(crate) fn update_stories(&mut self, command: Command) -> bool {
        match command {
            Command::SortStories => {
                self.stories.sort = next_of(SORTS, self.stories.sort);
                self.arrange_stories();
                let name = name_of(SORTS, &self.stories.sort);
                self.say(format!("Sorted by {name}"));
            }
            Command::ReverseSort => {
                self.stories.reversed = !self.stories.reversed;
                self.arrange_stories();
            }
            Command::ClearFilter => {
                self.stories.filter.clear();
                self.arrange_stories();
            }
            Command::SplitStory => self.open_split(),
            Command::MergeStory => self.open_merge(),
            Command::Open => match self.stories.current() {
                Some(story) => self.open_story(story),
                None => self.warn("There is no story to open"),
            },
            other => return self.move_list(other),
        }
        true
    }

    fn move_list(&mut self, command: Command) -> bool {
        let page = usize::from(self.list_height()).max(1);
        let last = self.stories.shown.len().saturating_sub(1);
        let Some(at) = moved(command, self.stories.at, last, page) else {
            return false;
        };
        self.stories.at = at;
        true
    }

    /// Rows of the story list.
    pub fn list_height(&self) -> u16 {
        screen::with_preview(self.parts().body)
            .0
            .height
            .saturating_sub(1)
    }

    /// Keeps the cursor in view, and asks for the comparisons of the stories in view.
    pub(crate) fn settle_stories(&mut self) {
        let height = usize::from(self.list_height()).max(1);
        let list = &mut self.stories;
        list.at = list.at.min(list.shown.len().saturating_sub(1));
        list.top = list
            .top
            .clamp((list.at + 1).saturating_sub(height), list.at);
        let end = (list.top + height).min(list.shown.len());
        let in_view: Vec<StoryIx> = list.shown[list.top.min(end)..end].to_vec();
        for story in list.current().into_iter().chain(in_view) {
            self.need(story);
        }
    }
}

/// What a filter looks at: title and outlets.
fn haystack(bundle: &Bundle, story: &Story) -> String {
    let mut told = story.title.clone();
    for source in sources(bundle, story) {
        told.push(' ');
        told.push_str(source);
    }
    told
}
