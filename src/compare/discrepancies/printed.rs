//! A quotation that another source prints without its marks, with other words: as a block set apart,
//! as a post, or as its own.
//!
//! Of two linked sentences of one wording one is quoted, in whole or in part, and the other has
//! neither marks nor a speaker. Where nearly all of its words are those of the quotation, those that
//! differ make another reading. Cost: a difference of the words of each such pair.

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        page::{Page, Told},
        pair::Pair,
        piece::Piece,
        quote::{self, Relation},
    },
    model::{article::Role, comparison::DiscrepancyKind},
    text::quote::is_statement,
};

/// Words that a quotation and its print in another source differ in.
pub fn find(page: &Page<'_>, pair: &Pair<'_>) -> Option<Found> {
    if !pair.same_wording() || pair.ambiguous {
        return None;
    }
    one_way(page, pair.a, pair.b).or_else(|| one_way(page, pair.b, pair.a))
}

fn one_way(page: &Page<'_>, own: &Told<'_>, other: &Told<'_>) -> Option<Found> {
    let body = matches!(other.role, Role::Body | Role::List);
    if !body || !other.quoted.is_empty() || !other.sayings().is_empty() {
        return None;
    }
    let whole = Piece {
        told: other,
        words: 0..other.words.len(),
        opens: true,
        closes: true,
    };
    own.quoted.iter().find_map(|quoted| {
        let words = own.covered(*quoted);
        if !is_statement(&own.words[words.clone()]) {
            return None;
        }
        let piece = Piece {
            told: own,
            words,
            opens: true,
            closes: true,
        };
        let Relation::Altered(changes) = quote::relation(page, (&piece, &whole), true) else {
            return None;
        };
        let (first, last) = (changes.first()?, changes.last()?);
        let mark = |it: &Piece<'_>, from: usize, to: usize| {
            let span = it.span(&(from..to));
            Mark::new(it.told, span, span.of(it.told.text))
        };
        Some(Found::pair(
            DiscrepancyKind::Quote,
            mark(&piece, first.a.start, last.a.end),
            mark(&whole, first.b.start, last.b.end),
        ))
    })
}
