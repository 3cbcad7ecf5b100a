//! A count that one source has exactly and another rounded, whether or not the sentences are linked:
//! "3,141 people", "more than 3,100 people".
//!
//! Large counts of one unit that lie all but together are one count. Of each article the most exact one
//! is compared; what they count must have a word of substance in common near it. Limits: a count at two
//! times of one day is told too. Cost: sorting the numbers.

use std::collections::BTreeMap;

use crate::{
    compare::discrepancies::{
        found::Found,
        number,
        page::{Page, Told},
        pair::Pair,
        unlinked,
    },
    model::{comparison::LinkKind, index::ArticleIx},
    text::number::{Bound, Number},
};

/// Counts below which two are alike by chance.
const LARGE: f64 = 100.0;
/// How much larger one is at most.
const NEAR: f64 = 1.04;
/// Words of substance in common around both.
const COMMON: usize = 1;

type Counted<'a, 'b> = (&'b Told<'a>, &'b Number);

/// Counts that are rounded in another article.
pub fn find(page: &Page<'_>) -> Vec<Found> {
    let mut by_unit: BTreeMap<&str, Vec<Counted>> = BTreeMap::new();
    for told in &page.told {
        let counts = |it: &&Number| {
            let plain = !it.unit.is_empty() && !it.ordinal && it.bound != Bound::Vague;
            plain && LARGE <= it.value && !unlinked::year_like(told, it)
        };
        for it in told.numbers.iter().filter(counts) {
            by_unit.entry(&it.unit).or_default().push((told, it));
        }
    }
    by_unit.retain(|unit, _| !unlinked::is_time(unit) && *unit != "clock");
    by_unit.into_values().flat_map(of_unit).collect()
}

fn of_unit(mut all: Vec<Counted<'_, '_>>) -> Vec<Found> {
    all.sort_by(|x, y| x.1.value.total_cmp(&y.1.value));
    let mut found = Vec::new();
    let mut rest = &all[..];
    while let Some(first) = rest.first() {
        let near = rest.partition_point(|it| it.1.value <= NEAR * first.1.value);
        found.extend(together(&rest[..near]));
        rest = &rest[near..];
    }
    found
}

/// The most exact one of each article beside that of the first.
fn together(all: &[Counted<'_, '_>]) -> Vec<Found> {
    let mut best: BTreeMap<ArticleIx, Counted> = BTreeMap::new();
    for it in all {
        let known = best.entry(it.0.place.article).or_insert(*it);
        if exactness(known.1) < exactness(it.1) {
            *known = *it;
        }
    }
    let mut all = best.into_values();
    let Some((a, x)) = all.next() else {
        return Vec::new();
    };
    let told = all.filter_map(|(b, y)| {
        let pair = Pair::new(a, b, LinkKind::Paraphrase, true);
        let differ = !(x.equals(y) && x.bound == y.bound);
        let one = COMMON <= pair.shared_around(x.span, y.span);
        (differ && one).then(|| number::told(&pair, x, y))
    });
    told.collect()
}

/// Whether it is no bound, and how many of its digits tell something.
fn exactness(it: &Number) -> (bool, usize) {
    let digits = format!("{:.0}", it.value);
    (it.bound == Bound::Exact, digits.trim_end_matches('0').len())
}
