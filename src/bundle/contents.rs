//! What is read, as one number, so that a bundle which was read before is known again: SHA-256 over
//! the names and the bytes of all files, in their order, and over what could not be read.
//!
//! It is made of the very bytes that are read, while they are read, or afresh to compare: then
//! nothing is cleaned or kept. A file's sum is that of the sums of its blocks, which all cores make.
//! Cost: about 1.5 GB/s a core where the processor knows SHA-256, a quarter of it elsewhere.

use std::{
    fs,
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use anyhow::Result;

use crate::{
    bundle::{
        format::{self, Holds},
        loaded::Loaded,
        walk::{self, Found, Once},
    },
    cores::ordered,
    model::{bundle::Warning, limits::Limits},
    text::digest,
};

/// Bytes of a block.
const BLOCK: usize = 1 << 20;

/// The sum so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Contents(Vec<u8>);

impl Contents {
    /// What was found out before any file is read.
    pub(crate) fn doubt(&mut self, warnings: &[Warning]) {
        for it in warnings {
            self.add(&it.file, &digest::of(it.message.as_bytes()));
        }
    }

    /// The next file, by its name and [`sum`].
    pub(crate) fn add(&mut self, name: &str, sum: &[u8; 32]) {
        let mut next = self.0.clone();
        next.extend_from_slice(&(name.len() as u64).to_le_bytes());
        next.extend_from_slice(name.as_bytes());
        next.extend_from_slice(sum);
        self.0 = digest::of(&next).to_vec();
    }

    pub(crate) fn whole(&self) -> [u8; 32] {
        digest::of(&self.0)
    }
}

/// The sum of what was read of a file, made by so many threads: its bytes, or why there are none.
pub(crate) fn sum(threads: usize, read: &Result<Vec<u8>, String>) -> [u8; 32] {
    let (mark, bytes) = match read {
        Ok(bytes) => (b'+', bytes.as_slice()),
        Err(reason) => (b'-', reason.as_bytes()),
    };
    let blocks: Vec<&[u8]> = bytes.chunks(BLOCK).collect();
    let sums = ordered::map(threads.min(blocks.len()), &blocks, |it| digest::of(it));
    let mut all = vec![mark];
    all.extend_from_slice(sums.as_flattened());
    digest::of(&all)
}

/// The bytes of a file, unless its format is one that is not read, or it is larger than a file of
/// its format may be.
pub(crate) fn read(found: &Found, limits: &Limits) -> Result<Vec<u8>, String> {
    let Some(holds) = format::holds(&found.shown) else {
        return Err("is of a format that is not read".to_string());
    };
    let (most, told) = match holds {
        // UTF-16 has two bytes where UTF-8 may have one.
        Holds::One if limits.article_mib < limits.file_mib / 2 => {
            (2 * limits.article_bytes() + 2, too_long(limits))
        }
        _ => (
            limits.file_bytes(),
            format!("is larger than {} MiB (limits.file_mib)", limits.file_mib),
        ),
    };
    walk::read(&found.path, most)?.ok_or(told)
}

pub(crate) fn too_long(limits: &Limits) -> String {
    format!(
        "is an article of more than {} MiB (limits.article_mib)",
        limits.article_mib
    )
}

/// The contents at the paths as they are now; `None` for standard input, and where something asked
/// for cannot be opened.
pub fn contents(paths: &[PathBuf], limits: &Limits) -> Option<[u8; 32]> {
    let (found, mut contents) = listed(paths, limits)?;
    if let [one] = found.as_slice() {
        contents.add(
            &one.shown,
            &sum(ordered::threads(usize::MAX), &read(one, limits)),
        );
        return Some(contents.whole());
    }
    let sums = |it: &Found| sum(1, &read(it, limits));
    let threads = ordered::threads(found.len());
    let names = found.iter();
    let mut names = names.map(|it| it.shown.as_str());
    ordered::each(threads, found.iter(), sums, |sum| {
        contents.add(names.next().unwrap_or_default(), &sum);
        ControlFlow::Continue(())
    });
    Some(contents.whole())
}

/// What there is to read at the paths, in words that differ where names or sizes do, and how many
/// bytes it is; `None` as for [`contents`].
pub fn listing(paths: &[PathBuf], limits: &Limits) -> Option<(String, u64)> {
    let (found, _) = listed(paths, limits)?;
    let (mut told, mut bytes) = (String::new(), 0);
    for it in found {
        let size = fs::metadata(&it.path).map_or(0, |it| it.len());
        bytes += size;
        told += &format!("{size} {}\n", it.path.display());
    }
    Some((told, bytes))
}

/// As they are read: what is given twice stands here once, too.
fn listed(paths: &[PathBuf], limits: &Limits) -> Option<(Vec<Found>, Contents)> {
    let (mut found, mut contents) = (Vec::new(), Contents::default());
    let mut once = Once::default();
    for path in paths {
        if path == Path::new("-") {
            return None;
        }
        let mut loaded = Loaded::within(limits);
        let mut files = walk::files(path, &mut loaded).ok()?;
        if 1 < paths.len() {
            files.retain(|it| once.is_new(&it.path));
        }
        found.extend(files);
        contents.doubt(&loaded.warnings);
    }
    Some((found, contents))
}
