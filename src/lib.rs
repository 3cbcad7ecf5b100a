//! Variorum: every known version of a news story, side by side, with notes.
//!
//! ```text
//! paths ─ bundle ─→ articles ─ stories ─→ stories ─ compare ─→ links, claims, discrepancies, origins
//!                                            │                              │
//!   store: notes, sessions ───────────→ app ←┴──────────────────────────────┘
//!                                        │ keys in, effects out
//!                     term ─ view ─ geometry: frames            export: JSON, Markdown, CSV, HTML
//! ```
//!
//! Layers, lowest first; a module imports only from layers below its own. `tests/tidy.rs` holds
//! the same list and fails when an import breaks it, or the lists differ.
//!
//! ```text
//! text cores                                 strings alone; work spread over the processor's cores
//! model input cli                            plain data; commands and keys; arguments as written
//! bundle cache stories compare store config  what is read, kept, grouped, found, made, set
//! export geometry                            documents; sizes into panes and rows
//! app                                        what the reader sees, and where the cursor stands
//! view                                       frames
//! term                                       the loop, and the world outside
//! program                                    a file for each subcommand
//! main lib
//! ```

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
