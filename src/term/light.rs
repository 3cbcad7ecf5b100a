//! Whether the terminal's ground is dark or light, asked only where asking is safe.
//!
//! An answer that comes late is read as typed keys, so the question is put only to a terminal
//! that answers for itself (not through tmux, screen or SSH), before keys are read, and waited
//! for briefly. With the question (OSC 11) goes one that every terminal answers (DA1): where that
//! answer comes alone, there will be no other. Both answers are read to their ends in whatever
//! order they come; the crates for this leave the rest of an answer behind where the order is not
//! the usual one. Elsewhere `COLORFGBG` is believed, else the ground is taken to be dark.

use std::{
    env, fs,
    io::{self, IsTerminal},
    time::{Duration, Instant},
};

use crate::{input::key::Key, term::ahead};

/// As long as a terminal is waited for.
const PATIENCE: Duration = Duration::from_millis(80);
/// As long as the other answer is waited for once DA1 has come.
const GRACE: Duration = Duration::from_millis(20);

/// What the terminal told.
#[derive(Debug, Default)]
pub struct Told {
    /// Whether its ground is light.
    pub light: bool,
    /// What was typed while it was waited for.
    pub typed: Vec<Key>,
}

impl Told {
    /// The name of the theme for this terminal.
    pub fn theme(&self) -> &'static str {
        if self.light { "light" } else { "dark" }
    }
}

/// Finds out what the ground is.
pub fn ask() -> Told {
    let told = env::var("COLORFGBG").ok();
    if let Some(light) = told.as_deref().and_then(by_number) {
        return Told {
            light,
            ..Told::default()
        };
    }
    let heard = if safe() { asked() } else { None }.unwrap_or_default();
    Told {
        light: by_answer(&heard).unwrap_or(false),
        typed: ahead::keys(&heard),
    }
}

/// `15;0` says light letters on black: the last number is the ground.
fn by_number(told: &str) -> Option<bool> {
    let ground: u8 = told.rsplit(';').next()?.parse().ok()?;
    Some(ground == 7 || (9..=15).contains(&ground))
}

fn safe() -> bool {
    let through = ["TMUX", "STY", "SSH_CONNECTION", "SSH_TTY", "NO_COLOR"];
    let dumb = env::var("TERM").is_ok_and(|it| it == "dumb" || it.starts_with("linux"));
    io::stdin().is_terminal()
        && io::stdout().is_terminal()
        && !dumb
        && through.iter().all(|it| env::var_os(it).is_none())
}

/// Everything the terminal answered, as far as it came in time.
#[cfg(unix)]
fn asked() -> Option<Vec<u8>> {
    crossterm::terminal::enable_raw_mode().ok()?;
    let heard = listen().ok();
    let _ = crossterm::terminal::disable_raw_mode();
    heard
}

#[cfg(not(unix))]
fn asked() -> Option<Vec<u8>> {
    None
}

#[cfg(unix)]
fn listen() -> io::Result<Vec<u8>> {
    use std::io::Write;

    let mut terminal = fs::OpenOptions::new()
        .read(true)
        .write(true)
        .open("/dev/tty")?;
    terminal.write_all(b"\x1b]11;?\x1b\\\x1b[c")?;
    hear(terminal)
}

/// What comes until both answers are there, the time is over or the terminal is gone.
#[cfg(unix)]
fn hear(mut terminal: impl io::Read + std::os::fd::AsFd) -> io::Result<Vec<u8>> {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};

    let mut end = Instant::now() + PATIENCE;
    let mut heard = Vec::new();
    loop {
        match (colour(&heard).is_some(), identity(&heard)) {
            (true, true) => return Ok(heard),
            (false, true) => end = end.min(Instant::now() + GRACE),
            _ => (),
        }
        let left = end.saturating_duration_since(Instant::now());
        let wait = Timespec::try_from(left).map_err(io::Error::other)?;
        let mut asked = [PollFd::new(&terminal, PollFlags::IN)];
        if left.is_zero() || poll(&mut asked, Some(&wait))? == 0 {
            return Ok(heard);
        }
        let mut room = [0; 256];
        match terminal.read(&mut room)? {
            // A terminal that is gone can be read for ever, and gives nothing.
            0 => return Ok(heard),
            read => heard.extend_from_slice(&room[..read]),
        }
    }
}

/// The colour in an answer to OSC 11, without its frame; `None` where it is not all there.
fn colour(heard: &[u8]) -> Option<&str> {
    let heard = std::str::from_utf8(heard).ok()?;
    let (_, from) = heard.split_once("\x1b]11;")?;
    let end = from.find('\x07').or(from.find("\x1b\\"))?;
    from.get(..end)
}

/// Whether the answer to DA1, `ESC [ ? … c`, is all there.
fn identity(heard: &[u8]) -> bool {
    let from = heard.windows(3).position(|it| it == b"\x1b[?");
    from.is_some_and(|from| heard[from..].contains(&b'c'))
}

/// Light where the mean of red, green and blue lies in the upper half: `rgb:ffff/ffff/ffff`.
fn by_answer(heard: &[u8]) -> Option<bool> {
    let (_, parts) = colour(heard)?.split_once(':')?;
    let part = |it: &str| {
        let most = 16u32
            .checked_pow(u32::try_from(it.len()).ok()?)?
            .checked_sub(1)?;
        let value = u32::from_str_radix(it, 16).ok()?;
        (0 < most).then(|| f64::from(value) / f64::from(most))
    };
    let parts: Vec<f64> = parts.split('/').take(3).map(part).collect::<Option<_>>()?;
    (parts.len() == 3).then(|| 1.5 < parts.iter().sum::<f64>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read_in_any_order_and_to_their_ends() {
        let (white, black) = (
            "\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
            "\x1b]11;rgb:14/14/14\x07",
        );
        let identified = "\x1b[?62;22c";
        for (heard, light, done) in [
            (format!("{white}{identified}"), Some(true), true),
            (format!("{identified}{white}"), Some(true), true),
            (format!("{black}{identified}"), Some(false), true),
            (identified.to_string(), None, true),
            (white.trim_end_matches('\\').to_string(), None, false),
            ("\x1b[?62;2".to_string(), None, false),
            ("\x1b]11;rgb:what/is/this\x07".to_string(), None, false),
        ] {
            assert_eq!(by_answer(heard.as_bytes()), light, "{heard:?}");
            assert_eq!(identity(heard.as_bytes()), done, "{heard:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_terminal_that_is_gone_is_not_listened_to() {
        let (here, there) = std::os::unix::net::UnixStream::pair().unwrap();
        drop(there);
        assert_eq!(hear(here).unwrap(), b"");
    }

    #[cfg(unix)]
    #[test]
    fn a_terminal_that_never_ends_is_listened_to_for_a_moment() {
        let endless = fs::File::open("/dev/zero").unwrap();
        assert!(!hear(endless).unwrap().is_empty());
    }

    #[test]
    fn the_ground_is_the_last_number() {
        assert_eq!(by_number("15;0"), Some(false));
        assert_eq!(by_number("0;default;15"), Some(true));
        assert_eq!(by_number("0;7"), Some(true));
        assert_eq!(by_number("what"), None);
    }
}
