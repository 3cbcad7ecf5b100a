//! A document put where the user wants it: a new file, or an earlier export of ours brought up to
//! date around what the user wrote into it. Any other file is left as it is.

use std::{fs, path::Path};

use anyhow::Result;

use crate::{
    export::region,
    store::write::{self, Written},
};

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// The file holds it; where user and program both changed a note, both versions stand there,
    /// and the note is named.
    Written { both_stand: Vec<String> },
    /// There is a file of that name, which is none of ours.
    Taken,
}

/// Writes a document, durably.
///
/// # Errors
/// The folder is missing or not writable, the disk is full, or what is there is no file; an existing
/// file is then as it was.
pub fn save(path: &Path, text: &str) -> Result<Saved> {
    if let Written::Saved(_) = write::write_new(path, text)? {
        return Ok(Saved::Written {
            both_stand: Vec::new(),
        });
    }
    write::plain(path)?;
    let old = fs::read_to_string(path).unwrap_or_default();
    if !region::is_ours(&old) || !region::is_ours(text) {
        return Ok(Saved::Taken);
    }
    let new = region::refresh(&old, text);
    write::replace(path, &new.text)?;
    Ok(Saved::Written {
        both_stand: new.conflicts,
    })
}
