//! What a site puts in front of words, in one line with them: names of its buttons, the labels of a
//! player or a picture ("Media caption"), counters of a gallery ("3/12"). They are set aside, and what
//! is left is a caption where they stand before nothing else. The list is `assets/clean/prefixes.txt`.
//! Cost: a look at the first letter of a line, for few lines more.

use std::sync::LazyLock;

use crate::{
    bundle::clean::{block::Shape, page::Page},
    model::article::{Role, Why},
};

/// Bytes of the longest words for which a `*` stands.
const BETWEEN: usize = 80;
/// Words that are left at least: fewer are more of the same.
const LEFT: usize = 3;

/// Words in front of others.
struct Prefix {
    caption: bool,
    start: &'static str,
    /// Behind what a `*` stands for.
    end: Option<&'static str>,
}

static PREFIXES: LazyLock<Vec<Prefix>> = LazyLock::new(|| {
    let list = include_str!("../../../assets/clean/prefixes.txt");
    let lines = list.lines().filter(|it| !it.starts_with(';'));
    let prefix = |line: &'static str| {
        let (role, words) = line.split_once(": ")?;
        let parts = words.split_once(" * ");
        Some(Prefix {
            caption: role == "caption",
            start: parts.map_or(words, |it| it.0),
            end: parts.map(|it| it.1),
        })
    };
    lines.filter_map(prefix).collect()
});

/// The first bytes of what can stand in front, in small letters.
static FIRST: LazyLock<[bool; 128]> = LazyLock::new(|| {
    let mut first = [false; 128];
    first[usize::from(b'c')] = true;
    let starts = PREFIXES.iter().filter_map(|it| it.start.bytes().next());
    starts.for_each(|it| first[usize::from(it) % 128] = true);
    first
});

/// Sets aside what stands in front.
pub(crate) fn mark(page: &mut Page) {
    for at in page.open() {
        let unit = &page.units[at];
        if unit.shape != Shape::Text {
            continue;
        }
        let words = unit.span.of(&page.text);
        let Some((len, caption)) = prefix(words) else {
            continue;
        };
        if words[len..].split_whitespace().nth(LEFT - 1).is_none() {
            continue;
        }
        let end = unit.span.start() + len;
        page.drop_front(at, end, Why::Boilerplate);
        if caption {
            page.set(at, Role::Caption);
        }
    }
}

/// Bytes of what stands in front, and whether a caption follows.
fn prefix(words: &str) -> Option<(usize, bool)> {
    let first = words.as_bytes().first()?.to_ascii_lowercase();
    if first.is_ascii_digit() {
        return Some((counter(words)?, true));
    }
    if !FIRST[usize::from(first) % FIRST.len()] {
        return None;
    }
    if let Some(len) = close(words) {
        return Some((len, true));
    }
    let known = PREFIXES.iter();
    known
        .filter_map(|it| Some((it.len(words)?, it.caption)))
        .max()
}

impl Prefix {
    fn len(&self, words: &str) -> Option<usize> {
        let start = begins(words, self.start)?;
        let Some(end) = self.end else {
            return Some(start);
        };
        let starts = words[start..]
            .match_indices(' ')
            .map(|(at, _)| start + at + 1);
        let mut near = starts.take_while(|at| *at <= start + BETWEEN);
        near.find_map(|at| Some(at + begins(&words[at..], end)?))
    }
}

/// The bytes of `front` at the beginning of words, in whatever case, up to the next word.
fn begins(words: &str, front: &str) -> Option<usize> {
    let own = words.get(..front.len())?;
    let behind = &words[front.len()..];
    let len = behind.len() - behind.trim_start_matches([' ', ':', '\u{a0}']).len();
    (own.eq_ignore_ascii_case(front) && 0 < len).then_some(front.len() + len)
}

/// "3/12 Boats leave the pier".
fn counter(words: &str) -> Option<usize> {
    let figures = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let number = figures(words);
    let rest = words[number..].strip_prefix('/')?;
    let all = figures(rest);
    let behind = rest[all..].strip_prefix(' ')?;
    let counts = (1..=3).contains(&number) && (1..=3).contains(&all);
    let named = behind.starts_with(char::is_uppercase);
    let nth = |it: &str| it.parse::<u32>().unwrap_or_default();
    (counts && named && nth(&words[..number]) <= nth(&rest[..all])).then_some(number + all + 2)
}

/// "CLOSE A pier is to be built": the button of a player.
fn close(words: &str) -> Option<usize> {
    const CLOSE: &str = "CLOSE ";
    let mut rest = words.strip_prefix(CLOSE)?.chars();
    let (first, next) = (rest.next()?, rest.find(|c| c.is_alphabetic())?);
    (first.is_uppercase() && next.is_lowercase()).then_some(CLOSE.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: Option<(&str, bool)>) {
        let found = prefix(words).map(|(len, caption)| (&words[len..], caption));
        assert_eq!(found, expected);
    }

    #[test]
    fn labels_stand_in_front_of_captions() {
        check(
            "Facebook Twitter Pinterest The pier.",
            Some(("The pier.", true)),
        );
        check(
            "Image copyright Ana Roe/Getty Images Image caption The pier at dawn",
            Some(("The pier at dawn", true)),
        );
        check(
            "Media playback is unsupported on your device Media caption: Boats leave",
            Some(("Boats leave", true)),
        );
        check("Image caption Boats leave", Some(("Boats leave", false)));
        check("3/12 Boats leave", Some(("Boats leave", true)));
        check(
            "CLOSE A pier is to be built",
            Some(("A pier is to be built", true)),
        );
        check(
            "Story highlights The pier is shut",
            Some(("The pier is shut", false)),
        );
    }

    #[test]
    fn words_of_an_article_stay() {
        for words in [
            "Facebook Twitter and Google were fined",
            "9/11 was mentioned",
            "12/3 Boats",
            "CLOSE TO THE PIER",
            "Close A pier",
            "Image copyright is a matter of law",
            "Story highlightsThe pier",
        ] {
            check(words, None);
        }
    }
}
