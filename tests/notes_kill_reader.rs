//! The reader itself, in a pseudo-terminal, killed at random moments while it adds, edits, deletes and
//! takes back notes, and while its journal is written anew: every note that the screen told as saved is
//! there afterwards, once, and nothing else. The same with two windows on the same notes.

#![cfg(unix)]

mod support {
    #![allow(dead_code, unreachable_pub, reason = "shared by test files")]
    pub mod pty;
}

use std::{collections::BTreeMap, fs, io::Write, path::Path, thread, time::Duration};

use support::pty::Home;
use variorum::{
    model::note::{Change, Note, NoteId},
    store::{Store, record},
};

const ROUNDS: u64 = 200;
const ARTICLE: &str = "Title: Weir gives way at Ansley\nSource: Ansley Echo\nDate: 2031-05-04\n\n\
    The old weir at Ansley gave way on Sunday night. Nobody lived in the mill below it.\n";

/// xorshift64*.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % end
    }
}

/// Texts of notes by the word they begin with.
type Texts = BTreeMap<String, String>;

/// Something done to a note: the keys, what the screen says when it is on disk, and what then holds
/// of the note.
struct Step {
    keys: String,
    told: &'static str,
    name: String,
    after: Option<String>,
}

const SAVE: &str = "\u{13}";

/// One window: what it has told as saved, and how to take its last step back.
struct Window {
    name: char,
    texts: Texts,
    back: Option<(String, Option<String>)>,
    made: usize,
    counts: BTreeMap<&'static str, usize>,
}

impl Window {
    fn new(name: char) -> Self {
        Self {
            name,
            texts: Texts::new(),
            back: None,
            made: 0,
            counts: BTreeMap::new(),
        }
    }

    fn step(&mut self, random: &mut Random) -> Step {
        let many = self.texts.len() as u64;
        let some = self.texts.iter().nth(random.below(many.max(1)) as usize);
        let some = some.map(|(name, text)| (name.clone(), text.clone()));
        let find = |name: &str| format!("gnf{name}\r");
        match (random.below(10), some, self.back.take()) {
            (0..=3, Some((name, text)), _) => Step {
                keys: format!("{}e more{SAVE}", find(&name)),
                told: "Note saved",
                after: Some(text + " more"),
                name,
            },
            (4..=5, Some((name, _)), _) => Step {
                keys: find(&name) + "d",
                told: "Note deleted",
                after: None,
                name,
            },
            (6, _, Some((name, before))) => Step {
                keys: "u".to_string(),
                told: "Undone",
                after: before,
                name,
            },
            _ => {
                self.made += 1;
                // Ids of notes have no "u" in them: no other note is found by this name.
                let name = format!("{}{}u", self.name, self.made);
                Step {
                    keys: format!("A{name}{SAVE}"),
                    told: "Note saved",
                    after: Some(name.clone()),
                    name,
                }
            }
        }
    }

    fn done(&mut self, step: Step) {
        *self.counts.entry(step.told).or_default() += 1;
        let before = match step.after {
            Some(text) => self.texts.insert(step.name.clone(), text),
            None => self.texts.remove(&step.name),
        };
        self.back = (step.told != "Undone").then_some((step.name, before));
    }
}

/// A session of some steps, the last of which it is killed in; that step, where it was not told.
fn session(home: &Home, window: &mut Window, random: &mut Random) -> Option<Step> {
    let mut terminal = home.open_on("articles", "1 story");
    window.back = None;
    for _ in 0..random.below(3) {
        let step = window.step(random);
        terminal.send(&step.keys);
        terminal.until(step.told);
        window.done(step);
        terminal.send("gs");
        terminal.wait("the list", |it| {
            let text = it.text();
            text.contains("by date") && !["Note ", "Undone"].iter().any(|it| text.contains(it))
        });
    }
    let step = window.step(random);
    terminal.send(&step.keys);
    thread::sleep(Duration::from_micros(random.below(40_000)));
    terminal.signal("KILL");
    terminal.drain();
    match terminal.text().contains(step.told) {
        true => {
            window.done(step);
            None
        }
        false => Some(step),
    }
}

/// What the journal holds: every note once.
fn found(notes: &Path) -> Texts {
    let opened = Store::open(notes).unwrap();
    assert_eq!(opened.read_only, None);
    let mut found = Texts::new();
    for note in opened.notes.iter().filter(|it| it.id.0 != "n-stale") {
        let name = note.text.split(' ').next().unwrap_or_default();
        assert!(found.insert(name.into(), note.text.clone()).is_none());
    }
    found
}

/// Makes most of the journal out of date, so that it is written anew soon.
fn make_stale(notes: &Path) {
    let stale = Change::Put(Box::new(Note {
        id: NoteId("n-stale".into()),
        created: "2031-03-01T10:00:00Z".into(),
        ..Note::default()
    }));
    let journal = fs::OpenOptions::new()
        .append(true)
        .open(notes.join("notes.jsonl"));
    let lines = record::line(&stale).repeat(260);
    journal.unwrap().write_all(lines.as_bytes()).unwrap();
}

/// The first line of the journal, which changes whenever it is written anew.
fn head(notes: &Path) -> String {
    let text = fs::read_to_string(notes.join("notes.jsonl")).unwrap_or_default();
    text.lines().next().unwrap_or_default().to_string()
}

fn rounds(count: u64, names: &[char]) {
    let home = Home::new();
    fs::create_dir(home.path("articles")).unwrap();
    home.write("articles/echo.txt", ARTICLE);
    let notes = home.path("notes");
    let mut windows: Vec<Window> = names.iter().map(|it| Window::new(*it)).collect();
    let mut anew = 0;
    for round in 0..count {
        if round % 5 == 4 {
            make_stale(&notes);
        }
        let before = head(&notes);
        let home = &home;
        let lost: Vec<Option<Step>> = thread::scope(|scope| {
            let running: Vec<_> = windows
                .iter_mut()
                .enumerate()
                .map(|(at, window)| {
                    let mut random = Random(round * 31 + at as u64 * 7 + 1);
                    scope.spawn(move || session(home, window, &mut random))
                })
                .collect();
            running.into_iter().map(|it| it.join().unwrap()).collect()
        });
        anew += usize::from(!before.is_empty() && before != head(&notes));
        settle(&found(&notes), &mut windows, lost);
    }
    for window in &windows {
        println!("window {}: {:?}", window.name, window.counts);
    }
    println!("{count} rounds, the journal written anew {anew} times");
    assert!(windows.iter().all(|it| 3 == it.counts.len()));
    assert!(count < 50 || 5 < anew);
}

/// What was told is there; what was under way when the program was killed is there or not.
fn settle(found: &Texts, windows: &mut [Window], lost: Vec<Option<Step>>) {
    for (window, step) in windows.iter_mut().zip(lost) {
        let Some(step) = step else { continue };
        if found.get(&step.name) == step.after.as_ref() {
            match step.after {
                Some(text) => window.texts.insert(step.name, text),
                None => window.texts.remove(&step.name),
            };
        }
    }
    let told: Texts = windows.iter().flat_map(|it| it.texts.clone()).collect();
    assert_eq!(*found, told);
}

/// No file may grow past 12 KiB, and the journal is nearly as long.
#[test]
fn a_note_that_cannot_be_written_stays_in_the_editor() {
    let home = Home::new();
    fs::create_dir(home.path("articles")).unwrap();
    home.write("articles/echo.txt", ARTICLE);
    let notes = home.path("notes");
    drop(Store::open(&notes).unwrap());
    let mut store = Store::open(&notes).unwrap().store;
    let long = Change::Put(Box::new(Note {
        id: NoteId("n-long".into()),
        text: "x".repeat(11_500),
        ..Note::default()
    }));
    store.record(&long).unwrap();
    let mut terminal = home.open_limited("articles", "1 story");
    terminal.send(&format!("Aa thought that must not go{SAVE}"));
    terminal.until("Not saved");
    terminal.until("make room, then save again");
    let text = terminal.text();
    assert!(text.contains("a thought that must not go"), "{text}");
    let (_, rescued) = text
        .split_once("kept here and in ")
        .expect("where it is kept");
    let path: String = rescued.lines().map(str::trim).collect();
    let path = path
        .split_once(".md")
        .expect("a file of Markdown")
        .0
        .to_string()
        + ".md";
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        "a thought that must not go"
    );
    fs::remove_file(path).unwrap();
    assert_eq!(Store::open(&notes).unwrap().notes.len(), 1);
    terminal.send("\u{3}");
    terminal.until("your draft is kept");
    let mut again = home.open_on("articles", "1 story");
    drop(terminal);
    again.send("A");
    again.until("Your draft is back");
    again.until("a thought that must not go");
    again.send(SAVE);
    again.until("Note saved");
}

#[test]
fn the_reader_killed_at_any_moment_has_what_it_told() {
    rounds(ROUNDS, &['k']);
}

#[test]
fn two_windows_killed_at_any_moment_have_what_they_told() {
    rounds(ROUNDS / 5, &['k', 'm']);
}
