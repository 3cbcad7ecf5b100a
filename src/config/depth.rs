//! How many colours a terminal has, and the nearest of them to one that it lacks.
//!
//! The themes that come along keep to 16; a theme of the user's own may name any. The values of the
//! 16 are xterm's, though terminals set them as they like; those up to 255 are the same everywhere:
//! a cube of 6 by 6 by 6 and 24 greys.

use ratatui::style::{Color, Style};

/// Colours of a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    Sixteen,
    Cube,
    True,
}

impl Depth {
    /// As the variables TERM and COLORTERM tell it.
    pub fn told(term: &str, colorterm: &str) -> Self {
        let any = |names: &[&str]| names.iter().any(|it| term.contains(it));
        match colorterm {
            "truecolor" | "24bit" => Depth::True,
            _ if any(&["direct", "kitty", "ghostty", "wezterm", "alacritty", "foot"]) => {
                Depth::True
            }
            _ if term.contains("256color") => Depth::Cube,
            _ => Depth::Sixteen,
        }
    }

    /// A style in colours that the terminal has.
    pub fn fitted(self, style: Style) -> Style {
        Style {
            fg: style.fg.map(|it| self.nearest(it)),
            bg: style.bg.map(|it| self.nearest(it)),
            ..style
        }
    }

    fn nearest(self, colour: Color) -> Color {
        let wanted = match (self, colour) {
            (Depth::True, _) => return colour,
            (_, Color::Rgb(red, green, blue)) => [red, green, blue],
            (Depth::Sixteen, Color::Indexed(at)) if 16 <= at => value(at),
            _ => return colour,
        };
        let known = if self == Depth::Cube {
            16..=255
        } else {
            0..=15
        };
        let far = |at: &u8| {
            let steps = value(*at).into_iter().zip(wanted);
            steps
                .map(|(one, other)| u32::from(one.abs_diff(other)).pow(2))
                .sum::<u32>()
        };
        known.min_by_key(far).map_or(colour, Color::Indexed)
    }
}

/// Red, green and blue of a numbered colour.
fn value(at: u8) -> [u8; 3] {
    let step = |it: u8| if it == 0 { 0 } else { 55 + 40 * it };
    match at {
        7 => [229; 3],
        8 => [127; 3],
        0..=15 => [0, 1, 2].map(|bit| match (at >> bit & 1, 8 <= at) {
            (0, _) => 0,
            (_, false) => 205,
            (_, true) => 255,
        }),
        16..=231 => {
            let at = at - 16;
            [step(at / 36), step(at / 6 % 6), step(at % 6)]
        }
        _ => [8 + 10 * (at - 232); 3],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(term: &str, colorterm: &str, colour: Color, expected: Color) {
        let style = Style::new().fg(colour).bg(colour);
        let fitted = Depth::told(term, colorterm).fitted(style);
        assert_eq!((fitted.fg, fitted.bg), (Some(expected), Some(expected)));
    }

    #[test]
    fn each_terminal_gets_colours_it_has() {
        let orange = Color::Rgb(255, 140, 0);
        check("xterm-256color", "truecolor", orange, orange);
        check("xterm-kitty", "", orange, orange);
        check("xterm-256color", "", orange, Color::Indexed(208));
        check(
            "xterm-256color",
            "",
            Color::Rgb(118, 118, 118),
            Color::Indexed(243),
        );
        check("linux", "", Color::Rgb(250, 10, 10), Color::Indexed(9));
        check("screen", "", Color::Indexed(196), Color::Indexed(9));
        check("screen", "", Color::Indexed(22), Color::Indexed(0));
        check("linux", "", Color::LightBlue, Color::LightBlue);
        check("linux", "", Color::Reset, Color::Reset);
    }
}
