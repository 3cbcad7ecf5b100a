//! Dates as outlets and programs write them, found anywhere in a short text.
//!
//! Read: ISO 8601 (also without hyphens), RFC 2822, `06.12.2025`, `6 December 2025`,
//! `December 6, 2025`, `Dec. 6, 2025 5:30 PM`, and seconds or milliseconds since 1970. `06/12/2025`
//! is read only where one of the two numbers cannot be a month, or a zone of the United States tells
//! that the month stands first: a guess would be shown as a fact.
//! Zones are not converted. Month names are English. Cost: one pass over the text.

use jiff::civil::{Date, Time};

use crate::{
    model::date::Stamp,
    text::{date, span::Span},
};

const MONTHS: &[&str] = &[
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// Zones of the United States.
const ZONES: &[&str] = &[
    "ET", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PT", "PST", "PDT",
];

/// A date in a text, and the bytes that it takes with its time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) stamp: Stamp,
    pub(crate) span: Span,
}

/// The date that a field holds; `None` where there is none, or more than one way to read it.
pub(crate) fn parse(text: &str) -> Option<Stamp> {
    let text = text.trim();
    epoch(text).or_else(|| find(text).map(|it| it.stamp))
}

/// The first date in a text.
pub(crate) fn find(text: &str) -> Option<Found> {
    // Every form holds a year of four digits, or is that of the United States: "11/02/17".
    let year = |it: &[u8]| it.iter().all(u8::is_ascii_digit);
    let short = |it: &[u8]| it[0] == b'/' && it[3] == b'/';
    if !text.as_bytes().windows(4).any(|it| year(it) || short(it)) {
        return None;
    }
    let tokens = tokens(text);
    let month_first = tokens.iter().any(|it| ZONES.contains(&it.text));
    (0..tokens.len()).find_map(|at| {
        let (date, len) = date_at(&tokens[at..], month_first)?;
        let (time, more) = match glued_time(&tokens[at]) {
            Some(time) => (Some(time), 0),
            None => time_near(&tokens[at + len..]),
        };
        let end = tokens[at + len + more - 1].end;
        Some(Found {
            stamp: Stamp { date, time },
            span: Span::new(tokens[at].start, end),
        })
    })
}

/// Seconds (nine or ten digits) or milliseconds (thirteen) since 1970, in UTC.
fn epoch(text: &str) -> Option<Stamp> {
    let whole = text.split('.').next().unwrap_or_default();
    let value: i64 = whole.parse().ok()?;
    let seconds = match whole.len() {
        9 | 10 => value,
        13 => value / 1000,
        _ => return None,
    };
    let moment = jiff::Timestamp::from_second(seconds).ok()?;
    let civil = jiff::tz::Offset::UTC.to_datetime(moment);
    Some(Stamp {
        date: civil.date(),
        time: Some(civil.time()),
    })
}

/// A number, a word or a single sign.
#[derive(Clone, Copy, Debug)]
struct Token<'a> {
    text: &'a str,
    start: usize,
    end: usize,
}

impl Token<'_> {
    fn number(&self) -> Option<i16> {
        let digits = self.text.bytes().all(|it| it.is_ascii_digit());
        (digits && self.text.len() <= 4).then(|| self.text.parse().ok())?
    }

    fn month(&self) -> Option<i8> {
        let word = self.text.to_ascii_lowercase();
        let long = date::MONTHS.iter().position(|it| **it == word);
        let short = MONTHS.iter().position(|it| **it == word);
        let at = long.or(short).or((word == "sept").then_some(8))?;
        Some(at as i8 + 1)
    }

    fn is(&self, sign: &str) -> bool {
        self.text.eq_ignore_ascii_case(sign)
    }
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let class = |c: char| match c {
        '0'..='9' => 0,
        _ if c.is_alphabetic() => 1,
        _ => 2,
    };
    let mut found: Vec<Token> = Vec::new();
    let mut before = 2;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let now = class(c);
        match found.last_mut() {
            Some(last) if now == before && now != 2 && last.end == at => {
                last.end = end;
                last.text = &text[last.start..end];
            }
            _ if c.is_whitespace() => (),
            _ => found.push(Token {
                text: &text[at..end],
                start: at,
                end,
            }),
        }
        before = now;
    }
    unglued(found)
}

/// "May 6, 20255:00 AM", "3 Aug 20253 Aug 2025": what stood on another line or in another box of a page
/// was glued to the year.
fn unglued(tokens: Vec<Token<'_>>) -> Vec<Token<'_>> {
    let mut found: Vec<Token> = Vec::with_capacity(tokens.len());
    for it in tokens {
        let digits = it.text.bytes().all(|it| it.is_ascii_digit());
        let year = digits && matches!(it.text.len(), 5 | 6) && it.text.starts_with(['1', '2']);
        let dated = |last: &Token| last.is(",") || last.month().is_some();
        if year && found.last().is_some_and(dated) {
            let (text, rest) = it.text.split_at(4);
            let end = it.start + 4;
            found.push(Token { text, end, ..it });
            found.push(Token {
                text: rest,
                start: end,
                ..it
            });
        } else {
            found.push(it);
        }
    }
    found
}

/// A date at the beginning of the tokens, and how many of them it takes.
fn date_at(tokens: &[Token], month_first: bool) -> Option<(Date, usize)> {
    let at = |ix: usize| tokens.get(ix);
    let number = |ix: usize| at(ix).and_then(Token::number);
    if let Some(date) = compact(at(0)?.text) {
        return Some((date, 1));
    }
    if let (Some(a), Some(b), Some(c)) = (number(0), number(2), number(4)) {
        let sign = at(1)?.text;
        if sign == at(3)?.text && ["-", "/", "."].contains(&sign) {
            let read = numeric(sign, [a, b, c], at(0)?.text.len());
            let year = if c < 100 { 2000 + c } else { c };
            let read = read.or_else(|| date(year, a, b).filter(|_| month_first && sign == "/"));
            return read.map(|date| (date, 5));
        }
    }
    named_date(tokens)
}

/// `20251206`, `20251206T…` and `20251206020329`.
fn compact(text: &str) -> Option<Date> {
    let long = matches!(text.len(), 8 | 14);
    if !long || !text.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let part = |from: usize, to: usize| text[from..to].parse::<i16>().ok();
    date(part(0, 4)?, part(4, 6)?, part(6, 8)?)
}

/// The time of day inside `20251206020329`.
fn glued_time(token: &Token) -> Option<Time> {
    let digits = token.text.get(8..14).filter(|_| token.text.len() == 14)?;
    let part = |from: usize| digits[from..from + 2].parse::<i8>().ok();
    Time::new(part(0)?, part(2)?, part(4)?, 0).ok()
}

fn numeric(sign: &str, [a, b, c]: [i16; 3], first_len: usize) -> Option<Date> {
    if first_len == 4 {
        return date(a, b, c);
    }
    match sign {
        "." => date(c, b, a),
        _ if 12 < a || a == b => date(c, b, a),
        _ if 12 < b => date(c, a, b),
        _ => None,
    }
}

/// `6 December 2025`, `December 6, 2025`, `6th of Dec. 2025`.
fn named_date(tokens: &[Token]) -> Option<(Date, usize)> {
    let skip = |from: usize, words: &[&str]| {
        let rest = tokens.get(from..).unwrap_or_default();
        let fits = |it: &&Token| words.iter().any(|word| it.is(word));
        from + rest.iter().take_while(fits).count()
    };
    let number = |ix: usize| tokens.get(ix).and_then(Token::number);
    let ordinal = &["st", "nd", "rd", "th", ",", "of"];
    let (month, day, year_at) = match tokens[0].month() {
        Some(month) => {
            let day_at = skip(1, &["."]);
            (month, number(day_at)?, skip(day_at + 1, ordinal))
        }
        None => {
            let month_at = skip(1, ordinal);
            let month = tokens.get(month_at)?.month()?;
            (month, number(0)?, skip(month_at + 1, &[".", ","]))
        }
    };
    let year = tokens.get(year_at).filter(|it| it.text.len() == 4)?;
    Some((date(year.number()?, month.into(), day)?, year_at + 1))
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    let plausible = (1400..=2200).contains(&year);
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    plausible.then(|| Date::new(year, month, day).ok())?
}

/// The time of day behind a date, and how many tokens it takes: `T02:03:29`, `, at 5:30 PM`.
fn time_near(tokens: &[Token]) -> (Option<Time>, usize) {
    let between = ["t", ",", "at", "-", "–", "|", "·"];
    let at = tokens
        .iter()
        .take_while(|it| between.iter().any(|sign| it.is(sign)))
        .count();
    match clock(&tokens[at..]) {
        Some((time, len)) => (Some(time), at + len),
        None => (None, 0),
    }
}

fn clock(tokens: &[Token]) -> Option<(Time, usize)> {
    let number = |ix: usize| tokens.get(ix).and_then(Token::number);
    let small = |value: i16| i8::try_from(value).ok();
    let colon = |ix: usize| tokens.get(ix).is_some_and(|it| it.is(":"));
    if let Some(time) = tokens.first().and_then(glued_clock) {
        return Some((time, 1));
    }
    let (hour, minute) = (number(0)?, number(2).filter(|_| colon(1))?);
    let (second, mut len) = match number(4).filter(|_| colon(3)) {
        Some(second) => (second, 5),
        None => (0, 3),
    };
    // "p.m." and "pm" both say so with their first letter.
    let half = tokens.get(len).map(|it| it.text.to_ascii_lowercase());
    let hour = match half.as_deref() {
        Some("pm" | "p") if hour < 12 => hour + 12,
        Some("am" | "a") if hour == 12 => 0,
        _ => hour,
    };
    len += match half.as_deref() {
        Some("pm" | "am") => 1,
        Some("p" | "a") => tokens[len..].len().min(4),
        _ => 0,
    };
    let time = Time::new(small(hour)?, small(minute)?, small(second)?, 0).ok()?;
    Some((time, len))
}

/// The `020329` of `20251206T020329Z`.
fn glued_clock(token: &Token) -> Option<Time> {
    let digits = token.text.len() == 6 && token.text.bytes().all(|it| it.is_ascii_digit());
    let part = |from: usize| token.text[from..from + 2].parse::<i8>().ok();
    digits.then(|| Time::new(part(0)?, part(2)?, part(4)?, 0).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(input: &str, expected: &str) {
        let found = parse(input).map(|it| it.to_string()).unwrap_or_default();
        assert_eq!(found, expected, "of {input:?}");
    }

    #[test]
    fn the_forms_of_programs() {
        check("2025-12-06", "2025-12-06");
        check("2025-12-06T02:03:29+01:00", "2025-12-06T02:03:29");
        check("2025-12-06 02:03:29.123456", "2025-12-06T02:03:29");
        check("20251206T020329Z", "2025-12-06T02:03:29");
        check("20251206020329", "2025-12-06T02:03:29");
        check("1764986609", "2025-12-06T02:03:29");
        check("1764986609000", "2025-12-06T02:03:29");
        check("Sat, 06 Dec 2025 02:03:29 GMT", "2025-12-06T02:03:29");
    }

    #[test]
    fn the_forms_of_people() {
        check("06.12.2025", "2025-12-06");
        check("December 6, 2025", "2025-12-06");
        check("Dec. 6th, 2025, at 5:30 PM", "2025-12-06T17:30:00");
        check("Thursday 21 August 2025 03:14, UK", "2025-08-21T03:14:00");
        check(
            "Published - August 23, 2025 02:51 am IST",
            "2025-08-23T02:51:00",
        );
        check("6 p.m. on 4 March 2024", "2024-03-04");
    }

    #[test]
    fn what_can_be_read_two_ways_is_not_read() {
        check("06/12/2025", "");
        check("06/01/2020 09:57 PM EDT", "2020-06-01T21:57:00");
        check("11/02/17 09:32 AM EDT", "2017-11-02T09:32:00");
        check("11/02/17 09:32", "");
        check("25/12/2025", "2025-12-25");
        check("12/25/2025", "2025-12-25");
        check("07-07-2025", "2025-07-07");
    }

    #[test]
    fn no_date() {
        check("", "");
        check("December 2025", "");
        check("31 February 2025", "");
        check("192.168.1.1", "");
        check("99999999999999999999", "");
    }
}
