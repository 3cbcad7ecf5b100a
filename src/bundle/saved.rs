//! A page that was saved from a browser: HTML, of which the article is read.
//!
//! What the page tells about itself fills the fields: the data for search engines (JSON-LD, types that
//! end in "Article" or "Posting" of schema.org), then `<meta>` (Open Graph and its like), `<title>`,
//! `<html lang>`, the canonical address, `<time>` in the article. The text is that of the element marked as the
//! article, `<article>` with the most text or `<main>`, where that holds half of the text of the page
//! or more, else of the whole `<body>`; menus, forms and footers that are marked as such are left out.
//! What else stands there is cleaned like any other page. Limits: pages that a script fills when they
//! are opened hold no text. Cost: a few passes over the file.

use serde::de::DeserializeSeed;
use serde_json::Value;

use crate::{
    bundle::{
        decode::Decoded,
        fields::{Field, Fields},
        html::{self, Tag},
        json,
        out::Out,
        record::{Budget, Record, Tree},
    },
    model::limits::Limits,
    text::{fold::letters, safe},
};

/// Elements whose text is none of the article's.
const APART: &[&str] = &[
    "nav", "footer", "aside", "form", "button", "dialog", "select",
];
/// Those of them that never hold a page.
const MENUS: &[&str] = &["nav", "button", "select"];
/// Names of `<meta>` and the field that each fills, the surest first.
const METAS: &[(&str, Field)] = &[
    ("og:title", Field::Title),
    ("twitter:title", Field::Title),
    ("og:site_name", Field::Source),
    ("article:published_time", Field::Date),
    ("datepublished", Field::Date),
    ("og:pubdate", Field::Date),
    ("pubdate", Field::Date),
    ("publish-date", Field::Date),
    ("parsely-pub-date", Field::Date),
    ("dc.date", Field::Date),
    ("date", Field::Date),
    ("author", Field::Byline),
    ("byl", Field::Byline),
    ("parsely-author", Field::Byline),
    ("og:url", Field::Url),
    ("og:description", Field::Dek),
    ("description", Field::Dek),
];
/// Ranks of what stands elsewhere, behind those of the names above.
const META_RANK: usize = 100;
const LAST_RANK: usize = 200;
/// Elements inside one another of which the ends are looked for.
const NESTED: usize = 64;
/// Data for search engines that is read in a page, and lists inside lists in it.
const BLOCKS: usize = 16;
const DEPTH: usize = 8;

/// Reads a saved page.
pub(crate) fn read(file: &str, decoded: Decoded, out: &mut Out<'_>) {
    if decoded.text.contains('\0') {
        return out.loaded.skip(file, "is no text file");
    }
    let page = &decoded.text;
    let mut fields = data(page, &out.loaded.limits);
    head(page, &mut fields);
    unsign(page, &mut fields);
    let told = fields.take(Field::Body);
    let mut body = article(page);
    date(&body, &mut fields);
    if html::to_text(&body).trim_matches(safe::is_blank).is_empty() {
        let Some(told) = told else {
            return out.loaded.skip(
                file,
                "holds no text: a script may fill the page, or a comment in it is never closed; \
                 copy the text of the page instead",
            );
        };
        body = told;
    }
    fields.offer((Field::Body, 0), body);
    match json::draft(file, Record::of(fields)) {
        Some(mut draft) => {
            if let Some(encoding) = decoded.from {
                draft.read_as(encoding);
            }
            out.drafts.push(draft);
        }
        None => out.loaded.skip(file, "holds no text"),
    }
}

/// Fills the fields from tags.
fn head(page: &str, fields: &mut Fields) {
    for (at, tag) in tags(page).filter(|it| !it.1.closes) {
        let text = &page[at..at + tag.len];
        let value = |name| html::attribute(text, name).filter(|it| !it.trim().is_empty());
        match &*tag.name {
            "html" => offer(fields, Field::Language, value("lang").map(language)),
            "title" => {
                let words = page[at + tag.len..].split('<').next().map(str::to_string);
                offer(fields, Field::Title, words);
            }
            "link" if value("rel").is_some_and(|it| it == "canonical") => {
                offer(fields, Field::Url, value("href"));
            }
            "meta" => {
                let name = value("property").or(value("name")).or(value("itemprop"));
                let name = name.unwrap_or_default().to_lowercase();
                let known = METAS.iter().position(|it| it.0 == name);
                if let (Some(rank), Some(value)) = (known, value("content")) {
                    fields.offer((METAS[rank].1, META_RANK + rank), value);
                }
            }
            _ => (),
        }
    }
}

/// Takes the day from the article where the page tells none: elsewhere other articles are dated.
fn date(article: &str, fields: &mut Fields) {
    let times = tags(article).filter(|it| it.1.name == "time" && !it.1.closes);
    for (at, tag) in times {
        offer(
            fields,
            Field::Date,
            html::attribute(&article[at..at + tag.len], "datetime"),
        );
    }
}

/// Without the outlet's name behind a title that begins as the page's heading does.
fn unsign(page: &str, fields: &mut Fields) {
    let title = fields.get(Field::Title).unwrap_or_default().to_string();
    let begins = |it: &String| {
        let mut title = letters(&title);
        it.contains(' ') && letters(it).all(|c| title.next() == Some(c))
    };
    let headings = inside(page, "h1").map(json::one_line);
    if let Some(heading) = headings.take(BLOCKS).find(begins) {
        fields.replace(Field::Title, heading);
    }
}

/// Of several of the last rank the first is kept.
fn offer(fields: &mut Fields, field: Field, value: Option<String>) {
    if let Some(value) = value.filter(|_| fields.get(field).is_none()) {
        fields.offer((field, LAST_RANK), value);
    }
}

/// `en` of `en-GB`.
fn language(value: String) -> String {
    value
        .split(['-', '_'])
        .next()
        .unwrap_or_default()
        .to_string()
}

/// What the data for search engines tell: the first that tell it.
fn data(page: &str, limits: &Limits) -> Fields {
    let is_data = |it: &(usize, Tag)| {
        let text = &page[it.0..it.0 + it.1.len];
        let kind = || html::attribute(text, "type");
        it.1.name == "script"
            && kind().is_some_and(|it| it.eq_ignore_ascii_case("application/ld+json"))
    };
    let mut fields = Fields::default();
    for (at, tag) in tags(page).filter(is_data).take(BLOCKS) {
        let rest = &page[at + tag.len..];
        let end = rest.find("</").unwrap_or(rest.len());
        let value = serde_json::from_str(&rest[..end]).unwrap_or(Value::Null);
        let budget = Budget::new(limits);
        let record = posting(&value, DEPTH).map(|it| budget.keeper().deserialize(it));
        if let Some(Ok(Tree::Map(record))) = record {
            fields.take_in(record.fields);
        }
    }
    fields
}

/// The first object of a type that an article has.
fn posting(value: &Value, depth: usize) -> Option<&Value> {
    let depth = depth.checked_sub(1)?;
    match value {
        Value::Array(all) => all.iter().find_map(|it| posting(it, depth)),
        Value::Object(own) => match own.get("@type").is_some_and(is_posting) {
            true => Some(value),
            false => own.get("@graph").and_then(|it| posting(it, depth)),
        },
        _ => None,
    }
}

/// Whether a type, or one of several, is that of an article.
fn is_posting(kind: &Value) -> bool {
    let named = |it: &Value| {
        let name = it.as_str().unwrap_or_default();
        name.ends_with("Article") || name.ends_with("Posting")
    };
    named(kind) || kind.as_array().is_some_and(|all| all.iter().any(named))
}

/// The part of a page that is the article.
fn article(page: &str) -> String {
    let body = inside(page, "body")
        .max_by_key(|it| it.len())
        .unwrap_or(page);
    let size = |html: &str| html::to_text(html).len();
    let whole = size(body);
    // Some sites put the whole page into a form, or the story beside itself.
    let plain = [APART, MENUS].into_iter().map(|it| without(body, it));
    let plain = plain.into_iter().find(|it| whole <= 2 * size(it));
    let plain = plain.unwrap_or_else(|| body.to_string());
    let all = size(&plain);
    let marked = ["article", "main"].into_iter().find_map(|name| {
        let parts = inside(&plain, name).map(|it| (size(it), it));
        let longest = parts.max_by_key(|it| it.0);
        longest
            .filter(|it| all <= 2 * it.0)
            .map(|it| it.1.to_string())
    });
    marked.unwrap_or(plain)
}

/// What stands between the tags of each outermost element of a name.
fn inside<'a>(html: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    let mut depth = 0usize;
    let mut start = 0;
    tags(html)
        .filter(move |it| it.1.name == name)
        .filter_map(move |(at, tag)| {
            if !tag.closes {
                depth += 1;
                start = if depth == 1 { at + tag.len } else { start };
                return None;
            }
            let outermost = depth == 1;
            depth = depth.saturating_sub(1);
            outermost.then(|| &html[start..at])
        })
}

/// Without the elements of some names, and what stands in them. One that is never closed stays.
fn without(html: &str, names: &[&str]) -> String {
    let mut out = String::with_capacity(html.len());
    let mut copied = 0;
    let mut open: Vec<(String, usize)> = Vec::new();
    for (at, tag) in tags(html).filter(|it| names.contains(&&*it.1.name)) {
        if !tag.closes {
            if open.len() < NESTED {
                open.push((tag.name, at));
            }
            continue;
        }
        let Some(place) = open.iter().rposition(|it| it.0 == tag.name) else {
            continue;
        };
        let (_, start) = open.swap_remove(place);
        open.truncate(place);
        if open.is_empty() && copied <= start {
            out.push_str(&html[copied..start]);
            copied = at + tag.len;
        }
    }
    out.push_str(&html[copied..]);
    out
}

/// The tags of a text, each with the byte at which it begins; what stands in comments and scripts is none.
fn tags(html: &str) -> impl Iterator<Item = (usize, Tag)> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            at += memchr::memchr(b'<', &html.as_bytes()[at..])?;
            if let Some(rest) = html::comment(&html[at..]) {
                at = html.len() - rest.len();
                continue;
            }
            let Some(tag) = html::tag(&html[at..]) else {
                at += 1;
                continue;
            };
            let start = at;
            at += tag.len;
            let silent = matches!(&*tag.name, "script" | "style") && !tag.closes;
            if silent {
                at = html.len() - html::behind_content(&html[at..], &tag.name).len();
            }
            return Some((start, tag));
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_is_what_is_marked_as_one() {
        let page = "<body><nav>Home</nav><article><p>The pier fell on Monday night.</p>\
                    <aside>More</aside></article><article>Ferry</article><p>So</p></body>";
        assert_eq!(article(page), "<p>The pier fell on Monday night.</p>");
        let open = "<body><p>The pier fell.</p><article>Ferry</article><form>Sign up</form></body>";
        assert_eq!(
            article(open),
            "<p>The pier fell.</p><article>Ferry</article>"
        );
        assert_eq!(article("<p>The pier<nav>"), "<p>The pier<nav>");
    }

    #[test]
    fn a_form_around_the_page_is_none() {
        let page = "<body><form><nav>Home</nav><p>The pier fell on Monday night.</p></form></body>";
        assert_eq!(
            article(page),
            "<form><p>The pier fell on Monday night.</p></form>"
        );
    }

    #[test]
    fn an_outlet_behind_the_title_goes_where_a_heading_tells() {
        let page = "<title>Pier shut for a year - Post</title><h1>Pier shut for a year</h1>";
        let mut fields = Fields::default();
        head(page, &mut fields);
        unsign(page, &mut fields);
        assert_eq!(fields.get(Field::Title), Some("Pier shut for a year"));
    }

    #[test]
    fn the_page_tells_about_itself() {
        let page = "<html lang='en-GB'><head><title>Pier fell | Post</title>\
                    <meta property=\"og:title\" content=\"Pier &amp; quay fell\"><meta name=author content='Ana Roe'>\
                    <link rel=canonical href=https://post.example/pier></head>";
        let mut fields = Fields::default();
        head(page, &mut fields);
        let told = |field| fields.get(field).unwrap_or_default();
        assert_eq!(told(Field::Title), "Pier & quay fell");
        assert_eq!(told(Field::Byline), "Ana Roe");
        assert_eq!(told(Field::Url), "https://post.example/pier");
        assert_eq!(told(Field::Language), "en");
    }
}
