//! The store of notes through its public face: what was saved is there again, whatever happened
//! in between.

use std::{
    fs,
    path::{Path, PathBuf},
};

use proptest::prelude::{Just, Strategy, prop, prop_oneof, proptest};
use tempfile::TempDir;
use variorum::{
    model::{
        decision::{Decided, Decision, DecisionId},
        grouping::Grouping,
        note::{Change, Cited, Note, NoteId, Notes, Target},
    },
    store::{Opened, Store},
};

const AT: &str = "2025-03-01T10:00:00Z";

fn note(id: &str, text: &str) -> Note {
    Note {
        id: NoteId(id.into()),
        story: "Ferry late".into(),
        targets: Vec::new(),
        articles: Vec::new(),
        text: text.into(),
        created: AT.into(),
        modified: AT.into(),
    }
}

fn put(id: &str, text: &str) -> Change {
    Change::Put(Box::new(note(id, text)))
}

fn delete(id: &str) -> Change {
    Change::Delete(NoteId(id.into()))
}

fn open(dir: &Path) -> Opened {
    Store::open(dir).unwrap()
}

/// Ids and texts of all notes.
fn told(notes: &Notes) -> Vec<(String, String)> {
    let pair = |it: &Note| (it.id.0.clone(), it.text.clone());
    notes.iter().map(pair).collect()
}

#[track_caller]
fn check(dir: &Path, expected: &[(&str, &str)]) {
    let found = told(&open(dir).notes);
    let found: Vec<(&str, &str)> = found
        .iter()
        .map(|(id, text)| (id.as_str(), text.as_str()))
        .collect();
    assert_eq!(found, expected);
}

/// A folder with these changes recorded.
fn recorded(changes: &[Change]) -> (TempDir, Store) {
    let dir = tempfile::tempdir().unwrap();
    let mut store = open(dir.path()).store;
    for change in changes {
        store.record(change).unwrap();
    }
    (dir, store)
}

fn journal(dir: &Path) -> PathBuf {
    dir.join("notes.jsonl")
}

#[test]
fn what_was_recorded_is_there_again() {
    let changes = [
        put("n-a", "one"),
        put("n-b", "two"),
        put("n-a", "one more"),
        delete("n-b"),
    ];
    let (dir, _) = recorded(&changes);
    check(dir.path(), &[("n-a", "one more")]);
}

#[test]
fn opening_writes_no_journal_and_an_empty_folder_is_made() {
    let dir = tempfile::tempdir().unwrap();
    let inner = dir.path().join("a/b");
    let opened = open(&inner);
    assert!(opened.notes.is_empty() && opened.warnings.is_empty() && opened.read_only.is_none());
    assert!(!journal(&inner).exists());
}

#[test]
fn a_torn_end_is_set_aside_and_told() {
    let (dir, _) = recorded(&[put("n-a", "one"), put("n-b", "two")]);
    let path = journal(dir.path());
    let text = fs::read(&path).unwrap();
    fs::write(&path, &text[..text.len() - 20]).unwrap();

    let mut opened = open(dir.path());
    assert_eq!(
        told(&opened.notes),
        [("n-a".to_string(), "one".to_string())]
    );
    let [warning] = opened.warnings.as_slice() else {
        panic!("{:?}", opened.warnings)
    };
    assert!(warning.contains("notes.torn-"), "{warning}");
    let torn = fs::read_dir(dir.path())
        .unwrap()
        .map(|it| it.unwrap().path());
    let torn: Vec<PathBuf> = torn
        .filter(|it| it.to_string_lossy().contains("torn"))
        .collect();
    assert!(fs::read_to_string(&torn[0]).unwrap().contains("two"));

    opened.store.record(&put("n-c", "three")).unwrap();
    check(dir.path(), &[("n-a", "one"), ("n-c", "three")]);
    assert!(open(dir.path()).warnings.is_empty());
}

#[test]
fn a_record_without_its_line_break_counts() {
    let (dir, _) = recorded(&[put("n-a", "one"), put("n-b", "two")]);
    let path = journal(dir.path());
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.trim_end()).unwrap();
    open(dir.path()).store.record(&put("n-c", "three")).unwrap();
    check(
        dir.path(),
        &[("n-a", "one"), ("n-b", "two"), ("n-c", "three")],
    );
}

#[test]
fn cut_at_any_byte_nothing_earlier_is_lost() {
    let (dir, _) = recorded(&[put("n-a", "öne\n#x"), put("n-b", "two"), delete("n-a")]);
    let text = fs::read(journal(dir.path())).unwrap();
    let ends: Vec<usize> = (0..text.len()).filter(|at| text[*at] == b'\n').collect();
    let states: [&[(&str, &str)]; 4] = [
        &[],
        &[("n-a", "öne\n#x")],
        &[("n-a", "öne\n#x"), ("n-b", "two")],
        &[("n-b", "two")],
    ];
    // Every byte is tried by the test of `store::lines`; here, on disk, some and all near ends.
    let near =
        |cut: &usize| cut.is_multiple_of(97) || ends.iter().any(|end| cut.abs_diff(*end) < 3);
    for cut in (0..=text.len()).filter(near) {
        let dir = tempfile::tempdir().unwrap();
        fs::write(journal(dir.path()), &text[..cut]).unwrap();
        let whole = ends[1..].iter().filter(|end| **end <= cut).count();
        check(dir.path(), states[whole]);
    }
}

#[test]
fn lines_of_others_survive_and_are_told() {
    let (dir, mut store) = recorded(&[put("n-a", "one")]);
    let path = journal(dir.path());
    let strange = "{\"type\":\"Pin\",\"link\":1}\nnot json at all\n";
    fs::write(&path, fs::read_to_string(&path).unwrap() + strange).unwrap();
    store.record(&put("n-a", "one more")).unwrap();
    store.compact().unwrap();
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(strange), "{text}");
    let opened = open(dir.path());
    assert_eq!(opened.warnings.len(), 2);
    assert!(
        opened.warnings[1].contains("notes.jsonl:3"),
        "{}",
        opened.warnings[1]
    );
    check(dir.path(), &[("n-a", "one more")]);
}

#[test]
fn decisions_are_kept_taken_back_and_tidied() {
    let decide = |id: &str, at: &str| {
        Change::Decide(Box::new(Decided {
            id: DecisionId(id.into()),
            at: at.into(),
            decision: Decision::Group(Grouping::Merge {
                one: vec![Cited::default()],
                other: vec![Cited::default()],
            }),
        }))
    };
    let ids = |notes: &Notes| -> Vec<String> {
        let all = notes.decisions().iter();
        all.map(|it| format!("{} {}", it.id, it.at)).collect()
    };
    let (dir, mut store) = recorded(&[
        decide("d-a", "10:00"),
        decide("d-b", "09:00"),
        put("n-a", "a note"),
        decide("d-a", "11:00"),
        decide("d-c", "12:00"),
        Change::Revoke(DecisionId("d-c".into())),
    ]);
    let expected = ["d-b 09:00", "d-a 11:00"];
    assert_eq!(ids(&open(dir.path()).notes), expected);
    assert_eq!(ids(&Store::read(dir.path()).unwrap()), expected);
    let mut other = open(dir.path()).store;
    store.compact().unwrap();
    let text = fs::read_to_string(journal(dir.path())).unwrap();
    assert_eq!(text.lines().count(), 4, "{text}");
    assert_eq!(ids(&open(dir.path()).notes), expected);
    store
        .record(&Change::Revoke(DecisionId("d-b".into())))
        .unwrap();
    let news = other.poll().unwrap();
    assert_eq!(news, [Change::Revoke(DecisionId("d-b".into()))]);
    check(dir.path(), &[("n-a", "a note")]);
}

#[test]
fn reading_alone_makes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let none = dir.path().join("none");
    assert!(Store::read(&none).unwrap().is_empty());
    assert!(!none.exists());
}

#[test]
fn tidying_keeps_the_living_alone() {
    let (dir, mut store) = recorded(&[]);
    for round in 0..300 {
        store
            .record(&put("n-a", &format!("round {round}")))
            .unwrap();
    }
    store.record(&put("n-b", "gone")).unwrap();
    store.record(&delete("n-b")).unwrap();
    assert!(store.worth_compacting());
    let before = fs::metadata(journal(dir.path())).unwrap().len();
    store.compact().unwrap();
    assert!(!store.worth_compacting());
    assert!(fs::metadata(journal(dir.path())).unwrap().len() < before / 100);
    store.record(&put("n-c", "after")).unwrap();
    check(dir.path(), &[("n-a", "round 299"), ("n-c", "after")]);
}

#[test]
fn two_windows_see_each_other() {
    let (dir, mut one) = recorded(&[put("n-a", "one")]);
    let mut two = open(dir.path()).store;
    one.record(&put("n-b", "from one")).unwrap();
    assert_eq!(two.poll().unwrap(), [put("n-b", "from one")]);
    assert_eq!(two.poll().unwrap(), []);
    two.record(&put("n-c", "from two")).unwrap();
    one.record(&delete("n-a")).unwrap();
    assert_eq!(one.poll().unwrap(), [put("n-c", "from two")]);
    check(dir.path(), &[("n-b", "from one"), ("n-c", "from two")]);
}

#[test]
fn a_journal_written_anew_is_read_anew() {
    let (dir, mut one) = recorded(&[put("n-a", "one"), put("n-b", "two")]);
    let mut two = open(dir.path()).store;
    one.record(&delete("n-a")).unwrap();
    one.compact().unwrap();
    one.record(&put(
        "n-c",
        "a text so long that the journal is longer than it was before",
    ))
    .unwrap();
    let news = two.poll().unwrap();
    assert_eq!(news[0], delete("n-a"));
    assert_eq!(news.len(), 2);
    two.record(&put("n-d", "four")).unwrap();
    assert_eq!(one.poll().unwrap(), [put("n-d", "four")]);
    assert_eq!(told(&open(dir.path()).notes).len(), 3);
}

#[test]
fn when_both_windows_change_a_note_both_texts_stay() {
    let (dir, mut one) = recorded(&[put("n-a", "first")]);
    let mut two = open(dir.path()).store;
    one.record(&put("n-a", "as one has it")).unwrap();
    assert!(two.record(&delete("n-a")).is_err());
    two.record(&put("n-a", "as two has it")).unwrap();
    let notes = open(dir.path()).notes;
    assert_eq!(
        notes.get(&NoteId("n-a".into())).unwrap().text,
        "as two has it"
    );
    let mut texts: Vec<String> = told(&notes).into_iter().map(|it| it.1).collect();
    texts.sort();
    assert_eq!(texts, ["as one has it", "as two has it"]);
    assert_eq!(
        two.poll().unwrap().len(),
        1,
        "the copy is news to the second window"
    );
}

#[test]
fn a_folder_that_cannot_be_is_told_and_opens_for_reading() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("file"), "").unwrap();
    assert!(Store::open(&dir.path().join("file")).is_err());
    let mut opened = open(&dir.path().join("file/inner"));
    let why = opened.read_only.unwrap();
    assert!(why.contains("file/inner"), "{why}");
    assert!(opened.store.record(&put("n-a", "one")).is_err());
}

#[test]
fn a_vanished_folder_is_not_made_anew() {
    let (dir, mut store) = recorded(&[put("n-a", "one")]);
    fs::remove_dir_all(dir.path()).unwrap();
    let error = store.record(&put("n-b", "two")).unwrap_err().to_string();
    assert!(error.contains("gone"), "{error}");
    assert!(!dir.path().exists());
}

#[test]
fn a_vanished_journal_is_not_made_anew() {
    let (dir, mut store) = recorded(&[put("n-a", "one")]);
    fs::remove_file(journal(dir.path())).unwrap();
    assert!(store.record(&put("n-b", "two")).is_err());
    assert!(!journal(dir.path()).exists());
}

fn any_change() -> impl Strategy<Value = Change> {
    let id = prop::sample::select(vec!["n-a", "n-b", "n-c", "n-d"]);
    let target = ("\\PC{0,20}", "\\PC{0,20}", prop::option::of("\\PC{0,20}")).prop_map(
        |(source, exact, url)| Target {
            article: Cited {
                source,
                url,
                ..Cited::default()
            },
            exact,
            copies: 1,
            ..Target::default()
        },
    );
    let targets = prop::collection::vec(target, 0..3);
    let some = (id.clone(), "[\\PC\\n\\t]{0,40}", "20[0-9]{2}", targets).prop_map(
        |(id, text, created, targets)| {
            Change::Put(Box::new(Note {
                created,
                targets,
                ..note(id, &text)
            }))
        },
    );
    prop_oneof![4 => some, 1 => id.prop_map(delete)]
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 32, failure_persistence: None, ..Default::default() })]

    #[test]
    fn random_changes_are_there_again(changes in prop::collection::vec(any_change(), 0..12), tidy in 0..12usize) {
        let (dir, mut store) = recorded(&[]);
        let mut notes = Notes::default();
        for (at, change) in changes.into_iter().enumerate() {
            store.record(&change).unwrap();
            notes.apply(change);
            if at == tidy {
                store.compact().unwrap();
            }
        }
        let opened = open(dir.path());
        assert_eq!(opened.notes, notes);
        assert!(opened.warnings.is_empty());
    }

    #[test]
    fn whatever_stands_in_the_file_nothing_is_lost_and_notes_go_on(
        before in prop::collection::vec(prop_oneof![Just(b'\n'), Just(b'{'), Just(0), prop::num::u8::ANY], 0..60),
        tidy in prop::bool::ANY,
    ) {
        let dir = tempfile::tempdir().unwrap();
        fs::write(journal(dir.path()), &before).unwrap();
        let mut store = open(dir.path()).store;
        store.record(&put("n-a", "one")).unwrap();
        if tidy {
            store.compact().unwrap();
        }
        assert_eq!(told(&open(dir.path()).notes), [("n-a".to_string(), "one".to_string())]);
        let files = fs::read_dir(dir.path()).unwrap().map(|it| fs::read(it.unwrap().path()).unwrap());
        let kept: Vec<Vec<u8>> = files.collect();
        for line in before.split(|it| *it == b'\n').filter(|it| !it.trim_ascii().is_empty()) {
            let holds = |text: &Vec<u8>| text.split(|it| *it == b'\n').any(|it| it == line);
            assert!(kept.iter().any(holds), "{line:?}");
        }
    }
}
