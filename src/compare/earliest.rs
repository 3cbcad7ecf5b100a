//! Which of several articles that derive from one text was first.

use std::borrow::Cow;

use crate::{
    compare::credits::outlet,
    model::{article::Article, date::Stamp, index::ArticleIx},
};

/// The article that the others derive from, where something tells: its outlet is the agency that
/// another one credits, or it alone was printed before all others.
pub fn first(
    articles: &[Article],
    members: &[ArticleIx],
    credits: &[(ArticleIx, Cow<'static, str>)],
) -> Option<ArticleIx> {
    let own = |ix: &&ArticleIx| {
        let agency = articles.get(ix.0).and_then(|it| outlet(it.source()));
        agency.is_some_and(|agency| credits.iter().any(|it| it.0 != **ix && it.1 == agency))
    };
    if let Some(agency) = members.iter().find(own) {
        return Some(*agency);
    }
    let printed = |ix: &ArticleIx| articles.get(ix.0)?.meta().published;
    let mut dated: Vec<(Stamp, ArticleIx)> = members
        .iter()
        .map(|ix| Some((printed(ix)?, *ix)))
        .collect::<Option<_>>()?;
    dated.sort_by_key(|(stamp, ix)| (stamp.date, stamp.time, *ix));
    let (earliest, next) = (dated.first()?, dated.get(1)?);
    before(earliest.0, next.0).then_some(earliest.1)
}

/// Whether one is surely the earlier: a day before, or on one day by their times.
fn before(x: Stamp, y: Stamp) -> bool {
    match (x.time, y.time) {
        (Some(own), Some(other)) if x.date == y.date => own < other,
        _ => x.date < y.date,
    }
}
