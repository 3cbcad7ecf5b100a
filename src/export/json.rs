//! The report as JSON, schema `variorum.report/1` (see `assets/report.schema.json`).
//!
//! The same bundle gives the same bytes. Ids count from one and name what they number: `s1` a
//! story, `a1` an article, `a1.0` its first sentence, `l1` a link, `c1` a claim, `d1` a
//! discrepancy. Links, claims and discrepancies are numbered through all stories.

use std::{borrow::Cow, collections::BTreeMap};

use serde::Serialize;

use crate::{
    compare::{credits, omissions::omissions},
    model::{
        article::{Article, SpanOf},
        bundle::Bundle,
        comparison::{Claim, Comparison, Differs, Discrepancy, Link, Origin},
        index::{ArticleIx, Place, SentenceIx, StoryIx},
    },
    text::{safe, span::Span},
};

/// Who decided, where it was not the program.
const READER: &str = "reader";

#[derive(Serialize)]
struct Report<'a> {
    schema: &'static str,
    stories: Vec<StoryOut<'a>>,
    articles: Vec<ArticleOut<'a>>,
    links: Vec<LinkOut>,
    claims: Vec<ClaimOut>,
    discrepancies: Vec<DiscrepancyOut<'a>>,
}

#[derive(Serialize)]
struct StoryOut<'a> {
    id: String,
    title: &'a str,
    articles: Vec<String>,
    first: Option<String>,
    last: Option<String>,
    origins: Vec<OriginOut>,
    independent: usize,
    /// `reader`: split or merged by the reader.
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'static str>,
}

#[derive(Serialize)]
struct OriginOut {
    articles: Vec<String>,
    /// The one printed first, where something tells.
    first: Option<String>,
    shared: f64,
    evidence: Vec<String>,
}

#[derive(Serialize)]
struct ArticleOut<'a> {
    id: String,
    story: String,
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    span_of: Option<&'static str>,
    source: &'a str,
    title: &'a str,
    dek: Option<&'a str>,
    byline: Option<&'a str>,
    published: Option<String>,
    url: Option<&'a str>,
    language: Option<&'a str>,
    /// The agency whose text the article says it prints.
    credit: Option<Cow<'static, str>>,
    sentences: Vec<SentenceOut<'a>>,
    omissions: Vec<OmissionOut>,
    dropped: Vec<DroppedOut<'a>>,
    warnings: Vec<WarningOut<'a>>,
}

/// A claim that the article leaves out.
#[derive(Serialize)]
struct OmissionOut {
    claim: String,
    /// The sentence after which it would stand.
    after: String,
    /// The sentence that comes nearest to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    nearest: Option<String>,
}

#[derive(Serialize)]
struct SentenceOut<'a> {
    id: String,
    paragraph: u32,
    role: &'static str,
    span: [usize; 2],
    text: std::borrow::Cow<'a, str>,
}

#[derive(Serialize)]
struct DroppedOut<'a> {
    span: [usize; 2],
    why: &'static str,
    text: std::borrow::Cow<'a, str>,
}

#[derive(Serialize)]
struct WarningOut<'a> {
    kind: &'static str,
    span: [usize; 2],
    message: &'a str,
}

#[derive(Serialize)]
struct LinkOut {
    id: String,
    a: String,
    b: String,
    kind: &'static str,
    score: f64,
    ambiguous: bool,
    /// `reader`: pinned by the reader, whatever was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'static str>,
}

#[derive(Serialize)]
struct ClaimOut {
    id: String,
    sentences: Vec<String>,
    articles: Vec<String>,
    missing: Vec<String>,
    /// Those of the missing that have a sentence linked with one of the claim's.
    linked: Vec<String>,
    origins: usize,
}

#[derive(Serialize)]
struct DiscrepancyOut<'a> {
    id: String,
    kind: &'static str,
    sure: bool,
    differs: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'static str>,
    sentences: Vec<String>,
    readings: Vec<ReadingOut<'a>>,
}

#[derive(Serialize)]
struct ReadingOut<'a> {
    text: &'a str,
    articles: Vec<String>,
}

/// One JSON document, indented, ending in a line break. `comparisons` holds one for each story,
/// in their order. Articles of no story are left out. `share` is that of `compare::omissions`.
pub fn report(bundle: &Bundle, comparisons: &[Comparison], share: f64) -> String {
    let mut report = Report {
        schema: "variorum.report/1",
        stories: Vec::new(),
        articles: Vec::new(),
        links: Vec::new(),
        claims: Vec::new(),
        discrepancies: Vec::new(),
    };
    let mut story_of = vec![None; bundle.articles.len()];
    let mut left_out = BTreeMap::new();
    for (at, (story, comparison)) in bundle.stories.iter().zip(comparisons).enumerate() {
        for article in story.articles() {
            story_of[article.0] = Some(StoryIx(at));
        }
        let first_link = report.links.len();
        let link_id = |at: usize| format!("l{}", first_link + at + 1);
        report.stories.push(StoryOut {
            id: format!("s{}", at + 1),
            title: &story.title,
            articles: story.articles().iter().map(|it| article_id(*it)).collect(),
            first: story.first.map(|it| it.to_string()),
            last: story.last.map(|it| it.to_string()),
            origins: comparison
                .origins()
                .iter()
                .map(|it| origin(it, link_id))
                .collect(),
            independent: comparison.independent(story.articles()),
            by: story.by_you.then_some(READER),
        });
        for (at, it) in comparison.links().iter().enumerate() {
            report.links.push(LinkOut {
                by: comparison.is_pinned(it).then_some(READER),
                ..link(link_id(at), it)
            });
        }
        let claim_id = |at: usize, first: usize| format!("c{}", first + at + 1);
        let first_claim = report.claims.len();
        for article in story.articles() {
            let found = omissions(&bundle.articles, comparison, *article, share);
            let found = found
                .iter()
                .flat_map(|(after, all)| all.iter().map(move |it| (*after, *it)));
            let told = found.map(|(after, claim)| OmissionOut {
                claim: claim_id(claim.0, first_claim),
                after: sentence_id(Place::new(*article, after)),
                nearest: comparison
                    .nearest(claim, *article)
                    .map(|it| sentence_id(it.own)),
            });
            left_out.insert(*article, told.collect());
        }
        for it in comparison.claims() {
            let id = format!("c{}", report.claims.len() + 1);
            report
                .claims
                .push(claim(id, it, comparison, story.articles()));
        }
        for (it, confirmed) in comparison.standing() {
            let id = format!("d{}", report.discrepancies.len() + 1);
            report.discrepancies.push(discrepancy(id, it, confirmed));
        }
    }
    let articles = bundle.articles.iter().zip(&story_of).enumerate();
    let told = articles.filter_map(|(at, (it, story))| {
        let ix = ArticleIx(at);
        Some(ArticleOut {
            omissions: left_out.remove(&ix).unwrap_or_default(),
            ..article(ix, it, (*story)?)
        })
    });
    report.articles.extend(told);
    let mut out = serde_json::to_string_pretty(&report).unwrap_or_default();
    out.push('\n');
    out
}

fn article_id(ix: ArticleIx) -> String {
    format!("a{}", ix.0 + 1)
}

fn sentence_id(place: Place) -> String {
    format!("a{}.{}", place.article.0 + 1, place.sentence.0)
}

fn bytes(span: Span) -> [usize; 2] {
    [span.start(), span.end()]
}

/// Three decimals: enough to sort by, and the same on every machine.
fn rounded(share: f32) -> f64 {
    (f64::from(share) * 1000.0).round() / 1000.0
}

fn origin(it: &Origin, link_id: impl Fn(usize) -> String) -> OriginOut {
    OriginOut {
        articles: it.articles.iter().map(|it| article_id(*it)).collect(),
        first: it.first.map(article_id),
        shared: rounded(it.shared),
        evidence: it.evidence.iter().map(|it| link_id(it.0)).collect(),
    }
}

fn article(ix: ArticleIx, it: &Article, story: StoryIx) -> ArticleOut<'_> {
    let meta = it.meta();
    ArticleOut {
        id: article_id(ix),
        story: format!("s{}", story.0 + 1),
        file: it.file(),
        span_of: (it.span_of() == SpanOf::Extracted).then_some("extracted"),
        source: it.source(),
        title: it.title(),
        dek: meta.dek.as_deref(),
        byline: meta.byline.as_deref(),
        published: meta.published.map(|it| it.to_string()),
        url: meta.url.as_deref(),
        language: meta.language.as_deref(),
        credit: credits::of(it),
        sentences: it
            .places()
            .map(|(at, sentence)| SentenceOut {
                id: sentence_id(Place::new(ix, SentenceIx(at.0))),
                paragraph: sentence.paragraph,
                role: sentence.role.name(),
                span: bytes(sentence.span),
                text: it.said(at),
            })
            .collect(),
        omissions: Vec::new(),
        dropped: it
            .dropped()
            .iter()
            .map(|dropped| DroppedOut {
                span: bytes(dropped.span),
                why: dropped.why.name(),
                text: safe::one_line(dropped.span.of(it.text())),
            })
            .collect(),
        warnings: it
            .doubts()
            .iter()
            .map(|doubt| WarningOut {
                kind: doubt.kind,
                span: bytes(doubt.span),
                message: &doubt.message,
            })
            .collect(),
    }
}

fn link(id: String, it: &Link) -> LinkOut {
    LinkOut {
        id,
        a: sentence_id(it.a),
        b: sentence_id(it.b),
        kind: it.kind.name(),
        score: rounded(it.score),
        ambiguous: it.ambiguous,
        by: None,
    }
}

fn claim(id: String, it: &Claim, comparison: &Comparison, articles: &[ArticleIx]) -> ClaimOut {
    let (carried, missing): (Vec<ArticleIx>, Vec<ArticleIx>) =
        articles.iter().partition(|ix| it.is_told_by(**ix));
    let linked = missing.iter().filter(|ix| comparison.touches(it, **ix));
    ClaimOut {
        id,
        sentences: it.sentences.iter().map(|it| sentence_id(*it)).collect(),
        articles: carried.into_iter().map(article_id).collect(),
        linked: linked.copied().map(article_id).collect(),
        missing: missing.into_iter().map(article_id).collect(),
        origins: it.origins,
    }
}

fn discrepancy(id: String, it: &Discrepancy, confirmed: bool) -> DiscrepancyOut<'_> {
    DiscrepancyOut {
        id,
        kind: it.kind.name(),
        sure: it.differs == Differs::Surely,
        differs: it.differs.name(),
        by: confirmed.then_some("reader"),
        sentences: it.sentences().into_iter().map(sentence_id).collect(),
        readings: it
            .readings
            .iter()
            .map(|reading| ReadingOut {
                text: &reading.text,
                articles: reading.articles().into_iter().map(article_id).collect(),
            })
            .collect(),
    }
}
