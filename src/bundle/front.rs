//! What stands before the body of a text file: YAML front matter between `---` (or TOML between
//! `+++`), or a few lines `Title: …`, `Date: …` as people type them above a saved article.
//!
//! Read line by line and tolerantly, without a YAML library: a library gives no spans, refuses
//! what people really save (`title: Roe: I quit`), and must be guarded against aliases that
//! unfold to gigabytes. Known here are `key: value`, quoted values, `[lists]`, lists of `- item`
//! lines, and `>` and `|` blocks. The values of title and dek become sentences; everything else
//! is set aside as metadata. Cost: one pass over the front matter.

use crate::{
    bundle::{
        draft::{Draft, Known, Label},
        fields::{self, Field},
    },
    model::article::{Role, Why},
    text::{safe, span::Span},
};

/// Lines that front matter may have; a `---` that is closed later is a ruler.
const MOST_LINES: usize = 200;

/// Lines of the longest head that a program puts above a page.
const PROGRAM_LINES: usize = 12;

/// Reads the front matter into fields and known parts, and moves the body behind it.
pub(crate) fn take(draft: &mut Draft) {
    let lines = lines(&draft.text);
    let text = &draft.text;
    let block = fenced(text, &lines).or_else(|| program(text, &lines));
    let block = block.or_else(|| mail(text, &lines));
    let Some(block) = block.or_else(|| headers(text, &lines)) else {
        return;
    };
    draft.body = block.end;
    for entry in entries(&draft.text, &lines[block.lines.clone()]) {
        let words = value_of(&draft.text, &entry);
        let label = draft_entry(draft, &entry, words, block.mail);
        cut_out(draft, &entry, label);
    }
    for fence in block.fences {
        keep(draft, fence, Label::Drop(Why::Metadata));
    }
    draft.known.sort_by_key(|it| it.span);
}

/// Lines of front matter, without their breaks.
struct Block {
    lines: std::ops::Range<usize>,
    fences: Vec<Span>,
    /// Whether they stand above a message.
    mail: bool,
    /// Where the body begins, in bytes.
    end: usize,
}

fn lines(text: &str) -> Vec<Span> {
    let mut at = 0;
    let line = |line: &str| {
        let span = Span::new(at, at + line.trim_end_matches(['\n', '\r']).len());
        at += line.len();
        span
    };
    text.split_inclusive('\n')
        .take(MOST_LINES)
        .map(line)
        .collect()
}

fn fenced(text: &str, lines: &[Span]) -> Option<Block> {
    let first = lines.iter().position(|it| !it.of(text).trim().is_empty())?;
    let fence = lines[first].of(text).trim();
    if fence != "---" && fence != "+++" {
        return None;
    }
    let closes = |it: &Span| {
        let line = it.of(text).trim_end();
        line == fence || (fence == "---" && line == "...")
    };
    let last = first + 1 + lines[first + 1..].iter().position(closes)?;
    let inside = &lines[first + 1..last];
    let empty = inside.iter().all(|it| it.of(text).trim().is_empty());
    let keyed = inside.iter().any(|it| key(it.of(text)).is_some());
    (empty || keyed).then(|| Block {
        lines: first + 1..last,
        fences: vec![lines[first], lines[last]],
        mail: false,
        end: lines[last].end(),
    })
}

/// What a program that fetches pages puts above them: "Title:", "URL Source:" and more, with empty lines
/// between, up to "Markdown Content:".
fn program(text: &str, lines: &[Span]) -> Option<Block> {
    let begins = |at: usize, name: &str| lines[at].of(text).starts_with(name);
    let first = lines.iter().position(|it| !it.of(text).trim().is_empty())?;
    let head = first..lines.len().min(first + PROGRAM_LINES);
    let last = head.clone().find(|at| begins(*at, "Markdown Content:"))?;
    let source = (first..last).any(|at| begins(at, "URL Source:"));
    (begins(first, "Title:") && source).then(|| Block {
        lines: first..last + 1,
        fences: Vec::new(),
        mail: false,
        end: lines[last].end(),
    })
}

/// The lines above a message, up to an empty one: "From:", "Subject:", "Date:".
fn mail(text: &str, lines: &[Span]) -> Option<Block> {
    let first = lines.iter().position(|it| !it.of(text).trim().is_empty())?;
    let head = lines[first..].iter().map(|it| key(it.of(text)));
    let names: Vec<String> = head.map_while(|it| Some(it?.0.to_lowercase())).collect();
    let has = |name: &str| names.iter().any(|it| it == name);
    let last = first + names.len();
    (has("subject") && (has("from") || has("to")) && has("date")).then(|| Block {
        lines: first..last,
        fences: Vec::new(),
        mail: true,
        end: lines[last - 1].end(),
    })
}

/// The field of a line above a message.
fn of_mail(name: &str) -> Option<(Field, usize)> {
    name.eq_ignore_ascii_case("subject")
        .then_some((Field::Title, 0))
}

/// At least two lines of a known name and a value, at the very top, up to an empty line; one where it
/// names the headline or the outlet.
fn headers(text: &str, lines: &[Span]) -> Option<Block> {
    let first = lines.iter().position(|it| !it.of(text).trim().is_empty())?;
    let known = |it: &&Span| {
        let named = key(it.of(text))
            .filter(|(name, rest)| fields::named(name).is_some() && !rest.trim().is_empty());
        named.is_some()
    };
    let count = lines[first..].iter().take_while(known).count();
    let last = first + count;
    // A headline alone counts where an empty line parts it from the text; a name may be anything's.
    let parted = lines
        .get(last)
        .is_some_and(|it| it.of(text).trim().is_empty());
    let name = key(lines[first].of(text)).map(|it| it.0.to_lowercase());
    let sure = matches!(
        name.as_deref(),
        Some("title" | "headline" | "source" | "outlet")
    );
    (2 <= count || count == 1 && sure && parted).then(|| Block {
        lines: first..last,
        fences: Vec::new(),
        mail: false,
        end: lines[last - 1].end(),
    })
}

/// `name: value` or `name = value`, not indented.
fn key(line: &str) -> Option<(&str, &str)> {
    let at = line.find([':', '='])?;
    let (name, rest) = (line[..at].trim_end(), &line[at + 1..]);
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | ' ' | '.' | '@');
    let name = name.trim_matches(['"', '\'']);
    let fits = !name.is_empty() && name.len() <= 40 && name.chars().all(plain);
    let starts = line.starts_with(|c: char| !c.is_whitespace() && c != '-');
    let apart = rest.is_empty() || rest.starts_with([' ', '\t']) || line[at..].starts_with('=');
    (fits && starts && apart).then_some((name, rest))
}

/// A key with all lines of its value.
struct Entry {
    name: String,
    /// From the key to the end of its last line.
    whole: Span,
    /// The value on the key's line.
    first: Span,
    /// The lines below that belong to it.
    more: Vec<Span>,
}

fn entries(text: &str, lines: &[Span]) -> Vec<Entry> {
    let mut found: Vec<Entry> = Vec::new();
    for line in lines {
        match (key(line.of(text)), found.last_mut()) {
            (Some((name, rest)), _) => found.push(Entry {
                name: name.to_string(),
                whole: *line,
                first: safe::trimmed(text, Span::new(line.end() - rest.len(), line.end())),
                more: Vec::new(),
            }),
            (None, Some(entry)) => {
                entry.whole = Span::new(entry.whole.start(), line.end());
                entry.more.push(safe::trimmed(text, *line));
            }
            (None, None) => found.push(Entry {
                name: String::new(),
                whole: *line,
                first: Span::new(line.end(), line.end()),
                more: Vec::new(),
            }),
        }
    }
    found
}

/// Where the words of a value stand: without quotes, block signs, brackets.
fn value_of(text: &str, entry: &Entry) -> Vec<Span> {
    let first = entry.first.of(text);
    let block = first.is_empty() || (first.starts_with(['>', '|']) && first.len() <= 3);
    let lines = entry.more.iter().filter(|it| !it.of(text).starts_with('#'));
    let mut words: Vec<Span> = lines.map(|it| unmarked(text, *it)).collect();
    if !block {
        words.insert(0, entry.first);
    }
    words.retain(|it| !it.is_empty());
    match words.as_slice() {
        [only] if !block => listed(text, *only),
        [first, .., last] if quoted(text, *first) => {
            let whole = unquoted(text, Span::new(first.start(), last.end()));
            vec![whole]
        }
        _ => words.into_iter().map(|it| unquoted(text, it)).collect(),
    }
}

/// An item of a list without its hyphen.
fn unmarked(text: &str, line: Span) -> Span {
    match line.of(text).strip_prefix("- ") {
        Some(_) => safe::trimmed(text, Span::new(line.start() + 2, line.end())),
        None => line,
    }
}

fn quoted(text: &str, span: Span) -> bool {
    let words = span.of(text);
    words.starts_with(['"', '\'']) && unquoted(text, span) == span
}

fn unquoted(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let quotes = |sign| 2 <= words.len() && words.starts_with(sign) && words.ends_with(sign);
    match quotes('"') || quotes('\'') {
        true => Span::new(span.start() + 1, span.end() - 1),
        false => span,
    }
}

/// `[a, "b"]` in its items, anything else as it is.
fn listed(text: &str, span: Span) -> Vec<Span> {
    let words = span.of(text);
    if !(words.starts_with('[') && words.ends_with(']')) {
        return vec![unquoted(text, span)];
    }
    let mut at = span.start() + 1;
    let inner = &words[1..words.len() - 1];
    let item = |item: &str| {
        let span = safe::trimmed(text, Span::new(at, at + item.len()));
        at += item.len() + 1;
        unquoted(text, span)
    };
    inner
        .split(',')
        .map(item)
        .filter(|it| !it.is_empty())
        .collect()
}

/// Puts the value among the fields, and says what its words are in the article.
fn draft_entry(
    draft: &mut Draft,
    entry: &Entry,
    words: Vec<Span>,
    mail: bool,
) -> Option<(Span, Role)> {
    let subject = || of_mail(&entry.name).filter(|_| mail);
    let (field, rank) = fields::named(&entry.name).or_else(subject)?;
    let (first, last) = (words.first()?, words.last()?);
    let whole = Span::new(first.start(), last.end());
    let values: Vec<&str> = words.iter().map(|it| it.of(&draft.text)).collect();
    let between = if field == Field::Byline { ", " } else { " " };
    draft
        .fields
        .offer((field, rank), unescaped(&values.join(between)));
    let role = match field {
        Field::Title => Role::Headline,
        Field::Dek => Role::Dek,
        _ => return None,
    };
    (!draft.has(role)).then_some((whole, role))
}

fn unescaped(value: &str) -> String {
    value.replace("\\\"", "\"").replace("''", "'")
}

/// The words with their role, and what stands around them as metadata.
fn cut_out(draft: &mut Draft, entry: &Entry, words: Option<(Span, Role)>) {
    let Some((words, role)) = words else {
        return keep(draft, entry.whole, Label::Drop(Why::Metadata));
    };
    let before = Span::new(entry.whole.start(), words.start());
    let behind = Span::new(words.end(), entry.whole.end());
    keep(draft, before, Label::Drop(Why::Metadata));
    keep(draft, words, Label::Is(role));
    keep(draft, behind, Label::Drop(Why::Metadata));
}

fn keep(draft: &mut Draft, span: Span, label: Label) {
    let span = safe::trimmed(&draft.text, span);
    if !span.is_empty() {
        draft.known.push(Known { span, label });
    }
}
