//! What is measured on: files of judged pairs, and stories made of them.

use std::{collections::BTreeMap, fs, path::Path};

use variorum::{
    compare::{
        features::{self, COUNT},
        unit::{self, Sheet},
    },
    model::{
        article::{Article, Meta, Parts, Role, Sentence, SpanOf},
        index::ArticleIx,
        story::Story,
    },
};

pub(crate) const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared");

pub(crate) fn present() -> bool {
    Path::new(ROOT).join("data").is_dir()
}

/// The lines of a JSON Lines file.
pub(crate) fn lines(name: &str) -> Vec<serde_json::Value> {
    let text = fs::read_to_string(format!("{ROOT}/data/{name}")).expect("the data can be read");
    text.lines()
        .map(|it| serde_json::from_str(it).expect("a line of JSON"))
        .collect()
}

/// Two sentences that people judged.
#[derive(Clone, Debug)]
pub(crate) struct Pair {
    /// The sentences that it is judged among.
    pub(crate) topic: String,
    pub(crate) a: String,
    pub(crate) b: String,
    pub(crate) same: bool,
}

/// Pairs with their figures.
#[derive(Clone, Debug)]
pub(crate) struct Sample {
    pub(crate) topic: String,
    pub(crate) figures: [f32; COUNT],
    pub(crate) same: bool,
    /// Its weight in fitting.
    pub(crate) counts: f32,
}

/// An article of the given sentences, each a paragraph.
pub(crate) fn article(source: &str, sentences: &[(Role, &str)]) -> Article {
    let numbered = sentences.iter().enumerate();
    let sentences: Vec<_> = numbered
        .map(|(at, (role, said))| (*role, *said, at as u32))
        .collect();
    let meta = Meta {
        source: source.into(),
        ..Meta::default()
    };
    in_paragraphs(meta, &sentences)
}

/// An article of the given sentences, each with the number of its paragraph.
pub(crate) fn in_paragraphs(meta: Meta, sentences: &[(Role, &str, u32)]) -> Article {
    let mut text = String::new();
    let mut parts = Parts::default();
    for (role, said, paragraph) in sentences {
        let start = text.len();
        text.push_str(said);
        parts.sentences.push(Sentence {
            span: (start..text.len()).into(),
            paragraph: *paragraph,
            role: *role,
        });
        text.push('\n');
    }
    Article::new(meta.source.clone(), SpanOf::Extracted, meta, text, parts)
}

/// One story of all the articles.
pub(crate) fn story(articles: &[Article]) -> Story {
    Story::new("".into(), (0..articles.len()).map(ArticleIx).collect())
        .expect("a story has articles")
}

/// The sentences of one topic and the pairs that people judged.
pub(crate) struct Topic {
    pub(crate) name: String,
    pub(crate) sheet: Sheet,
    pub(crate) judged: Vec<(usize, usize, bool)>,
}

/// The pairs by topic, each sentence once.
pub(crate) fn topics(pairs: &[Pair]) -> Vec<Topic> {
    let mut topics: BTreeMap<&str, Vec<&Pair>> = BTreeMap::new();
    for pair in pairs {
        topics.entry(&pair.topic).or_default().push(pair);
    }
    topics
        .into_iter()
        .map(|(name, pairs)| topic(name, &pairs))
        .collect()
}

fn topic(name: &str, pairs: &[&Pair]) -> Topic {
    let mut index: BTreeMap<&str, usize> = BTreeMap::new();
    let mut articles = Vec::new();
    for said in pairs.iter().flat_map(|it| [&it.a, &it.b]) {
        index.entry(said).or_insert_with(|| {
            articles.push(article("", &[(Role::Body, said.trim())]));
            articles.len() - 1
        });
    }
    let judged = pairs
        .iter()
        .map(|it| (index[it.a.as_str()], index[it.b.as_str()], it.same));
    Topic {
        name: name.into(),
        sheet: unit::read(&articles, &story(&articles)),
        judged: judged.collect(),
    }
}

impl Topic {
    pub(crate) fn figures(&self, a: usize, b: usize) -> [f32; COUNT] {
        features::figures(&self.sheet, &self.sheet.units[a], &self.sheet.units[b])
    }

    pub(crate) fn samples(&self) -> Vec<Sample> {
        let sample = |(a, b, same): &(usize, usize, bool)| Sample {
            topic: self.name.clone(),
            figures: self.figures(*a, *b),
            same: *same,
            counts: 1.0,
        };
        self.judged.iter().map(sample).collect()
    }
}

/// The figures of each pair, its words weighed by their rarity in its topic.
pub(crate) fn samples(pairs: &[Pair]) -> Vec<Sample> {
    topics(pairs).iter().flat_map(Topic::samples).collect()
}
