//! Galleries run together in one paragraph: "Photos: The pier The pier at dawn. Hide Caption 1 of 9
//! Photos: The pier Boats leave. Hide Caption 2 of 9 …". Each picture's words become a caption of
//! their own; the counters and the title, which comes again with each, are set aside.

use memchr::memmem;

use crate::{
    bundle::{
        clean::{
            block::Shape,
            lists::May,
            page::{Page, Unit},
        },
        draft::Label,
    },
    model::article::{Dropped, Role, Why},
    text::{safe, span::Span},
};

const COUNTER: &str = "Hide Caption ";
/// Pictures of the smallest gallery.
const FEWEST: usize = 2;

/// Parts the galleries.
pub(crate) fn mark(page: &mut Page) {
    if memmem::find(page.text.as_bytes(), COUNTER.as_bytes()).is_none() {
        return;
    }
    for unit in std::mem::take(&mut page.units) {
        let counters = counters(unit.span.of(&page.text));
        match counters.len() < FEWEST || unit.label.is_some() {
            true => page.units.push(unit),
            false => part(page, unit.span, &counters),
        }
    }
}

/// `Hide Caption 3 of 25`, by bytes.
fn counters(words: &str) -> Vec<Span> {
    let figures = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let found = words.match_indices(COUNTER).filter_map(|(at, _)| {
        let number = at + COUNTER.len();
        let of = number + figures(&words[number..]);
        let all = of + words[of..].strip_prefix(" of ").map(|_| 4)?;
        let end = all + figures(&words[all..]);
        (number < of && all < end).then_some(Span::new(at, end))
    });
    found.collect()
}

fn part(page: &mut Page, span: Span, counters: &[Span]) {
    let words = span.of(&page.text);
    let starts = std::iter::once(0).chain(counters.iter().map(|it| it.end()));
    let ends = counters.iter().map(|it| it.start());
    let pictures: Vec<Span> = starts
        .zip(ends.chain([words.len()]))
        .map(|(start, end)| safe::trimmed(words, Span::new(start, end)))
        .collect();
    let title = title(words, &pictures);
    let mut aside: Vec<Span> = counters.to_vec();
    let mut told = Vec::new();
    for it in pictures {
        let mut start = it.start();
        while !title.is_empty() && words[start..it.end()].starts_with(title) {
            let end = start + title.len();
            aside.push(safe::trimmed(words, Span::new(start, end)));
            start = safe::trimmed(words, Span::new(end, it.end())).start();
        }
        told.extend((start < it.end()).then_some(Span::new(start, it.end())));
    }
    let units = told.into_iter().map(|it| Unit {
        span: it.shifted(span.start()),
        shape: Shape::Text,
        first: false,
        link: false,
        label: Some(Label::Is(Role::Caption)),
        may: May::default(),
    });
    page.units.extend(units);
    page.dropped.extend(aside.into_iter().map(|it| Dropped {
        span: it.shifted(span.start()),
        why: Why::Boilerplate,
    }));
}

/// What all pictures but the first and the last begin with, as whole words.
fn title<'a>(words: &'a str, pictures: &[Span]) -> &'a str {
    let inner = pictures[1..pictures.len() - 1].iter();
    let inner = inner.map(|it| it.of(words));
    let Some(first) = inner.clone().next().filter(|_| 1 < inner.len()) else {
        return "";
    };
    let common = inner.clone().fold(first, |common, it| {
        let same = common.char_indices().zip(it.chars());
        let end = same.take_while(|((_, x), y)| x == y).last();
        &common[..end.map_or(0, |((at, c), _)| at + c.len_utf8())]
    });
    let mut behind = inner.map(|it| it[common.len()..].chars().next());
    let whole = behind.all(|it| it.is_none_or(char::is_whitespace));
    let end = match whole {
        true => common.len(),
        false => common.rfind(' ').map_or(0, |it| it + 1),
    };
    common[..end].trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_is_what_comes_again() {
        let words =
            "First.|Photos: The pier Boats at sea.|Photos: The pier|Photos: The pier Bells|Last.";
        let mut start = 0;
        let pictures = words.split('|').map(|it| {
            let span = Span::new(start, start + it.len());
            start = span.end() + 1;
            span
        });
        let pictures: Vec<Span> = pictures.collect();
        assert_eq!(title(words, &pictures), "Photos: The pier");
        assert_eq!(title(words, &pictures[1..4]), "");
    }

    #[test]
    fn counters_have_two_numbers() {
        let words = "Hide Caption 1 of 25 A pier. Hide Caption x of 3 Hide Caption 2 of 25";
        let found: Vec<&str> = counters(words).into_iter().map(|it| it.of(words)).collect();
        assert_eq!(found, ["Hide Caption 1 of 25", "Hide Caption 2 of 25"]);
    }
}
