//! Whole screens: keys in, a frame out, through the loop's own runner. No test here names a
//! function of the app; only the bundle, the keys and the size are given.
//!
//! Beside the text of a frame stand the paints of its words, by name: each paint of the test theme
//! has a colour of its own, which is read back from the cells.

mod support;

use std::time::{Duration, Instant};

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
    check("claims_by_all", (120, 40), "g c f t w o enter");
    check("origins", (120, 30), "g o");
    check("evidence", (120, 30), "g o w");
    check("omission", (120, 30), "enter tab m");
}

#[test]
fn what_was_dropped_can_be_seen() {
    check("dropped", (100, 40), "enter p h a r b o u r enter W");
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

/// Nothing wakes the loop but what the reader does and what the reader asked for.
#[test]
fn the_loop_sleeps_while_the_reader_reads() {
    let mut reader = Reader::open((120, 30));
    for keys in ["", "enter", "d", "enter", "esc", "g c", "g d", "g o", "?"] {
        reader.press(keys);
        assert!(reader.sleeps(), "after {keys:?}");
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

/// The footer's hints are cut at whole entries, in one order whatever the width; the help is the last.
#[test]
fn every_footer_ends_in_the_key_of_the_help() {
    let mut reader = Reader::open((500, 24));
    for keys in ["", "enter", "g c", "g d", "g o", "g n", "g y"] {
        reader.press(keys);
        reader.resize((500, 24));
        let all = last_line(&mut reader);
        let all = all.trim_end_matches("? keys");
        for width in [20, 33, 60, 80, 100, 120, 200] {
            reader.resize((width, 24));
            let shown = last_line(&mut reader);
            let told = shown
                .strip_suffix("? keys")
                .unwrap_or_else(|| panic!("{shown}"));
            assert!(all.starts_with(told), "{told} is no beginning of {all}");
            assert!(told.is_empty() || told.ends_with("  "), "{told}");
        }
    }
}

fn above_the_foot(reader: &mut Reader) -> String {
    let text = reader.text();
    text.rsplit_once('\n').map_or("", |(it, _)| it).to_string()
}

fn last_line(reader: &mut Reader) -> String {
    let text = reader.text();
    text.lines()
        .last()
        .unwrap_or_default()
        .trim_end()
        .to_string()
}

/// What matters most in the panes is told even where there is little room.
#[test]
fn the_panes_tell_their_main_keys_at_80_columns() {
    let mut reader = Reader::open((80, 24));
    reader.press("enter");
    let told = last_line(&mut reader);
    for hint in ["d differs", "enter words", "m omitted", "a note"] {
        assert!(told.contains(hint), "{hint} is not in {told}");
    }
}

#[test]
fn a_note_that_was_deleted_is_under_the_cursor_when_it_comes_back() {
    let mut reader = Reader::open((100, 30));
    for text in ["First", "Second", "Third"] {
        reader.press("enter s a");
        reader.type_text(text);
        reader.press("ctrl-s q");
    }
    let here = |reader: &mut Reader| -> Vec<String> {
        let text = reader.text();
        let lines = text.lines().filter(|it| it.starts_with(['▶', '┃']));
        lines.map(str::to_string).collect()
    };
    reader.press("g n g g");
    let first = here(&mut reader);
    reader.press("d G");
    assert_ne!(here(&mut reader), first);
    reader.press("u");
    assert_eq!(here(&mut reader), first);
}

#[test]
fn the_views_of_a_story_are_reached_from_the_notes() {
    let mut reader = Reader::open((100, 30));
    reader.press("enter g n g o");
    assert!(reader.text().contains("Told by 6 articles = 4 origins"));
}

#[test]
fn picking_says_what_comes_of_it() {
    let mut reader = Reader::open((80, 24));
    reader.press("m");
    let text = reader.text();
    assert!(text.contains("off Pellmouth” becomes one"), "{text}");
    assert!(
        text.contains("Marlbeck bus drivers vote to end nine-day strike"),
        "{text}"
    );
}

#[test]
fn the_list_says_where_more_is_told_of_a_story() {
    let mut reader = Reader::open((80, 24));
    assert!(reader.text().contains("… more: w shows all of it"));
    reader.press("w");
    for words in ["6 articles of 6 outlets = 4 origins", "Harbour Lights"] {
        assert!(reader.text().contains(words), "{words}: {}", reader.text());
    }
    reader.press("G");
    assert!(reader.text().contains("Why these are one story"));
}

/// The panes that a list has opened lead back to it, at the entry that was left.
#[test]
fn esc_in_the_panes_goes_back_to_the_list_that_opened_them() {
    for list in ["g d", "g c"] {
        let mut reader = Reader::open((120, 30));
        reader.press("enter");
        reader.press(list);
        reader.press("j j");
        let left = reader.text();
        reader.press("enter");
        assert!(reader.in_panes());
        reader.press("esc");
        assert_eq!(reader.text(), left);
        reader.press("esc");
        assert!(reader.text().contains("3 stories"), "{}", reader.text());
    }
}

#[test]
fn a_filter_takes_words_and_days_as_they_stand() {
    for (typed, shown) in [
        ("meteor", "1 shown"),
        ("bus marlbeck", "1 shown"),
        ("2025-10-06", "1 shown"),
        ("mtr", "0 shown"),
    ] {
        let mut reader = Reader::open((120, 30));
        reader.press("f");
        for c in typed.chars() {
            let key = if c == ' ' {
                "space".to_string()
            } else {
                c.to_string()
            };
            reader.press(&key);
        }
        assert!(reader.text().contains(shown), "{typed}: {}", reader.text());
    }
}

#[test]
fn a_box_has_its_own_footer_and_closes_by_the_key_that_opened_it() {
    let mut reader = Reader::open((120, 30));
    for key in ["w", "P", "enter"] {
        reader.press("enter d");
        let panes = above_the_foot(&mut reader);
        reader.press(key);
        assert!(last_line(&mut reader).contains("esc close"), "{key}");
        reader.press(key);
        assert_eq!(above_the_foot(&mut reader), panes, "{key}");
        reader.press("g s");
    }
}

/// The sign of the place that Enter goes to stands in the entry under the cursor, in a narrowed
/// list too, and `tab` takes it to the next place.
#[test]
fn the_place_that_enter_goes_to_is_told_in_a_narrowed_list() {
    let mut reader = Reader::open((120, 30));
    reader.press("enter g d / t h u r s d a y enter");
    let at = |text: String| {
        text.lines()
            .position(|it| it.trim_start_matches('┃').starts_with("   ▶ "))
    };
    let first = at(reader.text());
    assert!(first.is_some(), "{}", reader.text());
    reader.press("tab");
    assert!(first < at(reader.text()), "{}", reader.text());
}

/// Letter by letter, eight thousand of them took a third of a minute.
#[test]
fn a_paste_takes_effect_once() {
    for (keys, pasted, told) in [
        ("enter /", "ferry ".repeat(1400), "Search: "),
        ("f", "ferry ".repeat(1400), "Filter: "),
        (":", "ferry ".repeat(1400), "Commands"),
        (":", "merge".to_string(), "merge story"),
    ] {
        let mut reader = Reader::open((120, 30));
        reader.press(keys);
        let begun = Instant::now();
        reader.type_text(&pasted);
        let took = begun.elapsed();
        assert!(took < Duration::from_secs(3), "{keys}: {took:?}");
        let text = reader.text();
        assert!(text.contains(told), "{text}");
    }
}
