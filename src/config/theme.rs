//! Colours by the name of what they paint. A theme file says how each looks; the themes that come
//! along keep to the 16 colours of the terminal, and blue against yellow or red, never red against
//! green.
//!
//! A style is words: modifiers (`bold dim italic underlined reversed crossed`), a colour, and `on`
//! a colour. A colour is a name (`blue`, `light-blue`, `default`), `#rrggbb`, or a number to 255.

use ratatui::style::{Color, Modifier, Style};

use crate::config::{
    depth::Depth,
    read::{Faults, Reader, meant},
};

macro_rules! paints {
    ($($name:ident $written:literal $doc:literal,)*) => {
        /// What can be painted.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Paint {
            $(#[doc = $doc] $name,)*
        }

        /// Every paint with its name in theme files.
        pub const PAINTS: &[(&str, Paint)] = &[$(($written, Paint::$name),)*];
    };
}

paints! {
    Text "text" "plain text, and the ground of the screen",
    Dim "dim" "what may be overlooked: dates, hints, captions",
    Title "title" "titles of screens, panes and boxes",
    Headline "headline" "headlines and headings of articles",
    Border "border" "lines between panes and around boxes",
    Focus "focus" "the title of the pane with the cursor",
    Cursor "cursor" "the row or sentence under the cursor",
    Counterpart "counterpart" "its counterparts in the other panes",
    Selected "selected" "selected sentences, the chosen column of a table",
    Verbatim "verbatim" "shared word for word",
    Edited "edited" "shared with edited wording",
    Paraphrase "paraphrase" "the same claim in other words",
    Partial "partial" "shared in part",
    OnlyHere "only_here" "what only this source has",
    Difference "difference" "a difference in substance",
    Added "added" "words that the other side lacks",
    Removed "removed" "words that this side lacks",
    Note "note" "notes and their marks",
    Seen "seen" "words noted in another article",
    Match "match" "what a search found",
    Bar "bar" "the line at the foot",
    Key "key" "keys named on screen",
    Warning "warning" "warnings and doubts",
    Error "error" "errors",
}

/// A style for each paint.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    styles: Vec<Style>,
}

/// The themes that come along, by name, in the order the reader turns through them.
pub const THEMES: &[(&str, &str)] = &[
    ("dark", include_str!("../../assets/themes/dark.toml")),
    ("light", include_str!("../../assets/themes/light.toml")),
    ("mono", include_str!("../../assets/themes/mono.toml")),
];

impl Theme {
    /// A theme that comes along.
    pub fn named(name: &str) -> Option<Self> {
        let (_, text) = THEMES.iter().find(|(it, _)| *it == name)?;
        Some(Self::read(text).0)
    }

    /// What is wrong with the name of a theme that is neither one of ours nor the path of a file.
    pub fn unknown(name: &str) -> Option<String> {
        let ours = || THEMES.iter().map(|(it, _)| *it);
        let path = name.contains(['/', '\\', '.']);
        if path || name == "auto" || ours().any(|it| it == name) {
            return None;
        }
        let names: Vec<&str> = ours().collect();
        let meant = meant(name, ["auto"].into_iter().chain(ours()));
        let names = names.join(", ");
        Some(format!(
            "there is no theme {name:?}; there are auto, {names}, and the path of a theme file{meant}"
        ))
    }

    /// A theme file; what it does not name, or names wrongly, is plain. Faults as in the settings.
    pub fn read(text: &str) -> (Self, Vec<String>) {
        let mut faults = Faults::default();
        let reader = Reader::parse(text, &mut faults);
        let mut styles = vec![Style::new(); PAINTS.len()];
        for (key, value) in reader.table("").into_iter().flatten() {
            let line = reader.line(key.span().start);
            let name = key.get_ref().as_ref();
            let at = PAINTS.iter().position(|(it, _)| *it == name);
            let written = value.get_ref().as_str().unwrap_or("?");
            match (at, style(written)) {
                (Some(at), Ok(style)) => styles[at] = style,
                (Some(_), Err(word)) => {
                    faults.add(line, format!("{name}: {word:?} is no colour or modifier"));
                }
                (None, _) => {
                    let meant = meant(name, PAINTS.iter().map(|(it, _)| *it));
                    faults.add(line, format!("nothing is painted `{name}`{meant}"));
                }
            }
        }
        (Self { styles }, faults.told())
    }

    pub fn style(&self, paint: Paint) -> Style {
        self.styles.get(paint as usize).copied().unwrap_or_default()
    }

    /// The same in colours that the terminal has.
    pub fn within(mut self, depth: Depth) -> Self {
        for style in &mut self.styles {
            *style = depth.fitted(*style);
        }
        self
    }
}

const MODIFIERS: &[(&str, Modifier)] = &[
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underlined", Modifier::UNDERLINED),
    ("reversed", Modifier::REVERSED),
    ("crossed", Modifier::CROSSED_OUT),
];

fn style(written: &str) -> Result<Style, &str> {
    let mut style = Style::new();
    let mut ground = false;
    for word in written.split_whitespace() {
        if let Some((_, modifier)) = MODIFIERS.iter().find(|(it, _)| *it == word) {
            style = style.add_modifier(*modifier);
        } else if word == "on" {
            ground = true;
        } else {
            let colour = colour(word).ok_or(word)?;
            style = if ground {
                style.bg(colour)
            } else {
                style.fg(colour)
            };
        }
    }
    Ok(style)
}

fn colour(word: &str) -> Option<Color> {
    match word {
        "default" => Some(Color::Reset),
        word => word.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_themes_that_come_along_name_every_paint_and_no_other() {
        for (name, text) in THEMES {
            let (_, faults) = Theme::read(text);
            assert_eq!(faults, Vec::<String>::new(), "{name}");
            for (paint, _) in PAINTS {
                let named = text.lines().any(|it| it.starts_with(&format!("{paint} =")));
                assert!(named, "{name} does not say how {paint} looks");
            }
        }
    }

    #[test]
    fn a_style_is_read_from_words() {
        let blue = Style::new().fg(Color::LightBlue).bg(Color::Indexed(7));
        let read = |it| style(it);
        assert_eq!(
            read("bold light-blue on 7"),
            Ok(blue.add_modifier(Modifier::BOLD))
        );
        assert_eq!(read("#ff0000"), Ok(Style::new().fg(Color::Rgb(255, 0, 0))));
        assert_eq!(read("bold bleu"), Err("bleu"));
    }
}
