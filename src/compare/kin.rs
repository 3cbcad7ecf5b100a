//! Words that are close without being the same: synonyms, countries with their people and
//! capitals, spellings of a name, words of one root.
//!
//! Only words of the story are looked at. Tables: `assets/words/synonyms.txt` and `places.txt`. A
//! spelling of a name differs in at most one letter of five ("Umerov", "Oumerov"); words of one
//! root share their first five letters or more ("Ukraine", "Ukrainian").
//!
//! Cost: spellings are compared within blocks of words that begin or end alike, each with a bounded
//! number of neighbours.

use std::{borrow::Cow, collections::HashMap, sync::LazyLock};

use foldhash::fast::FixedState;

use crate::{
    compare::{
        canon,
        lexicon::{Lexicon, Term},
    },
    text::distance::distance,
};

/// How much of its weight a word keeps where the other sentence only has a word close to it.
const SYNONYM: f32 = 0.6;
const PLACE: f32 = 0.7;
const SPELLING: f32 = 0.9;
const ROOT: f32 = 0.7;
/// Words shorter than this, in bytes, are not compared by their spelling.
const LONG: usize = 5;
/// A word is compared with so many that follow it by the alphabet among those with the same end: more
/// than any story has but one that was made up to take long.
const NEIGHBOURS: usize = 400;
/// Words of one root share at least this many letters at the front, and differ in this many more.
const SHARED: usize = 5;
const ENDING: usize = 3;

type Table = HashMap<Cow<'static, str>, Vec<Cow<'static, str>>, FixedState>;

/// A table of forms as `benches/synonyms.rs` writes them.
static SYNONYMS: LazyLock<Table> = LazyLock::new(|| {
    let asset = include_str!("../../assets/words/synonyms.txt");
    table(asset, Cow::Borrowed, |_| 1)
});
/// A table of words.
static PLACES: LazyLock<Table> = LazyLock::new(|| {
    let asset = include_str!("../../assets/words/places.txt");
    table(asset, canon::form, |words| words)
});

/// Forms by form. The first `leading(n)` words of a line of n are close to all that follow them.
fn table(
    asset: &'static str,
    form: fn(&'static str) -> Cow<'static, str>,
    leading: fn(usize) -> usize,
) -> Table {
    let mut close = Table::default();
    for line in asset.lines().filter(|it| !it.starts_with('#')) {
        let forms: Vec<Cow<str>> = line.split(' ').map(form).collect();
        for (at, x) in forms.iter().enumerate().take(leading(forms.len())) {
            for y in forms[at + 1..].iter().filter(|it| *it != x) {
                close.entry(x.clone()).or_default().push(y.clone());
                close.entry(y.clone()).or_default().push(x.clone());
            }
        }
    }
    close
}

/// For each word of a story the words of the story that are close to it.
#[derive(Clone, Debug, Default)]
pub struct Kin {
    close: Vec<Vec<(Term, f32)>>,
}

/// Whether two forms are listed as synonyms.
pub fn synonyms(x: &str, y: &str) -> bool {
    let (x, y) = (canon::form(x), canon::form(y));
    let listed = SYNONYMS.get(&x);
    listed.is_some_and(|it| it.contains(&y))
}

impl Kin {
    /// Looks up every word of substance; `named` says by word whether it is a name.
    pub fn new(lexicon: &Lexicon, named: &[bool]) -> Self {
        let mut kin = Self {
            close: vec![Vec::new(); lexicon.size()],
        };
        for (term, form) in lexicon.forms() {
            for (table, close) in [(&*SYNONYMS, SYNONYM), (&*PLACES, PLACE)] {
                let listed = table.get(form).into_iter().flatten();
                for other in listed.filter_map(|it| lexicon.find_form(it)) {
                    kin.add(term, other, close);
                }
            }
        }
        kin.spellings(lexicon, named);
        kin
    }

    /// The words close to one, with how close they are, from 0 to 1.
    pub fn of(&self, term: Term) -> &[(Term, f32)] {
        &self.close[term.ix()]
    }

    fn spellings(&mut self, lexicon: &Lexicon, named: &[bool]) {
        for block in blocks(lexicon).chunk_by(|x, y| x.end == y.end) {
            for (at, x) in block.iter().enumerate() {
                for y in block[at + 1..].iter().take(NEIGHBOURS) {
                    let names = named[x.term.ix()] && named[y.term.ix()];
                    if let Some(close) = spelt_close(x.form, y.form, names) {
                        self.add(x.term, y.term, close);
                        self.add(y.term, x.term, close);
                    }
                }
            }
        }
    }

    /// Keeps the closest where two words are close in several ways.
    fn add(&mut self, from: Term, to: Term, close: f32) {
        let known = &mut self.close[from.ix()];
        match known.iter_mut().find(|(it, _)| *it == to) {
            Some((_, kept)) => *kept = kept.max(close),
            None => known.push((to, close)),
        }
    }
}

/// A long word, under one of its ends.
struct Ending<'a> {
    /// The letters of the end as a number, told apart by their count.
    end: u32,
    term: Term,
    form: &'a str,
}

/// Long words by their first three letters, and by their last four.
fn blocks(lexicon: &Lexicon) -> Vec<Ending<'_>> {
    let long = |it: &str| LONG <= it.len() && it.bytes().all(|it| it.is_ascii_lowercase());
    let words = lexicon.forms().filter(|(_, form)| long(form));
    let ends = words.flat_map(|(term, form)| {
        let number = |end: &str| end.bytes().fold(0, |end, it| end << 8 | u32::from(it));
        let ends = [&form[..3], &form[form.len() - 4..]];
        ends.map(|end| Ending {
            end: number(end),
            term,
            form,
        })
    });
    let mut blocks: Vec<Ending> = ends.collect();
    blocks.sort_unstable_by_key(|it| (it.end, it.form));
    blocks
}

/// How close two forms are by their letters, where they are.
fn spelt_close(a: &str, b: &str, names: bool) -> Option<f32> {
    let longer = a.len().max(b.len());
    let near = |most: usize| {
        a.len().abs_diff(b.len()) <= most && distance(a.bytes(), b.as_bytes()) <= most
    };
    if names && near(longer / 5) {
        return Some(SPELLING);
    }
    let front = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    (SHARED <= front && longer <= front + ENDING).then_some(ROOT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: &str, b: &str, close: bool) {
        let mut lexicon = Lexicon::default();
        let [x, y] = [a, b].map(|it| lexicon.form(&canon::form(it)));
        let kin = Kin::new(&lexicon, &vec![true; lexicon.size()]);
        assert_eq!(kin.of(x).iter().any(|(it, _)| *it == y), close, "{a} {b}");
        assert_eq!(kin.of(y).iter().any(|(it, _)| *it == x), close, "{b} {a}");
    }

    #[test]
    fn synonyms_and_places_are_close() {
        check("purchase", "buy", true);
        check("norway", "oslo", true);
        check("purchase", "ferry", false);
    }

    #[test]
    fn names_that_differ_in_a_letter_are_close() {
        check("tarkovsky", "tarkovskyy", true);
        check("umarin", "oumarin", true);
        check("halden", "holtern", false);
    }

    #[test]
    fn a_word_has_a_bounded_number_of_neighbours() {
        let mut lexicon = Lexicon::default();
        for it in 0..1200_u32 {
            let letter = |by: u32| char::from(b'a' + (it / by % 26) as u8);
            lexicon.form(&format!("conord{}{}{}", letter(1), letter(26), letter(676)));
        }
        let kin = Kin::new(&lexicon, &vec![true; lexicon.size()]);
        let found = lexicon.words().map(|it| kin.of(it.0).len());
        // All begin alike and no two end alike; so many stand on either side.
        assert!(found.max().unwrap() <= 2 * NEIGHBOURS);
    }

    #[test]
    fn words_of_one_root_are_close() {
        check("orrinia", "orrinian", true);
        check("harbour", "harvest", false);
    }
}
