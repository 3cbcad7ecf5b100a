//! What differs in substance between sources that otherwise tell the same: from links to a ledger.
//!
//! Steps: every sentence is read once (page); each link is laid side by side (pair) and every rule
//! looks at it; rules about the whole story (quotations, names, roles) look at the page; values are
//! looked for in all sentences linked to theirs (carried); what they find is gathered into one
//! discrepancy for each thing told differently, with all readings, what is sure and weighs most
//! first; what may differ (possible) comes after all that, and what differs in form (slight) last. A
//! rule is one file and one line in `rules`. Two sentences in other words that differ in the day and
//! in the count tell of two events, and neither is told. Nothing here knows of outlets or topics:
//! words that matter stand in `assets/words`.

pub mod around;
pub mod attribution;
pub mod bodies;
pub mod borrowed;
pub mod carried;
pub mod choices;
pub mod counted;
pub mod cut;
pub mod date;
pub mod edges;
pub mod forms;
pub mod found;
pub mod gather;
pub mod hedge;
pub mod indirect;
pub mod inflection;
pub mod instead;
pub mod lists;
pub mod little;
pub mod name;
pub mod negation;
pub mod number;
pub mod page;
pub mod pair;
pub mod persons;
pub mod piece;
pub mod possible;
pub mod printed;
pub mod proper;
pub mod quote;
pub mod role;
pub mod rules;
pub mod shown;
pub mod sides;
pub mod slight;
pub mod speaker;
pub mod spelling;
pub mod stance;
pub mod unlinked;
pub mod vocabulary;
pub mod wording;

use crate::{
    compare::discrepancies::found::Found,
    model::{
        article::Article,
        comparison::{Claim, Discrepancy, Link},
        story::Story,
    },
};

/// All discrepancies of a story, the surest and heaviest first.
pub fn find(
    articles: &[Article],
    story: &Story,
    links: &[Link],
    claims: &[Claim],
) -> Vec<Discrepancy> {
    let page = page::Page::new(articles, story);
    let names = proper::Names::new(&page);
    let rules = rules::Rules::new(&page, &names, claims);
    let mut found = rules.of_story(links);
    let mut possible = Vec::new();
    let mut slight = slight::of_story(&page, &names);
    let phrases: Vec<Found> = found.extract_if(.., cut::is_of_phrase).collect();
    let quoted = quote::pairs(&found);
    for pair in links.iter().filter_map(|it| rules.pair(it)) {
        found.extend(rules.of_pair(&pair));
        if !quoted.contains(&(pair.a.place, pair.b.place)) {
            found.extend(rules.of_quotations(&pair));
        }
        possible.extend(rules.possible_of_pair(&pair));
        slight.extend(rules.slight_of_pair(&pair));
    }
    slight.extend(phrases);
    carried::complete(&page, links, &mut found);
    let possible = possible::fresh(&mut found, possible);
    found.extend(possible.into_iter().map(Found::possibly));
    let slight = slight::fresh::fresh(&mut found, slight);
    found.extend(slight.into_iter().map(Found::slightly));
    gather::gather(found)
}
