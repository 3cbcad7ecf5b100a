//! Lines of painted pieces, for boxes and lists: made by `app`, wrapped here, drawn by `view`.

use crate::{config::theme::Paint, geometry::wrap, text::span::Span};

/// Some words in one paint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub paint: Paint,
}

/// A line before wrapping.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    pub pieces: Vec<Piece>,
    /// Columns by which every row of it is moved in.
    pub indent: u16,
    /// Columns more for the rows after the first.
    pub hang: u16,
}

impl Line {
    pub fn new(text: impl Into<String>, paint: Paint) -> Self {
        Self::default().and(text, paint)
    }

    /// An empty line.
    pub fn gap() -> Self {
        Self::default()
    }

    pub fn and(mut self, text: impl Into<String>, paint: Paint) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.pieces.push(Piece { text, paint });
        }
        self
    }

    /// Its pieces, then those of another line.
    pub fn join(mut self, other: Line) -> Self {
        self.pieces.extend(other.pieces);
        self
    }

    pub fn indented(mut self, columns: u16) -> Self {
        self.indent = columns;
        self
    }

    /// Rows after the first are moved in by so many columns more.
    pub fn hanging(mut self, columns: u16) -> Self {
        self.hang = columns;
        self
    }

    /// Its words without their paints.
    pub fn text(&self) -> String {
        self.pieces.iter().map(|it| it.text.as_str()).collect()
    }

    /// Its beginning, on one row of `width` columns, with `…` where something was left out.
    pub fn cut(self, width: u16) -> Line {
        // Each is at most 65,535, and so is the room; all of them may be more.
        let columns = self.pieces.iter().map(|it| wrap::columns(&it.text));
        let columns: usize = columns.map(usize::from).sum();
        let mut room = width.saturating_sub(self.indent);
        if columns <= room.into() {
            return self;
        }
        let mut pieces = Vec::new();
        for piece in self.pieces {
            let wide = wrap::columns(&piece.text);
            if wide < room {
                room -= wide;
                pieces.push(piece);
                continue;
            }
            // One column more than there is, so that the sign is put in any case.
            let text = wrap::cut(&format!("{}  ", piece.text), room);
            pieces.push(Piece { text, ..piece });
            break;
        }
        Line { pieces, ..self }
    }

    /// Rows of at most `width` columns.
    pub fn wrapped(&self, width: u16) -> Vec<Line> {
        let text = self.text();
        let indent = self.indent.min(width / 2);
        let hang = self.hang.min(width / 2);
        let first = wrap::rows(&text, width - indent);
        let Some(head) = first.first().filter(|_| 0 < hang && 1 < first.len()) else {
            return first.into_iter().map(|row| self.row(row, indent)).collect();
        };
        let rest = text[head.end()..].trim_start();
        let offset = text.len() - rest.len();
        let below = (indent + hang).min(width - 1);
        let more = wrap::rows(rest, width - below).into_iter();
        let more = more.map(|row| self.row(row.shifted(offset), below));
        std::iter::once(self.row(*head, indent))
            .chain(more)
            .collect()
    }

    fn row(&self, row: Span, indent: u16) -> Line {
        Line {
            pieces: self.within(row),
            indent,
            hang: 0,
        }
    }

    /// The pieces, cut to a stretch of its text.
    fn within(&self, row: Span) -> Vec<Piece> {
        let mut at = 0;
        let mut found = Vec::new();
        for piece in &self.pieces {
            let start = row.start().clamp(at, at + piece.text.len());
            let end = row.end().clamp(at, at + piece.text.len());
            if start < end {
                found.push(Piece {
                    text: piece.text[start - at..end - at].to_string(),
                    paint: piece.paint,
                });
            }
            at += piece.text.len();
        }
        found
    }
}

/// All lines wrapped, one after the other.
pub fn wrapped(lines: &[Line], width: u16) -> Vec<Line> {
    lines.iter().flat_map(|it| it.wrapped(width)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_to_one_row() {
        let line = Line::new("the ferry ran ", Paint::Text).and("aground", Paint::Added);
        let cut = |width| line.clone().cut(width).text();
        assert_eq!(cut(21), "the ferry ran aground");
        assert_eq!(cut(20), "the ferry ran aground".replace("nd", "…"));
        assert_eq!(cut(14), "the ferry ran…");
        assert_eq!(cut(5), "the…");
        assert_eq!(cut(0), "");
    }

    #[test]
    fn a_line_of_very_many_columns_is_cut() {
        let long = "ferry ".repeat(20_000);
        let line = Line::new(&long, Paint::Text).and(&long, Paint::Text);
        assert_eq!(line.cut(9).text(), "ferry fe…");
    }

    #[test]
    fn pieces_keep_their_paint_across_rows() {
        let line = Line::new("the ferry ran ", Paint::Text)
            .and("aground at noon", Paint::Added)
            .indented(2);
        let rows: Vec<String> = line
            .wrapped(12)
            .iter()
            .map(|row| {
                let told = |it: &Piece| format!("{:?}:{}", it.paint, it.text);
                row.pieces.iter().map(told).collect::<Vec<_>>().join("|")
            })
            .collect();
        assert_eq!(
            rows,
            [
                "Text:the ferry",
                "Text:ran",
                "Added:aground at",
                "Added:noon"
            ]
        );
    }
}
