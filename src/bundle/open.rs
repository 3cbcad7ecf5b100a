//! Opens what a user names: finds the files, has each read by its format, and each draft cleaned.
//!
//! Steps: paths to files, bytes to text, text to drafts, drafts to articles. A file that cannot be
//! read costs a warning, never the rest.

use std::{
    io::Read,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::bundle::{
    clean, decode, demo::FILES, format, limits::Limits, loaded::Loaded, out::Out, own, walk,
};

/// Reads folders (walked recursively), single files, and for `-` JSON Lines from standard input.
///
/// # Errors
/// A path that is missing or cannot be opened, and paths that hold no article at all; with a
/// message that says what, where and what to do.
pub fn load(paths: &[PathBuf]) -> Result<Loaded> {
    let limits = Limits::default();
    let mut loaded = Loaded::default();
    for path in paths {
        if path == Path::new("-") {
            standard_input(&limits, &mut loaded)?;
            continue;
        }
        for found in walk::files(path, &limits, &mut loaded)? {
            match format::reader(&found.shown) {
                Some(_) if !loaded.has_room(&limits) => break,
                Some(_) => match walk::read(&found.path, &limits) {
                    Ok(bytes) => take(&found.shown, bytes, &limits, &mut loaded),
                    Err(reason) => loaded.skip(found.shown, reason),
                },
                None => loaded.skip(found.shown, "is of a format that is not read"),
            }
        }
    }
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

fn standard_input(limits: &Limits, loaded: &mut Loaded) -> Result<()> {
    let mut bytes = Vec::new();
    let mut input = std::io::stdin().lock().take(limits.file_bytes + 1);
    input
        .read_to_end(&mut bytes)
        .context("standard input cannot be read")?;
    if limits.file_bytes < bytes.len() as u64 {
        bail!(
            "standard input is larger than {} MiB",
            limits.file_bytes >> 20
        );
    }
    let name = "standard input.jsonl";
    take(name, bytes, limits, loaded);
    Ok(())
}

fn take(name: &str, bytes: Vec<u8>, limits: &Limits, loaded: &mut Loaded) {
    let Some(read) = format::reader(name) else {
        return;
    };
    let decoded = decode::decode(bytes);
    if own::passed_over(name, &decoded.text, loaded) {
        return;
    }
    let mut out = Out {
        drafts: Vec::new(),
        loaded,
    };
    read(name, decoded, &mut out);
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
