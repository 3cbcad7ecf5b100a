//! What the reader decided about links and discrepancies, for what is open: this pair of sentences is
//! a link, that pair is none, this discrepancy is one indeed, that one is none, whatever the engine
//! found.

use std::collections::BTreeMap;

use crate::model::{
    discrepancy::{Discrepancy, DiscrepancyKind, Reading},
    index::{ArticleIx, Place},
};

/// What the reader says of a pair of sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ruling {
    /// It is a link.
    Pin,
    /// It is none.
    Forbid,
}

/// What the reader says of a discrepancy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// The sources differ so indeed.
    Confirm,
    /// They do not, or it is of no matter.
    Dismiss,
}

/// A discrepancy as the reader judged it: every reading with a sentence that carries it, the sentence
/// named by `S`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged<S> {
    pub kind: DiscrepancyKind,
    pub readings: Vec<(String, S)>,
}

impl Judged<Place> {
    /// Each reading of it with its first sentence.
    pub fn of(it: &Discrepancy) -> Self {
        let readings = it.readings.iter().filter_map(|reading| {
            let (place, _) = reading.places.first()?;
            Some((reading.text.clone(), *place))
        });
        Self {
            kind: it.kind,
            readings: readings.collect(),
        }
    }

    /// Whether this is what was judged: no reading is new, and none of the sentences is missing. One that a
    /// further source tells in words of its own has yet to be judged. A reading is known by one of its
    /// forms: which of them are shown depends on the sources that are open.
    pub fn is(&self, it: &Discrepancy) -> bool {
        let known = |reading: &Reading| {
            let mut own = self.readings.iter();
            own.any(|(text, _)| reading.has_form_of(text))
        };
        self.kind == it.kind
            && it.readings.iter().all(known)
            && self.readings.iter().all(|(_, place)| it.is_at(*place))
    }
}

/// The rulings on pairs of places, one a pair, and the verdicts on discrepancies, the latest last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rulings {
    /// Each pair once, the smaller place first.
    pairs: BTreeMap<(Place, Place), Ruling>,
    verdicts: Vec<(Verdict, Judged<Place>)>,
}

impl Rulings {
    /// Of several rulings on one pair the last holds. Sentences of one article are never linked.
    pub fn new(made: impl IntoIterator<Item = (Ruling, Place, Place)>) -> Self {
        let made = made.into_iter().filter(|(_, a, b)| a.article != b.article);
        Self {
            pairs: made.map(|(it, a, b)| (pair(a, b), it)).collect(),
            verdicts: Vec::new(),
        }
    }

    /// With verdicts on discrepancies, in the order made.
    pub fn and(mut self, made: impl IntoIterator<Item = (Verdict, Judged<Place>)>) -> Self {
        self.verdicts.extend(made);
        self
    }

    /// Whether anything is decided about links.
    pub fn rule_links(&self) -> bool {
        !self.pairs.is_empty()
    }

    /// Whether the same is decided about links.
    pub fn rule_links_as(&self, other: &Self) -> bool {
        self.pairs == other.pairs
    }

    /// What was said last of a discrepancy.
    pub fn verdict(&self, it: &Discrepancy) -> Option<Verdict> {
        let mut made = self.verdicts.iter().rev();
        made.find(|(_, judged)| judged.is(it)).map(|it| it.0)
    }

    pub fn on(&self, a: Place, b: Place) -> Option<Ruling> {
        self.pairs.get(&pair(a, b)).copied()
    }

    /// Those on sentences of these articles, by place.
    pub fn within(&self, articles: &[ArticleIx]) -> Self {
        let both = |(a, b): &(Place, Place)| {
            articles.contains(&a.article) && articles.contains(&b.article)
        };
        let pairs = self.pairs.iter().filter(|(pair, _)| both(pair));
        Self {
            pairs: pairs.map(|(pair, it)| (*pair, *it)).collect(),
            verdicts: self
                .verdicts
                .iter()
                .filter(|(_, it)| {
                    it.readings
                        .iter()
                        .all(|it| articles.contains(&it.1.article))
                })
                .cloned()
                .collect(),
        }
    }

    /// All pairs of one ruling, by place.
    pub fn all(&self, ruling: Ruling) -> impl Iterator<Item = (Place, Place)> {
        let pairs = self.pairs.iter().filter(move |it| *it.1 == ruling);
        pairs.map(|it| *it.0)
    }

    /// The rulings on a sentence: with which other one, and what.
    pub fn at(&self, place: Place) -> impl Iterator<Item = (Place, Ruling)> {
        self.pairs
            .iter()
            .filter_map(move |((a, b), it)| match place {
                at if at == *a => Some((*b, *it)),
                at if at == *b => Some((*a, *it)),
                _ => None,
            })
    }
}

fn pair(a: Place, b: Place) -> (Place, Place) {
    (a.min(b), a.max(b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::{
            discrepancy::{Differs, Reading},
            index::SentenceIx,
        },
        text::span::Span,
    };

    fn place(article: usize) -> Place {
        Place::new(ArticleIx(article), SentenceIx(0))
    }

    /// Each word is a reading of the article of its number.
    fn told(kind: DiscrepancyKind, readings: &[(&str, &[usize])]) -> Discrepancy {
        let readings = readings.iter().map(|(text, articles)| Reading {
            text: text.to_string(),
            places: articles
                .iter()
                .map(|it| (place(*it), Span::new(0, 1)))
                .collect(),
        });
        Discrepancy {
            kind,
            readings: readings.collect(),
            differs: Differs::Surely,
            in_marks: false,
        }
    }

    #[test]
    fn a_verdict_is_on_the_readings_that_were_seen() {
        use DiscrepancyKind::{Date, Number};
        let seen = told(Number, &[("83", &[0, 2]), ("88", &[1])]);
        let judged = Judged::of(&seen);
        let rulings = Rulings::default().and([(Verdict::Dismiss, judged.clone())]);
        let verdict = |it: &Discrepancy| rulings.verdict(it);
        assert_eq!(verdict(&seen), Some(Verdict::Dismiss));
        let with_a_copy = told(Number, &[("88", &[1, 3]), ("83", &[0])]);
        assert_eq!(verdict(&with_a_copy), Some(Verdict::Dismiss));
        let with_another = told(Number, &[("83", &[0]), ("88", &[1]), ("80", &[3])]);
        assert_eq!(verdict(&with_another), None);
        assert_eq!(verdict(&told(Date, &[("83", &[0]), ("88", &[1])])), None);
        assert_eq!(verdict(&told(Number, &[("83", &[2]), ("88", &[1])])), None);
        let beside = told(Number, &[("7", &[0]), ("9", &[1])]);
        assert_eq!(verdict(&beside), None, "another of the same two sentences");
        let more_forms = told(Number, &[("88", &[1, 3]), ("eighty-three / 83", &[2, 0])]);
        assert_eq!(verdict(&more_forms), Some(Verdict::Dismiss));
        let later = rulings.clone().and([(Verdict::Confirm, judged)]);
        assert_eq!(later.verdict(&seen), Some(Verdict::Confirm));
        assert_eq!(rulings.within(&[ArticleIx(0)]), Rulings::default());
    }
}
