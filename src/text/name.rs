//! Names of persons with the titles before them: "US Secretary of State Marco Rubio" is an office
//! and a name.
//!
//! A name is a run of capitalised words that are no words of titles, nations or structure. Before
//! it a title is read backwards, word by word, as long as they can belong to one. Only names with a
//! title are told, since a run of capitals alone may be a place or a band. Limits: English titles;
//! a title after the name ("Tove Lind, the harbour master,") is not read. Linear in the words.
//!
//! The tables stand in `assets/words/titles.txt` and `nations.txt`.

use std::{ops::Range, sync::LazyLock};

use foldhash::{HashMap, HashMapExt};

use crate::text::{
    common, fold,
    span::Span,
    token::{Kind as Sort, Token},
};

/// What a word does in a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// "Mr": no office.
    Honour,
    /// Military or police.
    Rank,
    /// An office that many may hold.
    Head,
    /// An office that one person holds at a time in one place.
    Unique,
    /// "former", "acting", "deputy": changes the office.
    Status,
    /// "foreign", "defence": what an office is for.
    Field,
    /// Belongs to a title without changing it.
    Rest,
}

/// A person named with a title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Titled {
    /// Words of the title, by index; never empty.
    pub title: Range<usize>,
    /// Words of the name, by index; never empty.
    pub name: Range<usize>,
}

/// Words at most in a title.
const LONGEST: usize = 8;

static TITLES: LazyLock<HashMap<&str, (Part, &str)>> = LazyLock::new(|| {
    let part = |it| match it {
        "honour" => Part::Honour,
        "rank" => Part::Rank,
        "head" => Part::Head,
        "unique" => Part::Unique,
        "status" => Part::Status,
        "field" => Part::Field,
        _ => Part::Rest,
    };
    let table = include_str!("../../assets/words/titles.txt");
    let mut titles = HashMap::new();
    for line in table.lines().filter(|it| !it.starts_with('#')) {
        let mut row = line.split('\t');
        if let (Some(word), Some(kind)) = (row.next(), row.next()) {
            titles
                .entry(word)
                .or_insert((part(kind), row.next().unwrap_or(word)));
        }
    }
    titles
});

static NATIONS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let table = include_str!("../../assets/words/nations.txt");
    let lines = table.lines().filter(|it| !it.starts_with('#'));
    let forms = lines.flat_map(|line| {
        let first = line.split(' ').next().unwrap_or(line);
        line.split(' ').map(move |it| (it, first))
    });
    forms.collect()
});

/// What a word in normal form does in a title, and the form to compare it by.
pub fn part(form: &str) -> Option<(Part, &'static str)> {
    TITLES.get(form).copied()
}

/// The nation that a word in normal form names: "russian" gives "russia".
pub fn nation(form: &str) -> Option<&'static str> {
    match form {
        "us" => None,
        "US" => Some("us"),
        other => NATIONS.get(other).copied(),
    }
}

/// Whether a word is what `nation` gives.
pub fn is_nation(name: &str) -> bool {
    NATIONS.get(name) == Some(&name)
}

/// Whether a word can be part of a person's or place's name.
pub fn nameable(word: &Token) -> bool {
    word.kind == Sort::Word
        && word.capital
        && !common::is_stop(&word.normal)
        && part(&word.normal).is_none()
        && nation(&word.normal).is_none()
}

/// Everyone who is named with a title, in order. `words` are the text's tokens without marks.
pub fn titled(text: &str, words: &[Token]) -> Vec<Titled> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if !nameable(&words[at]) {
            at += 1;
            continue;
        }
        let next = end_of_name(text, words, at);
        if let Some(title) = title_before(text, words, at) {
            found.push(Titled {
                title,
                name: at..next,
            });
        }
        at = next;
    }
    found
}

fn end_of_name(text: &str, words: &[Token], at: usize) -> usize {
    let mut next = at + 1;
    while let Some(word) = words.get(next) {
        let joined = touches(text, words, next) && !possessive(text, &words[next - 1]);
        let particle = matches!(
            &*word.normal,
            "de" | "van" | "von" | "al" | "bin" | "el" | "da" | "di" | "der"
        ) && words.get(next + 1).is_some_and(nameable);
        if !joined || !(nameable(word) || particle) {
            break;
        }
        next += 1;
    }
    next
}

/// Whether only white space, a hyphen or the stop of an abbreviation parts a word from the one
/// before it.
fn touches(text: &str, words: &[Token], at: usize) -> bool {
    let before = &words[at - 1];
    let gap = &text[before.span.end()..words[at].span.start()];
    let short = before.span.len() <= 4 && before.capital;
    gap.chars()
        .all(|c| c.is_whitespace() || matches!(c, '-' | '‑') || (c == '.' && short))
}

fn possessive(text: &str, word: &Token) -> bool {
    fold::is_possessive(word.span.of(text))
}

fn title_before(text: &str, words: &[Token], name: usize) -> Option<Range<usize>> {
    let mut from = name;
    let mut office = false;
    while from > 0
        && name - from < LONGEST
        && touches(text, words, from)
        && !possessive(text, &words[from - 1])
    {
        let form = &*words[from - 1].normal;
        let known = part(form);
        let linked = match form {
            "of" | "for" => from < name && words[from].capital,
            "and" => from < name && from > 1 && part(&words[from - 2].normal).is_some(),
            _ => false,
        };
        let placed = nation(form).is_some() || (office && nameable(&words[from - 1]));
        if known.is_none() && !linked && !placed {
            break;
        }
        office |= matches!(known, Some((Part::Rank | Part::Head | Part::Unique, _)));
        from -= 1;
    }
    while from < name && matches!(&*words[from].normal, "of" | "for" | "and" | "then") {
        from += 1;
    }
    office.then_some(from..name)
}

/// The span of some words.
pub fn span(words: &[Token], of: &Range<usize>) -> Span {
    match (
        words.get(of.start),
        of.end.checked_sub(1).and_then(|it| words.get(it)),
    ) {
        (Some(first), Some(last)) => Span::new(first.span.start(), last.span.end()),
        _ => Span::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::token;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let words = token::words(text);
        let show = |it: &Titled| {
            let (title, name) = (span(&words, &it.title), span(&words, &it.name));
            format!("{} | {}", title.of(text), name.of(text))
        };
        let found: Vec<_> = titled(text, &words).iter().map(show).collect();
        assert_eq!(found.join("; "), expected);
    }

    #[test]
    fn titles_are_parted_from_names() {
        check(
            "Orland Secretary of State Tove Lind left",
            "Orland Secretary of State | Tove Lind",
        );
        check(
            "US Secretary of State Tove Lind left",
            "US Secretary of State | Tove Lind",
        );
        check(
            "the former President Anders Holm",
            "former President | Anders Holm",
        );
        check(
            "Brig Gen Ivo Marsh and Lt. Col. Petra van Dael",
            "Brig Gen | Ivo Marsh; Lt. Col | Petra van Dael",
        );
        check(
            "French special envoy Remy Aubin",
            "French special envoy | Remy Aubin",
        );
    }

    #[test]
    fn capitals_alone_are_no_person() {
        check("The Grey Heron sank off Pell Point", "");
        check("Mr Lind said", "");
        check(
            "President Holm's envoy Petra Dael",
            "President | Holm's; envoy | Petra Dael",
        );
    }
}
