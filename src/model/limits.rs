//! How much is read at most, so that no folder can fill the memory or hold the program for good.
//!
//! Whatever is over a limit is skipped with a warning that names the limit's setting; nothing is
//! cut off silently. The user sets them in the table `[limits]` of the settings; the defaults here
//! are those of `config.example.toml`, which a test of `config` compares.

/// Bounds on reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// MiB of one file.
    pub file_mib: usize,
    /// MiB of one article's text.
    pub article_mib: usize,
    /// MiB of the texts of all articles.
    pub total_mib: usize,
    /// Articles in all.
    pub articles: usize,
    /// Files in all, read or not.
    pub files: usize,
    /// Folders inside folders.
    pub folders: usize,
    /// Objects and lists inside one another, in JSON.
    pub nesting: usize,
    /// Warnings kept; of more than these only the number is told.
    pub warnings: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_mib: 1024,
            article_mib: 16,
            total_mib: 4096,
            articles: 1_000_000,
            files: 1_000_000,
            folders: 64,
            nesting: 100,
            warnings: 10_000,
        }
    }
}

impl Limits {
    /// Bytes of one file.
    pub fn file_bytes(&self) -> usize {
        self.file_mib.saturating_mul(1 << 20)
    }

    /// Bytes of one article's text.
    pub fn article_bytes(&self) -> usize {
        self.article_mib.saturating_mul(1 << 20)
    }

    /// Bytes of the texts of all articles.
    pub fn total_bytes(&self) -> usize {
        self.total_mib.saturating_mul(1 << 20)
    }

    /// Values of one JSON document that are kept while it is read: ten for each article, and some
    /// for what stands around them.
    pub fn values(&self) -> usize {
        self.articles.saturating_mul(10).saturating_add(10_000)
    }
}
