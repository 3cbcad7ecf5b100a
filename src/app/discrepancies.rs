//! The discrepancies of a story, the surest and weightiest first as they were found: every reading
//! with who carries it and where.

use crate::{
    app::{
        signs::{Sign, sign},
        state::{
            app::App,
            ledger::{Content, Counted, Entry, Ledger, Matter},
        },
    },
    config::{settings::Signs, theme::Paint},
    geometry::{rich::Line, wrap},
    model::{
        bundle::Bundle,
        comparison::{Comparison, Differs, Discrepancy, DiscrepancyKind, Reading},
        index::{Place, StoryIx},
        ruling::{Judged, Verdict},
    },
    text::{cited::cited, safe, span::Span},
};

/// Readings named at the head of an entry.
pub(crate) const TITLED: usize = 6;
/// Columns of a reading in its title; its sentence below shows the whole.
pub(crate) const READING: u16 = 60;

/// Which of them are shown.
#[derive(Clone, Copy, PartialEq)]
enum Only {
    All,
    Sureness(Differs),
    Kind(DiscrepancyKind),
    /// What the reader said of it, or that nothing was said.
    Said(Option<Verdict>),
}

impl Only {
    fn every() -> Vec<Self> {
        let said = [None, Some(Verdict::Confirm), Some(Verdict::Dismiss)];
        let all = [Self::All].into_iter();
        let all = all.chain(Differs::ALL.map(Self::Sureness));
        let all = all.chain(DiscrepancyKind::ALL.map(Self::Kind));
        all.chain(said.map(Self::Said)).collect()
    }

    /// All, those that leave some out, and the chosen one, though it shows nothing any more.
    fn choices(found: &[(&Discrepancy, Option<Verdict>)], chosen: Self) -> Vec<Self> {
        let shows = |it: &Self| found.iter().any(|found| it.shows(*found));
        let sure = |it: &Self| matches!(it, Self::Sureness(_));
        let several = 1 < Self::every()
            .iter()
            .filter(|it| sure(it) && shows(it))
            .count();
        let judged = found.iter().any(|it| it.1.is_some());
        let leaves_out = |it: &Self| match it {
            Self::Sureness(_) => several,
            Self::Said(None) => judged,
            _ => true,
        };
        let offered = |it: &Self| *it == chosen || shows(it) && leaves_out(it);
        let mut all = Self::every();
        all.retain(offered);
        all
    }

    fn shows(&self, (it, said): (&Discrepancy, Option<Verdict>)) -> bool {
        let stands = said != Some(Verdict::Dismiss);
        match self {
            Self::All => true,
            Self::Sureness(differs) => stands && it.differs == *differs,
            Self::Kind(kind) => stands && it.kind == *kind,
            Self::Said(wanted) => said == *wanted,
        }
    }

    fn name(self) -> String {
        match self {
            Self::All => "all kinds".to_string(),
            Self::Sureness(how) => format!("{} ones", how.adjective()),
            Self::Kind(kind) => kind.name().to_string(),
            Self::Said(None) => "not judged yet".to_string(),
            Self::Said(Some(said)) => by_you(said).to_string(),
        }
    }
}

impl App {
    /// The ledger of differences in substance.
    pub(crate) fn discrepancies(
        &self,
        ledger: &Ledger,
        story: StoryIx,
        comparison: &Comparison,
    ) -> Content {
        let bundle = &self.known.bundle;
        let all: Vec<(&Discrepancy, Option<Verdict>)> = comparison.found().collect();
        let mut every = Only::every().into_iter();
        let only = every.find(|it| it.name() == ledger.only);
        let only = only.unwrap_or(Only::All);
        let filters = Only::choices(&all, only).into_iter().map(|it| {
            let many = all.iter().filter(|found| it.shows(**found)).count();
            (it.name(), many)
        });
        let filters: Vec<(String, usize)> = filters.collect();
        let counts = filters[1..]
            .iter()
            .map(|(name, many)| format!("{name} {many}").replace(' ', "\u{a0}"));
        let counts: Vec<String> = counts.collect();
        let shown = all.iter().filter(|it| only.shows(**it));
        Content {
            title: bundle[story].title.clone(),
            counted: Some(Counted {
                what: format!("Discrepancies, {}", only.name()),
                all: all.len(),
            }),
            head: vec![Line::new(counts.join("   "), Paint::Dim), Line::gap()],
            entries: shown
                .map(|it| entry(bundle, *it, self.settings.signs))
                .collect(),
            filters,
            empty: match only {
                Only::All => {
                    "The sources differ nowhere in substance, as far as rules can tell".to_string()
                }
                only => format!("No discrepancy, {}; f shows others", only.name()),
            },
            ..Content::default()
        }
    }
}

/// The title, then a line a place, with room for the sign of the one that Enter goes to, and the numbers
/// of its readings.
fn entry(bundle: &Bundle, (it, said): (&Discrepancy, Option<Verdict>), set: Signs) -> Entry {
    let differs = sign(Sign::Difference(it.differs), set);
    let mut title = match said {
        Some(said) => {
            let said = format!("{} {}: ", sign(Sign::ByYou, set), by_you(said));
            Line::new(said, Paint::Note)
        }
        None => Line::default(),
    };
    title = title
        .and(format!("{differs} {}", it.named()), Paint::Difference)
        .and("  ", Paint::Text);
    for (at, reading) in it.readings.iter().take(TITLED).enumerate() {
        let parted = if at == 0 { "" } else { "  |  " };
        title = title
            .and(parted, Paint::Dim)
            .and(format!("{} ", at + 1), Paint::Key)
            .and(shown(it, &reading.text), Paint::Title);
    }
    if let Some(more) = it.readings.len().checked_sub(TITLED).filter(|it| *it > 0) {
        title = title.and(format!("  and {more} more below"), Paint::Dim);
    }
    let mut lines = vec![title];
    let mut places = Vec::new();
    let mut readings = Vec::new();
    for (place, of, spans) in by_place(&it.readings) {
        let numbers: Vec<String> = of.iter().map(|at| (at + 1).to_string()).collect();
        lines.push(
            Line::new(format!("  {} ", numbers.join(",")), Paint::Key)
                .and(format!("{}: ", bundle.named(place.article)), Paint::Dim)
                .join(marked(bundle, place, &spans))
                .indented(2)
                .hanging(4),
        );
        places.push(place);
        readings.extend(of.first());
    }
    lines.push(Line::gap());
    Entry {
        lines,
        places,
        readings,
        first_place: Some(1),
        matter: Some(Matter::Discrepancy(Judged::of(it))),
        ..Entry::default()
    }
}

/// What the reader said, in words.
pub(crate) fn by_you(said: Verdict) -> &'static str {
    match said {
        Verdict::Confirm => "confirmed by you",
        Verdict::Dismiss => "dismissed by you",
    }
}

/// The sentences of all readings, each once, with the readings that it has and their words there in
/// order.
fn by_place(readings: &[Reading]) -> Vec<(Place, Vec<usize>, Vec<Span>)> {
    let mut found: Vec<(Place, Vec<usize>, Vec<Span>)> = Vec::new();
    let all = readings.iter().enumerate();
    for (of, (place, span)) in all.flat_map(|(of, it)| it.places.iter().map(move |at| (of, at))) {
        let at = found.iter().position(|it| it.0 == *place);
        let at = at.unwrap_or_else(|| {
            found.push((*place, Vec::new(), Vec::new()));
            found.len() - 1
        });
        let (_, numbers, spans) = &mut found[at];
        if numbers.last() != Some(&of) {
            numbers.push(of);
        }
        spans.push(*span);
    }
    found.iter_mut().for_each(|it| it.2.sort());
    found
}

/// The words of a reading, in quotation marks; what is said where there are none, in brackets. Where the
/// marks are what differs, words without them stay without.
pub(crate) fn shown(it: &Discrepancy, text: &str) -> String {
    match text {
        "" => format!("({})", it.kind.absent()),
        text if it.in_marks => match text.strip_prefix('“').and_then(|it| it.strip_suffix('”'))
        {
            Some(quoted) => format!("“{}”", wrap::cut(quoted, READING)),
            None => wrap::cut(text, READING),
        },
        text => cited(&wrap::cut(text, READING)),
    }
}

/// A sentence with the words of its reading marked: spans of the article's text, in order.
pub fn marked(bundle: &Bundle, place: Place, spans: &[Span]) -> Line {
    let article = &bundle[place.article];
    let Some(sentence) = article.sentence(place.sentence) else {
        return Line::default();
    };
    let text = article.text();
    let whole = sentence.span;
    let part = |from: usize, to: usize| {
        let words = Span::new(from, to).of(text);
        let one = safe::one_line(words).into_owned();
        let blank = |at: bool| if at { " " } else { "" };
        let before = blank(words.starts_with(char::is_whitespace));
        let after = blank(words.ends_with(char::is_whitespace) && !one.is_empty());
        format!("{before}{one}{after}")
    };
    let mut line = Line::default();
    let mut at = whole.start();
    // One that begins within another shows what it has beyond it.
    for span in spans {
        let (from, to) = (span.start().max(at), span.end());
        if from < to && to <= whole.end() {
            line = line.and(part(at, from), Paint::Text);
            line = line.and(part(from, to), Paint::Added);
            at = to;
        }
    }
    match at == whole.start() {
        true => Line::new(article.said(place.sentence), Paint::Text),
        false => line.and(part(at, whole.end()), Paint::Text),
    }
}
