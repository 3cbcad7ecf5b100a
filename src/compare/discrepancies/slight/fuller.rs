//! A name with more words in one article than in another: "Tove Lind", "Tove K. Lind"; "the Relief Fund",
//! "the Marl Relief Fund".
//!
//! The shorter one's words stand in the longer one, in order, with at most two others: of a person
//! between the first name and the last, or "Jr" behind them; of anything else in front of the last word,
//! but for one that only begins a sentence. Of an article that has both the fuller one counts. Limits:
//! of two funds of one name both are told as one. Cost: pairs of names that share their first or last
//! word.

use std::collections::BTreeSet;

use crate::{
    compare::discrepancies::{
        forms,
        found::{Found, stand_apart},
        lists,
        proper::Names,
    },
    model::comparison::DiscrepancyKind,
    text::{common, name},
};

/// Words that the longer one has beside the shorter one's.
const MORE: usize = 2;

/// Names that are fuller in another article.
pub fn find(names: &Names<'_>) -> Vec<Found> {
    let all = forms::sharing(names);
    let told = all.iter().filter_map(|(x, y)| {
        let (short, long) = if x.len() < y.len() { (x, y) } else { (y, x) };
        let shorter = names.marks_without(short, long);
        let longer = match forms::other_first(x, y) {
            true => names.marks_without(long, short),
            false if one(names, x, y) => names.marks(long),
            false => return None,
        };
        let marks = [longer, shorter].concat();
        stand_apart(&marks).then(|| Found::new(DiscrepancyKind::Name, marks))
    });
    told.collect()
}

fn one(names: &Names<'_>, x: &[&str], y: &[&str]) -> bool {
    let (short, long) = if x.len() < y.len() { (x, y) } else { (y, x) };
    let rest = match lacking(short, long) {
        Some(rest) if !rest.is_empty() && rest.len() <= MORE => rest,
        _ => return false,
    };
    let initials = rest.iter().all(|it| it.chars().count() == 1);
    let person = initials || forms::is_first(short[0]) || names.is_person(x) || names.is_person(y);
    let (first, last) = (short.first() == long.first(), short.last() == long.last());
    let plain =
        |it: &&str| name::nation(it).is_none() && name::part(it).is_none() && !common::is_stop(it);
    let figure = |it: &&str| it.starts_with(|c: char| c.is_ascii_digit());
    let office = || name::part(short[0]).is_some() || lists::is_person(short[0]);
    // Whoever has both may mean two: father and son, "the White House" and "the Trump White House".
    let apart = || names.articles(x).is_disjoint(&names.articles(y));
    match person {
        true => {
            let one = last || surnamed(short, long) && apart();
            first && one && !office() && rest.iter().all(plain)
        }
        false => {
            let plain = |it: &&str| *it == "and" || plain(it);
            // "Later Tove Lind said": what begins the sentence is no part of the name.
            let joined = first && rest.contains("and");
            let within = joined || (first || names.stands_within(long)) && apart();
            last && within && rest.iter().all(plain) && !long.iter().any(figure)
        }
    }
}

/// The words of the longer that are not the shorter's; None where those do not stand in it, in order.
fn lacking<'a>(short: &[&str], long: &[&'a str]) -> Option<BTreeSet<&'a str>> {
    let mut wanted = short.iter().peekable();
    let mut rest = BTreeSet::new();
    for it in long {
        match wanted.next_if(|own| *own == it) {
            Some(_) => (),
            None => drop(rest.insert(*it)),
        }
    }
    wanted.peek().is_none().then_some(rest)
}

/// Whether the longer one has no more behind the last name than what tells a son from his father.
fn surnamed(short: &[&str], long: &[&str]) -> bool {
    const SONS: &[&str] = &["jr", "sr", "ii", "iii"];
    let behind = |it: &&&str| SONS.contains(*it);
    let named = long.iter().rev().skip_while(behind).count();
    long[..named].last() == short.last()
}
