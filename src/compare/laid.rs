//! One sentence laid out by number, so that what it shares with many others is looked up instead of
//! searched for.
//!
//! By word: what it weighs, where it stands, which words of the sentence it is close to; by two
//! words in a row and by run of letters: what they weigh. Being close is mutual (see `kin`), so what
//! the laid sentence holds of another, and the other of it, is told by the same list.
//!
//! Cost: laying out, and taking up what lay there, about its bags; a pair, the other's words.

use crate::compare::{
    company,
    lexicon::Term,
    places::Places,
    sparse::{self, Bag},
    unit::{Sheet, Unit},
    wording::Laid as Worded,
};

/// See the top of the file.
#[derive(Clone, Debug)]
pub struct Laid {
    written: Vec<f32>,
    stems: Vec<f32>,
    pairs: Vec<f32>,
    letters: Vec<f32>,
    /// By word: how closely the sentence holds it, from 0 to 1.
    near: Vec<f32>,
    /// By word: the first of the list of places that hold it, 0 for none.
    first: Vec<u32>,
    close: Vec<Close>,
    content: Places,
    pub company: company::Laid,
    pub wording: Worded,
}

/// A place of the laid sentence that holds a word, closely or by one like it.
#[derive(Clone, Copy, Debug)]
struct Close {
    word: Term,
    place: u32,
    close: f32,
    /// The next of the same word, 0 for none.
    next: u32,
}

/// Cosines of the weighted bags of two sentences.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cosines {
    pub stems: f32,
    pub pairs: f32,
    pub letters: f32,
}

impl Laid {
    pub fn new(sheet: &Sheet) -> Self {
        let words = sheet.lexicon.size();
        Self {
            written: vec![0.0; words],
            stems: vec![0.0; words],
            pairs: vec![0.0; sheet.pairs],
            letters: vec![0.0; sheet.letters],
            near: vec![0.0; words],
            first: vec![0; words],
            close: Vec::new(),
            content: Places::new(words),
            company: company::Laid::default(),
            wording: Worded::new(words, sheet.rows.size()),
        }
    }

    /// Takes up one sentence, where one is laid out, and lays out another.
    pub fn change(&mut self, sheet: &Sheet, before: Option<&Unit>, unit: &Unit) {
        if let Some(before) = before {
            clear(&mut self.written, &before.written);
            clear(&mut self.stems, &before.stems);
            clear(&mut self.pairs, &before.pairs);
            clear(&mut self.letters, &before.letters);
        }
        spread(&mut self.written, &unit.written);
        spread(&mut self.stems, &unit.stems);
        spread(&mut self.pairs, &unit.pairs);
        spread(&mut self.letters, &unit.letters);
        self.lay_close(sheet, unit);
        self.company.lay(&sheet.company, &unit.rarest);
        self.content.lay(unit.content.iter().map(|it| it.0.0));
        self.wording.lay(unit.words());
    }

    fn lay_close(&mut self, sheet: &Sheet, unit: &Unit) {
        for it in self.close.drain(..) {
            self.near[it.word.ix()] = 0.0;
            self.first[it.word.ix()] = 0;
        }
        for (place, (term, _)) in unit.content.iter().enumerate() {
            self.add(place as u32, *term, 1.0);
            for (word, close) in sheet.kin.of(*term) {
                self.add(place as u32, *word, *close);
            }
        }
    }

    fn add(&mut self, place: u32, word: Term, close: f32) {
        let next = self.first[word.ix()];
        self.close.push(Close {
            word,
            place,
            close,
            next,
        });
        self.first[word.ix()] = self.close.len() as u32;
        self.near[word.ix()] = self.near[word.ix()].max(close);
    }

    /// How closely the laid sentence holds each word of substance of another, with what that counts.
    pub fn held<'a>(&'a self, other: &'a Unit) -> impl Iterator<Item = (f32, f32)> + 'a {
        let near = |term: Term| self.near[term.ix()];
        other.content.iter().map(move |it| (near(it.0), it.1))
    }

    /// How closely another holds each of the laid sentence's own words of substance: written over
    /// `back`, which must be 0 for each. Each word of the other is looked up once, however often it
    /// stands there.
    pub fn held_back(&self, other: &Unit, back: &mut [f32]) {
        for (word, _) in &other.stems {
            self.told(self.first[*word as usize], back);
        }
    }

    fn told(&self, first: u32, back: &mut [f32]) {
        let mut at = first as usize;
        while let Some(it) = at.checked_sub(1).map(|at| self.close[at]) {
            let kept = &mut back[it.place as usize];
            *kept = kept.max(it.close);
            at = it.next as usize;
        }
    }

    pub fn cosines(&self, other: &Unit) -> Cosines {
        Cosines {
            stems: sparse::dense(&self.stems, &other.stems),
            pairs: sparse::dense(&self.pairs, &other.pairs),
            letters: sparse::dense_long(&self.letters, &other.letters),
        }
    }

    /// Words as written that both have, in any order; one that both repeat counts as often as it stands
    /// in the one that has it less often.
    pub fn written(&self, other: &Unit) -> f32 {
        let least = |(word, count): &(u32, f32)| self.written[*word as usize].min(*count);
        other.written.iter().map(least).sum()
    }

    /// Words of substance that both have, in the same order.
    pub fn in_order(&mut self, other: &Unit) -> usize {
        self.content.common(other.content.iter().map(|it| it.0.0))
    }
}

fn spread(into: &mut [f32], bag: &Bag) {
    for (feature, weight) in bag {
        into[*feature as usize] = *weight;
    }
}

fn clear(into: &mut [f32], bag: &Bag) {
    for (feature, _) in bag {
        into[*feature as usize] = 0.0;
    }
}
