//! Numbers in running text, with what they count, so that the same value written differently is
//! one value: "137" and "one hundred and thirty-seven", "20 %" and "20 percent", "$3bn" and
//! "three billion dollars", "four-year" and "four years".
//!
//! Steps: find a figure or a run of number words; read its value with a following scale; look
//! back for a currency sign and for a word of bounds ("nearly"); look ahead for the unit.
//! Limits: "one" counts only before a unit or inside a larger number, since it is mostly a
//! pronoun; figures inside a name ("F-16", "Covid-19") are none. Linear in the words.

use std::{borrow::Cow, collections::HashMap, ops::Range, sync::LazyLock};

use crate::text::{
    clock, common, figure, name,
    span::Span,
    token::{Kind, Token},
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

/// Share of a value that rounding may take or add before it says something else.
const ROUNDING: f64 = 0.025;

/// Words behind a number among which is what it counts.
const DESCRIBED: usize = 4;
/// Units of measure, by their stems: two of these with the same figure contradict, and none describes
/// what stands behind it ("a five-hour talk").
pub const MEASURES: &[&str] = &[
    "%", "$", "€", "£", "¥", "hour", "minut", "second", "day", "week", "month", "year", "km",
    "kilometr", "mile", "metr", "meter", "feet", "foot", "tonn", "ton", "kg",
];
/// Rarer ones, and words in front of a unit, that describe nothing either.
const MORE_MEASURES: &[&str] = &[
    "decad", "centuri", "inch", "pound", "gram", "litr", "liter", "gallon", "acr", "hectar",
    "degre", "per",
];
/// Plurals that do not end as most do.
pub const PLURALS: &[&str] = &["people", "men", "women", "children", "police", "feet"];

/// A number as it stands in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// From the bound or currency sign to the unit.
    pub span: Span,
    /// The figure or number words alone.
    pub figure: Span,
    pub value: f64,
    /// What the last digit of the figure counts where it has decimals or a scale: 100,000 in "2.1
    /// million"; 0 for all others.
    pub grain: f64,
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

    /// Whether one is the other rounded, as far as its decimals and its scale tell: "2.1 million"
    /// and "2.123 million", but not "10" and "12".
    pub fn rounds(&self, other: &Number) -> bool {
        let apart = (self.value - other.value).abs();
        let small = apart <= ROUNDING * self.value.abs().min(other.value.abs());
        small && apart <= self.grain.max(other.grain) / 2.0 * (1.0 + 1e-9)
    }
}

static BOUNDS: LazyLock<HashMap<&str, Bound>> = LazyLock::new(|| {
    let bound = |it| match it {
        "below" => Bound::Below,
        "above" => Bound::Above,
        _ => Bound::About,
    };
    figure::rows(include_str!("../../assets/words/bounds.txt"))
        .filter_map(|row| Some((row[0], bound(row.get(1)?))))
        .collect()
});

/// All numbers of a text, in order, none overlapping another; `words` are its tokens without marks.
pub fn numbers(text: &str, words: &[Token]) -> Vec<Number> {
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

fn number(text: &str, words: &[Token], at: usize) -> Option<(Number, usize)> {
    if let Some((value, next)) = clock::time(text, words, at) {
        return Some((time(words, value, at..next), next));
    }
    let figure = figure::read(text, words, at)?;
    let core = Span::new(words[at].span.start(), words[figure.next - 1].span.end());
    let (unit, first, next) = unit(text, words, at, figure.next);
    if unit.is_empty() && mostly_pronoun(words, at, figure.next) {
        return None;
    }
    let (mut bound, mut from) = bound(words, first);
    if bound == Bound::Exact && in_range(words, first) {
        bound = Bound::Vague;
    }
    if lasting(words, from, &unit) {
        (bound, from) = (Bound::Exact, first);
    }
    let number = Number {
        span: Span::new(words[from].span.start(), words[next - 1].span.end()),
        figure: core,
        value: figure.value,
        grain: grain(&words[at], figure.value),
        unit,
        bound: if figure.vague { Bound::Vague } else { bound },
        ordinal: figure.ordinal,
    };
    Some((number, next))
}

/// What the last digit of a figure counts, given the value with its scale; 0 for a whole number
/// without one, and for a number in words.
fn grain(figure: &Token, value: f64) -> f64 {
    let Ok(bare) = figure.normal.parse::<f64>() else {
        return 0.0;
    };
    let decimals = figure.normal.split_once('.').map_or(0, |it| it.1.len());
    let scale = if bare == 0.0 { 1.0 } else { value / bare };
    match decimals > 0 || scale > 1.0 {
        true => scale / 10_f64.powi(decimals as i32),
        false => 0.0,
    }
}

/// A time of day as a number of minutes.
fn time(words: &[Token], value: f64, of: Range<usize>) -> Number {
    let span = Span::new(words[of.start].span.start(), words[of.end - 1].span.end());
    Number {
        span,
        figure: span,
        value,
        grain: 0.0,
        unit: "clock".into(),
        bound: Bound::Exact,
        ordinal: false,
    }
}

fn mostly_pronoun(words: &[Token], at: usize, next: usize) -> bool {
    next == at + 1 && matches!(&*words[at].normal, "one" | "second" | "first" | "scores")
}

/// The bound before the number that starts with word `at`, and the word where both start.
fn bound(words: &[Token], at: usize) -> (Bound, usize) {
    let article = at > 0 && matches!(&*words[at - 1].normal, "a" | "an");
    let to = at - usize::from(article);
    for length in (1..=3).rev().filter(|it| *it <= to) {
        let forms = words[to - length..to].iter().map(|it| &*it.normal);
        let phrase = forms.collect::<Vec<_>>().join(" ");
        if let Some(bound) = BOUNDS.get(&*phrase) {
            return (*bound, to - length);
        }
    }
    (Bound::Exact, at)
}

/// "over two days" tells how long, as "for" would; "over 30 people" is a bound.
fn lasting(words: &[Token], from: usize, unit: &str) -> bool {
    let time = matches!(
        unit,
        "day" | "week" | "month" | "year" | "hour" | "night" | "decad"
    );
    time && words[from].normal == "over"
}

/// "30 to 50": the end of a range is no value of its own.
fn in_range(words: &[Token], first: usize) -> bool {
    let before = |by: usize| first.checked_sub(by).map(|it| &words[it]);
    let figure = |it: &Token| it.kind == Kind::Number || figure::is_unit_word(it);
    before(1).is_some_and(|it| it.normal == "to") && before(2).is_some_and(figure)
}

/// The unit of the number in words `at..next`, its first word (a currency sign) and the word
/// after it.
fn unit(text: &str, words: &[Token], at: usize, next: usize) -> (String, usize, usize) {
    let sign = |at: usize| words.get(at).filter(|it| it.kind == Kind::Sign);
    if let Some(before) = at
        .checked_sub(1)
        .and_then(sign)
        .filter(|it| it.normal != "%")
    {
        return (before.normal.clone(), first_of_sign(words, at - 1), next);
    }
    let more = words
        .get(next)
        .is_some_and(|it| matches!(&*it.normal, "other" | "more"));
    let next = next + usize::from(more);
    let Some(word) = words.get(next).filter(|it| !never_unit(&it.normal)) else {
        let next = next - usize::from(more);
        return (String::new(), at, next);
    };
    let parted = |at: usize| {
        let gap = &text[words[at - 1].span.end()..words[at].span.start()];
        gap.contains(|c: char| !c.is_whitespace() && !matches!(c, '-' | '‑' | '–'))
    };
    if parted(next) || word.kind == Kind::Number {
        return (String::new(), at, next);
    }
    let gap = &text[words[next - 1].span.end()..word.span.start()];
    let joined = gap.contains(['-', '‑', '–']);
    if !joined && let Some(head) = head(words, next, parted) {
        return (unit_name(&words[head].normal).into_owned(), at, head + 1);
    }
    let per_cent =
        word.normal == "per" && words.get(next + 1).is_some_and(|it| it.normal == "cent");
    if per_cent {
        return ("%".into(), at, next + 2);
    }
    let name = unit_name(&word.normal);
    match words.get(next + 1).filter(|it| it.normal == "old") {
        Some(_) => (format!("{name} old"), at, next + 2),
        None => (name.into_owned(), at, next + 1),
    }
}

/// The noun that is counted, behind what describes it: "trusts" in "48 Health Service trusts". A
/// plural is known to be one, and behind a nation's name any word is taken for it.
fn head(words: &[Token], first: usize, parted: impl Fn(usize) -> bool) -> Option<usize> {
    let open = |at: &usize| {
        let word = &words[*at];
        word.kind == Kind::Word && !never_unit(&word.normal) && (*at == first || !parted(*at))
    };
    let mut near = (first..words.len().min(first + DESCRIBED)).take_while(open);
    let unit = unit_name(&words[first].normal);
    let measure = [MEASURES, MORE_MEASURES]
        .iter()
        .any(|it| it.contains(&&*unit));
    if measure || is_plural(&words[first].normal) {
        return None;
    }
    let nation = name::nation(&words[first].normal).is_some();
    let behind = first + 1;
    let noun = |at: &usize| is_plural(&words[*at].normal) || nation && *at == behind;
    near.find(|at| *at > first && !words[*at].capital && noun(at))
}

fn is_plural(form: &str) -> bool {
    let ends = |of: &[&str]| of.iter().any(|it| form.ends_with(it));
    PLURALS.contains(&form) || form.len() > 3 && ends(&["s"]) && !ends(&["ss", "us", "is"])
}

/// "US$5": the country before a currency sign belongs to it.
fn first_of_sign(words: &[Token], sign: usize) -> usize {
    let before = sign.checked_sub(1).and_then(|it| words.get(it));
    let country = before.is_some_and(|it| it.capital && it.span.end() == words[sign].span.start());
    sign - usize::from(country)
}

/// One name for each unit.
fn unit_name(form: &str) -> Cow<'_, str> {
    Cow::Borrowed(match form {
        "percent" | "pct" | "pc" => "%",
        "dollar" | "dollars" => "$",
        "euro" | "euros" => "€",
        "pound" | "pounds" => "£",
        "person" | "persons" => "people",
        "men" => "man",
        "women" => "woman",
        "children" => "child",
        other => return common::stem(other),
    })
}

/// Words that follow a number without being what it counts.
fn never_unit(form: &str) -> bool {
    form != "per" && common::is_stop(form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::token;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let show = |it: &Number| {
            let rank = if it.ordinal { "th" } else { "" };
            let bound = if it.bound == Bound::Exact {
                String::new()
            } else {
                format!("{:?} ", it.bound)
            };
            format!(
                "{bound}{}{rank} {} [{}]",
                it.value,
                it.unit,
                it.span.of(text)
            )
        };
        let found: Vec<_> = numbers(text, &token::words(text))
            .iter()
            .map(show)
            .collect();
        assert_eq!(found.join("; "), expected);
    }

    #[test]
    fn figures_and_number_words_have_one_value() {
        check("137 boats", "137 boat [137 boats]");
        check(
            "one hundred and thirty-seven boats",
            "137 boat [one hundred and thirty-seven boats]",
        );
        check(
            "two thousand five hundred",
            "2500  [two thousand five hundred]",
        );
        check("4,000 and 4000", "4000  [4,000]; 4000  [4000]");
        check("5.2 million tonnes", "5200000 tonn [5.2 million tonnes]");
        check(
            "a hundred and ten homes",
            "110 home [hundred and ten homes]",
        );
    }

    #[test]
    fn units_are_told_apart() {
        check(
            "$3bn or three billion dollars",
            "3000000000 $ [$3bn]; 3000000000 $ [three billion dollars]",
        );
        check(
            "20 % or 20 percent, 20pc, 20 per cent",
            "20 % [20 %]; 20 % [20 percent]; 20 % [20pc]; 20 % [20 per cent]",
        );
        check(
            "a five-hour talk of five hours",
            "5 hour [five-hour]; 5 hour [five hours]",
        );
    }

    #[test]
    fn bounds_belong_to_the_number() {
        check("nearly four years", "Below 4 year [nearly four years]");
        check("a near four-year strike", "Below 4 year [near four-year]");
        check(
            "more than 30 people",
            "Above 30 peopl [more than 30 people]",
        );
        check(
            "over two days and over 30 boats",
            "2 day [two days]; Above 30 boat [over 30 boats]",
        );
        check("hundreds of homes", "Vague 100  [hundreds]");
        check(
            "an almost five-hour call",
            "Below 5 hour [almost five-hour]",
        );
    }

    #[test]
    fn what_only_looks_like_a_number_is_none() {
        check("no one said that one of them left", "");
        check("an F-16 and Covid-19", "");
        check(
            "a 16-year-old, for 16 years",
            "16 year old [16-year-old]; 16 year [16 years]",
        );
        check(
            "the third day, the 3rd day",
            "3th day [third day]; 3th day [3rd day]",
        );
        check("", "");
    }
}
