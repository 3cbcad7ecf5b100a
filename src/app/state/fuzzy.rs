//! What typed words fit: letters in their order, as fzf does it, for lists to pick from; words as
//! they stand, for filters.

use nucleo_matcher::{
    Matcher,
    pattern::{AtomKind, CaseMatching, Normalization, Pattern},
};

/// A fuzzy pattern: several words, in any order; small letters match capitals.
pub fn pattern(written: &str) -> Pattern {
    Pattern::parse(written, CaseMatching::Smart, Normalization::Smart)
}

/// A pattern of words or parts of words that all stand in a text, in any order; small letters match
/// capitals, plain letters those with accents.
pub fn words(written: &str) -> Pattern {
    let kind = AtomKind::Substring;
    Pattern::new(written, CaseMatching::Smart, Normalization::Smart, kind)
}

/// How well a text fits; `None` where it does not.
pub fn score(pattern: &Pattern, text: &str, matcher: &mut Matcher) -> Option<u32> {
    let mut room = Vec::new();
    pattern.score(nucleo_matcher::Utf32Str::new(text, &mut room), matcher)
}
