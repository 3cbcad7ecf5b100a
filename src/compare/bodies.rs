//! What each article of a story says in its own words: all words of its sentences but for those
//! that it, or any of the others, puts between quotation marks.
//!
//! Cost: linear in the words.

use std::collections::{BTreeMap, HashMap, HashSet};

use foldhash::fast::FixedState;

use crate::{
    compare::quoted,
    model::{
        article::{Article, Role},
        index::{ArticleIx, SentenceIx},
    },
    text::{span::Span, token},
};

/// Words in a run that is no chance likeness.
pub const RUN: usize = 6;

/// Words of the shortest article that may be another's text in quotation marks.
const REPRINT: usize = 80;

/// Numbers for words, in the order in which they are met.
pub type Known = HashMap<String, u32, FixedState>;

/// All runs of so many words of a text, in order.
pub fn runs<const LEN: usize>(forms: &[u32]) -> impl Iterator<Item = [u32; LEN]> {
    forms
        .windows(LEN)
        .filter_map(|it| it.first_chunk().copied())
}

/// The words of an article's own sentences, outside quotation marks.
pub struct Body {
    pub article: ArticleIx,
    pub forms: Vec<u32>,
    /// Whether each word stands between quotation marks.
    quoted: Vec<bool>,
    /// Each sentence with its words, as first and next.
    pub sentences: BTreeMap<SentenceIx, (usize, usize)>,
}

fn quoted_spans(article: &Article) -> Vec<Span> {
    let paragraphs = quoted::paragraphs(article);
    let of = |(first, next): &(usize, usize)| quoted::quotations(article, *first, *next);
    paragraphs.iter().flat_map(of).collect()
}

/// All words of an article's own sentences, with what is quoted of them.
pub fn body(ix: ArticleIx, article: &Article, known: &mut Known) -> Body {
    let mut body = Body {
        article: ix,
        forms: Vec::new(),
        quoted: Vec::new(),
        sentences: BTreeMap::new(),
    };
    let quoted = quoted_spans(article);
    let is_quoted = |word: Span| {
        let next = quoted.partition_point(|it| it.end() <= word.start());
        quoted.get(next).is_some_and(|it| it.overlap(word) > 0)
    };
    for (at, sentence) in article.places() {
        if !matches!(sentence.role, Role::Body | Role::List) {
            continue;
        }
        let first = body.forms.len();
        let start = sentence.span.start();
        for word in token::words(sentence.span.of(article.text())) {
            body.quoted.push(is_quoted(word.span.shifted(start)));
            let next = known.len() as u32;
            body.forms.push(*known.entry(word.normal).or_insert(next));
        }
        body.sentences.insert(at, (first, body.forms.len()));
    }
    body
}

/// Takes out the words that are quoted, here or, in a run of `RUN`, in any other body. Of an article that
/// is little but one long quotation the words are its own: it prints another's text again.
pub fn set_quotations_aside(bodies: &mut [Body]) {
    for body in bodies.iter_mut() {
        let quoted = body.quoted.iter().filter(|it| **it).count();
        if REPRINT <= body.quoted.len() && 3 * quoted >= 2 * body.quoted.len() {
            body.quoted.fill(false);
        }
    }
    let mut said: HashSet<[u32; RUN], FixedState> = HashSet::default();
    for body in bodies.iter() {
        let all_quoted = body.quoted.windows(RUN).map(|it| it.iter().all(|it| *it));
        let quoted = runs(&body.forms).zip(all_quoted).filter(|it| it.1);
        said.extend(quoted.map(|it| it.0));
    }
    for body in bodies {
        let known: Vec<usize> = runs(&body.forms)
            .enumerate()
            .filter(|(_, run)| said.contains(run))
            .map(|(at, _)| at)
            .collect();
        for at in known {
            body.quoted[at..at + RUN].fill(true);
        }
        keep_own_words(body);
    }
}

fn keep_own_words(body: &mut Body) {
    let mut before = vec![0];
    for quoted in &body.quoted {
        before.push(before[before.len() - 1] + usize::from(!quoted));
    }
    let own = |at: usize| before[at];
    let moved = body
        .sentences
        .iter()
        .map(|(ix, (first, next))| (*ix, (own(*first), own(*next))));
    body.sentences = moved.collect();
    let mut quoted = std::mem::take(&mut body.quoted).into_iter();
    body.forms.retain(|_| !quoted.next().unwrap_or_default());
}

/// An article of one sentence, for the tests of what looks at bodies.
#[cfg(test)]
pub fn told(text: &str) -> Article {
    use crate::model::article::{Meta, Parts, Sentence, SpanOf};

    let sentence = Sentence {
        span: (0..text.len()).into(),
        paragraph: 0,
        role: Role::Body,
    };
    let parts = Parts {
        sentences: vec![sentence],
        ..Parts::default()
    };
    let (file, meta) = (String::new(), Meta::default());
    Article::new(file, SpanOf::File, meta, text.to_string(), parts)
}
