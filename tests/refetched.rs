//! One article in several file formats, read by the program itself: notes made on one copy are at
//! their sentences in every other.

use std::{fs, path::Path};

use variorum::{
    bundle,
    model::{bundle::Bundle, index::SentenceIx},
    store::anchor::{self, Placed},
};

const HEADLINE: &str = "Tarn bridge to close for the winter";
const BODY: [&str; 6] = [
    "The footbridge over the Tarn will be closed from November, the council said on Monday.",
    "Divers found that two of its nine piers have lost their footing since the flood.",
    "\u{201c}Nobody likes a detour of four miles,\u{201d} said Ines Tolland, who leads the council. \u{201c}But nobody likes to fall.\u{201d}",
    "Repairs will cost about \u{a3}1.2 million, twice what was set aside in May.",
    "A ferry is to run every 20 minutes, free of charge, until the bridge opens again.",
    "Shopkeepers on the east bank have asked for help with their rents.",
];

fn paragraphs() -> String {
    BODY.join("\n\n")
}

/// The name of the file and what is in it.
fn copies() -> Vec<(&'static str, String)> {
    let straight = paragraphs().replace(['\u{201c}', '\u{201d}'], "\"");
    let json = serde_json::json!({
        "title": HEADLINE, "source": "Harbour Post", "date": "2031-10-20", "text": straight,
    });
    let wrapped = textwrap::fill(&paragraphs(), 60);
    vec![
        (
            "harbour-post.txt",
            format!("{HEADLINE}\n\n{}\n", paragraphs()),
        ),
        (
            "a.md",
            format!(
                "---\ntitle: {HEADLINE}\nsource: Harbour Post\ndate: 2031-10-20\n---\n\n{wrapped}\n"
            ),
        ),
        ("b.json", json.to_string()),
        ("c.jsonl", format!("{json}\n")),
    ]
}

fn load(dir: &Path, (name, text): &(&str, String)) -> Bundle {
    let path = dir.join(name);
    fs::write(&path, text).unwrap();
    Bundle {
        articles: bundle::load(&[path]).unwrap().articles,
        ..Bundle::default()
    }
}

#[test]
fn notes_are_kept_from_format_to_format() {
    let dir = tempfile::tempdir().unwrap();
    let bundles: Vec<Bundle> = copies().iter().map(|it| load(dir.path(), it)).collect();
    let mut tried = 0;
    for from in &bundles {
        let article = &from.articles[0];
        for (at, _) in article
            .places()
            .filter(|(at, _)| 20 < article.said(*at).len())
        {
            let target = anchor::target(article, at, at);
            for to in &bundles {
                let placed = anchor::place(to, &target);
                let told = format!("{} in {}: {placed:?}", target.exact, to.articles[0].file());
                let Placed::Kept(passage) = placed else {
                    panic!("{told}");
                };
                let said = to.articles[0]
                    .said(passage.first)
                    .replace(['\u{201c}', '\u{201d}'], "\"");
                assert_eq!(
                    said,
                    target.exact.replace(['\u{201c}', '\u{201d}'], "\""),
                    "{told}"
                );
                assert_eq!(passage.first, passage.last);
                tried += 1;
            }
        }
    }
    assert!(100 < tried, "{tried}");
    assert_eq!(bundles[0].articles[0].said(SentenceIx(0)), HEADLINE);
}
