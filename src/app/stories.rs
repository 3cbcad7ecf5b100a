//! The story list: order, filter, cursor.
//!
//! The order is by date (newest first), by number of sources, by shared share or by what differs; ties keep the
//! order in which stories were found. How much is shared and differs is known story by story, as comparisons
//! come in; the list is sorted anew when the last has come in, so that rows do not run about.

use std::cmp::Reverse;

use crate::{
    app::state::{
        app::App,
        stories::{fitting, haystack, moved, shared, sources},
    },
    config::settings::{SORTS, Sort, next_of},
    geometry::screen,
    input::command::Command,
    model::{bundle::Bundle, index::StoryIx},
};

/// Stories that are compared for the sake of the order, at most.
const SORTED: usize = 1000;

impl App {
    /// Sorts and filters anew; the cursor stays on its story where that is still shown.
    pub(crate) fn arrange_stories(&mut self) {
        let bundle = &self.known.bundle;
        let mut order: Vec<StoryIx> = (0..bundle.stories.len()).map(StoryIx).collect();
        let reversed = self.stories.reversed;
        // The bits of numbers that are not negative stand in the order of the numbers.
        let share = |it: &StoryIx| Some(shared(bundle, self.known.comparison(*it)?).to_bits());
        match self.stories.sort {
            Sort::Date => sort(&mut order, reversed, |it| bundle[*it].last),
            Sort::Sources => sort(&mut order, reversed, |it| {
                sources(bundle, &bundle[*it]).len()
            }),
            Sort::Shared => sort(&mut order, reversed, share),
            Sort::Differ => sort(&mut order, reversed, |it| {
                Some(self.known.comparison(*it)?.weighing())
            }),
        }
        self.stories.years = years(bundle);
        self.stories.order = order;
        self.show_anew();
    }

    /// Filters all stories, not only those that are shown: what else they are shown by has changed.
    pub(crate) fn show_anew(&mut self) {
        self.stories.shown_by = None;
        self.filter_stories();
    }

    /// Filters anew, in the order at hand. What is typed on narrows what is shown.
    pub(crate) fn filter_stories(&mut self) {
        let current = self.stories.current();
        let list = &mut self.stories;
        let narrows = list
            .shown_by
            .as_deref()
            .is_some_and(|it| narrows(it, &list.filter));
        let mut shown = match narrows {
            true => std::mem::take(&mut list.shown),
            false => list.order.clone(),
        };
        if !list.filter.is_empty() {
            let bundle = &self.known.bundle;
            if list.told.len() != bundle.stories.len() {
                list.told = bundle
                    .stories
                    .iter()
                    .map(|it| haystack(bundle, it))
                    .collect();
            }
            let mut fits = fitting(&list.filter);
            shown.retain(|ix| fits(&list.told[ix.0]));
        }
        if let Some(texts) = list.texts.as_ref().filter(|it| it.found.is_some()) {
            let bundle = &self.known.bundle;
            shown.retain(|ix| texts.held(&bundle[*ix]).next().is_some());
        }
        let at = current.and_then(|ix| shown.iter().position(|it| *it == ix));
        list.shown = shown;
        list.shown_by = Some(list.filter.clone());
        list.at = at.unwrap_or(0);
    }

    /// The commands of the story list; false where it is none of them.
    pub(crate) fn update_stories(&mut self, command: Command) -> bool {
        match command {
            Command::SortStories => {
                self.stories.sort = next_of(SORTS, self.stories.sort);
                self.arrange_stories();
                self.say(format!("Sorted by {}", self.stories.sort.told()));
            }
            Command::StopReading => self.stop_reading(),
            Command::ReverseSort => {
                self.stories.reversed = !self.stories.reversed;
                self.arrange_stories();
            }
            Command::ClearFilter => {
                self.stories.filter.clear();
                self.look_up("");
            }
            Command::SplitStory => self.open_split(),
            Command::MergeStory => self.open_merge(),
            Command::AboutStory => self.open_about(),
            Command::Open => match self.stories.current() {
                Some(story) => {
                    self.open_story(story);
                    self.go_to_found(story);
                }
                None => self.warn("There is no story to open"),
            },
            Command::NextMatch | Command::PreviousMatch => self.say(match self.stories.texts {
                Some(_) => "Enter opens the story at its first match, and n goes on there",
                None => "Nothing is searched for; / searches in all articles",
            }),
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

    /// Rows of the story list: below its head, and above the gauge while the bundle is read.
    pub fn list_height(&self) -> u16 {
        let list = screen::with_preview(self.parts().body).0;
        let gauge = u16::from(self.known.reading.is_some());
        list.height.saturating_sub(1 + gauge)
    }

    /// Keeps the cursor in view, and asks for the comparisons of the stories in view.
    pub(crate) fn settle_stories(&mut self) {
        let height = usize::from(self.list_height()).max(1);
        let list = &mut self.stories;
        list.at = list.at.min(list.shown.len().saturating_sub(1));
        list.top = list
            .top
            .clamp((list.at + 1).saturating_sub(height), list.at)
            .min(list.shown.len().saturating_sub(height));
        let end = (list.top + height).min(list.shown.len());
        let in_view: Vec<StoryIx> = list.shown[list.top.min(end)..end].to_vec();
        let current = list.current();
        let compared = matches!(list.sort, Sort::Shared | Sort::Differ);
        let all = (0..self.known.bundle.stories.len()).map(StoryIx);
        let all = all.take(if compared { SORTED } else { 0 });
        for story in current.into_iter().chain(in_view).chain(all) {
            self.need(story);
        }
    }

    /// Sorts anew by what comparing tells, once no comparison is outstanding.
    pub(crate) fn sort_compared(&mut self) {
        let compared = matches!(self.stories.sort, Sort::Shared | Sort::Differ);
        if compared && self.known.waiting() == 0 {
            self.arrange_stories();
        }
    }
}

/// Whether the stories are of more than one year.
fn years(bundle: &Bundle) -> bool {
    let mut years = bundle.stories.iter().filter_map(|it| Some(it.last?.year()));
    let first = years.next();
    years.any(|it| Some(it) != first)
}

/// The greatest first, or the least; each key is made once.
fn sort<K: Ord>(order: &mut [StoryIx], reversed: bool, key: impl Fn(&StoryIx) -> K) {
    match reversed {
        true => order.sort_by_cached_key(key),
        false => order.sort_by_cached_key(|it| Reverse(key(it))),
    }
}

/// Whether what fits a filter fits the one before it too: something was added at its end.
fn narrows(before: &str, filter: &str) -> bool {
    !before.is_empty() && filter.starts_with(before)
}
