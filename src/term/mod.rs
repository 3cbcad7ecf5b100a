//! The terminal: the one module that knows crossterm.

use std::io;

use crossterm::event::{self, Event, KeyCode, KeyModifiers};

use crate::{
    app::{App, Effect},
    input::{
        key::{Code, Key},
        keymap::Keymap,
    },
    view,
};

/// Draws and reads until the reader leaves. `ratatui::run` restores the terminal on the way out.
pub fn run(mut app: App, keymap: &Keymap) -> io::Result<()> {
    ratatui::run(|terminal| {
        loop {
            terminal.draw(|frame| view::draw(frame, &app, keymap))?;
            let Some(key) = translate(&event::read()?) else {
                continue;
            };
            match app.press(key, keymap) {
                Some(Effect::Quit) => return Ok(()),
                None => (),
            }
        }
    })
}

fn translate(event: &Event) -> Option<Key> {
    let press = event.as_key_press_event()?;
    let code = match press.code {
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        _ => return None,
    };
    Some(Key {
        code,
        ctrl: press.modifiers.contains(KeyModifiers::CONTROL),
    })
}
