//! Search in all panes: every place where the typed words stand, with a counter.
//!
//! Small letters match capitals; one capital among the typed letters makes case count. Straight
//! and curly quotes and dashes are the same. Hits are in the order of the panes, then of the text.

use crate::{
    app::state::{app::App, panes::Compare, search::Search},
    model::index::ArticleIx,
};

impl App {
    /// Searches while the reader types: the cursor goes to the nearest hit from where it was.
    pub(crate) fn search(&mut self, query: &str) {
        let bundle = self.known.bundle.clone();
        let Some(compare) = self.compare_mut() else {
            return;
        };
        if query.is_empty() {
            compare.search = None;
            return;
        }
        let mut search = Search::new(query, &bundle, &in_order(compare));
        let here = compare.place();
        search.at = search
            .hits
            .iter()
            .position(|it| it.place.article == here.article && here.sentence <= it.place.sentence);
        search.at = search.at.or((!search.hits.is_empty()).then_some(0));
        let to = search.at.map(|at| search.hits[at].place);
        compare.search = Some(search);
        if let Some(to) = to {
            self.visit(to);
        }
    }

    /// The next or previous hit, going round; where the words were looked for in all articles, through
    /// all of the story that hold them.
    pub(crate) fn next_hit(&mut self, forward: bool) {
        let Some(compare) = self.compare_mut() else {
            return self.say("This list shows only what matches; / changes that");
        };
        let here = compare.focused().article;
        let Some(search) = &mut compare.search else {
            return self.say("Nothing is searched for; / searches");
        };
        let many = search.hits.len();
        if many == 0 {
            let query = search.query.clone();
            return self.say(format!("No match for {query:?}"));
        }
        let at = match (search.at, forward) {
            (None, _) => 0,
            (Some(at), true) => (at + 1) % many,
            (Some(at), false) => (at + many - 1) % many,
        };
        search.at = Some(at);
        let (to, of_story) = (search.hits[at].place, search.of_story);
        if of_story && to.article != here {
            self.remember();
        }
        self.visit(to);
        if of_story {
            let source = self.known.bundle.named(to.article);
            self.say(format!("{source}: {} of {many} in this story", at + 1));
        }
    }
}

/// The articles of the panes, the focused one first, each once.
fn in_order(compare: &Compare) -> Vec<ArticleIx> {
    let many = compare.panes.len();
    let mut found = Vec::new();
    for by in 0..many {
        let article = compare.panes[(compare.focus + by) % many].article;
        if !found.contains(&article) {
            found.push(article);
        }
    }
    found
}
