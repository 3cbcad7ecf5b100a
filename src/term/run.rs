//! The loop: one channel of events, slept on; a frame after each burst of them.
//!
//! A thread reads the terminal, one event at a time, and waits to be told to go on: so it never
//! holds the terminal while an editor has it or the program is stopped. Other threads turn signals
//! into events (`signals`) and tell when the terminal is gone (`lost`).
//!
//! The terminal may have another size when a frame is drawn than when its change was told, so the
//! app hears of the size of each frame before it draws into it.

use std::{
    io::{self, Write},
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use crossterm::terminal::size;
use signal_hook::consts::SIGHUP;

use crate::{
    app::{effect::Outcome, state::app::Weight},
    term::{
        editor, elsewhere,
        event::{Event, translate},
        loading::{Loading, Reins},
        lost,
        runner::{Runner, Start, Wish},
        screen::{Screen, WORKER, guard, leave},
        signals::{self, Watch},
    },
};

/// Panics of the library that reads the terminal that are borne.
const PANICS: usize = 1000;
/// How long results of background work are gathered before they are drawn.
const GATHER: Duration = Duration::from_millis(60);
/// How long what is being typed waits to be kept as a draft.
const DRAFT: Duration = Duration::from_secs(2);

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
    for key in &start.typed {
        let _ = sender.send(Event::Typed(*key));
    }
    guard();
    let mut runner = Runner::new(start, sender.clone());
    // Before the terminal is taken, so that no signal can leave it taken.
    let signals = Watch::new(sender.clone()).context("cannot watch signals")?;
    let screen = Screen::enter(mouse).context("cannot take the terminal")?;
    lost::watch(sender.clone());
    if let Some(journal) = runner.journal() {
        elsewhere::watch(journal, sender.clone());
    }
    let mut taken = Taken {
        screen,
        signals,
        go_on: read(sender.clone()),
        reading: loading.map(|it| it.tell(sender)),
    };
    let ended = catch_unwind(AssertUnwindSafe(|| turn(&mut runner, &mut taken, &events)));
    leave();
    // After a panic too: what was being typed comes back as a draft.
    if let Some(told) = runner.keep() {
        let _ = writeln!(io::stderr(), "variorum: {told}");
    }
    // The system takes the memory of a large bundle back faster than it could be given.
    std::mem::forget(runner);
    ended.unwrap_or_else(|panic| resume_unwind(panic))
}

/// What the loop holds of the terminal, and of the threads it has started.
struct Taken {
    screen: Screen,
    signals: Watch,
    /// Lets the next event be read.
    go_on: Sender<()>,
    reading: Option<Reins>,
}

fn turn(runner: &mut Runner, taken: &mut Taken, events: &Receiver<Event>) -> Result<i32> {
    // The first frame comes before any work that it does not need.
    taken.screen.draw(|frame| runner.draw_fitted(frame))?;
    taken.reading.iter().for_each(Reins::begin);
    runner.settle();
    let mut due: Option<Instant> = None;
    loop {
        // What is being typed is kept soon after, so that no sudden end takes much of it.
        let unkept = runner.app.has_unkept();
        due = unkept.then(|| due.unwrap_or_else(|| Instant::now() + DRAFT));
        let mut next = match due.map(|it| it.saturating_duration_since(Instant::now())) {
            None => Some(events.recv()?),
            Some(left) => match events.recv_timeout(left) {
                Ok(event) => Some(event),
                Err(RecvTimeoutError::Timeout) => None,
                Err(error) => bail!(error),
            },
        };
        if due.is_some_and(|it| it <= Instant::now())
            && let Some(told) = runner.keep()
        {
            runner.app.tell(told, Weight::Error);
        }
        // Results of background work are gathered for a moment and shown together; all else at once.
        let mut patience = Some(Instant::now() + GATHER);
        while let Some(event) = next {
            #[cfg(debug_assertions)]
            provoke(&event);
            let told = matches!(event, Event::Told(_));
            let read = event.is_read();
            let code = match event {
                Event::End(signal) => 128 + signal,
                Event::Lost => 128 + SIGHUP,
                _ => 0,
            };
            for wish in runner.handle(event) {
                match wish {
                    Wish::Quit => return Ok(code),
                    Wish::Fail(why) => bail!(why),
                    wish => grant(wish, runner, taken)?,
                }
            }
            if read {
                let _ = taken.go_on.send(());
            }
            patience = patience.filter(|_| told);
            let left = patience.map(|it| it.saturating_duration_since(Instant::now()));
            next = match left {
                Some(left) => events.recv_timeout(left).ok(),
                None => events.try_recv().ok(),
            };
        }
        taken.screen.draw(|frame| runner.draw_fitted(frame))?;
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

fn grant(wish: Wish, runner: &mut Runner, taken: &mut Taken) -> Result<()> {
    let screen = &mut taken.screen;
    let mouse = runner.app.pointer.taken;
    match wish {
        Wish::Quit | Wish::Fail(_) => (),
        Wish::StopReading => taken.reading.iter().for_each(|it| it.progress.stop()),
        Wish::Redraw => screen.forget()?,
        Wish::Mouse(taken) => screen.mouse(taken)?,
        Wish::Suspend => {
            runner.keep();
            leave();
            let _ = signals::stop();
            screen.again(mouse)?;
            runner.handle(Event::Resize(terminal_size()));
        }
        Wish::Retake => {
            screen.retake(mouse)?;
            runner.handle(Event::Resize(terminal_size()));
        }
        Wish::Edit(text) => {
            leave();
            let told = match editor::edit(&text, &runner.app.settings.editor, &taken.signals) {
                Ok(text) => Outcome::Edited(text),
                Err(error) => Outcome::Failed(format!("{error:#}")),
            };
            // Before the terminal is asked for: where it is gone, the text is kept as a draft.
            runner.handle(Event::Told(told));
            screen.again(mouse)?;
            runner.handle(Event::Resize(terminal_size()));
        }
    }
    Ok(())
}

/// Reads the terminal, an event at a time; what is sent back lets it read the next. Where reading
/// ends, be it in a panic, the loop is told.
fn read(events: Sender<Event>) -> Sender<()> {
    let (go_on, granted) = channel();
    let lost = events.clone();
    let reader = thread::Builder::new().name(WORKER.to_string());
    let started = reader.spawn(move || {
        read_on(&events, &granted);
        let _ = events.send(Event::Lost);
    });
    if started.is_err() {
        let _ = lost.send(Event::Lost);
    }
    go_on
}

/// Until there is nothing more to read. What cannot be understood is passed over: crossterm panics
/// on some reports of a mouse that no mouse makes.
fn read_on(events: &Sender<Event>, granted: &Receiver<()>) {
    let mut panics = 0;
    while panics < PANICS {
        let event = match catch_unwind(crossterm::event::read) {
            Ok(Ok(raw)) => translate(raw),
            Ok(Err(_)) => return,
            Err(_) => {
                panics += 1;
                None
            }
        };
        let Some(event) = event else {
            continue;
        };
        if events.send(event).is_err() || granted.recv().is_err() {
            return;
        }
    }
}
