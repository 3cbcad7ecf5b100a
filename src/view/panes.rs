//! The compare screen: each source in its pane, signs in the gutter, a map at the edge.

use ratatui::{
    Frame,
    layout::Rect,
    style::{Modifier, Style},
    text::Line,
};

use crate::{
    app::{
        signs::{Sign, paint_of},
        state::{app::App, panes::Compare},
    },
    compare::words::{Change, diff},
    config::theme::Paint,
    geometry::{page::Row, panes::Frame as Parts, wrap},
    input::command::Command,
    model::{
        article::{Article, Role},
        comparison::{Comparison, Differs},
        index::{Place, SentenceIx},
        ruling::Ruling,
    },
    text::span::Span,
    view::{
        map,
        paint::{Brush, row},
        sentence::{Over, pieces},
    },
};

/// What is drawn of one pane, gathered once a frame.
struct Scene<'a> {
    app: &'a App,
    compare: &'a Compare,
    comparison: Option<&'a Comparison>,
    brush: Brush<'a>,
}

pub fn draw(frame: &mut Frame, app: &App, compare: &Compare, brush: Brush) {
    let scene = Scene {
        app,
        compare,
        comparison: app.known.comparison(compare.story).map(|it| &**it),
        brush,
    };
    let frames = app.frames(compare);
    let hidden = compare.shown().count() - frames.len();
    for (at, parts) in frames {
        scene.border(frame, parts.border);
        scene.title(frame, at, parts.title, hidden);
        scene.rows(frame, at, &parts);
        map::draw(frame, parts.map, app, &compare.panes[at], brush);
    }
}

impl Scene<'_> {
    fn border(&self, frame: &mut Frame, area: Rect) {
        let style = self.brush.style(Paint::Border);
        for position in area.positions() {
            let sign = self.brush.sign(Sign::Line);
            frame.buffer_mut()[position]
                .set_symbol(sign)
                .set_style(style);
        }
    }

    fn title(&self, frame: &mut Frame, at: usize, area: Rect, hidden: usize) {
        let focused = at == self.compare.focus;
        let pane = &self.compare.panes[at];
        let article = &self.app.known.bundle[pane.article];
        let paint = if focused { Paint::Focus } else { Paint::Title };
        let named = self.app.known.bundle.named(pane.article);
        let name = format!(" {} {named} ", at + 1);
        let room = area.width - wrap::columns(&name).min(area.width / 2);
        let right = self.beside_title(article, if focused { hidden } else { 0 }, room);
        let wide = (wrap::columns(&right) + 1).min(room);
        let name = wrap::cut(name.trim_end(), area.width.saturating_sub(wide + 1));
        let name = format!("{name} ");
        let shown = wrap::columns(&name);
        frame.render_widget(Line::from(self.brush.span(name, paint)), area);
        let left = area.width.saturating_sub(wide);
        if left < shown {
            return;
        }
        let at = Rect {
            x: area.x + left,
            width: wide,
            ..area
        };
        frame.render_widget(Line::from(self.brush.span(right, Paint::Dim)), at);
    }

    /// What stands right of the source's name, as much as fits: what must be known comes first.
    fn beside_title(&self, article: &Article, hidden: usize, room: u16) -> String {
        let hidden = (0 < hidden).then(|| format!("{hidden} hidden"));
        let doubted = !article.doubts().is_empty();
        let doubted = doubted.then(|| {
            let keys = self.app.settings.keymap.keys_of(Command::Dropped);
            let key = keys.first().map_or(String::new(), |it| format!(" ({it})"));
            format!("! doubted{key}")
        });
        let date = article.meta().published.map(|it| it.date.to_string());
        let mut told = String::new();
        for part in [hidden, doubted, date].into_iter().flatten() {
            let more = if told.is_empty() {
                part
            } else {
                format!("{told}  {part}")
            };
            if room <= wrap::columns(&more) {
                break;
            }
            told = more;
        }
        told
    }

    fn rows(&self, frame: &mut Frame, at: usize, parts: &Parts) {
        let pane = &self.compare.panes[at];
        let mut dressed: Option<(SentenceIx, Style, Vec<Over>)> = None;
        for line in 0..parts.text.height {
            let number = pane.top + usize::from(line);
            let Some(Row::Text {
                sentence,
                span,
                first,
            }) = pane.page.rows().get(number).copied()
            else {
                continue;
            };
            let last = number == pane.page.last_row(sentence);
            self.gutter(frame, row(parts.gutter, line), at, sentence, (first, last));
            let said = pane.page.said(sentence);
            let (_, base, over) = match dressed.take() {
                Some(it) if it.0 == sentence => dressed.insert(it),
                _ => dressed.insert((
                    sentence,
                    self.base(at, sentence),
                    self.over(at, sentence, said),
                )),
            };
            let words = Line::from(pieces(said, span, *base, over));
            frame.render_widget(words, row(parts.text, line));
        }
    }

    /// How the sentence stands to the cursor.
    fn standing(&self, at: usize, sentence: SentenceIx) -> Option<Paint> {
        let pane = &self.compare.panes[at];
        if self.compare.linking == Some(Place::new(pane.article, sentence)) {
            return Some(Paint::Selected);
        }
        if at == self.compare.focus {
            let (from, to) = self.compare.selected();
            let selected = self.compare.selection.is_some() && from <= sentence && sentence <= to;
            return match (pane.cursor == sentence, selected) {
                (_, true) => Some(Paint::Selected),
                (true, false) => Some(Paint::Cursor),
                _ => None,
            };
        }
        let place = Place::new(pane.article, sentence);
        self.linked(place).then_some(Paint::Counterpart)
    }

    /// Whether a place is a counterpart of the current sentence, or shown as one that carries it.
    fn linked(&self, place: Place) -> bool {
        let here = self.compare.place();
        let mut links = self.comparison.into_iter().flat_map(|it| it.links_at(here));
        links.any(|link| link.other(here) == Some(place)) || self.compare.shows_beside(place)
    }

    /// The sign of a note, here or on these words elsewhere; below a sentence that of an omission.
    fn own_sign(&self, place: Place, (first, last): (bool, bool)) -> Option<(Sign, Paint)> {
        if first && self.app.noted(place) {
            Some((Sign::Note, Paint::Note))
        } else if first && self.app.seen_before(place) {
            Some((Sign::Seen, Paint::Seen))
        } else if last && self.app.omits(place) {
            Some((Sign::Omission, Paint::Warning))
        } else {
            None
        }
    }

    /// Whether the reader linked a place to the current sentence.
    fn pinned(&self, place: Place) -> bool {
        let here = self.compare.place();
        let ruling = self.comparison.and_then(|it| it.rulings().on(here, place));
        ruling == Some(Ruling::Pin)
    }

    fn gutter(
        &self,
        frame: &mut Frame,
        area: Rect,
        at: usize,
        sentence: SentenceIx,
        (first, last): (bool, bool),
    ) {
        let pane = &self.compare.panes[at];
        let place = Place::new(pane.article, sentence);
        let mark = pane.mark(sentence);
        let brush = self.brush;
        let blank = brush.span(" ", Paint::Text);
        let cursor = match (self.standing(at, sentence), first) {
            (None, _) => blank.clone(),
            (Some(Paint::Counterpart), true) if self.pinned(place) => {
                brush.span(brush.sign(Sign::ByYou), Paint::Note)
            }
            (Some(Paint::Counterpart), true) => {
                brush.span(brush.sign(Sign::Counterpart), Paint::Key)
            }
            (Some(Paint::Counterpart), false) => brush.span(brush.sign(Sign::Line), Paint::Border),
            (Some(_), true) => brush.span(brush.sign(Sign::Cursor), Paint::Key),
            (Some(_), false) => brush.span(brush.sign(Sign::Bar), Paint::Key),
        };
        let doubt = || brush.span("?", Paint::Warning);
        // What differs takes the place of the doubt, which then stands in the last row, or before it.
        let both = mark.ambiguous && mark.differs.is_some();
        let note = match self.own_sign(place, (first, last)) {
            Some((sign, paint)) => brush.span(brush.sign(sign), paint),
            None if both && first && last => doubt(),
            // Its own place is taken by what differs, or by the doubt.
            None if mark.by_you && first && (mark.ambiguous || mark.differs.is_some()) => {
                brush.span(brush.sign(Sign::ByYou), Paint::Note)
            }
            None => blank.clone(),
        };
        let differs = match (first, mark.differs, mark.ambiguous) {
            (true, Some(it), _) => brush.span(brush.sign(Sign::Difference(it)), Paint::Difference),
            (true, None, true) => doubt(),
            (true, None, false) if mark.by_you => brush.span(brush.sign(Sign::ByYou), Paint::Note),
            (false, ..) if both && last => doubt(),
            _ => blank.clone(),
        };
        let shared = match (first, mark.shared) {
            (true, Some(kind)) => {
                let sign = brush.sign(Sign::Shared(kind));
                brush.span(sign, crate::app::signs::paint(kind))
            }
            (true, None) if mark.only_here => {
                brush.span(brush.sign(Sign::OnlyHere), Paint::OnlyHere)
            }
            _ => blank,
        };
        frame.render_widget(Line::from_iter([cursor, note, differs, shared]), area);
    }

    fn base(&self, at: usize, sentence: SentenceIx) -> Style {
        let pane = &self.compare.panes[at];
        let place = Place::new(pane.article, sentence);
        let bundle = &self.app.known.bundle;
        let mark = pane.mark(sentence);
        let style = self.brush.style(paint_of(mark));
        let role = bundle.sentence(place).map(|it| it.role);
        let style = match role {
            Some(Role::Headline | Role::Heading) => style.patch(self.brush.style(Paint::Headline)),
            Some(Role::Dek | Role::Caption) => style.add_modifier(Modifier::ITALIC),
            _ => style,
        };
        let style = match self.app.seen_before(place) {
            true => style.patch(self.brush.style(Paint::Seen)),
            false => style,
        };
        match self.standing(at, sentence) {
            Some(paint) => style.patch(self.brush.style(paint)),
            None => style,
        }
    }

    /// The words of a sentence that lie on top: those that differ, those searched for.
    fn over(&self, at: usize, sentence: SentenceIx, said: &str) -> Vec<Over> {
        let pane = &self.compare.panes[at];
        let place = Place::new(pane.article, sentence);
        let mut over = Vec::new();
        if self.compare.inline_diff {
            let style = self.brush.style(Paint::Added);
            let spans = self.differing(at, place, said).into_iter();
            over.extend(spans.map(|span| (span, style)));
        }
        let style = self.brush.style(Paint::Difference);
        let readings = self.readings(place).into_iter();
        over.extend(readings.map(|span| (span, style)));
        if let Some(search) = &self.compare.search {
            for (span, here) in search.within(place) {
                let style = self.brush.style(Paint::Match);
                let style = if here {
                    style.add_modifier(Modifier::BOLD)
                } else {
                    style
                };
                over.push((span, style));
            }
        }
        over
    }

    /// The words of a sentence in which sources surely differ in substance.
    fn readings(&self, place: Place) -> Vec<Span> {
        let article = &self.app.known.bundle[place.article];
        let found = self
            .comparison
            .into_iter()
            .flat_map(|it| it.discrepancies_at(place))
            .filter(|it| it.differs == Differs::Surely);
        found
            .flat_map(|it| &it.readings)
            .flat_map(|it| &it.places)
            .filter(|(at, span)| *at == place && !span.is_empty())
            .filter_map(|(at, span)| article.in_line(at.sentence, *span))
            .collect()
    }

    /// The words that the counterpart lacks: of the current sentence against its partner, of a
    /// counterpart against the current sentence.
    fn differing(&self, at: usize, place: Place, said: &str) -> Vec<Span> {
        let here = self.compare.place();
        let other = if at == self.compare.focus && place == here {
            let partner = self.comparison.and_then(|it| self.compare.partner(it));
            partner.map(|(_, it)| it)
        } else if at != self.compare.focus && self.linked(place) {
            Some(here)
        } else {
            None
        };
        let Some(other) = other else {
            return Vec::new();
        };
        let words = diff(&self.app.known.bundle.said(other), said);
        if !words.worth_showing() {
            return Vec::new();
        }
        let only = words.runs.iter().filter(|run| run.change != Change::Same);
        only.map(|run| run.b).filter(|it| !it.is_empty()).collect()
    }
}
