//! Lines that tell when an article appeared: dates alone, dates beside the outlet, the place or the
//! writers.

use crate::bundle::{
    clean::{
        about::{are_writers, is_byline, is_names},
        page::is_finished,
    },
    date,
};

/// Bytes of the longest line of an outlet's name and a date.
const LONGEST_NAME: usize = 90;
/// Bytes of the longest line of dates.
const LONGEST_DATE: usize = 120;
/// Words of the longest place or section behind a date.
const PLACE_WORDS: usize = 4;
/// Words before the date on which an article appeared.
const APPEARED: &[&str] = &["published", "posted", "updated", "issued"];
/// Words that go with dates.
const WITH_DATES: &str = "date published issued updated posted modified on at last first am pm a p m ist utc gmt \
    et est edt pst pdt bst cet cest aest uk t z monday tuesday wednesday thursday friday \
    saturday sunday mon tue tues wed thu thur thurs fri sat sun of the th st nd rd min mins \
    read minute minutes hour hours day days ago and pt ct cst cdt mt mst mdt hkt sgt jst \
    pkt msk eastern central pacific daylight standard time reading";

/// Whether a line tells who wrote an article, or when.
pub(crate) fn is_about(words: &str) -> bool {
    is_date_line(words) || is_byline(words) || is_names(words)
}

/// Whether a line holds a date and nothing but words that go with dates.
pub(crate) fn is_date_line(words: &str) -> bool {
    if LONGEST_DATE < words.len() || !words.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let words = placeless(words);
    (date::find(words).is_some() || has_figures(words)) && go_with_dates(words)
}

/// Without the outlet, the place or the section behind a date: `May 3, 2024 / 8:11 AM / HPN/AP`,
/// `Updated May 3, 2024 - Seas & Harbours`.
fn placeless(words: &str) -> &str {
    let parts = [" / ", " - ", " – ", " | "].into_iter();
    let last = parts
        .filter_map(|it| Some((words.rfind(it)?, it.len())))
        .max();
    let Some((before, behind)) = last.map(|(at, len)| (&words[..at], &words[at + len..])) else {
        return words;
    };
    let plain = !behind.contains(|c: char| c.is_ascii_digit());
    let shouted = !behind.contains(char::is_lowercase);
    let labelled = APPEARED.iter().any(|it| {
        let front = words.get(..it.len()).unwrap_or_default();
        front.eq_ignore_ascii_case(it)
    });
    let names = || {
        behind
            .split(' ')
            .all(|it| !it.starts_with(char::is_lowercase))
    };
    let few = behind.split(' ').count() <= PLACE_WORDS;
    match plain && few && (shouted || labelled && names()) {
        true => before,
        false => words,
    }
}

/// `January 10, 2020 by Ana Roe`: gives the name.
pub(crate) fn signed_date(words: &str) -> Option<&str> {
    if LONGEST_NAME < words.len() {
        return None;
    }
    let found = date::find(words).filter(|it| it.span.start() == 0)?;
    let name = words[found.span.end()..].trim_start_matches([' ', ',', '|', '·', '•', '-', '–']);
    let name = name.strip_prefix("by ").or(name.strip_prefix("By "))?;
    are_writers(name).then_some(name)
}

/// `10/01/2025`, which may be a day of January or of October.
fn has_figures(words: &str) -> bool {
    let mut parts = words.split(|c: char| !c.is_ascii_digit() && c != '/');
    parts.any(|it| {
        let lens: Vec<usize> = it.split('/').map(str::len).collect();
        matches!(lens[..], [1 | 2, 1 | 2, 2 | 4])
    })
}

/// Whether all words but for dates go with dates.
fn go_with_dates(words: &str) -> bool {
    let mut rest = words.to_string();
    while let Some(found) = date::find(&rest) {
        rest.replace_range(found.span.range(), " ");
    }
    let mut others = rest
        .split(|c: char| !c.is_alphabetic())
        .filter(|it| !it.is_empty());
    others.all(|it| {
        let it = it.to_lowercase();
        WITH_DATES.split(' ').any(|known| known == it)
    })
}

/// A date beside the name of an outlet: `The Harbour Post, 6 December 2025`.
pub(crate) fn is_dated_name(words: &str) -> bool {
    if LONGEST_NAME < words.len() {
        return false;
    }
    let Some(found) = date::find(words) else {
        return false;
    };
    let before = words[..found.span.start()].trim_end();
    let behind = words[found.span.end()..].trim();
    let parted = before.ends_with([',', '|', '–', '—', '-', ':', '·', '•']) && behind.is_empty();
    let mut names = before.split([' ', ',', '|', '–', '—', '-', ':', '·', '•']);
    parted && names.all(|it| !it.starts_with(char::is_lowercase))
}

/// Names before the day on which an article appeared: `Ana Roe, Staff Writer | May 14, 2025 at 4 PM`,
/// `Ana Roe Published May 14, 2025`. Gives the first of them.
pub(crate) fn dated_names(words: &str) -> Option<&str> {
    const SIGNS: [char; 6] = ['|', '/', '·', '•', '–', '—'];
    if LONGEST_DATE < words.len() {
        return None;
    }
    let found = date::find(words)?;
    let (before, behind) = (&words[..found.span.start()], &words[found.span.end()..]);
    let before = before.trim_end().trim_end_matches(':');
    let label = before.rsplit(' ').next().unwrap_or_default();
    let label = label.trim_start_matches(SIGNS);
    let labelled = APPEARED.contains(&label.to_lowercase().as_str());
    let names = match labelled {
        true => before[..before.len() - label.len()].trim_end(),
        false => before,
    };
    let parted = labelled || names.ends_with(SIGNS);
    let capital = |it: &str| !it.starts_with(char::is_lowercase) || it == "and" || it == "in";
    let all = names.split_whitespace().all(capital) && !is_finished(names);
    let first = names.split(SIGNS).next().unwrap_or_default().trim();
    (parted && all && !first.is_empty() && go_with_dates(behind)).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_lines() {
        assert!(is_date_line(
            "Published: Saturday 6 December 2025, 5:30 pm GMT"
        ));
        assert!(is_date_line("Published May 3, 2024 | Updated May 4, 2024"));
        assert!(is_date_line(
            "April 10, 20253:14 PM GMT+2Updated 7 hours ago"
        ));
        assert!(is_date_line("Published On 3 Aug 20253 Aug 2025"));
        assert!(is_date_line("06/01/2020 09:57 PM EDT"));
        assert!(is_date_line("and last updated 6:40 PM, May 20, 2019"));
        assert!(!is_date_line("On May 3, 2024 the pier closed"));
        assert!(is_date_line(
            "Updated on: May 3, 2024 / 8:11 AM EDT / HPN/AP"
        ));
        assert!(is_date_line("Updated May 3, 2024 - Seas & Harbours"));
        assert!(!is_date_line("May 3, 2024 - The pier"));
        assert_eq!(signed_date("January 10, 2020 by Ana Roe"), Some("Ana Roe"));
        assert_eq!(signed_date("January 10, 2020 by the sea"), None);
        assert!(!is_date_line("The pier"));
    }

    #[test]
    fn dates_beside_names() {
        assert!(is_dated_name(
            "The Harbour Post, Saturday, December 6, 2025"
        ));
        assert!(!is_dated_name("Pier shut December 6, 2025"));
        let named = |line| dated_names(line).unwrap_or_default();
        assert_eq!(
            named("Ana Roe, Staff Writer | May 14, 2025 at 4:05 PM EDT"),
            "Ana Roe, Staff Writer"
        );
        assert_eq!(
            named("Ana Roe Published May 14, 2025  Updated May 14, 2025 09:17am"),
            "Ana Roe"
        );
        assert_eq!(named("HPN / Jul 28, 2025, 08:12 IST"), "HPN");
        assert_eq!(named("Pier shut on May 14, 2025"), "");
        assert_eq!(named("The map – May 14, 2025 – shows the pier"), "");
    }
}
