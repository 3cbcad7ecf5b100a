//! What the app asks of the world outside, and what the world answers.

use std::{path::PathBuf, sync::Arc};

use crate::{
    app::state::{reading::Gauge, texts::Found},
    model::{bundle::Bundle, comparison::Comparison, index::StoryIx, note::Change},
};

/// Asked by the app, done by the terminal.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    Quit,
    Suspend,
    /// Draw every cell anew.
    Redraw,
    /// Take the mouse, or give it back to the terminal.
    Mouse(bool),
    /// Compare the sources of a story, in the background.
    Compare(StoryIx),
    /// Look for words in the texts of all articles, in the background, or for none. What was looked for
    /// before is given up.
    LookUp(String),
    /// Put the text on the clipboard; `what` names it in the message.
    Copy {
        text: String,
        what: &'static str,
    },
    /// Load the theme that the settings name now.
    Theme,
    /// Make a change to the notes, on disk. A note with an empty id is a new one: it gets its id
    /// and its times outside.
    Record {
        change: Change,
        cause: Cause,
    },
    /// Write the notes as Markdown.
    Export {
        path: PathBuf,
        overwrite: bool,
    },
    /// Open the text in the user's editor.
    Edit(String),
    /// Keep the session now.
    KeepSession,
    /// Read no more of the bundle.
    StopReading,
}

/// Why a change to the notes is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    Made,
    Undone,
    Redone,
    /// In another window.
    Elsewhere,
}

/// Told by the terminal.
#[derive(Clone, Debug)]
pub enum Outcome {
    Compared {
        story: StoryIx,
        comparison: Arc<Comparison>,
        /// As `Known::epoch` was when it was asked for.
        epoch: u64,
    },
    /// Words were looked for in the texts of all articles.
    LookedUp { words: String, found: Found },
    /// Why words could not be looked for.
    NotLookedUp(String),
    /// The bundle is still being read, so far.
    Reading(Gauge),
    /// All that was read of it so far.
    Part(Arc<Bundle>),
    /// All of it.
    Whole(Arc<Bundle>),
    /// A story whose comparison panicked; the rest goes on.
    Uncompared {
        story: StoryIx,
        /// As `Known::epoch` was when it was asked for.
        epoch: u64,
    },
    /// Something outside was done: a line for the reader.
    Done(String),
    /// Something outside failed: what, where, and what to do.
    Failed(String),
    /// A change to the notes is on disk.
    Recorded { change: Change, cause: Cause },
    /// The path of a file that was written.
    Written(PathBuf),
    /// There is a file of this name already; nothing was written.
    Taken(PathBuf),
    /// What the user's editor gave back.
    Edited(String),
}
