//! The bytes of a journal, parted: the changes in order, the lines that are no records, and the
//! torn end that a crash in the middle of a write leaves behind.
//!
//! A record counts only with its line break, which is written with it: a whole record that lacks
//! only that is taken (an editor may have dropped it), anything less is torn.

use crate::{
    model::note::Change,
    store::record::{self, Entry},
};

/// What a stretch of a journal holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lines {
    pub changes: Vec<Change>,
    /// Lines that could not be used, by their number from 1, with the reason.
    pub strange: Vec<(usize, String)>,
    pub generation: Option<String>,
    /// Whether its head is of a later version.
    pub later: bool,
    /// Whole lines.
    pub count: usize,
    /// Bytes up to and including the last line break.
    pub whole: usize,
    /// What stands after it.
    pub end: End,
}

/// What stands after the last line break.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum End {
    #[default]
    Nothing,
    /// A whole record that lacks its line break; it stands among the changes.
    Record,
    /// Part of a record.
    Torn,
}

/// Reads a journal, or what was appended to one.
pub(crate) fn read(bytes: &[u8]) -> Lines {
    let mut lines = Lines::default();
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        match line.strip_suffix(b"\n") {
            Some(line_alone) => {
                lines.whole += line.len();
                lines.count += 1;
                take(&mut lines, line_alone);
            }
            None => end(&mut lines, line),
        }
    }
    lines
}

fn take(lines: &mut Lines, line: &[u8]) {
    if line.trim_ascii().is_empty() {
        return;
    }
    match record::read(line) {
        Entry::Change(change) => lines.changes.push(change),
        Entry::Head { generation, later } => {
            lines.generation = Some(generation);
            lines.later |= later;
        }
        Entry::Unknown => {
            let why = "written by a later version, or by another program".to_string();
            lines.strange.push((lines.count, why));
        }
        Entry::Broken(why) => lines.strange.push((lines.count, why)),
    }
}

fn end(lines: &mut Lines, rest: &[u8]) {
    lines.end = match record::read(rest) {
        Entry::Change(change) => {
            lines.changes.push(change);
            End::Record
        }
        _ => End::Torn,
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::note::NoteId;

    fn delete(id: &str) -> Change {
        Change::Delete(NoteId(id.into()))
    }

    fn journal() -> String {
        record::head("g")
            + &record::line(&delete("one"))
            + "{\"type\":\"Pin\"}\n\nnonsense\n"
            + &record::line(&delete("two"))
    }

    #[test]
    fn lines_that_are_no_records_are_named_and_passed() {
        let lines = read(journal().as_bytes());
        assert_eq!(lines.changes, [delete("one"), delete("two")]);
        let numbers: Vec<usize> = lines.strange.iter().map(|it| it.0).collect();
        assert_eq!(numbers, [3, 5]);
        assert_eq!(lines.generation.as_deref(), Some("g"));
        assert_eq!((lines.whole, lines.end), (journal().len(), End::Nothing));
    }

    #[test]
    fn cut_at_any_byte_every_earlier_record_is_there() {
        let journal = journal();
        let ends: Vec<usize> = journal.match_indices("}\n").map(|(at, _)| at + 1).collect();
        for cut in 0..=journal.len() {
            let lines = read(&journal.as_bytes()[..cut]);
            let expected = [ends[1], ends[3]].iter().filter(|end| **end <= cut).count();
            assert_eq!(lines.changes.len(), expected, "cut at {cut}");
            let whole = journal[..cut].rfind('\n').map_or(0, |at| at + 1);
            assert_eq!(lines.whole, whole);
            let record_alone = ends[1] == cut || ends[3] == cut;
            let end = match (whole == cut, record_alone) {
                (true, _) => End::Nothing,
                (false, true) => End::Record,
                (false, false) => End::Torn,
            };
            assert_eq!(lines.end, end, "cut at {cut}");
        }
    }
}
