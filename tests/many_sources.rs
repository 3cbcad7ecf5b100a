//! A story that sixty sources tell, on screens of all sizes: columns scroll sideways under a heading
//! that stays, the source at the cursor is named in full, figures stand under their numbers, and the
//! texts that several articles print come first.

mod support;

use std::{fs, sync::LazyLock};

use support::{Reader, grouped, shows};
use variorum::{bundle, model::bundle::Bundle};

const MANY: usize = 60;
/// So many print the same text, and as many others one of their own.
const COPIES: usize = 15;

/// What an outlet writes: the first ones a common text, the others words that only they have.
fn text(number: usize) -> String {
    if number < COPIES {
        return String::from(
            "The old pier at Wexmouth will be closed from the first of March.\n\nNine of its eleven piles are rotten below the water line.\n\nAnglers must \
             move to the north quay until the work is done, and the café at its end shuts for good.",
        );
    }
    let sentence = |at: usize| {
        let words = (0..9).map(|it| word(number * 60 + at * 10 + it));
        format!("The {}.", words.collect::<Vec<_>>().join(" "))
    };
    let sentences = (0..6).map(sentence);
    sentences.collect::<Vec<_>>().join("\n\n")
}

/// A word for each number: the sentences need no sense, only words that nobody else has.
fn word(number: usize) -> String {
    const PARTS: [&str; 10] = ["ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu"];
    let digits = format!("{number:04}");
    let parts = digits
        .chars()
        .filter_map(|it| PARTS.get(it as usize - '0' as usize));
    parts.copied().collect()
}

fn bundle() -> Bundle {
    static LINES: LazyLock<String> = LazyLock::new(|| {
        let line = |at: usize| {
            serde_json::json!({
                "title": "Pier to close",
                "source": format!("Outlet of Place {:02}", at + 1),
                "text": text(at),
                "story": "pier",
            })
        };
        (0..MANY).map(|at| format!("{}\n", line(at))).collect()
    });
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("pier.jsonl");
    fs::write(&file, LINES.as_bytes()).expect("a file");
    grouped(bundle::load(&[file]).expect("articles"))
}

fn at(size: (u16, u16), keys: &str) -> Reader {
    let mut reader = Reader::open_bundle(bundle(), size);
    reader.press(keys);
    reader
}

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (200, 60)];

/// Columns at which the words of a line end, those of a label apart.
fn ends(line: &str, label: usize) -> Vec<usize> {
    let cells: Vec<char> = line.chars().collect();
    let blank = |at: usize| cells.get(at).is_none_or(|it| " ‹›".contains(*it));
    let filled = (label..cells.len()).filter(|it| !blank(*it));
    filled.filter(|it| blank(it + 1)).collect()
}

#[test]
fn the_columns_of_the_claims_scroll_under_their_heading() {
    for size in SIZES {
        let mut reader = at(size, "g c");
        shows(&mut reader, "Column 1 of 60: Outlet of Place 01");
        shows(&mut reader, "[told by ");
        reader.press(&"l ".repeat(41));
        shows(&mut reader, "Column 42 of 60: Outlet of Place 42");
        for keys in ["g g", "ctrl-d", "G"] {
            reader.press(keys);
            let text = reader.text();
            let heading = text
                .lines()
                .find(|it| it.contains("told") && it.contains("42"));
            assert!(heading.is_some_and(|it| it.contains("  claim ")), "{text}");
        }
        reader.press(&"h ".repeat(60));
        shows(&mut reader, "Column 1 of 60");
    }
}

#[test]
fn enter_opens_the_source_of_the_chosen_column() {
    let mut reader = at((120, 36), "g c j l l l l l l l enter");
    shows(&mut reader, "Outlet of Place 08");
}

#[test]
fn the_origins_tell_the_common_texts_first_and_keep_their_figures_in_line() {
    for size in SIZES {
        let mut reader = at(size, "g o");
        shows(&mut reader, "Told by 60 articles = 46 origins");
        shows(&mut reader, "15 articles = 1 origin: Outlet of Place 01");
        reader.press(&format!("j {}", "l ".repeat(29)));
        shows(
            &mut reader,
            "Outlet of Place 01 within Outlet of Place 30: 5 %",
        );
        reader.press("G");
        let text = reader.text();
        let lines: Vec<&str> = text.lines().collect();
        let first = lines
            .iter()
            .position(|it| it.contains("percent of words in"));
        let first = first.unwrap_or_else(|| panic!("no heading in {text}"));
        let label = lines[first].find("words in").unwrap_or_default() + "words in".len() + 5;
        let numbers = ends(lines[first], label);
        assert!(6 <= numbers.len(), "{text}");
        for line in lines[first + 1..lines.len() - 1]
            .iter()
            .filter(|it| it.contains("Outlet"))
        {
            assert_eq!(ends(line, label), numbers, "{line}\n{text}");
        }
    }
}

#[test]
fn what_two_sources_have_in_common_is_shown_or_that_it_is_nothing() {
    let mut reader = at((120, 36), "g o j l w");
    shows(
        &mut reader,
        "What Outlet of Place 01 has in common with Outlet of Place 02",
    );
    shows(&mut reader, "Nine of its eleven piles");
    reader.press("esc w");
    let mut same = at((120, 36), "g o j w");
    shows(&mut same, "Choose the column of another source");
    let mut group = at((120, 36), "g o w");
    shows(&mut group, "What shows that these come from one text");
}
