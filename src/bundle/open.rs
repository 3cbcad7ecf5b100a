//! Opens what a user names: finds the files, has each read by its format, and each draft cleaned.
//!
//! Steps: paths to files, bytes to text, text to drafts, drafts to articles. A file that cannot be
//! read costs a warning, never the rest.

use std::{
    io::Read,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::{
    bundle::{
        clean, decode,
        demo::FILES,
        format::{self, Holds},
        loaded::Loaded,
        out::Out,
        walk,
    },
    model::limits::Limits,
};

/// Reads folders (walked recursively), single files, and for `-` JSON Lines from standard input,
/// within the default limits.
///
/// # Errors
/// A path that is missing or cannot be opened, and paths that hold no article at all; with a
/// message that says what, where and what to do.
pub fn load(paths: &[PathBuf]) -> Result<Loaded> {
    load_within(paths, &Limits::default())
}

/// As [`load`], within limits of the user's own.
///
/// # Errors
/// As [`load`].
pub fn load_within(paths: &[PathBuf], limits: &Limits) -> Result<Loaded> {
    let mut loaded = Loaded::within(limits);
    for path in paths {
        if path == Path::new("-") {
            standard_input(&mut loaded)?;
            continue;
        }
        for found in walk::files(path, &mut loaded)? {
            if !loaded.has_room(0, 0) {
                break;
            }
            file(found, &mut loaded);
        }
    }
    let loaded = loaded.finished();
    if loaded.articles.is_empty() {
        bail!(nothing(paths, &loaded));
    }
    Ok(loaded)
}

/// The bundle that is compiled in.
pub fn demo() -> Loaded {
    let mut loaded = Loaded::default();
    for (name, bytes) in FILES {
        take(name, bytes.to_vec(), &mut loaded);
    }
    loaded
}

fn file(found: walk::Found, loaded: &mut Loaded) {
    let Some(holds) = format::holds(&found.shown) else {
        return loaded.skip(found.shown, "is of a format that is not read");
    };
    let limits = loaded.limits;
    let (most, told) = match holds {
        // UTF-16 has two bytes where UTF-8 may have one.
        Holds::One if limits.article_mib < limits.file_mib / 2 => {
            (2 * limits.article_bytes() + 2, too_long(&limits))
        }
        _ => (
            limits.file_bytes(),
            format!("is larger than {} MiB (limits.file_mib)", limits.file_mib),
        ),
    };
    match walk::read(&found.path, most) {
        Ok(Some(bytes)) => take(&found.shown, bytes, loaded),
        Ok(None) => loaded.skip(found.shown, told),
        Err(reason) => loaded.skip(found.shown, reason),
    }
}

fn too_long(limits: &Limits) -> String {
    format!(
        "is an article of more than {} MiB (limits.article_mib)",
        limits.article_mib
    )
}

fn standard_input(loaded: &mut Loaded) -> Result<()> {
    let most = loaded.limits.file_bytes();
    let mut bytes = Vec::new();
    let mut input = std::io::stdin().lock().take(most as u64 + 1);
    input
        .read_to_end(&mut bytes)
        .context("standard input cannot be read")?;
    if most < bytes.len() {
        let mib = loaded.limits.file_mib;
        bail!("standard input is larger than {mib} MiB (limits.file_mib in the settings)");
    }
    let name = "standard input.jsonl";
    take(name, bytes, loaded);
    Ok(())
}

fn take(name: &str, bytes: Vec<u8>, loaded: &mut Loaded) {
    let Some(read) = format::reader(name) else {
        return;
    };
    let mut out = Out {
        drafts: Vec::new(),
        loaded,
    };
    read(name, decode::decode(bytes), &mut out);
    for draft in out.drafts {
        if loaded.limits.article_bytes() < draft.text.len() {
            let told = too_long(&loaded.limits);
            loaded.skip(draft.file, told);
        } else if loaded.has_room(0, draft.text.len()) {
            loaded.add(clean::article(draft));
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
