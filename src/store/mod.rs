//! What the user made, on disk and durable: notes and decisions (a journal of Web Annotations),
//! drafts and reading positions; and the anchors by which a note is found again in a changed article.
//!
//! A note is told as saved only after its record was written and synced. Nothing here guesses:
//! what cannot be read is kept and told in a warning, what cannot be placed for certain is told
//! as ambiguous or lost.

pub mod anchor;
pub mod annotation;
mod compact;
pub mod decided;
mod decision;
pub mod dir;
pub(crate) mod file;
mod foreign;
pub mod import;
pub mod journal;
mod lines;
mod lock;
pub mod record;
pub mod session;
mod trouble;
mod words;
pub mod write;

pub use journal::{Opened, Store};
