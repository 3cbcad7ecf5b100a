//! The sources of a story: their names for the reader, and the table of them.

use crate::{
    export::escape,
    model::{
        article::Article,
        bundle::Bundle,
        comparison::{Comparison, Origin},
        index::ArticleIx,
        story::Story,
    },
    text::count::counted,
};

/// What an article is called in the text: its outlet, with the article's number where the story
/// has several of that outlet.
pub(crate) fn name(bundle: &Bundle, story: &Story, ix: ArticleIx) -> String {
    let source = bundle[ix].source();
    let same = story
        .articles()
        .iter()
        .filter(|it| bundle[**it].source() == source);
    match same.count() {
        0 | 1 => escape::inline(source),
        _ => format!("{} ({})", escape::inline(source), id(ix)),
    }
}

/// The names of several, with commas between.
pub(crate) fn names(bundle: &Bundle, story: &Story, all: &[ArticleIx]) -> String {
    let names: Vec<String> = all.iter().map(|ix| name(bundle, story, *ix)).collect();
    names.join(", ")
}

/// As the JSON report numbers it.
pub(crate) fn id(ix: ArticleIx) -> String {
    format!("a{}", ix.0 + 1)
}

/// A row a source: number, outlet, headline, date, link.
pub(crate) fn table(bundle: &Bundle, story: &Story) -> String {
    let mut out = String::from("| | Outlet | Headline | Date | Link |\n|---|---|---|---|---|\n");
    for ix in story.articles() {
        let article = &bundle[*ix];
        out += &format!(
            "| {} | {} | {} | {} | {} |\n",
            id(*ix),
            escape::inline(article.source()),
            escape::inline(&article.headline()),
            date(article),
            link(article.meta().url.as_deref()),
        );
    }
    out
}

/// A line for each group of articles that derive from one text.
pub(crate) fn origins(bundle: &Bundle, story: &Story, comparison: &Comparison) -> String {
    let mut out = String::new();
    for origin in comparison.origins() {
        let names = names(bundle, story, &origin.articles);
        let share = (origin.shared * 100.0).round();
        let links = counted(origin.evidence.len(), "link", "links");
        let told = escape::inline(&lineage(bundle, origin));
        out +=
            &format!("- One text: {names} (share {share} % of their wording; {links}; {told})\n");
    }
    out
}

/// Which article of a group was first and who credits whom, in one line.
pub(crate) fn lineage(bundle: &Bundle, origin: &Origin) -> String {
    let first = match origin.first {
        Some(ix) => format!("first printed by {}", bundle[ix].source()),
        None => "which was first is not known".to_string(),
    };
    let credits = origin.credits.iter();
    let credits: Vec<String> = credits
        .map(|(ix, agency)| format!("{} names {agency}", bundle[*ix].source()))
        .collect();
    match credits.is_empty() {
        true => format!("{first}; no agency is named"),
        false => format!("{first}; {}", credits.join(", ")),
    }
}

fn date(article: &Article) -> String {
    let stamp = article.meta().published.map(|it| it.to_string());
    stamp.unwrap_or_default().replace('T', " ")
}

/// A link that shows its host; text where the address is none of a page.
pub(crate) fn link(url: Option<&str>) -> String {
    let Some(url) = url else {
        return String::new();
    };
    match escape::url(url) {
        Some(goal) => format!("[{}](<{goal}>)", escape::inline(host(url))),
        None => escape::inline(url),
    }
}

fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}
