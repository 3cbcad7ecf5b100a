//! Pure functions of strings: nothing here knows of articles, files or screens.

pub mod common;
pub mod digest;
pub mod fold;
pub mod safe;
pub mod span;
pub mod tag;
pub mod token;
