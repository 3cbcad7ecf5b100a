//! What went wrong on disk, in the user's words: what, where, why, and what to do about it.

use std::{
    io::{Error, ErrorKind},
    path::Path,
};

/// For example: `not saved in /home/a/.local/share/variorum: no space left; make room, then save
/// again`.
pub(crate) fn told(what: &str, dir: &Path, error: &Error) -> String {
    let dir = dir.display();
    match remedy(error.kind()) {
        Some(remedy) => format!("{what} in {dir}: {error}; {remedy}"),
        None => format!("{what} in {dir}: {error}"),
    }
}

fn remedy(kind: ErrorKind) -> Option<&'static str> {
    match kind {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            Some("make room, then save again")
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            Some("allow writing there, or name another folder with --notes")
        }
        ErrorKind::NotFound => {
            Some("the folder or the notes in it are gone: bring them back, or start anew")
        }
        ErrorKind::WouldBlock => Some("save again when it is done"),
        ErrorKind::Unsupported => Some("name a folder on another disk with --notes"),
        _ => None,
    }
}
