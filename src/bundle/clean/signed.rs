//! The outlet's name behind a headline: "Pier shut for a year - Harbour Post". It is set aside where it
//! is the name of the outlet that the article is known to come from: the same letters but for words
//! that many outlets have in their names, nearly all of them, its initials, or its words shortened
//! ("nytimes"). What only begins like a name stays: "– Washington" of the Washington Post tells who
//! speaks. Cost: a look at each blank of one line of bounded length.

use crate::text::fold::letters;

/// Signs between a headline and the outlet's name.
const SEPARATORS: [&str; 8] = [" - ", " – ", " — ", " | ", " * ", " ~ ", " :: ", " » "];
/// Words of the longest name, and of the shortest headline.
const NAME: usize = 6;
const HEADLINE: usize = 3;
/// Bytes of the longest line that is looked at.
const LONGEST: usize = 400;
/// Letters of the shortest name of which a part is enough.
const LETTERS: usize = 6;
/// Letters of a whole word that a shortened name has.
const WHOLE: usize = 4;
/// Parts of addresses that name no outlet.
const EVERYWHERE: [&str; 7] = ["news", "edition", "english", "www", "com", "org", "co"];
/// Words that outlets have in their names, or leave out of their addresses.
const GENERIC: &str = "the news online com network media magazine tv radio live daily weekly today \
                       national international world portal india uk us usa";

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
        let name = SEPARATORS.iter().chain([&": "]).fold(name, |name, it| {
            name.split_once(it).map_or(name, |parts| parts.0)
        });
        HEADLINE <= before.split_whitespace().count() && is_outlet(name, outlet)
    };
    let mut places = places.filter(names);
    let (at, _) = places.next()?;
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
    let words: Vec<&str> = name.split_whitespace().take(NAME + 1).collect();
    let named = |it: &&str| !it.starts_with(char::is_lowercase) || it.contains('.');
    if NAME < words.len() || !words.iter().all(named) {
        return false;
    }
    let own: String = letters(name).collect();
    let plain = plain(&words);
    let first: String = words.iter().filter_map(|it| it.chars().next()).collect();
    let initials: String = letters(&first).collect();
    let is = |known: &str| {
        let known_plain = self::plain(&known.split_whitespace().collect::<Vec<_>>());
        let known: String = letters(known).collect();
        let nearly = known.starts_with(&own) || known.ends_with(&own);
        own == known
            || !known_plain.is_empty() && plain == known_plain
            || nearly && LETTERS <= own.len() && 4 * known.len() <= 5 * own.len()
            || 2 < words.len() && initials == known
            || is_shortened(&words, &known)
    };
    !own.is_empty() && hosts(outlet).any(is)
}

/// The letters of the words that tell outlets apart.
fn plain(words: &[&str]) -> String {
    let generic = |it: &str| GENERIC.split_whitespace().any(|word| word == it);
    let words = words.iter().map(|it| letters(it).collect::<String>());
    words.filter(|it| !generic(it)).collect()
}

/// The names in an address: "harbourpost.example" and, but for the last, its parts; another name is
/// its own.
fn hosts(outlet: &str) -> impl Iterator<Item = &str> {
    let address = !outlet.contains(' ') && outlet.contains('.');
    let parts = outlet.rsplit_once('.').map_or(outlet, |it| it.0);
    let parts = parts.split('.').filter(move |_| address);
    let parts = parts.filter(|it| !EVERYWHERE.contains(it) && 2 < it.len());
    std::iter::once(outlet).chain(parts)
}

/// Whether a name is made of the beginnings of words, one of them whole: "nytimes" of "New York
/// Times". One word but the first may be left out.
fn is_shortened(words: &[&str], known: &str) -> bool {
    let words: Vec<String> = words.iter().map(|it| letters(it).collect()).collect();
    let words: Vec<&str> = words
        .iter()
        .map(String::as_str)
        .filter(|it| *it != "the")
        .collect();
    1 < words.len() && LETTERS <= known.len() && made_of(known, &words, true, (false, false))
}

/// Whether the rest of a name is made of the beginnings of the words, from the first of them.
fn made_of(known: &str, words: &[&str], first: bool, (whole, left_out): (bool, bool)) -> bool {
    let Some((word, rest)) = words.split_first() else {
        return known.is_empty() && whole;
    };
    let common = known
        .bytes()
        .zip(word.bytes())
        .take_while(|(x, y)| x == y)
        .count();
    let begins = (1..=common).filter(|it| known.is_char_boundary(*it));
    let mut begins = begins.map(|it| (it, whole || it == word.len() && WHOLE <= it));
    begins.any(|(it, whole)| made_of(&known[it..], rest, false, (whole, left_out)))
        || !first && !left_out && made_of(known, rest, false, (whole, true))
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
        let goes = |name: &str, outlet| {
            let headline = format!("Pier shut for a year{name}");
            check(&headline, outlet, Some("Pier shut for a year"));
        };
        goes(" - Harbour Post", "harbourpost.example");
        goes(" | The Harbour Post", "Harbour Post");
        goes(" - Harbour Quay Post", "hqp.example");
        goes(" * HarbourPost * by Ana Roe", "harbourpost.example");
        goes(" | Quay News", "news.quay.example");
        goes(" — New Harbour Times", "nharbourtimes.example");
        goes(" – Harbour Daily Post", "harbourpost.example");
        goes(
            " - harbourpost.example: National Portal",
            "harbourpost.example",
        );
        check(
            "Pier shut – again - Harbour Post",
            "harbourpost.example",
            Some("Pier shut – again"),
        );
    }

    #[test]
    fn words_of_the_headline_stay() {
        for (name, outlet) in [
            (" - what we know", "harbourpost.example"),
            (" - Post", "harbourpost.example"),
            (" – Harbour", "harbourpost.example"),
            (" - Harbour workers on strike", "harbour.example"),
            (" - Harbour Workers Strike", "harbour.example"),
            (" - Pelham blames Orrin", "Pelham"),
            (" - a big cloud", "abc.example"),
            (" - Rescue teams urge haste", "reuters.example"),
            (" - all the news", "news.quay.example"),
            (" - Harbour Post", ""),
            ("", "harbourpost.example"),
        ] {
            check(&format!("Pier shut for a year{name}"), outlet, None);
        }
        check("The pier - Harbour Post", "harbourpost.example", None);
    }
}
