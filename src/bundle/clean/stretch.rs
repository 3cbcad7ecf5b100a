//! How the text lies among the lines of a page: paragraphs lie in stretches, parted where several lines
//! in a row are no paragraphs. The longest stretch is the article's; what lies behind it is the
//! article's too, but for what has none of its words (see `topic`), speaks to the reader and stands
//! behind lines of the site. Cost: one look at the words of a page.

use std::cmp::Reverse;

use crate::bundle::{
    clean::{
        block::Shape,
        heading,
        page::{Page, Unit, is_finished},
        prose,
        topic::Topic,
    },
    draft::Label,
};

/// So many lines in a row that are no paragraphs part two stretches of text.
pub(crate) const GAP: usize = 3;
/// Words of the article from which a stretch is its, however many others it has.
const MANY: usize = 4;
/// Of so many words of a stretch that is the article's one at least is among its words.
const LITTLE: usize = 8;
/// How many times as long as a stretch of the site the text is at least.
const BRIEF: usize = 4;
/// Bytes of the longest line: what has more is a paragraph, even without a full stop.
const LINE: usize = 160;
/// Words of the shortest paragraph.
const SENTENCE: usize = 3;
/// Words of the shortest line that leads to a list without markers.
const LEAD: usize = 4;

/// What a unit is to its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Text of the article, or of the site.
    Told,
    /// A line that has not been told to be anything.
    Line,
    /// Set aside.
    Gone,
    /// A caption, a headline: it parts nothing.
    Known,
}

/// How the text lies among the lines of a page.
pub(crate) struct Text {
    /// By unit.
    pub(crate) kinds: Vec<Kind>,
    /// Units of each, in their order.
    pub(crate) stretches: Vec<Vec<usize>>,
    /// The number of the longest stretch.
    pub(crate) main: usize,
}

impl Text {
    pub(crate) fn new(page: &Page) -> Self {
        let kinds: Vec<Kind> = (0..page.units.len()).map(|at| kind(page, at)).collect();
        let stretches = stretches(&kinds);
        let main = (0..stretches.len())
            .rev()
            .max_by_key(|it| bytes(page, &stretches[*it]));
        Self {
            kinds,
            stretches,
            main: main.unwrap_or_default(),
        }
    }

    fn bytes(&self, page: &Page, stretch: usize) -> usize {
        bytes(page, &self.stretches[stretch])
    }

    /// Whether lines that have been set aside stand before a stretch.
    fn is_behind_site(&self, stretch: usize) -> bool {
        let start = self.stretches[stretch][0];
        let gap = self.kinds[..start].iter().rev();
        let mut gap = gap.take_while(|it| **it != Kind::Told);
        gap.any(|it| *it == Kind::Gone)
    }

    /// The numbers of the stretches behind the longest that are not the article's, in order. Their words are
    /// compared only where one of them may be the site's; the longer ones first, since what is found
    /// to be the article's adds its words.
    pub(crate) fn site(&self, page: &Page) -> Vec<usize> {
        let words = |it: usize| self.stretches[it].iter().map(|at| page.words(*at));
        let speaks = |it: usize| words(it).any(prose::speaks_to_reader);
        let long = |it: usize| self.bytes(page, self.main) < BRIEF * self.bytes(page, it);
        let may = |it: &usize| self.is_behind_site(*it) && !long(*it) && speaks(*it);
        let may: Vec<usize> = (self.main + 1..self.stretches.len()).filter(may).collect();
        if may.is_empty() {
            return may;
        }
        let mut topic = Topic::new(words(self.main));
        let others = (0..self.stretches.len()).filter(|it| *it != self.main);
        let mut others: Vec<usize> = others.collect();
        others.sort_by_cached_key(|it| (Reverse(self.bytes(page, *it)), *it));
        let mut site = Vec::new();
        for it in others {
            let all: Vec<&str> = words(it).collect();
            let share = topic.share(&all.join(" "));
            if share.is(2, LITTLE) || MANY <= share.own || may.binary_search(&it).is_err() {
                topic.add(words(it));
            } else {
                site.push(it);
            }
        }
        site.sort_unstable();
        site
    }

    /// The words of the longest stretch.
    pub(crate) fn topic(&self, page: &Page) -> Topic {
        let main = self.stretches.get(self.main).into_iter().flatten();
        Topic::new(main.map(|at| page.words(*at)))
    }
}

fn bytes(page: &Page, paragraphs: &[usize]) -> usize {
    paragraphs.iter().map(|at| page.words(*at).len()).sum()
}

/// What a unit is.
pub(crate) fn kind(page: &Page, at: usize) -> Kind {
    let unit = &page.units[at];
    let words = page.words(at);
    match unit.label {
        _ if matches!(unit.shape, Shape::Row | Shape::Picture | Shape::Rule) => Kind::Known,
        Some(Label::Drop(_)) => Kind::Gone,
        Some(Label::Is(_)) => Kind::Known,
        None => match unit.shape {
            Shape::Heading => Kind::Line,
            _ if unit.link => Kind::Line,
            _ if is_paragraph(words) || leads_in(page, at) => Kind::Told,
            _ if goes_on(page, at) || 0 < at && goes_on(page, at - 1) => Kind::Told,
            _ => Kind::Line,
        },
    }
}

/// A sentence of a few words or more, or a long one that nothing ends.
fn is_paragraph(words: &str) -> bool {
    let some = || SENTENCE <= words.split_whitespace().take(SENTENCE).count();
    LINE < words.len() || is_finished(words) && !words.ends_with('?') && some()
}

/// Whether a line of some words is broken off and goes on below.
fn goes_on(page: &Page, at: usize) -> bool {
    let open = |it: &Unit| it.label.is_none() && it.shape == Shape::Text;
    let long = || SENTENCE <= page.words(at).split_whitespace().take(SENTENCE).count();
    page.units.get(at + 1).is_some_and(open) && long() && heading::goes_on(page, at)
}

/// "The demands of the four are:" above a list.
pub(crate) fn leads_in(page: &Page, at: usize) -> bool {
    let words = page.words(at);
    let long = LEAD <= words.split_whitespace().take(LEAD).count();
    let below = page
        .units
        .get(at + 1)
        .filter(|it| !it.link && it.label.is_none());
    words.ends_with(':')
        && below.is_some_and(|it| it.shape == Shape::Item || long && it.shape == Shape::Text)
}

/// The paragraphs that stand together, in their order.
fn stretches(kinds: &[Kind]) -> Vec<Vec<usize>> {
    let mut found: Vec<Vec<usize>> = Vec::new();
    let mut gap = GAP;
    for (at, kind) in kinds.iter().enumerate() {
        match kind {
            Kind::Known => (),
            Kind::Line | Kind::Gone => gap += 1,
            Kind::Told => {
                match found.last_mut() {
                    Some(last) if gap < GAP => last.push(at),
                    _ => found.push(vec![at]),
                }
                gap = 0;
            }
        }
    }
    found
}
