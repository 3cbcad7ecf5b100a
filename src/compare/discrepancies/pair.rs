//! Two linked sentences laid side by side: which words answer which.
//!
//! The words are aligned by the Patience difference of their normal forms. Rules ask three things:
//! what stands opposite some words, how much two places share of their surroundings, and how much
//! of their substance the two sentences share outside some words. Cost: the difference is made
//! when first asked for; surroundings are a handful of words each.

use std::{
    cell::{OnceCell, RefCell},
    ops::Range,
    rc::Rc,
};

use foldhash::HashMap;
use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::{
    compare::discrepancies::{page::Told, vocabulary::Word},
    model::comparison::LinkKind,
    text::{name, span::Span, token::Token},
};

/// Words on each side of a place that are its surroundings.
const REACH: usize = 6;

/// Words at most in the one place in which two sentences differ.
const FRAMED: usize = 3;

/// Words at most on each side of a change in which one thing stands for another.
const SHORT: usize = 6;

/// Scores of links below which readers found most of what the rules told to be about two statements.
const CLOSE: f32 = 0.8;
const SURE: f32 = 0.85;

/// Two sentences of different articles that share what they say.
pub struct Pair<'a> {
    pub a: &'a Told<'a>,
    pub b: &'a Told<'a>,
    pub kind: LinkKind,
    /// The link's; 0 where there is none.
    pub score: f32,
    pub ambiguous: bool,
    /// Whether they differ in one place alone.
    framed: bool,
    changes: OnceCell<Changes>,
    known: Option<&'a Known>,
}

/// The changes between sentences that were laid side by side, each by the first with its words: a large
/// story prints most of them several times.
#[derive(Default)]
pub struct Known(RefCell<HashMap<(u32, u32), Changes>>);

type Changes = Rc<[Change]>;

/// A stretch of words that the other sentence does not have: by index, either may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub a: Range<usize>,
    pub b: Range<usize>,
}

/// Words of one sentence, by index, that the other lacks where its word `at` stands.
pub struct Insertion<'a> {
    pub own: &'a Told<'a>,
    pub words: Range<usize>,
    pub other: &'a Told<'a>,
    pub at: usize,
}

impl Insertion<'_> {
    /// Whether both sentences quote it, so that it is a change of a quotation.
    pub fn is_quoted(&self) -> bool {
        let other = self.at.min(self.other.words.len().saturating_sub(1));
        self.own.is_quoted(self.words.start)
            && !self.other.words.is_empty()
            && self.other.is_quoted(other)
    }

    /// The words with the next one in the same sentence that is no article, and what stands for that in
    /// the other; None where the sentence ends with them.
    pub fn with_next(&self) -> Option<(Span, Span)> {
        let behind = self.own.forms.get(self.words.end..)?;
        let there = self.other.forms.get(self.at..)?;
        let words = self.own.words[self.words.end..].iter();
        let article = |it: &&Token| matches!(&*it.normal, "a" | "an" | "the");
        let articles = words.take_while(article).count();
        let next = articles.min(behind.len().min(there.len()).checked_sub(1)?);
        let own = self.words.start..self.words.end + next + 1;
        let other = self.at..self.at + next + 1;
        Some((
            name::span(&self.own.words, &own),
            name::span(&self.other.words, &other),
        ))
    }
}

impl<'a> Pair<'a> {
    /// Two sentences that are no link.
    pub fn new(a: &'a Told<'a>, b: &'a Told<'a>, kind: LinkKind, ambiguous: bool) -> Self {
        Self {
            a,
            b,
            kind,
            score: 0.0,
            ambiguous,
            framed: framed(a, b),
            changes: OnceCell::new(),
            known: None,
        }
    }

    /// With what is known of copies of the two.
    pub fn knowing(self, known: &'a Known) -> Self {
        Self {
            known: Some(known),
            ..self
        }
    }

    /// With the score of their link.
    pub fn scored(self, score: f32) -> Self {
        Self { score, ..self }
    }

    /// The other of the two.
    pub fn other(&self, own: &Told<'_>) -> &'a Told<'a> {
        match own.place == self.a.place {
            true => self.b,
            false => self.a,
        }
    }

    /// Whether both make one statement surely enough that a doubt about it, or other people counted in
    /// it, is told.
    pub fn is_close(&self) -> bool {
        self.same_wording() || CLOSE <= self.score
    }

    /// Whether what one of them gives to a speaker and the other does not was surely said once.
    pub fn is_sure(&self) -> bool {
        SURE <= self.score
    }

    /// Whether both have the same words in the same order.
    pub fn same_words(&self) -> bool {
        let (a, b) = (&self.a.forms, &self.b.forms);
        a.len() == b.len() && a.iter().zip(b).all(|(x, y)| x.form == y.form)
    }

    /// Whether one is worded after the other; of short sentences also where all but a few words in
    /// one place are the same: "It cost $12m", "It cost $13m".
    pub fn same_wording(&self) -> bool {
        self.kind <= LinkKind::Edited || self.framed
    }

    /// Every stretch that changed, in order; a removal beside an addition is one change.
    pub fn changes(&self) -> &[Change] {
        self.changes.get_or_init(|| {
            let forms = |it: &Told<'_>| it.forms.iter().map(|it| it.form).collect::<Vec<_>>();
            let find = || changes(&forms(self.a), &forms(self.b)).into();
            match self.known {
                Some(Known(known)) => {
                    let mut known = known.borrow_mut();
                    let own = known.entry((self.a.first, self.b.first));
                    own.or_insert_with(find).clone()
                }
                None => find(),
            }
        })
    }

    /// Words that stand in one of the two sentences only, with the same words around them.
    pub fn insertions(&self) -> impl Iterator<Item = Insertion<'a>> {
        let all = self.changes().iter();
        all.filter_map(|it| match (it.a.is_empty(), it.b.is_empty()) {
            (false, true) => Some(Insertion {
                own: self.a,
                words: it.a.clone(),
                other: self.b,
                at: it.b.start,
            }),
            (true, false) => Some(Insertion {
                own: self.b,
                words: it.b.clone(),
                other: self.a,
                at: it.a.start,
            }),
            _ => None,
        })
    }

    /// Whether both spans lie in one change, so that one stands for the other.
    pub fn opposite(&self, a: Span, b: Span) -> bool {
        let (a, b) = (self.a.covered(a), self.b.covered(b));
        let meets = |x: &Range<usize>, y: &Range<usize>| x.start < y.end && y.start < x.end;
        let short = |it: &Change| it.a.len().max(it.b.len()) <= SHORT;
        let mut near = self.changes().iter().filter(|it| short(it));
        near.any(|it| meets(&it.a, &a) && meets(&it.b, &b))
    }

    /// How many words of substance two places share in their surroundings.
    pub fn shared_around(&self, a: Span, b: Span) -> usize {
        shared(&self.a.around(a, REACH), &self.b.around(b, REACH))
    }

    /// Whether a place of `own`, which is one of the two, and a place of the other stand in the
    /// same clause, as far as their surroundings tell: a third of the words of substance around the
    /// barer place are common, three fifths where less of the wording is.
    pub fn same_clause(&self, own: &Told<'_>, here: Span, there: Span) -> bool {
        let (common, all) = self.agreement(own, here, there);
        match self.kind {
            LinkKind::Verbatim | LinkKind::Edited => 1 <= common && all <= 3 * common,
            LinkKind::Paraphrase => {
                2 + usize::from(self.ambiguous) <= common && 3 * all <= 5 * common
            }
            LinkKind::Partial => 3 <= common && 3 * all <= 4 * common,
        }
    }

    /// How many words of substance a place of `own` and a place of the other share around them, of
    /// how many around the barer one.
    pub fn agreement(&self, own: &Told<'_>, here: Span, there: Span) -> (usize, usize) {
        let (a, b) = match own.place == self.a.place {
            true => (here, there),
            false => (there, here),
        };
        let (near_a, near_b) = (self.a.around(a, REACH), self.b.around(b, REACH));
        (shared(&near_a, &near_b), near_a.len().min(near_b.len()))
    }

    /// How many words of substance both have outside some words of each, by index, and the share
    /// of the barer sentence's that they are.
    pub fn substance(&self, but_a: &Range<usize>, but_b: &Range<usize>) -> (usize, f32) {
        let (a, b) = (self.a.substance(but_a), self.b.substance(but_b));
        let common = shared(&a, &b);
        (common, common as f32 / a.len().min(b.len()).max(1) as f32)
    }

    /// The same outside some words of `own`, which is one of the two, alone.
    pub fn substance_beside(&self, own: &Told<'_>, but: &Range<usize>) -> (usize, f32) {
        match own.place == self.a.place {
            true => self.substance(but, &(0..0)),
            false => self.substance(&(0..0), but),
        }
    }

    /// Whether two places of the pair tell of the same thing: one stands for the other, or they
    /// share enough of their surroundings for a link of this kind.
    pub fn same_thing(&self, a: Span, b: Span) -> bool {
        let needed = match self.kind {
            LinkKind::Verbatim | LinkKind::Edited if self.opposite(a, b) => return true,
            LinkKind::Verbatim | LinkKind::Edited => 1,
            LinkKind::Paraphrase | LinkKind::Partial => 2,
        };
        needed <= self.shared_around(a, b)
    }
}

/// Whether two sentences begin and end with the same words, a word of substance among them, and no
/// more than `FRAMED` stand between.
fn framed(a: &Told<'_>, b: &Told<'_>) -> bool {
    let same = |it: &(&Word, &Word)| it.0.form == it.1.form;
    let most = a.forms.len().min(b.forms.len());
    let before = a.forms.iter().zip(&b.forms).take_while(same).count();
    let behind = a.forms.iter().rev().zip(b.forms.iter().rev());
    let behind = behind.take(most - before).take_while(same).count();
    let rest = a.forms.len().max(b.forms.len()) - before - behind;
    let mut frame = a.forms[..before]
        .iter()
        .chain(&a.forms[a.forms.len() - behind..]);
    rest <= FRAMED && rest < before + behind + 1 && frame.any(|it| !it.stop)
}

/// Every stretch in which two rows of forms differ, in order; a removal beside an addition is one.
pub fn changes(a: &[u32], b: &[u32]) -> Vec<Change> {
    let mut found: Vec<Change> = Vec::new();
    for it in capture_diff_slices(Algorithm::Patience, a, b) {
        let (tag, a, b) = it.as_tag_tuple();
        if tag == DiffTag::Equal {
            continue;
        }
        match found
            .last_mut()
            .filter(|last| last.a.end == a.start && last.b.end == b.start)
        {
            Some(last) => (last.a.end, last.b.end) = (a.end, b.end),
            None => found.push(Change { a, b }),
        }
    }
    found
}

/// How many of two lists without repeats are common.
pub fn shared(a: &[u32], b: &[u32]) -> usize {
    a.iter().filter(|it| b.contains(it)).count()
}
