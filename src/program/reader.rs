//! The interactive reader: settings, bundle, notes and the last session, then the terminal.

use std::{path::PathBuf, thread};

use anyhow::Result;

use crate::{
    app::state::{
        app::{App, Weight},
        session::Session,
    },
    config::{settings::Settings, theme::Theme},
    model::bundle::Bundle,
    program::{open, settings},
    store::{dir::beside, journal::Store, session},
    term::{
        light,
        run::{run, terminal_size},
        runner::{Start, coloured, shaded},
    },
};

/// Runs the reader on the paths; gives the exit code.
///
/// # Errors
/// A bundle that cannot be opened, a terminal that cannot be taken.
pub fn read(paths: &[PathBuf], args: &crate::cli::Overrides) -> Result<i32> {
    let settings::Found {
        mut settings,
        mut faults,
    } = settings::find(args);
    // The terminal takes its time to answer; meanwhile the articles are read.
    let asked = (settings.theme == "auto").then(|| thread::spawn(light::theme));
    let bundle = open::bundle(paths, &settings);
    let ground = asked.and_then(|it| it.join().ok()).unwrap_or("dark");
    let bundle = bundle?;
    let dir = settings::notes_dir(&settings, paths);
    let opened = dir.as_ref().map_err(ToString::to_string);
    let opened = opened.and_then(|dir| Store::open(dir).map_err(|error| format!("{error:#}")));
    let (store, notes, told) = match opened {
        Ok(it) => {
            let told = it.warnings.into_iter().chain(it.read_only);
            (Ok(it.store), it.notes, told.collect())
        }
        Err(why) => (
            Err(why.clone()),
            Default::default(),
            vec![format!("Notes cannot be kept: {why}")],
        ),
    };
    faults.extend(told);
    let beside = dir
        .as_ref()
        .is_ok_and(|it| Some(it) == beside(paths).as_ref());
    let key = open::key(paths, beside);
    let kept = dir.as_ref().ok().and_then(|dir| session::load(dir, &key));
    let kept = kept.map(Session::read).unwrap_or_default();
    let theme = theme(&mut settings, &kept, ground, &mut faults);
    let coloured = coloured(&settings);
    let demo = paths.is_empty();
    let mut app = App::new(bundle, notes, settings, terminal_size());
    app.restore(kept);
    greet(&mut app, demo, &faults);
    if app.message.is_none()
        && let Some(told) = app.notes_in_need()
    {
        app.warn(told);
    }
    if beside && app.message.is_none() {
        app.say("Notes are kept beside these articles, in the folder .variorum");
    }
    run(Start {
        app,
        theme: shaded(theme, coloured),
        coloured,
        store,
        key,
    })
}

/// The theme of the settings; what the reader last chose where they say `auto`.
fn theme(settings: &mut Settings, kept: &Session, ground: &str, faults: &mut Vec<String>) -> Theme {
    if settings.theme == "auto" {
        let chosen = kept.theme.clone().filter(|it| it != "auto");
        settings.theme = chosen.unwrap_or_else(|| ground.to_string());
    }
    if let Some(theme) = Theme::named(&settings.theme) {
        return theme;
    }
    let (theme, wrong) = settings::theme_file(&settings.theme);
    faults.extend(wrong);
    theme
}

/// The first line at the foot: what is wrong, else how to open one's own articles.
fn greet(app: &mut App, demo: bool, faults: &[String]) {
    let skipped = skipped(&app.known.bundle);
    match faults {
        [] if demo => app.say("This is the demo. Open your own articles with: variorum FOLDER"),
        [] if 0 < skipped => app.tell(
            format!("{skipped} files or lines could not be read; W tells which"),
            Weight::Warning,
        ),
        [] => (),
        [one] => app.tell(one.clone(), Weight::Warning),
        [one, more @ ..] => app.tell(
            format!("{one} (and {} more: variorum config check)", more.len()),
            Weight::Warning,
        ),
    }
}

fn skipped(bundle: &Bundle) -> usize {
    bundle.warnings.iter().filter(|it| it.skipped).count()
}
