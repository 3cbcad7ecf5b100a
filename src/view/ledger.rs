//! A ledger: lines that stay above, entries that scroll below, the cursor beside its entry.

use ratatui::{Frame, layout::Rect, text::Line};

use crate::{
    app::{
        signs::Sign,
        state::{app::App, ledger::Ledger},
    },
    config::theme::Paint,
    view::paint::{Brush, row},
};

pub fn draw(frame: &mut Frame, app: &App, ledger: &Ledger, brush: Brush) {
    let body = app.parts().body;
    let text = Rect {
        x: body.x + 2.min(body.width),
        width: body.width.saturating_sub(3),
        ..body
    };
    let mut at = 0;
    for line in &ledger.head {
        frame.render_widget(brush.line(line), row(text, at));
        at += 1;
    }
    if ledger.content.entries.is_empty() {
        let empty = Line::from(brush.span(ledger.content.empty.as_str(), Paint::Dim));
        frame.render_widget(empty, row(text, at + 1));
        return;
    }
    let first = ledger.rows.iter().position(|it| it.entry == ledger.at);
    for (number, it) in ledger.rows.iter().enumerate().skip(ledger.top) {
        if body.height <= at {
            break;
        }
        if it.entry == ledger.at {
            let sign = match first == Some(number) {
                true => Sign::Cursor,
                false => Sign::Bar,
            };
            let sign = brush.span(brush.sign(sign), Paint::Key);
            frame.render_widget(sign, row(body, at));
        }
        frame.render_widget(brush.line(&it.line), row(text, at));
        at += 1;
    }
}
