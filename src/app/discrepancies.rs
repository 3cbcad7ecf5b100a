//! The discrepancies of a story, the surest and weightiest first as they were found: every reading
//! with who carries it and where.

use crate::{
    app::{
        signs::{Sign, sign},
        state::{
            app::App,
            ledger::{Content, Counted, Entry, Ledger},
        },
    },
    config::{settings::Signs, theme::Paint},
    geometry::{rich::Line, wrap},
    model::{
        bundle::Bundle,
        comparison::{Comparison, Differs, Discrepancy, DiscrepancyKind, Reading},
        index::{Place, StoryIx},
        ruling::Verdict,
    },
    text::{cited::cited, safe, span::Span},
};

/// Readings named at the head of an entry.
const TITLED: usize = 6;
/// Columns of a reading in its title; its sentence below shows the whole.
const READING: u16 = 60;

/// Which of them are shown.
#[derive(Clone, Copy)]
enum Only {
    All,
    Sureness(Differs),
    Kind(DiscrepancyKind),
    Judged(Option<Verdict>),
}

/// What the reader can have said of one.
const VERDICTS: [Option<Verdict>; 3] = [None, Some(Verdict::Confirm), Some(Verdict::Dismiss)];

impl Only {
    /// All that leave some out, and all.
    fn choices(all: &[(&Discrepancy, Option<Verdict>)]) -> Vec<Self> {
        let some = |it: &Self| all.iter().any(|found| it.shows(*found));
        let sureness = Differs::ALL.map(Self::Sureness);
        let mut sureness: Vec<Self> = sureness.into_iter().filter(some).collect();
        if sureness.len() == 1 {
            sureness.clear(); // all of them
        }
        let kinds = DiscrepancyKind::ALL.map(Self::Kind);
        let kinds = kinds.into_iter().filter(some);
        let both = [Self::All].into_iter().chain(sureness);
        let mut all: Vec<Self> = both.chain(kinds).collect();
        let judged = VERDICTS.map(Self::Judged);
        let mut judged: Vec<Self> = judged.into_iter().filter(some).collect();
        if judged.len() == 1 && matches!(judged[0], Self::Judged(None)) {
            judged.clear(); // nothing was judged
        }
        all.extend(judged);
        all
    }

    fn shows(&self, (it, verdict): (&Discrepancy, Option<Verdict>)) -> bool {
        let stands = verdict != Some(Verdict::Dismiss);
        match self {
            Self::All => true,
            Self::Sureness(differs) => stands && it.differs == *differs,
            Self::Kind(kind) => stands && it.kind == *kind,
            Self::Judged(said) => verdict == *said,
        }
    }

    fn name(self) -> String {
        match self {
            Self::All => "all kinds".to_string(),
            Self::Sureness(how) => format!("{} ones", how.adjective()),
            Self::Kind(kind) => kind.name().to_string(),
            Self::Judged(None) => "not judged yet".to_string(),
            Self::Judged(Some(said)) => verdict(said).to_string(),
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
        let title = &bundle[story].title;
        let all = comparison.found().map(|it| (it, comparison.verdict(it)));
        let all: Vec<(&Discrepancy, Option<Verdict>)> = all.collect();
        let choices = Only::choices(&all);
        let only = choices.get(ledger.only).copied().unwrap_or(Only::All);
        let shown = all.iter().enumerate().filter(|(_, it)| only.shows(**it));
        let told = only.name();
        let filters = choices.iter().map(|it| {
            let many = all.iter().filter(|found| it.shows(**found)).count();
            (it.name(), many)
        });
        let filters: Vec<(String, usize)> = filters.collect();
        let counts = filters[1..]
            .iter()
            .map(|(name, many)| format!("{name} {many}").replace(' ', "\u{a0}"));
        let counts: Vec<String> = counts.collect();
        Content {
            title: title.clone(),
            counted: Some(Counted {
                what: format!("Discrepancies, {told}"),
                all: all.len(),
            }),
            head: vec![Line::new(counts.join("   "), Paint::Dim), Line::gap()],
            entries: shown
                .map(|(at, it)| Entry {
                    discrepancy: Some(at),
                    ..entry(bundle, *it, self.settings.signs)
                })
                .collect(),
            filters,
            empty: "The sources differ nowhere in substance, as far as rules can tell".to_string(),
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
            let by_you = format!("{} {}: ", sign(Sign::ByYou, set), verdict(said));
            Line::new(by_you, Paint::Note)
        }
        None => Line::default(),
    };
    title = title.and(format!("{differs} {}  ", it.named()), Paint::Difference);
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
        ..Entry::default()
    }
}

/// What the reader said, in words.
pub(crate) fn verdict(said: Verdict) -> &'static str {
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
