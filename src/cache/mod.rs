//! Bundles that were read before, so that the same articles need not be read, cleaned and grouped
//! again. Nothing here is needed: whatever is missing, broken, of another version or of other
//! contents is passed over, and the articles are read.
//!
//! `place` says where the files lie, how they are named, and keeps them few; `file` is their form:
//! what contents it is of, then pieces with their own checksums, written and read side by side;
//! `article` and `story` say what stands in a piece, `pack` how. Knows nothing of how articles are
//! read.

mod article;
pub mod file;
mod pack;
pub mod place;
mod story;
