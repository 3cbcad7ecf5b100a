//! Times of day: "6.40am", "6:40 a.m.", "18:40", "7 p.m." are minutes since midnight.
//!
//! A figure with a stop counts only before "am" or "pm"; with a colon it needs two digits behind it.
//! Limits: "twenty to seven" is not read, and a time without "am" or "pm" may mean either half of
//! the day.

use crate::text::token::{Kind, Token};

/// The time that starts with word `at`, in minutes, and the word after it.
pub fn time(text: &str, words: &[Token], at: usize) -> Option<(f64, usize)> {
    let first = words.get(at).filter(|it| it.kind == Kind::Number)?;
    let (hour, minute, next) = match words.get(at + 1).filter(|it| colon(text, first, it)) {
        Some(second) => (
            first.normal.parse().ok()?,
            second.normal.parse().ok()?,
            at + 2,
        ),
        None => with_stop(&first.normal).map(|(hour, minute)| (hour, minute, at + 1))?,
    };
    let half = words.get(next).map(|it| &*it.normal);
    let half = half.filter(|it| matches!(*it, "am" | "pm"));
    if hour > 24 || minute > 59 || (half.is_none() && next == at + 1) {
        return None;
    }
    let afternoon = half == Some("pm") && hour < 12;
    let minutes = hour * 60 + minute + if afternoon { 720 } else { 0 };
    Some((f64::from(minutes), next + usize::from(half.is_some())))
}

fn colon(text: &str, first: &Token, second: &Token) -> bool {
    second.kind == Kind::Number
        && second.normal.len() == 2
        && &text[first.span.end()..second.span.start()] == ":"
}

fn with_stop(figure: &str) -> Option<(u32, u32)> {
    let (hour, minute) = figure.split_once('.').unwrap_or((figure, "0"));
    Some((hour.parse().ok()?, minute.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::token;

    #[track_caller]
    fn check(text: &str, minutes: Option<f64>) {
        let found = time(text, &token::words(text), 0);
        assert_eq!(found.map(|it| it.0), minutes, "{text}");
    }

    #[test]
    fn times_are_minutes() {
        check("6.40am", Some(400.0));
        check("6:40 a.m.", Some(400.0));
        check("7pm", Some(1140.0));
        check("18:40", Some(1120.0));
        check("6.40", None);
        check("2:1", None);
        check("99:99", None);
    }
}
