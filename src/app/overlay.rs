//! What lies over the screen: a prompt, a list to pick from, a box to read, a question.
//!
//! While one is open it takes all keys. A prompt and a picker take text, so their few keys are
//! fixed; a box moves by the keys of every screen.

use crate::{
    app::{
        effect::Effect,
        state::{
            app::{App, Screen},
            overlay::{Answer, Asks, Overlay, Prompt, TextBox, typed},
            stories::moved,
        },
    },
    geometry::{
        rich::{self, Line},
        screen::{self, Area},
    },
    input::{
        command::Command,
        key::{Code, Key},
    },
};
use std::path::PathBuf;

impl App {
    pub(crate) fn prompt(&mut self, asks: Asks) {
        let text = match asks {
            Asks::Search | Asks::Texts => String::new(),
            Asks::StoryFilter => self.stories.filter.clone(),
            Asks::LedgerFilter => match self.screens.last() {
                Some(Screen::Ledger(ledger)) => ledger.filter.clone(),
                _ => String::new(),
            },
            Asks::ExportPath => "variorum-notes.md".to_string(),
        };
        if asks == Asks::Search {
            self.remember();
        }
        self.overlay = Some(Overlay::Prompt(Prompt::new(asks, &text)));
    }

    pub(crate) fn show(&mut self, title: impl Into<String>, lines: Vec<Line>) {
        self.overlay = Some(Overlay::Text(TextBox::new(title, lines)));
        self.settle_overlay();
    }

    /// A key while a prompt is open.
    pub(crate) fn press_prompt(&mut self, key: Key) {
        let Some(Overlay::Prompt(prompt)) = &mut self.overlay else {
            return;
        };
        let asks = prompt.asks;
        match key.code {
            Code::Enter => {
                let text = prompt.text.clone();
                self.overlay = None;
                self.entered(asks, &text);
            }
            Code::Esc => {
                let before = prompt.before.clone();
                self.overlay = None;
                self.typing(asks, &before);
            }
            Code::Char('c') if key.held.ctrl => self.overlay = None,
            _ if typed(prompt.typing(key.typed().is_some()), key) => {
                let text = prompt.text.clone();
                self.typing(asks, &text);
            }
            _ => (),
        }
    }

    /// Text pasted where one line is typed: it takes effect once, not letter by letter.
    pub(crate) fn paste_line(&mut self, text: &str) {
        match &mut self.overlay {
            Some(Overlay::Prompt(prompt)) => {
                prompt.typing(true).push_str(text);
                let (asks, text) = (prompt.asks, prompt.text.clone());
                self.typing(asks, &text);
            }
            Some(Overlay::Picker(picker)) => {
                picker.query.push_str(text);
                picker.narrow();
                self.settle();
            }
            _ => (),
        }
    }

    /// What the reader types takes effect at once.
    fn typing(&mut self, asks: Asks, text: &str) {
        match asks {
            Asks::Search => self.search(text),
            Asks::StoryFilter => {
                self.stories.filter = text.to_string();
                self.filter_stories();
            }
            Asks::LedgerFilter => self.filter_ledger(text),
            Asks::ExportPath | Asks::Texts => (),
        }
        self.settle();
    }

    fn entered(&mut self, asks: Asks, text: &str) {
        match asks {
            Asks::Search => {
                let none = self.compare().and_then(|it| it.search.as_ref());
                if none.is_some_and(|it| it.hits.is_empty()) {
                    self.say(format!("No match for {text:?}"));
                }
            }
            Asks::Texts => {
                self.look_up(text);
                self.settle();
            }
            Asks::ExportPath if !text.trim().is_empty() => {
                self.export_to(text.trim().into(), false)
            }
            _ => (),
        }
    }

    /// A key while a question is open: only y says yes.
    pub(crate) fn press_question(&mut self, key: Key) {
        let Some(Overlay::Question(question)) = self.overlay.take() else {
            return;
        };
        match (key.typed(), question.yes) {
            (Some('y' | 'Y'), Answer::Overwrite(path)) => self.export_to(path, true),
            (Some('y' | 'Y'), Answer::TakeOver(id, at)) => self.take_over(&id, at),
            (_, Answer::Overwrite(_)) => self.say("Nothing was written"),
            (_, Answer::TakeOver(..)) => self.say("The note stays as it is"),
        }
    }

    fn export_to(&mut self, path: PathBuf, overwrite: bool) {
        self.ask(Effect::Export { path, overwrite });
    }

    /// A command while a box is open; false where the box has no use for it.
    pub(crate) fn update_box(&mut self, command: Command) -> bool {
        let height = usize::from(self.box_inside().height).max(1);
        let Some(Overlay::Text(text)) = &mut self.overlay else {
            return false;
        };
        match command {
            Command::Back
            | Command::Close
            | Command::Open
            | Command::Dropped
            | Command::Why
            | Command::WhyClaim
            | Command::WhyDiscrepancy
            | Command::WhySource
            | Command::AboutStory
            | Command::ReadOmission
            | Command::ReadSeen
            | Command::ParagraphDiff
            | Command::OriginEvidence => {
                self.overlay = None;
            }
            other => {
                let last = text.rows.len().saturating_sub(height);
                match moved(other, text.top, last, height) {
                    Some(top) => text.top = top,
                    None => return false,
                }
            }
        }
        true
    }

    /// The inside of a box to read, at its largest.
    pub fn box_inside(&self) -> Area {
        screen::inside(screen::large(screen::whole(self.size)))
    }

    /// A box, as high as its text or its list, where it covers the current sentence least.
    pub fn box_area(&self) -> Area {
        let large = screen::large(screen::whole(self.size));
        let rows = match &self.overlay {
            Some(Overlay::Text(text)) => text.rows.len(),
            Some(Overlay::Picker(picker)) => {
                let width = screen::inside(large).width;
                2 + picker.about_rows(width).len() + picker.items.len()
            }
            _ => return large,
        };
        let height = u16::try_from(rows + 2).unwrap_or(u16::MAX);
        let height = height.min(large.height);
        let y = match self.reads_low() {
            true => large.y,
            false => large.bottom() - height,
        };
        Area { y, height, ..large }
    }

    /// Whether the current sentence stands in the lower half of the screen.
    fn reads_low(&self) -> bool {
        let Some(compare) = self.compare() else {
            return false;
        };
        let frames = self.frames(compare).into_iter();
        let mut focused = frames.filter(|(at, _)| *at == compare.focus);
        focused.next().is_some_and(|(_, frame)| {
            let line = u16::try_from(compare.focused().line()).unwrap_or(u16::MAX);
            self.size.1 / 2 <= frame.text.y.saturating_add(line)
        })
    }

    pub(crate) fn settle_overlay(&mut self) {
        let inside = self.box_inside();
        let width = inside.width.saturating_sub(1);
        match &mut self.overlay {
            Some(Overlay::Text(text)) => {
                if text.width != width || text.rows.is_empty() {
                    text.rows = rich::wrapped(&text.lines, width);
                    text.width = width;
                }
                let last = text.rows.len().saturating_sub(usize::from(inside.height));
                text.top = text.top.min(last);
            }
            Some(Overlay::Picker(picker)) => picker.settle((inside.width, inside.height)),
            _ => (),
        }
    }
}
