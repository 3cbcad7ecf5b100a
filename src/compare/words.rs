//! The words that differ between two sentences, for panes, boxes and exports.
//!
//! Steps: words of both (marks apart); the Patience difference of their normal forms; runs of one
//! kind; a lone stop word between two changes joins them; a removal beside an addition is a
//! replacement. Case, quote style and punctuation are no change.
//!
//! What lies between two runs is white space and punctuation, and no change either.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::text::{
    common,
    span::Span,
    token::{self, Token},
};

/// Below this share of common words a difference reads worse than two texts side by side.
const WORTH_SHOWING: f32 = 0.4;

/// What happened to a run of words on the way from `a` to `b`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    Same,
    Removed,
    Added,
    Replaced,
}

/// Neighbouring words with the same fate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    pub change: Change,
    /// Bytes of the first text; empty for an addition, at the place where it would stand.
    pub a: Span,
    /// Bytes of the second text; empty for a removal.
    pub b: Span,
}

/// All runs, in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    pub runs: Vec<Run>,
    /// Share of words in common, from 0 to 1.
    pub ratio: f32,
}

/// A run counted in words.
#[derive(Clone, Copy)]
struct Piece {
    same: bool,
    a: (usize, usize),
    b: (usize, usize),
}

/// The words that differ between two texts.
pub fn diff(a: &str, b: &str) -> Words {
    let (a, b) = (token::words(a), token::words(b));
    let forms = |words: &[Token]| words.iter().map(|it| it.normal.clone()).collect::<Vec<_>>();
    let operations = capture_diff_slices(Algorithm::Patience, &forms(&a), &forms(&b));
    let mut pieces: Vec<Piece> = Vec::new();
    let mut common = 0;
    for it in operations {
        let (tag, x, y) = it.as_tag_tuple();
        let same = tag == DiffTag::Equal;
        common += if same { x.len() } else { 0 };
        push(
            &mut pieces,
            Piece {
                same,
                a: (x.start, x.end),
                b: (y.start, y.end),
            },
        );
    }
    let runs = joined(&pieces, &a)
        .iter()
        .map(|it| run(it, &a, &b))
        .collect();
    let ratio = match a.len() + b.len() {
        0 => 1.0,
        all => 2.0 * common as f32 / all as f32,
    };
    Words { runs, ratio }
}

impl Words {
    /// Whether enough is alike for marks of difference to help the reader.
    pub fn worth_showing(&self) -> bool {
        self.ratio >= WORTH_SHOWING
    }
}

/// Adds a piece, or lengthens the last where both are of one kind.
fn push(pieces: &mut Vec<Piece>, piece: Piece) {
    match pieces.last_mut() {
        Some(last) if last.same == piece.same => {
            last.a.1 = piece.a.1;
            last.b.1 = piece.b.1;
        }
        _ => pieces.push(piece),
    }
}

/// Joins two changes that only a stop word parts.
fn joined(pieces: &[Piece], a: &[Token]) -> Vec<Piece> {
    let mut out = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let inside = 0 < at && at + 1 < pieces.len();
        let lone = piece.a.1 - piece.a.0 == 1 && common::is_stop(&a[piece.a.0].normal);
        let same = piece.same && !(inside && lone);
        push(&mut out, Piece { same, ..*piece });
    }
    out
}

fn run(piece: &Piece, a: &[Token], b: &[Token]) -> Run {
    let change = match (piece.same, piece.a.0 == piece.a.1, piece.b.0 == piece.b.1) {
        (true, _, _) => Change::Same,
        (false, true, _) => Change::Added,
        (false, _, true) => Change::Removed,
        _ => Change::Replaced,
    };
    Run {
        change,
        a: bytes(a, piece.a),
        b: bytes(b, piece.b),
    }
}

fn bytes(words: &[Token], (start, end): (usize, usize)) -> Span {
    if start < end {
        return Span::new(words[start].span.start(), words[end - 1].span.end());
    }
    let at = start
        .checked_sub(1)
        .map_or(0, |last| words[last].span.end());
    Span::new(at, at)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Removed words in `[-…-]`, added ones in `{+…+}`.
    #[track_caller]
    fn check(a: &str, b: &str, expected: &str) {
        let parts: Vec<String> = diff(a, b)
            .runs
            .iter()
            .map(|it| match it.change {
                Change::Same => it.b.of(b).to_string(),
                Change::Removed => format!("[-{}-]", it.a.of(a)),
                Change::Added => format!("{{+{}+}}", it.b.of(b)),
                Change::Replaced => format!("[-{}-]{{+{}+}}", it.a.of(a), it.b.of(b)),
            })
            .collect();
        assert_eq!(parts.join(" "), expected);
    }

    #[test]
    fn a_changed_word_is_a_replacement() {
        check(
            "The ferry sank on Friday.",
            "The ferry sank on Sunday.",
            "The ferry sank on [-Friday-]{+Sunday+}",
        );
    }

    #[test]
    fn case_quotes_and_punctuation_are_no_change() {
        check(
            "\u{201c}We Left,\u{201d} she said",
            "'we left' she said.",
            "we left' she said",
        );
    }

    #[test]
    fn a_stop_word_between_two_changes_joins_them() {
        check(
            "the old pier of Orrin fell",
            "the new quay of Selk fell",
            "the [-old pier of Orrin-]{+new quay of Selk+} fell",
        );
    }

    #[test]
    fn words_come_and_go() {
        check(
            "It may sink.",
            "It will never sink.",
            "It [-may-]{+will never+} sink",
        );
        check("It sank", "It sank slowly", "It sank {+slowly+}");
        check("", "It sank", "{+It sank+}");
        check("", "", "");
    }

    #[test]
    fn a_sign_is_a_word() {
        check("a rise of 5%", "a rise of 5", "a rise of 5 [-%-]");
    }

    #[test]
    fn what_mostly_differs_is_not_worth_showing() {
        assert!(!diff("The ferry sank", "Nobody was hurt at all").worth_showing());
        assert!(diff("The ferry sank", "The ferry sank fast").worth_showing());
    }
}
