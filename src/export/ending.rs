//! The formats of notes: which a file is to have by the ending of its name, and the notes in it.

use std::path::Path;

use anyhow::{Result, bail};

use crate::{
    cli::NotesFormat,
    export::{annotations, csv, html},
    model::note::Notes,
    text::safe,
};

/// The notes in a format that needs no articles: any but Markdown.
pub fn alone(format: NotesFormat, notes: impl FnOnce() -> Notes) -> Option<String> {
    match format {
        NotesFormat::Md => None,
        NotesFormat::Json => Some(annotations::document(&notes())),
        NotesFormat::Csv => Some(csv::document(&notes())),
        NotesFormat::Html => Some(html::document(&notes())),
    }
}

/// The format that the ending of a file's name stands for; Markdown where it has none.
///
/// # Errors
/// An ending that stands for none.
pub fn of(path: &Path) -> Result<NotesFormat> {
    let ending = path.extension().map(|it| it.to_string_lossy());
    match ending.as_deref().map(str::to_lowercase).as_deref() {
        None | Some("md" | "markdown") => Ok(NotesFormat::Md),
        Some("json" | "jsonld") => Ok(NotesFormat::Json),
        Some("csv") => Ok(NotesFormat::Csv),
        Some("html" | "htm") => Ok(NotesFormat::Html),
        Some(other) => bail!(
            ".{} stands for no format; name the file .md, .json, .csv or .html",
            safe::one_line(other)
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_what_its_file_holds() {
        let of = |name: &str| of(Path::new(name)).ok();
        assert_eq!(of("notes"), Some(NotesFormat::Md));
        assert_eq!(of("notes.CSV"), Some(NotesFormat::Csv));
        assert_eq!(of("a.b/notes.html"), Some(NotesFormat::Html));
        assert_eq!(of("notes.docx"), None);
    }
}
