//! Headings between the paragraphs of an article: marked ones, and short lines without a full
//! stop above a paragraph. Four such lines in a row are a list. A question stands as a heading
//! where it is marked as one ("Q: …").

use crate::{
    bundle::{
        clean::{
            block::Shape,
            page::{Page, is_finished, is_stated},
        },
        draft::Label,
    },
    model::article::Role,
};

/// Words of the longest heading that is not marked, and of the longest in Title Case.
const WORDS: usize = 12;
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
fn goes_on(page: &Page, at: usize) -> bool {
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
    if BYTES < words.len() || !open {
        return false;
    }
    let count = words.split_whitespace().count();
    let capitals = words
        .split_whitespace()
        .filter(|it| !it.starts_with(char::is_lowercase))
        .count();
    let most = if capitals * 4 < count * 3 {
        WORDS
    } else {
        TITLE_WORDS
    };
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    count <= most && 2 < letters
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
