//! Tags in a text: `#harbour`, `#2025/budget`. A tag starts at the beginning of a word and holds
//! letters, digits, `-`, `_` and `/` of any script, among them at least one letter (so `#3` is a
//! number and no tag). A `#` inside a word is none, so the fragment of a web address is not taken.

/// The tags of a text without their `#`, in order, each once whatever its case.
pub fn tags(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for (at, _) in text.match_indices('#') {
        if !starts_a_word(&text[..at]) {
            continue;
        }
        let tag = tag_at(&text[at + 1..]);
        let known = || {
            found
                .iter()
                .any(|it| it.to_lowercase() == tag.to_lowercase())
        };
        if tag.chars().any(char::is_alphabetic) && !known() {
            found.push(tag.to_string());
        }
    }
    found
}

/// The tag that is being typed at the end of a text, without its `#`: empty right after the sign.
pub fn begun(text: &str) -> Option<&str> {
    let at = text.rfind('#')?;
    let rest = &text[at + 1..];
    let whole = tag_at(rest).len() == rest.trim_end_matches(['-', '/']).len();
    (starts_a_word(&text[..at]) && whole && !rest.contains(char::is_whitespace)).then_some(rest)
}

fn starts_a_word(before: &str) -> bool {
    let opens = |c: char| c.is_whitespace() || "([{\"'“‘«,;".contains(c);
    before.chars().next_back().is_none_or(opens)
}

fn tag_at(rest: &str) -> &str {
    let inside = |c: char| c.is_alphanumeric() || is_mark(c) || "-_/".contains(c);
    let end = rest.find(|c| !inside(c)).unwrap_or(rest.len());
    rest[..end].trim_end_matches(['-', '/'])
}

/// Marks that combine with the letter before them, as in Hindi words or a decomposed `é`.
fn is_mark(c: char) -> bool {
    unicode_width::UnicodeWidthChar::width(c) == Some(0) && !c.is_control()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(tags(text), expected);
    }

    #[test]
    fn tags_are_words_of_any_script() {
        check(
            "#harbour was #2025/budget, (#off-record)",
            &["harbour", "2025/budget", "off-record"],
        );
        check("#école #हिन्दी #日本", &["école", "हिन्दी", "日本"]);
        check(
            "#one. #two! #three- #four/",
            &["one", "two", "three", "four"],
        );
    }

    #[test]
    fn each_tag_is_told_once() {
        check("#ferry and #Ferry and #ferry", &["ferry"]);
    }

    #[test]
    fn what_only_looks_like_a_tag_is_none() {
        check(
            "see https://example.org/a#part and issue #3, C# or a#b",
            &[],
        );
        check("# Heading\n## another\n#", &[]);
    }
}
