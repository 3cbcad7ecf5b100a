//! Which format a file of notes is to have, by the ending of its name.

use std::path::Path;

use anyhow::{Result, bail};

use crate::text::safe;

/// The formats of notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    Md,
    Json,
    Csv,
    Html,
}

/// The format that the ending of a file's name stands for; Markdown where it has none.
///
/// # Errors
/// An ending that stands for none.
pub fn of(path: &Path) -> Result<Ending> {
    let ending = path.extension().map(|it| it.to_string_lossy());
    match ending.as_deref().map(str::to_lowercase).as_deref() {
        None | Some("md" | "markdown") => Ok(Ending::Md),
        Some("json" | "jsonld") => Ok(Ending::Json),
        Some("csv") => Ok(Ending::Csv),
        Some("html" | "htm") => Ok(Ending::Html),
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
        assert_eq!(of("notes"), Some(Ending::Md));
        assert_eq!(of("notes.CSV"), Some(Ending::Csv));
        assert_eq!(of("a.b/notes.html"), Some(Ending::Html));
        assert_eq!(of("notes.docx"), None);
    }
}
