//! Writing documents for the user: durable, and never over something else unasked.
//!
//! A new file is created under its own name, so that two programs never take the same one; a
//! replaced file is written beside and renamed, so that a reader sees the old or the new text and
//! never half of one.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::store::dir;

/// What became of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// Written and synced here.
    Saved(PathBuf),
    /// Nothing was written: the name is taken, and `free` beside it is not.
    Taken { path: PathBuf, free: PathBuf },
}

/// Writes a new file, and syncs it and its folder. An existing file is left as it is.
///
/// # Errors
/// The folder is missing or not writable, or the disk is full; no half-written file stays.
pub fn write_new(path: &Path, text: &str) -> Result<Written> {
    let file = match OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            return Ok(Written::Taken {
                path: path.to_path_buf(),
                free: free_name(path),
            });
        }
        Err(error) => return Err(error).with_context(|| told("cannot create", path)),
    };
    let done = fill(file, text).and_then(|()| dir::sync(dir::parent(path)));
    if let Err(error) = done {
        let _ = fs::remove_file(path);
        return Err(error).with_context(|| told("cannot write", path));
    }
    Ok(Written::Saved(path.to_path_buf()))
}

/// Replaces a file, or makes it: written beside, synced, renamed. A link that leads to a file is
/// followed; one that leads nowhere becomes the file.
///
/// # Errors
/// As [`write_new`], and what is no file (a folder, a pipe, a device); the old file is then as it
/// was.
pub fn replace(path: &Path, text: &str) -> Result<()> {
    plain(path)?;
    swap(path, text.as_bytes()).with_context(|| told("cannot write", path))
}

/// Refuses what is there and no file: a pipe would be waited for, a device replaced.
///
/// # Errors
/// It is one.
pub fn plain(path: &Path) -> Result<()> {
    match fs::metadata(path) {
        Ok(it) if !it.is_file() => {
            let what = if it.is_dir() { "a folder" } else { "no file" };
            let path = path.display();
            bail!("{path} is {what}, so nothing was written there; name a file")
        }
        _ => Ok(()),
    }
}

/// The same with bytes, for files of the program's own.
///
/// # Errors
/// As [`replace`].
pub(crate) fn swap(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // What a link leads to is replaced, not the link.
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let dir = dir::parent(path);
    let mut beside = tempfile::Builder::new()
        .prefix(".variorum-")
        .tempfile_in(dir)?;
    beside.write_all(bytes)?;
    if let Ok(known) = fs::metadata(path) {
        beside.as_file().set_permissions(known.permissions())?;
    }
    beside.as_file().sync_all()?;
    beside.persist(path)?;
    dir::sync(dir)
}

/// A name beside this one that no file has: `notes-2.md` for `notes.md`.
pub fn free_name(path: &Path) -> PathBuf {
    let part = |it: Option<&std::ffi::OsStr>| it.map(|it| it.to_string_lossy().into_owned());
    let stem = part(path.file_stem()).unwrap_or_default();
    let ending = part(path.extension()).map(|it| format!(".{it}"));
    let ending = ending.unwrap_or_default();
    (2..=u32::MAX)
        .map(|count| path.with_file_name(format!("{stem}-{count}{ending}")))
        .find(|free| fs::symlink_metadata(free).is_err())
        .unwrap_or_else(|| path.to_path_buf())
}

/// Keeps a text that could not be saved in its place: in a new file of the folder for temporary
/// files, readable by the user alone. Tells where.
///
/// # Errors
/// There too nothing can be written.
pub fn rescue(text: &str) -> Result<PathBuf> {
    let keep = || -> io::Result<PathBuf> {
        let mut file = tempfile::Builder::new()
            .prefix("variorum-rescue-")
            .suffix(".md")
            .tempfile()?;
        file.write_all(text.as_bytes())?;
        file.as_file().sync_all()?;
        let (_, path) = file.keep()?;
        Ok(path)
    };
    keep().with_context(|| told("cannot write to", &std::env::temp_dir()))
}

fn fill(mut file: File, text: &str) -> io::Result<()> {
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

fn told(what: &str, path: &Path) -> String {
    format!("{what} {}", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(path: &Path) -> String {
        fs::read_to_string(path).unwrap()
    }

    #[test]
    fn a_file_is_never_overwritten_unasked() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("notes.md");
        let free = dir.path().join("notes-2.md");
        assert_eq!(
            write_new(&path, "one").unwrap(),
            Written::Saved(path.clone())
        );
        let taken = Written::Taken {
            path: path.clone(),
            free: free.clone(),
        };
        assert_eq!(write_new(&path, "two").unwrap(), taken);
        assert_eq!(read(&path), "one");
        assert_eq!(write_new(&free, "two").unwrap(), Written::Saved(free));
        assert_eq!(free_name(&path), dir.path().join("notes-3.md"));
    }

    #[test]
    fn what_the_user_agreed_to_is_replaced_whole() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("notes.md");
        replace(&path, "a long first text").unwrap();
        replace(&path, "short").unwrap();
        assert_eq!(read(&path), "short");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_and_what_is_no_file_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let (path, link) = (dir.path().join("notes.md"), dir.path().join("link.md"));
        replace(&path, "one").unwrap();
        std::os::unix::fs::symlink(&path, &link).unwrap();
        replace(&link, "two").unwrap();
        assert_eq!(read(&path), "two");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        let told = format!("{:#}", replace(dir.path(), "three").unwrap_err());
        assert!(told.contains("is a folder"), "{told}");
        let told = format!("{:#}", replace(Path::new("/dev/null"), "four").unwrap_err());
        assert!(told.contains("is no file"), "{told}");
    }

    #[test]
    fn a_missing_folder_is_told_with_the_path() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("none/notes.md");
        let error = write_new(&path, "one").unwrap_err();
        assert!(format!("{error:#}").contains("none/notes.md"), "{error:#}");
        assert!(replace(&path, "one").is_err());
    }

    #[test]
    fn a_rescued_text_can_be_read() {
        let path = rescue("the words").unwrap();
        assert_eq!(read(&path), "the words");
        fs::remove_file(path).unwrap();
    }
}
