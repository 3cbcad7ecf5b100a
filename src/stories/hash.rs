//! A hasher for keys that are hashes or numbers already: one multiplication.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

/// A map whose keys nobody can choose to collide: word hashes and numbers given out here.
pub type NumberMap<K, V> = HashMap<K, V, BuildHasherDefault<Multiply>>;

/// Not for keys that come from outside as they are.
#[derive(Clone, Debug, Default)]
pub struct Multiply(u64);

impl Hasher for Multiply {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u32(&mut self, key: u32) {
        self.write_u64(u64::from(key));
    }

    fn write_u64(&mut self, key: u64) {
        // The table takes the low bits for the place and the high ones for the tag.
        let mixed = (self.0 ^ key).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 = mixed ^ (mixed >> 32);
    }
}
