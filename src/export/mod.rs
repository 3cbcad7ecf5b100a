//! What leaves the program as a document: the report as JSON and as Markdown, notes as Markdown.

pub mod escape;
pub mod json;
pub mod markdown;
