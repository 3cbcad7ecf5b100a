//! From paths to articles: find the files, read each by its format, clean what was read.
//!
//! A path that cannot be opened, and paths without any article, are errors for the user. A broken
//! file or line is skipped with a warning, and the rest is read. Articles come in the order of
//! the paths and, in a folder, of the names.

mod clean;
mod contents;
mod date;
mod decode;
mod demo;
mod draft;
mod fields;
mod format;
mod front;
mod html;
mod json;
mod loaded;
mod open;
mod out;
mod own;
mod plain;
mod progress;
mod reading;
mod record;
mod saved;
mod walk;

pub use contents::{contents, listing};
pub use loaded::Loaded;
pub use open::{demo, load, load_told, load_within};
pub use progress::Progress;
