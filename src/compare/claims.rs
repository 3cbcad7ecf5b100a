//! Links joined into claims: sentences of two or more articles that tell the same.
//!
//! Average-link clustering: two groups join where the mean score over all pairs between them, a
//! missing link counting nothing, reaches a floor. So one bridging sentence cannot chain unlike
//! ones together. Partial links do not make a claim.

use crate::model::{
    comparison::{Claim, Link, LinkKind, Origin, independent},
    index::Place,
};

/// Mean score from which two groups are one claim.
const JOIN: f32 = 0.35;

/// Claims in the order of their first sentences.
pub fn gather(links: &[Link]) -> Vec<Claim> {
    let mut strong: Vec<&Link> = links
        .iter()
        .filter(|it| it.kind < LinkKind::Partial)
        .collect();
    strong.sort_by(|x, y| {
        x.kind
            .cmp(&y.kind)
            .then(y.score.total_cmp(&x.score))
            .then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    let places = Places::of(links);
    let mut partners: Vec<Vec<(usize, f32)>> = vec![Vec::new(); places.0.len()];
    for link in links {
        let (a, b) = (places.number(link.a), places.number(link.b));
        partners[a].push((b, link.score));
        partners[b].push((a, link.score));
    }
    let mut group_of: Vec<usize> = (0..places.0.len()).collect();
    let mut groups: Vec<Vec<usize>> = group_of.iter().map(|it| vec![*it]).collect();
    for link in strong {
        let (x, y) = (places.number(link.a), places.number(link.b));
        let (a, b) = (group_of[x], group_of[y]);
        if a == b {
            continue;
        }
        // Counted from the smaller group's links, so that a large one is not gone through each time.
        let (small, large) = match groups[a].len() < groups[b].len() {
            true => (a, b),
            false => (b, a),
        };
        let between = groups[small].iter().flat_map(|it| &partners[*it]);
        let scores = between.filter(|(place, _)| group_of[*place] == large);
        let total: f32 = scores.map(|(_, score)| score).sum();
        if JOIN <= total / (groups[a].len() * groups[b].len()) as f32 {
            let moved = std::mem::take(&mut groups[b]);
            moved.iter().for_each(|it| group_of[*it] = a);
            groups[a].extend(moved);
        }
    }
    let places = |group: Vec<usize>| group.iter().map(|it| places.0[*it]).collect::<Vec<_>>();
    let groups = groups.into_iter().map(places);
    let mut claims: Vec<Claim> = groups.filter_map(claim).collect();
    claims.sort_by(|x, y| x.sentences.cmp(&y.sentences));
    claims
}

/// The sentences that links hold, sorted, to give each a number.
struct Places(Vec<Place>);

impl Places {
    fn of(links: &[Link]) -> Self {
        let mut all: Vec<Place> = links.iter().flat_map(|it| [it.a, it.b]).collect();
        all.sort_unstable();
        all.dedup();
        Self(all)
    }

    fn number(&self, place: Place) -> usize {
        self.0.partition_point(|it| *it < place)
    }
}

/// Counts for each claim the independent origins that carry it.
pub fn count_origins(claims: &mut [Claim], origins: &[Origin]) {
    for claim in claims {
        claim.origins = independent(&claim.articles(), origins);
    }
}

fn claim(mut sentences: Vec<Place>) -> Option<Claim> {
    sentences.sort();
    let first = sentences.first()?.article;
    let several = sentences.iter().any(|it| it.article != first);
    let origins = 1;
    several.then_some(Claim { sentences, origins })
}
