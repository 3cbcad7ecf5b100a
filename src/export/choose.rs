//! Which notes belong to what is open: by the passages that their targets have there, else by the
//! articles they name; a note on a story as a whole by the articles that the story held.

use std::collections::BTreeSet;

use crate::{
    model::{
        bundle::Bundle,
        index::StoryIx,
        note::{Change, Note, Notes},
    },
    store::anchor::{Placed, Places},
};

/// The notes on the stories of a bundle.
pub fn on(bundle: &Bundle, notes: &Notes) -> Notes {
    let places = Places::new(bundle);
    let mut chosen = Notes::default();
    for note in notes.iter() {
        if home(bundle, &places, note).is_some() {
            chosen.apply(Change::Put(Box::new(note.clone())));
        }
    }
    chosen
}

/// The stories of a bundle that notes belong to.
pub fn stories(bundle: &Bundle, notes: &Notes) -> BTreeSet<StoryIx> {
    let places = Places::new(bundle);
    let homes = notes.iter().filter_map(|it| home(bundle, &places, it));
    homes.collect()
}

/// As [`story_of`], of a note that is not placed yet.
fn home(bundle: &Bundle, places: &Places, note: &Note) -> Option<StoryIx> {
    let placed: Vec<Placed> = note.targets.iter().map(|it| places.place(it)).collect();
    story_of(bundle, places, note, &placed)
}

/// The story a note belongs to: that of its first target that leads to one.
pub(crate) fn story_of(
    bundle: &Bundle,
    places: &Places,
    note: &Note,
    placed: &[Placed],
) -> Option<StoryIx> {
    if note.targets.is_empty() {
        let articles = note.articles.iter().flat_map(|it| places.cited(it));
        return places.home(&articles.collect::<Vec<_>>(), &note.story);
    }
    let passages = placed
        .iter()
        .flat_map(Placed::passages)
        .map(|it| it.article);
    let named = note.targets.iter().filter_map(|it| places.article(it));
    let article = passages.chain(named).next()?;
    bundle.story_of(article)
}
