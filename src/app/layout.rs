//! A ledger laid out for the screen: entries wrapped, a heading before each section, the columns of a
//! table fitted, the cursor kept in view.
//!
//! The heading of the section in view stands in the first row of the list, whatever is scrolled
//! below it. Rows are wrapped anew only when the width or the content has changed, and hold no
//! cells: those are drawn beside them, so that the table scrolls sideways at no cost.

use crate::{
    app::state::{
        app::{App, Screen},
        ledger::{About, Content, Laid, Ledger, Part, Row},
    },
    geometry::{
        grid::Grid,
        rich::{self, Line},
    },
};

/// Columns of the longest line: longer ones are hard to read on.
const LINE: u16 = 120;
/// Of the rows, the part that the lines above the list may take.
const HEAD: usize = 3;
/// Of the width, the part that a table may take beside words, in hundredths.
const TABLE: u16 = 40;

impl App {
    /// Rows of the ledger's list.
    pub fn ledger_height(&self) -> usize {
        let body = usize::from(self.parts().body.height);
        match self.screens.last() {
            Some(Screen::Ledger(ledger)) => body.saturating_sub(ledger.laid.head.len()),
            _ => body,
        }
    }

    /// Wraps the entries to the screen and keeps the cursor in view.
    pub(crate) fn settle_ledger(&mut self) {
        let body = self.parts().body.width.saturating_sub(3);
        let Some(Screen::Ledger(ledger)) = self.screens.last_mut() else {
            return;
        };
        ledger.at = ledger
            .at
            .min(ledger.content.entries.len().saturating_sub(1));
        lay_out(ledger, body);
        let head = self.ledger_head();
        if let Some(Screen::Ledger(ledger)) = self.screens.last_mut() {
            ledger.laid.head = head;
        }
        let height = self.ledger_height().max(1);
        if let Some(Screen::Ledger(ledger)) = self.screens.last_mut() {
            scroll(ledger, height);
        }
    }

    /// The lines above the list: the content's own, then what is told of the cursor.
    fn ledger_head(&self) -> Vec<Line> {
        let Some(Screen::Ledger(ledger)) = self.screens.last() else {
            return Vec::new();
        };
        let width = ledger.laid.width;
        let mut head = rich::wrapped(&ledger.content.head, width);
        if ledger.content.entries.is_empty() {
            return head;
        }
        head.extend(match ledger.about {
            About::Claims => self.claims_legend(ledger, width),
            About::Origins => self.origins_legend(ledger, width),
            _ => Vec::new(),
        });
        // On a small screen the list comes first.
        let most = usize::from(self.parts().body.height) / HEAD;
        head.truncate(most.max(1));
        head
    }

    /// Scrolls on inside the current entry, where it goes on below the list or above it; false where it
    /// does not.
    pub(crate) fn scroll_entry(&mut self, down: bool) -> bool {
        let height = self.ledger_height();
        let Some(Screen::Ledger(ledger)) = self.screens.last_mut() else {
            return false;
        };
        let Some((first, end)) = ledger.rows() else {
            return false;
        };
        let first = first.saturating_sub(heading(ledger));
        let step = (height / 2).max(1);
        let more = if down {
            ledger.top + height <= end
        } else {
            first < ledger.top
        };
        if more && height <= end - first {
            ledger.top = match down {
                true => (ledger.top + step).min(end + 1 - height),
                false => ledger.top.saturating_sub(step).max(first),
            };
        }
        more && height <= end - first
    }

    /// Brings the chosen reading of the current entry into view.
    pub(crate) fn show_reading(&mut self) {
        let height = self.ledger_height();
        let Some(Screen::Ledger(ledger)) = self.screens.last_mut() else {
            return;
        };
        let chosen = |it: &Row| it.entry == ledger.at && it.place == Some(ledger.reading);
        let Some(row) = ledger.laid.rows.iter().position(chosen) else {
            return;
        };
        let above = row.saturating_sub(heading(ledger));
        if above < ledger.top || ledger.top + height <= row + 1 {
            ledger.top = above.saturating_sub(height / 3);
        }
    }

    pub(crate) fn click_ledger(&mut self, at: (u16, u16)) {
        let body = self.parts().body;
        let Some(Screen::Ledger(ledger)) = self.screens.last_mut() else {
            return;
        };
        let head = body.y + u16::try_from(ledger.laid.head.len()).unwrap_or(u16::MAX);
        if at.1 < head || !body.contains(at.into()) {
            return;
        }
        let clicked = ledger.top + usize::from(at.1 - head);
        let row = ledger.laid.rows.get(clicked);
        let Some(entry) = row.filter(|it| it.part != Part::Heading).map(|it| it.entry) else {
            return;
        };
        // The place that the row tells of may begin on a row above it.
        let above = ledger.laid.rows[..=clicked].iter().rev();
        let mut above = above.take_while(|it| it.entry == entry);
        let place = above.find_map(|it| it.place);
        let open = entry == ledger.at;
        ledger.go_to(entry);
        ledger.reading = place.unwrap_or(ledger.reading);
        if open {
            self.open_entry();
        }
    }
}

/// Fits the table, wraps the entries; `body` in columns.
fn lay_out(ledger: &mut Ledger, body: u16) {
    let content = &ledger.content;
    let grid = match &content.table {
        None => Grid::default(),
        Some(table) => {
            let grid = Grid {
                label: table.label,
                cell: table.cell,
                many: table.articles.len(),
                ..ledger.laid.grid
            };
            let beside = u32::from(body) * u32::from(TABLE) / 100;
            let room = if table.words { beside as u16 } else { body };
            grid.fitted(room, ledger.column)
        }
    };
    let width = match &content.table {
        None => body.min(LINE),
        Some(table) if table.words => body.min(grid.width() + LINE),
        Some(_) => body.min(grid.width().max(LINE)),
    };
    let laid = &mut ledger.laid;
    let same = laid.width == width && laid.grid.width() == grid.width();
    laid.grid = grid;
    laid.margin = (body - width) / 2;
    if !same || laid.rows.is_empty() {
        laid.width = width;
        laid.rows = rows(content, laid);
    }
}

fn rows(content: &Content, laid: &Laid) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut section = None;
    for (entry, it) in content.entries.iter().enumerate() {
        let row = |line, part| Row {
            entry,
            line,
            part,
            place: None,
        };
        if section != Some(it.section) && it.section < content.sections.len() {
            section = Some(it.section);
            rows.push(row(Line::gap(), Part::Heading));
        }
        let before = if it.cells.is_some() {
            laid.grid.width()
        } else {
            0
        };
        let width = laid.width.saturating_sub(before);
        let first = rows.len();
        for (at, line) in it.lines.iter().enumerate() {
            let place = it.first_place.and_then(|first| at.checked_sub(first));
            let mut place = place.filter(|at| *at < it.places.len());
            for mut line in line.wrapped(width) {
                line.indent += before;
                let mut row = row(line, Part::More);
                row.place = place.take();
                rows.push(row);
            }
        }
        match rows.get_mut(first) {
            Some(it) => it.part = Part::First,
            None => rows.push(row(Line::gap(), Part::First)),
        }
    }
    rows
}

/// Rows that a heading takes above those that scroll.
fn heading(ledger: &Ledger) -> usize {
    let first = ledger.laid.rows.first();
    usize::from(first.is_some_and(|it| it.part == Part::Heading))
}

/// Keeps the cursor's entry in view, below the heading in the first row.
fn scroll(ledger: &mut Ledger, height: usize) {
    let heading = heading(ledger);
    if let Some((first, end)) = ledger.rows() {
        let highest = first.saturating_sub(heading);
        let lowest = (end + 1).saturating_sub(height);
        // Of an entry that is taller than the list any part may be in view.
        ledger.top = ledger.top.clamp(lowest.min(highest), lowest.max(highest));
    }
    let rows = ledger.laid.rows.len();
    ledger.top = ledger.top.min(rows.saturating_sub(height));
}
