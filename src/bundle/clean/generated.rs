//! Leftovers of text generators: "Okay, here's a breakdown of the provided text", and what
//! follows it in the first person. The lists are `assets/clean/generated*.txt`. A sentence that
//! opens with a quotation mark, or says who said it, is a quotation and stays.

use crate::{
    bundle::clean::lists::{List, May},
    model::article::{Doubt, Dropped, Why},
};

/// Whether a sentence is such a leftover; `chained`: whether the one before it was.
pub(crate) fn says(words: &str, may: May, chained: bool) -> bool {
    if !words.starts_with(|c: char| c.is_alphabetic()) {
        return false;
    }
    let told = || {
        [" said", " says", " told ", " asked", " wrote"]
            .iter()
            .any(|it| words.contains(it))
    };
    (may.fit(List::Generated, words) || (chained && may.fit(List::GeneratedNext, words))) && !told()
}

/// The doubt that the reader sees.
pub(crate) fn doubt(dropped: &[Dropped]) -> Option<Doubt> {
    let first = dropped.iter().find(|it| it.why == Why::Generated)?;
    Some(Doubt {
        kind: Doubt::GENERATED,
        span: first.span,
        message: "holds a leftover of a text generator; its statements may be made up".to_string(),
    })
}
