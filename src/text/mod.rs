//! Pure functions of strings: nothing here knows of articles, files or screens.

pub mod abbreviation;
mod mark;
pub mod safe;
pub mod sentence;
pub mod span;
