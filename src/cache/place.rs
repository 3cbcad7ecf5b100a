//! Where the files lie, and how many of them.
//!
//! A file is named by what was opened and by what opened it: the paths, the names and sizes of the
//! files, the settings that count, and the program itself (its version, and the time and size of
//! its file, so that no build ever reads what another one wrote). What stands in it is used only
//! where the contents are the same too, see `cache::file`. Files are written beside and renamed;
//! those that were used longest ago go first where all take more than [`MOST`] bytes.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    time::SystemTime,
};

use crate::{cache::file, model::bundle::Bundle, text::digest};

/// Bytes of all files.
const MOST: u64 = 2 << 30;
const ENDING: &str = "bundle";

/// The folder: `$VARIORUM_CACHE` where it is set, else `variorum` in the user's folder for such
/// files. `None` where the user has no home.
pub fn dir() -> Option<PathBuf> {
    match env::var_os("VARIORUM_CACHE").filter(|it| !it.is_empty()) {
        Some(dir) => Some(PathBuf::from(dir)),
        None => directories::ProjectDirs::from("", "", "variorum")
            .map(|dirs| dirs.cache_dir().to_path_buf()),
    }
}

/// The file for what is opened, told in any words that differ where it does.
pub fn path(dir: &Path, opened: &str) -> PathBuf {
    let name = digest::sha256(&format!("{}\n{opened}", program()));
    dir.join(format!("{}.{ENDING}", &name[..32]))
}

/// Names this build of the program.
fn program() -> String {
    let about = env::current_exe().and_then(fs::metadata).ok();
    let size = about.as_ref().map(fs::Metadata::len);
    let time = about.and_then(|it| it.modified().ok());
    format!("{} {size:?} {time:?}", env!("CARGO_PKG_VERSION"))
}

/// The bundle in a file, where it is of these contents.
pub fn load(path: &Path, contents: &[u8; 32]) -> Option<Bundle> {
    let bundle = file::unpack(&fs::read(path).ok()?, contents);
    match bundle {
        Some(_) => touch(path),
        // Broken, or of what the articles were before: it will never be right again.
        None => drop(fs::remove_file(path)),
    }
    bundle
}

/// Marks a file as used.
fn touch(path: &Path) {
    let opened = fs::File::options().append(true).open(path);
    let _ = opened.and_then(|it| it.set_modified(SystemTime::now()));
}

/// Keeps a bundle.
///
/// # Errors
/// The folder cannot be made or written; nothing of the kind matters to the reader.
pub fn save(path: &Path, bundle: &Bundle, contents: &[u8; 32]) -> io::Result<()> {
    let Some(bytes) = file::pack(bundle, contents).filter(|it| it.len() as u64 <= MOST / 2) else {
        return Ok(());
    };
    let dir = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(dir)?;
    make_room(dir, bytes.len() as u64);
    let mut beside = tempfile::Builder::new()
        .prefix(".variorum-")
        .suffix(&format!(".{ENDING}"))
        .tempfile_in(dir)?;
    io::Write::write_all(&mut beside, &bytes)?;
    beside.persist(path)?;
    Ok(())
}

/// Removes what was used longest ago until there is room for so many bytes.
fn make_room(dir: &Path, bytes: u64) {
    let mut files = files(dir);
    files.sort_by_key(|it| it.used);
    let mut held = bytes + files.iter().map(|it| it.bytes).sum::<u64>();
    for it in files {
        if held <= MOST {
            return;
        }
        held -= it.bytes;
        let _ = fs::remove_file(it.path);
    }
}

/// One file of the cache.
struct Held {
    path: PathBuf,
    bytes: u64,
    used: Option<SystemTime>,
}

/// The files of the cache, those that were left half-written too; nothing else in the folder.
fn files(dir: &Path) -> Vec<Held> {
    let entries = fs::read_dir(dir).into_iter().flatten().flatten();
    let ours = |it: &PathBuf| it.extension().is_some_and(|it| it == ENDING);
    let paths = entries.map(|it| it.path()).filter(ours);
    let held = |path: PathBuf| {
        let about = fs::symlink_metadata(&path)
            .ok()
            .filter(fs::Metadata::is_file)?;
        Some(Held {
            path,
            bytes: about.len(),
            used: about.modified().ok(),
        })
    };
    paths.filter_map(held).collect()
}

/// How many bundles are kept, and how many bytes they take.
pub fn size(dir: &Path) -> (usize, u64) {
    let files = files(dir);
    (files.len(), files.iter().map(|it| it.bytes).sum())
}

/// Removes all bundles, and nothing else; gives how many there were.
///
/// # Errors
/// A file that cannot be removed.
pub fn clear(dir: &Path) -> io::Result<usize> {
    let files = files(dir);
    for it in &files {
        fs::remove_file(&it.path)?;
    }
    Ok(files.len())
}
