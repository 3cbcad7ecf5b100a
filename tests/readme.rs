//! The README says what the program does: its keys, signs, commands, field names, settings and its
//! picture of a screen are compared with the program, line by line. A part that differs is printed
//! as it should stand; `INSTA_UPDATE=always cargo test --test readme` writes it into the file.

mod support;

use std::{fs, ops::Range, path::PathBuf, sync::Mutex};

use clap::Parser;
use support::Reader;
use variorum::{
    app::signs::{Sign, sign, told},
    bundle,
    cli::Cli,
    config::{
        settings::{EXAMPLE, Settings, Signs},
        theme::{THEMES, Theme},
    },
    input::command::{COMMANDS, SCOPES},
    model::{
        article::Article,
        comparison::{Differs, LinkKind},
    },
};

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

fn readme() -> String {
    fs::read_to_string(path()).expect("the README")
}

/// Where the part `<!-- name -->` … `<!-- /name -->` stands in the text, without its marks.
#[track_caller]
fn place(text: &str, name: &str) -> Range<usize> {
    let mark = format!("<!-- {name} -->\n");
    let from = text.find(&mark).expect(name) + mark.len();
    from..text.find(&format!("<!-- /{name} -->")).expect(name)
}

#[track_caller]
fn part(name: &str) -> String {
    let text = readme();
    text[place(&text, name)].trim_matches('\n').to_string()
}

/// Compares a part with what the program says, or writes it where that was asked for.
#[track_caller]
fn check(name: &str, expected: &str) {
    static WRITING: Mutex<()> = Mutex::new(());
    let (found, expected) = (part(name), expected.trim_matches('\n'));
    if found == expected {
        return;
    }
    if std::env::var("INSTA_UPDATE").is_ok_and(|it| it == "always") {
        let _one_at_a_time = WRITING.lock();
        let mut text = readme();
        text.replace_range(place(&text, name), &format!("\n{expected}\n\n"));
        return fs::write(path(), text).expect("the README is written");
    }
    let same = found
        .lines()
        .zip(expected.lines())
        .take_while(|(a, b)| a == b);
    let line = same.count() + 1;
    panic!("README.md, part {name:?}, line {line} differs; it should be:\n\n{expected}\n");
}

/// The code blocks of a language, each as one text.
fn blocks(language: &str) -> Vec<String> {
    let text = readme();
    let fence = format!("```{language}\n");
    let blocks = text.split(&fence).skip(1);
    let inside = |it: &str| it.split("```").next().unwrap_or_default().to_string();
    blocks.map(inside).collect()
}

#[test]
fn the_keys_are_those_of_the_program() {
    let keymap = Settings::defaults().keymap;
    let mut table = String::from("| Keys | Name in the settings | What it does |\n|---|---|---|\n");
    for scope in SCOPES {
        table += &format!("| **{}** | `[keys.{}]` | |\n", scope.title, scope.name);
        for info in COMMANDS.iter().filter(|it| it.scope == scope.scope) {
            let keys = keymap.keys_of(info.command);
            let keys: Vec<String> = keys.iter().map(|it| format!("`{it}`")).collect();
            table += &format!("| {} | `{}` | {} |\n", keys.join(", "), info.name, info.doc);
        }
    }
    check("keys", &table);
}

#[test]
fn the_signs_are_those_of_the_program() {
    let shared = |kind| (Sign::Shared(kind), format!("shared: {}", told(kind)));
    let words = |it: &str| it.to_string();
    let signs = [
        shared(LinkKind::Verbatim),
        shared(LinkKind::Edited),
        shared(LinkKind::Paraphrase),
        shared(LinkKind::Partial),
        (Sign::OnlyHere, words("only this source has it")),
        (
            Sign::Difference(Differs::Surely),
            words("sources differ in substance here, however alike the wording is"),
        ),
        (
            Sign::Difference(Differs::Possibly),
            words("they may differ, or tell of two things: read both"),
        ),
        (
            Sign::Difference(Differs::Slightly),
            words("told more fully or in another form; it stands in lists, not in the panes"),
        ),
        (
            Sign::Omission,
            words("others tell something here that this source leaves out"),
        ),
        (Sign::Note, words("there is a note")),
        (
            Sign::Seen,
            words("there is a note on these words in another article; `E` reads it"),
        ),
        (
            Sign::ByYou,
            words("you decided: about a link or a discrepancy of this sentence, about this story"),
        ),
        (
            Sign::Absent,
            words("among the claims: this source does not tell it"),
        ),
        (Sign::Cursor, words("the sentence under the cursor")),
        (Sign::Counterpart, words("its counterpart in another pane")),
    ];
    let mut table = words("| Sign | In ASCII | It means |\n|---|---|---|\n");
    for (it, means) in signs {
        let (unicode, ascii) = (sign(it, Signs::Unicode), sign(it, Signs::Ascii));
        table += &format!("| `{unicode}` | `{ascii}` | {means} |\n");
    }
    table += "| `?` | `?` | ambiguous: another sentence of the same source fits about as well |\n";
    check("signs", &table);
}

#[test]
fn the_screen_is_one_of_the_programs() {
    let mut reader = Reader::open((100, 28));
    reader.press("enter tab p l i g h t s enter shift-tab g g d d d d");
    check("screen", &format!("```text\n{}\n```", reader.text()));
}

#[test]
fn the_commands_are_understood() {
    let mut seen = 0;
    for line in blocks("sh").iter().flat_map(|it| it.lines()) {
        let written = line.split(['#', '>', '<']).next().unwrap_or_default();
        let Some(args) = shlex::split(written).filter(|it| it[0] == "variorum") else {
            continue;
        };
        seen += 1;
        assert!(Cli::try_parse_from(args).is_ok(), "not understood: {line}");
    }
    assert!(8 < seen, "only {seen} commands were found in the README");
}

/// The articles of a file with this name and text.
fn read(name: &str, text: &str) -> Vec<Article> {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join(name), text).expect("a file");
    let loaded = bundle::load(&[folder.path().to_path_buf()]);
    loaded.map_or(Vec::new(), |it| it.articles)
}

/// The names in backticks.
fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

#[test]
fn the_field_names_are_read() {
    let rows = part("fields");
    let mut seen = 0;
    for row in rows.lines().skip(2) {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        for name in quoted(cells[2]) {
            field_is_read(cells[1], name);
            seen += 1;
        }
    }
    assert!(20 < seen, "only {seen} names were found");
}

#[track_caller]
fn field_is_read(field: &str, name: &str) {
    let (value, body) = match field {
        "date" => ("2031-03-07", "Nothing moved in Tarn."),
        "address" => ("https://post.example/tarn", "Nothing moved in Tarn."),
        "language" => ("en", "Nothing moved in Tarn."),
        _ => ("Ice in Tarn", "Nothing moved in Tarn."),
    };
    let text = match field {
        "text" => format!("{{\"{name}\": \"{body}\"}}"),
        _ => format!("{{\"{name}\": \"{value}\", \"text\": \"{body}\"}}"),
    };
    let articles = read("a.json", &text);
    assert_eq!(articles.len(), 1, "{text}");
    let meta = articles[0].meta();
    let found = match field {
        "headline" => meta.title.clone(),
        "text" => return,
        "outlet" => Some(meta.source.clone()),
        "date" => meta.published.map(|it| it.to_string()),
        "byline" => meta.byline.clone(),
        "address" => meta.url.clone(),
        "dek" => meta.dek.clone(),
        "language" => meta.language.clone(),
        "story" => meta.story.clone(),
        other => panic!("the README names a field {other:?} that this test does not know"),
    };
    assert_eq!(found.as_deref(), Some(value), "{text}");
}

#[test]
fn the_file_names_are_read() {
    let text = readme();
    let rows = text.lines().filter(|it| it.starts_with("| `."));
    let names: Vec<&str> = rows
        .flat_map(|it| quoted(it.split('|').nth(1).unwrap_or_default()))
        .collect();
    assert!(5 < names.len(), "{names:?}");
    for name in names {
        let body = match name.contains("json") {
            true => "{\"title\": \"Ice in Tarn\", \"text\": \"Nothing moved in Tarn.\"}",
            false => "Ice in Tarn\n\nNothing moved in Tarn.\n",
        };
        assert_eq!(read(&format!("a{name}"), body).len(), 1, "{name}");
    }
}

#[test]
fn the_lines_above_a_text_are_read() {
    let text = "Title: Ice in Tarn\nSource: Harbour Post\nDate: 7 March 2031\n\nNothing moved.\n";
    let articles = read("a.txt", text);
    let meta = articles[0].meta();
    assert_eq!(meta.title.as_deref(), Some("Ice in Tarn"));
    assert_eq!(meta.source, "Harbour Post");
    assert_eq!(
        meta.published.map(|it| it.date.to_string()).as_deref(),
        Some("2031-03-07")
    );
}

#[test]
fn the_settings_and_styles_have_no_fault() {
    let toml = blocks("toml");
    let [settings, theme] = toml.as_slice() else {
        panic!("the README has {} blocks of TOML", toml.len());
    };
    assert_eq!(Settings::read(settings).1, Vec::<String>::new());
    assert_eq!(Theme::read(theme).1, Vec::<String>::new());
    for (name, _) in THEMES {
        assert!(readme().contains(&format!("`{name}`")), "{name}");
    }
}

/// Each limit of the example with its default and its comment.
#[test]
fn the_limits_are_those_of_the_program() {
    let mut table = String::from(
        "| Limit, in `[limits]` of the settings | Default | Of what |\n|---|---|---|\n",
    );
    let limits = EXAMPLE.split("[limits]\n").nth(1).expect("limits");
    let mut said = "";
    for line in limits.lines().take_while(|it| !it.is_empty()) {
        match (line.strip_prefix("# "), line.split_once(" = ")) {
            (Some(comment), _) => said = comment.trim_end_matches('.'),
            (None, Some((key, default))) => {
                let first = said.chars().next().expect("a comment").to_lowercase();
                let told = match said.starts_with("MiB") {
                    true => said.to_string(),
                    false => format!("{first}{}", &said[1..]),
                };
                table += &format!("| `{key}` | {default} | {told} |\n");
            }
            (None, None) => panic!("{line}"),
        }
    }
    check("limits", &table);
}

#[test]
fn the_files_it_points_to_are_there() {
    for link in readme().split("](").skip(1) {
        let target = link.split(')').next().unwrap_or_default();
        let there = target.starts_with("http")
            || target.starts_with('#')
            || path().with_file_name(target).exists();
        assert!(there, "{target}");
    }
}

#[test]
fn whose_data_it_holds_is_told() {
    let words = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/words");
    for file in fs::read_dir(words).expect("the word lists") {
        let file = file.expect("a file").path();
        let text = fs::read_to_string(&file).unwrap_or_default();
        let foreign = text.contains("Paraphrase Database") || text.contains("PPDB");
        let told = readme().contains("Paraphrase Database 1.0");
        assert!(!foreign || told, "{} is of others", file.display());
    }
}
