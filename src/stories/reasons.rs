//! Why articles stand together, in words that the reader can check.
//!
//! The first line tells what most of them share and how far apart they are; then a line an
//! article: what it shares with the others. Words come in the writing of the first article that
//! has them; neighbours in its text are told as one name.

use crate::{
    model::{article::Article, index::ArticleIx},
    stories::{
        hash::NumberMap,
        profile::{Profile, Weight},
        terms::At,
        words::words,
    },
    text::span::Span,
};

/// How many words a reason names.
const NAMED: usize = 5;

/// An article of a story, with what it is about.
#[derive(Clone, Copy, Debug)]
pub struct Member<'a> {
    pub ix: ArticleIx,
    pub article: &'a Article,
    pub profile: &'a Profile,
}

/// The words of the members.
#[derive(Clone, Debug, Default)]
pub struct Shared(NumberMap<u32, Held>);

/// How many members have a word, and how much it weighs in all of them together.
#[derive(Clone, Copy, Debug, Default)]
struct Held {
    members: usize,
    weight: f32,
}

impl Shared {
    /// Nothing for a single member, which shares nothing.
    pub fn of(members: &[Member]) -> Self {
        let mut shared = Self::default();
        if members.len() < 2 {
            return shared;
        }
        for word in members.iter().flat_map(|it| &it.profile.words) {
            let it = shared.0.entry(word.word).or_default();
            it.members += 1;
            it.weight += word.weight;
        }
        shared
    }

    /// How much a word weighs in all members together.
    pub fn weight(&self, word: u32) -> f32 {
        self.held(word).weight
    }

    fn held(&self, word: u32) -> Held {
        self.0.get(&word).copied().unwrap_or_default()
    }
}

/// The reasons, a line each; none for a single article.
pub fn of(members: &[Member], shared: &Shared) -> Vec<String> {
    if members.len() < 2 {
        return Vec::new();
    }
    let mut lines = vec![together(members, shared)];
    lines.extend(field(members));
    if 2 < members.len() {
        lines.extend(members.iter().map(|it| alone(it, shared)));
    }
    lines
}

/// What most members share, and their distance in time.
fn together(members: &[Member], shared: &Shared) -> String {
    let most = |it: &Held| members.len() < it.members * 2;
    let fullest = members.iter().max_by_key(|it| {
        let held = it.profile.words.iter();
        held.filter(|word| most(&shared.held(word.word))).count()
    });
    let words = fullest.map_or(String::new(), |it| named(it, shared, most));
    let what = match words.as_str() {
        "" => "no word that most of them use".to_string(),
        words => format!("share {words}"),
    };
    format!("{what}; {}", apart(members))
}

/// What one member shares with any other.
fn alone(member: &Member, shared: &Shared) -> String {
    let source = member.article.source();
    match named(member, shared, |it| 1 < it.members).as_str() {
        "" => format!("{source}: shares no telling word with the others"),
        words => format!("{source}: {words}"),
    }
}

fn field(members: &[Member]) -> Option<String> {
    let mut fields = members
        .iter()
        .filter_map(|it| it.article.meta().story.as_deref());
    let first = fields.next()?;
    Some(format!(
        "{} of them name the story “{first}” themselves",
        fields.count() + 1
    ))
}

fn apart(members: &[Member]) -> String {
    let dates = members.iter().filter_map(|it| it.article.meta().published);
    let dates = dates.map(|it| it.date);
    let dated = dates.clone().count();
    let (Some(first), Some(last)) = (dates.clone().min(), dates.max()) else {
        return "no dates are known".to_string();
    };
    if dated == 1 {
        return format!("only one of them has a date, {first}");
    }
    match last.duration_since(first).as_hours() / 24 {
        0 => "on the same day".to_string(),
        1 => "a day apart".to_string(),
        days => format!("{days} days apart"),
    }
}

/// The weightiest words of a member that the others share, as it writes them.
fn named(member: &Member, shared: &Shared, counts: impl Fn(&Held) -> bool) -> String {
    let held = member.profile.words.iter();
    let held = held.map(|it| (shared.held(it.word), it));
    let counted = held.filter(|(held, _)| counts(held));
    let mut words: Vec<_> = counted.map(|(held, it)| (held.weight, it)).collect();
    // Words come by number; of equals the first is named.
    let order =
        |a: &(f32, &Weight), b: &(f32, &Weight)| b.0.total_cmp(&a.0).then(a.1.word.cmp(&b.1.word));
    if NAMED < words.len() {
        words.select_nth_unstable_by(NAMED, order);
        words.truncate(NAMED);
    }
    words.sort_unstable_by(order);
    let places = words.iter().map(|it| it.1.at).collect();
    let quoted = phrases(member.article, places)
        .into_iter()
        .map(|it| format!("“{it}”"));
    quoted.collect::<Vec<_>>().join(", ")
}

/// The words at these places, heaviest first; where only a blank parts two, they are one phrase.
fn phrases(article: &Article, places: Vec<At>) -> Vec<String> {
    let title = article.meta().title.as_deref().unwrap_or_default();
    let span = |at: At| {
        let text = if at.in_headline() {
            title
        } else {
            article.text()
        };
        (text, word_at(text, at.byte()))
    };
    let mut left = places.clone();
    let mut out = Vec::new();
    for place in places {
        if !left.contains(&place) {
            continue;
        }
        let (text, mut reach) = span(place);
        left.retain(|it| *it != place);
        while let Some(next) = left.iter().position(|it| touches(text, reach, span(*it))) {
            let (_, other) = span(left.remove(next));
            reach = Span::new(
                reach.start().min(other.start()),
                reach.end().max(other.end()),
            );
        }
        out.push(reach.of(text).to_string());
    }
    out
}

fn word_at(text: &str, start: usize) -> Span {
    let rest = text.get(start..).unwrap_or_default();
    words(rest)
        .next()
        .map(|it| it.span.shifted(start))
        .unwrap_or_default()
}

/// Whether only one blank parts the two in the same text.
fn touches(text: &str, reach: Span, (other_text, other): (&str, Span)) -> bool {
    let gap = |left: Span, right: Span| text.get(left.end()..right.start()) == Some(" ");
    std::ptr::eq(text, other_text) && (gap(reach, other) || gap(other, reach))
}
