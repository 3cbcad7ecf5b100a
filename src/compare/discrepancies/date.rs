//! The same thing dated differently.
//!
//! Datings of two linked sentences are paired off where they can mean the same day, each against
//! its article's day of publication. Of those left, two of one fineness (day against day, month
//! against month) contradict where they date the same thing: one stands for the other, or their
//! surroundings agree. Days that lie further apart than `APART`, and years, are mostly other
//! events: they contradict only where one stands for the other. Limits: "yesterday" in a statement
//! counts from the day of the article, not of the statement, and an article's date may be that of its
//! last change, so it is compared with its like only.

use jiff::civil::Date;

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        page::{Page, Told},
        pair::Pair,
    },
    model::comparison::{DiscrepancyKind, LinkKind},
    text::{
        common,
        date::{self, Dating, When, agree},
        saying,
        token::{Kind, Token},
    },
};

/// Days that datings of one event lie apart at most, where sources contradict one another in other
/// words.
const APART: i32 = 3;
/// Share of the barer sentence's substance in common from which two sentences tell of one event.
const SAME: f32 = 0.6;

/// Datings that contradict.
pub fn find(page: &Page<'_>, pair: &Pair<'_>) -> Vec<Found> {
    let days = (pair.a.published, pair.b.published);
    let left = open((&pair.a.datings, days.0), (&pair.b.datings, days.1));
    let right = open((&pair.b.datings, days.1), (&pair.a.datings, days.0));
    let mut found = Vec::new();
    for x in &left {
        let rival = |y: &&Dating| {
            fineness(x.when) == fineness(y.when)
                && dates_saying(pair.a, x) == dates_saying(pair.b, y)
                && relative(x) == relative(y)
                && (stands_for(pair, x, y)
                    || !dates_saying(pair.a, x)
                        && near(pair, x, y)
                        && same_event(pair, x, y)
                        && (surely(pair, x, y) || !elsewhere(page, pair, x, y)))
        };
        if let Some(y) = right.iter().find(rival) {
            found.push(Found::pair(
                DiscrepancyKind::Date,
                mark(pair.a, x),
                mark(pair.b, y),
            ));
        }
    }
    found
}

/// The datings of one sentence that no dating of the other means; one that the sentence has itself
/// as well stands for that: "on Friday … until December" has no answer in "on Monday … until
/// December", though Friday may lie in December.
fn open(own: (&[Dating], Option<Date>), other: (&[Dating], Option<Date>)) -> Vec<Dating> {
    let same = |x: &Dating, y: &Dating| agree(x.when, own.1, y.when, other.1) != Some(false);
    let own_too = |y: &Dating| own.0.iter().any(|it| it.when == y.when);
    let answered = |x: &Dating| {
        let mut meant = other.0.iter().filter(|y| same(x, y));
        meant.any(|y| x.when == y.when || !own_too(y))
    };
    own.0.iter().filter(|it| !answered(it)).copied().collect()
}

/// Whether an article of the pair has the other one's dating too, in another sentence: then it
/// most likely dates another thing.
fn elsewhere(page: &Page<'_>, pair: &Pair<'_>, x: &Dating, y: &Dating) -> bool {
    let has = |own: &Told<'_>, it: &Dating| {
        let all = page.article(own.place.article);
        all.iter()
            .flat_map(|told| &told.datings)
            .any(|other| other.when == it.when)
    };
    has(pair.b, x) || has(pair.a, y)
}

/// Whether one stands in the place of the other.
fn stands_for(pair: &Pair<'_>, x: &Dating, y: &Dating) -> bool {
    pair.same_wording() && pair.opposite(x.span, y.span)
}

/// Whether both can be days of one event.
fn near(pair: &Pair<'_>, x: &Dating, y: &Dating) -> bool {
    let apart = date::apart(x.when, pair.a.published, y.when, pair.b.published);
    apart.is_none_or(|days| days <= APART) && fineness(x.when) < 2
}

/// Whether both date what the two sentences share.
fn same_event(pair: &Pair<'_>, x: &Dating, y: &Dating) -> bool {
    pair.kind < LinkKind::Partial && common_noun(pair) && (closely(pair, x, y) || only_ones(pair))
}

/// Whether both stand in the same clause; in other words, with three words of substance in common.
fn closely(pair: &Pair<'_>, x: &Dating, y: &Dating) -> bool {
    let (common, _) = pair.agreement(pair.a, x.span, y.span);
    pair.same_clause(pair.a, x.span, y.span) && (pair.same_wording() || 3 <= common)
}

/// Whether both stand in the same clause beyond doubt: three words of substance in common around
/// them, out of no more than five.
fn surely(pair: &Pair<'_>, x: &Dating, y: &Dating) -> bool {
    let (common, all) = pair.agreement(pair.a, x.span, y.span);
    3 <= common && 3 * all <= 5 * common
}

/// Whether each sentence has no other dating, both look back or ahead, and they share most of
/// their substance.
fn only_ones(pair: &Pair<'_>) -> bool {
    let alone = pair.a.datings.len() == 1 && pair.b.datings.len() == 1;
    let ahead = |told: &Told<'_>| {
        told.words
            .iter()
            .any(|it| matches!(&*it.normal, "will" | "would" | "set" | "next"))
    };
    alone && ahead(pair.a) == ahead(pair.b) && SAME <= pair.substance(&(0..0), &(0..0)).1
}

fn relative(it: &Dating) -> bool {
    matches!(it.when, When::Days(_) | When::Months(_))
}

fn common_noun(pair: &Pair<'_>) -> bool {
    let plain = |it: &&Token| !it.capital && it.kind == Kind::Word && !common::is_stop(&it.normal);
    let shared = |it: &Token| pair.b.words.iter().any(|other| other.normal == it.normal);
    pair.a.words.iter().filter(plain).any(shared)
}

/// Whether it dates the saying ("said on Friday") rather than what is said.
fn dates_saying(told: &Told<'_>, it: &Dating) -> bool {
    let words = told.covered(it.span);
    let mut before = told.words[..words.start].iter().rev();
    let verb = before.find(|it| it.normal != "on");
    let after = told.words.get(words.end);
    let says = |word: Option<&Token>| word.is_some_and(|it| saying::is_verb(&it.normal));
    says(verb) || says(after)
}

/// 0 for days, 1 for months, 2 for years.
fn fineness(when: When) -> u8 {
    match when {
        When::Weekday(_) | When::Day(..) | When::Days(_) => 0,
        When::Month(..) | When::Months(_) => 1,
        When::Year(_) => 2,
    }
}

fn mark(told: &Told<'_>, it: &Dating) -> Mark {
    Mark::new(told, it.span, format!("{:?}", it.when)).of_value()
}
