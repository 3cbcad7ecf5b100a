//! Discrepancies judged by the reader: by keys, when opened again, and in the reports.

mod support;

use std::process::Command;

use support::{Reader, demo, grouped, lacks, shows};
use variorum::bundle;

const DEMO: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/demo");

/// The rows that begin an entry of the list of discrepancies.
fn titles(reader: &mut Reader) -> Vec<String> {
    let text = reader.text();
    let rows = text.lines().map(|it| it.trim_start_matches(['▶', ' ']));
    let begins = |it: &&str| it.starts_with(['≠', '≟', '≃', '✓']);
    rows.filter(begins).map(str::to_string).collect()
}

/// The row of the entry under the cursor, or of the current sentence.
fn here(reader: &mut Reader) -> String {
    let text = reader.text();
    let row = text.lines().find(|it| it.starts_with('▶'));
    row.expect("a cursor")
        .trim_start_matches(['▶', ' '])
        .to_string()
}

#[test]
fn a_dismissed_discrepancy_is_listed_last_and_comes_back() {
    let mut reader = Reader::open((120, 40));
    reader.press("enter g d");
    let before = titles(&mut reader);
    reader.press("tab x");
    shows(&mut reader, "Dismissed, by you");
    assert_eq!(
        here(&mut reader),
        before[1],
        "the cursor goes on to the next"
    );
    let chosen = reader.text();
    let chosen = chosen.lines().find(|it| it.starts_with("┃   ▶"));
    assert!(chosen.is_some_and(|it| it.contains("▶ 1 ")), "{chosen:?}");
    reader.press("G");
    let last = format!("✓ dismissed by you: {}", before[0]);
    assert_eq!(here(&mut reader), last);
    reader.press("x");
    shows(&mut reader, "Your decision is taken back");
    assert_eq!(here(&mut reader), before[0], "the cursor goes with it");
    reader.press("u");
    assert_eq!(
        here(&mut reader),
        last,
        "and stays with it when that is undone"
    );
}

/// The list went on in the middle of the next one.
#[test]
fn on_a_small_screen_the_next_one_begins_in_view() {
    let mut reader = Reader::open((44, 12));
    reader.press("enter g d");
    for _ in 0..3 {
        reader.press("x");
        let row = here(&mut reader);
        assert!(row.starts_with(['≠', '≟']), "{row}");
    }
}

#[test]
fn the_panes_follow_a_verdict() {
    let mut reader = Reader::open((140, 40));
    reader.press("enter d");
    while reader.text().contains("+1 more") || reader.text().contains("+2 more") {
        reader.press("d");
    }
    let before = here(&mut reader);
    assert!(before.starts_with("≠"), "{before}");
    reader.press("x");
    shows(&mut reader, "Dismissed, by you: ");
    shows(&mut reader, "1 dismissed by you");
    let after = here(&mut reader);
    assert!(after.starts_with('✓'), "{after}");
    assert_eq!(
        after.trim_start_matches('✓').split('│').next(),
        before.trim_start_matches('≠').split('│').next()
    );
    reader.press("w");
    shows(&mut reader, "dismissed by you");
    reader.press("g y");
    shows(&mut reader, "Dismissed a discrepancy");
    shows(&mut reader, "in Ferry with 83 passengers");
    reader.press("d g p");
    assert_eq!(here(&mut reader), before);
    reader.press("u");
    assert_eq!(here(&mut reader), after);
}

#[test]
fn of_several_discrepancies_one_is_chosen() {
    let mut reader = Reader::open((140, 40));
    reader.press("enter d");
    while !reader.text().contains("+1 more") {
        reader.press("d");
    }
    assert!(here(&mut reader).starts_with('≠'));
    reader.press("x");
    assert!(!reader.in_panes(), "{}", reader.text());
    shows(&mut reader, "The one chosen is no discrepancy");
    reader.press("enter");
    shows(&mut reader, "Dismissed, by you");
    assert!(here(&mut reader).starts_with(['≠', '≟', '✓']));
    shows(&mut reader, "1 dismissed by you");
}

#[test]
fn what_is_left_to_judge_is_worked_through_to_its_end() {
    let mut reader = Reader::open((120, 40));
    reader.press("enter g d");
    let before = titles(&mut reader);
    reader.press("c");
    shows(&mut reader, "Confirmed, by you");
    let first = format!("✓ confirmed by you: {}", before[0]);
    assert_eq!(here(&mut reader), first);
    reader.press("f n o t space j u d g e d enter");
    assert_eq!(here(&mut reader), before[1]);
    for _ in 0..100 {
        reader.press("x");
        shows(&mut reader, "Discrepancies, not judged yet");
        if reader.text().contains("No discrepancy, not judged yet") {
            break;
        }
    }
    shows(&mut reader, "No discrepancy, not judged yet");
    reader.press("f c o n f i r m e d enter");
    assert_eq!(titles(&mut reader), [first]);
    reader.press("x");
    shows(&mut reader, "No discrepancy, confirmed by you");
    reader.press("g s");
    lacks(&mut reader, "confirmed by you");
    shows(&mut reader, " dismissed by you");
}

/// One story of articles with these texts, in this order.
fn articles(dir: &std::path::Path, texts: &[&str]) -> variorum::model::bundle::Bundle {
    for (at, text) in texts.iter().enumerate() {
        let text = format!("source: Post {text:.3}\nstory: mill\n\nThe mill of Orrin\n\n{text}\n");
        std::fs::write(dir.join(format!("{at}.txt")), text).unwrap();
    }
    grouped(bundle::load(&[dir.to_path_buf()]).unwrap())
}

#[test]
fn a_verdict_holds_until_a_new_reading_comes() {
    const A: &str =
        "Anna Holt said on Monday that the old mill of Orrin was sold for £7m to a brewer.";
    const B: &str =
        "Ben Ray wrote that the old mill of Orrin was sold for £9m to a brewer, said Holt.";
    const C: &str = "Cat Low heard that the old mill of Orrin was sold for £7 million to a brewer.";
    const D: &str = "Dan Moss says that the old mill of Orrin was sold for £8m to a brewer.";
    let of = |texts: &[&str]| {
        let dir = tempfile::tempdir().unwrap();
        articles(dir.path(), texts)
    };
    let mut reader = Reader::open_bundle(of(&[A, B]), (120, 40));
    reader.press("enter g d");
    let all = titles(&mut reader);
    let at = all.iter().position(|it| it.contains("£7m")).unwrap();
    for _ in 0..at {
        reader.press("j");
    }
    reader.press("x G");
    shows(&mut reader, "✓ dismissed by you: ≠ number  1 “£7m”");
    // A copy that writes it otherwise, in another order, from another folder.
    let mut reader = reader.again(of(&[C, B, A]));
    reader.press("enter g d G");
    shows(&mut reader, "✓ dismissed by you: ≠ number");
    let mut reader = reader.again(of(&[A, B, D]));
    reader.press("enter g d G");
    lacks(&mut reader, "dismissed by you");
    reader.press("g y");
    shows(
        &mut reader,
        "does not hold: no such discrepancy is found now",
    );
}

#[test]
fn the_reports_follow_a_verdict() {
    let mut reader = Reader::open((120, 40));
    reader.press("enter g d x c");
    let notes = reader.folder().to_path_buf();
    let report = |format: &str, more: &[&str]| {
        let run = Command::new(env!("CARGO_BIN_EXE_variorum"))
            .args(["report", DEMO, "--format", format, "--notes"])
            .arg(&notes)
            .args(more)
            .output()
            .unwrap();
        String::from_utf8(run.stdout).unwrap()
    };
    let counted = |text: String| {
        let told: serde_json::Value = serde_json::from_str(&text).unwrap();
        let all = told["discrepancies"].as_array().unwrap().clone();
        let by = all.iter().filter(|it| it["by"] == "reader").count();
        (all.len(), by)
    };
    let (found, none) = counted(report("json", &["--as-found"]));
    let (left, confirmed) = counted(report("json", &[]));
    assert_eq!((found - left, none, confirmed), (1, 0, 1));
    let told = |more: &[&str]| {
        report("md", more)
            .matches("confirmed by the reader")
            .count()
    };
    assert_eq!((told(&[]), told(&["--as-found"])), (1, 0));
}

#[test]
fn a_verdict_holds_when_opened_again() {
    let mut reader = Reader::open((120, 40));
    reader.press("enter g d");
    let before = titles(&mut reader);
    reader.press("c");
    let mut reader = reader.again(demo());
    reader.press("enter g d");
    assert_eq!(
        titles(&mut reader)[0],
        format!("✓ confirmed by you: {}", before[0])
    );
    reader.press("enter");
    shows(&mut reader, "▶✓≠");
    shows(&mut reader, "1 confirmed by you");
}
