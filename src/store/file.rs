//! The journal as a file: the few ways in which it is read and written, each whole or not at all.
//! All that write are called under the lock (see `store::lock`).

use std::{
    fs::{self, File, OpenOptions},
    io::{self, ErrorKind, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    time::SystemTime,
};

use crate::{
    store::{dir, write},
    text::digest,
};

/// Bytes in which the head of a journal is found.
const HEAD: u64 = 256;

/// The first bytes, all bytes from `at` on, and the length. None where there is no file.
///
/// # Errors
/// The file cannot be read.
pub(crate) fn read(path: &Path, at: u64) -> io::Result<Option<Stretch>> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut stretch = Stretch {
        length: file.metadata()?.len(),
        ..Stretch::default()
    };
    (&file).take(HEAD).read_to_end(&mut stretch.start)?;
    file.seek(SeekFrom::Start(at))?;
    file.read_to_end(&mut stretch.rest)?;
    Ok(Some(stretch))
}

/// The length and the time of the last change.
pub(crate) type Look = (u64, SystemTime);

/// How the file looks from outside; None where it cannot be looked at.
pub(crate) fn look(path: &Path) -> Option<Look> {
    let known = fs::metadata(path).ok()?;
    Some((known.len(), known.modified().ok()?))
}

/// A part of the file.
#[derive(Debug, Default)]
pub(crate) struct Stretch {
    pub start: Vec<u8>,
    pub rest: Vec<u8>,
    pub length: u64,
}

/// Appends and syncs; a new file gets `head` first, and its folder is synced, too.
///
/// # Errors
/// Nothing is then written: what was is cut off again.
pub(crate) fn append(path: &Path, head: &str, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().append(true).create(true).open(path)?;
    let before = file.metadata()?.len();
    let head = if before == 0 { head } else { "" };
    let done = file
        .write_all(format!("{head}{text}").as_bytes())
        .and_then(|()| file.sync_all())
        .and_then(|()| {
            if before == 0 {
                dir::sync(dir::parent(path))
            } else {
                Ok(())
            }
        });
    if done.is_err() {
        let _ = file.set_len(before).and_then(|()| file.sync_all());
    }
    done
}

/// Puts a torn end into a file of its own beside, and cuts it off only then. Tells where.
///
/// # Errors
/// The journal is then as it was.
pub(crate) fn set_aside(path: &Path, torn: &[u8]) -> io::Result<PathBuf> {
    let sum = digest::short(&String::from_utf8_lossy(torn), 8);
    let beside = path.with_file_name(format!("notes.torn-{sum}"));
    write::swap(&beside, torn)?;
    let file = OpenOptions::new().write(true).open(path)?;
    file.set_len(file.metadata()?.len().saturating_sub(torn.len() as u64))?;
    file.sync_all()?;
    Ok(beside)
}

/// Whether the file could be appended to; a missing one could be made.
///
/// # Errors
/// It could not.
pub(crate) fn try_append(path: &Path) -> io::Result<()> {
    match OpenOptions::new().append(true).open(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
