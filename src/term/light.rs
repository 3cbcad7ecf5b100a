//! Whether the terminal's ground is dark or light, asked only where asking is safe.
//!
//! An answer that comes late is read as typed keys, so the question is put only to a terminal
//! that answers for itself (not through tmux, screen or SSH), before keys are read, and waited
//! for briefly. Elsewhere `COLORFGBG` is believed, else the ground is taken to be dark.

use std::{
    env,
    io::{self, IsTerminal},
    time::Duration,
};

use terminal_colorsaurus::{QueryOptions, background_color};

/// As long as a terminal is waited for.
const PATIENCE: Duration = Duration::from_millis(80);

/// The name of the theme for this terminal: `dark` or `light`.
pub fn theme() -> &'static str {
    let told = env::var("COLORFGBG").ok();
    if let Some(light) = told.as_deref().and_then(by_number) {
        return name(light);
    }
    if !safe() {
        return name(false);
    }
    let mut options = QueryOptions::default();
    options.timeout = PATIENCE;
    // The ground alone: letters are asked for by nobody, and some terminals answer out of order.
    let ground = background_color(options);
    name(ground.is_ok_and(|it| 0.5 < it.perceived_lightness()))
}

fn name(light: bool) -> &'static str {
    if light { "light" } else { "dark" }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ground_is_the_last_number() {
        assert_eq!(by_number("15;0"), Some(false));
        assert_eq!(by_number("0;default;15"), Some(true));
        assert_eq!(by_number("0;7"), Some(true));
        assert_eq!(by_number("what"), None);
    }
}
