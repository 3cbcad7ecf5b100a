//! What the readers of formats fill: drafts, and warnings about what they had to leave out.

use crate::bundle::{draft::Draft, loaded::Loaded};

/// Where a reader puts what it finds.
pub(crate) struct Out<'a> {
    pub(crate) drafts: Vec<Draft>,
    pub(crate) loaded: &'a mut Loaded,
}

impl Out<'_> {
    /// Whether one more draft may be read.
    pub(crate) fn has_room(&mut self) -> bool {
        self.loaded.has_room(self.drafts.len(), 0)
    }
}
