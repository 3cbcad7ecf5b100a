//! Stories and warnings as bytes.

use crate::{
    cache::{
        article::{date, date_of},
        pack::{Pack, Unpack},
    },
    model::{bundle::Warning, index::ArticleIx, story::Story},
};

pub(crate) fn pack(to: &mut Pack, story: &Story) {
    to.text(&story.title);
    to.list(story.articles(), |to, it| to.number(it.0));
    to.maybe(story.first, date);
    to.maybe(story.last, date);
    to.list(&story.reasons, |to, it| to.text(it));
}

/// A story of some of so many articles.
pub(crate) fn unpack(from: &mut Unpack, articles: usize) -> Option<Story> {
    let title = from.owned()?;
    let held = from.list(|from| {
        let at = from.number().filter(|at| *at < articles)?;
        Some(ArticleIx(at))
    })?;
    let mut story = Story::new(title, held)?;
    story.first = from.maybe(date_of)?;
    story.last = from.maybe(date_of)?;
    story.reasons = from.list(Unpack::owned)?;
    Some(story)
}

pub(crate) fn pack_warning(to: &mut Pack, warning: &Warning) {
    to.text(&warning.file);
    to.text(&warning.message);
    to.number(usize::from(warning.skipped));
}

pub(crate) fn unpack_warning(from: &mut Unpack) -> Option<Warning> {
    Some(Warning {
        file: from.owned()?,
        message: from.owned()?,
        skipped: from.number()? != 0,
    })
}
