//! The report and the notes as Markdown. (First version: notes only, without diffs.)

use std::collections::BTreeMap;

use crate::{
    export::escape,
    model::{bundle::Bundle, comparison::Comparison, index::StoryIx, note::Notes},
};

/// The notes on the stories of a bundle.
pub fn notes(
    bundle: &Bundle,
    comparisons: &BTreeMap<StoryIx, Comparison>,
    notes: &Notes,
) -> String {
    let _ = (bundle, comparisons);
    let mut out = String::from("# Notes\n");
    for note in notes.iter() {
        out += &format!("\n## {}\n\nNote {}\n", escape::inline(&note.story), note.id);
        for target in &note.targets {
            let (source, exact) = (
                escape::inline(&target.source),
                escape::inline(&target.exact),
            );
            out += &format!("\n**{source}**\n\n> {exact}\n");
        }
        for line in note.text.lines() {
            out += &format!("\n> {line}");
        }
        out.push('\n');
    }
    out
}

/// The same content as the JSON report, for people.
pub fn report(bundle: &Bundle, comparisons: &[Comparison]) -> String {
    let _ = comparisons;
    let mut out = String::from("# Report\n");
    for story in &bundle.stories {
        out += &format!("\n## {}\n", escape::inline(&story.title));
    }
    out
}
