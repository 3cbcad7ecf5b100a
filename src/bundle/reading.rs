//! Files and blocks of JSON Lines read side by side by all cores, and taken in one after the other:
//! whatever the number of cores, the bundle is the same.
//!
//! A folder's files are read each as a whole. A single file of JSON Lines is cut at the ends of
//! lines, by its text alone. Memory: the bytes of the files being read, beside the articles.

use std::{fs, io::Read, ops::ControlFlow, path::Path};

use anyhow::{Context, Result, bail};

use crate::{
    bundle::{
        clean,
        contents::{self, Contents},
        decode::{self, Decoded},
        format, json,
        loaded::Loaded,
        out::Out,
        own,
        progress::Progress,
        walk::{self, Found, Once},
    },
    cores::ordered,
    model::limits::Limits,
};

/// Bytes of JSON Lines that are read in one go, and what is left of the last line.
const BLOCK: usize = 128 << 10;

/// What was read so far, and who is told.
pub(crate) struct Reading<'a> {
    loaded: Loaded,
    /// `None` where nobody asks, and once something is left out of it.
    contents: Option<Contents>,
    progress: &'a Progress,
    told: &'a mut dyn FnMut(&Loaded),
}

impl<'a> Reading<'a> {
    pub(crate) fn new(
        limits: &Limits,
        progress: &'a Progress,
        told: &'a mut dyn FnMut(&Loaded),
    ) -> Self {
        Self {
            loaded: Loaded::within(limits),
            contents: progress.sums().then(Contents::default),
            progress,
            told,
        }
    }

    /// The files at a path.
    ///
    /// # Errors
    /// What `walk::files` refuses.
    pub(crate) fn find(&mut self, path: &Path) -> Result<Vec<Found>> {
        let before = self.loaded.warnings.len();
        let found = walk::files(path, &mut self.loaded)?;
        if let Some(contents) = &mut self.contents {
            contents.doubt(&self.loaded.warnings[before..]);
        }
        Ok(found)
    }

    /// Of the files of several paths those that none before leads to: what is given twice is read
    /// once, lest it count as two sources.
    pub(crate) fn once(&mut self, found: &mut [Option<Vec<Found>>]) {
        let mut once = Once::default();
        for files in found.iter_mut().flatten() {
            files.retain(|it| {
                let new = once.is_new(&it.path);
                if !new {
                    self.loaded.skip(&it.shown, "is given twice and read once");
                }
                new
            });
        }
    }

    /// Reads files, as long as there is room.
    pub(crate) fn files(&mut self, found: Vec<Found>) {
        let limits = self.loaded.limits;
        let size = |it: &Found| fs::metadata(&it.path).map_or(0, |it| it.len());
        if let [one] = found.as_slice() {
            let size = size(one);
            self.progress.expect(size);
            let read = contents::read(one, &limits);
            if self.contents.is_some() {
                self.saw(&one.shown, &contents::sum(worth(size), &read));
            }
            match read {
                Ok(bytes) => self.bytes(&one.shown, bytes),
                Err(reason) => self.loaded.skip(&one.shown, reason),
            }
            return;
        }
        let sizes: Vec<u64> = found.iter().map(size).collect();
        let total = sizes.iter().sum();
        self.progress.expect(total);
        let sums = self.contents.is_some();
        let work = |(found, size): (Found, u64)| {
            let mut part = Loaded::within(&limits);
            let read = contents::read(&found, &limits);
            let sum = if sums {
                contents::sum(1, &read)
            } else {
                [0; 32]
            };
            match read {
                Ok(bytes) => take(&found.shown, bytes, &mut part),
                Err(reason) => part.skip(&found.shown, reason),
            }
            (part, size, found.shown, sum)
        };
        let files = found.into_iter().zip(sizes);
        ordered::each(worth(total), files, work, |(part, size, name, sum)| {
            self.saw(&name, &sum);
            self.take_in(part, size)
        });
    }

    fn saw(&mut self, name: &str, sum: &[u8; 32]) {
        if let Some(contents) = &mut self.contents {
            contents.add(name, sum);
        }
    }

    /// Reads standard input to its end, as JSON Lines.
    ///
    /// # Errors
    /// It cannot be read, or is larger than a file may be.
    pub(crate) fn standard_input(&mut self) -> Result<()> {
        let most = self.loaded.limits.file_bytes();
        let mut bytes = Vec::new();
        let mut input = std::io::stdin().lock().take(most as u64 + 1);
        input
            .read_to_end(&mut bytes)
            .context("standard input cannot be read")?;
        if most < bytes.len() {
            let mib = self.loaded.limits.file_mib;
            bail!("standard input is larger than {mib} MiB (limits.file_mib in the settings)");
        }
        self.contents = None;
        self.progress.expect(bytes.len() as u64);
        self.bytes(json::STANDARD_INPUT, bytes);
        Ok(())
    }

    /// One file: JSON Lines in blocks, any other as a whole.
    fn bytes(&mut self, name: &str, bytes: Vec<u8>) {
        let (limits, size) = (self.loaded.limits, bytes.len() as u64);
        let decoded = decode::decode(bytes);
        if !format::is_lines(name, &decoded) {
            let mut part = Loaded::within(&limits);
            take_text(name, decoded, &mut part);
            let _ = self.take_in(part, size);
            return;
        }
        let from = decoded.from;
        let work = |(first, text): (usize, &str)| {
            let mut part = Loaded::within(&limits);
            drafted(&mut part, |out| {
                json::lines(name, first, text, out);
                json::doubt(from, out);
            });
            (part, text.len() as u64)
        };
        let blocks = Blocks::new(&decoded.text);
        ordered::each(worth(size), blocks, work, |(part, size)| {
            self.take_in(part, size)
        });
    }

    /// Adds what was read, as far as there is room; breaks off where there is none, or where the
    /// reader wants no more.
    fn take_in(&mut self, part: Loaded, bytes: u64) -> ControlFlow<()> {
        self.progress.took(bytes, part.articles.len());
        let room = self.loaded.append(part);
        if !room || self.progress.is_stopped() {
            self.contents = None;
            return ControlFlow::Break(());
        }
        (self.told)(&self.loaded);
        ControlFlow::Continue(())
    }

    /// All that was read.
    pub(crate) fn finished(mut self) -> Loaded {
        if self.progress.is_stopped() {
            let many = self.loaded.articles.len();
            let told = format!("reading was stopped after {many} articles");
            self.loaded.skip("other files or lines", told);
        }
        self.loaded.contents = self.contents.map(|it| it.whole());
        self.loaded.finished()
    }
}

/// How many threads so many bytes are worth.
fn worth(bytes: u64) -> usize {
    ordered::threads(usize::try_from(bytes).unwrap_or(usize::MAX) / BLOCK)
}

/// Whole lines, with the number of the first, counted from 1.
struct Blocks<'a> {
    rest: &'a str,
    line: usize,
}

impl<'a> Blocks<'a> {
    fn new(rest: &'a str) -> Self {
        Self { rest, line: 1 }
    }
}

impl<'a> Iterator for Blocks<'a> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let bytes = self.rest.as_bytes();
        let from = BLOCK.min(bytes.len());
        let end = memchr::memchr(b'\n', &bytes[from..]).map_or(bytes.len(), |at| from + at + 1);
        let (block, rest) = self.rest.split_at(end);
        let line = self.line;
        self.line += block.bytes().filter(|it| *it == b'\n').count();
        self.rest = rest;
        (!block.is_empty()).then_some((line, block))
    }
}

/// Reads and cleans the articles of one file.
pub(crate) fn take(name: &str, bytes: Vec<u8>, loaded: &mut Loaded) {
    take_text(name, decode::decode(bytes), loaded);
}

fn take_text(name: &str, decoded: Decoded, loaded: &mut Loaded) {
    if let Some(read) = format::reader(name)
        && !own::passed_over(name, &decoded.text, loaded)
    {
        drafted(loaded, |out| read(name, decoded, out));
    }
}

/// Has drafts read, and cleans them.
fn drafted(loaded: &mut Loaded, read: impl FnOnce(&mut Out)) {
    let mut out = Out {
        drafts: Vec::new(),
        loaded,
    };
    read(&mut out);
    for draft in out.drafts {
        if loaded.limits.article_bytes() < draft.text.len() {
            let told = contents::too_long(&loaded.limits);
            loaded.skip(draft.file, told);
        } else if loaded.has_room(0, draft.text.len()) {
            loaded.add(clean::article(draft));
        }
    }
}
