//! Lines to blocks: paragraphs, items of lists, rows of tables, headings, rulers.
//!
//! An empty line ends a block. Without one, each line is a block of its own, unless it was wrapped
//! at a margin and goes on with the line before: see [`wrap`]. Cost: one pass over the lines, and one
//! over their lengths.

use crate::{
    bundle::clean::wrap::{self, Kind, Row},
    text::{safe, span::Span},
};

/// Lines of the longest numbered item.
const ITEM_LINES: usize = 12;

/// What a line or a joined paragraph looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Text,
    /// Marked as such, with `#` or a line of `=` below.
    Heading,
    Item,
    Row,
    /// Nothing but a picture in Markdown.
    Picture,
    /// No letter and no figure: `---`, `***`, `|---|---|`.
    Rule,
}

/// A stretch of text that stands by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    /// Trimmed, with its marker.
    pub(crate) span: Span,
    pub(crate) shape: Shape,
    /// `- `, `1. `, `## `, `> `: empty where there is none.
    pub(crate) marker: Span,
    /// Whether an empty line, or nothing, stands above.
    pub(crate) gap: bool,
    /// Whether it is of several lines that were wrapped.
    pub(crate) wrapped: bool,
}

impl Block {
    /// `# ` before it, or a line of `=` below.
    pub(crate) fn is_first(&self) -> bool {
        self.shape == Shape::Heading && self.marker.len() <= "# ".len()
    }
}

/// The blocks of a text from a byte on.
pub(crate) fn blocks(text: &str, from: usize) -> Vec<Block> {
    let mut lines = lines(text, from);
    number_items(text, &mut lines);
    let rows: Vec<Row> = lines.iter().map(|it| row(text, it)).collect();
    let joined = wrap::joined(&rows);
    let mut found: Vec<Block> = Vec::new();
    for (line, joins) in lines.iter().zip(joined) {
        match found.last_mut() {
            Some(last) if joins => {
                last.wrapped = true;
                last.span = Span::new(last.span.start(), line.block.span.end());
            }
            Some(last) if is_underline(text, last, line) => {
                last.shape = Shape::Heading;
                found.push(line.block);
            }
            _ => found.push(line.block),
        }
    }
    found
}

/// One line that is not empty.
#[derive(Clone, Copy, Debug)]
struct Line {
    block: Block,
    /// Blanks before it.
    indent: usize,
    /// Characters, without the blanks around.
    width: usize,
}

fn lines(text: &str, from: usize) -> Vec<Line> {
    let mut found = Vec::new();
    let mut gap = true;
    let mut at = from;
    while at < text.len() {
        let len = memchr::memchr2(b'\n', b'\r', &text.as_bytes()[at..]);
        let len = len.unwrap_or(text.len() - at);
        let span = safe::trimmed(text, Span::new(at, at + len));
        if span.is_empty() {
            gap = true;
        } else {
            let indent = span.start() - at;
            found.push(line(text, span, indent, gap));
            gap = false;
        }
        at += len;
        at += if text[at..].starts_with("\r\n") { 2 } else { 1 };
    }
    found
}

fn line(text: &str, span: Span, indent: usize, gap: bool) -> Line {
    let words = span.of(text);
    let (shape, marker) = shape(words);
    Line {
        block: Block {
            span,
            shape,
            marker: Span::new(span.start(), span.start() + marker),
            gap,
            wrapped: false,
        },
        indent,
        width: words.chars().count(),
    }
}

/// The shape of a line, and the bytes of its marker. Numbers are judged later: see
/// [`number_items`].
fn shape(words: &str) -> (Shape, usize) {
    if !words.contains(char::is_alphanumeric) || is_end_of_link(words) {
        return (Shape::Rule, 0);
    }
    let behind = |marker: &str| {
        words
            .strip_prefix(marker)
            .is_some_and(|it| it.starts_with(' '))
    };
    let hashes = words.len() - words.trim_start_matches('#').len();
    if (1..=6).contains(&hashes) && words[hashes..].starts_with(' ') {
        return (Shape::Heading, hashes + 1);
    }
    if is_picture(words) {
        return (Shape::Picture, 0);
    }
    if words.starts_with('|') && 1 < words.matches('|').count() {
        return (Shape::Row, 0);
    }
    let bullets = ["-", "*", "+", "•", "◦", "▪", "‣", "·", "●", "■"];
    match bullets.iter().find(|it| behind(it)) {
        Some(bullet) => (Shape::Item, bullet.len() + 1),
        None => (Shape::Text, quote_marker(words)),
    }
}

/// `](address)`, where the words of a link stand on lines of their own.
fn is_end_of_link(words: &str) -> bool {
    words.starts_with("](") && words.ends_with(')') && !words.contains(' ')
}

/// `![what is seen](address)`, alone or as a link.
fn is_picture(words: &str) -> bool {
    let inner = words
        .strip_prefix("![")
        .or_else(|| words.strip_prefix("[!["));
    inner.is_some_and(|it| it.contains("](") && it.ends_with(')') && !it.contains(") "))
}

/// `> ` before a quoted line, also nested.
fn quote_marker(words: &str) -> usize {
    let rest = words.trim_start_matches(['>', ' ']);
    if words.starts_with('>') {
        words.len() - rest.len()
    } else {
        0
    }
}

/// The number of an item and the bytes of its marker: `12. ` or `12) `.
fn number(words: &str) -> Option<(u32, usize)> {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let sign = words[digits..].starts_with(". ") || words[digits..].starts_with(") ");
    (sign && (1..=3).contains(&digits)).then_some(())?;
    Some((words[..digits].parse().ok()?, digits + 2))
}

/// A numbered line is an item where the next number stands on a line below, or the one before
/// it above, with no empty line inside an item; elsewhere the number belongs to the words.
fn number_items(text: &str, lines: &mut [Line]) {
    let numbered = lines.iter().enumerate().filter_map(|(at, it)| {
        let (number, len) = number(it.block.span.of(text))?;
        (it.block.shape == Shape::Text).then_some((at, number, len))
    });
    let numbered: Vec<_> = numbered.collect();
    for pair in numbered.windows(2) {
        let ((first, a, _), (second, b, _)) = (pair[0], pair[1]);
        let whole = lines[first + 1..second].iter().all(|it| !it.block.gap);
        if a + 1 == b && whole && second - first <= ITEM_LINES {
            for (at, _, len) in pair {
                let block = &mut lines[*at].block;
                block.shape = Shape::Item;
                block.marker = Span::new(block.span.start(), block.span.start() + len);
            }
        }
    }
}

/// What tells which lines go on with the one before.
fn row<'a>(text: &'a str, line: &Line) -> Row<'a> {
    let kind = match line.block.shape {
        Shape::Text => Kind::Text,
        Shape::Item => Kind::Item,
        _ => Kind::Other,
    };
    Row {
        words: line.block.span.of(text),
        kind,
        gap: line.block.gap,
        indent: line.indent,
        width: line.width,
    }
}

/// A line of `=` below a single line makes that a heading.
fn is_underline(text: &str, last: &Block, line: &Line) -> bool {
    let sign = line.block.span.of(text);
    let under = 3 <= sign.len() && sign.bytes().all(|it| it == b'=');
    let single = || !last.span.of(text).contains('\n');
    under && !line.block.gap && last.shape == Shape::Text && single()
}
