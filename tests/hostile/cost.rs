//! Texts made to cost much: one thing said over and over, so that whatever looks ahead or back from
//! each place looks far. The bound is some hundred times what they cost, and some tenth of what a
//! step that grows with the square of the length would.

use std::time::{Duration, Instant};

use variorum::{
    bundle,
    text::{quote, safe, sentence, span::Span, token},
};

use crate::folder::Folder;

/// Bytes of a text.
const LENGTH: usize = 32 << 10;
const PATIENCE: Duration = Duration::from_secs(4);

/// Each is repeated; what is special to plain text, Markdown, HTML, sentences, terminals, values.
const UNITS: &[&str] = &[
    "a",
    " ",
    "\n",
    "a\n\n",
    "Read more:\n\n",
    "Table of contents\n\n",
    "Share\nHome\n\nThe pier was shut for a year on Monday.\n\n",
    ". . . ",
    ".",
    ". ",
    "a.",
    "A.",
    "A. ",
    "Aaa.",
    "!",
    "!-",
    "? ",
    "?!",
    "… ",
    "\"",
    "\" ",
    "a\"",
    "\"A.\" ",
    "'",
    "(",
    ")",
    "( ",
    "[",
    "[a",
    "](",
    "[a](b/",
    "[a](b/)",
    "[a][b]",
    "![",
    "![a](b) ",
    "<",
    "<a ",
    "<b>",
    "<a<b>",
    "<a href=\"",
    "<!--",
    "<!",
    "</",
    "<script>",
    "<td>",
    "<li>",
    "<br>",
    "<article>",
    "</article>",
    "<nav></aside>",
    "<nav a='b' c",
    "<p/a ",
    "&",
    "&amp;",
    "&#x41;",
    "&#",
    "*",
    "*a ",
    "*a*",
    "**a**",
    "**a** ",
    "_a_",
    " _a_",
    "`a ",
    "~~a~~",
    "\\*",
    "# \n",
    "# a\n",
    "- a\n",
    "1. a\n",
    "| a |\n",
    "|",
    "> ",
    ">",
    "---\n",
    "a\n===\n",
    "+++\n",
    "\u{1b}]",
    "\u{1b}[",
    "\u{1b}[;;",
    "\u{9d}",
    "\u{1b}P a",
    "\u{1b}X\u{7}",
    "\u{202e}",
    "\u{301}",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}",
    "\u{200b}",
    "\u{e0041}",
    "\u{200d}",
    "👩\u{200d}",
    "中",
    "中。",
    "1",
    "1,",
    "1.",
    "1 ",
    "12 ",
    "1990 ",
    "2025-12-06 ",
    "6 December 2025. ",
    "Mr. ",
    "U.S. ",
    "e.g. ",
    "J. ",
    "he said ",
    "\"It is so,\" Roe said. ",
    "not ",
    "may ",
    "Mr Roe ",
    "http://a.b/c ",
    "a@b.c ",
    "a: b\n",
    "title: x\n",
    "Photo: A / AFP\n",
    "(A / AFP) ",
    "Share\n",
    "Aaa bbb ",
    "The ferry ran aground. ",
    "The ferry ran aground.\n\n",
    "£18,000 ",
    "8% ",
    "and ",
    "a-",
    "— ",
    "one hundred thousand ",
    "half a ",
    "the prime minister of the ",
    "\t",
    "\r",
    "\u{b}",
    "\u{1}",
    "\u{fffd}",
    "/",
    "a/",
    "a, ",
    "a; ",
    "#tag ",
    "''",
    "“",
    "”",
    "“a ",
    "«",
    "of the ",
    "Q: ",
    "A: a\n",
    "{",
    "[{",
    "\\",
    "\\u",
    "\\ud83d",
    "\\n",
];

fn repeated(unit: &str) -> String {
    unit.repeat(LENGTH / unit.len())
}

/// The time that something takes, held to the bound.
#[track_caller]
fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let done = work();
    let took = begun.elapsed();
    assert!(took < PATIENCE, "{what} took {took:?}");
    done
}

#[test]
fn cutting_costs_no_more_for_being_repeated() {
    for unit in UNITS {
        let text = repeated(unit);
        let (text, _) = timed(&format!("sanitising {unit:?}"), || safe::sanitised(text));
        timed(&format!("sentences of {unit:?}"), || sentence::split(&text));
        timed(&format!("tokens of {unit:?}"), || token::tokens(&text));
        timed(&format!("quotes of {unit:?}"), || quote::quotes(&text));
        let line = timed(&format!("one line of {unit:?}"), || safe::one_line(&text));
        assert!(line.len() <= text.len());
        assert!(safe::trimmed(&text, Span::new(0, text.len())).fits(&text));
    }
}

#[test]
fn reading_costs_no_more_for_being_repeated() {
    for unit in UNITS {
        let text = repeated(unit);
        let marked = serde_json::json!({"title": "A pier", "text": format!("<p>a</p>{text}")});
        for (name, text) in [
            ("a.txt", format!("A pier\n\n{text}")),
            ("a.md", format!("A pier\n\n{text}")),
            ("b.md", format!("---\ntitle: {text}\n")),
            ("a.json", marked.to_string()),
            ("a.html", format!("<article><p>a</p>{text}")),
            ("b.json", text.clone()),
            ("c.json", format!("{{\"text\": \"{text}")),
        ] {
            let folder = Folder::with(name, text);
            let what = format!("{name} of {unit:?}");
            let loaded = timed(&what, || bundle::load(&[folder.path()]));
            // What is refused is refused with a message.
            if let Err(error) = loaded {
                assert!(error.to_string().contains(name), "{error}");
            }
        }
    }
}
