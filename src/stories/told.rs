//! Groups told as stories: the headline that says most of what all say, the dates, the reasons.
//!
//! Order: stories newest first, then as read; in a story by date, then as read.

use std::{cmp::Reverse, ops::ControlFlow};

use crate::{
    cores::ordered,
    model::{
        article::{Article, Doubt},
        index::ArticleIx,
        story::Story,
    },
    stories::{
        hash::NumberMap,
        profile::Profile,
        reasons::{self, Member, Shared},
        words::words,
    },
};

/// The stories of the groups: `groups[n]` is the group of the article `order[n]`.
pub fn stories(
    articles: &[Article],
    order: &[usize],
    profiles: &[Profile],
    groups: &[u32],
) -> Vec<Story> {
    let mut members: NumberMap<u32, Vec<Member>> = NumberMap::default();
    for ((at, profile), group) in order.iter().zip(profiles).zip(groups) {
        members.entry(*group).or_default().push(Member {
            ix: ArticleIx(*at),
            article: &articles[*at],
            profile,
        });
    }
    let mut stories = Vec::with_capacity(members.len());
    let threads = ordered::threads(articles.len() / ordered::CHUNK);
    ordered::each(threads, members.into_values(), story, |it| {
        stories.extend(it);
        ControlFlow::Continue(())
    });
    sort(&mut stories);
    stories
}

/// Newest first, then as read.
pub fn sort(stories: &mut [Story]) {
    stories.sort_by_key(|it| (Reverse(it.last), it.articles().iter().min().copied()));
}

fn story(mut members: Vec<Member>) -> Option<Story> {
    members.sort_by_key(|it| {
        let published = it.article.meta().published;
        (published.is_none(), published, it.ix)
    });
    let all = members.iter().map(|it| it.ix).collect();
    let shared = Shared::of(&members);
    let mut story = Story::new(headline(&members, &shared), all)?;
    let dates = members.iter().filter_map(|it| it.article.meta().published);
    story.first = dates.clone().map(|it| it.date).min();
    story.last = dates.map(|it| it.date).max();
    story.reasons = reasons::of(&members, &shared);
    Some(story)
}

/// The headline whose words weigh most in all members, by length; the earliest of equals.
fn headline(members: &[Member], shared: &Shared) -> String {
    let score = |it: &Member| {
        let title = it.article.meta().title.as_deref()?;
        let said = it.profile.words.iter();
        let said = said.filter(|word| word.at.in_headline());
        let weight = said.map(|it| shared.weight(it.word)).sum::<f32>();
        Some(weight / (1.0 + words(title).count() as f32).sqrt())
    };
    // What may be made up gives no story its name, where another article can.
    let made_up = |it: &Member| {
        it.article
            .doubts()
            .iter()
            .any(|it| it.kind == Doubt::GENERATED)
    };
    let scored = members.iter().rev().map(|it| {
        let score = score(it);
        (score.is_some() && !made_up(it), score.unwrap_or(-1.0), it)
    });
    let best = scored.max_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    best.map(|it| it.2.article.title().to_string())
        .unwrap_or_default()
}
