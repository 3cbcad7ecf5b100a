//! A note as the Web Annotation Data Model (W3C Recommendation, 2017) writes it: the shape of a
//! record in the journal and of what other programs are given. Nothing is lost on the way out and
//! in again; what is not in the standard stands under the prefix `variorum`.
//!
//! What a note hangs on is written by `store::words`.

use serde::{Deserialize, Serialize};

use crate::{
    model::{
        note::{Note, NoteId, Target},
        target::Cited,
    },
    store::words::{NAME, Source, Words},
    text::digest,
};

/// The version of the shape, as records carry it.
pub const VERSION: u32 = 1;
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
const TERMS: &str = "urn:variorum:terms:";

/// The name of a note among all resources.
pub fn iri(id: &NoteId) -> String {
    format!("{NAME}{id}")
}

/// The note that is meant by such a name. Names of other programs are taken as they are.
pub fn id(iri: &str) -> NoteId {
    NoteId(iri.strip_prefix(NAME).unwrap_or(iri).to_string())
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    /// The name of a linked note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
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
        #[serde(
            rename = "variorum:articles",
            default,
            skip_serializing_if = "Vec::is_empty"
        )]
        articles: Vec<Source>,
    },
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
        let articles = it.target.iter().flat_map(Hung::articles).collect();
        Self {
            id: id(&it.id),
            story: it.story,
            targets: it.target.into_iter().filter_map(target).collect(),
            articles,
            text: text.and_then(|it| it.value).unwrap_or_default(),
            created: it.created,
            modified: it.modified,
        }
    }
}

fn bodies(note: &Note) -> Vec<Body> {
    let body = |value: String, format: Option<&str>, purpose: &str| Body {
        r#type: "TextualBody".to_string(),
        value: Some(value),
        source: None,
        format: format.map(str::to_string),
        purpose: purpose.to_string(),
    };
    let link = |id: &NoteId| Body {
        r#type: "SpecificResource".to_string(),
        value: None,
        source: Some(iri(id)),
        format: None,
        purpose: "linking".to_string(),
    };
    let text = body(note.text.clone(), Some("text/markdown"), "commenting");
    let tags = note.tags().into_iter();
    let tags = tags.map(|tag| body(tag, None, "tagging"));
    let links = note.links();
    let links = links.iter().map(link);
    std::iter::once(text).chain(tags).chain(links).collect()
}

fn hung(note: &Note) -> Vec<Hung> {
    if note.targets.is_empty() {
        return vec![Hung::Story {
            id: format!("{NAME}story:{}", digest::short(&note.story, 12)),
            title: note.story.clone(),
            articles: note.articles.iter().map(Source::from).collect(),
        }];
    }
    let words = note.targets.iter().map(Words::from);
    words.map(|it| Hung::Words(Box::new(it))).collect()
}

impl Hung {
    fn articles(&self) -> Vec<Cited> {
        match self {
            Hung::Story { articles, .. } => articles.iter().cloned().map(Cited::from).collect(),
            Hung::Words(_) => Vec::new(),
        }
    }
}

fn target(hung: Hung) -> Option<Target> {
    match hung {
        Hung::Words(words) => Some(Target::from(*words)),
        Hung::Story { .. } => None,
    }
}
