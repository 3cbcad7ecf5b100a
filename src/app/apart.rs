//! Two texts told apart: the other one with the words that only it has, and struck out those that it
//! lacks, with the marks that belong to them.

use crate::{
    compare::words::{Change, Run, diff},
    config::theme::Paint,
    geometry::rich::Line,
};

/// Signs of currency, which belong to the figure behind them.
const CURRENCIES: &[char] = &['$', '€', '£', '¥'];
/// Marks that nothing stands between and the word behind them.
const OPENING: &[char] = &['(', '[', '“', '‘', '"', '$', '€', '£', '¥'];

/// The lines; side by side texts need no marks where most of them differs.
pub(crate) fn told_apart(own: &str, other: &str) -> Vec<Line> {
    let words = diff(own, other);
    if !words.worth_showing() {
        return vec![
            Line::new(other, Paint::Text).indented(2),
            Line::new("(most of it differs, so no words are marked)", Paint::Dim).indented(2),
        ];
    }
    let mut shown = Shown {
        own,
        line: Line::default(),
        struck: None,
    };
    let (mut at_own, mut at_other) = (0, 0);
    let mut before = Change::Same;
    for (at, run) in words.runs.iter().enumerate() {
        let sign = signed(run, own, other);
        // A sign that the next run takes is left to it.
        let after = words.runs.get(at + 1);
        let next = after.map_or(0, |it| signed(it, own, other));
        let taken = |end: usize, start: Option<usize>| {
            if start == Some(end) { end - next } else { end }
        };
        let from = run.b.start() - sign;
        let to = taken(run.b.end(), after.map(|it| it.b.start()));
        let own_end = taken(run.a.end(), after.map(|it| it.a.start()));
        let here = (run.change != Change::Added).then(|| run.a.start() - sign);
        let between = &other[at_other..from.max(at_other)];
        if let Some(here) = here {
            // Marks go with the words that they stood beside.
            let near = loses(before) || loses(run.change);
            let marks = own[at_own..here.max(at_own)].trim();
            if near && marks != between.trim() {
                shown.strike(at_own, here);
            }
            at_own = own_end;
        }
        if run.change != Change::Removed {
            shown.text(between, Paint::Text);
            at_other = to;
        }
        if let (true, Some(here)) = (loses(run.change), here) {
            shown.strike(here, run.a.end());
        }
        match run.change {
            Change::Same => shown.text(&other[from..to], Paint::Text),
            Change::Added | Change::Replaced => shown.text(&other[from..to], Paint::Added),
            Change::Removed => (),
        }
        before = run.change;
    }
    if loses(before) && own[at_own..].trim() != other[at_other..].trim() {
        shown.strike(at_own, own.len());
    }
    shown.text(&other[at_other..], Paint::Text);
    shown.settle("");
    vec![shown.line.indented(2)]
}

fn loses(change: Change) -> bool {
    matches!(change, Change::Removed | Change::Replaced)
}

/// Bytes of the sign of currency before both words of a change.
fn signed(run: &Run, own: &str, other: &str) -> usize {
    let last = |text: &str, at: usize| text[..at].chars().next_back();
    let (a, b) = (last(own, run.a.start()), last(other, run.b.start()));
    let both = a.filter(|it| CURRENCIES.contains(it) && b == a);
    match run.change {
        Change::Replaced => both.map_or(0, char::len_utf8),
        _ => 0,
    }
}

/// The line as far as it is made.
struct Shown<'a> {
    own: &'a str,
    line: Line,
    /// What of `own` is struck out next, in bytes.
    struck: Option<(usize, usize)>,
}

impl Shown<'_> {
    /// Words or marks that the other text lacks; those that follow one another are one.
    fn strike(&mut self, from: usize, to: usize) {
        let from = self.struck.map_or(from, |it| it.0.min(from));
        self.struck = Some((from, to));
    }

    fn text(&mut self, text: &str, paint: Paint) {
        // Blanks alone part nothing that is struck out.
        if text.is_empty() || text.trim().is_empty() && self.struck.is_some() {
            return;
        }
        self.settle(text);
        self.push(text, paint);
    }

    /// Writes what is struck out, a blank on each side of it where words stand there.
    fn settle(&mut self, next: &str) {
        let Some((from, to)) = self.struck.take() else {
            return;
        };
        // A mark before the first word ends what stands before it, which is not struck out.
        let ends = |it: char| it.is_whitespace() || matches!(it, ',' | '.' | ';' | ':');
        let words = self.own[from..to].trim_start_matches(ends).trim_end();
        // That a comma went is seen, and says nothing.
        if !words
            .chars()
            .any(|it| it.is_alphanumeric() || CURRENCIES.contains(&it))
        {
            return;
        }
        let before = self.line.text();
        if !before.is_empty()
            && !before.ends_with(|c: char| c.is_whitespace() || OPENING.contains(&c))
        {
            self.push(" ", Paint::Text);
        }
        self.push(&format!("[-{words}-]"), Paint::Removed);
        if next.starts_with(|c: char| c.is_alphanumeric() || OPENING.contains(&c)) {
            self.push(" ", Paint::Text);
        }
    }

    fn push(&mut self, text: &str, paint: Paint) {
        self.line = std::mem::take(&mut self.line).and(text, paint);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(own: &str, other: &str, expected: &str) {
        let lines: Vec<String> = told_apart(own, other).iter().map(Line::text).collect();
        assert_eq!(lines.join("\n").trim(), expected);
    }

    #[test]
    fn marks_go_with_the_words_they_stand_beside() {
        check(
            "ORRIN (Marl Wire) - A ferry ran aground on the bank.",
            "A ferry ran aground on the bank.",
            "[-ORRIN (Marl Wire) --] A ferry ran aground on the bank.",
        );
        check(
            "It took three hours. “Nobody panicked,” she said.",
            "It took three hours.",
            "It took three hours [-“Nobody panicked,” she said-].",
        );
    }

    #[test]
    fn amounts_are_struck_whole() {
        check(
            "A signal costing £18,000 was ordered.",
            "A signal costing £80,000 was ordered.",
            "A signal costing [-£18,000-] £80,000 was ordered.",
        );
    }

    #[test]
    fn blanks_stand_as_in_the_text() {
        check(
            "The ferry, a new one, struck the bank.",
            "The ferry struck the sandy bank.",
            "The ferry [-a new one,-] struck the sandy bank.",
        );
        check("It is red.", "It is not red.", "It is not red.");
    }

    #[test]
    fn changes_of_marks_alone_are_left_out() {
        check(
            "“It is all rock, and we stopped,” he said.",
            "“It is all rock.” We stopped, he said.",
            "“It is all rock [-and-].” We stopped, he said.",
        );
    }
}
