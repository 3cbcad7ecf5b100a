//! What the reader sees and where the cursor stands.
//!
//! One key press: `press` looks it up, `update` changes the state and says as `Effect`s what has
//! to happen outside; the terminal does it and comes back with an `Outcome`, which `told` takes.
//! Nothing here draws, reads a clock or touches a disk, and no input can make it fail: a command
//! that makes no sense where it arrives does nothing.

pub mod about;
pub mod apart;
pub mod arrange;
pub mod beside;
pub mod boxes;
pub mod carried;
pub mod claims;
pub mod compare;
pub mod complete;
pub mod decide;
pub mod decided;
pub mod decisions;
pub mod differing;
pub mod discrepancies;
pub mod draft_list;
pub mod each;
pub mod editor;
pub mod effect;
pub mod evidence;
pub mod find;
pub mod follow;
pub mod go;
pub mod judge;
pub mod jump;
pub mod layout;
pub mod ledger;
pub mod note_list;
pub mod notes;
pub mod omission;
pub mod origins;
pub mod overlay;
pub mod own;
pub mod picker;
pub mod press;
pub mod reading;
pub mod reanchor;
pub mod seen;
pub mod session;
pub mod signs;
pub mod state;
pub mod stories;
pub mod texts;
pub mod told;
pub mod update;
pub mod why;
