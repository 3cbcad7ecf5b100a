//! What comes back at the next start: colours, order, the story under the cursor, the panes and
//! the cursor of every story that was opened, and drafts. Articles and stories are named by their
//! files, never by index, so that a bundle that has changed brings back what still fits.

use crate::{
    app::state::{
        drafts::Drafts,
        panes::{Compare, Pane},
    },
    config::settings::{SCROLLS, name_of},
    model::{bundle::Bundle, index::StoryIx},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The session as it is written.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Session {
    pub theme: Option<String>,
    pub(crate) sort: String,
    pub(crate) reversed: bool,
    pub(crate) story: Option<String>,
    pub(crate) stories: Vec<Layout>,
    pub drafts: Drafts,
}

/// One story's panes.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Layout {
    /// The file of its first article.
    pub(crate) story: String,
    /// File and cursor of each pane.
    pub(crate) panes: Vec<(String, usize)>,
    pub(crate) weights: Vec<u16>,
    pub(crate) focus: usize,
    pub(crate) scroll: String,
    pub(crate) inline_diff: bool,
    /// Whether the reader arranged the panes; else as many come back as fit.
    pub(crate) arranged: bool,
}

impl Session {
    /// What was kept; the default where it is not of this shape.
    pub fn read(value: Value) -> Self {
        serde_json::from_value(value).unwrap_or_default()
    }

    /// As it is kept, with these drafts.
    pub fn with(self, drafts: Drafts) -> Value {
        serde_json::to_value(Self { drafts, ..self }).unwrap_or_default()
    }
}

/// Names a story: the file of its first article.
pub(crate) fn name(bundle: &Bundle, story: StoryIx) -> String {
    let first = bundle[story].articles().first();
    first
        .map(|ix| bundle[*ix].file().to_string())
        .unwrap_or_default()
}

/// What was kept, and what will be.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// The theme that the reader chose by key.
    pub(crate) theme: Option<String>,
    /// The story under the cursor at the end of the last session, while it may still come in.
    pub(crate) story: Option<String>,
    /// Layouts of stories, the latest last.
    pub(crate) layouts: Vec<Layout>,
}

/// Stories whose panes are remembered.
const MOST: usize = 200;

pub(crate) fn keep(kept: &mut Kept, layout: Layout) {
    kept.layouts.retain(|it| it.story != layout.story);
    kept.layouts.push(layout);
    if MOST < kept.layouts.len() {
        kept.layouts.remove(0);
    }
}

pub(crate) fn layout(bundle: &Bundle, compare: &Compare) -> Layout {
    let file = |it: &Pane| bundle[it.article].file().to_string();
    Layout {
        story: name(bundle, compare.story),
        panes: compare
            .panes
            .iter()
            .map(|it| (file(it), it.cursor.0))
            .collect(),
        weights: compare.panes.iter().map(|it| it.weight).collect(),
        focus: compare.focus,
        scroll: name_of(SCROLLS, &compare.scroll).to_string(),
        inline_diff: compare.inline_diff,
        arranged: compare.arranged,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn story(at: usize) -> Layout {
        Layout {
            story: at.to_string(),
            ..Layout::default()
        }
    }

    #[test]
    fn the_story_left_longest_ago_is_forgotten_first() {
        let mut kept = Kept::default();
        (0..MOST).for_each(|at| keep(&mut kept, story(at)));
        keep(&mut kept, story(0));
        assert_eq!(kept.layouts.len(), MOST);
        keep(&mut kept, story(MOST));
        let held = |at: usize| kept.layouts.iter().any(|it| it.story == at.to_string());
        assert_eq!(kept.layouts.len(), MOST);
        assert!(held(0) && !held(1) && held(2) && held(MOST));
    }
}
