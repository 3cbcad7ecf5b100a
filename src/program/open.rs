//! From paths to a bundle grouped into stories.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use anyhow::Result;

use crate::{
    bundle,
    compare::compare_decided,
    config::settings::Settings,
    model::{
        article::Article, bundle::Bundle, comparison::Comparison, decision::Decisions,
        ruling::Rulings,
    },
    store::{anchor::Places, decided},
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
        paths => bundle::load(paths)?,
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

/// The bundle as the reader's decisions make it, with what they say of links.
pub fn decided(mut bundle: Bundle, decisions: &Decisions) -> (Bundle, Rulings) {
    if decisions.is_empty() {
        return (bundle, Rulings::default());
    }
    let places = Places::new(&bundle);
    let rulings = decided::rulings(&places, decisions);
    let groupings = decided::groupings(&places, decisions);
    let found = std::mem::take(&mut bundle.stories);
    bundle.stories = stories::regroup(&bundle.articles, found, &groupings);
    (bundle, rulings)
}

/// One comparison a story, in their order.
pub fn comparisons(bundle: &Bundle, rulings: &Rulings) -> Vec<Comparison> {
    let stories = bundle.stories.iter();
    let compared = stories.map(|it| compare_decided(&bundle.articles, it, rulings));
    compared.collect()
}

/// Names what was opened, for what is kept of it between sessions; by the last parts of the paths
/// alone where that lies beside them and moves with them.
pub fn key(paths: &[PathBuf], beside: bool) -> String {
    if paths.is_empty() {
        return "demo".to_string();
    }
    let whole = |it: &PathBuf| match (beside, it.is_dir()) {
        (true, true) => PathBuf::from("."),
        (true, false) => it.file_name().map_or(it.clone(), PathBuf::from),
        (false, _) => std::path::absolute(it).unwrap_or(it.clone()),
    };
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
