//! The state alone: what there is on each screen, and what can be asked of it. Nothing here knows
//! the app; the files beside this folder change it, by command.

pub mod anchored;
pub mod app;
pub mod book;
pub mod drafts;
pub mod editor;
pub mod facet;
pub mod fuzzy;
pub mod ledger;
pub mod overlay;
pub mod panes;
pub mod picker;
pub mod reading;
pub mod search;
pub mod session;
pub mod stories;
pub mod texts;
