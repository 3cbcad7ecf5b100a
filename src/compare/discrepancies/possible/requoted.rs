//! A few words that both sources quote of a statement, of which some are others: "her usual nap
//! schedule", "my rigorous nap schedule"; "This person was ready", "He was ready".
//!
//! The sure rule wants more: what begins or ends with another word may be another statement, and few
//! words are said of anything. Where the two sentences are linked the shorter quotation is laid along
//! the longer one, and what of either stands beside words that both have is compared. Limits: words
//! of structure alone are passed over. Cost: a difference for each two quotations of linked sentences.

use std::ops::Range;

use crate::{
    compare::discrepancies::{
        found::Found,
        page::{Page, Told},
        pair::{self, Change, Pair},
        piece::Piece,
        quote::{self, Relation},
        spelling,
    },
    model::comparison::DiscrepancyKind,
    text::{same, token::Token},
};

/// The score of a link from which a quotation of few words is enough.
const SURE: f32 = 0.6;
/// Words of a quotation that is no longer of few words, and of the shortest.
const FEW: usize = 5;
const FEWEST: usize = 3;
/// Words of substance that both have at least.
const SUBSTANCE: usize = 2;
/// Likeness of two spellings of one word.
const SLIP: f32 = 0.8;
/// Words of substance in common from which another word at the edge is one of the statement's.
const EDGE: usize = 3;
/// Words of the longest stretch that stands for another.
const STRETCH: usize = 3;

/// Quotations of the two sentences that are one, but for some words.
pub fn find(page: &Page<'_>, pair: &Pair<'_>) -> Option<Found> {
    let (own, other) = (pieces(pair.a), pieces(pair.b));
    let pairs = own.iter().flat_map(|x| other.iter().map(move |y| (x, y)));
    pairs.into_iter().find_map(|(x, y)| {
        let changes = altered(pair.score, x, y)?;
        // One of the two sentences may answer another sentence of the other article.
        let elsewhere = |own: &Piece<'_>, other: &Piece<'_>| {
            page.quotes(other.told.place.article, &own.forms())
        };
        if elsewhere(x, y) || elsewhere(y, x) {
            return None;
        }
        // The sure rule tells it: asked last, since it is dear.
        if matches!(quote::relation(page, (x, y), false), Relation::Altered(_)) {
            return None;
        }
        let (first, last) = (changes.first()?, changes.last()?);
        let a = x.mark(first.a.start..last.a.end);
        let b = y.mark(first.b.start..last.b.end);
        if a.key == b.key {
            return None; // "NO", "no"
        }
        Some(Found::pair(DiscrepancyKind::Quote, a, b))
    })
}

fn pieces<'a>(told: &'a Told<'a>) -> Vec<Piece<'a>> {
    let pieces = told.quoted.iter().map(|it| Piece::new(told, *it));
    pieces.filter(|it| FEWEST <= it.words.len()).collect()
}

/// The words of either that stand for words of the other, where the rest is the same.
fn altered(score: f32, x: &Piece<'_>, y: &Piece<'_>) -> Option<Vec<Change>> {
    let (forms_x, forms_y) = (x.forms(), y.forms());
    let short = forms_x.len().min(forms_y.len());
    let enough = |common: usize| match short < FEW {
        true => SURE <= score && 2 * short <= 3 * common,
        false => 3 * short <= 4 * common,
    };
    // No more are common in order than stand anywhere in both.
    let both = forms_x.iter().filter(|it| forms_y.contains(it)).count();
    if forms_x == forms_y || !enough(both) {
        return None;
    }
    let all = pair::changes(&forms_x, &forms_y);
    let lacking = |own: fn(&Change) -> usize| all.iter().map(own).sum::<usize>();
    let common = forms_x.len() - lacking(|it| it.a.len());
    let words = x.vocabulary();
    let kept = (0..words.len()).filter(|at| !all.iter().any(|it| it.a.contains(at)));
    let weighty = kept.filter(|at| !words[*at].stop).count();
    if !enough(common) || weighty < SUBSTANCE {
        return None;
    }
    let both = all.iter().filter(|it| !it.a.is_empty() && !it.b.is_empty());
    let near = both.map(|it| trimmed(it, &forms_x));
    let told = near.filter(|it| {
        let (a, b) = (&x.words()[it.a.clone()], &y.words()[it.b.clone()]);
        let says = |piece: &Piece<'_>, of: &Range<usize>| {
            piece.vocabulary()[of.clone()].iter().any(|it| !it.stop)
        };
        let brief = it.a.len().max(it.b.len()) <= STRETCH;
        let edge = it.a.start == 0 || it.b.start == 0 || it.a.end == x.words.len();
        let both = says(x, &it.a) && says(y, &it.b);
        // "Two can play that game" and "They can play that game" were said on two occasions.
        let sure = !edge || EDGE <= weighty || both && SURE <= score;
        let short = |it: &[Token]| it.iter().any(|it| it.normal.contains('\''));
        let written =
            || quote::masked(x, a) || quote::masked(y, b) || slip(a, b) || short(a) || short(b);
        brief
            && sure
            && (says(x, &it.a) || says(y, &it.b))
            && !same::same(x.told.text, a, y.told.text, b)
            && !written()
    });
    let told: Vec<Change> = told.collect();
    (!told.is_empty()).then_some(told)
}

/// Whether two words are one in two spellings: "judgment", "judgement".
fn slip(a: &[Token], b: &[Token]) -> bool {
    matches!((a, b), ([x], [y]) if SLIP <= spelling::likeness(&x.normal, &y.normal))
}

/// A change at either end, without the words that only the longer one has beyond those of the
/// shorter.
fn trimmed(it: &Change, forms: &[u32]) -> Change {
    let short = it.a.len().min(it.b.len());
    let cut = |of: &Range<usize>, first: bool| match first {
        true => of.end - short..of.end,
        false => of.start..of.start + short,
    };
    let first = it.a.start == 0 || it.b.start == 0;
    let last = it.a.end == forms.len();
    match first || last {
        true => Change {
            a: cut(&it.a, first),
            b: cut(&it.b, first),
        },
        false => it.clone(),
    }
}
