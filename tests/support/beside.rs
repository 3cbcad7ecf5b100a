//! What is surely told of articles of one sentence each, laid side by side.

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

/// What is told of articles of one sentence each, all linked to one another as this kind, with this
/// score.
pub(crate) fn scored(texts: &[&str], kind: Option<LinkKind>, score: f32) -> Vec<Discrepancy> {
    let articles: Vec<Article> = texts.iter().map(|it| article(&[it])).collect();
    let all = (0..texts.len()).map(ArticleIx).collect();
    let story = Story::new(String::new(), all).expect("there are articles");
    let place = |at| Place::new(ArticleIx(at), SentenceIx(0));
    let pairs = (0..texts.len()).flat_map(|x| (x + 1..texts.len()).map(move |y| (x, y)));
    let link = |(x, y)| {
        Some(Link {
            a: place(x),
            b: place(y),
            kind: kind?,
            score,
            ambiguous: false,
        })
    };
    let links: Vec<Link> = pairs.filter_map(link).collect();
    let mut found = discrepancies::find(&articles, &story, &links, &[]);
    found.retain(|it| it.differs == Differs::Surely);
    found
}

/// Kinds and readings in one line.
pub(crate) fn shown(found: &[Discrepancy]) -> String {
    let show = |it: &Discrepancy| {
        let readings: Vec<&str> = it.readings.iter().map(|it| &*it.text).collect();
        format!("{}: {}", it.kind.name(), readings.join(" | "))
    };
    found.iter().map(show).collect::<Vec<_>>().join("; ")
}
