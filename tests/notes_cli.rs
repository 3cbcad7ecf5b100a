//! Notes from the command line: taken in, written out, and written again around the user's text.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{self, Stdio},
    sync::mpsc::channel,
    thread,
    time::Duration,
};

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;
use variorum::{
    bundle,
    export::annotations,
    model::{
        decision::{Decided, Decision, DecisionId},
        grouping::Grouping,
        index::SentenceIx,
        note::{Change, Note, NoteId, Notes},
        ruling::Ruling,
    },
    store::{anchor, record},
};

const DEMO: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/demo/grey-heron-ferry");

/// What came back: the exit code, standard output, standard error.
fn run(dir: &TempDir, args: &[&str]) -> (i32, String, String) {
    let mut command = Command::cargo_bin("variorum").unwrap();
    command
        .env("VARIORUM_NOTES", dir.path().join("notes"))
        .current_dir(dir.path())
        .args(args);
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

/// A note on the first sentence of the demo's first article.
fn note(text: &str, modified: &str) -> Notes {
    let article = &bundle::load(&[DEMO.into()]).unwrap().articles[0];
    let mut notes = Notes::default();
    notes.apply(Change::Put(Box::new(Note {
        id: NoteId("n-0000000001".into()),
        story: article.title().into(),
        targets: vec![anchor::target(article, SentenceIx(0), SentenceIx(0))],
        articles: Vec::new(),
        text: text.into(),
        created: "2031-03-01T10:00:00Z".into(),
        modified: modified.into(),
    })));
    notes
}

/// A folder with that note taken in.
fn with(notes: &Notes) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    take_in(&dir, notes, "saved n-0000000001\n");
    dir
}

#[track_caller]
fn take_in(dir: &TempDir, notes: &Notes, expected: &str) {
    fs::write(dir.path().join("in.json"), annotations::document(notes)).unwrap();
    assert_eq!(
        run(dir, &["import-notes", "in.json"]),
        (0, expected.to_string(), String::new())
    );
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

#[test]
fn what_is_taken_in_comes_out_again() {
    let notes = note("Look at this. #first", "2031-03-01T10:00:00Z");
    let dir = with(&notes);
    let document = annotations::document(&notes);
    assert_eq!(run(&dir, &["export", "--format", "json"]).1, document);
    assert_eq!(run(&dir, &["export", "--format", "json", DEMO]).1, document);
    take_in(&dir, &notes, "unchanged n-0000000001\n");
    take_in(
        &dir,
        &note("Older", "2030-01-01T00:00:00Z"),
        "kept n-0000000001, which is later here\n",
    );
    assert_eq!(run(&dir, &["export", "--format", "json"]).1, document);
    assert!(
        run(&dir, &["export", "--format", "csv"])
            .1
            .contains("Look at this.")
    );
    assert!(
        run(&dir, &["export", "--format", "html"])
            .1
            .contains("Look at this.")
    );
}

#[test]
fn an_export_is_written_again_around_what_the_user_wrote() {
    let dir = with(&note("First thought", "2031-03-01T10:00:00Z"));
    let path = dir.path().join("notes.md");
    let export = ["export", DEMO, "-o", "notes.md"];
    assert_eq!(run(&dir, &export).0, 0);
    let first = read(&path);
    assert!(first.contains("> First thought"), "{first}");
    fs::write(
        &path,
        first.replace("# Notes\n", "# Notes\n\nMy introduction.\n"),
    )
    .unwrap();

    take_in(
        &dir,
        &note("Second thought", "2031-03-02T10:00:00Z"),
        "saved n-0000000001\n",
    );
    let (code, told, _) = run(&dir, &export);
    assert_eq!((code, told.lines().count()), (0, 1), "{told}");
    let second = read(&path);
    assert!(
        second.contains("My introduction.") && second.contains("> Second thought"),
        "{second}"
    );
    assert!(!second.contains("First thought"), "{second}");

    fs::write(
        &path,
        second.replace("> Second thought", "> Second thought, by hand"),
    )
    .unwrap();
    take_in(
        &dir,
        &note("Third thought", "2031-03-03T10:00:00Z"),
        "saved n-0000000001\n",
    );
    let (_, told, _) = run(&dir, &export);
    assert!(told.contains("n-0000000001"), "{told}");
    let third = read(&path);
    assert!(
        third.contains("by hand") && third.contains("> Third thought"),
        "{third}"
    );
}

#[test]
fn other_files_are_left_as_they_are() {
    let dir = with(&note("Mine", "2031-03-01T10:00:00Z"));
    let path = dir.path().join("notes.md");
    fs::write(&path, "A letter").unwrap();
    let (code, _, told) = run(&dir, &["export", DEMO, "-o", "notes.md"]);
    assert_eq!(code, 1);
    assert!(
        told.contains("notes.md exists") && told.contains("notes-2.md"),
        "{told}"
    );
    assert_eq!(read(&path), "A letter");
    assert_eq!(
        run(&dir, &["export", DEMO, "-o", "notes.md", "--force"]).0,
        0
    );
    assert!(read(&path).contains("> Mine"));
}

#[test]
fn what_cannot_be_used_is_told() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("in.json"), "{\"type\": \"Person\"}").unwrap();
    let (code, out, told) = run(&dir, &["import-notes", "in.json"]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(told.contains("no annotation"), "{told}");
    assert_eq!(run(&dir, &["import-notes", "missing.json"]).0, 1);
    assert_eq!(run(&dir, &["export"]).0, 2);
}

#[test]
fn notes_beside_the_articles_travel_with_them() {
    let dir = tempfile::tempdir().unwrap();
    let (here, there) = (dir.path().join("articles"), dir.path().join("moved"));
    fs::create_dir(&here).unwrap();
    for file in fs::read_dir(DEMO).unwrap() {
        let path = file.unwrap().path();
        fs::copy(&path, here.join(path.file_name().unwrap())).unwrap();
    }
    let notes = note("Look at this. #first", "2031-03-01T10:00:00Z");
    fs::write(dir.path().join("in.json"), annotations::document(&notes)).unwrap();
    let ran = |args: &[&str]| {
        let mut command = Command::cargo_bin("variorum").unwrap();
        let home = dir.path().join("home");
        command
            .env_remove("VARIORUM_NOTES")
            .env("VARIORUM_DATA", home);
        let output = command.current_dir(dir.path()).args(args).output().unwrap();
        let told = String::from_utf8(output.stdout).unwrap();
        (output.status.code().unwrap(), told)
    };
    assert_eq!(ran(&["import-notes", "in.json", "--notes", "beside"]).0, 1);
    let taken = ran(&["import-notes", "in.json", "--notes", "articles/.variorum"]);
    assert_eq!(taken, (0, "saved n-0000000001\n".to_string()));
    let document = annotations::document(&notes);
    let export = ["export", "--format", "json"];
    assert_eq!(ran(&[&export[..], &["articles"]].concat()).1, document);
    let beside = ["articles", "--notes", "beside"];
    assert_eq!(ran(&[&export[..], &beside].concat()).1, document);
    fs::rename(&here, &there).unwrap();
    assert_eq!(ran(&[&export[..], &["moved"]].concat()).1, document);
    let one = "moved/northern-beacon.txt";
    assert!(ran(&["export", one]).1.contains("There are no notes"));
    assert!(ran(&["check", "moved"]).1.ends_with("0 skipped\n"));
    assert!(
        !ran(&export).1.contains("Look at this"),
        "the user's own notes"
    );
}

/// `a3.7` as the report names a sentence: article and sentence, from zero.
fn place(id: &Value) -> (usize, usize) {
    let (article, sentence) = id.as_str().unwrap()[1..].split_once('.').unwrap();
    (
        article.parse::<usize>().unwrap() - 1,
        sentence.parse().unwrap(),
    )
}

/// A pinned link between the headline of one article and the last sentence of another, a forbidden
/// one, and the third article split off.
fn decided(dir: &TempDir, forbidden: &Value) {
    let articles = bundle::load(&[DEMO.into()]).unwrap().articles;
    let sentence = |article: usize, at: usize| {
        anchor::target(&articles[article], SentenceIx(at), SentenceIx(at))
    };
    let last = |article: usize| sentence(article, articles[article].sentences().len() - 1);
    let cited = |at: usize| anchor::cited(&articles[at]);
    let at = |id: &Value| {
        let (article, at) = place(id);
        sentence(article, at)
    };
    let decisions = [
        Decision::Link(Ruling::Pin, Box::new((sentence(0, 0), last(1)))),
        Decision::Link(
            Ruling::Forbid,
            Box::new((at(&forbidden["a"]), at(&forbidden["b"]))),
        ),
        Decision::Group(Grouping::Split {
            moved: vec![cited(2)],
            rest: [0, 1, 3, 4, 5].map(cited).to_vec(),
        }),
    ];
    let lines: String = decisions
        .into_iter()
        .enumerate()
        .map(|(at, decision)| {
            record::line(&Change::Decide(Box::new(Decided {
                id: DecisionId(format!("d-{at}")),
                at: format!("2031-03-01T10:00:00.00000{at}Z"),
                decision,
            })))
        })
        .collect();
    fs::write(dir.path().join("in.jsonl"), lines).unwrap();
    let saved = "saved d-0\nsaved d-1\nsaved d-2\n".to_string();
    assert_eq!(
        run(dir, &["import-notes", "in.jsonl"]),
        (0, saved, String::new())
    );
    let again = run(dir, &["import-notes", "in.jsonl"]).1;
    assert!(again.starts_with("unchanged d-0"), "{again}");
}

#[test]
fn the_report_follows_the_readers_decisions() {
    let dir = tempfile::tempdir().unwrap();
    let json = ["report", DEMO, "--format", "json"];
    let before: Value = serde_json::from_str(&run(&dir, &json).1).unwrap();
    let found = before["links"].as_array().unwrap();
    let apart = |it: &Value| place(it).0 != 2;
    let verbatim = |it: &&Value| it["kind"] == "verbatim" && apart(&it["a"]) && apart(&it["b"]);
    let one = found.iter().find(verbatim).expect("words shared by two");
    let (a, b) = (&one["a"], &one["b"]);
    decided(&dir, one);
    let report: Value = serde_json::from_str(&run(&dir, &json).1).unwrap();
    let stories = report["stories"].as_array().unwrap();
    let by: Vec<&str> = stories.iter().filter_map(|it| it["by"].as_str()).collect();
    assert_eq!(by, ["reader", "reader"], "{stories:?}");
    let links = report["links"].as_array().unwrap();
    let pinned: Vec<&Value> = links.iter().filter(|it| it["by"] == "reader").collect();
    assert_eq!(pinned.len(), 1, "{pinned:?}");
    assert_eq!(pinned[0]["a"], "a1.0");
    assert!(!links.iter().any(|it| it["a"] == *a && it["b"] == *b));
    let together = report["claims"].as_array().unwrap().iter().any(|it| {
        let sentences = it["sentences"].as_array().unwrap();
        sentences.contains(a) && sentences.contains(b)
    });
    assert!(!together, "a claim joins what is forbidden");

    let told = run(&dir, &["report", DEMO]).1;
    assert!(told.contains("Grouped so by the reader."), "{told}");
    let as_found = run(&dir, &["report", DEMO, "--format", "json", "--as-found"]).1;
    assert_eq!(serde_json::from_str::<Value>(&as_found).unwrap(), before);
}

#[test]
fn what_the_program_wrote_among_the_articles_is_none() {
    let dir = with(&note("Look at this. #first", "2031-03-01T10:00:00Z"));
    let articles = dir.path().join("articles");
    fs::create_dir(&articles).unwrap();
    for file in fs::read_dir(DEMO).unwrap() {
        let path = file.unwrap().path();
        fs::copy(&path, articles.join(path.file_name().unwrap())).unwrap();
    }
    let before = run(&dir, &["report", "articles", "--format", "json"]).1;
    let markdown = run(&dir, &["report", "articles"]).1;
    for (name, text) in [("report.json", &before), ("report.md", &markdown)] {
        fs::write(articles.join(name), text).unwrap();
    }
    run(&dir, &["export", "articles", "-o", "articles/notes.md"]);
    run(
        &dir,
        &["export", "--format", "json", "-o", "articles/notes.json"],
    );
    fs::copy(
        dir.path().join("notes/notes.jsonl"),
        articles.join("notes.jsonl"),
    )
    .unwrap();
    assert_eq!(
        run(&dir, &["report", "articles", "--format", "json"]).1,
        before
    );
    let (code, told, _) = run(&dir, &["check", "articles"]);
    assert_eq!(
        (code, told.matches("that Variorum wrote").count()),
        (0, 5),
        "{told}"
    );
}

/// A note that another program made on a part of a sentence finds its article and its story, and
/// nothing that it does not tell is printed.
#[test]
fn a_note_of_another_program_is_placed() {
    let dir = TempDir::new().unwrap();
    for (file, address, first) in [
        (
            "a.txt",
            "alpha",
            "The ferry ran aground on the bank at noon.",
        ),
        (
            "b.txt",
            "beta",
            "At noon the ferry ran aground on the sand bank.",
        ),
    ] {
        let text = format!(
            "Source: {address}\nURL: https://{address}.example/1\nTitle: Ferry aground off Pellmouth\n\n\
             {first} Nobody was hurt, the skipper Owen Tresk said. The harbour office closed the channel \
             until the evening tide.\n"
        );
        fs::write(dir.path().join(file), text).unwrap();
    }
    let foreign = r#"{"type":"Annotation","id":"https://notes.example/7","created":"2026-01-02T03:04:05Z",
        "body":{"type":"TextualBody","value":"Ask him."},
        "target":{"source":"https://alpha.example/1","selector":[
        {"type":"TextQuoteSelector","exact":"the skipper Owen Tresk","prefix":"Nobody was hurt, ","suffix":" said."}]}}"#;
    fs::write(dir.path().join("foreign.json"), foreign).unwrap();
    assert_eq!(run(&dir, &["import-notes", "foreign.json"]).0, 0);
    let (code, told, _) = run(&dir, &["export", "a.txt", "b.txt", "-o", "-"]);
    assert_eq!(code, 0);
    assert!(told.contains("Ask him."), "{told}");
    assert!(
        told.contains("One text: alpha, beta"),
        "its story is compared: {told}"
    );
    for hollow in ["****", "bytes 0", "not found"] {
        assert!(!told.contains(hollow), "{hollow}: {told}");
    }
    assert!(!dir.path().join("-").exists());
}

#[test]
fn a_file_given_twice_is_one_article() {
    let dir = TempDir::new().unwrap();
    fs::write(
        dir.path().join("a.txt"),
        "Ferry aground\n\nIt ran aground at noon on Monday.\n",
    )
    .unwrap();
    let (_, told, aside) = run(&dir, &["check", "a.txt", ".", "./a.txt"]);
    assert_eq!(told.matches("story 1").count(), 1, "{told}");
    assert!((told + &aside).contains("given twice"), "{aside}");
}

fn line(id: &str) -> String {
    let mut note = note(id, "2031-03-01T10:00:00Z")
        .iter()
        .next()
        .unwrap()
        .clone();
    note.id = NoteId(id.into());
    record::line(&Change::Put(Box::new(note)))
}

#[test]
fn a_line_that_is_no_json_is_told_by_its_number_and_the_rest_is_taken() {
    let dir = tempfile::tempdir().unwrap();
    let lines = format!("{}\n{}no JSON\n{}", line("n-1"), line("n-2"), line("n-3"));
    let mut command = Command::cargo_bin("variorum").unwrap();
    command
        .env("VARIORUM_NOTES", dir.path())
        .args(["import-notes", "-"])
        .write_stdin(lines);
    let output = command.output().unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert_eq!(out, "saved n-1\nsaved n-2\nsaved n-3\n");
    assert!(err.contains("standard input: line 4: "), "{err}");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_line_is_taken_when_it_comes_behind_an_empty_one_too() {
    let dir = tempfile::tempdir().unwrap();
    let mut child = process::Command::new(env!("CARGO_BIN_EXE_variorum"))
        .env("VARIORUM_NOTES", dir.path())
        .args(["import-notes", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let (sender, heard) = channel();
    thread::spawn(move || sender.send(lines.next().unwrap().unwrap()));
    write!(input, "\n{}", line("n-1")).unwrap();
    let told = heard.recv_timeout(Duration::from_secs(30));
    assert_eq!(told.as_deref(), Ok("saved n-1"));
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[test]
fn what_is_not_read_is_told_in_every_format() {
    let dir = with(&note("Look at this.", "2031-03-01T10:00:00Z"));
    let articles = dir.path().join("articles");
    fs::create_dir(&articles).unwrap();
    fs::write(articles.join("one.txt"), "The ferry ran aground.").unwrap();
    fs::write(articles.join("two.pdf"), "%PDF").unwrap();
    for format in ["md", "json", "csv", "html"] {
        let (code, out, told) = run(&dir, &["export", "articles", "--format", format]);
        assert_eq!(code, 0);
        assert!(!out.is_empty());
        assert!(told.contains("two.pdf"), "{format}: {told}");
    }
    let (code, _, told) = run(&dir, &["export", "--format", "md"]);
    assert!(code == 1 && told.contains("name the articles"), "{told}");
}
