//! How far reading has come: written by whoever reads, looked at by whoever shows it, on other
//! threads. Also the wish to stop, the other way round. Cost: an atomic addition a piece.

use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering::Relaxed};

/// Shared between threads; all numbers only grow.
#[derive(Debug, Default)]
pub struct Progress {
    bytes: AtomicU64,
    total: AtomicU64,
    articles: AtomicUsize,
    stopped: AtomicBool,
    sums: bool,
}

impl Progress {
    /// For a bundle that may be kept: what it is read from is summed up too, see
    /// `bundle::contents`.
    pub fn summing() -> Self {
        Self {
            sums: true,
            ..Self::default()
        }
    }

    pub(crate) fn sums(&self) -> bool {
        self.sums
    }

    /// Bytes read, and bytes there are, as far as is known.
    pub fn bytes(&self) -> (u64, u64) {
        (self.bytes.load(Relaxed), self.total.load(Relaxed))
    }

    pub fn articles(&self) -> usize {
        self.articles.load(Relaxed)
    }

    /// Asks to stop: what was read by then is the bundle.
    pub fn stop(&self) {
        self.stopped.store(true, Relaxed);
    }

    pub fn is_stopped(&self) -> bool {
        self.stopped.load(Relaxed)
    }

    pub(crate) fn expect(&self, bytes: u64) {
        self.total.fetch_add(bytes, Relaxed);
    }

    pub(crate) fn took(&self, bytes: u64, articles: usize) {
        self.bytes.fetch_add(bytes, Relaxed);
        self.articles.fetch_add(articles, Relaxed);
    }
}
