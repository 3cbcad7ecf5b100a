//! An article of given sentences, each a paragraph, for tests of links and of rules that look at them.

use variorum::model::article::{Article, Meta, Parts, Role, Sentence, SpanOf};

pub(crate) fn article(sentences: &[&str]) -> Article {
    let mut text = String::new();
    let mut parts = Parts::default();
    for (paragraph, said) in (0..).zip(sentences) {
        let start = text.len();
        text.push_str(said);
        parts.sentences.push(Sentence {
            span: (start..text.len()).into(),
            paragraph,
            role: Role::Body,
        });
        text.push('\n');
    }
    Article::new(String::new(), SpanOf::File, Meta::default(), text, parts)
}
