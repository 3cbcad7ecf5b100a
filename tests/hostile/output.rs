//! Whatever stands in a file, in its name and in its fields: nothing that is printed steers a
//! terminal, turns the order of letters, or becomes markup.

use variorum::text::safe;

use crate::folder::Folder;

/// Each with what it would do if it came through.
const ATTACKS: &[&str] = &[
    "\u{1b}[2J\u{1b}[31mred",
    "\u{1b}]0;a title\u{7}",
    "\u{1b}]8;;http://evil.example\u{1b}\\link\u{1b}]8;;\u{1b}\\",
    "\u{1b}]52;c;ZXZpbA==\u{7}",
    "\u{1b}P1$r0m\u{1b}\\",
    "\u{1b}c\u{1b}(0\u{1b}%G",
    "\u{1b}",
    "\u{9b}31m\u{9d}0;t\u{9c}\u{90}q\u{9c}\u{85}\u{84}",
    "\u{0}\u{1}\u{7}\u{8}\u{e}\u{f}\u{7f}",
    "a\u{8}b\rc",
    "\u{202e}desrever\u{202c}\u{202a}\u{202b}\u{202d}",
    "\u{2066}one\u{2067}two\u{2068}three\u{2069}",
    "\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{ad}\u{180e}",
    "\u{e0001}\u{e0068}\u{e0069}\u{e007f}",
    "\u{fff9}a\u{fffa}b\u{fffb}",
    "\u{2028}\u{2029}\u{85}",
    "&#27;[31m&#27;]0;owned&#7;&#x9b;2J&#8238;x&#0;&#127;",
    "Z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}",
];
const BODY: &str = "The old pier at Wexcombe was closed on Monday, the harbour office said.";

/// No character of a text does anything but stand where it is.
#[track_caller]
pub fn is_safe(text: &str) {
    for (at, c) in text.char_indices() {
        let fine = c == '\n' || (safe::is_harmless(c) && !"\r\t\u{2028}\u{2029}".contains(c));
        let near: String = text[..at].chars().rev().take(40).collect();
        assert!(
            fine,
            "{c:?} behind {:?}",
            near.chars().rev().collect::<String>()
        );
    }
}

fn attacked() -> Folder {
    let folder = Folder::new();
    for (at, attack) in ATTACKS.iter().enumerate() {
        let plain = attack.replace('\0', "");
        let text = format!("A pier {plain} closed\n\nBy {plain}\n\n{BODY}\n\n{plain} It {plain}\n");
        folder.write(&format!("{at}.txt"), &text);
        let front = plain.replace(['\n', '\r'], "");
        let fields = format!(
            "title: a {front}\nauthor: {front}\nsource: {front} x\nurl: http://{front}.example"
        );
        folder.write(
            &format!("{at}.md"),
            format!("---\n{fields}\n---\n{BODY}\n\n{plain}"),
        );
        let record = serde_json::json!({
            "title": format!("A {attack} pier"), "source": attack, "author": [attack, "Ana"],
            "url": format!("https://x.example/{attack}"), "date": format!("2025-12-06 {attack}"),
            "language": attack, "description": format!("{attack} dek"), "story": attack,
            "text": format!("{BODY}\n\n{attack}\n\nShare {attack}\n\n{attack} they said {attack}."),
        });
        folder.write(&format!("{at}.json"), record.to_string());
        folder.write(
            &format!("{at}-broken.json"),
            format!("{{\"{attack}\" {attack}"),
        );
    }
    folder
}

#[test]
fn nothing_that_is_printed_steers_the_terminal() {
    let folder = attacked();
    for words in [
        &["check"][..],
        &["report", "--format", "md"],
        &["report", "--format", "json"],
        &["export"],
    ] {
        let told = folder.run(words);
        is_safe(&told.out);
        is_safe(&told.err);
    }
}

#[test]
fn paths_that_are_refused_are_named_safely() {
    let folder = Folder::new();
    for attack in ATTACKS {
        let name = attack.replace('\0', "");
        let told = folder.run_on(&["check"], std::path::Path::new(&name));
        assert_eq!(told.code, 1);
        is_safe(&told.err);
    }
}

/// Faults of the settings name what stands there.
#[test]
fn faults_of_the_settings_are_told_safely() {
    let folder = Folder::with("a.txt", BODY);
    for attack in ATTACKS {
        let quoted = serde_json::json!(attack).to_string();
        folder.set(&format!("theme = {quoted}\n{quoted} = 1\nsigns = {quoted}\n[keys.compare]\nwhy = [{quoted}]\n[outlets]\n\"a\" = {quoted}\n"));
        for words in [&["check"][..], &["report"]] {
            let told = folder.run(words);
            is_safe(&told.out);
            is_safe(&told.err);
        }
        let told = folder.run_on(&["config"], std::path::Path::new("check"));
        is_safe(&told.out);
        is_safe(&told.err);
    }
}
