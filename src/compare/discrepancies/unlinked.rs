//! The same unit counted differently, whether or not the sentences are linked.
//!
//! Three ways: values near each other in places with much the same words around them; values all but
//! equal, or before the same word, with a name in common near them; and articles of which each has one
//! value for a unit ("weighs 312 grams", "weighs 321 grams").
//!
//! Cost: sorting the values, the places that share their surroundings, and for each value as many
//! neighbours as are looked at.

use std::collections::{BTreeMap, BTreeSet};

use foldhash::HashSet;

use crate::{
    compare::discrepancies::{
        around::{self, Around},
        found::Found,
        number::{self, Counts, HOUR, NEARLY},
        page::{Page, Told},
        pair::Pair,
    },
    model::{comparison::LinkKind, index::ArticleIx},
    text::{
        common,
        number::{Bound, Number},
        token::Kind,
    },
};

/// Values below which two that are all but equal are so by chance.
const LARGE: f64 = 10.0;
/// Words on each side of a number that are its surroundings where no link tells.
const NEAR: usize = 6;
/// Values in like places of which the larger is no more than so many times the other count the same.
const ALIKE: f64 = 1.5;
/// Places of a value in one article that are looked at: more say nothing new, and each is laid beside
/// all others.
const MENTIONS: usize = 6;
/// Units of time count too many things to be compared without a link.
const TIMES: &str = "second minut hour day week month year decad";

/// Values of one unit that contradict, anywhere in the story.
pub fn find(page: &Page<'_>, told_by: &Counts) -> Vec<Found> {
    let mut by_unit: BTreeMap<&str, Vec<(&Told, &Number)>> = BTreeMap::new();
    for told in &page.told {
        let exact = |it: &&Number| {
            let counted = !it.unit.is_empty() && !it.ordinal;
            counted && matches!(it.bound, Bound::Exact | Bound::About) && !year_like(told, it)
        };
        for it in told.numbers.iter().filter(exact) {
            by_unit.entry(&it.unit).or_default().push((told, it));
        }
    }
    by_unit.retain(|unit, _| !is_time(unit));
    let mut found: Vec<Found> = by_unit
        .values()
        .flat_map(|all| alike(page, all, told_by))
        .collect();
    // Of times of day each article gives many.
    by_unit.remove("clock");
    by_unit.values_mut().for_each(keep_single);
    found.extend(by_unit.values().flat_map(|all| rivals(page, all, told_by)));
    found
}

/// Whether a unit is one of time.
pub fn is_time(unit: &str) -> bool {
    TIMES.split(' ').any(|it| it == unit)
}

/// Values near each other, in places with the same surroundings.
fn alike(page: &Page<'_>, all: &[(&Told<'_>, &Number)], elsewhere: &Counts) -> Vec<Found> {
    let places: Vec<Around> = all.iter().map(|it| Around::new(it.0, it.1.span)).collect();
    let mut pairs: BTreeSet<(usize, usize)> = around::alike(&places).into_iter().collect();
    pairs.extend(heads(all, &places));
    pairs.extend(neighbours(all, &places));
    let pairs = pairs.into_iter();
    pairs
        .filter_map(|(at, to)| {
            let ((x_told, x), (y_told, y)) = (all[at], all[to]);
            let pair = Pair::new(x_told, y_told, LinkKind::Paraphrase, true);
            let near = match x.unit == "clock" {
                true => (x.value - y.value).abs() <= HOUR,
                false => x.value.max(y.value) <= ALIKE * x.value.min(y.value) || nearly(x, y),
            };
            let differ = near && !x.equals(y) && !number::agrees(x, y);
            let one =
                differ && !elsewhere.either(&pair, x, y) && !number::two_things(page, &pair, x, y);
            one.then(|| number::told(&pair, x, y))
        })
        .collect()
}

/// Each two values of different articles that are all but equal, and large enough that chance makes few
/// such, with a name in common near them: "a $103 billion offer", "its original $105 billion approach".
fn neighbours(all: &[(&Told<'_>, &Number)], places: &[Around<'_>]) -> Vec<(usize, usize)> {
    let large = |it: &usize| LARGE <= all[*it].1.value;
    let mut sorted: Vec<usize> = (0..all.len()).filter(large).collect();
    sorted.sort_by(|x, y| all[*x].1.value.total_cmp(&all[*y].1.value));
    let mut found = Vec::new();
    for (nth, x) in sorted.iter().enumerate() {
        let near = |y: &&usize| all[**y].1.value <= NEARLY * all[*x].1.value;
        let other = |y: &&usize| all[**y].1.value != all[*x].1.value;
        let above = sorted[nth + 1..].iter().take_while(near).filter(other);
        let more = more(all[*x].1);
        let named = |y: &&usize| places[*x].names_one(&places[**y], more);
        let above = above.take(around::COMMON).filter(named);
        found.extend(above.map(|y| (*x.min(y), *x.max(y))));
    }
    found
}

/// Each two numbers of different articles before the same word, and with a name in common near
/// them: "a $38 billion bid for Norla", "the $47 billion bid for its rival Norla".
fn heads(all: &[(&Told<'_>, &Number)], places: &[Around<'_>]) -> Vec<(usize, usize)> {
    let mut by_head: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (at, (told, it)) in all.iter().enumerate() {
        let next = told.covered(it.span).end;
        let head = (next..told.words.len()).find(|at| !told.forms[*at].stop);
        if let Some(head) = head.filter(|it| *it <= next + 1 && told.words[*it].kind == Kind::Word)
        {
            by_head.entry(told.forms[head].stem).or_default().push(at);
        }
    }
    let mut found = Vec::new();
    for same in by_head.values().filter(|it| it.len() <= around::COMMON) {
        for (nth, y) in same.iter().enumerate() {
            let more = more(all[*y].1);
            let named = |x: &&usize| places[**x].names_one(&places[*y], more);
            found.extend(same[..nth].iter().filter(named).map(|x| (*x, *y)));
        }
    }
    found
}

/// Words besides a name that two values have in common near them at least: of everything there are
/// shares, in a hundred.
fn more(it: &Number) -> usize {
    if it.unit == "%" { 2 } else { 1 }
}

/// Whether a figure may be a year: "the 2008 crisis".
pub fn year_like(told: &Told<'_>, it: &Number) -> bool {
    it.figure.len() == 4 && it.span.start() == it.figure.start() && {
        let written = it.figure.of(told.text);
        (1900.0..=2100.0).contains(&it.value) && written.bytes().all(|it| it.is_ascii_digit())
    }
}

/// Leaves out the articles that give several values for the unit.
/// Of the others the first `MENTIONS` places each.
fn keep_single(all: &mut Vec<(&Told<'_>, &Number)>) {
    let mut values: BTreeMap<ArticleIx, HashSet<u64>> = BTreeMap::new();
    for (told, it) in all.iter() {
        let own = values.entry(told.place.article).or_default();
        own.insert(it.value.to_bits());
    }
    let mut mentions: BTreeMap<ArticleIx, usize> = BTreeMap::new();
    all.retain(|(told, _)| {
        let article = told.place.article;
        let mentions = mentions.entry(article).or_default();
        *mentions += 1;
        values[&article].len() == 1 && *mentions <= MENTIONS
    });
}

/// Whether both are ages, with no name in common near them or of two persons by the word behind: "the
/// 35-year-old driver", "her 15-year-old cousin".
fn ages_of_two((x_told, x): (&Told<'_>, &Number), (y_told, y): (&Told<'_>, &Number)) -> bool {
    let is_age = |told: &Told<'_>, it: &Number| {
        let rest = told.text[it.figure.end()..].trim_start_matches([' ', '-', '‑']);
        rest.starts_with("year-old") || rest.starts_with("year old")
    };
    let (here, there) = (Around::new(x_told, x.span), Around::new(y_told, y.span));
    is_age(x_told, x) && is_age(y_told, y) && !here.names_one(&there, 0)
}

/// How many words that are no names both numbers have around them.
fn plain_around(pair: &Pair<'_>, x: &Number, y: &Number) -> usize {
    let near = |told: &'_ Told<'_>, it: &Number| {
        let at = told.covered(it.span);
        let words = at.start.saturating_sub(NEAR)..(at.end + NEAR).min(told.words.len());
        let plain = words.filter(|it| !at.contains(it)).filter(|it| {
            let word = &told.words[*it];
            word.kind == Kind::Word && !word.capital && !common::is_stop(&word.normal)
        });
        plain.map(|it| told.forms[it].stem).collect::<BTreeSet<_>>()
    };
    near(pair.a, x).intersection(&near(pair.b, y)).count()
}

fn rivals(page: &Page<'_>, all: &[(&Told<'_>, &Number)], elsewhere: &Counts) -> Vec<Found> {
    let mut found = Vec::new();
    for (at, (x_told, x)) in all.iter().enumerate() {
        for (y_told, y) in all[at + 1..]
            .iter()
            .filter(|(told, _)| told.place.article != x_told.place.article)
            .filter(|(_, y)| !x.equals(y) && !number::agrees(x, y))
        {
            let pair = Pair::new(x_told, y_told, LinkKind::Paraphrase, true);
            if !number::close(&pair, x, y) || ages_of_two((x_told, x), (y_told, y)) {
                continue;
            }
            let money = x.unit.chars().all(|it| !it.is_alphabetic());
            let needed = if nearly(x, y) && !money { 1 } else { 2 };
            if needed <= plain_around(&pair, x, y)
                && !elsewhere.either(&pair, x, y)
                && !number::two_things(page, &pair, x, y)
            {
                found.push(number::told(&pair, x, y));
            }
        }
    }
    found
}

/// Whether two values are so close, or so alike in their digits, that one may be a slip for the
/// other.
fn nearly(x: &Number, y: &Number) -> bool {
    let digits = |it: &Number| {
        let mut all = it.value.to_string().into_bytes();
        all.sort_unstable();
        all
    };
    let (small, large) = (x.value.min(y.value), x.value.max(y.value));
    large <= NEARLY * small || (10.0 <= small && digits(x) == digits(y))
}
