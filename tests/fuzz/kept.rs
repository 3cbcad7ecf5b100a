//! What is kept on disk and taken in from elsewhere: the journal of notes, imported annotations, an
//! export brought up to date.

use std::fs;

use variorum::{
    export::region,
    model::note::{Change, Note, NoteId},
    store::{import, journal::Store},
};

fn note(id: &str) -> Note {
    Note {
        id: NoteId(id.to_string()),
        story: "A pier".to_string(),
        targets: Vec::new(),
        articles: Vec::new(),
        text: "Who says? #pier".to_string(),
        created: "2025-12-06T02:03:29Z".to_string(),
        modified: "2025-12-06T02:03:29Z".to_string(),
    }
}

/// A journal as the program writes it.
pub fn written() -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = Store::open(folder.path()).expect("a store").store;
    for id in ["n-aaaaaaaaaa", "n-bbbbbbbbbb", "n-aaaaaaaaaa"] {
        store
            .record(&Change::Put(Box::new(note(id))))
            .expect("it is written");
    }
    let gone = Change::Delete(NoteId("n-bbbbbbbbbb".to_string()));
    store.record(&gone).expect("it is written");
    fs::read_to_string(store.path()).expect("the journal")
}

/// Whatever stands in the journal: it opens or says why not, and a note that is then said to be saved
/// is there at the next opening.
pub fn opens(bytes: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("notes.jsonl"), bytes).expect("a file");
    let _ = Store::read(folder.path());
    let Ok(mut opened) = Store::open(folder.path()) else {
        return;
    };
    let kept = opened.notes.len();
    let new = note("n-cccccccccc");
    if opened
        .store
        .record(&Change::Put(Box::new(new.clone())))
        .is_ok()
    {
        let again = Store::open(folder.path()).expect("it opens again").notes;
        assert_eq!(again.get(&new.id), Some(&new));
        assert!(kept <= again.len(), "{kept} notes became {}", again.len());
    }
}

/// Notes taken in have ids.
pub fn imports(text: &str) {
    for note in import::notes(text, "2025-12-06T02:03:29Z").notes {
        assert!(!note.id.0.is_empty());
    }
}

/// An export as the program writes it.
pub fn exported() -> String {
    variorum::export::markdown::notes(
        &variorum::model::bundle::Bundle::default(),
        &Default::default(),
        &variorum::model::note::Notes::default(),
    )
}

/// An export brought up to date keeps being one.
pub fn refreshes(old: &str, new: &str) {
    if region::is_ours(old) && region::is_ours(new) {
        let once = region::refresh(old, new).text;
        assert!(region::is_ours(&once));
    }
}
