//! From paths to a bundle grouped into stories.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::{
    bundle::{self, Loaded},
    compare::compare,
    model::{bundle::Bundle, comparison::Comparison},
    stories,
};

/// The bundle at the paths; the demo where there are none.
///
/// # Errors
/// What `bundle::load` refuses.
pub fn bundle(paths: &[PathBuf]) -> Result<Bundle> {
    let loaded = match paths {
        [] => bundle::demo(),
        paths => bundle::load(paths)?,
    };
    Ok(grouped(loaded))
}

fn grouped(loaded: Loaded) -> Bundle {
    Bundle {
        stories: stories::group(&loaded.articles),
        articles: loaded.articles,
        warnings: loaded.warnings,
    }
}

/// One comparison a story, in their order.
pub fn comparisons(bundle: &Bundle) -> Vec<Comparison> {
    let stories = bundle.stories.iter();
    stories.map(|it| compare(&bundle.articles, it)).collect()
}

/// Names what was opened, for what is kept of it between sessions.
pub fn key(paths: &[PathBuf]) -> String {
    if paths.is_empty() {
        return "demo".to_string();
    }
    let whole = |it: &PathBuf| std::path::absolute(it).unwrap_or(it.clone());
    let named: Vec<String> = paths.iter().map(|it| shown(&whole(it))).collect();
    named.join("\n")
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// Says on standard error what was skipped.
pub fn tell_skipped(bundle: &Bundle) {
    for warning in bundle.warnings.iter().filter(|it| it.skipped) {
        eprintln!("variorum: {}: {}", warning.file, warning.message);
    }
}
