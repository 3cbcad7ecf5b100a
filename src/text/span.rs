//! A stretch of a text by its byte offsets, so that words are pointed at and not copied.

use std::ops::Range;

/// Bytes `[start, end)` of some text. Four bytes an end: a single text stays below 4 GiB, which
/// the limits on reading see to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// Offsets past 4 GiB are cut there; an end before its start makes an empty span.
    pub fn new(start: usize, end: usize) -> Self {
        let cut = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self {
            start: cut(start),
            end: cut(end.max(start)),
        }
    }

    pub fn start(self) -> usize {
        self.start as usize
    }

    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end() - self.start()
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// The words it points at; empty where the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// Bytes that both cover.
    pub fn overlap(self, other: Span) -> usize {
        let start = self.start().max(other.start());
        self.end().min(other.end()).saturating_sub(start)
    }

    /// The same stretch, told from a place `by` bytes earlier.
    pub fn shifted(self, by: usize) -> Self {
        Self::new(self.start() + by, self.end() + by)
    }

    /// Whether both ends stand on character boundaries inside the text.
    pub fn fits(self, text: &str) -> bool {
        text.get(self.range()).is_some()
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_that_does_not_fit_points_at_nothing() {
        assert_eq!(Span::new(1, 3).of("héé"), "é");
        assert_eq!(Span::new(0, 2).of("héé"), "");
        assert_eq!(Span::new(0, 9).of("héé"), "");
        assert_eq!(Span::new(5, 2), Span::new(5, 5));
    }

    #[test]
    fn overlap_counts_common_bytes() {
        assert_eq!(Span::new(0, 5).overlap(Span::new(3, 9)), 2);
        assert_eq!(Span::new(0, 3).overlap(Span::new(3, 9)), 0);
    }
}
