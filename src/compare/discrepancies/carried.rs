//! Who else carries a value: the reading of a number is given to every article that tells the same
//! number in a sentence linked to one where it differs, not only to those whose sentences happened
//! to be laid side by side. "60,000 reservists" against "50,000" may be thirty sources against one.
//!
//! Cost: the links of the sentences that differ.

use foldhash::{HashMap, HashMapExt};

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        number,
        page::Page,
    },
    model::{
        comparison::{DiscrepancyKind, Link},
        index::Place,
    },
};

/// Adds the marks of articles that carry a value of a finding too.
pub fn complete(page: &Page<'_>, links: &[Link], found: &mut [Found]) {
    let mut partners: HashMap<Place, Vec<Place>> = HashMap::new();
    for it in links.iter().filter(|it| !it.ambiguous) {
        partners.entry(it.a).or_default().push(it.b);
        partners.entry(it.b).or_default().push(it.a);
    }
    let numbers = |it: &&mut Found| it.kind == DiscrepancyKind::Number;
    for it in found.iter_mut().filter(numbers) {
        let near = it.marks.iter().filter_map(|it| partners.get(&it.place));
        let mut near: Vec<Place> = near.flatten().copied().collect();
        near.sort_unstable();
        near.dedup();
        let keys: Vec<String> = it.marks.iter().map(|it| it.key.clone()).collect();
        let told = near.into_iter().filter_map(|place| page.at(place));
        let more: Vec<Mark> = told
            .flat_map(number::marks)
            .filter(|mark| keys.contains(&mark.key))
            .map(Mark::aside)
            .filter(|mark| !it.marks.iter().any(|own| own.place == mark.place))
            .collect();
        it.marks.extend(more);
    }
}
