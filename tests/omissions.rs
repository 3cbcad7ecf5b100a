//! What a source leaves out, from findings: which claims are told as left out, and which are not. All
//! events are invented.

#[path = "support/sentence.rs"]
mod sentence;

use sentence::article;
use variorum::{
    compare::omissions::omissions,
    model::{
        article::{Article, Meta, Parts, Role, SpanOf},
        comparison::{Claim, Comparison, Findings, Link, LinkKind, Nearest},
        index::{ArticleIx, ClaimIx, Place, SentenceIx},
    },
};

/// The article of which is asked what it leaves out.
const OWN: ArticleIx = ArticleIx(2);

fn place(article: usize, sentence: usize) -> Place {
    Place::new(ArticleIx(article), SentenceIx(sentence))
}

fn articles() -> [Article; 3] {
    let told: [&[&str]; 3] = [
        &["The ferry sank.", "Gulls flew."],
        &["A ferry sank.", "It rained."],
        &["Schools stayed open.", "Tickets can be returned."],
    ];
    told.map(article)
}

/// The first two tell the claim of their first sentences.
fn findings() -> Findings {
    Findings {
        articles: (0..3).map(ArticleIx).collect(),
        claims: vec![Claim {
            sentences: vec![place(0, 0), place(1, 0)],
            origins: 2,
        }],
        ..Findings::default()
    }
}

/// The same article with its first sentence for a headline.
fn headed(it: &Article) -> Article {
    let mut parts = Parts {
        sentences: it.sentences().to_vec(),
        ..Parts::default()
    };
    parts.sentences[0].role = Role::Headline;
    let text = it.text().to_string();
    Article::new(String::new(), SpanOf::File, Meta::default(), text, parts)
}

/// How many claims the third article leaves out.
fn left_out(articles: &[Article], findings: Findings) -> usize {
    let found = omissions(articles, &Comparison::new(findings), OWN, 0.5);
    found.values().map(Vec::len).sum()
}

fn with_nearest(score: f32) -> Findings {
    let nearest = Nearest {
        told: place(0, 0),
        own: place(2, 1),
        score,
    };
    Findings {
        nearest: [((ClaimIx(0), OWN), nearest)].into(),
        ..findings()
    }
}

#[test]
fn what_both_others_tell_is_left_out() {
    assert_eq!(left_out(&articles(), findings()), 1);
}

#[test]
fn what_may_stand_there_in_other_words_is_not() {
    assert_eq!(left_out(&articles(), with_nearest(0.05)), 1);
    assert_eq!(left_out(&articles(), with_nearest(0.15)), 0);
}

#[test]
fn what_is_told_in_part_is_not() {
    let link = Link {
        a: place(1, 0),
        b: place(2, 0),
        kind: LinkKind::Partial,
        score: 0.3,
        ambiguous: false,
    };
    let told = Findings {
        links: vec![link],
        ..findings()
    };
    assert_eq!(left_out(&articles(), told), 0);
}

#[test]
fn what_one_origin_tells_is_not() {
    let mut told = findings();
    told.claims[0].origins = 1;
    assert_eq!(left_out(&articles(), told), 0);
}

#[test]
fn what_stands_in_headlines_alone_is_not() {
    let mut all = articles();
    all[0] = headed(&all[0]);
    assert_eq!(
        left_out(&all, findings()),
        1,
        "the other has it in its text"
    );
    all[1] = headed(&all[1]);
    assert_eq!(left_out(&all, findings()), 0);
}
