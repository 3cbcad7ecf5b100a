//! Effects, done: comparing in the background, writing notes, exporting, copying.
//!
//! One worker thread compares stories, the latest asked for first. A panic in it is told as a
//! failure of that story and takes nothing else down.

use std::{
    collections::BTreeMap,
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
    app::effect::{Cause, Outcome},
    compare::compare,
    export::markdown,
    model::{
        bundle::Bundle,
        comparison::Comparison,
        index::StoryIx,
        note::{Change, NoteId, Notes},
    },
    store::{dir, journal::Store, session, write},
    term::{
        document::{self, Saved},
        event::Event,
        screen::WORKER,
    },
};

/// What effects need.
pub struct World {
    bundle: Arc<Bundle>,
    jobs: Sender<StoryIx>,
    /// `None` where notes cannot be kept, with the reason beside it.
    store: Result<Store, String>,
    /// Names the bundle among the sessions kept in the store's folder.
    key: String,
}

impl World {
    /// Starts the worker; its results are sent as events.
    pub fn new(
        bundle: Arc<Bundle>,
        store: Result<Store, String>,
        key: String,
        events: Sender<Event>,
    ) -> Self {
        let (jobs, asked) = channel();
        let shared = bundle.clone();
        let worker = thread::Builder::new().name(WORKER.to_string());
        // Without a thread stories stay uncompared: the panes can be read all the same.
        let _ = worker.spawn(move || work(&shared, &asked, &events));
        Self {
            bundle,
            jobs,
            store,
            key,
        }
    }

    pub fn compare(&self, story: StoryIx) {
        let _ = self.jobs.send(story);
    }

    /// Makes a change to the notes on disk; a new note gets its id and times here.
    pub fn record(&mut self, mut change: Change, cause: Cause, notes: &Notes) -> Outcome {
        if let Change::Put(note) = &mut change
            && cause == Cause::Made
        {
            let now = dir::now();
            if note.id == NoteId(String::new()) {
                note.id = notes.new_id(&now, &note.text, process::id());
                note.created.clone_from(&now);
            }
            note.modified = now;
        }
        let done = match &mut self.store {
            Ok(store) => store.record(&change).map_err(|error| format!("{error:#}")),
            Err(why) => Err(why.clone()),
        };
        match done {
            Ok(()) => Outcome::Recorded { change, cause },
            Err(why) => Outcome::Failed(format!("Not saved: {why}{}", rescued(&change))),
        }
    }

    /// Writes the notes as Markdown.
    pub fn export(
        &self,
        path: &Path,
        overwrite: bool,
        notes: &Notes,
        known: &BTreeMap<StoryIx, Arc<Comparison>>,
    ) -> Outcome {
        let text = self.markdown(notes, known);
        let path = absolute(path);
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

    fn markdown(&self, notes: &Notes, known: &BTreeMap<StoryIx, Arc<Comparison>>) -> String {
        let mut comparisons = BTreeMap::new();
        for (at, story) in self.bundle.stories.iter().enumerate() {
            let ix = StoryIx(at);
            let found = known.get(&ix).map(|it| Comparison::clone(it));
            let wanted = || compare(&self.bundle.articles, story);
            let named = notes.iter().any(|note| note.story == story.title);
            match found {
                Some(it) => drop(comparisons.insert(ix, it)),
                None if named => drop(comparisons.insert(ix, wanted())),
                None => (),
            }
        }
        markdown::notes(&self.bundle, &comparisons, notes)
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

    /// Keeps the session on disk; a failure is no news: it costs a reading position.
    pub fn keep(&self, value: &serde_json::Value) {
        if let Ok(store) = &self.store {
            let _ = session::save(store.dir(), &self.key, value);
        }
    }

    /// What other windows changed since the last look.
    pub fn elsewhere(&mut self) -> Vec<Change> {
        match &mut self.store {
            Ok(store) => store.poll().unwrap_or_default(),
            Err(_) => Vec::new(),
        }
    }
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

fn work(bundle: &Bundle, asked: &Receiver<StoryIx>, events: &Sender<Event>) {
    let mut waiting: Vec<StoryIx> = Vec::new();
    loop {
        match waiting.is_empty() {
            true => match asked.recv() {
                Ok(story) => waiting.push(story),
                Err(_) => return,
            },
            false => waiting.extend(asked.try_iter()),
        }
        let Some(story) = waiting.pop() else {
            continue;
        };
        let compared = catch_unwind(AssertUnwindSafe(|| {
            compare(&bundle.articles, &bundle[story])
        }));
        let told = match compared {
            Ok(comparison) => Outcome::Compared(story, Arc::new(comparison)),
            Err(_) => Outcome::Failed(format!(
                "Comparing «{}» failed; please report it",
                bundle[story].title
            )),
        };
        if events.send(Event::Told(told)).is_err() {
            return;
        }
    }
}
