//! The line at the head: where the reader is. The line at the foot: a message, what was pressed so
//! far, or the keys of this screen, from the keymap in force; the key of the help is the last to go.

use ratatui::{Frame, layout::Rect, style::Style, text::Line, widgets::Clear};

use crate::{
    app::state::{
        app::{App, Screen, Weight},
        facet::Facet,
        ledger::Ledger,
        overlay::Overlay,
        panes::Compare,
    },
    config::{
        settings::{SCROLLS, name_of},
        theme::Paint,
    },
    geometry::{rich, wrap},
    input::{
        command::{Command, Scope},
        hints::{self, HELP, Hint},
    },
    model::{
        comparison::Comparison,
        index::Place,
        ruling::{Ruling, Verdict},
    },
    text::count::counted,
    view::paint::{Brush, row},
};

pub fn draw(frame: &mut Frame, app: &App, brush: Brush) {
    let parts = app.parts();
    head(frame, parts.head, app, brush);
    foot(frame, parts.foot, app, brush);
}

fn head(frame: &mut Frame, area: Rect, app: &App, brush: Brush) {
    let room = area.width / 3 * 2;
    let state = as_fits(&state(app), room);
    let right = wrap::columns(&state).min(room);
    let title = wrap::cut(&title(app), area.width.saturating_sub(right + 1));
    frame.render_widget(Line::from(brush.span(title, Paint::Title)), area);
    let at = Rect {
        x: area.right() - right,
        width: right,
        ..area
    };
    frame.render_widget(Line::from(brush.span(state, Paint::Dim)), at);
}

fn title(app: &App) -> String {
    let bundle = &app.known.bundle;
    match app.screens.last() {
        None => {
            let stories = counted(bundle.stories.len(), "story", "stories");
            let articles = counted(bundle.articles.len(), "article", "articles");
            let name = if app.known.demo {
                "The demo:"
            } else {
                "Variorum "
            };
            format!("{name} {stories}, {articles}")
        }
        Some(Screen::Compare(compare)) => bundle[compare.story].title.clone(),
        Some(Screen::Ledger(ledger)) => ledger.content.title.clone(),
    }
}

/// The first parts, as many as fit; the first in any case.
fn as_fits(parts: &[String], room: u16) -> String {
    let mut shown = parts.first().cloned().unwrap_or_default();
    for part in parts.iter().skip(1) {
        let more = format!("{shown}  {part}");
        if room < wrap::columns(&more) {
            break;
        }
        shown = more;
    }
    shown
}

/// What holds on this screen now, in the order of its worth.
fn state(app: &App) -> Vec<String> {
    let bundle = &app.known.bundle;
    match app.screens.last() {
        None => {
            let list = &app.stories;
            let order = if list.reversed { ", reversed" } else { "" };
            let sorted = format!("sorted by {}{order}", list.sort.told());
            let filter = match list.filter.as_str() {
                "" => None,
                filter => Some(format!("filter {filter:?}: {} shown", list.shown.len())),
            };
            let own = app
                .known
                .demo
                .then(|| "your own: variorum FOLDER".to_string());
            let texts = list.texts.as_ref().map(|it| match &it.found {
                Some(_) => {
                    let so_far = if it.is_whole(bundle) { "" } else { " so far" };
                    format!("“{}”: {} shown{so_far}", it.words, list.shown.len())
                }
                None => format!("looking for “{}” …", it.words),
            });
            let told = texts.into_iter().chain(filter);
            told.chain(own).chain([sorted]).collect()
        }
        Some(Screen::Compare(compare)) => compare_state(app, compare),
        Some(Screen::Ledger(ledger)) => ledger_state(ledger),
    }
}

fn ledger_state(ledger: &Ledger) -> Vec<String> {
    let mut told: Vec<String> = ledger.facets.iter().map(Facet::name).collect();
    if !ledger.filter.is_empty() {
        told.push(format!("filter {:?}", ledger.filter));
    }
    told
}

fn compare_state(app: &App, compare: &Compare) -> Vec<String> {
    let mut told = Vec::new();
    if let Some(search) = &compare.search {
        let at = search.at.map_or(0, |at| at + 1);
        told.push(format!("{:?} {at}/{}", search.query, search.hits.len()));
    }
    if app.known.comparison(compare.story).is_none() {
        told.push(app.known.progress(compare.story).into());
    }
    if let Some(comparison) = app.known.comparison(compare.story) {
        told.push(told_by(comparison, compare.place()));
        told.extend(by_you(comparison, compare.place()));
    }
    if app.seen_before(compare.place()) {
        let keys = app.settings.keymap.keys_of(Command::ReadSeen);
        let key = keys.first().map_or(String::new(), |it| format!(" ({it})"));
        told.push(format!("seen before{key}"));
    }
    if compare.linking.is_some() {
        told.push("linking …".into());
    }
    if compare.zoomed {
        told.push("zoomed".into());
    }
    told.push(counted(compare.panes.len(), "pane", "panes"));
    told.push(name_of(SCROLLS, &compare.scroll).into());
    told
}

/// How many articles tell a sentence, how many of them are independent where they are fewer, and in
/// how many others a sentence is linked with it all the same.
fn told_by(comparison: &Comparison, place: Place) -> String {
    let told = comparison.tellers(place);
    let (many, all) = (told.len(), comparison.articles().len());
    let origins = comparison.independent(&told);
    let mut text = format!("told by {many} of {all} articles");
    if origins < many {
        text += &format!(" = {}", counted(origins, "origin", "origins"));
    }
    let carriers = comparison.carriers(place).into_iter();
    match carriers.filter(|it| !told.contains(&it.article)).count() {
        0 => text,
        more => format!("{text}, +{more} linked"),
    }
}

/// What the reader decided about links and discrepancies of a sentence.
fn by_you(comparison: &Comparison, place: Place) -> Option<String> {
    let of = |wanted: Ruling| {
        let rulings = comparison.rulings().at(place);
        rulings.filter(|(_, it)| *it == wanted).count()
    };
    if !comparison.is_decided(place) {
        return None;
    }
    let judged = |wanted: Verdict| {
        let found = comparison.found().filter(|(it, _)| it.is_at(place));
        found.filter(|it| it.1 == Some(wanted)).count()
    };
    let all = [
        (of(Ruling::Pin), "linked"),
        (of(Ruling::Forbid), "unlinked"),
        (judged(Verdict::Confirm), "confirmed"),
        (judged(Verdict::Dismiss), "dismissed"),
    ];
    let told = all.iter().filter(|it| 0 < it.0);
    let told: Vec<String> = told.map(|(many, what)| format!("{many} {what}")).collect();
    (!told.is_empty()).then(|| format!("{} by you", told.join(", ")))
}

fn foot(frame: &mut Frame, area: Rect, app: &App, brush: Brush) {
    if let Some(Overlay::Prompt(prompt)) = &app.overlay {
        let paint = match prompt.old {
            true => Paint::Selected,
            false => Paint::Text,
        };
        let line = Line::from_iter([
            brush.span(prompt.label(), Paint::Key),
            brush.span(prompt.text.as_str(), paint),
        ]);
        let label = wrap::columns(prompt.label());
        let x = area.x + (label + wrap::columns(&prompt.text)).min(area.width.saturating_sub(1));
        frame.render_widget(line, area);
        frame.set_cursor_position((x, area.y));
        return;
    }
    if let Some(message) = &app.message {
        let paint = paint_of(message.weight);
        let text = wrap::cut(&message.text, area.width);
        frame.render_widget(Line::from(brush.span(text, paint)), area);
        return;
    }
    if let Some(Overlay::Picker(_)) = &app.overlay {
        return picking(frame, area, brush);
    }
    keys(frame, area, app, brush);
}

/// The keys of a list to pick from, which takes letters as text.
fn picking(frame: &mut Frame, area: Rect, brush: Brush) {
    let hints = [
        ("enter", "choose"),
        ("esc", "close"),
        ("down up", "move"),
        ("a-z", "search"),
    ];
    let spans = hints.iter().flat_map(|(key, word)| {
        [
            brush.span(*key, Paint::Key),
            brush.span(format!(" {word}  "), Paint::Dim),
        ]
    });
    frame.render_widget(Line::from_iter(spans), area);
}

fn keys(frame: &mut Frame, area: Rect, app: &App, brush: Brush) {
    let scope = match &app.overlay {
        Some(Overlay::Editor(_)) => Scope::Editor,
        _ => app.scope(),
    };
    let help = (scope != Scope::Editor)
        .then(|| shown(app, &HELP))
        .flatten();
    // The blanks after the last are not needed.
    let room = (area.width + 2).saturating_sub(help.as_ref().map_or(0, width));
    let mut spans = Vec::new();
    let mut used = 0;
    let hints = match &app.overlay {
        Some(Overlay::Text(_)) => hints::BOX,
        _ => hints::hints(scope),
    };
    for it in hints.iter().filter_map(|it| shown(app, it)) {
        if room < used + width(&it) {
            break;
        }
        used += width(&it);
        push(&mut spans, &it, brush);
    }
    if let Some(it) = &help {
        push(&mut spans, it, brush);
    }
    let style: Style = brush.style(Paint::Bar);
    frame.render_widget(Line::from(spans).style(style), area);
}

/// Rows that a message may take.
const MESSAGE: usize = 4;

/// A warning that is longer than the foot, over what stands above it: what is wrong and where the
/// text went must be read to its end.
pub fn long_message(frame: &mut Frame, app: &App, brush: Brush) {
    let Some(message) = &app.message else {
        return;
    };
    let area = frame.area();
    let line = rich::Line::new(message.text.as_str(), paint_of(message.weight));
    let covered = !matches!(app.overlay, None | Some(Overlay::Editor(_)));
    let matters = message.weight != Weight::Told;
    if covered || !matters || wrap::columns(&message.text) <= area.width {
        return;
    }
    let rows = line.wrapped(area.width);
    let height = u16::try_from(rows.len().min(MESSAGE))
        .unwrap_or(1)
        .min(area.height);
    let over = Rect {
        y: area.bottom() - height,
        height,
        ..area
    };
    frame.render_widget(Clear, over);
    frame.buffer_mut().set_style(over, brush.style(Paint::Text));
    for (at, it) in rows.iter().take(usize::from(height)).enumerate() {
        frame.render_widget(brush.line(it), row(over, u16::try_from(at).unwrap_or(0)));
    }
}

fn paint_of(weight: Weight) -> Paint {
    match weight {
        Weight::Told => Paint::Text,
        Weight::Warning => Paint::Warning,
        Weight::Error => Paint::Error,
    }
}

/// A hint as it is shown: its keys and its word.
type Shown = (String, &'static str);

/// A hint with the keys in force: those of each command, or the one key that they all begin with,
/// which shows the rest. `None` where a command has no key.
fn shown(app: &App, hint: &Hint) -> Option<Shown> {
    let keymap = &app.settings.keymap;
    let keys = hint.commands.iter();
    let keys = keys.map(|it| keymap.keys_of(*it).into_iter().next());
    let keys: Vec<String> = keys.collect::<Option<_>>()?;
    let first = keys.first()?.split_once(' ').map(|(first, _)| first);
    let alike = first.filter(|first| keys.iter().all(|it| it.starts_with(&format!("{first} "))));
    Some((alike.map_or(keys.join(" "), str::to_string), hint.word))
}

/// Columns of a hint with the blanks that part it from the next.
fn width(hint: &Shown) -> u16 {
    wrap::columns(&hint.0) + wrap::columns(hint.1) + 3
}

fn push(spans: &mut Vec<ratatui::text::Span<'static>>, hint: &Shown, brush: Brush) {
    spans.push(brush.span(hint.0.clone(), Paint::Key));
    spans.push(brush.span(format!(" {}  ", hint.1), Paint::Bar));
}
