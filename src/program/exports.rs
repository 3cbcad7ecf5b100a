//! Documents on standard output or in a file: the report, the notes.

use std::{
    collections::BTreeMap,
    io::{Write, stdout},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::{
    cli::{Format, Overrides},
    export::{json, markdown},
    model::index::StoryIx,
    program::{open, settings},
    store::{journal::Store, write},
};

/// Prints the comparison of everything at the paths.
///
/// # Errors
/// A bundle that cannot be opened, an output that cannot be written.
pub fn report(paths: &[PathBuf], format: Format) -> Result<i32> {
    let bundle = open::bundle(paths)?;
    open::tell_skipped(&bundle);
    let comparisons = open::comparisons(&bundle);
    let text = match format {
        Format::Md => markdown::report(&bundle, &comparisons),
        Format::Json => json::report(&bundle, &comparisons),
    };
    stdout().write_all(text.as_bytes())?;
    Ok(0)
}

/// Writes the notes on the bundle at the paths as Markdown.
///
/// # Errors
/// A bundle or a store that cannot be opened, a file that exists or cannot be written.
pub fn notes(
    paths: &[PathBuf],
    output: Option<&Path>,
    force: bool,
    args: &Overrides,
) -> Result<i32> {
    let settings = settings::find(args).settings;
    let bundle = open::bundle(paths)?;
    open::tell_skipped(&bundle);
    let dir = settings::notes_dir(&settings).context("there is no folder of notes")?;
    let opened = Store::open(&dir)?;
    for warning in &opened.warnings {
        eprintln!("variorum: {warning}");
    }
    let named = |title: &str| opened.notes.iter().any(|it| it.story == title);
    let comparisons: BTreeMap<StoryIx, _> = bundle
        .stories
        .iter()
        .enumerate()
        .filter(|(_, it)| named(&it.title))
        .map(|(at, it)| (StoryIx(at), crate::compare::compare(&bundle.articles, it)))
        .collect();
    let text = markdown::notes(&bundle, &comparisons, &opened.notes);
    let Some(output) = output else {
        stdout().write_all(text.as_bytes())?;
        return Ok(0);
    };
    let output = std::path::absolute(output)?;
    if force {
        write::replace(&output, &text)?;
    } else if let write::Written::Taken { path, free } = write::write_new(&output, &text)? {
        let (path, free) = (path.display(), free.display());
        bail!("{path} exists and was left as it is: use --force, or another name such as {free}");
    }
    println!("Notes written to {}", output.display());
    Ok(0)
}
