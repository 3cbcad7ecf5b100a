//! Quotations: the words that a text puts between quotation marks.
//!
//! Straight and curly, double and single, low and angled marks are read; a single mark inside a
//! word or after it is an apostrophe. Marks are paired by what they open or close, not by their
//! look, since texts mix them. A quotation may hold several sentences; one left open ends with
//! its paragraph, which is also how quotations of several paragraphs are set. Quotations inside
//! quotations are not told apart: the outermost counts.
//!
//! Steps: each mark in a paragraph opens or closes by its form and neighbours; pairs are matched.
//! Linear in the text.

use crate::text::{span::Span, token::Token};

/// Fewer words than this between marks are a term or an expression, not a statement.
const STATEMENT: usize = 4;

/// A quotation and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Without the marks, in bytes of the text.
    pub inner: Span,
    /// Whether the closing mark was found.
    pub closed: bool,
}

/// What family of marks a mark belongs to: doubles and singles close their own kind.
#[derive(Clone, Copy, PartialEq)]
enum Family {
    Double,
    Single,
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Opens,
    Closes,
    Either,
}

/// All outermost quotations, in order.
pub fn quotes(text: &str) -> Vec<Quote> {
    let mut found = Vec::new();
    let mut start = 0;
    for paragraph in text.split_inclusive("\n\n") {
        in_paragraph(text, Span::new(start, start + paragraph.len()), &mut found);
        start += paragraph.len();
    }
    found
}

/// Whether enough words are quoted to be a statement, as against a term in quotation marks.
pub fn is_statement(words: &[Token]) -> bool {
    words.len() >= STATEMENT
}

fn in_paragraph(text: &str, paragraph: Span, found: &mut Vec<Quote>) {
    let mut open: Option<(usize, Family)> = None;
    for (offset, c) in paragraph.of(text).char_indices() {
        let at = paragraph.start() + offset;
        let Some((family, side)) = mark(text, at, c) else {
            continue;
        };
        match open {
            None if side != Side::Closes => open = Some((at + c.len_utf8(), family)),
            Some((start, own)) if own == family && side != Side::Opens => {
                push(found, text, start, at, true);
                open = None;
            }
            _ => (),
        }
    }
    if let Some((start, family)) = open
        && (family == Family::Double || opens_statement(text, start, paragraph))
    {
        push(found, text, start, paragraph.end(), false);
    }
}

/// Whether a single mark that nothing closes begins a statement that goes on in the next paragraph:
/// it is curly, begins the paragraph or follows a colon, and a capital follows it.
fn opens_statement(text: &str, start: usize, paragraph: Span) -> bool {
    let before = text[paragraph.start()..start].strip_suffix('‘');
    let leads = before.is_some_and(|it| it.trim().is_empty() || it.trim_end().ends_with(':'));
    leads && text[start..].starts_with(char::is_uppercase)
}

fn push(found: &mut Vec<Quote>, text: &str, start: usize, end: usize, closed: bool) {
    let raw = &text[start..end];
    let from = start + raw.len() - raw.trim_start().len();
    let inner = Span::new(from, from + raw.trim().len());
    if !inner.is_empty() {
        found.push(Quote { inner, closed });
    }
}

/// What a character does as a quotation mark, if it is one where it stands.
fn mark(text: &str, at: usize, c: char) -> Option<(Family, Side)> {
    let before = text[..at].chars().next_back();
    let after = text[at + c.len_utf8()..].chars().next();
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    match c {
        '“' | '„' | '«' => Some((Family::Double, Side::Opens)),
        '”' | '»' => Some((Family::Double, Side::Closes)),
        '"' => Some((Family::Double, straight(before, after))),
        '‘' | '‹' | '‚' => Some((Family::Single, Side::Opens)).filter(|_| !word(before)),
        // Two single marks that close are a double one: "“It fell,’’ she said."
        '’' if after == Some('’') => Some((Family::Double, Side::Closes)),
        '\'' if after == Some('\'') && !word(text[at + 2..].chars().next()) => {
            Some((Family::Double, Side::Closes))
        }
        '’' | '›' | '\'' if word(before) && word(after) => None,
        '’' | '›' => Some((Family::Single, Side::Closes)).filter(|_| closes_single(text, at)),
        '\'' => match straight(before, after) {
            Side::Opens => Some((Family::Single, Side::Opens)),
            _ => Some((Family::Single, Side::Closes)).filter(|_| closes_single(text, at)),
        },
        _ => None,
    }
}

/// A straight mark opens after white space and closes before it.
fn straight(before: Option<char>, after: Option<char>) -> Side {
    let blank = |c: Option<char>| c.is_none_or(|it| it.is_whitespace() || "([—–-:".contains(it));
    match (blank(before), after.is_none_or(char::is_whitespace)) {
        (true, false) => Side::Opens,
        (false, true) => Side::Closes,
        (true, true) => Side::Either,
        (false, false)
            if after.is_some_and(char::is_alphanumeric)
                && !before.is_some_and(char::is_alphanumeric) =>
        {
            Side::Either
        }
        _ => Side::Closes,
    }
}

/// After a plural in s ("the crews' pay") it is an apostrophe, unless the clause ends there.
fn closes_single(text: &str, at: usize) -> bool {
    let plural = text[..at].ends_with(['s', 'S', 'z']);
    let mark = text[at..].chars().next().map_or(0, char::len_utf8);
    let mut after = text[at + mark..].chars();
    let goes_on = after.next() == Some(' ') && after.next().is_some_and(char::is_lowercase);
    !(plural && goes_on)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = quotes(text).iter().map(|it| it.inner.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn every_style_of_mark_is_read() {
        check(
            "\"We left,\" she said. \"All of us.\"",
            &["We left,", "All of us."],
        );
        check("“We left,” she said", &["We left,"]);
        check("‘We left,’ she said", &["We left,"]);
        check("'We didn't leave,' she said", &["We didn't leave,"]);
        check("«We left» and „We stay”", &["We left", "We stay"]);
        check("“There is work to do. »", &["There is work to do."]);
    }

    #[test]
    fn apostrophes_are_no_marks() {
        check("The crew's boats and the crews' pay weren't Tove’s", &[]);
        check("The ‘crews’ pay’ row", &["crews’ pay"]);
        check("rock ’n’ roll", &[]);
    }

    #[test]
    fn a_quotation_may_hold_sentences_and_quotations() {
        check(
            "“We left. He said ‘go’. We went.” End",
            &["We left. He said ‘go’. We went."],
        );
    }

    #[test]
    fn one_left_open_ends_with_its_paragraph() {
        check(
            "“We left.\n\n“We came back.” End",
            &["We left.", "We came back."],
        );
        check("“", &[]);
        check(
            "He went on: ‘We left.\n\n‘We came back.’ End",
            &["We left.", "We came back."],
        );
        check("the ‘30s and the crew", &[]);
    }
}
