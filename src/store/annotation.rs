//! A note as the Web Annotation Data Model (W3C Recommendation, 2017) writes it: the shape of a
//! record in the journal and of what other programs are given. Nothing is lost on the way out and
//! in again; what is not in the standard stands under the prefix `variorum`.
//!
//! A target carries three selectors: the words (TextQuoteSelector), their characters
//! (TextPositionSelector) and their bytes (DataPositionSelector). Its source is the web address
//! where that is one, else a name made of the digest of the text.

use serde::{Deserialize, Serialize};

use crate::{
    model::note::{Note, NoteId, Target},
    text::{digest, span::Span},
};

/// The version of the shape, as records carry it.
pub const VERSION: u32 = 1;
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
const TERMS: &str = "urn:variorum:terms:";
const NOTE: &str = "urn:variorum:";

/// The name of a note among all resources.
pub fn iri(id: &NoteId) -> String {
    format!("{NOTE}{id}")
}

/// The note that is meant by such a name. Names of other programs are taken as they are.
pub fn id(iri: &str) -> NoteId {
    NoteId(iri.strip_prefix(NOTE).unwrap_or(iri).to_string())
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Annotation {
    #[serde(rename = "@context", default, skip_serializing_if = "Option::is_none")]
    context: Option<Context>,
    id: String,
    r#type: String,
    #[serde(rename = "variorum:version")]
    pub version: u32,
    motivation: String,
    created: String,
    modified: String,
    body: Vec<Body>,
    target: Vec<Hung>,
    #[serde(rename = "variorum:story")]
    story: String,
}

/// What the words of a record mean, in JSON-LD.
pub type Context = (String, Terms);

/// The words that the standard's own context lacks.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Terms {
    variorum: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Body {
    r#type: String,
    value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<String>,
    purpose: String,
}

/// What a note hangs on: words of a source, or a story as a whole.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(untagged)]
enum Hung {
    Words(Box<Words>),
    Story {
        id: String,
        #[serde(rename = "dcterms:title")]
        title: String,
    },
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Words {
    r#type: String,
    source: Source,
    selector: (Quote, Position, Position),
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Source {
    id: String,
    r#type: String,
    #[serde(rename = "dcterms:publisher")]
    publisher: String,
    #[serde(rename = "dcterms:title")]
    title: String,
    #[serde(rename = "dcterms:issued", skip_serializing_if = "Option::is_none")]
    issued: Option<String>,
    #[serde(rename = "variorum:url", skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(rename = "variorum:file")]
    file: String,
    #[serde(rename = "variorum:sha256")]
    hash: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Quote {
    r#type: String,
    exact: String,
    prefix: String,
    suffix: String,
    #[serde(rename = "variorum:copies")]
    copies: usize,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Position {
    r#type: String,
    start: usize,
    end: usize,
}

/// The context of every record and document of ours.
pub fn context() -> Context {
    let terms = Terms {
        variorum: TERMS.to_string(),
    };
    (CONTEXT.to_string(), terms)
}

impl Annotation {
    /// The same as an item of a document that says for all of them what the words mean.
    pub fn item(note: &Note) -> Self {
        Self {
            context: None,
            ..Self::from(note)
        }
    }
}

impl From<&Note> for Annotation {
    fn from(note: &Note) -> Self {
        Self {
            context: Some(context()),
            id: iri(&note.id),
            r#type: "Annotation".to_string(),
            version: VERSION,
            motivation: "commenting".to_string(),
            created: note.created.clone(),
            modified: note.modified.clone(),
            body: bodies(note),
            target: hung(note),
            story: note.story.clone(),
        }
    }
}

impl From<Annotation> for Note {
    fn from(it: Annotation) -> Self {
        let text = it.body.into_iter().find(|it| it.purpose == "commenting");
        Self {
            id: id(&it.id),
            story: it.story,
            targets: it.target.into_iter().filter_map(target).collect(),
            text: text.map(|it| it.value).unwrap_or_default(),
            created: it.created,
            modified: it.modified,
        }
    }
}

fn bodies(note: &Note) -> Vec<Body> {
    let body = |value: String, format: Option<&str>, purpose: &str| Body {
        r#type: "TextualBody".to_string(),
        value,
        format: format.map(str::to_string),
        purpose: purpose.to_string(),
    };
    let text = body(note.text.clone(), Some("text/markdown"), "commenting");
    let tags = note.tags().into_iter();
    let tags = tags.map(|tag| body(tag, None, "tagging"));
    std::iter::once(text).chain(tags).collect()
}

fn hung(note: &Note) -> Vec<Hung> {
    if note.targets.is_empty() {
        return vec![Hung::Story {
            id: format!("{NOTE}story:{}", digest::short(&note.story, 12)),
            title: note.story.clone(),
        }];
    }
    let words = note.targets.iter().map(words);
    words.map(|it| Hung::Words(Box::new(it))).collect()
}

fn words(target: &Target) -> Words {
    Words {
        r#type: "SpecificResource".to_string(),
        source: source(target),
        selector: (
            Quote {
                r#type: "TextQuoteSelector".to_string(),
                exact: target.exact.clone(),
                prefix: target.prefix.clone(),
                suffix: target.suffix.clone(),
                copies: target.copies,
            },
            position("TextPositionSelector", target.chars),
            position("DataPositionSelector", target.span),
        ),
    }
}

fn position(kind: &str, span: Span) -> Position {
    Position {
        r#type: kind.to_string(),
        start: span.start(),
        end: span.end(),
    }
}

fn source(target: &Target) -> Source {
    let web = target.url.as_deref().filter(|it| is_iri(it));
    let name = || format!("{NOTE}sha256:{}", target.hash);
    Source {
        id: web.map_or_else(name, str::to_string),
        r#type: "Text".to_string(),
        publisher: target.source.clone(),
        title: target.title.clone(),
        issued: target.published.clone(),
        url: target.url.clone(),
        file: target.file.clone(),
        hash: target.hash.clone(),
    }
}

/// Whether a web address may stand as it is where an IRI is asked for (RFC 3987, the characters).
fn is_iri(url: &str) -> bool {
    let web = url.starts_with("https://") || url.starts_with("http://");
    web && !url.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c))
}

fn target(hung: Hung) -> Option<Target> {
    let Hung::Words(words) = hung else {
        return None;
    };
    let Words {
        source, selector, ..
    } = *words;
    let (quote, chars, bytes) = selector;
    Some(Target {
        source: source.publisher,
        title: source.title,
        file: source.file,
        url: source.url,
        published: source.issued,
        hash: source.hash,
        span: Span::new(bytes.start, bytes.end),
        chars: Span::new(chars.start, chars.end),
        exact: quote.exact,
        prefix: quote.prefix,
        suffix: quote.suffix,
        copies: quote.copies,
    })
}
