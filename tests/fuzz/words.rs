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

/// Made safe, a text keeps its length, steers nothing and stays the same a second time.
pub fn sanitises(text: &str) {
    let (safe, _) = safe::sanitised(text.to_string());
    assert_eq!(safe.len(), text.len(), "bytes moved");
    let steers = |c: char| !safe::is_harmless(c);
    assert!(!safe.contains(steers), "{safe:?}");
    let again = safe::sanitised(safe.clone());
    assert_eq!(again.0, safe, "safe text changes");
    let line = safe::one_line(&safe).into_owned();
    assert_eq!(safe::one_line(&line), line);
    assert!(!line.contains(|c: char| c.is_control()), "{line:?}");
}

/// Words, dates and quotations lie in the text.
pub fn reads_words(text: &str) {
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
}

/// The rows of a wrapped line hold its words and nothing else.
pub fn wraps(text: &str) {
    let line = safe::one_line(&safe::sanitised(text.to_string()).0).into_owned();
    for width in [0, 1, 2, 7, 40, 500] {
        let mut words = String::new();
        for row in wrap::rows(&line, width) {
            assert!(row.fits(&line));
            words.extend(row.of(&line).split(' '));
        }
        assert_eq!(words, line.replace(' ', ""));
    }
}

/// What is read as keys is at least one.
pub fn reads_keys(text: &str) {
    if let Ok(keys) = parse_keys(text) {
        assert!(!keys.is_empty());
    }
}

/// Settings are read within their bounds, and their faults are safe to print.
pub fn reads_settings(text: &str) {
    let (settings, faults) = Settings::read(text);
    for fault in faults {
        let steers = |c: char| !safe::is_harmless(c) || c == '\n' || c == '\r';
        assert!(!fault.contains(steers), "{fault:?}");
    }
    assert!(1 <= settings.limits.articles && settings.compare.panes <= 6);
}

/// The runs of a word diff follow each other in both texts, and a text has no difference from itself.
pub fn differs(a: &str, b: &str) {
    let mut reached = (0, 0);
    for run in words::diff(a, b).runs {
        assert!(run.a.fits(a) && run.b.fits(b));
        assert!(reached.0 <= run.a.start() && reached.1 <= run.b.start());
        reached = (run.a.end(), run.b.end());
        assert_eq!(run.a.is_empty(), run.change == Change::Added);
        assert_eq!(run.b.is_empty(), run.change == Change::Removed);
    }
    let same = words::diff(a, a);
    assert!(same.runs.iter().all(|it| it.change == Change::Same));
}

/// Words put into a document are words to its reader: one paragraph of text, nothing else.
pub fn stays_text(text: &str) {
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
