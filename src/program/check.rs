//! `variorum check`: what was read, dropped and doubted, file by file.

use std::{
    collections::BTreeMap,
    io::{BufWriter, Write, stdout},
    path::PathBuf,
};

use anyhow::Result;

use crate::{
    cli::Overrides,
    geometry::wrap,
    model::{
        article::{Article, Role},
        index::ArticleIx,
    },
    program::{open, settings},
    text::{count::counted, safe},
};

/// Columns of a dropped text that are shown.
const SHOWN: u16 = 100;

/// Prints it; gives 1 where something was skipped.
///
/// # Errors
/// A bundle that cannot be opened, an output that cannot be written.
pub fn check(paths: &[PathBuf], args: &Overrides) -> Result<i32> {
    let bundle = open::bundle(paths, &settings::told(args))?;
    let mut out = BufWriter::new(stdout().lock());
    let mut story_of: BTreeMap<ArticleIx, usize> = BTreeMap::new();
    for (at, story) in bundle.stories.iter().enumerate() {
        for ix in story.articles() {
            story_of.insert(*ix, at + 1);
        }
    }
    for (at, article) in bundle.articles.iter().enumerate() {
        let story = story_of.get(&ArticleIx(at)).copied().unwrap_or_default();
        tell(&mut out, article, story)?;
    }
    let skipped = bundle.warnings.iter().filter(|it| it.skipped).count();
    for warning in &bundle.warnings {
        let what = if warning.skipped {
            "skipped"
        } else {
            "doubted"
        };
        writeln!(out, "{}: {what}: {}", warning.file, warning.message)?;
    }
    let (articles, stories) = (bundle.articles.len(), bundle.stories.len());
    let articles = counted(articles, "article", "articles");
    let stories = counted(stories, "story", "stories");
    writeln!(out, "{articles}, {stories}, {skipped} skipped")?;
    out.flush()?;
    // The program ends here: to free every article first would only take time.
    std::mem::forget(bundle);
    Ok(i32::from(0 < skipped))
}

fn tell(out: &mut impl Write, article: &Article, story: usize) -> Result<()> {
    let meta = article.meta();
    let date = meta.published.map_or("no date".into(), |it| it.to_string());
    writeln!(out, "{}", article.file())?;
    writeln!(
        out,
        "  story {story}; {}; {date}; {}",
        article.source(),
        article.headline()
    )?;
    let mut roles: BTreeMap<Role, usize> = BTreeMap::new();
    for sentence in article.sentences() {
        *roles.entry(sentence.role).or_default() += 1;
    }
    let told: Vec<String> = roles
        .iter()
        .map(|(role, many)| format!("{many} {}", role.name()))
        .collect();
    writeln!(out, "  read: {}", told.join(", "))?;
    for dropped in article.dropped() {
        let words = safe::one_line(dropped.span.of(article.text()));
        let words = wrap::cut(&words, SHOWN);
        writeln!(out, "  dropped, {}: {words}", dropped.why.name())?;
    }
    for doubt in article.doubts() {
        writeln!(out, "  doubted, {}: {}", doubt.kind, doubt.message)?;
    }
    Ok(())
}
