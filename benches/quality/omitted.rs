//! What sources leave out, on the stories of which the pairs are marked: is what the program tells as left
//! out told nowhere in that article, and are the claims that the marks make so found?
//!
//! By the marks an article tells a claim where a pair of any level joins a sentence of it with one of the
//! claim's; pairs that count neither way leave it open. A claim of the marks is a group of sentences that
//! pairs of the same claim join. In both enough origins must tell it.

use std::collections::{BTreeMap, BTreeSet};

use variorum::{
    compare::compare,
    compare::omissions::omissions,
    model::{
        comparison::Comparison,
        index::{ArticleIx, Place},
    },
};

use crate::{
    data, gold,
    judged::{self, Judged},
    row::Row,
};

/// The share of the others from which a claim is missed, as the program is set.
const SHARE: f64 = 0.5;

#[derive(Clone, Copy, Default)]
struct Counted {
    right: usize,
    told: usize,
    unsound: usize,
    open: usize,
    /// Left out by the marks, and those of them that are found.
    must: usize,
    found: usize,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Verdict {
    Right,
    /// Told by the article after all.
    Told,
    /// Not told by enough others: what is taken for one claim is none.
    Unsound,
    Open,
}

pub(crate) fn run() -> Vec<Row> {
    let sixteen = rows("sixteen stories", &judged::stories(), (0.67, 0.60));
    let later = rows("26 later stories", &judged::later(), (0.67, 0.50));
    sixteen.into_iter().chain(later).collect()
}

fn rows(name: &str, stories: &[Judged], (right, found): (f64, f64)) -> Vec<Row> {
    let all = stories.iter().map(|it| Marked::new(it).counted());
    let sum = all.fold(Counted::default(), |sum, it| Counted {
        right: sum.right + it.right,
        told: sum.told + it.told,
        unsound: sum.unsound + it.unsound,
        open: sum.open + it.open,
        must: sum.must + it.must,
        found: sum.found + it.found,
    });
    let judged = sum.right + sum.told + sum.unsound;
    let share = |part: usize, whole: usize| part as f64 / whole as f64;
    let row = |what: &str, figure: f64| Row::new(format!("{name}: {what}"), figure, None);
    vec![
        row("told as left out", (judged + sum.open) as f64),
        Row {
            floor: Some(right),
            ..row("  rightly", share(sum.right, judged))
        },
        row("  told there after all", share(sum.told, judged)),
        row("  no one claim", share(sum.unsound, judged)),
        row("left out by the marks", sum.must as f64),
        Row {
            floor: Some(found),
            ..row("  found", share(sum.found, sum.must))
        },
    ]
}

/// A story with its marks, and what the program finds in it.
struct Marked<'a> {
    story: &'a Judged,
    comparison: Comparison,
}

impl<'a> Marked<'a> {
    fn new(story: &'a Judged) -> Self {
        let comparison = compare(&story.articles, &data::story(&story.articles));
        Self { story, comparison }
    }

    fn counted(&self) -> Counted {
        let mut sum = Counted::default();
        let groups = self.groups();
        for article in (0..self.story.articles.len()).map(ArticleIx) {
            let found = omissions(&self.story.articles, &self.comparison, article, SHARE);
            let claims = found.values().flatten();
            let claims: Vec<&[Place]> = claims
                .map(|it| self.comparison.claims()[it.0].sentences.as_slice())
                .collect();
            for claim in &claims {
                let verdict = self.verdict(claim, article);
                self.print(verdict, claim, article);
                match verdict {
                    Verdict::Right => sum.right += 1,
                    Verdict::Told => sum.told += 1,
                    Verdict::Unsound => sum.unsound += 1,
                    Verdict::Open => sum.open += 1,
                }
            }
            let tells = |it: &&Vec<Place>| it.iter().any(|it| it.article == article);
            let left_out = groups.iter().filter(|it| !tells(it));
            let left_out = left_out.filter(|it| self.verdict(it, article) == Verdict::Right);
            for group in left_out {
                let has = |claim: &&[Place]| claim.iter().any(|it| group.contains(it));
                sum.must += 1;
                sum.found += usize::from(claims.iter().any(has));
            }
        }
        sum
    }

    /// What is not right, where that is asked for.
    fn print(&self, verdict: Verdict, claim: &[Place], article: ArticleIx) {
        if verdict == Verdict::Right || std::env::var_os("MISSES").is_none() {
            return;
        }
        println!("{}: {} leaves out: {verdict:?}", self.story.name, article.0);
        for it in claim {
            let said = self.story.articles[it.article.0].said(it.sentence);
            println!("  {} {said}", self.story.names[it]);
        }
    }

    fn level(&self, x: &Place, y: &Place) -> Option<&BTreeSet<String>> {
        let couple = gold::couple(&self.story.names[x], &self.story.names[y]);
        self.story.levels.get(&couple)
    }

    fn verdict(&self, sentences: &[Place], article: ArticleIx) -> Verdict {
        let own = self.story.names.keys().filter(|it| it.article == article);
        let pairs = own.flat_map(|own| sentences.iter().filter_map(|it| self.level(it, own)));
        let (open, told): (Vec<_>, Vec<_>) = pairs.partition(|it| it.contains("optional"));
        if !told.is_empty() {
            return Verdict::Told;
        }
        let others = (0..self.story.articles.len()).map(ArticleIx);
        let others: Vec<ArticleIx> = others.filter(|it| *it != article).collect();
        let others = self.comparison.independent(&others);
        let needed = others.div_ceil(2).max(2.min(others));
        let enough = |same: &dyn Fn(&BTreeSet<String>) -> bool| {
            sentences.iter().any(|x| {
                let with = sentences
                    .iter()
                    .filter(|y| y.article != x.article && self.level(x, y).is_some_and(same));
                let mut all: Vec<ArticleIx> = with.map(|it| it.article).collect();
                all.push(x.article);
                needed <= self.comparison.independent(&all)
            })
        };
        let plain = |it: &BTreeSet<String>| it.iter().any(|it| it != "partial" && it != "optional");
        match (enough(&plain), open.is_empty()) {
            (true, true) => Verdict::Right,
            (false, true) if !enough(&|_| true) => Verdict::Unsound,
            _ => Verdict::Open,
        }
    }

    /// The claims of the marks.
    fn groups(&self) -> Vec<Vec<Place>> {
        let places: Vec<&Place> = self.story.names.keys().collect();
        let mut partners: BTreeMap<Place, Vec<Place>> = BTreeMap::new();
        let only = |it: &BTreeSet<String>| !it.contains("partial") && !it.contains("optional");
        for (at, x) in places.iter().enumerate() {
            for y in &places[at + 1..] {
                if x.article != y.article && self.level(x, y).is_some_and(only) {
                    partners.entry(**x).or_default().push(**y);
                    partners.entry(**y).or_default().push(**x);
                }
            }
        }
        let mut seen: BTreeSet<Place> = BTreeSet::new();
        let mut found = Vec::new();
        for first in partners.keys() {
            let mut group = Vec::new();
            let mut open = vec![*first];
            while let Some(next) = open.pop() {
                if seen.insert(next) {
                    group.push(next);
                    open.extend(&partners[&next]);
                }
            }
            found.extend((!group.is_empty()).then_some(group));
        }
        found
    }
}
