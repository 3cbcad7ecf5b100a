//! Each source of a story in turn (see `own`), after a table of how much there is to say of each.

use crate::{
    app::{
        own::Own,
        state::{
            app::{App, Screen},
            ledger::{About, Content, Entry, Ledger, Matter, Section},
        },
    },
    config::theme::Paint,
    geometry::{rich::Line, wrap},
    model::{
        comparison::Comparison,
        index::{ArticleIx, StoryIx},
    },
};

/// The filters, in the order they are offered.
const FILTERS: [&str; 4] = ["everything", "left out", "told differently", "only here"];
/// Columns that the name of a source takes in the table at most, and at least.
const NAME: u16 = 30;
const LEAST: u16 = 8;
/// The heads of the figures, where there is room and where there is little.
const HEADS: [&str; 4] = ["tells", "left out", "differs", "only here"];
const SHORT: [&str; 4] = ["tell", "out", "diff", "only"];
/// Columns of a name's number, and between two columns.
const NUMBER: u16 = 4;
const BETWEEN: u16 = 2;

/// How the table is laid out.
struct Columns {
    name: u16,
    heads: [&'static str; 4],
}

impl App {
    pub(crate) fn each_source(
        &self,
        ledger: &Ledger,
        story: StoryIx,
        comparison: &Comparison,
    ) -> Content {
        let title = &self.known.bundle[story].title;
        let all = self.own(comparison);
        let only = ledger.chosen_of(&FILTERS);
        let columns = self.columns(comparison);
        let rows = all.iter().enumerate();
        let rows = rows.map(|(at, it)| self.row(at, it, &columns));
        let mut entries: Vec<Entry> = rows.collect();
        if let Some(last) = entries.last_mut() {
            last.lines.push(Line::gap());
        }
        for (at, it) in all.iter().enumerate() {
            let parts = [1, 2, 3].into_iter().filter(|it| only == 0 || only == *it);
            let parts = parts.flat_map(|part| match part {
                1 => self.omission_entries(it, comparison),
                2 => self.difference_entries(it),
                _ => self.only_here_entries(it),
            });
            entries.extend(parts.map(|it| Entry {
                section: at + 1,
                ..it
            }));
        }
        let sections = all.iter().enumerate();
        let sections = sections.map(|(at, it)| Section {
            label: None,
            title: self.heading(at, it, comparison),
        });
        Content {
            title: format!("Each source, {}  {title}", FILTERS[only]),
            entries,
            sections: std::iter::once(columns.head()).chain(sections).collect(),
            filters: filters(&all),
            ..Content::default()
        }
    }

    /// As the screen allows.
    fn columns(&self, comparison: &Comparison) -> Columns {
        let articles = comparison.articles().iter();
        let names = articles.map(|it| wrap::columns(&self.known.bundle.named(*it)));
        let widest = names.max().unwrap_or_default().min(NAME);
        // The ledger keeps two columns on the left and one on the right.
        let room = |heads: &[&str]| {
            let figures = heads.iter().map(|it| wrap::columns(it) + BETWEEN);
            let taken = NUMBER + figures.sum::<u16>() + 3;
            self.size.0.saturating_sub(taken)
        };
        let heads = if widest <= room(&HEADS) { HEADS } else { SHORT };
        let name = widest.min(room(&heads)).max(LEAST);
        Columns { name, heads }
    }

    /// The figures of a source.
    fn row(&self, at: usize, it: &Own, columns: &Columns) -> Entry {
        let source = wrap::cut(&self.known.bundle.named(it.article), columns.name);
        let pad = columns.name.saturating_sub(wrap::columns(&source));
        let line = Line::new(format!("{:>3} ", at + 1), Paint::Key)
            .and(source, Paint::Title)
            .and(" ".repeat(usize::from(pad)), Paint::Text);
        let figures = [
            (it.tells, Paint::Text),
            (it.omitted.len(), Paint::Key),
            (it.differs.len(), Paint::Difference),
            (it.only_here.len(), Paint::OnlyHere),
        ];
        let figures = columns.heads.iter().zip(figures);
        let line = figures.fold(line, |line, (head, (many, paint))| {
            let figure = many.to_string();
            let wide = usize::from(BETWEEN + wrap::columns(head));
            let blank = " ".repeat(wide.saturating_sub(figure.len()));
            let paint = if many == 0 { Paint::Dim } else { paint };
            line.and(blank, Paint::Text).and(figure, paint)
        });
        Entry {
            lines: vec![line],
            matter: Some(Matter::Source(at + 1)),
            ..Entry::default()
        }
    }

    fn heading(&self, at: usize, it: &Own, comparison: &Comparison) -> Line {
        let told = format!(
            "  tells {} of {} claims",
            it.tells,
            comparison.claims().len()
        );
        Line::new(format!("{} ", at + 1), Paint::Key)
            .and(self.known.bundle.named(it.article), Paint::Title)
            .and(told, Paint::Dim)
    }

    /// Goes to the next source, or to the one before; from the table into that of the row.
    pub(crate) fn next_source(&mut self, forward: bool) {
        let Some(Screen::Ledger(ledger)) = self.screens.last_mut() else {
            return;
        };
        let Some(entry) = ledger.current() else {
            return;
        };
        let here = match entry.matter {
            Some(Matter::Source(section)) if forward => section - 1,
            _ => entry.section,
        };
        let sections = ledger.content.entries.iter().map(|it| it.section);
        let to = match forward {
            true => sections.filter(|it| here < *it).min(),
            false => sections.filter(|it| *it < here).max(),
        };
        if let Some(to) = to {
            ledger.go_to_section(to);
        }
    }

    /// Goes to what there is to say of the source under the cursor, where that is a row of the table.
    pub(crate) fn open_source(&mut self) -> bool {
        let Some(Matter::Source(section)) = self.matter() else {
            return false;
        };
        let section = *section;
        let Some(Screen::Ledger(ledger)) = self.screens.last_mut() else {
            return false;
        };
        if !ledger.go_to_section(section) {
            self.say("There is nothing of this kind to say of this source");
        }
        true
    }

    /// Works out what the sources of a story leave out, where its list is on top.
    pub(crate) fn settle_each_source(&mut self) {
        let Some(Screen::Ledger(ledger)) = self.screens.last() else {
            return;
        };
        let story = ledger.story.filter(|_| ledger.about == About::Sources);
        if let Some(story) = story {
            let articles: Vec<ArticleIx> = self.known.bundle[story].articles().to_vec();
            self.find_omissions(story, &articles);
        }
    }
}

impl Columns {
    fn head(&self) -> Section {
        let wide = usize::from(NUMBER + self.name);
        let mut head = format!("{:<wide$}", "source");
        for it in self.heads {
            head += &" ".repeat(usize::from(BETWEEN));
            head += it;
        }
        Section {
            label: None,
            title: Line::new(head, Paint::Dim),
        }
    }
}

/// What each filter shows, and how much that is.
fn filters(all: &[Own]) -> Vec<(String, usize)> {
    let many = |of: fn(&Own) -> usize| all.iter().map(of).sum::<usize>();
    let parts = [
        many(|it| it.omitted.len()),
        many(|it| it.differs.len()),
        many(|it| it.only_here.len()),
    ];
    let sums = [parts.iter().sum(), parts[0], parts[1], parts[2]];
    let filters = FILTERS.iter().zip(sums);
    filters
        .map(|(name, many)| (name.to_string(), many))
        .collect()
}
