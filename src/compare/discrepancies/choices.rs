//! The word that each source chose for the same people, deed or thing: "militants", "terrorists";
//! "payments", "bounties"; "van", "car".
//!
//! `assets/words` lists choices: those that judge (loaded), and those that do not (terms). Two linked sentences differ in one where each has words of
//! one of its sides only, not the same, in surroundings that have a word of substance in common.
//! What a source quotes is the speaker's choice, and a name is nobody's. Limits: the two words may
//! be about two things; that is why what judges is told as possible, and what does not as slight. Cost: a look-up for each word of a story.

use std::sync::LazyLock;

use foldhash::HashMap;

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        page::{Page, Told},
        pair::Pair,
        sides::{Side, Sides},
    },
    model::{comparison::DiscrepancyKind, index::Place},
};

/// Words that judge.
pub static LOADED: LazyLock<Sides> =
    LazyLock::new(|| Sides::new(include_str!("../../../assets/words/loaded.txt")));

/// Words for deeds and things.
pub static TERMS: LazyLock<Sides> =
    LazyLock::new(|| Sides::new(include_str!("../../../assets/words/terms.txt")));

/// A word that was chosen, by index, and the side on which it stands.
type Chosen = (Side, usize);

/// What each sentence of a story chose of the words of a table.
pub struct Choices {
    table: &'static Sides,
    at: HashMap<Place, Vec<Chosen>>,
}

impl Choices {
    /// Reads all sentences.
    pub fn new(page: &Page<'_>, table: &'static Sides) -> Self {
        let chosen = |told: &Told<'_>| Some((told.place, chosen(table, told)));
        let read = |told| chosen(told).filter(|it| !it.1.is_empty());
        let at = page.told.iter().filter_map(read).collect();
        Self { table, at }
    }

    /// Words of two sides of one choice.
    pub fn find(&self, pair: &Pair<'_>) -> Vec<Found> {
        let (Some(a), Some(b)) = (self.at.get(&pair.a.place), self.at.get(&pair.b.place)) else {
            return Vec::new();
        };
        let found = a.iter().filter_map(|x| {
            let y = b.iter().find(|y| y.0.is_against(&x.0))?;
            self.differ(pair, (a, x), (b, y))
        });
        found.collect()
    }

    fn differ(
        &self,
        pair: &Pair<'_>,
        (a, x): (&[Chosen], &Chosen),
        (b, y): (&[Chosen], &Chosen),
    ) -> Option<Found> {
        let torn = |all: &[Chosen], it: &Chosen| all.iter().any(|other| other.0.is_against(&it.0));
        let (p, q) = (&pair.a.words[x.1], &pair.b.words[y.1]);
        if torn(a, x) || torn(b, y) || !self.table.contradict(&p.normal, &q.normal) {
            return None;
        }
        let (common, all) = pair.agreement(pair.a, p.span, q.span);
        let near = 1 <= common && all <= 4 * common;
        near.then(|| Found::pair(DiscrepancyKind::Wording, mark(pair.a, x), mark(pair.b, y)))
    }
}

/// The words of a sentence that are a choice of its source's.
fn chosen(table: &Sides, told: &Told<'_>) -> Vec<Chosen> {
    let own = |at: &usize| !told.is_quoted(*at) && (*at == 0 || !told.words[*at].capital);
    let all = (0..told.words.len()).filter(own).flat_map(|at| {
        let sides = table.of(&told.words[at].normal).iter();
        sides.map(move |it| (*it, at))
    });
    all.filter(|(it, at)| !(it.nouns && belongs(told, *at)))
        .collect()
}

/// Whether a noun stands in front of another word of substance: "government offices". Verbs in their
/// past are no nouns: "gunmen opened fire".
fn belongs(told: &Told<'_>, at: usize) -> bool {
    let next = at + 1;
    next < told.words.len()
        && !told.forms[next].stop
        && !told.parted(at, next)
        && !told.words[next].normal.ends_with("ed")
}

/// One side is one reading, whatever the form of the word.
fn mark(told: &Told<'_>, it: &Chosen) -> Mark {
    let key = format!("{} {}", it.0.choice, it.0.side);
    Mark::new(told, told.words[it.1].span, key)
}
