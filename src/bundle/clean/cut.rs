//! Blocks to sentences: every unit is one sentence, a row of them, or set aside; inside a
//! paragraph, sentences that speak for the site or for a text generator are set aside one by one.

use crate::{
    bundle::{
        clean::{caption, chrome, generated, lists::May, page::Page},
        draft::{Known, Label},
    },
    model::article::{Dropped, Parts, Role, Sentence, Why},
    text::{safe, sentence, span::Span},
};

/// The parts of an article.
pub(crate) fn parts(page: &Page, known: &[Known]) -> Parts {
    let mut cut = Cut {
        page,
        paragraph: 0,
        parts: Parts::default(),
        chained: false,
    };
    for it in known {
        cut.take(it.span, it.label);
    }
    for unit in &page.units {
        cut.take(unit.span, unit.label.unwrap_or(Label::Is(Role::Body)));
    }
    cut.parts.dropped.extend(&page.dropped);
    cut.parts
}

/// Bytes of the longest sentence. What is longer is no sentence, and to compare it word by word
/// would take time with the square of its length.
const LONGEST: usize = 4000;

/// A sentence in pieces that are not too long, cut at blanks where there are any.
fn bounded(words: &str, piece: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut rest = piece;
    while LONGEST < rest.len() {
        let most = rest.start() + LONGEST;
        let most = (rest.start()..=most)
            .rev()
            .find(|at| words.is_char_boundary(*at));
        let most = most.unwrap_or(rest.end());
        let head = Span::new(rest.start(), most);
        let blank = head
            .of(words)
            .rfind(char::is_whitespace)
            .filter(|it| 0 < *it);
        let end = blank.map_or(most, |it| rest.start() + it);
        found.push(safe::trimmed(words, Span::new(rest.start(), end)));
        rest = safe::trimmed(words, Span::new(end, rest.end()));
    }
    found.push(rest);
    found
}

struct Cut<'a> {
    page: &'a Page,
    paragraph: u32,
    parts: Parts,
    /// Whether the sentence before was a leftover of a text generator.
    chained: bool,
}

impl Cut<'_> {
    fn take(&mut self, span: Span, label: Label) {
        match label {
            Label::Drop(why) => self.set_aside(span, why),
            Label::Is(role) => {
                let before = self.parts.sentences.len();
                self.sentences(span, role);
                self.paragraph += u32::from(before < self.parts.sentences.len());
            }
        }
    }

    fn set_aside(&mut self, span: Span, why: Why) {
        let span = self.widened(span);
        self.chained = why == Why::Generated || (self.chained && span.is_empty());
        self.parts.dropped.push(Dropped { span, why });
    }

    fn sentences(&mut self, span: Span, role: Role) {
        let words = span.of(&self.page.text);
        let whole = matches!(role, Role::Headline | Role::Heading | Role::Table);
        let pieces = match whole {
            true => vec![safe::trimmed(words, Span::new(0, words.len()))],
            false => sentence::split(words),
        };
        let mut start = Some(span.start());
        let mut take = |piece: Span| {
            let piece = piece.shifted(span.start());
            let start = start.take().unwrap_or(piece.start());
            self.sentence(self.widened(Span::new(start, piece.end())), role);
        };
        for piece in pieces {
            match piece.len() <= LONGEST {
                true => take(piece),
                false => bounded(words, piece).into_iter().for_each(&mut take),
            }
        }
    }

    fn sentence(&mut self, span: Span, role: Role) {
        let words = safe::bare(span.of(&self.page.text));
        let checked = matches!(role, Role::Body | Role::List);
        let may = match checked {
            true => May::of(words),
            false => May::default(),
        };
        if generated::says(words, may, self.chained) {
            return self.set_aside(span, Why::Generated);
        }
        if chrome::points_away(words, may) {
            return self.set_aside(span, Why::Boilerplate);
        }
        if checked && chrome::tells_help(words) {
            return self.set_aside(span, Why::Metadata);
        }
        self.chained = false;
        if !words.is_empty() {
            let paragraph = self.paragraph;
            let picture = role == Role::Body
                && (caption::is_picture(words, may) || caption::is_embedded_post(words));
            let role = if picture { Role::Caption } else { role };
            self.parts.sentences.push(Sentence {
                span,
                paragraph,
                role,
            });
        }
    }

    /// With the blanks at its end that stand for markup of the file.
    fn widened(&self, span: Span) -> Span {
        let moved = &self.page.moved;
        let at = moved.partition_point(|it| it.end() <= span.end().saturating_sub(1));
        match moved.get(at) {
            Some(it) if it.start() < span.end() && span.end() < it.end() => {
                let rest = Span::new(span.end(), it.end());
                let blank = rest.of(&self.page.text).trim_matches(' ').is_empty();
                Span::new(span.start(), if blank { it.end() } else { span.end() })
            }
            _ => span,
        }
    }
}
