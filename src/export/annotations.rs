//! The notes as a page of Web Annotations (JSON-LD, W3C Recommendation of 2017): every note with
//! everything that is known of it, so that `store::import` reads back the same notes.

use serde::Serialize;

use crate::{
    model::note::Notes,
    store::annotation::{self, Annotation, Context},
};

#[derive(Serialize)]
struct Page {
    #[serde(rename = "@context")]
    context: Context,
    id: &'static str,
    r#type: &'static str,
    items: Vec<Annotation>,
}

/// One JSON document, indented, ending in a line break; the notes by creation.
pub fn document(notes: &Notes) -> String {
    let page = Page {
        context: annotation::context(),
        id: "urn:variorum:notes",
        r#type: "AnnotationPage",
        items: notes.iter().map(Annotation::item).collect(),
    };
    let mut out = serde_json::to_string_pretty(&page).unwrap_or_default();
    out.push('\n');
    out
}
