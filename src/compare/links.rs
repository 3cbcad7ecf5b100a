//! From candidates to links: what kind each is, and whether another partner fits about as well.
//!
//! Steps: figures and score of each pair; what the other sentences say about it; the kind. Wording
//! decides verbatim and edited. The score decides the others: how well the pair fits, and for a
//! paraphrase how much of *each* sentence the other tells.
//!
//! Headings and questions announce what others tell: they are linked by their wording alone.

use std::{
    collections::{BTreeMap, HashSet},
    sync::LazyLock,
};

use crate::{
    compare::{
        candidates::Candidate,
        combiner::Combiner,
        features::{self, COUNT},
        lexicon::Term,
        sparse,
        support::{self, Scored},
        unit::{Sheet, Unit},
        wording,
    },
    model::{
        article::Role,
        comparison::{Link, LinkKind},
        index::{ArticleIx, Place},
    },
    text::common,
};

/// Words whose coming or going leaves a sentence verbatim.
static TRIVIAL: LazyLock<HashSet<&str>> =
    LazyLock::new(|| common::listed(include_str!("../../assets/words/trivial.txt")).collect());
/// How many of them may differ.
const TRIVIAL_WORDS: usize = 2;
/// Below this ratio of common words no pair is looked at as verbatim.
const VERBATIM_RATIO: f32 = 0.7;
/// Shares of wording from which a sentence derives from another: by ratio, or by the cover.
const EDITED_RATIO: f32 = 0.52;
const EDITED_COVER: f32 = 0.60;
/// Share of the shorter one's words of substance that come in the same order in both.
const EDITED_ORDER: f32 = 0.60;
const EDITED_SUBSTANCE: usize = 6;
/// Fewer words in shared runs than this are a phrase, not wording that was taken over.
const EDITED_WORDS: usize = 5;
/// Scores from which a pair is the same claim, and from which it shares a clause.
const PARAPHRASE: f32 = 0.6;
const PARTIAL: f32 = 0.35;
/// Scores closer than this are as good as equal.
const NEAR: f32 = 0.05;

/// Links of all candidates that deserve one, sorted by their places.
pub fn judge(sheet: &Sheet, candidates: &[Candidate]) -> Vec<Link> {
    let combiner = Combiner::shipped();
    let figures = candidates
        .iter()
        .map(|it| features::figures(sheet, &sheet.units[it.a], &sheet.units[it.b]));
    let figures: Vec<[f32; COUNT]> = figures.collect();
    let scored = candidates.iter().zip(&figures).map(|(it, figures)| Scored {
        a: it.a,
        b: it.b,
        score: combiner.score(figures),
    });
    let scored: Vec<Scored> = scored.collect();
    let supported = support::supported(&scored, sheet.units.len());
    let pairs = scored.iter().zip(supported);
    let mut links: Vec<Link> = pairs
        .filter_map(|(it, score)| link(sheet, &sheet.units[it.a], &sheet.units[it.b], score))
        .collect();
    links.sort_by_key(|it| (it.a, it.b));
    mark_ambiguous(&mut links);
    links
}

fn link(sheet: &Sheet, a: &Unit, b: &Unit, score: f32) -> Option<Link> {
    let worded = by_wording(sheet, a, b);
    let (kind, score) = match worded {
        Some((kind, share)) => (kind, share.max(score)),
        None => (by_score(a, b, score)?, score),
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

fn by_wording(sheet: &Sheet, a: &Unit, b: &Unit) -> Option<(LinkKind, f32)> {
    if a.wording == b.wording {
        return Some((LinkKind::Verbatim, 1.0));
    }
    if sparse::cosine(&a.pairs, &b.pairs) == 0.0 {
        return None;
    }
    let ratio = wording::ratio(&a.wording, &b.wording);
    if VERBATIM_RATIO <= ratio && verbatim(sheet, a, b) {
        return Some((LinkKind::Verbatim, 1.0));
    }
    let cover = wording::cover(&a.wording, &b.wording);
    let derived = EDITED_WORDS <= wording::in_runs(&a.wording, &b.wording)
        && (EDITED_RATIO <= ratio || EDITED_COVER <= cover);
    let common = features::order(a, b);
    let order = common as f32 / a.content.len().min(b.content.len()).max(1) as f32;
    let rephrased = EDITED_SUBSTANCE <= common && EDITED_ORDER <= order;
    let share = ratio.max(cover).max(order).min(0.99);
    (derived || rephrased).then_some((LinkKind::Edited, share))
}

fn by_score(a: &Unit, b: &Unit, score: f32) -> Option<LinkKind> {
    let announces = |unit: &Unit| unit.role == Role::Heading || unit.question;
    if announces(a) || announces(b) || score < PARTIAL {
        return None;
    }
    match PARAPHRASE <= score {
        true => Some(LinkKind::Paraphrase),
        false => Some(LinkKind::Partial),
    }
}

/// Whether nothing but trivial words differs, and few of those.
fn verbatim(sheet: &Sheet, a: &Unit, b: &Unit) -> bool {
    if TRIVIAL_WORDS < a.wording.len().abs_diff(b.wording.len()) {
        return false;
    }
    let core = |unit: &Unit| {
        let weighty = |it: &Term| !TRIVIAL.contains(sheet.lexicon.word(*it));
        unit.wording
            .iter()
            .copied()
            .filter(weighty)
            .collect::<Vec<_>>()
    };
    let changed = a.wording.len() + b.wording.len() - 2 * wording::common(&a.wording, &b.wording);
    changed <= TRIVIAL_WORDS && !core(a).is_empty() && core(a) == core(b)
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
            let all = scores.get(&(end, article));
            1 < all.map_or(0, |all| all.iter().filter(near).count())
        };
        link.ambiguous = rivals(link.a, link.b.article) || rivals(link.b, link.a.article);
    }
}
