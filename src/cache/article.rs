//! One article as bytes. It comes back through the same checking constructor as when it is read.

use jiff::civil::{Date, Time};

use crate::{
    cache::pack::{Pack, Unpack},
    model::{
        article::{Article, Doubt, Dropped, Meta, Parts, Role, Sentence, SpanOf, Why},
        date::Stamp,
    },
    text::span::Span,
};

/// `None` where it holds something that could not be read back.
pub(crate) fn pack(to: &mut Pack, article: &Article) -> Option<()> {
    to.text(article.file());
    to.number(usize::from(article.span_of() == SpanOf::Extracted));
    meta(to, article.meta());
    to.text(article.text());
    to.all(article.sentences(), |to, it| {
        span(to, it.span);
        to.number(it.paragraph as usize);
        to.number(place(&Role::ALL, &it.role)?);
        Some(())
    })?;
    to.all(article.dropped(), |to, it| {
        span(to, it.span);
        to.number(place(&Why::ALL, &it.why)?);
        Some(())
    })?;
    to.all(article.doubts(), |to, it| {
        span(to, it.span);
        to.number(place(&Doubt::KINDS, &it.kind)?);
        to.text(&it.message);
        Some(())
    })
}

/// The article that the bytes tell; `None` where they tell none.
pub(crate) fn unpack(from: &mut Unpack) -> Option<Article> {
    let file = from.owned()?;
    let span_of = match from.number()? {
        0 => SpanOf::File,
        _ => SpanOf::Extracted,
    };
    let meta = meta_of(from)?;
    let text = from.owned()?;
    let sentences = from.list(|from| {
        Some(Sentence {
            span: span_of_text(from)?,
            paragraph: u32::try_from(from.number()?).ok()?,
            role: *Role::ALL.get(from.number()?)?,
        })
    })?;
    let dropped = from.list(|from| {
        Some(Dropped {
            span: span_of_text(from)?,
            why: *Why::ALL.get(from.number()?)?,
        })
    })?;
    let doubts = from.list(|from| {
        Some(Doubt {
            span: span_of_text(from)?,
            kind: Doubt::KINDS.get(from.number()?)?,
            message: from.owned()?,
        })
    })?;
    let parts = Parts {
        sentences,
        dropped,
        doubts,
    };
    Some(Article::new(file, span_of, meta, text, parts))
}

/// The number of something in a table; `None` where that does not hold it.
fn place<T: PartialEq>(table: &[T], it: &T) -> Option<usize> {
    table.iter().position(|known| known == it)
}

fn span(to: &mut Pack, span: Span) {
    to.number(span.start());
    to.number(span.len());
}

fn span_of_text(from: &mut Unpack) -> Option<Span> {
    let start = from.number()?;
    let end = start.checked_add(from.number()?)?;
    Some(Span::new(start, end))
}

fn meta(to: &mut Pack, meta: &Meta) {
    to.text(&meta.source);
    for it in [&meta.title, &meta.dek, &meta.byline, &meta.url] {
        to.maybe(it.as_deref(), Pack::text);
    }
    for it in [&meta.language, &meta.story] {
        to.maybe(it.as_deref(), Pack::text);
    }
    to.maybe(meta.published, |to, it| {
        date(to, it.date);
        to.maybe(it.time, |to, it| {
            for part in [it.hour(), it.minute(), it.second()] {
                to.number(part.unsigned_abs().into());
            }
            to.number(it.subsec_nanosecond().unsigned_abs() as usize);
        });
    });
}

fn meta_of(from: &mut Unpack) -> Option<Meta> {
    let source = from.owned()?;
    let mut line = || from.maybe(Unpack::owned);
    Some(Meta {
        source,
        title: line()?,
        dek: line()?,
        byline: line()?,
        url: line()?,
        language: line()?,
        story: line()?,
        published: from.maybe(|from| {
            let date = date_of(from)?;
            let time = from.maybe(time_of)?;
            Some(Stamp { date, time })
        })?,
    })
}

/// Years count from -10,000, so that all are positive.
pub(crate) fn date(to: &mut Pack, date: Date) {
    to.number((i32::from(date.year()) + 10_000).unsigned_abs() as usize);
    to.number(date.month().unsigned_abs().into());
    to.number(date.day().unsigned_abs().into());
}

pub(crate) fn date_of(from: &mut Unpack) -> Option<Date> {
    let year = i32::try_from(from.number()?).ok()? - 10_000;
    let (month, day) = (small(from)?, small(from)?);
    Date::new(i16::try_from(year).ok()?, month, day).ok()
}

fn time_of(from: &mut Unpack) -> Option<Time> {
    let (hour, minute, second) = (small(from)?, small(from)?, small(from)?);
    let nanosecond = i32::try_from(from.number()?).ok()?;
    Time::new(hour, minute, second, nanosecond).ok()
}

fn small(from: &mut Unpack) -> Option<i8> {
    i8::try_from(from.number()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_not_be_read_back_is_not_packed() {
        let doubt = |kind| Doubt {
            kind,
            span: Span::new(0, 1),
            message: String::new(),
        };
        for (kind, known) in [(Doubt::UNDATED, true), ("of a kind to come", false)] {
            let parts = Parts {
                doubts: vec![doubt(kind)],
                ..Parts::default()
            };
            let text = "Text".to_string();
            let meta = Meta::default();
            let article = Article::new(String::new(), SpanOf::File, meta, text, parts);
            let mut to = Pack::default();
            assert_eq!(pack(&mut to, &article).is_some(), known);
            assert!(!known || unpack(&mut Unpack(&to.0)) == Some(article));
        }
    }
}
