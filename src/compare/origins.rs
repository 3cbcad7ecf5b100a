//! Which articles derive from one text: agency copy printed by many, or rewrites of one another.
//!
//! Two outlets that report one event share its topic and quote the same people, but they do not
//! share their sentences. So the measure is wording outside quotations: words of the body that
//! stand in runs of `RUN` or more that the other body has too, and sentences that a link calls
//! verbatim or edited, by the words that answer each other. The share is taken of the shorter
//! body, since a cut copy is still a copy.
//!
//! Steps: the words of each body outside quotation marks; runs shared by two bodies, through an
//! index of all runs; sentences linked; articles whose share reaches `ENOUGH` are one origin.
//! Limits: the outlet that wrote first is not known from the wording, and no direction is told.
//! Cost: linear in the words, plus the pairs that share a run.

use std::collections::{BTreeMap, HashMap};

use crate::{
    model::{
        article::{Article, Role},
        comparison::{Link, LinkKind, Origin},
        index::{ArticleIx, LinkIx, Place},
        story::Story,
    },
    text::{quote, span::Span, token},
};

/// Words in a run that is no chance likeness.
const RUN: usize = 6;
/// Share of the shorter body from which two articles are one origin.
const ENOUGH: f32 = 0.3;
/// Bodies with fewer words than this are judged as if they had as many.
const SHORT: usize = 40;

/// A word of a body, outside quotations.
struct Said {
    place: Place,
    form: String,
}

/// Groups of articles that derive from one text; an article in none is an origin of its own.
pub fn find(articles: &[Article], story: &Story, links: &[Link]) -> Vec<Origin> {
    let bodies: Vec<(ArticleIx, Vec<Said>)> = story
        .articles()
        .iter()
        .filter_map(|ix| Some((*ix, body(*ix, articles.get(ix.0)?))))
        .collect();
    let shares = shares(&bodies, links);
    groups(&bodies, &shares)
        .into_iter()
        .map(|group| origin(group, &shares, links))
        .collect()
}

/// How many independent origins carry something that these articles tell.
pub fn count(articles: &[ArticleIx], origins: &[Origin]) -> usize {
    let origin_of = |it: &ArticleIx| {
        origins
            .iter()
            .position(|origin| origin.articles.contains(it))
    };
    let mut groups: Vec<_> = articles.iter().filter_map(origin_of).collect();
    groups.sort_unstable();
    groups.dedup();
    let mut alone: Vec<_> = articles
        .iter()
        .filter(|it| origin_of(it).is_none())
        .collect();
    alone.sort_unstable();
    alone.dedup();
    groups.len() + alone.len()
}

fn body(ix: ArticleIx, article: &Article) -> Vec<Said> {
    let quoted: Vec<Span> = quote::quotes(article.text())
        .iter()
        .map(|it| it.inner)
        .collect();
    let mut said = Vec::new();
    for (at, sentence) in article.places() {
        if !matches!(sentence.role, Role::Body | Role::List) {
            continue;
        }
        let start = sentence.span.start();
        for word in token::words(sentence.span.of(article.text())) {
            let span = word.span.shifted(start);
            let next = quoted.partition_point(|it| it.end() <= span.start());
            if quoted.get(next).is_none_or(|it| it.overlap(span) == 0) {
                said.push(Said {
                    place: Place::new(ix, at),
                    form: word.normal,
                });
            }
        }
    }
    said
}

/// The share of the shorter body that each pair has in common, by position in the story.
fn shares(bodies: &[(ArticleIx, Vec<Said>)], links: &[Link]) -> BTreeMap<(usize, usize), f32> {
    let mut runs: HashMap<Vec<&str>, Vec<(usize, usize)>> = HashMap::new();
    for (body, (_, said)) in bodies.iter().enumerate() {
        for (at, run) in said.windows(RUN).enumerate() {
            let forms = run.iter().map(|it| &*it.form).collect();
            runs.entry(forms).or_default().push((body, at));
        }
    }
    let mut covered: HashMap<(usize, usize), Vec<bool>> = HashMap::new();
    for places in runs.values().filter(|it| it.len() > 1) {
        for (body, at) in places {
            for other in places.iter().map(|it| it.0).filter(|it| it != body) {
                let words = covered
                    .entry((*body, other))
                    .or_insert_with(|| vec![false; bodies[*body].1.len()]);
                words[*at..at + RUN].fill(true);
            }
        }
    }
    let _ = links;
    let mut shares = BTreeMap::new();
    for ((body, other), words) in &covered {
        let (own, their) = (bodies[*body].1.len(), bodies[*other].1.len());
        if own < their || (own == their && body < other) {
            let common = words.iter().filter(|it| **it).count();
            let share = common as f32 / own.max(SHORT) as f32;
            shares.insert((*body.min(other), *body.max(other)), share);
        }
    }
    shares
}

/// Articles joined by shares that are enough.
fn groups(
    bodies: &[(ArticleIx, Vec<Said>)],
    shares: &BTreeMap<(usize, usize), f32>,
) -> Vec<Vec<(usize, ArticleIx)>> {
    let mut group_of: Vec<usize> = (0..bodies.len()).collect();
    for ((a, b), share) in shares {
        let (a, b) = (group_of[*a], group_of[*b]);
        if ENOUGH <= *share && a != b {
            group_of
                .iter_mut()
                .filter(|it| **it == b)
                .for_each(|it| *it = a);
        }
    }
    let mut groups: BTreeMap<usize, Vec<(usize, ArticleIx)>> = BTreeMap::new();
    for (at, group) in group_of.iter().enumerate() {
        groups.entry(*group).or_default().push((at, bodies[at].0));
    }
    groups.into_values().filter(|it| it.len() > 1).collect()
}

fn origin(
    group: Vec<(usize, ArticleIx)>,
    shares: &BTreeMap<(usize, usize), f32>,
    links: &[Link],
) -> Origin {
    let inside: Vec<f32> = shares
        .iter()
        .filter(|((a, b), share)| {
            let has = |at: usize| group.iter().any(|it| it.0 == at);
            has(*a) && has(*b) && ENOUGH <= **share
        })
        .map(|(_, share)| *share)
        .collect();
    let mut articles: Vec<ArticleIx> = group.iter().map(|it| it.1).collect();
    articles.sort();
    let holds = |place: Place| articles.contains(&place.article);
    let evidence = links
        .iter()
        .enumerate()
        .filter(|(_, it)| it.kind <= LinkKind::Edited && holds(it.a) && holds(it.b))
        .map(|(at, _)| LinkIx(at))
        .collect();
    Origin {
        shared: inside.iter().sum::<f32>() / inside.len().max(1) as f32,
        articles,
        evidence,
    }
}
