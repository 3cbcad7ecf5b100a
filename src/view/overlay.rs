//! What lies over the screen: pending keys, a picker, a box to read, a question, the note editor.

use ratatui::{
    Frame,
    layout::{Constraint, Layout, Rect},
    text::Line,
    widgets::Paragraph,
};

use crate::{
    app::{
        signs::Sign,
        state::{
            app::App,
            editor::Editor,
            overlay::{Overlay, Question, TextBox},
            picker::Picker,
        },
    },
    config::theme::Paint,
    geometry::{rich, screen, wrap},
    input::command::Command,
    view::paint::{Brush, row},
};

pub fn draw(frame: &mut Frame, app: &App, brush: Brush) {
    match &app.overlay {
        None if !app.pressed.is_empty() => pending(frame, app, brush),
        None | Some(Overlay::Prompt(_)) => (),
        Some(Overlay::Picker(it)) => picker(frame, app, it, brush),
        Some(Overlay::Text(it)) => text(frame, app, it, brush),
        Some(Overlay::Question(it)) => question(frame, it, brush),
        Some(Overlay::Editor(it)) => editor(frame, app, it, brush),
    }
}

/// Columns that keys have at least in the list of them all.
const KEYS: u16 = 12;

/// The keys that can follow those pressed so far.
fn pending(frame: &mut Frame, app: &App, brush: Brush) {
    let following = app.settings.keymap.following(app.scope(), &app.pressed);
    let body = app.parts().body;
    let height = u16::try_from(following.len() + 2).unwrap_or(body.height);
    let height = height.min(body.height);
    let docs = following.iter().map(|(_, it)| wrap::columns(it.info().doc));
    let keys = following.iter().map(|(keys, _)| wrap::columns(keys));
    // Two blanks between them, and the frame.
    let width = docs.max().unwrap_or(0) + keys.max().unwrap_or(0).max(6) + 2 + 2;
    let width = width.min(body.width);
    let area = Rect {
        x: body.right() - width,
        y: body.bottom() - height,
        width,
        height,
    };
    let pressed: Vec<String> = app.pressed.iter().map(ToString::to_string).collect();
    let title = format!("{} …", pressed.join(" "));
    let inside = brush.boxed(frame, area, &title);
    for (at, (keys, command)) in following.iter().enumerate() {
        let line = Line::from_iter([
            brush.span(format!("{keys:>6}  "), Paint::Key),
            brush.span(command.info().doc, Paint::Text),
        ]);
        frame.render_widget(line, row(inside, u16::try_from(at).unwrap_or(u16::MAX)));
    }
}

fn picker(frame: &mut Frame, app: &App, it: &Picker, brush: Brush) {
    let area = app.box_area().intersection(frame.area());
    let inside = brush.boxed(frame, area, &it.title);
    let about = it.about_rows(inside.width);
    for (at, told) in about.iter().enumerate() {
        let told = Line::from(brush.span(told.as_str(), Paint::Text));
        frame.render_widget(told, row(inside, u16::try_from(at).unwrap_or(u16::MAX)));
    }
    let above = u16::try_from(about.len())
        .unwrap_or_default()
        .min(inside.height);
    let inside = Rect {
        y: inside.y + above,
        height: inside.height - above,
        ..inside
    };
    // What is marked may be out of sight.
    let marked = match it.marked() {
        0 => String::new(),
        many => format!("   {many} marked"),
    };
    let prompt = Line::from_iter([
        brush.span("> ", Paint::Key),
        brush.span(it.query.as_str(), Paint::Text),
        brush.span(marked, Paint::Dim),
    ]);
    frame.render_widget(prompt, row(inside, 0));
    let x = inside.x + (2 + wrap::columns(&it.query)).min(inside.width.saturating_sub(1));
    frame.set_cursor_position((x, inside.y));
    let left = it
        .shown()
        .map(|it| wrap::columns(&it.left))
        .max()
        .unwrap_or(0);
    // Names keep two thirds: what stands right of them only explains.
    let left = left.min(inside.width / 3 * 2);
    // Keys give way to what they do; those of a row that has many push it to the right.
    let right = it.shown().map(|it| wrap::columns(&it.right)).max();
    let least = KEYS.min(left);
    let left = match it.keys {
        true => inside
            .width
            .saturating_sub(right.unwrap_or(0) + 5)
            .clamp(least, left),
        false => left,
    };
    let height = inside.height.saturating_sub(2);
    if it.shown().next().is_none() {
        let none = Line::from(brush.span("Nothing matches", Paint::Dim));
        frame.render_widget(none, row(inside, 2));
    }
    for (at, (number, item)) in it.shown().enumerate().skip(it.top).enumerate() {
        let at = u16::try_from(at).unwrap_or(u16::MAX);
        if height <= at {
            break;
        }
        let here = number == it.at && item.pick.is_some();
        let sign = if here { brush.sign(Sign::Cursor) } else { " " };
        let mark = if it.is_marked(number) { "+" } else { " " };
        let paint = match (item.pick.is_some(), item.left.is_empty(), here) {
            (false, true, _) => Paint::Title,
            (_, _, true) => Paint::Cursor,
            _ => Paint::Text,
        };
        if item.pick.is_none() && item.left.is_empty() {
            let title = wrap::cut(&item.right, inside.width.saturating_sub(2));
            let title = Line::from_iter([brush.span("  ", paint), brush.span(title, paint)]);
            frame.render_widget(title, row(inside, at + 2));
            continue;
        }
        let most = if it.keys { inside.width / 3 * 2 } else { left };
        let key = wrap::cut(&item.left, most);
        let left = left.max(wrap::columns(&key));
        let pad = usize::from(left - wrap::columns(&key));
        let room = inside.width.saturating_sub(left + 5);
        let line = Line::from_iter([
            brush.span(format!("{sign}{mark}"), Paint::Key),
            brush.span(format!("{key}{}  ", " ".repeat(pad)), Paint::Key),
            brush.span(wrap::cut(&item.right, room), paint),
        ]);
        frame.render_widget(line, row(inside, at + 2));
    }
}

fn text(frame: &mut Frame, app: &App, it: &TextBox, brush: Brush) {
    let area = app.box_area().intersection(frame.area());
    let inside = brush.boxed(frame, area, &it.title);
    let shown = it.rows.iter().skip(it.top).take(usize::from(inside.height));
    let lines: Vec<Line> = shown.map(|it| brush.line(it)).collect();
    frame.render_widget(Paragraph::new(lines), inside);
    let below = it
        .rows
        .len()
        .saturating_sub(it.top + usize::from(inside.height));
    let told = match below {
        0 => " Esc closes ".to_string(),
        more => format!(" {more} more below  Esc closes "),
    };
    let wide = wrap::columns(&told).min(area.width.saturating_sub(2));
    let foot = Rect {
        x: area.right().saturating_sub(wide + 1),
        y: area.bottom().saturating_sub(1),
        width: wide,
        height: u16::from(1 < area.height),
    };
    frame.render_widget(Line::from(brush.span(told, Paint::Dim)), foot);
}

/// What is asked stands last, and stays in view.
fn question(frame: &mut Frame, it: &Question, brush: Brush) {
    let width = frame.area().width.min(76);
    let mut rows = rich::wrapped(&it.lines, width.saturating_sub(2));
    let room = usize::from(frame.area().height.saturating_sub(2));
    if room < rows.len() {
        let asked = rows.pop();
        rows.truncate(room.saturating_sub(1));
        rows.extend(asked);
    }
    let height = u16::try_from(rows.len() + 2).unwrap_or(u16::MAX);
    let area = screen::centred(frame.area(), width, height);
    let inside = brush.boxed(frame, area, &it.title);
    let lines: Vec<Line> = rows.iter().map(|it| brush.line(it)).collect();
    frame.render_widget(Paragraph::new(lines), inside);
}

/// What the word before the cursor could be completed to, on the line above the text.
fn offers(frame: &mut Frame, area: Rect, app: &App, it: &Editor, brush: Brush) {
    let Some(completion) = &it.completion else {
        return;
    };
    let keys = app.settings.keymap.keys_of(Command::Complete);
    let Some(key) = keys.first() else {
        return;
    };
    let mut spans = vec![brush.span(format!("{key} "), Paint::Key)];
    let mut room = area.width.saturating_sub(wrap::columns(key) + 1);
    for (at, offer) in completion.offers.iter().enumerate() {
        let shown = format!("{}  ", wrap::cut(&offer.shown, room.saturating_sub(2)));
        if room < 8 {
            break;
        }
        room -= wrap::columns(&shown).min(room);
        let paint = match at == completion.next {
            true => Paint::Cursor,
            false => Paint::Dim,
        };
        spans.push(brush.span(shown, paint));
    }
    frame.render_widget(Line::from(spans), area);
}

fn editor(frame: &mut Frame, app: &App, it: &Editor, brush: Brush) {
    let area = screen::large(frame.area());
    // The last row of the screen tells the editor's keys.
    let area = Rect {
        height: area.height.min(frame.area().height.saturating_sub(1)),
        ..area
    };
    let inside = brush.boxed(frame, area, "Note: # begins a tag, [[ links another note");
    let rows = rich::wrapped(&it.quoted, inside.width);
    let most = inside.height / 2;
    let quoted = u16::try_from(rows.len()).unwrap_or(u16::MAX).min(most);
    let [above, rule, below] = Layout::vertical([
        Constraint::Length(quoted),
        Constraint::Length(1),
        Constraint::Fill(1),
    ])
    .areas(inside);
    let mut lines: Vec<Line> = rows.iter().map(|it| brush.line(it)).collect();
    if usize::from(quoted) < rows.len() {
        lines.truncate(usize::from(quoted).saturating_sub(1));
        let told = format!("… {} more rows of passages", rows.len() - lines.len());
        lines.push(Line::from(brush.span(told, Paint::Dim)));
    }
    frame.render_widget(Paragraph::new(lines), above);
    let line = "─".repeat(usize::from(rule.width));
    if it.completion.is_none() {
        frame.render_widget(Line::from(brush.span(line, Paint::Border)), rule);
    }
    offers(frame, rule, app, it, brush);
    let mut area = it.area.clone();
    area.set_style(brush.style(Paint::Text));
    area.set_cursor_line_style(brush.style(Paint::Text));
    area.set_selection_style(brush.style(Paint::Selected));
    frame.render_widget(&area, below);
}
