//! Each source of a story in turn: what it leaves out, what it tells differently, what it alone tells;
//! before that, how much of each, source beside source.
//!
//! The parts agree with the signs in the panes, which are made of the same: `omission` for what is left
//! out, `state::panes` for what stands in one source only. Cost: one look at every sentence, claim and
//! discrepancy for each source.

use crate::{
    app::{
        discrepancies::{marked, shown},
        signs::{Sign, sign},
        state::{
            app::{App, Screen},
            ledger::{About, Content, Entry, Ledger, Section},
            panes::mark,
        },
    },
    config::theme::Paint,
    geometry::{rich::Line, wrap},
    model::{
        comparison::{Comparison, Discrepancy},
        index::{ArticleIx, ClaimIx, Place, SentenceIx, StoryIx},
    },
    text::span::Span,
};

/// The filters, in the order they are offered.
const FILTERS: [&str; 4] = [
    "everything",
    "left out",
    "told differently",
    "told by one source only",
];
/// Columns that the name of a source takes in the table at most, and those of the figures beside it.
const NAME: u16 = 30;
const FIGURES: u16 = 44;
/// Sources that are named behind what is left out.
const NAMED: usize = 4;

/// What there is to say of one source.
struct Own<'a> {
    article: ArticleIx,
    /// Claims of two or more sources that it tells.
    tells: usize,
    /// With the sentence after which each would stand.
    omitted: Vec<(SentenceIx, ClaimIx)>,
    differs: Vec<&'a Discrepancy>,
    alone: Vec<Place>,
}

impl App {
    pub(crate) fn each_source(
        &self,
        ledger: &Ledger,
        story: StoryIx,
        comparison: &Comparison,
    ) -> Content {
        let title = &self.known.bundle[story].title;
        let articles = comparison.articles().iter();
        let all: Vec<Own> = articles.map(|it| self.own(comparison, *it)).collect();
        let many = |of: fn(&Own) -> usize| all.iter().map(of).sum::<usize>();
        let parts = [
            many(|it| it.omitted.len()),
            many(|it| it.differs.len()),
            many(|it| it.alone.len()),
        ];
        let sums = [parts.iter().sum(), parts[0], parts[1], parts[2]];
        let filters = FILTERS.iter().zip(sums);
        let only = ledger.only % FILTERS.len();
        let name = self.widest(comparison);
        let rows = all.iter().map(|it| self.row(it, comparison, name));
        let mut entries: Vec<Entry> = rows.collect();
        if let Some(last) = entries.last_mut() {
            last.lines.push(Line::gap());
        }
        for (at, it) in all.iter().enumerate() {
            let parts = [
                self.omissions_of(it, comparison),
                self.differences_of(it),
                self.alone(it),
            ];
            let parts = parts.into_iter().enumerate();
            let parts = parts.filter(|(part, _)| only == 0 || only == part + 1);
            entries.extend(parts.flat_map(|(_, it)| it).map(|it| Entry {
                section: at + 1,
                ..it
            }));
        }
        let head = format!(
            "{:<wide$}  {:>9}  {:>8}  {:>7}  {:>9}",
            "source",
            format!("tells/{}", comparison.claims().len()),
            "left out",
            "differs",
            "only here",
            wide = usize::from(name) + 4
        );
        let head = Section {
            label: None,
            title: Line::new(head, Paint::Dim),
        };
        let sections = all.iter().enumerate().map(|(at, it)| Section {
            label: None,
            title: self.heading(at, it, comparison),
        });
        Content {
            title: format!("Each source, {}  {title}", FILTERS[only]),
            entries,
            sections: std::iter::once(head).chain(sections).collect(),
            filters: filters
                .map(|(name, many)| (name.to_string(), many))
                .collect(),
            ..Content::default()
        }
    }

    fn own<'a>(&self, comparison: &'a Comparison, article: ArticleIx) -> Own<'a> {
        let bundle = &self.known.bundle;
        let omitted = self.known.omissions.get(&article).into_iter().flatten();
        let omitted = omitted.flat_map(|(after, claims)| claims.iter().map(|it| (*after, *it)));
        let differs = comparison.discrepancies().iter();
        let concerned = |it: &&Discrepancy| it.weighs() && reading_of(it, article).is_some();
        let places = bundle[article].places();
        let places = places.map(|(at, _)| Place::new(article, at));
        let claims = comparison.claims().iter();
        Own {
            article,
            tells: claims.filter(|it| it.is_told_by(article)).count(),
            omitted: omitted.collect(),
            differs: differs.filter(concerned).collect(),
            alone: places
                .filter(|at| mark(bundle, Some(comparison), *at).only_here)
                .collect(),
        }
    }

    /// Columns for the names of the sources.
    fn widest(&self, comparison: &Comparison) -> u16 {
        let articles = comparison.articles().iter();
        let names = articles.map(|it| wrap::columns(&self.known.bundle.named(*it)));
        let room = self.size.0.saturating_sub(FIGURES + 8);
        names.max().unwrap_or_default().min(NAME).min(room.max(8))
    }

    /// The figures of a source; `name` is the columns of its name.
    fn row(&self, it: &Own, comparison: &Comparison, name: u16) -> Entry {
        let at = comparison
            .articles()
            .iter()
            .position(|ix| *ix == it.article);
        let at = at.unwrap_or_default();
        let source = wrap::cut(&self.known.bundle.named(it.article), name);
        let pad = " ".repeat(usize::from(name.saturating_sub(wrap::columns(&source))));
        let figure = |many: usize, wide: usize, paint: Paint| {
            let paint = if many == 0 { Paint::Dim } else { paint };
            (format!("  {many:>wide$}"), paint)
        };
        let figures = [
            figure(it.tells, 9, Paint::Text),
            figure(it.omitted.len(), 8, Paint::Key),
            figure(it.differs.len(), 7, Paint::Difference),
            figure(it.alone.len(), 9, Paint::OnlyHere),
        ];
        let line = Line::new(format!("{:>3} ", at + 1), Paint::Key)
            .and(format!("{source}{pad}"), Paint::Title);
        let line = figures
            .into_iter()
            .fold(line, |line, (told, paint)| line.and(told, paint));
        Entry {
            lines: vec![line],
            leads: Some(at + 1),
            places: vec![Place::new(it.article, SentenceIx(0))],
            ..Entry::default()
        }
    }

    fn heading(&self, at: usize, it: &Own, comparison: &Comparison) -> Line {
        let told = format!(
            "  tells {} of {}, leaves out {}, differs in {}, alone in {}",
            it.tells,
            comparison.claims().len(),
            it.omitted.len(),
            it.differs.len(),
            it.alone.len()
        );
        Line::new(format!("{} ", at + 1), Paint::Key)
            .and(self.known.bundle.named(it.article), Paint::Title)
            .and(told, Paint::Dim)
    }

    fn omissions_of(&self, it: &Own, comparison: &Comparison) -> Vec<Entry> {
        let bundle = &self.known.bundle;
        let set = self.settings.signs;
        let claims = it.omitted.iter().filter_map(|(after, ix)| {
            let claim = comparison.claims().get(ix.0)?;
            let first = claim.sentences.first()?;
            let tellers = claim.articles();
            let names = tellers.iter().take(NAMED).map(|it| bundle.named(*it));
            let mut names = names.collect::<Vec<_>>().join(", ");
            if let Some(more) = tellers.len().checked_sub(NAMED).filter(|it| 0 < *it) {
                names += &format!(" and {more} more");
            }
            let told = crate::app::claims::counted(tellers.len(), claim.origins);
            let mut lines = vec![
                Line::new(format!("{} ", sign(Sign::Omission, set)), Paint::Key)
                    .and(bundle.said(*first), Paint::Text)
                    .hanging(2),
                Line::new(format!("{told} {names}"), Paint::Dim)
                    .indented(2)
                    .hanging(2),
            ];
            if let Some(near) = comparison.nearest(*ix, it.article) {
                let near = format!("nearest here: {}", bundle.said(near.own));
                lines.push(Line::new(near, Paint::Dim).indented(2));
            }
            lines.push(Line::gap());
            Some(Entry {
                lines,
                places: claim.sentences.clone(),
                beside: Some(Place::new(it.article, *after)),
                ..Entry::default()
            })
        });
        claims.collect()
    }

    fn differences_of(&self, it: &Own) -> Vec<Entry> {
        let bundle = &self.known.bundle;
        let set = self.settings.signs;
        let entries = it.differs.iter().filter_map(|found| {
            let at = reading_of(found, it.article)?;
            let own = &found.readings[at];
            let alone = own.articles() == [it.article];
            let here = if alone { "only here " } else { "here " };
            let differs = sign(Sign::Difference(found.differs), set);
            let mut title = Line::new(format!("{differs} {}  ", found.named()), Paint::Difference)
                .and(here, Paint::Dim)
                .and(shown(found, &own.text), Paint::Title);
            let others = found.readings.iter().enumerate();
            for (_, other) in others.filter(|(nth, _)| *nth != at) {
                let articles = other.articles();
                let name = articles
                    .first()
                    .map(|it| bundle.named(*it))
                    .unwrap_or_default();
                let more = match articles.len() {
                    0 | 1 => String::new(),
                    many => format!(" +{}", many - 1),
                };
                title = title
                    .and("  |  ", Paint::Dim)
                    .and(shown(found, &other.text), Paint::Title)
                    .and(format!(" ({name}{more})"), Paint::Dim);
            }
            let here = own.places.iter().filter(|(at, _)| at.article == it.article);
            let here: Vec<(Place, Span)> = here.copied().collect();
            let (first, _) = *here.first()?;
            let spans: Vec<Span> = here
                .iter()
                .filter(|it| it.0 == first)
                .map(|it| it.1)
                .collect();
            let mut places = vec![first];
            places.extend(found.sentences().into_iter().filter(|it| *it != first));
            Some(Entry {
                lines: vec![
                    title.hanging(2),
                    marked(bundle, first, &spans).indented(2),
                    Line::gap(),
                ],
                places,
                ..Entry::default()
            })
        });
        entries.collect()
    }

    fn alone(&self, it: &Own) -> Vec<Entry> {
        let set = self.settings.signs;
        let entry = |at: &Place| Entry {
            lines: vec![
                Line::new(format!("{} ", sign(Sign::OnlyHere, set)), Paint::OnlyHere)
                    .and(self.known.bundle.said(*at), Paint::Text)
                    .hanging(2),
                Line::gap(),
            ],
            places: vec![*at],
            ..Entry::default()
        };
        it.alone.iter().map(entry).collect()
    }

    /// Goes to the first entry of the next source, or of the one before.
    pub(crate) fn next_source(&mut self, forward: bool) {
        let Some(Screen::Ledger(ledger)) = self.screens.last_mut() else {
            return;
        };
        let here = ledger.current().map_or(0, |it| it.section);
        let sections = ledger.content.entries.iter().map(|it| it.section);
        let to = match forward {
            true => sections.filter(|it| here < *it).min(),
            false => sections.filter(|it| *it < here).max(),
        };
        if let Some(to) = to {
            ledger.go_to_section(to);
        }
    }

    /// Works out what the sources of a story leave out, where its list is on top.
    pub(crate) fn settle_each_source(&mut self) {
        let Some(Screen::Ledger(ledger)) = self.screens.last() else {
            return;
        };
        let story = ledger.story.filter(|_| ledger.about == About::Sources);
        if let Some(story) = story {
            let articles = self.known.bundle[story].articles().to_vec();
            self.find_omissions(story, &articles);
        }
    }
}

/// Which reading a source carries, the first where it has several.
fn reading_of(it: &Discrepancy, article: ArticleIx) -> Option<usize> {
    let carries = |(at, _): &(Place, Span)| at.article == article;
    it.readings
        .iter()
        .position(|it| it.places.iter().any(carries))
}
