//! Whether the terminal is still there. crossterm reads a terminal that was taken away over and
//! over, at full speed and without an error; so it is watched beside it, asleep until it goes.

use std::{sync::mpsc::Sender, thread};

use crate::term::event::Event;

/// Sends [`Event::Lost`] once the terminal is gone.
pub fn watch(events: Sender<Event>) {
    // Without a thread a terminal that goes is told by its signal alone.
    let _ = thread::Builder::new().spawn(move || {
        if is_gone() {
            let _ = events.send(Event::Lost);
        }
    });
}

/// Sleeps until the terminal goes; false where that cannot be told.
#[cfg(unix)]
fn is_gone() -> bool {
    use std::{
        fs::File,
        io::{self, IsTerminal},
        os::fd::AsFd,
    };

    use rustix::event::{PollFd, PollFlags, poll};

    // The one that keys are read from.
    let stdin = io::stdin();
    let opened = match stdin.is_terminal() {
        true => None,
        false => File::open("/dev/tty").ok(),
    };
    let terminal = match &opened {
        Some(file) => file.as_fd(),
        None => stdin.as_fd(),
    };
    loop {
        // Asked for nothing, it still tells of an end.
        let mut asked = [PollFd::from_borrowed_fd(terminal, PollFlags::empty())];
        let done = poll(&mut asked, None);
        let told = asked[0].revents();
        match done {
            Err(rustix::io::Errno::INTR) => (),
            Ok(_) if told.intersects(PollFlags::HUP | PollFlags::ERR) => return true,
            _ => return false,
        }
    }
}

#[cfg(not(unix))]
fn is_gone() -> bool {
    false
}
