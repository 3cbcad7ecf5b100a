//! A folder that somebody prepared, on the real screens: what reaches the terminal are letters and
//! the program's own sequences, nothing of the files'.

#![cfg(unix)]

mod support {
    #![allow(unreachable_pub, dead_code, reason = "shared by test files")]
    pub mod pty;
}

use std::time::Duration;

use support::pty::{Home, PROGRAM};

/// What would be seen to work: each holds a word that stands in no other place.
const ATTACKS: &[&str] = &[
    "\u{1b}]0;owned\u{7}",
    "\u{1b}]52;c;b3duZWQ=\u{7}",
    "\u{1b}]8;;http://owned.example\u{1b}\\x\u{1b}]8;;\u{1b}\\",
    "\u{1b}[?1049l\u{1b}[?25h\u{1b}[?1000l",
    "\u{1b}[6n\u{1b}[c\u{1b}]11;?\u{7}",
    "\u{1b}Powned\u{1b}\\\u{1b}_owned\u{1b}\\",
    "\u{9b}5m\u{9d}0;owned\u{9c}",
    "\u{202e}denwo\u{202c}\u{2066}x\u{2069}",
    "\u{e0041}\u{200b}\u{feff}\u{7}\u{8}\u{e}",
    "Z\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
];

fn prepared() -> Home {
    let home = Home::new();
    for source in ["one", "two", "three"] {
        let body: String = ATTACKS
            .iter()
            .map(|it| format!("The old pier {it} was closed on Monday {it}, the office said.\n\n"))
            .collect();
        let record = serde_json::json!({
            "title": format!("Pier {} closed", ATTACKS[0]), "source": format!("{source} {}", ATTACKS[3]),
            "author": ATTACKS[1], "url": format!("https://a.example/{}", ATTACKS[2]),
            "story": "one", "text": format!("{body}Only {source} tells this."), "date": "2025-12-06",
        });
        home.write(
            &format!("{source}\u{1b}]0;owned\u{7}\n.json"),
            &record.to_string(),
        );
    }
    home.write("broken\u{1b}[2J.json", "{\u{1b}]0;owned\u{7}");
    home
}

#[test]
fn nothing_of_a_file_steers_the_terminal() {
    for (columns, rows) in [(80, 24), (10, 3)] {
        let home = prepared();
        let folder = home.path(".").display().to_string();
        let mut terminal = home.run(&[PROGRAM, &folder], &[]);
        terminal.until("1 story");
        terminal.resize(columns, rows);
        for keys in [
            "W", "esc", "enter", "j", "s", "d", "enter", "esc", "w", "esc", "W", "esc", "P", "esc",
            "m", "esc", "p", "esc", "y", "s", "z", "+", "g", "c", "g", "d", "g", "o", "g", "n",
            "g", "s", "?", "esc",
        ] {
            terminal.press(keys);
            terminal.is_silent(Duration::from_millis(30));
        }
        terminal.wait_for_silence(Duration::from_millis(300));
        let raw = String::from_utf8_lossy(&terminal.raw).into_owned();
        for steers in [
            "\u{1b}]0",
            "\u{1b}]8",
            "\u{1b}P",
            "\u{1b}_",
            "\u{1b}[6n",
            "\u{1b}[c",
            "\u{1b}]11",
        ] {
            assert!(!raw.contains(steers), "{steers:?} reached the terminal");
        }
        let harmful = |c: char| {
            matches!(c, '\u{80}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
                || matches!(c, '\u{e0000}'..='\u{e007f}' | '\u{7}' | '\u{e}' | '\u{0}')
        };
        // The one string of our own is the copy that a key asked for (OSC 52).
        let own: String = raw
            .split("\u{1b}]52;c;")
            .map(|it| it.split_once('\u{1b}').map_or(it, |it| it.1))
            .collect();
        let found = own.chars().find(|it| harmful(*it));
        assert_eq!(found, None, "at {columns} by {rows}");
        terminal.press("Q");
        terminal.ends_with(0);
    }
}
