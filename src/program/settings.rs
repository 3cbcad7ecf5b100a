//! The settings file found and read, and `variorum config`.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::{
    cli::{ConfigCommand, Overrides},
    config::{
        paths,
        settings::{EXAMPLE, Settings},
        theme::Theme,
    },
    program::say,
    store::{Store, dir},
};

/// The settings with what was wrong in their file, each fault with the file's path.
pub struct Found {
    pub settings: Settings,
    pub faults: Vec<String>,
}

/// Reads the settings file, then lays the command line over it.
pub fn find(args: &Overrides) -> Found {
    let path = file(args);
    let missing = |it: &PathBuf| args.config.is_some() && !it.exists();
    let read = match &path {
        Some(path) if missing(path) => Err(format!(
            "{} is not there; the settings are as they come",
            path.display()
        )),
        Some(path) => paths::text(path).map_err(|error| format!("{}: {error}", path.display())),
        None => Ok(String::new()),
    };
    let (text, unread) = match read {
        Ok(text) => (text, None),
        Err(fault) => (String::new(), Some(fault)),
    };
    let (mut settings, faults) = Settings::read(&text);
    let named = path.map_or(String::new(), |it| it.display().to_string());
    let faults = faults.into_iter().map(|it| format!("{named}: {it}"));
    let mut faults: Vec<String> = unread.into_iter().chain(faults).collect();
    match args.theme.as_deref().map(|it| (it, Theme::unknown(it))) {
        Some((_, Some(what))) => faults.push(format!("--theme: {what}")),
        Some((theme, None)) => settings.theme = theme.to_string(),
        None => (),
    }
    if let Some(notes) = &args.notes {
        settings.notes = notes.to_string_lossy().into_owned();
    }
    if args.no_mouse {
        settings.mouse = false;
    }
    Found { settings, faults }
}

/// The settings, what is wrong in their file told on standard error.
pub fn told(args: &Overrides) -> Settings {
    let found = find(args);
    found.faults.iter().for_each(say::aside);
    found.settings
}

/// The settings file: the one named, else the one in its usual place.
fn file(args: &Overrides) -> Option<PathBuf> {
    args.config.clone().or_else(paths::file)
}

/// What the settings name for notes that travel with their articles.
const BESIDE: &str = "beside";

/// The folder of notes on what lies at the paths: as set; else the one that travels with the articles,
/// where there is one; else the user's data folder.
///
/// # Errors
/// Notes are wanted beside articles that have no folder; there is no home folder.
pub fn notes_dir(settings: &Settings, paths: &[PathBuf]) -> Result<PathBuf> {
    match settings.notes.as_str() {
        BESIDE => dir::beside(paths).context(
            "there is no folder of articles to keep notes beside; name a folder with --notes",
        ),
        "" => {
            let there = dir::beside(paths).filter(|it| Store::is_in(it));
            there
                .or_else(dir::default_dir)
                .context("there is no home folder to keep notes in; name one with --notes")
        }
        named => Ok(named.into()),
    }
}

/// A theme file of the user's own; the dark theme where it cannot be read.
pub fn theme_file(path: &str) -> (Theme, Vec<String>) {
    match paths::read(path.as_ref()) {
        Ok(text) => {
            let (theme, faults) = Theme::read(&text);
            let named = faults.into_iter().map(|it| format!("{path}: {it}"));
            (theme, named.collect())
        }
        Err(error) => (
            Theme::named("dark").unwrap_or_else(|| Theme::read("").0),
            vec![format!("theme {path:?}: {error}; dark is used")],
        ),
    }
}

/// `variorum config …`.
///
/// # Errors
/// No home folder, a file that exists already or cannot be written.
pub fn config(what: ConfigCommand, args: &Overrides) -> Result<i32> {
    let path = file(args).context("there is no home folder for a settings file")?;
    match what {
        ConfigCommand::Path => say::out(path.display())?,
        ConfigCommand::Show { default: true } => say::out(EXAMPLE.trim_end())?,
        ConfigCommand::Show { default: false } => {
            let text = paths::text(&path).with_context(|| path.display().to_string())?;
            match text.is_empty() {
                true => say::out(EXAMPLE.trim_end())?,
                false => say::out(text.trim_end())?,
            }
        }
        ConfigCommand::Init => {
            if path.exists() {
                bail!("{} exists already; nothing was written", path.display());
            }
            paths::init(&path, EXAMPLE).with_context(|| path.display().to_string())?;
            say::out(format_args!("Written: {}", path.display()))?;
        }
        ConfigCommand::Check => return check(&path, args),
    }
    Ok(0)
}

fn check(path: &std::path::Path, args: &Overrides) -> Result<i32> {
    let mut found = find(args);
    let named = &found.settings.theme;
    if named != "auto" && Theme::named(named).is_none() {
        found.faults.extend(theme_file(named).1);
    }
    for fault in &found.faults {
        say::out(fault)?;
    }
    if found.faults.is_empty() && !path.exists() {
        say::out(format_args!(
            "{}: not there; the settings are as they come (`variorum config init` writes it)",
            path.display()
        ))?;
    } else if found.faults.is_empty() {
        say::out(format_args!("{}: no faults", path.display()))?;
    }
    Ok(i32::from(!found.faults.is_empty()))
}
