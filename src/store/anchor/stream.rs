//! An article as one line of text, sentence after sentence with a blank between, so that a run of
//! sentences is found however its file wraps or parts it.
//!
//! Quotes, apostrophes, dashes and dots are written plainly, since the same article comes with
//! other ones in another format; nothing else is changed.

use crate::{
    model::{article::Article, index::SentenceIx},
    text::fold,
};

/// The text, and where in it (bytes) each sentence starts and ends.
#[derive(Debug, Default)]
pub(crate) struct Stream {
    pub(crate) text: String,
    starts: Vec<usize>,
    ends: Vec<usize>,
}

/// A run of sentences, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Range {
    pub(crate) first: usize,
    pub(crate) last: usize,
}

impl Stream {
    pub(crate) fn new(article: &Article) -> Self {
        let mut stream = Self::default();
        for (at, _) in article.places() {
            stream.push(&plain(&article.said(at)));
        }
        stream
    }

    fn push(&mut self, said: &str) {
        if !self.text.is_empty() && !said.is_empty() {
            self.text.push(' ');
        }
        self.starts.push(self.text.len());
        self.text.push_str(said);
        self.ends.push(self.text.len());
    }

    /// Number of sentences.
    pub(crate) fn len(&self) -> usize {
        self.starts.len()
    }

    /// The words of a run.
    pub(crate) fn said(&self, range: Range) -> &str {
        &self.text[self.starts[range.first]..self.ends[range.last]]
    }

    pub(crate) fn before(&self, range: Range) -> &str {
        self.text[..self.starts[range.first]].trim_end()
    }

    pub(crate) fn after(&self, range: Range) -> &str {
        self.text[self.ends[range.last]..].trim_start()
    }

    /// The first bytes of each sentence, with those of the next where it is shorter; and its number.
    pub(crate) fn starts(&self, bytes: usize) -> impl Iterator<Item = (usize, &str)> {
        let starts = self.starts.iter().map(|at| &self.text[*at..]).enumerate();
        starts.filter_map(move |(at, it)| Some((at, start(it, bytes)?)))
    }

    /// Every run of whole sentences that says exactly this.
    pub(crate) fn find(&self, exact: &str) -> Vec<Range> {
        if exact.is_empty() {
            return Vec::new();
        }
        (0..self.len())
            .filter_map(|first| self.says(first, exact))
            .collect()
    }

    /// Every place (bytes) of the words, wherever they begin and end, and the run of sentences that
    /// holds it.
    pub(crate) fn parts(&self, words: &str) -> Vec<(std::ops::Range<usize>, Range)> {
        let found = self.text.match_indices(words).filter_map(|(at, _)| {
            let end = at + words.len();
            let first = self.ends.partition_point(|it| *it <= at);
            let last = self.starts.partition_point(|it| *it < end).checked_sub(1)?;
            (first <= last).then_some((at..end, Range { first, last }))
        });
        found.take_while(|_| !words.is_empty()).collect()
    }

    /// The run of whole sentences from this one on, where it says exactly this.
    pub(crate) fn says(&self, first: usize, exact: &str) -> Option<Range> {
        let at = self.starts[first];
        let here = self.text[at..].starts_with(exact);
        here.then(|| self.ending(first, at + exact.len()))?
    }

    fn ending(&self, first: usize, end: usize) -> Option<Range> {
        let last = self.ends.binary_search(&end).ok()?;
        let said = first <= last && self.starts[first] < self.ends[first];
        said.then_some(Range { first, last })
    }
}

/// The first bytes of a text, up to the end of a character; None where it has not so many.
pub(crate) fn start(text: &str, bytes: usize) -> Option<&str> {
    (bytes..bytes + 4).find_map(|end| text.get(..end))
}

/// The words of some sentences of an article, as they are: for a target.
pub(crate) fn said(article: &Article, range: std::ops::Range<usize>) -> String {
    let mut out = String::new();
    for at in range {
        let said = article.said(SentenceIx(at));
        if !out.is_empty() && !said.is_empty() {
            out.push(' ');
        }
        out.push_str(&said);
    }
    out
}

/// The same words with the plainest marks.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '…' => out.push_str("..."),
            c => out.push(fold::mark(c)),
        }
    }
    out
}
