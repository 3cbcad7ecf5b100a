//! The exported notes against the Web Annotation Data Model (W3C Recommendation of 23 February 2017): a
//! table of our own of what each class must and may hold, and of what kind. Keys of ours stand under a
//! prefix that the context names.

use serde_json::{Value, json};
use variorum::{
    export::annotations,
    model::{
        bundle::Bundle,
        note::{Change, Note, NoteId, Notes},
    },
    store::anchor,
};

use crate::{ferry, noted};

/// What a key holds.
#[derive(Clone, Copy)]
enum Kind {
    Iri,
    Text,
    /// An xsd:dateTime with its time zone.
    Moment,
    Count,
    Media,
    /// One of these words.
    Word(&'static [&'static str]),
    Context,
    /// One thing of one of these classes, told by their types.
    One(&'static [&'static str]),
    /// A list of at least so many.
    List(usize, &'static [&'static str]),
}

const MUST: bool = true;
const MAY: bool = false;

/// A key, whether it must stand, and what it holds.
type Key = (&'static str, bool, Kind);

/// Motivations of section 3.3.5.
const MOTIVATIONS: &[&str] = &[
    "assessing",
    "bookmarking",
    "classifying",
    "commenting",
    "describing",
    "editing",
    "highlighting",
    "identifying",
    "linking",
    "moderating",
    "questioning",
    "replying",
    "tagging",
];

/// The classes, by their names here.
const SHAPES: &[(&str, &[Key])] = &[
    (
        "AnnotationPage",
        &[
            ("@context", MUST, Kind::Context),
            ("id", MUST, Kind::Iri),
            ("type", MUST, Kind::Word(&["AnnotationPage"])),
            ("items", MUST, Kind::List(0, &["Annotation"])),
        ],
    ),
    (
        "Annotation",
        &[
            ("id", MUST, Kind::Iri),
            ("type", MUST, Kind::Word(&["Annotation"])),
            ("motivation", MAY, Kind::Word(MOTIVATIONS)),
            ("created", MAY, Kind::Moment),
            ("modified", MAY, Kind::Moment),
            ("body", MAY, Kind::List(0, &["TextualBody", "Link"])),
            (
                "target",
                MUST,
                Kind::List(1, &["SpecificResource", "Story"]),
            ),
            ("variorum:version", MUST, Kind::Count),
            ("variorum:story", MUST, Kind::Text),
        ],
    ),
    (
        "TextualBody",
        &[
            ("type", MUST, Kind::Word(&["TextualBody"])),
            ("value", MUST, Kind::Text),
            ("format", MAY, Kind::Media),
            ("purpose", MAY, Kind::Word(MOTIVATIONS)),
        ],
    ),
    (
        "Link",
        &[
            ("type", MUST, Kind::Word(&["SpecificResource"])),
            ("source", MUST, Kind::Iri),
            ("purpose", MUST, Kind::Word(&["linking"])),
        ],
    ),
    (
        "SpecificResource",
        &[
            ("type", MUST, Kind::Word(&["SpecificResource"])),
            ("source", MUST, Kind::One(&["Source"])),
            (
                "selector",
                MUST,
                Kind::List(
                    1,
                    &[
                        "TextQuoteSelector",
                        "TextPositionSelector",
                        "DataPositionSelector",
                    ],
                ),
            ),
        ],
    ),
    (
        "TextQuoteSelector",
        &[
            ("type", MUST, Kind::Word(&["TextQuoteSelector"])),
            ("exact", MUST, Kind::Text),
            ("prefix", MAY, Kind::Text),
            ("suffix", MAY, Kind::Text),
            ("variorum:copies", MUST, Kind::Count),
        ],
    ),
    (
        "TextPositionSelector",
        &[
            ("type", MUST, Kind::Word(&["TextPositionSelector"])),
            ("start", MUST, Kind::Count),
            ("end", MUST, Kind::Count),
        ],
    ),
    (
        "DataPositionSelector",
        &[
            ("type", MUST, Kind::Word(&["DataPositionSelector"])),
            ("start", MUST, Kind::Count),
            ("end", MUST, Kind::Count),
        ],
    ),
    (
        "Source",
        &[
            ("id", MUST, Kind::Iri),
            (
                "type",
                MAY,
                Kind::Word(&["Dataset", "Image", "Video", "Sound", "Text"]),
            ),
            ("dcterms:publisher", MAY, Kind::Text),
            ("dcterms:title", MAY, Kind::Text),
            ("dcterms:issued", MAY, Kind::Text),
            ("variorum:url", MAY, Kind::Text),
            ("variorum:file", MUST, Kind::Text),
            ("variorum:sha256", MUST, Kind::Text),
        ],
    ),
    (
        "Story",
        &[
            ("id", MUST, Kind::Iri),
            ("dcterms:title", MUST, Kind::Text),
            ("variorum:articles", MAY, Kind::List(1, &["Source"])),
        ],
    ),
];

/// Everything that is not of a class, with its place.
fn faults(class: &str, value: &Value, at: &str) -> Vec<String> {
    let (_, keys) = SHAPES.iter().find(|it| it.0 == class).expect("a class");
    let Some(object) = value.as_object() else {
        return vec![format!("{at} is no {class}")];
    };
    let strange = object
        .keys()
        .filter(|key| !keys.iter().any(|it| it.0 == *key));
    let mut found: Vec<String> = strange
        .map(|it| format!("{at}.{it} is not known"))
        .collect();
    for (key, must, kind) in *keys {
        let at = format!("{at}.{key}");
        match (object.get(*key), must) {
            (Some(value), _) => found.extend(kind.faults(value, &at)),
            (None, true) => found.push(format!("{at} is missing")),
            (None, false) => (),
        }
    }
    found
}

impl Kind {
    fn faults(self, value: &Value, at: &str) -> Vec<String> {
        let holds = match self {
            Kind::Iri => value.as_str().is_some_and(is_iri),
            Kind::Text => value.is_string(),
            Kind::Moment => value.as_str().is_some_and(is_moment),
            Kind::Count => value.is_u64(),
            Kind::Media => value.as_str().is_some_and(|it| it.split('/').count() == 2),
            Kind::Word(words) => value.as_str().is_some_and(|it| words.contains(&it)),
            Kind::Context => {
                value[0] == "http://www.w3.org/ns/anno.jsonld" && value[1]["variorum"].is_string()
            }
            Kind::One(classes) => return one_of(classes, value, at),
            Kind::List(least, classes) => {
                let items = value.as_array().cloned().unwrap_or_default();
                let inner = items.iter().enumerate();
                let inner = inner.flat_map(|(n, it)| one_of(classes, it, &format!("{at}[{n}]")));
                let inner: Vec<String> = inner.collect();
                if !inner.is_empty() {
                    return inner;
                }
                value.is_array() && least <= items.len()
            }
        };
        match holds {
            true => Vec::new(),
            false => vec![format!("{at} is {value}")],
        }
    }
}

/// The faults as the class that fits best.
fn one_of(classes: &[&str], value: &Value, at: &str) -> Vec<String> {
    let tried = classes.iter().map(|it| faults(it, value, at));
    tried.min_by_key(Vec::len).unwrap_or_default()
}

fn is_iri(it: &str) -> bool {
    let scheme = it.split_once(':').is_some_and(|(scheme, rest)| {
        !rest.is_empty() && scheme.bytes().all(|it| it.is_ascii_alphanumeric())
    });
    let odd = |c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c);
    scheme && !it.contains(odd)
}

fn is_moment(it: &str) -> bool {
    it.len() == 20 && it.ends_with('Z') && it[..19].parse::<jiff::civil::DateTime>().is_ok()
}

/// Notes of every kind: on words, on several sources, on a story, with tags and links.
fn all_kinds(bundle: &Bundle) -> Notes {
    let target = |article, sentence| noted::target(bundle, article, sentence);
    let mut notes = noted::notes(vec![
        ("Ferry", vec![target(0, 1)], "Plain"),
        (
            "Ferry",
            vec![target(0, 1), target(1, 0), target(2, 0)],
            "On three #tag #two/of",
        ),
        (
            "Ferry",
            vec![],
            "On the story, see [[n-000000000]] and [[n-gone]]",
        ),
    ]);
    let articles = bundle.articles.iter().map(anchor::cited).collect();
    notes.apply(Change::Put(Box::new(Note {
        id: NoteId("n-000000009".into()),
        story: "Ferry".into(),
        articles,
        text: String::new(),
        created: "2031-03-08T11:00:00Z".into(),
        modified: "2031-03-08T11:00:00Z".into(),
        ..Note::default()
    })));
    notes
}

#[test]
fn exported_notes_are_web_annotations() {
    let document = annotations::document(&all_kinds(&ferry::bundle()));
    let value: Value = serde_json::from_str(&document).unwrap();
    assert_eq!(faults("AnnotationPage", &value, "$"), Vec::<String>::new());
    assert_eq!(value["items"].as_array().unwrap().len(), 4);
    let none = annotations::document(&Notes::default());
    let value: Value = serde_json::from_str(&none).unwrap();
    assert_eq!(faults("AnnotationPage", &value, "$"), Vec::<String>::new());
}

#[test]
fn the_table_refuses_what_is_none() {
    let document = annotations::document(&all_kinds(&ferry::bundle()));
    let sound: Value = serde_json::from_str(&document).unwrap();
    for (place, spoiled, fault) in [
        ("/@context", json!("http://example.org"), "$.@context is"),
        ("/items/0/id", json!("no name"), "$.items[0].id is"),
        ("/items/0/type", json!("Note"), "$.items[0].type is"),
        (
            "/items/0/created",
            json!("yesterday"),
            "$.items[0].created is",
        ),
        ("/items/0/target", json!([]), "$.items[0].target is"),
        (
            "/items/1/body/1/purpose",
            json!("fun"),
            "$.items[1].body[1].purpose is",
        ),
        (
            "/items/0/target/0/selector/1/start",
            json!(-1),
            "selector[1].start is",
        ),
        (
            "/items/0/target/0/source",
            json!({}),
            "source.id is missing",
        ),
        (
            "/items/0/color",
            json!("red"),
            "$.items[0].color is not known",
        ),
    ] {
        let mut value = sound.clone();
        let (parent, key) = place.rsplit_once('/').unwrap();
        value.pointer_mut(parent).unwrap()[key] = spoiled;
        let found = faults("AnnotationPage", &value, "$");
        assert!(
            found.iter().any(|it| it.contains(fault)),
            "{place}: {found:?}"
        );
    }
}
