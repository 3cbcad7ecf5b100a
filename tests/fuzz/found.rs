//! What was found, kept: each input once broke the property that it is tried with here.

use crate::{reading, words};

#[test]
fn sentences_of_one_blank_after_another() {
    words::splits(&"\u{a0}.\u{200b}!".to_string());
    words::splits(&String::new());
}

/// The line of signs below a heading stood nowhere.
#[test]
fn headings_that_are_underlined() {
    reading::by_all(b"S\n===");
    reading::by_all(b"A pier\n======\nIt was closed.\n===\n===\n");
}

#[test]
fn files_of_one_byte() {
    for byte in 0..=255 {
        reading::by_all(&[byte]);
    }
}
