//! What comes back at the next start: colours, order, the story under the cursor, the panes and
//! the cursor of every story that was opened, and drafts. Articles and stories are named by their
//! files, never by index, so that a bundle that has changed brings back what still fits.

use crate::{
    app::state::{
        app::{App, Screen},
        drafts::Drafts,
        panes::{Compare, Opened, Pane},
        session::{Kept, Session, keep, layout, name},
    },
    config::settings::{SCROLLS, SORTS, name_of},
    model::index::{ArticleIx, SentenceIx, StoryIx},
};

impl App {
    /// What to keep, but for the drafts, which other windows may have beside these.
    pub fn session(&self) -> Session {
        let bundle = &self.known.bundle;
        let mut stories = self.kept.clone();
        for screen in &self.screens {
            if let Screen::Compare(compare) = screen {
                keep(&mut stories, layout(bundle, compare));
            }
        }
        Session {
            theme: self.kept.theme.clone(),
            sort: name_of(SORTS, &self.stories.sort).to_string(),
            reversed: self.stories.reversed,
            story: self
                .story()
                .map(|it| name(bundle, it))
                .or(self.kept.story.clone()),
            stories: stories.layouts,
            drafts: Drafts::new(),
        }
    }

    /// Takes back what was kept at the end of the last session.
    pub fn restore(&mut self, session: Session) {
        let sort = SORTS.iter().find(|(name, _)| *name == session.sort);
        if let Some((_, sort)) = sort {
            self.stories.sort = *sort;
            self.stories.reversed = session.reversed;
            self.arrange_stories();
        }
        self.kept = Kept {
            theme: session.theme,
            story: session.story,
            layouts: session.stories,
        };
        self.book.drafts = session.drafts;
        self.find_kept();
        self.settle();
    }

    /// Goes to the story under the cursor at the end of the last session, where it is there.
    pub(crate) fn find_kept(&mut self) {
        let bundle = self.known.bundle.clone();
        let same = |ix: &StoryIx| self.kept.story.as_ref() == Some(&name(&bundle, *ix));
        if let Some(at) = self.stories.shown.iter().position(same) {
            self.stories.at = at;
        }
    }

    /// Keeps the layout of a story that is closed.
    pub(crate) fn keep_layout(&mut self) {
        if let Some(compare) = self.compare() {
            let layout = layout(&self.known.bundle, compare);
            keep(&mut self.kept, layout);
        }
    }

    /// Gives a story that was just opened the panes it had.
    pub(crate) fn restore_layout(&mut self) {
        let Some(Screen::Compare(compare)) = self.screens.last_mut() else {
            return;
        };
        let bundle = &self.known.bundle;
        let story = name(bundle, compare.story);
        let Some(layout) = self.kept.layouts.iter().find(|it| it.story == story) else {
            return;
        };
        let of_file = |file: &str| {
            let mut articles = bundle[compare.story].articles().iter().copied();
            articles.find(|ix: &ArticleIx| bundle[*ix].file() == file)
        };
        let found = layout.panes.iter().zip(&layout.weights);
        let panes: Vec<Pane> = found
            .filter_map(|((file, cursor), weight)| {
                let article = of_file(file)?;
                let last = bundle[article].sentences().len().saturating_sub(1);
                Some(Pane {
                    cursor: SentenceIx((*cursor).min(last)),
                    weight: (*weight).max(1),
                    ..Pane::new(article)
                })
            })
            .collect();
        if panes.is_empty() {
            return;
        }
        let focus = layout.focus.min(panes.len() - 1);
        if layout.arranged {
            compare.panes = panes;
            compare.focus = focus;
            compare.arranged = true;
        } else {
            take_over(compare, &panes[focus]);
        }
        compare.untouched = Some(Opened::Restored);
        compare.inline_diff = layout.inline_diff;
        let scroll = SCROLLS.iter().find(|(name, _)| *name == layout.scroll);
        compare.scroll = scroll.map_or(compare.scroll, |(_, it)| *it);
    }
}

/// The reader's place, in panes that were laid out anew.
fn take_over(compare: &mut Compare, pane: &Pane) {
    let article = pane.article;
    match compare.panes.iter().position(|it| it.article == article) {
        Some(at) => compare.focus = at,
        None => compare.panes[0] = Pane::new(article),
    }
    compare.focused_mut().cursor = pane.cursor;
}
