//! Digests of text that stay the same between versions, machines and tools: SHA-256 (FIPS 180-4),
//! written as hexadecimal digits where other tools should be able to compare, and shortened to
//! base 32 (Crockford's digits, which no one misreads) where people read it.

use sha2::{Digest, Sha256};

const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// SHA-256 of the UTF-8 bytes, as 64 hexadecimal digits in lower case.
pub fn sha256(text: &str) -> String {
    let sum = Sha256::digest(text.as_bytes());
    sum.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// SHA-256 of bytes.
pub fn of(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// The first `length` digits of the same sum in base 32; at most 12.
pub fn short(text: &str, length: usize) -> String {
    let sum = Sha256::digest(text.as_bytes());
    let head = sum
        .iter()
        .take(8)
        .fold(0u64, |all, byte| all << 8 | u64::from(*byte));
    (0..length.min(12))
        .map(|at| char::from(DIGITS[(head >> (59 - 5 * at) & 31) as usize]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_those_of_the_standard() {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sha256("abc"), abc);
        // 0xba7816bf8f01cfea cut into five bits each: 10111 01001 11100 00001 …
        assert_eq!(short("abc", 4), "q9w1");
        assert_eq!(short("abc", 99).len(), 12);
    }
}
