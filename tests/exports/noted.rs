//! Notes on a bundle, made by hand.

use variorum::{
    model::{
        bundle::Bundle,
        index::SentenceIx,
        note::{Change, Note, NoteId, Notes, Target},
    },
    store::anchor,
};

/// The sentence at a place as a target.
pub(crate) fn target(bundle: &Bundle, article: usize, sentence: usize) -> Target {
    anchor::target(
        &bundle.articles[article],
        SentenceIx(sentence),
        SentenceIx(sentence),
    )
}

/// Notes in the order given, made minutes apart.
pub(crate) fn notes(all: Vec<(&str, Vec<Target>, &str)>) -> Notes {
    let mut notes = Notes::default();
    for (at, (story, targets, text)) in all.into_iter().enumerate() {
        let created = format!("2031-03-08T10:0{at}:00Z");
        let id = NoteId(format!("n-00000000{at}"));
        let note = Note {
            id,
            story: story.into(),
            targets,
            articles: Vec::new(),
            text: text.into(),
            modified: created.clone(),
            created,
        };
        notes.apply(Change::Put(Box::new(note)));
    }
    notes
}
