//! Opens what a user names: finds the files, has each read by its format, and each draft cleaned.
//!
//! Steps: paths to files, bytes to text, text to drafts, drafts to articles; see `reading` for how
//! that is spread over the processor's cores. A file that cannot be read costs a warning, never the
//! rest.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::{
    bundle::{
        demo::FILES,
        loaded::Loaded,
        progress::Progress,
        reading::{Reading, take},
        walk,
    },
    model::limits::Limits,
};

/// Reads folders (walked recursively), single files, and for `-` JSON Lines from standard input,
/// within the default limits.
///
/// # Errors
/// A path that is missing or cannot be opened, and paths that hold no article at all; with a
/// message that says what, where and what to do.
pub fn load(paths: &[PathBuf]) -> Result<Loaded> {
    load_within(paths, &Limits::default())
}

/// As [`load`], within limits of the user's own.
///
/// # Errors
/// As [`load`].
pub fn load_within(paths: &[PathBuf], limits: &Limits) -> Result<Loaded> {
    load_told(paths, limits, &Progress::default(), &mut |_| ())
}

/// As [`load_within`]; `told` sees what has been read so far after every piece, in the order of the
/// bundle, and `progress` may be watched from, and stopped by, another thread.
///
/// # Errors
/// As [`load`].
pub fn load_told(
    paths: &[PathBuf],
    limits: &Limits,
    progress: &Progress,
    told: &mut dyn FnMut(&Loaded),
) -> Result<Loaded> {
    let mut reading = Reading::new(limits, progress, told);
    let mut found = Vec::new();
    for path in paths {
        found.push(match path == Path::new("-") {
            true => None,
            false => Some(reading.find(path)?),
        });
    }
    if 1 < found.len() {
        reading.once(&mut found);
    }
    for files in found {
        match files {
            Some(files) => reading.files(files),
            None => reading.standard_input()?,
        }
    }
    let loaded = reading.finished();
    if loaded.articles.is_empty() {
        bail!(nothing(paths, &loaded));
    }
    Ok(loaded)
}

/// The bundle that is compiled in.
pub fn demo() -> Loaded {
    let mut loaded = Loaded::default();
    for (name, bytes) in FILES {
        take(name, bytes.to_vec(), &mut loaded);
    }
    loaded
}

fn nothing(paths: &[PathBuf], loaded: &Loaded) -> String {
    let names: Vec<String> = paths.iter().map(|it| walk::shown(it)).collect();
    let mut said = format!("no article in {}", names.join(", "));
    for it in loaded.warnings.iter().take(5) {
        said += &format!("\n  {}: {}", it.file, it.message);
    }
    said + "\nArticles are read from .txt, .md, .json, .jsonl and .html files."
}
