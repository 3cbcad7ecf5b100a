//! Notes out of the program and in again, and as documents of other kinds.

use proptest::prelude::{prop, proptest};
use serde_json::Value;
use variorum::{
    export::{annotations, csv, html},
    model::note::{Change, Cited, Notes, Target},
    store::import,
};

use crate::{ferry, noted};

const NOW: &str = "2031-03-09T10:00:00Z";

fn some() -> Notes {
    let bundle = ferry::bundle();
    let pair = vec![noted::target(&bundle, 0, 1), noted::target(&bundle, 1, 0)];
    noted::notes(vec![
        (
            "Ferry leaves Tarn late",
            pair,
            "=Which, \"is\" it? #numbers\n</pre><script>",
        ),
        ("Bees | back", Vec::new(), "On the whole story"),
    ])
}

/// Out and in again: nothing differs.
#[track_caller]
fn check(notes: &Notes) {
    let found = import::notes(&annotations::document(notes), NOW);
    assert_eq!(found.warnings, Vec::<String>::new());
    let mut again = Notes::default();
    for note in found.notes {
        again.apply(Change::Put(Box::new(note)));
    }
    assert_eq!(again, *notes);
}

#[test]
fn annotations_come_back_as_they_were() {
    check(&some());
    check(&Notes::default());
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_note_comes_back(text in "[\\PC\n\t]{0,40}", words in prop::collection::vec("\\PC{0,20}", 5)) {
        let known = noted::target(&ferry::bundle(), 0, 1);
        let target = Target {
            article: Cited {
                source: words[0].clone(),
                title: words[1].clone(),
                url: Some(words[2].clone()),
                ..known.article
            },
            exact: words[3].clone(),
            prefix: words[4].clone(),
            copies: 3,
            ..known
        };
        check(&noted::notes(vec![(&words[0], vec![target.clone(), target], &text), (&words[1], vec![], &text)]));
    }
}

/// What the data model asks of an annotation page and of its items (sections 3 to 5).
#[test]
fn the_page_has_the_shape_of_the_standard() {
    let page: Value = serde_json::from_str(&annotations::document(&some())).unwrap();
    assert_eq!(page["type"], "AnnotationPage");
    assert_eq!(page["@context"][0], "http://www.w3.org/ns/anno.jsonld");
    for item in page["items"].as_array().unwrap() {
        assert_eq!(item["type"], "Annotation");
        assert!(item["id"].as_str().unwrap().starts_with("urn:"));
        assert!(item.get("@context").is_none());
        for target in item["target"].as_array().unwrap() {
            let whole = target["id"].is_string();
            assert!(whole || target["source"]["id"].as_str().unwrap().contains(':'));
            for selector in target["selector"].as_array().into_iter().flatten() {
                let kind = selector["type"].as_str().unwrap();
                let quote = kind == "TextQuoteSelector" && selector["exact"].is_string();
                let place = kind.ends_with("PositionSelector")
                    && selector["start"].is_u64()
                    && selector["end"].is_u64();
                assert!(quote || place, "{selector}");
            }
        }
    }
}

#[test]
fn the_table_has_a_row_for_each_passage() {
    insta::assert_snapshot!(csv::document(&some()).replace("\r\n", "\n"));
}

#[test]
fn the_page_for_browsers_runs_nothing() {
    let page = html::document(&some());
    assert!(
        !page.contains("<script") && !page.contains("javascript:"),
        "{page}"
    );
    assert!(
        page.contains("&lt;/pre>&lt;script>") || page.contains("&lt;/pre&gt;&lt;script&gt;"),
        "{page}"
    );
    assert!(page.contains("<a href=\"https://www.post.example/"));
}

#[test]
fn references_between_notes_are_links_in_the_page() {
    let one = ("Bees back", Vec::new(), "One");
    let known = noted::notes(vec![one.clone()]);
    let id = known.iter().next().expect("a note").id.0.clone();
    let words = format!("See [[{id}]] and [[n-nowhere]] & so on");
    let both = noted::notes(vec![one, ("Ferry leaves Tarn late", Vec::new(), &words)]);
    let page = html::document(&both);
    let link = format!("See <a href=\"#{id}\">[[{id}]]</a> and [[n-nowhere]] &amp; so on");
    assert!(page.contains(&link), "{page}");
}
