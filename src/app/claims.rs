//! The claims of a story: a row a claim in story order, a column a source.
//!
//! Above stand the names of the columns where they fit on two rows; else the chosen column's source
//! in full, and by name those that tell the claim under the cursor.

use std::cmp::Reverse;

use crate::{
    app::{
        carried::{Told, carriers, rows},
        signs::{self, Sign, sign},
        state::{
            app::App,
            ledger::{Cells, Content, Counted, Entry, Ledger, Section, Table},
        },
    },
    config::theme::Paint,
    geometry::{rich::Line, wrap},
    model::{
        bundle::Bundle,
        comparison::Comparison,
        index::{ArticleIx, StoryIx},
    },
    text::count,
};

/// The filters, in the order they are offered.
const FILTERS: &[&str] = &[
    "all claims",
    "told by two or more",
    "told by all",
    "told by all but one",
    "told by one only",
    "told by one, in part by others",
    "with discrepancies",
];

/// Rows that the names of all columns may take.
const LEGEND: usize = 2;
/// Columns of a cell: a sign in brackets, a blank before it; a number of three figures.
const CELL: u16 = 4;
/// Columns of the numbers of articles and of origins that tell a claim.
const LABEL: u16 = 7;

impl App {
    /// The matrix of claims and sources.
    pub(crate) fn claims(
        &self,
        ledger: &Ledger,
        story: StoryIx,
        comparison: &Comparison,
    ) -> Content {
        let bundle = &self.known.bundle;
        let title = &bundle[story].title;
        let articles = comparison.articles();
        let all = rows(bundle, comparison);
        let only = ledger.chosen_of(FILTERS);
        let counted: Vec<(&Told, usize)> = all.iter().map(|it| (it, it.articles().len())).collect();
        let passing = |only: usize| {
            let passes = move |(it, many): &&(&Told, usize)| match only {
                1 => 2 <= *many,
                2 => *many == articles.len(),
                3 => *many + 1 == articles.len(),
                4 => it.is_alone(),
                5 => *many == 1 && !it.is_alone(),
                6 => it.differs.is_some(),
                _ => true,
            };
            counted.iter().filter(passes).map(|it| it.0)
        };
        let filters = FILTERS.iter().enumerate();
        let filters = filters.map(|(at, name)| (name.to_string(), passing(at).count()));
        let filters = filters.collect();
        let mut shown: Vec<&Told> = passing(only).collect();
        let order = match ledger.sorted {
            // Of those that as many tell, the order of the story stays.
            true => {
                shown.sort_by_key(|it| Reverse((it.origins, it.articles().len())));
                ", most told first"
            }
            false => "",
        };
        let entries = shown.into_iter().map(|it| self.claim_entry(it, articles));
        let entries: Vec<Entry> = entries.collect();
        Content {
            title: title.clone(),
            counted: Some(Counted {
                what: format!("{}{order}", FILTERS[only]),
                all: all.len(),
            }),
            entries,
            filters,
            sections: vec![Section {
                label: Some("told"),
                title: Line::new(
                    "   claim   ( ): linked, not counted; ?: near-tie",
                    Paint::Dim,
                ),
            }],
            table: Some(Table {
                articles: articles.to_vec(),
                label: LABEL,
                cell: CELL,
                words: true,
            }),
            empty: "No claim of this kind; f shows others".to_string(),
            ..Content::default()
        }
    }

    fn claim_entry(&self, told: &Told, articles: &[ArticleIx]) -> Entry {
        let bundle = &self.known.bundle;
        let set = self.settings.signs;
        let tellers = told.articles();
        let cells = articles.iter().map(|it| {
            let doubt = if told.doubtful.contains(it) { "?" } else { "" };
            let (shown, paint) = match told.kinds.get(it) {
                None => (Sign::Absent, Paint::Dim),
                Some(None) => (Sign::OnlyHere, Paint::OnlyHere),
                Some(Some(kind)) if tellers.contains(it) => {
                    (Sign::Shared(*kind), signs::paint(*kind))
                }
                Some(Some(kind)) => {
                    // With the sign as well it would touch the cell before it.
                    let linked = match doubt {
                        "" => sign(Sign::Shared(*kind), set),
                        doubt => doubt,
                    };
                    return (format!("({linked})").into(), Paint::Dim);
                }
            };
            (format!("{}{doubt}", sign(shown, set)).into(), paint)
        });
        let differs = told
            .differs
            .map_or(" ", |it| sign(Sign::Difference(it), set));
        let said = told.places.first().map(|it| bundle.said(*it));
        let line = Line::new(format!(" {differs} "), Paint::Difference)
            .and(said.unwrap_or_default(), Paint::Text);
        let many = tellers.len();
        let origins = match told.origins < many {
            true => format!("={}", told.origins),
            false => String::new(),
        };
        Entry {
            lines: vec![line.hanging(3)],
            places: told.places.clone(),
            cells: Some(Cells {
                of: None,
                label: Line::new(format!("{many:>3}{origins}"), Paint::Dim),
                cells: cells.collect(),
            }),
            ..Entry::default()
        }
    }

    /// What the columns are: all names, or that of the chosen one and those at the cursor.
    pub(crate) fn claims_legend(&self, ledger: &Ledger, width: u16) -> Vec<Line> {
        let Some(table) = &ledger.content.table else {
            return Vec::new();
        };
        let bundle = &self.known.bundle;
        let names = table.articles.iter().enumerate();
        let names = names.fold(Line::default(), |line, (at, ix)| {
            // A name stays on one row.
            let source = bundle[*ix].source().replace(' ', "\u{a0}");
            line.and(format!("{}\u{a0}", at + 1), Paint::Key)
                .and(format!("{source}  "), Paint::Dim)
        });
        let rows = names.wrapped(width);
        let fits = rows.len() <= LEGEND && ledger.laid.grid.shown == table.articles.len();
        let mut head = match fits {
            true => rows,
            false => vec![self.chosen(ledger, table).cut(width)],
        };
        let mut told = ledger
            .current()
            .map_or(Vec::new(), |it| carriers(&it.places));
        told.sort_by_key(|ix| table.articles.iter().position(|it| it == ix));
        let comparison = ledger.story.and_then(|it| self.known.comparison(it));
        let origins = comparison.map_or(told.len(), |it| it.independent(&told));
        let line = Line::new(counted(told.len(), origins), Paint::Key);
        head.push(told_by(line, bundle, &table.articles, &told, width));
        head
    }

    /// The source of the chosen column, in full.
    fn chosen(&self, ledger: &Ledger, table: &Table) -> Line {
        let Some(ix) = table.articles.get(ledger.column) else {
            return Line::gap();
        };
        let article = &self.known.bundle[*ix];
        let number = format!("Column {} of {}: ", ledger.column + 1, table.articles.len());
        Line::new(number, Paint::Dim)
            .and(article.source(), Paint::Title)
            .and(format!("  {}", article.headline()), Paint::Text)
    }
}

/// Who tells a claim, by number and name, as far as one row holds it.
fn told_by(
    line: Line,
    bundle: &Bundle,
    columns: &[ArticleIx],
    told: &[ArticleIx],
    width: u16,
) -> Line {
    let mut line = line.and("  ", Paint::Text);
    let mut room = width.saturating_sub(wrap::columns(&line.text()));
    for (at, ix) in told.iter().enumerate() {
        let column = columns.iter().position(|it| it == ix).unwrap_or_default();
        let number = format!("{}\u{a0}", column + 1);
        let name = format!("{}  ", bundle[*ix].source());
        let more = format!("and {} more", told.len() - at);
        let own = wrap::columns(&number) + wrap::columns(&name);
        let last = at + 1 == told.len();
        if room < own + if last { 0 } else { wrap::columns(&more) } {
            return line.and(more, Paint::Dim);
        }
        room -= own;
        line = line.and(number, Paint::Key).and(name, Paint::Text);
    }
    line
}

/// How many articles tell something, and how many of them are independent.
pub fn counted(articles: usize, origins: usize) -> String {
    let articles = count::counted(articles, "article", "articles");
    let origins = count::counted(origins, "origin", "origins");
    format!("[told by {articles} = {origins}]")
}
