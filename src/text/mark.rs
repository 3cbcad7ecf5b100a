//! The marks that can end a sentence, and what closes behind them: quotes, brackets, the numbers
//! of footnotes. Whether a sentence does end there is decided in `text::sentence`. Cost: a search
//! for a handful of bytes; a character is only read where one of them stands.

use crate::text::scan::Set;

/// One or more marks in a row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: MarkKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MarkKind {
    /// A single full stop.
    Stop,
    /// Three full stops or their one sign.
    Dots,
    /// Question and exclamation marks.
    Call,
    /// A mark of a script that needs no blank behind it.
    Wide,
}

impl Mark {
    pub(crate) fn shifted(self, by: usize) -> Self {
        Self {
            start: self.start - by,
            end: self.end - by,
            kind: self.kind,
        }
    }
}

/// The bytes with which a mark begins.
const OPENING: Set = Set::of(b".!?\xd8\xdb").and(0xe0, 0xef);

pub(crate) fn next_mark(text: &str, from: usize) -> Option<Mark> {
    let mut at = from;
    loop {
        at = OPENING.find(text.as_bytes(), at)?;
        if is_quote_or_dash(&text.as_bytes()[at..]) {
            at += 3;
            continue;
        }
        let c = text[at..].chars().next()?;
        if let Some(kind) = mark_kind(c) {
            return Some(whole_mark(text, at, kind));
        }
        at += c.len_utf8();
    }
}

/// Whether a dash or a quotation mark stands first (U+2010 to U+201F): the commonest characters
/// beyond ASCII, and no mark.
fn is_quote_or_dash(bytes: &[u8]) -> bool {
    matches!(bytes, [0xe2, 0x80, 0x90..=0x9f, ..])
}

fn mark_kind(c: char) -> Option<MarkKind> {
    match c {
        '.' => Some(MarkKind::Stop),
        '…' => Some(MarkKind::Dots),
        '!' | '?' | '‼' | '⁇' | '⁈' | '⁉' | '؟' => Some(MarkKind::Call),
        '。' | '！' | '？' | '｡' => Some(MarkKind::Wide),
        '।' | '॥' | '۔' => Some(MarkKind::Call),
        _ => None,
    }
}

fn whole_mark(text: &str, start: usize, first: MarkKind) -> Mark {
    let run = text[start..].chars();
    let (mut end, mut count, mut kind) = (start, 0, first);
    for (c, next) in run.map_while(|c| mark_kind(c).map(|kind| (c, kind))) {
        end += c.len_utf8();
        count += 1;
        if next != MarkKind::Stop {
            kind = next;
        }
    }
    if kind == MarkKind::Stop {
        // `. . .` is written in three.
        while count < 4 && is_spaced_stop(&text[end..]) {
            end += 2;
            count += 1;
        }
    }
    if kind == MarkKind::Stop && 1 < count {
        kind = MarkKind::Dots;
    }
    Mark { start, end, kind }
}

/// Whether a blank and a full stop follow that belongs to no word.
fn is_spaced_stop(rest: &str) -> bool {
    match rest.as_bytes() {
        [b' ', b'.'] => true,
        [b' ', b'.', next, ..] => matches!(next, b' ' | b'"' | b'\n') || 0x80 <= *next,
        _ => false,
    }
}

/// The end of what closes after a mark: quotes, brackets, footnote signs.
pub(crate) fn closed(text: &str, mark_end: usize) -> usize {
    let mut end = mark_end;
    loop {
        let rest = &text[end..];
        let step = closing(text, end)
            .or_else(|| footnote(rest))
            .or_else(|| spaced_closing(rest));
        match step {
            Some(len) => end += len,
            None => return end,
        }
    }
}

/// The length of the closing sign at a place.
fn closing(text: &str, at: usize) -> Option<usize> {
    let c = text[at..].chars().next()?;
    let closes = match c {
        '”' | '’' | '»' | '›' | ')' | ']' | '}' | '」' | '』' | '）' | '】' | '*' | '_' => {
            true
        }
        '"' | '\'' => opened_before(text, at, c),
        // German: „so“
        '“' | '‘' => !followed_by_letter(text, at + c.len_utf8()),
        _ => false,
    };
    closes.then_some(c.len_utf8())
}

/// Bytes of a sentence in which the opening quote of a quotation is looked for.
const QUOTED: usize = 4000;

/// A straight quote closes unless a word follows at once and no quotation is open.
fn opened_before(text: &str, at: usize, quote: char) -> bool {
    let open = at < QUOTED && text[..at].matches(quote).count() % 2 == 1;
    open || !followed_by_letter(text, at + 1)
}

fn followed_by_letter(text: &str, at: usize) -> bool {
    text[at..].chars().next().is_some_and(char::is_alphanumeric)
}

/// `[12]` right behind the mark.
fn footnote(rest: &str) -> Option<usize> {
    let digits = rest.strip_prefix('[')?.bytes();
    let count = digits.take_while(u8::is_ascii_digit).count();
    (1..=3).contains(&count).then_some(())?;
    rest[1 + count..].starts_with(']').then_some(count + 2)
}

/// A closing quote set off by a blank, as in French: `fini. »`
fn spaced_closing(rest: &str) -> Option<usize> {
    let inner = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let c = inner.chars().next().filter(|c| matches!(c, '»' | '”'))?;
    let after = &inner[c.len_utf8()..];
    let free = after.is_empty() || after.starts_with(char::is_whitespace);
    (free && inner.len() < rest.len()).then(|| rest.len() - after.len())
}
