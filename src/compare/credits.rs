//! Which news agency an article says that its text is from, and which of several copies was first.
//!
//! Copy is credited in few places: in the byline, in the line that opens it ("Orrin (Reuters) –"),
//! in a line at its end ("Additional reporting by AFP", "With agencies"), or in a sentence near the
//! passage that was taken over ("according to AFP", "told the AP"). So names of agencies
//! (`assets/words/agencies.txt`) are looked for in the byline, in what was taken off at both ends,
//! in the first and last sentences, and in those within `NEAR` of a given passage. A name in the
//! brackets of an opening line counts where none is listed. Limits: an
//! agency that is only quoted beside a passage counts as its credit; copy that credits nobody is
//! told as such, which is no proof. Cost: a look at each byte of a few sentences.

use std::{borrow::Cow, collections::BTreeMap, sync::LazyLock};

use crate::{
    model::{
        article::{Article, Why},
        comparison::Link,
        date::Stamp,
        index::{ArticleIx, SentenceIx},
    },
    text::span::Span,
};

/// Sentences at either end of an article in which its agency is named.
const ENDS: usize = 2;
/// Sentences on each side of a passage in which its agency is named.
const NEAR: usize = 1;

type Agency = (&'static str, Vec<&'static str>);

/// By first byte the ways in which agencies are written, each with the agency's name.
static FORMS: LazyLock<Vec<Vec<(&str, &str)>>> = LazyLock::new(|| {
    let mut forms = vec![Vec::new(); 256];
    for (name, form) in AGENCIES
        .iter()
        .flat_map(|(name, all)| all.iter().map(|it| (*name, *it)))
    {
        forms[usize::from(form.as_bytes().first().copied().unwrap_or_default())].push((form, name));
    }
    forms
});

/// Agencies with the ways in which each is written.
static AGENCIES: LazyLock<Vec<Agency>> = LazyLock::new(|| {
    let table = include_str!("../../assets/words/agencies.txt");
    let lines = table.lines().filter(|it| !it.starts_with('#'));
    let rows = lines.filter_map(|it| it.split_once('\t'));
    rows.map(|(name, forms)| (name, forms.split(" / ").collect()))
        .collect()
});

/// The agency that each article credits near what it shares, for those that credit one.
pub fn all<'a>(
    articles: &[Article],
    members: &[ArticleIx],
    evidence: impl Iterator<Item = &'a Link>,
) -> Vec<(ArticleIx, Cow<'static, str>)> {
    let mut passages: BTreeMap<ArticleIx, Vec<SentenceIx>> = BTreeMap::new();
    for place in evidence.flat_map(|it| [it.a, it.b]) {
        passages
            .entry(place.article)
            .or_default()
            .push(place.sentence);
    }
    let credit = |ix: &ArticleIx| {
        let shared = passages.get(ix).map_or(&[][..], Vec::as_slice);
        Some((*ix, credit(articles.get(ix.0)?, shared)?))
    };
    members.iter().filter_map(credit).collect()
}

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

/// The agency that an article credits for some passages; None where it names none near them.
fn credit(article: &Article, passages: &[SentenceIx]) -> Option<Cow<'static, str>> {
    let byline = article.meta().byline.as_deref();
    let taken_off = article
        .dropped()
        .iter()
        .filter(|it| it.why != Why::Generated);
    let taken_off = taken_off.map(|it| it.span.of(article.text()));
    let sentences = near(article, passages);
    let said = sentences.iter().map(|it| it.of(article.text()));
    let listed = byline
        .into_iter()
        .chain(said)
        .chain(taken_off)
        .find_map(agency);
    let opening = || {
        let first = article.sentences().iter().take(ENDS + 1);
        let mut named = first.filter_map(|it| dateline(it.span.of(article.text())));
        // An outlet that names itself there credits nobody.
        let source = article.source().to_lowercase();
        named.find(|it| !source.contains(&it.to_lowercase()))
    };
    match listed {
        Some(agency) => Some(agency.into()),
        None => opening().map(|it| it.to_string().into()),
    }
}

/// The name in brackets in the line that opens a report, "ORRIN (Seaboard Wire) - A ferry …": an
/// agency, whether or not it is listed.
fn dateline(text: &str) -> Option<&str> {
    const PLACE: usize = 60;
    let (place, rest) = text.split_once(" (")?;
    let (name, after) = rest.split_once(')')?;
    let high = |it: &str| it.starts_with(|c: char| c.is_uppercase());
    let dated = |it: &str| it.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let named = name.split(' ').all(high) && (1..=4).contains(&name.split(' ').count());
    let opens = place.len() <= PLACE && place.split(' ').all(dated);
    let parted = after.trim_start().starts_with(['-', '–', '—']);
    (named && opens && parted).then_some(name)
}

/// The agency that a text names first.
pub fn agency(text: &str) -> Option<&'static str> {
    let forms = &*FORMS;
    let mut at = text.bytes().enumerate().filter_map(|(at, byte)| {
        let of_byte = &forms[usize::from(byte)];
        let here = of_byte.iter().filter(|(form, _)| stands(text, at, form));
        here.map(|it| it.1).min()
    });
    at.next()
}

/// The agency that an outlet is, by its name or the host of its pages: "Reuters", "apnews.com".
pub fn outlet(source: &str) -> Option<&'static str> {
    let source = source.to_lowercase();
    let labels = || source.split(|c: char| !c.is_alphanumeric());
    let is = |form: &str| {
        let form = form.to_lowercase();
        source == form || labels().any(|it| it == form || it.strip_suffix("news") == Some(&form))
    };
    let mut all = AGENCIES.iter();
    all.find(|(_, forms)| forms.iter().any(|it| is(it)))
        .map(|it| it.0)
}

/// Whether a name stands at a byte as words of its own.
fn stands(text: &str, at: usize, name: &str) -> bool {
    let joins = |c: Option<char>| c.is_some_and(|it| it.is_alphanumeric() || it == '@');
    text.as_bytes()[at..].starts_with(name.as_bytes())
        && !joins(text[..at].chars().next_back())
        && !joins(text[at + name.len()..].chars().next())
}

/// The sentences at both ends and around the passages.
fn near(article: &Article, passages: &[SentenceIx]) -> Vec<Span> {
    let all = article.sentences();
    let mut sorted: Vec<usize> = passages.iter().map(|it| it.0).collect();
    sorted.sort_unstable();
    let close = |at: usize| {
        let first = sorted.partition_point(|it| it + NEAR < at);
        sorted.get(first).is_some_and(|it| *it <= at + NEAR)
    };
    let wanted = |at: &usize| *at < ENDS || all.len() <= at + ENDS || close(*at);
    let wanted = (0..all.len()).filter(wanted);
    wanted.map(|at| all[at].span).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(agency(text), expected);
    }

    #[test]
    fn agencies_are_known_by_their_names() {
        check("ORRIN (Reuters) - The ferry sank.", Some("Reuters"));
        check("The ferry sank, the Associated Press reported.", Some("AP"));
        check("By our staff, with agencies", Some("agencies"));
        check("The harbour office told AFP and Reuters so.", Some("AFP"));
    }

    #[test]
    fn an_opening_line_names_who_is_not_listed() {
        let named = |text| dateline(text);
        assert_eq!(
            named("ORRIN (Seaboard Wire) - A ferry sank."),
            Some("Seaboard Wire")
        );
        assert_eq!(
            named("ORRIN, Aug 23 (Marlnews) — A ferry sank."),
            Some("Marlnews")
        );
        assert_eq!(named("The ferry (Grey Heron) - a new one - sank."), None);
        assert_eq!(named("Orrin (population 4,000) - A ferry sank."), None);
    }

    #[test]
    fn an_outlet_may_be_an_agency() {
        assert_eq!(outlet("apnews.com"), Some("AP"));
        assert_eq!(outlet("Reuters"), Some("Reuters"));
        assert_eq!(outlet("Orrin Gazette"), None);
    }

    #[test]
    fn letters_within_words_name_none() {
        check(
            "The APPEAL of the chaplain to the agency was dropped.",
            None,
        );
        check("They meet @Reuters99 daily.", None);
        check("", None);
    }
}
