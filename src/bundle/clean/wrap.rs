//! Lines that were wrapped at a margin by hand, by a mail program or in a PDF: which of them go on with
//! the line before, and words that were parted at the end of a line.
//!
//! That a file is wrapped at all is told by lines that break off and go on below in lower case; a headline
//! above a byline is no such line. The margin is told for each run of lines without an empty one, so
//! that the lists and footers of a file neither hide its wrapped paragraphs nor are joined with them. Then
//! a line goes on where its first word would not have fitted on the line before, or where it begins in
//! lower case, or in the middle of a paragraph, where the line before has no end. Scripts without small
//! letters tell less: there three lines in five must be full. Cost: a few looks at each line.

use std::{cell::OnceCell, collections::HashSet, sync::LazyLock};

use crate::{
    bundle::clean::erase::Edit,
    text::{safe, span::Span},
};

/// Columns between which lines may have been wrapped.
const WRAPS: std::ops::RangeInclusive<usize> = 40..=120;
/// Columns of the shortest line that goes on in lower case, once a file is known to be wrapped.
const BROKEN: usize = 25;
/// Columns that a line may stay short of the margin though its next word would have fitted, or run
/// beyond it.
const RAGGED: usize = 3;
/// Lines that break off, of the fewest that make a file wrapped, whatever else it holds.
const TOLD: usize = 2;
/// Full lines of the fewest that do so in a script without small letters.
const FULL: usize = 3;

/// Common words, of which one that was parted is likely to be.
static COMMON: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let list = include_str!("../../../assets/stories/common.tsv");
    list.lines()
        .filter_map(|it| it.split('\t').next())
        .collect()
});

/// What kind of line it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Item,
    Other,
}

/// One line that is not empty.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'a> {
    pub(crate) words: &'a str,
    pub(crate) kind: Kind,
    /// Whether an empty line, or nothing, stands above.
    pub(crate) gap: bool,
    /// Blanks before it.
    pub(crate) indent: usize,
    /// Characters, without the blanks around.
    pub(crate) width: usize,
}

/// For each line, whether it goes on with the one before.
pub(crate) fn joined(rows: &[Row]) -> Vec<bool> {
    let mut found = vec![false; rows.len()];
    let Some(margin) = margin(rows) else {
        return found;
    };
    let mut start = 0;
    while start < rows.len() {
        let rest = rows[start + 1..].iter().take_while(|it| !it.gap);
        let end = start + 1 + rest.count();
        let run = &rows[start..end];
        // The widest line of a run may be one that is followed by a figure or a name.
        let margins = match own(run) {
            Some(own) => vec![own, own.max(margin.column)],
            None => margin.of(run).into_iter().collect(),
        };
        join(run, &margins, &mut found[start..end]);
        start = end;
    }
    found
}

/// The margin of a file, and whether it holds for runs of lines without an end.
#[derive(Clone, Copy)]
struct Margin {
    column: usize,
    sure: bool,
}

impl Margin {
    /// For a run that does not tell its own: of lines that do not end, such as a headline above a byline,
    /// there is none.
    fn of(self, run: &[Row]) -> Option<usize> {
        let ends = run.last().is_some_and(|it| ends(it.words));
        (self.sure || ends).then_some(self.column)
    }
}

/// `None` where a file was not wrapped.
fn margin(rows: &[Row]) -> Option<Margin> {
    let text = |it: &Row| it.kind != Kind::Other;
    let pairs = rows.windows(2).map(|it| (&it[0], &it[1]));
    let pairs: Vec<_> = pairs
        .filter(|(row, next)| text(row) && text(next) && !next.gap)
        .collect();
    let broken: Vec<_> = pairs.iter().filter(|it| breaks(it.0, it.1)).collect();
    if TOLD <= broken.len() || !broken.is_empty() && pairs.len() <= 3 * broken.len() {
        let column = ninth(broken.iter().map(|it| it.0.width).collect())?;
        return Some(Margin {
            column,
            sure: false,
        });
    }
    let column = ninth(pairs.iter().map(|it| it.0.width).collect())?;
    let without_case = |it: &str| {
        let first = it.chars().next().unwrap_or_default();
        first.is_alphabetic() && !first.is_uppercase() && !first.is_lowercase()
    };
    let full = |it: &&(&Row, &Row)| is_full(it.0, it.1, column) && without_case(it.1.words);
    let full = pairs.iter().filter(full).count();
    let wrapped = FULL <= full && pairs.len() * 6 <= full * 10 && WRAPS.contains(&column);
    wrapped.then_some(Margin { column, sure: true })
}

/// The width that nine in ten do not exceed.
fn ninth(mut widths: Vec<usize>) -> Option<usize> {
    widths.sort_unstable();
    widths.get(widths.len().saturating_sub(1) * 9 / 10).copied()
}

/// The margin that the lines of a run tell themselves.
fn own(run: &[Row]) -> Option<usize> {
    let broken = run.windows(2).filter(|it| breaks(&it[0], &it[1]));
    broken.map(|it| it[0].width).max()
}

/// Whether a line as wide as wrapped lines are breaks off and goes on below in lower case.
fn breaks(row: &Row, next: &Row) -> bool {
    let text = row.kind != Kind::Other && next.kind == Kind::Text;
    text && !next.gap && WRAPS.contains(&row.width) && !ends(row.words) && is_lower(next.words)
}

fn join(run: &[Row], margins: &[usize], found: &mut [bool]) {
    let mut first = run[0].kind;
    let mut several = false;
    for at in 1..run.len() {
        let (before, row) = (&run[at - 1], &run[at]);
        let flows = match (first, row.kind) {
            (Kind::Text | Kind::Item, Kind::Text) => before.kind != Kind::Other,
            // A dash that came to stand at the beginning of a wrapped line.
            (Kind::Text, Kind::Item) => !ends(before.words),
            _ => false,
        };
        let opens = 2 <= row.indent && before.indent < row.indent && first == Kind::Text;
        let full = margins.iter().any(|it| is_full(before, row, *it));
        let text = row.kind == Kind::Text;
        let goes_on = text && BROKEN <= before.width && !ends(before.words) && is_lower(row.words);
        let inside = text && several && !margins.is_empty() && !ends(before.words);
        if flows && !opens && !stands_apart(before, row) && (full || goes_on || inside) {
            found[at] = true;
            several = true;
        } else {
            first = row.kind;
            several = false;
        }
    }
}

/// Whether the first word of the next line would not have fitted on the line.
fn is_full(row: &Row, next: &Row, margin: usize) -> bool {
    let word = next.words.split_whitespace().next();
    let word = word.map_or(0, |it| it.chars().count());
    row.width <= margin + RAGGED && margin < row.width + 1 + word + RAGGED
}

fn is_lower(words: &str) -> bool {
    let words = words.trim_start_matches(['"', '“', '\'', '‘', '«', '(', '[']);
    words.starts_with(char::is_lowercase) && !is_byline(words) && !is_address(words)
}

/// An address stands by itself, and a byline below a line without an end.
fn stands_apart(before: &Row, row: &Row) -> bool {
    is_address(row.words) || is_byline(row.words) && !ends(before.words)
}

/// `By Ana Roe`, also below a headline in lower case.
fn is_byline(words: &str) -> bool {
    let by = words.strip_prefix("By ").or(words.strip_prefix("by "));
    by.is_some_and(|it| it.starts_with(char::is_uppercase))
}

fn is_address(words: &str) -> bool {
    ["http://", "https://", "www."]
        .iter()
        .any(|it| words.starts_with(it))
}

/// Whether a line ends a sentence, or announces what follows.
fn ends(words: &str) -> bool {
    let words = words.trim_end_matches(['"', '”', '\'', '’', '»', ')', ']']);
    words.ends_with(['.', ':', ';', '!', '?', '…', '。', '।'])
}

/// Takes the ends of lines out of words that were parted there: "Sat-" and "urday". The hyphen stays
/// unless the whole is a common word or stands in the text without it; "two-" and "or" are two words.
pub(crate) struct Mend<'a> {
    text: &'a str,
    /// Once a word was parted.
    words: OnceCell<HashSet<&'a str>>,
}

impl<'a> Mend<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let words = OnceCell::new();
        Self { text, words }
    }

    /// Adds the edits of one block.
    pub(crate) fn edits(&self, block: Span, edits: &mut Vec<Edit>) {
        let words = block.of(self.text);
        for at in memchr::memchr2_iter(b'\n', b'\r', words.as_bytes()) {
            let front = words[..at].trim_end_matches([' ', '\t']);
            let Some(front) = front.strip_suffix('-') else {
                continue;
            };
            let behind = words[at..].trim_start_matches(safe::is_blank);
            let first = &front[front.trim_end_matches(char::is_alphabetic).len()..];
            let rest = behind.trim_start_matches(char::is_lowercase);
            let second = &behind[..behind.len() - rest.len()];
            if first.is_empty() || matches!(second, "" | "and" | "or" | "to" | "nor") {
                continue;
            }
            let from = front.len() + usize::from(!self.knows(&format!("{first}{second}")));
            let to = words.len() - behind.len();
            edits.push(Edit::delete(Span::new(from, to).shifted(block.start())));
        }
    }

    fn knows(&self, word: &str) -> bool {
        let split = || self.text.split(|c: char| !c.is_alphabetic()).collect();
        COMMON.contains(word.to_lowercase().as_str())
            || self.words.get_or_init(split).contains(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::clean::erase;

    #[test]
    fn parted_words_are_whole_again() {
        let check = |text: &str, expected: &str| {
            let mut found = Vec::new();
            Mend::new(text).edits(Span::new(0, text.len()), &mut found);
            let (plain, _) = erase::apply(text.to_string(), found);
            let plain: Vec<_> = plain.split_whitespace().collect();
            assert_eq!(plain.join(" "), expected);
        };
        check(
            "on Sat-\nurday the com- \r\n pany",
            "on Saturday the company",
        );
        check("a long-\nawaited pier", "a long-awaited pier");
        check(
            "the Pelham-\nmere and Pelhammere",
            "the Pelhammere and Pelhammere",
        );
        check("two-\nor three-\nyear terms", "two- or three-year terms");
        check("a pier -\nthe pier", "a pier - the pier");
        check("Orrin-\nVale", "Orrin- Vale");
    }
}
