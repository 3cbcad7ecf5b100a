//! How much is read at most, so that no folder can fill the memory. Whatever is over a limit is
//! skipped with a warning that names the limit; nothing is cut off silently.

/// Bounds on reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one file.
    pub file_bytes: u64,
    /// Bytes of one article's text.
    pub article_bytes: usize,
    /// Articles in all.
    pub articles: usize,
    /// Folders inside folders.
    pub folders: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 1 << 30,
            article_bytes: 16 << 20,
            articles: 1_000_000,
            folders: 64,
        }
    }
}
