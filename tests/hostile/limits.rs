//! Every limit, reached: what is over it is left out with a message that names the setting.

use crate::folder::{Folder, Told};

const BODY: &str = "The old pier at Wexcombe was closed on Monday, the harbour office said.";

fn line(at: usize) -> String {
    format!("{{\"title\": \"Number {at}\", \"text\": \"{BODY}\"}}\n")
}

/// `setting = value` in force, the folder checked.
#[track_caller]
fn check(folder: &Folder, setting: &str, words: &str) -> Told {
    folder.set(&format!("[limits]\n{setting}\n"));
    let told = folder.check();
    told.line(words);
    assert_eq!(told.code, 1);
    told
}

#[test]
fn a_file_that_is_too_large() {
    let folder = Folder::with("good.txt", BODY);
    folder.write("large.json", " ".repeat((1 << 20) + 1));
    let told = check(
        &folder,
        "file_mib = 1",
        "is larger than 1 MiB (limits.file_mib)",
    );
    told.line("1 article, 1 story, 1 skipped");
}

#[test]
fn an_article_that_is_too_long() {
    let folder = Folder::with("good.txt", BODY);
    let long = format!("{BODY} ").repeat(15_000);
    let record = serde_json::json!({"title": "Long", "text": long});
    for (name, text) in [
        ("long.txt", long.clone()),
        ("long.json", record.to_string()),
    ] {
        folder.write(name, text);
        let told = check(
            &folder,
            "article_mib = 1",
            "is an article of more than 1 MiB",
        );
        told.line("(limits.article_mib)");
        std::fs::remove_file(folder.path().join(name)).expect("a file");
    }
}

#[test]
fn more_text_than_there_may_be() {
    let folder = Folder::new();
    for at in 0..3 {
        folder.write(&format!("{at}.txt"), format!("{BODY} ").repeat(9_000));
    }
    let told = check(&folder, "total_mib = 1", "more than 1 MiB of text");
    told.line("1 article, ");
}

#[test]
fn more_articles_than_there_may_be() {
    let lines: String = (0..9).map(line).collect();
    let folder = Folder::with("a.jsonl", &lines);
    folder.write("b.txt", BODY);
    let told = check(
        &folder,
        "articles = 4",
        "more than 4 articles: the rest was not read",
    );
    told.line("4 articles, ");
    let list = format!("[{}]", lines.trim().replace('\n', ","));
    let folder = Folder::with("a.json", list);
    check(&folder, "articles = 4", "more than 4 articles").line("4 articles, ");
}

#[test]
fn more_files_than_there_may_be() {
    let folder = Folder::new();
    for at in 0..9 {
        folder.write(&format!("{at}.txt"), BODY);
    }
    // The folder itself is one.
    let told = check(
        &folder,
        "files = 5",
        "more than 5 files: the rest was not read",
    );
    told.line("4 articles, ");
}

#[test]
fn more_warnings_than_can_be_read() {
    let folder = Folder::with("a.jsonl", "x\n".repeat(500) + &line(1));
    let told = check(
        &folder,
        "warnings = 10",
        "490 more could not be read (limits.warnings",
    );
    assert_eq!(told.out.matches("is no valid JSON").count(), 10);
}

/// A file of two bytes a value would take a hundred times its size.
#[test]
fn a_list_of_more_values_than_there_can_be_articles() {
    let folder = Folder::with("good.txt", BODY);
    folder.write("many.json", format!("[{}0]", "0,".repeat(15_000)));
    check(
        &folder,
        "articles = 100",
        "many.json:1: skipped: holds more than 100 articles can",
    );
    folder.write("many.json", format!("[{}{{}}]", "{},".repeat(15_000)));
    check(
        &folder,
        "articles = 100",
        "many.json:1: skipped: holds more than 100 articles can",
    );
    folder.write(
        "many.json",
        format!("{{\"text\": [{}0]}}", "[],".repeat(15_000)),
    );
    check(
        &folder,
        "articles = 100",
        "many.json:1: skipped: holds more than 100 articles can",
    );
}

/// By default, within the memory that `folder` grants.
#[test]
fn many_empty_records_fill_no_memory() {
    let folder = Folder::with("good.txt", BODY);
    folder.write("many.json", format!("[{}{{}}]", "{},".repeat(4_000_000)));
    folder.write("many.jsonl", "{}\n".repeat(200_000));
    let told = folder.check();
    told.line("many.json:1: skipped: holds more than 1000000 articles can");
    told.line("190001 more could not be read");
}

#[test]
fn thousands_of_tiny_files_are_read() {
    let folder = Folder::new();
    for at in 0..5_000 {
        let text = format!("Pier {at} closed\n\nPier number {at} was closed on day {at}.\n");
        folder.write(&format!("{}/{at}.txt", at % 50), text);
    }
    folder.check().line("5000 articles, ");
}

/// A hundred million bytes in one line: told by the size alone where a file is one article, read and
/// refused where it may hold many.
#[test]
fn a_line_of_a_hundred_megabytes() {
    let folder = Folder::with("good.txt", BODY);
    let mut line = "x".repeat(100_000_000);
    folder.write("line.txt", &line);
    line.insert_str(0, "{\"text\": \"");
    line.push_str("\"}");
    folder.write("line.json", &line);
    folder.write("line.jsonl", &line);
    let told = folder.check();
    for name in ["line.txt: ", "line.json: ", "line.jsonl:1: "] {
        let words = told.line(name);
        assert!(
            words.contains("is an article of more than 16 MiB"),
            "{words}"
        );
    }
    told.line("1 article, 1 story, 3 skipped");
}
