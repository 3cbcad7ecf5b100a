//! Bytes to text: by the byte-order mark, else UTF-8, else UTF-16 where every other byte is zero,
//! else UTF-8 with faults where most of it is right, else Windows-1252, in which every byte means
//! something.
//!
//! UTF-8 keeps its bytes, so that spans hold for the file; a byte-order mark becomes three blanks.
//! Cost: one pass to check, one to copy what is not UTF-8.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Bytes looked at to recognise UTF-16 without a mark.
const PROBE: usize = 512;

/// What is told of bytes that are UTF-8 but for some.
pub(crate) const FAULTY: &str = "UTF-8 with faults";

/// Text, and how it had to be decoded where it was not UTF-8.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decoded {
    pub(crate) text: String,
    /// The encoding's name, where offsets hold for the decoded text and not for the file.
    pub(crate) from: Option<&'static str>,
}

/// Never fails; bytes without meaning become U+FFFD.
pub(crate) fn decode(bytes: Vec<u8>) -> Decoded {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes)
        && encoding != encoding_rs::UTF_8
    {
        return decoded(encoding, &bytes[mark..]);
    }
    if let Some(encoding) = utf16_without_mark(&bytes) {
        return decoded(encoding, &bytes);
    }
    match String::from_utf8(bytes) {
        Ok(text) => Decoded {
            text: without_mark(text),
            from: None,
        },
        Err(error) => unsure(error.as_bytes()),
    }
}

/// Bytes that are not all UTF-8: UTF-8 with faults where more of what is no ASCII is right than
/// wrong, or where a mark says so.
fn unsure(bytes: &[u8]) -> Decoded {
    let (mut right, mut wrong) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().chars().filter(|it| !it.is_ascii()).count();
        wrong += usize::from(!chunk.invalid().is_empty());
    }
    match wrong < right || bytes.starts_with(b"\xef\xbb\xbf") {
        true => Decoded {
            text: without_mark(String::from_utf8_lossy(bytes).into_owned()),
            from: Some(FAULTY),
        },
        false => decoded(WINDOWS_1252, bytes),
    }
}

fn without_mark(text: String) -> String {
    match text.strip_prefix('\u{feff}') {
        Some(rest) => format!("   {rest}"),
        None => text,
    }
}

fn decoded(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let text: Cow<str> = encoding.decode_without_bom_handling(bytes).0;
    Decoded {
        text: text.into_owned(),
        from: Some(encoding.name()),
    }
}

/// Latin text in UTF-16 has a zero in nearly every second byte; no text in UTF-8 has.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let probe = &bytes[..bytes.len().min(PROBE) & !1];
    let zeros = |from: usize| {
        probe
            .iter()
            .skip(from)
            .step_by(2)
            .filter(|it| **it == 0)
            .count()
    };
    let most = |count: usize| probe.len() / 2 * 7 <= count * 10;
    let (even, odd) = (zeros(0), zeros(1));
    match (probe.len() < 4, even, odd) {
        (true, ..) => None,
        (_, even, 0) if most(even) => Some(UTF_16BE),
        (_, 0, odd) if most(odd) => Some(UTF_16LE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], text: &str, from: Option<&str>) {
        let decoded = decode(bytes.to_vec());
        assert_eq!(decoded.text, text);
        assert_eq!(decoded.from, from);
    }

    fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn utf_8_keeps_its_bytes() {
        check("“déjà”".as_bytes(), "“déjà”", None);
        check("\u{feff}abc".as_bytes(), "   abc", None);
        check(b"", "", None);
    }

    #[test]
    fn utf_16_with_and_without_mark() {
        check(
            &utf16("\u{feff}Café 3", u16::to_le_bytes),
            "Café 3",
            Some("UTF-16LE"),
        );
        check(
            &utf16("\u{feff}Café 3", u16::to_be_bytes),
            "Café 3",
            Some("UTF-16BE"),
        );
        check(
            &utf16("Café 3", u16::to_le_bytes),
            "Café 3",
            Some("UTF-16LE"),
        );
        check(
            &utf16("Café 3", u16::to_be_bytes),
            "Café 3",
            Some("UTF-16BE"),
        );
    }

    #[test]
    fn a_fault_among_much_utf_8_costs_itself_alone() {
        let faulty = Some("UTF-8 with faults");
        check(b"d\xc3\xa9j\xc3\xa0 \xff vu", "déjà \u{fffd} vu", faulty);
        check(b"\xef\xbb\xbfa \xff b", "   a \u{fffd} b", faulty);
    }

    #[test]
    fn windows_1252_is_the_last_resort() {
        check(
            b"caf\xe9 \x93quote\x94",
            "café “quote”",
            Some("windows-1252"),
        );
    }
}
