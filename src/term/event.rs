//! What the terminal reports, in the app's own words.

use crossterm::event::{
    Event as Raw, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};

use crate::{
    app::{effect::Outcome, press::Mouse},
    input::key::{Code, Held, Key},
};

/// Something happened.
#[derive(Debug)]
pub enum Event {
    Key(Key),
    /// A key that was typed before the terminal was taken.
    Typed(Key),
    Paste(String),
    /// At a column and a row.
    Mouse(Mouse, (u16, u16)),
    /// Columns and rows.
    Resize((u16, u16)),
    Told(Outcome),
    /// A signal asks the program to end.
    End(i32),
    /// A signal asks the program to stop for now.
    Stop,
    /// The program goes on after a stop.
    Resumed,
    /// The notes were written to, by this window or another.
    Stirred,
    /// The terminal is gone.
    Lost,
    /// The reader cannot go on, and why.
    Broken(String),
}

impl Event {
    /// Whether it came from the terminal, which is read on once it is dealt with.
    pub fn is_read(&self) -> bool {
        use Event::{Key, Mouse, Paste, Resize};
        matches!(self, Key(_) | Paste(_) | Mouse(..) | Resize(_))
    }
}

/// `None` for what the reader has no use for: releases, focus, mouse moves.
pub fn translate(raw: Raw) -> Option<Event> {
    match raw {
        Raw::Key(key) => self::key(key).map(Event::Key),
        Raw::Paste(text) => Some(Event::Paste(text)),
        Raw::Resize(columns, rows) => Some(Event::Resize((columns, rows))),
        Raw::Mouse(mouse) => {
            let what = match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => Mouse::Click,
                MouseEventKind::Drag(MouseButton::Left) => Mouse::Drag,
                MouseEventKind::Up(MouseButton::Left) => Mouse::Release,
                MouseEventKind::ScrollUp => Mouse::WheelUp,
                MouseEventKind::ScrollDown => Mouse::WheelDown,
                _ => return None,
            };
            Some(Event::Mouse(what, (mouse.column, mouse.row)))
        }
        Raw::FocusGained | Raw::FocusLost => None,
    }
}

fn key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let mut held = Held {
        ctrl: event.modifiers.contains(KeyModifiers::CONTROL),
        alt: event.modifiers.contains(KeyModifiers::ALT),
        shift: event.modifiers.contains(KeyModifiers::SHIFT),
    };
    let code = match event.code {
        KeyCode::Char(c) => {
            held.shift = false;
            Code::Char(c)
        }
        KeyCode::BackTab => {
            held.shift = true;
            Code::Tab
        }
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    };
    Some(Key { code, held })
}
