//! Lines that tell about the article and not about the world: bylines, names, bare addresses. Dates are
//! in `dated`.

use crate::{bundle::clean::page::is_finished, text::abbreviation::begins_sentences};

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

/// Small words in names of writers, and in what is said of them.
const SMALL: &str = "and in for of the de del della di da dos du le la den der ter ten ibn el van von with at al bin \
    news agencies | • · - – — chief senior political national foreign business special to";
/// Words of the longest line of writers.
const WRITERS: usize = 19;

/// `By Ana Roe, The Post`.
pub(crate) fn is_byline(words: &str) -> bool {
    let by = words
        .get(..3)
        .filter(|it| it.eq_ignore_ascii_case("by ") || it.eq_ignore_ascii_case("by:"));
    by.is_some_and(|by| are_writers(&words[by.len()..]))
}

/// `Ana Roe, The Post`, behind "By".
pub(crate) fn are_writers(words: &str) -> bool {
    let capital = |it: &str| it.contains(|c: char| c.is_uppercase() || c.is_numeric());
    let small = |it: &str| SMALL.split(' ').any(|known| known == it) || STAFF.contains(&it);
    let name = words.split_whitespace().next().is_some_and(capital);
    let mut all = words.split_whitespace();
    name && all.clone().count() <= WRITERS
        && !is_finished(words)
        && all.all(|it| capital(it) || small(it))
}

/// Who wrote it, of a line that begins "By" or with another word for it: what stands before a sign that
/// parts it from date and outlet.
pub(crate) fn writer(words: &str) -> Option<&str> {
    const LABELS: [&str; 8] = [
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
    let known = LABELS.iter().find(front)?;
    let rest = words[known.len()..].split(['|', '•', '·']).next()?;
    let rest = [" - ", " – ", " — "]
        .iter()
        .fold(rest, |rest, it| rest.split(*it).next().unwrap_or(rest));
    let rest = rest.trim();
    are_writers(rest).then_some(rest)
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
        assert!(!is_names("Ana Roe"));
        assert!(!is_names("Pier and Road Closed"));
    }

    #[test]
    fn addresses() {
        assert!(is_address("https://pelham.example/a pic.twitter.com/x"));
        assert!(!is_address("see https://pelham.example"));
    }
}
