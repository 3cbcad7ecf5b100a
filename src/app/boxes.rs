//! What the boxes say: the word diff of a sentence or a paragraph, what was dropped and doubted.

use std::borrow::Cow;

use crate::{
    app::{
        apart::told_apart,
        discrepancies::shown,
        signs::{self, BY_YOU},
        state::app::App,
    },
    config::theme::Paint,
    geometry::rich::Line,
    model::{
        bundle::Bundle,
        comparison::{Comparison, Discrepancy, Link},
        index::{ArticleIx, Place, SentenceIx},
    },
};

impl App {
    /// The current sentence against each of its counterparts, word by word.
    pub(crate) fn open_diff(&mut self) {
        let Some((place, comparison)) = self.compared_here() else {
            return;
        };
        let (bundle, comparison) = (&self.known.bundle, &*comparison);
        let others = carriers_of(comparison, place);
        if others.is_empty() {
            let source = bundle.named(place.article).to_string();
            return self.say(format!("Only {source} has this sentence"));
        }
        // What differs in substance weighs most, and stands where nobody has to scroll.
        let mut lines = vec![legend(&bundle.named(place.article))];
        lines.extend(self.differences(comparison, place));
        lines.push(Line::gap());
        lines.extend(quoted(bundle, place, &bundle.said(place)));
        for (link, other) in others {
            let pinned = comparison.is_pinned(link);
            lines.push(counterpart_title(bundle, link, pinned, other));
            lines.extend(told_apart(&bundle.said(place), &bundle.said(other)));
            lines.push(Line::gap());
        }
        self.show("Word diff", lines);
    }

    /// What differs in substance at a place, a line each, all readings.
    pub(crate) fn differences(&self, comparison: &Comparison, place: Place) -> Vec<Line> {
        let all = comparison.discrepancies_at(place);
        all.map(|it| self.difference(it)).collect()
    }

    /// One of them, with all its readings.
    pub(crate) fn difference(&self, it: &Discrepancy) -> Line {
        let differs = signs::sign(signs::Sign::Difference(it.differs), self.settings.signs);
        let mut line = Line::new(format!("{differs} {}: ", it.named()), Paint::Difference);
        for (at, reading) in it.readings.iter().enumerate() {
            let parted = if at == 0 { "" } else { "  |  " };
            let sources: Vec<Cow<'_, str>> = reading
                .articles()
                .into_iter()
                .map(|ix| self.known.bundle.named(ix))
                .collect();
            line = line
                .and(parted, Paint::Dim)
                .and(shown(it, &reading.text), Paint::Text)
                .and(format!(" {}", sources.join(", ")), Paint::Dim);
        }
        line.indented(2)
    }

    /// The paragraph of the current sentence against the paragraphs of its counterparts.
    pub(crate) fn open_paragraph_diff(&mut self) {
        let Some((place, comparison)) = self.compared_here() else {
            return;
        };
        let (bundle, comparison) = (&self.known.bundle, &*comparison);
        let own = paragraph(bundle, place);
        let mut lines = quoted(bundle, place, &own);
        let first = lines.len();
        for article in comparison.articles() {
            if let Some(other) = closest_paragraph(bundle, comparison, place, *article) {
                lines.push(Line::new(bundle.named(*article), Paint::Title));
                lines.extend(told_apart(&own, &paragraph(bundle, other)));
                lines.push(Line::gap());
            }
        }
        if lines.len() == first {
            return self.say("No other source shares a sentence of this paragraph");
        }
        lines.insert(0, legend(&bundle.named(place.article)));
        self.show("Paragraph diff", lines);
    }

    /// What was dropped from the focused pane's article, and what is doubted; on other screens,
    /// what was skipped and doubted while reading.
    pub(crate) fn open_dropped(&mut self) {
        let bundle = &self.known.bundle;
        let Some(compare) = self.compare() else {
            return self.open_warnings();
        };
        let article = &bundle[compare.focused().article];
        let mut lines = vec![hint_of(article.file())];
        for doubt in article.doubts() {
            lines.push(Line::new(format!("! {}", doubt.message), Paint::Warning));
        }
        let mut why = None;
        for dropped in article.dropped() {
            if why != Some(dropped.why) {
                lines.push(Line::gap());
                lines.push(Line::new(dropped.why.name(), Paint::Title));
                why = Some(dropped.why);
            }
            let words = crate::text::safe::one_line(dropped.span.of(article.text()));
            lines.push(Line::new(words, Paint::Text).indented(2));
        }
        if why.is_none() {
            lines.push(Line::gap());
            lines.push(hint_of("Nothing was dropped from this article."));
        }
        let title = format!("Dropped from {}, and doubted", article.source());
        self.show(title, lines);
    }

    fn open_warnings(&mut self) {
        let bundle = &self.known.bundle;
        let mut lines = Vec::new();
        for warning in &bundle.warnings {
            let paint = if warning.skipped {
                Paint::Error
            } else {
                Paint::Warning
            };
            let line = Line::new(format!("{}: ", warning.file), Paint::Title);
            lines.push(line.and(warning.message.clone(), paint));
        }
        for article in &bundle.articles {
            for doubt in article.doubts() {
                let line = Line::new(format!("{}: ", article.file()), Paint::Title);
                lines.push(line.and(doubt.message.clone(), Paint::Warning));
            }
        }
        if lines.is_empty() {
            lines.push(hint_of("Everything was read, and nothing is doubted."));
        }
        lines.push(Line::gap());
        lines.push(hint_of(
            "What was dropped from an article is shown by the same key in its pane.",
        ));
        self.show("Skipped and doubted while reading", lines);
    }
}

/// Words under the name of the source that they stand in.
pub fn quoted(bundle: &Bundle, place: Place, words: &str) -> Vec<Line> {
    vec![
        Line::new(bundle.named(place.article), Paint::Title),
        Line::new(words, Paint::Text).indented(2),
        Line::gap(),
    ]
}

pub fn hint_of(text: &str) -> Line {
    Line::new(text, Paint::Dim)
}

/// What the marks of a diff mean.
fn legend(source: &str) -> Line {
    Line::new("[-struck-]", Paint::Removed)
        .and(format!(" only {source} has it, "), Paint::Dim)
        .and("underlined", Paint::Added)
        .and(" only the other source has it", Paint::Dim)
}

fn counterpart_title(bundle: &Bundle, link: &Link, pinned: bool, other: Place) -> Line {
    let line = Line::new(bundle.named(other.article), Paint::Title)
        .and("  ", Paint::Text)
        .and(signs::told(link.kind), signs::paint(link.kind));
    match (pinned, link.ambiguous) {
        (true, _) => line.and(BY_YOU, Paint::Note),
        (false, true) => line.and("  ambiguous: another fits as well", Paint::Warning),
        (false, false) => line,
    }
}

/// The closest counterpart in each other source: its link, and where it is.
fn carriers_of(comparison: &Comparison, place: Place) -> Vec<(&Link, Place)> {
    let closest = |ix: &ArticleIx| comparison.counterparts(place, *ix).first().copied();
    comparison.articles().iter().filter_map(closest).collect()
}

/// The whole paragraph around a place, as one line.
pub fn paragraph(bundle: &Bundle, place: Place) -> String {
    let article = &bundle[place.article];
    let Some(number) = article.sentence(place.sentence).map(|it| it.paragraph) else {
        return String::new();
    };
    let said: Vec<String> = article
        .places()
        .filter(|(_, it)| it.paragraph == number)
        .map(|(ix, _)| article.said(ix).into_owned())
        .collect();
    said.join(" ")
}

/// The place in an article to which the sentences of a paragraph are linked best.
fn closest_paragraph(
    bundle: &Bundle,
    comparison: &Comparison,
    place: Place,
    article: ArticleIx,
) -> Option<Place> {
    let own = &bundle[place.article];
    let number = own.sentence(place.sentence)?.paragraph;
    let all = own.places().filter(|(_, it)| it.paragraph == number);
    let mut links: Vec<_> = all
        .flat_map(|(ix, _)| {
            let at = Place::new(place.article, SentenceIx(ix.0));
            comparison.counterparts(at, article)
        })
        .collect();
    links.sort_by(|(x, _), (y, _)| x.kind.cmp(&y.kind).then(y.score.total_cmp(&x.score)));
    links.first().map(|(_, at)| *at)
}
