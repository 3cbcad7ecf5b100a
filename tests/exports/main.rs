//! What leaves the program: the report by its schema, Markdown whole and unbroken, notes out and
//! in again. One binary, since all of it is tried on the same two small stories.

mod exchange;
mod ferry;
mod markdown;
mod noted;
mod schema;
mod web_annotation;
