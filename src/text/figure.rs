//! The value of a figure or of number words: "137", "4,000", "3bn", "one hundred and thirty-seven".
//!
//! Words and scales stand in `assets/words/numbers.txt`. What a number counts, and how exact it says
//! it is, is read in `text::number`. Linear in the words.

use std::sync::LazyLock;

use foldhash::HashMap;

use crate::text::token::{Kind as Sort, Token};

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Unit,
    Scale,
    Ordinal,
    Vague,
}

static WORDS: LazyLock<HashMap<&str, (f64, Kind)>> = LazyLock::new(|| {
    let kind = |it| match it {
        "unit" => Kind::Unit,
        "scale" => Kind::Scale,
        "ordinal" => Kind::Ordinal,
        _ => Kind::Vague,
    };
    rows(include_str!("../../assets/words/numbers.txt"))
        .filter_map(|row| Some((row[0], (row.get(1)?.parse().ok()?, kind(row.get(2)?)))))
        .collect()
});

/// The rows of a table of words, comments left out.
pub fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let lines = table.lines().filter(|it| !it.starts_with('#'));
    lines.map(|it| it.split('\t').collect())
}

/// What was read of a figure or of number words.
pub struct Figure {
    pub value: f64,
    /// The word after it.
    pub next: usize,
    /// "third".
    pub ordinal: bool,
    /// "dozens".
    pub vague: bool,
}

/// The number that starts with word `at`, if one does.
pub fn read(text: &str, words: &[Token], at: usize) -> Option<Figure> {
    let figure = written(words, at).or_else(|| digits(text, words, at))?;
    Some(scaled(words, figure, at))
}

/// Reads number words: "two", "thirty seven", "one hundred and thirty seven", "third".
fn written(words: &[Token], at: usize) -> Option<Figure> {
    let (mut total, mut part, mut next) = (0.0, 0.0, at);
    let mut last = 0.0;
    while let Some(word) = words.get(next) {
        let joined = word.normal == "and" && last >= 100.0 && next > at;
        match WORDS.get(&*word.normal) {
            Some((value, Kind::Unit))
                if next == at || last >= 100.0 || last >= 20.0 && *value < 10.0 =>
            {
                part += value;
                last = *value;
            }
            Some((value, Kind::Scale)) if next > at && *value < 1000.0 => {
                part = part.max(1.0) * value;
                last = *value;
            }
            Some((value, Kind::Scale)) if next > at => {
                total += part.max(1.0) * value;
                part = 0.0;
                last = *value;
            }
            Some((value, Kind::Scale)) if one_before(words, at) => {
                part = *value;
                last = *value;
            }
            Some((value, Kind::Ordinal)) if next == at || last >= 20.0 => {
                let value = total + part + value;
                return Some(Figure {
                    value,
                    next: next + 1,
                    ordinal: true,
                    vague: false,
                });
            }
            Some((value, Kind::Vague)) if next == at => {
                return Some(Figure {
                    value: *value,
                    next: next + 1,
                    ordinal: false,
                    vague: true,
                });
            }
            _ if joined && unit_word(words.get(next + 1)) => (),
            _ => break,
        }
        next += 1;
    }
    (next > at).then_some(Figure {
        value: total + part,
        next,
        ordinal: false,
        vague: false,
    })
}

/// "a hundred", "a dozen".
fn one_before(words: &[Token], at: usize) -> bool {
    at > 0 && matches!(&*words[at - 1].normal, "a" | "the" | "per")
}

/// Whether a word is a number below a hundred.
pub fn is_unit_word(word: &Token) -> bool {
    unit_word(Some(word))
}

fn unit_word(word: Option<&Token>) -> bool {
    word.is_some_and(|it| matches!(WORDS.get(&*it.normal), Some((_, Kind::Unit))))
}

/// Reads a figure: "137", "4,000", "5.2", "15th".
fn digits(text: &str, words: &[Token], at: usize) -> Option<Figure> {
    let word = &words[at];
    let figure = word
        .normal
        .trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ordinal = match &word.normal[figure.len()..] {
        "" => word.kind == Sort::Number,
        "st" | "nd" | "rd" | "th" => true,
        _ => false,
    };
    let known = ordinal || word.kind == Sort::Number;
    let value = figure
        .parse()
        .ok()
        .filter(|_| known && !in_name(text, word))?;
    Some(Figure {
        value,
        next: at + 1,
        ordinal: word.kind == Sort::Word,
        vague: false,
    })
}

/// Whether a figure is part of a name: a capitalised word, a hyphen, then the figure.
fn in_name(text: &str, word: &Token) -> bool {
    let before = &text[..word.span.start()];
    let Some(before) = before.strip_suffix(['-', '‑']) else {
        return false;
    };
    let rest = before.trim_end_matches(char::is_alphanumeric);
    before[rest.len()..].starts_with(char::is_uppercase)
}

/// Takes in a scale that follows a figure: "5.2 million", "3bn".
fn scaled(words: &[Token], mut figure: Figure, at: usize) -> Figure {
    let money = at > 0 && words[at - 1].kind == Sort::Sign;
    let next = words
        .get(figure.next)
        .filter(|_| words[at].kind == Sort::Number);
    if next.is_some_and(|it| it.normal == "t" && money) {
        figure.value *= 1e12;
        figure.next += 1;
    } else if let Some(word) = next
        && let Some((value, Kind::Scale)) = WORDS.get(&*word.normal)
    {
        figure.value *= value;
        figure.next += 1;
    }
    figure
}
