//! The notes as a table (RFC 4180): a row for each passage that a note hangs on, and one for a note
//! on a whole story. A cell that a spreadsheet would take for a formula gets an apostrophe before
//! it, since its words may come from anyone.

use crate::model::note::{Note, Notes, Target};

const HEAD: &str =
    "id,story,created,modified,tags,note,outlet,headline,published,url,file,start,end,sha256,words";

/// With a head line; lines end in CR LF, as the standard has it.
pub fn document(notes: &Notes) -> String {
    let mut out = format!("{HEAD}\r\n");
    for note in notes.iter() {
        if note.targets.is_empty() {
            out += &row(note, &Target::default());
        }
        for target in &note.targets {
            out += &row(note, target);
        }
    }
    out
}

fn row(note: &Note, target: &Target) -> String {
    let number = |it: usize| match target.exact.is_empty() {
        true => String::new(),
        false => it.to_string(),
    };
    let cells = [
        note.id.0.clone(),
        note.story.clone(),
        note.created.clone(),
        note.modified.clone(),
        note.tags().join(" "),
        note.text.clone(),
        target.article.source.clone(),
        target.article.headline().to_string(),
        target.article.published.clone().unwrap_or_default(),
        target.article.url.clone().unwrap_or_default(),
        target.article.file.clone(),
        number(target.span.start()),
        number(target.span.end()),
        target.article.hash.clone(),
        target.exact.clone(),
    ];
    let cells: Vec<String> = cells.iter().map(|it| cell(it)).collect();
    cells.join(",") + "\r\n"
}

fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if formula {
        format!("'{text}")
    } else {
        text.to_string()
    };
    match text.contains(['"', ',', '\n', '\r', '\'']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(cell(text), expected);
    }

    #[test]
    fn cells_hold_whatever_is_in_them() {
        check("plain words", "plain words");
        check("a, \"b\"\nc", "\"a, \"\"b\"\"\nc\"");
        check("=1+1", "\"'=1+1\"");
    }
}
