//! Pairs of sentences worth a closer look, from an inverted index.
//!
//! Steps: each word's list of sentences, but for words that stand in too many of them; for each
//! sentence the sum of shared weights with every later one it shares a listed word with; those
//! above a floor; of those the best of each sentence.
//!
//! Cost: sum over the words of the square of their lists, which the cut on common words bounds.

use crate::compare::{
    lexicon::Term,
    unit::{Sheet, Unit},
};

/// Words in a larger share of the sentences than this find no candidates.
const COMMON: f32 = 0.4;
/// Cosine below which no pair is looked at.
const FLOOR: f32 = 0.05;

/// Partners looked at for each sentence.
const BEST: u16 = 24;

/// Two sentences of different articles, by their index among the units, the earlier first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    pub a: usize,
    pub b: usize,
    /// Cosine of the weighted stems that find candidates.
    pub cosine: f32,
}

/// All pairs that share enough rare words, sorted by their units.
pub fn find(sheet: &Sheet) -> Vec<Candidate> {
    let common = (COMMON * sheet.lexicon.sentences() as f32).max(3.0) as u32;
    let useful = |term: u32| sheet.lexicon.held(Term(term)) <= common;
    let mut lists: Vec<Vec<(u32, f32)>> = vec![Vec::new(); sheet.lexicon.size()];
    let mut found = Vec::new();
    let mut shared = vec![0.0; sheet.units.len()];
    let mut touched = Vec::new();
    for (b, unit) in sheet.units.iter().enumerate() {
        for (term, weight) in unit.stems.iter().filter(|(term, _)| useful(*term)) {
            for (a, other) in &lists[*term as usize] {
                let a = *a as usize;
                if shared[a] == 0.0 {
                    touched.push(a);
                }
                shared[a] += weight * other;
            }
            lists[*term as usize].push((b as u32, *weight));
        }
        for a in touched.drain(..) {
            let cosine = std::mem::take(&mut shared[a]);
            if FLOOR <= cosine && apart(&sheet.units[a], unit) {
                found.push(Candidate { a, b, cosine });
            }
        }
    }
    best(found, sheet.units.len())
}

/// Those among the best of either sentence, in order.
fn best(mut found: Vec<Candidate>, units: usize) -> Vec<Candidate> {
    found.sort_by(|x, y| {
        y.cosine
            .total_cmp(&x.cosine)
            .then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    let mut kept = vec![0_u16; units];
    found.retain(|it| {
        let wanted = kept[it.a] < BEST || kept[it.b] < BEST;
        kept[it.a] += u16::from(wanted);
        kept[it.b] += u16::from(wanted);
        wanted
    });
    found.sort_by_key(|it| (it.a, it.b));
    found
}

fn apart(a: &Unit, b: &Unit) -> bool {
    a.place.article != b.place.article
}
