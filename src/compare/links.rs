//! From candidates to links: what kind each is, and whether another partner fits about as well.
//!
//! Steps: figures and score of each pair; what the other sentences say about it; the kind. Wording
//! decides verbatim and edited. The score decides the others: how well the pair fits, and for a
//! paraphrase how much of *each* sentence the other tells.
//!
//! Headings and questions announce what others tell: they are linked by their wording alone.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use foldhash::fast::FixedState;

use crate::{
    compare::{
        candidates::Candidate,
        combiner::Combiner,
        features::{self, Reader},
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
/// What makes a sentence derived from another's wording. Fitted to `benches/judged`.
struct Derived {
    /// Share of words in common, by ratio or by the cover of the shorter one.
    ratio: f32,
    cover: f32,
    /// Fewer words in shared runs than this are a phrase, not wording that was taken over.
    words: usize,
    /// Or: this many words of substance, and this share of the shorter one's, in the same order.
    substance: usize,
    order: f32,
}

/// Where the wording may be what the whole story uses.
const DERIVED: Derived = Derived {
    ratio: 0.55,
    cover: 0.80,
    words: 5,
    substance: 10,
    order: 0.52,
};
/// Where it is theirs alone: less of it shows where it comes from.
const OWN: Derived = Derived {
    ratio: 0.50,
    cover: 0.60,
    words: 5,
    substance: 6,
    order: 0.60,
};
/// Rows of two words are theirs alone where no more sentences than this hold them; this share of
/// the rows in common, and this many, must be.
const THEIRS: u32 = 2;
const OWN_SHARE: f32 = 0.5;
const OWN_ROWS: usize = 2;
/// Sentences longer than this with fewer words in shared runs than this share no wording.
const LEAST: usize = 3;
/// The score from which a pair is the same claim.
pub const PARAPHRASE: f32 = 0.63;
/// The score from which a pair shares a clause.
pub const PARTIAL: f32 = 0.26;
/// Scores closer than this are as good as equal.
const NEAR: f32 = 0.05;

/// Links of all candidates that deserve one, sorted by their places.
pub fn judge(sheet: &Sheet, candidates: &[Candidate]) -> Vec<Link> {
    weighed(sheet, candidates, Combiner::shipped())
}

/// The same with other weights than the shipped ones.
pub fn weighed(sheet: &Sheet, candidates: &[Candidate], combiner: &Combiner) -> Vec<Link> {
    let mut reader = Reader::new(sheet);
    let scored = candidates.iter().map(|it| Scored {
        a: it.a,
        b: it.b,
        score: combiner.score(&reader.figures(&sheet.units[it.a], &sheet.units[it.b])),
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
    let words = wording::in_runs(a.words(), b.words());
    if words < LEAST && LEAST < a.wording.len().min(b.wording.len()) {
        return None;
    }
    let ratio = wording::ratio(&a.wording, &b.wording);
    if VERBATIM_RATIO <= ratio && verbatim(sheet, a, b) {
        return Some((LinkKind::Verbatim, 1.0));
    }
    let shares = Shares::new(a, b, ratio, words);
    let edited = shares.fit(&DERIVED) || (shares.fit(&OWN) && own(sheet, a, b));
    edited.then_some((LinkKind::Edited, shares.most()))
}

/// How much wording two sentences share.
struct Shares {
    ratio: f32,
    cover: f32,
    /// Words of the shorter one in shared runs.
    words: usize,
    /// Words of substance in the same order, and as a share of the shorter one's.
    substance: usize,
    order: f32,
}

impl Shares {
    fn new(a: &Unit, b: &Unit, ratio: f32, words: usize) -> Self {
        let substance = features::order(a, b);
        let share = |part: usize, x: usize, y: usize| part as f32 / x.min(y).max(1) as f32;
        Self {
            ratio,
            cover: share(words, a.wording.len(), b.wording.len()),
            words,
            substance,
            order: share(substance, a.content.len(), b.content.len()),
        }
    }

    fn fit(&self, least: &Derived) -> bool {
        let derived =
            least.words <= self.words && (least.ratio <= self.ratio || least.cover <= self.cover);
        derived || (least.substance <= self.substance && least.order <= self.order)
    }

    /// The score of an edited pair.
    fn most(&self) -> f32 {
        self.ratio.max(self.cover).max(self.order).min(0.99)
    }
}

/// Whether the wording that two sentences share is theirs alone rather than the whole story's.
fn own(sheet: &Sheet, a: &Unit, b: &Unit) -> bool {
    let rows = wording::shared_rows(a.words(), b.words());
    let theirs = rows
        .iter()
        .filter(|it| sheet.rows.held(**it) <= THEIRS)
        .count();
    OWN_ROWS <= theirs && OWN_SHARE * rows.len() as f32 <= theirs as f32
}

/// Whether a sentence announces what others tell: headings, and questions but for a headline's.
pub fn announces(unit: &Unit) -> bool {
    unit.role == Role::Heading || (unit.question && unit.role != Role::Headline)
}

fn by_score(a: &Unit, b: &Unit, score: f32) -> Option<LinkKind> {
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
    let mut scores: HashMap<(Place, ArticleIx), Vec<f32>, FixedState> = HashMap::default();
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
