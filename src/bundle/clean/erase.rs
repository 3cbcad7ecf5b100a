//! Markup taken out of a text without moving what stands between blanks: in every stretch
//! without blanks the visible characters close up to the left and the freed bytes become blanks
//! behind them. `**bold**,` becomes `bold,    `: words stay whole, and a span that begins and
//! ends at blanks holds for the file as for the text. Cost: one copy, only where there is markup.

use crate::text::span::Span;

/// Bytes to replace by something that is not longer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) span: Span,
    pub(crate) with: String,
}

impl Edit {
    /// A wall: no word before it closes up with one behind it.
    pub(crate) fn wall(at: usize) -> Self {
        Self::delete(Span::new(at, at))
    }

    pub(crate) fn delete(span: Span) -> Self {
        Self {
            span,
            with: String::new(),
        }
    }
}

/// The edited text, of the same length, and the stretches in which something moved.
pub(crate) fn apply(text: String, mut edits: Vec<Edit>) -> (String, Vec<Span>) {
    edits.retain(|it| it.span.fits(&text) && it.with.len() <= it.span.len());
    edits.sort_by_key(|it| it.span);
    let mut out = String::with_capacity(text.len());
    let mut moved: Vec<Span> = Vec::new();
    let mut freed = 0;
    let mut at = 0;
    for edit in edits {
        let (start, end) = (edit.span.start(), edit.span.end());
        if start < at {
            continue;
        }
        freed = copy(&mut out, &text[at..start], freed);
        at = end;
        if edit.span.is_empty() {
            blanks(&mut out, freed);
            freed = 0;
            close(&mut moved, start);
            continue;
        }
        out.push_str(&edit.with);
        freed += edit.span.len() - edit.with.len();
        extend(&mut moved, &text, edit.span);
    }
    let freed = copy(&mut out, &text[at..], freed);
    blanks(&mut out, freed);
    (out, moved)
}

/// Copies words; freed bytes become blanks at the first blank. Gives back those still to place.
fn copy(out: &mut String, words: &str, freed: usize) -> usize {
    match words.find(char::is_whitespace).filter(|_| 0 < freed) {
        Some(at) => {
            out.push_str(&words[..at]);
            blanks(out, freed);
            out.push_str(&words[at..]);
            0
        }
        None => {
            out.push_str(words);
            freed
        }
    }
}

fn blanks(out: &mut String, count: usize) {
    out.extend(std::iter::repeat_n(' ', count));
}

/// Where the stretch begins: behind the blank before.
fn begin(text: &str, at: usize) -> usize {
    let before = text[..at].trim_end_matches(|c: char| !c.is_whitespace());
    before.len()
}

/// Where the stretch ends: before the blank behind.
fn end(text: &str, at: usize) -> usize {
    let behind = text[at..].find(char::is_whitespace);
    behind.map_or(text.len(), |it| at + it)
}

/// Ends the last stretch at a wall.
fn close(moved: &mut [Span], wall: usize) {
    if let Some(last) = moved.last_mut() {
        *last = Span::new(last.start(), last.end().min(wall));
    }
}

/// Takes the stretch around an edit in. What lies in the last one needs no look around: a text
/// without blanks may hold very many edits.
fn extend(moved: &mut Vec<Span>, text: &str, edit: Span) {
    match moved.last_mut() {
        Some(last) if edit.end() < last.end() => (),
        Some(last) if edit.start() < last.end() => {
            *last = Span::new(last.start(), end(text, edit.end()));
        }
        last => {
            let next = Span::new(begin(text, edit.start()), end(text, edit.end()));
            match last {
                Some(last) if next.start() <= last.end() => {
                    *last = Span::new(last.start(), last.end().max(next.end()));
                }
                _ => moved.push(next),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `[` and `]` around what is to go.
    #[track_caller]
    fn check(marked: &str, expected: &str) {
        let mut text = String::new();
        let mut edits = Vec::new();
        for (at, part) in marked.split(['[', ']']).enumerate() {
            if at % 2 == 1 {
                edits.push(Edit::delete(Span::new(text.len(), text.len() + part.len())));
            }
            text.push_str(part);
        }
        let (out, _) = apply(text.clone(), edits);
        assert_eq!(out, expected);
        assert_eq!(out.len(), text.len());
    }

    #[test]
    fn words_close_up_and_blanks_follow() {
        check("[**]bold[**], and", "bold,     and");
        check("a wo[*]rd[*].", "a word.  ");
        check("[- ]item", "item  ");
        check("none", "none");
    }

    #[test]
    fn what_is_longer_than_its_place_is_left() {
        let edit = Edit {
            span: Span::new(0, 1),
            with: "long".to_string(),
        };
        assert_eq!(apply("ab".to_string(), vec![edit]).0, "ab");
    }
}
