//! An annotation that another program made, as a note: its text and tags, the words it quotes and
//! the address it quotes them from. One that quotes no words is not taken, since a note of ours
//! hangs on words.

use serde_json::Value;

use crate::{
    model::note::{Cited, Note, NoteId, Target},
    store::annotation,
    text::{safe, span::Span},
};

/// `now` stands in for missing times.
///
/// # Errors
/// Why it is no annotation that could be used.
pub(crate) fn note(value: Value, now: &str) -> Result<Note, String> {
    if !list(&value["type"]).iter().any(|it| *it == "Annotation") {
        return Err("is no annotation".to_string());
    }
    let targets: Vec<Target> = list(&value["target"])
        .into_iter()
        .filter_map(target)
        .collect();
    if targets.is_empty() {
        return Err("quotes no words".to_string());
    }
    let text = text(&value);
    let created = string(&value["created"]).unwrap_or_else(|| now.to_string());
    let iri = string(&value["id"]);
    let id = iri.map_or_else(|| NoteId::new(&created, &text, 0), |it| annotation::id(&it));
    Ok(Note {
        id,
        story: String::new(),
        targets,
        articles: Vec::new(),
        modified: string(&value["modified"]).unwrap_or_else(|| created.clone()),
        text,
        created,
    })
}

/// The bodies one after another, tags as tags.
fn text(value: &Value) -> String {
    let plain = string(&value["bodyValue"]);
    let bodies = list(&value["body"]).into_iter().filter_map(|body| {
        let text = string(body).or_else(|| string(&body["value"]))?;
        Some(match body["purpose"].as_str() {
            Some("tagging") => {
                format!("#{}", text.split_whitespace().collect::<Vec<_>>().join("-"))
            }
            _ => text,
        })
    });
    plain
        .into_iter()
        .chain(bodies)
        .collect::<Vec<_>>()
        .join("\n\n")
}

fn target(value: &Value) -> Option<Target> {
    let selectors = list(&value["selector"]);
    let of = |kind: &str| selectors.iter().find(|it| it["type"] == kind);
    let quote = of("TextQuoteSelector")?;
    let part = |name: &str| string(&quote[name]).map(|it| safe::one_line(&it).into_owned());
    let source = &value["source"];
    let url = string(source).or_else(|| string(&source["id"]))?;
    let place = |kind: &str| of(kind).map(|it| span(it)).unwrap_or_default();
    Some(Target {
        article: Cited {
            url: Some(url),
            ..Cited::default()
        },
        span: place("DataPositionSelector"),
        chars: place("TextPositionSelector"),
        exact: part("exact").filter(|it| !it.is_empty())?,
        prefix: part("prefix").unwrap_or_default(),
        suffix: part("suffix").unwrap_or_default(),
        copies: 1,
    })
}

fn span(selector: &Value) -> Span {
    let at = |name: &str| {
        selector[name]
            .as_u64()
            .and_then(|it| usize::try_from(it).ok())
    };
    Span::new(
        at("start").unwrap_or_default(),
        at("end").unwrap_or_default(),
    )
}

fn string(value: &Value) -> Option<String> {
    let text = value.as_str()?.to_string();
    Some(safe::sanitised(text).0)
}

/// JSON-LD writes one or several alike.
fn list(value: &Value) -> Vec<&Value> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(all) => all.iter().collect(),
        one => vec![one],
    }
}
