//! Two small stories, made by hand, for the tests of what leaves the program: three outlets on a
//! late ferry (two of them from one text, one with a changed number and a hostile headline), one
//! outlet on something else.

use variorum::{
    model::{
        article::{Article, Doubt, Dropped, Meta, Parts, Role, Sentence, SpanOf, Why},
        bundle::Bundle,
        comparison::{
            Claim, Comparison, Differs, Discrepancy, DiscrepancyKind, Findings, Link, LinkKind,
            Origin, Reading,
        },
        date::Stamp,
        index::{ArticleIx, LinkIx, Place, SentenceIx},
        story::Story,
    },
    text::span::Span,
};

fn article(file: &str, source: &str, url: Option<&str>, lines: &[&str]) -> Article {
    let mut text = String::from("---\n");
    let mut parts = Parts {
        dropped: vec![Dropped {
            span: Span::new(0, 3),
            why: Why::Metadata,
        }],
        ..Parts::default()
    };
    for (at, line) in lines.iter().enumerate() {
        let span = Span::new(text.len(), text.len() + line.len());
        let role = if at == 0 { Role::Headline } else { Role::Body };
        parts.sentences.push(Sentence {
            span,
            paragraph: at as u32,
            role,
        });
        text += line;
        text += "\n\n";
    }
    if source == "Evening *News*" {
        let message = "leftover of a text generator: \"Here is <b>your</b> summary\"".to_string();
        parts.doubts.push(Doubt {
            kind: "generated-text",
            span: Span::new(4, 9),
            message,
        });
    }
    let date = jiff::civil::date(2031, 3, 7);
    let time = url.map(|_| jiff::civil::time(6, 30, 0, 0));
    let meta = Meta {
        source: source.into(),
        title: Some(lines[0].into()),
        published: Some(Stamp { date, time }),
        url: url.map(str::to_string),
        ..Meta::default()
    };
    let of = if file.ends_with("json") {
        SpanOf::Extracted
    } else {
        SpanOf::File
    };
    Article::new(file.into(), of, meta, text, parts)
}

/// Four articles in two stories.
pub(crate) fn bundle() -> Bundle {
    let post = "https://www.post.example/ferry_late?id=(7)&x=1";
    let mut ferry = Story::new(
        "Ferry leaves Tarn late".into(),
        (0..3).map(ArticleIx).collect(),
    )
    .unwrap();
    ferry.first = Some(jiff::civil::date(2031, 3, 7));
    ferry.last = ferry.first;
    let bees = Story::new("Bees | back".into(), vec![ArticleIx(3)]).unwrap();
    let articles = vec![
        article(
            "1.txt",
            "Harbour Post",
            Some(post),
            &[
                "Ferry leaves Tarn late",
                "The ferry carried 137 people.",
                "\"We did not know,\" said Ines Tolland.",
            ],
        ),
        article(
            "2.json",
            "Evening *News*",
            Some("javascript:alert(1)"),
            &[
                "[Ferry](http://evil.example) <late>",
                "The ferry carried 173 people.",
                "\"We did know,\" said Ines Tolland.",
            ],
        ),
        article(
            "3.txt",
            "Tarn Wire",
            None,
            &[
                "Ferry late",
                "The ferry carried 137 people.",
                "1. Fog was #blamed.",
            ],
        ),
        article(
            "4.txt",
            "Bee Weekly",
            None,
            &["Bees | back", "Bees have come back to Tarn."],
        ),
    ];
    Bundle {
        articles,
        stories: vec![ferry, bees],
        warnings: Vec::new(),
    }
}

fn at(article: usize, sentence: usize) -> Place {
    Place::new(ArticleIx(article), SentenceIx(sentence))
}

fn reading(text: &str, places: &[Place]) -> Reading {
    let places = places.iter().map(|at| (*at, Span::default())).collect();
    Reading {
        text: text.into(),
        places,
    }
}

fn link(a: Place, b: Place, kind: LinkKind) -> Link {
    Link {
        a,
        b,
        kind,
        score: 0.9,
        ambiguous: false,
    }
}

/// One for each story.
pub(crate) fn comparisons() -> Vec<Comparison> {
    let number = Discrepancy {
        differs: Differs::Surely,
        in_marks: false,
        kind: DiscrepancyKind::Number,
        readings: vec![
            reading("137", &[at(0, 1), at(2, 1)]),
            reading("173", &[at(1, 1)]),
        ],
    };
    let negation = Discrepancy {
        differs: Differs::Surely,
        in_marks: false,
        kind: DiscrepancyKind::Negation,
        readings: vec![reading("not", &[at(0, 2)]), reading("", &[at(1, 2)])],
    };
    let ferry = Findings {
        articles: (0..3).map(ArticleIx).collect(),
        links: vec![
            link(at(0, 1), at(1, 1), LinkKind::Edited),
            link(at(0, 1), at(2, 1), LinkKind::Verbatim),
            link(at(0, 2), at(1, 2), LinkKind::Edited),
        ],
        claims: vec![
            Claim {
                sentences: vec![at(0, 1), at(1, 1), at(2, 1)],
                origins: 2,
            },
            Claim {
                sentences: vec![at(0, 2), at(1, 2)],
                origins: 1,
            },
        ],
        discrepancies: vec![number, negation],
        origins: vec![Origin {
            articles: vec![ArticleIx(0), ArticleIx(1)],
            shared: 0.624,
            evidence: vec![LinkIx(0), LinkIx(2)],
            first: None,
            credits: Vec::new(),
        }],
        ..Findings::default()
    };
    let bees = Findings {
        articles: vec![ArticleIx(3)],
        ..Findings::default()
    };
    vec![Comparison::new(ferry), Comparison::new(bees)]
}
