//! A quotation in one of two linked sentences beside other words in the other: a short one that is
//! quoted with other words, one turned into indirect speech with other content.
//!
//! Steps: each quotation is cut at its marks into clauses; the words of substance of a clause are
//! looked for in the other sentence; where enough of them stand close together there, but not all,
//! and not word for word, both say it differently. A clause that the other article quotes word for
//! word anywhere is only summed up by the sentence. A phrase that is a part of what the other
//! quotes is no other reading: of a statement any part may be quoted.
//!
//! Limits: a synonym counts as another word, since nothing here knows that it is none.
//! Cost: the quoted clauses of a pair, each times the words of the other sentence.

use std::{collections::BTreeSet, ops::Range};

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        page::{Page, Told},
        pair::Pair,
        speaker::{self, Speakers},
    },
    model::comparison::{DiscrepancyKind, LinkKind},
    text::{same, saying},
};

/// Words of substance of a clause that the other sentence has at least, and their share.
const COMMON: usize = 3;
const SHARE: f32 = 0.5;
/// The share where less is known.
const LOOSE: f32 = 0.4;
/// The same of a clause with no more than `FEW` words of substance.
const FEW: usize = 4;
const COMMON_OF_FEW: usize = 2;
/// Words at most that stand between the first and the last of them there, as a multiple of the
/// clause's own.
const SPREAD: usize = 2;
/// Words in a row by which a clause is known to be quoted elsewhere.
const RUN: usize = 3;
/// Share of the words of substance that two short quotations have in common.
const AGREED: f32 = 0.75;
/// Words of a clause beyond which nobody tells it in other words in one go.
const LONGEST: usize = 100;
/// The score of a link from which two sentences that name no speaker quote the same one.
const NAMELESS: f32 = 0.9;
/// Words at most of two quotations that are compared here: longer ones are compared as such.
const WHOLE: usize = 8;

/// Quotations that the other sentence gives in other words.
pub fn find(page: &Page<'_>, speakers: &Speakers, pair: &Pair<'_>) -> Vec<Found> {
    let sure = pair.is_sure() && (!pair.ambiguous || pair.same_wording());
    match sure && pair.kind < LinkKind::Partial {
        true => clause_by_clause(page, speakers, pair, true),
        false => Vec::new(),
    }
}

/// The same where less is known: fewer words in common, of a speaker who may be the same.
pub fn loosely(page: &Page<'_>, speakers: &Speakers, pair: &Pair<'_>) -> Vec<Found> {
    match pair.kind == LinkKind::Paraphrase {
        true => clause_by_clause(page, speakers, pair, false),
        false => Vec::new(),
    }
}

fn clause_by_clause(
    page: &Page<'_>,
    speakers: &Speakers,
    pair: &Pair<'_>,
    strict: bool,
) -> Vec<Found> {
    let mut found = Vec::new();
    for (own, other) in [(pair.a, pair.b), (pair.b, pair.a)] {
        for quoted in &own.quoted {
            let words = own.covered(*quoted);
            let clauses = clauses(own, words).into_iter();
            let clauses = clauses.filter(|it| it.len() <= LONGEST);
            found.extend(
                clauses.filter_map(|it| altered(page, speakers, pair, (own, &it), other, strict)),
            );
        }
    }
    found
}

/// The parts of a quotation between its marks.
fn clauses(told: &Told<'_>, words: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = words.start;
    for at in words.clone() {
        if at + 1 == words.end || told.parted(at, at + 1) {
            found.push(start..at + 1);
            start = at + 1;
        }
    }
    found
}

fn weighty(told: &Told<'_>, words: &Range<usize>) -> BTreeSet<u32> {
    let forms = told.forms[words.clone()].iter();
    forms.filter(|it| !it.stop).map(|it| it.stem).collect()
}

/// A clause that the other sentence has with some other words.
fn altered(
    page: &Page<'_>,
    speakers: &Speakers,
    pair: &Pair<'_>,
    (own, words): (&Told<'_>, &Range<usize>),
    other: &Told<'_>,
    strict: bool,
) -> Option<Found> {
    let has = |at: &usize| !own.forms[*at].stop && other.find(own.forms[*at]).is_some();
    if words.clone().filter(has).count() < COMMON_OF_FEW {
        return None; // most clauses end here
    }
    let content = weighty(own, words);
    let needed = match content.len() <= FEW {
        true => COMMON_OF_FEW,
        false => COMMON,
    };
    let near = nearest(&content, other, SPREAD * words.len())?;
    let there = weighty(other, &near);
    let common = content.intersection(&there).count();
    let plain = |told: &Told<'_>, words: &Range<usize>| {
        let small = words.clone().filter(|at| !told.words[*at].capital);
        small.map(|at| told.forms[at].stem).collect::<BTreeSet<_>>()
    };
    let small = plain(own, words)
        .intersection(&plain(other, &near))
        .filter(|it| content.contains(it))
        .count();
    let share = if strict { SHARE } else { LOOSE };
    let enough = needed <= common && 1 <= small && share * content.len() as f32 <= common as f32;
    if !enough || verbatim(own, words, other) || verbatim(other, &near, own) {
        return None;
    }
    let all = common == content.len();
    let quoted = other.is_quoted(near.start) && other.is_quoted(near.end - 1);
    let whole = AGREED * content.len().max(there.len()) as f32 <= common as f32;
    let open =
        quoted && whole && !by_another(speakers, own, other) && short(own, other, &near, strict)
            || !quoted
                && !all
                && match strict {
                    true => by_the_same(speakers, pair, own, other),
                    false => {
                        !other.sayings().is_empty()
                            && may_be_one(page, speakers, pair, (own, other))
                    }
                }
                && !crosses(other, &near)
                && reports(other)
                && !quoted_elsewhere(page, own, words, other);
    if !open || spelt((own, words), (other, &near)) {
        return None;
    }
    Some(differ((own, words), (other, &near), quoted))
}

/// Whether words of what is not quoted as a whole stand in a quotation.
fn crosses(told: &Told<'_>, words: &Range<usize>) -> bool {
    words.clone().any(|at| told.is_quoted(at))
}

/// Whether the words are the same but for their spelling.
fn spelt(x: (&Told<'_>, &Range<usize>), y: (&Told<'_>, &Range<usize>)) -> bool {
    let written = |(told, at): (&Told<'_>, &Range<usize>)| told.words[at.clone()].to_vec();
    same::same(x.0.text, &written(x), y.0.text, &written(y))
}

/// Whether other words may be what the same speaker said: who is quoted is named beside them too, or
/// both are said by "she". Where nobody says it, only a sentence of the same wording tells it.
fn by_the_same(speakers: &Speakers, pair: &Pair<'_>, own: &Told<'_>, other: &Told<'_>) -> bool {
    let named = |told: &Told<'_>| speakers.at(told.place).filter(|it| it.told);
    let unnamed = |told: &Told<'_>| told.saying().is_some() && named(told).is_none();
    match named(own) {
        Some(it) => speaker::named_in(it, other),
        None => pair.same_wording() || unnamed(own) && unnamed(other),
    }
}

/// Whether both sentences name who is quoted, and the other names somebody else.
fn by_another(speakers: &Speakers, own: &Told<'_>, other: &Told<'_>) -> bool {
    let named = |told: &Told<'_>| speakers.at(told.place).filter(|it| it.told);
    let apart = |here: &Told<'_>, there: &Told<'_>| {
        named(here).is_some_and(|it| !speaker::named_in(it, there))
    };
    apart(own, other) && apart(other, own)
}

/// Whether one and the same may speak in both, as far as the paragraphs around them tell.
fn may_be_one(
    page: &Page<'_>,
    speakers: &Speakers,
    pair: &Pair<'_>,
    (own, other): (&Told<'_>, &Told<'_>),
) -> bool {
    let named = |told: &Told<'_>| speakers.at(told.place).filter(|it| it.told);
    let beside = |it, told: &Told<'_>| page.near(told, 1).any(|near| speaker::named_in(it, near));
    match (named(own), named(other)) {
        (Some(x), Some(y)) => speaker::named_in(x, other) && speaker::named_in(y, own),
        (Some(it), None) => beside(it, other),
        (None, Some(it)) => beside(it, own),
        (None, None) => NAMELESS <= pair.score && !pair.ambiguous,
    }
}

/// Whether both quote no more than a phrase, or one of them: longer quotations are compared as such.
fn short(own: &Told<'_>, other: &Told<'_>, near: &Range<usize>, both: bool) -> bool {
    let place = other.words[near.start].span;
    let there = other.quoted.iter().filter(|it| it.overlap(place) > 0);
    let longest = |told: &Told<'_>| {
        let all = told.quoted.iter().map(|it| told.covered(*it).len());
        all.max().unwrap_or(0)
    };
    let there = there.map(|it| other.covered(*it).len()).max().unwrap_or(0);
    match both {
        true => longest(own).max(there) <= WHOLE,
        false => longest(own).min(there) <= WHOLE,
    }
}

/// Two readings, each by its words; the second may be no quotation.
fn differ(x: (&Told<'_>, &Range<usize>), y: (&Told<'_>, &Range<usize>), quoted: bool) -> Found {
    let other = Mark::of_words(y.0, y.1);
    let other = if quoted { other } else { other.aside() };
    Found::pair(DiscrepancyKind::Quote, Mark::of_words(x.0, x.1), other).softly()
}

/// Whether a sentence tells what someone said, or quotes.
fn reports(told: &Told<'_>) -> bool {
    !told.quoted.is_empty() || told.words.iter().any(|it| saying::is_verb(&it.normal))
}

/// The stretch of at most `most` words that has most of the stems, from the first to the last, without
/// a verb of saying between them: what is said before and behind it are two things.
fn nearest(content: &BTreeSet<u32>, told: &Told<'_>, most: usize) -> Option<Range<usize>> {
    let hits: Vec<usize> = (0..told.words.len())
        .filter(|at| !told.forms[*at].stop && content.contains(&told.forms[*at].stem))
        .collect();
    let verbs: Vec<usize> = told.sayings().iter().map(|it| it.verb).collect();
    let stretch = |first: usize| {
        let start = hits[first];
        let verb = verbs.iter().filter(|it| start < **it).min();
        let end = verb.map_or(usize::MAX, |it| *it).min(start + most);
        let within = hits[first..].iter().take_while(|at| **at < end);
        let stems: BTreeSet<u32> = within.clone().map(|at| told.forms[*at].stem).collect();
        let end = within.last().map_or(start, |at| *at) + 1;
        (stems.len(), start..end)
    };
    let all = (0..hits.len()).map(stretch);
    let best = all.max_by_key(|(count, it)| (*count, std::cmp::Reverse((it.len(), it.start))))?;
    Some(best.1)
}

fn forms(told: &Told<'_>, words: &Range<usize>) -> Vec<u32> {
    told.forms[words.clone()].iter().map(|it| it.form).collect()
}

/// Whether the other sentence has the very words.
fn verbatim(own: &Told<'_>, words: &Range<usize>, other: &Told<'_>) -> bool {
    let wanted = forms(own, words);
    let all = forms(other, &(0..other.words.len()));
    all.windows(wanted.len().max(1)).any(|it| it == wanted)
}

/// Whether the other article quotes a run of these words, in any of its sentences.
fn quoted_elsewhere(
    page: &Page<'_>,
    own: &Told<'_>,
    words: &Range<usize>,
    other: &Told<'_>,
) -> bool {
    let wanted = forms(own, words);
    let mut runs = wanted.windows(RUN);
    runs.any(|it| page.quotes(other.place.article, it))
}
