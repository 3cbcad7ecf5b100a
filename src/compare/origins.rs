//! Which articles derive from one text: agency copy printed by many, or rewrites of one another.
//!
//! Two outlets that report one event share its topic and quote the same people, but not their own
//! sentences. So the measure is wording outside quotation marks: the share of the shorter body's
//! words that stand in long runs which the other body has too, and, within sentences linked as
//! verbatim or edited, in short ones (`covered`). The share is taken of the shorter body, since copy
//! that was cut is still copy.
//!
//! Words that any of the articles quotes are set aside in all, since a statement may be printed
//! without its marks.
//!
//! Steps: the words of each body; runs that two bodies share, through an index of all runs; linked
//! sentences; articles whose share reaches `ENOUGH` are one origin, by average linkage; whom each
//! credits (`credits`), and which was first: the one whose outlet the others credit, or the only
//! one that was printed before all others. Limits: wording does not tell who wrote first, and the
//! date of an article may be that of its last change.
//! Cost: linear in the words, plus the words that pairs of articles share.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap},
};

use foldhash::fast::FixedState;

use crate::{
    compare::{
        bodies::{self, Body, Known},
        covered::Covered,
        credits, earliest,
    },
    model::{
        article::Article,
        comparison::{Link, LinkKind, Origin},
        index::{ArticleIx, LinkIx, Place},
        story::Story,
    },
};

/// Share of the shorter body from which two articles are one origin.
const ENOUGH: f32 = 0.22;
/// Mean share from which two groups are one origin: several outlets that each took a passage from
/// one agency are linked loosely, and are not all copies of one another.
const JOINED: f32 = 0.2;
/// Bodies with fewer words than this are judged as if they had as many.
const SHORT: usize = 40;

/// Shares of common wording by pairs of bodies, the earlier first.
type Shares = BTreeMap<(usize, usize), f32>;

/// Groups of articles that derive from one text; an article in none is an origin of its own.
pub fn find(articles: &[Article], story: &Story, links: &[Link]) -> Vec<Origin> {
    let mut known = Known::default();
    let mut read = |ix: &ArticleIx| Some(bodies::body(*ix, articles.get(ix.0)?, &mut known));
    let mut bodies: Vec<Body> = story.articles().iter().filter_map(&mut read).collect();
    bodies::set_quotations_aside(&mut bodies);
    let shares = shares(&bodies, links);
    let groups = groups(bodies.len(), &shares);
    let groups = groups.iter();
    let found = groups.map(|group| origin(articles, &bodies, (group, &shares), links));
    let mut found: Vec<Origin> = found.collect();
    found.sort_by_key(|it| Reverse(it.articles.len())); // of one size, in the order of the articles
    found
}

fn shares(bodies: &[Body], links: &[Link]) -> Shares {
    let mut covered = Covered::new(bodies);
    let at: HashMap<ArticleIx, usize, FixedState> = bodies
        .iter()
        .enumerate()
        .map(|(at, it)| (it.article, at))
        .collect();
    let end = |place: Place| {
        let body = *at.get(&place.article)?;
        Some((body, *bodies[body].sentences.get(&place.sentence)?))
    };
    for link in links.iter().filter(|it| it.kind <= LinkKind::Edited) {
        let ends = end(link.a).zip(end(link.b));
        if let Some((a, b)) = ends.filter(|(a, b)| a.0 != b.0) {
            covered.linked(a, b);
        }
    }
    let mut shares = Shares::new();
    for ((own, other), common) in covered.counts() {
        let (len, other_len) = (bodies[own].forms.len(), bodies[other].forms.len());
        if (len, own) < (other_len, other) {
            let share = common as f32 / len.max(SHORT) as f32;
            shares.insert((own.min(other), own.max(other)), share);
        }
    }
    shares
}

/// Bodies joined by shares that are enough, the largest first; two groups join where the mean of
/// the shares between them is about what makes a pair, so that one loose likeness does not chain
/// two texts together.
fn groups(count: usize, shares: &Shares) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = (0..count).map(|it| vec![it]).collect();
    let mut group_of: Vec<usize> = (0..count).collect();
    let mut pairs: Vec<_> = shares
        .iter()
        .filter(|(_, share)| ENOUGH <= **share)
        .collect();
    pairs.sort_by(|(x, x_share), (y, y_share)| y_share.total_cmp(x_share).then(x.cmp(y)));
    for ((a, b), _) in pairs {
        let (x, y) = (group_of[*a], group_of[*b]);
        if x != y && JOINED <= mean(&groups[x], &groups[y], shares) {
            let moved = std::mem::take(&mut groups[x.max(y)]);
            moved.iter().for_each(|it| group_of[*it] = x.min(y));
            groups[x.min(y)].extend(moved);
        }
    }
    groups.iter_mut().for_each(|it| it.sort_unstable());
    groups.retain(|it| it.len() > 1);
    groups
}

fn mean(x: &[usize], y: &[usize], shares: &Shares) -> f32 {
    let pairs = x
        .iter()
        .flat_map(|a| y.iter().map(move |b| (*a.min(b), *a.max(b))));
    let total: f32 = pairs.filter_map(|it| shares.get(&it)).sum();
    total / (x.len() * y.len()) as f32
}

fn origin(
    articles: &[Article],
    bodies: &[Body],
    (group, shares): (&[usize], &Shares),
    links: &[Link],
) -> Origin {
    let enough = |((a, b), share): &(&(usize, usize), &f32)| {
        group.contains(a) && group.contains(b) && ENOUGH <= **share
    };
    let inside: Vec<f32> = shares.iter().filter(enough).map(|it| *it.1).collect();
    let mut members: Vec<ArticleIx> = group.iter().map(|it| bodies[*it].article).collect();
    members.sort();
    let holds = |place: Place| members.contains(&place.article);
    let shows = |it: &Link| it.kind <= LinkKind::Edited && holds(it.a) && holds(it.b);
    let evidence: Vec<LinkIx> = (0..links.len())
        .filter(|at| shows(&links[*at]))
        .map(LinkIx)
        .collect();
    let credits = credits::all(articles, &members, evidence.iter().map(|it| &links[it.0]));
    Origin {
        shared: inside.iter().sum::<f32>() / inside.len().max(1) as f32,
        first: earliest::first(articles, &members, &credits),
        articles: members,
        evidence,
        credits,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{compare::bodies::told, model::story::Story};

    const AGENCY: &str = "A ferry with forty people on board ran aground off Pell Point late on \
        Tuesday and was pulled free by two tugs before dawn. Nobody was hurt, the harbour office \
        in Orrin said. The ferry will be inspected before it sails again.";

    /// The groups, by the numbers of their articles.
    #[track_caller]
    fn check(texts: &[&str], expected: &[&[usize]]) {
        let articles: Vec<Article> = texts.iter().map(|it| told(it)).collect();
        let all = (0..texts.len()).map(ArticleIx).collect();
        let story = Story::new(String::new(), all).expect("there are articles");
        let found = find(&articles, &story, &[]);
        let found: Vec<Vec<usize>> = found
            .iter()
            .map(|it| it.articles.iter().map(|it| it.0).collect())
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn copies_of_one_text_are_one_origin() {
        let cut = &AGENCY[..AGENCY.find(". The").expect("it has three sentences")];
        let own = "Passengers slept on deck after the Grey Heron struck a bank in fog; crews from \
            Orrin worked through the night, a reporter of this paper saw.";
        check(&[AGENCY, own, cut], &[&[0, 2]]);
        check(&[AGENCY, own], &[]);
    }

    #[test]
    fn quoting_the_same_words_makes_no_common_origin() {
        let words = "“We did what we had to do, and every single passenger is safe and warm tonight, \
            which is all that counts for this harbour,”";
        let one = format!("{words} said Tove Lind of the harbour office.");
        let two = format!("In Orrin the mood was calm on Wednesday morning. {words} Lind told us.");
        check(&[&one, &two], &[]);
    }

    #[test]
    fn a_text_printed_again_in_quotation_marks_is_a_copy() {
        let again = "“Passengers slept on deck after the Grey Heron struck a bank in fog,";
        let text = format!("{AGENCY} {again} and the crews of Orrin worked through the night");
        let whole = format!("{text} until the tide was high enough to lift her keel off the sand.");
        let whole = whole.replace('“', "");
        let quoted = format!("The Pell Courier writes: “{whole}”");
        check(&[&whole, &quoted], &[&[0, 1]]);
    }

    #[test]
    fn few_words_are_no_evidence() {
        check(
            &[
                "The ferry ran aground on Tuesday.",
                "The ferry ran aground on Tuesday.",
            ],
            &[],
        );
        check(&[""], &[]);
    }
}
