//! `variorum import-notes`: Web Annotations into the notes, each told as saved once it is on disk.
//!
//! A note that is there already is replaced by a later state of it and by nothing else. Standard
//! input is read line by line where its lines are records, so that what was read so far is saved
//! when its writer stops.

use std::{
    fs::File,
    io::{BufRead, Read, stdin},
    path::Path,
};

use anyhow::{Context, Result, bail};

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
        from: match file == Path::new("-") {
            true => "standard input".to_string(),
            false => file.display().to_string(),
        },
    };
    if file == Path::new("-") {
        into.read_lines(stdin().lock())?;
    } else {
        let text = read(file, settings.limits.file_bytes());
        into.take(&text.with_context(|| format!("cannot read {}", file.display()))?)?;
    }
    if into.store.worth_compacting() {
        into.store.compact()?;
    }
    Ok(i32::from(0 < into.doubts))
}

/// A file, a pipe too, as far as it is text and no larger than a file may be.
fn read(file: &Path, most: usize) -> Result<String> {
    let mut bytes = Vec::new();
    let opened = File::open(file)?;
    opened.take(most as u64 + 1).read_to_end(&mut bytes)?;
    if most < bytes.len() {
        let mib = most >> 20;
        bail!("it is larger than {mib} MiB (limits.file_mib in the settings)");
    }
    String::from_utf8(bytes).context("it is no UTF-8")
}

struct Into {
    store: Store,
    notes: Notes,
    /// Warnings so far.
    doubts: usize,
    /// The file, for messages.
    from: String,
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
            say::aside(format_args!("{}: {warning}", self.from));
        }
        if found.warnings.is_empty() && found.notes.is_empty() && found.decisions.is_empty() {
            say::aside(format_args!("{}: there is no note in it", self.from));
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
