//! The targets: what is tried, from which seeds, with which property. The everyday run and the
//! guided one (`guided`) try the same.

use crate::{
    engine,
    input::{self, ARTICLES, Dice},
    kept, reading, words,
};

/// Bytes that part the texts of an input that holds several.
const PARTED: char = '\u{1e}';

/// A property of one input.
pub struct Target {
    /// As it is asked for by name.
    pub name: &'static str,
    /// What inputs are made from.
    pub seeds: fn() -> Vec<String>,
    /// An input, made from the seeds.
    pub make: fn(&mut Dice, &[&str]) -> Vec<u8>,
    /// Panics where the property does not hold.
    pub holds: fn(&[u8]),
}

/// Every target, and a test of each name.
macro_rules! targets {
    ($($name:ident: $seeds:expr, $make:expr, $holds:expr;)*) => {
        /// All that are tried.
        pub const TARGETS: &[Target] = &[$(Target {
            name: stringify!($name),
            seeds: $seeds,
            make: $make,
            holds: $holds,
        }),*];

        $(#[test]
        fn $name() {
            crate::trial::daily(stringify!($name));
        })*
    };
}

targets! {
    splitter: articles, text, |it| words::splits(&as_text(it));
    sanitiser: articles, text, |it| words::sanitises(&as_text(it));
    tokens: articles, text, |it| words::reads_words(&as_text(it));
    word_diff: articles, texts, |it| words::differs(&nth(it, 0), &nth(it, 1));
    wrapped_rows: articles, text, |it| words::wraps(&as_text(it));
    markdown_writer: articles, text, |it| words::stays_text(&as_text(it));
    keymap: || owned(KEYS), text, |it| words::reads_keys(&as_text(it));
    settings: || owned(SETTINGS), text, |it| words::reads_settings(&as_text(it));
    reader_of_text: articles, input::bytes, |it| reading::by_one("txt", it);
    reader_of_markdown: articles, input::bytes, |it| reading::by_one("md", it);
    reader_of_saved_pages: articles, input::bytes, |it| reading::by_one("html", it);
    reader_of_json: articles, input::bytes, |it| reading::by_one("json", it);
    reader_of_json_lines: articles, input::bytes, |it| reading::by_one("jsonl", it);
    reader_of_files_without_extension: articles, input::bytes, |it| reading::by_one("", it);
    engine: articles, texts, |it| engine::judges(&all(it));
    engine_whatever_the_order: articles, texts, |it| engine::turned_round(&all(it));
    journal: || vec![kept::written()], input::bytes, kept::opens;
    imported_notes: || owned(ANNOTATIONS), text, |it| kept::imports(&as_text(it));
    refreshed_export: exports, texts, |it| kept::refreshes(&nth(it, 0), &nth(it, 1));
}

fn articles() -> Vec<String> {
    owned(ARTICLES)
}

fn exports() -> Vec<String> {
    vec![kept::exported(), EXPORT.to_string()]
}

fn owned(seeds: &[&str]) -> Vec<String> {
    seeds.iter().map(|it| (*it).to_string()).collect()
}

fn text(dice: &mut Dice, seeds: &[&str]) -> Vec<u8> {
    input::text(dice, seeds).into_bytes()
}

/// Two to four texts, of which some come from one.
fn texts(dice: &mut Dice, seeds: &[&str]) -> Vec<u8> {
    let mut found = vec![input::text(dice, seeds)];
    for _ in 0..=dice.below(3) {
        let first: &[&str] = &[&found[0]];
        let from = if dice.below(3) == 0 { seeds } else { first };
        let next = input::text(dice, from);
        found.push(next);
    }
    found.join(&PARTED.to_string()).into_bytes()
}

fn as_text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// At most five texts: the cost grows with their pairs.
fn all(bytes: &[u8]) -> Vec<String> {
    let text = as_text(bytes);
    text.split(PARTED).take(5).map(str::to_string).collect()
}

fn nth(bytes: &[u8], at: usize) -> String {
    all(bytes).into_iter().nth(at).unwrap_or_default()
}

const KEYS: &[&str] = &[
    "ctrl-a",
    "g g",
    "shift-tab",
    "alt-left",
    "f1",
    "enter",
    "space",
    "] n",
    "ctrl-alt-shift-x",
];

const SETTINGS: &[&str] = &[
    "theme = \"dark\"\nmouse = true\n[compare]\npanes = 3\nscroll = \"free\"\n[limits]\narticles = 9\n",
    "[keys.compare]\nwhy = [\"x\", \"g g\"]\nsplit = []\n[outlets]\n\"a.example\" = \"A\"\n[stories]\nsort = \"date\"\n",
    "[keys.everywhere]\nquit = [\"Q\"]\nopen = [\"Q\", \"Q Q\"]\n[keys]\n[compare.panes]\nx = 1e400\n",
];

const ANNOTATIONS: &[&str] = &[
    "{\"@context\": \"http://www.w3.org/ns/anno.jsonld\", \"id\": \"urn:n-aaaaaaaaaa\", \"type\": \"Annotation\", \"body\": \
     {\"type\": \"TextualBody\", \"value\": \"Who?\"}, \"target\": {\"source\": \"http://a.example\", \"selector\": \
     [{\"type\": \"TextQuoteSelector\", \"exact\": \"It is not safe\", \"prefix\": \"a\", \"suffix\": \"b\"}, {\"type\": \
     \"TextPositionSelector\", \"start\": 3, \"end\": 9}]}, \"created\": \"2025-12-06T02:03:29Z\"}",
    "[{\"type\": \"Annotation\", \"bodyValue\": \"x\", \"target\": \"http://a.example\"}]",
];

const EXPORT: &str = "# Notes\n\nMine.\n\n<!-- variorum:begin a -->\n\nOne\n\n<!-- variorum:end a -->\n\nMine too.\n";
