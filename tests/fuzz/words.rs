//! The pure functions of strings: spans lie in the text on the boundaries of characters, nothing is
//! lost, and what is safe once stays so.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use variorum::{
    compare::words::{self, Change},
    config::settings::Settings,
    export::escape,
    geometry::wrap,
    input::keymap::parse_keys,
    text::{date, name, number, quote, safe, saying, sentence, span::Span, tag, token},
};

use crate::{
    input::{ARTICLES, text},
    trial::trial,
};

#[test]
fn splitter() {
    trial("splitter", |dice| text(dice, ARTICLES), |text| splits(text));
}

pub fn splits(text: &str) {
    let mut reached = 0;
    for span in sentence::split(text) {
        assert!(span.fits(text) && !span.is_empty() && reached <= span.start());
        let between = &text[reached..span.start()];
        assert!(
            between.chars().all(safe::is_blank),
            "{between:?} is in no sentence"
        );
        reached = span.end();
    }
    assert!(
        text[reached..].chars().all(safe::is_blank),
        "the end is in no sentence"
    );
}

#[test]
fn sanitiser() {
    trial(
        "sanitiser",
        |dice| text(dice, ARTICLES),
        |text| {
            let (safe, _) = safe::sanitised(text.clone());
            assert_eq!(safe.len(), text.len(), "bytes moved");
            let steers = |c: char| !safe::is_harmless(c);
            assert!(!safe.contains(steers), "{safe:?}");
            let again = safe::sanitised(safe.clone());
            assert_eq!(again.0, safe, "safe text changes");
            let line = safe::one_line(&safe).into_owned();
            assert_eq!(safe::one_line(&line), line);
            assert!(!line.contains(|c: char| c.is_control()), "{line:?}");
        },
    );
}

#[test]
fn tokens() {
    trial(
        "tokens",
        |dice| text(dice, ARTICLES),
        |text| {
            let tokens = token::tokens(text);
            let fits = |span: Span| assert!(span.fits(text), "{span:?}");
            let mut reached = 0;
            for it in &tokens {
                fits(it.span);
                assert!(reached <= it.span.start() && !it.span.is_empty());
                reached = it.span.end();
            }
            let words = token::words(text);
            date::datings(&words).iter().for_each(|it| fits(it.span));
            quote::quotes(text).iter().for_each(|it| fits(it.inner));
            let _ = number::numbers(text, &words);
            let _ = name::titled(text, &words);
            let _ = saying::sayings(text, &words);
            let _ = tag::tags(text);
        },
    );
}

#[test]
fn word_diff() {
    let pair = |dice: &mut crate::input::Dice| vec![text(dice, ARTICLES), text(dice, ARTICLES)];
    trial("word diff", pair, |pair: &Vec<String>| {
        let [a, b] = [0, 1].map(|at| pair.get(at).cloned().unwrap_or_default());
        let mut reached = (0, 0);
        for run in words::diff(&a, &b).runs {
            assert!(run.a.fits(&a) && run.b.fits(&b));
            assert!(reached.0 <= run.a.start() && reached.1 <= run.b.start());
            reached = (run.a.end(), run.b.end());
            assert_eq!(run.a.is_empty(), run.change == Change::Added);
            assert_eq!(run.b.is_empty(), run.change == Change::Removed);
        }
        let same = words::diff(&a, &a);
        assert!(same.runs.iter().all(|it| it.change == Change::Same));
    });
}

#[test]
fn wrapped_rows() {
    trial(
        "wrapped rows",
        |dice| text(dice, ARTICLES),
        |text| {
            let line = safe::one_line(&safe::sanitised(text.clone()).0).into_owned();
            for width in [0, 1, 2, 7, 40, 500] {
                let mut words = String::new();
                for row in wrap::rows(&line, width) {
                    assert!(row.fits(&line));
                    words.extend(row.of(&line).split(' '));
                }
                assert_eq!(words, line.replace(' ', ""));
            }
        },
    );
}

#[test]
fn markdown_writer() {
    trial(
        "markdown writer",
        |dice| text(dice, ARTICLES),
        |text| stays_text(text),
    );
}

/// Words put into a document are words to its reader: one paragraph of text, nothing else.
fn stays_text(text: &str) {
    let (safe, _) = safe::sanitised(text.to_string());
    let document = format!("{}\n\n- {}\n", escape::inline(&safe), escape::inline(&safe));
    let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    for event in Parser::new_ext(&document, options) {
        let plain = match &event {
            Event::Text(_) | Event::SoftBreak => true,
            Event::Start(tag) => matches!(tag, Tag::Paragraph | Tag::List(None) | Tag::Item),
            Event::End(tag) => {
                matches!(tag, TagEnd::Paragraph | TagEnd::List(false) | TagEnd::Item)
            }
            _ => false,
        };
        assert!(plain, "{event:?} in {document:?}");
    }
    if let Some(url) = escape::url(&safe) {
        assert!(!url.contains(['<', '>', ' ', '\n', '"']), "{url:?}");
    }
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

#[test]
fn keymap() {
    trial(
        "keymap",
        |dice| text(dice, KEYS),
        |text| {
            if let Ok(keys) = parse_keys(text) {
                assert!(!keys.is_empty());
            }
        },
    );
}

const SETTINGS: &[&str] = &[
    "theme = \"dark\"\nmouse = true\n[compare]\npanes = 3\nscroll = \"free\"\n[limits]\narticles = 9\n",
    "[keys.compare]\nwhy = [\"x\", \"g g\"]\nsplit = []\n[outlets]\n\"a.example\" = \"A\"\n[stories]\nsort = \"date\"\n",
    "[keys.everywhere]\nquit = [\"Q\"]\nopen = [\"Q\", \"Q Q\"]\n[keys]\n[compare.panes]\nx = 1e400\n",
];

#[test]
fn settings() {
    trial(
        "settings",
        |dice| text(dice, SETTINGS),
        |text| {
            let (settings, faults) = Settings::read(text);
            for fault in faults {
                let steers = |c: char| !safe::is_harmless(c) || c == '\n' || c == '\r';
                assert!(!fault.contains(steers), "{fault:?}");
            }
            assert!(1 <= settings.limits.articles && settings.compare.panes <= 6);
        },
    );
}
