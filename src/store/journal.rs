//! The journal of notes: `notes.jsonl` in the data folder, one record a line, only ever appended
//! to, and now and then written anew without what was replaced.
//!
//! To record: take the lock, read what another window has written since, append, sync, let go. A
//! write that fails is cut off again, so that the journal ends in a whole record; one that a
//! crash cuts off is found by whoever comes next, put into a file beside (`notes.torn-…`) and told
//! in a warning. Opening reads everything once; a record costs one append and one sync.

use std::{
    fs,
    io::{self, ErrorKind},
    mem,
    path::{Path, PathBuf},
    process,
    time::Duration,
};

use anyhow::{Result, anyhow, bail};

use crate::{
    model::note::{Change, Note, Notes},
    store::{
        compact,
        file::{self, Look, Stretch},
        lines::{self, End, Lines},
        lock::{self, Lock},
        record,
        trouble::told,
        write,
    },
    text::digest,
};

/// How long to wait for another window.
const PATIENCE: Duration = Duration::from_secs(2);
/// Lines that may be out of date before the journal is worth writing anew.
const STALE: usize = 200;

/// The notes of one folder, open. Holds no file and no lock between calls.
#[derive(Debug, Default)]
pub struct Store {
    dir: PathBuf,
    /// The notes as the journal has them.
    notes: Notes,
    /// Bytes of the journal that were read.
    seen: u64,
    /// Lines among them.
    lines: usize,
    generation: Option<String>,
    /// Whether a later version of the program has begun the journal.
    later: bool,
    /// What other windows have written, not yet asked for.
    news: Vec<Change>,
    warnings: Vec<String>,
    /// How the file looked when it was last read by [`Store::poll`].
    looked: Option<Look>,
}

/// What opening found.
#[derive(Debug)]
pub struct Opened {
    pub store: Store,
    pub notes: Notes,
    pub warnings: Vec<String>,
    /// Why nothing can be saved, where nothing can.
    pub read_only: Option<String>,
}

impl Store {
    /// Opens the notes in a folder, which is made where it is missing. A folder that cannot be
    /// written opens for reading: see [`Opened::read_only`].
    ///
    /// # Errors
    /// The path is no folder.
    pub fn open(dir: &Path) -> Result<Opened> {
        if dir.exists() && !dir.is_dir() {
            bail!("{} is not a folder: notes need one", dir.display());
        }
        let mut store = Self::empty(dir);
        let looked = store.first_look();
        store.news.clear();
        Ok(Opened {
            notes: store.notes.clone(),
            warnings: mem::take(&mut store.warnings),
            read_only: looked
                .err()
                .map(|error| told("nothing can be saved", dir, &error)),
            store,
        })
    }

    /// The notes and decisions of a folder as they stand, with nothing made, locked or mended: for
    /// who only reads. A folder that is not there holds none.
    ///
    /// # Errors
    /// The journal cannot be read.
    pub fn read(dir: &Path) -> Result<Notes> {
        Self::read_told(dir).map(|it| it.0)
    }

    /// The same with what was found amiss.
    ///
    /// # Errors
    /// As [`Store::read`].
    pub fn read_told(dir: &Path) -> Result<(Notes, Vec<String>)> {
        let mut store = Self::empty(dir);
        match store.catch_up(None) {
            Ok(()) => Ok((store.notes, store.warnings)),
            Err(error) => Err(anyhow!(told("not read", dir, &error))),
        }
    }

    /// Appends a change and syncs it: when this returns, the change outlives a power cut.
    ///
    /// A note that another window has changed meanwhile, unseen here, is not lost: that state
    /// becomes a note of its own, among the news.
    ///
    /// # Errors
    /// What is wrong, where, and what to do; nothing was then written. Deleting a note that
    /// another window has just changed is refused, too.
    pub fn record(&mut self, change: &Change) -> Result<()> {
        let done = self.locked(|store, held| {
            store.catch_up(Some(held))?;
            store.is_ours()?;
            let theirs = store.changed_elsewhere(change);
            if theirs.is_some() && change.removes() {
                return Ok(false);
            }
            let copy = theirs.map(|theirs| store.copy_of(theirs));
            store.append(copy.iter().chain([change]))?;
            store.news.retain(|it| it.subject() != change.subject());
            store.news.extend(copy);
            Ok(true)
        });
        match done {
            Ok(true) => Ok(()),
            Ok(false) => bail!("not deleted: another window has just changed this note"),
            Err(error) => Err(anyhow!(told("not saved", &self.dir, &error))),
        }
    }

    /// The changes that other windows have written since they were last asked for.
    ///
    /// # Errors
    /// The journal cannot be read.
    ///
    /// Costs one look at the file's length and time where nothing was written.
    pub fn poll(&mut self) -> Result<Vec<Change>> {
        let now = file::look(&self.path());
        if now.is_some() && now == self.looked {
            return Ok(mem::take(&mut self.news));
        }
        self.looked = None;
        match self.catch_up(None) {
            Ok(()) => {
                self.looked = now;
                Ok(mem::take(&mut self.news))
            }
            Err(error) => Err(anyhow!(told("not read", &self.dir, &error))),
        }
    }

    /// What was found amiss since it was last asked for.
    pub fn warnings(&mut self) -> Vec<String> {
        mem::take(&mut self.warnings)
    }

    /// Writes the journal anew without what was replaced or deleted: beside, synced, renamed.
    ///
    /// # Errors
    /// As [`Store::record`]; the old journal is then as it was.
    pub fn compact(&mut self) -> Result<()> {
        let done = self.locked(|store, held| store.write_anew(held));
        done.map_err(|error| anyhow!(told("not tidied", &self.dir, &error)))
    }

    /// Whether most of the journal is out of date.
    pub fn worth_compacting(&self) -> bool {
        let live = self.notes.len() + self.notes.decisions().len();
        let stale = self.lines.saturating_sub(live);
        STALE < stale && live < stale
    }

    /// Whether there are notes in a folder.
    pub fn is_in(dir: &Path) -> bool {
        Self::empty(dir).path().is_file()
    }

    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The journal itself.
    pub fn path(&self) -> PathBuf {
        self.dir.join("notes.jsonl")
    }
}

/// Reading.
impl Store {
    fn empty(dir: &Path) -> Self {
        Self {
            dir: dir.to_path_buf(),
            ..Self::default()
        }
    }

    /// Reads the journal, and tries whether it could be written. A window that is busy writing
    /// keeps nobody from reading, and will be done soon.
    fn first_look(&mut self) -> io::Result<()> {
        let made = fs::create_dir_all(&self.dir);
        match made.and_then(|()| lock::take(&self.dir, PATIENCE)) {
            Ok(held) => {
                self.catch_up(Some(&held))?;
                self.is_ours()?;
                file::try_append(&self.path())
            }
            Err(error) => {
                self.catch_up(None)?;
                match error.kind() {
                    ErrorKind::WouldBlock => Ok(()),
                    _ => Err(error),
                }
            }
        }
    }

    /// Reads what was written since, or everything where the journal was written anew. Only who
    /// holds the lock can know that an unfinished line is torn and not just being written.
    fn catch_up(&mut self, held: Option<&Lock>) -> io::Result<()> {
        match file::read(&self.path(), self.seen)? {
            None if self.seen == 0 => Ok(()),
            None => Err(ErrorKind::NotFound.into()),
            Some(it) if it.length < self.seen || self.is_another(&it) => {
                let mut fresh = Self::empty(&self.dir);
                fresh.catch_up(held)?;
                self.become_fresh(fresh);
                Ok(())
            }
            Some(it) => self.read_on(&it.rest, held),
        }
    }

    fn is_another(&self, stretch: &Stretch) -> bool {
        self.seen != 0 && lines::read(&stretch.start).generation != self.generation
    }

    fn read_on(&mut self, bytes: &[u8], held: Option<&Lock>) -> io::Result<()> {
        let mut lines = lines::read(bytes);
        match (held, lines.end) {
            (Some(_), End::Torn) => {
                let beside = file::set_aside(&self.path(), &bytes[lines.whole..])?;
                self.warnings.push(torn(&self.path(), &beside));
            }
            (Some(_), End::Record) => {
                file::append(&self.path(), "", "\n")?;
                lines.whole = bytes.len() + 1;
                lines.count += 1;
            }
            (None, End::Record) => {
                lines.changes.pop();
            }
            (_, End::Nothing) | (None, End::Torn) => (),
        }
        let strange = lines.strange.iter();
        let told =
            strange.map(|(number, why)| strange_line(&self.path(), self.lines + number, why));
        let told: Vec<String> = told.collect();
        self.warnings.extend(told);
        self.news.extend_from_slice(&lines.changes);
        self.take(lines);
        Ok(())
    }

    fn take(&mut self, lines: Lines) {
        self.seen += lines.whole as u64;
        self.lines += lines.count;
        self.generation = lines.generation.or(self.generation.take());
        self.later |= lines.later;
        for change in lines.changes {
            self.notes.apply(change);
        }
    }

    /// The journal was written anew: what is news is the difference.
    fn become_fresh(&mut self, fresh: Self) {
        let old = mem::replace(self, fresh);
        self.news = old.news;
        self.news.extend(differences(&old.notes, &self.notes));
        self.warnings.splice(0..0, old.warnings);
    }
}

/// Writing.
impl Store {
    fn locked<T>(&mut self, work: impl FnOnce(&mut Self, &Lock) -> io::Result<T>) -> io::Result<T> {
        let held = lock::take(&self.dir, PATIENCE)?;
        work(self, &held)
    }

    fn append<'a>(&mut self, changes: impl Iterator<Item = &'a Change>) -> io::Result<()> {
        let text: String = changes.map(record::line).collect();
        let head = match self.seen {
            0 => record::head(&self.new_generation()),
            _ => String::new(),
        };
        file::append(&self.path(), &head, &text)?;
        self.take(lines::read((head + &text).as_bytes()));
        Ok(())
    }

    fn write_anew(&mut self, held: &Lock) -> io::Result<()> {
        self.catch_up(Some(held))?;
        self.is_ours()?;
        if self.seen == 0 {
            return Ok(());
        }
        let new = compact::compacted(&fs::read(self.path())?, &self.new_generation());
        write::swap(&self.path(), &new)?;
        let mut fresh = Self::empty(&self.dir);
        fresh.take(lines::read(&new));
        self.become_fresh(fresh);
        Ok(())
    }

    /// What a later version has begun is not written to: it may mean something else by it.
    fn is_ours(&self) -> io::Result<()> {
        match self.later {
            true => Err(io::Error::other(
                "a later version of Variorum has written these notes; write to them with that one",
            )),
            false => Ok(()),
        }
    }

    fn new_generation(&self) -> String {
        let before = self.generation.as_deref().unwrap_or_default();
        let now = jiff::Timestamp::now();
        digest::short(&format!("{now} {} {before}", process::id()), 12)
    }

    /// The state that another window gave to the note that a change is about, where the reader
    /// of this window cannot have seen it.
    fn changed_elsewhere(&self, change: &Change) -> Option<Note> {
        self.news.iter().rev().find_map(|it| match it {
            Change::Put(theirs) if it.subject() == change.subject() && it != change => {
                Some(theirs.as_ref().clone())
            }
            _ => None,
        })
    }

    fn copy_of(&self, theirs: Note) -> Change {
        let id = self
            .notes
            .new_id(&theirs.modified, &theirs.text, process::id());
        Change::Put(Box::new(Note { id, ..theirs }))
    }
}

fn torn(path: &Path, beside: &Path) -> String {
    format!(
        "the last line of {} was not written to its end (a crash, or a full disk); what there \
         was of it is kept in {}",
        path.display(),
        beside.display()
    )
}

fn strange_line(path: &Path, number: usize, why: &str) -> String {
    let path = path.display();
    format!("{path}:{number} is not a note ({why}); it is kept as it is")
}

/// The changes that make one state of the notes the other.
fn differences(old: &Notes, new: &Notes) -> Vec<Change> {
    let gone = old.iter().filter(|it| new.get(&it.id).is_none());
    let gone = gone.map(|it| Change::Delete(it.id.clone()));
    let put = new.iter().filter(|it| old.get(&it.id) != Some(it));
    let put = put.map(|it| Change::Put(Box::new(it.clone())));
    let (then, now) = (old.decisions(), new.decisions());
    let revoked = then.iter().filter(|it| now.get(&it.id).is_none());
    let revoked = revoked.map(|it| Change::Revoke(it.id.clone()));
    let decided = now.iter().filter(|it| then.get(&it.id) != Some(it));
    let decided = decided.map(|it| Change::Decide(Box::new(it.clone())));
    gone.chain(put).chain(revoked).chain(decided).collect()
}
