//! Opens what a user names: finds the files, has each read by its format, and each draft cleaned.
//!
//! Steps: paths to files, bytes to text, text to drafts, drafts to articles; from bytes on, files
//! and blocks of JSON Lines are worked on side by side by all cores, and taken in one after the
//! other. A file that cannot be read costs a warning, never the rest.

use std::{
    fs,
    io::Read,
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::{
    bundle::{
        clean,
        contents::{self, Contents},
        decode::{self, Decoded},
        demo::FILES,
        format, json,
        limits::Limits,
        loaded::Loaded,
        out::Out,
        progress::Progress,
        walk::{self, Found},
    },
    cores::ordered,
    text::scan::Set,
};

/// Bytes of JSON Lines that are read in one go, up to the end of a line. The cuts hang on the text
/// alone, so the bundle is the same on any number of cores.
const BLOCK: usize = 128 << 10;
const END: Set = Set::of(b"\n");

/// Reads folders (walked recursively), single files, and for `-` JSON Lines from standard input.
///
/// # Errors
/// A path that is missing or cannot be opened, and paths that hold no article at all; with a
/// message that says what, where and what to do.
pub fn load(paths: &[PathBuf]) -> Result<Loaded> {
    load_told(paths, &Progress::default(), &mut |_| ())
}

/// As [`load`]; `told` sees what has been read so far after every piece, in the order of the
/// bundle, and `progress` may be watched from, and stopped by, another thread.
///
/// # Errors
/// As [`load`].
pub fn load_told(
    paths: &[PathBuf],
    progress: &Progress,
    told: &mut dyn FnMut(&Loaded),
) -> Result<Loaded> {
    let mut reading = Reading {
        limits: Limits::default(),
        loaded: Loaded::default(),
        contents: Some(Contents::default()),
        progress,
        told,
    };
    let mut found = Vec::new();
    for path in paths {
        found.push(match path == Path::new("-") {
            true => None,
            false => Some(reading.find(path)?),
        });
    }
    for files in found {
        match files {
            Some(files) => reading.files(files),
            None => reading.standard_input()?,
        }
    }
    let loaded = reading.finished();
    if loaded.articles.is_empty() {
        bail!(nothing(paths, &loaded));
    }
    Ok(loaded)
}

/// The bundle that is compiled in.
pub fn demo() -> Loaded {
    let mut loaded = Loaded::default();
    for (name, bytes) in FILES {
        take(name, bytes.to_vec(), &Limits::default(), &mut loaded);
    }
    loaded
}

/// Files and blocks of lines read side by side, taken in one after the other.
struct Reading<'a> {
    limits: Limits,
    loaded: Loaded,
    /// `None` once something is left out of it.
    contents: Option<Contents>,
    progress: &'a Progress,
    told: &'a mut dyn FnMut(&Loaded),
}

impl Reading<'_> {
    fn find(&mut self, path: &Path) -> Result<Vec<Found>> {
        let before = self.loaded.warnings.len();
        let found = walk::files(path, &self.limits, &mut self.loaded)?;
        if let Some(contents) = &mut self.contents {
            contents.doubt(&self.loaded.warnings[before..]);
        }
        Ok(found)
    }

    fn files(&mut self, found: Vec<Found>) {
        let size = |it: &Found| fs::metadata(&it.path).map_or(0, |it| it.len());
        if let [one] = found.as_slice() {
            let size = size(one);
            self.progress.expect(size);
            let read = contents::read(one, &self.limits);
            self.saw(&one.shown, &contents::sum(worth(size), &read));
            match read {
                Ok(bytes) => self.bytes(&one.shown, bytes),
                Err(reason) => self.loaded.skip(&one.shown, reason),
            }
            return;
        }
        let sizes: Vec<u64> = found.iter().map(size).collect();
        self.progress.expect(sizes.iter().sum());
        let limits = self.limits;
        let work = |(found, size): (Found, u64)| {
            let mut part = Loaded::default();
            let read = contents::read(&found, &limits);
            let sum = contents::sum(1, &read);
            match read {
                Ok(bytes) => take(&found.shown, bytes, &limits, &mut part),
                Err(reason) => part.skip(&found.shown, reason),
            }
            (part, size, found.shown, sum)
        };
        let threads = worth(sizes.iter().sum());
        let files = found.into_iter().zip(sizes);
        ordered::each(threads, files, work, |(part, size, name, sum)| {
            self.saw(&name, &sum);
            self.take_in(part, size)
        });
    }

    fn saw(&mut self, name: &str, sum: &[u8; 32]) {
        if let Some(contents) = &mut self.contents {
            contents.add(name, sum);
        }
    }

    fn standard_input(&mut self) -> Result<()> {
        let most = self.limits.file_bytes;
        let mut bytes = Vec::new();
        let mut input = std::io::stdin().lock().take(most + 1);
        input
            .read_to_end(&mut bytes)
            .context("standard input cannot be read")?;
        if most < bytes.len() as u64 {
            bail!("standard input is larger than {} MiB", most >> 20);
        }
        self.contents = None;
        self.progress.expect(bytes.len() as u64);
        self.bytes("standard input.jsonl", bytes);
        Ok(())
    }

    /// One file: JSON Lines in blocks, any other as a whole.
    fn bytes(&mut self, name: &str, bytes: Vec<u8>) {
        let (limits, size) = (self.limits, bytes.len() as u64);
        let decoded = decode::decode(bytes);
        if !format::is_lines(name, &decoded) {
            let mut part = Loaded::default();
            take_text(name, decoded, &limits, &mut part);
            let _ = self.take_in(part, size);
            return;
        }
        let work = |(first, text): (usize, &str)| {
            let mut part = Loaded::default();
            drafted(&limits, &mut part, |out| {
                json::lines(name, first, text, out)
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
        self.loaded.warnings.extend(part.warnings);
        for article in part.articles {
            if !self.loaded.has_room(&self.limits) {
                self.contents = None;
                return ControlFlow::Break(());
            }
            self.loaded.articles.push(article);
        }
        if self.progress.is_stopped() {
            self.contents = None;
            return ControlFlow::Break(());
        }
        (self.told)(&self.loaded);
        ControlFlow::Continue(())
    }

    fn finished(mut self) -> Loaded {
        if self.progress.is_stopped() {
            let many = self.loaded.articles.len();
            self.loaded
                .skip("", format!("reading was stopped after {many} articles"));
        }
        self.loaded.contents = self.contents.map(|it| it.whole());
        self.loaded
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
        let end = END.find(bytes, from).map_or(bytes.len(), |at| at + 1);
        let (block, rest) = self.rest.split_at(end);
        let line = self.line;
        self.line += block.bytes().filter(|it| *it == b'\n').count();
        self.rest = rest;
        (!block.is_empty()).then_some((line, block))
    }
}

fn take(name: &str, bytes: Vec<u8>, limits: &Limits, loaded: &mut Loaded) {
    take_text(name, decode::decode(bytes), limits, loaded);
}

fn take_text(name: &str, decoded: Decoded, limits: &Limits, loaded: &mut Loaded) {
    if let Some(read) = format::reader(name) {
        drafted(limits, loaded, |out| read(name, decoded, out));
    }
}

/// Has drafts read, and cleans them.
fn drafted(limits: &Limits, loaded: &mut Loaded, read: impl FnOnce(&mut Out)) {
    let mut out = Out {
        drafts: Vec::new(),
        loaded,
    };
    read(&mut out);
    for draft in out.drafts {
        if limits.article_bytes < draft.text.len() {
            let mib = limits.article_bytes >> 20;
            loaded.skip(draft.file, format!("is an article of more than {mib} MiB"));
        } else if loaded.has_room(limits) {
            loaded.articles.push(clean::article(draft));
        }
    }
}

fn nothing(paths: &[PathBuf], loaded: &Loaded) -> String {
    let names: Vec<String> = paths.iter().map(|it| walk::shown(it)).collect();
    let mut said = format!("no article in {}", names.join(", "));
    for it in loaded.warnings.iter().take(5) {
        said += &format!("\n  {}: {}", it.file, it.message);
    }
    said + "\nArticles are read from .txt, .md, .json and .jsonl files."
}
