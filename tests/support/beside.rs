//! What is told of articles of one sentence each, laid side by side.

use variorum::{
    compare::discrepancies,
    model::{
        article::Article,
        comparison::{Differs, Discrepancy, Link, LinkKind},
        index::{ArticleIx, Place, SentenceIx},
        story::Story,
    },
};

use crate::sentence::article;

/// What is told, at least so surely, of articles of one sentence each, all linked to one another as
/// this kind with this score, or not at all.
pub(crate) fn laid(
    texts: &[&str],
    link: Option<(LinkKind, f32)>,
    least: Differs,
) -> Vec<Discrepancy> {
    let texts: Vec<&[&str]> = texts.iter().map(std::slice::from_ref).collect();
    laid_around(&texts, link, least)
}

/// The same of articles of several sentences, each a paragraph, of which the first are linked.
pub(crate) fn laid_around(
    texts: &[&[&str]],
    link: Option<(LinkKind, f32)>,
    least: Differs,
) -> Vec<Discrepancy> {
    let articles: Vec<Article> = texts.iter().map(|it| article(it)).collect();
    let all = (0..texts.len()).map(ArticleIx).collect();
    let story = Story::new(String::new(), all).expect("there are articles");
    let place = |at| Place::new(ArticleIx(at), SentenceIx(0));
    let pairs = (0..texts.len()).flat_map(|x| (x + 1..texts.len()).map(move |y| (x, y)));
    let linked = |(x, y)| {
        let (kind, score) = link?;
        Some(Link {
            a: place(x),
            b: place(y),
            kind,
            score,
            ambiguous: false,
        })
    };
    let links: Vec<Link> = pairs.filter_map(linked).collect();
    let mut found = discrepancies::find(&articles, &story, &links, &[]);
    found.retain(|it| least <= it.differs);
    found
}

/// Kinds and readings in one line.
pub(crate) fn shown(found: &[Discrepancy]) -> String {
    let show = |it: &Discrepancy| {
        let readings: Vec<&str> = it.readings.iter().map(|it| &*it.text).collect();
        format!("{}: {}", it.named(), readings.join(" | "))
    };
    found.iter().map(show).collect::<Vec<_>>().join("; ")
}
