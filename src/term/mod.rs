//! The terminal and the world outside: the one place that knows crossterm, threads and the disk
//! while the reader runs.
//!
//! `light` asks what its ground is, and hands on what was typed meanwhile (`ahead`). `event` turns what the terminal reports into the app's own words; `runner` gives it to the app,
//! has the effects done and draws; `world` does them, documents by `document`; `editor` opens the user's own; `screen` takes the terminal and gives it
//! back, whatever happens; `run` is the loop over all of it. The loop sleeps until something
//! happens: nothing is drawn while the reader reads, and all that wakes is a look at the notes every
//! two seconds (`elsewhere`).

pub mod ahead;
pub mod document;
mod editor;
mod elsewhere;
pub mod event;
pub mod light;
pub mod loading;
pub mod lost;
pub mod run;
pub mod runner;
pub mod screen;
pub mod signals;
mod texts;
pub mod world;
