//! The terminal taken and given back: raw mode, the other screen, pastes in brackets, the mouse.
//!
//! It is given back on every way out: at the end, on an error, on a panic of the loop (by the hook,
//! before the message is printed), on a signal (by the loop), and while stopped or in an editor.

use std::{
    io::{self, BufWriter, Stdout, Write},
    panic, thread,
};

use crossterm::{
    cursor::Show,
    event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture},
    execute, queue,
    terminal::{
        BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
        disable_raw_mode, enable_raw_mode,
    },
};
use ratatui::{Frame, Terminal, backend::CrosstermBackend};

/// Threads of this name answer for their own panics: the terminal stays as it is.
pub const WORKER: &str = crate::cores::ordered::WORKER;

/// Room for a frame, so that it leaves in one write.
const ROOM: usize = 256 << 10;

type Out = CrosstermBackend<BufWriter<Stdout>>;

/// The terminal while it is ours.
pub struct Screen {
    terminal: Terminal<Out>,
}

impl Screen {
    /// Takes the terminal.
    ///
    /// # Errors
    /// No terminal, or one that does not answer.
    pub fn enter(mouse: bool) -> io::Result<Self> {
        let taken = take(mouse).and_then(|()| terminal());
        match taken {
            Ok(terminal) => Ok(Self { terminal }),
            Err(error) => {
                leave();
                Err(error)
            }
        }
    }

    /// Takes it again after a stop or an editor, and forgets what was on it.
    ///
    /// # Errors
    /// As `enter`.
    pub fn again(&mut self, mouse: bool) -> io::Result<()> {
        take(mouse)?;
        self.forget()
    }

    /// Takes it anew after a stop in which it was not given back: somebody else may have changed
    /// its modes. The other screen is still shown; to ask for it again would lose the place of the
    /// cursor on the first.
    ///
    /// # Errors
    /// As `enter`.
    pub fn retake(&mut self, taken: bool) -> io::Result<()> {
        disable_raw_mode()?;
        enable_raw_mode()?;
        execute!(io::stdout(), EnableBracketedPaste)?;
        mouse(taken)?;
        self.forget()
    }

    /// The next frame is drawn whole. Not `Terminal::clear`, which asks the terminal for its
    /// cursor and fails where there is no answer.
    ///
    /// # Errors
    /// A terminal that is gone.
    pub fn forget(&mut self) -> io::Result<()> {
        self.terminal = terminal()?;
        execute!(
            io::stdout(),
            crossterm::terminal::Clear(crossterm::terminal::ClearType::All)
        )
    }

    /// Draws one frame, in one piece where the terminal can.
    ///
    /// # Errors
    /// A terminal that is gone.
    pub fn draw(&mut self, paint: impl FnOnce(&mut Frame)) -> io::Result<()> {
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        self.terminal.draw(paint)?;
        queue!(self.terminal.backend_mut(), EndSynchronizedUpdate)?;
        self.terminal.backend_mut().flush()
    }

    /// Takes the mouse, or gives it to the terminal.
    ///
    /// # Errors
    /// A terminal that is gone.
    pub fn mouse(&mut self, taken: bool) -> io::Result<()> {
        mouse(taken)
    }
}

fn terminal() -> io::Result<Terminal<Out>> {
    Terminal::new(CrosstermBackend::new(BufWriter::with_capacity(
        ROOM,
        io::stdout(),
    )))
}

fn take(taken: bool) -> io::Result<()> {
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
    mouse(taken)
}

fn mouse(taken: bool) -> io::Result<()> {
    if taken {
        execute!(io::stdout(), EnableMouseCapture)
    } else {
        execute!(io::stdout(), DisableMouseCapture)
    }
}

/// Gives the terminal back; harmless where it was not taken, or is gone.
pub fn leave() {
    let _ = execute!(
        io::stdout(),
        EndSynchronizedUpdate,
        DisableMouseCapture,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        Show
    );
    let _ = disable_raw_mode();
}

/// From now on a panic gives the terminal back before its message is printed. Once a run.
pub fn guard() {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if thread::current().name() != Some(WORKER) {
            leave();
            before(panic);
        }
    }));
}
