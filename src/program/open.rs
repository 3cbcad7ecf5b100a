//! From paths to a bundle grouped into stories.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::Result;

use crate::{
    bundle::{self, Loaded, Progress},
    cache::place,
    compare::compare_decided,
    config::settings::Settings,
    model::{
        article::Article, bundle::Bundle, comparison::Comparison, decision::Decisions,
        ruling::Rulings,
    },
    program::say,
    store::{anchor::Places, decided},
    stories,
    text::safe,
};

/// How many articles are worth showing before all are read.
const FIRST_PART: usize = 500;

/// Bytes of the smallest bundle that is worth keeping.
const WORTH: u64 = 2 << 20;

/// The bundle at the paths; the demo where there are none. Outlets go by the names that the
/// settings give them.
///
/// # Errors
/// What `bundle::load` refuses.
pub fn bundle(paths: &[PathBuf], settings: &Settings) -> Result<Bundle> {
    let opened = bundle_told(paths, settings, &Progress::default(), None)?;
    Ok(Arc::unwrap_or_clone(opened.bundle))
}

/// A bundle, and where it may be kept.
pub struct Opened {
    pub bundle: Arc<Bundle>,
    /// Where it would be found the next time, with what it was read from; `None` where it is there
    /// already, and where it is not to be kept.
    fresh: Option<(PathBuf, [u8; 32])>,
}

impl Opened {
    /// Keeps the bundle, so that it opens faster the next time. That it cannot be is no news.
    pub fn keep(&self) {
        if let Some((path, contents)) = &self.fresh {
            let _ = place::save(path, &self.bundle, contents);
        }
    }
}

/// Where a bundle of these paths and settings is kept; `None` where it is not worth it.
fn place(paths: &[PathBuf], settings: &Settings) -> Option<PathBuf> {
    let dir = place::dir().filter(|_| settings.cache && !paths.is_empty())?;
    let (files, bytes) = bundle::listing(paths, &settings.limits)?;
    let counts = format!("{:?}\n{:?}\n{files}", settings.outlets, settings.limits);
    (WORTH <= bytes).then(|| place::path(&dir, &counts))
}

/// As [`bundle`]; while much is read, `part`, where somebody looks on, is given what there is so
/// far, a few times in all, so that grouping it costs little beside the whole. A bundle that was
/// kept is not read again.
///
/// # Errors
/// What `bundle::load` refuses.
pub fn bundle_told(
    paths: &[PathBuf],
    settings: &Settings,
    progress: &Progress,
    mut part: Option<&mut dyn FnMut(Bundle)>,
) -> Result<Opened> {
    let place = place(paths, settings);
    let known = place.as_ref().filter(|it| it.exists());
    let known = known.and_then(|it| place::load(it, &bundle::contents(paths, &settings.limits)?));
    if let Some(bundle) = known {
        return Ok(Opened {
            bundle: Arc::new(bundle),
            fresh: None,
        });
    }
    let mut next = FIRST_PART;
    let mut told = |loaded: &Loaded| {
        let Some(part) = &mut part else { return };
        let (read, total) = progress.bytes();
        if next <= loaded.articles.len() && read < total / 2 {
            next = loaded.articles.len() * 4;
            part(grouped(loaded.clone(), settings));
        }
    };
    let loaded = match paths {
        [] => bundle::demo(),
        paths => bundle::load_told(paths, &settings.limits, progress, &mut told)?,
    };
    let fresh = place.zip(loaded.contents);
    let bundle = Arc::new(grouped(loaded, settings));
    Ok(Opened { bundle, fresh })
}

fn grouped(loaded: Loaded, settings: &Settings) -> Bundle {
    let articles = loaded.articles.into_iter();
    let articles: Vec<Article> = articles.map(|it| named(it, &settings.outlets)).collect();
    Bundle {
        stories: stories::group(&articles),
        articles,
        warnings: loaded.warnings,
    }
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
        say::aside(format_args!("{}: {}", warning.file, warning.message));
    }
}
