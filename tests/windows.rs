//! Two windows on the same notes, through the reader's own loop: each sees what the other writes, neither overwrites the other unseen, and notes that cannot be read are told.

mod support;

use std::fs;

use support::{Reader, lacks, shows};
use variorum::{store::session, term::event::Event};

fn write(reader: &mut Reader, text: &str) {
    reader.press("enter a");
    reader.type_text(text);
    reader.press("ctrl-s");
    shows(reader, "Note saved");
    reader.press("esc");
}

/// Appends to the first note, without saving.
fn edit(reader: &mut Reader, text: &str) {
    reader.press("g n g g e");
    reader.type_text(text);
}

#[test]
fn what_one_window_writes_the_other_reads() {
    let mut one = Reader::open((100, 30));
    let mut other = one.beside();
    write(&mut one, "Seen from here");
    other.press("j");
    shows(&mut other, "changed in another window");
    other.press("g n");
    shows(&mut other, "Seen from here");
    other.press("d");
    one.press("g n");
    shows(&mut one, "No notes yet");
}

#[test]
fn what_one_window_writes_the_other_sees_without_a_key() {
    let mut one = Reader::open((100, 30));
    let mut other = one.beside();
    other.press("g n");
    shows(&mut other, "No notes yet");
    write(&mut one, "Seen from here");
    other.handle(Event::Stirred);
    shows(&mut other, "Seen from here");
    shows(&mut other, "changed in another window");
    other.press("j");
    other.handle(Event::Stirred);
    lacks(&mut other, "changed in another window");
}

#[test]
fn both_states_of_a_note_stay() {
    let mut one = Reader::open((100, 30));
    write(&mut one, "First");
    let mut other = one.beside();
    edit(&mut one, ", and mine");
    edit(&mut other, ", and theirs");
    one.press("ctrl-s");
    other.press("ctrl-s");
    shows(&mut other, "yours is saved beside it");
    for reader in [&mut one, &mut other] {
        reader.press("esc g n");
        shows(reader, "Notes: 2");
        shows(reader, "First, and mine");
        shows(reader, "First, and theirs");
    }
}

#[test]
fn nothing_is_taken_back_that_another_window_has_changed_since() {
    let mut one = Reader::open((100, 30));
    write(&mut one, "First");
    let mut other = one.beside();
    edit(&mut other, ", and theirs");
    other.press("ctrl-s");
    one.press("j");
    one.press("u");
    shows(&mut one, "no change to the notes to take back");
    one.press("g n");
    shows(&mut one, "First, and theirs");
}

#[test]
fn notes_that_cannot_be_read_are_told_once() {
    let mut reader = Reader::open((120, 30));
    write(&mut reader, "First");
    let journal = reader.folder().join("notes.jsonl");
    let aside = reader.folder().join("aside");
    fs::rename(&journal, &aside).unwrap();
    reader.press("esc");
    shows(&mut reader, "cannot be read");
    shows(&mut reader, "bring them back");
    reader.press("j");
    let text = reader.text();
    assert!(!text.contains("cannot be read"), "{text}");
    fs::create_dir(&journal).unwrap();
    reader.press("esc");
    shows(&mut reader, "cannot be read");
    fs::remove_dir(&journal).unwrap();
    fs::rename(&aside, &journal).unwrap();
    reader.press("g n");
    shows(&mut reader, "First");
    let mut other = reader.beside();
    write(&mut other, "Second");
    reader.press("j");
    shows(&mut reader, "Second");
}

#[test]
fn the_window_that_is_left_last_takes_no_draft_of_another_away() {
    let mut one = Reader::open((100, 30));
    let mut other = one.beside();
    for (reader, text) in [(&mut one, "A first draft"), (&mut other, "Another one")] {
        reader.press("enter a");
        reader.type_text(text);
        reader.press("esc");
        reader.keep();
    }
    one.press("a");
    one.type_text(", longer now");
    one.press("esc");
    one.keep();
    other.keep();
    let kept = session::load(one.folder(), "test").expect("a session");
    let drafts: Vec<&str> = kept["drafts"]
        .as_object()
        .expect("drafts")
        .values()
        .filter_map(|it| it.as_str())
        .collect();
    assert_eq!(drafts, ["A first draft, longer now\n\nAnother one"]);
}
