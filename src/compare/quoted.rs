//! What an article puts between quotation marks, read paragraph by paragraph, since a quotation
//! that is left open ends with its paragraph. Linear in the text.

use crate::{
    model::article::Article,
    text::{quote, span::Span},
};

/// The sentences of each paragraph, by index, as first and next.
pub fn paragraphs(article: &Article) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, sentence) in article.sentences().iter().enumerate() {
        let goes_on = at > 0 && article.sentences()[at - 1].paragraph == sentence.paragraph;
        match found.last_mut().filter(|_| goes_on) {
            Some(last) => last.1 = at + 1,
            None => found.push((at, at + 1)),
        }
    }
    found
}

/// Quotations in the sentences from `first` to before `next`, in bytes of the article's text.
pub fn quotations(article: &Article, first: usize, next: usize) -> Vec<Span> {
    let sentences = article.sentences().get(first..next).unwrap_or_default();
    let (Some(start), Some(end)) = (sentences.first(), sentences.last()) else {
        return Vec::new();
    };
    let start = start.span.start();
    let text = Span::new(start, end.span.end()).of(article.text());
    let all = quote::quotes(text);
    all.iter().map(|it| it.inner.shifted(start)).collect()
}
