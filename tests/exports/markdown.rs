//! What leaves as Markdown, whole, and what no text in it can do.

use std::collections::BTreeMap;

use proptest::prelude::{Strategy, prop, proptest};
use pulldown_cmark::{Event, Options, Parser, Tag};
use variorum::{
    export::markdown,
    model::{
        bundle::Bundle,
        index::StoryIx,
        note::{Cited, Notes, Target},
        story::Story,
    },
};

use crate::{ferry, noted};

fn exported(bundle: &Bundle, notes: &Notes) -> String {
    let comparisons = ferry::comparisons().into_iter().enumerate();
    let comparisons = comparisons.map(|(at, it)| (StoryIx(at), it)).collect();
    markdown::notes(bundle, &comparisons, notes)
}

#[test]
fn notes_stand_with_the_words_of_every_source() {
    let bundle = ferry::bundle();
    let pair = vec![noted::target(&bundle, 0, 1), noted::target(&bundle, 1, 1)];
    let mut gone = noted::target(&bundle, 2, 2);
    gone.exact = "Ice was blamed, and nothing else at all.".into();
    let mut edited = noted::target(&bundle, 0, 2);
    edited.exact = "\"We did not know it,\" said Ines Tolland.".into();
    edited.article.hash.clear();
    let notes = noted::notes(vec![
        (
            "Ferry leaves Tarn late",
            pair,
            "Which is it?\n\n- ask the *wire*\n- #numbers #to_do\n\n```\nopen",
        ),
        ("Ferry leaves Tarn late", vec![gone], "# Too big\n<script>"),
        ("Ferry leaves Tarn late", vec![edited], ""),
        ("Bees | back", Vec::new(), "On the whole story"),
        ("A story of last week", Vec::new(), "Not here"),
    ]);
    insta::assert_snapshot!(exported(&bundle, &notes));
}

#[test]
fn no_notes_make_a_document_too() {
    insta::assert_snapshot!(exported(&Bundle::default(), &Notes::default()));
}

#[test]
fn the_report_tells_what_the_json_tells() {
    insta::assert_snapshot!(markdown::report(
        &ferry::bundle(),
        &ferry::comparisons(),
        0.5
    ));
}

#[test]
fn an_empty_report_is_one_too() {
    insta::assert_snapshot!(markdown::report(&Bundle::default(), &[], 0.5));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let bundle = ferry::bundle();
    let notes = noted::notes(vec![("Bees | back", Vec::new(), "One")]);
    assert_eq!(exported(&bundle, &notes), exported(&bundle, &notes));
}

/// Kinds of markup in a document, with their number; the goals of links beside.
fn markup(document: &str) -> (BTreeMap<String, usize>, Vec<String>) {
    let (mut kinds, mut links) = (BTreeMap::new(), Vec::new());
    let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    for event in Parser::new_ext(document, options) {
        let kind = match event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                links.push(dest_url.to_string());
                continue;
            }
            Event::Start(tag) => format!("{tag:?}"),
            Event::Html(_) | Event::InlineHtml(_) => "html".to_string(),
            Event::Code(_) | Event::FootnoteReference(_) | Event::Rule => format!("{event:?}"),
            _ => continue,
        };
        *kinds.entry(kind).or_default() += 1;
    }
    (kinds, links)
}

/// A bundle whose every word is `text`, with a note on it.
fn of(text: &str) -> (Bundle, Notes) {
    let mut bundle = ferry::bundle();
    let whole = Story::new(text.to_string(), bundle.stories[0].articles().to_vec()).unwrap();
    bundle.stories = vec![whole];
    let known = noted::target(&bundle, 0, 1);
    let target = Target {
        article: Cited {
            source: text.into(),
            title: text.into(),
            published: Some(text.into()),
            url: None,
            ..known.article
        },
        exact: text.into(),
        ..known
    };
    (
        bundle,
        noted::notes(vec![(text, vec![target.clone(), target], "mine")]),
    )
}

fn nasty() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "*",
        "_",
        "`",
        "~~",
        "[",
        "](x)",
        "<b>",
        "<!--",
        "#",
        "- ",
        "=",
        "|",
        "\\",
        "&lt;",
        "$$",
        "^",
        "{",
        "}",
        "https://x.example ",
        ".",
        "1",
        "a",
        " ",
        "\n",
        "\n\n",
        "é",
        "\"",
        "@",
        "%%",
        ">",
        "---\n",
        "```\n",
        "[x]: y\n",
    ]);
    prop::collection::vec(part, 0..10).prop_map(|parts| format!("w{}", parts.concat()))
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_word_of_a_source_becomes_markup(text in nasty()) {
        let (bundle, notes) = of(&text);
        let (plain_bundle, plain_notes) = of("word");
        let plain = markup(&exported(&plain_bundle, &plain_notes));
        let found = markup(&exported(&bundle, &notes));
        assert_eq!(found, plain, "{}", exported(&bundle, &notes));
    }
}
