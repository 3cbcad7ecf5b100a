//! Words looked for in the texts of all articles, through the reader's own loop: the list narrows, tells
//! where they stand, and a story opens there.

mod support;

use support::{Reader, lacks, shows};

fn look_for(reader: &mut Reader, words: &str) {
    reader.press("/");
    reader.type_text(words);
    reader.press("enter");
}

#[test]
fn the_list_narrows_to_the_stories_that_hold_the_words() {
    let mut reader = Reader::open((120, 36));
    shows(&mut reader, "Meteorite");
    look_for(&mut reader, "fog signal");
    shows(&mut reader, "“fog signal”: 1 shown");
    shows(&mut reader, "“fog signal” stands in 6 articles of 1 story");
    shows(&mut reader, "“fog signal” stands in 6 articles\n");
    shows(&mut reader, "and in 2 more");
    lacks(&mut reader, "Meteorite");
    reader.press("esc");
    shows(&mut reader, "Meteorite");
    lacks(&mut reader, "“fog signal”");
}

#[test]
fn a_story_opens_where_the_words_stand() {
    let mut reader = Reader::open((120, 36));
    look_for(&mut reader, "out of order since a storm");
    reader.press("enter");
    assert!(reader.in_panes());
    shows(&mut reader, "\"out of order since a storm\" 1/");
    shows(&mut reader, "▶ ≠≈ It had been out of order");
    reader.press("q F");
    shows(&mut reader, "Meteorite");
    reader.press("enter");
    lacks(&mut reader, "1/");
}

#[test]
fn what_stands_nowhere_is_told() {
    let mut reader = Reader::open((120, 36));
    look_for(&mut reader, "no such words");
    shows(
        &mut reader,
        "No article holds “no such words”; Esc shows all again.",
    );
    reader.press("enter");
    shows(&mut reader, "There is no story to open");
    reader.press("esc");
    shows(&mut reader, "Meteorite");
}

#[test]
fn words_and_filter_narrow_together() {
    let mut reader = Reader::open((120, 36));
    reader.press("f");
    reader.type_text("meteorite");
    reader.press("enter");
    look_for(&mut reader, "fog signal");
    shows(
        &mut reader,
        "No story that matches \"meteorite\" holds “fog signal”",
    );
    reader.press("esc");
    shows(&mut reader, "filter \"meteorite\": 1 shown");
}

#[test]
fn capitals_count_where_one_is_typed() {
    let mut reader = Reader::open((120, 36));
    look_for(&mut reader, "Fog Signal");
    shows(&mut reader, "No article holds “Fog Signal”");
    look_for(&mut reader, "");
    shows(&mut reader, "Meteorite");
}
