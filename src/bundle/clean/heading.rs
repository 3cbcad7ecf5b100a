//! Headings between the paragraphs of an article: marked ones, and short lines without a full
//! stop above a paragraph. Four such lines in a row are a list. A question stands as a heading
//! where it is marked as one ("Q: …").

use crate::{
    bundle::{
        clean::{
            about::HEADINGS,
            block::Shape,
            page::{Page, is_finished, is_stated},
        },
        draft::Label,
    },
    model::article::Role,
    text::saying,
};

/// Words of the longest heading that is not marked, of one with a quotation at its ends, and of the
/// longest in Title Case.
const WORDS: usize = 15;
const SPOKEN_WORDS: usize = 12;
const TITLE_WORDS: usize = 16;
/// Bytes of the longest heading that is not marked.
const BYTES: usize = 120;
/// So many short lines in a row are a list.
const LIST: usize = 4;

/// Labels headings, items, rows and questions.
pub(crate) fn mark(page: &mut Page) {
    for at in page.open() {
        let words = page.words(at);
        let role = match page.units[at].shape {
            _ if is_question(words) => Role::Heading,
            Shape::Heading => Role::Heading,
            Shape::Item => Role::List,
            Shape::Row => Role::Table,
            _ => continue,
        };
        page.set(at, role);
    }
    let mut run = Vec::new();
    for at in 0..=page.units.len() {
        let short = at < page.units.len()
            && page.units[at].label.is_none()
            && is_short(page.words(at))
            && !goes_on(page, at);
        if short {
            run.push(at);
        } else if !run.is_empty() {
            let body = leads_on(page, at);
            label(page, &std::mem::take(&mut run), body);
        }
    }
}

/// Whether a line of prose is broken off and goes on below in lower case.
pub(crate) fn goes_on(page: &Page, at: usize) -> bool {
    let lower = |words: &str| words.starts_with(char::is_lowercase);
    let mut words = page.words(at).split_whitespace();
    let prose = words.clone().skip(1).any(lower) || words.nth(2).is_none();
    prose && at + 1 < page.units.len() && lower(page.words(at + 1))
}

/// `Q: What is it?`
fn is_question(words: &str) -> bool {
    let marked = ["Q:", "Q.", "Question:", "Q -"]
        .iter()
        .any(|it| words.starts_with(it));
    marked && words.ends_with('?')
}

fn is_short(words: &str) -> bool {
    let open = !is_stated(words) && (!is_finished(words) || words.ends_with('?'));
    let open = open || is_labelled(words);
    if BYTES < words.len() || !open || words.ends_with('?') && is_asked(words) {
        return false;
    }
    let count = words.split_whitespace().count();
    let capitals = words
        .split_whitespace()
        .filter(|it| !it.starts_with(char::is_lowercase))
        .count();
    let most = match capitals * 4 < count * 3 {
        true if is_spoken(words) => SPOKEN_WORDS,
        true => WORDS,
        false => TITLE_WORDS,
    };
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    count <= most && 2 < letters
}

/// `Final Thoughts:`, as against "She said:" and "Roe:".
fn is_labelled(words: &str) -> bool {
    const ALONE: [&str; 6] = [
        "Introduction",
        "Conclusion",
        "Summary",
        "Background",
        "Overview",
        "Timeline",
    ];
    let Some(label) = words.strip_suffix(':') else {
        return false;
    };
    let mut parts = label.split(' ');
    let capital =
        |it: &str| it.starts_with(char::is_uppercase) && it.chars().all(char::is_alphabetic);
    let titled = (2..=3).contains(&parts.clone().count()) && parts.all(capital);
    let last = label.rsplit(' ').next().unwrap_or_default();
    ALONE.contains(&label) || titled && HEADINGS.contains(&last)
}

/// Whether a quotation begins or ends a line, or somebody speaks in it.
fn is_spoken(words: &str) -> bool {
    let quote = |c: char| matches!(c, '"' | '“' | '”' | '«' | '»');
    words.contains(quote) || words.split(' ').any(saying::is_verb)
}

/// Whether a question is one of a text or a conversation: it goes on from what was said ("But why?"),
/// or is asked by somebody ("Ms Roe: Why?").
fn is_asked(words: &str) -> bool {
    const GOING_ON: [&str; 5] = ["And", "But", "Or", "Yet", "Because"];
    let first = words.split(' ').next().unwrap_or_default();
    let spoken = words.split_once(": ").is_some_and(|(name, _)| {
        let title = name.starts_with("Mr") || name.starts_with("Ms");
        title && name.split(' ').count() <= 3
    });
    GOING_ON.contains(&first) || spoken
}

/// Whether text follows that a heading can stand above.
fn leads_on(page: &Page, at: usize) -> bool {
    let mut below = page.units[at..].iter().map(|it| it.label);
    let next = below.find(|it| !matches!(it, Some(Label::Drop(_))));
    next.is_some_and(|it| !matches!(it, Some(Label::Is(Role::Headline | Role::Dek))))
}

fn label(page: &mut Page, run: &[usize], body: bool) {
    let role = match run.len() {
        0 => return,
        LIST.. => Role::List,
        _ if body => Role::Heading,
        _ => return,
    };
    run.iter().for_each(|at| page.set(*at, role));
}
