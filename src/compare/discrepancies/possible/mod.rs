//! Discrepancies that may be none: what the sure rules pass over, since they know too little.
//!
//! A reader who checks facts wants to see that one source has "police say" and another has not, even
//! where the two sentences may tell of two things; a reader who reads along does not. So these are
//! told apart from the sure ones, and after them. The rules ask for less: a link of a fair score
//! takes the place of common words around the spot. Nothing is told here that a sure rule tells of
//! the same two sentences.
//!
//! Cost: a look at the sayings, hedges, numbers, quotations and chosen words of each pair.

pub mod casualties;
pub mod doubt;
pub mod requoted;
pub mod told;
pub mod value;

use foldhash::{HashMap, HashMapExt};

use crate::{
    compare::discrepancies::{found::Found, gather, pair::Pair},
    model::{article::Role, comparison::DiscrepancyKind, index::Place},
};

/// The score of a link from which two sentences are taken to make one statement, at least in part.
const FAIR: f32 = 0.25;

/// Whether two linked sentences both tell something, and surely enough make one statement.
pub fn is_open(pair: &Pair<'_>) -> bool {
    let tells = |role| matches!(role, Role::Body | Role::List | Role::Dek);
    FAIR <= pair.score && tells(pair.a.role) && tells(pair.b.role)
}

/// Those of the findings that are not told surely: of no two sentences that one sure discrepancy of
/// the kind marks both. What lays the same two counts side by side as a sure one is a part of that.
pub fn fresh(sure: &mut Vec<Found>, mut possible: Vec<Found>) -> Vec<Found> {
    let mut known: HashMap<(DiscrepancyKind, Place), Vec<usize>> = HashMap::new();
    for (at, group) in gather::groups(sure).iter().enumerate() {
        for it in group.iter().map(|it| &sure[*it]) {
            for mark in &it.marks {
                let of_place = known.entry((it.kind, mark.place)).or_default();
                if of_place.last() != Some(&at) {
                    of_place.push(at);
                }
            }
        }
    }
    let told = |it: &Found| {
        let mut places = it
            .marks
            .iter()
            .map(|mark| known.get(&(it.kind, mark.place)));
        let (Some(Some(x)), Some(Some(y))) = (places.next(), places.next()) else {
            return false;
        };
        x.iter().any(|at| y.binary_search(at).is_ok())
    };
    possible.retain(|it| !told(it));
    gather::take_up(sure, &mut possible);
    possible
}
