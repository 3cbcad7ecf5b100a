//! Keys that come at awkward moments, in the real program: while it starts, and together with a
//! change of the terminal's size.

#![cfg(unix)]

mod support {
    #![allow(dead_code, unreachable_pub, reason = "shared by test files")]
    pub mod pty;
}

use std::{thread::sleep, time::Duration};

use support::pty::{Home, PROGRAM};

/// The terminal is asked for its colours where nothing tells them; this one never answers.
#[test]
fn keys_typed_while_it_starts_are_heard() {
    for early in [0, 10, 30, 60, 90] {
        let home = Home::new();
        let mut terminal = home.run(&[PROGRAM], &[("COLORFGBG", "")]);
        sleep(Duration::from_millis(early));
        terminal.send("jQ");
        terminal.ends_with(0);
    }
}

/// Both are told within a moment, so that now and then they come together.
#[test]
fn a_key_that_comes_with_a_change_of_size_does_not_wait_for_the_next() {
    let home = Home::new();
    let mut terminal = home.open(&[]);
    let first = terminal.under_cursor();
    for round in 0..150 {
        let down = round % 2 == 0;
        terminal.resize_unseen(120, if down { 29 } else { 30 });
        terminal.send(if down { "j" } else { "k" });
        terminal.wait("the key's answer", |it| {
            (it.under_cursor() == first) != down
        });
    }
    terminal.press("Q");
    terminal.ends_with(0);
}

#[test]
fn what_was_lost_in_a_small_window_is_drawn_again() {
    let home = Home::new();
    let mut terminal = home.open(&[]);
    for _ in 0..5 {
        terminal.resize_unseen(1, 1);
        terminal.resize_unseen(120, 30);
        terminal.until("3 stories");
    }
    terminal.press("Q");
    terminal.ends_with(0);
}
