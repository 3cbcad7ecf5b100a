//! From paths to a bundle grouped into stories.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use anyhow::Result;

use crate::{
    bundle,
    compare::compare,
    config::settings::Settings,
    model::{article::Article, bundle::Bundle, comparison::Comparison},
    stories,
    text::safe,
};

/// The bundle at the paths; the demo where there are none. Outlets go by the names that the
/// settings give them.
///
/// # Errors
/// What `bundle::load` refuses.
pub fn bundle(paths: &[PathBuf], settings: &Settings) -> Result<Bundle> {
    let loaded = match paths {
        [] => bundle::demo(),
        paths => bundle::load_within(paths, &settings.limits)?,
    };
    let articles = loaded.articles.into_iter();
    let articles: Vec<Article> = articles.map(|it| named(it, &settings.outlets)).collect();
    Ok(Bundle {
        stories: stories::group(&articles),
        articles,
        warnings: loaded.warnings,
    })
}

fn named(article: Article, outlets: &BTreeMap<String, String>) -> Article {
    match outlets.get(article.source()) {
        Some(name) => article.named(&safe::one_line(&safe::sanitised(name.clone()).0)),
        None => article,
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
