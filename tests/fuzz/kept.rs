//! What is kept on disk and taken in from elsewhere: the journal of notes, imported annotations, an
//! export brought up to date.

use std::fs;

use variorum::{
    export::region,
    model::note::{Change, Note, NoteId},
    store::{import, journal::Store},
};

use crate::{
    input::{Dice, bytes, text},
    trial::trial,
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
fn written() -> String {
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
#[test]
fn journal() {
    let seed = written();
    trial(
        "journal",
        |dice| bytes(dice, &[&seed]),
        |bytes| {
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
        },
    );
}

const ANNOTATIONS: &[&str] = &[
    "{\"@context\": \"http://www.w3.org/ns/anno.jsonld\", \"id\": \"urn:n-aaaaaaaaaa\", \"type\": \"Annotation\", \"body\": \
     {\"type\": \"TextualBody\", \"value\": \"Who?\"}, \"target\": {\"source\": \"http://a.example\", \"selector\": \
     [{\"type\": \"TextQuoteSelector\", \"exact\": \"It is not safe\", \"prefix\": \"a\", \"suffix\": \"b\"}, {\"type\": \
     \"TextPositionSelector\", \"start\": 3, \"end\": 9}]}, \"created\": \"2025-12-06T02:03:29Z\"}",
    "[{\"type\": \"Annotation\", \"bodyValue\": \"x\", \"target\": \"http://a.example\"}]",
];

#[test]
fn imported_notes() {
    trial(
        "imported notes",
        |dice| text(dice, ANNOTATIONS),
        |text| {
            for note in import::notes(text, "2025-12-06T02:03:29Z").notes {
                assert!(!note.id.0.is_empty());
            }
        },
    );
}

const EXPORT: &str = "# Notes\n\nMine.\n\n<!-- variorum:begin a -->\n\nOne\n\n<!-- variorum:end a -->\n\nMine too.\n";

/// An export brought up to date keeps being one, and a second time changes nothing more.
#[test]
fn refreshed_export() {
    let seed = variorum::export::markdown::notes(
        &variorum::model::bundle::Bundle::default(),
        &Default::default(),
        &variorum::model::note::Notes::default(),
    );
    let pair = |dice: &mut Dice| vec![text(dice, &[&seed, EXPORT]), text(dice, &[&seed, EXPORT])];
    trial("refreshed export", pair, |pair: &Vec<String>| {
        let [old, new] = [0, 1].map(|at| pair.get(at).cloned().unwrap_or_default());
        if region::is_ours(&old) && region::is_ours(&new) {
            let once = region::refresh(&old, &new).text;
            assert!(region::is_ours(&once));
        }
    });
}
