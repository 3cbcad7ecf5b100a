//! One line of the journal: a note as it now stands, the deletion of one, or the head of the
//! file. Every line is a JSON document of its own and says what it is.
//!
//! What a later version may add is told apart from what is broken, and neither is ever dropped:
//! see `store::compact`.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::{
    model::note::{Change, Note},
    store::{
        annotation::{self, Annotation, VERSION},
        decision,
    },
    text::safe,
};

/// What a line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// The first line of a journal. `generation` changes whenever the journal is written anew.
    Head {
        generation: String,
        /// Whether a later version wrote it.
        later: bool,
    },
    Change(Change),
    /// JSON, but no record of this version.
    Unknown,
    /// No JSON, or a record with parts missing; why.
    Broken(String),
}

#[derive(Serialize, Deserialize)]
struct Head {
    r#type: String,
    version: u32,
    generation: String,
}

/// The record of a change, with its line break.
pub fn line(change: &Change) -> String {
    let value = match change {
        Change::Put(note) => serde_json::to_string(&Annotation::from(note.as_ref())),
        Change::Delete(id) => serde_json::to_string(&gone(annotation::iri(id))),
        Change::Decide(decided) => serde_json::to_string(&decision::Record::from(decided.as_ref())),
        Change::Revoke(id) => serde_json::to_string(&gone(decision::iri(id))),
    };
    value.expect("strings and numbers can always be written as JSON") + "\n"
}

fn gone(iri: String) -> Value {
    json!({
        "@context": "https://www.w3.org/ns/activitystreams",
        "type": "Delete",
        "object": iri,
    })
}

/// The first line of a journal, with its line break.
pub fn head(generation: &str) -> String {
    let head = json!({"type": HEAD, "version": VERSION, "generation": generation});
    format!("{head}\n")
}

const HEAD: &str = "variorum:Journal";

/// Reads one line; never fails, see [`Entry`].
pub fn read(line: &[u8]) -> Entry {
    match serde_json::from_slice(line) {
        Ok(value) => from_value(value),
        Err(error) => Entry::Broken(error.to_string()),
    }
}

/// The same for a record that is JSON already.
pub fn from_value(value: Value) -> Entry {
    let read = match value["type"].as_str() {
        Some("Annotation") => put(value),
        Some("Delete") => delete(&value),
        Some(decision::TYPE) => decide(value),
        Some(HEAD) => serde_json::from_value(value).map(|head: Head| Entry::Head {
            generation: head.generation,
            later: VERSION < head.version,
        }),
        _ => Ok(Entry::Unknown),
    };
    read.unwrap_or_else(|error| Entry::Broken(error.to_string()))
}

/// Whether this version can know what a record means.
fn is_known(value: &Value) -> bool {
    let version = value["variorum:version"].as_u64();
    version.is_some_and(|it| it <= u64::from(VERSION))
}

fn decide(mut value: Value) -> serde_json::Result<Entry> {
    make_safe(&mut value);
    if !is_known(&value) {
        return Ok(Entry::Unknown);
    }
    let record: decision::Record = serde_json::from_value(value)?;
    let decided = record.decided().map(Box::new);
    Ok(decided.map_or(Entry::Unknown, |it| Entry::Change(Change::Decide(it))))
}

fn put(mut value: Value) -> serde_json::Result<Entry> {
    make_safe(&mut value);
    if !is_known(&value) {
        return Ok(Entry::Unknown);
    }
    let annotation: Annotation = serde_json::from_value(value)?;
    Ok(Entry::Change(Change::Put(Box::new(Note::from(annotation)))))
}

/// Journals come from elsewhere, too, and what they hold is shown on terminals.
fn make_safe(value: &mut Value) {
    match value {
        Value::String(text) => *text = safe::sanitised(std::mem::take(text)).0,
        Value::Array(all) => all.iter_mut().for_each(make_safe),
        Value::Object(all) => all.values_mut().for_each(make_safe),
        Value::Null | Value::Bool(_) | Value::Number(_) => (),
    }
}

fn delete(value: &Value) -> serde_json::Result<Entry> {
    Ok(match value["object"].as_str() {
        Some(iri) => Entry::Change(match decision::id(iri) {
            Some(id) => Change::Revoke(id),
            None => Change::Delete(annotation::id(iri)),
        }),
        None => Entry::Unknown,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::{
            decision::{Decided, Decision, DecisionId},
            discrepancy::DiscrepancyKind,
            grouping::Grouping,
            note::{Cited, NoteId, Target},
            ruling::{Judged, Ruling, Verdict},
        },
        text::span::Span,
    };

    fn note(targets: Vec<Target>) -> Change {
        Change::Put(Box::new(Note {
            id: NoteId("n-0123456789".into()),
            story: "Ferry late".into(),
            articles: match targets.is_empty() {
                true => vec![target(None).article],
                false => Vec::new(),
            },
            targets,
            text: "Who says \"late\"?\n#ferry\u{1f6a2}".into(),
            created: "2025-03-01T10:00:00Z".into(),
            modified: "2025-03-01T10:05:00Z".into(),
        }))
    }

    fn target(url: Option<&str>) -> Target {
        Target {
            article: Cited {
                source: "Harbour Post".into(),
                title: "Ferry “late”".into(),
                file: "post.txt".into(),
                url: url.map(str::to_string),
                published: Some("2025-03-01".into()),
                hash: "00ff".into(),
            },
            span: Span::new(5, 40),
            chars: Span::new(5, 36),
            exact: "It was late.".into(),
            prefix: "Before.".into(),
            suffix: "After.".into(),
            copies: 2,
        }
    }

    /// Out and in again.
    #[track_caller]
    fn check(change: Change) {
        let line = line(&change);
        assert_eq!(line.matches('\n').count(), 1, "{line}");
        assert_eq!(read(line.trim_end().as_bytes()), Entry::Change(change));
    }

    #[test]
    fn records_are_read_as_they_were_written() {
        check(note(Vec::new()));
        check(note(vec![
            target(None),
            target(Some("https://example.org/a?b=c")),
        ]));
        check(note(vec![target(Some("not an address"))]));
        check(Change::Delete(NoteId("n-0123456789".into())));
    }

    #[test]
    fn decisions_are_read_as_they_were_written() {
        let (one, other) = (target(None), target(Some("https://example.org/a")));
        let pair = Box::new((one.clone(), other.clone()));
        let judged = Judged {
            kind: DiscrepancyKind::Number,
            readings: vec![("83".into(), one.clone()), (String::new(), other.clone())],
        };
        let (one, other) = (vec![one.article], vec![other.article]);
        for decision in [
            Decision::Link(Ruling::Pin, pair.clone()),
            Decision::Link(Ruling::Forbid, pair),
            Decision::Judge(Verdict::Confirm, judged.clone()),
            Decision::Judge(Verdict::Dismiss, judged),
            Decision::Group(Grouping::Split {
                moved: one.clone(),
                rest: other.clone(),
            }),
            Decision::Group(Grouping::Merge { one, other }),
        ] {
            check(Change::Decide(Box::new(Decided {
                id: DecisionId("d-0123456789".into()),
                at: "2025-03-01T10:00:00.000001Z".into(),
                decision,
            })));
        }
        check(Change::Revoke(DecisionId("d-0123456789".into())));
    }

    #[test]
    fn what_could_steer_a_terminal_is_not_read() {
        let mut sly = note(Vec::new());
        if let Change::Put(note) = &mut sly {
            note.text = "a\u{1b}[2Jb\tc\nd".into();
        }
        let Entry::Change(Change::Put(read)) = read(line(&sly).as_bytes()) else {
            panic!("a note")
        };
        assert_eq!(read.text, "a    b\tc\nd");
    }

    #[test]
    fn a_record_is_a_web_annotation() {
        let line = line(&note(vec![target(Some("https://example.org/a"))]));
        let value: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(value["@context"][0], "http://www.w3.org/ns/anno.jsonld");
        assert_eq!(value["type"], "Annotation");
        assert_eq!(value["id"], "urn:variorum:n-0123456789");
        assert_eq!(value["body"][0]["type"], "TextualBody");
        assert_eq!(
            value["body"][1],
            json!({"type": "TextualBody", "value": "ferry", "purpose": "tagging"})
        );
        let target = &value["target"][0];
        assert_eq!(target["source"]["id"], "https://example.org/a");
        assert_eq!(target["selector"][0]["exact"], "It was late.");
        assert_eq!(target["selector"][1]["type"], "TextPositionSelector");
        assert_eq!(target["selector"][1]["end"], 36);
        assert_eq!(target["selector"][2]["end"], 40);
    }

    #[test]
    fn a_story_is_a_target_too() {
        let value: Value = serde_json::from_str(&line(&note(Vec::new()))).unwrap();
        assert_eq!(value["target"][0]["dcterms:title"], "Ferry late");
    }

    #[test]
    fn what_is_not_known_is_told_from_what_is_broken() {
        let later = line(&note(Vec::new())).replace("version\":1", "version\":2");
        assert_eq!(read(later.as_bytes()), Entry::Unknown);
        assert_eq!(read(b"{\"type\":\"Pin\"}"), Entry::Unknown);
        assert_eq!(read(b"[]"), Entry::Unknown);
        let short = line(&note(Vec::new())).replace("\"modified\"", "\"mod\"");
        for broken in [short.as_bytes(), b"{\"type\":", b"\0\0\0", b"\xff", b""] {
            assert!(matches!(read(broken), Entry::Broken(_)), "{broken:?}");
        }
        assert_eq!(
            read(head("g1").trim_end().as_bytes()),
            Entry::Head {
                generation: "g1".into(),
                later: false,
            }
        );
    }
}
