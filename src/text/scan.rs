//! The next byte of a set: what a pass over a text mostly does is to look for a handful of rare
//! bytes. A table, asked for eight bytes at a time: about two instructions a byte, however many
//! bytes are in the set and however often one is found.

/// A set of bytes.
pub struct Set([bool; 256]);

impl Set {
    /// The bytes given.
    pub const fn of(bytes: &[u8]) -> Self {
        let mut held = [false; 256];
        let mut at = 0;
        while at < bytes.len() {
            held[bytes[at] as usize] = true;
            at += 1;
        }
        Self(held)
    }

    /// And those from one to another, both of them too.
    pub const fn and(mut self, from: u8, to: u8) -> Self {
        let mut byte = from as usize;
        while byte <= to as usize {
            self.0[byte] = true;
            byte += 1;
        }
        self
    }

    /// Without the bytes given.
    pub const fn without(mut self, bytes: &[u8]) -> Self {
        let mut at = 0;
        while at < bytes.len() {
            self.0[bytes[at] as usize] = false;
            at += 1;
        }
        self
    }

    pub fn has(&self, byte: u8) -> bool {
        self.0[byte as usize]
    }

    /// Where the first byte of the set stands at or behind `from`.
    pub fn find(&self, bytes: &[u8], from: usize) -> Option<usize> {
        let rest = bytes.get(from..)?;
        let (eights, _) = rest.as_chunks::<8>();
        let any = |eight: &[u8; 8]| eight.iter().fold(false, |any, it| any | self.has(*it));
        let before = eights.iter().take_while(|it| !any(it)).count() * 8;
        let at = rest[before..].iter().position(|it| self.has(*it))?;
        Some(from + before + at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_is_found_wherever_it_stands() {
        const STOP: Set = Set::of(b".");
        for len in [0, 1, 7, 8, 9, 31, 64] {
            for place in 0..len {
                let mut bytes = vec![b'a'; len];
                bytes[place] = b'.';
                assert_eq!(STOP.find(&bytes, 0), Some(place));
                assert_eq!(STOP.find(&bytes, place), Some(place));
                assert_eq!(STOP.find(&bytes, place + 1), None);
            }
        }
        assert_eq!(STOP.find(b"abc", 7), None);
    }

    #[test]
    fn sets_are_put_together() {
        const SET: Set = Set::of(b"x").and(b'a', b'c').without(b"b");
        let held: Vec<u8> = (0..=255).filter(|it| SET.has(*it)).collect();
        assert_eq!(held, b"acx");
    }
}
