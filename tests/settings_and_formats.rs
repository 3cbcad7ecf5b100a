//! What is wrong in the settings, named where it stands; the format of notes by the name of their file;
//! what is piped in and not asked for. The program as a shell runs it.

use std::fs;

use assert_cmd::Command;

/// Runs the program in a folder with a settings file and one article, nothing on standard input.
fn run(settings: &str, arguments: &[&str]) -> (i32, String) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("config.toml"), settings).unwrap();
    let text =
        "Title: Weir gives way\nSource: Ansley Echo\n\nThe old weir gave way on Sunday night.\n";
    fs::write(folder.path().join("weir.txt"), text).unwrap();
    let done = Command::new(env!("CARGO_BIN_EXE_variorum"))
        .args(arguments)
        .current_dir(folder.path())
        .env_clear()
        .env("HOME", folder.path())
        .env("VARIORUM_NOTES", folder.path().join("notes"))
        .env("VARIORUM_CONFIG", folder.path().join("config.toml"))
        .write_stdin("")
        .output()
        .unwrap();
    let written = ["notes.json", "notes.csv", "notes.html", "notes.md"];
    let written = written.map(|it| fs::read_to_string(folder.path().join(it)).unwrap_or_default());
    let told = [
        String::from_utf8_lossy(&done.stdout),
        String::from_utf8_lossy(&done.stderr),
    ];
    let told = format!("{}{}\n{}", told[0], told[1], written.join(""));
    (done.status.code().unwrap_or(-1), told)
}

#[track_caller]
fn check(settings: &str, arguments: &[&str], code: i32, wanted: &[&str]) {
    let (came, told) = run(settings, arguments);
    assert_eq!(came, code, "{told}");
    for words in wanted {
        assert!(told.contains(words), "no {words:?} in\n{told}");
    }
}

#[test]
fn keys_that_clash_on_one_screen_are_named() {
    let arguments = ["config", "check"];
    check(
        "[keys.compare]\nnext_difference = [\"s\"]\n",
        &arguments,
        1,
        &["next_shared loses s, since s is bound to next_difference; it keeps ] s"],
    );
    check(
        "[keys.everywhere]\nquit = [\"j\"]\n",
        &arguments,
        1,
        &["down loses j, since j is bound to quit; it keeps down"],
    );
    let meant = "[keys.compare]\nnext_difference = [\"s\"]\nnext_shared = [\"] s\"]\n";
    check(meant, &arguments, 0, &["no faults"]);
}

#[test]
fn a_theme_that_is_none_is_named_with_those_there_are() {
    let wanted = [
        "there is no theme \"ligth\"; there are auto, dark, light, mono, and the path of a theme file; did you mean `light`?",
    ];
    check(
        "mouse = true\ntheme = \"ligth\"\n",
        &["config", "check"],
        1,
        &["line 2: "],
    );
    check("theme = \"ligth\"\n", &["config", "check"], 1, &wanted);
    check("", &["config", "check", "--theme", "ligth"], 1, &wanted);
}

#[test]
fn notes_are_written_in_the_format_that_the_name_of_the_file_says() {
    for (name, begins) in [
        ("notes.json", "AnnotationPage"),
        ("notes.html", "<!"),
        ("notes.csv", "id"),
    ] {
        check(
            "",
            &["export", "weir.txt", "-o", name],
            0,
            &["Notes written to", begins],
        );
    }
    let unknown = ["export", "weir.txt", "-o", "notes.docx"];
    check(
        "",
        &unknown,
        1,
        &[".docx stands for no format; name the file .md, .json, .csv or .html"],
    );
    let given = ["export", "weir.txt", "-o", "notes.docx", "--format", "csv"];
    check("", &given, 0, &["Notes written to"]);
}

#[test]
fn what_is_piped_in_and_not_named_is_told() {
    check("", &["report"], 2, &["where `-` stands for it"]);
}
