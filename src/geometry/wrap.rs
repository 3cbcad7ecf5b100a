//! One line of text into rows that fit a width, as spans into it: nothing is copied or cut.
//!
//! `textwrap` finds the breaks (UAX #14), first-fit so that rows stay put while resizing. It counts
//! some emoji narrower than ratatui draws them, so a row that is still too wide is broken again
//! between grapheme clusters.

use textwrap::{Options, WrapAlgorithm};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::text::span::Span;

/// Rows of at most `width` columns (of one, where the width is 0), at least one row. A cluster
/// wider than the width gets a row of its own.
pub fn rows(text: &str, width: u16) -> Vec<Span> {
    let width = usize::from(width.max(1));
    if text.len() <= width && text.is_ascii() {
        return vec![Span::new(0, text.len())];
    }
    let options = Options::new(width).wrap_algorithm(WrapAlgorithm::FirstFit);
    let mut found = Vec::new();
    let mut reached = 0;
    for row in textwrap::wrap(text, options) {
        // Without hyphenation a row is a slice of the text, so it stands where it is found next.
        let start = text[reached..]
            .find(&*row)
            .map_or(reached, |at| at + reached);
        reached = start + row.len();
        if row.width() <= width {
            found.push(Span::new(start, reached));
        } else {
            split(&text[start..reached], start, width, &mut found);
        }
    }
    if found.is_empty() {
        found.push(Span::default());
    }
    found
}

fn split(row: &str, offset: usize, width: usize, found: &mut Vec<Span>) {
    let (mut start, mut columns) = (0, 0);
    for (at, cluster) in row.grapheme_indices(true) {
        let wide = cluster.width();
        if width < columns + wide && start < at {
            found.push(Span::new(offset + start, offset + at));
            (start, columns) = (at, 0);
        }
        columns += wide;
    }
    found.push(Span::new(offset + start, offset + row.len()));
}

/// The longest beginning that fits `width` columns, with `…` where something was left out.
pub fn cut(text: &str, width: u16) -> String {
    let width = usize::from(width);
    if text.width() <= width {
        return text.to_string();
    }
    let mut kept = String::new();
    let mut columns = 0;
    for cluster in text.graphemes(true) {
        columns += cluster.width();
        if width < columns + 1 {
            break;
        }
        kept.push_str(cluster);
    }
    let mut kept = kept.trim_end().to_string();
    if 0 < width {
        kept.push('…');
    }
    kept
}

/// Columns that the text takes.
pub fn columns(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, width: u16, expected: &[&str]) {
        let found: Vec<&str> = rows(text, width)
            .into_iter()
            .map(|it| it.of(text))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn words_are_kept_whole_where_they_fit() {
        check("the ferry ran aground", 9, &["the ferry", "ran", "aground"]);
        check("", 9, &[""]);
        check("Kestrelpoint", 5, &["Kestr", "elpoi", "nt"]);
    }

    #[test]
    fn a_text_is_cut_with_a_sign() {
        assert_eq!(cut("the ferry ran", 8), "the fer…");
        assert_eq!(cut("the ferry", 9), "the ferry");
        assert_eq!(cut("港の船", 4), "港…");
        assert_eq!(cut("x", 0), "");
    }

    proptest! {
        #[test]
        fn every_row_fits_and_only_blanks_are_left_out(text in "\\PC{0,60}", width in 2u16..20) {
            let text = crate::text::safe::one_line(&text);
            let found = rows(&text, width);
            let kept: String = found.iter().map(|it| it.of(&text)).collect();
            let words = |it: &str| it.split_whitespace().collect::<String>();
            prop_assert_eq!(words(&kept), words(&text));
            for row in found {
                let row = row.of(&text);
                prop_assert!(
                    row.width() <= usize::from(width) || row.graphemes(true).count() == 1
                );
            }
        }
    }
}
