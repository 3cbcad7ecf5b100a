//! Pure functions of strings: nothing here knows of articles, files or screens.

pub mod digest;
pub mod safe;
pub mod span;
pub mod tag;
