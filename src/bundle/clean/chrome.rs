//! Site chrome: lines of the page around the article (advertisement, share and comment prompts,
//! related articles, keyword lists), lines about it (credits of reporters), and sentences that
//! point away from it. The lists are `assets/clean/*.txt`. Only short lines are looked at: to
//! keep a line too many costs the reader a glance, to drop one too many costs a claim.

use crate::{
    bundle::{
        clean::{
            about::is_address,
            block::Shape,
            lists::{LONGEST, List, May},
            page::{Page, is_finished},
        },
        draft::Label,
    },
    model::article::Why,
    text::sentence,
};

/// Words of the fewest that the title of another article has.
const LINK_WORDS: usize = 5;
/// Sentences of the longest line of a site.
const SENTENCES_IN_A_LINE: usize = 3;

/// Labels the lines of the site; where no headline is known, a longer first line may be it.
pub(crate) fn mark(page: &mut Page, titled: bool) {
    for at in page.open() {
        let unit = &page.units[at];
        let words = page.words(at);
        let bare = matches!(unit.shape, Shape::Rule | Shape::Picture);
        if bare || page.fits(at, List::Metadata) {
            page.drop(at, Why::Metadata);
        } else if (titled || 0 < at || is_brief(words)) && is_line(words, page.units[at].may) {
            page.drop(at, Why::Boilerplate);
        }
    }
    for at in 0..page.units.len() {
        if page.fits(at, List::Links) {
            mark_links(page, at + 1);
        }
        if page.fits(at, List::Readers) {
            mark_questions(page, at + 1);
        }
    }
}

/// Whether a line is one of the site's: no quotation, and no paragraph that happens to begin so.
fn is_line(words: &str, may: May) -> bool {
    is_address(words)
        || (!is_quoted(words)
            && may.fit(List::Lines, words)
            && sentence::split(words).len() <= SENTENCES_IN_A_LINE)
}

fn is_quoted(words: &str) -> bool {
    words.starts_with(['"', '“', '\'', '‘', '«', '„'])
}

fn is_brief(words: &str) -> bool {
    words.split_whitespace().count() < LINK_WORDS
}

/// The titles of other articles below a line such as "Related articles".
fn mark_links(page: &mut Page, from: usize) {
    for at in from..page.units.len() {
        let words = page.words(at);
        let long = LINK_WORDS <= words.split_whitespace().count();
        let open = page.units[at].label.is_none() && words.len() <= LONGEST;
        if !open || !long || is_finished(words) || page.units[at].shape == Shape::Heading {
            return;
        }
        page.drop(at, Why::Boilerplate);
    }
}

/// The questions below a line such as "Reader questions".
fn mark_questions(page: &mut Page, from: usize) {
    for at in from..page.units.len() {
        let open = page.units[at].label.is_none();
        if !open || !page.words(at).ends_with('?') {
            return;
        }
        page.drop(at, Why::Boilerplate);
    }
}

/// Whether a sentence of a paragraph points away from the article.
pub(crate) fn points_away(words: &str, may: May) -> bool {
    !is_quoted(words) && may.fit(List::Sentences, words)
}

/// Whether a unit has been found to be no part of the article.
pub(crate) fn is_dropped(page: &Page, at: usize) -> bool {
    matches!(page.units[at].label, Some(Label::Drop(_)))
}
