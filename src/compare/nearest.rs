//! What comes nearest to a claim in an article that does not tell it: before a reader is told that it was
//! left out there, they should see what stands there instead.
//!
//! Cost: linear in the pairs that come near a link.

use std::collections::{BTreeMap, HashMap};

use foldhash::fast::FixedState;

use crate::{
    compare::links::Loose,
    model::{
        comparison::{Claim, Nearest},
        index::{ArticleIx, ClaimIx, Place},
    },
};

/// By claim and article: the best of the pairs that a sentence of the claim makes with one of the article.
/// None where the article tells the claim.
pub fn find(claims: &[Claim], loose: &[Loose]) -> BTreeMap<(ClaimIx, ArticleIx), Nearest> {
    let mut claim_at: HashMap<Place, ClaimIx, FixedState> = HashMap::default();
    for (at, claim) in claims.iter().enumerate() {
        claim_at.extend(claim.sentences.iter().map(|it| (*it, ClaimIx(at))));
    }
    let mut found: BTreeMap<(ClaimIx, ArticleIx), Nearest> = BTreeMap::new();
    for it in loose {
        for (told, own) in [(it.a, it.b), (it.b, it.a)] {
            let Some(claim) = claim_at.get(&told) else {
                continue;
            };
            if claims[claim.0].is_told_by(own.article) {
                continue;
            }
            let new = Nearest {
                told,
                own,
                score: it.score,
            };
            let known = found.entry((*claim, own.article)).or_insert(new);
            if known.score < it.score {
                *known = new;
            }
        }
    }
    found
}
