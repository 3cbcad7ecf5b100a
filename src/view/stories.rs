//! The story list: a row a story; beside or below it, what the story under the cursor holds.

use ratatui::{Frame, layout::Rect, text::Line, widgets::Paragraph};

use crate::{
    app::{
        origins::independent,
        signs::Sign,
        state::{
            app::App,
            reading::Gauge,
            stories::{shared, sources},
            texts::Texts,
        },
    },
    config::theme::Paint,
    geometry::{
        rich::{self, Line as Rich},
        screen, wrap,
    },
    input::command::Command,
    model::{index::StoryIx, story::Story},
    view::paint::{Brush, row},
};

pub fn draw(frame: &mut Frame, app: &App, brush: Brush) {
    let (list, preview) = screen::with_preview(app.parts().body);
    head(frame, row(list, 0), brush);
    let shown = &app.stories.shown;
    if shown.is_empty() {
        let texts = app.stories.texts.as_ref().filter(|it| it.found.is_some());
        let text = match (app.stories.filter.as_str(), texts) {
            (filter, Some(texts)) => nothing_found(app, texts, filter),
            ("", None) if app.known.reading.is_some() => {
                "The first stories are on their way.".to_string()
            }
            ("", None) => "There are no stories here.".to_string(),
            (filter, None) => format!("No story matches {filter:?}; Esc shows all again."),
        };
        frame.render_widget(Line::from(brush.span(text, Paint::Dim)), row(list, 2));
    }
    let height = app.list_height();
    if let Some(reading) = app.known.reading {
        gauge(frame, row(list, height + 1), app, reading, brush);
    }
    for at in 0..height {
        let number = app.stories.top + usize::from(at);
        if let Some(ix) = shown.get(number) {
            let area = row(list, at + 1);
            story(frame, area, app, *ix, number == app.stories.at, brush);
        }
    }
    if let Some(ix) = app.stories.current() {
        told(frame, preview, list, app, ix, brush);
    }
}

/// Why nothing is shown where words were looked for.
fn nothing_found(app: &App, texts: &Texts, filter: &str) -> String {
    let words = &texts.words;
    let read = match app.known.reading.is_some() || !texts.is_whole(&app.known.bundle) {
        true => "No article read so far",
        false => "No article",
    };
    match filter {
        "" => format!("{read} holds “{words}”; Esc shows all again."),
        filter => {
            format!("{read} of a story that matches {filter:?} holds “{words}”; Esc shows more.")
        }
    }
}

/// How far the bundle is read, and how to stop that.
fn gauge(frame: &mut Frame, area: Rect, app: &App, reading: Gauge, brush: Brush) {
    let keys = app.settings.keymap.keys_of(Command::StopReading);
    let stops = match keys.is_empty() {
        true => String::new(),
        false => format!("; {} stops", keys.join(" or ")),
    };
    let done = (u64::from(area.width) * reading.percent() / 100) as u16;
    let text = wrap::cut(&format!("  {}{stops}", reading.told()), area.width);
    frame.render_widget(Line::from(brush.span(text, Paint::Key)), area);
    let bar = Rect {
        width: done.min(area.width),
        ..area
    };
    frame
        .buffer_mut()
        .set_style(bar, brush.style(Paint::Cursor));
}

/// Columns of a list from which on dates are told, and from which on origins are, too, and what
/// differs.
const DATED: u16 = 60;
const ROOMY: u16 = 90;

fn head(frame: &mut Frame, area: Rect, brush: Brush) {
    let right = match area.width {
        ROOMY.. => "outlets  origins  differ  dates             shared",
        DATED.. => "outlets  dates         shared",
        _ => "outlets  shared",
    };
    let left = "  story  ";
    if wrap::columns(left) + wrap::columns(right) <= area.width {
        frame.render_widget(Line::from(brush.span(left, Paint::Dim)), area);
    }
    at_right(frame, area, right, brush);
}

/// Draws words at the right edge; gives their columns.
fn at_right(frame: &mut Frame, area: Rect, words: &str, brush: Brush) -> u16 {
    let width = wrap::columns(words).min(area.width);
    let at = Rect {
        x: area.right() - width,
        width,
        ..area
    };
    let words = brush.span(words.to_string(), Paint::Dim);
    frame.render_widget(Line::from(words), at);
    width
}

fn story(frame: &mut Frame, area: Rect, app: &App, ix: StoryIx, here: bool, brush: Brush) {
    let story = &app.known.bundle[ix];
    let wide = at_right(frame, area, &columns(app, ix, area.width), brush);
    let own = own(app, ix, brush);
    let room = area.width.saturating_sub(wide + 4 + wrap::columns(&own));
    let title = wrap::cut(&story.title, room);
    let sign = if here { brush.sign(Sign::Cursor) } else { " " };
    let paint = if here { Paint::Cursor } else { Paint::Text };
    let left = Line::from_iter([
        brush.span(format!("{sign} "), Paint::Key),
        brush.span(title, paint),
        brush.span(own, Paint::Note),
    ]);
    let left_of_them = Rect {
        width: area.width - wide,
        ..area
    };
    frame.render_widget(left, left_of_them);
}

/// What stands right of a headline in a list so wide: outlets, origins, what differs surely or possibly,
/// dates, share.
fn columns(app: &App, ix: StoryIx, width: u16) -> String {
    let bundle = &app.known.bundle;
    let story = &bundle[ix];
    let comparison = app.known.comparison(ix);
    let outlets = sources(bundle, story).len();
    let share = comparison.map(|it| shared(bundle, it));
    let share = share.map_or("…".to_string(), |it| format!("{:.0}%", it * 100.0));
    if width < DATED {
        return format!("{outlets:>7}  {share:>6}");
    }
    let origins = comparison.map(|it| independent(it).to_string());
    let origins = match width {
        ROOMY.. => {
            let differ = comparison.map(|it| it.weighing().to_string());
            let [origins, differ] = [origins, differ].map(|it| it.unwrap_or("…".to_string()));
            format!("  {origins:>7}  {differ:>6}")
        }
        _ => String::new(),
    };
    let (years, roomy) = (app.stories.years, ROOMY <= width);
    let wide = if roomy { 16 } else { 12 };
    let dates = dates(story, years, roomy);
    format!("{outlets:>7}{origins}  {dates:<wide$}  {share:>6}")
}

/// The reader's own: how many notes, whether decided about.
fn own(app: &App, ix: StoryIx, brush: Brush) -> String {
    let bundle = &app.known.bundle;
    let mut signs = match app.book.on_story(bundle, ix) {
        0 => String::new(),
        some => format!(" {}{some}", brush.sign(Sign::Note)),
    };
    if bundle[ix].by_you {
        signs = format!("{signs} {}", brush.sign(Sign::ByYou));
    }
    signs
}

/// `Dec 5` or `Dec 5–6`, with months named where they differ; the last day with its year, by
/// which they are sorted, where the stories are of more than one: all days where there is room.
fn dates(story: &Story, years: bool, roomy: bool) -> String {
    match (story.first, story.last) {
        (Some(first), Some(last)) if years => match (first == last, roomy) {
            (true, _) => first.to_string(),
            (false, false) => format!("… {last}"),
            (false, true) if first.year() != last.year() => {
                format!("{}–{}", first.strftime("%Y-%m"), last.strftime("%Y-%m"))
            }
            (false, true) if first.month() != last.month() => {
                format!("{first}–{}", last.strftime("%m-%d"))
            }
            (false, true) => format!("{first}–{}", last.strftime("%d")),
        },
        (Some(first), Some(last)) if first == last => first.strftime("%b %-d").to_string(),
        (Some(first), Some(last)) if first.month() == last.month() => {
            format!("{}–{}", first.strftime("%b %-d"), last.day())
        }
        (Some(first), Some(last)) => {
            format!("{}–{}", first.strftime("%b %-d"), last.strftime("%b %-d"))
        }
        _ => "no date".to_string(),
    }
}

/// The preview: sources, what most of them share, why they are together.
fn told(frame: &mut Frame, area: Rect, list: Rect, app: &App, ix: StoryIx, brush: Brush) {
    if area.is_empty() {
        return;
    }
    let beside = list.right() == area.x;
    let line = brush.style(Paint::Border);
    let (rule, inner) = if beside {
        let inner = Rect {
            x: area.x + 2.min(area.width),
            width: area.width.saturating_sub(2),
            ..area
        };
        (Rect { width: 1, ..area }, inner)
    } else {
        let inner = Rect {
            y: area.y + 1,
            height: area.height - 1,
            ..area
        };
        (row(area, 0), inner)
    };
    let sign = match (beside, app.settings.signs) {
        (true, _) => brush.sign(Sign::Line),
        (false, crate::config::settings::Signs::Unicode) => "─",
        (false, crate::config::settings::Signs::Ascii) => "-",
    };
    for position in rule.positions() {
        frame.buffer_mut()[position]
            .set_symbol(sign)
            .set_style(line);
    }
    let most = usize::from(inner.height / 2).max(3);
    let mut rows = rich::wrapped(&app.about(ix, Some(most)), inner.width);
    let height = usize::from(inner.height);
    if height < rows.len() {
        let keys = app.settings.keymap.keys_of(Command::AboutStory);
        let key = keys.first().map_or("", String::as_str);
        rows.truncate(height.saturating_sub(1));
        rows.push(Rich::new(
            format!("… more: {key} shows all of it"),
            Paint::Key,
        ));
    }
    let lines: Vec<Line> = rows.iter().map(|it| brush.line(it)).collect();
    frame.render_widget(Paragraph::new(lines), inner);
}
