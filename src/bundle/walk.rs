//! From the paths a user gives to the files to read: folders walked recursively and sorted by
//! name, single files as they are.
//!
//! A path that was asked for and cannot be opened is an error; anything below a folder that
//! cannot be read is a warning. Hidden files and folders are passed over. Only regular files are
//! opened: a pipe or a device could hold the program forever. Symbolic links are followed, but each
//! folder and each file is read once, however many ways lead there: one text would else be two
//! sources, and links of links would make a small folder endless. Where a file and links to it are
//! found, it goes by its own name.

use std::{
    collections::HashSet,
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use anyhow::{Result, anyhow, bail};
use walkdir::{DirEntry, WalkDir};

use crate::{
    bundle::loaded::Loaded,
    model::limits::Limits,
    text::{fault, safe},
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
pub(crate) fn files(path: &Path, loaded: &mut Loaded) -> Result<Vec<Found>> {
    let name = shown(path);
    let about = fs::metadata(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => {
            anyhow!("{name} is not there; give a folder or a file of articles")
        }
        _ => anyhow!("{name} {}", reason(&error)),
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
    if let Err(error) = fs::read_dir(path) {
        bail!("the folder {name} {}", reason(&error));
    }
    Ok(below(path, loaded))
}

fn below(root: &Path, loaded: &mut Loaded) -> Vec<Found> {
    let limits = loaded.limits;
    let (mut found, mut by_link) = (Vec::new(), Vec::new());
    let mut links = Links::new(root);
    let walk = WalkDir::new(root).follow_links(true).sort_by_file_name();
    let mut walk = walk.into_iter();
    let mut seen = 0;
    while let Some(entry) = walk.next() {
        seen += 1;
        if limits.files < seen {
            let told = format!("more than {} files: the rest was not read", limits.files);
            loaded.skip(shown(root), told + " (limits.files)");
            break;
        }
        match entry {
            Ok(entry) => match judged(&entry, &mut links, &limits) {
                Judged::Read => {
                    by_link.push(entry.path_is_symlink());
                    found.push(Found {
                        shown: relative(entry.path(), root),
                        path: entry.into_path(),
                    });
                }
                Judged::Enter => (),
                Judged::Pass(told) => {
                    if entry.file_type().is_dir() {
                        walk.skip_current_dir();
                    }
                    if let Some(told) = told {
                        loaded.skip(relative(entry.path(), root), told);
                    }
                }
            },
            Err(error) => {
                let path = error.path().unwrap_or(root);
                loaded.skip(relative(path, root), fault_of(&error));
            }
        }
    }
    if by_link.contains(&true) {
        found = unlinked(found, &by_link, loaded);
    }
    found
}

/// Without links to files that are found in another way.
fn unlinked(found: Vec<Found>, by_link: &[bool], loaded: &mut Loaded) -> Vec<Found> {
    let mut once = Once::default();
    let own = found.iter().zip(by_link).filter(|(_, link)| !**link);
    for (it, _) in own {
        once.is_new(&it.path);
    }
    let mut found: Vec<(Found, bool)> = found.into_iter().zip(by_link.iter().copied()).collect();
    found.retain(|(it, link)| {
        let stays = !link || once.is_new(&it.path);
        if !stays {
            loaded.skip(&it.shown, "is a link to a file that is read anyway");
        }
        stays
    });
    found.into_iter().map(|(it, _)| it).collect()
}

/// The files and folders met so far, each by the path that no link is part of.
#[derive(Debug, Default)]
pub(crate) struct Once(HashSet<PathBuf>);

impl Once {
    /// Whether nothing before was the same.
    pub(crate) fn is_new(&mut self, path: &Path) -> bool {
        self.0.insert(canonical(path))
    }
}

fn canonical(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf())
}

/// What to do with something in a folder.
enum Judged {
    Read,
    Enter,
    /// Leave it, and say why.
    Pass(Option<String>),
}

fn judged(entry: &DirEntry, links: &mut Links, limits: &Limits) -> Judged {
    let kind = entry.file_type();
    match entry.depth() {
        0 => Judged::Enter,
        _ if is_hidden(entry) => Judged::Pass(None),
        _ if kind.is_file() => Judged::Read,
        _ if !kind.is_dir() => Judged::Pass(Some("is no regular file".to_string())),
        depth if limits.folders < depth => Judged::Pass(Some(format!(
            "lies more than {} folders deep (limits.folders)",
            limits.folders
        ))),
        _ if entry.path_is_symlink() => match links.refusal(entry.path()) {
            Some(told) => Judged::Pass(Some(told.to_string())),
            None => Judged::Enter,
        },
        _ if links.led_to(entry.path()) => Judged::Pass(Some(
            "is a folder that a link has led to already".to_string(),
        )),
        _ => Judged::Enter,
    }
}

/// The folders that links have led to.
struct Links {
    root: PathBuf,
    followed: HashSet<PathBuf>,
}

impl Links {
    fn new(root: &Path) -> Self {
        Self {
            root: canonical(root),
            followed: HashSet::new(),
        }
    }

    /// Why a link to a folder is not followed; `None` where it is, which it then is only once.
    fn refusal(&mut self, link: &Path) -> Option<&'static str> {
        let target = fs::canonicalize(link).ok()?;
        if self.root.starts_with(&target) {
            return Some(LOOP);
        }
        let read = |it: &Path| it == self.root || self.followed.contains(it);
        if target.ancestors().any(read) {
            return Some("is a link to a folder that is read anyway");
        }
        self.followed.insert(target);
        None
    }

    /// Whether a folder that is no link itself has been read through one: below the target of a
    /// later link to a folder above it.
    fn led_to(&self, folder: &Path) -> bool {
        !self.followed.is_empty() && self.followed.contains(&canonical(folder))
    }
}

const LOOP: &str = "is a link back to a folder that it is in";

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().to_string_lossy().starts_with('.')
}

fn fault_of(error: &walkdir::Error) -> String {
    match (error.loop_ancestor(), error.io_error()) {
        (Some(_), _) => LOOP.to_string(),
        (_, Some(error)) => reason(error),
        _ => "cannot be read".to_string(),
    }
}

/// What an operating system says, without its number.
pub(crate) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "is not there (any more)".to_string(),
        io::ErrorKind::PermissionDenied => "may not be read (permission denied)".to_string(),
        _ => format!("cannot be read: {}", fault::plain(&error.to_string())),
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

/// The bytes of a file; `None` where there are more than `most`.
///
/// # Errors
/// Why it cannot be read, in words for the user: gone, no regular file any more.
pub(crate) fn read(path: &Path, most: usize) -> Result<Option<Vec<u8>>, String> {
    let said = |error: io::Error| reason(&error);
    let file = opened(path).map_err(said)?;
    let about = file.metadata().map_err(said)?;
    if !about.is_file() {
        return Err("is no regular file".to_string());
    }
    let (long, most) = (about.len(), most as u64);
    if most < long {
        return Ok(None);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(long).unwrap_or_default());
    let mut rest = file.take(most + 1);
    rest.read_to_end(&mut bytes).map_err(said)?;
    Ok((bytes.len() as u64 <= most).then_some(bytes))
}

/// Opened so that a pipe, put in the place of the file meanwhile, does not hold the program.
#[cfg(unix)]
fn opened(path: &Path) -> io::Result<fs::File> {
    use std::os::unix::fs::OpenOptionsExt;

    use rustix::fs::OFlags;

    let flags = (OFlags::NONBLOCK | OFlags::NOCTTY).bits() as i32;
    fs::File::options()
        .read(true)
        .custom_flags(flags)
        .open(path)
}

#[cfg(not(unix))]
fn opened(path: &Path) -> io::Result<fs::File> {
    fs::File::open(path)
}
