//! Variorum: every known version of a news story, side by side, with notes.
//!
//! ```text
//! paths ─ bundle ─→ articles ─ stories ─→ stories ─ compare ─→ links, claims, discrepancies, origins
//!                                            │                              │
//!   store: notes, sessions ───────────→ app ←┴──────────────────────────────┘
//!                                        │ keys in, effects out
//!                     term ─ view ─ geometry: frames            export: JSON, Markdown
//! ```
//!
//! Layers, lowest first; a module imports only from layers below its own. `tests/tidy.rs` holds
//! the same list and fails when an import breaks it.

pub mod app;
pub mod bundle;
pub mod cache;
pub mod cli;
pub mod compare;
pub mod config;
pub mod cores;
pub mod export;
pub mod geometry;
pub mod input;
pub mod model;
pub mod program;
pub mod store;
pub mod stories;
pub mod term;
pub mod text;
pub mod view;
