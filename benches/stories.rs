//! Grouping alone: quality on marked articles, and the time for the files named.

use std::path::{Path, PathBuf};

#[path = "quality/stories.rs"]
mod quality;

fn main() {
    let files: Vec<PathBuf> = std::env::args()
        .skip(1)
        .filter(|it| !it.starts_with("--"))
        .map(Into::into)
        .collect();
    for file in &files {
        if let Some((articles, seconds)) = quality::seconds(file) {
            println!(
                "{articles} articles in {:.0} ms: {:.1} µs each",
                seconds * 1e3,
                seconds * 1e6 / articles as f64
            );
        }
    }
    if files.is_empty() {
        for (name, figure, floor) in
            quality::rows(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"))
        {
            println!("{name:40} {figure:.3} (at least {floor:.2})");
        }
    }
}
