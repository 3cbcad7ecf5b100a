//! A bundle on its way: blocks of lines read side by side make the same bundle as one by one, its
//! parts come in without taking the reader anywhere, and reading can be stopped.

use std::{fmt::Write, time::Duration};

use ratatui::{Terminal, backend::TestBackend};
use variorum::{
    app::state::{app::App, reading::Gauge},
    bundle::{self, Progress},
    config::{settings::Settings, theme::Theme},
    input::command::Command,
    model::{bundle::Bundle, limits::Limits, note::Notes},
    stories, view,
};

/// So many articles as JSON Lines, one line of which is broken.
fn lines(many: usize, broken: usize) -> String {
    let mut out = String::new();
    for number in 1..=many {
        let text = format!("The pier number {number} was shut on Monday. ").repeat(12);
        if number == broken {
            out.push_str("{\"title\": \n");
        } else {
            let _ = writeln!(out, r#"{{"title":"Pier {number} shut","text":"{text}"}}"#);
        }
    }
    out
}

fn loaded(text: &str, progress: &Progress) -> bundle::Loaded {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("piers.jsonl");
    std::fs::write(&file, text).unwrap();
    bundle::load_told(&[file], &Limits::default(), progress, &mut |_| ()).unwrap()
}

#[test]
fn blocks_of_lines_make_the_bundle_that_lines_make() {
    let loaded = loaded(&lines(2000, 1234), &Progress::default());
    let files: Vec<&str> = loaded.articles.iter().map(|it| it.file()).collect();
    let expected: Vec<String> = (1..=2000)
        .filter(|it| *it != 1234)
        .map(|it| format!("piers.jsonl:{it}"))
        .collect();
    assert_eq!(files, expected);
    let faults: Vec<&str> = loaded.warnings.iter().map(|it| it.file.as_str()).collect();
    assert_eq!(faults, ["piers.jsonl:1234"]);
}

#[test]
fn the_gauge_grows_to_the_whole() {
    let progress = Progress::default();
    let text = lines(500, 0);
    loaded(&text, &progress);
    assert_eq!(progress.bytes(), (text.len() as u64, text.len() as u64));
    assert_eq!(progress.articles(), 500);
}

#[test]
fn what_was_read_until_it_was_stopped_is_the_bundle() {
    let progress = Progress::summing();
    progress.stop();
    let loaded = loaded(&lines(2000, 0), &progress);
    let many = loaded.articles.len();
    assert!(0 < many && many < 2000, "{many}");
    assert_eq!(loaded.contents, None, "part of a bundle is never kept");
    let told = format!("reading was stopped after {many} articles");
    assert_eq!(loaded.warnings[0].message, told);
}

/// The demo, with the first `many` articles alone.
fn part(many: usize) -> Bundle {
    let loaded = bundle::demo();
    let articles = loaded.articles[..many].to_vec();
    Bundle {
        stories: stories::group(&articles),
        articles,
        warnings: loaded.warnings,
    }
}

fn whole() -> Bundle {
    part(bundle::demo().articles.len())
}

fn reader() -> App {
    let settings = Settings::defaults();
    let mut app = App::new(Bundle::default(), Notes::default(), settings, (100, 30));
    app.reading(Gauge {
        bytes: 30 << 20,
        total: 100 << 20,
        articles: 5000,
        spent: Duration::from_secs(3),
    });
    app
}

fn screen(app: &App) -> String {
    let theme = Theme::named("mono").expect("it is compiled in");
    let mut terminal = Terminal::new(TestBackend::new(100, 30)).unwrap();
    terminal
        .draw(|frame| view::draw(frame, app, &theme))
        .unwrap();
    terminal.backend().to_string()
}

#[test]
fn the_story_list_tells_how_far_it_is_and_how_to_stop() {
    let mut app = reader();
    let told = "30 % of 100 MiB, 5000 articles, 8 s left";
    assert!(screen(&app).contains(told), "{}", screen(&app));
    assert!(screen(&app).contains("ctrl-g stops"));
    app.take_whole(whole());
    assert!(!screen(&app).contains("ctrl-g stops"));
}

#[test]
fn the_cursor_stays_with_its_story_while_parts_come_in() {
    let mut app = reader();
    app.take_part(part(3));
    app.update(Command::Last);
    let title = |app: &App| {
        app.stories
            .current()
            .map(|it| app.known.bundle[it].title.clone())
    };
    let before = title(&app);
    assert!(before.is_some());
    app.take_whole(whole());
    assert_eq!(title(&app), before);
    assert_eq!(app.known.bundle.articles.len(), whole().articles.len());
}

#[test]
fn an_open_story_stays_open_while_parts_come_in() {
    let mut app = reader();
    app.take_part(part(4));
    app.update(Command::Open);
    let article = |app: &App| app.compare().map(|it| it.focused().article);
    let before = article(&app);
    assert!(before.is_some());
    app.take_whole(whole());
    assert_eq!(article(&app), before);
    app.update(Command::Close);
    assert!(app.stories.current().is_some());
}

#[test]
fn every_key_is_answered_while_nothing_is_there() {
    let mut app = reader();
    for info in variorum::input::command::COMMANDS {
        app.update(info.command);
        screen(&app);
    }
}
