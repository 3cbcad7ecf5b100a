//! What a site shows only under the pointer and a copy of its page tells in the middle of a sentence:
//! behind a name the same name in full, glued to headlines about that person, up to "MORE". "Tove
//! Lind Tove Anna LindPier to close MORE said" becomes "Tove Lind said". Told by the family name
//! that comes again, glued, within a few words. Cost: a search for one word.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::{bundle::clean::erase::Edit, text::span::Span};

const END: &str = "MORE";
static FINDER: LazyLock<Finder> = LazyLock::new(|| Finder::new(END));
/// Bytes of the longest list of headlines.
const LONGEST: usize = 1000;
/// Words between a name and its end when it comes again.
const NAME: usize = 7;
/// Bytes of these words at most.
const NAME_BYTES: usize = 200;

/// Adds what is to be taken out.
pub(crate) fn edits(text: &str, edits: &mut Vec<Edit>) {
    let mut from = 0;
    let mut searched = 0;
    for at in FINDER.find_iter(text.as_bytes()) {
        let end = at + END.len();
        let whole = !text[end..].starts_with(char::is_alphanumeric);
        if !whole {
            continue;
        }
        // What lies before an end that led nowhere is not looked through again, but for a name: a line
        // may hold nothing but ends.
        let first = at.saturating_sub(LONGEST).max(searched).max(from);
        let first = (first..=at).find(|it| text.is_char_boundary(*it));
        let first = first.unwrap_or(at);
        let line = text[first..at].rfind(['\n', '\r']);
        match again(text, line.map_or(first, |it| first + it), end) {
            Some(name) => {
                edits.push(Edit::delete(Span::new(name, end)));
                from = end;
            }
            None => searched = end.saturating_sub(NAME_BYTES),
        }
    }
}

/// The end of the name that comes again, glued to other words, between two bytes.
fn again(text: &str, first: usize, end: usize) -> Option<usize> {
    let mut before: Vec<Span> = Vec::new();
    for word in text[first..end].split_whitespace() {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let named = |at: usize| {
            let own = plain(&word[..at]);
            let same = |it: &&Span| plain(it.of(text)) == own;
            before.iter().rev().take(NAME).find(same)
        };
        if let Some(name) = seams(word).find_map(named) {
            return Some(name.start() + name.of(text).trim_end_matches(is_mark).len());
        }
        before.push(Span::new(start, start + word.len()));
    }
    None
}

/// Where a small letter stands before a capital one, or a figure.
fn seams(word: &str) -> impl Iterator<Item = usize> + '_ {
    let letters = word.char_indices().zip(word.chars().skip(1));
    letters.filter_map(|((at, c), next)| {
        (c.is_lowercase() && (next.is_uppercase() || next.is_numeric()))
            .then_some(at + c.len_utf8())
    })
}

fn plain(word: &str) -> &str {
    word.trim_matches(is_mark)
}

fn is_mark(c: char) -> bool {
    !c.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::clean::erase;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut found = Vec::new();
        edits(text, &mut found);
        let (plain, _) = erase::apply(text.to_string(), found);
        assert_eq!(
            plain.split_whitespace().collect::<Vec<_>>().join(" "),
            expected
        );
    }

    #[test]
    fn a_name_told_again_goes_with_its_headlines() {
        check(
            "Mayor Tove Lind Tove (Tó) Anna LindPier to close Who pays for it? MORE's chief of staff left.",
            "Mayor Tove Lind's chief of staff left.",
        );
        check(
            "Ann McVey Ann Roe McVey2020 ferries late MORE (Q) and Oda Wills Oda WillsMORE met.",
            "Ann McVey (Q) and Oda Wills met.",
        );
    }

    #[test]
    fn a_line_of_nothing_but_ends_is_read_in_one_go() {
        let text = "MORE ".repeat(400_000);
        let mut found = Vec::new();
        edits(&text, &mut found);
        assert_eq!(found, []);
    }

    #[test]
    fn other_capitals_stay() {
        for text in [
            "READ MORE: Tove Lind left the LindWorks pier",
            "Tove Lind wants MORE of it",
            "Tove Lind bought LindPhones MOREOVER",
        ] {
            check(text, text);
        }
        check("McVey McVeyF\rMORE (", "McVey McVeyF MORE (");
    }
}
