//! Where the user's data lives, and the two things that every file in it needs: the time, and a
//! folder that is itself synced.

use std::{
    env,
    fs::File,
    io,
    path::{Path, PathBuf},
};

/// `$VARIORUM_DATA` where it is set, else the user's data folder: `$XDG_DATA_HOME/variorum` or
/// `~/.local/share/variorum` on Linux. None where the user has no home.
pub fn default_dir() -> Option<PathBuf> {
    match env::var_os("VARIORUM_DATA").filter(|it| !it.is_empty()) {
        Some(dir) => Some(PathBuf::from(dir)),
        None => directories::ProjectDirs::from("", "", "variorum")
            .map(|dirs| dirs.data_dir().to_path_buf()),
    }
}

/// The folder of notes that travels with articles: `.variorum` in their folder. None where the first
/// path is no file and no folder.
pub fn beside(paths: &[PathBuf]) -> Option<PathBuf> {
    let first = paths.first()?;
    let folder = match (first.is_dir(), first.is_file()) {
        (true, _) => first,
        (_, true) => parent(first),
        _ => return None,
    };
    Some(folder.join(".variorum"))
}

/// The present moment as notes carry it: RFC 3339, UTC, whole seconds.
pub fn now() -> String {
    let now = jiff::Timestamp::now();
    now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// The present moment to the microsecond, in the same form: for what must keep its order.
pub fn moment() -> String {
    let now = jiff::Timestamp::now();
    now.strftime("%Y-%m-%dT%H:%M:%S.%6fZ").to_string()
}

/// Makes the names in a folder durable: a file that was created or renamed in it stays after a
/// power cut. Systems that cannot sync a folder need not.
///
/// # Errors
/// The folder is gone, or the disk fails.
pub fn sync(dir: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(dir)?.sync_all()?;
    }
    Ok(())
}

/// The folder a file stands in; the working folder for a bare name.
pub fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(dir) if !dir.as_os_str().is_empty() => dir,
        _ => Path::new("."),
    }
}
