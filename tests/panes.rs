//! The panes as a reader moves: what stands beside the current sentence, on which row, and what the
//! foot tells of it. All on the demo, keys in, frame out.

mod support;

use support::{Reader, lacks, shows};

/// The row of a sign, and all that stands right of it up to the next pane.
fn at(reader: &mut Reader, sign: char) -> Option<(usize, String)> {
    let text = reader.text();
    let mut rows = text.lines().enumerate();
    rows.find_map(|(row, line)| {
        let (_, rest) = line.split_once(sign)?;
        let words = rest.split('│').next().unwrap_or_default().trim_end();
        Some((row, words.to_string()))
    })
}

fn foot(reader: &mut Reader) -> String {
    let text = reader.text();
    text.lines().last().unwrap_or_default().to_string()
}

/// The key replaced the pane that was read, and went on from the sentence it had reached.
#[test]
fn the_sources_that_carry_a_sentence_come_beside_it_one_after_the_other() {
    for size in [(120, 36), (80, 24), (200, 60)] {
        let mut reader = Reader::open(size);
        reader.press("enter g g d d");
        shows(&mut reader, "told by 5 of 6 articles");
        let here = at(&mut reader, '▶').map(|it| it.1);
        let mut round = Vec::new();
        for _ in 0..6 {
            reader.press("c");
            assert_eq!(at(&mut reader, '▶').map(|it| it.1), here);
            assert!(at(&mut reader, '▷').is_some(), "{}", reader.text());
            round.push(foot(&mut reader));
        }
        assert!(
            round[0].contains(": 2 of the 5 that tell it, "),
            "{round:#?}"
        );
        assert!(
            round[1].contains(": 3 of the 5 that tell it, "),
            "{round:#?}"
        );
        let again = round.iter().skip(1).position(|it| *it == round[0]);
        assert!(again.is_some(), "{round:#?}");
        reader.press("C");
        let before = foot(&mut reader);
        assert!(round.contains(&before), "{before} in {round:#?}");
    }
}

#[test]
fn a_source_comes_beside_a_pane_that_stood_alone() {
    let mut reader = Reader::open((120, 36));
    reader.press("enter d d z");
    shows(&mut reader, "zoomed");
    reader.press("c");
    lacks(&mut reader, "zoomed");
    shows(&mut reader, "▷");
    reader.press("esc enter - - d d c");
    shows(&mut reader, "2 panes");
    shows(&mut reader, "▷");
}

/// The counterpart stood rows away, and the cursor in one of the last rows.
#[test]
fn after_a_jump_a_sentence_and_its_counterpart_stand_in_one_row() {
    let mut reader = Reader::open((120, 36));
    reader.press("enter");
    for step in 0..10 {
        reader.press("d");
        let text = reader.text();
        let (row, _) = at(&mut reader, '▶').expect("a cursor");
        if let Some((other, _)) = at(&mut reader, '▷') {
            assert_eq!(row, other, "step {step}\n{text}");
        }
        assert!(row < 26, "step {step}\n{text}");
    }
}

#[test]
fn a_key_brings_the_sentence_to_the_middle() {
    let mut reader = Reader::open((120, 36));
    reader.press("enter d d d d d d ctrl-l");
    let row = at(&mut reader, '▶').map(|it| it.0);
    assert_eq!(row, Some(18), "{}", reader.text());
}

#[test]
fn a_difference_is_told_with_all_its_readings() {
    let mut reader = Reader::open((120, 36));
    reader.press("enter d");
    let told = foot(&mut reader);
    assert!(
        told.starts_with("≠ number: “83 passengers” (here +4) | “88 passengers”"),
        "{told}"
    );
    shows(&mut reader, "in no pane: c shows who tells it");
    reader.press("enter");
    let text = reader.text();
    let line = |words: &str| text.lines().position(|it| it.contains(words));
    assert!(
        line("≠ number: ") < line("Channel Six News  same claim"),
        "{text}"
    );
}
