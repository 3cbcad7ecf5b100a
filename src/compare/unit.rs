//! Sentences made ready for comparing: words as numbers, with their weights.
//!
//! Steps: tokens and stems of each sentence; count them over the story; weigh them.

use std::collections::BTreeMap;

use crate::{
    compare::lexicon::{Lexicon, Term},
    model::{
        article::{Article, Role},
        index::Place,
        story::Story,
    },
    text::{common, token},
};

/// One sentence of the story.
#[derive(Clone, Debug)]
pub struct Unit {
    pub place: Place,
    pub role: Role,
    /// All words in normal form, in their order: what verbatim and edited are judged by.
    pub wording: Vec<Term>,
    /// Stems of the words of substance, each once, sorted, with their weights (unit length).
    pub bag: Vec<(Term, f32)>,
}

/// All sentences of a story, in its order, and the words they are made of.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    pub units: Vec<Unit>,
    pub lexicon: Lexicon,
}

/// Reads the sentences of every article of the story.
pub fn read(articles: &[Article], story: &Story) -> Sheet {
    let mut sheet = Sheet::default();
    for ix in story.articles() {
        let Some(article) = articles.get(ix.0) else {
            continue;
        };
        for (at, sentence) in article.places() {
            let said = article.said(at);
            add(&mut sheet, Place::new(*ix, at), sentence.role, &said);
        }
    }
    weigh(&mut sheet);
    sheet
}

fn add(sheet: &mut Sheet, place: Place, role: Role, said: &str) {
    let words = token::words(said);
    let lexicon = &mut sheet.lexicon;
    let wording = words.iter().map(|it| lexicon.intern(&it.normal)).collect();
    let mut bag: BTreeMap<Term, f32> = BTreeMap::new();
    for word in words.iter().filter(|it| !common::is_stop(&it.normal)) {
        let stem = lexicon.intern(&format!("{}~", common::stem(&word.normal)));
        *bag.entry(stem).or_default() += 1.0;
    }
    let bag: Vec<(Term, f32)> = bag.into_iter().collect();
    let distinct: Vec<Term> = bag.iter().map(|(term, _)| *term).collect();
    lexicon.count(&distinct);
    sheet.units.push(Unit {
        place,
        role,
        wording,
        bag,
    });
}

fn weigh(sheet: &mut Sheet) {
    for unit in &mut sheet.units {
        for (term, weight) in &mut unit.bag {
            *weight = (1.0 + weight.ln()) * sheet.lexicon.rarity(*term);
        }
        let length: f32 = unit.bag.iter().map(|(_, weight)| weight * weight).sum();
        for (_, weight) in &mut unit.bag {
            *weight /= length.sqrt();
        }
    }
}
