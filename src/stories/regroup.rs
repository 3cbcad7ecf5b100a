//! Stories as the reader wants them: the grouping, corrected by the reader's own decisions.
//!
//! A story that holds articles which must stand apart is parted, so that all others stay together. Then
//! parts that are tied become one, except where that would bring together what must stand apart: apart
//! wins. Stories that change get their headline, dates and reasons anew; the others stay as they are.
//!
//! The result depends on what holds between the articles, not on the order of the decisions, and
//! doing it again changes nothing.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use crate::{
    model::{
        article::Article,
        grouping::{self, Grouping, Tie},
        index::ArticleIx,
        story::Story,
    },
    stories::{profile, told},
};

/// The stories after the reader's decisions; newest story first, then as read.
pub fn regroup(
    articles: &[Article],
    stories: Vec<Story>,
    decisions: &[Grouping<ArticleIx>],
) -> Vec<Story> {
    let ties = grouping::ties(decisions);
    if ties.is_empty() {
        return stories;
    }
    let mut parts: Vec<Vec<ArticleIx>> = Vec::new();
    for story in &stories {
        parts.extend(part(story.articles(), &ties));
    }
    join(&mut parts, &ties);
    tell(articles, stories, parts)
}

/// What holds between the articles of the bundle.
type Ties = grouping::Ties<ArticleIx>;

fn tie(ties: &Ties, a: ArticleIx, b: ArticleIx) -> Option<Tie> {
    ties.get(&(a.min(b), a.max(b))).copied()
}

/// One story as the parts that may stand together, the largest first: the part that stays.
///
/// Whoever must stand apart from others chooses first, those of whom nothing was decided last: each goes
/// to the part that it is tied to, else to the largest of which nothing must stand apart from it.
fn part(articles: &[ArticleIx], ties: &Ties) -> Vec<Vec<ArticleIx>> {
    let tied = |a: ArticleIx, others: &[ArticleIx], how: Tie| {
        let tied = others.iter().filter(|b| tie(ties, a, **b) == Some(how));
        tied.count()
    };
    let mut order = articles.to_vec();
    order.sort_by_key(|it| (tied(*it, articles, Tie::Apart) == 0, *it));
    let mut parts: Vec<Vec<ArticleIx>> = Vec::new();
    for it in order {
        let open = parts.iter_mut().rev();
        let open = open.filter(|part| tied(it, part, Tie::Apart) == 0);
        match open.max_by_key(|part| (tied(it, part, Tie::Together), part.len())) {
            Some(part) => part.push(it),
            None => parts.push(vec![it]),
        }
    }
    parts.iter_mut().for_each(|it| it.sort_unstable());
    parts.sort_by_key(|it| (Reverse(it.len()), it[0]));
    parts
}

/// Joins the parts that are tied, unless something in them must stand apart.
fn join(parts: &mut Vec<Vec<ArticleIx>>, ties: &Ties) {
    let mut home: BTreeMap<ArticleIx, usize> = BTreeMap::new();
    for (at, part) in parts.iter().enumerate() {
        home.extend(part.iter().map(|it| (*it, at)));
    }
    let apart: BTreeSet<_> = ties
        .iter()
        .filter(|it| *it.1 == Tie::Apart)
        .map(|it| *it.0)
        .collect();
    for ((a, b), _) in ties.iter().filter(|it| *it.1 == Tie::Together) {
        let (one, other) = (home[a].min(home[b]), home[a].max(home[b]));
        let barred = apart.iter().any(|(x, y)| {
            let homes = (home[x].min(home[y]), home[x].max(home[y]));
            homes == (one, other)
        });
        if one == other || barred {
            continue;
        }
        let gone = std::mem::take(&mut parts[other]);
        home.extend(gone.iter().map(|it| (*it, one)));
        parts[one].extend(gone);
    }
    parts.retain(|it| !it.is_empty());
}

/// Stories that hold the same articles as before stay; the others are told anew.
fn tell(articles: &[Article], stories: Vec<Story>, parts: Vec<Vec<ArticleIx>>) -> Vec<Story> {
    let set = |it: &[ArticleIx]| it.iter().copied().collect::<BTreeSet<_>>();
    let mut before: BTreeMap<_, Story> = stories
        .into_iter()
        .map(|it| (set(it.articles()), it))
        .collect();
    let mut out = Vec::new();
    for part in parts {
        match before.remove(&set(&part)) {
            Some(story) => out.push(story),
            None => {
                let order: Vec<usize> = part.iter().map(|it| it.0).collect();
                let profiles = profile::profiles(order.iter().map(|it| &articles[*it]));
                let mut told = told::stories(articles, &order, &profiles, &vec![0; order.len()]);
                for story in &mut told {
                    story.by_you = true;
                }
                out.extend(told);
            }
        }
    }
    told::sort(&mut out);
    out
}
