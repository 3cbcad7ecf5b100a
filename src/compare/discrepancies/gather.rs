//! Findings about pairs joined into one discrepancy with all its readings.
//!
//! Two findings of a kind, told as surely as each other, are one where they mark overlapping words of a
//! sentence, but for words that stand aside and are no particular count. Readings with one key are one reading, which shows the
//! words of each article that puts it otherwise. What is sure and changes the substance comes first,
//! then what is less sure or only changes how it is told; among these the heavier kinds, within a
//! kind the earlier place. What is only possible comes after all that, and what
//! differs slightly last. Cost: sorting all marks.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use crate::{
    compare::{
        discrepancies::{
            found::{Found, Mark},
            number,
            shown::{self, Shown},
        },
        joined::Joined,
    },
    model::{
        comparison::{Differs, Discrepancy, DiscrepancyKind, Reading},
        index::Place,
    },
    text::span::Span,
};

/// The place of a kind by what it can do to the sense, the heaviest first.
fn weight(kind: DiscrepancyKind) -> usize {
    match kind {
        DiscrepancyKind::Negation => 0,
        DiscrepancyKind::Number => 1,
        DiscrepancyKind::Date => 2,
        DiscrepancyKind::Quote => 3,
        DiscrepancyKind::Role => 4,
        DiscrepancyKind::Name => 5,
        DiscrepancyKind::Attribution => 6,
        DiscrepancyKind::Hedge => 7,
        DiscrepancyKind::Wording => 8,
    }
}

/// Kinds of which two readings with the same words say the same; of the others the speaker, an office
/// lost or what stands around makes the difference.
const EQUAL: [DiscrepancyKind; 5] = [
    DiscrepancyKind::Wording,
    DiscrepancyKind::Number,
    DiscrepancyKind::Date,
    DiscrepancyKind::Name,
    DiscrepancyKind::Hedge,
];
/// Words of a reading by which it is the same wherever it is told.
const KNOWN: usize = 3;
/// Forms of one reading that are shown.
const FORMS: usize = 3;
/// Counts up to this one are told of several things in one story.
pub const FEW: f64 = 3.0;
/// Counts above this one that are no multiple of that are told of one thing.
const PARTICULAR: f64 = 10.0;
const ROUND: f64 = 5.0;
/// So many of them, the heaviest, change what is told; the others, how it is told.
const SUBSTANCE: usize = 6;

/// One discrepancy for each thing that is told differently.
pub fn gather(found: Vec<Found>) -> Vec<Discrepancy> {
    let mut groups = groups(&found);
    let mut out: Vec<(bool, Discrepancy)> = groups
        .iter_mut()
        .filter_map(|group| discrepancy(group.iter().map(|at| &found[*at])))
        .collect();
    out.sort_by_key(|(soft, it)| {
        let light = SUBSTANCE <= weight(it.kind);
        let first = it.readings.first().map(|it| it.places.clone());
        (
            Reverse(it.differs),
            light || *soft,
            weight(it.kind),
            *soft,
            first,
        )
    });
    let mut out: Vec<Discrepancy> = out.into_iter().map(|it| it.1).collect();
    out.dedup();
    out
}

/// Findings, by index, in groups that mark the same words or tell the same two counts.
pub fn groups(found: &[Found]) -> Vec<Vec<usize>> {
    let mut marks: Vec<((Differs, DiscrepancyKind, bool), &Mark, usize)> = Vec::new();
    for (at, it) in found.iter().enumerate() {
        let own = it.marks.iter().filter(|it| !it.aside || is_particular(it));
        marks.extend(own.map(|mark| ((it.differs, it.kind, it.in_marks), mark, at)));
    }
    marks.sort_by_key(|(kind, mark, at)| (*kind, mark.place, mark.span, *at));
    let mut groups = Joined::new(found.len());
    let mut reached = 0;
    for pair in 1..marks.len() {
        let ((kind, mark, at), (other_kind, other, next)) = (marks[pair - 1], marks[pair]);
        let fresh = pair == 1 || marks[pair - 2].0 != kind || marks[pair - 2].1.place != mark.place;
        reached = if fresh {
            mark.span.end()
        } else {
            reached.max(mark.span.end())
        };
        let same = other.span == mark.span || other.span.start() < reached;
        if kind == other_kind && mark.place == other.place && same {
            groups.join(at, next);
        }
    }
    let mut counts: BTreeMap<(Differs, BTreeSet<String>), usize> = BTreeMap::new();
    for (at, it) in found.iter().enumerate() {
        if let Some(values) = values(it) {
            let first = counts.entry((it.differs, values)).or_insert(at);
            groups.join(*first, at);
        }
    }
    let mut same: BTreeMap<(Differs, DiscrepancyKind, bool, BTreeSet<String>), usize> =
        BTreeMap::new();
    for (at, it) in found.iter().enumerate() {
        if let Some(texts) = texts(it) {
            let key = (it.differs, it.kind, it.in_marks, texts);
            groups.join(*same.entry(key).or_insert(at), at);
        }
    }
    groups.groups()
}

/// Whether a count is told of one thing only: of 84 people, but of 80 perhaps here and there.
fn is_particular(it: &Mark) -> bool {
    let value = number::value_of(&it.key).filter(|_| it.valued);
    value.is_some_and(|it| PARTICULAR < it && it % ROUND != 0.0)
}

/// The two stretches of words that a finding lays side by side, where both are long enough to be known
/// again: the copies of one text differ from another in the same words, a finding each.
fn texts(it: &Found) -> Option<BTreeSet<String>> {
    let told = |mark: &Mark| shown::plain(&mark.text);
    let texts: BTreeSet<String> = it.marks.iter().map(told).collect();
    let known = |it: &String| KNOWN <= it.split(' ').count();
    (texts.len() == 2 && texts.iter().all(known)).then_some(texts)
}

/// The two counts, with their units, that a finding lays side by side; None where they are so few of
/// anything that a story has them of several things.
fn values(it: &Found) -> Option<BTreeSet<String>> {
    let few = |mark: &Mark| number::value_of(&mark.key).is_none_or(|it| it <= FEW);
    let counted = it.kind == DiscrepancyKind::Number && !it.marks.iter().all(few);
    counted.then(|| it.marks.iter().map(|mark| mark.key.clone()).collect())
}

/// Takes those of the new findings that lay the same two counts side by side as a known one to the known
/// ones, told as surely: they are a part of that.
pub fn take_up(known: &mut Vec<Found>, new: &mut Vec<Found>) {
    let mut counts: BTreeMap<BTreeSet<String>, Differs> = BTreeMap::new();
    for it in known.iter() {
        if let Some(values) = values(it) {
            let how = counts.entry(values).or_insert(it.differs);
            *how = it.differs.max(*how);
        }
    }
    let one = |it: &mut Found| {
        let known = values(it).and_then(|it| counts.get(&it));
        it.differs = known.copied().unwrap_or(it.differs);
        known.is_some()
    };
    known.extend(new.extract_if(.., one));
}

/// None where only one reading is left, or all are told by the same.
fn discrepancy<'a>(found: impl Iterator<Item = &'a Found>) -> Option<(bool, Discrepancy)> {
    let mut readings: BTreeMap<&str, Vec<&Mark>> = BTreeMap::new();
    let mut kind = None;
    let mut soft = true;
    let mut differs = Differs::Slightly;
    let mut in_marks = false;
    for it in found {
        in_marks |= it.in_marks;
        kind = Some(it.kind);
        soft &= it.soft;
        differs = differs.max(it.differs);
        for mark in &it.marks {
            readings.entry(&mark.key).or_default().push(mark);
        }
    }
    let kind = kind?;
    let readings = readings.into_values();
    let mut readings: Vec<Reading> = readings.filter_map(|it| reading(it, kind)).collect();
    readings.sort_by(|x, y| x.places.cmp(&y.places));
    let form = differs == Differs::Slightly && kind == DiscrepancyKind::Role;
    if kind == DiscrepancyKind::Attribution && !in_marks {
        readings = merged(readings, one_speaker);
    }
    if EQUAL.contains(&kind) || form {
        readings = merged(readings, same_words);
    }
    let whole: Vec<Reading> = readings
        .iter()
        .filter(|it| kind == DiscrepancyKind::Attribution || !is_part(it, &readings))
        .cloned()
        .collect();
    if 1 < whole.len() {
        readings = whole;
    }
    let told = Discrepancy {
        kind,
        readings,
        differs,
        in_marks,
    };
    (told.readings.len() > 1 && !by_the_same(&told)).then_some((soft, told))
}

/// Whether every reading stands in the same articles: then no source differs from another.
fn by_the_same(it: &Discrepancy) -> bool {
    let mut all = it.readings.iter().map(|it| {
        let articles = it.places.iter().map(|(place, _)| place.article);
        articles.collect::<BTreeSet<_>>()
    });
    let first = all.next();
    all.all(|it| Some(it) == first)
}

/// Readings that are one by their words as one, which shows the longest.
fn merged(readings: Vec<Reading>, one: fn(&str, &str) -> bool) -> Vec<Reading> {
    let mut out: Vec<Reading> = Vec::new();
    for it in readings {
        match out.iter_mut().find(|other| one(&other.text, &it.text)) {
            Some(same) => {
                if same.text.len() < it.text.len() {
                    same.text = it.text;
                }
                same.places.extend(it.places);
                same.places.sort_unstable();
                same.places.dedup();
            }
            None => out.push(it),
        }
    }
    out
}

fn same_words(x: &str, y: &str) -> bool {
    x.to_lowercase() == y.to_lowercase()
}

/// Whether two speakers are one, of whom one is named more fully: "Lind", "Police Chief Tove Lind".
fn one_speaker(x: &str, y: &str) -> bool {
    // "Police" may be others than the chief of police.
    let named = |text: &str| text.starts_with(char::is_uppercase);
    let (own, other) = (shown::plain(x), shown::plain(y));
    named(x) && named(y) && (shown::is_part_of(&own, &other) || shown::is_part_of(&other, &own))
}

/// Whether a reading is nowhere more than a part of another: "driver was killed" of "the driver was
/// killed at once", in the same sentence.
fn is_part(it: &Reading, all: &[Reading]) -> bool {
    let within = |(place, span): &(Place, Span)| {
        let others = all.iter().filter(|other| *other != it);
        others.flat_map(|it| &it.places).any(|(own, around)| {
            own == place && around.overlap(*span) == span.len() && span.len() < around.len()
        })
    };
    it.places.iter().all(|it| !it.1.is_empty() && within(it))
}

fn reading(mut marks: Vec<&Mark>, kind: DiscrepancyKind) -> Option<Reading> {
    marks.sort_by_key(|it| (it.place, it.span));
    let mut places: Vec<_> = marks.iter().map(|it| (it.place, it.span)).collect();
    places.dedup();
    let text = match kind {
        // Nobody is given words of a quotation that are another's.
        DiscrepancyKind::Quote => shown::all_printed(&marks, Shown::Shortest),
        // One may lack the word, whatever else it has in its place ("20" beside "around 20"), or have a
        // name in part.
        DiscrepancyKind::Hedge | DiscrepancyKind::Role | DiscrepancyKind::Name => {
            shown::all_printed(&marks, Shown::Longest(FORMS))
        }
        _ => printed(&marks)?,
    };
    Some(Reading { text, places })
}

/// The words as first printed; of a value that others put in other words, theirs too.
fn printed(marks: &[&Mark]) -> Option<String> {
    let first = marks.first()?;
    if !first.valued {
        return Some(first.text.clone());
    }
    Some(shown::all_printed(marks, Shown::Longest(usize::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::index::{ArticleIx, SentenceIx};

    fn mark(article: usize, count: u32, aside: bool) -> Mark {
        Mark {
            place: Place::new(ArticleIx(article), SentenceIx(0)),
            span: (0..9).into(),
            key: format!("Exactly {count} person"),
            text: format!("{count} people"),
            valued: true,
            aside,
        }
    }

    /// Two findings, of which each has the same words of the third article, the second aside.
    fn told(count: u32) -> usize {
        let number = |marks| Found::new(DiscrepancyKind::Number, marks);
        let found = vec![
            number(vec![mark(0, 77, false), mark(2, count, false)]),
            number(vec![mark(1, 60, false), mark(2, count, true)]),
        ];
        gather(found).len()
    }

    #[test]
    fn a_speaker_named_more_fully_is_one() {
        let said = |article, text: &str| Mark {
            key: text.to_string(),
            text: text.to_string(),
            valued: false,
            ..mark(article, 1, false)
        };
        let told = |texts: [&str; 3]| {
            let marks = texts.iter().enumerate().map(|(at, it)| said(at, it));
            let found = Found::new(DiscrepancyKind::Attribution, marks.collect());
            let readings = gather(vec![found]).into_iter().flat_map(|it| it.readings);
            readings.map(|it| it.text).collect::<Vec<_>>()
        };
        let chief = "Police Chief Tove Lind";
        assert_eq!(told(["Lind", chief, "the Courier"]), [chief, "the Courier"]);
        assert!(told(["Lind", chief, "Tove Lind"]).is_empty());
    }

    #[test]
    fn a_particular_count_is_told_of_one_thing() {
        assert_eq!(told(84), 1);
        assert_eq!(told(80), 2);
        assert_eq!(told(9), 2);
    }
}
