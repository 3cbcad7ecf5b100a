//! From candidates to links: what kind each is, and whether another partner fits about as well.
//!
//! Steps: figures and score of each pair; what the other sentences say about it; copies of one
//! sentence levelled; the kind. Wording decides verbatim and edited. The score decides the others: how
//! well the pair fits, and for a paraphrase how much of *each* sentence the other tells.
//!
//! Headings and questions announce what others tell: they are linked by their wording alone.

use std::{collections::HashSet, sync::LazyLock};

use crate::{
    compare::{
        alike::Alike,
        candidates::Candidate,
        combiner::Combiner,
        copies,
        features::{Reader, Shared},
        lexicon::Term,
        support::{self, Scored},
        unit::{Sheet, Unit},
        wording,
    },
    model::{
        article::Role,
        comparison::{Link, LinkKind},
        index::Place,
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
/// Share of their words in common that a pair has in any case: of which less is common, one holds a
/// piece of the other.
const COMMON: f32 = 0.40;
/// The same where one is a headline: those name the same people and places, whoever wrote them.
const HEADLINE: f32 = 0.60;
/// Rows of two words are theirs alone where no more sentences than this hold them; this share of
/// the rows in common, and this many, must be.
const THEIRS: u32 = 2;
const OWN_SHARE: f32 = 0.5;
const OWN_ROWS: usize = 2;
/// Sentences longer than this with fewer words in shared runs than this share no wording.
const LEAST: usize = 3;
/// The score from which a pair is the same claim.
pub const PARAPHRASE: f32 = 0.62;
/// The score from which a pair shares a clause.
pub const PARTIAL: f32 = 0.18;
/// The score from which two sentences that are no link may still tell the same in part.
pub const LOOSE: f32 = 0.04;
/// The score of a link that is not verbatim is at most this.
pub const MOST: f32 = 0.99;
/// Scores closer than this are as good as equal.
const NEAR: f32 = 0.05;

/// What became of the candidates.
#[derive(Clone, Debug, Default)]
pub struct Weighed {
    /// Sorted by their places.
    pub links: Vec<Link>,
    /// Pairs of different articles that deserve none, but come near one.
    pub loose: Vec<Loose>,
}

/// Two sentences that are no link: the place of the article that comes first in the story, and how well
/// they fit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Loose {
    pub a: Place,
    pub b: Place,
    pub score: f32,
}

/// Which candidates deserve a link.
pub fn judge(sheet: &Sheet, candidates: &[Candidate]) -> Weighed {
    weighed(sheet, candidates, Combiner::shipped())
}

/// The same with other weights than the shipped ones.
pub fn weighed(sheet: &Sheet, candidates: &[Candidate], combiner: &Combiner) -> Weighed {
    let mut reader = Reader::new(sheet);
    let mut alike = Alike::new(&sheet.units);
    let mut scored = Vec::with_capacity(candidates.len());
    let mut worded = Vec::with_capacity(candidates.len());
    for it in candidates {
        let (a, b) = (&sheet.units[it.a], &sheet.units[it.b]);
        let (shared, wording) = match it.own {
            true => (reader.shared(a, b), None),
            false => alike.known((it.a, it.b), || {
                let shared = reader.shared(a, b);
                (shared, by_wording(sheet, &mut reader, (a, b), &shared))
            }),
        };
        scored.push(Scored {
            a: it.a,
            b: it.b,
            score: combiner.score(&shared.at(a, b)),
        });
        worded.push(wording);
    }
    let mut supported = support::supported(&scored, sheet.units.len());
    let copied = |it: &Worded| it.as_ref().is_some_and(|it| copies::RATIO <= it.ratio);
    let copied: Vec<usize> = (0..worded.len())
        .filter(|it| copied(&worded[*it]))
        .collect();
    copies::level(&scored, &mut supported, &copied, sheet.units.len());
    let pairs = candidates.iter().zip(supported.into_iter().zip(worded));
    let mut found = Weighed::default();
    for (it, (score, worded)) in pairs.filter(|(it, _)| !it.own) {
        let (a, b) = (&sheet.units[it.a], &sheet.units[it.b]);
        let (first, second) = (a.place.min(b.place), a.place.max(b.place));
        match link(a, b, score, worded) {
            Some(link) => found.links.push(link),
            None if LOOSE <= score => found.loose.push(Loose {
                a: first,
                b: second,
                score,
            }),
            None => (),
        }
    }
    found.links.sort_by_key(|it| (it.a, it.b));
    mark_ambiguous(&mut found.links);
    found
}

/// What the wording alone says of a pair, if it says anything.
type Worded = Option<SameWording>;

/// A pair of which one sentence derives from the other's wording.
#[derive(Clone, Copy)]
struct SameWording {
    kind: LinkKind,
    score: f32,
    /// Share of their words in common.
    ratio: f32,
}

impl SameWording {
    const VERBATIM: Self = Self {
        kind: LinkKind::Verbatim,
        score: 1.0,
        ratio: 1.0,
    };
}

fn link(a: &Unit, b: &Unit, score: f32, worded: Worded) -> Option<Link> {
    if a.signs || b.signs {
        return None; // whose post it is makes no claim
    }
    let (kind, score) = match worded {
        Some(it) => (it.kind, it.score.max(score)),
        None => (by_score(a, b, score)?, score),
    };
    // Only the same words are wholly the same.
    let most = match kind {
        LinkKind::Verbatim => 1.0,
        _ => MOST,
    };
    let score = score.min(most);
    let (first, second) = (a.place.min(b.place), a.place.max(b.place));
    Some(Link {
        a: first,
        b: second,
        kind,
        score,
        ambiguous: false,
    })
}

/// The reader has `a` laid out.
fn by_wording(
    sheet: &Sheet,
    reader: &mut Reader,
    (a, b): (&Unit, &Unit),
    shared: &Shared,
) -> Worded {
    if a.wording == b.wording {
        return Some(SameWording::VERBATIM);
    }
    let words = shared.runs?;
    if words < LEAST && LEAST < a.wording.len().min(b.wording.len()) {
        return None;
    }
    let laid = &mut reader.laid().wording;
    let common = laid.common(b.words());
    let ratio = wording::ratio(common, a.wording.len(), b.wording.len());
    if VERBATIM_RATIO <= ratio && verbatim(sheet, a, b, common) {
        return Some(SameWording::VERBATIM);
    }
    let headline = a.role == Role::Headline || b.role == Role::Headline;
    if ratio < if headline { HEADLINE } else { COMMON } {
        return None;
    }
    let shares = Shares::new(a, b, ratio, (words, shared.order));
    let theirs = || own(sheet, &laid.shared_rows(b.words()));
    let edited = shares.fit(&DERIVED) || (shares.fit(&OWN) && theirs());
    edited.then(|| SameWording {
        kind: LinkKind::Edited,
        score: shares.most(),
        ratio,
    })
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
    fn new(a: &Unit, b: &Unit, ratio: f32, (words, substance): (usize, usize)) -> Self {
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

    /// The score of an edited pair, where the other sentences give it none that is higher.
    fn most(&self) -> f32 {
        self.ratio.max(self.cover).max(self.order)
    }
}

/// What the wording of two sentences is judged by, each as a share from 0 to 1: words of both that are
/// common and in the same order; words of the shorter one in runs that both have; its words of
/// substance in the same order.
pub fn wording_shares(sheet: &Sheet, a: &Unit, b: &Unit) -> [f32; 3] {
    let mut reader = Reader::new(sheet);
    let shared = reader.shared(a, b);
    let common = reader.laid().wording.common(b.words());
    let ratio = wording::ratio(common, a.wording.len(), b.wording.len());
    let shares = Shares::new(a, b, ratio, (shared.runs.unwrap_or(0), shared.order));
    [shares.ratio, shares.cover, shares.order]
}

/// Whether the rows that two sentences share are theirs alone rather than the whole story's.
fn own(sheet: &Sheet, rows: &[u32]) -> bool {
    let held = rows.iter().map(|it| sheet.rows.held(*it));
    let theirs = held.filter(|it| *it <= THEIRS).count();
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
    Some(match PARAPHRASE <= score {
        // “It fell,” he said: a quotation too short to be known by its wording alone.
        true if a.told() == b.told() => LinkKind::Edited,
        true => LinkKind::Paraphrase,
        false => LinkKind::Partial,
    })
}

/// Whether nothing but trivial words differs, and few of those.
fn verbatim(sheet: &Sheet, a: &Unit, b: &Unit, common: usize) -> bool {
    let changed = a.wording.len() + b.wording.len() - 2 * common;
    if TRIVIAL_WORDS < changed {
        return false;
    }
    let weighty = |it: &&Term| !TRIVIAL.contains(sheet.lexicon.word(**it));
    let core = |unit: &'_ Unit| {
        let core = unit.wording.iter().filter(weighty).copied();
        core.collect::<Vec<_>>()
    };
    let own = core(a);
    !own.is_empty() && own == core(b)
}

/// A link is ambiguous where one of its ends has another partner in the same article that scores
/// about as well.
fn mark_ambiguous(links: &mut [Link]) {
    // Sorted by their places, those of one sentence to one article stand together.
    for rivals in links.chunk_by_mut(|x, y| (x.a, x.b.article) == (y.a, y.b.article)) {
        mark(rivals.iter_mut().collect());
    }
    let mut back: Vec<&mut Link> = links.iter_mut().collect();
    back.sort_by_key(|it| (it.b, it.a.article));
    let mut back = back.into_iter().peekable();
    while let Some(first) = back.next() {
        let end = (first.b, first.a.article);
        let mut rivals = vec![first];
        while let Some(next) = back.next_if(|it| (it.b, it.a.article) == end) {
            rivals.push(next);
        }
        mark(rivals);
    }
}

/// Marks those of rivals that have another one near.
fn mark(mut rivals: Vec<&mut Link>) {
    if rivals.len() < 2 {
        return;
    }
    rivals.sort_by(|x, y| x.score.total_cmp(&y.score));
    for at in 1..rivals.len() {
        if (rivals[at].score - rivals[at - 1].score).abs() < NEAR {
            rivals[at].ambiguous = true;
            rivals[at - 1].ambiguous = true;
        }
    }
}
