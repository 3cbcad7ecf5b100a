//! What a site puts in front of words, in one line with them: names of its buttons, the labels of a
//! player or a picture ("Media caption"), counters of a gallery ("3/12"). They are set aside, and what
//! is left is a caption where they stand before captions alone. The list is `assets/clean/prefixes.txt`.
//! Cost: a look at the first letter of a line, for few lines more.

use std::sync::LazyLock;

use crate::{
    bundle::clean::{block::Shape, chrome, lists::List, page::Page},
    model::article::{Role, Why},
    text::sentence,
};

/// Bytes of the longest words for which a `*` stands.
const BETWEEN: usize = 80;
/// Words that are left at least: fewer are more of the same.
const LEFT: usize = 3;
/// Sentences of the longest caption.
const SENTENCES: usize = 3;
/// Pictures of the smallest gallery: "1/2" is half of something.
const GALLERY: u32 = 3;

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
    let starts = PREFIXES.iter().filter_map(|it| it.start.bytes().next());
    starts.for_each(|it| first[usize::from(it.to_ascii_lowercase()) % 128] = true);
    first
});

/// Sets aside what stands in front.
pub(crate) fn mark(page: &mut Page) {
    let open = page.open();
    let counters = counters(page, &open);
    for at in open {
        let unit = &page.units[at];
        if unit.shape != Shape::Text {
            continue;
        }
        let words = unit.span.of(&page.text);
        let Some((len, caption)) = prefix(words, &counters).filter(|_| !page.is_moved(at)) else {
            continue;
        };
        let rest = &words[len..];
        let whole =
            !caption && unit.may.fit(List::Lines, words) || chrome::is_row_of_buttons(words);
        if whole || rest.split_whitespace().nth(LEFT - 1).is_none() {
            continue;
        }
        let caption = caption && sentence::split(rest).len() <= SENTENCES;
        let end = unit.span.start() + len;
        page.drop_front(at, end, Why::Boilerplate);
        if caption {
            page.set(at, Role::Caption);
        }
    }
}

/// The totals of galleries: "1/12" and "2/12" stand before two lines at least.
fn counters(page: &Page, open: &[usize]) -> Vec<u32> {
    let lines = open.iter().map(|at| page.units[*at].span.of(&page.text));
    let figures = lines.filter(|it| it.starts_with(|c: char| c.is_ascii_digit()));
    let told = figures.filter_map(counter);
    let mut totals: Vec<u32> = told.map(|(_, total)| total).collect();
    totals.sort_unstable();
    let many = totals.chunk_by(|x, y| x == y).filter(|it| 1 < it.len());
    many.map(|it| it[0]).filter(|it| GALLERY <= *it).collect()
}

/// Bytes of what stands in front, and whether a caption follows.
fn prefix(words: &str, counters: &[u32]) -> Option<(usize, bool)> {
    let first = words.as_bytes().first()?.to_ascii_lowercase();
    if first.is_ascii_digit() {
        let (len, total) = counter(words).filter(|_| !counters.is_empty())?;
        return counters.contains(&total).then_some((len, true));
    }
    if !FIRST[usize::from(first) % FIRST.len()] {
        return None;
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

/// The bytes of `front` at the beginning of words, up to where a sentence begins behind it. In whatever
/// case, where `front` has no capitals; but on the page it begins with one.
fn begins(words: &str, front: &str) -> Option<usize> {
    let exact = front.starts_with(char::is_uppercase);
    let own = words.get(..front.len())?;
    if !own.eq_ignore_ascii_case(front) || exact && own != front {
        return None;
    }
    let behind = &words[front.len()..];
    let rest = behind.trim_start_matches([' ', ':', '\u{a0}']);
    let opens = |c: char| c.is_uppercase() || c.is_numeric() || "\"'“‘".contains(c);
    let parted = rest.len() < behind.len() && rest.starts_with(opens);
    let shouted = exact && !rest.contains(char::is_lowercase);
    let written = own.starts_with(char::is_uppercase);
    (parted && written && !shouted).then_some(words.len() - rest.len())
}

/// "3/12 Boats leave the pier": the bytes before the words, and the total.
fn counter(words: &str) -> Option<(usize, u32)> {
    let figures = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let number = figures(words);
    let rest = words[number..].strip_prefix('/')?;
    let all = figures(rest);
    let behind = rest[all..].strip_prefix(' ')?;
    let counts = (1..=3).contains(&number) && (1..=3).contains(&all);
    let nth = |it: &str| it.parse::<u32>().unwrap_or_default();
    let (own, total) = (nth(&words[..number]), nth(&rest[..all]));
    let named = behind.starts_with(char::is_uppercase);
    (counts && named && own <= total).then_some((number + all + 2, total))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: Option<(&str, bool)>) {
        let found = prefix(words, &[12]).map(|(len, caption)| (&words[len..], caption));
        assert_eq!(found, expected);
    }

    #[test]
    fn labels_stand_in_front_of_captions() {
        let caption = |words, left| check(words, Some((left, true)));
        caption("Facebook Twitter Pinterest The pier.", "The pier.");
        caption(
            "Image copyright Ana Roe/Getty Images Image caption The pier at dawn",
            "The pier at dawn",
        );
        caption(
            "Media playback is unsupported on your device Media caption: Boats leave",
            "Boats leave",
        );
        caption("Image caption Boats leave", "Boats leave");
        caption("3/12 Boats leave", "Boats leave");
        caption("CLOSE A pier is to be built", "A pier is to be built");
        check(
            "Story highlights The pier is shut",
            Some(("The pier is shut", false)),
        );
    }

    #[test]
    fn words_of_an_article_stay() {
        for words in [
            "Facebook Twitter Pinterest and Google were fined",
            "9/11 Families sue",
            "9/11 was mentioned",
            "1/2 Cup of flour",
            "12/3 Boats",
            "close to the pier",
            "Close Brothers left the pier",
            "CLOSE TO THE PIER",
            "Image copyright is a matter of law, and the image caption says who owns it.",
            "Advertisement spending fell by a tenth",
            "Story highlightsThe pier",
        ] {
            check(words, None);
        }
    }
}
