//! The story list: a row a story; beside or below it, what the story under the cursor holds.

use ratatui::{Frame, layout::Rect, text::Line, widgets::Paragraph};

use crate::{
    app::{
        signs::Sign,
        state::{
            app::App,
            reading::Gauge,
            stories::{best_shared, shared, sources},
        },
    },
    config::theme::Paint,
    geometry::{
        rich::{self, Line as Rich},
        screen, wrap,
    },
    input::command::Command,
    model::{
        index::{ArticleIx, StoryIx},
        story::Story,
    },
    view::paint::{Brush, row},
};

pub fn draw(frame: &mut Frame, app: &App, brush: Brush) {
    let (list, preview) = screen::with_preview(app.parts().body);
    head(frame, row(list, 0), brush);
    let shown = &app.stories.shown;
    if shown.is_empty() {
        let text = match app.stories.filter.as_str() {
            "" if app.known.reading.is_some() => "The first stories are on their way.".to_string(),
            "" => "There are no stories here.".to_string(),
            filter => format!("No story matches {filter:?}; Esc shows all again."),
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

/// Columns right of the headline: sources, dates, share, notes.
const COLUMNS: u16 = 3 + 2 + 13 + 6 + 4;

/// Whether the list is wide enough for all columns.
fn roomy(area: Rect) -> bool {
    COLUMNS + 28 <= area.width
}

fn head(frame: &mut Frame, area: Rect, brush: Brush) {
    let right = match roomy(area) {
        true => "src  dates      shared    ",
        false => "src  shared",
    };
    let wide = wrap::columns(right).min(area.width);
    let left = Line::from(brush.span("  story", Paint::Dim));
    frame.render_widget(left, area);
    let at = Rect {
        x: area.right() - wide,
        width: wide,
        ..area
    };
    frame.render_widget(Line::from(brush.span(right, Paint::Dim)), at);
}

fn story(frame: &mut Frame, area: Rect, app: &App, ix: StoryIx, here: bool, brush: Brush) {
    let bundle = &app.known.bundle;
    let story = &bundle[ix];
    let many = sources(bundle, story).len();
    let share = app.known.comparison(ix).map(|it| shared(bundle, it));
    let share = share.map_or("   …".to_string(), |it| format!("{:3.0}%", it * 100.0));
    let right = match roomy(area) {
        true => {
            let mut notes = match app.book.on_story(bundle, ix) {
                0 => String::new(),
                some => format!("{}{some}", brush.sign(Sign::Note)),
            };
            if story.by_you {
                notes += brush.sign(Sign::ByYou);
            }
            let dates = dates(story, app.stories.years);
            format!("{many:>3}  {dates:<13}{share} {notes:<3}")
        }
        false => format!("{many:>3}    {share}"),
    };
    let wide = wrap::columns(&right).min(area.width);
    let title = wrap::cut(&story.title, area.width.saturating_sub(wide + 3));
    let sign = if here { brush.sign(Sign::Cursor) } else { " " };
    let paint = if here { Paint::Cursor } else { Paint::Text };
    let left = Line::from_iter([
        brush.span(format!("{sign} "), Paint::Key),
        brush.span(title, paint),
    ]);
    frame.render_widget(left, area);
    let at = Rect {
        x: area.right() - wide,
        width: wide,
        ..area
    };
    frame.render_widget(Line::from(brush.span(right, Paint::Dim)), at);
}

/// `Dec 5` or `Dec 5–6`, with months named where they differ; the first day with its year where
/// the stories are of more than one.
fn dates(story: &Story, years: bool) -> String {
    match (story.first, story.last) {
        (Some(first), Some(last)) if years => match first == last {
            true => first.to_string(),
            false => format!("{first} …"),
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
    let rows = rich::wrapped(&lines(app, ix, inner), inner.width);
    let lines: Vec<Line> = rows.iter().map(|it| brush.line(it)).collect();
    frame.render_widget(Paragraph::new(lines), inner);
}

fn lines(app: &App, ix: StoryIx, area: Rect) -> Vec<Rich> {
    let bundle = &app.known.bundle;
    let story = &bundle[ix];
    let mut lines = vec![Rich::new(story.title.clone(), Paint::Headline)];
    if story.by_you {
        let sign = crate::app::signs::sign(Sign::ByYou, app.settings.signs);
        let told = format!("{sign} corrected by your decisions");
        lines.push(Rich::new(told, Paint::Note));
    }
    lines.push(Rich::gap());
    let most = usize::from(area.height / 2).max(3);
    let articles = story.articles();
    for article in articles.iter().take(most) {
        lines.push(source(app, *article));
    }
    if most < articles.len() {
        let more = format!("and {} more", articles.len() - most);
        lines.push(Rich::new(more, Paint::Dim));
    }
    lines.push(Rich::gap());
    match app.known.comparison(ix) {
        None => lines.push(Rich::new("Comparing …", Paint::Dim)),
        Some(_) if articles.len() == 1 => {
            lines.push(Rich::new(
                "One source only: nothing to compare.",
                Paint::Dim,
            ));
        }
        Some(comparison) => {
            lines.push(Rich::new("Told by most", Paint::Title));
            for (place, many) in best_shared(comparison, 4) {
                let told = format!("{many} of {}  ", articles.len());
                let line = Rich::new(told, Paint::Key).and(bundle.said(place), Paint::Text);
                lines.push(line);
            }
            lines.push(Rich::gap());
            let differ = comparison.discrepancies().len();
            let origins = crate::app::origins::independent(comparison);
            let plural = if differ == 1 { "y" } else { "ies" };
            let counted = crate::app::claims::counted(articles.len(), origins);
            let told = format!("{differ} discrepanc{plural}  {counted}");
            lines.push(Rich::new(told, Paint::Difference));
        }
    }
    for reason in story.reasons.iter().take(2) {
        lines.push(Rich::new(reason.clone(), Paint::Dim));
    }
    lines
}

fn source(app: &App, ix: ArticleIx) -> Rich {
    let article = &app.known.bundle[ix];
    let date = article.meta().published;
    let date = date.map_or(String::new(), |it| format!("  {}", it.date));
    let title = article.title();
    let line = Rich::new(article.source(), Paint::Title)
        .and(date, Paint::Dim)
        .and(format!("  {title}"), Paint::Text);
    match article.doubts().first() {
        Some(doubt) => line.and(format!("  ! {}", doubt.message), Paint::Warning),
        None => line,
    }
}
