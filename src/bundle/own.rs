//! Files that the program wrote itself and that may lie among the articles: the journal of notes, exported
//! notes, reports. They are about articles and are none.

use crate::{bundle::loaded::Loaded, model::bundle::Warning};

/// Bytes at the beginning of a file in which it says what it is.
const HEAD: usize = 400;

/// Passes a file of our own over, and says so; false where it is none.
pub(crate) fn passed_over(name: &str, text: &str, loaded: &mut Loaded) -> bool {
    let Some(what) = what(text) else {
        return false;
    };
    loaded.warnings.push(Warning {
        file: name.to_string(),
        message: format!("is {what} that Variorum wrote, and no article"),
        skipped: false,
    });
    true
}

fn what(text: &str) -> Option<&'static str> {
    let end = (0..=HEAD.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at))?;
    let head = &text[..end];
    let line = head.lines().next().unwrap_or_default();
    if line.starts_with('{') && line.contains("\"variorum:Journal\"") {
        Some("a journal of notes")
    } else if head.starts_with('{') && head.contains("\"urn:variorum:notes\"") {
        Some("an export of notes")
    } else if head.starts_with('{') && head.contains("\"variorum.report/") {
        Some("a report")
    } else if is_marked(text) || is_page(head) {
        Some("an export of notes")
    } else if head.starts_with("# Comparison of news coverage\n") {
        Some("a report")
    } else {
        None
    }
}

fn is_marked(text: &str) -> bool {
    text.contains("\n<!-- variorum ") && text.contains("\n<!-- /variorum -->")
}

fn is_page(head: &str) -> bool {
    head.starts_with("<!doctype html>") && head.contains("<title>Notes on news coverage</title>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(what(text), expected);
    }

    #[test]
    fn what_the_program_wrote_is_known() {
        let journal = "{\"generation\":\"x\",\"type\":\"variorum:Journal\",\"version\":1}\n";
        check(journal, Some("a journal of notes"));
        let marked = "---\ntitle: Notes\n---\n\n<!-- variorum n-1 abc -->\nx\n<!-- /variorum -->\n";
        check(marked, Some("an export of notes"));
        check("{\n  \"schema\": \"variorum.report/1\",", Some("a report"));
    }

    #[test]
    fn an_article_is_none_of_these() {
        check("Weir gives way\n\nA variorum of news, it was said.", None);
        check(
            "{\"title\": \"About variorum:Journal\", \"text\": \"x\"}",
            None,
        );
        check("", None);
    }
}
