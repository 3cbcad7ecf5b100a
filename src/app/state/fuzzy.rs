//! Fuzzy matching, as fzf does it: for filters and for lists to pick from.

use nucleo_matcher::{
    Matcher,
    pattern::{CaseMatching, Normalization, Pattern},
};

/// A fuzzy pattern: several words, in any order; small letters match capitals.
pub fn pattern(written: &str) -> Pattern {
    Pattern::parse(written, CaseMatching::Smart, Normalization::Smart)
}

/// How well a text fits; `None` where it does not.
pub fn score(pattern: &Pattern, text: &str, matcher: &mut Matcher) -> Option<u32> {
    let mut room = Vec::new();
    pattern.score(nucleo_matcher::Utf32Str::new(text, &mut room), matcher)
}
