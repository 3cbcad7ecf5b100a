//! An article of one sentence, for tests of rules that look at linked sentences.

use variorum::model::article::{Article, Meta, Parts, Role, Sentence, SpanOf};

pub(crate) fn article(text: &str) -> Article {
    let parts = Parts {
        sentences: vec![Sentence {
            span: (0..text.len()).into(),
            paragraph: 0,
            role: Role::Body,
        }],
        ..Parts::default()
    };
    Article::new(
        String::new(),
        SpanOf::File,
        Meta::default(),
        text.into(),
        parts,
    )
}
