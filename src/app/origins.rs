//! How many sources are really independent: shares of common wording, source against source, and
//! the groups that derive from one text.

use std::collections::BTreeSet;

use crate::{
    app::{
        signs,
        state::{
            app::{App, Screen},
            ledger::{Content, Entry},
        },
    },
    config::theme::Paint,
    export::sources,
    geometry::rich::Line,
    model::{
        bundle::Bundle,
        comparison::{Comparison, LinkKind, Origin},
        index::{ArticleIx, Place, SentenceIx, StoryIx},
    },
};

/// Passages shown of each group.
const PASSAGES: usize = 3;

impl App {
    /// A row a source: its share of wording with every other, and the group it belongs to.
    pub(crate) fn origins(&self, story: StoryIx, comparison: &Comparison) -> Content {
        let bundle = &self.known.bundle;
        let title = &bundle[story].title;
        let articles = comparison.articles();
        let origins = independent(comparison);
        let many = articles.len();
        let entries = articles.iter().enumerate();
        let own = signs::sign(signs::Sign::Absent, self.settings.signs);
        Content {
            title: format!("Told by {many} articles = {origins} origins  {title}"),
            head: head(many),
            entries: entries
                .map(|(at, ix)| row(bundle, comparison, (at, *ix), own))
                .chain(groups(bundle, comparison))
                .collect(),
            empty: String::new(),
        }
    }
}

/// How many texts the articles of a story derive from.
pub fn independent(comparison: &Comparison) -> usize {
    let many = comparison.articles().len();
    let grouped: usize = comparison
        .origins()
        .iter()
        .map(|it| it.articles.len())
        .sum();
    many - grouped.min(many) + comparison.origins().len()
}

fn head(many: usize) -> Vec<Line> {
    let what = "Percent of the words of a row's source that stand alike in a column's";
    let mut numbers = Line::new(format!("{:24}", ""), Paint::Dim);
    for at in 0..many {
        numbers = numbers.and(format!("{:>5}", at + 1), Paint::Key);
    }
    vec![Line::new(what, Paint::Dim), Line::gap(), numbers]
}

/// `own` stands where a source meets itself.
fn row(bundle: &Bundle, comparison: &Comparison, (at, ix): (usize, ArticleIx), own: &str) -> Entry {
    let source = crate::geometry::wrap::cut(bundle[ix].source(), 20);
    let wide = usize::from(crate::geometry::wrap::columns(&source));
    let pad = " ".repeat(21usize.saturating_sub(wide));
    let mut line = Line::new(format!("{:>2} ", at + 1), Paint::Key);
    line = line.and(format!("{source}{pad}"), Paint::Text);
    let mut places = Vec::new();
    for other in comparison.articles() {
        if *other == ix {
            line = line.and(format!("    {own}"), Paint::Dim);
            continue;
        }
        let (share, evidence) = share(bundle, comparison, ix, *other);
        let heat = match share {
            0 => Paint::Dim,
            1..25 => Paint::Text,
            25..50 => Paint::Edited,
            _ => Paint::Difference,
        };
        line = line.and(format!("{share:>5}"), heat);
        places.extend(evidence);
    }
    Entry {
        lines: vec![line],
        places,
        key: None,
        facets: Vec::new(),
    }
}

/// Percent of the article's characters in sentences linked word for word or edited to the other,
/// and the first such sentence.
fn share(
    bundle: &Bundle,
    comparison: &Comparison,
    ix: ArticleIx,
    other: ArticleIx,
) -> (usize, Option<Place>) {
    let (mut all, mut alike, mut first) = (0usize, 0usize, None);
    for (at, sentence) in bundle[ix].places() {
        let place = Place::new(ix, SentenceIx(at.0));
        all += sentence.span.len();
        let near = comparison.counterparts(place, other);
        if near
            .first()
            .is_some_and(|(link, _)| link.kind <= LinkKind::Edited)
        {
            alike += sentence.span.len();
            first = first.or(Some(place));
        }
    }
    (alike * 100 / all.max(1), first)
}

impl App {
    /// The passages that the source under the cursor shares in wording with each other source.
    pub(crate) fn open_evidence(&mut self) {
        let Some(Screen::Ledger(ledger)) = self.screens.last() else {
            return;
        };
        let Some(comparison) = ledger.story.and_then(|it| self.known.comparison(it)) else {
            return self.say("Still comparing this story");
        };
        let Some(ix) = comparison.articles().get(ledger.at) else {
            return self.say("Choose the row of a source");
        };
        let bundle = &self.known.bundle;
        let mut lines = Vec::new();
        for other in comparison.articles().iter().filter(|it| *it != ix) {
            let (percent, _) = share(bundle, comparison, *ix, *other);
            let title = format!("{}: {percent} %", bundle[*other].source());
            lines.push(Line::new(title, Paint::Title));
            for (at, _) in bundle[*ix].places() {
                let place = Place::new(*ix, at);
                let near = comparison.counterparts(place, *other);
                if let Some((link, _)) = near.first().filter(|it| it.0.kind <= LinkKind::Edited) {
                    let said = bundle.said(place).into_owned();
                    lines.push(Line::new(said, signs::paint(link.kind)).indented(2));
                }
            }
            lines.push(Line::gap());
        }
        let title = format!("What {} shares in wording", bundle[*ix].source());
        self.show(title, lines);
    }
}

/// The groups of sources that derive from one text, or that there is none.
fn groups(bundle: &Bundle, comparison: &Comparison) -> Vec<Entry> {
    if comparison.origins().is_empty() {
        let told = "No two of these articles derive from one text.";
        let lines = vec![Line::gap(), Line::new(told, Paint::Dim)];
        return vec![Entry {
            lines,
            ..Entry::default()
        }];
    }
    let origins = comparison.origins().iter();
    origins.map(|it| group(bundle, comparison, it)).collect()
}

/// One group, with the first passages that show it.
fn group(bundle: &Bundle, comparison: &Comparison, origin: &Origin) -> Entry {
    let articles = origin.articles.iter();
    let names: Vec<&str> = articles.map(|it| bundle[*it].source()).collect();
    let percent = (origin.shared * 100.0).round();
    let line = Line::new("One origin: ", Paint::Difference)
        .and(names.join(", "), Paint::Title)
        .and(format!("  ({percent} % of the wording shared)"), Paint::Dim);
    let told = Line::new(sources::lineage(bundle, origin), Paint::Dim).indented(4);
    let mut lines = vec![Line::gap(), line, told];
    let evidence = origin.evidence.iter();
    let links = evidence.filter_map(|it| comparison.links().get(it.0));
    let mut places: Vec<Place> = links.map(|it| it.a).collect();
    // A sentence that answers two others of the group is one passage.
    let mut seen = BTreeSet::new();
    places.retain(|it| seen.insert(bundle.said(*it).into_owned()));
    for place in places.iter().take(PASSAGES) {
        let source = format!("{}: ", bundle[place.article].source());
        let line = Line::new(source, Paint::Dim).and(bundle.said(*place), Paint::Text);
        lines.push(line.indented(4));
    }
    Entry {
        lines,
        places,
        key: None,
        facets: Vec::new(),
    }
}
