//! Words with their places, in the form in which they are compared.
//!
//! A word is a run of letters and digits; an apostrophe inside it belongs to it ("don't"), so do
//! the stops of an acronym ("U.S.") and the marks inside a figure ("4,000", "5.2"). Hyphens and
//! dashes part words: "five-hour" is two, which lets it meet "five hours". The key is in lower
//! case, without stops and without a possessive. One pass, no tables.

use crate::text::span::Span;

/// One word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    pub span: Span,
    /// What is compared: "U.S.’s" gives "us", "Harbour's" gives "harbour".
    pub key: String,
    /// Whether it is written with a capital first.
    pub capital: bool,
}

/// All words of a text, in order.
pub fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        if first.is_alphanumeric() {
            let end = end_of_word(text, at);
            found.push(word(text, at, end));
            at = end;
        } else {
            at += first.len_utf8();
        }
    }
    found
}

/// Where the word that starts at `at` ends. A mark belongs to it only when another letter or
/// digit that fits follows.
fn end_of_word(text: &str, at: usize) -> usize {
    let mut end = at;
    let mut previous = None;
    let mut letters = 0;
    let mut chars = text[at..].char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        let next = chars.peek().map(|(_, c)| *c);
        if c.is_alphanumeric() {
            letters += 1;
        } else if let ('’' | '\'', Some(p), Some(n)) = (c, previous, next)
            && joins(p, n)
        {
            letters += 1;
        } else if c == '.' && letters == 1 && acronym_goes_on(previous, next, end > at + 2) {
            letters = 0;
        } else if !(matches!(c, ',' | '.') && figure(previous, next)) {
            break;
        } else {
            letters = 0;
        }
        previous = Some(c);
        end = at + offset + c.len_utf8();
    }
    end
}

fn joins(previous: char, next: char) -> bool {
    previous.is_alphabetic() && next.is_alphabetic()
}

fn figure(previous: Option<char>, next: Option<char>) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|it| it.is_ascii_digit());
    digit(previous) && digit(next)
}

/// A stop after a single letter stays when a capital follows, or when it ends an acronym.
fn acronym_goes_on(previous: Option<char>, next: Option<char>, begun: bool) -> bool {
    let upper = previous.is_some_and(char::is_uppercase);
    upper && (begun || next.is_some_and(char::is_uppercase))
}

fn word(text: &str, start: usize, end: usize) -> Word {
    let raw = &text[start..end];
    let figure = raw.starts_with(|c: char| c.is_ascii_digit());
    let mut key = String::with_capacity(raw.len());
    for c in raw.chars() {
        match c {
            '’' => key.push('\''),
            '.' if !figure => (),
            c if c.is_ascii() => key.push(c.to_ascii_lowercase()),
            c => key.extend(c.to_lowercase()),
        }
    }
    if key.ends_with("'s") && key.len() > 2 && !matches!(&*key, "it's" | "that's" | "let's") {
        key.truncate(key.len() - 2);
    }
    Word {
        span: Span::new(start, end),
        key,
        capital: raw.starts_with(char::is_uppercase),
    }
}

/// The key without its commonest English endings: enough to let "talks" meet "talk" and "agreed"
/// meet "agreement"'s verb, not a stemmer.
pub fn root(key: &str) -> &str {
    let cut = |it: &'static str| key.strip_suffix(it).filter(|left| left.chars().count() >= 4);
    for ending in ["ing", "ied", "ies", "ed", "es", "s", "ly"] {
        if let Some(left) = cut(ending) {
            return left;
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, keys: &str) {
        let found: Vec<_> = words(text).into_iter().map(|it| it.key).collect();
        assert_eq!(found.join(" "), keys);
    }

    #[test]
    fn words_are_keyed_by_what_is_compared() {
        check("The five-hour talks", "the five hour talks");
        check("U.S. officials, U.S.-led", "us officials us led");
        check("the U.S.’s aim", "the us aim");
        check("Ostby’s don’t it's", "ostby don't it's");
        check("4,000 and 5.2 and 5. Then", "4,000 and 5.2 and 5 then");
        check("It rained. So", "it rained so");
        check("15th; 5bn; 20%", "15th 5bn 20");
        check("", "");
    }
}
