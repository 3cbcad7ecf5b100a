//! Who else carries a value: the reading of a number is given to every article that tells the same
//! number in a sentence linked to one where it differs, not only to those whose sentences happened
//! to be laid side by side. "60,000 reservists" against "50,000" may be thirty sources against one.
//!
//! Findings that mark the same words become one discrepancy (gather), so the partners of a sentence are
//! asked once for each of its marks and values. Cost: each of these with the places that carry one of
//! the values.

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

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
    let numbers = |it: &&mut Found| it.kind == DiscrepancyKind::Number;
    if !found.iter().any(|it| it.kind == DiscrepancyKind::Number) {
        return;
    }
    let sure = links.iter().filter(|it| !it.ambiguous);
    let linked: HashSet<(Place, Place)> =
        sure.flat_map(|it| [(it.a, it.b), (it.b, it.a)]).collect();
    let mut carriers: HashMap<String, Vec<Mark>> = HashMap::new();
    for mark in page.told.iter().flat_map(number::marks) {
        carriers.entry(mark.key.clone()).or_default().push(mark);
    }
    let mut asked = HashSet::new();
    for it in found.iter_mut().filter(numbers) {
        let mut keys: Vec<&str> = it.marks.iter().map(|it| &*it.key).collect();
        keys.sort_unstable();
        keys.dedup();
        let fresh = |it: &&Mark| asked.insert((it.place, it.span, keys.join("|")));
        let fresh: Vec<Place> = it.marks.iter().filter(fresh).map(|it| it.place).collect();
        if fresh.is_empty() {
            continue;
        }
        let near = |mark: &&Mark| fresh.iter().any(|it| linked.contains(&(*it, mark.place)));
        let own = |mark: &&Mark| it.marks.iter().any(|own| own.place == mark.place);
        let carrying = keys.iter().filter_map(|it| carriers.get(*it)).flatten();
        let more = carrying.filter(near).filter(|it| !own(it));
        let more: Vec<Mark> = more.cloned().map(Mark::aside).collect();
        it.marks.extend(more);
    }
}
