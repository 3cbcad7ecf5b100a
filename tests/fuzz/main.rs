//! Everything that takes in bytes, tried with bytes that nobody would write.
//!
//! Each target is a property of one input, made by changing and joining seeds (see `input`). In the
//! everyday run each is tried for a moment; for longer:
//!
//! ```sh
//! VARIORUM_FUZZ_SECONDS=600 cargo test --test fuzz -- --nocapture --test-threads 1 targets::splitter
//! ```
//!
//! `guided` tries the same targets led by the code that an input reaches; it needs tools of its own.
//!
//! The run is printed with the number it began with; `VARIORUM_FUZZ_SEED` begins with it again. An
//! input that fails is made smaller and printed; what was found stands as a test in `found`.

#![allow(unreachable_pub, reason = "shared by the files of one test")]

mod engine;
mod found;
mod input;
mod kept;
mod reading;
mod targets;
mod trial;
mod words;
