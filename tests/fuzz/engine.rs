//! The engine: what it finds lies in the articles, is the same whatever order they come in, and can
//! be explained and reported.

use std::collections::BTreeSet;

use variorum::{
    compare::{candidates, compare, explain::Explainer, unit},
    export::{json, markdown},
    model::{
        article::{Article, Meta, Parts, Role, Sentence, SpanOf},
        bundle::Bundle,
        comparison::Comparison,
        index::{ArticleIx, Place},
        story::Story,
    },
    stories,
    text::{safe, sentence},
};

fn article(at: usize, text: &str) -> Article {
    let (text, _) = safe::sanitised(text.chars().take(3000).collect());
    let spans = sentence::split(&text).into_iter().enumerate();
    let sentences = spans.map(|(at, span)| Sentence {
        span,
        paragraph: at as u32 / 3,
        role: if at == 0 { Role::Headline } else { Role::Body },
    });
    let parts = Parts {
        sentences: sentences.collect(),
        ..Parts::default()
    };
    let meta = Meta {
        source: format!("source {at}"),
        story: Some("one".to_string()),
        ..Meta::default()
    };
    Article::new(format!("{at}.txt"), SpanOf::File, meta, text, parts)
}

/// What is found lies in the articles, twice the same, and can be told.
pub fn judges(texts: &[String]) {
    let articles: Vec<Article> = texts
        .iter()
        .enumerate()
        .map(|(at, it)| article(at, it))
        .collect();
    let bundle = Bundle {
        stories: stories::group(&articles),
        articles,
        warnings: Vec::new(),
    };
    let stories = bundle.stories.iter();
    let comparisons: Vec<Comparison> = stories.map(|it| compare(&bundle.articles, it)).collect();
    for (story, comparison) in bundle.stories.iter().zip(&comparisons) {
        let inside = |it: &Place| assert!(bundle.sentence(*it).is_some(), "{it:?}");
        for link in comparison.links() {
            inside(&link.a);
            inside(&link.b);
            assert!((0.0..=1.0).contains(&link.score), "{}", link.score);
            assert_ne!(link.a.article, link.b.article);
        }
        let explainer = Explainer::new(&bundle.articles, story);
        for link in comparison.links().iter().take(3) {
            let _ = explainer.explain(link, link.a);
        }
        comparison
            .claims()
            .iter()
            .flat_map(|it| &it.sentences)
            .for_each(inside);
        for it in comparison.discrepancies() {
            it.sentences().iter().for_each(inside);
            assert!(1 < it.readings.len(), "{it:?}");
        }
    }
    let report = json::report(&bundle, &comparisons, 0.5);
    assert!(serde_json::from_str::<serde_json::Value>(&report).is_ok());
    let again: Vec<Comparison> = bundle
        .stories
        .iter()
        .map(|it| compare(&bundle.articles, it))
        .collect();
    assert_eq!(
        report,
        json::report(&bundle, &again, 0.5),
        "not the same twice"
    );
    let _ = markdown::report(&bundle, &comparisons, 0.5);
}

/// The links by where the articles came from, without their scores, whose last figure hangs on the
/// order in which they are summed up, and with it whether two of them count as near.
fn found(comparisons: &[Comparison], of: impl Fn(ArticleIx) -> usize) -> BTreeSet<String> {
    let links = comparisons.iter().flat_map(Comparison::links);
    let told = links.map(|it| {
        let mut ends = [it.a, it.b].map(|it| (of(it.article), it.sentence.0));
        ends.sort_unstable();
        format!("{ends:?} {:?}", it.kind)
    });
    told.collect()
}

/// Whether a sentence has so many partners that only the first of equals may be looked at.
fn crowded(articles: &[Article], stories: &[Story]) -> bool {
    stories.iter().any(|story| {
        let sheet = unit::read(articles, story);
        let mut partners = vec![0; sheet.units.len()];
        for it in candidates::find(&sheet) {
            partners[it.a] += 1;
            partners[it.b] += 1;
        }
        partners.iter().any(|it| candidates::BEST <= *it)
    })
}

/// The same articles in the other order give the same links, but where dozens of sentences are alike. Once, wording measured from the one side
/// was edited, from the other a paraphrase, where one text repeats what the other says once.
pub fn turned_round(texts: &[String]) {
    let Some(last) = texts.len().checked_sub(1) else {
        return;
    };
    let first: Vec<Article> = (0..=last).map(|at| article(at, &texts[at])).collect();
    let articles: Vec<Article> = (0..=last)
        .map(|at| article(last - at, &texts[last - at]))
        .collect();
    let stories = stories::group(&articles);
    let before = stories::group(&first);
    if stories.len() != 1 || before.len() != 1 || crowded(&first, &before) {
        return;
    }
    let before: Vec<Comparison> = before.iter().map(|it| compare(&first, it)).collect();
    let after: Vec<Comparison> = stories.iter().map(|it| compare(&articles, it)).collect();
    assert_eq!(
        found(&before, |it| it.0),
        found(&after, |it| last - it.0),
        "the order counts"
    );
}
