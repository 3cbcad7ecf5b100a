//! The frame of a page that was copied whole: what stands around its text (see `stretch`).
//!
//! Below the last paragraph lines without a full stop are a footer where some of them are known to be
//! the site's; between the headline and the first paragraph very short lines above other lines are
//! buttons, and so they are among what has been set aside between stretches of the text. Links alone
//! are no text. Limits: a list at the very end, without markers, goes with the footer below it. Cost:
//! a few passes over the units.

use std::{cell::LazyCell, collections::HashSet};

use crate::{
    bundle::{
        clean::{
            block::Shape,
            page::{Page, Unit, is_finished},
            stretch::{GAP, Kind, Text, kind, leads_in},
        },
        draft::Label,
    },
    model::article::{Role, Why},
    text::fold::letters,
};

/// Lines of the shortest footer, and of how many of them one at least is known to be the site's.
const FOOTER: usize = 4;
const KNOWN: usize = 6;
/// Entries of the shortest table of contents.
const CONTENTS: usize = 3;
/// Words of the shortest name of a writer.
const NAME: usize = 2;
/// Words of the longest button.
const BUTTON: usize = 3;

/// Sets aside what stands around the text.
pub(crate) fn mark(page: &mut Page) {
    let text = Text::new(page);
    let Text {
        kinds,
        stretches,
        main,
    } = &text;
    if stretches.is_empty() {
        return;
    }
    let site = text.site(page);
    let own = |it: &usize| site.binary_search(it).is_err();
    let last = (0..stretches.len()).rev().find(own);
    let end = last.and_then(|it| stretches[it].last()).copied();
    let end = end.map_or(0, |it| it + 1 + list_below(page, kinds, it));
    let mut gone: Vec<usize> = site.iter().flat_map(|it| stretches[*it].clone()).collect();
    gone.extend(links(page, kinds));
    gone.extend(buttons(page, kinds));
    gone.extend(between(page, kinds, &stretches[*main], end));
    gone.extend(footer(page, &text, end));
    gone.extend(again(page, kinds));
    gone.into_iter()
        .for_each(|at| page.drop(at, Why::Boilerplate));
    for at in contents(page, kinds) {
        page.drop(at, Why::Contents);
    }
}

/// Lines above the first paragraph that stand again below it, as headings: a table of contents.
fn contents(page: &Page, kinds: &[Kind]) -> Vec<usize> {
    let told = kinds.iter().position(|it| *it == Kind::Told);
    let told = told.unwrap_or(kinds.len());
    let line = |at: &usize| kinds[*at] == Kind::Line;
    let above: Vec<usize> = (0..told).filter(line).collect();
    if above.len() < CONTENTS {
        return Vec::new();
    }
    let key = |at: usize| letters(page.words(at)).collect::<String>();
    let below: HashSet<String> = (told..kinds.len()).filter(line).map(key).collect();
    let again = above.into_iter().filter(|at| below.contains(&key(*at)));
    let again: Vec<usize> = again.collect();
    match again.len() < CONTENTS {
        true => Vec::new(),
        false => again,
    }
}

/// Lines of the list that a paragraph leads to.
fn list_below(page: &Page, kinds: &[Kind], at: usize) -> usize {
    let below = kinds[at + 1..].iter().take_while(|it| **it == Kind::Line);
    if leads_in(page, at) { below.count() } else { 0 }
}

/// Lines that say the headline again, or who wrote it.
fn again(page: &Page, kinds: &[Kind]) -> Vec<usize> {
    let Some(headline) = headline_of(page) else {
        return Vec::new();
    };
    let words: String = letters(page.words(headline)).collect();
    let writers = page.meta.byline.as_deref().unwrap_or_default();
    let same = |at: &usize| {
        let own = page.words(*at);
        let named = NAME <= own.split(' ').take(NAME).count() && writers.contains(own);
        kinds[*at] == Kind::Line && (named || letters(own).eq(words.chars()))
    };
    (headline + 1..kinds.len()).filter(same).collect()
}

fn headline_of(page: &Page) -> Option<usize> {
    let is_headline = |it: &Unit| it.label == Some(Label::Is(Role::Headline));
    page.units.iter().position(is_headline)
}

/// Lines without a full stop below the text, where there are several; what speaks of the same in a
/// list is kept.
fn footer(page: &Page, text: &Text, end: usize) -> Vec<usize> {
    let below = &text.kinds[end..];
    let count = |kind: Kind| below.iter().filter(|it| **it == kind).count();
    let (lines, gone) = (count(Kind::Line), count(Kind::Gone));
    // A list that the article ends with stands among nothing of the site.
    if lines + gone < FOOTER || KNOWN * gone < lines {
        return Vec::new();
    }
    let topic = LazyCell::new(|| text.topic(page));
    let table = |at: usize| {
        page.units
            .get(at + 1)
            .is_some_and(|it| it.shape == Shape::Row)
    };
    let kept = |at: usize| {
        let unit = &page.units[at];
        let item = unit.shape == Shape::Item && !unit.link;
        table(at) || item && topic.share(page.words(at)).is(2, 2)
    };
    let lines = (end..text.kinds.len()).filter(|at| text.kinds[*at] == Kind::Line);
    lines.filter(|at| !kept(*at)).collect()
}

/// Very short lines between stretches of the text, among what has been set aside; the last may be a
/// heading.
fn between(page: &Page, kinds: &[Kind], main: &[usize], end: usize) -> Vec<usize> {
    let from = main.first().copied().unwrap_or_default();
    let mut found = Vec::new();
    let mut at = from;
    while at < end {
        let gap = kinds[at..end]
            .iter()
            .take_while(|it| matches!(it, Kind::Line | Kind::Gone));
        let len = gap.count();
        let all = at..at + len;
        let site = all.clone().filter(|it| kinds[*it] == Kind::Gone).count();
        if GAP <= len && 0 < site {
            let last = all.clone().rev().find(|it| kinds[*it] == Kind::Line);
            let short =
                |it: &usize| kinds[*it] == Kind::Line && is_button(page, *it) && Some(*it) != last;
            found.extend(all.filter(short));
        }
        at += len.max(1);
    }
    found
}

/// Paragraphs behind the first of the text that are nothing but links, and lists of them anywhere.
fn links(page: &Page, kinds: &[Kind]) -> Vec<usize> {
    let told = kinds
        .iter()
        .position(|it| *it == Kind::Told)
        .unwrap_or(kinds.len());
    let link = |at: usize| {
        let unit = &page.units[at];
        unit.link && unit.label.is_none() && unit.shape != Shape::Heading
    };
    let item = |at: usize| link(at) && page.units[at].shape == Shape::Item;
    let beside = |at: usize| {
        let near = [
            at.checked_sub(1),
            Some(at + 1).filter(|it| *it < kinds.len()),
        ];
        near.into_iter().flatten().any(item)
    };
    let all = (0..kinds.len()).filter(|at| link(*at));
    all.filter(|at| told < *at || item(*at) && beside(*at))
        .collect()
}

/// Very short lines between the headline and the first paragraph, but for the last, which may be a
/// heading; and figures.
fn buttons(page: &Page, kinds: &[Kind]) -> Vec<usize> {
    let Some(headline) = headline_of(page) else {
        return Vec::new();
    };
    let told = kinds.iter().skip(headline).position(|it| *it == Kind::Told);
    let told = told.map_or(headline, |it| headline + it);
    let button = |at: &usize| {
        let below = kinds[at + 1..=told].iter().find(|it| **it != Kind::Gone);
        let last = below.is_some_and(|it| *it != Kind::Line);
        let figure = is_figure(page.words(*at));
        kinds[*at] == Kind::Line && is_button(page, *at) && (figure || !last)
    };
    (headline + 1..told).filter(button).collect()
}

/// `127`, `1.4K`
fn is_figure(words: &str) -> bool {
    let number = words.trim_end_matches(['k', 'K', 'm', 'M']);
    !number.contains(char::is_alphabetic) && words.len() <= number.len() + 1
}

/// A few words; but "Under 2,000." goes on with the paragraph before it.
fn is_button(page: &Page, at: usize) -> bool {
    let words = page.words(at);
    let goes_on = is_finished(words) && 0 < at && kind(page, at - 1) == Kind::Told;
    let short = words.split_whitespace().take(BUTTON + 1).count() <= BUTTON;
    page.units[at].shape == Shape::Text && short && !goes_on
}
