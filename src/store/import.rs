//! Notes from Web Annotations of any program: a page or collection of them, a list, a single one,
//! or one a line. Those of our own come back as they were; of others the text, the tags, the
//! quoted words and their address are taken (see `store::foreign`). What cannot be used is told,
//! and the rest is taken.

use serde_json::Value;

use crate::{
    model::{
        decision::Decided,
        note::{Change, Note, NoteId},
    },
    store::{
        foreign,
        record::{self, Entry},
    },
};

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    pub notes: Vec<Note>,
    /// The reader's decisions, where a journal of ours holds them.
    pub decisions: Vec<Decided>,
    pub warnings: Vec<String>,
}

/// Reads a document. `now` (RFC 3339, UTC) stands in for the times that an annotation lacks.
pub fn notes(text: &str, now: &str) -> Imported {
    let mut found = Imported::default();
    match serde_json::from_str::<Value>(text) {
        Ok(value) => take(value, "the document", now, &mut found),
        Err(error) if text.trim().lines().count() < 2 => {
            found
                .warnings
                .push(format!("the document is no JSON: {}", fault(&error)));
        }
        Err(_) => lines(text, now, &mut found),
    }
    found
}

/// What is wrong, with the place in the line or document.
fn fault(error: &serde_json::Error) -> String {
    let said = error.to_string();
    let what = said.split(" at line ").next().unwrap_or_default();
    format!("{what}, in column {}; mend it there", error.column())
}

fn lines(text: &str, now: &str, found: &mut Imported) {
    for (at, line) in text
        .lines()
        .enumerate()
        .filter(|(_, it)| !it.trim().is_empty())
    {
        let place = format!("line {}", at + 1);
        match serde_json::from_str(line) {
            Ok(value) => take(value, &place, now, found),
            Err(error) => {
                let why = fault(&error);
                found.warnings.push(format!("{place} is no JSON: {why}"));
            }
        }
    }
}

/// Whether something to take from stands under the key.
fn holds(value: &Value, key: &str) -> bool {
    let inner = value.get(key);
    inner.is_some_and(|it| it.is_array() || it.is_object())
}

/// One annotation, or several in a list, a page or a collection.
fn take(mut value: Value, place: &str, now: &str, found: &mut Imported) {
    let key = ["items", "first"].into_iter().find(|it| holds(&value, it));
    let inner = key.map(|it| value[it].take());
    match inner.unwrap_or(value) {
        Value::Array(all) => {
            for (at, it) in all.into_iter().enumerate() {
                take(it, &format!("{place}, item {}", at + 1), now, found);
            }
        }
        one @ Value::Object(_) if holds(&one, "items") => take(one, place, now, found),
        one => match record::from_value(one.clone()) {
            Entry::Change(Change::Put(note)) => keep(*note, found),
            Entry::Change(Change::Decide(decided)) => found.decisions.push(*decided),
            // Parts of a journal that make no note.
            Entry::Change(_) | Entry::Head { .. } => (),
            Entry::Unknown | Entry::Broken(_) => match foreign::note(one, now) {
                Ok(note) => keep(dated(note, place, now, found), found),
                Err(why) => found.warnings.push(format!("{place}: {why}")),
            },
        },
    }
}

/// Bytes of the longest id that a note may bring along.
const ID: usize = 300;

/// A note of another program, with dates that are some.
fn dated(mut note: Note, place: &str, now: &str, found: &mut Imported) -> Note {
    for date in [&mut note.created, &mut note.modified] {
        if date.parse::<jiff::Timestamp>().is_err() {
            let told = format!("{place}: its date is none and becomes that of today");
            if !found.warnings.contains(&told) {
                found.warnings.push(told);
            }
            *date = now.to_string();
        }
    }
    note
}

/// Keeps a note, with an id that is some.
fn keep(mut note: Note, found: &mut Imported) {
    if note.id.0.trim().is_empty() || ID < note.id.0.len() {
        note.id = NoteId::new(&note.created, &note.text, 0);
    }
    found.notes.push(note);
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: &str = "2031-03-08T10:00:00Z";

    /// Text, exact words and address of each note; and the number of warnings.
    #[track_caller]
    fn check(document: &str, expected: &[&str], warnings: usize) {
        let found = notes(document, NOW);
        let told = found.notes.iter().map(|it| {
            let target = it.targets.first().cloned().unwrap_or_default();
            format!(
                "{}|{}|{}",
                it.text,
                target.exact,
                target.article.url.unwrap_or_default()
            )
        });
        assert_eq!(told.collect::<Vec<_>>(), expected);
        assert_eq!(found.warnings.len(), warnings, "{:?}", found.warnings);
    }

    const FOREIGN: &str = r#"{"@context": "http://www.w3.org/ns/anno.jsonld", "id": "http://a.example/1",
        "type": "Annotation", "body": [{"type": "TextualBody", "value": "Look"},
        {"type": "TextualBody", "value": "ferry", "purpose": "tagging"}],
        "target": {"source": "http://post.example/x", "selector": [{"type": "TextPositionSelector",
        "start": 3, "end": 9}, {"type": "TextQuoteSelector", "exact": "It was late."}]}}"#;

    #[test]
    fn annotations_of_others_are_taken() {
        let note = "Look\n\n#ferry|It was late.|http://post.example/x";
        check(FOREIGN, &[note], 0);
        check(&format!("[{FOREIGN}, {FOREIGN}]"), &[note, note], 0);
        check(
            &format!("{{\"type\": \"AnnotationPage\", \"items\": [{FOREIGN}]}}"),
            &[note],
            0,
        );
        let first = format!("{{\"first\": {{\"items\": [{FOREIGN}]}}}}");
        check(&first, &[note], 0);
        let page =
            r#"{"type": "Annotation", "bodyValue": "On a page", "target": "http://a.example/"}"#;
        check(page, &[], 1);
    }

    #[test]
    fn ids_and_dates_are_some() {
        for (id, created, told) in [
            ("http://a.example/1", "not a date", 1),
            ("", "2031-03-08T10:00:00Z", 0),
            (&"i".repeat(5000), "2031-03-08T10:00:00.5+02:00", 0),
        ] {
            let document = FOREIGN.replace("http://a.example/1", id);
            let document = document.replacen('{', &format!("{{\"created\": \"{created}\", "), 1);
            let found = notes(&document, NOW);
            assert_eq!(found.warnings.len(), told, "{:?}", found.warnings);
            let note = &found.notes[0];
            assert!((1..=ID).contains(&note.id.0.len()), "{}", note.id);
            assert!(note.created.parse::<jiff::Timestamp>().is_ok());
        }
    }

    #[test]
    fn what_is_no_annotation_is_told() {
        check("not json", &[], 1);
        check("[1, {\"type\": \"Person\"}]", &[], 2);
        let line = FOREIGN.replace('\n', " ");
        check(
            &format!("{line}\nbroken\n{line}"),
            &["Look\n\n#ferry|It was late.|http://post.example/x"; 2],
            1,
        );
    }
}
