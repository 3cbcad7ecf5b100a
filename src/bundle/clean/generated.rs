//! Leftovers of text generators: "Okay, here's a breakdown of the provided text", and what
//! follows it in the first person. The lists are `assets/clean/generated*.txt`. A sentence that
//! opens with a quotation mark, or says who said it, is a quotation and stays.

use std::sync::LazyLock;

use crate::{
    bundle::clean::pattern::{self, Patterns},
    model::article::{Doubt, Dropped, Why},
};

static FIRST: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::new(include_str!("../../../assets/clean/generated.txt")));
static NEXT: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::new(include_str!("../../../assets/clean/generated-next.txt")));
/// Bytes of the longest sentence that is looked at.
const LONGEST: usize = 400;

/// Whether a sentence is such a leftover; `chained`: whether the one before it was.
pub(crate) fn says(words: &str, chained: bool) -> bool {
    let may_begin = words.starts_with(|c: char| c.is_alphabetic());
    if !may_begin || LONGEST < words.len() {
        return false;
    }
    let key = pattern::key(words);
    let told = [" said", " says", " told ", " asked", " wrote"];
    if told.iter().any(|it| key.contains(it)) {
        return false;
    }
    FIRST.fit(&key) || (chained && NEXT.fit(&key))
}

/// The doubt that the reader sees.
pub(crate) fn doubt(dropped: &[Dropped]) -> Option<Doubt> {
    let first = dropped.iter().find(|it| it.why == Why::Generated)?;
    Some(Doubt {
        kind: "generated-text",
        span: first.span,
        message: "holds a leftover of a text generator; its statements may be made up".to_string(),
    })
}
