//! Where the headline stands in a page of which more was saved than the article: the first heading of
//! the first rank, or the line that repeats the title that a field gave, with no paragraph before it.
//! The names of sections and the links that stand above it belong to the site. Cost: a look at the
//! first lines.

use crate::{
    bundle::clean::{
        block::Shape,
        chrome,
        dated::is_date_line,
        lists::List,
        page::{Page, is_finished},
        signed,
    },
    model::article::Why,
    text::fold::letters,
};

/// Lines of the longest menu above a headline.
const LINES: usize = 120;
/// Bytes of the longest name of an outlet, with what parts it from a headline.
const SIGNED: usize = 60;
/// Words of the longest section label, and its bytes.
const LABEL_WORDS: usize = 3;
const LABEL: usize = 40;

/// The line of the headline, where it is marked or repeats the title; `titled`: whether a field gave it.
pub(crate) fn find(page: &Page, titled: bool) -> Option<usize> {
    let lines = 0..page.units.len().min(LINES);
    let mut above = lines.take_while(|at| !is_told(page, *at));
    above.find(|at| match titled {
        true => is_line(page, *at) && repeats(page, *at),
        false => page.units[*at].first && !is_site(page, *at),
    })
}

/// Sets aside what stands above the headline and is no sentence; where only a field tells which line
/// that is, what is short.
pub(crate) fn clear(page: &mut Page, headline: usize, titled: bool) {
    for at in 0..headline {
        let words = page.words(at);
        let item = page.units[at].shape == Shape::Item;
        let label = is_brief(words) || item || !titled;
        // "U.S." is no sentence.
        let line = !is_finished(words) || words.split_whitespace().count() < LABEL_WORDS;
        if page.units[at].label.is_none() && label && line && !is_date_line(words) {
            page.drop(at, Why::Boilerplate);
        }
    }
}

/// A paragraph of the article, which has begun then.
fn is_told(page: &Page, at: usize) -> bool {
    page.units[at].label.is_none() && !page.units[at].first && chrome::is_told(page.words(at))
}

fn is_line(page: &Page, at: usize) -> bool {
    let shape = page.units[at].shape;
    page.units[at].label.is_none() && matches!(shape, Shape::Text | Shape::Heading)
}

/// The outlet's name, or a button.
fn is_site(page: &Page, at: usize) -> bool {
    let words = page.words(at);
    is_outlet(page, words) || is_brief(words) && page.fits(at, List::Lines)
}

/// Whether a line says what the title says, with the outlet's name behind it or without.
pub(crate) fn repeats(page: &Page, at: usize) -> bool {
    let title = page.meta.title.as_deref().unwrap_or_default();
    let words = page.words(at);
    let outlet = page.outlet.as_deref().unwrap_or_default();
    let same = |it: &str| letters(it).eq(letters(title));
    // Behind what is the title's length there is little room for an outlet's name.
    let signed = || {
        let room = title.len() <= words.len() && words.len() <= title.len() + SIGNED;
        room && signed::end(words, outlet).is_some_and(|it| same(&words[..it]))
    };
    title.contains(char::is_alphanumeric) && (same(words) || signed())
}

pub(crate) fn is_outlet(page: &Page, words: &str) -> bool {
    let outlet = page.outlet.as_deref();
    outlet.is_some_and(|it| letters(words).eq(letters(it)))
}

/// As short as the name of a section.
pub(crate) fn is_brief(words: &str) -> bool {
    words.split_whitespace().count() <= LABEL_WORDS && words.len() <= LABEL
}
