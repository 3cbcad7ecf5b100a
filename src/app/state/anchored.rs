//! What has become of a note: where its words stand in what is open, if they do.

use crate::{
    model::note::Target,
    store::anchor::{Placed, Places},
};

/// What has become of a note, from the least to the most in need of the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// On articles that are not open.
    Elsewhere,
    Kept,
    Moved,
    Edited,
    /// Its article is open, but the words are gone.
    Lost,
    Ambiguous,
}

impl State {
    /// As lists and filters name it.
    pub fn name(self) -> &'static str {
        match self {
            State::Elsewhere => "not open here",
            State::Kept => "kept",
            State::Moved => "moved",
            State::Edited => "edited",
            State::Lost => "lost",
            State::Ambiguous => "ambiguous",
        }
    }
}

/// Where a target stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchored {
    pub placed: Placed,
    /// Whether its article is open, as far as its names tell.
    pub open: bool,
}

impl Anchored {
    pub(crate) fn new(target: &Target, anchors: &Places) -> Self {
        let placed = anchors.place(target);
        let open = placed != Placed::Lost || anchors.article(target).is_some();
        Self { placed, open }
    }

    pub fn state(&self) -> State {
        match &self.placed {
            Placed::Kept(_) => State::Kept,
            Placed::Moved(_) => State::Moved,
            Placed::Edited { .. } => State::Edited,
            Placed::Ambiguous(_) => State::Ambiguous,
            Placed::Lost if self.open => State::Lost,
            Placed::Lost => State::Elsewhere,
        }
    }
}
