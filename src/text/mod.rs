//! Pure functions of strings: nothing here knows of articles, files or screens.

pub mod abbreviation;
pub mod cited;
pub mod clock;
pub mod common;
pub mod contraction;
pub mod count;
pub mod date;
pub mod digest;
pub mod distance;
pub mod fault;
pub mod figure;
pub mod fold;
mod mark;
pub mod name;
pub mod number;
pub mod outlet;
pub mod quote;
pub mod reference;
pub mod safe;
pub mod same;
pub mod saying;
pub mod scan;
pub mod sentence;
pub mod span;
pub mod tag;
pub mod token;
