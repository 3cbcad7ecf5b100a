//! Text made safe to stand in Markdown: words of articles never become markup, HTML, or links that
//! they were not, in CommonMark, GFM, pandoc and Obsidian; the user's own Markdown stays Markdown,
//! but inside its place.
//!
//! Backslashes stand before what is markup anywhere, and before what is markup where a line begins
//! or in front of certain neighbours only there, so that prose stays readable. Limit: a viewer that
//! links bare addresses after parsing may still link one.

use crate::text::safe;

/// Words as part of a line, with no character of them markup. White space becomes single blanks.
pub fn inline(text: &str) -> String {
    escaped(&safe::one_line(text), true)
}

/// The same for words that do not stand first on their line; blanks stay, line breaks become some.
pub fn inside(text: &str) -> String {
    escaped(text, false)
}

fn escaped(text: &str, first: bool) -> String {
    let marker = if first { marker(text) } else { None };
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for (at, c) in text.char_indices() {
        let (before, after) = (&text[..at], &text[at + c.len_utf8()..]);
        let c = if c.is_control() { ' ' } else { c };
        if ALWAYS.contains(c) || marker == Some(at) || is_markup(before, c, after) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Emphasis, code, links, HTML, tables, mathematics, tags, mentions, attributes.
const ALWAYS: &str = "\\`*_[]<{}~|$^#@";

/// Whether a character is markup between these neighbours.
fn is_markup(before: &str, c: char, after: &str) -> bool {
    let twice = before.ends_with(c) || after.starts_with(c);
    match c {
        '&' => after.starts_with(|c: char| c.is_ascii_alphanumeric()),
        '=' | '%' => twice,
        ':' => after.starts_with("//"),
        '.' => {
            let www = before.len().checked_sub(3).and_then(|at| before.get(at..));
            www.is_some_and(|it| it.eq_ignore_ascii_case("www"))
        }
        _ => false,
    }
}

/// Where the sign stands that would make the line a list, a heading, a rule or a definition.
fn marker(text: &str) -> Option<usize> {
    match text.strip_prefix('(') {
        Some(rest) => enumerator(rest).map(|at| at + 1),
        None if text.starts_with(['>', '+', '-', '=', '%', ':']) => Some(0),
        None => enumerator(text),
    }
}

/// The dot or bracket of `1.`, `12)`, `a)` or `iv.`.
fn enumerator(text: &str) -> Option<usize> {
    let end = text.find(['.', ')'])?;
    let word = &text[..end];
    let number = word.len() <= 9 && word.bytes().all(|it| it.is_ascii_digit());
    let roman = word.chars().all(|c| "ivxlcdmIVXLCDM".contains(c));
    let letter = word.len() == 1 && word.bytes().all(|it| it.is_ascii_alphabetic());
    let ends = text[end + 1..]
        .chars()
        .next()
        .is_none_or(char::is_whitespace);
    (!word.is_empty() && ends && (number || roman || letter)).then_some(end)
}

/// A web address as the goal of a link, to stand between `<` and `>`. None for other schemes,
/// which could do more than lead to a page.
pub fn url(text: &str) -> Option<String> {
    let lower = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    if !lower.starts_with("http://") && !lower.starts_with("https://") {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b';' if text.contains('&') => out.push_str("%3B"),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(char::from(byte)),
            _ if b"-._~:/?#@!$&'+,;=%".contains(&byte) => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, prop, proptest};
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    use super::*;

    /// What a reader of Markdown sees: plain text in paragraphs, or the name of what is not.
    fn seen(markdown: &str) -> String {
        let mut out = String::new();
        for event in Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
            match event {
                Event::Text(text) => out += &text,
                Event::Start(Tag::Paragraph) => (),
                Event::End(TagEnd::Paragraph) => (),
                other => out += &format!("<{other:?}>"),
            }
        }
        out
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(inline(text), expected);
        assert_eq!(seen(expected), safe::one_line(text));
    }

    #[test]
    fn prose_stays_as_it_is() {
        let prose = "Mr. Smith (57) said: \"No!\" - at 10:30, 5% more; it's 2.5 & counting.";
        check(prose, prose);
        check("A. J. Smith", "A\\. J. Smith");
        check("1066 and all that", "1066 and all that");
    }

    #[test]
    fn markup_is_shown_as_text() {
        check("*bold* _it_ `code`", "\\*bold\\* \\_it\\_ \\`code\\`");
        check(
            "[a](b) ![i](j) <b>x</b> <!-- y",
            "\\[a\\](b) !\\[i\\](j) \\<b>x\\</b> \\<!-- y",
        );
        check(
            "~~gone~~ ==lit== $x$ a|b",
            "\\~\\~gone\\~\\~ \\=\\=lit\\=\\= \\$x\\$ a\\|b",
        );
        check("&copy; &#65; R&D", "\\&copy; &\\#65; R\\&D");
        check(
            "https://example.org www.example.org",
            "https\\://example.org www\\.example.org",
        );
        check("#tag @name {x}", "\\#tag \\@name \\{x\\}");
    }

    #[test]
    fn the_start_of_a_line_makes_no_block() {
        check("# no heading", "\\# no heading");
        check("- no item", "\\- no item");
        check("12. no item", "12\\. no item");
        check("iv) no item", "iv\\) no item");
        check("(b) no item", "(b\\) no item");
        check("> no quote", "\\> no quote");
        check("--- ", "\\---");
        check("    no\n\n    code", "no code");
        check(": no definition", "\\: no definition");
    }

    #[test]
    fn addresses_lead_to_pages_only() {
        assert_eq!(url("javascript:alert(1)"), None);
        assert_eq!(
            url("HTTPS://a.example/x"),
            Some("HTTPS://a.example/x".into())
        );
        let odd = url("https://a.example/(x) y>z|\"é&amp;").unwrap();
        assert_eq!(odd, "https://a.example/%28x%29%20y%3Ez%7C%22%C3%A9&amp%3B");
    }

    /// Characters that are markup somewhere, and some that are not.
    fn nasty() -> impl Strategy<Value = String> {
        let part = prop::sample::select(vec![
            "*", "_", "`", "~~", "[", "](", ")", "<", ">", "!", "#", "+", "-", "=", "|", "\\", "&",
            ";", "$", "^", "{", "}", ":", "//", "http", "www", ".", "1", "a", " ", "\n", "\t", "é",
            "\"", "'", "@", "%", "~", "b>", "(", "---", "***", "&lt;", "[^1]", "[x]: ", "<!--",
            "<a href=", "^[", "![[", "==", "%%",
        ]);
        prop::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
    }

    proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn no_text_becomes_markup(text in nasty()) {
            let shown = inline(&text);
            assert_eq!(seen(&shown), safe::one_line(&text), "{shown}");
            let cell = format!("| a |\n|---|\n| {shown} |\n");
            let cell = seen(&cell).replace(' ', "");
            assert!(!cell.contains("Link") && !cell.contains("Html"), "{cell}");
        }
    }
}
