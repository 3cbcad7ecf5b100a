//! Numbers in running text, with what they count, so that the same value written differently is
//! one value: "137" and "one hundred and thirty-seven", "20 %" and "20 percent", "$3bn" and
//! "three billion dollars", "four-year" and "four years".
//!
//! Steps: find a figure or a run of number words; read its value with a following scale; look
//! back for a currency sign and for a word of bounds ("nearly"); look ahead for the unit.
//! Limits: "one" counts only before a unit or inside a larger number, since it is mostly a
//! pronoun; figures inside a name ("F-16", "Covid-19") are none. Linear in the words.

use std::{collections::HashMap, sync::LazyLock};

use crate::text::{
    span::Span,
    word::{Word, root, words},
};

/// How exact a number says it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    #[default]
    Exact,
    About,
    /// "nearly", "up to", "fewer than".
    Below,
    /// "over", "at least".
    Above,
    /// "dozens", "hundreds".
    Vague,
}

/// A number as it stands in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// From the bound or currency sign to the unit.
    pub span: Span,
    /// The figure or number words alone.
    pub figure: Span,
    pub value: f64,
    /// The root of what is counted: "hour", "%", "$", or empty where nothing follows.
    pub unit: String,
    pub bound: Bound,
    /// "third" as against "three".
    pub ordinal: bool,
}

impl Number {
    /// Whether both give the same value of the same kind.
    pub fn equals(&self, other: &Number) -> bool {
        let scale = self.value.abs().max(other.value.abs()).max(1.0);
        self.ordinal == other.ordinal && (self.value - other.value).abs() <= scale * 1e-9
    }
}

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

static BOUNDS: LazyLock<HashMap<&str, Bound>> = LazyLock::new(|| {
    let bound = |it| match it {
        "below" => Bound::Below,
        "above" => Bound::Above,
        _ => Bound::About,
    };
    rows(include_str!("../../assets/words/bounds.txt"))
        .filter_map(|row| Some((row[0], bound(row.get(1)?))))
        .collect()
});

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let lines = table.lines().filter(|it| !it.starts_with('#'));
    lines.map(|it| it.split('\t').collect())
}

/// All numbers of a text, in order, none overlapping another.
pub fn numbers(text: &str, words: &[Word]) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match number(text, words, at) {
            Some((number, next)) => {
                found.push(number);
                at = next;
            }
            None => at += 1,
        }
    }
    found
}

/// The same for a text alone.
pub fn numbers_of(text: &str) -> Vec<Number> {
    numbers(text, &words(text))
}

/// What was read of a figure or of number words: its value, and the word after it.
struct Figure {
    value: f64,
    next: usize,
    ordinal: bool,
    vague: bool,
}

fn number(text: &str, words: &[Word], at: usize) -> Option<(Number, usize)> {
    let mut figure = written(words, at).or_else(|| digits(text, words, at))?;
    figure = scaled(words, figure, at);
    let last = words[figure.next - 1].span;
    let mut span = Span::new(words[at].span.start(), last.end());
    let core = span;
    let (bound, from) = bound(words, at);
    span = Span::new(from, span.end());
    let (unit, end, next) = unit(text, words, &figure, span);
    if unit.is_empty() && mostly_pronoun(words, at, figure.next) {
        return None;
    }
    Some((
        Number {
            span: Span::new(span.start(), end),
            figure: core,
            value: figure.value,
            unit,
            bound: if figure.vague { Bound::Vague } else { bound },
            ordinal: figure.ordinal,
        },
        next,
    ))
}

fn mostly_pronoun(words: &[Word], at: usize, next: usize) -> bool {
    next == at + 1 && matches!(&*words[at].key, "one" | "second" | "first" | "scores")
}

/// Reads number words: "two", "thirty seven", "one hundred and thirty seven", "third".
fn written(words: &[Word], at: usize) -> Option<Figure> {
    let (mut total, mut part, mut next) = (0.0, 0.0, at);
    let mut last = 0.0;
    while let Some(word) = words.get(next) {
        let joined = word.key == "and" && last >= 100.0 && next > at;
        match WORDS.get(&*word.key) {
            Some((value, Kind::Unit)) if next == at || last >= 100.0 || last >= 20.0 && *value < 10.0 => {
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
                return Some(Figure { value, next: next + 1, ordinal: true, vague: false });
            }
            Some((value, Kind::Vague)) if next == at => {
                return Some(Figure { value: *value, next: next + 1, ordinal: false, vague: true });
            }
            _ if joined && unit_word(words.get(next + 1)) => (),
            _ => break,
        }
        next += 1;
    }
    (next > at).then_some(Figure { value: total + part, next, ordinal: false, vague: false })
}

/// "a hundred", "a dozen".
fn one_before(words: &[Word], at: usize) -> bool {
    at > 0 && matches!(&*words[at - 1].key, "a" | "the" | "per")
}

fn unit_word(word: Option<&Word>) -> bool {
    word.is_some_and(|it| matches!(WORDS.get(&*it.key), Some((_, Kind::Unit))))
}

/// Reads a figure: "137", "4,000", "5.2", "3bn", "15th".
fn digits(text: &str, words: &[Word], at: usize) -> Option<Figure> {
    let word = &words[at];
    let key = &word.key;
    if !key.starts_with(|c: char| c.is_ascii_digit()) || in_name(text, word) {
        return None;
    }
    let end = key
        .find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','))
        .unwrap_or(key.len());
    let value: f64 = plain(&key[..end]).parse().ok()?;
    let (factor, ordinal) = match &key[end..] {
        "" | "pc" | "s" => (1.0, false),
        "st" | "nd" | "rd" | "th" => (1.0, true),
        "k" => (1e3, false),
        "m" | "mn" => (1e6, false),
        "bn" | "b" => (1e9, false),
        "tn" => (1e12, false),
        _ => return None,
    };
    Some(Figure { value: value * factor, next: at + 1, ordinal, vague: false })
}

/// "4,000" and "4000" are one value; "5,2" is read as a decimal, as in most of Europe.
fn plain(figure: &str) -> String {
    match figure.rsplit_once(',') {
        Some((whole, rest)) if rest.len() != 3 => format!("{}.{rest}", whole.replace(',', "")),
        _ => figure.replace(',', ""),
    }
}

/// Whether a figure is part of a name: letters, then a hyphen, then the figure.
fn in_name(text: &str, word: &Word) -> bool {
    let before = &text[..word.span.start()];
    let mut back = before.chars().rev();
    matches!(back.next(), Some('-' | '‑'))
        && back.next().is_some_and(char::is_alphabetic)
        && before[..before.len() - 1]
            .rsplit(char::is_whitespace)
            .next()
            .is_some_and(|it| it.starts_with(char::is_uppercase))
}

/// Takes in a scale that follows: "5.2 million", "a dozen".
fn scaled(words: &[Word], mut figure: Figure, at: usize) -> Figure {
    let digits = words[at].key.starts_with(|c: char| c.is_ascii_digit());
    if let Some(word) = words.get(figure.next).filter(|_| digits)
        && let Some((value, Kind::Scale)) = WORDS.get(&*word.key)
    {
        figure.value *= value;
        figure.next += 1;
    }
    figure
}

/// The bound before the number, and where the number with it starts in bytes.
fn bound(words: &[Word], at: usize) -> (Bound, usize) {
    let start = |from: usize| words[from].span.start();
    let mut from = at;
    if from > 0 && matches!(&*words[from - 1].key, "a" | "an" | "the") {
        from -= 1;
    }
    for length in (1..=3).rev().filter(|it| *it <= from) {
        let keys: Vec<&str> = words[from - length..from].iter().map(|it| &*it.key).collect();
        if let Some(bound) = BOUNDS.get(&*keys.join(" ")) {
            return (*bound, start(from - length));
        }
    }
    (Bound::Exact, start(at))
}

/// The unit, where the number with it ends in bytes, and the next word to read.
fn unit(text: &str, words: &[Word], figure: &Figure, span: Span) -> (String, usize, usize) {
    let before = text[..span.end()].trim_end_matches(|c: char| c.is_alphanumeric() || ".,".contains(c));
    let currency = before.trim_end().chars().next_back().filter(|c| "$€£¥₹".contains(*c));
    if let Some(sign) = currency {
        return (sign.to_string(), span.end(), figure.next);
    }
    let after = &text[span.end()..];
    if text[..span.end()].ends_with("pc") || after.trim_start().starts_with('%') {
        let sign = after.find('%').filter(|at| *at <= 3).map_or(0, |at| at + 1);
        return ("%".into(), span.end() + sign, figure.next);
    }
    let Some(word) = words.get(figure.next) else {
        return (String::new(), span.end(), figure.next);
    };
    let gap = &text[span.end()..word.span.start()];
    if gap.contains(|c: char| !c.is_whitespace() && !"-‑–".contains(c)) || never_unit(&word.key) {
        return (String::new(), span.end(), figure.next);
    }
    match &*word.key {
        "percent" | "pct" | "pc" => ("%".into(), word.span.end(), figure.next + 1),
        "per" if words.get(figure.next + 1).is_some_and(|it| it.key == "cent") => {
            ("%".into(), words[figure.next + 1].span.end(), figure.next + 2)
        }
        "dollar" | "dollars" => ("$".into(), word.span.end(), figure.next + 1),
        "euro" | "euros" => ("€".into(), word.span.end(), figure.next + 1),
        "pound" | "pounds" => ("£".into(), word.span.end(), figure.next + 1),
        key => (singular(key).into(), word.span.end(), figure.next + 1),
    }
}

fn singular(key: &str) -> &str {
    match key {
        "people" | "person" | "persons" => "people",
        "men" => "man",
        "women" => "woman",
        "children" => "child",
        key if key.ends_with("ss") => key,
        key => key.strip_suffix('s').filter(|it| it.len() > 2).unwrap_or(root(key)),
    }
}

/// Words that follow a number without being what it counts.
fn never_unit(key: &str) -> bool {
    const THESE: &str = " of and or in on at to for from by with as is are was were the a an than that \
        which who had has have but into between per said would will could before after during ";
    THESE.contains(&format!(" {key} "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let show = |it: &Number| {
            let rank = if it.ordinal { "th" } else { "" };
            let bound = if it.bound == Bound::Exact { String::new() } else { format!("{:?} ", it.bound) };
            format!("{bound}{}{rank} {} [{}]", it.value, it.unit, it.span.of(text))
        };
        let found: Vec<_> = numbers_of(text).iter().map(show).collect();
        assert_eq!(found.join("; "), expected);
    }

    #[test]
    fn figures_and_number_words_have_one_value() {
        check("137 boats", "137 boat [137 boats]");
        check("one hundred and thirty-seven boats", "137 boat [one hundred and thirty-seven boats]");
        check("two thousand five hundred", "2500  [two thousand five hundred]");
        check("4,000 and 4000", "4000  [4,000]; 4000  [4000]");
        check("5.2 million tonnes", "5200000 tonne [5.2 million tonnes]");
        check("a hundred and ten homes", "110 home [hundred and ten homes]");
    }

    #[test]
    fn units_are_told_apart() {
        check("$3bn or three billion dollars", "3000000000 $ [3bn]; 3000000000 $ [three billion dollars]");
        check("20 % or 20 percent, 20pc, 20 per cent", "20 % [20 %]; 20 % [20 percent]; 20 % [20pc]; 20 % [20 per cent]");
        check("a five-hour talk of five hours", "5 hour [five-hour]; 5 hour [five hours]");
    }

    #[test]
    fn bounds_belong_to_the_number() {
        check("nearly four years", "Below 4 year [nearly four years]");
        check("a near four-year strike", "Below 4 year [near four-year]");
        check("more than 30 people", "Above 30 people [more than 30 people]");
        check("hundreds of homes", "Vague 100  [hundreds]");
        check("an almost five-hour call", "Below 5 hour [almost five-hour]");
    }

    #[test]
    fn what_only_looks_like_a_number_is_none() {
        check("no one said that one of them left", "");
        check("an F-16 and Covid-19", "");
        check("the third day, the 3rd day", "3th day [third day]; 3th day [3rd day]");
        check("", "");
    }
}
