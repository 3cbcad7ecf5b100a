//! What all screens draw with: styles by name, painted lines, boxes.

use ratatui::{
    Frame,
    layout::Rect,
    style::Style,
    symbols::border,
    text::{Line, Span},
    widgets::{Block, Clear},
};

use crate::{
    app::signs::{self, Sign},
    config::{
        settings::Signs,
        theme::{Paint, Theme},
    },
    geometry::rich,
};

/// The theme and the set of signs.
#[derive(Clone, Copy)]
pub struct Brush<'a> {
    pub theme: &'a Theme,
    pub signs: Signs,
}

const ASCII: border::Set = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

impl Brush<'_> {
    pub fn style(&self, paint: Paint) -> Style {
        self.theme.style(paint)
    }

    pub fn sign(&self, sign: Sign) -> &'static str {
        signs::sign(sign, self.signs)
    }

    pub fn span<'t>(&self, text: impl Into<std::borrow::Cow<'t, str>>, paint: Paint) -> Span<'t> {
        Span::styled(text, self.style(paint))
    }

    /// A line of painted pieces.
    pub fn line<'t>(&self, line: &'t rich::Line) -> Line<'t> {
        let indent = Span::raw(" ".repeat(usize::from(line.indent)));
        let pieces = line.pieces.iter();
        let spans = pieces.map(|it| self.span(it.text.as_str(), it.paint));
        Line::from_iter(std::iter::once(indent).chain(spans))
    }

    /// Clears an area and draws a box with a title; gives its inside.
    pub fn boxed(&self, frame: &mut Frame, area: Rect, title: &str) -> Rect {
        frame.render_widget(Clear, area);
        let set = match self.signs {
            Signs::Unicode => border::ROUNDED,
            Signs::Ascii => ASCII,
        };
        let title = crate::geometry::wrap::cut(title, area.width.saturating_sub(4));
        let block = Block::bordered()
            .border_set(set)
            .border_style(self.style(Paint::Border))
            .style(self.style(Paint::Text))
            .title(
                Line::from(format!(" {title} "))
                    .style(Style::reset().patch(self.style(Paint::Title))),
            );
        let inside = block.inner(area);
        frame.render_widget(block, area);
        inside
    }
}

/// One row of an area, counted from its top; empty where it lies below.
pub fn row(area: Rect, at: u16) -> Rect {
    Rect {
        y: area.y.saturating_add(at.min(area.height)),
        height: u16::from(at < area.height),
        ..area
    }
}
