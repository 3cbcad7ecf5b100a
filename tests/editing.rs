//! The note editor: every note of a sentence is reached, its keys are told, what is typed is a draft that
//! the list of notes tells of.

mod support;

use support::{Reader, lacks, shows};

fn write(reader: &mut Reader, text: &str) {
    reader.press("a");
    reader.type_text(text);
    reader.press("ctrl-s");
}

#[test]
fn all_notes_of_a_sentence_are_reached() {
    let mut reader = Reader::open((100, 30));
    reader.press("enter s");
    write(&mut reader, "First thought");
    reader.press("e");
    shows(&mut reader, "First thought");
    lacks(&mut reader, "notes on this sentence");
    reader.press("esc");
    write(&mut reader, "Second thought");
    reader.press("e");
    shows(&mut reader, "2 notes on this sentence: Enter edits one");
    shows(&mut reader, "First thought");
    shows(&mut reader, "Second thought");
    reader.press("down enter");
    reader.type_text(", and a third");
    reader.press("ctrl-s g n");
    shows(&mut reader, "thought, and a third");
}

#[test]
fn the_editor_tells_its_keys() {
    let mut reader = Reader::open((100, 30));
    reader.press("enter s a");
    shows(&mut reader, "f1 keys");
    reader.press("f1");
    shows(&mut reader, "ctrl-z: Take back what was typed last");
    reader.press("ctrl-s");
    lacks(&mut reader, "ctrl-z: Take back");
}

#[test]
fn a_line_is_cleared_as_in_every_prompt_and_comes_back() {
    let mut reader = Reader::open((100, 30));
    reader.press("enter s a");
    reader.type_text("half a thought");
    reader.press("ctrl-u");
    lacks(&mut reader, "half a thought");
    reader.press("ctrl-z");
    shows(&mut reader, "half a thought");
}

#[test]
fn drafts_are_told_above_the_notes() {
    let mut reader = Reader::open((120, 30));
    reader.press("enter s a");
    reader.type_text("half a thought");
    reader.press("esc g n");
    shows(
        &mut reader,
        "draft, not saved: half a thought  on Ferry with 83 passengers",
    );
    reader.press("enter");
    reader.type_text(", the rest of it");
    reader.press("esc");
    shows(
        &mut reader,
        "draft, not saved: half a thought, the rest of it  on",
    );
    reader.press("q a ctrl-s g n");
    lacks(&mut reader, "draft, not saved");
    shows(&mut reader, "half a thought");
}

#[test]
fn a_draft_is_thrown_away_when_asked_to() {
    let mut reader = Reader::open((120, 30));
    reader.press("enter s a");
    reader.type_text("half a thought");
    reader.press("esc A");
    reader.type_text("on the whole");
    reader.press("esc g n d esc");
    shows(&mut reader, "draft, not saved: half a thought");
    reader.press("G d enter");
    assert_eq!(reader.text().matches("draft, not saved").count(), 1);
    reader.press("enter");
    shows(&mut reader, "Your draft is back");
}
