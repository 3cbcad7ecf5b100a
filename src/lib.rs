//! Layers, lowest first; a module may import only from layers below its own.
//! `tests/tidy.rs` holds the same list and fails when an import breaks it.

pub mod app;
pub mod bundle;
pub mod cli;
pub mod compare;
pub mod config;
pub mod export;
pub mod geometry;
pub mod input;
pub mod model;
pub mod store;
pub mod stories;
pub mod text;
