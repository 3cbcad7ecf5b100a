//! The outlet's name behind a headline: "Pier shut for a year - Harbour Post". It is set aside where it
//! is the name of the outlet that the article is known to come from: the same letters, a part of them,
//! or its initials. Cost: a look at the end of one line.

/// Signs between a headline and the outlet's name.
const SEPARATORS: [&str; 8] = [" - ", " – ", " — ", " | ", " * ", " ~ ", " :: ", " » "];
/// Words of the longest name, and of the shortest headline.
const NAME: usize = 6;
const HEADLINE: usize = 3;
/// Bytes of the longest line that is looked at.
const LONGEST: usize = 400;
/// Letters of the shortest name of which a part is enough.
const LETTERS: usize = 4;
/// Parts of addresses that name no outlet.
const EVERYWHERE: [&str; 6] = ["news", "edition", "english", "www", "com", "org"];

/// Where a headline ends behind which the outlet's name stands, in bytes.
pub(crate) fn end(headline: &str, outlet: &str) -> Option<usize> {
    if LONGEST < headline.len() {
        return None;
    }
    // From the front: behind the name often stands a name more, "… * Harbour Post * by Ana Roe".
    let blanks = memchr::memchr_iter(b' ', headline.as_bytes());
    let places = blanks.filter_map(|at| Some((at, separator(&headline[at..])?)));
    let names = |(at, len): &(usize, usize)| {
        let (before, name) = (&headline[..*at], &headline[at + len..]);
        let name = SEPARATORS.iter().fold(name, |name, it| {
            name.split_once(it).map_or(name, |parts| parts.0)
        });
        HEADLINE <= before.split_whitespace().count() && is_outlet(name, outlet)
    };
    let (at, _) = places.into_iter().find(names)?;
    Some(headline[..at].trim_end().len())
}

/// Bytes of the separator at the beginning of a text.
fn separator(text: &str) -> Option<usize> {
    let sign = *text.as_bytes().get(1)?;
    if sign.is_ascii_alphanumeric() {
        return None;
    }
    let known = SEPARATORS.iter().find(|it| text.starts_with(**it));
    known.map(|it| it.len())
}

fn is_outlet(name: &str, outlet: &str) -> bool {
    let own = letters(name);
    let words = name.split_whitespace().count();
    let initials: String = name
        .split_whitespace()
        .filter_map(|it| it.chars().next())
        .collect();
    let initials = letters(&initials);
    let is = |known: &str| {
        let known = letters(known);
        let part = |long: &str, short: &str| LETTERS <= short.len() && long.contains(short);
        own == known
            || own.strip_suffix("news").or(own.strip_suffix("online")) == Some(&known)
            || part(&own, &known)
            || part(&known, &own) && known.len() <= 2 * own.len()
            || 2 < words && initials == known
            || LETTERS < known.len() && is_shortened(&own, &known)
    };
    !own.is_empty() && words <= NAME && hosts(outlet).any(is)
}

/// The names in an address but for the last: "harbourpost" and "co" of `harbourpost.co.example`; another
/// name is its own.
fn hosts(outlet: &str) -> impl Iterator<Item = &str> {
    let address = !outlet.contains(' ') && outlet.contains('.');
    let names = match address {
        true => outlet.rsplit_once('.').map_or(outlet, |it| it.0),
        false => outlet,
    };
    let parted = names.split(move |c| address && c == '.');
    parted.filter(|it| !EVERYWHERE.contains(it) && 2 < it.len())
}

/// Whether the letters of one stand in the other, in their order, and begin a like: "nytimes" in
/// "newyorktimes".
fn is_shortened(long: &str, short: &str) -> bool {
    let long = long.strip_prefix("the").unwrap_or(long);
    let mut rest = long.chars();
    let inside = short.chars().all(|c| rest.any(|it| it == c));
    inside && long.chars().next() == short.chars().next() && long.len() <= 3 * short.len()
}

fn letters(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(headline: &str, outlet: &str, expected: Option<&str>) {
        assert_eq!(end(headline, outlet).map(|it| &headline[..it]), expected);
    }

    #[test]
    fn the_outlet_goes() {
        check(
            "Pier shut for a year - Harbour Post",
            "harbourpost.example",
            Some("Pier shut for a year"),
        );
        check(
            "Pier shut for a year | The Harbour Post",
            "Harbour Post",
            Some("Pier shut for a year"),
        );
        check(
            "Pier shut – again - Harbour Quay Post",
            "hqp.example",
            Some("Pier shut – again"),
        );
        check(
            "Pier shut for good * HarbourPost * by Ana Roe",
            "harbourpost.example",
            Some("Pier shut for good"),
        );
        check(
            "Pier shut for good | Quay News",
            "news.quay.example",
            Some("Pier shut for good"),
        );
        check(
            "Pier shut for good — New Harbour Times",
            "nharbourtimes.example",
            Some("Pier shut for good"),
        );
    }

    #[test]
    fn words_of_the_headline_stay() {
        check(
            "Pier shut for a year - what we know",
            "harbourpost.example",
            None,
        );
        check("The pier - Harbour Post", "harbourpost.example", None);
        check("Pier shut for a year - Post", "harbourpost.example", None);
        check(
            "Pier shut for a year - all the news",
            "news.quay.example",
            None,
        );
        check("Pier shut for a year", "harbourpost.example", None);
        check("Pier shut for a year - Harbour Post", "", None);
    }
}
