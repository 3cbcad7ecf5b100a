//! Site chrome: lines of the page around the article (advertisement, share and comment prompts,
//! related articles, keyword lists), lines about it (credits of reporters), and sentences that
//! point away from it. The lists are `assets/clean/*.txt`; titles of other articles are told by how
//! they are written, behind the first paragraph. Only short lines are looked at: to
//! keep a line too many costs the reader a glance, to drop one too many costs a claim.

use std::sync::LazyLock;

use memchr::memmem::Finder;

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
    text::{saying, sentence},
};

/// Words of the fewest that the title of another article has.
const LINK_WORDS: usize = 5;
/// Words of the shortest title in capitals that is no heading, and of the shortest paragraph.
const SHOUTED: usize = 7;
const TOLD: usize = 8;
/// What stands before titles of other articles.
const MORE: [&str; 5] = [
    "More:",
    "MORE:",
    "Trending on ",
    "Most read in ",
    "Most read on ",
];
/// Lines of the longest card.
const CARD: usize = 12;
/// Bytes of the longest row of buttons.
const ROW: usize = 120;
/// Sentences of the longest line of a site.
const SENTENCES_IN_A_LINE: usize = 3;

/// Labels the lines of the site; where no headline is known, a longer first line may be it.
pub(crate) fn mark(page: &mut Page, titled: bool) {
    mark_cards(page);
    let mut told = false;
    for at in page.open() {
        let unit = &page.units[at];
        let words = page.words(at);
        let bare = matches!(unit.shape, Shape::Rule | Shape::Picture);
        if bare || page.fits(at, List::Metadata) || tells_help(words) {
            page.drop(at, Why::Metadata);
        } else if ((titled || 0 < at || is_brief(words)) && is_line(words, page.units[at].may))
            || (told && is_title(page, at))
        {
            page.drop(at, Why::Boilerplate);
        } else {
            told = told || is_told(words);
        }
    }
    let tail = tail(page);
    for at in 0..page.units.len() {
        if page.fits(at, List::Links) {
            if tail <= at + 1 {
                let rest = page.open().into_iter().filter(|it| at < *it);
                rest.for_each(|it| page.drop(it, Why::Boilerplate));
                return;
            }
            mark_links(page, at + 1);
        }
        if page.fits(at, List::Readers) {
            mark_questions(page, at + 1);
        }
    }
}

/// Where the lines begin among which, to the end, nothing else stands than titles and what has been set
/// aside.
fn tail(page: &Page) -> usize {
    let other = |at: &usize| !is_dropped(page, *at) && !can_be_link(page, *at);
    let last = (0..page.units.len()).rev().find(other);
    last.map_or(0, |it| it + 1)
}

/// Whether a line can be the title of another article.
fn can_be_link(page: &Page, at: usize) -> bool {
    let words = page.words(at);
    let open = page.units[at].label.is_none() && words.len() <= LONGEST;
    open && !is_finished(words) && page.units[at].shape != Shape::Heading
}

/// Whether a line is one of the site's: no quotation, and no paragraph that happens to begin so.
fn is_line(words: &str, may: May) -> bool {
    is_address(words)
        || is_placeholder(words)
        || is_bracketed_link(words)
        || is_template(words)
        || is_row_of_buttons(words)
        || (!is_quoted(words)
            && may.fit(List::Lines, words)
            && sentence::split(words).len() <= SENTENCES_IN_A_LINE)
}

/// `[pullquote]`, `[GBP/]`
fn is_placeholder(words: &str) -> bool {
    let inner = words.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
    inner.is_some_and(|it| 2 < it.len() && !it.contains([' ', '[', '\u{2026}', '.']))
}

/// `Facebook Twitter Pinterest WhatsApp Email`
pub(crate) fn is_row_of_buttons(words: &str) -> bool {
    const BUTTONS: &str = "facebook twitter x pinterest linkedin tumblr whatsapp email mail telegram \
        reddit messenger print copy link share line flipboard instagram tiktok youtube threads bluesky \
        sms";
    if ROW < words.len() || words.contains([':', ';']) {
        return false;
    }
    let mut parts = words.split_whitespace();
    let button = |it: &str| {
        let it = it.trim_matches(|c: char| !c.is_alphanumeric());
        BUTTONS
            .split_whitespace()
            .any(|known| known.eq_ignore_ascii_case(it))
    };
    2 < parts.clone().take(3).count() && parts.all(button)
}

/// `{% include ad.html %}`, `{{< figure src="…" >}}`, `<!--more-->`
fn is_template(words: &str) -> bool {
    let pairs = [("{%", "%}"), ("{{", "}}"), ("<!--", "-->")];
    pairs
        .iter()
        .any(|(open, close)| words.starts_with(open) && words.ends_with(close))
}

/// Whether words tell who else worked on an article: "Ana Roe and Ida Vale contributed to this report."
pub(crate) fn tells_help(words: &str) -> bool {
    const HELPED: [&str; 4] = [
        " contributed to this report",
        " contributed to this story",
        " contributed to this article",
        " contributed reporting",
    ];
    static CONTRIBUTED: LazyLock<Finder> = LazyLock::new(|| Finder::new(" contributed "));
    let Some(at) = CONTRIBUTED.find(words.as_bytes()) else {
        return false;
    };
    if !HELPED.iter().any(|it| words[at..].starts_with(it)) {
        return false;
    }
    let names = &words[..at];
    let capital = |it: &&str| it.starts_with(char::is_uppercase);
    let all = names.split(' ').filter(|it| 3 < it.len()).count();
    let high = names
        .split(' ')
        .filter(|it| 3 < it.len())
        .filter(capital)
        .count();
    names.len() < LONGEST && 0 < high && 3 * all <= 4 * high
}

/// `( Also on the Post: Who pays for the pier)`, `(WATCH: The pier falls)`: a line in brackets behind
/// a label.
fn is_bracketed_link(words: &str) -> bool {
    const LABELS: [&str; 16] = [
        "photos",
        "video",
        "videos",
        "watch",
        "related",
        "read more",
        "more",
        "read",
        "see also",
        "listen",
        "gallery",
        "slideshow",
        "poll",
        "earlier",
        "opinion",
        "also read",
    ];
    let inner = words.strip_prefix('(').and_then(|it| it.strip_suffix(')'));
    let Some((label, title)) = inner.and_then(|it| it.split_once(':')) else {
        return false;
    };
    let label = label.trim().to_lowercase();
    let known = LABELS.contains(&&*label) || label.starts_with("also on ");
    known && !title.contains(['(', ')']) && !is_finished_but_asks(title)
}

/// Whether a paragraph of the article stands in a line: titles of others are looked for behind one, since
/// before it the article's own may stand.
pub(crate) fn is_told(words: &str) -> bool {
    TOLD <= words.split_whitespace().take(TOLD).count() && is_finished(words)
}

/// Whether a line is the title of another article: "read more" stands behind it without a mark, a label
/// before it without a blank ("Pier works:Who pays") or "More:", or it is written in capitals.
fn is_title(page: &Page, at: usize) -> bool {
    let words = page.words(at);
    if page.units[at].shape != Shape::Text || LONGEST < words.len() {
        return false;
    }
    // What most lines are not is asked first.
    let open = |it: &str| !it.ends_with(|c: char| c.is_ascii_punctuation() && c != '?');
    let behind = words
        .strip_suffix(" Read more")
        .or(words.strip_suffix(" READ MORE"));
    let begins = |it: &&str| words.starts_with(*it);
    let titled = |it: &str| {
        let bare = it.trim_end_matches(['\'', '’', '”', '"']);
        open(bare) && LINK_WORDS <= it.split_whitespace().count()
    };
    if behind.is_some_and(titled) {
        return true;
    }
    let written = MORE.iter().any(begins)
        || is_labelled(words)
        || !words.ends_with('?') && (is_glued(words) || is_capitals(words) && is_shouted(page, at));
    written && !is_quoted(words) && !is_finished_but_asks(words)
}

/// `Related Who pays for the pier`: the label and a title without a mark between them.
fn is_labelled(words: &str) -> bool {
    let title = words.strip_prefix("Related ");
    let capital = |it: &str| it.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    title.is_some_and(|it| capital(it) && LINK_WORDS <= it.split_whitespace().count())
}

/// Whether words end as a sentence does that does not ask.
fn is_finished_but_asks(words: &str) -> bool {
    is_finished(words) && !words.ends_with('?')
}

/// "Pier works:Who pays", but no time, address, handle, figure or words of a speaker.
fn is_glued(words: &str) -> bool {
    let Some(at) = memchr::memchr(b':', words.as_bytes()) else {
        return false;
    };
    let (label, title) = (&words[..at], &words[at + 1..]);
    let mut letters = title.chars();
    let glued = letters.next().is_some_and(char::is_uppercase);
    let word = letters.next().is_some_and(|c| c.is_lowercase() || c == ' ');
    if !glued || !word || !label.ends_with(char::is_lowercase) || label.contains(['@', '/', '.']) {
        return false;
    }
    let many = label.split_whitespace().take(LINK_WORDS + 1).count();
    let last = label.split_whitespace().next_back().unwrap_or_default();
    (2..=LINK_WORDS).contains(&many)
        && !label.starts_with("Dear ")
        && !saying::is_verb(&last.to_lowercase())
        && LINK_WORDS <= words.split_whitespace().count()
}

/// Whether there is no small letter.
fn is_capitals(words: &str) -> bool {
    !words.contains(char::is_lowercase)
}

/// Whether a line in capitals stands between paragraphs that are not. A short one may be a heading,
/// and behind a colon it is what somebody wrote.
fn is_shouted(page: &Page, at: usize) -> bool {
    let words = page.words(at);
    let next = at + 1 < page.units.len() && is_capitals(page.words(at + 1));
    if next || is_capitals(page.words(at - 1)) {
        return false;
    }
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = words.chars().filter(|c| c.is_uppercase()).count();
    let many = SHOUTED <= words.split_whitespace().take(SHOUTED).count();
    let quotes = words.contains(['"', '“', '”']);
    many && 4 * letters <= 5 * capitals && !quotes && !page.words(at - 1).ends_with(':')
}

fn is_quoted(words: &str) -> bool {
    words.starts_with(['"', '“', '\'', '‘', '«', '„'])
}

fn is_brief(words: &str) -> bool {
    words.split_whitespace().count() < LINK_WORDS
}

/// A link over several lines, `[` above and `](address)` below, is a card of another article: what stands
/// in it and is no sentence goes with it.
fn mark_cards(page: &mut Page) {
    let mut opened = None;
    for at in 0..page.units.len() {
        let rule = page.units[at].shape == Shape::Rule;
        let words = page.words(at);
        if rule && words.ends_with('[') {
            opened = Some(at);
        } else if rule && words.starts_with("](") {
            let inside = opened.take().filter(|it| at - it <= CARD);
            for it in inside.map_or(at..at, |it| it + 1..at) {
                if page.units[it].label.is_none() && !is_finished(page.words(it)) {
                    page.drop(it, Why::Boilerplate);
                }
            }
        }
    }
}

/// The titles of other articles below a line such as "Related articles".
fn mark_links(page: &mut Page, from: usize) {
    for at in from..page.units.len() {
        let words = page.words(at);
        // Links may be numbered.
        let number = words.bytes().all(|it| it.is_ascii_digit());
        let long = LINK_WORDS <= words.split_whitespace().count();
        if !can_be_link(page, at) || !(long || number) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_that_begins_like_a_line_stays() {
        let line = "We may earn a commission from links on this page. It costs nothing. Thank you.";
        let paragraph = format!("{line} The pier stays shut.");
        assert!(is_line(line, May::of(line)));
        assert!(!is_line(&paragraph, May::of(&paragraph)));
    }

    #[test]
    fn lines_in_brackets() {
        let line = |words| is_line(words, May::of(words));
        assert!(line("( Also on the Post: Who pays for the pier)"));
        assert!(line("(WATCH: The pier falls)"));
        assert!(line("[pullquote]"));
        assert!(!line("(Photo: Ana Roe)"));
        assert!(!line("(Poll: it fell by a third, he said.)"));
        assert!(!line("[Roe left]"));
    }
}
