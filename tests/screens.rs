//! Whole screens: keys in, a frame out, through the loop's own runner. No test here names a
//! function of the app; only the bundle, the keys and the size are given.
//!
//! Beside the text of a frame stand the paints of its words, by name: each paint of the test theme
//! has a colour of its own, which is read back from the cells.

mod support;

use support::Reader;

#[track_caller]
fn check(name: &str, size: (u16, u16), keys: &str) {
    let mut reader = Reader::open(size);
    reader.press(keys);
    insta::assert_snapshot!(name, reader.frame());
}

#[test]
fn the_story_list_tells_what_was_opened() {
    check("list_120", (120, 30), "");
    check("list_80", (80, 24), "j");
}

#[test]
fn a_story_opens_in_panes() {
    check("panes_120", (120, 30), "enter");
    check("panes_80_stacked", (80, 24), "enter");
    check("panes_200", (200, 50), "enter");
}

#[test]
fn the_panes_follow_the_cursor() {
    check("aligned", (120, 24), "enter s s s s");
    check("locked", (120, 24), "enter t ctrl-d ctrl-d");
    check("other_pane", (120, 24), "enter s s s tab");
}

#[test]
fn differences_are_told() {
    check("word_diff", (100, 30), "enter d enter");
    check("paragraph_diff", (100, 30), "enter d P");
    check("why", (100, 40), "enter d w");
    check("discrepancies", (100, 40), "g d");
}

#[test]
fn who_tells_what_is_told() {
    check("claims", (120, 40), "g c");
    check("claims_by_all", (120, 40), "g c f");
    check("origins", (120, 30), "g o");
    check("evidence", (120, 30), "g o w");
    check("omission", (120, 30), "enter tab m");
}

#[test]
fn what_was_dropped_can_be_seen() {
    check("dropped", (100, 40), "enter c c c c W");
}

#[test]
fn panes_can_be_arranged() {
    check("split", (160, 20), "enter +");
    check("zoomed", (120, 20), "enter z");
    check("rotated", (120, 20), "enter r");
    check("chosen", (120, 20), "enter p o b s e r v enter");
}

#[test]
fn search_counts_its_matches() {
    check("search", (120, 24), "enter / s i g n a l enter n n");
}

#[test]
fn filter_narrows_the_list_while_typing() {
    check("filter", (120, 20), "f m e t e o r");
}

#[test]
fn pending_keys_and_help_are_shown() {
    check("pending", (120, 24), "g");
    check("help", (120, 40), "enter ?");
    check("help_searched", (120, 24), "enter ? z o o m");
    check("palette", (100, 24), ": s p l i t");
}

#[test]
fn help_runs_what_is_chosen() {
    check("help_runs", (120, 20), "enter ? z o o m enter");
}

#[test]
fn a_note_is_written_and_listed() {
    let mut reader = Reader::open((100, 30));
    reader.press("enter s a");
    reader.type_text("Who counted? #numbers");
    insta::assert_snapshot!("note_editor", reader.frame());
    reader.press("ctrl-s");
    insta::assert_snapshot!("note_saved", reader.frame());
    reader.press("g n");
    insta::assert_snapshot!("note_list", reader.undated());
    reader.press("d g n");
    insta::assert_snapshot!("note_deleted", reader.frame());
    reader.press("u");
    insta::assert_snapshot!("note_back", reader.undated());
}

#[test]
fn esc_keeps_a_draft_and_never_leaves() {
    let mut reader = Reader::open((100, 24));
    reader.press("enter a");
    reader.type_text("half a thought");
    reader.press("esc esc esc esc esc");
    assert!(!reader.left(), "esc left the program");
    reader.press("enter a");
    assert!(
        reader.text().contains("half a thought"),
        "{}",
        reader.text()
    );
}

#[test]
fn a_resize_keeps_the_sentence_under_the_cursor() {
    let mut reader = Reader::open((120, 30));
    reader.press("enter s s s s s");
    let before = reader.cursor_line();
    reader.resize((100, 30));
    assert_eq!(reader.cursor_line(), before, "narrower");
    reader.resize((120, 60));
    assert_eq!(reader.cursor_line(), before, "higher");
    for size in [(90, 20), (200, 60), (60, 15)] {
        reader.resize(size);
        assert_eq!(reader.cursor_words(), before.1, "at {size:?}");
    }
}

#[test]
fn every_size_can_be_drawn() {
    let mut reader = Reader::open((80, 24));
    for keys in [
        "", "enter", "enter", "esc ?", "esc g c", "g d", "g o", "g n", "q q a",
    ] {
        reader.press(keys);
        for columns in [1, 2, 10, 21, 79, 500] {
            for rows in [1, 2, 4, 9, 200] {
                reader.resize((columns, rows));
                reader.frame();
            }
        }
    }
}

#[test]
fn q_leaves_from_the_list_only_after_the_screens_above_it() {
    let mut reader = Reader::open((80, 24));
    reader.press("enter q");
    assert!(!reader.left());
    reader.press("q");
    assert!(reader.left());
}
