//! The sources of a story: their names for the reader, and the table of them.

use std::borrow::Cow;

use crate::{
    compare::credits,
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
    escape::inline(&plain(bundle, story, ix))
}

/// The same without what Markdown asks for.
fn plain(bundle: &Bundle, story: &Story, ix: ArticleIx) -> String {
    let source = bundle[ix].source();
    match bundle.has_several(story, source) {
        true => format!("{source} ({})", id(ix)),
        false => source.to_string(),
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
        let told = escape::inline(&lineage(origin, |ix| plain(bundle, story, ix)));
        out += &format!(
            "- One text: {names} ({share} % of the shorter one's own words in common; {links}; {told})\n"
        );
    }
    for (ix, agency) in credits_alone(bundle, comparison) {
        let name = name(bundle, story, ix);
        out += &format!(
            "- Alone, but by its own word copy of {}: {name}\n",
            escape::inline(&agency)
        );
    }
    out
}

/// Articles of no group that name the agency whose text they print, with its name.
pub(crate) fn credits_alone(
    bundle: &Bundle,
    comparison: &Comparison,
) -> Vec<(ArticleIx, Cow<'static, str>)> {
    let grouped = |ix: &ArticleIx| {
        comparison
            .origins()
            .iter()
            .any(|it| it.articles.contains(ix))
    };
    let alone = comparison.articles().iter().filter(|it| !grouped(it));
    alone
        .filter_map(|ix| Some((*ix, credits::of(&bundle[*ix])?)))
        .collect()
}

/// Which article of a group was first and who credits whom, in one line; `named` names an article.
pub(crate) fn lineage(origin: &Origin, named: impl Fn(ArticleIx) -> String) -> String {
    let first = match origin.first {
        Some(ix) => format!("first printed by {}", named(ix)),
        None => "which was first is not known".to_string(),
    };
    let credits = origin.credits.iter();
    let credits: Vec<String> = credits
        .map(|(ix, agency)| format!("{} names {agency}", named(*ix)))
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
