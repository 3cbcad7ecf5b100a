//! The pass: what no program that looks at every word of a bundle can do without. Read, parse the
//! JSON, cut into words, hash, and give every word a number. All other costs are told in passes.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use serde::Deserialize;

#[derive(Deserialize)]
struct Line<'a> {
    #[serde(borrow)]
    text: std::borrow::Cow<'a, str>,
}

/// Keys are hashes already.
#[derive(Default)]
struct Same(u64);

impl Hasher for Same {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {}

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

type Numbers = HashMap<u64, u32, BuildHasherDefault<Same>>;

/// How many words, and how many different ones, the texts hold.
pub(crate) fn pass(lines: &str) -> (usize, usize) {
    let mut numbers = Numbers::default();
    let mut words = 0;
    for line in lines.lines() {
        let Ok(line) = serde_json::from_str::<Line>(line) else {
            continue;
        };
        let mut said = Vec::with_capacity(line.text.len() / 6);
        each_word(&line.text, |hash| {
            let next = numbers.len() as u32;
            said.push(*numbers.entry(hash).or_insert(next));
        });
        words += std::hint::black_box(said).len();
    }
    (words, numbers.len())
}

fn each_word(text: &str, mut take: impl FnMut(u64)) {
    const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut hash = 0u64;
    for c in text.bytes() {
        if c.is_ascii_alphanumeric() || 0x80 <= c {
            let low = c.to_ascii_lowercase();
            hash = (hash.rotate_left(5) ^ u64::from(low)).wrapping_mul(ODD);
        } else if hash != 0 {
            take(hash);
            hash = 0;
        }
    }
    if hash != 0 {
        take(hash);
    }
}
