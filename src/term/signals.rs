//! Signals as events of the loop, and the terminal lent to another program.
//!
//! Told to end (TERM, HUP, INT, QUIT), the loop ends and gives the terminal back; told to stop
//! (TSTP), it gives it back first; going on after a stop that could not be seen coming (STOP), it
//! takes it anew. While an editor has the terminal, what the keyboard sends (Ctrl-C, Ctrl-\) goes
//! to both programs and is meant for the editor: it is passed over, as `system(3)` does. Ctrl-Z
//! there stops both, so that the shell is back.

use std::{
    io, process,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
    thread,
    time::Duration,
};

use signal_hook::{
    consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP},
    iterator::Signals,
    low_level::{emulate_default_handler, raise},
};

use crate::term::event::Event;

/// How long a signal of our own is waited for.
const PATIENCE: Duration = Duration::from_secs(1);

/// The thread that turns signals into events.
pub struct Watch {
    lent: Arc<AtomicBool>,
    /// One for each SIGCONT that came while the terminal was lent.
    marks: Receiver<()>,
}

impl Watch {
    /// Begins to watch; from now on no signal ends the program by itself.
    ///
    /// # Errors
    /// What the system says where signals cannot be watched.
    pub fn new(events: Sender<Event>) -> io::Result<Self> {
        let all = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT];
        let mut signals = Signals::new(all)?;
        let lent = Arc::new(AtomicBool::new(false));
        let (mark, marks) = channel();
        let watched = lent.clone();
        let watch = move || {
            for signal in signals.forever() {
                let told = match (signal, watched.load(Ordering::SeqCst)) {
                    (SIGINT | SIGQUIT, true) => Ok(()),
                    (SIGTSTP, true) => stop(),
                    (SIGCONT, true) => mark.send(()).map_err(io::Error::other),
                    (SIGTSTP, false) => events.send(Event::Stop).map_err(io::Error::other),
                    (SIGCONT, false) => events.send(Event::Resumed).map_err(io::Error::other),
                    _ => events.send(Event::End(signal)).map_err(io::Error::other),
                };
                if told.is_err() {
                    return;
                }
            }
        };
        thread::Builder::new().spawn(watch)?;
        Ok(Self { lent, marks })
    }

    /// Runs another program that has the terminal meanwhile.
    ///
    /// # Errors
    /// A program that cannot be started.
    pub fn lend(&self, command: &mut process::Command) -> io::Result<process::ExitStatus> {
        self.lent.store(true, Ordering::SeqCst);
        let status = command.status();
        // What the keyboard sent is handed on before a later SIGCONT: pending signals come in the
        // order of their numbers, and those are lower.
        while self.marks.try_recv().is_ok() {}
        if raise(SIGCONT).is_ok() {
            let _ = self.marks.recv_timeout(PATIENCE);
        }
        self.lent.store(false, Ordering::SeqCst);
        status
    }
}

/// Stops the program as Ctrl-Z would have; returns when it goes on.
///
/// # Errors
/// What the system says.
pub fn stop() -> io::Result<()> {
    emulate_default_handler(SIGTSTP)
}
