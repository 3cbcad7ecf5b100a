//! The user's own Markdown inside a document of ours: as a block quotation, in which whatever is
//! opened (a list, a fence, a heading) ends. HTML would not, so that is shown as text.
//!
//! A `<` in code needs no backslash, and would show it. What is code is told only where that is
//! plain: fences that start a line, and code within a line; where backticks leave any doubt, every
//! `<` of the text gets its backslash.

use crate::text::safe;

/// The text as a block quotation of whole lines.
pub fn quoted(text: &str) -> String {
    let (text, _) = safe::sanitised(text.replace("\r\n", "\n"));
    let lines: Vec<&str> = text
        .trim_end()
        .split(['\n', '\r', '\u{2028}', '\u{2029}'])
        .collect();
    let code = Code::of(&lines);
    let mut out = String::new();
    for (line, kind) in lines.iter().zip(code.lines) {
        let line = match kind {
            Kind::Fenced => line.to_string(),
            Kind::Text => without_html(line, code.is_plain),
        };
        out.push_str(format!("> {line}").trim_end());
        out.push('\n');
    }
    out
}

#[derive(Clone, Copy)]
enum Kind {
    Text,
    Fenced,
}

/// What of a text is code.
struct Code {
    lines: Vec<Kind>,
    /// Whether the code within lines can be told.
    is_plain: bool,
}

impl Code {
    fn of(lines: &[&str]) -> Self {
        let mut fence: Option<&str> = None;
        let mut kinds = Vec::with_capacity(lines.len());
        let mut is_plain = true;
        for line in lines {
            let opens = opened(line);
            let kind = if fence.is_some() {
                Kind::Fenced
            } else {
                Kind::Text
            };
            kinds.push(kind);
            match (fence, opens) {
                (Some(open), _) if closes(line, open) => fence = None,
                // Set in, it closes the fence or does not, by how far and by what tabs are.
                (Some(open), _) if closes(line.trim_start(), open) => is_plain = false,
                (None, Some(open)) => fence = Some(open),
                (None, None) => is_plain &= is_paired(line),
                (Some(_), _) => (),
            }
        }
        if !is_plain {
            kinds.fill(Kind::Text);
        }
        Self {
            lines: kinds,
            is_plain,
        }
    }
}

/// The fence that a line opens: three or more backticks or tildes at its very start.
fn opened(line: &str) -> Option<&str> {
    let sign = line.chars().next().filter(|c| "`~".contains(*c))?;
    let rest = line.trim_start_matches(sign);
    let fence = &line[..line.len() - rest.len()];
    (3 <= fence.len() && !rest.contains('`')).then_some(fence)
}

fn closes(line: &str, open: &str) -> bool {
    let line = line.trim_end();
    line.starts_with(open) && line.chars().all(|c| open.starts_with(c))
}

/// Whether all backticks of a line make code within it, and none a fence further in.
fn is_paired(line: &str) -> bool {
    let mut rest = line;
    while let Some(at) = rest.find('`') {
        match code(&rest[at..]) {
            Some(len) if !rest[..at].ends_with('\\') => rest = &rest[at + len..],
            _ => return false,
        }
    }
    !line.contains("~~~") && !line.contains("```")
}

/// The length of the code that a text begins with: up to as many backticks as open it.
fn code(text: &str) -> Option<usize> {
    let ticks = text.len() - text.trim_start_matches('`').len();
    let mut at = ticks;
    while let Some(next) = text[at..].find('`').map(|it| at + it) {
        let run = text[next..].len() - text[next..].trim_start_matches('`').len();
        at = next + run;
        if run == ticks {
            return Some(at);
        }
    }
    None
}

/// A line in which no `<` opens HTML; automatic links stay, and so does code where it can be told.
fn without_html(line: &str, code_is_plain: bool) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        // Asked only at a backtick: it looks for the next one through all the rest.
        let ticked = code_is_plain && c == '`';
        if let Some(len) = ticked.then(|| code(rest)).flatten() {
            out.push_str(&rest[..len]);
            rest = &rest[len..];
            continue;
        }
        rest = &rest[c.len_utf8()..];
        if c == '<' && opens_html(rest) && !is_escaped(&out) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn opens_html(rest: &str) -> bool {
    let link = rest.starts_with("https://") || rest.starts_with("http://");
    !link && rest.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c))
}

fn is_escaped(before: &str) -> bool {
    let backslashes = before.len() - before.trim_end_matches('\\').len();
    !backslashes.is_multiple_of(2)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, prop, proptest};
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::*;

    #[track_caller]
    fn check(own: &str, expected: &str) {
        assert_eq!(quoted(own), expected);
    }

    #[test]
    fn own_markdown_stays_but_inside() {
        check(
            "# Mine\n\n* one\n```\nopen <b>",
            "> # Mine\n>\n> * one\n> ```\n> open <b>\n",
        );
        check("a\u{1b}[2Jb\r\nc", "> a    b\n> c\n");
    }

    #[test]
    fn html_is_shown_as_text() {
        check(
            "x <details> `<b>` <https://a.example>",
            "> x \\<details> `<b>` <https://a.example>\n",
        );
        check("<!-- open", "> \\<!-- open\n");
        check("\\<b> \\\\<b> 1 < 2", "> \\<b> \\\\\\<b> 1 < 2\n");
    }

    #[test]
    fn doubtful_backticks_make_nothing_code() {
        check("a ` b\nc ` <b> ` d", "> a ` b\n> c ` \\<b> ` d\n");
        check("* ```\n```\n<b>", "> * ```\n> ```\n> \\<b>\n");
        check("~~~\n\t~~~\n<?", "> ~~~\n> \t~~~\n> \\<?\n");
        check("~~~\n  ~~~\n<b>", "> ~~~\n>   ~~~\n> \\<b>\n");
    }

    /// Pieces of Markdown and HTML, and lines.
    fn nasty() -> impl Strategy<Value = String> {
        let part = prop::sample::select(vec![
            "\n",
            "\n\n",
            "\n",
            "  ",
            "    ",
            "\t",
            "* ",
            "1. ",
            "> ",
            "# ",
            "---",
            "===",
            "`",
            "``",
            "```",
            "~~~",
            "<b>",
            "</b>",
            "<!--",
            "-->",
            "<div",
            "<",
            ">",
            "\\",
            "[x]: /y",
            "[x]",
            "a",
            "$$",
            "| a |",
            "<?",
            "<!D",
            "<https://a.example>",
            "<a href='`'>",
            "<pre>",
            "word",
        ]);
        prop::collection::vec(part, 0..16).prop_map(|parts| parts.concat())
    }

    proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { cases: 2000, failure_persistence: None, ..Default::default() })]

        #[test]
        fn nothing_breaks_out(text in nasty()) {
            let document = format!("before\n\n{}\nafter *all*\n", quoted(&text));
            let events: Vec<Event> = Parser::new_ext(&document, Options::ENABLE_GFM | Options::ENABLE_TABLES).collect();
            let html = |it: &Event| matches!(it, Event::Html(_) | Event::InlineHtml(_));
            assert!(!events.iter().any(html), "{document}");
            let after = &events[events.len() - 6..];
            assert_eq!(after[0], Event::Start(Tag::Paragraph), "{document}");
            assert_eq!(after[1], Event::Text("after ".into()));
            let depth = events[..events.len() - 6].iter().fold(0, |depth, it| match it {
                Event::Start(_) => depth + 1,
                Event::End(_) => depth - 1,
                _ => depth,
            });
            assert_eq!(depth, 0, "{document}");
        }
    }
}
