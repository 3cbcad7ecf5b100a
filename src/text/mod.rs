//! Pure functions of strings: nothing here knows of articles, files or screens.

pub mod number;
pub mod safe;
pub mod span;
pub mod word;
