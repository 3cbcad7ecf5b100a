//! Inline markup: which bytes of a block are markup and not words.
//!
//! Everywhere: `**strong**`, `[text](address)`, tags such as `<br>`, character references. In
//! Markdown files also single `*` and `_`, `` ` ``, `~~`, backslashes, `[text][name]`. A pair must
//! open and close within the block; what does not is left as it stands. Cost: one pass, and one
//! more for each sign that closes something: what was found ahead is kept for the next that asks.

use std::collections::BTreeMap;

use crate::{
    bundle::clean::erase::Edit,
    text::{scan::Set, span::Span},
};

/// Names of tags that are taken out of plain text.
const TAGS: &[&str] = &[
    "a",
    "abbr",
    "b",
    "blockquote",
    "br",
    "cite",
    "code",
    "div",
    "em",
    "figcaption",
    "figure",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "li",
    "mark",
    "ol",
    "p",
    "q",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "u",
    "ul",
];

/// The bytes with which markup begins.
const SPECIAL: Set = Set::of(b"*_[<&`~\\");
/// Backticks of the longest run that opens anything.
const TICKS: usize = 8;
/// Brackets inside brackets of an address.
const BRACKETS: usize = 8;

/// Adds the edits of one block.
pub(crate) fn edits(text: &str, block: Span, markdown: bool, edits: &mut Vec<Edit>) {
    let words = block.of(text);
    let mut scan = Scan {
        words,
        base: block.start(),
        markdown,
        edits,
        edited: Vec::new(),
        next: BTreeMap::new(),
        closed: None,
    };
    let mut at = 0;
    while let Some(found) = SPECIAL.find(words.as_bytes(), at) {
        at = found + scan.at(found).max(1);
    }
}

struct Scan<'a> {
    words: &'a str,
    base: usize,
    markdown: bool,
    edits: &'a mut Vec<Edit>,
    /// The bytes in some edit; empty while there is none.
    edited: Vec<bool>,
    /// Where each sign was found last, looking ahead; the end of the block where there is none.
    next: BTreeMap<&'a str, usize>,
    /// The bracket that last closed a text, and the end of what stands behind it, where that is an
    /// address or a name: very many brackets may open before it.
    closed: Option<(usize, Option<usize>)>,
}

impl<'a> Scan<'a> {
    /// Looks at one place; gives the bytes to go on.
    fn at(&mut self, at: usize) -> usize {
        let rest = &self.words[at..];
        match rest.as_bytes()[0] {
            b'[' => self.link(at),
            b'<' => self.tag(at, rest),
            b'&' => self.reference(at, rest),
            b'\\' if self.markdown => self.escape(at, rest),
            b'*' | b'_' | b'~' | b'`' => self.emphasis(at, rest),
            _ => 1,
        }
    }

    fn delete(&mut self, from: usize, to: usize) {
        self.keep(from, to);
        self.edits
            .push(Edit::delete(Span::new(self.base + from, self.base + to)));
    }

    fn keep(&mut self, from: usize, to: usize) {
        self.edited.resize(self.words.len(), false);
        self.edited[from..to].fill(true);
    }

    /// The first place at or behind `from` at which a sign stands, as `find` tells it. Each sign is
    /// looked for once, however many places ask.
    fn ahead(
        &mut self,
        sign: &'a str,
        from: usize,
        find: impl Fn(&str, usize) -> Option<usize>,
    ) -> Option<usize> {
        let none = self.words.len();
        let known = self.next.get(sign).copied().filter(|it| from <= *it);
        let found = known.unwrap_or_else(|| find(self.words, from).unwrap_or(none));
        self.next.insert(sign, found);
        (found < none).then_some(found)
    }

    fn plain(&mut self, sign: &'static str, from: usize) -> Option<usize> {
        self.ahead(sign, from, |words, from| {
            words[from..].find(sign).map(|it| from + it)
        })
    }

    /// `[text](address)`, `![text](address)`, and in Markdown `[text][name]`.
    fn link(&mut self, at: usize) -> usize {
        let close = self.plain("]", at).map(|it| it - at);
        let Some(close) = close.filter(|it| 0 < *it) else {
            return 1;
        };
        let close = at + close;
        let known = self.closed.filter(|it| it.0 == close);
        let end = known.map_or_else(|| self.behind(close + 1), |it| it.1);
        self.closed = Some((close, end));
        let Some(end) = end else {
            return 1;
        };
        let image = self.words[..at].ends_with('!');
        self.delete(at - usize::from(image), at + 1);
        if known.is_none() {
            self.delete(close, close + 2 + end);
        }
        1
    }

    /// Where an address, or in Markdown a name, ends that begins at a byte, counted from there.
    fn behind(&mut self, from: usize) -> Option<usize> {
        let behind = &self.words[from..];
        match behind.as_bytes().first() {
            Some(b'(') => address(behind),
            Some(b'[') if self.markdown => self.plain("]", from).map(|it| it - from),
            _ => None,
        }
    }

    /// `<em>`, `</em>`; in Markdown also the brackets of `<https://…>`.
    fn tag(&mut self, at: usize, rest: &str) -> usize {
        let opens = self.plain("<", at + 1).unwrap_or(self.words.len());
        let close = self.plain(">", at).filter(|it| *it < opens);
        let Some(close) = close.map(|it| it - at) else {
            return 1;
        };
        let inner = rest[1..close].trim_start_matches('/');
        let end = inner.find(|c: char| !c.is_ascii_alphanumeric());
        let name = inner[..end.unwrap_or(inner.len())].to_ascii_lowercase();
        if TAGS.contains(&name.as_str()) {
            self.delete(at, at + close + 1);
        } else if inner.starts_with("http") && self.markdown {
            self.delete(at, at + 1);
            self.delete(at + close, at + close + 1);
        }
        1
    }

    /// `&amp;`, where what it stands for is not longer.
    fn reference(&mut self, at: usize, rest: &str) -> usize {
        let Some(end) = rest.bytes().take(12).position(|it| it == b';') else {
            return 1;
        };
        let written = &rest[..=end];
        let with = htmlize::unescape(written);
        if with != written {
            self.keep(at, at + written.len());
            let span = Span::new(self.base + at, self.base + at + written.len());
            self.edits.push(Edit {
                span,
                with: with.into_owned(),
            });
        }
        written.len()
    }

    fn escape(&mut self, at: usize, rest: &str) -> usize {
        if rest.as_bytes().get(1).is_some_and(u8::is_ascii_punctuation) {
            self.delete(at, at + 1);
            return 2;
        }
        1
    }

    /// `**strong**` and its like.
    fn emphasis(&mut self, at: usize, rest: &'a str) -> usize {
        let sign = rest.as_bytes()[0];
        let run = rest.bytes().take_while(|it| *it == sign).count();
        let single = self.markdown && run < if sign == b'`' { TICKS } else { 4 };
        let double = sign != b'`' && (2..4).contains(&run);
        let opens = rest[run..].starts_with(|c: char| !c.is_whitespace());
        let free = sign != b'_' || !ends_in_word(&self.words[..at]);
        let edited = self.edited.get(at) == Some(&true);
        if edited || !(single || double) || !opens || !free {
            return run;
        }
        let marker = &rest[..run];
        let close = self.ahead(marker, at + run, |words, from| closing(words, from, marker));
        if let Some(close) = close {
            self.delete(at, at + run);
            self.delete(close, close + run);
        }
        run
    }
}

fn ends_in_word(before: &str) -> bool {
    before.ends_with(char::is_alphanumeric)
}

/// Where a marker closes from a byte on: behind a word, and not as a part of a longer run.
fn closing(words: &str, from: usize, marker: &str) -> Option<usize> {
    let sign = &marker[..1];
    let ends = |at: &usize| {
        let (before, behind) = (&words[..*at], &words[at + marker.len()..]);
        let word = before.ends_with(|c: char| !c.is_whitespace()) && !before.ends_with(sign);
        let apart = sign != "_" || !behind.starts_with(char::is_alphanumeric);
        word && apart && !behind.starts_with(sign)
    };
    let rest = words[from..].match_indices(marker);
    rest.map(|(at, _)| from + at).find(ends)
}

/// The length of `(address` or `(address "title"`, up to its closing bracket.
fn address(behind: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, c) in behind.char_indices() {
        match c {
            '(' if depth == BRACKETS => return None,
            '(' => depth += 1,
            ')' if depth == 1 => {
                let inner = &behind[1..at];
                let plain = inner.contains(['/', '#', '.', ':']);
                return (plain && !inner.starts_with(' ')).then_some(at);
            }
            ')' => depth -= 1,
            '\n' => return None,
            _ => (),
        }
    }
    None
}
