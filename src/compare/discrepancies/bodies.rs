//! One body under two names: "Ministry of Public Safety" here, "Ministry of Security" there.
//!
//! In two sentences that are surely linked, each with just one body of a sort (ministry,
//! committee, court …: `SORTS`), what else its name says must not differ on both sides. Where
//! one name only says more ("Senate Roads Committee", "Roads Committee") it is shortened, and where
//! an article has both they are two bodies. Nations count for nothing, since most sources leave
//! out their own. Cost: a look at the names of a pair.

use std::collections::BTreeSet;

use foldhash::{HashMap, HashMapExt};

use crate::{
    compare::discrepancies::{
        found::Found,
        pair::Pair,
        proper::{Mention, Names},
        spelling,
    },
    model::{
        comparison::{DiscrepancyKind, LinkKind},
        index::{ArticleIx, Place},
    },
    text::{common, name},
};

/// Words of which a body has at most one by each name.
const SORTS: &str = "ministry department committee commission court agency bureau council university hospital airport institute college school stadium prison";

/// How alike two words are, from 0 to 1, of which one may be a slip for the other.
const ALIKE: f32 = 0.6;

/// The bodies of each sentence, by their sort.
pub struct Bodies<'a> {
    at: HashMap<Place, Vec<(&'a str, &'a Mention<'a>)>>,
}

impl<'a> Bodies<'a> {
    /// Reads the names of a story.
    pub fn new(names: &'a Names<'a>) -> Self {
        let mut all: HashMap<Place, Vec<(&str, &Mention)>> = HashMap::new();
        for (forms, mentions) in names.0.iter().filter(|it| 1 < it.0.len()) {
            let sort = |it: &&str| common::listed(SORTS).any(|sort| sort == *it);
            let Some(at) = forms.iter().position(sort) else {
                continue;
            };
            // "Roads Council Resolution" is none.
            let goes_on = |it: &&str| !matches!(*it, "of" | "for");
            if forms.get(at + 1).is_some_and(goes_on) {
                continue;
            }
            let sort = forms[at];
            for it in mentions {
                all.entry(it.told.place).or_default().push((sort, it));
            }
        }
        Self { at: all }
    }

    /// Whether no article has both bodies: one of the sort under a name that has a word by which the
    /// first differs from the second and none by which the second differs, and one the other way round.
    fn stand_apart(&self, sort: &str, x: &Mention<'_>, y: &Mention<'_>) -> bool {
        let (here, there) = (specific(sort, x), specific(sort, y));
        let (own, other) = (&here - &there, &there - &here);
        let articles = |of: &BTreeSet<u32>, not: &BTreeSet<u32>| -> BTreeSet<ArticleIx> {
            let named = |it: &&(&str, &Mention)| {
                let words = specific(sort, it.1);
                it.0 == sort && !of.is_disjoint(&words) && not.is_disjoint(&words)
            };
            let all = self.at.values().flatten().filter(named);
            all.map(|it| it.1.told.place.article).collect()
        };
        articles(&own, &other).is_disjoint(&articles(&other, &own)) || slipped(sort, x, y)
    }

    fn of(&self, place: Place) -> &[(&'a str, &'a Mention<'a>)] {
        self.at.get(&place).map_or(&[], Vec::as_slice)
    }
}

/// Bodies of one sort that are named differently.
pub fn find(pair: &Pair<'_>, bodies: &Bodies<'_>) -> Vec<Found> {
    if pair.kind == LinkKind::Partial || pair.ambiguous && !pair.same_wording() {
        return Vec::new();
    }
    let all = bodies.of(pair.a.place).iter();
    all.filter_map(|(sort, x)| {
        let alone = |place| {
            let mut of_sort = bodies.of(place).iter().filter(|it| it.0 == *sort);
            of_sort.next().filter(|_| of_sort.next().is_none())
        };
        let y = alone(pair.b.place)?.1;
        alone(pair.a.place)?;
        differ(sort, x, y).filter(|_| bodies.stand_apart(sort, x, y))
    })
    .collect()
}

fn differ(sort: &str, x: &Mention<'_>, y: &Mention<'_>) -> Option<Found> {
    let (here, there) = (specific(sort, x), specific(sort, y));
    let named = !here.is_empty() && !there.is_empty();
    let apart = !here.is_subset(&there) && !there.is_subset(&here);
    let key = |it: &BTreeSet<u32>| format!("{it:?}");
    (named && apart).then(|| {
        Found::pair(
            DiscrepancyKind::Name,
            x.mark(&key(&here)),
            y.mark(&key(&there)),
        )
    })
}

/// Whether a word by which one differs is a slip of the pen for one of the other's: "Judicial
/// Committee" for "Judiciary Committee".
fn slipped(sort: &str, x: &Mention<'_>, y: &Mention<'_>) -> bool {
    let own = |it: &Mention<'_>, other: &Mention<'_>| -> Vec<String> {
        let known = specific(sort, other);
        let words = telling(sort, it).filter(|at| !known.contains(&it.told.forms[*at].stem));
        words
            .map(|at| it.told.words[at].normal.to_string())
            .collect()
    };
    let (here, there) = (own(x, y), own(y, x));
    let alike = |one: &String| {
        there
            .iter()
            .any(|other| ALIKE <= spelling::likeness(one, other))
    };
    here.iter().any(alike)
}

/// Stems of the words of a name that tell which body of its sort it is.
fn specific(sort: &str, it: &Mention<'_>) -> BTreeSet<u32> {
    telling(sort, it).map(|at| it.told.forms[at].stem).collect()
}

/// Those words, by index.
fn telling(sort: &str, it: &Mention<'_>) -> impl Iterator<Item = usize> {
    let tells = move |at: &usize| {
        let form = &*it.told.words[*at].normal;
        !it.told.forms[*at].stop && form != sort && name::nation(form).is_none()
    };
    it.words.clone().filter(tells)
}
