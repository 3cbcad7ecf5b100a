//! Keys typed ahead: what stands among the terminal's answers without being one.

use std::{iter::Peekable, str::Chars};

use crate::input::key::{Code, Held, Key};

/// What follows ESC where it opens a sequence.
const OPENERS: &str = "[]OP_^X";

/// The keys in what was heard, in their order. Escape sequences are answers and are passed over,
/// those cut off at the end too; an arrow key pressed so early is lost with them.
pub fn keys(heard: &[u8]) -> Vec<Key> {
    let text = String::from_utf8_lossy(heard);
    let mut chars = text.chars().peekable();
    let mut keys = Vec::new();
    while let Some(c) = chars.next() {
        match c {
            '\x1b' if chars.peek().is_some_and(|it| OPENERS.contains(*it)) => pass_over(&mut chars),
            '\x1b' => keys.push(Key::plain(Code::Esc)),
            char::REPLACEMENT_CHARACTER => (),
            c => keys.extend(key(c)),
        }
    }
    keys
}

/// A key as a terminal in raw mode sends it.
fn key(c: char) -> Option<Key> {
    match c {
        // Before raw mode the line turns the one into the other.
        '\r' | '\n' => Some(Key::plain(Code::Enter)),
        '\t' => Some(Key::plain(Code::Tab)),
        '\x7f' => Some(Key::plain(Code::Backspace)),
        '\x01'..='\x1a' => {
            let letter = char::from(c as u8 - 1 + b'a');
            let ctrl = Held {
                ctrl: true,
                ..Held::default()
            };
            Some(Key {
                code: Code::Char(letter),
                held: ctrl,
            })
        }
        c if c.is_control() => None,
        c => Some(Key::plain(Code::Char(c))),
    }
}

/// Past a sequence whose ESC has been read: strings (OSC, DCS) end in BEL or ESC \, the others in
/// their first letter or `~` (ECMA-48, 5.4).
fn pass_over(chars: &mut Peekable<Chars>) {
    match chars.next() {
        Some(']' | 'P' | '_' | '^' | 'X') => {
            while let Some(c) = chars.next() {
                if c == '\x07' || c == '\x1b' && chars.next_if_eq(&'\\').is_some() {
                    return;
                }
            }
        }
        Some('[' | 'O') => {
            let _ = chars.find(|it| ('\x40'..='\x7e').contains(it));
        }
        _ => (),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_among_answers_is_kept_in_its_order() {
        let heard = "j\x1b]11;rgb:ffff/ffff/ffff\x1b\\é\r\x1b[?62;22c\x03Q\x1b[B\x1b[?6";
        let written: Vec<String> = keys(heard.as_bytes())
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(written, ["j", "é", "enter", "ctrl-c", "Q"]);
        assert_eq!(keys(b"\x1b]11;rgb:14/14/14\x07\t\x1b").len(), 2);
        let escaped = keys(b"\x1b\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1bj\n");
        let written: Vec<String> = escaped.iter().map(ToString::to_string).collect();
        assert_eq!(written, ["esc", "esc", "j", "enter"]);
    }
}
