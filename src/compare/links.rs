//! From candidates to links: what kind each is, and whether another partner fits about as well.
//!
//! Wording decides verbatim and edited; a score decides paraphrase and partial.

use std::collections::BTreeMap;

use crate::{
    compare::{
        candidates::Candidate,
        lexicon::Term,
        unit::{Sheet, Unit},
        wording::{self, Wording},
    },
    model::{
        comparison::{Link, LinkKind},
        index::{ArticleIx, Place},
    },
    text::common,
};

/// Words whose coming or going leaves a sentence verbatim.
const TRIVIAL: &str = include_str!("../../assets/words/trivial.txt");
/// How many of them may differ.
const TRIVIAL_WORDS: usize = 2;
const EDITED_RATIO: f32 = 0.52;
const EDITED_COVER: f32 = 0.60;
/// Fewer shared words than this are a phrase, not wording that was taken over.
const EDITED_WORDS: usize = 5;
const PARAPHRASE: f32 = 0.5;
const PARTIAL: f32 = 0.33;
/// Scores closer than this are as good as equal.
const NEAR: f32 = 0.05;

/// Links of all candidates that deserve one, sorted by their places.
pub fn judge(sheet: &Sheet, candidates: &[Candidate]) -> Vec<Link> {
    let mut links: Vec<Link> = candidates.iter().filter_map(|it| link(sheet, it)).collect();
    links.sort_by_key(|it| (it.a, it.b));
    mark_ambiguous(&mut links);
    links
}

fn link(sheet: &Sheet, candidate: &Candidate) -> Option<Link> {
    let (a, b) = (&sheet.units[candidate.a], &sheet.units[candidate.b]);
    let wording = wording::compare(&a.wording, &b.wording);
    let score = score(candidate, a, b, wording);
    let kind = if verbatim(sheet, a, b) {
        LinkKind::Verbatim
    } else if edited(wording) {
        LinkKind::Edited
    } else if PARAPHRASE <= score {
        LinkKind::Paraphrase
    } else if PARTIAL <= score {
        LinkKind::Partial
    } else {
        return None;
    };
    let score = match kind {
        LinkKind::Verbatim => 1.0,
        LinkKind::Edited => wording.ratio.max(wording.cover).max(score).min(0.99),
        _ => score,
    };
    let (first, second) = (a.place.min(b.place), a.place.max(b.place));
    Some(Link {
        a: first,
        b: second,
        kind,
        score,
        ambiguous: false,
    })
}

fn edited(it: Wording) -> bool {
    EDITED_WORDS <= it.run_words && (EDITED_RATIO <= it.ratio || EDITED_COVER <= it.cover)
}

/// Whether nothing but trivial words differs, and few of those.
fn verbatim(sheet: &Sheet, a: &Unit, b: &Unit) -> bool {
    if a.wording == b.wording {
        return true;
    }
    let trivial = |term: &Term| {
        let word = sheet.lexicon.word(*term);
        common::listed(TRIVIAL).any(|it| it == word)
    };
    let core = |unit: &Unit| {
        unit.wording
            .iter()
            .copied()
            .filter(|it| !trivial(it))
            .collect::<Vec<_>>()
    };
    let changed = a.wording.len() + b.wording.len() - 2 * wording::common(&a.wording, &b.wording);
    changed <= TRIVIAL_WORDS && core(a) == core(b)
}

/// A mix weighed by hand.
fn score(candidate: &Candidate, a: &Unit, b: &Unit, wording: Wording) -> f32 {
    let contained = contained(&a.bag, &b.bag).max(contained(&b.bag, &a.bag));
    (0.6 * candidate.cosine + 0.3 * contained + 0.2 * wording.ratio).clamp(0.0, 1.0)
}

/// Share of the first one's weight whose words the second has too.
fn contained(a: &[(Term, f32)], b: &[(Term, f32)]) -> f32 {
    let has = |term: Term| b.binary_search_by_key(&term, |(it, _)| *it).is_ok();
    let all: f32 = a.iter().map(|(_, weight)| weight).sum();
    let shared: f32 = a
        .iter()
        .filter(|(it, _)| has(*it))
        .map(|(_, weight)| weight)
        .sum();
    if all > 0.0 { shared / all } else { 0.0 }
}

/// A link is ambiguous where one of its ends has another partner in the same article that scores
/// about as well.
fn mark_ambiguous(links: &mut [Link]) {
    let mut scores: BTreeMap<(Place, ArticleIx), Vec<f32>> = BTreeMap::new();
    for link in links.iter() {
        scores
            .entry((link.a, link.b.article))
            .or_default()
            .push(link.score);
        scores
            .entry((link.b, link.a.article))
            .or_default()
            .push(link.score);
    }
    for link in links {
        let rivals = |end: Place, article: ArticleIx| {
            let near = |it: &&f32| (**it - link.score).abs() < NEAR;
            scores
                .get(&(end, article))
                .map_or(0, |all| all.iter().filter(near).count())
                > 1
        };
        link.ambiguous = rivals(link.a, link.b.article) || rivals(link.b, link.a.article);
    }
}
