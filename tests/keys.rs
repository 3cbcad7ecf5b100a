//! Anything in, a frame out: keys in any order, pastes, the mouse and sizes, on the demo; and
//! articles of any characters, on every screen. Nothing may panic, no cell may hold a character
//! that steers a terminal, and no row may leave its pane.
//!
//! Keys in any order write files, copy and call for an editor. So each property runs in a process
//! of its own, with a folder of its own to work in and no terminal to write to.

mod support;

use std::{env, path::PathBuf, process::Command};

use proptest::{
    collection::vec,
    prelude::{Just, ProptestConfig, Strategy, any},
    prop_assert, prop_assert_eq, prop_oneof, proptest,
    sample::select,
    test_runner::{TestCaseResult, TestError, TestRunner},
};
use support::{Reader, grouped};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;
use variorum::{
    app::press::Mouse,
    bundle,
    config::settings::Settings,
    geometry::wrap,
    input::{
        command::COMMANDS,
        key::{Code, Key},
        keymap::parse_keys,
    },
    model::bundle::Bundle,
    term::event::Event,
    text::safe,
};

/// Set in the process in which a property is tried.
const INSIDE: &str = "VARIORUM_TEST_INSIDE";

/// Something that a reader does.
#[derive(Clone, Debug)]
enum Step {
    Keys(Vec<Key>),
    Paste(String),
    Mouse(Mouse, (u16, u16)),
    Resize((u16, u16)),
}

#[test]
fn anything_a_reader_does_leaves_a_frame() {
    let case = (sizes(), vec(steps(), 1..60));
    property(
        "anything_a_reader_does_leaves_a_frame",
        16,
        case,
        |(size, steps)| {
            let mut reader = Reader::open(size);
            for step in steps {
                act(&mut reader, step);
                drawn(&mut reader)?;
            }
            Ok(())
        },
    );
}

#[test]
fn articles_of_any_characters_are_shown_safely() {
    let keys = [
        "", "j", "enter", "s", "d", "enter", "esc", "w", "esc", "W", "esc", "P", "esc", "m", "esc",
        "?", "esc", "p", "esc", "a", "esc", "z", "+", "g c", "g d", "g o", "g n", "g s", "F",
    ];
    let case = (sizes(), vec(texts(), 4));
    property(
        "articles_of_any_characters_are_shown_safely",
        12,
        case,
        |(size, texts)| {
            let mut reader = Reader::open_bundle(saved(&texts), size);
            for keys in keys {
                reader.press(keys);
                drawn(&mut reader)?;
                within_panes(&mut reader)?;
            }
            Ok(())
        },
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn wrapped_rows_fit_and_lose_nothing(text in texts(), width in 1u16..90) {
        let text = safe::one_line(&safe::sanitised(text).0).into_owned();
        let mut words = String::new();
        for span in wrap::rows(&text, width) {
            let row = span.of(&text);
            prop_assert!(fits(row, width), "{row:?} is wider than {width}");
            words.extend(row.split(' '));
        }
        prop_assert_eq!(words, text.replace(' ', ""));
    }
}

/// A letter that is wider than its row cannot be parted.
fn fits(row: &str, width: u16) -> bool {
    row.width() <= usize::from(width.max(1)) || row.graphemes(true).count() == 1
}

/// Tries a property of this name so many times, in a process of its own.
fn property<S: Strategy>(
    name: &str,
    cases: u32,
    case: S,
    holds: impl Fn(S::Value) -> TestCaseResult,
) {
    if env::var_os(INSIDE).is_none() {
        return outside(name);
    }
    // PROPTEST_CASES asks for more than the everyday number.
    let set = env::var_os("PROPTEST_CASES").is_some();
    let config = ProptestConfig {
        cases: if set {
            ProptestConfig::default().cases
        } else {
            cases
        },
        failure_persistence: None,
        max_shrink_iters: 200,
        ..ProptestConfig::default()
    };
    match TestRunner::new(config).run(&case, holds) {
        Ok(()) => (),
        Err(TestError::Fail(why, input)) => panic!("{why}\nwith {input:?}"),
        Err(error) => panic!("{error}"),
    }
}

fn outside(name: &str) {
    let folder = tempfile::tempdir().unwrap();
    let done = Command::new(env::current_exe().unwrap())
        .args([name, "--exact", "--nocapture"])
        .current_dir(folder.path())
        .env(INSIDE, "1")
        .env("HOME", folder.path())
        .env("TMPDIR", folder.path())
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{told}");
    let ran = String::from_utf8_lossy(&done.stdout);
    assert!(ran.contains("1 passed"), "{name} is no test's name");
}

fn sizes() -> impl Strategy<Value = (u16, u16)> {
    prop_oneof![
        6 => (20u16..160, 5u16..50),
        2 => (1u16..12, 1u16..8),
        1 => (1u16..=300, 1u16..=100),
    ]
}

fn steps() -> impl Strategy<Value = Step> {
    let mouse = select(vec![
        Mouse::Click,
        Mouse::Drag,
        Mouse::Release,
        Mouse::WheelUp,
        Mouse::WheelDown,
    ]);
    let key = |code| Step::Keys(vec![Key::plain(code)]);
    prop_oneof![
        20 => select(bindings()).prop_map(Step::Keys),
        4 => select(vec![Code::Enter, Code::Esc, Code::Backspace, Code::Left]).prop_map(key),
        3 => "[a-z/# ]".prop_map(move |it| key(Code::Char(it.chars().next().unwrap_or('a')))),
        1 => any::<char>().prop_map(move |it| key(Code::Char(it))),
        1 => words().prop_map(Step::Paste),
        4 => (mouse, (0u16..300, 0u16..100)).prop_map(|(what, at)| Step::Mouse(what, at)),
        2 => sizes().prop_map(Step::Resize),
    ]
}

/// The keys of every command.
fn bindings() -> Vec<Vec<Key>> {
    let keymap = Settings::defaults().keymap;
    let written = COMMANDS.iter().flat_map(|it| keymap.keys_of(it.command));
    written.map(|it| parse_keys(&it).unwrap()).collect()
}

fn act(reader: &mut Reader, step: Step) {
    match step {
        Step::Keys(keys) => {
            for key in keys {
                // What is offered for a path only grows, so that no other folder is written to.
                let shortens = key.held.ctrl || key.code == Code::Backspace;
                if !(shortens && reader.asks_for_a_path()) {
                    reader.handle(Event::Key(key));
                }
            }
        }
        Step::Paste(text) => reader.handle(Event::Paste(text)),
        Step::Mouse(what, at) => reader.handle(Event::Mouse(what, at)),
        Step::Resize(size) => reader.resize(size),
    }
    reader.wait();
}

/// A frame can be drawn, and no cell of it steers the terminal.
fn drawn(reader: &mut Reader) -> TestCaseResult {
    let steers =
        |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    for cell in reader.cells().content() {
        prop_assert!(!cell.symbol().contains(steers), "{:?}", cell.symbol());
    }
    Ok(())
}

/// No row is wider than its pane, and the lines between panes stand unbroken: where there is one beside the titles, there is one in
/// every row below them. No text holds this sign.
fn within_panes(reader: &mut Reader) -> TestCaseResult {
    for (row, width) in reader.rows_in_panes() {
        prop_assert!(fits(&row, width), "{row:?} is wider than {width}");
    }
    let in_panes = reader.in_panes();
    let cells = reader.cells();
    let area = cells.area;
    if !in_panes || area.height < 4 {
        return Ok(());
    }
    for column in 0..area.width {
        if cells[(column, 1)].symbol() == "│" {
            for row in 1..area.height - 1 {
                let sign = cells[(column, row)].symbol();
                prop_assert!(sign == "│", "{sign:?} at {column}, {row}:\n{cells:?}");
            }
        }
    }
    Ok(())
}

/// Articles saved as files of three formats, and read again. Three of them are of one story.
fn saved(texts: &[String]) -> Bundle {
    let folder = tempfile::tempdir().unwrap();
    let common = "A tram came off its rails at Alder Square on Tuesday, the operator said.";
    for (at, text) in texts.iter().enumerate() {
        let body = format!("{common}\n\n{text}\n\nNobody was hurt, it said.");
        let (ending, written) = match at {
            0 => ("txt", format!("{text}\n\n{body}")),
            1 => (
                "md",
                format!("---\ntitle: {text}\nstory: tram\n---\n{body}"),
            ),
            _ => {
                let record = serde_json::json!({
                    "title": text, "source": text, "story": "tram", "text": body,
                });
                ("json", record.to_string())
            }
        };
        std::fs::write(folder.path().join(format!("{at}.{ending}")), written).unwrap();
    }
    grouped(bundle::load(&[PathBuf::from(folder.path())]).unwrap())
}

/// Several paragraphs of anything.
fn texts() -> impl Strategy<Value = String> {
    vec(words(), 1..6).prop_map(|it| it.join(".\n\n"))
}

/// One line of words of every kind that has ever been drawn wrongly.
fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => "[A-Za-z]{1,12}[,.;]?",
        1 => "[a-z]{100,300}",
        2 => "[一-龥ぁ-ん]{1,20}",
        2 => select(vec!["👩\u{200d}🔬", "🇳🇴", "1\u{fe0f}\u{20e3}", "❤\u{fe0f}", "👍🏽", "ﷺ", "﷽"])
            .prop_map(str::to_string),
        1 => "e[\u{300}-\u{36f}]{1,40}",
        1 => "[\u{590}-\u{5ff}\u{600}-\u{6ff}]{1,12}",
        1 => "[\u{0}-\u{1f}\u{7f}-\u{9f}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2060}-\u{206f}\u{feff}]{1,4}",
        1 => select(vec!["\u{1b}[31m", "\u{1b}]0;x\u{7}", "\u{9b}2J", "\u{1b}c", "\u{e0041}"])
            .prop_map(str::to_string),
        1 => vec(any::<char>(), 1..6).prop_map(|it| it.into_iter().filter(|c| *c != '│').collect()),
        1 => Just("\t".to_string()),
    ];
    vec(word, 1..20).prop_map(|it| it.join(" "))
}
