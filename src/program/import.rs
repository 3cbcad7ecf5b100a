//! `variorum import-notes`: Web Annotations into the notes, each told as saved once it is on disk.
//!
//! A note that is there already is replaced by a later state of it and by nothing else. Standard
//! input is read line by line where its lines are records, so that what was read so far is saved
//! when its writer stops: that is so from the first line on that is one. Before it, a line that is
//! none may begin a document of many lines, so all is waited for.

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
    let mut into = Taking {
        store: opened.store,
        notes: opened.notes,
        doubts: 0,
        found: 0,
        from: match file == Path::new("-") {
            true => "standard input".to_string(),
            false => file.display().to_string(),
        },
    };
    let most = settings.limits.file_bytes();
    if file == Path::new("-") {
        into.read_lines(stdin().lock(), most)?;
    } else {
        let text = File::open(file).map_err(Into::into);
        let text = text.and_then(|file| bounded(file, most));
        into.take(
            &text.with_context(|| format!("cannot read {}", file.display()))?,
            None,
        )?;
    }
    if into.found == 0 && into.doubts == 0 {
        say::aside(format_args!("{}: there is no note in it", into.from));
    }
    if into.store.worth_compacting() {
        into.store.compact()?;
    }
    Ok(i32::from(0 < into.doubts))
}

/// All of a file or a pipe, as far as it is text and no larger than a file may be.
fn bounded(from: impl Read, most: usize) -> Result<String> {
    let mut bytes = Vec::new();
    from.take(most as u64 + 1).read_to_end(&mut bytes)?;
    if most < bytes.len() {
        let mib = most >> 20;
        bail!("it is larger than {mib} MiB (limits.file_mib in the settings)");
    }
    String::from_utf8(bytes).context("it is no UTF-8")
}

struct Taking {
    store: Store,
    notes: Notes,
    /// Warnings so far.
    doubts: usize,
    /// Notes and decisions so far.
    found: usize,
    /// The file, for messages.
    from: String,
}

impl Taking {
    /// Lines one by one where the first that is not empty is a whole document; else all at once.
    fn read_lines(&mut self, mut input: impl BufRead, most: usize) -> Result<()> {
        let mut by_line = false;
        for number in 1.. {
            let mut line = Vec::new();
            let bounds = most as u64 + 1;
            input.by_ref().take(bounds).read_until(b'\n', &mut line)?;
            if line.is_empty() {
                break;
            }
            if line.trim_ascii().is_empty() {
                continue;
            }
            by_line |= serde_json::from_slice::<serde_json::Value>(&line).is_ok();
            if by_line {
                self.take(&bounded(line.as_slice(), most)?, Some(number))?;
            } else {
                // Empty lines before it count, and are nothing in a document.
                let before = "\n".repeat(number - 1);
                let rest = bounded(line.as_slice().chain(input.by_ref()), most)?;
                self.take(&(before + &rest), None)?;
            }
        }
        Ok(())
    }

    /// `line` is the number of the one line that the text is.
    fn take(&mut self, text: &str, line: Option<usize>) -> Result<()> {
        let found = import::notes(text, &dir::now());
        for warning in &found.warnings {
            let at = line.map_or(String::new(), |it| format!(" line {it}:"));
            say::aside(format_args!("{}:{at} {warning}", self.from));
        }
        self.found += found.notes.len() + found.decisions.len();
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
