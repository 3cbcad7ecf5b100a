//! Text from outside made safe to show: on a terminal, in Markdown, on the clipboard.
//!
//! Two steps. [`sanitised`] runs once over a whole text when it is read and puts something
//! harmless of the same length in the place of whatever could steer a terminal or turn the order
//! of letters, so that every byte offset stays valid. [`one_line`] runs on a piece when it is
//! shown: white space becomes one blank, characters without width go. Joiners stay, since Indic
//! and Persian words and many emoji need them. Cost: one pass each, no copy of what is clean.

use std::borrow::Cow;

use crate::text::{scan::Set, span::Span};

/// Marks that may stand on one letter; what is stacked higher is hidden.
const MARKS_ON_A_LETTER: usize = 4;

/// White space of any length as one blank, none at the ends; characters that are never seen
/// (zero-width space, byte-order mark, soft hyphen, word joiner) are left out.
pub fn one_line(text: &str) -> Cow<'_, str> {
    let text = text.trim_matches(is_blank);
    if is_one_line(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut parted = false;
    for c in text.chars().filter(|c| !is_hidden(*c)) {
        if c.is_whitespace() || c.is_control() {
            parted = true;
            continue;
        }
        if parted && !out.is_empty() {
            out.push(' ');
        }
        parted = false;
        out.push(c);
    }
    Cow::Owned(out)
}

/// By bytes first: of characters beyond ASCII only some beginnings can be blank or unseen.
fn is_one_line(text: &str) -> bool {
    let mut before = 0;
    let mut special = false;
    for byte in text.bytes() {
        if byte < b' ' || byte == 0x7f || (byte == b' ' && before == b' ') {
            return false;
        }
        special |= matches!(byte, 0xc2 | 0xe1..=0xe3 | 0xef);
        before = byte;
    }
    let odd = |c: char| c != ' ' && (is_blank(c) || c.is_control());
    !special || !text.contains(odd)
}

/// Whether a character takes no place on the screen and no part in a word.
fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{180e}'
    )
}

/// White space, or a character that is never seen.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_hidden(c)
}

/// The words without the white space and the unseen characters at their ends.
pub fn bare(words: &str) -> &str {
    match is_bare(words) {
        true => words,
        false => words.trim_matches(is_blank),
    }
}

/// Whether letters, figures or signs of ASCII stand at both ends: the case of most.
fn is_bare(words: &str) -> bool {
    let seen = |it: Option<&u8>| it.is_some_and(u8::is_ascii_graphic);
    seen(words.as_bytes().first()) && seen(words.as_bytes().last())
}

/// The span without the white space and the unseen characters at its ends.
pub fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    if is_bare(words) {
        return span;
    }
    let front = words.trim_start_matches(is_blank);
    let start = span.start() + words.len() - front.len();
    Span::new(start, start + front.trim_end_matches(is_blank).len())
}

/// The text with what is dangerous to show replaced, and how many characters were. No byte moves.
///
/// Control characters become `?`, escape sequences blanks, bidirectional overrides and isolates
/// U+FFFD; tag characters and marks stacked high on one letter become soft hyphens or word
/// joiners, which [`one_line`] leaves out. Form feeds and vertical tabs become line breaks and
/// are not counted.
pub fn sanitised(text: String) -> (String, usize) {
    let mut out = String::new();
    let mut count = 0;
    let mut copied = 0;
    let mut marks = Marks::default();
    let mut escapes = Escapes::default();
    let mut at = 0;
    while let Some(found) = SUSPECT.find(text.as_bytes(), at) {
        at = found;
        if is_print(&text.as_bytes()[at..]) {
            at += 3;
            continue;
        }
        let rest = &text[at..];
        let Some(c) = rest.chars().next() else {
            break;
        };
        let len = escapes.sequence(rest, at).unwrap_or(c.len_utf8());
        if let Some(with) = harmless(c, len, marks.on_letter(c, at)) {
            count += usize::from(!matches!(c, '\u{b}' | '\u{c}'));
            out.push_str(&text[copied..at]);
            fill(&mut out, with, len);
            copied = at + len;
        }
        at += len;
    }
    if copied == 0 {
        return (text, 0);
    }
    out.push_str(&text[copied..]);
    (out, count)
}

/// Counts the marks on one letter.
#[derive(Default)]
struct Marks {
    count: usize,
    end: usize,
}

impl Marks {
    /// How many stand on the letter with this one; 0 where it is no mark.
    fn on_letter(&mut self, c: char, at: usize) -> usize {
        if !is_mark(c) {
            return 0;
        }
        self.count = if at == self.end { self.count + 1 } else { 1 };
        self.end = at + c.len_utf8();
        self.count
    }
}

/// The bytes with which a character begins that may be dangerous.
const SUSPECT: Set = Set::of(b"\x7f\xc2\xcc\xcd\xd2\xe1\xe2\xef\xf3")
    .and(0, 0x1f)
    .without(b"\t\n\r");

/// Whether a dash, a quotation mark, a bullet or an ellipsis stands first (U+2010 to U+2027): the
/// commonest characters beyond ASCII, and harmless.
fn is_print(bytes: &[u8]) -> bool {
    matches!(bytes, [0xe2, 0x80, 0x90..=0xa7, ..])
}

/// Whether a character of its own can do no harm when it is shown.
pub fn is_harmless(c: char) -> bool {
    harmless(c, c.len_utf8(), 0).is_none()
}

/// What to fill the place of a character with; `None` where it may stay.
fn harmless(c: char, len: usize, marks: usize) -> Option<char> {
    match c {
        '\t' | '\n' | '\r' => None,
        '\u{b}' | '\u{c}' => Some('\n'),
        '\u{1b}' | '\u{9b}' | '\u{9d}' if c.len_utf8() < len => Some(' '),
        _ if c.is_control() => Some('?'),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some('\u{fffd}'),
        '\u{fff9}'..='\u{fffb}' => Some('\u{fffd}'),
        '\u{e0000}'..='\u{e007f}' => Some('\u{ad}'),
        _ if MARKS_ON_A_LETTER < marks => Some(if len == 3 { '\u{2060}' } else { '\u{ad}' }),
        _ => None,
    }
}

/// Appends as many of `with` as fill `len` bytes.
fn fill(out: &mut String, with: char, len: usize) {
    out.extend(std::iter::repeat_n(with, len / with.len_utf8()));
}

/// Marks that are drawn over or under the letter before them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Reads escape sequences, and remembers up to where no string ends, lest each of many that are
/// never ended be looked for an end through all the rest of a line.
#[derive(Default)]
struct Escapes {
    endless: usize,
}

impl Escapes {
    /// The length in bytes of the control sequence (CSI) or the string (OSC, DCS, SOS, PM, APC)
    /// that begins at byte `at` of the text, where `rest` begins too, by ECMA-48; `None` where
    /// none that is well formed does.
    fn sequence(&mut self, rest: &str, at: usize) -> Option<usize> {
        let kind = match rest.as_bytes() {
            [0x1b, kind, ..] => *kind,
            [0xc2, 0x9b, ..] => b'[',
            [0xc2, 0x9d, ..] => b']',
            _ => return None,
        };
        let body = rest.get(2..)?;
        let len = match kind {
            b'[' => control_sequence(body)?,
            b']' | b'P' | b'X' | b'^' | b'_' => self.string(body, at + 2)?,
            _ => return None,
        };
        Some(2 + len)
    }

    /// A string ends with BEL or ST, within one line.
    fn string(&mut self, body: &str, at: usize) -> Option<usize> {
        if at < self.endless {
            return None;
        }
        let bytes = body.as_bytes();
        for (end, byte) in bytes.iter().enumerate() {
            match (byte, bytes.get(end + 1)) {
                (0x07, _) => return Some(end + 1),
                (0x1b, Some(b'\\')) | (0xc2, Some(0x9c)) => return Some(end + 2),
                (b'\n', _) => {
                    self.endless = at + end;
                    return None;
                }
                _ => (),
            }
        }
        self.endless = at + bytes.len();
        None
    }
}

fn control_sequence(body: &str) -> Option<usize> {
    let end = body.bytes().position(|it| !(0x20..=0x3f).contains(&it))?;
    (0x40..=0x7e)
        .contains(&body.as_bytes()[end])
        .then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_line(input: &str, expected: &str) {
        assert_eq!(one_line(input), expected);
    }

    #[track_caller]
    fn check_safe(input: &str, expected: &str) {
        let (safe, _) = sanitised(input.to_string());
        assert_eq!(safe, expected);
        assert_eq!(safe.len(), input.len(), "no byte may move");
    }

    #[test]
    fn one_line_has_single_blanks_and_nothing_unseen() {
        check_line("  two\r\n\twords ", "two words");
        check_line(
            "zero\u{200b}width, soft\u{ad}hyphen",
            "zerowidth, softhyphen",
        );
        check_line("\u{feff}mark first", "mark first");
        check_line("no\u{a0}break", "no break");
        check_line("a \u{200b} b", "a b");
        check_line("\u{200b}", "");
    }

    #[test]
    fn one_line_borrows_what_is_one_line() {
        assert!(matches!(one_line(" plain “words” "), Cow::Borrowed(_)));
    }

    #[test]
    fn escape_sequences_become_blanks() {
        check_safe("a\u{1b}[31mred", "a     red");
        check_safe("a\u{1b}]0;title\u{7}b", "a          b");
        check_safe("a\u{1b}]52;c;eHk=\u{1b}\\b", "a             b");
        check_safe("a\u{9b}2Jb", "a    b");
    }

    #[test]
    fn lone_controls_become_question_marks() {
        check_safe("a\u{1b}", "a?");
        check_safe("a\0b\u{7f}\u{85}", "a?b???");
        check_safe("\u{1b}[\u{e9}", "?[\u{e9}");
        check_safe("tab\tbreak\r\n", "tab\tbreak\r\n");
        check_safe("page\u{c}next", "page\nnext");
    }

    #[test]
    fn the_order_of_letters_cannot_be_turned() {
        check_safe("a\u{202e}b\u{2069}", "a\u{fffd}b\u{fffd}");
        check_line(&sanitised("h\u{e0041}i".into()).0, "hi");
    }

    #[test]
    fn characters_are_judged_alone_as_in_a_text() {
        for c in ['a', '\n', '\u{200d}', '\u{301}', '…'] {
            assert!(is_harmless(c), "{c:?}");
        }
        for c in ['\u{1b}', '\u{9b}', '\u{202e}', '\u{2066}', '\u{e0041}'] {
            assert!(!is_harmless(c), "{c:?}");
        }
    }

    #[test]
    fn joiners_and_ordinary_marks_stay() {
        let text = "کتاب\u{200c}ها 👩\u{200d}🔬 e\u{301} “quoted” … £";
        check_safe(text, text);
        assert_eq!(sanitised(text.into()).1, 0);
    }

    #[test]
    fn marks_stack_only_so_high() {
        let tower = format!("a{}b", "\u{301}".repeat(40));
        let shown = one_line(&sanitised(tower).0).into_owned();
        assert_eq!(shown, format!("a{}b", "\u{301}".repeat(MARKS_ON_A_LETTER)));
    }
}
