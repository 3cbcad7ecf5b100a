//! One source says who told it, the other tells it as its own, or has it from somebody else.

use crate::{
    compare::discrepancies::{
        attribution,
        found::{Found, Mark},
        page::{Page, Told},
        pair::Pair,
        speaker::{Speaker, Speakers, named_in},
    },
    model::comparison::DiscrepancyKind,
    text::span::Span,
};

/// Share of the barer sentence's words of substance that both have, outside the speaker.
const SHARE: f32 = 0.4;
/// The same where the two are said by two, or by one whose words are the news.
const SAME: f32 = 0.5;

/// Words of substance that both have.
const COMMON: usize = 4;

/// A speaker whom the other sentence lacks, or two speakers.
pub fn find(page: &Page<'_>, all: &Speakers, pair: &Pair<'_>) -> Option<Found> {
    let known = |told: &Told<'_>| all.at(told.place).filter(|it| it.told);
    match (known(pair.a), known(pair.b)) {
        (Some(x), Some(y)) => two(pair, all, x, y),
        (Some(it), None) => lost(page, pair, it, pair.a, pair.b),
        (None, Some(it)) => lost(page, pair, it, pair.b, pair.a),
        (None, None) => None,
    }
}

fn two(pair: &Pair<'_>, all: &Speakers, x: &Speaker, y: &Speaker) -> Option<Found> {
    // A document speaks for somebody.
    let document = |it: &Speaker| it.sort == Some("document") && !it.named;
    if document(x) || document(y) {
        return None;
    }
    let one_sort = x.sort.is_some() && x.sort == y.sort;
    let known = (x.named || x.sort.is_some()) && (y.named || y.sort.is_some());
    let sorts = attribution::other_sort(x, y) && !x.named && !y.named;
    let apart = !one_sort && known && (sorts || x.words.is_disjoint(&y.words));
    // What is dear is asked last: of a large story there are thousands of pairs.
    let told = apart
        && said_once(pair.substance(&x.range, &y.range), SAME)
        && !all.one_name(x, y)
        && !named_in(x, pair.b)
        && !named_in(y, pair.a);
    told.then(|| {
        Found::pair(
            DiscrepancyKind::Attribution,
            mark(pair.a, x),
            mark(pair.b, y),
        )
    })
}

fn lost(
    page: &Page<'_>,
    pair: &Pair<'_>,
    it: &Speaker,
    own: &Told<'_>,
    other: &Told<'_>,
) -> Option<Found> {
    let open = other.sayings().is_empty() && !other.speaks() && other.quoted.is_empty();
    // What is printed word for word may be the quotation itself, set apart as a block.
    let block = pair.same_wording() && !own.quoted.is_empty();
    let denies = own.saying().is_some_and(|it| it.stance == "denied");
    if !open || block || denies {
        return None;
    }
    let needed = match is_source(own, it) {
        true => SHARE,
        false if attribution::gives(own, it, other) => SAME,
        false => return None,
    };
    let has = |at: usize| !own.forms[at].stop && other.find(own.forms[at]).is_some();
    let led = |near: &Told<'_>| near.paragraph == other.paragraph && !near.sayings().is_empty();
    if !said_once(pair.substance_beside(own, &it.range), needed)
        || own.covered(it.span).any(has)
        || page.near(other, 0).any(led)
        || named_in(it, other)
    {
        return None;
    }
    let bare = Mark::new(other, Span::new(0, 0), "");
    let kind = attribution::kind_of(own);
    Some(Found::pair(kind, attribution::said(own, it), bare))
}

/// Whether so many words of substance in common, and such a share, are enough of the same.
fn said_once((common, share): (usize, f32), needed: f32) -> bool {
    COMMON <= common && needed <= share
}

/// Whether a speaker is one from whom news is had, as against one whose words are the news: "police
/// said", "according to Tove Lind", "the Courier reported".
pub fn is_source(own: &Told<'_>, it: &Speaker) -> bool {
    const REPORTS: &[&str] = &["according", "reported", "reports", "confirmed", "confirms"];
    let verb = own.saying().map(|it| &*own.words[it.verb].normal);
    it.sort.is_some() && !it.named || verb.is_some_and(|it| REPORTS.contains(&it))
}

/// A reading of who says it.
pub fn mark(told: &Told<'_>, it: &Speaker) -> Mark {
    Mark::new(told, it.span, attribution::key(it))
}
