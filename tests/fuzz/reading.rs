//! The readers of every format, and the cleaner behind them: an article holds all of its text, and
//! whatever is not read is told.

use std::{fs, path::Path};

use variorum::{bundle, model::article::Article, text::safe};

const FORMATS: &[&str] = &["txt", "md", "json", "jsonl", "html", ""];

/// The bytes as a file of this kind, read.
fn read(folder: &Path, ending: &str, bytes: &[u8]) -> Vec<Article> {
    let name = match ending {
        "" => "article".to_string(),
        ending => format!("article.{ending}"),
    };
    let path = folder.join(name);
    fs::write(&path, bytes).expect("a file");
    match bundle::load(&[path]) {
        Ok(loaded) => {
            for it in &loaded.warnings {
                safe_line(&it.file);
                safe_line(&it.message);
            }
            loaded.articles
        }
        Err(error) => {
            let told = format!("{error:#}");
            told.lines().for_each(safe_line);
            Vec::new()
        }
    }
}

#[track_caller]
fn safe_line(line: &str) {
    let steers = |c: char| !safe::is_harmless(c) || "\n\r\t".contains(c);
    assert!(!line.contains(steers), "{line:?}");
}

/// Read as a file of this kind, from no ending at all to `jsonl`: nothing is lost, nothing overlaps,
/// everything is safe to show.
pub fn by_one(ending: &str, bytes: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    read(folder.path(), ending, bytes).iter().for_each(whole);
}

/// Read by every reader.
pub fn by_all(bytes: &[u8]) {
    for ending in FORMATS {
        by_one(ending, bytes);
    }
}

fn whole(article: &Article) {
    let text = article.text();
    let mut seen = vec![false; text.len()];
    let mut reached = 0;
    for (at, it) in article.places() {
        assert!(it.span.fits(text) && reached <= it.span.start());
        reached = it.span.end();
        seen[it.span.range()].fill(true);
        safe_line(&article.said(at));
    }
    for it in article.dropped() {
        assert!(it.span.fits(text));
        seen[it.span.range()].fill(true);
    }
    for (at, c) in text.char_indices() {
        let here: String = text[at..].chars().take(30).collect();
        assert!(
            seen[at] || safe::is_blank(c),
            "in no sentence and not dropped: {here:?}"
        );
        assert!(safe::is_harmless(c), "{c:?}");
    }
    let meta = article.meta();
    let lines = [
        &meta.title,
        &meta.dek,
        &meta.byline,
        &meta.url,
        &meta.language,
        &meta.story,
    ];
    lines.into_iter().flatten().for_each(|it| safe_line(it));
    safe_line(article.source());
    safe_line(article.file());
    assert!(!article.source().is_empty());
}
