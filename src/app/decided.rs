//! The reader's decisions, taking effect: stories are made from those that were found, and what is
//! compared is compared anew as far as it is concerned. Screens stay with what the reader looks at.

use std::sync::Arc;

use crate::{
    app::{
        effect::Effect,
        state::{
            app::{App, Screen},
            panes::Compare,
        },
    },
    model::{
        bundle::Bundle,
        index::{ArticleIx, StoryIx},
    },
    stories,
};

impl App {
    /// After a decision was made or taken back: stories and links as they now are. What was asked
    /// for and is still wanted is asked for again.
    pub(crate) fn decide_anew(&mut self) {
        if self.book.standings.is_empty() && self.known.epoch == 0 {
            return;
        }
        self.known.epoch += 1;
        self.known.asked.clear();
        self.group_anew();
        self.known.rulings = Arc::new(self.book.rulings());
        self.compare_anew();
        self.need_shown();
    }

    /// Asks for the comparisons of the stories that are open.
    pub(crate) fn need_shown(&mut self) {
        let shown = self.screens.iter().filter_map(|it| match it {
            Screen::Ledger(ledger) => ledger.story,
            Screen::Compare(compare) => Some(compare.story),
        });
        for story in shown.collect::<Vec<_>>() {
            self.need(story);
        }
    }

    /// The stories from those that were found. What is known of a story that stays is kept.
    fn group_anew(&mut self) {
        let groupings = self.book.groupings();
        let old = self.known.bundle.clone();
        let found = self.known.found.as_ref().unwrap_or(&old.stories).clone();
        let stories = stories::regroup(&old.articles, found.clone(), &groupings);
        if stories == old.stories {
            return;
        }
        self.known.found = Some(found);
        self.stand_on(Arc::new(Bundle {
            articles: old.articles.clone(),
            stories,
            warnings: old.warnings.clone(),
        }));
    }

    /// Puts a bundle in the place of the one at hand, whose articles it holds under their numbers.
    pub(crate) fn stand_on(&mut self, bundle: Arc<Bundle>) {
        let old = std::mem::replace(&mut self.known.bundle, bundle);
        self.known.failed.clear(); // its stories may have other numbers now
        let current = self.stories.current().map(|it| old[it].articles().to_vec());
        let homes = Homes::new(&self.known.bundle);
        self.keep_comparisons(&homes);
        self.known.omissions.clear();
        self.book.settle_homes(&self.known.bundle);
        for screen in &mut self.screens {
            move_home(screen, &old, &self.known.bundle, &homes);
        }
        self.stories.told.clear();
        self.arrange_stories();
        self.stay_with(&current.unwrap_or_default());
    }

    /// The comparisons of stories that hold the same articles as before.
    fn keep_comparisons(&mut self, homes: &Homes) {
        for (_, it) in std::mem::take(&mut self.known.comparisons) {
            let story = it.articles().first().and_then(|ix| homes.of(*ix));
            let same = |ix: &StoryIx| self.known.bundle[*ix].articles() == it.articles();
            if let Some(story) = story.filter(same) {
                self.known.comparisons.insert(story, it);
            }
        }
    }

    /// The list's cursor goes to the story that holds most of these articles.
    fn stay_with(&mut self, articles: &[ArticleIx]) {
        let held = |story: &StoryIx| {
            let own = self.known.bundle[*story].articles();
            articles.iter().filter(|it| own.contains(it)).count()
        };
        let shown = self.stories.shown.iter().enumerate();
        let most = shown.max_by_key(|(at, it)| (held(it), std::cmp::Reverse(*at)));
        self.stories.at = most.map_or(0, |(at, _)| at);
    }

    /// Takes verdicts into the comparisons at once. Those that were made under other rulings on links are
    /// asked for again; they stand until then.
    fn compare_anew(&mut self) {
        let mut stale = Vec::new();
        let mut judged = false;
        for (story, it) in &mut self.known.comparisons {
            let articles = self.known.bundle[*story].articles();
            let rulings = self.known.rulings.within(articles);
            if *it.rulings() == rulings {
                continue;
            }
            // What is under way is given up with the next decision: until it has come in, the old rulings
            // tell that it is to be asked for.
            if !rulings.rule_links_as(it.rulings()) {
                stale.push(*story);
                continue;
            }
            Arc::make_mut(it).judge_anew(rulings);
            judged = true;
        }
        for story in stale {
            self.known.asked.insert(story);
            self.ask(Effect::Compare(story));
        }
        if judged {
            self.mark_panes_anew();
            self.refresh_ledger();
        }
    }
}

/// The story of each article, by its number.
struct Homes(Vec<Option<StoryIx>>);

impl Homes {
    fn new(bundle: &Bundle) -> Self {
        let mut homes = vec![None; bundle.articles.len()];
        for (at, story) in bundle.stories.iter().enumerate() {
            for ix in story.articles() {
                homes[ix.0] = Some(StoryIx(at));
            }
        }
        Self(homes)
    }

    fn of(&self, article: ArticleIx) -> Option<StoryIx> {
        self.0.get(article.0).copied().flatten()
    }
}

/// A screen stays with the story of what the reader looks at.
fn move_home(screen: &mut Screen, old: &Bundle, new: &Bundle, homes: &Homes) {
    match screen {
        Screen::Compare(compare) => {
            if let Some(story) = homes.of(compare.focused().article) {
                settle_in(compare, story, new[story].articles());
            }
        }
        Screen::Ledger(ledger) => {
            let first = ledger.story.map(|it| old[it].articles()[0]);
            ledger.story = first.and_then(|it| homes.of(it));
        }
    }
}

/// Panes of articles that stand in another story now are closed.
fn settle_in(compare: &mut Compare, story: StoryIx, articles: &[ArticleIx]) {
    let focused = compare.focused().article;
    compare.story = story;
    compare.panes.retain(|it| articles.contains(&it.article));
    let at = compare.panes.iter().position(|it| it.article == focused);
    compare.focus = at.unwrap_or(0);
    compare.back.retain(|it| articles.contains(&it.article));
    compare.forward.retain(|it| articles.contains(&it.article));
    compare.linking = None;
    compare.search = None;
    compare.mark_anew();
}
