//! One name in several forms, anywhere in the story: joined or parted, with accents or without;
//! with another first name or one name more; and two names of one place.
//!
//! Three rules. One: two forms with the same letters in which gaps, hyphens or accents differ
//! ("Quay11", "Quay 11"). Two: a person's name of two words or more that another article gives
//! with one or two words more, or with another form of the first name, where neither article
//! prints the other's form and, for the longer name, two of the sentences are linked: a name is
//! given in full once and shortened after. Three: what goes by two names between which a writer
//! chooses (`assets/words/renamed.txt`). Cost: linear in the names, plus pairs that share a word.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use foldhash::{HashMap, HashMapExt, HashSet};

use crate::{
    compare::discrepancies::{
        found::{Found, Mark, stand_apart},
        lists,
        page::Page,
        proper::{Mention, Names},
    },
    model::{
        comparison::DiscrepancyKind,
        index::{ArticleIx, Place},
    },
    text::{
        fold, name,
        token::{self, Token},
    },
};

/// Letters below which a name is too short to be compared by its gaps.
const SHORTEST: usize = 5;
/// Words that a longer form has more than a shorter one, at most.
const MORE: usize = 2;
/// Words behind the name of a company, which are no name.
const COMPANIES: &[&str] = &[
    "inc", "ltd", "llc", "plc", "corp", "co", "company", "nv", "ag", "sa", "jr", "sr", "group",
];

/// First names to the lines that they stand on.
static FIRST: LazyLock<HashMap<&str, Vec<usize>>> = LazyLock::new(|| {
    let table = include_str!("../../../assets/words/first-names.txt");
    let mut lines: HashMap<&str, Vec<usize>> = HashMap::new();
    let rows = table.lines().filter(|it| !it.starts_with('#'));
    for (line, row) in rows.enumerate() {
        row.split(' ')
            .for_each(|it| lines.entry(it).or_default().push(line));
    }
    lines
});

/// Whether a word in normal form is a first name of which there are several forms.
pub fn is_first(form: &str) -> bool {
    FIRST.contains_key(form)
}

/// A name of a renamed thing.
struct Renamed {
    /// Of the table.
    line: usize,
    words: Vec<String>,
    /// Which of the sides of its line it is on.
    side: usize,
}

/// Names that share their first or last word beyond which it tells nothing: every John.
const SHARING: usize = 64;

/// First words of renamed things to the lines of the table and the whole names.
static RENAMED: LazyLock<HashMap<String, Vec<Renamed>>> = LazyLock::new(|| {
    let table = include_str!("../../../assets/words/renamed.txt");
    let lines = table.lines().filter(|it| !it.starts_with('#'));
    let mut names: HashMap<String, Vec<Renamed>> = HashMap::new();
    for (line, row) in lines.enumerate() {
        let sides = row.split(" / ").enumerate();
        for (side, name) in sides.flat_map(|(at, it)| it.split(" = ").map(move |name| (at, name))) {
            let words = token::words(name).into_iter().map(|it| it.normal);
            let words: Vec<String> = words.collect();
            names
                .entry(words[0].clone())
                .or_default()
                .push(Renamed { line, words, side });
        }
    }
    names
});

/// Names that are printed in forms that differ.
pub fn find(page: &Page<'_>, names: &Names<'_>, linked: &HashSet<(Place, Place)>) -> Vec<Found> {
    let mut found = parted(names);
    found.extend(fuller(names, linked));
    found.extend(renamed(page));
    found
}

/// A finding, where two readings stand in different articles.
fn told(marks: Vec<Mark>) -> Option<Found> {
    stand_apart(&marks).then_some(Found::new(DiscrepancyKind::Name, marks).softly())
}

/// The same, where both name one thing beyond doubt.
fn of_form(marks: Vec<Mark>) -> Option<Found> {
    told(marks).map(Found::slightly)
}

/// Rule one.
fn parted(names: &Names<'_>) -> Vec<Found> {
    let mut by_letters: BTreeMap<String, Vec<&Mention>> = BTreeMap::new();
    // "V. Lind" and "V.Lind" are parted by no more than a slip.
    let initial = |it: &&str| it.len() == 1 && it.starts_with(char::is_alphabetic);
    let whole = names.0.iter().filter(|it| !it.0.iter().any(initial));
    for (forms, mentions) in whole {
        let letters = forms.concat();
        if SHORTEST <= letters.len() {
            by_letters.entry(letters).or_default().extend(mentions);
        }
    }
    let marks = |all: Vec<&Mention>| all.iter().map(|it| it.mark(&written(it))).collect();
    by_letters
        .into_values()
        .filter_map(|it| of_form(marks(it)))
        .collect()
}

/// The name as printed, but for case, dots, possessive and the style of its marks.
fn written(it: &Mention<'_>) -> String {
    let span = name::span(&it.told.words, &it.words);
    let plain: String = span
        .of(it.told.text)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let plain = plain.to_lowercase().replace(['.', '\u{ad}'], "");
    let plain: String = plain.chars().map(fold::mark).collect();
    let plain = plain.replace("' ", " ");
    plain.strip_suffix("'s").unwrap_or(&plain).to_string()
}

/// Pairs of names of two words or more that share their first or last word.
pub fn sharing<'a, 'b>(names: &'b Names<'a>) -> BTreeSet<(&'b Vec<&'a str>, &'b Vec<&'a str>)> {
    let mut sharing: BTreeMap<&str, Vec<&Vec<&str>>> = BTreeMap::new();
    for forms in names.0.keys().filter(|it| 1 < it.len()) {
        let ends = BTreeSet::from([forms[0], forms[forms.len() - 1]]);
        ends.into_iter()
            .for_each(|it| sharing.entry(it).or_default().push(forms));
    }
    let mut pairs = BTreeSet::new();
    for all in sharing.values().filter(|it| it.len() <= SHARING) {
        for (at, x) in all.iter().enumerate() {
            pairs.extend(all[..at].iter().map(|y| (*x.min(y), *x.max(y))));
        }
    }
    pairs
}

/// Rule two.
fn fuller(names: &Names<'_>, linked: &HashSet<(Place, Place)>) -> Vec<Found> {
    let pairs = sharing(names);
    let one = |(x, y): &(&Vec<&str>, &Vec<&str>)| {
        let apart = names.articles(x).is_disjoint(&names.articles(y));
        apart
            && match names.is_person(x) || names.is_person(y) {
                true => other_first(x, y) || longer(x, y) && side_by_side(names, (x, y), linked),
                false => {
                    let alike = inflected(x, y) || dated(x, y);
                    plural(x, y) || alike && side_by_side(names, (x, y), linked)
                }
            }
    };
    let marks = |forms: &Vec<&str>| {
        let key = forms.join(" ");
        names.0[forms]
            .iter()
            .map(|it| it.mark(&key))
            .collect::<Vec<_>>()
    };
    let pairs = pairs.into_iter().filter(one);
    let both = pairs.filter_map(|(x, y)| {
        let marks = [marks(x), marks(y)].concat();
        match names.is_person(x) || names.is_person(y) {
            true => of_form(marks),
            false => told(marks),
        }
    });
    both.collect()
}

/// Whether they differ in the first name alone, and that is one name shortened.
pub fn other_first(x: &[&str], y: &[&str]) -> bool {
    let lines = |it: &str| FIRST.get(it).map(Vec::as_slice).unwrap_or_default();
    let short = |it: &str, other: &str| it.len() == 1 && other.starts_with(it);
    x.len() == y.len()
        && x[1..] == y[1..]
        && !short(x[0], y[0])
        && lines(x[0]).iter().any(|it| lines(y[0]).contains(it))
}

/// Whether they differ in a plural at the end, or in a figure of their model.
fn inflected(x: &[&str], y: &[&str]) -> bool {
    let figures = |it: &[&str]| {
        let all = it
            .iter()
            .filter(|it| it.starts_with(|c: char| c.is_ascii_digit()));
        all.map(|it| it.to_string()).collect::<Vec<_>>()
    };
    let (one, other) = (figures(x), figures(y));
    // "Rs 30,000" is a sum.
    let sum = matches!(x[0], "rs" | "inr" | "usd" | "eur" | "gbp");
    let model = x[0] == y[0] && one.len() == 1 && other.len() == 1 && one != other;
    let model = model && !sum;
    let long = 4
        <= one
            .concat()
            .len()
            .max(other.concat().len())
            .max(x.len() + y.len());
    plurals(x, y) || model && long
}

/// Whether they differ in a plural at the end.
fn plurals(x: &[&str], y: &[&str]) -> bool {
    let (last_x, last_y) = (x[x.len() - 1], y[y.len() - 1]);
    let one = last_x.strip_suffix('s') == Some(last_y) || last_y.strip_suffix('s') == Some(last_x);
    one && x[..x.len() - 1] == y[..y.len() - 1]
}

/// The same where it needs no link: not of people, of whom there are one and several ("Marl
/// Democrat", "Marl Democrats").
fn plural(x: &[&str], y: &[&str]) -> bool {
    let of_people = |it: &str| {
        let one = it.strip_suffix('s').unwrap_or(it);
        lists::is_person(one)
            || lists::is_vague(it)
            || lists::is_vague(one)
            || name::part(one).is_some()
            || name::nation(it).is_some()
    };
    plurals(x, y) && !of_people(x[x.len() - 1]) && !of_people(y[y.len() - 1])
}

/// Whether one has a year behind it that the other has not, as laws and plans do.
fn dated(x: &[&str], y: &[&str]) -> bool {
    let (short, long) = if x.len() < y.len() { (x, y) } else { (y, x) };
    let year = |it: &str| it.len() == 4 && it.bytes().all(|it| it.is_ascii_digit());
    matches!(long.strip_prefix(short), Some([it]) if year(it))
}

/// Whether one has words before or behind the other's that are names too: before it only from a known
/// first name on ("Twitter Tove Lind" is no fuller name), behind it no "of Orrin".
fn longer(x: &[&str], y: &[&str]) -> bool {
    let (short, long) = if x.len() < y.len() { (x, y) } else { (y, x) };
    let rest = match long.strip_prefix(short) {
        // "Middle East Steve Vey" is no fuller name of the Middle East.
        Some(rest) => Some(rest).filter(|it| !it.first().is_some_and(|it| is_first(it))),
        None => long
            .strip_suffix(short)
            .filter(|it| FIRST.contains_key(it.first().unwrap_or(&""))),
    };
    let plain = |it: &&str| {
        !COMPANIES.contains(it)
            && *it != "of"
            && !lists::is_body(it)
            && name::part(it).is_none()
            && name::nation(it).is_none()
    };
    rest.is_some_and(|it| {
        !it.is_empty() && it.len() <= MORE && it.iter().all(|it| plain(it) && it.len() > 1)
    })
}

fn side_by_side(
    names: &Names<'_>,
    (x, y): (&Vec<&str>, &Vec<&str>),
    linked: &HashSet<(Place, Place)>,
) -> bool {
    let places = |it: &Vec<&str>| {
        names.0[it]
            .iter()
            .map(|it| it.told.place)
            .collect::<Vec<_>>()
    };
    let (x, y) = (places(x), places(y));
    let near = |a: &Place, b: &Place| linked.contains(&(*a, *b)) || linked.contains(&(*b, *a));
    x.iter().any(|a| y.iter().any(|b| near(a, b)))
}

/// Rule three: where the articles choose between names, those that are on one side; what somebody is
/// quoted with is not the article's choice.
fn renamed(page: &Page<'_>) -> Vec<Found> {
    let mut by_line: BTreeMap<usize, Vec<(Mark, usize)>> = BTreeMap::new();
    for told in &page.told {
        let mut at = 0;
        while at < told.words.len() {
            let rest = &told.words[at..];
            let here = |it: &&Renamed| {
                let same = |(x, y): (&String, &Token)| *x == y.normal;
                it.words.len() <= rest.len() && it.words.iter().zip(rest).all(same)
            };
            let known = RENAMED.get(&*rest[0].normal).into_iter().flatten();
            let longest = known.filter(here).max_by_key(|it| it.words.len());
            if let Some(it) = longest.filter(|_| !told.is_quoted(at)) {
                let span = name::span(&told.words, &(at..at + it.words.len()));
                let mark = Mark::new(told, span, format!("{} {}", it.line, it.side));
                by_line.entry(it.line).or_default().push((mark, it.side));
            }
            at += longest.map_or(1, |it| it.words.len());
        }
    }
    by_line.into_values().filter_map(choice).collect()
}

/// The articles that are on one side alone.
fn choice(mut marks: Vec<(Mark, usize)>) -> Option<Found> {
    let mut used: BTreeMap<ArticleIx, BTreeSet<usize>> = BTreeMap::new();
    for (it, side) in &marks {
        used.entry(it.place.article).or_default().insert(*side);
    }
    marks.retain(|(it, _)| used[&it.place.article].len() == 1);
    told(marks.into_iter().map(|it| it.0).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn the_tables_are_folded() {
        for Renamed { words, .. } in RENAMED.values().flatten() {
            assert!(words.iter().all(|it| *it == fold::folded(it)), "{words:?}");
        }
    }
}
