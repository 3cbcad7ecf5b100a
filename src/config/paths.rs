//! Where the settings file lies: `$VARIORUM_CONFIG`, else the user's configuration folder.

use std::{
    env, fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use directories::ProjectDirs;

/// Bytes of a file of settings or of a theme.
const MOST: u64 = 256 << 10;

/// The settings file that is read, whether it exists or not. `None` where the system names no
/// home folder. On every Unix, macOS too, `$XDG_CONFIG_HOME/variorum` and `~/.config/variorum`
/// are looked at before the system's own place.
pub fn file() -> Option<PathBuf> {
    if let Some(named) = env::var_os("VARIORUM_CONFIG").filter(|it| !it.is_empty()) {
        return Some(named.into());
    }
    let dirs = ProjectDirs::from("", "", "variorum")?;
    let system = dirs.config_dir().join("config.toml");
    let plain = directories::BaseDirs::new()
        .map(|it| it.home_dir().join(".config/variorum/config.toml"))
        .filter(|it| cfg!(unix) && it.exists());
    let xdg = env::var_os("XDG_CONFIG_HOME")
        .map(|it| Path::new(&it).join("variorum/config.toml"))
        .filter(|it| it.is_absolute());
    Some(xdg.or(plain).unwrap_or(system))
}

/// The file's text; empty where there is no such file.
///
/// # Errors
/// As [`read`].
pub fn text(path: &Path) -> io::Result<String> {
    match read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(String::new()),
        read => read,
    }
}

/// The text of a file, as far as it is no larger than settings are.
///
/// # Errors
/// It is larger, no UTF-8, no regular file (a pipe would be waited for without end), or cannot be read.
pub fn read(path: &Path) -> io::Result<String> {
    match fs::metadata(path)? {
        it if it.is_dir() => return Err(io::Error::other("it is a folder; name a file")),
        it if !it.is_file() => {
            return Err(io::Error::other("it is no regular file; name a file"));
        }
        _ => (),
    }
    let mut bytes = Vec::new();
    fs::File::open(path)?
        .take(MOST + 1)
        .read_to_end(&mut bytes)?;
    if MOST < bytes.len() as u64 {
        let most = MOST >> 10;
        let told = format!("it is larger than {most} KiB, which no settings need");
        return Err(io::Error::other(told));
    }
    String::from_utf8(bytes).map_err(|_| io::Error::other("it is no UTF-8; save it as UTF-8"))
}

/// Writes the example, every line commented out but the tables, so that the file changes nothing
/// until a line is freed.
///
/// # Errors
/// A file that already exists, and a folder that cannot be made or written.
pub fn init(path: &Path, example: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let commented: String = example
        .lines()
        .map(|line| match line {
            "" => "\n".to_string(),
            line if line.starts_with('#') || line.starts_with('[') => format!("{line}\n"),
            line => format!("# {line}\n"),
        })
        .collect();
    let mut file = fs::File::create_new(path)?;
    io::Write::write_all(&mut file, commented.as_bytes())
}
