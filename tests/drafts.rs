//! What is being typed, with the program killed in the middle: it comes back as a draft.

#![cfg(unix)]

mod support {
    #![allow(dead_code, unreachable_pub, reason = "shared by test files")]
    pub mod pty;
}

use std::{fs, thread, time::Duration};

use support::pty::Home;

/// Whether a file below a folder holds the words.
fn holds(folder: &std::path::Path, words: &str) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|it| it.path()).any(|it| match it.is_dir() {
        true => holds(&it, words),
        // What is still being written has another ending.
        false if it.extension().is_none_or(|end| end != "json") => false,
        false => fs::read_to_string(&it).is_ok_and(|text| text.contains(words)),
    })
}

/// It was kept only when the editor closed.
#[test]
fn what_was_typed_outlives_a_sudden_end() {
    let home = Home::new();
    let mut terminal = home.open(&[]);
    terminal.press("enter");
    terminal.until("2 panes");
    terminal.press("a");
    terminal.until("ctrl-s save");
    terminal.send("Who saw the lamp go out?");
    terminal.until("Who saw the lamp go out?");
    for _ in 0..300 {
        if holds(&home.path("notes"), "Who saw the lamp") {
            break;
        }
        thread::sleep(Duration::from_millis(100));
    }
    terminal.signal("KILL");
    let mut terminal = home.open(&[]);
    terminal.press("enter");
    terminal.until("2 panes");
    terminal.press("a");
    terminal.until("Who saw the lamp go out?");
}
