//! How many sources are really independent: the groups of articles that derive from one text, then
//! the share of common wording, source against source.
//!
//! The shares of a source cost one look at each of its links.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    app::{
        evidence::{passage, passages},
        signs::{Sign, sign},
        state::{
            app::App,
            ledger::{Cells, Content, Entry, Ledger, Matter, Section, Table},
        },
    },
    config::theme::Paint,
    export::sources,
    geometry::{rich::Line, wrap},
    model::{
        bundle::Bundle,
        comparison::{Comparison, LinkKind, Origin},
        index::{ArticleIx, Place, SentenceIx, StoryIx},
    },
    text::count::counted,
};

/// Names of a group that are told; the table below marks all of it.
const NAMES: usize = 10;
/// Columns that a name takes in the table, at most.
const NAME: u16 = 24;
/// The letters by which groups are named.
const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

impl App {
    /// The groups, then a row a source: its share of wording with every other.
    pub(crate) fn origins(&self, story: StoryIx, comparison: &Comparison) -> Content {
        let bundle = &self.known.bundle;
        let title = &bundle[story].title;
        let articles = comparison.articles();
        let many = counted(articles.len(), "article", "articles");
        let origins = counted(independent(comparison), "origin", "origins");
        let groups = comparison.origins().iter().enumerate();
        let groups = groups.map(|(at, it)| group(bundle, comparison, it, at));
        let own = sign(Sign::Absent, self.settings.signs);
        let names = articles
            .iter()
            .map(|it| wrap::columns(bundle[*it].source()));
        let name = names.max().unwrap_or_default().min(NAME);
        let rows = articles.iter().enumerate();
        let rows = rows.map(|(at, ix)| row(bundle, comparison, (at, *ix), own, name));
        Content {
            title: format!("Told by {many} = {origins}  {title}"),
            entries: groups
                .chain(alone(comparison))
                .chain(credited(bundle, comparison))
                .chain(rows)
                .collect(),
            sections: sections(comparison),
            table: Some(Table {
                articles: articles.to_vec(),
                label: name + 6,
                cell: 5,
                words: false,
            }),
            ..Content::default()
        }
    }

    /// The pair under the cursor in words.
    pub(crate) fn origins_legend(&self, ledger: &Ledger, width: u16) -> Vec<Line> {
        let pair = ledger
            .current()
            .and_then(|it| self.pair(ledger, it.cells.as_ref()?));
        let line = pair.unwrap_or_else(|| {
            let told = "How much of the wording is common; the groups come from one text each.";
            Line::new(told, Paint::Dim)
        });
        vec![line.cut(width), Line::gap()]
    }

    fn pair(&self, ledger: &Ledger, cells: &Cells) -> Option<Line> {
        let bundle = &self.known.bundle;
        let (own, other) = (bundle.named(cells.of?), ledger.source()?);
        if Some(other) == cells.of {
            let line = Line::new(own, Paint::Title);
            return Some(line.and(": choose the column of another source", Paint::Dim));
        }
        let percent = &cells.cells.get(ledger.column)?.0;
        let line = Line::new(own, Paint::Title)
            .and(" within ", Paint::Dim)
            .and(bundle.named(other), Paint::Title)
            .and(format!(": {percent} %"), Paint::Key)
            .and(" word for word or edited", Paint::Dim);
        Some(line)
    }
}

/// The groups, where there are any, and the table.
fn sections(comparison: &Comparison) -> Vec<Section> {
    let groups = comparison.origins();
    let grouped: usize = groups.iter().map(|it| it.articles.len()).sum();
    let alone = comparison.articles().len().saturating_sub(grouped);
    let told = match groups.len() {
        0 => "Texts that several articles print".to_string(),
        some => format!(
            "{} ({grouped} of {}); the other {alone} stand alone",
            counted(
                some,
                "text that several articles print",
                "texts that several articles print"
            ),
            comparison.articles().len(),
        ),
    };
    vec![
        Section {
            label: None,
            title: Line::new(told, Paint::Title),
        },
        Section {
            label: Some("percent of words in"),
            title: Line::gap(),
        },
    ]
}

/// What is said where there are no groups.
fn alone(comparison: &Comparison) -> Option<Entry> {
    let told = "None: no two of these articles come from one text.";
    comparison.origins().is_empty().then(|| Entry {
        lines: vec![Line::new(told, Paint::Dim), Line::gap()],
        ..Entry::default()
    })
}

/// The articles that stand alone and still name the agency whose text they print: of one agency they may
/// be versions of one dispatch.
fn credited(bundle: &Bundle, comparison: &Comparison) -> Option<Entry> {
    let credits = sources::credits_alone(bundle, comparison);
    let named = credits.iter().map(|(ix, agency)| {
        let name = bundle.named(*ix);
        format!("{name} names {agency}")
    });
    let named: Vec<String> = named.collect();
    (!named.is_empty()).then(|| {
        let line = Line::new("Alone, but agency copy by their own word: ", Paint::Dim);
        Entry {
            lines: vec![
                line.and(named.join(", "), Paint::Text).hanging(3),
                Line::gap(),
            ],
            places: credits
                .iter()
                .map(|it| Place::new(it.0, SentenceIx(0)))
                .collect(),
            ..Entry::default()
        }
    })
}

fn letter(group: usize) -> &'static str {
    LETTERS.get(group..=group).unwrap_or("+")
}

/// How many texts the articles of a story derive from.
pub fn independent(comparison: &Comparison) -> usize {
    comparison.independent(comparison.articles())
}

/// `own` stands where a source meets itself; `name` is the columns of the longest name.
fn row(
    bundle: &Bundle,
    comparison: &Comparison,
    (at, ix): (usize, ArticleIx),
    own: &'static str,
    name: u16,
) -> Entry {
    let shares = shares(bundle, comparison, ix);
    let cells = comparison
        .articles()
        .iter()
        .map(|other| match shares.get(other) {
            _ if *other == ix => (own.into(), Paint::Dim),
            None => ("0".into(), Paint::Dim),
            Some(share) => (share.to_string().into(), heat(*share)),
        });
    let mut groups = comparison.origins().iter();
    let group = groups
        .position(|it| it.articles.contains(&ix))
        .map_or(" ", letter);
    let source = wrap::cut(bundle[ix].source(), name);
    let pad = " ".repeat(usize::from(name - wrap::columns(&source).min(name)));
    Entry {
        section: 1,
        cells: Some(Cells {
            of: Some(ix),
            label: Line::new(format!("{:>3} ", at + 1), Paint::Key)
                .and(format!("{source}{pad} "), Paint::Text)
                .and(group, Paint::Difference),
            cells: cells.collect(),
        }),
        ..Entry::default()
    }
}

fn heat(percent: usize) -> Paint {
    match percent {
        0 => Paint::Dim,
        1..25 => Paint::Text,
        25..50 => Paint::Edited,
        _ => Paint::Difference,
    }
}

/// Percent of the article's text in sentences linked word for word or edited, by the other article.
fn shares(bundle: &Bundle, comparison: &Comparison, ix: ArticleIx) -> BTreeMap<ArticleIx, usize> {
    let mut alike: BTreeMap<ArticleIx, usize> = BTreeMap::new();
    let mut all = 0;
    for (at, sentence) in bundle[ix].places() {
        all += sentence.span.len();
        for other in worded(comparison, Place::new(ix, at)) {
            *alike.entry(other).or_default() += sentence.span.len();
        }
    }
    let percent = |bytes: usize| bytes * 100 / all.max(1);
    alike
        .into_iter()
        .map(|(ix, bytes)| (ix, percent(bytes)))
        .collect()
}

/// The articles that have a sentence word for word or edited.
fn worded(comparison: &Comparison, place: Place) -> BTreeSet<ArticleIx> {
    let links = comparison.links_at(place);
    let near = links.filter(|it| it.kind <= LinkKind::Edited);
    near.filter_map(|it| Some(it.other(place)?.article))
        .collect()
}

/// One group, with a passage that shows it.
fn group(bundle: &Bundle, comparison: &Comparison, origin: &Origin, at: usize) -> Entry {
    let articles = origin.articles.iter();
    let many = counted(origin.articles.len(), "article", "articles");
    let names: Vec<_> = articles.map(|it| bundle.named(*it)).take(NAMES).collect();
    let more = origin.articles.len().saturating_sub(NAMES);
    let more = match more {
        0 => String::new(),
        some => format!(" and {some} more"),
    };
    let percent = (origin.shared * 100.0).round();
    let line = Line::new(
        format!("{}  {many} = 1 origin: ", letter(at)),
        Paint::Difference,
    )
    .and(format!("{}{more}", names.join(", ")), Paint::Title)
    .and(
        format!("  ({percent}\u{a0}% of the shorter one's own words)"),
        Paint::Dim,
    );
    let told = Line::new(
        sources::lineage(origin, |ix| bundle.named(ix).into_owned()),
        Paint::Dim,
    )
    .indented(3);
    let places = passages(bundle, comparison, origin);
    let mut lines = vec![line.hanging(3), told];
    // The longest shows most: a headline is soon alike.
    let longest = places.iter().max_by_key(|it| bundle.said(**it).len());
    lines.extend(longest.map(|it| passage(bundle, *it).indented(3)));
    lines.push(Line::gap());
    Entry {
        lines,
        places,
        matter: Some(Matter::Origin(at)),
        ..Entry::default()
    }
}
