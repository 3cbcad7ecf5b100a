//! Changed wording for readers of Markdown: `the ~~old~~ **new** words`, in the words of the second
//! text. Marks stand at the edges of words, where every reader takes them as marks. Not to stand
//! first on its line.

use crate::{
    compare::words::{self, Change},
    export::escape,
    text::span::Span,
};

/// The difference of two texts of one line each; None where nothing differs, or where so much
/// does that marks would not help.
pub fn changed(a: &str, b: &str) -> Option<String> {
    let words = words::diff(a, b);
    let differs = words.runs.iter().any(|it| it.change != Change::Same);
    if !differs || !words.worth_showing() {
        return None;
    }
    let mut out = Marked::default();
    let mut reached = 0;
    for run in &words.runs {
        let (old, new) = (run.a.of(a), run.b.of(b));
        if run.change != Change::Removed {
            out.plain(Span::new(reached, run.b.start()).of(b));
            reached = run.b.end();
        }
        match run.change {
            Change::Same => out.plain(new),
            Change::Removed => out.marked("~~", old),
            Change::Added => out.marked("**", new),
            Change::Replaced => {
                out.marked("~~", old);
                out.marked("**", new);
            }
        }
    }
    out.plain(&b[reached..]);
    Some(out.text)
}

#[derive(Default)]
struct Marked {
    text: String,
    /// Whether the last thing written was a mark, which must not touch a word.
    closed: bool,
}

impl Marked {
    fn plain(&mut self, words: &str) {
        if self.closed && words.starts_with(char::is_alphanumeric) {
            self.text.push(' ');
        }
        self.text += &escape::inside(words);
        self.closed &= words.is_empty();
    }

    fn marked(&mut self, mark: &str, words: &str) {
        let words = words.trim();
        let after_word = self.text.ends_with(char::is_alphanumeric);
        let after_mark = !self.text.is_empty() && !self.text.ends_with(char::is_whitespace);
        let sign = !words.starts_with(char::is_alphanumeric);
        if after_word || self.closed || (after_mark && sign) {
            self.text.push(' ');
        }
        self.text += &format!("{mark}{}{mark}", escape::inside(words));
        self.closed = true;
    }
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::*;

    #[track_caller]
    fn check(a: &str, b: &str, expected: &str) {
        let found = changed(a, b).unwrap_or_default();
        assert_eq!(found, expected);
        let document = format!("From one to another: {found}");
        let marks = Parser::new_ext(&document, Options::ENABLE_STRIKETHROUGH)
            .filter(|it| matches!(it, Event::Start(Tag::Strikethrough | Tag::Strong)))
            .count();
        let expected = expected.replace("\\*", "").replace("\\~", "");
        assert_eq!(
            marks,
            expected.matches("**").count() / 2 + expected.matches("~~").count() / 2
        );
    }

    #[test]
    fn changed_words_are_marked() {
        check(
            "The ferry left Tarn an hour late on Friday.",
            "The ferry left Tarn two hours late on Monday.",
            "The ferry left Tarn ~~an hour~~ **two hours** late on ~~Friday~~ **Monday**.",
        );
        check(
            "The board did not agree.",
            "The board agreed.",
            "The board ~~did not agree~~ **agreed**.",
        );
        check(
            "He said yes to it.",
            "He reportedly said yes to it.",
            "He **reportedly** said yes to it.",
        );
        check(
            "Nearly 40 came to the pier.",
            "40 came to the pier.",
            "~~Nearly~~ 40 came to the pier.",
        );
    }

    #[test]
    fn marks_stand_where_they_are_marks() {
        check(
            "It cost $5 in all here.",
            "It cost $6 in all here.",
            "It cost \\$~~5~~ **6** in all here.",
        );
        check(
            "a four-year war is over",
            "a five-year war is over",
            "a ~~four~~ **five**-year war is over",
        );
        check(
            "up 5% in *all* today",
            "up 6% in *all* today",
            "up ~~5~~ **6**% in \\*all\\* today",
        );
    }

    #[test]
    fn nothing_is_marked_where_nothing_or_nearly_all_differs() {
        assert_eq!(changed("The same words.", "the same words"), None);
        assert_eq!(
            changed("Fog was to blame.", "Nobody came to harm on Friday."),
            None
        );
    }
}
