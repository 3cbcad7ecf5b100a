//! Effects, done: comparing in the background, writing notes, exporting, copying.
//!
//! One worker thread compares stories, the latest asked for first. A panic in it is told as a
//! failure of that story and takes nothing else down.

use std::{
    collections::BTreeSet,
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    process,
    sync::{
        Arc,
        mpsc::{Receiver, Sender, channel},
    },
    thread,
};

use crossterm::{clipboard::CopyToClipboard, execute};

use crate::{
    app::{
        effect::{Cause, Outcome},
        state::{
            app::Known,
            drafts::{self, Drafts},
            session::Session,
        },
    },
    compare::compare_decided,
    cores::yielding,
    export::{choose, ending, markdown},
    model::{
        bundle::Bundle,
        comparison::Comparison,
        decision::DecisionId,
        index::StoryIx,
        note::{Change, NoteId, Notes},
        ruling::Rulings,
    },
    store::{dir, journal::Store, session, write},
    term::{
        document::{self, Saved},
        event::Event,
        screen::WORKER,
        texts::Searches,
    },
};

/// A story to compare, as things stood when it was asked for.
pub struct Job {
    pub bundle: Arc<Bundle>,
    pub rulings: Arc<Rulings>,
    pub story: StoryIx,
    pub epoch: u64,
}

/// What effects need.
pub struct World {
    jobs: Sender<Job>,
    searches: Searches,
    events: Sender<Event>,
    /// The reason, where notes cannot be kept.
    store: Result<Store, String>,
    /// Names the bundle among the sessions kept in the store's folder.
    key: String,
    /// As this window kept them last, or found them.
    drafts: Drafts,
    /// Drafts that were put elsewhere, since they could not be kept with the session.
    rescued: BTreeSet<String>,
    /// Why the notes could not be read when they were last looked at.
    trouble: Option<String>,
}

impl World {
    /// Starts the worker; its results are sent as events.
    pub fn new(
        store: Result<Store, String>,
        key: String,
        drafts: Drafts,
        events: Sender<Event>,
    ) -> Self {
        let (jobs, asked) = channel();
        let own = events.clone();
        let worker = thread::Builder::new().name(WORKER.to_string());
        // Without a thread stories stay uncompared: the panes can be read all the same.
        let _ = worker.spawn(move || {
            yielding::give_way();
            work(&asked, &events);
        });
        Self {
            jobs,
            searches: Searches::default(),
            events: own,
            store,
            key,
            drafts,
            rescued: BTreeSet::new(),
            trouble: None,
        }
    }

    pub fn compare(&self, job: Job) {
        let _ = self.jobs.send(job);
    }

    /// Looks for words in all articles, in the background; for none, only ends the search before.
    pub fn look_up(&self, bundle: &Arc<Bundle>, words: String) {
        self.searches.end();
        if !words.is_empty() {
            self.searches
                .start(bundle.clone(), words, self.events.clone());
        }
    }

    /// Makes a change to the notes on disk; a new note gets its id and times here.
    pub fn record(&mut self, mut change: Change, cause: Cause, notes: &Notes) -> Outcome {
        if cause == Cause::Made {
            name(&mut change, notes);
        }
        let done = match &mut self.store {
            Ok(store) => store.record(&change).map_err(|error| format!("{error:#}")),
            Err(why) => Err(why.clone()),
        };
        match done {
            Ok(()) => {
                self.tidy();
                Outcome::Recorded { change, cause }
            }
            Err(why) => Outcome::Failed(format!("Not saved: {why}{}", rescued(&change))),
        }
    }

    /// Writes the journal anew where most of it is out of date. That it could not be done costs
    /// nothing but room.
    fn tidy(&mut self) {
        if let Ok(store) = &mut self.store
            && store.worth_compacting()
        {
            let _ = store.compact();
        }
    }

    /// Writes the notes as Markdown.
    pub fn export(&self, path: &Path, overwrite: bool, notes: &Notes, known: &Known) -> Outcome {
        let path = absolute(path);
        let text = match document(&path, notes, known) {
            Ok(text) => text,
            Err(error) => return Outcome::Failed(format!("{error:#}")),
        };
        let done = match overwrite {
            true => write::replace(&path, &text).map(|()| Saved::Written {
                both_stand: Vec::new(),
            }),
            false => document::save(&path, &text),
        };
        match done {
            Ok(Saved::Written { both_stand }) if both_stand.is_empty() => Outcome::Written(path),
            Ok(Saved::Written { both_stand }) => Outcome::Done(format!(
                "Notes written to {}; changed both there and here, so that both versions stand: {}",
                path.display(),
                both_stand.join(", ")
            )),
            Ok(Saved::Taken) => Outcome::Taken(path),
            Err(error) => Outcome::Failed(format!("{error:#}")),
        }
    }

    /// Puts a text on the clipboard through the terminal (OSC 52), which works over SSH too.
    pub fn copy(&self, text: &str, what: &str) -> Outcome {
        match execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text)) {
            Ok(()) => Outcome::Done(format!(
                "Copied {what}, through the terminal (some terminals must be told to allow it)"
            )),
            Err(error) => Outcome::Failed(format!("Could not copy: {error}")),
        }
    }

    /// Keeps the session on disk. A failure is no news where it costs a reading position alone;
    /// drafts are then kept elsewhere, and what is given says where.
    pub fn keep(&mut self, session: Session, own: &Drafts) -> Option<String> {
        let done = match &self.store {
            Ok(store) => session::save(store.dir(), &self.key, |kept| {
                let there = kept.map(Session::read).unwrap_or_default().drafts;
                session.with(drafts::merged(&self.drafts, own, there))
            })
            .map_err(|error| format!("{error:#}")),
            Err(why) => Err(why.clone()),
        };
        let Err(why) = done else {
            self.drafts.clone_from(own);
            return None;
        };
        let fresh = own.values().filter(|it| !self.rescued.contains(*it));
        let fresh: Vec<String> = fresh.cloned().collect();
        let text = (!fresh.is_empty()).then(|| fresh.join("\n\n"))?;
        let told = match write::rescue(&text) {
            Ok(path) => {
                self.rescued.extend(fresh);
                format!("it is kept in {}", path.display())
            }
            Err(error) => format!("nor could it be kept elsewhere: {error:#}"),
        };
        Some(format!("Your draft is not kept here ({why}); {told}"))
    }

    pub(crate) fn journal(&self) -> Option<PathBuf> {
        self.store.as_ref().ok().map(Store::path)
    }

    /// What other windows changed since the last look; what is wrong with the notes is told once, and
    /// again when it is something else.
    pub fn elsewhere(&mut self) -> Vec<Outcome> {
        let Ok(store) = &mut self.store else {
            return Vec::new();
        };
        let polled = store.poll();
        let warnings = store.warnings().into_iter().map(Outcome::Failed);
        match polled {
            Ok(changes) => {
                self.trouble = None;
                let cause = Cause::Elsewhere;
                let changes = changes.into_iter();
                let told = changes.map(|change| Outcome::Recorded { change, cause });
                told.chain(warnings).collect()
            }
            Err(error) => {
                let told = format!("The notes of other windows cannot be read: {error:#}");
                let news = self.trouble.as_ref() != Some(&told);
                self.trouble = Some(told.clone());
                news.then_some(Outcome::Failed(told)).into_iter().collect()
            }
        }
    }
}

/// Gives what is new its name and its time.
fn name(change: &mut Change, notes: &Notes) {
    match change {
        Change::Put(note) => {
            let now = dir::now();
            if note.id == NoteId(String::new()) {
                note.id = notes.new_id(&now, &note.text, process::id());
                note.created.clone_from(&now);
            }
            note.modified = now;
        }
        Change::Decide(decided) => {
            decided.at = dir::moment();
            if decided.id == DecisionId::default() {
                decided.id = DecisionId::new(&decided.at, process::id());
            }
        }
        Change::Delete(_) | Change::Revoke(_) => (),
    }
}

/// The notes as Markdown. Stories that notes belong to are compared where they are not yet.
/// The notes in the format that the file's name asks for.
fn document(path: &Path, notes: &Notes, known: &Known) -> anyhow::Result<String> {
    let bundle = &known.bundle;
    let alone = ending::alone(ending::of(path)?, || choose::on(bundle, notes));
    let compared = |at: StoryIx| match known.comparison(at) {
        Some(known) => Comparison::clone(known),
        None => compare_decided(&bundle.articles, &bundle[at], &known.rulings),
    };
    Ok(alone.unwrap_or_else(|| markdown::notes_compared(bundle, notes, compared)))
}

/// Where a copy of a note that could not be saved went, as the end of a message.
fn rescued(change: &Change) -> String {
    let Change::Put(note) = change else {
        return String::new();
    };
    match write::rescue(&note.text) {
        Ok(path) => format!("; the text is kept here and in {}", path.display()),
        Err(_) => "; the text is kept here".to_string(),
    }
}

fn absolute(path: &Path) -> PathBuf {
    let home = directories::BaseDirs::new().map(|it| it.home_dir().to_path_buf());
    let path = match (path.strip_prefix("~"), home) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => path.to_path_buf(),
    };
    std::path::absolute(&path).unwrap_or(path)
}

fn work(asked: &Receiver<Job>, events: &Sender<Event>) {
    let mut waiting: Vec<Job> = Vec::new();
    loop {
        match waiting.is_empty() {
            true => match asked.recv() {
                Ok(job) => waiting.push(job),
                Err(_) => return,
            },
            false => waiting.extend(asked.try_iter()),
        }
        let Some(job) = waiting.pop() else {
            continue;
        };
        if events.send(Event::Told(done(&job))).is_err() {
            return;
        }
    }
}

/// The worker panics where VARIORUM_TEST_PANIC asks for it: see `term::run`.
#[cfg(debug_assertions)]
fn provoke() {
    let asked = std::env::var("VARIORUM_TEST_PANIC");
    assert_ne!(asked.as_deref(), Ok("in a worker"), "a panic was asked for");
}

fn done(job: &Job) -> Outcome {
    let (bundle, story) = (&job.bundle, &job.bundle[job.story]);
    let compared = catch_unwind(AssertUnwindSafe(|| {
        #[cfg(debug_assertions)]
        provoke();
        compare_decided(&bundle.articles, story, &job.rulings)
    }));
    match compared {
        Ok(comparison) => Outcome::Compared {
            story: job.story,
            comparison: Arc::new(comparison),
            epoch: job.epoch,
        },
        Err(_) => Outcome::Uncompared {
            story: job.story,
            epoch: job.epoch,
        },
    }
}
