//! Plain data with typed indices, built only by checking constructors: articles, stories,
//! what a comparison of one story found, and the user's notes and decisions. Knows no files, no screen, no method of comparing.

pub mod article;
pub mod bundle;
pub mod comparison;
pub mod date;
pub mod decision;
pub mod discrepancies;
pub mod discrepancy;
pub mod grouping;
pub mod index;
pub mod limits;
pub mod note;
pub mod ruling;
pub mod story;
pub mod target;
