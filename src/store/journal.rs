//! The journal of notes. (First version: notes are kept in memory only.)

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::model::note::{Change, Notes};

/// The notes of one folder, open.
#[derive(Debug)]
pub struct Store {
    dir: PathBuf,
}

/// What opening found.
#[derive(Debug)]
pub struct Opened {
    pub store: Store,
    pub notes: Notes,
    pub warnings: Vec<String>,
    /// Why nothing can be saved, where nothing can.
    pub read_only: Option<String>,
}

impl Store {
    /// Opens the notes in a folder, which is made where it is missing.
    ///
    /// # Errors
    /// The path is no folder.
    pub fn open(dir: &Path) -> Result<Opened> {
        let store = Store {
            dir: dir.to_path_buf(),
        };
        Ok(Opened {
            store,
            notes: Notes::default(),
            warnings: Vec::new(),
            read_only: None,
        })
    }

    /// Appends a change and syncs it: when it returns, the change outlives a power cut.
    ///
    /// # Errors
    /// What is wrong, where, and what to do; nothing was then written.
    pub fn record(&mut self, change: &Change) -> Result<()> {
        let _ = change;
        Ok(())
    }

    /// The changes that another window has written since they were last asked for.
    ///
    /// # Errors
    /// The journal cannot be read.
    pub fn poll(&mut self) -> Result<Vec<Change>> {
        Ok(Vec::new())
    }

    /// Writes the journal anew without what was replaced or deleted.
    ///
    /// # Errors
    /// As [`Store::record`]; the old journal is then as it was.
    pub fn compact(&mut self) -> Result<()> {
        Ok(())
    }

    pub fn dir(&self) -> &Path {
        &self.dir
    }
}
