//! What leaves as Markdown (CommonMark with GFM's tables and `~~`): the user's notes with the words
//! they hang on, and the report for people. The same input gives the same bytes: no time of
//! writing stands in them.

use std::collections::BTreeMap;

use crate::{
    export::{choose, notes as noted, report as told},
    model::{bundle::Bundle, comparison::Comparison, index::StoryIx, note::Notes},
};

/// The notes on the stories of a bundle, story by story, each with the exact words of every source
/// it hangs on. Notes on other articles are counted and left out. A story that has no comparison
/// yet goes without discrepancies.
pub fn notes(
    bundle: &Bundle,
    comparisons: &BTreeMap<StoryIx, Comparison>,
    notes: &Notes,
) -> String {
    noted::document(bundle, comparisons, notes)
}

/// As [`notes`], with each story that notes belong to compared by `compared`, and no other.
pub fn notes_compared(
    bundle: &Bundle,
    notes: &Notes,
    compared: impl Fn(StoryIx) -> Comparison,
) -> String {
    let noted = choose::stories(bundle, notes).into_iter();
    let comparisons = noted.map(|at| (at, compared(at))).collect();
    noted::document(bundle, &comparisons, notes)
}

/// The same content as the JSON report, with the same ids, for people: stories with their sources
/// and origins, discrepancies with all readings, claims with who carries them and who does not.
/// `comparisons` holds one for each story, in their order; `share` is that of `compare::omissions`.
pub fn report(bundle: &Bundle, comparisons: &[Comparison], share: f64) -> String {
    told::document(bundle, comparisons, share)
}
