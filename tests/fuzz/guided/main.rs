//! The targets of the fuzz tests, guided by coverage: libFuzzer keeps the inputs that reach new code
//! and changes them further. Needs `cargo install cargo-fuzz` and a C++ compiler; no sanitizer, so a
//! stable toolchain will do.
//!
//! ```sh
//! mkdir -p target/corpus/splitter
//! VARIORUM_FUZZ_TARGET=splitter cargo fuzz run --fuzz-dir tests/fuzz/guided --target-dir target/guided \
//!     --sanitizer none guided target/corpus/splitter -- -max_total_time=600 -max_len=8000 -len_control=0
//! ```
//!
//! The folder is first filled with the seeds of the target. An input that fails is written down and
//! its path printed; made small, it belongs into `tests/fuzz/found.rs`.

#![no_main]
#![allow(unreachable_pub, reason = "shared with the everyday run")]
#![allow(dead_code, reason = "the everyday run makes its inputs itself")]

#[path = "../engine.rs"]
mod engine;
#[path = "../input.rs"]
mod input;
#[path = "../kept.rs"]
mod kept;
#[path = "../reading.rs"]
mod reading;
#[path = "../targets.rs"]
mod targets;
#[path = "../words.rs"]
mod words;

use std::{env, fs, path::Path, sync::LazyLock};

use targets::{TARGETS, Target};

static TARGET: LazyLock<&Target> = LazyLock::new(|| {
    let name = env::var("VARIORUM_FUZZ_TARGET").unwrap_or_default();
    let found = TARGETS.iter().find(|it| it.name == name);
    found.unwrap_or_else(|| {
        let names: Vec<&str> = TARGETS.iter().map(|it| it.name).collect();
        panic!("set VARIORUM_FUZZ_TARGET to one of {}", names.join(", "))
    })
});

/// Writes the seeds into the first folder named on the command line, which libFuzzer reads after this.
fn plant() {
    let Some(folder) = env::args().skip(1).find(|it| Path::new(it).is_dir()) else {
        return;
    };
    let mut seeds = (TARGET.seeds)();
    seeds.push(input::SPARKS.join("\n"));
    for (at, seed) in seeds.iter().enumerate() {
        let path = Path::new(&folder).join(format!("seed-{at}"));
        fs::write(path, seed).expect("the seeds can be written");
    }
}

libfuzzer_sys::fuzz_target!(init: plant(), |data: &[u8]| {
    (TARGET.holds)(data);
});
