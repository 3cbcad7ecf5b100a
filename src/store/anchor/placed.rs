//! What became of the place of a note.

use crate::model::note::Passage;

/// Where a target stands in a bundle now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placed {
    /// The same words in the same place: the article is unchanged, or at least what stands
    /// before or after them is.
    Kept(Passage),
    /// The same words in another place of the same article.
    Moved(Passage),
    /// The same sentence with changed words, between its old neighbours.
    Edited { at: Passage, now: String },
    /// Several places fit, or one fits but not for certain: the user is asked.
    Ambiguous(Vec<Passage>),
    /// Not here.
    Lost,
}

impl Placed {
    /// The passage, where there is one for certain.
    pub fn passage(&self) -> Option<Passage> {
        match self {
            Placed::Kept(at) | Placed::Moved(at) | Placed::Edited { at, .. } => Some(*at),
            Placed::Ambiguous(_) | Placed::Lost => None,
        }
    }

    /// All passages that come into question.
    pub fn passages(&self) -> Vec<Passage> {
        match self {
            Placed::Ambiguous(all) => all.clone(),
            other => other.passage().into_iter().collect(),
        }
    }

    /// As lists and exports name it.
    pub fn name(&self) -> &'static str {
        match self {
            Placed::Kept(_) => "kept",
            Placed::Moved(_) => "moved",
            Placed::Edited { .. } => "edited",
            Placed::Ambiguous(_) => "ambiguous",
            Placed::Lost => "lost",
        }
    }
}
