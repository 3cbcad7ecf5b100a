//! `variorum import-notes`: Web Annotations into the notes, each told as saved once it is on disk.
//!
//! A note that is there already is replaced by a later state of it and by nothing else. Standard
//! input is read line by line where its lines are records, so that what was read so far is saved
//! when its writer stops.

use std::{
    fs,
    io::{BufRead, stdin},
    path::Path,
};

use anyhow::{Context, Result};

use crate::{
    cli::Overrides,
    model::{
        decision::Decided,
        note::{Change, Note, Notes},
    },
    program::{say, settings},
    store::{dir, import, journal::Store},
};

/// Takes in a file; gives 1 where something in it could not be used.
///
/// # Errors
/// A file that cannot be read, notes that cannot be written.
pub fn notes(file: &Path, args: &Overrides) -> Result<i32> {
    let settings = settings::told(args);
    let folder = settings::notes_dir(&settings, &[])?;
    let opened = Store::open(&folder)?;
    let mut into = Into {
        store: opened.store,
        notes: opened.notes,
        doubts: 0,
    };
    if file == Path::new("-") {
        into.read_lines(stdin().lock())?;
    } else {
        let text = fs::read_to_string(file);
        into.take(&text.with_context(|| format!("cannot read {}", file.display()))?)?;
    }
    if into.store.worth_compacting() {
        into.store.compact()?;
    }
    Ok(i32::from(0 < into.doubts))
}

struct Into {
    store: Store,
    notes: Notes,
    /// Warnings so far.
    doubts: usize,
}

impl Into {
    /// Lines one by one, from the first on that is a whole document; else all at once.
    fn read_lines(&mut self, mut input: impl BufRead) -> Result<()> {
        let mut text = String::new();
        while input.read_line(&mut text)? != 0 {
            if serde_json::from_str::<serde_json::Value>(&text).is_err() {
                input.read_to_string(&mut text)?;
            }
            self.take(&text)?;
            text.clear();
        }
        Ok(())
    }

    fn take(&mut self, text: &str) -> Result<()> {
        let found = import::notes(text, &dir::now());
        for warning in &found.warnings {
            say::aside(warning);
        }
        self.doubts += found.warnings.len();
        for it in found.notes {
            self.add(it)?;
        }
        found
            .decisions
            .into_iter()
            .try_for_each(|it| self.decide(it))
    }

    /// A decision that is there already stays as it is.
    fn decide(&mut self, decided: Decided) -> Result<()> {
        let id = decided.id.clone();
        if self.notes.decisions().get(&id).is_some() {
            say::out(format_args!("unchanged {id}"))?;
            return Ok(());
        }
        let change = Change::Decide(Box::new(decided));
        self.store.record(&change)?;
        self.notes.apply(change);
        say::out(format_args!("saved {id}"))?;
        Ok(())
    }

    fn add(&mut self, note: Note) -> Result<()> {
        let id = note.id.clone();
        match self.notes.get(&id) {
            Some(here) if *here == note => say::out(format_args!("unchanged {id}"))?,
            Some(here) if note.modified <= here.modified => {
                say::out(format_args!("kept {id}, which is later here"))?;
            }
            _ => {
                let change = Change::Put(Box::new(note));
                self.store.record(&change)?;
                self.notes.apply(change);
                say::out(format_args!("saved {id}"))?;
            }
        }
        Ok(())
    }
}
