//! Words, numbers and signs of a text with their byte spans, each with a form to compare it by.
//!
//! One pass over the characters. A word is a run of letters and digits of any script, with
//! apostrophes inside it; hyphens part words ("four-year" is two), the dots of "U.S." do not; an
//! ideograph is a word of its own. A number is digits with their separators ("1,300.5"). A sign is
//! a currency or per cent sign; every other character that is not white space is a mark.
//!
//! The normal form sets aside what no reader takes for a change: case, accents, quote style, the
//! possessive, the separators of thousands and the dots of an acronym. Two acronyms would then
//! look like other words ("US", "WHO", "IT"): those keep their capitals.
//!
//! Cost: about 30 MB/s; a token owns its normal form.

use crate::text::{common, fold, span::Span};

/// What kind of characters a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Word,
    /// Digits: "1,300.5", "2025"; "5th" is a word.
    Number,
    /// A currency or per cent sign: what it stands at changes its meaning.
    Sign,
    /// Punctuation, one character each.
    Mark,
}

/// A word, number, sign or mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Bytes in the text that was given.
    pub span: Span,
    pub kind: Kind,
    /// Whether it starts with a capital letter.
    pub capital: bool,
    /// Lower case, without accents, possessive and separators; see the top of the file.
    pub normal: String,
}

/// All tokens in the order of the text.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::with_capacity(text.len() / 5);
    let shouted = !text.chars().any(char::is_lowercase);
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        if let Some(len) = plain(rest.as_bytes()) {
            found.push(Token {
                span: Span::new(at, at + len),
                kind: Kind::Word,
                capital: first.is_ascii_uppercase(),
                normal: plain_normal(&rest[..len], shouted),
            });
            at += len;
            continue;
        }
        let (kind, len) = match first {
            c if c.is_whitespace() => {
                at += c.len_utf8();
                continue;
            }
            c if c.is_ascii_digit() => number(rest),
            c if is_ideograph(c) => (Kind::Word, c.len_utf8()),
            c if is_letter(c) => (Kind::Word, dotted(rest).unwrap_or_else(|| word(rest))),
            c if is_sign(c) => (Kind::Sign, c.len_utf8()),
            c => (Kind::Mark, c.len_utf8()),
        };
        found.push(Token {
            span: Span::new(at, at + len),
            kind,
            capital: first.is_uppercase(),
            normal: normal(&rest[..len], kind, shouted),
        });
        at += len;
    }
    found
}

/// The tokens without the marks.
pub fn words(text: &str) -> Vec<Token> {
    let mut found = tokens(text);
    found.retain(|it| it.kind != Kind::Mark);
    found
}

/// Length in bytes of the word at the start where ASCII alone tells where it ends, as it mostly does.
fn plain(rest: &[u8]) -> Option<usize> {
    if !rest.first()?.is_ascii_alphabetic() {
        return None;
    }
    let len = rest.iter().take_while(|it| it.is_ascii_alphanumeric());
    let len = len.count();
    match rest.get(len) {
        Some(b'\'' | b'.') if len == 1 || rest[len] == b'\'' => None,
        Some(next) if !next.is_ascii() => None,
        _ => Some(len),
    }
}

/// The same as `word_normal` for such a word.
fn plain_normal(written: &str, shouted: bool) -> String {
    let mut form = written.to_ascii_lowercase();
    let capitals = written.bytes().filter(u8::is_ascii_uppercase).count();
    let small = written.bytes().any(|it| it.is_ascii_lowercase());
    if !shouted && 1 < capitals && !small && common::is_stop(&form) {
        form.make_ascii_uppercase();
    }
    form
}

fn normal(written: &str, kind: Kind, shouted: bool) -> String {
    match kind {
        Kind::Word => word_normal(written, shouted),
        Kind::Number => written.replace(',', ""),
        Kind::Sign => written.to_string(),
        Kind::Mark => fold::quote(written).to_string(),
    }
}

fn word_normal(written: &str, shouted: bool) -> String {
    let mut form = fold::folded(written);
    if let Some(base) = form.strip_suffix("'s") {
        form.truncate(base.len());
    }
    let dots = form.contains('.');
    if dots {
        form.retain(|c| c != '.');
    }
    let letters = || written.chars().filter(|c| c.is_alphabetic());
    let acronym = dots || (!shouted && letters().count() > 1 && letters().all(char::is_uppercase));
    if acronym && common::is_stop(&form) {
        form.make_ascii_uppercase();
    }
    form
}

/// Letters of every script, and the signs that join them.
fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{e7f}' | '\u{200d}')
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

fn is_sign(c: char) -> bool {
    matches!(
        c,
        '$' | '%' | '£' | '¥' | '¢' | '‰' | '\u{20a0}'..='\u{20cf}'
    )
}

/// Length in bytes of "U.S.", "a.m." and their like at the start, if it is one.
fn dotted(rest: &str) -> Option<usize> {
    let mut len = 0;
    let mut letters = 0;
    let mut chars = rest.chars();
    while let Some(c) = chars.next().filter(|c| c.is_alphabetic()) {
        letters += 1;
        if chars.next() != Some('.') {
            // "U.S" at the end of a sentence may have lost its dot to a clipping.
            let ends = !chars.as_str().starts_with(is_letter)
                && !rest[len + c.len_utf8()..].starts_with(is_letter);
            return (letters > 1 && ends).then_some(len + c.len_utf8());
        }
        len += c.len_utf8() + 1;
    }
    (letters > 1).then_some(len)
}

/// Length in bytes of the word at the start.
fn word(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, c)| *c);
        let joins =
            matches!(c, '\'' | '’' | 'ʼ' | '´' | '`') && next.is_some_and(char::is_alphabetic);
        if !joins && (!is_letter(c) || is_ideograph(c)) {
            return at;
        }
    }
    rest.len()
}

/// Kind and length in bytes of the number at the start; "5th" and "737s" are words.
fn number(rest: &str) -> (Kind, usize) {
    let bytes = rest.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut len = 1;
    while digit(len) || (matches!(bytes.get(len), Some(b',' | b'.')) && digit(len + 1)) {
        len += 1;
    }
    let tail = &rest[len..];
    let letters = tail.find(|c| !is_letter(c)).unwrap_or(tail.len());
    match &tail[..letters] {
        "st" | "nd" | "rd" | "th" | "s" => (Kind::Word, len + letters),
        _ => (Kind::Number, len),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = tokens(text).into_iter().map(|it| it.normal).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn words_stand_apart_from_marks() {
        check(
            "The ferry, she said, \u{201c}sank\u{201d}.",
            &[
                "the", "ferry", ",", "she", "said", ",", "\"", "sank", "\"", ".",
            ],
        );
    }

    #[test]
    fn case_accents_and_possessives_are_set_aside() {
        check("Zoë’s café OPENED", &["zoe", "cafe", "opened"]);
        check("They didn’t", &["they", "didn't"]);
    }

    #[test]
    fn hyphens_part_words() {
        check(
            "the four-year US\u{2011}led talks",
            &["the", "four", "-", "year", "US", "\u{2011}", "led", "talks"],
        );
    }

    #[test]
    fn acronyms_lose_their_dots_but_not_their_meaning() {
        check("The U.S. told us.", &["the", "US", "told", "us", "."]);
        check(
            "NATO and Nato at 5 p.m. sharp",
            &["nato", "and", "nato", "at", "5", "pm", "sharp"],
        );
        check("TELL US WHO", &["tell", "us", "who"]);
    }

    #[test]
    fn numbers_keep_their_signs_as_neighbours() {
        check(
            "$1,300.50 or 20% on the 5th, 3km",
            &[
                "$", "1300.50", "or", "20", "%", "on", "the", "5th", ",", "3", "km",
            ],
        );
    }

    #[test]
    fn other_scripts_are_words_too() {
        check("平和 мир शान्ति", &["平", "和", "мир", "शान्ति"]);
    }

    #[test]
    fn spans_point_at_what_was_written() {
        let text = "  Zoë’s U.S. visit";
        let found: Vec<&str> = tokens(text).iter().map(|it| it.span.of(text)).collect();
        assert_eq!(found, ["Zoë’s", "U.S.", "visit"]);
    }
}
