//! Who wrote an article, told below it: "Ana Roe is a senior writer at the Post. She lives in Pelham."
//!
//! A paragraph at the end, or the first below the headline, that begins with a name and says what
//! the one so named is in the trade, and whose last name stands nowhere else in the article; or that
//! begins with the name of the byline. What follows it and goes on about the same person, or tells
//! how to reach them, goes with it. Limits: English; who is spoken of in the article and wrote it
//! too is kept. Cost: a look at a few paragraphs; the article is searched for one name.

use memchr::memmem;

use crate::{
    bundle::{
        clean::{block::Shape, chrome, page::Page},
        draft,
    },
    model::article::Why,
};

/// Paragraphs from the end that are looked at.
const LAST: usize = 5;
/// Paragraphs of the shortest article that ends with one.
const ARTICLE: usize = 4;
/// Bytes of the longest.
const LONGEST: usize = 900;
/// Words behind the name in which the trade is told.
const WORDS: usize = 12;
/// What those do who write articles.
const TRADES: [&str; 25] = [
    "writer",
    "reporter",
    "editor",
    "columnist",
    "correspondent",
    "journalist",
    "contributor",
    "author",
    "fellow",
    "professor",
    "lecturer",
    "scholar",
    "host",
    "producer",
    "blogger",
    "freelancer",
    "commentator",
    "historian",
    "co-author",
    "editor-in-chief",
    "critic",
    "essayist",
    "analyst",
    "novelist",
    "contributing",
];
/// What they may also be, where the byline or a mark says that it is they.
const OFFICES: [&str; 10] = [
    "chair",
    "chairman",
    "president",
    "director",
    "founder",
    "co-founder",
    "governor",
    "senator",
    "adviser",
    "attorney",
];

/// Sets what is told of the writers aside, and takes the byline from it where none is known.
pub(crate) fn mark(page: &mut Page) {
    let open: Vec<usize> = page.open();
    let text = |at: &usize| matches!(page.units[*at].shape, Shape::Text | Shape::Item);
    let open: Vec<usize> = open.into_iter().filter(text).collect();
    if open.len() < ARTICLE {
        return;
    }
    let last = &open[open.len() - LAST.min(open.len() - 1)..];
    let ends = last.iter().position(|at| is_biography(page, *at, &open));
    if let Some(first) = ends {
        let rest = &last[first..];
        let all = rest.iter().enumerate().all(|(nth, at)| {
            nth == 0 || is_biography(page, *at, &open) || goes_on(page.words(*at))
        });
        if all {
            rest.iter().for_each(|at| set_aside(page, *at));
        }
    }
    if is_biography(page, open[0], &open) {
        set_aside(page, open[0]);
    }
}

fn set_aside(page: &mut Page, at: usize) {
    if chrome::is_dropped(page, at) {
        return;
    }
    let name = name(bare(page.words(at))).and_then(draft::shown);
    page.meta.byline = page.meta.byline.take().or(name);
    page.drop(at, Why::Boilerplate);
}

/// Whether words go on about a writer.
fn goes_on(words: &str) -> bool {
    const FIRST: [&str; 13] = [
        "He", "She", "They", "His", "Her", "Their", "Follow", "Email", "Contact", "Write", "Reach",
        "You", "Read",
    ];
    let first = words.split(' ').next().unwrap_or_default();
    FIRST.contains(&first) && words.len() <= LONGEST
}

fn is_biography(page: &Page, at: usize, open: &[usize]) -> bool {
    let words = page.words(at);
    if LONGEST < words.len() {
        return false;
    }
    let Some(name) = name(bare(words)) else {
        return false;
    };
    let known = page.meta.byline.as_deref();
    let writes = known.is_some_and(|it| it.contains(name));
    let marked = bare(words).len() < words.len() || page.units[at].shape == Shape::Item;
    let told = &bare(words)[name.len()..];
    if !tells_trade(told, writes || marked) {
        return false;
    }
    let last = name.rsplit(' ').next().unwrap_or(name);
    let finder = memmem::Finder::new(last);
    let spoken = |it: &usize| *it != at && finder.find(page.words(*it).as_bytes()).is_some();
    writes || !open.iter().any(spoken)
}

/// Whether what stands behind a name says what the one so named is.
fn tells_trade(told: &str, sure: bool) -> bool {
    // ", a Republican,"
    let told = match told.strip_prefix(", ").and_then(|it| it.split_once(", ")) {
        Some((aside, rest)) if aside.split(' ').count() <= 6 => rest,
        _ => told.trim_start(),
    };
    if sure && told.starts_with("reported from ") {
        return true;
    }
    let mut words = told.split([' ', ',']).filter(|it| !it.is_empty());
    let is = words.next();
    if !matches!(is, Some("is" | "was" | "has")) {
        return false;
    }
    let trade = |word: &str| {
        let word = word
            .trim_end_matches(['.', ';', ':', '’', '\''])
            .to_lowercase();
        TRADES.contains(&&*word) || sure && OFFICES.contains(&&*word)
    };
    words.take(WORDS).any(trade)
}

/// Without the mark in front.
fn bare(words: &str) -> &str {
    words.trim_start_matches(['—', '–', '-', '•', '⦁', '*', ' '])
}

/// The name at the beginning: two to four words with capitals.
fn name(words: &str) -> Option<&str> {
    let mut end = 0;
    let mut count = 0;
    for word in words.split(' ').take(5) {
        let plain = word.trim_end_matches(',');
        let capital = plain.starts_with(char::is_uppercase)
            && plain
                .chars()
                .all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'));
        if !capital {
            break;
        }
        end += plain.len() + usize::from(0 < count);
        count += 1;
        if plain.len() < word.len() {
            break;
        }
    }
    let first = words.split(' ').next().unwrap_or_default();
    let article = matches!(
        first,
        "The" | "A" | "An" | "This" | "It" | "He" | "She" | "Mr." | "Mrs." | "Ms."
    );
    ((2..=4).contains(&count) && !article).then(|| &words[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_trades() {
        let told =
            |words: &str| name(bare(words)).map(|it| tells_trade(&bare(words)[it.len()..], false));
        for words in [
            "Ana Roe is a staff writer for the magazine.",
            "— Ana M. Roe is a senior fellow at the Harbour Institute and a contributing editor.",
            "Ana Roe, a Pelham native, is the author of “Piers”.",
            "• Ana Roe is editor in chief emeritus of the Post.",
        ] {
            assert_eq!(told(words), Some(true), "{words}");
        }
        assert_eq!(told("Ana Roe is mayor of Pelham."), Some(false));
        assert_eq!(told("The Harbour Office is a contributor."), None);
        assert_eq!(told("Ana Roe said the editor left."), Some(false));
    }
}
