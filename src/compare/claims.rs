//! Links joined into claims: sentences of two or more articles that tell the same.
//!
//! Average-link clustering: two groups join where the mean score over all pairs between them, a
//! missing link counting nothing, reaches a floor. So one bridging sentence cannot chain unlike
//! ones together. Partial links do not make a claim.

use std::collections::BTreeMap;

use crate::{
    compare::origins,
    model::{
        comparison::{Claim, Link, LinkKind, Origin},
        index::Place,
    },
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
    let mut partners: BTreeMap<Place, Vec<(Place, f32)>> = BTreeMap::new();
    for link in links {
        partners
            .entry(link.a)
            .or_default()
            .push((link.b, link.score));
        partners
            .entry(link.b)
            .or_default()
            .push((link.a, link.score));
    }
    let mut group_of: BTreeMap<Place, usize> = BTreeMap::new();
    let mut groups: Vec<Vec<Place>> = Vec::new();
    for place in strong.iter().flat_map(|it| [it.a, it.b]) {
        group_of.entry(place).or_insert_with(|| {
            groups.push(vec![place]);
            groups.len() - 1
        });
    }
    for link in strong {
        let (a, b) = (group_of[&link.a], group_of[&link.b]);
        if a == b {
            continue;
        }
        // Counted from the smaller group's links, so that a large one is not gone through each time.
        let (small, large) = match groups[a].len() < groups[b].len() {
            true => (a, b),
            false => (b, a),
        };
        let between = groups[small]
            .iter()
            .filter_map(|it| partners.get(it))
            .flatten();
        let scores = between.filter(|(place, _)| group_of.get(place) == Some(&large));
        let total: f32 = scores.map(|(_, score)| score).sum();
        if JOIN <= total / (groups[a].len() * groups[b].len()) as f32 {
            let moved = std::mem::take(&mut groups[b]);
            for place in &moved {
                group_of.insert(*place, a);
            }
            groups[a].extend(moved);
        }
    }
    let mut claims: Vec<Claim> = groups.into_iter().filter_map(claim).collect();
    claims.sort_by(|x, y| x.sentences.cmp(&y.sentences));
    claims
}

/// Counts for each claim the independent origins that carry it.
pub fn count_origins(claims: &mut [Claim], origins: &[Origin]) {
    for claim in claims {
        claim.origins = origins::count(&claim.articles(), origins);
    }
}

fn claim(mut sentences: Vec<Place>) -> Option<Claim> {
    sentences.sort();
    let first = sentences.first()?.article;
    let several = sentences.iter().any(|it| it.article != first);
    let origins = 1;
    several.then_some(Claim { sentences, origins })
}
