//! The journal written anew: what was replaced or deleted goes, everything else stays byte for
//! byte and in its order, also the lines that this version does not understand.
//!
//! A deletion goes too: the note it names is not in the new journal, and another window that
//! still has it sees that the journal was written anew and reads it whole.

use std::collections::BTreeMap;

use crate::{
    model::note::Subject,
    store::record::{self, Entry},
};

/// The new journal. `old` is whole: it ends in a line break.
pub(crate) fn compacted(old: &[u8], generation: &str) -> Vec<u8> {
    let lines: Vec<&[u8]> = old.split_inclusive(|byte| *byte == b'\n').collect();
    let entries: Vec<Entry> = lines.iter().map(|it| record::read(it)).collect();
    let mut last: BTreeMap<Subject, usize> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        if let Entry::Change(change) = entry {
            last.insert(change.subject(), at);
        }
    }
    let mut new = record::head(generation).into_bytes();
    for (at, (line, entry)) in lines.iter().zip(&entries).enumerate() {
        let stays = match entry {
            Entry::Head { .. } => false,
            Entry::Change(change) => !change.removes() && last.get(&change.subject()) == Some(&at),
            Entry::Unknown => true,
            Entry::Broken(_) => !line.trim_ascii().is_empty(),
        };
        if stays {
            new.extend_from_slice(line);
        }
    }
    new
}
