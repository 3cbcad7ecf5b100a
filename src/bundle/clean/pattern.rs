//! Patterns of lines that are no part of an article, kept as data in `assets/clean`.
//!
//! A line is brought to a key first: lower case, words with single blanks, every number as `#`,
//! of the signs only `: ? @ |`. A pattern is written like a key; `*` stands for anything. So
//! "Slideshow (4 Images)" has the key `slideshow # images`. Patterns are found by the first word
//! of the key; only those that begin with `*` are all tried. Cost: one hash a line.

use std::collections::HashMap;

/// A list of patterns.
#[derive(Debug, Default)]
pub(crate) struct Patterns {
    by_word: HashMap<&'static str, Vec<&'static str>>,
    any: Vec<&'static str>,
}

impl Patterns {
    /// One pattern a line; `;` begins a comment.
    pub(crate) fn new(list: &'static str) -> Self {
        let mut found = Self::default();
        let lines = list.lines().map(str::trim);
        for line in lines.filter(|it| !it.is_empty() && !it.starts_with(';')) {
            let word = line.split([' ', '*']).next().unwrap_or_default();
            let glued = line[word.len()..].starts_with('*');
            if word.is_empty() || glued {
                found.any.push(line);
            } else {
                found.by_word.entry(word).or_default().push(line);
            }
        }
        found
    }

    /// Whether some pattern fits the key.
    pub(crate) fn fit(&self, key: &str) -> bool {
        let word = key.split(' ').next().unwrap_or_default();
        let known = self.by_word.get(word).into_iter().flatten();
        !key.is_empty() && known.chain(&self.any).any(|it| fits(it, key))
    }
}

fn fits(pattern: &str, key: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = key.strip_prefix(first) else {
        return false;
    };
    let mut open = false;
    let mut last = first;
    for part in parts {
        open = true;
        last = part;
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    match open {
        true => last.is_empty() || rest.is_empty() || key.ends_with(last),
        false => rest.is_empty(),
    }
}

/// The key of a line.
pub(crate) fn key(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut parted = false;
    for c in line.chars() {
        match c {
            '\'' | '’' | '‘' => (),
            ':' | '?' | '@' | '|' => {
                if c == '@' && !out.is_empty() {
                    out.push(' ');
                }
                out.push(c);
                parted = c != '@';
            }
            _ if c.is_alphanumeric() => {
                if parted && !out.is_empty() {
                    out.push(' ');
                }
                parted = false;
                push(&mut out, c);
            }
            _ => parted = true,
        }
    }
    out
}

fn push(out: &mut String, c: char) {
    match c {
        '0'..='9' if out.ends_with('#') => (),
        '0'..='9' => out.push('#'),
        _ => out.extend(c.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys() {
        assert_eq!(key("Slideshow (4 Images)"), "slideshow # images");
        assert_eq!(key("— Ana (@ana_roe) May 3, 2024"), "ana @ana roe may # #");
        assert_eq!(key("Don’t miss: 1,200 things"), "dont miss: # # things");
    }

    #[test]
    fn stars_stand_for_anything() {
        let patterns = Patterns::new("; comment\nread more\nfor * see coverage *\n* min read");
        assert!(patterns.fit("read more"));
        assert!(!patterns.fit("read more books"));
        assert!(patterns.fit("for background see coverage by them"));
        assert!(patterns.fit("a # min read"));
        assert!(!patterns.fit("for background see"));
        assert!(!patterns.fit(""));
    }
}
