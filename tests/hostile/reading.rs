//! Files of every kind that is no decent text: what `check` says of each.

use crate::folder::{Folder, Told};

const BODY: &str = "The old pier at Wexcombe was closed on Monday, the harbour office said.";

#[track_caller]
fn told(name: &str, bytes: impl AsRef<[u8]>) -> Told {
    Folder::with(name, bytes).check()
}

/// A file that is skipped beside one that is read.
#[track_caller]
fn check_skipped(name: &str, bytes: impl AsRef<[u8]>, reason: &str) {
    let folder = Folder::with(name, bytes);
    folder.write("good.txt", BODY);
    let told = folder.check();
    let line = told.line("skipped: ");
    assert!(line.contains(reason), "{line}");
    assert!(
        told.line("1 skipped").starts_with("1 article,"),
        "{}",
        told.out
    );
    assert_eq!(told.code, 1);
}

/// A file that is read, with these words in what is reported of it.
#[track_caller]
fn check_read(name: &str, bytes: impl AsRef<[u8]>, words: &[&str]) {
    let folder = Folder::with(name, bytes);
    let told = folder.run(&["report", "--format", "json"]);
    assert_eq!(told.code, 0, "{}", told.err);
    for words in words {
        assert!(
            told.out.contains(words),
            "{words:?} is missing:\n{}",
            told.out
        );
    }
}

#[test]
fn what_holds_no_text() {
    check_skipped("empty.txt", "", "holds no text");
    check_skipped("blank.txt", "\u{feff} \n\t\u{200b}\n", "holds no text");
    check_skipped("blank.md", "\r\n\r\n", "holds no text");
    check_skipped(
        "picture.txt",
        b"\x89PNG\0\0\r\n\x1a\n\0\0\0\0",
        "is no text file",
    );
    check_skipped("zeros.txt", [0; 4096], "no text");
    check_skipped("empty.json", "", "is no valid JSON");
    check_skipped(
        "cut.json",
        r#"{"title": "A pier", "text": "It was cl"#,
        "is no valid JSON",
    );
    check_skipped(
        "notes.json",
        "Hello, this is no JSON",
        "a plain text needs a name that ends in .txt",
    );
    check_skipped("list.json", "[]", "holds no article");
    check_skipped("other.json", r#"{"colour": "blue"}"#, "has no text");
    check_skipped("page.docx", "A pier", "is of a format that is not read");
    check_skipped(
        "page.html",
        "<script>show()</script>",
        "holds no text: a script may fill the page",
    );
}

#[test]
fn an_empty_folder_is_refused() {
    let told = Folder::new().check();
    assert_eq!(told.code, 1);
    assert!(told.err.contains("no article in"), "{}", told.err);
    assert!(told.err.contains("are read from"), "{}", told.err);
}

#[test]
fn a_file_with_nothing_but_chrome_is_read_and_all_of_it_shown() {
    let told = told(
        "chrome.txt",
        "Share\n\nSubscribe to our newsletter\n\nAdvertisement\n",
    );
    assert_eq!(told.code, 0);
    for words in ["Share", "Subscribe to our newsletter", "Advertisement"] {
        assert!(told.out.contains(words), "{words}: {}", told.out);
    }
}

#[test]
fn every_encoding() {
    let wide = |text: &str, big: bool| -> Vec<u8> {
        let units = text.encode_utf16();
        let pair = |it: u16| {
            if big {
                it.to_be_bytes()
            } else {
                it.to_le_bytes()
            }
        };
        units.flat_map(pair).collect()
    };
    for big in [true, false] {
        check_read("a.txt", wide(&format!("\u{feff}{BODY}"), big), &[BODY]);
        check_read("a.txt", wide(BODY, big), &[BODY]);
        // An odd byte at the end, and a surrogate without its other half.
        let mut broken = wide(BODY, big);
        broken.extend([0xd8, 0xd8, 0x20]);
        check_read("a.txt", broken, &["the harbour office said"]);
    }
    check_read("a.txt", format!("\u{feff}{BODY}"), &[BODY]);
    check_read(
        "a.txt",
        b"The caf\xe9 \x93closed\x94 on Monday.",
        &["café “closed”", "windows-1252"],
    );
    check_read("a.txt", b"One \xff\xfe\xc3\x28 line.\xf0\x9f", &["line."]);
    let json = format!("\u{feff}{{\"text\": \"{BODY}\"}}");
    check_read("a.json", &json, &[BODY]);
    check_read("a.json", wide(&json, false), &[BODY]);
}

#[test]
fn line_breaks_of_every_kind_are_one() {
    let of = |breaks: &str| -> Vec<String> {
        let text = format!("Pier closed{breaks}{breaks}{BODY}{breaks}{breaks}Nobody was hurt.");
        let told = Folder::with("a.txt", text).run(&["report", "--format", "json"]);
        let report: serde_json::Value = serde_json::from_str(&told.out).expect("JSON");
        let sentences = report["articles"][0]["sentences"]
            .as_array()
            .expect("a list");
        sentences.iter().map(|it| it["text"].to_string()).collect()
    };
    let plain = of("\n");
    assert_eq!(plain.len(), 3);
    assert_eq!(of("\r\n"), plain);
    assert_eq!(of("\r"), plain);
    assert_eq!(of("\u{b}\n"), plain);
}

#[test]
fn json_of_every_kind() {
    let lone = format!(r#"{{"title": "A \ud83d pier", "text": "{BODY} \udc00"}}"#);
    check_read("a.json", lone, &["A \u{fffd} pier", BODY]);
    let deep = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    let kept = |depth| format!(r#"{{"text": {}}}"#, deep(depth));
    let unknown = |depth| format!(r#"{{"text": "{BODY}", "colour": {}}}"#, deep(depth));
    check_read("a.json", kept(90), &["\"1\""]);
    check_skipped(
        "a.json",
        kept(110),
        "is nested more than 100 deep (limits.nesting)",
    );
    check_skipped("a.json", kept(1_000_000), "limits.nesting");
    check_read("a.json", unknown(100), &[BODY]);
    check_read("a.json", unknown(1_000_000), &[BODY]);
    check_skipped("a.json", deep(1_000_000), "limits.nesting");
    check_skipped("a.json", "{\"articles\":".repeat(100_000), "limits.nesting");
    check_skipped(
        "a.json",
        format!(r#"{{"text": 1e999999, "x": "{BODY}"}}"#),
        "holds a number that is too large",
    );
}

/// The first of two values of one name counts, whatever the reader of another program takes.
#[test]
fn names_and_articles_that_are_there_twice() {
    let twice =
        format!(r#"{{"title": "One", "title": "Two", "id": 1, "id": 2, "text": "{BODY}"}}"#);
    let told_twice = "title is given twice, and not alike: the first was read";
    check_read("a.json", &twice, &["\"title\": \"One\"", told_twice]);
    check_read(
        "a.md",
        format!("---\ntitle: One\ntitle: Two\n---\n{BODY}"),
        &["\"title\": \"One\"", told_twice],
    );
    let line = format!(r#"{{"id": 7, "text": "{BODY}"}}"#);
    let told = told("a.jsonl", format!("{line}\n{line}\n"));
    assert!(
        told.line("2 articles").ends_with("0 skipped"),
        "{}",
        told.out
    );
}

#[test]
fn front_matter_that_would_unfold_to_gigabytes_is_only_text() {
    let mut text = String::from("---\ntitle: A pier\na0: &a0 [\"lol\"]\n");
    for at in 1..60 {
        let all = vec![format!("*a{}", at - 1); 9].join(", ");
        text += &format!("a{at}: &a{at} [{all}]\n");
    }
    text += &format!("dek: *a59\n---\n\n{BODY}\n");
    check_read(
        "a.md",
        text,
        &["\"title\": \"A pier\"", BODY, "\"dek\": \"*a59\""],
    );
}

#[test]
fn front_matter_that_never_ends_is_no_front_matter() {
    let text = format!("---\n{}", "title: x\n".repeat(100_000));
    told("a.md", text).line("1 article, ");
    let text = format!("+++\n\"\n'\n[[[[\n+++\n{BODY}");
    check_read("a.md", text, &[BODY]);
}

/// What is no sentence is cut into pieces that can be compared, and nothing of it is lost.
#[test]
fn a_sentence_without_end_is_cut() {
    for text in [
        "word ".repeat(4_000),
        "x".repeat(20_000),
        "é".repeat(10_000),
    ] {
        let told =
            Folder::with("a.txt", format!("A pier\n\n{text}")).run(&["report", "--format", "json"]);
        let report: serde_json::Value = serde_json::from_str(&told.out).expect("JSON");
        let sentences = report["articles"][0]["sentences"]
            .as_array()
            .expect("a list");
        let length = |it: &serde_json::Value| it["text"].as_str().map_or(0, str::len);
        assert!(
            sentences.iter().all(|it| length(it) <= 4000),
            "one is longer"
        );
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
        let said = sentences[1..]
            .iter()
            .map(|it| letters(it["text"].as_str().expect("text")));
        assert_eq!(said.sum::<usize>(), letters(&text));
    }
}
