//! Words of a source as the Web Annotation Data Model writes them, with three selectors: the words
//! (TextQuoteSelector), their characters (TextPositionSelector) and their bytes
//! (DataPositionSelector). The source is the web address where that is one, else a name made of the
//! digest of the text. Notes and decisions are written with the same.

use serde::{Deserialize, Serialize};

use crate::{
    model::{note::Target, target::Cited},
    text::span::Span,
};

/// How the names of what is ours begin.
pub(crate) const NAME: &str = "urn:variorum:";

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Words {
    r#type: String,
    source: Source,
    selector: (Quote, Position, Position),
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Source {
    id: String,
    r#type: String,
    #[serde(rename = "dcterms:publisher")]
    publisher: String,
    #[serde(rename = "dcterms:title")]
    title: String,
    #[serde(rename = "dcterms:issued", skip_serializing_if = "Option::is_none")]
    issued: Option<String>,
    #[serde(rename = "variorum:url", skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(rename = "variorum:file")]
    file: String,
    #[serde(rename = "variorum:sha256")]
    hash: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Quote {
    r#type: String,
    exact: String,
    prefix: String,
    suffix: String,
    #[serde(rename = "variorum:copies")]
    copies: usize,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Position {
    r#type: String,
    start: usize,
    end: usize,
}

impl From<&Target> for Words {
    fn from(target: &Target) -> Self {
        Self {
            r#type: "SpecificResource".to_string(),
            source: Source::from(&target.article),
            selector: (
                Quote {
                    r#type: "TextQuoteSelector".to_string(),
                    exact: target.exact.clone(),
                    prefix: target.prefix.clone(),
                    suffix: target.suffix.clone(),
                    copies: target.copies,
                },
                position("TextPositionSelector", target.chars),
                position("DataPositionSelector", target.span),
            ),
        }
    }
}

impl From<Words> for Target {
    fn from(words: Words) -> Self {
        let (quote, chars, bytes) = words.selector;
        Self {
            article: Cited::from(words.source),
            span: Span::new(bytes.start, bytes.end),
            chars: Span::new(chars.start, chars.end),
            exact: quote.exact,
            prefix: quote.prefix,
            suffix: quote.suffix,
            copies: quote.copies,
        }
    }
}

impl From<&Cited> for Source {
    fn from(it: &Cited) -> Self {
        let web = it.url.as_deref().filter(|it| is_iri(it));
        let name = || format!("{NAME}sha256:{}", it.hash);
        Self {
            id: web.map_or_else(name, str::to_string),
            r#type: "Text".to_string(),
            publisher: it.source.clone(),
            title: it.title.clone(),
            issued: it.published.clone(),
            url: it.url.clone(),
            file: it.file.clone(),
            hash: it.hash.clone(),
        }
    }
}

impl From<Source> for Cited {
    fn from(it: Source) -> Self {
        Self {
            source: it.publisher,
            title: it.title,
            file: it.file,
            url: it.url,
            published: it.issued,
            hash: it.hash,
        }
    }
}

fn position(kind: &str, span: Span) -> Position {
    Position {
        r#type: kind.to_string(),
        start: span.start(),
        end: span.end(),
    }
}

/// Whether a web address may stand as it is where an IRI is asked for (RFC 3987, the characters).
fn is_iri(url: &str) -> bool {
    let web = url.starts_with("https://") || url.starts_with("http://");
    web && !url.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c))
}
