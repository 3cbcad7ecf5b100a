//! What is searched for in all panes, its hits, and the one at hand.
//!
//! Small letters match capitals; one capital among the typed letters makes case count. Straight
//! and curly quotes and dashes are the same. Hits are in the order of the panes, or of the story where
//! the words were looked for in all articles, then of the text.

use crate::{
    model::{
        bundle::Bundle,
        index::{ArticleIx, Place},
    },
    text::{fold, span::Span},
};

/// One place where the words stand: bytes of the sentence as one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    pub place: Place,
    pub span: Span,
}

/// A search and where its reader is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    pub query: String,
    pub hits: Vec<Hit>,
    /// The hit under the cursor.
    pub at: Option<usize>,
    /// Whether the hits are those of the whole story, whether an article has a pane or not.
    pub of_story: bool,
}

impl Search {
    /// All hits in the articles, in their order.
    pub fn new(query: &str, bundle: &Bundle, articles: &[ArticleIx]) -> Self {
        let mut hits = Vec::new();
        for article in articles {
            for (sentence, _) in bundle[*article].places() {
                let said = bundle[*article].said(sentence);
                let place = Place::new(*article, sentence);
                hits.extend(
                    find(&said, query)
                        .into_iter()
                        .map(|span| Hit { place, span }),
                );
            }
        }
        Self {
            query: query.to_string(),
            hits,
            at: None,
            of_story: false,
        }
    }

    /// The hits in one sentence, with whether the cursor is on it.
    pub fn within(&self, place: Place) -> impl Iterator<Item = (Span, bool)> {
        let hits = self.hits.iter().enumerate();
        hits.filter(move |(_, it)| it.place == place)
            .map(|(at, it)| (it.span, self.at == Some(at)))
    }
}

/// Where the query stands in a text, not overlapping; bytes of the text.
pub fn find(text: &str, query: &str) -> Vec<Span> {
    Wanted::new(query).all_in(text).collect()
}

/// The letters of a query, as they are compared.
pub struct Wanted {
    letters: Vec<char>,
    exact: bool,
}

impl Wanted {
    pub fn new(query: &str) -> Self {
        let exact = query.chars().any(char::is_uppercase);
        Self {
            letters: query.chars().map(|it| plain(it, exact)).collect(),
            exact,
        }
    }

    /// The first place in a text; bytes of the text.
    pub fn first_in(&self, text: &str) -> Option<Span> {
        self.all_in(text).next()
    }

    fn all_in(&self, text: &str) -> impl Iterator<Item = Span> {
        let mut free = 0;
        text.char_indices().filter_map(move |(at, c)| {
            if at < free || Some(&plain(c, self.exact)) != self.letters.first() {
                return None;
            }
            let mut rest = text[at..].char_indices();
            let same = |it: &char| {
                rest.next()
                    .is_some_and(|(_, c)| plain(c, self.exact) == *it)
            };
            if !self.letters.iter().all(same) {
                return None;
            }
            free = at + rest.next().map_or(text.len() - at, |(end, _)| end);
            Some(Span::new(at, free))
        })
    }
}

fn plain(c: char, exact: bool) -> char {
    match fold::mark(c) {
        '\u{a0}' => ' ',
        c if exact => c,
        c => c.to_lowercase().next().unwrap_or(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, query: &str, expected: &[&str]) {
        let found: Vec<&str> = find(text, query)
            .into_iter()
            .map(|it| it.of(text))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn case_counts_only_where_a_capital_was_typed() {
        check("Ferry, ferry, FERRY", "ferry", &["Ferry", "ferry", "FERRY"]);
        check("Ferry, ferry, FERRY", "Ferry", &["Ferry"]);
    }

    #[test]
    fn quotes_and_dashes_match_their_plain_forms() {
        check("“it isn’t so” – she said", "isn't so\" -", &["isn’t so” –"]);
        check("sagte ‚nein‘, −4 Grad", "'nein', -4", &["‚nein‘, −4"]);
    }

    #[test]
    fn offsets_hold_beside_long_characters() {
        check("Ünal çıktı, ünal", "ünal", &["Ünal", "ünal"]);
        check("aaa", "aa", &["aa"]);
        check("abc", "", &[]);
    }
}
