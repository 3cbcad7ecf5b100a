//! From the paths a user gives to the files to read: folders walked recursively and sorted by
//! name, single files as they are.
//!
//! A path that was asked for and cannot be opened is an error; anything below a folder that
//! cannot be read is a warning. Hidden files and folders are passed over. Symbolic links are
//! followed, loops told and left. Only regular files are opened: a pipe or a device could hold
//! the program forever.

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use walkdir::{DirEntry, WalkDir};

use crate::{
    bundle::{limits::Limits, loaded::Loaded},
    text::safe,
};

/// A file to read, and how to call it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) path: PathBuf,
    /// Relative to the folder that was opened; one safe line.
    pub(crate) shown: String,
}

/// The regular files at or below a path, in order.
///
/// # Errors
/// The path is missing, may not be opened, or is no file or folder.
pub(crate) fn files(path: &Path, limits: &Limits, loaded: &mut Loaded) -> Result<Vec<Found>> {
    let name = shown(path);
    let about = fs::metadata(path).with_context(|| match path.exists() {
        true => format!("{name} cannot be opened"),
        false => format!("{name} is not there; give a folder or a file of articles"),
    })?;
    if about.is_file() {
        let shown = path.file_name().map_or(name, |it| shown(Path::new(it)));
        return Ok(vec![Found {
            path: path.into(),
            shown,
        }]);
    }
    if !about.is_dir() {
        bail!("{name} is no file and no folder; to read from a pipe, use - for the path");
    }
    fs::read_dir(path).with_context(|| format!("the folder {name} cannot be listed"))?;
    Ok(below(path, limits, loaded))
}

fn below(root: &Path, limits: &Limits, loaded: &mut Loaded) -> Vec<Found> {
    let mut found = Vec::new();
    let walk = WalkDir::new(root)
        .follow_links(true)
        .max_depth(limits.folders);
    let visible = |it: &DirEntry| it.depth() == 0 || !is_hidden(it);
    for entry in walk.sort_by_file_name().into_iter().filter_entry(visible) {
        match entry {
            Ok(entry) if entry.file_type().is_file() => found.push(Found {
                shown: relative(entry.path(), root),
                path: entry.into_path(),
            }),
            Ok(entry) if entry.file_type().is_dir() => (),
            Ok(entry) => loaded.skip(relative(entry.path(), root), "is no regular file"),
            Err(error) => {
                let path = error.path().unwrap_or(root);
                loaded.skip(relative(path, root), fault(&error));
            }
        }
    }
    found
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().to_string_lossy().starts_with('.')
}

fn fault(error: &walkdir::Error) -> String {
    match (error.loop_ancestor(), error.io_error()) {
        (Some(_), _) => "is a link back to a folder that it is in".to_string(),
        (_, Some(error)) => reason(error),
        _ => "cannot be read".to_string(),
    }
}

/// What an operating system says, without its number.
pub(crate) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "is not there (any more)".to_string(),
        io::ErrorKind::PermissionDenied => "may not be read (permission denied)".to_string(),
        _ => format!("cannot be read: {error}"),
    }
}

fn relative(path: &Path, root: &Path) -> String {
    let inner = path.strip_prefix(root).ok();
    let inner = inner.filter(|it| !it.as_os_str().is_empty());
    shown(inner.unwrap_or(path))
}

/// A path as one safe line, with `/` between its parts.
pub(crate) fn shown(path: &Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/");
    let (safe, _) = safe::sanitised(path.replace(['\n', '\r'], "?"));
    safe::one_line(&safe).into_owned()
}

/// The bytes of a file.
///
/// # Errors
/// Why it cannot be read, in words for the user: over the limit, gone, no regular file any more.
pub(crate) fn read(path: &Path, limits: &Limits) -> Result<Vec<u8>, String> {
    let said = |error: io::Error| reason(&error);
    let file = fs::File::open(path).map_err(said)?;
    let about = file.metadata().map_err(said)?;
    if !about.is_file() {
        return Err("is no regular file".to_string());
    }
    let mut bytes = Vec::with_capacity(about.len().min(limits.file_bytes) as usize);
    let mut rest = file.take(limits.file_bytes + 1);
    rest.read_to_end(&mut bytes).map_err(said)?;
    if limits.file_bytes < bytes.len() as u64 {
        return Err(format!("is larger than {} MiB", limits.file_bytes >> 20));
    }
    Ok(bytes)
}
