//! What leaves the program as a document: the report as JSON and as Markdown; the notes as
//! Markdown, as Web Annotations, as a table and as a web page.

pub mod annotations;
pub mod choose;
pub mod csv;
pub mod diff;
pub mod ending;
pub mod escape;
mod front;
pub mod html;
pub mod json;
pub mod markdown;
mod notes;
pub mod own;
pub mod region;
mod report;
pub(crate) mod sources;
