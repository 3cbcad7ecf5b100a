//! What differs in substance between sources that otherwise tell the same: from links to a ledger.
//!
//! Steps: every sentence is read once (page); each link is laid side by side (pair) and every rule
//! looks at it; rules about the whole story (quotations, names, roles) look at the page; what they
//! find is gathered into one discrepancy for each thing told differently, with all readings.
//! A rule is one file and one line below. Two sentences in other words that differ in the day and in
//! the count tell of two events, and neither is told. Nothing here knows of outlets or topics: words that
//! matter stand in `assets/words`.

pub mod attribution;
pub mod bodies;
pub mod counted;
pub mod date;
pub mod forms;
pub mod found;
pub mod gather;
pub mod hedge;
pub mod indirect;
pub mod inflection;
pub mod name;
pub mod negation;
pub mod number;
pub mod page;
pub mod pair;
pub mod persons;
pub mod proper;
pub mod quote;
pub mod role;
pub mod speaker;
pub mod spelling;
pub mod vocabulary;
pub mod wording;

use std::collections::HashMap;

use crate::model::{
    article::Article,
    comparison::{Claim, Discrepancy, Link},
    story::Story,
};

/// All discrepancies of a story, heaviest kind first.
pub fn find(
    articles: &[Article],
    story: &Story,
    links: &[Link],
    claims: &[Claim],
) -> Vec<Discrepancy> {
    let mut claim_of = HashMap::new();
    for (at, it) in claims.iter().enumerate() {
        claim_of.extend(it.sentences.iter().map(|place| (*place, at)));
    }
    // Two partners that make one claim with it leave nothing open.
    let open = |it: &Link| {
        let (a, b) = (claim_of.get(&it.a), claim_of.get(&it.b));
        it.ambiguous && (a.is_none() || a != b)
    };
    let page = page::Page::new(articles, story);
    let mut found = quote::find(&page);
    let quoted = quote::pairs(&found);
    found.extend(role::find(&page, links));
    found.extend(name::find(&page));
    let names = proper::Names::new(&page);
    let bodies = bodies::Bodies::new(&names);
    let linked = links.iter().map(|it| (it.a, it.b)).collect();
    found.extend(forms::find(&page, &names, &linked));
    found.extend(persons::find(&names, &linked));
    let counts = number::Counts::new(&page);
    let denials = negation::Denials::new(&page);
    let speakers = speaker::Speakers::new(&page);
    let statuses = role::Statuses::new(&page);
    let hedges = hedge::Hedges::new(&page);
    found.extend(number::unlinked(&page, &counts));
    for link in links {
        let (Some(a), Some(b)) = (page.at(link.a), page.at(link.b)) else {
            continue;
        };
        let pair = pair::Pair::new(a, b, link.kind, open(link));
        if pair.same_words() {
            continue;
        }
        let mut events = number::find(&pair, &counts);
        let dates = date::find(&page, &pair);
        if pair.same_wording() || events.is_empty() || dates.is_empty() {
            events.extend(dates);
            found.extend(events);
        }
        found.extend(negation::find(&pair, &denials));
        found.extend(hedge::find(&pair, &hedges));
        found.extend(attribution::find(&page, &speakers, &pair));
        found.extend(wording::find(&pair));
        found.extend(role::changed(&pair, &statuses));
        found.extend(counted::find(&pair));
        found.extend(bodies::find(&pair, &bodies));
        if !quoted.contains(&(link.a, link.b)) {
            found.extend(indirect::find(&page, &pair));
        }
    }
    gather::gather(found)
}
