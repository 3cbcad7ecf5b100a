//! From pairs to stories: the likest two groups are put together, again and again, as long as the
//! average article of one is like the average article of the other (average-link clustering).
//!
//! The average over all pairs of two groups is the product of the sums of their profiles, so no
//! pair has to be stored. The pairs found by the index only tell which groups to try: they wait
//! in a heap under the likeness last known, which can only have fallen since, so the first whose
//! likeness still holds is the likest of all. Of the many pairs between two groups only the likest
//! waits on.
//!
//! Groups apart in time must be more alike: see [`nearness`]. Articles that share a `story` field
//! start as one group, and groups of different fields never meet.
//!
//! Cost: each pair is weighed a few times, at about a microsecond.

use std::{cmp::Ordering, collections::BinaryHeap};

use crate::stories::{
    hash::NumberMap,
    near::Pair,
    order::Known,
    profile::{Profile, Weight},
};

/// The least likeness by which a single article joins another, or a group.
pub const LONE: f32 = 0.09;
/// The least average likeness of two groups that make one story.
const ENOUGH: f32 = 0.115;
/// And that, as a share of the likeness inside the less close of the two: two close groups with
/// little between them are two events of one matter, such as two rounds of the same talks.
const BETWEEN: f32 = 0.5;
/// How far the likeness of a waiting pair may have fallen and still count as current.
const SLACK: f32 = 0.98;
/// How many words of a group are kept.
const KEPT: usize = 768;
/// Groups this many days apart, or fewer, count as of one time.
const SAME_TIME: f32 = 1.0;
/// Past that, part of the likeness fades within days and part within months; what remains joins
/// nothing but copies.
const FADING: [(f32, f32); 2] = [(0.6, 8.0), (0.28, 180.0)];
const REMAINDER: f32 = 0.12;

/// For each article the number of its group; equal numbers are one story.
pub fn merge(profiles: &[Profile], known: &[Known], pairs: &[Pair]) -> Vec<u32> {
    let mut groups = Groups::new(profiles, known);
    groups.join_fields(known);
    let mut waiting = Queue::new(pairs.iter().filter_map(|it| groups.first(it)).collect());
    let mut known = NumberMap::default();
    while let Some(next) = waiting.pop() {
        let pair = u64::from(next.a) << 32 | u64::from(next.b);
        if known.get(&pair) == Some(&next.likeness) {
            known.remove(&pair);
        }
        if groups.are_as_they_were(&next) {
            groups.join(next.a, next.b);
            continue;
        }
        match groups.weigh(next.a, next.b) {
            Some(now) if next.likeness * SLACK <= now.likeness => groups.join(now.a, now.b),
            Some(now) => {
                let pair = u64::from(now.a) << 32 | u64::from(now.b);
                let before = known.entry(pair).or_insert(-1.0);
                if *before < now.likeness {
                    *before = now.likeness;
                    waiting.push(now);
                }
            }
            None => (),
        }
    }
    (0..profiles.len() as u32).map(|it| groups.of(it)).collect()
}

/// Pairs of groups, the likest first. Those found at the start are sorted once, which in a large bundle
/// costs a tenth of a heap of them; only those that were weighed again wait in one.
struct Queue {
    /// The likest last.
    first: Vec<Waiting>,
    again: BinaryHeap<Waiting>,
}

impl Queue {
    fn new(mut first: Vec<Waiting>) -> Self {
        first.sort_unstable();
        let again = BinaryHeap::new();
        Self { first, again }
    }

    fn push(&mut self, it: Waiting) {
        self.again.push(it);
    }

    fn pop(&mut self) -> Option<Waiting> {
        match (self.first.last(), self.again.peek()) {
            (Some(first), again) if again.is_none_or(|again| again <= first) => self.first.pop(),
            _ => self.again.pop(),
        }
    }
}

/// How much the likeness of two groups counts that are so many days apart on average.
fn nearness(one: Option<f32>, other: Option<f32>) -> f32 {
    match (one, other) {
        (Some(one), Some(other)) => {
            let apart = ((one - other).abs() - SAME_TIME).max(0.0);
            let faded = FADING
                .iter()
                .map(|(part, days)| part * (-apart / days).exp());
            REMAINDER + faded.sum::<f32>()
        }
        _ => 1.0,
    }
}

/// Two groups that might be one.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Waiting {
    likeness: f32,
    a: u32,
    b: u32,
    /// Articles in both when they were weighed: groups only grow.
    members: f32,
}

impl Eq for Waiting {}

impl Ord for Waiting {
    fn cmp(&self, other: &Self) -> Ordering {
        let likeness = self.likeness.total_cmp(&other.likeness);
        likeness.then((other.a, other.b).cmp(&(self.a, self.b)))
    }
}

impl PartialOrd for Waiting {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Articles that are one story so far.
#[derive(Clone, Debug)]
struct Group<'a> {
    sum: Sum<'a>,
    size: f32,
    /// The average likeness of two articles inside; 0 for a single one.
    closeness: f32,
    dated: f32,
    days: f32,
    field: Option<u32>,
}

/// The sum of the profiles, by word; most groups are one article, whose profile is not copied.
#[derive(Clone, Debug)]
enum Sum<'a> {
    One(&'a [Weight]),
    Many(Vec<(u32, f32)>),
}

/// A word of a profile or of a sum, by number, and its weight.
trait Weighed: Copy {
    fn get(self) -> (u32, f32);
}

impl Weighed for Weight {
    fn get(self) -> (u32, f32) {
        (self.word, self.weight)
    }
}

impl Weighed for (u32, f32) {
    fn get(self) -> (u32, f32) {
        self
    }
}

impl<'a> Group<'a> {
    fn new(profile: &'a Profile, known: Known) -> Self {
        Self {
            sum: Sum::One(&profile.words),
            size: 1.0,
            closeness: 0.0,
            dated: f32::from(u8::from(known.day.is_some())),
            days: known.day.unwrap_or_default(),
            field: known.field,
        }
    }

    /// The mean day of the dated articles.
    fn day(&self) -> Option<f32> {
        (0.0 < self.dated).then(|| self.days / self.dated)
    }

    fn likeness(&self, other: &Self) -> f32 {
        let shared = self.sum.dot(&other.sum) / (self.size * other.size);
        shared * nearness(self.day(), other.day())
    }

    /// As it is kept, from the sum.
    fn weigh_inside(&self) -> f32 {
        let pairs = self.size * (self.size - 1.0);
        let inside = self.sum.dot(&self.sum) - self.size;
        if pairs < 1.0 {
            0.0
        } else {
            inside.max(0.0) / pairs
        }
    }

    /// The least likeness that makes one story of the two.
    fn enough(&self, other: &Self) -> f32 {
        match self.size < 2.0 || other.size < 2.0 {
            true => LONE,
            false => ENOUGH.max(BETWEEN * self.closeness.min(other.closeness)),
        }
    }

    fn add(&mut self, other: Group<'a>) {
        self.sum = Sum::Many(self.sum.plus(&other.sum));
        self.size += other.size;
        self.dated += other.dated;
        self.days += other.days;
        self.field = self.field.or(other.field);
        self.closeness = self.weigh_inside();
    }
}

/// All groups, found by any article in them.
struct Groups<'a> {
    parents: Vec<u32>,
    groups: Vec<Option<Group<'a>>>,
    /// By pair of groups: how many articles both held when they were last weighed, and how alike they
    /// were, where that was enough.
    weighed: NumberMap<u64, (f32, Option<f32>)>,
}

impl<'a> Groups<'a> {
    fn new(profiles: &'a [Profile], known: &[Known]) -> Self {
        let groups = profiles.iter().zip(known);
        Self {
            parents: (0..profiles.len() as u32).collect(),
            groups: groups
                .map(|(it, known)| Some(Group::new(it, *known)))
                .collect(),
            weighed: NumberMap::default(),
        }
    }

    fn join_fields(&mut self, known: &[Known]) {
        let mut first = std::collections::HashMap::new();
        for (at, known) in known.iter().enumerate() {
            if let Some(field) = known.field {
                let start = *first.entry(field).or_insert(at as u32);
                self.join(start, at as u32);
            }
        }
    }

    /// The group of an article.
    fn of(&mut self, article: u32) -> u32 {
        let mut at = article;
        while self.parents[at as usize] != at {
            let above = self.parents[self.parents[at as usize] as usize];
            self.parents[at as usize] = above;
            at = above;
        }
        at
    }

    /// What is known of a pair before anything was joined but fields.
    fn first(&mut self, pair: &Pair) -> Option<Waiting> {
        let (Some(one), Some(other)) =
            (&self.groups[pair.a as usize], &self.groups[pair.b as usize])
        else {
            return self.weigh(pair.a, pair.b);
        };
        if one.size + other.size > 2.0 {
            return self.weigh(pair.a, pair.b);
        }
        let likeness = pair.likeness * nearness(one.day(), other.day());
        (LONE <= likeness).then_some(Waiting {
            likeness,
            a: pair.a,
            b: pair.b,
            members: 2.0,
        })
    }

    /// Whether the groups of a pair have not changed since it was weighed.
    fn are_as_they_were(&mut self, pair: &Waiting) -> bool {
        let (a, b) = (self.of(pair.a), self.of(pair.b));
        let size = |it: u32| self.groups[it as usize].as_ref().map_or(0.0, |it| it.size);
        a != b && size(a) + size(b) == pair.members
    }

    /// How alike the groups of two articles are now; `None` where they are one, or may not be, or
    /// are not alike enough.
    fn weigh(&mut self, a: u32, b: u32) -> Option<Waiting> {
        let (a, b) = (self.of(a), self.of(b));
        if a == b {
            return None;
        }
        let (a, b) = (a.min(b), a.max(b));
        let (Some(one), Some(other)) = (&self.groups[a as usize], &self.groups[b as usize]) else {
            return None;
        };
        if matches!((one.field, other.field), (Some(x), Some(y)) if x != y) {
            return None;
        }
        let members = one.size + other.size;
        // Many pairs of articles wait between two groups: they are weighed once for all of them.
        let last = self.weighed.entry(u64::from(a) << 32 | u64::from(b));
        let last = last.or_insert((0.0, None));
        if last.0 != members {
            let likeness = one.likeness(other);
            let enough = one.enough(other) <= likeness;
            *last = (members, enough.then_some(likeness));
        }
        last.1.map(|likeness| Waiting {
            likeness,
            a,
            b,
            members,
        })
    }

    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.of(a), self.of(b));
        if a == b {
            return;
        }
        let (keep, drop) = (a.min(b), a.max(b));
        if let Some(gone) = self.groups[drop as usize].take()
            && let Some(kept) = &mut self.groups[keep as usize]
        {
            kept.add(gone);
        }
        self.parents[drop as usize] = keep;
    }
}

impl Sum<'_> {
    fn dot(&self, other: &Self) -> f32 {
        match (self, other) {
            (Sum::One(a), Sum::One(b)) => dot(a, b),
            (Sum::One(a), Sum::Many(b)) => dot(a, b),
            (Sum::Many(a), Sum::One(b)) => dot(a, b),
            (Sum::Many(a), Sum::Many(b)) => dot(a, b),
        }
    }

    fn plus(&self, other: &Self) -> Vec<(u32, f32)> {
        match (self, other) {
            (Sum::One(a), Sum::One(b)) => sum(a, b),
            (Sum::One(a), Sum::Many(b)) => sum(a, b),
            (Sum::Many(a), Sum::One(b)) => sum(a, b),
            (Sum::Many(a), Sum::Many(b)) => sum(a, b),
        }
    }
}

fn dot<A: Weighed, B: Weighed>(mut a: &[A], mut b: &[B]) -> f32 {
    let mut sum = 0.0;
    while let (Some(x), Some(y)) = (a.first(), b.first()) {
        let (x, y) = (x.get(), y.get());
        if x.0 == y.0 {
            sum += x.1 * y.1;
        }
        a = &a[usize::from(x.0 <= y.0)..];
        b = &b[usize::from(y.0 <= x.0)..];
    }
    sum
}

/// The sum by word, cut to the heaviest.
fn sum<A: Weighed, B: Weighed>(mut a: &[A], mut b: &[B]) -> Vec<(u32, f32)> {
    let mut out = Vec::with_capacity(a.len() + b.len());
    while let (Some(x), Some(y)) = (a.first(), b.first()) {
        let (x, y) = (x.get(), y.get());
        out.push(match x.0.cmp(&y.0) {
            Ordering::Less => x,
            Ordering::Greater => y,
            Ordering::Equal => (x.0, x.1 + y.1),
        });
        let (x, y) = (x.0, y.0);
        a = &a[usize::from(x <= y)..];
        b = &b[usize::from(y <= x)..];
    }
    out.extend(a.iter().map(|it| it.get()));
    out.extend(b.iter().map(|it| it.get()));
    if KEPT < out.len() {
        out.select_nth_unstable_by(KEPT, |x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
        out.truncate(KEPT);
        out.sort_unstable_by_key(|it| it.0);
    }
    out
}
