//! The rows of the story list: their order, the filter, the cursor.

use foldhash::{HashSet, HashSetExt};
use nucleo_matcher::{Config, Matcher};

use crate::{
    app::state::{fuzzy, texts::Texts},
    config::settings::Sort,
    input::command::Command,
    model::{
        article::Article,
        bundle::Bundle,
        comparison::{Comparison, LinkKind},
        index::{Place, StoryIx},
        story::Story,
    },
};

/// What the list shows and where the cursor stands.
#[derive(Debug)]
pub struct StoryList {
    /// The stories shown, in their order.
    pub shown: Vec<StoryIx>,
    /// The filter that `shown` passed; `None` where it has to be made anew.
    pub(crate) shown_by: Option<String>,
    /// Whether the stories are of more than one year.
    pub years: bool,
    /// All stories in their order.
    pub(crate) order: Vec<StoryIx>,
    /// What a filter looks at, by story, once one was typed.
    pub(crate) told: Vec<String>,
    pub at: usize,
    pub top: usize,
    pub filter: String,
    /// Words looked for in all articles.
    pub texts: Option<Texts>,
    pub sort: Sort,
    pub reversed: bool,
}

impl StoryList {
    pub fn new(sort: Sort) -> Self {
        Self {
            shown: Vec::new(),
            shown_by: None,
            years: false,
            order: Vec::new(),
            told: Vec::new(),
            at: 0,
            top: 0,
            filter: String::new(),
            texts: None,
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
    let mut seen: HashSet<&str> = HashSet::new();
    let all = story.articles().iter().map(|ix| bundle[*ix].source());
    all.filter(|it| seen.insert(*it)).collect()
}

/// What a filter looks at: all headlines, outlets, and the first and last day, both as the list may show them.
pub(crate) fn haystack(bundle: &Bundle, story: &Story) -> String {
    let mut told = story.title.clone();
    for ix in story.articles() {
        let headline = bundle[*ix].meta().title.as_deref();
        if let Some(headline) = headline.filter(|it| *it != story.title) {
            told.push(' ');
            told.push_str(headline);
        }
    }
    for source in sources(bundle, story) {
        told.push(' ');
        told.push_str(source);
    }
    for day in [story.first, story.last].into_iter().flatten() {
        told.push(' ');
        told.push_str(&day.to_string());
        told.push_str(&day.strftime(" %b %-d").to_string());
    }
    told
}

/// Tells of what a filter looks at whether all the words, or parts of words, stand there.
pub(crate) fn fitting(words: &str) -> impl FnMut(&str) -> bool {
    let pattern = fuzzy::words(words);
    let mut matcher = Matcher::new(Config::DEFAULT);
    move |told| fuzzy::score(&pattern, told, &mut matcher).is_some()
}

/// The stories in whose headlines, outlets and days all the words, or parts of words, stand.
pub fn filtered(bundle: &Bundle, words: &str) -> Vec<Story> {
    let mut fits = fitting(words);
    let stories = bundle.stories.iter();
    let fit = stories.filter(|it| fits(&haystack(bundle, it)));
    fit.cloned().collect()
}

/// The share of a story's sentences that another source shares, at least as the same claim.
/// From 0 to 1; captions and headings do not count.
pub fn shared(bundle: &Bundle, comparison: &Comparison) -> f64 {
    comparison.share(|| share(bundle, comparison))
}

fn share(bundle: &Bundle, comparison: &Comparison) -> f64 {
    let counts = |article: &Article| {
        let told = article.places().filter(|(_, it)| it.role.tells());
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

/// The sentences that most independent origins carry, the most carried first; of each claim the sentence of
/// the first source, with the numbers of articles and of independent origins that carry it.
pub fn best_shared(comparison: &Comparison, most: usize) -> Vec<(Place, usize, usize)> {
    let mut found: Vec<(Place, usize, usize)> = comparison
        .claims()
        .iter()
        .filter_map(|claim| {
            let many = claim.articles().len();
            Some((*claim.sentences.first()?, many, claim.origins))
        })
        .collect();
    found.sort_by(|(x, many_x, own_x), (y, many_y, own_y)| {
        (own_y, many_y, x).cmp(&(own_x, many_x, y))
    });
    found.truncate(most);
    found
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
