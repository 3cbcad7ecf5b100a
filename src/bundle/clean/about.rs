//! Lines that tell about the article and not about the world: dates, bylines, bare addresses.

use crate::{
    bundle::{clean::page::is_finished, date},
    text::abbreviation::begins_sentences,
};

/// Bytes of the longest line of an outlet's name and a date.
const LONGEST_NAME: usize = 90;
/// Bytes of the longest line of dates.
const LONGEST_DATE: usize = 120;
/// Words before the date on which an article appeared.
const APPEARED: &[&str] = &["published", "posted", "updated", "issued"];
/// Words that go with dates.
const WITH_DATES: &[&str] = &[
    "date",
    "published",
    "issued",
    "updated",
    "posted",
    "modified",
    "on",
    "at",
    "last",
    "first",
    "am",
    "pm",
    "a",
    "p",
    "m",
    "ist",
    "utc",
    "gmt",
    "et",
    "est",
    "edt",
    "pst",
    "pdt",
    "bst",
    "cet",
    "cest",
    "aest",
    "uk",
    "t",
    "z",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thur",
    "thurs",
    "fri",
    "sat",
    "sun",
    "of",
    "the",
    "th",
    "st",
    "nd",
    "rd",
    "min",
    "mins",
    "read",
    "minute",
    "minutes",
    "hour",
    "hours",
    "day",
    "days",
    "ago",
    "and",
];
/// Last words of lines that say who wrote an article.
const STAFF: &[&str] = &[
    "reporter",
    "reporters",
    "staff",
    "correspondent",
    "correspondents",
    "editor",
    "editors",
    "desk",
    "newsroom",
    "bureau",
    "writer",
    "writers",
    "agency",
    "agencies",
    "team",
];

/// Last words of headings that look like a name.
pub(crate) const HEADINGS: &[&str] = &[
    "Takeaways",
    "Facts",
    "Points",
    "Highlights",
    "Summary",
    "Overview",
    "Introduction",
    "Conclusion",
    "Background",
    "Contents",
    "Questions",
    "Answers",
    "Thoughts",
    "Words",
    "Picture",
    "Details",
    "Insights",
    "Findings",
    "Context",
    "Analysis",
    "Timeline",
];

/// Whether a line holds a date and nothing but words that go with dates.
pub(crate) fn is_date_line(words: &str) -> bool {
    if LONGEST_DATE < words.len() || !words.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    (date::find(words).is_some() || has_figures(words)) && go_with_dates(words)
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
    others.all(|it| WITH_DATES.contains(&it.to_lowercase().as_str()))
}

/// `By Ana Roe, The Post`.
pub(crate) fn is_byline(words: &str) -> bool {
    let start = words.get(..3).unwrap_or_default();
    if !["by ", "by:"]
        .iter()
        .any(|it| start.eq_ignore_ascii_case(it))
    {
        return false;
    }
    let names = words.split_whitespace().count();
    let capital = |it: &str| it.contains(|c: char| c.is_uppercase() || c.is_numeric());
    let name = words.split_whitespace().nth(1).is_some_and(capital);
    let small = [
        "and", "in", "for", "of", "the", "de", "del", "della", "di", "da", "dos", "du", "le", "la",
        "den", "der", "ter", "ten", "ibn", "el", "van", "von", "with", "at", "al", "bin", "news",
        "agencies", "|", "•", "·", "-", "–",
    ];
    let fits = |it: &str| capital(it) || small.contains(&it);
    name && names <= 16 && !is_finished(words) && words.split_whitespace().skip(1).all(fits)
}

/// Who wrote it, of a line that begins "By" or with another word for it: what stands before a sign that
/// parts it from date and outlet.
pub(crate) fn writer(words: &str) -> Option<&str> {
    const WRITERS: [&str; 8] = [
        "By ",
        "By: ",
        "Written by ",
        "Story by ",
        "Words by ",
        "Reported by ",
        "Author: ",
        "Byline: ",
    ];
    let front = |it: &&&str| {
        let own = words.get(..it.len());
        own.is_some_and(|own| own.eq_ignore_ascii_case(it))
    };
    let known = WRITERS.iter().find(front)?;
    let rest = words[known.len()..].split(['|', '•', '·']).next()?;
    let rest = [" - ", " – "]
        .iter()
        .fold(rest, |rest, it| rest.split(*it).next().unwrap_or(rest));
    let rest = rest.trim();
    is_byline(&format!("By {rest}")).then_some(rest)
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

/// One name or an outlet's people, as they stand under a headline without a \"by\".
pub(crate) fn is_signature(words: &str) -> bool {
    let mut parts = words.split_whitespace();
    let count = parts.clone().count();
    let plain = |it: &str| {
        it.chars()
            .all(|c| c.is_alphabetic() || matches!(c, '.' | '\'' | '’' | '-'))
    };
    let capital = |it: &str| {
        it.starts_with(char::is_uppercase) && (it.len() < 4 || it.contains(char::is_lowercase))
    };
    let staff = parts
        .clone()
        .next_back()
        .is_some_and(|it| STAFF.contains(&it.to_lowercase().as_str()));
    let name = (2..=3).contains(&count) && parts.all(|it| plain(it) && capital(it));
    let first = words.split(' ').next().unwrap_or_default();
    let last = words.rsplit(' ').next().unwrap_or_default();
    let names = name && !begins_sentences(first) && !HEADINGS.contains(&last);
    !is_finished(words) && (names || (staff && count <= 5))
}

/// Names alone, as they stand under a headline: `Ana Roe and Ida Vale`.
pub(crate) fn is_names(words: &str) -> bool {
    let words = words.trim_end_matches(['|', ' ']);
    let mut people = words.split(", ").flat_map(|it| it.split(" and "));
    let name = |it: &&str| {
        let parts: Vec<&str> = it
            .trim()
            .trim_start_matches("and ")
            .split_whitespace()
            .collect();
        let capital = |it: &&str| {
            let initial = it.len() == 2 && it.ends_with('.');
            it.starts_with(char::is_uppercase)
                && (initial || it.chars().skip(1).any(char::is_lowercase))
        };
        (2..=3).contains(&parts.len()) && parts.iter().all(capital)
    };
    1 < people.clone().take(2).count() && people.all(|it| name(&it)) && !is_finished(words)
}

/// A line of nothing but addresses.
pub(crate) fn is_address(words: &str) -> bool {
    let address = |it: &str| {
        let schemes = ["http://", "https://", "www.", "pic.twitter.com/", "t.co/"];
        schemes.iter().any(|scheme| it.starts_with(scheme))
    };
    !words.is_empty() && words.split_whitespace().all(address)
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
        assert!(!is_date_line("The pier"));
    }

    #[test]
    fn bylines_and_names() {
        assert!(is_byline("By Ana Roe and Nidal al-Vale, The Post"));
        assert!(is_byline("By Ana Roe | Published May 3, 2024"));
        assert!(is_byline("By Harbour Post and news agencies"));
        assert_eq!(writer("By Ana Roe | May 3, 2024"), Some("Ana Roe"));
        assert_eq!(writer("Written by Ana Roe"), Some("Ana Roe"));
        assert_eq!(writer("Written by a former aide"), None);
        assert!(is_byline("By: ANA ROE, Harbour Press"));
        assert!(is_byline("By Ana del Roe - 11/02/17 09:32 AM EDT"));
        assert_eq!(
            writer("By Ana Roe - 11/02/17 09:32 AM EDT"),
            Some("Ana Roe")
        );
        assert!(!is_byline("By then the pier had closed"));
        assert!(!is_byline("By the Numbers"));
        assert!(is_names("Ana Roe and Ida Vale"));
        assert!(is_names("Ana N. Roe, Ida Vale"));
        assert!(!is_signature("Key Takeaways"));
        assert!(is_signature("Ana Roe"));
        assert!(is_signature("Harbour Post staff"));
        assert!(!is_signature("The Rescue"));
        assert!(!is_signature("What now"));
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
        assert!(!is_names("Ana Roe"));
        assert!(!is_names("Pier and Road Closed"));
    }

    #[test]
    fn addresses() {
        assert!(is_address("https://pelham.example/a pic.twitter.com/x"));
        assert!(!is_address("see https://pelham.example"));
    }
}
