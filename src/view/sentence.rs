//! One row of a sentence, painted: how it is shared, the words that differ, what was searched.

use ratatui::{style::Style, text::Span as Painted};

use crate::text::span::Span;

/// A stretch of a sentence with a style over the others.
pub type Over = (Span, Style);

/// The row's words in pieces of one style. `row` and the spans of `over` are bytes of `said`;
/// what comes later in `over` lies on top.
pub fn pieces<'a>(said: &'a str, row: Span, base: Style, over: &[Over]) -> Vec<Painted<'a>> {
    let mut cuts = vec![row.start(), row.end()];
    for (span, _) in over {
        cuts.extend([span.start(), span.end()]);
    }
    cuts.retain(|at| row.start() <= *at && *at <= row.end());
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2)
        .map(|ends| {
            let piece = Span::new(ends[0], ends[1]);
            let covers = over.iter().filter(|(span, _)| 0 < span.overlap(piece));
            let style = covers.fold(base, |style, (_, it)| style.patch(*it));
            Painted::styled(piece.of(said), style)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use ratatui::style::Color;

    use super::*;

    #[test]
    fn later_styles_lie_on_top() {
        let blue = Style::new().fg(Color::Blue);
        let red = Style::new().fg(Color::Red);
        let over = [(Span::new(4, 9), blue), (Span::new(8, 11), red)];
        let found = pieces("the ferry ran", Span::new(2, 13), Style::new(), &over);
        let told: Vec<(&str, Option<Color>)> =
            found.iter().map(|it| (&*it.content, it.style.fg)).collect();
        assert_eq!(
            told,
            [
                ("e ", None),
                ("ferr", Some(Color::Blue)),
                ("y", Some(Color::Red)),
                (" r", Some(Color::Red)),
                ("an", None),
            ]
        );
    }
}
