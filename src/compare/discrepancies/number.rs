//! The same thing counted differently: another value, another unit of measure, another bound.
//!
//! Numbers of two linked sentences are paired off first where value and unit agree. Of those left
//! two contradict where they count the same unit in the same surroundings. "Almost five hours"
//! and "five-hour" are a discrepancy of their own, since the bound was lost; "nearly" and "almost"
//! are one bound. What is counted in sentences that no link joins: `unlinked`.
//! Limits: numbers without a unit count only where one stands for the other.

use foldhash::{HashMap, HashMapExt};

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        page::{Page, Told},
        pair::{self, Pair},
    },
    model::{
        comparison::{DiscrepancyKind, LinkKind},
        index::ArticleIx,
    },
    text::{
        name,
        number::{self, Bound, Number},
        span::Span,
    },
};

/// A value so many times another counts something else, if nothing but the unit is common.
const MANY: f64 = 5.0;
/// Minutes that two times of day of one event lie apart at most, in other words.
pub const HOUR: f64 = 60.0;
/// Values of which the larger is no more than so many times the other may be one, misprinted.
pub const NEARLY: f64 = 1.25;
/// Those who are counted among the dead by some sources, and not by others.
const COUNTED_IN: &[&str] = &[
    "gunman",
    "gunmen",
    "shooter",
    "attacker",
    "attackers",
    "suspect",
    "bomber",
    "driver",
    "pilot",
    "pilots",
    "himself",
    "perpetrator",
    "assailant",
];
/// Words behind "including" in which they stand.
const BEHIND: usize = 4;
/// Values from which a thousand times as much is a slip of "million" for "billion".
const LARGE: f64 = 1e5;
/// Sentences with a figure that are looked at, and words of substance that it must share.
const LOOKED: usize = 16;
const ONE: usize = 2;
/// Days after which a count told in other words is most likely a later one.
const LATER: i32 = 3;

/// Numbers that contradict.
pub fn find(page: &Page<'_>, pair: &Pair<'_>, told_by: &Counts) -> Vec<Found> {
    let mut left: Vec<&Number> = pair.a.numbers.iter().collect();
    let mut right: Vec<&Number> = pair.b.numbers.iter().collect();
    let mut found = Vec::new();
    left.retain(|x| match right.iter().position(|y| agrees(x, y)) {
        Some(at) => {
            let y = right.remove(at);
            if bounds_differ(x, y) && !x.unit.is_empty() && about_same(pair, x, y) {
                found.push(told(pair, x, y).softly());
            }
            false
        }
        None => true,
    });
    if two_events(pair, &left, &right) {
        return found;
    }
    // A sentence may hold hundreds of numbers: what is asked of one alone is asked first.
    for x in left.iter().filter(|it| alone(left.iter().copied(), it)) {
        let rival = |y: &&&Number| {
            alone(right.iter().copied(), y)
                && contradicts(pair, x, y)
                && !adds_up(pair.a, y)
                && !adds_up(pair.b, x)
                && !two_things(page, pair, x, y)
                && ((stands_for(pair, x, y) && !pair.ambiguous)
                    || (slipped(x, y) && pair.kind < LinkKind::Partial)
                    || !told_by.either(pair, x, y))
        };
        let loose = pair.kind == LinkKind::Partial && pair.ambiguous;
        if let Some(y) = right.iter().find(rival).filter(|_| !loose) {
            found.push(told(pair, x, y));
        }
    }
    found
}

/// Whether two sentences tell of two events: no figure is common and two or more differ, or they
/// say it in other words and were printed days apart.
fn two_events(pair: &Pair<'_>, left: &[&Number], right: &[&Number]) -> bool {
    let matched = left.len() < pair.a.numbers.len();
    let apart = pair
        .a
        .published
        .zip(pair.b.published)
        .is_some_and(|(x, y)| x.since(y).map_or(0, |it| it.get_days()).abs() > LATER);
    let strewn = !matched && 2 <= left.len().min(right.len());
    pair.kind != LinkKind::Verbatim && (strewn || apart && !pair.same_wording())
}

/// Whether two values are near enough to be readings of one, for a link of this kind: neither many
/// times the other.
pub fn close(pair: &Pair<'_>, x: &Number, y: &Number) -> bool {
    let many = match pair.kind {
        LinkKind::Verbatim | LinkKind::Edited => MANY,
        LinkKind::Paraphrase if !pair.ambiguous => MANY,
        LinkKind::Paraphrase => MANY / 2.0,
        LinkKind::Partial => MANY / 3.0,
    };
    x.value.max(y.value) <= many * x.value.min(y.value)
}

/// Whether one is a thousand times the other, or a million times: "$4 billion", "$4 trillion".
fn slipped(x: &Number, y: &Number) -> bool {
    let (small, large) = (x.value.min(y.value), x.value.max(y.value));
    let times = |it: f64| (large - it * small).abs() <= large * f64::EPSILON;
    LARGE <= small && (times(1e3) || times(1e6))
}

/// What each article counts anywhere: a figure that the other article has too, in another sentence,
/// is most likely about another thing.
#[derive(Default)]
pub struct Counts(HashMap<(ArticleIx, u64, String), Vec<usize>>);

impl Counts {
    /// Reads the numbers of all sentences.
    pub fn new(page: &Page<'_>) -> Self {
        let mut at: HashMap<_, Vec<usize>> = HashMap::new();
        for (nth, told) in page.told.iter().enumerate() {
            for it in &told.numbers {
                let key = (told.place.article, it.value.to_bits(), it.unit.clone());
                at.entry(key).or_default().push(nth);
            }
        }
        Self(at)
    }

    /// The same, in a sentence that has some words of substance with that of the figure in common.
    pub fn either_near(&self, page: &Page<'_>, pair: &Pair<'_>, x: &Number, y: &Number) -> bool {
        self.near(page, pair.b.place.article, pair.a, x)
            || self.near(page, pair.a.place.article, pair.b, y)
    }

    fn near(&self, page: &Page<'_>, article: ArticleIx, own: &Told<'_>, it: &Number) -> bool {
        let key = (article, it.value.to_bits(), it.unit.clone());
        let all = self.0.get(&key).into_iter().flatten();
        let words = own.substance(&own.covered(it.span));
        all.take(LOOKED).any(|nth| {
            let other = page.told[*nth].substance(&(0..0));
            ONE <= pair::shared(&words, &other)
        })
    }

    /// Whether an article of the pair has the other one's figure too, anywhere.
    pub fn either(&self, pair: &Pair<'_>, x: &Number, y: &Number) -> bool {
        self.tells(pair.b.place.article, x) || self.tells(pair.a.place.article, y)
    }

    fn tells(&self, article: ArticleIx, it: &Number) -> bool {
        self.0
            .contains_key(&(article, it.value.to_bits(), it.unit.clone()))
    }
}

/// Whether two numbers of a sentence make a third: "two in hospital, nine treated", "eleven hurt".
fn adds_up(told: &Told<'_>, sum: &Number) -> bool {
    let all = told.numbers.iter().enumerate();
    all.flat_map(|(at, x)| told.numbers[..at].iter().map(move |y| x.value + y.value))
        .any(|it| it == sum.value)
}

/// Whether two values are of two, or one says what it counts in that the other does not.
pub fn two_things(page: &Page<'_>, pair: &Pair<'_>, x: &Number, y: &Number) -> bool {
    counts_in(pair.a, x, y) || counts_in(pair.b, y, x) || of_two(page, pair)
}

/// Whether a sentence says that its count has one in it that the other's has not: "four people,
/// including the gunman".
fn counts_in(told: &Told<'_>, own: &Number, other: &Number) -> bool {
    let words = &told.words;
    let including = |at: &usize| words[*at].normal == "including";
    let behind = |at: usize| &words[at..words.len().min(at + 1 + BEHIND)];
    let one = |at: usize| {
        behind(at)
            .iter()
            .any(|it| COUNTED_IN.contains(&&*it.normal))
    };
    own.value == other.value + 1.0 && (0..words.len()).filter(including).any(one)
}

/// Whether the two sentences are about two who are known to both articles: each begins with a name,
/// the other lacks it, and both articles have both.
fn of_two(page: &Page<'_>, pair: &Pair<'_>) -> bool {
    let subject = |told: &Told<'_>| {
        let word = told.words.first()?;
        (name::nameable(word) && !told.forms[0].stop).then_some(told.forms[0])
    };
    let (Some(x), Some(y)) = (subject(pair.a), subject(pair.b)) else {
        return false;
    };
    let known = |told: &Told<'_>, it| {
        let mut all = page.article(told.place.article).iter();
        all.any(|near| {
            near.find(it)
                .is_some_and(|at| near.words[at].capital && 0 < at)
        })
    };
    let lacks = pair.a.find(y).is_none() && pair.b.find(x).is_none();
    lacks
        && [pair.a, pair.b]
            .into_iter()
            .all(|it| known(it, x) && known(it, y))
}

fn stands_for(pair: &Pair<'_>, x: &Number, y: &Number) -> bool {
    pair.same_wording() && pair.opposite(x.span, y.span)
}

/// Whether one gives a bound that the other does not; "nearly ten" and "about ten" are one.
fn bounds_differ(x: &Number, y: &Number) -> bool {
    let against = |x: &Number, y: &Number| x.bound == Bound::Above && y.bound == Bound::Below;
    let one = (x.bound == Bound::Exact) != (y.bound == Bound::Exact);
    !x.ordinal && (one || against(x, y) || against(y, x))
}

fn about_same(pair: &Pair<'_>, x: &Number, y: &Number) -> bool {
    let vague = x.bound == Bound::Vague || y.bound == Bound::Vague;
    !vague && x.unit == y.unit && x.equals(y) && pair.same_thing(x.span, y.span)
}

/// Whether two numbers may be one: the same value, rounded, or within the other's bound.
pub fn agrees(x: &Number, y: &Number) -> bool {
    let counted = x.unit == y.unit || x.unit.is_empty() || y.unit.is_empty();
    let clocks = x.unit == "clock" && y.unit == "clock" && (x.value - y.value) % 720.0 == 0.0;
    let rounded = x.unit == y.unit && x.ordinal == y.ordinal && x.rounds(y);
    let one_kind = x.unit == y.unit && x.ordinal == y.ordinal;
    let bounded = one_kind && (within(x, y) || within(y, x) || both_above(x, y));
    let apart = x.ordinal || measured(x) && measured(y);
    clocks || rounded || bounded || x.equals(y) && (counted || !apart)
}

/// Whether an exact value lies where another, inexact one, says that it does: "21" and "nearly two
/// dozen", "32" and "more than 30".
fn within(exact: &Number, other: &Number) -> bool {
    let share = exact.value / other.value;
    exact.bound == Bound::Exact
        && match other.bound {
            Bound::Below => (0.8..1.0).contains(&share),
            Bound::Above => share > 1.0 && share <= NEARLY,
            Bound::About => (0.9..=1.1).contains(&share) && share != 1.0,
            _ => false,
        }
}

/// "Over 62,000" and "more than 62,122" are one count, rounded and not.
fn both_above(x: &Number, y: &Number) -> bool {
    let near = x.value.max(y.value) <= 1.05 * x.value.min(y.value);
    near && x.bound == Bound::Above && y.bound == Bound::Above
}

fn measured(it: &Number) -> bool {
    number::MEASURES.contains(&&*it.unit)
}

/// Whether no other number in the list counts the same unit, so that nothing is guessed.
pub fn alone<'a>(all: impl IntoIterator<Item = &'a Number>, it: &Number) -> bool {
    all.into_iter()
        .filter(|other| other.unit == it.unit && other.ordinal == it.ordinal)
        .count()
        == 1
}

fn contradicts(pair: &Pair<'_>, x: &Number, y: &Number) -> bool {
    if x.ordinal != y.ordinal || x.bound == Bound::Vague || y.bound == Bound::Vague {
        return false;
    }
    let opposite = stands_for(pair, x, y);
    if x.unit == y.unit && !x.unit.is_empty() {
        let clock = x.unit == "clock" && !pair.same_wording();
        let near = match clock {
            true => (x.value - y.value).abs() <= HOUR,
            false => close(pair, x, y) || slipped(x, y),
        };
        return opposite || near && pair.same_thing(x.span, y.span);
    }
    let measures = measured(x) && measured(y) && x.equals(y);
    let bare = (x.unit.is_empty() || y.unit.is_empty()) && beside_same(pair, x, y);
    opposite && (measures || bare)
}

/// Whether the same word stands right before or right after both.
fn beside_same(pair: &Pair<'_>, x: &Number, y: &Number) -> bool {
    let form = |told: &Told<'_>, at: Option<usize>| Some(told.words.get(at?)?.normal.clone());
    let (a, b) = (pair.a.covered(x.figure), pair.b.covered(y.figure));
    let before = form(pair.a, a.start.checked_sub(1));
    let after = form(pair.a, Some(a.end));
    before.is_some() && before == form(pair.b, b.start.checked_sub(1))
        || after.is_some() && after == form(pair.b, Some(b.end))
}

/// Two numbers that contradict, as a finding.
pub fn told(pair: &Pair<'_>, x: &Number, y: &Number) -> Found {
    let kind = match x.unit == "clock" && y.unit == "clock" {
        true => DiscrepancyKind::Date,
        false => DiscrepancyKind::Number,
    };
    Found::pair(kind, mark(pair.a, x), mark(pair.b, y))
}

/// A reading for each number of a sentence.
pub fn marks(told: &Told<'_>) -> Vec<Mark> {
    told.numbers.iter().map(|it| mark(told, it)).collect()
}

/// The value that the key of a reading holds.
pub fn value_of(key: &str) -> Option<f64> {
    key.split(' ').nth(1)?.parse().ok()
}

fn mark(told: &Told<'_>, it: &Number) -> Mark {
    mark_at(told, it, it.span)
}

/// A reading of a number by other words than its own.
pub fn mark_at(told: &Told<'_>, it: &Number, span: Span) -> Mark {
    let key = format!("{:?} {} {}", it.bound, it.value, it.unit);
    Mark::new(told, span, key).of_value()
}
