//! What speaks for and against two sentences telling the same, in figures.
//!
//! All figures are relative to the story: words count by their rarity in it. A word that the other
//! sentence lacks counts in part where it has a word close to it (see `kin`).
//!
//! Which figures pay is told by the ablation in `benches/ABLATION.md`.
//! Cost: about a microsecond a pair.

use crate::compare::{
    letters::BUCKETS,
    lexicon::Term,
    sparse,
    unit::{Sheet, Unit},
    wording,
};

/// How many figures there are.
pub const COUNT: usize = 15;

/// Their names, as the file of weights writes them.
pub const NAMES: [&str; COUNT] = [
    "stems",          // cosine of words of substance
    "pairs",          // cosine of two words in a row
    "letters",        // cosine of runs of letters
    "cover-more",     // share of the weight that the other holds, of the sentence better covered
    "cover-less",     // the same of the other
    "mass",           // weight that both hold
    "rarest",         // the weightiest word that both hold
    "numbers-shared", // share of the numbers that stand in both
    "numbers-differ", // whether both have numbers and none in common
    "order",          // share of the shorter's words of substance in the same order
    "length",         // the shorter's length by the longer's
    "stretch-more",   // the weightiest stretch that the other tells too, of the better sentence
    "stretch-less",   // the same of the other
    "run",            // share of the shorter in runs of wording that both have
    "early",          // whether both stand at the head of their articles
];

/// The last of them: nearness to the head, which says that both may tell what the story is about.
pub const EARLY: usize = 14;

/// How much a missing word takes from a stretch, as a share of what it would have added.
const AGAINST: f32 = 0.6;

/// Compares one sentence after another with many: what is looked up often lies ready by number.
pub struct Reader<'a> {
    sheet: &'a Sheet,
    a: Option<&'a Unit>,
    /// By run of letters: what it weighs in `a`.
    letters: Vec<f32>,
    /// By word: how closely `a` holds it.
    near: Vec<f32>,
}

impl<'a> Reader<'a> {
    pub fn new(sheet: &'a Sheet) -> Self {
        Self {
            sheet,
            a: None,
            letters: vec![0.0; BUCKETS],
            near: vec![0.0; sheet.lexicon.size()],
        }
    }

    /// The figures of a pair, the same whichever comes first. Cheapest where `a` stays the same.
    pub fn figures(&mut self, a: &'a Unit, b: &Unit) -> [f32; COUNT] {
        self.take(a);
        let top = self.sheet.top;
        let a_in_b = Held::new(a, |term| held(term, b));
        let b_in_a = Held::new(b, |term| self.near[term.ix()]);
        let (shared_numbers, numbers_differ) = numbers(a, b);
        let stretches = (a_in_b.stretch / top, b_in_a.stretch / top);
        let lengths = (a.content.len() as f32, b.content.len() as f32);
        let shorter = lengths.0.min(lengths.1).max(1.0);
        let pairs = sparse::cosine(&a.pairs, &b.pairs);
        let run = match 0.0 < pairs {
            true => wording::in_runs(a.words(), b.words()) as f32 / a.shorter(b),
            false => 0.0,
        };
        [
            sparse::cosine(&a.stems, &b.stems),
            pairs,
            sparse::dense(&self.letters, &b.letters),
            a_in_b.cover.max(b_in_a.cover),
            a_in_b.cover.min(b_in_a.cover),
            (a_in_b.mass.min(b_in_a.mass) / top).ln_1p(),
            a_in_b.heaviest.max(b_in_a.heaviest) / top,
            shared_numbers,
            numbers_differ,
            wording::common(&a_in_b.same, &b_in_a.same) as f32 / shorter,
            shorter / lengths.0.max(lengths.1).max(1.0),
            stretches.0.max(stretches.1).ln_1p(),
            stretches.0.min(stretches.1).ln_1p(),
            run,
            early(a, b),
        ]
    }

    fn take(&mut self, a: &'a Unit) {
        if self.a.is_some_and(|it| std::ptr::eq(it, a)) {
            return;
        }
        if let Some(before) = self.a.replace(a) {
            before
                .letters
                .iter()
                .for_each(|it| self.letters[it.0 as usize] = 0.0);
            before
                .near
                .iter()
                .for_each(|it| self.near[it.0 as usize] = 0.0);
        }
        a.letters
            .iter()
            .for_each(|it| self.letters[it.0 as usize] = it.1);
        a.near.iter().for_each(|it| self.near[it.0 as usize] = it.1);
    }
}

/// The figures of a single pair.
pub fn figures(sheet: &Sheet, a: &Unit, b: &Unit) -> [f32; COUNT] {
    Reader::new(sheet).figures(a, b)
}

/// 1 for the first sentences of both, less the farther down they stand: the geometric mean of one
/// over each one's place.
fn early(a: &Unit, b: &Unit) -> f32 {
    let nth = |it: &Unit| 1.0 + it.place.sentence.0 as f32;
    (nth(a) * nth(b)).sqrt().recip()
}

/// How much of one sentence another holds.
struct Held {
    /// Sum of the weights held.
    mass: f32,
    /// The same as a share of the sentence's weight.
    cover: f32,
    /// The weightiest word held.
    heaviest: f32,
    /// The weightiest stretch: words held count for, words lacking against (Kadane's maximum
    /// subarray). A clause taken over stands out so, whatever surrounds it.
    stretch: f32,
    /// The words that both have, in this one's order.
    same: Vec<Term>,
}

impl Held {
    /// What `close` says how closely the other holds.
    fn new(a: &Unit, close: impl Fn(Term) -> f32) -> Self {
        let mut found = Self {
            mass: 0.0,
            cover: 0.0,
            heaviest: 0.0,
            stretch: 0.0,
            same: Vec::with_capacity(a.content.len()),
        };
        let (mut all, mut here) = (0.0, 0.0_f32);
        for (term, counts) in &a.content {
            let close = close(*term);
            if close == 1.0 {
                found.same.push(*term);
            }
            let held = close * counts;
            all += counts;
            found.mass += held;
            found.heaviest = found.heaviest.max(held);
            here = (here + held - AGAINST * (counts - held)).max(0.0);
            found.stretch = found.stretch.max(here);
        }
        found.cover = found.mass / f32::max(all, 1.0);
        found
    }
}

/// How closely a sentence holds a word, from 0 to 1.
pub fn held(term: Term, unit: &Unit) -> f32 {
    match unit.near.binary_search_by_key(&term.0, |it| it.0) {
        Ok(at) => unit.near[at].1,
        Err(_) => 0.0,
    }
}

/// The share of the numbers that both have, and whether both have some and none in common.
fn numbers(a: &Unit, b: &Unit) -> (f32, f32) {
    let both = a.numbers.iter().filter(|it| b.numbers.contains(it)).count() as f32;
    let either = (a.numbers.len() + b.numbers.len()) as f32 - both;
    let differ = both == 0.0 && !a.numbers.is_empty() && !b.numbers.is_empty();
    (both / either.max(1.0), f32::from(u8::from(differ)))
}

/// Words of substance that both have in the same order.
pub fn order(a: &Unit, b: &Unit) -> usize {
    let shared = |a: &Unit, b: &Unit| {
        let terms = a.content.iter().map(|it| it.0);
        terms.filter(|it| held(*it, b) == 1.0).collect::<Vec<_>>()
    };
    wording::common(&shared(a, b), &shared(b, a))
}
