//! Which news agency an article says that its text is from.
//!
//! Copy is credited in few places: in the byline, in the line that opens it ("Orrin (Reuters) –"),
//! in a line at its end ("Additional reporting by AFP", "With agencies"), or in a sentence near the
//! passage that was taken over ("according to AFP", "told the AP"). So names of agencies
//! (`assets/words/agencies.txt`) are looked for in the byline, in what was taken off at both ends,
//! in the first and last sentences, and in those within `NEAR` of a given passage. Limits: an
//! agency that is only quoted beside a passage counts as its credit; copy that credits nobody is
//! told as such, which is no proof. Cost: a search for each name in a few sentences.

use std::sync::LazyLock;

use crate::{
    model::{
        article::{Article, Why},
        index::SentenceIx,
    },
    text::span::Span,
};

/// Sentences at either end of an article in which its agency is named.
const ENDS: usize = 2;
/// Sentences on each side of a passage in which its agency is named.
const NEAR: usize = 1;

/// Agencies with the ways in which each is written.
static AGENCIES: LazyLock<Vec<(&str, Vec<&str>)>> = LazyLock::new(|| {
    let table = include_str!("../../assets/words/agencies.txt");
    let lines = table.lines().filter(|it| !it.starts_with('#'));
    let rows = lines.filter_map(|it| it.split_once('\t'));
    rows.map(|(name, forms)| (name, forms.split(" / ").collect()))
        .collect()
});

/// The agency that an article credits for some passages; None where it names none near them.
pub fn credit(article: &Article, passages: &[SentenceIx]) -> Option<&'static str> {
    let byline = article.meta().byline.as_deref();
    let taken_off = article
        .dropped()
        .iter()
        .filter(|it| it.why != Why::Generated);
    let taken_off = taken_off.map(|it| it.span.of(article.text()));
    let sentences = near(article, passages);
    let said = sentences.iter().map(|it| it.of(article.text()));
    byline
        .into_iter()
        .chain(said)
        .chain(taken_off)
        .find_map(agency)
}

/// The agency that a text names first.
pub fn agency(text: &str) -> Option<&'static str> {
    let place = |forms: &[&str]| forms.iter().filter_map(|it| find(text, it)).min();
    let all = AGENCIES
        .iter()
        .filter_map(|(name, forms)| Some((place(forms)?, *name)));
    all.min().map(|(_, name)| name)
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

/// Where a name stands as words of its own, in bytes.
fn find(text: &str, name: &str) -> Option<usize> {
    let alone = |at: &usize| {
        let before = text[..*at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        let joins = |c: Option<char>| c.is_some_and(|it| it.is_alphanumeric() || it == '@');
        !joins(before) && !joins(after)
    };
    text.match_indices(name).map(|it| it.0).find(alone)
}

/// The sentences at both ends and around the passages.
fn near(article: &Article, passages: &[SentenceIx]) -> Vec<Span> {
    let all = article.sentences();
    let close = |at: usize| passages.iter().any(|it| it.0.abs_diff(at) <= NEAR);
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
