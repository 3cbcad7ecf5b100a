//! References in a text to something that has a name: `[[n-2f7k0a9c1d]]`, as many note-taking programs
//! write them. A name stands on one line and holds no brackets.

use crate::text::span::Span;

/// The names referred to, in order, each once.
pub fn references(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for span in spans(text) {
        let name = span.of(text);
        if !found.contains(&name) {
            found.push(name);
        }
    }
    found
}

/// Where the names stand, without their brackets; bytes of the text.
pub fn spans(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("[[") {
        let start = at + 2;
        let Some(end) = text[start..].find("]]").map(|it| start + it) else {
            break;
        };
        let name = &text[start..end];
        if !name.trim().is_empty() && !name.contains(['[', ']', '\n']) {
            found.push(Span::new(start, end));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(references(text), expected);
    }

    #[test]
    fn names_in_double_brackets_are_references() {
        check("see [[n-1]] and [[n-2]], [[n-1]] again", &["n-1", "n-2"]);
        check("[[http://a.example/1]]", &["http://a.example/1"]);
    }

    #[test]
    fn what_only_looks_like_one_is_none() {
        check("[[]] [[ ]] [n-1] [[n\n1]] [[open", &[]);
        check("[[[n-1]]] [[a[b]]", &[]);
    }
}
