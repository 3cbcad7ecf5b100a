//! A ledger: lines that stay above, entries that scroll below, the cursor beside its entry; the
//! heading of the section in view stays in the list's first row, the cells of a table beside the
//! first row of each entry.

use ratatui::{Frame, layout::Rect, text::Line};

use crate::{
    app::{
        signs::Sign,
        state::{
            app::App,
            ledger::{Cells, Ledger, Part, Row, Section},
        },
    },
    config::{settings::Signs, theme::Paint},
    geometry::{grid::Grid, rich},
    view::paint::{Brush, row},
};

pub fn draw(frame: &mut Frame, app: &App, ledger: &Ledger, brush: Brush) {
    let body = app.parts().body;
    let laid = &ledger.laid;
    let before = (2 + laid.margin).min(body.width);
    let text = Rect {
        x: body.x + before,
        width: body.width - before,
        ..body
    };
    let mut at = 0;
    for line in &laid.head {
        frame.render_widget(brush.line(line), row(text, at));
        at += 1;
    }
    if ledger.content.entries.is_empty() {
        let empty = rich::Line::new(ledger.content.empty.as_str(), Paint::Dim);
        for (nth, it) in (at + 1..).zip(empty.wrapped(text.width)) {
            frame.render_widget(brush.line(&it), row(text, nth));
        }
        return;
    }
    let top = laid.rows.get(ledger.top);
    let mut skipped = ledger.top;
    if let Some(section) = top.and_then(|it| ledger.section(it.entry)) {
        heading(frame, row(text, at), ledger, section, brush);
        at += 1;
        skipped += 1;
    }
    for it in laid.rows.iter().skip(skipped) {
        if body.height <= at {
            break;
        }
        entry_row(frame, row(text, at), ledger, it, brush);
        at += 1;
    }
}

fn entry_row(frame: &mut Frame, area: Rect, ledger: &Ledger, it: &Row, brush: Brush) {
    let here = it.entry == ledger.at;
    if let (Part::Heading, Some(section)) = (it.part, ledger.section(it.entry)) {
        return heading(frame, area, ledger, section, brush);
    }
    if here {
        let sign = match it.part {
            Part::First => Sign::Cursor,
            _ => Sign::Bar,
        };
        let sign = brush.span(brush.sign(sign), Paint::Key);
        let before = Rect {
            x: area.x.saturating_sub(2),
            ..area
        };
        frame.render_widget(sign, before);
    }
    frame.render_widget(brush.line(&it.line), area);
    if here && it.place == Some(ledger.reading) {
        let sign = brush.span(brush.sign(Sign::Cursor), Paint::Key);
        let at = Rect {
            x: area.x.saturating_add(it.line.indent),
            ..area
        };
        frame.render_widget(sign, at.intersection(area));
    }
    let entry = ledger.content.entries.get(it.entry);
    let cells = entry.and_then(|it| it.cells.as_ref());
    if let (Some(cells), Part::First) = (cells, it.part) {
        let chosen = here.then_some(ledger.column);
        row_of_table(frame, area, &ledger.laid.grid, cells, chosen, brush);
    }
}

/// `chosen` is the column that is painted as such.
fn row_of_table(
    frame: &mut Frame,
    area: Rect,
    grid: &Grid,
    cells: &Cells,
    chosen: Option<usize>,
    brush: Brush,
) {
    let label = Rect {
        width: grid.label.min(area.width),
        ..area
    };
    frame.render_widget(brush.line(&cells.label), label);
    for column in grid.range() {
        if let Some((text, paint)) = cells.cells.get(column) {
            let here = chosen == Some(column);
            let paint = if here { Paint::Selected } else { *paint };
            cell(frame, area, grid, column, (text, paint), brush);
        }
    }
}

/// What stands in a cell, at its right edge.
fn cell(
    frame: &mut Frame,
    area: Rect,
    grid: &Grid,
    column: usize,
    (text, paint): (&str, Paint),
    brush: Brush,
) {
    let wide = crate::geometry::wrap::columns(text).min(grid.cell);
    let x = area.x + grid.x(column) + grid.cell - wide;
    let at = Rect {
        x,
        width: wide,
        ..area
    };
    let line = Line::from(brush.span(text.to_string(), paint));
    frame.render_widget(line, at.intersection(area));
}

/// The title of a section; over a table the numbers of its columns, and whether there are more.
fn heading(frame: &mut Frame, area: Rect, ledger: &Ledger, section: &Section, brush: Brush) {
    let grid = &ledger.laid.grid;
    let Some(label) = section.label else {
        return frame.render_widget(brush.line(&section.title), area);
    };
    let label = Line::from(brush.span(label, Paint::Dim));
    frame.render_widget(label, area);
    numbers(frame, area, ledger, brush);
    more(frame, area, grid, brush);
    let after = Rect {
        x: area.x + grid.width().min(area.width),
        width: area.width - grid.width().min(area.width),
        ..area
    };
    frame.render_widget(brush.line(&section.title), after);
}

/// The numbers of the columns that are shown, the chosen one painted as such.
fn numbers(frame: &mut Frame, area: Rect, ledger: &Ledger, brush: Brush) {
    let grid = &ledger.laid.grid;
    for column in grid.range() {
        let number = (column + 1).to_string();
        let here = column == ledger.column;
        let paint = if here { Paint::Selected } else { Paint::Key };
        cell(frame, area, grid, column, (&number, paint), brush);
    }
}

/// Signs at the ends where there are more columns.
fn more(frame: &mut Frame, area: Rect, grid: &Grid, brush: Brush) {
    let (left, right) = match brush.signs {
        Signs::Unicode => ("‹", "›"),
        Signs::Ascii => ("<", ">"),
    };
    let more = grid.more();
    let ends = [
        (more.0, left, grid.label),
        (more.1, right, grid.width() - 1),
    ];
    for (_, sign, x) in ends.into_iter().filter(|it| it.0) {
        let at = Rect {
            x: area.x + x,
            width: 1,
            ..area
        };
        let line = Line::from(brush.span(sign, Paint::Key));
        frame.render_widget(line, at.intersection(area));
    }
}
