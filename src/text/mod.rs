//! Pure functions of strings: nothing here knows of articles, files or screens.

pub mod common;
pub mod date;
pub mod fold;
pub mod name;
pub mod number;
pub mod quote;
pub mod safe;
pub mod same;
pub mod saying;
pub mod span;
pub mod token;
