//! What speaks for and against two sentences telling the same, in figures.
//!
//! All figures are relative to the story: words count by their rarity in it. A word that the other
//! sentence lacks counts in part where it has a word close to it (see `kin`).
//!
//! Which figures pay is told by the ablation in `benches/ABLATION.md`.
//! Cost: about a microsecond a pair.

use crate::compare::{
    company::Worth,
    laid::{Cosines, Laid},
    lexicon::Term,
    unit::{Sheet, Unit},
};

/// How many figures there are.
pub const COUNT: usize = 20;

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
    "words",          // share of the longer one's words, as written, that both have
    "numbers-lack",   // how many numbers stand in one only
    "rare", // share of a sentence's surprising words that the other has, of the better one
    "news", // the same, with words that always stand together counted once
    "bond", // the strongest bond between two words in common
];

/// Nearness to the head, which says that both may tell what the story is about.
pub const EARLY: usize = 14;

/// How much a missing word takes from a stretch, as a share of what it would have added.
const AGAINST: f32 = 0.6;

/// Compares one sentence after another with many, each of which is looked up in it.
pub struct Reader<'a> {
    sheet: &'a Sheet,
    a: Option<&'a Unit>,
    laid: Laid,
    /// By word of substance of `a`: how closely the other holds it.
    held: Vec<f32>,
}

/// What two sentences share: their figures, and the counts behind two of them. The same for copies of
/// the two, but for how early they stand (`at`).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shared {
    pub figures: [f32; COUNT],
    /// Words of the shorter one in runs that both have; None where they share no two words of
    /// substance in a row, and it was not counted.
    pub runs: Option<usize>,
    /// Words of substance in the same order.
    pub order: usize,
}

impl Shared {
    /// The figures of two sentences with the same words, where these two stand.
    pub fn at(mut self, a: &Unit, b: &Unit) -> [f32; COUNT] {
        self.figures[EARLY] = early(a, b);
        self.figures
    }
}

impl<'a> Reader<'a> {
    pub fn new(sheet: &'a Sheet) -> Self {
        Self {
            sheet,
            a: None,
            laid: Laid::new(sheet),
            held: Vec::new(),
        }
    }

    /// What a pair shares, the same whichever comes first. Cheapest where `a` stays the same.
    pub fn shared(&mut self, a: &'a Unit, b: &Unit) -> Shared {
        self.take(a);
        let top = self.sheet.top;
        let (a_in_b, b_in_a) = self.held(a, b);
        let numbers = Numbers::of(a, b);
        let stretches = (a_in_b.stretch / top, b_in_a.stretch / top);
        let lengths = (a.content.len() as f32, b.content.len() as f32);
        let shorter = lengths.0.min(lengths.1).max(1.0);
        let Cosines {
            stems,
            pairs,
            letters,
        } = self.laid.cosines(b);
        let runs = (0.0 < pairs).then(|| self.laid.wording.in_runs(b.words()));
        let order = self.laid.in_order(b);
        let worth = self.laid.company.shared(&b.rarest);
        let share = |of: fn(&Worth) -> f32| {
            let whole = of(&a.rarest.worth).min(of(&b.rarest.worth));
            of(&worth).min(whole) / (1.0 + whole)
        };
        let longer = a.wording.len().max(b.wording.len()).max(1) as f32;
        let figures = [
            stems,
            pairs,
            letters,
            a_in_b.cover.max(b_in_a.cover),
            a_in_b.cover.min(b_in_a.cover),
            (a_in_b.mass.min(b_in_a.mass) / top).ln_1p(),
            a_in_b.heaviest.max(b_in_a.heaviest) / top,
            numbers.shared,
            numbers.differ,
            order as f32 / shorter,
            shorter / lengths.0.max(lengths.1).max(1.0),
            stretches.0.max(stretches.1).ln_1p(),
            stretches.0.min(stretches.1).ln_1p(),
            runs.map_or(0.0, |it| it as f32 / a.shorter(b)),
            early(a, b),
            self.laid.written(b) / longer,
            numbers.lacking,
            share(|it| it.rare),
            share(|it| it.news),
            worth.bond,
        ];
        Shared {
            figures,
            runs,
            order,
        }
    }

    /// The sentence that was last compared with others, laid out.
    pub fn laid(&mut self) -> &mut Laid {
        &mut self.laid
    }

    /// How much each holds of the other: the first of `b` in `a`'s own words, and the other way.
    fn held(&mut self, a: &Unit, b: &Unit) -> (Held, Held) {
        self.held.clear();
        self.held.resize(a.content.len(), 0.0);
        self.laid.held_back(b, &mut self.held);
        let b_in_a = Held::new(self.laid.held(b));
        let counts = a.content.iter().map(|it| it.1);
        let a_in_b = Held::new(self.held.iter().copied().zip(counts));
        (a_in_b, b_in_a)
    }

    fn take(&mut self, a: &'a Unit) {
        if self.a.is_some_and(|it| std::ptr::eq(it, a)) {
            return;
        }
        let before = self.a.replace(a);
        self.laid.change(self.sheet, before, a);
    }
}

/// The figures of a single pair.
pub fn figures(sheet: &Sheet, a: &Unit, b: &Unit) -> [f32; COUNT] {
    Reader::new(sheet).shared(a, b).figures
}

/// 1 for the first sentences of both, less the farther down they stand: the geometric mean of one
/// over each one's place.
fn early(a: &Unit, b: &Unit) -> f32 {
    let nth = |it: &Unit| 1.0 + it.place.sentence.0 as f32;
    (nth(a) * nth(b)).sqrt().recip()
}

/// How much of one sentence another holds.
#[derive(Default)]
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
}

impl Held {
    /// From its words in order: how closely the other holds each, and what it counts.
    fn new(words: impl Iterator<Item = (f32, f32)>) -> Self {
        let mut found = Self::default();
        let (mut all, mut here) = (0.0, 0.0_f32);
        for (close, counts) in words {
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

/// What the numbers of two sentences say.
struct Numbers {
    /// The share of all of them that both have.
    shared: f32,
    /// 1 where both have some and none in common.
    differ: f32,
    /// Those that stand in one only: ln(1 + count).
    lacking: f32,
}

impl Numbers {
    fn of(a: &Unit, b: &Unit) -> Self {
        let held = |it: &&Term| b.numbers.binary_search(it).is_ok();
        let both = a.numbers.iter().filter(held).count() as f32;
        let either = (a.numbers.len() + b.numbers.len()) as f32 - both;
        let differ = both == 0.0 && !a.numbers.is_empty() && !b.numbers.is_empty();
        Self {
            shared: both / either.max(1.0),
            differ: f32::from(u8::from(differ)),
            lacking: (either - both).ln_1p(),
        }
    }
}
