//! The program as a shell runs it: arguments in; standard output, standard error and exit code
//! out. Exit codes are 0 done, 1 the input has errors, 2 wrong usage.
//!
//! Every run has a folder of its own to work in, with its own notes and settings, so that no test
//! sees what another one, or the user, has kept.

use std::{fs, path::PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;
use variorum::{
    model::note::{Change, Note, NoteId},
    store::journal::Store,
};

/// Three lines, the second of them broken.
const LINES: &str = r#"{"title":"Tram derails at Alder Square","source":"Morning Slate","date":"2025-03-04","text":"A tram came off its rails at Alder Square on Tuesday. Nobody was hurt, the operator said."}
{"title": broken
{"title":"Tram off rails at Alder Square","source":"Evening Chalk","date":"2025-03-04","text":"A tram came off its rails at Alder Square on Tuesday. Four people were hurt, the operator said."}
"#;

/// A folder to run in.
struct Place(TempDir);

/// What came of a run.
struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn with(name: &str, text: impl AsRef<[u8]>) -> Self {
        let place = Self::new();
        place.write(name, text);
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Arguments parted by blanks, and what stands on standard input.
    fn run_on(&self, arguments: &str, input: &str) -> Ran {
        self.ran(arguments.split_whitespace(), input)
    }

    fn run(&self, arguments: &str) -> Ran {
        self.run_on(arguments, "")
    }

    fn ran<'a>(&self, arguments: impl Iterator<Item = &'a str>, input: &str) -> Ran {
        let done = Command::new(env!("CARGO_BIN_EXE_variorum"))
            .args(arguments)
            .current_dir(self.0.path())
            .env_clear()
            .env("HOME", self.0.path())
            .env("VARIORUM_NOTES", self.path("notes"))
            .env("VARIORUM_CONFIG", self.path("config.toml"))
            .write_stdin(input)
            .output()
            .unwrap();
        Ran {
            code: done.status.code().expect("no signal ended it"),
            out: String::from_utf8(done.stdout).expect("UTF-8"),
            err: String::from_utf8(done.stderr).expect("UTF-8"),
        }
    }
}

/// The exit code, and words that must stand on standard output and on standard error; where no
/// words are given for one of them, nothing at all may stand there.
#[track_caller]
fn check(ran: &Ran, code: i32, out: &[&str], err: &[&str]) {
    let told = format!("out:\n{}\nerr:\n{}", ran.out, ran.err);
    assert_eq!(ran.code, code, "exit code\n{told}");
    for (stream, words) in [(&ran.out, out), (&ran.err, err)] {
        assert_eq!(stream.is_empty(), words.is_empty(), "{words:?}\n{told}");
        for it in words {
            assert!(stream.contains(it), "{it:?} is missing\n{told}");
        }
    }
}

#[test]
fn a_missing_path_is_named() {
    let place = Place::new();
    for arguments in ["gone", "report gone", "export gone", "check gone"] {
        check(&place.run(arguments), 1, &[], &["gone is not there"]);
    }
}

#[test]
fn one_missing_path_spoils_the_whole() {
    let place = Place::with("a.jsonl", LINES);
    let ran = place.run("report a.jsonl gone");
    check(&ran, 1, &[], &["gone is not there"]);
}

#[test]
fn a_folder_without_articles_is_told_with_the_formats() {
    let place = Place::new();
    fs::create_dir(place.path("empty")).unwrap();
    let ran = place.run("report empty");
    check(&ran, 1, &[], &["no article in empty", ".txt", ".jsonl"]);
}

#[test]
fn a_file_without_an_article_is_told_with_the_reason() {
    let place = Place::with("blank.txt", " \n\n");
    place.write("picture.png", "\u{1}\u{2}");
    let ran = place.run("report blank.txt");
    check(&ran, 1, &[], &["no article in blank.txt", "holds no text"]);
    let ran = place.run("report picture.png");
    check(&ran, 1, &[], &["picture.png: is of a format"]);
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_read_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    let locked = place.path("locked");
    fs::create_dir(&locked).unwrap();
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o0)).unwrap();
    if fs::read_dir(&locked).is_ok() {
        eprintln!("skipped: this user may read every folder");
        return;
    }
    let ran = place.run("report locked");
    check(&ran, 1, &[], &["the folder locked cannot be listed"]);
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o700)).unwrap();
}

#[test]
fn a_broken_line_is_named_and_the_rest_is_read() {
    let place = Place::with("a.jsonl", LINES);
    let ran = place.run("report a.jsonl --format json");
    check(&ran, 0, &["Morning Slate", "Evening Chalk"], &["a.jsonl:2"]);
    assert!(!ran.out.contains("broken"), "{}", ran.out);
}

#[test]
fn check_tells_what_was_skipped_and_fails() {
    let place = Place::with("a.jsonl", LINES);
    let told = [
        "Morning Slate; 2025-03-04; Tram derails at Alder Square",
        "1 headline, 2 body",
        "a.jsonl:2: skipped",
        "2 articles, 1 story, 1 skipped",
    ];
    check(&place.run("check a.jsonl"), 1, &told, &[]);
}

#[test]
fn check_is_content_where_all_was_read() {
    let whole = LINES.replace("{\"title\": broken\n", "");
    let place = Place::with("a.jsonl", whole);
    let ran = place.run("check a.jsonl");
    check(&ran, 0, &["2 articles, 1 story, 0 skipped"], &[]);
}

#[test]
fn a_mistyped_command_is_named() {
    let place = Place::new();
    let told = "reprot is not there and no command; did you mean `report`?";
    check(&place.run("reprot"), 1, &[], &[told]);
}

#[test]
fn wrong_usage_is_told_with_what_is_wrong() {
    let place = Place::with("a.jsonl", LINES);
    for (arguments, told) in [
        ("--bogus", "'--bogus'"),
        ("report", "<PATHS>..."),
        ("export", "<PATHS>..."),
        ("check", "<PATHS>..."),
        ("report a.jsonl --format xml", "possible values: md, json"),
        ("export a.jsonl --force", "--output <FILE>"),
        ("config", "Usage"),
        ("config set", "'set'"),
    ] {
        check(&place.run(arguments), 2, &[], &[told]);
    }
}

#[test]
fn options_may_stand_before_a_subcommand() {
    let place = Place::with("a.txt", "Ice in Tarn\n\nNothing moved.\n");
    let ran = place.run("--no-mouse check a.txt");
    check(&ran, 0, &["1 article, 1 story, 0 skipped"], &[]);
}

#[test]
fn help_begins_with_examples_and_names_the_exit_codes() {
    let ran = Place::new().run("--help");
    let told = ["Exit codes: 0 done, 1", "2 wrong usage", "export"];
    check(&ran, 0, &told, &[]);
    assert!(ran.out.starts_with("Examples:"), "{}", ran.out);
}

#[test]
fn the_report_comes_in_both_formats() {
    let place = Place::with("a.jsonl", LINES);
    let ran = place.run("report a.jsonl");
    assert!(ran.out.starts_with("# "), "{}", ran.out);
    let ran = place.run("report a.jsonl --format json");
    let json: serde_json::Value = serde_json::from_str(&ran.out).expect("one JSON document");
    assert_eq!(json["schema"], "variorum.report/1");
    assert_eq!(json["articles"].as_array().map(Vec::len), Some(2));
    assert_eq!(json["stories"].as_array().map(Vec::len), Some(1));
    let again = place.run("report a.jsonl --format json");
    assert_eq!(ran.out, again.out, "the same input, other bytes");
}

#[test]
fn the_report_can_be_of_some_stories_alone() {
    let lines = LINES.to_string()
        + r#"{"title":"Otter seen in Quay Lane","source":"Morning Slate","date":"2025-05-06","text":"An otter was seen in Quay Lane on Tuesday. It ate a herring."}"#;
    let place = Place::with("trams.jsonl", lines);
    let ran = place.ran(
        ["report", "trams.jsonl", "--story", "otter Slate"].into_iter(),
        "",
    );
    check(
        &ran,
        0,
        &["1 article, 1 story.", "Otter seen in Quay Lane"],
        &["trams.jsonl:2"],
    );
    assert!(!ran.out.contains("Alder Square"), "{}", ran.out);
    let ran = place.run("report trams.jsonl --format json --story otter");
    let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let articles = report["articles"].as_array().unwrap();
    assert_eq!(articles.len(), 1);
    assert_eq!(articles[0]["id"], report["stories"][0]["articles"][0]);
    assert_eq!(articles[0]["story"], report["stories"][0]["id"]);
    let ran = place.run("report trams.jsonl --story badger");
    check(
        &ran,
        1,
        &[],
        &["no story's headlines, outlets or days hold “badger”"],
    );
    assert_eq!(ran.out, "");
}

#[test]
fn shells_can_complete_commands_and_options() {
    for shell in ["bash", "zsh", "fish"] {
        let ran = Place::new().run(&format!("completions {shell}"));
        check(&ran, 0, &["import-notes", "as-found"], &[]);
    }
}

#[test]
fn standard_input_is_read_for_a_dash() {
    let place = Place::new();
    let ran = place.run_on("report - --format json", LINES);
    check(&ran, 0, &["Morning Slate"], &["standard input:2"]);
    let told = "standard input:1: is no valid JSON; there an article is a JSON object in a line";
    check(&place.run_on("report -", "not json"), 1, &[], &[told]);
    check(&place.run_on("report -", ""), 1, &[], &["no article in -"]);
}

#[test]
fn where_no_terminal_is_the_markdown_report_is_printed() {
    let place = Place::with("a.jsonl", LINES);
    assert_eq!(place.run("a.jsonl").out, place.run("report a.jsonl").out);
    let demo = place.run("");
    check(&demo, 0, &["# ", "Ferry with 83 passengers"], &[]);
}

#[test]
fn notes_are_exported_and_never_over_a_file_unasked() {
    let place = Place::with("a.jsonl", LINES);
    annotate(&place, &first_story(&place, "a.jsonl"), "Who counted?");
    let printed = place.run("export a.jsonl");
    check(&printed, 0, &["Who counted?"], &["a.jsonl:2"]);
    let written = place.run("export a.jsonl -o out.md");
    check(&written, 0, &["out.md"], &["a.jsonl:2"]);
    assert_eq!(place.read("out.md"), printed.out);

    place.write("out.md", "mine");
    let refused = place.run("export a.jsonl -o out.md");
    check(&refused, 1, &[], &["out.md exists", "--force", "out-2.md"]);
    assert_eq!(place.read("out.md"), "mine");
    place.run("export a.jsonl -o out.md --force");
    assert_eq!(place.read("out.md"), printed.out);
    let lost = place.run("export a.jsonl -o none/out.md");
    check(&lost, 1, &[], &["none/out.md"]);
}

#[test]
fn settings_are_written_shown_and_checked() {
    let place = Place::new();
    let named = place.path("config.toml").display().to_string();
    check(&place.run("config path"), 0, &[&named], &[]);
    let defaults = include_str!("../config.example.toml");
    assert_eq!(place.run("config show").out, defaults);

    check(&place.run("config init"), 0, &[&named], &[]);
    check(&place.run("config check"), 0, &["no faults"], &[]);
    check(&place.run("config init"), 1, &[], &["exists already"]);
    place.write("config.toml", "mouse = 3\nsings = \"ascii\"\n");
    assert_eq!(place.run("config show").out, place.read("config.toml"));
    assert_eq!(place.run("config show --default").out, defaults);
    let told = ["line 1: mouse", "line 2", "did you mean `signs`?"];
    check(&place.run("config check"), 1, &told, &[]);
}

#[test]
fn the_settings_file_can_be_named() {
    let place = Place::with("other.toml", "mouse = 3\n");
    let run = |what: &str| place.run(&format!("config {what} --config other.toml"));
    assert_eq!(run("path").out, "other.toml\n");
    assert_eq!(run("show").out, "mouse = 3\n");
    check(&run("check"), 1, &["other.toml: line 1: mouse"], &[]);
    check(&run("init"), 1, &[], &["other.toml exists already"]);
}

#[test]
fn no_text_from_a_file_can_steer_the_terminal() {
    let evil = "\u{1b}[31mred\u{1b}]0;title\u{7} \u{9b}2J back\u{8}space \u{202e}turned\u{2066} \
                bell\u{7} nul\u{0} del\u{7f} next\u{85}line";
    let story = format!("Tram {evil} derails");
    let article = format!(
        "{story}\n\nA tram came off {evil} its rails on Tuesday. Nobody was hurt, they said.\n"
    );
    let record = |title: &str| {
        let text = "A tram came off its rails on Tuesday. Four were hurt, they said.";
        serde_json::json!({ "title": title, "source": title, "author": title, "url": title,
            "date": title, "text": format!("{text} {title}") })
    };
    let place = Place::with("in/a.txt", &article);
    place.write("in/b.md", format!("---\ntitle: {evil}\n---\n{article}"));
    place.write("in/c.json", record(evil).to_string());
    place.write("in/d.jsonl", format!("{}\n{evil}\n", record(&story)));
    place.write("in/e\u{1b}[31m\u{202e}.txt", &article);
    place.write("in/f\u{1b}]0;x\u{7}.png", "");
    annotate(&place, &first_story(&place, "in"), evil);
    annotate(&place, evil, evil);
    let faults = "\"a\\u001B[31m\\u202E\" = 1\ntheme = \"\\u001B[31m\"\nmouse = \"\\u009B2J\"\n\
                  [keys.\"\\u001B[2J\"]\n[keys.compare]\n\"\\u001B[3J\" = [\"x\"]\n";
    place.write("config.toml", faults);
    for (arguments, word) in [
        ("in", "derails"),
        ("report in", "derails"),
        ("report in --format json", "derails"),
        ("export in", "turned"),
        ("export in --format json", "turned"),
        ("export in --format csv", "turned"),
        ("export in --format html", "turned"),
        ("check in", "turned"),
        ("config check", "mouse"),
    ] {
        let ran = place.run(arguments);
        assert!(ran.out.contains(word), "{arguments}: {}", ran.err);
        harmless(arguments, &ran);
    }
    let gone = place.ran(["report", "gone\u{1b}[31m\u{202e}"].into_iter(), "");
    harmless("a missing path", &gone);
}

/// Neither stream holds a control character but line breaks (in a table CRLF, by RFC 4180), nor one
/// that turns the order of letters.
#[track_caller]
fn harmless(what: &str, ran: &Ran) {
    for stream in [ran.out.replace("\r\n", "\n"), ran.err.clone()] {
        let steers = |c: &char| {
            (c.is_control() && *c != '\n')
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        let line = |c| stream.lines().find(|it| it.contains(c));
        if let Some(c) = stream.chars().find(steers) {
            panic!("{what} tells {c:?}: {:?}", line(c));
        }
    }
}

/// The title of the first story of a bundle, as the report tells it.
fn first_story(place: &Place, bundle: &str) -> String {
    let ran = place.run(&format!("report {bundle} --format json"));
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    json["stories"][0]["title"].as_str().unwrap().to_string()
}

/// Puts a note on a story into the store, as an earlier session would have.
fn annotate(place: &Place, story: &str, text: &str) {
    let mut store = Store::open(&place.path("notes")).unwrap().store;
    let note = Note {
        id: NoteId(format!("n-{:010}", story.len())),
        story: story.into(),
        targets: Vec::new(),
        articles: Vec::new(),
        text: text.into(),
        created: "2025-03-05T10:00:00Z".into(),
        modified: "2025-03-05T10:00:00Z".into(),
    };
    store.record(&Change::Put(Box::new(note))).unwrap();
}
