//! Which format a file is in, by its extension, and the one reader for each.
//!
//! A new format is one file with a `read` function and one line in [`FORMATS`].

use crate::bundle::{decode::Decoded, json, out::Out, plain, saved};

/// Takes the articles out of one file; faults go to the warnings.
pub(crate) type Reader = fn(file: &str, decoded: Decoded, out: &mut Out<'_>);

/// How many articles a file of a format can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    One,
    Many,
}

const FORMATS: &[(&[&str], Holds, Reader)] = &[
    (&["txt", "text"], Holds::One, plain::read),
    (&["md", "markdown"], Holds::One, plain::read_markdown),
    (&["json"], Holds::Many, json::read),
    (&["jsonl", "ndjson"], Holds::Many, json::read_lines),
    (&["html", "htm", "xhtml"], Holds::One, saved::read),
    (&[""], Holds::Many, read_unnamed),
];

/// The reader for a file of this name; `None` where its format is not read.
pub(crate) fn reader(name: &str) -> Option<Reader> {
    format(name).map(|(_, reader)| reader)
}

/// How much a file of this name can hold; `None` where its format is not read.
pub(crate) fn holds(name: &str) -> Option<Holds> {
    format(name).map(|(holds, _)| holds)
}

fn format(name: &str) -> Option<(Holds, Reader)> {
    let extension = extension(name);
    let found = FORMATS.iter().find(|it| it.0.contains(&&*extension))?;
    Some((found.1, found.2))
}

/// Whether each line stands for itself: JSON Lines, unless it is one list under the wrong name.
pub(crate) fn is_lines(name: &str, decoded: &Decoded) -> bool {
    let named = matches!(extension(name).as_str(), "jsonl" | "ndjson");
    (named || name == json::STANDARD_INPUT) && !decoded.text.trim_start().starts_with('[')
}

/// In lower case; empty where the name has none.
pub(crate) fn extension(name: &str) -> String {
    let name = name.rsplit('/').next().unwrap_or(name);
    let extension = name.rsplit_once('.').map_or("", |(_, it)| it);
    extension.to_lowercase()
}

/// A file without extension: JSON where it begins like it, else plain text.
fn read_unnamed(file: &str, decoded: Decoded, out: &mut Out<'_>) {
    match decoded.text.trim_start().starts_with(['{', '[']) {
        true => json::read(file, decoded, out),
        false => plain::read(file, decoded, out),
    }
}
