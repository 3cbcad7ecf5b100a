//! One writer at a time: an advisory lock on a file of its own (the journal itself is replaced
//! when it is written anew, and a lock would go with the old file). The lock falls with the
//! process that holds it, however that ends.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{self, ErrorKind},
    path::Path,
    thread,
    time::{Duration, Instant},
};

const PAUSE: Duration = Duration::from_millis(5);

/// Held until it is dropped.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

/// Takes the lock of a folder, waiting for another window no longer than `patience`: a record
/// takes milliseconds, so whoever holds it longer is stopped or hangs.
///
/// # Errors
/// `WouldBlock` where another window holds it; whatever the system says where the folder is gone,
/// not writable, or on a disk without locks.
pub(crate) fn take(dir: &Path, patience: Duration) -> io::Result<Lock> {
    let path = dir.join("notes.lock");
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path)?;
    let until = Instant::now() + patience;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(Lock { _file: file }),
            Err(TryLockError::Error(error)) => return Err(error),
            Err(TryLockError::WouldBlock) if until <= Instant::now() => {
                let why = "another window is writing";
                return Err(io::Error::new(ErrorKind::WouldBlock, why));
            }
            Err(TryLockError::WouldBlock) => thread::sleep(PAUSE),
        }
    }
}
