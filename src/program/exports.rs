//! Documents on standard output or in a file: the report, the notes.

use std::{
    io::{Write, stdout},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::{
    app::state::stories::filtered,
    cli::{Format, NotesFormat, Overrides},
    compare::compare_decided,
    config::settings::Settings,
    export::{choose, ending, json, markdown},
    model::{index::StoryIx, note::Notes},
    program::{open, say, settings},
    store::{journal::Store, write},
    term::document::{self, Saved},
    text::safe,
};

/// What a report is to hold.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Only the stories that these words fit.
    pub story: Option<String>,
    /// Without the reader's decisions.
    pub as_found: bool,
}

/// Prints the comparison of everything at the paths; gives 1 where no story is what was asked for.
///
/// # Errors
/// A bundle that cannot be opened, an output that cannot be written.
pub fn report(paths: &[PathBuf], format: Format, asked: &Asked, args: &Overrides) -> Result<i32> {
    let settings = settings::told(args);
    let bundle = open::bundle(paths, &settings)?;
    open::tell_skipped(&bundle);
    let notes = match asked.as_found {
        true => Notes::default(),
        false => kept(&settings, paths),
    };
    let (mut bundle, rulings) = open::decided(bundle, notes.decisions());
    if let Some(words) = &asked.story {
        bundle.stories = filtered(&bundle, words);
        if bundle.stories.is_empty() {
            let words = safe::one_line(words);
            say::aside(format_args!(
                "no story's headlines, outlets or days hold “{words}”"
            ));
            return Ok(1);
        }
    }
    let comparisons = open::comparisons(&bundle, &rulings);
    let share = settings.compare.omission;
    let text = match format {
        Format::Md => markdown::report(&bundle, &comparisons, share),
        Format::Json => json::report(&bundle, &comparisons, share),
    };
    let written = stdout().write_all(text.as_bytes());
    written.context("standard output cannot be written")?;
    Ok(0)
}

/// What the user made, where there is something; notes that cannot be read are told, and no
/// hindrance.
fn kept(settings: &Settings, paths: &[PathBuf]) -> Notes {
    let dir = settings::notes_dir(settings, paths);
    let read = dir.map_or(Ok(Notes::default()), |dir| Store::read(&dir));
    read.unwrap_or_else(|error| {
        say::aside(format_args!("without your decisions: {error:#}"));
        Notes::default()
    })
}

/// The notes on the bundle at the paths as a document; all notes where there are no paths.
///
/// # Errors
/// A bundle or a store that cannot be opened.
pub fn notes(paths: &[PathBuf], format: NotesFormat, args: &Overrides) -> Result<String> {
    let settings = settings::told(args);
    let dir = settings::notes_dir(&settings, paths)?;
    let (kept, warnings) = Store::read_told(&dir)?;
    warnings.iter().for_each(say::aside);
    let opened = match paths {
        [] => None,
        paths => {
            let bundle = open::bundle(paths, &settings)?;
            open::tell_skipped(&bundle);
            Some(open::decided(bundle, kept.decisions()))
        }
    };
    let chosen = || match &opened {
        Some((bundle, _)) => choose::on(bundle, &kept),
        None => kept.clone(),
    };
    match (ending::alone(format, chosen), &opened) {
        (Some(text), _) => Ok(text),
        (None, Some((bundle, rulings))) => {
            let compared = |at: StoryIx| compare_decided(&bundle.articles, &bundle[at], rulings);
            Ok(markdown::notes_compared(bundle, &kept, compared))
        }
        (None, None) => bail!("name the articles whose notes are to be written as Markdown"),
    }
}

/// Puts a document where it is asked for, and says where that is. An earlier export is brought up
/// to date around what the user wrote into it.
///
/// # Errors
/// A file that exists and is no export of ours, or cannot be written.
pub fn written(text: &str, output: Option<&Path>, force: bool) -> Result<i32> {
    let Some(output) = output.filter(|it| *it != Path::new("-")) else {
        stdout().write_all(text.as_bytes())?;
        return Ok(0);
    };
    let output = std::path::absolute(output)?;
    if force {
        write::replace(&output, text)?;
    } else {
        match document::save(&output, text)? {
            Saved::Written { both_stand } => {
                for it in both_stand {
                    say::out(format_args!(
                        "{it}: changed both in the file and here; both versions stand there"
                    ))?;
                }
            }
            Saved::Taken => {
                let (path, free) = (output.display(), write::free_name(&output));
                let free = free.display();
                bail!(
                    "{path} exists and was left as it is: use --force, or another name such as {free}"
                );
            }
        }
    }
    say::out(format_args!("Notes written to {}", output.display()))?;
    Ok(0)
}
