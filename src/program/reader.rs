//! The interactive reader: settings, bundle, notes and the last session, then the terminal.

use std::{
    path::PathBuf,
    sync::{Arc, mpsc::channel},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Result, bail};

use crate::{
    app::state::{
        app::{App, Weight},
        session::Session,
    },
    bundle::{self, Progress},
    config::{settings::Settings, theme::Theme},
    cores::yielding,
    model::bundle::Bundle,
    program::{open, settings},
    store::{dir::beside, journal::Store, session},
    term::{
        light,
        loading::{Found, Loading},
        run::{run, terminal_size},
        runner::{Start, coloured, shaded},
        screen::WORKER,
    },
};

/// How long the first frame waits for the bundle.
const MOMENT: Duration = Duration::from_millis(8);
/// Bytes that cannot be read in that time: reading them must not hold the first frame up.
const MUCH: u64 = 1 << 20;

/// Runs the reader on the paths; gives the exit code.
///
/// # Errors
/// A bundle that cannot be opened, a terminal that cannot be taken.
pub fn read(paths: &[PathBuf], args: &crate::cli::Overrides) -> Result<i32> {
    if std::env::var("TERM").is_ok_and(|it| it == "dumb") {
        bail!(
            "this terminal draws no screens (TERM=dumb); `variorum report` prints the comparison"
        );
    }
    let settings::Found {
        mut settings,
        mut faults,
    } = settings::find(args);
    // The terminal takes its time to answer; meanwhile the articles are read.
    let asked = (settings.theme == "auto").then(|| thread::Builder::new().spawn(light::ask));
    let loading = load(paths, &settings);
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
    // Without a thread nothing is asked, and the ground is taken to be dark.
    let ground = asked.and_then(|it| it.ok()?.join().ok());
    let ground = ground.unwrap_or_default();
    let beside = dir
        .as_ref()
        .is_ok_and(|it| Some(it) == beside(paths).as_ref());
    let key = open::key(paths, beside);
    let kept = dir.as_ref().ok().and_then(|dir| session::load(dir, &key));
    let kept = kept.map(Session::read).unwrap_or_default();
    let theme = theme(&mut settings, &kept, ground.theme(), &mut faults);
    let coloured = coloured(&settings);
    let demo = paths.is_empty();
    let (bundle, loading) = at_once(loading)?;
    let mut app = App::new(bundle, notes, settings, terminal_size());
    app.known.reading = loading.as_ref().map(Loading::gauge);
    app.restore(kept);
    app.known.demo = demo;
    greet(&mut app, &faults);
    app.tell_needs();
    if beside && app.message.is_none() {
        app.say("Notes are kept beside these articles, in the folder .variorum");
    }
    let start = Start {
        app,
        theme: shaded(theme, coloured),
        coloured,
        store,
        key,
        typed: ground.typed,
    };
    run(start, loading)
}

/// Has the articles read by a thread of its own.
fn load(paths: &[PathBuf], settings: &Settings) -> Loading {
    let progress = Arc::new(Progress::summing());
    let (sender, found) = channel();
    let (begin, begun) = channel();
    let loading = Loading {
        progress: progress.clone(),
        found,
        since: Instant::now(),
        begin,
    };
    let (paths, settings) = (paths.to_vec(), settings.clone());
    let read = move || {
        yielding::give_way();
        let listed = bundle::listing(&paths, &settings.limits);
        if listed.is_some_and(|(_, bytes)| MUCH < bytes) {
            let _ = sender.send(Found::Later);
            let _ = begun.recv();
        }
        // Held until all is read, so that the loop never has to give back so much memory.
        let mut parts: Vec<Arc<Bundle>> = Vec::new();
        let mut part = |it: Bundle| {
            let it = Arc::new(it);
            parts.push(it.clone());
            let _ = sender.send(Found::Part(it));
        };
        match open::bundle_told(&paths, &settings, &progress, Some(&mut part)) {
            Ok(opened) => {
                let _ = sender.send(Found::Whole(opened.bundle.clone()));
                opened.keep();
            }
            Err(error) => drop(sender.send(Found::Nothing(format!("{error:#}")))),
        }
    };
    // A panic ends the thread, which hangs up: the loop then says so. So does a missing thread.
    let _ = thread::Builder::new().name(WORKER.to_string()).spawn(read);
    loading
}

/// The bundle where it is there within a moment, else an empty one and the rest on its way: a small
/// bundle is not shown as being read.
fn at_once(loading: Loading) -> Result<(Arc<Bundle>, Option<Loading>)> {
    match loading.found.recv_timeout(MOMENT) {
        Ok(Found::Whole(bundle)) => Ok((bundle, None)),
        Ok(Found::Part(bundle)) => Ok((bundle, Some(loading))),
        Ok(Found::Nothing(why)) => bail!(why),
        Ok(Found::Later) | Err(_) => Ok((Arc::default(), Some(loading))),
    }
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

/// The first line at the foot: what is wrong, where anything is.
fn greet(app: &mut App, faults: &[String]) {
    match faults {
        [] => app.tell_skipped(),
        [one] => app.tell(one.clone(), Weight::Warning),
        [one, other] => app.tell(format!("{one}; {other}"), Weight::Warning),
        [one, other, more @ ..] => app.tell(
            format!(
                "{one}; {other}; and {} more (those of the settings: variorum config check)",
                more.len()
            ),
            Weight::Warning,
        ),
    }
}
