//! A reader for tests: the demo bundle, the runner of the real loop, a terminal in memory.
#![allow(
    dead_code,
    unreachable_pub,
    reason = "each test file is a crate of its own that uses a part of it"
)]

use std::{
    rc::Rc,
    sync::mpsc::{Receiver, channel},
    time::Duration,
};

use ratatui::{
    Terminal,
    backend::TestBackend,
    buffer::{Buffer, Cell},
    style::Color,
};
use variorum::{
    app::state::{
        app::{App, Screen},
        overlay::{Asks, Overlay},
    },
    bundle,
    config::{
        settings::Settings,
        theme::{PAINTS, Theme},
    },
    geometry::page::Row,
    input::keymap::parse_keys,
    model::bundle::Bundle,
    store::journal::Store,
    stories,
    term::{
        event::Event,
        runner::{Runner, Start, Wish},
    },
};

pub struct Reader {
    runner: Runner,
    events: Receiver<Event>,
    terminal: Terminal<TestBackend>,
    wishes: Vec<Wish>,
    notes: Rc<tempfile::TempDir>,
}

/// Each paint has the colour of its number, so that it can be read back from a cell.
fn theme() -> Theme {
    let lines = PAINTS.iter().enumerate();
    let text: String = lines
        .map(|(at, (name, _))| format!("{name} = \"{}\"\n", at + 16))
        .collect();
    let (theme, faults) = Theme::read(&text);
    assert_eq!(faults, Vec::<String>::new());
    theme
}

pub fn demo() -> Bundle {
    grouped(bundle::demo())
}

pub fn grouped(loaded: bundle::Loaded) -> Bundle {
    Bundle {
        stories: stories::group(&loaded.articles),
        articles: loaded.articles,
        warnings: loaded.warnings,
    }
}

impl Reader {
    /// The demo, with no notes.
    pub fn open(size: (u16, u16)) -> Self {
        Self::open_bundle(demo(), size)
    }

    pub fn open_bundle(bundle: Bundle, size: (u16, u16)) -> Self {
        let notes = tempfile::tempdir().expect("a folder for notes");
        Self::open_with(Rc::new(notes), bundle, size)
    }

    /// Another window on the demo, with the same notes.
    pub fn beside(&self) -> Self {
        let size = self.terminal.size().expect("memory");
        Self::open_with(self.notes.clone(), demo(), (size.width, size.height))
    }

    /// Leaves, and opens a bundle with the same notes.
    pub fn again(self, bundle: Bundle) -> Self {
        let size = self.terminal.size().expect("memory");
        Self::open_with(self.notes, bundle, (size.width, size.height))
    }

    /// The folder of the notes.
    pub fn folder(&self) -> &std::path::Path {
        self.notes.path()
    }

    fn open_with(notes: Rc<tempfile::TempDir>, bundle: Bundle, size: (u16, u16)) -> Self {
        let opened = Store::open(notes.path()).expect("a store");
        let mut settings = Settings::defaults();
        settings.theme = "test".to_string();
        let app = App::new(bundle, opened.notes, settings, size);
        let (sender, events) = channel();
        let start = Start {
            app,
            theme: theme(),
            coloured: true,
            store: Ok(opened.store),
            key: "test".to_string(),
            typed: Vec::new(),
        };
        let mut reader = Self {
            runner: Runner::new(start, sender),
            events,
            terminal: Terminal::new(TestBackend::new(size.0, size.1)).expect("memory"),
            wishes: Vec::new(),
            notes,
        };
        reader.wishes = reader.runner.settle();
        reader.wait();
        reader
    }

    /// Until every comparison asked for has come in, and what is looked for is found.
    pub fn wait(&mut self) {
        while self.waits() {
            let event = self.events.recv_timeout(Duration::from_secs(60));
            let event = event.expect("what is asked for comes in");
            self.wishes.extend(self.runner.handle(event));
        }
    }

    fn waits(&self) -> bool {
        let app = &self.runner.app;
        let texts = app.stories.texts.as_ref();
        0 < app.known.waiting() || texts.is_some_and(|it| it.found.is_none())
    }

    /// Whether nothing is on its way to the loop: it sleeps until the reader does something.
    pub fn sleeps(&mut self) -> bool {
        self.wait();
        self.events.try_recv().is_err()
    }

    #[track_caller]
    pub fn press(&mut self, keys: &str) {
        if keys.is_empty() {
            return;
        }
        for key in parse_keys(keys).expect("keys") {
            self.handle(Event::Key(key));
        }
        self.wait();
    }

    pub fn handle(&mut self, event: Event) {
        self.wishes.extend(self.runner.handle(event));
    }

    pub fn type_text(&mut self, text: &str) {
        self.handle(Event::Paste(text.to_string()));
    }

    pub fn resize(&mut self, size: (u16, u16)) {
        self.terminal.backend_mut().resize(size.0, size.1);
        self.handle(Event::Resize(size));
    }

    /// Whether panes are shown, and nothing over them.
    pub fn in_panes(&self) -> bool {
        let app = &self.runner.app;
        app.overlay.is_none() && matches!(app.screens.last(), Some(Screen::Compare(_)))
    }

    /// Every row of text of every pane, with the columns it has.
    pub fn rows_in_panes(&self) -> Vec<(String, u16)> {
        let app = &self.runner.app;
        let Some(Screen::Compare(compare)) = app.screens.last() else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for (at, parts) in app.frames(compare) {
            let page = &compare.panes[at].page;
            for row in page.rows() {
                if let Row::Text { sentence, span, .. } = row {
                    let words = span.of(page.said(*sentence)).to_string();
                    found.push((words, parts.text.width));
                }
            }
        }
        found
    }

    /// Whether Enter would write a file now.
    pub fn asks_for_a_path(&self) -> bool {
        let overlay = &self.runner.app.overlay;
        matches!(overlay, Some(Overlay::Prompt(it)) if it.asks == Asks::ExportPath)
    }

    /// Keeps the session, as at the end of one.
    pub fn keep(&mut self) {
        assert_eq!(self.runner.keep(), None);
    }

    pub fn left(&self) -> bool {
        self.wishes.contains(&Wish::Quit)
    }

    /// The words on screen.
    pub fn text(&mut self) -> String {
        self.lines().join("\n")
    }

    fn lines(&mut self) -> Vec<String> {
        self.draw();
        let buffer = self.terminal.backend().buffer();
        let width = usize::from(buffer.area.width.max(1));
        let rows = buffer.content.chunks(width);
        rows.map(|row| {
            row.iter()
                .map(Cell::symbol)
                .collect::<String>()
                .trim_end()
                .to_string()
        })
        .collect()
    }

    /// The cells of a frame, as drawn: in the terminal's memory what a wide letter covers keeps
    /// what stood there before.
    pub fn cells(&mut self) -> Buffer {
        let runner = &self.runner;
        let frame = self.terminal.draw(|frame| runner.draw(frame));
        frame.expect("memory").buffer.clone()
    }

    fn draw(&mut self) {
        let runner = &self.runner;
        self.terminal
            .draw(|frame| runner.draw(frame))
            .expect("memory");
    }

    /// The words, then beside each line the paints of its words, by name.
    pub fn frame(&mut self) -> String {
        let lines = self.lines();
        let buffer = self.terminal.backend().buffer();
        let width = usize::from(buffer.area.width.max(1));
        let paints = buffer.content.chunks(width).map(paints);
        let told: Vec<String> = paints
            .enumerate()
            .filter(|(_, it)| !it.is_empty())
            .map(|(at, it)| format!("{at:>2}: {it}"))
            .collect();
        format!("{}\n----\n{}", lines.join("\n"), told.join("\n"))
    }

    /// The words, with what differs from run to run (dates and ids of notes) struck out.
    pub fn undated(&mut self) -> String {
        let hidden = |word: &str| match word {
            it if it.starts_with("n-") && it.len() == 12 => "n-…".to_string(),
            it if it.len() == 10 && it.starts_with("20") && it.matches('-').count() == 2 => {
                "DATE".into()
            }
            it => it.to_string(),
        };
        let lines = self.lines();
        let told = lines
            .iter()
            .map(|line| line.split(' ').map(hidden).collect::<Vec<_>>().join(" "));
        told.collect::<Vec<_>>().join("\n")
    }

    /// The row of the cursor's sign in a pane, and the words beside it.
    pub fn cursor_line(&mut self) -> (usize, String) {
        let lines = self.lines();
        let at = lines
            .iter()
            .position(|it| it.starts_with('▶'))
            .expect("a cursor");
        (at, self.cursor_words())
    }

    /// The beginning of the sentence under the cursor, in whichever pane.
    pub fn words_under_cursor(&mut self) -> String {
        let text = self.text();
        let rest = text.split_once('▶').map_or("", |(_, it)| it);
        rest.chars().take(40).collect()
    }

    /// The first word of the sentence under the cursor, in the first pane.
    pub fn cursor_words(&mut self) -> String {
        let lines = self.lines();
        let line = lines
            .iter()
            .find(|it| it.starts_with('▶'))
            .expect("a cursor");
        let words = line.split_whitespace().filter(|it| 2 < it.chars().count());
        words.take(2).collect::<Vec<_>>().join(" ")
    }
}

/// The paints of one row: each run's name with its words' beginning.
fn paints(row: &[Cell]) -> String {
    let mut runs: Vec<(&str, String)> = Vec::new();
    for cell in row {
        let Color::Indexed(number) = cell.fg else {
            continue;
        };
        let at = usize::from(number).wrapping_sub(16);
        let Some((name, _)) = PAINTS.get(at).filter(|(name, _)| *name != "text") else {
            continue;
        };
        if cell.symbol() == " " {
            continue;
        }
        match runs.last_mut() {
            Some((last, words)) if last == name => words.push_str(cell.symbol()),
            _ => runs.push((name, cell.symbol().to_string())),
        }
    }
    let told = runs.iter().map(|(name, words)| {
        let short: String = words.chars().take(8).collect();
        format!("{name}:{short}")
    });
    told.collect::<Vec<_>>().join(" ")
}

/// Asserts that the screen shows some words.
#[track_caller]
pub fn shows(reader: &mut Reader, wanted: &str) {
    let text = reader.text();
    assert!(text.contains(wanted), "no {wanted:?} in\n{text}");
}

/// Asserts that it does not.
#[track_caller]
pub fn lacks(reader: &mut Reader, unwanted: &str) {
    let text = reader.text();
    assert!(!text.contains(unwanted), "{unwanted:?} in\n{text}");
}
