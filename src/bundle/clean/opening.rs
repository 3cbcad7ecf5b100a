//! The first lines: dates, reading times, section labels, bylines, the headline, the dek.
//!
//! Steps: a date fused to the first line is cut off; the lines before the first paragraph are
//! looked at one by one; what is a date, a byline or a line about the article becomes metadata
//! and fills the fields that are still empty; of what remains, a very short line above another
//! line is a section label, the first line is the headline, the next short one the dek. Where the
//! headline is marked (see `title`), this begins below it; where a field gave it, a line that repeats
//! it is set aside.

use std::{collections::HashSet, sync::LazyLock};

use crate::{
    bundle::{
        clean::{
            about::{is_byline, is_names, is_signature, writer},
            block::Shape,
            chrome,
            dated::{self, dated_names, is_date_line, is_dated_name, signed_date},
            highlights,
            lists::LONGEST,
            page::{Page, is_finished},
            pattern, signed,
            title::{is_brief, is_outlet, repeats},
        },
        date,
        draft::{self, Label},
    },
    model::article::{Role, Why},
    text::sentence,
};

static SECTIONS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let list = include_str!("../../../assets/clean/sections.txt");
    let lines = list.lines().filter(|it| !it.starts_with(';'));
    lines.flat_map(str::split_whitespace).collect()
});

/// Lines that are looked at.
const LINES: usize = 12;
/// Bytes of the longest headline.
const HEADLINE: usize = 220;
/// Bytes of the longest headline that ends with a full stop.
const STATED_HEADLINE: usize = 170;
/// Paragraphs of the text before which what tells about the article is read.
const PARAGRAPHS: usize = 3;
/// Words of the shortest line that is no button.
const BUTTON: usize = 4;
/// Sentences of the longest dek that ends with one.
const DEK_SENTENCES: usize = 3;

/// What is known of headline and dek before the lines are looked at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known {
    /// Whether a field gave the headline.
    pub(crate) titled: bool,
    pub(crate) dekked: bool,
    /// The line of the headline, where it is marked or stands below a menu.
    pub(crate) headline: Option<usize>,
    /// Whether a menu stands above it: then what looks like a name may be a button.
    pub(crate) copied: bool,
}

/// Labels the lines at the top.
pub(crate) fn mark(page: &mut Page, known: Known) {
    let titled = known.titled;
    cut_date(page);
    let from = known
        .headline
        .map_or(0, |at| take_headline(page, at, titled));
    let top = from..page.units.len().min(from + LINES);
    let titled = titled || known.headline.is_some();
    let mut lines = Vec::new();
    for at in top {
        let text = matches!(page.units[at].shape, Shape::Text | Shape::Heading);
        read_about(page, at);
        if is_set_apart(page, at) || (text && is_about(page, at, titled || !lines.is_empty())) {
            continue;
        }
        if !text || LONGEST < page.words(at).len() || page.units[at].label.is_some() {
            break;
        }
        if titled && repeats(page, at) {
            page.drop(at, Why::Metadata);
            let labels = std::mem::take(&mut lines).into_iter();
            labels.for_each(|it| drop_brief(page, it));
            continue;
        }
        lines.push(at);
        let above = titled || 1 < lines.len();
        let dek = || {
            above
                && page.words(at).len() <= HEADLINE
                && leads_to_about(page, at)
                && is_short(page.words(at))
        };
        let labels = lines.iter().filter(|it| is_brief(page.words(**it)));
        if is_paragraph(page.words(at)) && !dek() || 4 <= lines.len() - labels.count() {
            break;
        }
    }
    name(page, lines, known);
    let mut told = 0;
    for at in page.open() {
        let words = page.words(at);
        let short = words.len() <= LONGEST && page.units[at].shape == Shape::Text;
        if short && (is_date_line(words) || is_byline(words)) {
            page.drop(at, Why::Metadata);
            if told < PARAGRAPHS {
                read_about(page, at);
            }
        } else if from <= at {
            told += usize::from(chrome::is_told(words));
        }
    }
}

/// Labels the headline where its line is known, or sets aside what repeats it; gives the line below.
fn take_headline(page: &mut Page, at: usize, titled: bool) -> usize {
    if titled {
        page.drop(at, Why::Metadata);
    } else {
        page.set(at, Role::Headline);
        unsign(page, at);
    }
    at + 1
}

/// `date 2025-12-06 The minister said`: the date is cut off.
fn cut_date(page: &mut Page) {
    let Some(span) = page.units.first().map(|it| it.span) else {
        return;
    };
    let words = span.of(&page.text);
    let Some(found) = date::find(words.get(..words.len().min(80)).unwrap_or(words)) else {
        return;
    };
    let label = words[..found.span.start()]
        .trim()
        .trim_end_matches(':')
        .to_lowercase();
    let rest = words[found.span.end()..].trim_start_matches([' ', ':', '-', '–', '—', '|', ',']);
    let labelled = matches!(
        label.as_str(),
        "date" | "published" | "updated" | "posted" | "posted on" | "published on" | "last updated"
    );
    let written = words[..found.span.end()].starts_with(|c: char| c.is_ascii_digit());
    let capital = rest.starts_with(|c: char| c.is_uppercase() || "“\"'‘".contains(c));
    let long = 3 <= rest.split_whitespace().count();
    if capital && long && (labelled || (label.is_empty() && written)) && !is_date_line(words) {
        let end = span.start() + words.len() - rest.len();
        page.meta.published = page.meta.published.or(Some(found.stamp));
        page.drop_front(0, end, Why::Metadata);
    }
}

/// Whether a line is a caption or has been set aside.
fn is_set_apart(page: &Page, at: usize) -> bool {
    chrome::is_dropped(page, at) || page.units[at].label == Some(Label::Is(Role::Caption))
}

/// Whether a line is about the article; then it is set aside and read. Where no headline is known yet
/// (`titled`), a line that is the outlet's name may be it.
fn is_about(page: &mut Page, at: usize, titled: bool) -> bool {
    let words = page.words(at).to_string();
    if is_date_line(&words) {
        page.meta.published = page.meta.published.or(date::parse(&words));
    } else if is_byline(&words) || is_names(&words) {
        let name = writer(&words).unwrap_or(&words);
        let name = draft::shown(name).map(|it| draft::without_by(&it));
        page.meta.byline = page.meta.byline.take().or(name);
        page.meta.published = page.meta.published.or(date::parse(&words));
    } else if let Some(first) = dated_names(&words).filter(|_| titled) {
        let name = is_signature(first).then(|| draft::shown(first)).flatten();
        page.meta.byline = page.meta.byline.take().or(name);
        page.meta.published = page.meta.published.or(date::parse(&words));
    } else if let Some(name) = signed_date(&words).filter(|_| titled) {
        page.meta.byline = page.meta.byline.take().or(draft::shown(name));
        page.meta.published = page.meta.published.or(date::parse(&words));
    } else if !titled || !is_outlet(page, &words) {
        return false;
    }
    page.drop(at, Why::Metadata);
    true
}

/// Sets the outlet's name behind a headline aside.
fn unsign(page: &mut Page, at: usize) {
    let span = page.units[at].span;
    let outlet = page.outlet.as_deref().filter(|_| !page.is_moved(at));
    if let Some(end) = outlet.and_then(|it| signed::end(span.of(&page.text), it)) {
        page.drop_back(at, span.start() + end, Why::Metadata);
    }
}

/// Reads who wrote it, and when, from a line that was set aside as one about the article.
fn read_about(page: &mut Page, at: usize) {
    if page.units[at].label != Some(Label::Drop(Why::Metadata)) {
        return;
    }
    let words = page.words(at);
    let name = writer(words).and_then(draft::shown);
    let stamp = is_date_line(words).then(|| date::parse(words)).flatten();
    page.meta.byline = page.meta.byline.take().or(name);
    page.meta.published = page.meta.published.or(stamp);
}

/// A paragraph of the article, as against a line above it.
fn is_paragraph(words: &str) -> bool {
    let several = || 1 < sentence::split(words).len();
    is_finished(words) && (STATED_HEADLINE < words.len() || several())
}

/// Says what the lines above the first paragraph are.
fn name(page: &mut Page, mut lines: Vec<usize>, known: Known) {
    let mut headline = known.headline;
    if !known.titled && headline.is_none() {
        while 1 < lines.len() && is_label(page, lines[0], lines[1]) {
            page.drop(lines[0], Why::Metadata);
            lines.remove(0);
        }
        match lines.first().copied() {
            Some(at) if is_headline(page, at) => {
                page.set(at, Role::Headline);
                unsign(page, at);
                lines.remove(0);
                headline = Some(at);
            }
            _ => return,
        }
    }
    highlights::mark(page, &mut lines);
    let below = headline.map_or(0, |it| it + 1);
    let dek = lines.first().copied();
    let dek = dek.filter(|at| !known.dekked && is_dek(page, below, *at));
    if let Some(at) = dek {
        page.set(at, Role::Dek);
    }
    for at in lines.into_iter().filter(|it| Some(*it) != dek) {
        sign(page, at, known.titled || known.copied);
    }
}

/// Sets the label above a headline aside.
fn drop_brief(page: &mut Page, at: usize) {
    if is_brief(page.words(at)) {
        page.drop(at, Why::Metadata);
    }
}

/// Sets a line between headline and text aside that says who wrote it, or where it appeared.
fn sign(page: &mut Page, at: usize, titled: bool) {
    let words = page.words(at);
    let section = 0 == at && is_section(words);
    if is_signature(words) && (!titled || beside_about(page, at)) {
        let name = draft::shown(words);
        page.meta.byline = page.meta.byline.take().or(name);
    } else if is_dated_name(words) {
        page.meta.published = page.meta.published.or(date::parse(words));
    } else if !section {
        return;
    }
    page.drop(at, Why::Metadata);
}

/// Whether a line about the article stands above or below.
fn beside_about(page: &Page, at: usize) -> bool {
    let about = |it: usize| {
        page.units
            .get(it)
            .is_some_and(|it| it.label == Some(Label::Drop(Why::Metadata)))
    };
    about(at + 1) || (0 < at && about(at - 1))
}

/// `LOCAL NEWS`
fn is_section(words: &str) -> bool {
    is_brief(words)
        && pattern::key(words)
            .split(' ')
            .any(|it| SECTIONS.contains(it))
}

/// One to three words, without a stop, above what can be a headline.
fn is_label(page: &Page, at: usize, below: usize) -> bool {
    let words = page.words(at);
    let open = !words.ends_with(['.', '!', '?', ':', '"', '”']);
    let section = is_section(words);
    let above = is_headline(page, below) || (section && !is_paragraph(page.words(below)));
    is_brief(words) && open && above && page.units[at].shape == Shape::Text
}

fn is_headline(page: &Page, at: usize) -> bool {
    let words = page.words(at);
    if page.units[at].shape == Shape::Heading {
        return true;
    }
    if is_paragraph(words) && !words.ends_with('?') && !is_title_case(words) {
        return false;
    }
    let below = at + 1 < page.units.len();
    let cut_off = words.ends_with("..");
    match words.ends_with(['.', ':', ';', ',']) && !cut_off {
        false => words.len() <= HEADLINE && below && sentence::split(words).len() <= 2,
        true => {
            let single = sentence::split(words).len() == 1;
            let told = single && (labelled(page, at) || is_told_again(page, at));
            below && words.len() <= STATED_HEADLINE && (told || is_title_case(words))
        }
    }
}

/// Whether nearly all long words have a capital.
fn is_title_case(words: &str) -> bool {
    let long = words.split_whitespace().filter(|it| 4 < it.len());
    let (all, capital) = long.fold((0, 0), |(all, capital), it| {
        (
            all + 1,
            capital + usize::from(!it.starts_with(char::is_lowercase)),
        )
    });
    4 <= all && all * 9 <= capital * 10
}

fn labelled(page: &Page, at: usize) -> bool {
    0 < at && page.units[at - 1].label == Some(Label::Drop(Why::Metadata))
}

/// Whether nearly all long words stand again in the next two paragraphs: a lead is not told twice,
/// a headline is.
fn is_told_again(page: &Page, at: usize) -> bool {
    let below = (at + 1..page.units.len().min(at + 3)).map(|it| page.words(it).to_lowercase());
    let below: String = below.collect();
    let words = page.words(at).to_lowercase();
    let long: Vec<&str> = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|it| 3 < it.len())
        .collect();
    let again = long.iter().filter(|it| below.contains(**it)).count();
    3 < long.len() && long.len() * 4 <= again * 5
}

/// Whether a line below the headline, of which the first is `below`, is the dek. One that ends as a
/// sentence does is the first of the text, unless byline or date stand behind it and not before.
fn is_dek(page: &Page, below: usize, at: usize) -> bool {
    let words = page.words(at);
    let last = at + 1 == page.units.len();
    let long = 3 < words.split_whitespace().count();
    let open = || {
        let signed = (below..at).any(|it| tells_about(page, it));
        !is_finished(words) || !signed && leads_to_about(page, at)
    };
    !last && long && is_short(words) && open()
}

fn is_short(words: &str) -> bool {
    words.len() <= HEADLINE && sentence::split(words).len() <= DEK_SENTENCES
}

/// Whether byline or date stand below a line, with nothing between them but captions, buttons and what
/// belongs to the site.
fn leads_to_about(page: &Page, at: usize) -> bool {
    let mut below = at + 1..page.units.len().min(at + 1 + LINES);
    let site = |it: &usize| {
        let label = page.units[*it].label;
        let bare = matches!(page.units[*it].shape, Shape::Picture | Shape::Rule);
        let set = [Label::Drop(Why::Boilerplate), Label::Is(Role::Caption)];
        let button = || label.is_none() && page.words(*it).split_whitespace().count() < BUTTON;
        bare || label.is_some_and(|it| set.contains(&it)) || button() && !tells_about(page, *it)
    };
    below
        .find(|it| !site(it))
        .is_some_and(|it| tells_about(page, it))
}

/// Whether a line tells who wrote the article, or when.
fn tells_about(page: &Page, at: usize) -> bool {
    let unit = &page.units[at];
    let words = page.words(at);
    let text = matches!(unit.shape, Shape::Text | Shape::Heading) && words.len() <= LONGEST;
    text && (unit.label == Some(Label::Drop(Why::Metadata)) || dated::is_about(words))
}
