//! Which news agency an article says that its text is from.
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
        article::{Article, Role, Sentence, Why},
        comparison::Link,
        index::{ArticleIx, SentenceIx},
    },
    text::span::Span,
};

/// Sentences at either end of an article in which its agency is named.
const ENDS: usize = 2;
/// What a line that closes an article says of an agency's part in it.
const CLOSES: &[&str] = &[
    "contributed to this report",
    "contributed reporting",
    "dditional reporting",
    "ith reporting by",
    "ith agencies",
    "©",
    "Copyright",
];
/// Letters of an agency's name from which it is no chance part of an address, and of the first word of a
/// name that an outlet's may hold.
const LONG: usize = 6;
const OWN: usize = 4;
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

/// The agency whose text an article says that it prints: in its byline, in the line that opens it, in what
/// was taken off it, in the line that closes it, or in its address; None where it names none there.
pub fn of(article: &Article) -> Option<Cow<'static, str>> {
    let byline = article.meta().byline.as_deref().and_then(agency);
    let all = article.sentences();
    let text = |span: Span| span.of(article.text());
    let opening = || {
        let first = all.iter().filter(|it| tells(it)).take(ENDS);
        first.map(|it| text(it.span)).find_map(opened)
    };
    let closing = || {
        let last = all.iter().rev().take(ENDS).map(|it| text(it.span));
        let signed = all.last().filter(|it| tells(it));
        let signed = signed.and_then(|it| signature(text(it.span)));
        let closes = |it: &&str| CLOSES.iter().any(|form| it.contains(form));
        signed.or_else(|| last.filter(closes).find_map(agency))
    };
    let off = || taken_off(article).filter(|it| credits(it)).find_map(agency);
    let named = byline.or_else(opening).or_else(off);
    let url = || article.meta().url.as_deref().and_then(wire);
    let named = named.or_else(closing).or_else(url)?;
    // An outlet that names itself there credits nobody.
    (outlet(article.source()) != Some(named)).then(|| named.into())
}

fn tells(sentence: &Sentence) -> bool {
    !matches!(sentence.role, Role::Caption | Role::Headline)
}

/// Whether a line that was taken off says whose the text is: the bare name of an agency stands below a
/// picture.
fn credits(text: &str) -> bool {
    const OPENS: &[&str] = &["By ", "From ", "Source: ", "("];
    let text = text.trim();
    CLOSES.iter().any(|it| text.contains(it)) || OPENS.iter().any(|it| text.starts_with(it))
}

/// The agency whose name is all of a line but for a dash or brackets: "– PA", "(Reuters)".
fn signature(text: &str) -> Option<&'static str> {
    let marks =
        |it: char| it.is_whitespace() || matches!(it, '–' | '—' | '-' | '(' | ')' | '[' | ']');
    let name = text.trim_matches(marks);
    let is = |form: &str| form.eq_ignore_ascii_case(name);
    let named = |(own, forms): &&Agency| is(own) || forms.iter().any(|it| is(it));
    AGENCIES.iter().find(named).map(|it| it.0)
}

/// The agency in the brackets that open a report: "ORRIN (Reuters) -", "(AP) —".
fn opened(text: &str) -> Option<&'static str> {
    let name = match text.strip_prefix('(') {
        Some(rest) => rest.split_once(')')?.0,
        None => dateline(text)?,
    };
    agency(name)
}

/// The agency that an address names as its wire: "/wires/afp/", "/aponline/", "/reuters/". A short name
/// alone is no agency's: "/pa/" may be Pennsylvania.
fn wire(url: &str) -> Option<&'static str> {
    let parts: Vec<&str> = url.split('/').skip(3).collect();
    let listed = |at: usize| {
        let wired = 0 < at && matches!(parts[at - 1], "wires" | "wire");
        let mut names = AGENCIES.iter().map(|it| it.0);
        match parts[at] {
            "aponline" => Some("AP"),
            part => {
                names.find(|name| (wired || LONG <= name.len()) && part.eq_ignore_ascii_case(name))
            }
        }
    };
    (0..parts.len()).find_map(listed)
}

/// What was taken off an article, but for what credits its pictures.
fn taken_off(article: &Article) -> impl Iterator<Item = &str> {
    let all = article
        .dropped()
        .iter()
        .filter(|it| it.why != Why::Generated);
    let texts = all.map(|it| it.span.of(article.text()));
    texts.filter(|it| !is_picture(it))
}

/// Whether a line credits a picture: "(Image: Reuters)", "Photo by Tove Lind/AFP".
fn is_picture(text: &str) -> bool {
    const PICTURES: &[&str] = &["image", "photo", "picture", "getty", "video", "footage"];
    let text = text.to_lowercase();
    PICTURES.iter().any(|it| text.contains(it))
}

/// Whether a short line in brackets credits a picture.
fn pictured(text: &str) -> bool {
    let text = text.trim();
    text.starts_with('(') && text.ends_with(')') && is_picture(text)
}

/// The agency that an article credits for some passages; None where it names none near them.
fn credit(article: &Article, passages: &[SentenceIx]) -> Option<Cow<'static, str>> {
    let byline = article.meta().byline.as_deref();
    let sentences = near(article, passages);
    let said = sentences.iter().map(|it| it.of(article.text()));
    let said = said.filter(|it| !pictured(it));
    let own = outlet(article.source());
    let listed = byline.into_iter().chain(said).chain(taken_off(article));
    let listed = listed.filter_map(agency).find(|it| Some(*it) != own);
    let opening = || {
        let first = article.sentences().iter().take(ENDS + 1);
        let mut named = first.filter_map(|it| dateline(it.span.of(article.text())));
        // An outlet that names itself there credits nobody.
        let source = article.source().to_lowercase();
        let is_own = |it: &str| {
            let first = it.split(' ').next().unwrap_or(it).to_lowercase();
            source.contains(&it.to_lowercase()) || OWN <= first.len() && source.contains(&first)
        };
        named.find(|it| !is_own(it))
    };
    // What it says of itself before a name beside a passage: "the PA shut down" is no agency.
    let listed = of(article).or_else(|| listed.map(Cow::from));
    listed.or_else(|| opening().map(|it| it.to_string().into()))
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
    let wanted = wanted.filter(|at| all[*at].role != Role::Caption);
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

    #[track_caller]
    fn check_of(text: &str, source: &str, url: &str, expected: Option<&str>) {
        use crate::model::article::{Meta, Parts, SpanOf};

        let span = Span::new(0, text.len());
        let sentences = vec![Sentence {
            span,
            paragraph: 0,
            role: Role::Body,
        }];
        let meta = Meta {
            source: source.to_string(),
            url: Some(url.to_string()),
            ..Meta::default()
        };
        let parts = Parts {
            sentences,
            ..Parts::default()
        };
        let article = Article::new(String::new(), SpanOf::File, meta, text.to_string(), parts);
        assert_eq!(of(&article).as_deref(), expected);
    }

    #[test]
    fn an_article_says_whose_text_it_prints() {
        let plain = "https://orrin.example/news/1";
        check_of(
            "ORRIN (AP) — The ferry sank.",
            "Orrin Gazette",
            plain,
            Some("AP"),
        );
        check_of(
            "(Reuters) - The ferry sank.",
            "Orrin Gazette",
            plain,
            Some("Reuters"),
        );
        check_of("(Reuters) - The ferry sank.", "reuters.com", plain, None);
        check_of(
            "The ferry sank, Reuters reported.",
            "Orrin Gazette",
            plain,
            None,
        );
        let wire = "https://orrin.example/wires/afp/article-1.html";
        check_of("The ferry sank.", "Orrin Gazette", wire, Some("AFP"));
        check_of("All our Agencies are filled.", "Orrin Gazette", plain, None);
        check_of("– PA", "Orrin Gazette", plain, Some("PA"));
        check_of("REUTERS", "Orrin Gazette", plain, Some("Reuters"));
        check_of("So said the PA.", "Orrin Gazette", plain, None);
        let line = "The Associated Press contributed to this report.";
        check_of(line, "Orrin Gazette", plain, Some("AP"));
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
