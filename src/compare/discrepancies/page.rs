//! The sentences of a story read once for all rules: words, stems, numbers, datings, quotations.
//!
//! Spans of words, numbers and datings count from the start of their sentence; `Told::at` gives
//! them in the article's text. Cost: one pass over the story; each word is stemmed once.

use std::{borrow::Cow, cell::OnceCell, collections::HashMap, ops::Range};

use foldhash::fast::FixedState;
use jiff::civil::Date;

use crate::{
    compare::{
        discrepancies::vocabulary::{Vocabulary, Word},
        quoted,
    },
    model::{
        article::{Article, Role, Sentence},
        index::{ArticleIx, Place, SentenceIx},
        story::Story,
    },
    text::{
        date::{self, Dating},
        number::{self, Number},
        quote,
        saying::{self, Saying},
        span::Span,
        token::{self, Kind, Token},
    },
};

/// One sentence.
pub struct Told<'a> {
    pub place: Place,
    pub role: Role,
    pub paragraph: u32,
    /// In the article's text.
    pub span: Span,
    pub text: &'a str,
    /// Without marks.
    pub words: Vec<Token>,
    /// Without those that are part of a dating.
    pub numbers: Vec<Number>,
    pub datings: Vec<Dating>,
    /// What stands between quotation marks, cut at the ends of the sentence.
    pub quoted: Vec<Span>,
    pub published: Option<Date>,
    /// The words by their numbers.
    pub forms: Vec<Word>,
    /// A bit for the stem of each word, so that most stems that it lacks are known without a search.
    stems: u128,
    /// The first sentence of the story with the same words in the same order, by index.
    pub first: u32,
    sayings: OnceCell<Vec<Saying>>,
}

/// All sentences of a story, in its order.
pub struct Page<'a> {
    pub told: Vec<Told<'a>>,
    /// The sentences of each article, by index, all of them in order.
    of_article: HashMap<ArticleIx, Range<usize>, FixedState>,
}

impl<'a> Page<'a> {
    /// Reads every article of the story.
    pub fn new(articles: &'a [Article], story: &Story) -> Self {
        let mut told = Vec::new();
        let mut of_article = HashMap::default();
        let mut vocabulary = Vocabulary::default();
        let mut firsts = HashMap::<_, _, FixedState>::default();
        for ix in story.articles() {
            let Some(article) = articles.get(ix.0) else {
                continue;
            };
            let start = told.len();
            for (first, next) in quoted::paragraphs(article) {
                let quoted = quoted::quotations(article, first, next);
                for at in first..next {
                    let place = Place::new(*ix, SentenceIx(at));
                    let Some(mut it) = read(article, place, &quoted, &mut vocabulary) else {
                        continue;
                    };
                    let forms = it.forms.iter().map(|it| it.form).collect::<Vec<_>>();
                    it.first = *firsts.entry(forms).or_insert(told.len() as u32);
                    told.push(it);
                }
            }
            of_article.insert(*ix, start..told.len());
        }
        Self { told, of_article }
    }

    /// The sentence at a place of the story.
    pub fn at(&self, place: Place) -> Option<&Told<'a>> {
        self.told.get(self.index(place)?)
    }

    fn index(&self, place: Place) -> Option<usize> {
        let own = self.of_article.get(&place.article)?;
        let at = own.start + place.sentence.0;
        (at < own.end).then_some(at)
    }

    /// The sentences of one article.
    pub fn article(&self, ix: ArticleIx) -> &[Told<'a>] {
        let own = self.of_article.get(&ix).cloned();
        &self.told[own.unwrap_or_default()]
    }

    /// Whether an article quotes words in a row, by their forms, in any of its sentences.
    pub fn quotes(&self, article: ArticleIx, run: &[u32]) -> bool {
        self.article(article).iter().any(|it| it.quotes(run))
    }

    /// The sentences of the same article within so many paragraphs of a sentence, itself included.
    pub fn near(&self, told: &Told<'_>, paragraphs: u32) -> impl Iterator<Item = &Told<'a>> {
        let (article, own) = (told.place.article, told.paragraph);
        let at = self.index(told.place).unwrap_or_default();
        let close = move |it: &&Told| {
            it.place.article == article && it.paragraph.abs_diff(own) <= paragraphs
        };
        let before = self.told[..at].iter().rev().take_while(close);
        before.chain(self.told[at..].iter().take_while(close))
    }
}

fn read<'a>(
    article: &'a Article,
    place: Place,
    quoted: &[Span],
    vocabulary: &mut Vocabulary,
) -> Option<Told<'a>> {
    let Sentence {
        span,
        role,
        paragraph,
    } = *article.sentence(place.sentence)?;
    let text = span.of(article.text());
    let words = token::words(text);
    let forms: Vec<Word> = words.iter().map(|it| vocabulary.word(&it.normal)).collect();
    let stems = forms.iter().fold(0, |stems, it| stems | bit(it.stem));
    let mut datings = date::datings(&words);
    datings.retain(|it| !is_dateline(text, &words, *it));
    let mut numbers = number::numbers(text, &words);
    numbers.retain(|it| {
        datings
            .iter()
            .all(|dating| dating.span.overlap(it.figure) == 0)
    });
    let quoted = match role {
        Role::Body | Role::List => within(quoted, span),
        _ => inside_line(text),
    };
    Some(Told {
        place,
        role,
        paragraph,
        span,
        text,
        words,
        numbers,
        datings,
        quoted,
        published: article.meta().published.map(|it| it.date),
        forms,
        stems,
        first: 0,
        sayings: OnceCell::new(),
    })
}

fn bit(stem: u32) -> u128 {
    1 << (stem % u128::BITS)
}

/// Whether a dating belongs to the line that heads a report, "Orrin, Aug 23 (Agency) The board …": all
/// before it is written with capitals, and a mark that parts it off follows.
fn is_dateline(text: &str, words: &[Token], it: Dating) -> bool {
    let mut before = words
        .iter()
        .take_while(|word| word.span.end() <= it.span.start());
    let after = text[it.span.end()..].trim_start();
    before.all(|word| word.capital || word.kind != Kind::Word)
        && after.starts_with(['(', '—', '–', '-', ':', '|', '/'])
        && it.span.start() > 0
}

/// Quotations of an article that reach into a sentence, counted from its start.
fn within(quoted: &[Span], span: Span) -> Vec<Span> {
    let first = quoted.partition_point(|it| it.end() <= span.start());
    let own = quoted[first..]
        .iter()
        .take_while(|it| it.start() < span.end());
    own.map(|it| {
        let start = it.start().max(span.start()) - span.start();
        Span::new(start, it.end().min(span.end()) - span.start())
    })
    .collect()
}

/// Quotations of a headline or the like; marks around the whole of it are those of its file.
fn inside_line(text: &str) -> Vec<Span> {
    let all = quote::quotes(text);
    let part = all.iter().filter(|it| it.inner.len() * 5 < text.len() * 4);
    part.map(|it| it.inner).collect()
}

impl Told<'_> {
    /// The first word of the stem that a word of any sentence has, by index.
    pub fn find(&self, word: Word) -> Option<usize> {
        if self.stems & bit(word.stem) == 0 {
            return None;
        }
        self.forms.iter().position(|it| it.stem == word.stem)
    }

    /// A word in normal form, by index; empty where there is none.
    pub fn form(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |it| &*it.normal)
    }

    /// Who says something in it.
    pub fn sayings(&self) -> &[Saying] {
        let read = || saying::sayings(self.text, &self.words);
        self.sayings.get_or_init(read)
    }

    /// The one verb of saying outside quotation marks, if there is just one.
    pub fn saying(&self) -> Option<&Saying> {
        let mut outside = self.sayings().iter().filter(|it| !self.is_quoted(it.verb));
        outside.next().filter(|_| outside.next().is_none())
    }

    /// Whether words in a row, by their forms, stand in one of its quotations.
    pub fn quotes(&self, run: &[u32]) -> bool {
        self.quoted.iter().any(|it| {
            let words = &self.forms[self.covered(*it)];
            let same = |at: &[Word]| at.iter().map(|it| it.form).eq(run.iter().copied());
            words.windows(run.len().max(1)).any(same)
        })
    }

    /// Whether a word, by index, stands between quotation marks.
    pub fn is_quoted(&self, word: usize) -> bool {
        let span = self.words[word].span;
        self.quoted.iter().any(|it| it.overlap(span) > 0)
    }

    /// A span of the sentence in the article's text.
    pub fn at(&self, span: Span) -> Span {
        span.shifted(self.span.start())
    }

    /// The words of a span of the sentence, as one line.
    pub fn said(&self, span: Span) -> Cow<'_, str> {
        crate::text::safe::one_line(span.of(self.text))
    }

    /// The words, by index, that a span of the sentence touches.
    pub fn covered(&self, span: Span) -> Range<usize> {
        let first = self
            .words
            .partition_point(|it| it.span.end() <= span.start());
        let next = self
            .words
            .partition_point(|it| it.span.start() < span.end());
        first..next.max(first)
    }

    /// Stems of the words of substance within `reach` words of a span, that span left out, each
    /// once.
    pub fn around(&self, span: Span, reach: usize) -> Vec<u32> {
        let inside = self.covered(span);
        let from = inside.start.saturating_sub(reach);
        let to = (inside.end + reach).min(self.words.len());
        self.weighty((from..inside.start).chain(inside.end..to))
    }

    /// Stems of the words of substance but for some words, each once.
    pub fn substance(&self, but: &Range<usize>) -> Vec<u32> {
        self.weighty((0..self.words.len()).filter(|at| !but.contains(at)))
    }

    fn weighty(&self, words: impl Iterator<Item = usize>) -> Vec<u32> {
        let words = words.map(|at| self.forms[at]).filter(|it| !it.stop);
        let mut found: Vec<u32> = words.map(|it| it.stem).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Whether it says "I" or "we" outside quotation marks: most likely it is quoted itself, from
    /// marks that stand elsewhere.
    pub fn speaks(&self) -> bool {
        let itself = |form: &str| {
            matches!(
                form,
                "i" | "we" | "our" | "my" | "us" | "me" | "i'm" | "we're"
            )
        };
        let mut own = (0..self.words.len()).filter(|at| itself(&self.words[*at].normal));
        own.any(|at| !self.is_quoted(at))
    }

    /// Whether a word, by index, is part of a dating.
    pub fn dates(&self, word: usize) -> bool {
        let span = self.words[word].span;
        self.datings.iter().any(|it| it.span.overlap(span) > 0)
    }

    /// Whether a word, by index, is part of a number, its bound among it.
    pub fn counts(&self, word: usize) -> bool {
        let span = self.words[word].span;
        self.numbers.iter().any(|it| it.span.overlap(span) > 0)
    }

    /// Whether a word, by index, stands alone as an answer: "No, it is …".
    pub fn starts_answer(&self, word: usize) -> bool {
        word + 1 < self.words.len() && self.parted(word, word + 1)
    }

    /// Whether a mark other than a hyphen stands between two words, by index, the first before
    /// the other.
    pub fn parted(&self, first: usize, other: usize) -> bool {
        let mark = |c: char| !(c.is_alphanumeric() || c.is_whitespace() || "-‑'’".contains(c));
        self.between(first, other).contains(mark)
    }

    /// What stands between two words, by index, the first before the other.
    pub fn between(&self, first: usize, other: usize) -> &str {
        &self.text[self.words[first].span.end()..self.words[other].span.start()]
    }
}
