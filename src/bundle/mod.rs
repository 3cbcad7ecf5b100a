//! From paths to articles: read each file by its format, clean it, and say what was skipped.

use std::path::PathBuf;

use anyhow::Result;

use crate::model::{
    article::{Article, Meta, Parts, Role, Sentence, SpanOf},
    bundle::Warning,
};

/// What was read, in the order of the paths and, in a folder, of the names.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    pub articles: Vec<Article>,
    pub warnings: Vec<Warning>,
}

/// Reads folders (walked recursively) and single files.
///
/// # Errors
/// A path that is missing or cannot be opened, and paths that hold no article at all.
pub fn load(paths: &[PathBuf]) -> Result<Loaded> {
    let mut loaded = Loaded::default();
    for path in paths {
        for entry in walkdir::WalkDir::new(path).sort_by_file_name() {
            let entry = entry?;
            if entry.file_type().is_file() {
                let text = std::fs::read_to_string(entry.path())?;
                let file = entry.file_name().to_string_lossy().into_owned();
                loaded.articles.push(stand_in(file, text));
            }
        }
    }
    Ok(loaded)
}

fn stand_in(file: String, text: String) -> Article {
    let mut parts = Parts::default();
    let mut at = 0;
    for (paragraph, line) in text.split('\n').enumerate() {
        parts.sentences.push(Sentence {
            span: (at..at + line.len()).into(),
            paragraph: paragraph as u32,
            role: Role::Body,
        });
        at += line.len() + 1;
    }
    let meta = Meta {
        source: file.clone(),
        ..Meta::default()
    };
    Article::new(file, SpanOf::File, meta, text, parts)
}
