//! From a passage to a target: the words, their neighbours, and the names of their article.

use crate::{
    model::{article::Article, index::SentenceIx, note::Target, target::Cited},
    store::anchor::stream,
    text::{digest, span::Span},
};

/// Bytes of text kept before and after, cut to whole words: long enough to hold the neighbouring
/// sentence, mostly with the end of the next, so that neither is later taken for the one between.
const CONTEXT: usize = 240;

/// The sentences `from..=to` of an article as a target. A run that does not fit the article is
/// cut to what does; of no sentence at all the words are empty, and are never found.
pub fn target(article: &Article, from: SentenceIx, to: SentenceIx) -> Target {
    let count = article.sentences().len();
    let (first, end) = (
        from.0.min(count),
        (to.0 + 1).min(count).max(from.0.min(count)),
    );
    let exact = stream::said(article, first..end);
    let span = span(article, first, end);
    Target {
        article: cited(article),
        span,
        chars: chars(article.text(), span),
        prefix: tail(&stream::said(article, 0..first)).to_string(),
        suffix: head(&stream::said(article, end..count)).to_string(),
        copies: stream::Stream::new(article)
            .find(&stream::plain(&exact))
            .len(),
        exact,
    }
}

/// An article by its names and by what it says.
pub fn cited(article: &Article) -> Cited {
    let meta = article.meta();
    Cited {
        source: meta.source.clone(),
        title: article.title().to_string(),
        file: article.file().to_string(),
        url: meta.url.clone(),
        published: meta.published.map(|it| it.to_string()),
        hash: hash(article),
    }
}

/// SHA-256 of the sentences, each as one line, with line breaks between: the same for one article
/// in every file format.
pub fn hash(article: &Article) -> String {
    let lines: Vec<_> = article.places().map(|(at, _)| article.said(at)).collect();
    digest::sha256(&lines.join("\n"))
}

fn span(article: &Article, first: usize, end: usize) -> Span {
    match article.sentences().get(first..end) {
        Some([one]) => one.span,
        Some([one, .., other]) => Span::new(one.span.start(), other.span.end()),
        _ => Span::default(),
    }
}

fn chars(text: &str, bytes: Span) -> Span {
    let before = text.get(..bytes.start()).unwrap_or_default();
    let start = before.chars().count();
    Span::new(start, start + bytes.of(text).chars().count())
}

fn tail(text: &str) -> &str {
    let Some(cut) = text.len().checked_sub(CONTEXT) else {
        return text;
    };
    let blank = (cut..text.len()).find(|at| text.as_bytes()[*at] == b' ');
    blank.map_or("", |at| &text[at + 1..])
}

fn head(text: &str) -> &str {
    if text.len() <= CONTEXT {
        return text;
    }
    let blank = (0..=CONTEXT).rev().find(|at| text.as_bytes()[*at] == b' ');
    blank.map_or("", |at| &text[..at])
}
