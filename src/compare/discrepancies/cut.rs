//! Quotations of which another source prints a part only.
//!
//! Told last, since papers shorten what they quote all the time: what matters is what was left out.
//! A part is told where words of substance are missing from it that its article tells nowhere near,
//! within two paragraphs, neither inside quotation marks nor in its own words, nor quotes anywhere.
//!
//! Cost: the versions that are alike, each with its words and those of its paragraphs.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use foldhash::HashSet;

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        page::Page,
        piece::Piece,
        vocabulary::Word,
    },
    model::{
        comparison::{Differs, DiscrepancyKind},
        index::{ArticleIx, Place},
    },
    text::span::Span,
};

/// Words of substance that a part lacks at least.
const LACKING: usize = 2;
/// Paragraphs before and behind a part in which its article may tell the rest.
const NEAR: u32 = 2;
/// Words in a row by which a quotation is known elsewhere.
const RUN: usize = 4;
/// Parts of one quotation, and sentences of those paragraphs, beyond which no more are looked at.
const MANY: usize = 64;

/// The parts that others print of each version that is no part itself: its words that they lack, and
/// the places where these are missing. `alike` has, for each version, those that are a part of it or
/// it of them, `told` the places at which one quotation is told to be printed differently.
pub fn find(
    page: &Page<'_>,
    versions: &[Vec<Piece<'_>>],
    alike: &BTreeMap<usize, BTreeSet<usize>>,
    told: &HashSet<(Place, Place)>,
) -> Vec<Found> {
    let within = |x: usize, y: usize| versions[x][0].position(&versions[y][0]);
    let mut found = Vec::new();
    for (whole, others) in alike {
        if others.iter().any(|it| within(*it, *whole).is_some()) {
            continue;
        }
        let carriers = || versions[*whole].iter();
        let carried: BTreeSet<ArticleIx> = carriers().map(|it| it.told.place.article).collect();
        let told_of = |it: &Piece, of: &Piece| told.contains(&(it.told.place, of.told.place));
        let known = |it: &Piece| carriers().take(MANY).any(|of| told_of(it, of));
        let apart = |it: &&Piece| !carried.contains(&it.told.place.article) && !known(it);
        for part in others.iter().take(MANY) {
            let Some(kept) = within(*whole, *part) else {
                continue;
            };
            let lacking = Lacking::new(&versions[*whole][0], kept);
            let cut = versions[*part].iter().filter(apart);
            let cut: Vec<&Piece> = cut.filter(|it| lacking.is_cut(page, it)).collect();
            let (phrases, statements): (Vec<&Piece>, Vec<&Piece>) =
                cut.into_iter().partition(|it| it.is_phrase());
            let told = |cut: Vec<&Piece<'_>>| {
                let whole = carriers().flat_map(|it| lacking.words(it));
                let part = cut.into_iter().flat_map(|it| lacking.ends(it));
                Found::new(DiscrepancyKind::Quote, whole.chain(part).collect()).softly()
            };
            if !statements.is_empty() {
                found.push(told(statements));
            }
            if !phrases.is_empty() {
                found.push(told(phrases).slightly());
            }
        }
    }
    found
}

/// Whether it tells of a part that stands as a phrase in a sentence of its article: what is left out of
/// the rest matters less, and is told where no other slight rule tells of it.
pub fn is_of_phrase(it: &mut Found) -> bool {
    it.kind == DiscrepancyKind::Quote && it.differs == Differs::Slightly
}

/// All runs of `RUN` words of a stretch.
pub fn runs(words: &[Word]) -> Vec<[u32; RUN]> {
    let run = |it: &[Word]| Some(it.first_chunk::<RUN>()?.map(|it| it.form));
    words.windows(RUN).filter_map(run).collect()
}

/// Whether an article quotes most of some runs, in any of its sentences.
pub fn quotes(page: &Page<'_>, article: ArticleIx, runs: &[[u32; RUN]]) -> bool {
    let looked = runs.iter().take(MANY);
    let quoted = looked.filter(|it| page.quotes(article, &it[..])).count();
    !runs.is_empty() && runs.len().min(MANY) <= 2 * quoted
}

/// What a part lacks of the whole.
struct Lacking {
    /// By index in the whole; empty where no word of substance is missing on that side.
    before: Range<usize>,
    behind: Range<usize>,
    /// Stems of substance that stand nowhere in the part.
    stems: BTreeSet<u32>,
    /// The missing words in runs of `RUN`.
    runs: Vec<[u32; RUN]>,
}

impl Lacking {
    fn new(whole: &Piece<'_>, kept: Range<usize>) -> Self {
        let words = whole.vocabulary();
        let weighty = |it: &Range<usize>| words[it.clone()].iter().any(|it| !it.stop);
        let side = |it: Range<usize>| if weighty(&it) { it } else { 0..0 };
        let stems = |it: &[Word]| -> BTreeSet<u32> {
            let weighty = it.iter().filter(|it| !it.stop);
            weighty.map(|it| it.stem).collect()
        };
        let (before, behind) = (side(0..kept.start), side(kept.end..words.len()));
        let run = |it: &[Word]| {
            it.first_chunk()
                .map(|it: &[Word; RUN]| it.map(|it| it.form))
        };
        let runs = |of: &Range<usize>| words[of.clone()].windows(RUN).filter_map(run).collect();
        let (first, last): (Vec<_>, Vec<_>) = (runs(&before), runs(&behind));
        Self {
            runs: [first, last].concat(),
            before,
            behind,
            stems: &stems(words) - &stems(&words[kept]),
        }
    }

    /// Whether most of it stands nowhere near the part.
    fn is_cut(&self, page: &Page<'_>, part: &Piece<'_>) -> bool {
        let near = page.near(part.told, NEAR).take(MANY).chain([part.told]);
        let near: HashSet<u32> = near.flat_map(|it| &it.forms).map(|it| it.stem).collect();
        let left = self.stems.iter().filter(|it| !near.contains(it)).count();
        LACKING <= left
            && self.stems.len() <= 2 * left
            && !quotes(page, part.told.place.article, &self.runs)
    }

    /// The words, where the whole is printed.
    fn words(&self, whole: &Piece<'_>) -> Vec<Mark> {
        let sides = [&self.before, &self.behind].into_iter();
        let mark = |it| Mark::new(whole.told, whole.span(it), "whole").aside();
        sides.filter(|it| !it.is_empty()).map(mark).collect()
    }

    /// Where they are missing.
    fn ends(&self, part: &Piece<'_>) -> Vec<Mark> {
        let all = part.span(&(0..part.words.len()));
        let sides = [(&self.before, all.start()), (&self.behind, all.end())];
        let sides = sides.into_iter().filter(|it| !it.0.is_empty());
        sides
            .map(|(_, at)| Mark::new(part.told, Span::new(at, at), "part"))
            .collect()
    }
}
