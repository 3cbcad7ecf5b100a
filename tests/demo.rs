//! The demo bundle and the table of what was planted in it agree: every row's words stand where
//! the table says, once. The tests of cleaning, linking and discrepancies build on that.
//!
//! Kinds of rows: those of a discrepancy (`quote` … `wording`); `same`, the same value written
//! differently, to be told as no discrepancy; those of a link (`verbatim` … `partial`);
//! `ambiguous`, one of several partners that fit alike; `only`, told by one file alone; `missing`,
//! told by every file of the story but the second; `dropped`, no part of the article;
//! `origin`, two files that derive from one text; `apart`, two that do not.
//! All words of a cell stand in one sentence. Files are named from `assets/demo`.

use std::{collections::BTreeMap, fs, path::Path};

const KINDS: &[&str] = &[
    "quote",
    "number",
    "date",
    "name",
    "role",
    "negation",
    "hedge",
    "attribution",
    "wording",
];

#[test]
fn planted_words_stand_where_the_table_says() {
    for row in rows() {
        let [_, file_a, words_a, file_b, words_b] = row.as_slice() else {
            panic!("not five cells: {row:?}");
        };
        for (file, words) in [(file_a, words_a), (file_b, words_b)] {
            if !words.is_empty() {
                check(file, words, &row);
            }
        }
    }
}

#[test]
fn each_kind_of_discrepancy_is_planted() {
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows() {
        *count.entry(row[0].clone()).or_default() += 1;
    }
    for kind in KINDS {
        assert!(count.contains_key(*kind), "no {kind} is planted");
    }
}

#[test]
fn grouping_gets_no_help_from_a_story_field() {
    for (file, text) in files() {
        assert!(!text.contains("\"story\":"), "{file}");
        assert!(!text.contains(" story: "), "{file}");
    }
}

#[track_caller]
fn check(file: &str, words: &str, row: &[String]) {
    let files = files();
    let text = files
        .get(file)
        .unwrap_or_else(|| panic!("no file: {row:?}"));
    let found = text.matches(words).count();
    assert_eq!(found, 1, "{words:?} in {file}, of the row {row:?}");
}

fn rows() -> Vec<Vec<String>> {
    let table = fs::read_to_string("tests/fixtures/demo-planted.tsv").unwrap();
    let cells = |line: &str| line.split('\t').map(String::from).collect();
    table.lines().skip(1).map(cells).collect()
}

/// Every file by its name, its line breaks and runs of spaces as one space, marks of Markdown and
/// escapes of JSON left out.
fn files() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for story in fs::read_dir("assets/demo").unwrap() {
        for file in fs::read_dir(story.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            let name = path.strip_prefix("assets/demo").unwrap();
            found.insert(name.display().to_string(), read(&path));
        }
    }
    found
}

fn read(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let plain = text.replace("\\\"", "\"").replace("**", "");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
