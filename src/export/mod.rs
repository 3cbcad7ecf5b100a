//! What leaves the program as a document: the report as JSON and as Markdown, notes as Markdown.

pub mod diff;
pub mod escape;
pub mod json;
pub mod markdown;
mod notes;
pub mod own;
mod report;
mod sources;
