//! Anchors: from a passage to words that outlive its file, and back. (First version: to be grown.)

use crate::{
    model::{
        article::Article,
        bundle::Bundle,
        index::{ArticleIx, SentenceIx},
        note::{Passage, Target},
    },
    text::{digest, span::Span},
};

/// Where a target stands in a bundle now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placed {
    /// The same words in the same place.
    Kept(Passage),
    /// The same words in another place of the same article.
    Moved(Passage),
    /// The same sentence with changed words.
    Edited { at: Passage, now: String },
    /// Several places fit, or one fits but not for certain: the user is asked.
    Ambiguous(Vec<Passage>),
    /// Not here.
    Lost,
}

impl Placed {
    /// The passage, where there is one for certain.
    pub fn passage(&self) -> Option<Passage> {
        match self {
            Placed::Kept(at) | Placed::Moved(at) | Placed::Edited { at, .. } => Some(*at),
            Placed::Ambiguous(_) | Placed::Lost => None,
        }
    }
}

/// The sentences `from..=to` of an article as a target.
pub fn target(article: &Article, from: SentenceIx, to: SentenceIx) -> Target {
    let said: Vec<String> = (from.0..=to.0)
        .map(|at| article.said(SentenceIx(at)).into_owned())
        .collect();
    let ends = article.sentence(from).zip(article.sentence(to));
    let span = ends.map(|(first, last)| Span::new(first.span.start(), last.span.end()));
    let meta = article.meta();
    Target {
        source: meta.source.clone(),
        title: article.title().to_string(),
        file: article.file().to_string(),
        url: meta.url.clone(),
        published: meta.published.map(|it| it.to_string()),
        hash: hash(article),
        span: span.unwrap_or_default(),
        exact: said.join(" "),
        copies: 1,
        ..Target::default()
    }
}

/// SHA-256 of the sentences, each as one line.
pub fn hash(article: &Article) -> String {
    let lines: Vec<_> = article.places().map(|(at, _)| article.said(at)).collect();
    digest::sha256(&lines.join("\n"))
}

/// Finds a target again.
pub fn place(bundle: &Bundle, target: &Target) -> Placed {
    let mut found = Vec::new();
    for (at, article) in bundle.articles.iter().enumerate() {
        if hash(article) != target.hash {
            continue;
        }
        for (from, _) in article.places() {
            for to in from.0..article.sentences().len().min(from.0 + 12) {
                let again = self::target(article, from, SentenceIx(to));
                if again.exact == target.exact && again.span == target.span {
                    found.push(Passage {
                        article: ArticleIx(at),
                        first: from,
                        last: SentenceIx(to),
                    });
                }
            }
        }
    }
    match found.as_slice() {
        [] => Placed::Lost,
        [one] => Placed::Kept(*one),
        _ => Placed::Ambiguous(found),
    }
}
