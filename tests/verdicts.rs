//! Discrepancies judged by the reader, and each source in turn: by keys, and in the report.

mod support;

use std::fs;

use support::{Reader, demo, lacks, shows};

/// The rows that begin an entry of the list of discrepancies.
fn titles(reader: &mut Reader) -> Vec<String> {
    let text = reader.text();
    let rows = text.lines().map(|it| it.trim_start_matches(['▶', ' ']));
    let begins = |it: &&str| it.starts_with(['≠', '≟', '≃', '✓']);
    rows.filter(begins).map(str::to_string).collect()
}

#[test]
fn a_dismissed_discrepancy_is_marked_nowhere_and_listed_last() {
    let mut reader = Reader::open((120, 40));
    reader.press("enter g d");
    let before = titles(&mut reader);
    reader.press("x");
    shows(&mut reader, "Dismissed, by you");
    let after = titles(&mut reader);
    assert_eq!(after[..2], before[1..3], "the cursor stays where it was");
    reader.press("G");
    let last = titles(&mut reader).pop().unwrap();
    assert_eq!(last, format!("✓ dismissed by you: {}", before[0]));
    reader.press("x");
    shows(&mut reader, "Your decision is taken back");
    reader.press("g g");
    assert_eq!(titles(&mut reader), before);
}

#[test]
fn the_panes_follow_a_verdict() {
    // The signal was out of order: £18,000 and £80,000.
    let there = "enter / y e t space t o space b e enter";
    let mut reader = Reader::open((140, 40));
    reader.press(there);
    let here = |reader: &mut Reader| {
        let text = reader.text();
        let row = text.lines().find(|it| it.starts_with('▶'));
        row.unwrap_or_default().to_string()
    };
    assert!(here(&mut reader).contains('≠'), "{}", reader.text());
    reader.press("x");
    if !reader.in_panes() {
        reader.press("enter");
    }
    shows(&mut reader, "Dismissed, by you");
    let row = here(&mut reader);
    let own = row.split('│').next().unwrap();
    assert!(own.contains('✓') && !own.contains("≠≈"), "{row}");
    reader.press("w");
    shows(&mut reader, "dismissed by you");
    let mut reader = reader.again(demo());
    reader.press(there);
    let own = here(&mut reader);
    assert!(own.contains('✓'), "{own}");
    reader.press("g y");
    shows(&mut reader, "No discrepancy");
    reader.press("d g p");
    assert!(!here(&mut reader).contains('✓'), "{}", reader.text());
}

#[test]
fn what_is_left_to_judge_can_be_shown_alone() {
    let mut reader = Reader::open((120, 40));
    reader.press("enter g d");
    let before = titles(&mut reader);
    reader.press("c");
    shows(&mut reader, "Confirmed, by you");
    assert_eq!(
        titles(&mut reader)[0],
        format!("✓ confirmed by you: {}", before[0])
    );
    reader.press("f n o t space j u d g e d enter");
    shows(&mut reader, "not judged yet");
    assert_eq!(titles(&mut reader)[0], before[1]);
    reader.press("f c o n f i r m e d enter");
    assert_eq!(titles(&mut reader).len(), 1);
    reader.press("x");
    reader.press("f d i s m i s s e d enter");
    assert_eq!(
        titles(&mut reader),
        [format!("✓ dismissed by you: {}", before[0])],
        "one verdict takes the place of the other"
    );
    reader.press("g s");
    shows(&mut reader, "1 dismissed by you");
}

#[test]
fn each_source_is_told_in_turn() {
    let mut reader = Reader::open((120, 40));
    reader.press("enter g e");
    shows(&mut reader, "Each source, everything");
    shows(&mut reader, "left out  differs  only here");
    reader.press("j enter");
    let text = reader.text();
    let rows: Vec<&str> = text.lines().collect();
    assert!(
        rows[1].contains("2 Channel Six News  tells 12 of"),
        "{text}"
    );
    assert!(rows[2].starts_with("▶ …"), "{text}");
    reader.press("l");
    let text = reader.text();
    assert!(text.lines().nth(1).unwrap().contains("3 northern-beacon"));
    reader.press("h h");
    let text = reader.text();
    assert!(text.lines().nth(1).unwrap().contains("1 tidewater-gazette"));
    reader.press("f l e f t enter");
    shows(&mut reader, "Each source, left out");
    let left_out = reader.text();
    assert!(!left_out.contains('≠') && !left_out.contains('◇'));
    reader.press("j j j j j j enter");
    shows(&mut reader, "Channel Six News");
    assert!(reader.in_panes());
    reader.press("esc");
    shows(&mut reader, "Each source, left out");
    lacks(&mut reader, "told differently");
}

#[test]
fn the_reports_follow_a_verdict() {
    let mut reader = Reader::open((120, 40));
    reader.press("enter g d");
    let first = titles(&mut reader).remove(0);
    assert!(first.contains("“"), "{first}");
    reader.press("x");
    reader.press("c");
    let notes = reader.folder().to_path_buf();
    let report = |more: &[&str]| {
        let run = std::process::Command::new(env!("CARGO_BIN_EXE_variorum"))
            .args([
                "report",
                concat!(env!("CARGO_MANIFEST_DIR"), "/assets/demo"),
            ])
            .args(["--format", "json", "--notes"])
            .arg(&notes)
            .args(more)
            .output()
            .unwrap();
        let text = String::from_utf8(run.stdout).unwrap();
        let told: serde_json::Value = serde_json::from_str(&text).unwrap();
        let all = told["discrepancies"].as_array().unwrap().clone();
        let by = all.iter().filter(|it| it["by"] == "reader").count();
        (all.len(), by)
    };
    let (found, none) = report(&["--as-found"]);
    let (left, confirmed) = report(&[]);
    assert_eq!((found - left, none, confirmed), (1, 0, 1));
    assert!(fs::metadata(notes.join("notes.jsonl")).is_ok());
}
