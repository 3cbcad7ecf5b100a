//! The loop: one channel of events, slept on; a frame after each burst of them.
//!
//! A thread reads the terminal, one event at a time, and waits to be told to go on: so it never
//! holds the terminal while an editor has it or the program is stopped. Another thread turns
//! signals into events.

use std::{
    fs, io,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    process,
    sync::{
        Arc,
        mpsc::{Receiver, Sender, channel},
    },
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use crossterm::terminal::size;
use signal_hook::{
    consts::{SIGHUP, SIGINT, SIGTERM},
    iterator::Signals,
};

use crate::{
    app::effect::Outcome,
    bundle::Progress,
    term::{
        event::{Event, translate},
        loading::Loading,
        runner::{Runner, Start, Wish},
        screen::{Screen, guard, leave},
    },
};

/// How long results of background work are gathered before they are drawn.
const GATHER: Duration = Duration::from_millis(60);

/// Columns and rows of the terminal; 80 by 24 where it does not say.
pub fn terminal_size() -> (u16, u16) {
    size().unwrap_or((80, 24))
}

/// Runs the reader until it is left, with a bundle that may still be on its way; gives the exit code: 0, or 128 and the number of the signal
/// that ended it. The terminal is given back before it returns, whatever happens.
///
/// # Errors
/// A terminal that cannot be taken or drawn to; a bundle that cannot be opened.
pub fn run(start: Start, loading: Option<Loading>) -> Result<i32> {
    let (sender, events) = channel();
    let mouse = start.app.pointer.taken;
    guard();
    let mut runner = Runner::new(start, sender.clone());
    // Before the terminal is taken, so that no signal can leave it taken.
    watch(sender.clone())?;
    let mut screen = Screen::enter(mouse).context("cannot take the terminal")?;
    let reins = Reins {
        go_on: read(sender.clone()),
        reading: loading.map(|it| it.tell(sender)),
    };
    let ended = catch_unwind(AssertUnwindSafe(|| {
        turn(&mut runner, &mut screen, &events, &reins)
    }));
    leave();
    // After a panic too: what was being typed comes back as a draft.
    runner.keep();
    ended.unwrap_or_else(|panic| resume_unwind(panic))
}

/// What holds the threads that the loop has started.
struct Reins {
    /// Lets the terminal be read on.
    go_on: Sender<()>,
    /// Stops the reading of the bundle.
    reading: Option<Arc<Progress>>,
}

fn turn(
    runner: &mut Runner,
    screen: &mut Screen,
    events: &Receiver<Event>,
    reins: &Reins,
) -> Result<i32> {
    // The first frame comes before any work that it does not need.
    screen.draw(|frame| runner.draw(frame))?;
    runner.settle();
    loop {
        let mut next = Some(events.recv()?);
        // Results of background work are gathered for a moment and shown together; all else at once.
        let mut patience = Some(Instant::now() + GATHER);
        while let Some(event) = next {
            #[cfg(debug_assertions)]
            provoke(&event);
            let told = matches!(event, Event::Told(_));
            let typed = !told && !matches!(event, Event::Stop(_) | Event::Broken(_));
            let code = match event {
                Event::Stop(signal) => 128 + signal,
                Event::Lost => 128 + SIGHUP,
                _ => 0,
            };
            for wish in runner.handle(event) {
                match wish {
                    Wish::Quit => return Ok(code),
                    Wish::Fail(why) => bail!(why),
                    Wish::StopReading => reins.stop_reading(),
                    wish => grant(wish, runner, screen)?,
                }
            }
            if typed {
                let _ = reins.go_on.send(());
            }
            patience = patience.filter(|_| told);
            let left = patience.map(|it| it.saturating_duration_since(Instant::now()));
            next = match left {
                Some(left) => events.recv_timeout(left).ok(),
                None => events.try_recv().ok(),
            };
        }
        screen.draw(|frame| runner.draw(frame))?;
    }
}

impl Reins {
    fn stop_reading(&self) {
        if let Some(progress) = &self.reading {
            progress.stop();
        }
    }
}

/// Pasting what VARIORUM_TEST_PANIC holds makes the loop panic, so that the way out of a panic can
/// be tried on the real program. Only in builds for development.
#[cfg(debug_assertions)]
fn provoke(event: &Event) {
    let asked = std::env::var("VARIORUM_TEST_PANIC").ok();
    if let (Event::Paste(text), Some(asked)) = (event, asked) {
        assert_ne!(*text, asked, "a panic was asked for");
    }
}

fn grant(wish: Wish, runner: &mut Runner, screen: &mut Screen) -> Result<()> {
    let mouse = runner.app.pointer.taken;
    match wish {
        Wish::Quit | Wish::Fail(_) | Wish::StopReading => (),
        Wish::Redraw => screen.forget()?,
        Wish::Mouse(taken) => screen.mouse(taken)?,
        Wish::Suspend => {
            runner.keep();
            leave();
            suspend();
            screen.again(mouse)?;
            runner.handle(Event::Resize(terminal_size()));
        }
        Wish::Edit(text) => {
            leave();
            let told = match edit(&text, &runner.app.settings.editor) {
                Ok(text) => Outcome::Edited(text),
                Err(error) => Outcome::Failed(format!("{error:#}")),
            };
            screen.again(mouse)?;
            runner.handle(Event::Resize(terminal_size()));
            runner.handle(Event::Told(told));
        }
    }
    Ok(())
}

/// Stops the program as Ctrl-Z would have; returns when it goes on.
fn suspend() {
    #[cfg(unix)]
    let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP);
}

/// Opens a text in the user's editor and gives back what was written.
fn edit(text: &str, setting: &str) -> Result<String> {
    let named = |name| std::env::var(name).ok().filter(|it| !it.trim().is_empty());
    let setting = Some(setting.to_string()).filter(|it| !it.trim().is_empty());
    let Some(line) = setting.or(named("VISUAL")).or(named("EDITOR")) else {
        bail!("no editor is named: set $VISUAL, $EDITOR, or `editor` in the settings");
    };
    let words = shlex::split(&line).unwrap_or_default();
    let Some((program, arguments)) = words.split_first() else {
        bail!("the editor's name cannot be read: {line}");
    };
    let mut file = tempfile::Builder::new()
        .prefix("variorum-note-")
        .suffix(".md")
        .tempfile()
        .context("cannot make a file for the editor")?;
    io::Write::write_all(&mut file, text.as_bytes()).context("cannot write for the editor")?;
    let status = process::Command::new(program)
        .args(arguments)
        .arg(file.path())
        .status()
        .with_context(|| format!("cannot start the editor {program:?}"))?;
    if !status.success() {
        bail!("the editor {program:?} ended with {status}; the note is as it was");
    }
    fs::read_to_string(file.path()).context("cannot read what the editor wrote")
}

/// Reads the terminal, an event at a time; what is sent back lets it read the next.
fn read(events: Sender<Event>) -> Sender<()> {
    let (go_on, granted) = channel();
    thread::spawn(move || {
        loop {
            let event = match crossterm::event::read() {
                Ok(raw) => match translate(raw) {
                    Some(event) => event,
                    None => continue,
                },
                Err(_) => Event::Lost,
            };
            let lost = matches!(event, Event::Lost);
            if events.send(event).is_err() || lost || granted.recv().is_err() {
                return;
            }
        }
    });
    go_on
}

/// Signals that ask the program to end become events.
fn watch(events: Sender<Event>) -> Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT]).context("cannot watch signals")?;
    thread::spawn(move || {
        for signal in signals.forever() {
            if events.send(Event::Stop(signal)).is_err() {
                return;
            }
        }
    });
    Ok(())
}
