//! How long the parts take, for people: `cargo bench --bench speed`.
//!
//! Read each time beside the pass, measured in the same run (`pass`): milliseconds belong to a
//! machine, passes do not. The articles are made up (`speed/made.rs`).

#[path = "speed/made.rs"]
mod made;
#[path = "speed/pass.rs"]
mod pass;

use std::{fs, hint::black_box, sync::Arc};

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use ratatui::{Terminal, backend::TestBackend};
use variorum::{
    app::state::app::App,
    bundle,
    compare::compare,
    config::{settings::Settings, theme::Theme},
    geometry::rich,
    input::command::Command,
    model::{article::Article, bundle::Bundle, index::ArticleIx, note::Notes, story::Story},
    stories, view,
};

const ARTICLES: usize = 1000;

fn opened() -> (tempfile::TempDir, std::path::PathBuf, Vec<Article>) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("made.jsonl");
    fs::write(&file, made::articles(ARTICLES)).expect("room");
    let loaded = bundle::load(std::slice::from_ref(&file)).expect("articles");
    (folder, file, loaded.articles)
}

fn whole(c: &mut Criterion) {
    let (_folder, file, articles) = opened();
    let text = fs::read_to_string(&file).expect("it was written");
    c.bench_function("pass over 1,000 articles", |b| {
        b.iter(|| pass::pass(black_box(&text)))
    });
    let paths = [file];
    c.bench_function("load 1,000 articles", |b| {
        b.iter(|| bundle::load(black_box(&paths)))
    });
    c.bench_function("group 1,000 articles", |b| {
        b.iter(|| stories::group(black_box(&articles)))
    });
}

fn stories_compared(c: &mut Criterion) {
    let (_folder, _, articles) = opened();
    let mut group = c.benchmark_group("compare sources");
    group.sample_size(10);
    for many in [5, 50, 120] {
        let all = (0..many).map(ArticleIx).collect();
        let story = Story::new("made".to_string(), all).expect("articles");
        group.bench_with_input(BenchmarkId::from_parameter(many), &story, |b, story| {
            b.iter(|| compare(&articles, story));
        });
    }
    group.finish();
}

fn screens(c: &mut Criterion) {
    let (_folder, _, articles) = opened();
    let text = articles.iter().map(Article::text).collect::<String>();
    let line = [rich::Line::new(text, variorum::config::theme::Paint::Text)];
    c.bench_function("wrap 4 MB", |b| {
        b.iter(|| rich::wrapped(black_box(&line), 80))
    });
    let bundle = Bundle {
        stories: stories::group(&articles),
        articles,
        warnings: Vec::new(),
    };
    let mut app = App::new(bundle, Notes::default(), Settings::defaults(), (200, 60));
    let theme = Theme::named("dark").expect("it is compiled in");
    let mut terminal = Terminal::new(TestBackend::new(200, 60)).expect("memory");
    c.bench_function("key to frame, story list", |b| {
        b.iter(|| {
            app.update(Command::Down);
            terminal
                .draw(|frame| view::draw(frame, &app, &theme))
                .map(|_| ())
                .expect("memory");
        });
    });
    app.update(Command::Open);
    let known = app.known.bundle.clone();
    if let Some(story) = app.story() {
        let found = compare(&known.articles, &known[story]);
        app.known.comparisons.insert(story, Arc::new(found));
    }
    c.bench_function("key to frame, panes", |b| {
        b.iter(|| {
            app.update(Command::HalfPageDown);
            terminal
                .draw(|frame| view::draw(frame, &app, &theme))
                .map(|_| ())
                .expect("memory");
        });
    });
}

criterion_group!(benches, whole, stories_compared, screens);
criterion_main!(benches);
