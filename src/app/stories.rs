//! The story list: order, filter, cursor.
//!
//! The order is by date (newest first), by number of sources or by shared share; ties keep the
//! order in which stories were found. How much is shared is known story by story, as comparisons
//! come in; the list is sorted anew only when the reader asks, so that rows do not run about.

use nucleo_matcher::{
    Config, Matcher,
    pattern::{CaseMatching, Normalization, Pattern},
};

use crate::{
    app::state::App,
    config::settings::{SORTS, Sort, name_of, next_of},
    geometry::screen,
    input::command::Command,
    model::{
        article::{Article, Role},
        bundle::Bundle,
        comparison::{Comparison, LinkKind},
        index::{ArticleIx, Place, StoryIx},
        story::Story,
    },
};

/// What the list shows and where the cursor stands.
#[derive(Debug)]
pub struct StoryList {
    /// The stories shown, in their order.
    pub shown: Vec<StoryIx>,
    pub at: usize,
    pub top: usize,
    pub filter: String,
    pub sort: Sort,
    pub reversed: bool,
}

impl StoryList {
    pub fn new(sort: Sort) -> Self {
        Self {
            shown: Vec::new(),
            at: 0,
            top: 0,
            filter: String::new(),
            sort,
            reversed: false,
        }
    }

    pub fn current(&self) -> Option<StoryIx> {
        self.shown.get(self.at).copied()
    }
}

/// The outlets of a story, each once, in its order.
pub fn sources<'a>(bundle: &'a Bundle, story: &Story) -> Vec<&'a str> {
    let mut found: Vec<&str> = Vec::new();
    for ix in story.articles() {
        let source = bundle[*ix].source();
        if !found.contains(&source) {
            found.push(source);
        }
    }
    found
}

/// The share of a story's sentences that another source shares, at least as the same claim.
/// From 0 to 1; captions and headings do not count.
pub fn shared(bundle: &Bundle, comparison: &Comparison) -> f64 {
    let counts = |article: &Article| {
        let told = article.places().filter(|(_, it)| is_told(it.role));
        told.map(|(ix, _)| ix).collect::<Vec<_>>()
    };
    let (mut all, mut linked) = (0usize, 0usize);
    for ix in comparison.articles() {
        for sentence in counts(&bundle[*ix]) {
            all += 1;
            let kind = comparison.shared(Place::new(*ix, sentence));
            linked += usize::from(kind.is_some_and(|it| it <= LinkKind::Paraphrase));
        }
    }
    linked as f64 / all.max(1) as f64
}

/// Whether sentences of this role tell something: only they can be "only here".
pub fn is_told(role: Role) -> bool {
    matches!(role, Role::Headline | Role::Dek | Role::Body | Role::List)
}

/// The sentences that most sources carry, the most carried first; of each claim the sentence of
/// the first source, with the number of articles that carry it.
pub fn best_shared(comparison: &Comparison, most: usize) -> Vec<(Place, usize)> {
    let mut found: Vec<(Place, usize)> = comparison
        .claims()
        .iter()
        .filter_map(|claim| {
            let mut articles: Vec<ArticleIx> =
                claim.sentences.iter().map(|it| it.article).collect();
            articles.dedup();
            Some((*claim.sentences.first()?, articles.len()))
        })
        .collect();
    found.sort_by(|(x, many_x), (y, many_y)| many_y.cmp(many_x).then(x.cmp(y)));
    found.truncate(most);
    found
}

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

/// Where a cursor goes in a list of rows 0 to `last`; `None` where the command is no motion.
pub fn moved(command: Command, at: usize, last: usize, page: usize) -> Option<usize> {
    let half = (page / 2).max(1);
    Some(match command {
        Command::Down => (at + 1).min(last),
        Command::Up => at.saturating_sub(1),
        Command::HalfPageDown => (at + half).min(last),
        Command::HalfPageUp => at.saturating_sub(half),
        Command::PageDown => (at + page).min(last),
        Command::PageUp => at.saturating_sub(page),
        Command::First => 0,
        Command::Last => last,
        _ => return None,
    })
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

/// A fuzzy pattern: several words, in any order; small letters match capitals.
pub fn pattern(written: &str) -> Pattern {
    Pattern::parse(written, CaseMatching::Smart, Normalization::Smart)
}

/// How well a text fits; `None` where it does not.
pub fn score(pattern: &Pattern, text: &str, matcher: &mut Matcher) -> Option<u32> {
    let mut room = Vec::new();
    pattern.score(nucleo_matcher::Utf32Str::new(text, &mut room), matcher)
}
