//! Notes against killed processes, failing disks and each other: whatever was told as saved is
//! there afterwards, each note once, and nothing else.
//!
//! The writer is this test binary itself, started again as a process of its own. It prints a line
//! after each change that was acknowledged, and is killed at a random moment.

#![cfg(unix)]

use std::{
    collections::BTreeMap,
    env,
    io::{self, BufRead, BufReader, Write},
    path::Path,
    process::{Child, Command, Stdio},
    sync::mpsc::channel,
    thread,
    time::Duration,
};

use variorum::{
    model::note::{Change, Note, NoteId},
    store::{Store, record},
};

const WRITER: &str = "VARIORUM_TEST_WRITER";
const ROUNDS: u64 = 200;

/// Not a test: the writer, where the environment asks for it. Adds, edits and deletes notes of
/// its own and tidies up now and then, without end.
#[test]
fn writer() {
    let Ok(job) = env::var(WRITER) else { return };
    let [dir, name, round] = job.split('|').collect::<Vec<_>>()[..] else {
        panic!("{job}")
    };
    let mut store = Store::open(Path::new(dir)).unwrap().store;
    let mut random = Random::new(&format!("{name}{round}"));
    let length: usize = env::var("VARIORUM_TEST_LENGTH").map_or(40, |it| it.parse().unwrap());
    for step in 0.. {
        let slot = random.below(6);
        let id = NoteId(format!("n-{name}-{slot}"));
        match random.below(10) {
            0 => acknowledge(store.compact().is_ok(), ""),
            1 | 2 => {
                say(&format!("try {id} -"));
                let done = store.record(&Change::Delete(id.clone())).is_ok();
                acknowledge(done, &format!("{id} -"));
            }
            _ => {
                let text = format!(
                    "{name}.{step}.{}",
                    "x".repeat(random.below(length as u64) as usize)
                );
                say(&format!("try {id} {text}"));
                let done = store.record(&put(&id, &text)).is_ok();
                acknowledge(done, &format!("{id} {text}"));
            }
        }
    }
}

fn put(id: &NoteId, text: &str) -> Change {
    Change::Put(Box::new(Note {
        id: id.clone(),
        story: "Ferry late".into(),
        targets: Vec::new(),
        articles: Vec::new(),
        text: text.into(),
        created: "2025-03-01T10:00:00Z".into(),
        modified: "2025-03-01T10:00:00Z".into(),
    }))
}

fn acknowledge(done: bool, what: &str) {
    say(&format!("{} {what}", if done { "ok" } else { "failed" }));
}

fn say(line: &str) {
    let mut out = io::stdout().lock();
    writeln!(out, "\n>{line}")
        .and_then(|()| out.flush())
        .unwrap_or_else(|_| std::process::exit(0));
}

/// xorshift64*, seeded by name.
struct Random(u64);

impl Random {
    fn new(name: &str) -> Self {
        let seed = name.bytes().fold(0xcbf2_9ce4_8422_2325u64, |all, byte| {
            (all ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self(seed | 1)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % end
    }
}

/// What one writer told: the notes that must be there, and the change that may have happened.
#[derive(Default)]
struct Heard {
    notes: BTreeMap<String, String>,
    tried: Option<(String, String)>,
    failures: usize,
    saved: usize,
}

impl Heard {
    fn hear(&mut self, line: &str) {
        let mut words = line.splitn(3, ' ');
        let verb = words.next().unwrap_or_default();
        let pair = words
            .next()
            .zip(words.next())
            .map(|(id, text)| (id.to_string(), text.to_string()));
        match (verb, pair) {
            (">try", pair) => self.tried = pair,
            (">ok", Some((id, text))) => {
                self.tried = None;
                self.saved += 1;
                match text.as_str() {
                    "-" => self.notes.remove(&id),
                    _ => self.notes.insert(id, text),
                };
            }
            (">failed", _) => {
                self.tried = None;
                self.failures += 1;
            }
            _ => (),
        }
    }
}

fn start(dir: &Path, name: &str, round: u64, shell: &str) -> Child {
    let me = env::current_exe().unwrap();
    let command = format!("{shell} exec \"$0\" --exact writer --nocapture");
    Command::new("sh")
        .args(["-c", &command])
        .arg(me)
        .env(WRITER, format!("{}|{name}|{round}", dir.display()))
        .env(
            "VARIORUM_TEST_LENGTH",
            if shell.is_empty() { "40" } else { "600" },
        )
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Lets it write for a while, kills it, and hears what it said. A line that was not finished was
/// not said. Every other time it is waited for until it has begun, lest a busy machine kill nothing
/// but beginners.
fn finish(mut child: Child, wait: Duration) -> Vec<String> {
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let (sender, said) = channel();
    let hearing = thread::spawn(move || {
        let mut line = String::new();
        while 0 < out.read_line(&mut line).unwrap() {
            if line.ends_with('\n') {
                let _ = sender.send(line.trim_end().to_string());
            }
            line.clear();
        }
    });
    let mut lines = Vec::new();
    if wait.as_micros().is_multiple_of(2) {
        let spoken = |it: &String| it.contains("n-");
        while !lines.last().is_some_and(spoken) {
            match said.recv_timeout(Duration::from_secs(10)) {
                Ok(line) => lines.push(line),
                Err(_) => break,
            }
        }
    }
    thread::sleep(wait);
    child.kill().unwrap();
    hearing.join().unwrap();
    lines.extend(said.try_iter());
    child.wait().unwrap();
    lines
}

/// Every note that was acknowledged is there once; at most the change under way besides.
#[track_caller]
fn check(dir: &Path, heard: &mut [Heard]) {
    let opened = Store::open(dir).unwrap();
    assert_eq!(opened.read_only, None);
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for note in opened.notes.iter() {
        assert!(found.insert(note.id.0.clone(), note.text.clone()).is_none());
    }
    for heard in heard.iter_mut() {
        if let Some((id, text)) = heard.tried.take() {
            let there = found.get(&id).map_or("-", String::as_str);
            match (there == text, text.as_str()) {
                (true, "-") => drop(heard.notes.remove(&id)),
                (true, _) => drop(heard.notes.insert(id, text)),
                (false, _) => (),
            }
        }
    }
    let expected: BTreeMap<String, String> = heard.iter().flat_map(|it| it.notes.clone()).collect();
    assert_eq!(found, expected);
}

/// Rounds of writers at once, each killed at its own moment.
fn rounds(count: u64, names: &[&str], shell: &str) -> Vec<Heard> {
    let dir = tempfile::tempdir().unwrap();
    let mut random = Random::new(names[0]);
    let mut heard: Vec<Heard> = names.iter().map(|_| Heard::default()).collect();
    for round in 0..count {
        let children: Vec<Child> = names
            .iter()
            .map(|name| start(dir.path(), name, round, shell))
            .collect();
        for (child, heard) in children.into_iter().zip(&mut heard) {
            for line in finish(child, Duration::from_micros(4_000 + random.below(30_000))) {
                heard.hear(&line);
            }
        }
        check(dir.path(), &mut heard);
    }
    heard
}

#[test]
fn killed_at_any_moment_nothing_saved_is_lost() {
    let heard = rounds(ROUNDS, &["a"], "");
    println!("{ROUNDS} rounds, {} changes saved", heard[0].saved);
    assert!(ROUNDS as usize / 2 <= heard[0].saved);
}

#[test]
fn two_writers_killed_at_any_moment_lose_nothing() {
    let heard = rounds(ROUNDS / 4, &["a", "b"], "");
    println!("{} + {} changes saved", heard[0].saved, heard[1].saved);
    assert!(heard.iter().all(|it| 20 < it.saved));
}

/// No file may grow past 12 KiB: writes fail in the middle, and room comes back with tidying.
#[test]
fn a_write_that_fails_costs_no_earlier_note() {
    let heard = rounds(ROUNDS / 5, &["full"], "trap '' XFSZ; ulimit -f 24;");
    println!(
        "{} changes saved, {} failed",
        heard[0].saved, heard[0].failures
    );
    assert!(10 < heard[0].saved && 10 < heard[0].failures);
}

/// The notes after each of these states of some notes in a row.
fn states(count: usize, round: u64) -> Vec<(Note, BTreeMap<String, String>)> {
    let mut random = Random::new(&format!("binary{round}"));
    let mut now = BTreeMap::new();
    let state = |step| {
        let id = NoteId(format!("n-{}", random.below(40)));
        let text = format!("{step}.{}", "x".repeat(random.below(80) as usize));
        now.insert(id.0.clone(), text.clone());
        let Change::Put(mut note) = put(&id, &text) else {
            unreachable!()
        };
        note.modified = format!("2031-03-01T{round:04}:{step:06}Z");
        (*note, now.clone())
    };
    (0..count).map(state).collect()
}

/// The program itself reads notes from its standard input, tells each that is on disk, and is
/// killed: it has saved as many as it told, or the one more that it was about to tell.
#[test]
fn the_program_killed_at_any_moment_has_what_it_told() {
    let mut random = Random::new("moments");
    let mut told = 0;
    for round in 0..ROUNDS {
        let dir = tempfile::tempdir().unwrap();
        let states = states(400, round);
        let lines: String = states
            .iter()
            .map(|it| record::line(&Change::Put(Box::new(it.0.clone()))))
            .collect();
        let mut child = Command::new(env!("CARGO_BIN_EXE_variorum"))
            .args(["import-notes", "-", "--notes"])
            .arg(dir.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut input = child.stdin.take().unwrap();
        let feeding = thread::spawn(move || drop(input.write_all(lines.as_bytes())));
        let heard = finish(child, Duration::from_micros(5_000 + random.below(60_000)));
        feeding.join().unwrap();
        let saved = heard.iter().filter(|it| it.starts_with("saved n-")).count();
        assert_eq!(saved, heard.len(), "{heard:?}");
        told += saved;

        let found = Store::open(dir.path()).unwrap().notes;
        let found: BTreeMap<String, String> = found
            .iter()
            .map(|it| (it.id.0.clone(), it.text.clone()))
            .collect();
        let after = |count: usize| {
            count
                .checked_sub(1)
                .map(|at| states[at].1.clone())
                .unwrap_or_default()
        };
        let more = after((saved + 1).min(states.len()));
        assert!(
            found == after(saved) || found == more,
            "{saved} told, but there is {found:?}"
        );
    }
    println!("{ROUNDS} rounds, {told} notes saved");
    assert!(ROUNDS as usize / 2 <= told);
}
