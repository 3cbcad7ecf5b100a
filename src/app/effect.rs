//! What the app asks of the world outside, and what the world answers.

use std::{path::PathBuf, sync::Arc};

use crate::model::{comparison::Comparison, index::StoryIx};

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
    /// Put the text on the clipboard; `what` names it in the message.
    Copy { text: String, what: &'static str },
    /// Load the theme of this name.
    Theme(String),
}

/// Told by the terminal.
#[derive(Clone, Debug)]
pub enum Outcome {
    Compared(StoryIx, Arc<Comparison>),
    /// Something outside was done: a line for the reader.
    Done(String),
    /// Something outside failed: what, where, and what to do.
    Failed(String),
    /// The path of a file that was written.
    Written(PathBuf),
}
