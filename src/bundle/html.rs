//! The text of a piece of HTML, as it stands in the body field of a JSON record: paragraphs parted
//! by an empty line, headings with `## `, items with `- `, tags gone, character references read by
//! the WHATWG rules. No parser of documents: what is not a tag stays. Cost: one pass.

/// Tags that part paragraphs.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "blockquote",
    "ul",
    "ol",
    "table",
    "figure",
    "figcaption",
    "aside",
    "header",
    "footer",
    "main",
    "nav",
    "pre",
    "hr",
    "body",
    "html",
    "dl",
    "dt",
    "dd",
    "details",
    "summary",
    "address",
    "fieldset",
    "form",
    "dialog",
];
/// Tags whose content is not text.
const SILENT: &[&str] = &[
    "script", "style", "head", "noscript", "template", "svg", "iframe", "textarea", "select",
];
/// Other tags that make a text HTML.
const INLINE: &[&str] = &[
    "a",
    "b",
    "i",
    "em",
    "strong",
    "span",
    "br",
    "img",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "tr",
    "td",
    "th",
    "u",
    "sup",
    "sub",
    "small",
    "mark",
    "code",
    "cite",
    "q",
    "figcaption",
    "picture",
    "source",
    "video",
    "font",
    "center",
    "time",
    "abbr",
    "tbody",
    "thead",
    "s",
];

/// Whether a text holds tags or character references.
pub(crate) fn is_html(text: &str) -> bool {
    let known =
        |name: &str| BLOCKS.contains(&name) || INLINE.contains(&name) || SILENT.contains(&name);
    let mut rest = text;
    while let Some(at) = memchr::memchr(b'<', rest.as_bytes()) {
        rest = &rest[at..];
        if tag(rest).is_some_and(|it| known(&it.name)) {
            return true;
        }
        rest = &rest[1..];
    }
    has_reference(text)
}

fn has_reference(text: &str) -> bool {
    memchr::memchr_iter(b'&', text.as_bytes()).any(|at| {
        let body = &text[at + 1..];
        let end = body.find(|c: char| !c.is_ascii_alphanumeric() && c != '#');
        end.is_some_and(|end| 1 < end && body[end..].starts_with(';'))
    })
}

/// The text without tags.
pub(crate) fn to_text(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        push_words(&mut out, &rest[..at]);
        rest = &rest[at..];
        if let Some(after) = comment(rest) {
            rest = after;
            continue;
        }
        match tag(rest) {
            Some(tag) => {
                push_break(&mut out, &tag);
                rest = &rest[tag.len..];
                if SILENT.contains(&tag.name.as_str()) && !tag.closes {
                    rest = behind_content(rest, &tag.name);
                }
            }
            None => {
                out.push('<');
                rest = &rest[1..];
            }
        }
    }
    push_words(&mut out, rest);
    out.truncate(out.trim_end().len());
    out
}

/// What stands behind the comment, the declaration or the instruction that the text begins with. A
/// comment that is never closed takes in all that follows, as in browsers.
pub(crate) fn comment(rest: &str) -> Option<&str> {
    let body = rest.strip_prefix("<!").or(rest.strip_prefix("<?"))?;
    let Some(inner) = body.strip_prefix("--").filter(|_| rest.starts_with("<!")) else {
        return Some(body.find('>').map_or("", |at| &body[at + 1..]));
    };
    if let Some(behind) = inner.strip_prefix('>').or(inner.strip_prefix("->")) {
        return Some(behind);
    }
    let mut behind = inner;
    while let Some(at) = behind.find("--") {
        behind = behind[at + 2..].trim_start_matches('-');
        let end = behind.strip_prefix('>').or(behind.strip_prefix("!>"));
        if end.is_some() {
            return end;
        }
    }
    Some("")
}

/// A tag, by its name in lower case.
pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) closes: bool,
    /// Bytes, with the brackets.
    pub(crate) len: usize,
}

/// The tag that the text begins with.
pub(crate) fn tag(text: &str) -> Option<Tag> {
    let body = text.strip_prefix('<')?;
    let closes = body.starts_with('/');
    let body = body.trim_start_matches('/');
    let end = body
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .filter(|it| 0 < *it)?;
    let starts = body.starts_with(|c: char| c.is_ascii_alphabetic());
    let fits = starts && body[end..].starts_with(['>', '/', ' ', '\t', '\n', '\r']);
    let close = tag_end(&body[end..]).filter(|_| fits)?;
    Some(Tag {
        name: body[..end].to_ascii_lowercase(),
        closes,
        len: text.len() - body.len() + end + close,
    })
}

/// Where the tag's bracket closes, beside quoted attributes. A bracket that opens before ends the
/// search: so of many tags that are never closed, no more than two look through the same text.
fn tag_end(attributes: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in attributes.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'<') => return None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => (),
        }
    }
    None
}

/// From the tag on that closes an element of this name.
pub(crate) fn behind_content<'a>(rest: &'a str, name: &str) -> &'a str {
    let mut from = 0;
    while let Some(at) = rest[from..].find("</") {
        let close = from + at;
        let named = rest[close + 2..].get(..name.len());
        if named.is_some_and(|it| it.eq_ignore_ascii_case(name)) {
            return &rest[close..];
        }
        from = close + 2;
    }
    ""
}

/// The value of an attribute of a tag, references read; empty where none is told.
pub(crate) fn attribute(tag: &str, name: &str) -> Option<String> {
    let apart = |c: char| c.is_whitespace() || c == '/';
    let mut rest = &tag[tag.find(apart)?..];
    loop {
        rest = rest.trim_start_matches(apart);
        let end = rest.find(|c: char| apart(c) || matches!(c, '=' | '>'));
        let (own, behind) = rest.split_at(end.filter(|it| 0 < *it)?);
        rest = behind.trim_start();
        let mut value = "";
        if let Some(told) = rest.strip_prefix('=').map(str::trim_start) {
            (value, rest) = match told.chars().next() {
                Some(quote @ ('"' | '\'')) => told[1..].split_once(quote)?,
                _ => {
                    let end = told.find(|c: char| c.is_whitespace() || c == '>');
                    told.split_at(end.unwrap_or(told.len()))
                }
            };
        }
        if own.eq_ignore_ascii_case(name) {
            return Some(htmlize::unescape(value).into_owned());
        }
    }
}

fn push_break(out: &mut String, tag: &Tag) {
    let name = tag.name.as_str();
    match name {
        "br" => trim_and(out, "\n"),
        "li" if !tag.closes => trim_and(out, "\n- "),
        "tr" => trim_and(out, "\n"),
        "td" | "th" if tag.closes => trim_and(out, " | "),
        "td" | "th" if out.ends_with('\n') || out.is_empty() => out.push_str("| "),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            trim_and(out, "\n\n");
            if !tag.closes {
                out.push_str("## ");
            }
        }
        // Elements of a site's own have a hyphen in their names.
        _ if BLOCKS.contains(&name) || name.contains('-') => trim_and(out, "\n\n"),
        _ => (),
    }
}

/// A break that is no longer than the longest of those asked for.
fn trim_and(out: &mut String, with: &str) {
    let words = out.trim_end_matches([' ', '\n']).len();
    let breaks = out[words..].matches('\n').count();
    let bullet = out.ends_with("\n- ") || out.ends_with("## ");
    if bullet && with.starts_with('\n') {
        return;
    }
    out.truncate(words);
    if words == 0 {
        return out.push_str(with.trim_start_matches('\n'));
    }
    let wanted = with.matches('\n').count();
    out.extend(std::iter::repeat_n('\n', breaks.saturating_sub(wanted)));
    out.push_str(with);
}

/// Words with single blanks, references read.
fn push_words(out: &mut String, words: &str) {
    let words = htmlize::unescape(words);
    for c in words.chars() {
        let blank = c.is_whitespace();
        if !blank {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with([' ', '\n']) {
            out.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        assert_eq!(to_text(html), expected);
    }

    #[test]
    fn paragraphs_headings_items() {
        check(
            "<p>One <b>bold</b>\n word.</p><p>Two.</p>",
            "One bold word.\n\nTwo.",
        );
        check("<h2>Why</h2><p>So.</p>", "## Why\n\nSo.");
        check(
            "<ul><li>First</li><li><p>Second</p></li></ul>End",
            "- First\n- Second\n\nEnd",
        );
        check("a<br/>b<br>c", "a\nb\nc");
    }

    #[test]
    fn scripts_comments_and_attributes_go() {
        check(
            "<p onclick=\"a > b\">x</p><script>if (a<b) {}</script>y",
            "x\n\ny",
        );
        check("a<!-- <p>no</p> -->b", "ab");
        check("a<!-- no --!>b<!-->c<!--->d<?php no ?>e", "abcde");
        check(
            "<hp-story><hp-p>a</hp-p><hp-p>b</hp-p></hp-story>",
            "a\n\nb",
        );
        check("<style>p{}", "");
    }

    #[test]
    fn references_are_read_and_lone_signs_stay() {
        check(
            "Fish &amp; chips&nbsp;&lt; 5&#8239;€ &notit;",
            "Fish & chips < 5 € ¬it;",
        );
        check("a < b and c > d", "a < b and c > d");
        check("<", "<");
    }

    #[test]
    fn attributes() {
        let tag = "<meta name='a b' content=\"x &amp; y\"checked data-x = 1 src=/p/q>";
        let value = |name| attribute(tag, name).unwrap_or_default();
        assert_eq!(value("name"), "a b");
        assert_eq!(value("CONTENT"), "x & y");
        assert_eq!(attribute(tag, "checked").as_deref(), Some(""));
        assert_eq!((&*value("data-x"), &*value("src")), ("1", "/p/q"));
        assert_eq!(attribute(tag, "href"), None);
        assert_eq!(attribute("<p>", "href"), None);
    }

    #[test]
    fn html_is_told_from_text() {
        assert!(is_html("<p>x"));
        assert!(is_html("a &quot;b&quot;"));
        assert!(!is_html("a < b & c; d"));
        assert!(!is_html("mail <desk@pelham.example>"));
    }
}
