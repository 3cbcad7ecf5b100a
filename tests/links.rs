//! Sentences in, links out: which pairs are looked at, that a pair has one set of figures whichever way it
//! is asked for, and that an explanation adds up. All events are invented.

#[path = "support/sentence.rs"]
mod sentence;

use sentence::article;
use variorum::{
    compare::{
        alike::Alike,
        candidates, compare,
        explain::Explainer,
        features::{self, Reader},
        unit,
    },
    model::{article::Article, comparison::LinkKind, index::ArticleIx, story::Story},
};

fn story(articles: &[Article]) -> Story {
    let all = (0..articles.len()).map(ArticleIx).collect();
    Story::new(String::new(), all).expect("a story has articles")
}

/// Three outlets on one event: some sentences in other words, some alone.
fn ferry() -> Vec<Article> {
    let told: [&[&str]; 3] = [
        &[
            "The ferry to Tarrow Island ran aground off Pellmouth in thick fog.",
            "Eleven passengers were treated for cuts and bruises on the quay.",
            "The harbour master, Alan Dunmore, blamed a broken fog signal.",
            "A signal that had been broken since August was to blame, Dunmore said.",
        ],
        &[
            "In thick fog a ferry bound for Tarrow Island struck a sandbank off Pellmouth.",
            "Bruises and cuts were treated on the quay; eleven passengers needed help.",
            "Schools in Pellmouth stayed open.",
        ],
        &[
            "Pellmouth saw its ferry run aground in fog that was thick all morning.",
            "Dunmore, the harbour master, said that the fog signal had been broken since August.",
            "Tickets can be returned until Friday.",
        ],
    ];
    told.iter().map(|it| article(it)).collect()
}

#[test]
fn a_line_that_one_article_repeats_is_still_linked_elsewhere() {
    let line = "The ferry ran aground off Pell Point late on Tuesday.";
    // Among enough other sentences that its words are not everywhere.
    let others: Vec<String> = (0..80).map(|it| format!("Gull {it} flew.")).collect();
    let mut said = vec![line; 40];
    said.extend(others.iter().map(String::as_str));
    let articles = [article(&said), article(&[line, "It sank in June."])];
    let linked = compare(&articles, &story(&articles)).links().len();
    assert_eq!(linked, 40);
}

#[test]
fn in_a_story_of_one_article_nothing_is_looked_at() {
    let articles = [article(&["The ferry sank.", "The ferry sank in June."])];
    let sheet = unit::read(&articles, &story(&articles));
    assert!(candidates::find(&sheet).is_empty());
}

#[test]
fn what_is_known_of_two_sentences_is_known_of_their_copies() {
    let (fell, rose) = ("The bridge fell on Monday.", "The river rose on Monday.");
    let other = "The river rose again on Monday.";
    let told = [
        vec![fell, rose],
        vec!["Gulls flew.", other, fell],
        vec!["It rained.", rose],
    ];
    let articles: Vec<Article> = told.iter().map(|it| article(it)).collect();
    let sheet = unit::read(&articles, &story(&articles));
    let [first_fell, first_rose, _, again, later_fell, _, later_rose] = [0, 1, 2, 3, 4, 5, 6];
    let mut alike = Alike::new(&sheet.units);
    let shared = |(a, b): (usize, usize)| {
        let (a, b) = (&sheet.units[a], &sheet.units[b]);
        Reader::new(&sheet).shared(a, b)
    };
    let first = (first_fell, first_rose);
    let known = alike.known(first, || shared(first));
    let later = (later_fell, later_rose);
    let copied = alike.known(later, || unreachable!("it is a copy of the first"));
    assert_eq!(known, copied);
    let at = copied.at(&sheet.units[later.0], &sheet.units[later.1]);
    assert_eq!(at, shared(later).figures);
    for unlike in [(first_rose, first_fell), (later_fell, again)] {
        let mut asked = false;
        alike.known(unlike, || {
            asked = true;
            shared(unlike)
        });
        assert!(asked, "{unlike:?}");
    }
}

#[test]
fn the_figures_of_a_pair_do_not_hang_on_what_was_asked_before() {
    let articles = ferry();
    let sheet = unit::read(&articles, &story(&articles));
    let mut reader = Reader::new(&sheet);
    for a in &sheet.units {
        for b in &sheet.units {
            let found = reader.shared(a, b).figures;
            let fresh = [
                features::figures(&sheet, a, b),
                features::figures(&sheet, b, a),
            ];
            for (name, at) in features::NAMES.iter().zip(0..) {
                let near = |other: &[f32; features::COUNT]| (found[at] - other[at]).abs() < 1e-5;
                assert!(fresh.iter().all(near), "{name}: {} {fresh:?}", found[at]);
            }
        }
    }
}

#[test]
fn the_parts_of_a_score_add_up_to_it() {
    let articles = ferry();
    let story = story(&articles);
    let comparison = compare(&articles, &story);
    let explainer = Explainer::new(&articles, &story);
    let links = comparison.links().iter();
    let scored: Vec<_> = links.filter(|it| LinkKind::Edited < it.kind).collect();
    assert!(!scored.is_empty(), "{:?}", comparison.links());
    for link in scored {
        let parts = explainer.explain(link, link.a).parts;
        let sum = parts.iter().map(|it| it.1).sum::<f32>();
        let score = 1.0 / (1.0 + (-sum).exp());
        assert!(
            (score - link.score).abs() < 0.01,
            "{score} {link:?} {parts:?}"
        );
    }
}

#[test]
fn a_link_that_wording_makes_is_explained_by_its_wording() {
    let said = "The ferry to Tarrow Island ran aground off Pellmouth in thick fog on Tuesday.";
    let other = "The ferry to Tarrow Island ran aground off Pellmouth in dense fog on Tuesday.";
    let articles = [
        article(&[said, "Gulls flew."]),
        article(&[other, "It rained."]),
    ];
    let story = story(&articles);
    let comparison = compare(&articles, &story);
    let link = &comparison.links()[0];
    assert_eq!(link.kind, LinkKind::Edited);
    let why = Explainer::new(&articles, &story).explain(link, link.a);
    assert!(why.parts.is_empty());
    let shares: Vec<f32> = why.wording.iter().map(|it| it.1).collect();
    assert_eq!(shares[0], 13.0 / 14.0);
    assert!(
        shares[1..].iter().all(|it| (0.8..1.0).contains(it)),
        "{shares:?}"
    );
}

#[test]
fn sentences_of_one_article_are_never_linked() {
    let articles = ferry();
    let comparison = compare(&articles, &story(&articles));
    let mut links = comparison.links().iter();
    assert!(links.all(|it| it.a.article != it.b.article));
}
