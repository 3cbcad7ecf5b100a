//! Days as news tells them, resolved against the day of publication, so that "Friday" and its
//! date are one value.
//!
//! Read: weekdays (also fused to the next word where a link was: "Thursdaytold"), "5 December",
//! "December 5, 2025", "Dec. 5", months with or without a year, years, "yesterday", "last month".
//! A weekday may lie before or after the day of publication: both are kept, and two datings agree
//! where any of their days fit. Limits: English; no times of day; "May" and "March" count only
//! beside a number or after a preposition. Linear in the words.

use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};

use crate::text::{
    common,
    span::Span,
    token::{Kind, Token},
};

/// A day or a stretch of days as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    Weekday(Weekday),
    /// Month, day of the month, and the year where it is told.
    Day(i8, i8, Option<i16>),
    Month(i8, Option<i16>),
    Year(i16),
    /// Days from the day of publication: "yesterday" is -1.
    Days(i32),
    /// Months from that of publication: "last month" is -1.
    Months(i32),
}

/// A dating and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dating {
    pub span: Span,
    pub when: When,
}

/// Days that a dating can mean, each as first and last day.
type Days = Vec<(Date, Date)>;

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];
/// The months, in order, in small letters.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// All datings of a text, in order; `words` are its tokens without marks.
pub fn datings(words: &[Token]) -> Vec<Dating> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match dating(words, at) {
            Some((when, first, next)) => {
                let span = Span::new(words[first].span.start(), words[next - 1].span.end());
                found.push(Dating { span, when });
                at = next;
            }
            None => at += 1,
        }
    }
    found
}

/// What the words at `at` mean, the first word of it, and the word after it.
fn dating(words: &[Token], at: usize) -> Option<(When, usize, usize)> {
    let word = &words[at];
    if let Some(day) = weekday(word) {
        return Some((When::Weekday(day), at, at + 1));
    }
    calendar(words, at)
        .or_else(|| year(words, at))
        .or_else(|| relative(words, at))
}

/// Whether a word is the name of a weekday or a month, in full or shortened.
pub fn is_calendar(word: &Token) -> bool {
    weekday(word).is_some() || month(Some(word)).is_some()
}

fn weekday(word: &Token) -> Option<Weekday> {
    let (name, day) = WEEKDAYS
        .iter()
        .find(|(it, _)| word.normal.starts_with(it))?;
    let rest = &word.normal[name.len()..];
    let whole = rest.is_empty() || (word.capital && rest.len() > 2);
    whole.then_some(*day)
}

fn month(word: Option<&Token>) -> Option<i8> {
    let word = word.filter(|it| it.capital)?;
    let form = word.normal.as_str();
    let named = |name: &str| {
        let short = form.len() == 3 && name.starts_with(form);
        form == name || short || (form == "sept" && name == "september")
    };
    MONTHS
        .iter()
        .position(|it| named(it))
        .map(|at| at as i8 + 1)
}

fn day(word: Option<&Token>) -> Option<i8> {
    let figure = word?
        .normal
        .trim_end_matches(|c: char| c.is_ascii_alphabetic());
    figure.parse().ok().filter(|it| (1..=31).contains(it))
}

fn year_of(word: Option<&Token>) -> Option<i16> {
    let word = word.filter(|it| it.kind == Kind::Number && it.normal.len() == 4)?;
    word.normal
        .parse()
        .ok()
        .filter(|it| (1900..=2100).contains(it))
}

/// "December 5, 2025", "5 December", "the 5th of December", "December 2025", "in December".
fn calendar(words: &[Token], at: usize) -> Option<(When, usize, usize)> {
    if let Some((number, month, next)) = day_range(words, at) {
        return Some((When::Day(month, number, None), at, next));
    }
    if let Some(number) = day(words.get(at)) {
        let of = usize::from(words.get(at + 1).is_some_and(|it| it.normal == "of"));
        let month = month(words.get(at + 1 + of))?;
        let year = year_of(words.get(at + 2 + of));
        let next = at + 2 + of + usize::from(year.is_some());
        return Some((When::Day(month, number, year), at, next));
    }
    let month = month(words.get(at))?;
    if let Some(year) = year_of(words.get(at + 1)) {
        return Some((When::Month(month, Some(year)), at, at + 2));
    }
    if let Some(number) = day(words.get(at + 1)) {
        let year = year_of(words.get(at + 2));
        let next = at + 2 + usize::from(year.is_some());
        return Some((When::Day(month, number, year), at, next));
    }
    let before = at.checked_sub(1).map(|it| &*words[it].normal);
    let placed = matches!(
        before,
        Some("in" | "since" | "until" | "by" | "last" | "next" | "late" | "early" | "mid")
    );
    placed.then_some((When::Month(month, None), at, at + 1))
}

/// "25 to 29 August", "25-29 August": the first day, the month and the word after it.
fn day_range(words: &[Token], at: usize) -> Option<(i8, i8, usize)> {
    let first = day(words.get(at))?;
    let to = usize::from(
        words
            .get(at + 1)
            .is_some_and(|it| matches!(&*it.normal, "to" | "and" | "until")),
    );
    let last = day(words.get(at + 1 + to))?;
    let month = month(words.get(at + 2 + to))?;
    let next = at + 3 + to;
    (first < last).then_some((first, month, next))
}

/// "in 2022", "2022-2025": a bare figure needs a preposition or another year, lest it be a count.
fn year(words: &[Token], at: usize) -> Option<(When, usize, usize)> {
    const BEFORE: &str = "in since until by of from late early before after";
    let year = year_of(words.get(at))?;
    let before = at.checked_sub(1).and_then(|it| words.get(it));
    let range = year_of(before).is_some() || year_of(words.get(at + 1)).is_some();
    let placed = before.is_some_and(|it| common::listed(BEFORE).any(|other| it.normal == other));
    (placed || range).then_some((When::Year(year), at, at + 1))
}

fn relative(words: &[Token], at: usize) -> Option<(When, usize, usize)> {
    let form = |at: usize| words.get(at).map(|it| &*it.normal);
    let one = |when| Some((when, at, at + 1));
    let two = |when| Some((when, at, at + 2));
    match (form(at)?, form(at + 1)) {
        ("yesterday", _) => one(When::Days(-1)),
        ("today", _) => one(When::Days(0)),
        ("tomorrow", _) => one(When::Days(1)),
        ("last", Some("month")) => two(When::Months(-1)),
        ("this", Some("month")) => two(When::Months(0)),
        ("next", Some("month")) => two(When::Months(1)),
        _ => None,
    }
}

impl When {
    /// The days it can mean for an article of that day; empty where that cannot be told.
    fn days(self, published: Option<Date>) -> Days {
        let one = |day: Date| (day, day);
        match (self, published) {
            (When::Weekday(day), Some(from)) => around(from, day).into_iter().map(one).collect(),
            (When::Days(by), Some(from)) => from
                .checked_add(i64::from(by).days())
                .map(one)
                .into_iter()
                .collect(),
            (When::Day(month, day, Some(year)), _) => {
                Date::new(year, month, day).map(one).into_iter().collect()
            }
            (When::Day(month, day, None), Some(from)) => years(from)
                .filter_map(|year| Date::new(year, month, day).ok())
                .map(one)
                .collect(),
            (When::Month(month, Some(year)), _) => whole_month(year, month).into_iter().collect(),
            (When::Month(month, None), Some(from)) => years(from)
                .filter_map(|year| whole_month(year, month))
                .collect(),
            (When::Months(by), Some(from)) => from
                .checked_add(by.months())
                .ok()
                .and_then(|it| whole_month(it.year(), it.month()))
                .into_iter()
                .collect(),
            (When::Year(year), _) => {
                let ends = (Date::new(year, 1, 1), Date::new(year, 12, 31));
                ends.0.ok().zip(ends.1.ok()).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }
}

/// The day of that name on or before a date, and the one after it.
fn around(from: Date, day: Weekday) -> Vec<Date> {
    if from.weekday() == day {
        return vec![from];
    }
    let near = [from.nth_weekday(-1, day), from.nth_weekday(1, day)];
    near.into_iter().flatten().collect()
}

fn years(from: Date) -> impl Iterator<Item = i16> {
    let year = from.year();
    [year - 1, year, year + 1].into_iter()
}

fn whole_month(year: i16, month: i8) -> Option<(Date, Date)> {
    let first = Date::new(year, month, 1).ok()?;
    Some((first, first.last_of_month()))
}

/// Whether two datings can mean the same day, or one lies within the other; None where nothing
/// tells, as for "Friday" and a date in an article whose day is unknown.
pub fn agree(
    a: When,
    a_published: Option<Date>,
    b: When,
    b_published: Option<Date>,
) -> Option<bool> {
    if let (When::Weekday(a), When::Weekday(b)) = (a, b) {
        return Some(a == b);
    }
    let known = a_published.or(b_published);
    let days_a = a.days(a_published.or(known));
    let days_b = b.days(b_published.or(known));
    if days_a.is_empty() || days_b.is_empty() {
        return by_name(a, b);
    }
    let within = |x: &(Date, Date), y: &(Date, Date)| x.0 <= y.1 && y.0 <= x.1;
    Some(days_a.iter().any(|x| days_b.iter().any(|y| within(x, y))))
}

/// How many days lie between two datings at least; None where that cannot be told.
pub fn apart(
    a: When,
    a_published: Option<Date>,
    b: When,
    b_published: Option<Date>,
) -> Option<i32> {
    let known = a_published.or(b_published);
    let (days_a, days_b) = (a.days(a_published.or(known)), b.days(b_published.or(known)));
    let between = |x: &(Date, Date), y: &(Date, Date)| {
        let gap = |from: Date, to: Date| to.since(from).map_or(0, |it| it.get_days());
        gap(x.1, y.0).max(gap(y.1, x.0)).max(0)
    };
    let pairs = days_a
        .iter()
        .flat_map(|x| days_b.iter().map(move |y| (x, y)));
    pairs.map(|(x, y)| between(x, y)).min()
}

/// What can be told without any day of publication.
fn by_name(a: When, b: When) -> Option<bool> {
    match (a, b) {
        (When::Day(month, day, _), When::Day(other, other_day, _)) => {
            Some((month, day) == (other, other_day))
        }
        (
            When::Day(month, ..) | When::Month(month, _),
            When::Day(other, ..) | When::Month(other, _),
        ) => Some(month == other),
        (When::Days(a), When::Days(b)) => Some(a == b),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::token;

    fn read(text: &str) -> Vec<Dating> {
        datings(&token::words(text))
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found: Vec<_> = read(text).iter().map(|it| it.span.of(text)).collect();
        assert_eq!(found.join("; "), expected);
    }

    /// Both articles published on Saturday, 6 December 2025.
    #[track_caller]
    fn agrees(a: &str, b: &str, expected: Option<bool>) {
        let published = Date::new(2025, 12, 6).ok();
        let when = |text: &str| read(text)[0].when;
        assert_eq!(agree(when(a), published, when(b), published), expected);
    }

    #[test]
    fn datings_are_found() {
        check(
            "On Friday, 5 December 2025, it sank",
            "Friday; 5 December 2025",
        );
        check(
            "on Dec. 5 or the 5th of December",
            "Dec. 5; 5th of December",
        );
        check("in May 2024; it may 5; in March", "May 2024; March");
        check("since 2022 with 2022 boats", "2022");
        check("from 2025-2035", "2025; 2035");
        check("from 25th to 29th August", "25th to 29th August");
        agrees("from 25th to 29th August", "August 25-29", Some(true));
        check("yesterday, last month", "yesterday; last month");
        check("the visit on Thursdaytold of Fridays", "Thursdaytold");
    }

    #[test]
    fn the_same_day_agrees_however_it_is_written() {
        agrees("on Friday", "on December 5", Some(true));
        agrees("on Friday", "yesterday", Some(true));
        agrees("last month", "on 3 November", Some(true));
        agrees("in December 2025", "on Saturday", Some(true));
        agrees("on Monday", "8 December 2025", Some(true));
    }

    #[test]
    fn other_days_do_not_agree() {
        agrees("on Friday", "on Thursday", Some(false));
        agrees("on Friday", "on December 4", Some(false));
        agrees("in 2024", "in November 2025", Some(false));
    }

    #[test]
    fn without_a_day_of_publication_little_can_be_told() {
        let when = |text: &str| read(text)[0].when;
        assert_eq!(agree(when("Friday"), None, when("5 December"), None), None);
        assert_eq!(
            agree(when("4 December"), None, when("5 December"), None),
            Some(false)
        );
    }
}
