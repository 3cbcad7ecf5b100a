//! Sentence boundaries against texts that people split: precision, recall and F1 of the ends of
//! sentences inside paragraphs. The texts lie outside the project; without them the test says so.

use std::{fs, path::Path};

use serde_json::Value;
use variorum::text::sentence;

const FLOOR: f64 = 0.96;

#[derive(Default)]
struct Counts {
    found: usize,
    wanted: usize,
    both: usize,
}

impl Counts {
    fn f1(&self) -> (f64, f64, f64) {
        let precision = self.both as f64 / self.found.max(1) as f64;
        let recall = self.both as f64 / self.wanted.max(1) as f64;
        (
            precision,
            recall,
            2.0 * precision * recall / (precision + recall).max(1e-9),
        )
    }
}

#[test]
fn boundaries_are_where_people_put_them() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/segmentation.jsonl");
    let Ok(text) = fs::read_to_string(&path) else {
        println!("skipped: {} is not there", path.display());
        return;
    };
    let mut counts = Counts::default();
    for line in text.lines() {
        let record: Value = serde_json::from_str(line).expect("a record a line");
        for paragraph in record["paragraphs"].as_array().expect("paragraphs") {
            let sentences: Vec<&str> = paragraph
                .as_array()
                .expect("sentences")
                .iter()
                .filter_map(Value::as_str)
                .collect();
            measure(&sentences, &mut counts);
        }
    }
    let (precision, recall, f1) = counts.f1();
    println!(
        "P {precision:.3} R {recall:.3} F1 {f1:.3} of {} ends",
        counts.wanted
    );
    assert!(FLOOR <= f1, "F1 {f1:.3} is below {FLOOR}");
}

fn measure(sentences: &[&str], counts: &mut Counts) {
    let paragraph = sentences.join(" ");
    let ends: Vec<usize> = sentence::split(&paragraph)
        .iter()
        .map(|it| it.end())
        .collect();
    let mut wanted = Vec::new();
    let mut at = 0;
    for it in sentences {
        at += it.len();
        wanted.push(at);
        at += 1;
    }
    // The end of the paragraph is no choice.
    let (ends, wanted) = (&ends[..ends.len() - 1], &wanted[..wanted.len() - 1]);
    let differing = |these: &[usize], those: &[usize], what: &str| {
        for end in these.iter().filter(|it| !those.contains(it)) {
            let before: String = paragraph[..*end].chars().rev().take(50).collect();
            let before: String = before.chars().rev().collect();
            let behind: String = paragraph[*end..].chars().take(40).collect();
            println!("{what}: {before} ¦ {behind}");
        }
    };
    differing(ends, wanted, "too much");
    differing(wanted, ends, "missed");
    counts.found += ends.len();
    counts.wanted += wanted.len();
    counts.both += ends.iter().filter(|it| wanted.contains(it)).count();
}
