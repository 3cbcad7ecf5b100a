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
        "No article of a story that matches \"meteorite\" holds “fog signal”",
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

#[test]
fn the_next_match_after_the_last_is_in_the_next_article() {
    let mut reader = Reader::open((120, 36));
    look_for(&mut reader, "fog signal");
    reader.press("enter");
    let first = reader.text();
    reader.press("n n n");
    shows(&mut reader, "4 of 10 in this story");
    assert_ne!(reader.text(), first);
    reader.press("ctrl-o");
    lacks(&mut reader, "There is no jump");
}

#[test]
fn a_story_opened_before_anything_was_found_goes_there_then() {
    let mut reader = Reader::open((120, 36));
    reader.press("/");
    reader.type_text("out of order\nsince  a storm ");
    for key in ["enter", "enter"] {
        let keys = variorum::input::keymap::parse_keys(key).unwrap();
        keys.into_iter()
            .for_each(|it| reader.handle(variorum::term::event::Event::Key(it)));
    }
    reader.wait();
    assert!(reader.in_panes());
    shows(&mut reader, "▶ ≠≈ It had been out of order");
}

#[test]
fn what_is_told_counts_what_is_shown() {
    let mut reader = Reader::open((120, 36));
    reader.press("f");
    reader.type_text("bus");
    reader.press("enter");
    look_for(&mut reader, "the");
    shows(&mut reader, "“the” stands in 3 articles of 1 story");
    reader.press("F");
    shows(&mut reader, "Meteorite");
}

#[test]
fn the_box_tells_every_article() {
    let mut reader = Reader::open((120, 60));
    look_for(&mut reader, "fog signal");
    shows(&mut reader, "and in 2 more");
    reader.press("w");
    lacks(&mut reader, "and in 2 more");
    shows(&mut reader, "About this story");
}

#[test]
fn a_pasted_break_is_a_blank() {
    let mut reader = Reader::open((120, 36));
    for pause in ["\r", "\r\n", "\t"] {
        look_for(&mut reader, &format!("out of order{pause}since a storm\r"));
        shows(&mut reader, "“out of order since a storm”: 1 shown");
    }
}

/// It went round among the articles that had a pane, and counted these alone.
#[test]
fn every_place_comes_once_in_one_order_both_ways() {
    let mut reader = Reader::open((120, 36));
    look_for(&mut reader, "fog signal");
    reader.press("enter");
    shows(&mut reader, "\"fog signal\" 1/10");
    let mut walk = |key: &str| -> Vec<String> {
        let place = |_| {
            reader.press(key);
            let text = reader.text();
            let told = text.lines().last().unwrap_or_default().to_string();
            format!("{told}: {}", reader.words_under_cursor())
        };
        (0..10).map(place).collect()
    };
    let forward = walk("n");
    let distinct: std::collections::BTreeSet<&String> = forward.iter().collect();
    assert_eq!(distinct.len(), 10, "{forward:#?}");
    assert!(
        forward[5].contains(": 7 of 10 in this story"),
        "{forward:#?}"
    );
    let mut back = walk("N");
    back.reverse();
    back.rotate_left(1);
    let ahead: Vec<String> = forward.clone();
    assert_eq!(back, ahead);
}
