//! What is handed over beside articles: annotations to take in, a journal of another version,
//! settings, places to write to.

use std::{fs, path::Path};

use crate::folder::{Folder, Told};

const BODY: &str = "The old pier at Wexcombe was closed on Monday, the harbour office said.";

fn take_in(annotations: &str) -> Told {
    let folder = Folder::with("given.json", annotations);
    folder.run_on(&["import-notes"], &folder.path().join("given.json"))
}

#[track_caller]
fn check_told(told: &Told, code: i32, words: &[&str]) {
    assert_eq!(told.code, code, "{}{}", told.out, told.err);
    for it in words {
        assert!(told.err.contains(it), "no {it:?} in {}", told.err);
    }
}

#[test]
fn annotations_that_hold_no_note_are_refused() {
    check_told(
        &take_in(r#"{"items": 5}"#),
        1,
        &["given.json: the document"],
    );
    let deep = format!("{}5{}", r#"{"items": "#.repeat(90), "}".repeat(90));
    check_told(&take_in(&deep), 1, &["the document"]);
    check_told(&take_in("[]"), 0, &["given.json: there is no note in it"]);
    check_told(
        &take_in("{\"a\": "),
        1,
        &["given.json: the document is no JSON", "column"],
    );
}

#[cfg(target_os = "linux")]
#[test]
fn what_never_ends_is_taken_in_no_further_than_a_file_may_be() {
    let folder = Folder::new();
    folder.set("[limits]\nfile_mib = 4\n");
    let told = folder.run_on(&["import-notes"], Path::new("/dev/zero"));
    check_told(&told, 1, &["larger than 4 MiB (limits.file_mib"]);
}

#[cfg(target_os = "linux")]
#[test]
fn an_export_goes_into_files_alone() {
    let folder = Folder::with("a.txt", BODY);
    let pipe = folder.path().parent().expect("a home").join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("mkfifo").success());
    for to in [pipe.as_path(), Path::new("/dev/full"), Path::new("/dev")] {
        let to = to.to_str().expect("a name");
        for force in [&["--force"][..], &[]] {
            let words = [&["export", "-o", to], force].concat();
            check_told(&folder.run(&words), 1, &["so nothing was written there"]);
        }
    }
    use std::os::unix::fs::FileTypeExt;
    let kind = fs::symlink_metadata("/dev/full")
        .expect("a device")
        .file_type();
    assert!(kind.is_char_device());
}

#[test]
fn a_journal_of_a_later_version_is_read_and_not_written_to() {
    let folder = Folder::with("a.txt", BODY);
    let note = r#"{"type": "Annotation", "bodyValue": "Mine.", "target": {"source":
        "http://a.example/1", "selector": {"type": "TextQuoteSelector", "exact": "The old pier"}}}"#;
    folder.write("given.json", note);
    let given = folder.path().join("given.json");
    check_told(&folder.run_on(&["import-notes"], &given), 0, &[]);
    let journal = folder
        .path()
        .parent()
        .expect("a home")
        .join("notes/notes.jsonl");
    let later = fs::read_to_string(&journal).expect("a journal");
    let later = later.replacen("\"version\":1", "\"version\":99", 1);
    fs::write(&journal, &later).expect("a journal");
    folder.write("given.json", note.replace("Mine", "Another"));
    let told = folder.run_on(&["import-notes"], &given);
    check_told(
        &told,
        1,
        &["a later version of Variorum has written these notes"],
    );
    assert_eq!(fs::read_to_string(&journal).expect("a journal"), later);
    let told = folder.run_on(&["export", "--format", "csv"], &folder.path());
    assert_eq!(told.code, 0, "{}", told.err);
}

#[test]
fn notes_that_cannot_be_read_are_not_taken_for_none() {
    let folder = Folder::with("a.txt", BODY);
    let journal = folder
        .path()
        .parent()
        .expect("a home")
        .join("notes/notes.jsonl");
    fs::create_dir_all(&journal).expect("a folder in its place");
    check_told(
        &folder.run(&["export", "--format", "csv"]),
        1,
        &["not read in"],
    );
}

#[test]
fn one_wrong_byte_costs_itself_alone() {
    let line = |text: &str| format!("{{\"title\": \"Café {text}\", \"text\": \"{BODY}\"}}\n");
    let mut bytes: Vec<u8> = (0..4)
        .flat_map(|at| line(&at.to_string()).into_bytes())
        .collect();
    bytes.extend(
        b"{\"title\": \"Broken \xff byte\", \"text\": \"It was shut on Monday, they said.\"}\n",
    );
    let told = Folder::with("a.jsonl", bytes).check();
    for at in 0..4 {
        told.line(&format!("Café {at}"));
    }
    told.line("read as UTF-8 with faults");
}

#[test]
fn a_date_that_means_no_day_is_told() {
    for date in ["2025-02-30", "yesterday", "2025-13-01"] {
        let json = format!("{{\"title\": \"Pier\", \"date\": \"{date}\", \"text\": \"{BODY}\"}}");
        let told = Folder::with("a.json", json).check();
        told.line(&format!("its date is not understood: {date}"));
    }
    for (date, told_as) in [("true", "true"), ("{\"on\": 5}", "{…}")] {
        let json = format!("{{\"title\": \"Pier\", \"date\": {date}, \"text\": \"{BODY}\"}}");
        let told = Folder::with("a.json", json).check();
        told.line(&format!("its date is not understood: {told_as}"));
    }
    let json =
        format!("{{\"date\": {{\"$date\": \"2025-03-04T10:00:00Z\"}}, \"text\": \"{BODY}\"}}");
    let told = Folder::with("a.json", json).run(&["report", "--format", "json"]);
    assert!(told.out.contains("2025-03-04"), "{}", told.out);
}

#[test]
fn settings_that_would_lock_the_reader_in_keep_a_way_out() {
    let folder = Folder::new();
    folder.set("[keys.everywhere]\nquit = []\nclose = []\nback = []\n");
    let told = folder.run_on(&["config"], Path::new("check"));
    told.line("quit needs a key, and keeps those it comes with");
    folder.set("[keys.compare]\npin = [\"g\"]\n");
    let told = folder.run_on(&["config"], Path::new("check"));
    told.line("go_discrepancies has no key left, since g is bound to pin");
}

#[test]
fn settings_are_small_and_are_where_they_are_said_to_be() {
    let folder = Folder::new();
    folder.set(&"a = 1\n".repeat(100_000));
    folder
        .run_on(&["config"], Path::new("check"))
        .line("larger than 256 KiB");
    folder.set("theme = \"none.toml\"");
    let check = Path::new("check");
    folder.run_on(&["config"], check).line("none.toml");
    let told = folder.run_on(&["--config", "nowhere.toml", "config"], check);
    told.line("nowhere.toml is not there");
    let told = folder.run_on(&["--config", "/dev/zero", "config"], check);
    told.line("it is no regular file");
    let told = folder.run_on(&["--theme", "/dev/zero", "config"], check);
    told.line("it is no regular file");
}
