//! The first lines: dates, reading times, section labels, bylines, the headline, the dek.
//!
//! Steps: a date fused to the first line is cut off; the lines before the first paragraph are
//! looked at one by one; what is a date, a byline or a line about the article becomes metadata
//! and fills the fields that are still empty; of what remains, a very short line above another
//! line is a section label, the first line is the headline, the next short one the dek. Where a
//! field gave the headline, a line that repeats it is set aside.

use std::{collections::HashSet, sync::LazyLock};

use crate::{
    bundle::{
        clean::{
            about::{is_byline, is_date_line, is_dated_name, is_names, is_signature},
            block::Shape,
            chrome,
            lists::LONGEST,
            page::{Page, is_finished},
            pattern, signed,
        },
        date,
        draft::{self, Label},
    },
    model::article::{Role, Why},
    text::{fold::letters, sentence},
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
/// Bytes of the longest name of an outlet, with what parts it from a headline.
const SIGNED: usize = 60;
/// Words of the longest section label.
const LABEL_WORDS: usize = 3;

/// Labels the lines at the top; `titled`: whether the headline is known already.
pub(crate) fn mark(page: &mut Page, titled: bool, dekked: bool) {
    cut_date(page);
    let top: Vec<usize> = (0..page.units.len().min(LINES)).collect();
    let mut lines = Vec::new();
    for at in top {
        let text = matches!(page.units[at].shape, Shape::Text | Shape::Heading);
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
        if is_paragraph(page.words(at)) || 4 <= lines.len() {
            break;
        }
    }
    name(page, lines, titled, dekked);
    for at in page.open() {
        let words = page.words(at);
        let short = words.len() <= LONGEST && page.units[at].shape == Shape::Text;
        if short && (is_date_line(words) || is_byline(words)) {
            page.drop(at, Why::Metadata);
        }
    }
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
        let name = draft::shown(&words).map(|it| draft::without_by(&it));
        page.meta.byline = page.meta.byline.take().or(name);
    } else if !titled || !is_outlet(page, &words) {
        return false;
    }
    page.drop(at, Why::Metadata);
    true
}

fn repeats(page: &Page, at: usize) -> bool {
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

fn is_outlet(page: &Page, words: &str) -> bool {
    let outlet = page.outlet.as_deref();
    outlet.is_some_and(|it| letters(words).eq(letters(it)))
}

/// Sets the outlet's name behind a headline aside.
fn unsign(page: &mut Page, at: usize) {
    let span = page.units[at].span;
    let outlet = page.outlet.as_deref().filter(|_| !page.is_moved(at));
    if let Some(end) = outlet.and_then(|it| signed::end(span.of(&page.text), it)) {
        page.drop_back(at, span.start() + end, Why::Metadata);
    }
}

/// A paragraph of the article, as against a line above it.
fn is_paragraph(words: &str) -> bool {
    let several = || 1 < sentence::split(words).len();
    is_finished(words) && (STATED_HEADLINE < words.len() || several())
}

/// Says what the lines above the first paragraph are.
fn name(page: &mut Page, mut lines: Vec<usize>, titled: bool, dekked: bool) {
    if !titled {
        while 1 < lines.len() && is_label(page, lines[0], lines[1]) {
            page.drop(lines[0], Why::Metadata);
            lines.remove(0);
        }
        match lines.first().copied() {
            Some(at) if is_headline(page, at) => {
                page.set(at, Role::Headline);
                unsign(page, at);
                lines.remove(0);
            }
            _ => return,
        }
    }
    let dek = lines
        .first()
        .copied()
        .filter(|at| !dekked && is_dek(page, *at));
    if let Some(at) = dek {
        page.set(at, Role::Dek);
    }
    for at in lines.into_iter().filter(|it| Some(*it) != dek) {
        sign(page, at, titled);
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

fn is_brief(words: &str) -> bool {
    words.split_whitespace().count() <= LABEL_WORDS && words.len() <= 40
}

/// `LOCAL NEWS`
fn is_section(words: &str) -> bool {
    let short = words.split_whitespace().count() <= LABEL_WORDS && words.len() <= 40;
    short
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

fn is_dek(page: &Page, at: usize) -> bool {
    let words = page.words(at);
    let below = at + 1 < page.units.len();
    let long = 3 < words.split_whitespace().count();
    let byline = page
        .units
        .get(at + 1)
        .is_some_and(|_| chrome::is_dropped(page, at + 1));
    let open = !is_finished(words) || (byline && sentence::split(words).len() == 1);
    below && long && open && words.len() <= HEADLINE
}
