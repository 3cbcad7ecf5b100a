//! Anchors that fail closed: from a passage to words that outlive its file, and back to the
//! passage in whatever is open now.
//!
//! `target` keeps the words with their neighbours; `identity` says which articles may be the one
//! meant; `stream` reads an article as one text; `find` looks for the very words in it, `edited`
//! for changed ones between the old neighbours; `places` runs these for many notes over one
//! bundle. A note is attached only where one place fits and none comes near: two copies of a
//! sentence, a sentence much like the one that is gone, or the same text under another outlet's
//! name are never taken for it, but told as ambiguous or lost.

use crate::model::{bundle::Bundle, note::Target};

mod edited;
mod find;
mod home;
mod identity;
mod placed;
mod places;
mod seen;
mod stream;
mod target;

pub use placed::Placed;
pub use places::Places;
pub use seen::Seen;
pub use target::{cited, hash, target};

/// Finds one target again. For many, one [`Places`] saves reading the bundle for each.
pub fn place(bundle: &Bundle, target: &Target) -> Placed {
    Places::new(bundle).place(target)
}
