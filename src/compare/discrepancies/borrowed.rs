//! Words that one source quotes and another has as its own, though their sentences are not linked.
//!
//! Two sentences that share a few words at the head of a quotation seldom share enough else for a link:
//! "Reaching a ceasefire is needed to 'prevent renewed flooding', he said", "Any deal must prevent
//! renewed flooding". What is asked of the two is the third rule of `attribution`.
//!
//! Cost: a look at each three words in a row, and the sentences that hold the head of a quotation, of
//! which at most `around::COMMON` are looked at.

use std::collections::HashMap;

use foldhash::{HashSet, fast::FixedState};

use crate::{
    compare::discrepancies::{
        around, attribution, found::Found, page::Page, pair::Pair, vocabulary::Word,
    },
    model::{comparison::LinkKind, index::Place},
};

/// Words of a quotation that must stand elsewhere, from its first.
const HEAD: usize = 3;

/// By the forms of some words in a row, the sentences, by their index.
type Heads = HashMap<[u32; HEAD], Vec<usize>, FixedState>;

/// Quoted words that stand unquoted, and without a speaker, in a sentence that no link joins to theirs.
pub fn find(page: &Page<'_>, linked: &HashSet<(Place, Place)>) -> Vec<Found> {
    let mut quoted: Heads = Heads::default();
    for (at, told) in page.told.iter().enumerate() {
        for it in &told.quoted {
            let forms = &told.forms[told.covered(*it)];
            if let Some(words) = forms.get(..HEAD) {
                quoted.entry(head(words)).or_default().push(at);
            }
        }
    }
    let mut holding = Heads::default();
    for (at, told) in page.told.iter().enumerate() {
        for words in told.forms.windows(HEAD) {
            let head = head(words);
            if quoted.contains_key(&head) {
                holding.entry(head).or_default().push(at);
            }
        }
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (head, own) in &quoted {
        let others = &holding[head];
        if others.len() <= around::COMMON {
            pairs.extend(own.iter().flat_map(|a| others.iter().map(|b| (*a, *b))));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    let told = |(a, b): (usize, usize)| {
        let (a, b) = (&page.told[a], &page.told[b]);
        let (x, y) = (a.place.min(b.place), a.place.max(b.place));
        if x.article == y.article || linked.contains(&(x, y)) {
            return None;
        }
        let pair = Pair::new(a, b, LinkKind::Partial, false);
        attribution::unquoted(page, &pair, a, b).map(Found::softly)
    };
    pairs.into_iter().filter_map(told).collect()
}

fn head(words: &[Word]) -> [u32; HEAD] {
    std::array::from_fn(|it| words[it].form)
}
