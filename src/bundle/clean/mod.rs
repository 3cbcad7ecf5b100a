//! From a draft to an article: what is a sentence and in which role, what is set aside and why.
//!
//! Order of the stages: lines to blocks, markup out, then each stage labels blocks that have no
//! label yet (galleries, prefixes, contents, chrome, captions, opening, frame, biographies, headings), and
//! what is left is body; then blocks are cut into sentences, and what stands there twice is set
//! aside. Nothing vanishes: every byte is in a sentence, in a part set aside, or white space. Cost: about two passes over the text, and lookups by the first word of short lines.

mod about;
mod biography;
mod block;
mod caption;
mod chrome;
mod contents;
mod cut;
mod dated;
mod doors;
mod erase;
mod frame;
mod gallery;
mod generated;
mod head;
mod heading;
mod highlights;
mod language;
mod links;
mod lists;
mod markup;
mod opening;
mod page;
mod pattern;
mod prefix;
mod prose;
mod residue;
mod signed;
mod stretch;
mod title;
mod topic;
mod twice;
mod wrap;

use crate::{
    bundle::draft::Draft,
    model::article::{Article, Role},
};

/// Cleans and checks a draft. Never fails: at worst everything is body.
pub(crate) fn article(mut draft: Draft) -> Article {
    let mut page = page::Page::new(&mut draft);
    let undated = match page.meta.published {
        Some(_) => None,
        None => draft.undated(),
    };
    let repeated = draft.repeated();
    gallery::mark(&mut page);
    prefix::mark(&mut page);
    contents::mark(&mut page);
    let titled = draft.has(Role::Headline);
    let marked = title::find(&page, titled);
    let headline = match titled {
        true => marked,
        false => head::find(&page, marked),
    };
    if let Some(at) = headline {
        title::clear(&mut page, at, titled);
        page.set(at, Role::Headline);
    }
    let told = titled || headline.is_some();
    chrome::mark(&mut page, told);
    caption::mark(&mut page, told);
    let dekked = draft.has(Role::Dek);
    let known = opening::Known {
        titled,
        dekked,
        headline,
        copied: headline != marked,
    };
    opening::mark(&mut page, known);
    frame::mark(&mut page);
    biography::mark(&mut page);
    heading::mark(&mut page);
    let mut parts = cut::parts(&page, &draft.known);
    twice::set_aside(&mut parts, &page.text);
    parts.doubts = draft.doubts;
    parts.doubts.extend(undated.into_iter().chain(repeated));
    parts.doubts.extend(generated::doubt(&parts.dropped));
    let meta = page.named(&parts);
    Article::new(draft.file, draft.span_of, meta, page.text, parts)
}
