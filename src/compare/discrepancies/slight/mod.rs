//! Discrepancies of form: the same thing told more fully, shortly or in another form.
//!
//! Whoever checks a text against others wants to see that a "chief judge" is a "judge" there, that a
//! middle name went, or that a quotation begins later; whoever reads along does not. So these stand
//! after all others and leave no sign in the panes. Nothing is told here that another rule tells of
//! the same two sentences.
//!
//! Cost: the persons and names of the story; for each pair a look at its quotations, verbs, sources
//! and numbers.

pub mod amount;
pub mod changed;
pub mod described;
pub mod fresh;
pub mod fuller;
pub mod modal;
pub mod outside;
pub mod quoted;
pub mod rounded;
pub mod source;
pub mod titles;
pub mod unmarked;
pub mod vague;
pub mod when;
pub mod whom;

use crate::compare::discrepancies::{
    choices::Choices, found::Found, page::Page, pair::Pair, proper::Names, speaker::Speakers,
};

/// Sentences around one that are looked at.
const AROUND: usize = 64;

/// The score of a link from which another term, or a count by and large, stands for the same.
const ONE: f32 = 0.5;

/// What differs slightly anywhere in the story.
pub fn of_story(page: &Page<'_>, names: &Names<'_>) -> Vec<Found> {
    let mut found = titles::find(names);
    found.extend(fuller::find(names));
    found.extend(rounded::find(page));
    found.extend(described::find(names));
    found
}

/// What differs slightly between two linked sentences.
pub fn of_pair(
    page: &Page<'_>,
    (speakers, modals, terms): (&Speakers, &modal::Modals, &Choices),
    pair: &Pair<'_>,
) -> Vec<Found> {
    let mut found = Vec::new();
    if quoted::is_near(pair) {
        found.extend(quoted::find(page, pair).or_else(|| unmarked::find(page, pair)));
    }
    found.extend(modals.find(pair));
    found.extend(source::find(page, speakers, pair));
    found.extend(whom::find(page, speakers, pair));
    found.extend(amount::find(pair));
    found.extend(when::find(pair));
    found.extend(changed::find(pair));
    if ONE <= pair.score && !pair.ambiguous {
        found.extend(vague::find(pair));
        found.extend(terms.find(pair));
    }
    found
}
