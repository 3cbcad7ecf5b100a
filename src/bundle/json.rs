//! JSON and JSON Lines: files, and text by line, to records, and each record to a draft.
//!
//! An object is an article; a list, or an object that holds one under a name such as `articles`,
//! is several. The text is put together as headline, dek and body with an empty line between, and
//! spans point into it. A lone surrogate escape does not cost the record. Cost: one pass to parse
//! without keeping unknown fields, one copy of the text.

use serde::de::DeserializeSeed;

use crate::{
    bundle::{
        decode::{self, Decoded},
        draft::{Draft, Known, Label},
        fields::Field,
        html,
        out::Out,
        record::{Budget, Record, Tree},
    },
    model::{
        article::{Role, SpanOf},
        limits::Limits,
    },
    text::{fold::letters, safe, span::Span},
};

/// Under which name standard input is told of: it holds JSON Lines, or one list.
pub(crate) const STANDARD_INPUT: &str = "standard input";

/// Reads one JSON document, or JSON Lines under the wrong name.
pub(crate) fn read(file: &str, decoded: Decoded, out: &mut Out<'_>) {
    document(file, &decoded, out);
    doubt(decoded.from, out);
}

/// Has the articles tell how their bytes were read, where it was not as UTF-8; of UTF-8 with faults
/// those in which there is one.
pub(crate) fn doubt(from: Option<&'static str>, out: &mut Out<'_>) {
    let Some(encoding) = from else {
        return;
    };
    let faulty = encoding == decode::FAULTY;
    let read = out.drafts.iter_mut();
    for draft in read.filter(|it| !faulty || it.text.contains('\u{fffd}')) {
        draft.read_as(encoding);
    }
}

fn document(file: &str, decoded: &Decoded, out: &mut Out<'_>) {
    match parse(&decoded.text, &out.loaded.limits) {
        Ok(tree) => take(file, tree, out),
        Err(_) if looks_like_lines(&decoded.text, &out.loaded.limits) => {
            lines(file, 1, &decoded.text, out)
        }
        Err(error) => out.loaded.skip(
            at_line(file, error.line()),
            fault(&error, &decoded.text, file),
        ),
    }
}

/// Reads a JSON value a line; also one JSON list, as some programs write it.
pub(crate) fn read_lines(file: &str, decoded: Decoded, out: &mut Out<'_>) {
    match decoded.text.trim_start().starts_with('[') {
        true => document(file, &decoded, out),
        false => lines(file, 1, &decoded.text, out),
    }
    doubt(decoded.from, out);
}

fn looks_like_lines(text: &str, limits: &Limits) -> bool {
    let mut lines = text.lines().filter(|it| !it.trim().is_empty());
    let first = lines.next().is_some_and(|it| parse(it, limits).is_ok());
    first && lines.next().is_some()
}

/// Reads a JSON value a line; `first` is the number of the first line.
pub(crate) fn lines(file: &str, first: usize, text: &str, out: &mut Out<'_>) {
    for (at, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        if !out.has_room() {
            return;
        }
        let place = at_line(file, at + first);
        match parse(line, &out.loaded.limits) {
            Ok(tree) => take(&place, tree, out),
            Err(error) => out.loaded.skip(place, fault(&error, line, file)),
        }
    }
}

fn at_line(file: &str, line: usize) -> String {
    match line {
        0 => file.to_string(),
        _ => format!("{file}:{line}"),
    }
}

/// What is wrong with a text that was to be JSON, and what to do about it.
fn fault(error: &serde_json::Error, text: &str, file: &str) -> String {
    let said = error.to_string();
    let reason = said.split(" at line ").next().unwrap_or_default();
    if error.is_data() {
        return reason.to_string();
    }
    let column = error.column();
    if reason == "number out of range" {
        return format!("holds a number that is too large, in column {column}; mend it there");
    }
    let what = match text.trim_start().chars().next() {
        None => ": it is empty".to_string(),
        Some('{' | '[' | '"') if error.is_eof() => {
            ": it breaks off before its end; save it again".to_string()
        }
        Some('{' | '[' | '"') => {
            format!(" from column {column} on; save it again, or mend it there")
        }
        Some(_) if file == STANDARD_INPUT => {
            "; there an article is a JSON object in a line, and a plain text is read from a file"
                .to_string()
        }
        Some(_) => {
            ", though named so; a plain text needs a name that ends in .txt or .md".to_string()
        }
    };
    format!("is no valid JSON{what}")
}

fn parse(text: &str, limits: &Limits) -> serde_json::Result<Tree> {
    one(text, limits).or_else(|error| match mended(text) {
        Some(text) if !error.is_data() => one(&text, limits),
        _ => Err(error),
    })
}

/// The one value that a text holds.
fn one(text: &str, limits: &Limits) -> serde_json::Result<Tree> {
    let budget = Budget::new(limits);
    let mut from = serde_json::Deserializer::from_str(text);
    let tree = budget.keeper().deserialize(&mut from)?;
    from.end()?;
    Ok(tree)
}

/// The text with escapes of lone surrogates replaced by that of U+FFFD; `None` where it has none.
fn mended(text: &str) -> Option<String> {
    let mut out: Option<String> = None;
    let mut copied = 0;
    let mut at = 0;
    while let Some(found) = text[at..].find('\\') {
        at += found;
        let unit = unit(&text[at..]);
        let next = text.get(at + 6..).and_then(self::unit);
        let pair = |it: u16| next.is_some_and(|low| it < 0xdc00 && (0xdc00..0xe000).contains(&low));
        at += match unit {
            Some(0xd800..0xe000) if unit.is_some_and(pair) => 12,
            Some(0xd800..0xe000) => {
                let out = out.get_or_insert_default();
                out.push_str(&text[copied..at]);
                out.push_str("\\ufffd");
                copied = at + 6;
                6
            }
            _ => 1 + text[at + 1..].chars().next().map_or(0, char::len_utf8),
        };
    }
    out.map(|out| out + &text[copied..])
}

/// The value of the `\uXXXX` that the text begins with.
fn unit(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    u16::from_str_radix(digits, 16).ok()
}

fn take(place: &str, tree: Tree, out: &mut Out<'_>) {
    let records = tree.records();
    let several = 1 < records.len();
    if records.is_empty() {
        return out.loaded.skip(place, "holds no article");
    }
    for (at, record) in records.into_iter().enumerate() {
        if !out.has_room() {
            return;
        }
        let place = match several {
            true => format!("{place}#{}", at + 1),
            false => place.to_string(),
        };
        match draft(&place, record) {
            Some(draft) => out.drafts.push(draft),
            None => out.loaded.skip(
                place,
                "has no text: no field such as text, body or content holds any",
            ),
        }
    }
}

/// An article from its fields; `None` where there is nothing to read.
pub(crate) fn draft(place: &str, record: Record) -> Option<Draft> {
    let mut fields = record.fields;
    let body = fields.take(Field::Body).unwrap_or_default();
    let body = whole(body);
    let body = if html::is_html(&body) {
        html::to_text(&body)
    } else {
        body
    };
    let line = |field| fields.get(field).map(one_line).unwrap_or_default();
    let (title, dek) = (line(Field::Title), line(Field::Dek));
    let body = without_line(&body, &title);
    if body.is_empty() && (title.is_empty() || dek.is_empty()) {
        return None;
    }
    for (field, value) in [(Field::Title, &title), (Field::Dek, &dek)] {
        fields.replace(field, value.clone());
    }
    let rest = without_line(body, &dek);
    let dek_again = rest.len() == body.len() && is_lead(body, &dek);
    let body = rest;
    let mut text = String::with_capacity(title.len() + dek.len() + body.len() + 4);
    let mut known = Vec::new();
    let shown = if dek_again { "" } else { dek.as_str() };
    for (words, role) in [(title.as_str(), Role::Headline), (shown, Role::Dek)] {
        if !words.is_empty() {
            let span = Span::new(text.len(), text.len() + words.len());
            known.push(Known {
                span,
                label: Label::Is(role),
            });
            text.push_str(words);
            text.push_str("\n\n");
        }
    }
    let start = text.len();
    text.push_str(body);
    let mut draft = Draft::new(place.to_string(), SpanOf::Extracted, text);
    (draft.fields, draft.known, draft.body) = (fields, known, start);
    Some(draft)
}

/// Without the mark of how much more there is: `[+2345 chars]`.
fn whole(mut body: String) -> String {
    let end = body.trim_end();
    let mark = end
        .strip_suffix(" chars]")
        .map(|it| it.trim_end_matches(|c: char| c.is_ascii_digit()));
    let front = mark.map(|it| it.strip_suffix('+').unwrap_or(it));
    if let Some(front) = front.and_then(|it| it.strip_suffix('[')) {
        body.truncate(front.trim_end().len());
    }
    body
}

/// A value without tags and breaks.
pub(crate) fn one_line(value: &str) -> String {
    let plain = match html::is_html(value) {
        true => html::to_text(value),
        false => value.to_string(),
    };
    let (safe, _) = safe::sanitised(plain);
    safe::one_line(&safe).into_owned()
}

/// The body without its first line where that says what stands above it anyway.
fn without_line<'a>(body: &'a str, said: &str) -> &'a str {
    let body = body.trim_matches(safe::is_blank);
    let end = body.find('\n').unwrap_or(body.len());
    let first = body[..end].trim_start_matches(['#', ' ']);
    match !said.is_empty() && letters(first).eq(letters(said)) {
        true => body[end..].trim_start_matches(safe::is_blank),
        false => body,
    }
}

/// Whether a description is only the beginning of the body, cut off somewhere.
fn is_lead(body: &str, dek: &str) -> bool {
    let cut = dek.trim_end_matches(['.', '…', ' ', ']', '[']);
    let mut body = letters(body);
    !cut.is_empty() && letters(cut).all(|c| body.next() == Some(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lone_surrogates_are_mended_and_pairs_kept() {
        let check = |input: &str, expected: Option<&str>| {
            assert_eq!(mended(input).as_deref(), expected);
        };
        check(r#""a\ud83d\ude00b""#, None);
        check(r#""a\ud83db""#, Some(r#""a\ufffdb""#));
        check(r#""\udc00\ud83d\ude00""#, Some(r#""\ufffd\ud83d\ude00""#));
        check(r#""\\ud83d""#, None);
        check(r#""\"#, None);
    }

    #[test]
    fn a_description_may_be_the_cut_off_lead() {
        assert!(is_lead(
            "The pier closed on Monday, it said.",
            "The pier closed on Mon…"
        ));
        assert!(!is_lead("The pier closed on Monday.", "Repairs begin"));
        assert!(!is_lead("The pier closed.", ""));
    }
}
