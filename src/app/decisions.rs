//! The list of the reader's decisions: what was decided, about what, and whether it holds in what is
//! open now. Each can be taken back.

use crate::{
    app::{
        signs::{Sign, sign},
        state::{
            app::App,
            ledger::{Content, Entry, Matter},
        },
    },
    config::theme::Paint,
    geometry::rich::Line,
    input::command::Command,
    model::{
        decision::{Decided, Decision},
        grouping::Grouping,
        index::{Place, SentenceIx},
        note::{Cited, Target},
        ruling::{Judged, Ruling, Verdict},
    },
    store::decided::Standing,
    text::cited::cited,
};

/// Articles of a story that are listed; the rest is counted.
const SHOWN: usize = 2;

impl App {
    /// All decisions, the newest last.
    pub(crate) fn decision_list(&self) -> Content {
        let made = self.book.standing();
        Content {
            title: format!("Your decisions: {}", self.book.notes.decisions().len()),
            head: Vec::new(),
            entries: made
                .map(|(it, standing)| self.entry_of(it, standing))
                .collect(),
            empty: "No decisions yet. In the story list: x splits, m merges. In the panes: L \
                    links two sentences, F forbids a link, x dismisses a discrepancy; in the list of \
                    these c confirms one."
                .to_string(),
            ..Content::default()
        }
    }

    fn entry_of(&self, decided: &Decided, standing: &Standing) -> Entry {
        let mark = sign(Sign::ByYou, self.settings.signs);
        let day = decided.at.get(..10).unwrap_or_default();
        let title = Line::new(format!("{mark} "), Paint::Note)
            .and(named(&decided.decision), Paint::Title)
            .and(format!("  {day}"), Paint::Dim);
        let title = match (&decided.decision, self.home(standing)) {
            (Decision::Link(..) | Decision::Judge(..), Some(story)) => {
                title.and(format!("  in {story}"), Paint::Dim)
            }
            _ => title,
        };
        let title = match standing {
            Standing::Idle(why) => title.and(format!("  (does not hold: {why})"), Paint::Warning),
            Standing::Judge(_, judged) if self.finds(judged) == Some(false) => {
                let why = "no such discrepancy is found now, or it has another reading";
                title.and(format!("  (does not hold: {why})"), Paint::Warning)
            }
            _ => title,
        };
        let mut lines = vec![title];
        lines.extend(
            about(&decided.decision)
                .into_iter()
                .map(|it| it.indented(2)),
        );
        lines.push(Line::gap());
        Entry {
            lines,
            places: places(standing),
            nowhere: idle(standing),
            matter: Some(Matter::Decision(decided.id.clone())),
            ..Entry::default()
        }
    }

    /// The headline of the story that it is about, where that is open.
    fn home(&self, standing: &Standing) -> Option<&str> {
        let article = places(standing).first()?.article;
        let bundle = &self.known.bundle;
        Some(&bundle[bundle.story_of(article)?].title)
    }

    /// Whether what was judged is found, as far as that is known.
    fn finds(&self, judged: &Judged<Place>) -> Option<bool> {
        let (_, place) = judged.readings.first()?;
        let story = self.known.bundle.story_of(place.article)?;
        let comparison = self.known.comparison(story)?;
        Some(comparison.found().any(|(it, _)| judged.is(it)))
    }

    /// Takes the ledger's decision back; false where the command is another.
    pub(crate) fn update_decision(&mut self, command: Command) -> bool {
        match (command, self.matter()) {
            (Command::Revoke, Some(Matter::Decision(id))) => self.revoke(id.clone()),
            _ => return false,
        }
        true
    }
}

fn named(decision: &Decision) -> &'static str {
    match decision {
        Decision::Group(Grouping::Split { .. }) => "Split off a story",
        Decision::Group(Grouping::Merge { .. }) => "Merged stories",
        Decision::Link(Ruling::Pin, _) => "A link",
        Decision::Link(Ruling::Forbid, _) => "No link",
        Decision::Judge(Verdict::Confirm, _) => "Confirmed a discrepancy",
        Decision::Judge(Verdict::Dismiss, _) => "Dismissed a discrepancy",
    }
}

/// What was decided about, a line each.
fn about(decision: &Decision) -> Vec<Line> {
    match decision {
        Decision::Group(grouping) => {
            let (one, other) = grouping.sides();
            let (first, second) = match grouping {
                Grouping::Split { .. } => ("apart: ", "from: "),
                Grouping::Merge { .. } => ("this: ", "with: "),
            };
            [all(first, one), all(second, other)].concat()
        }
        Decision::Link(_, pair) => vec![words(&pair.0), words(&pair.1)],
        Decision::Judge(_, judged) => {
            let line = Line::new(format!("{}: ", judged.kind.name()), Paint::Dim);
            let head = line.and(readings(judged), Paint::Difference);
            let said = judged.readings.iter().map(|(_, it)| words(it));
            std::iter::once(head).chain(said).collect()
        }
    }
}

/// The readings of what was judged, side by side.
pub(crate) fn readings(judged: &Judged<Target>) -> String {
    let told = judged.readings.iter().map(|(text, _)| match text.as_str() {
        "" => format!("({})", judged.kind.absent()),
        text => cited(text),
    });
    told.collect::<Vec<_>>().join(" | ")
}

/// Articles of one side: a few, and how many more.
fn all(label: &str, side: &[Cited]) -> Vec<Line> {
    let mut lines: Vec<Line> = side
        .iter()
        .take(SHOWN)
        .map(|it| article(label, it))
        .collect();
    if SHOWN < side.len() {
        let more = format!("and {} more", side.len() - SHOWN);
        lines.push(Line::new(label, Paint::Dim).and(more, Paint::Dim));
    }
    lines
}

fn article(label: &str, it: &Cited) -> Line {
    Line::new(label, Paint::Dim)
        .and(format!("{}  ", it.source), Paint::Text)
        .and(it.title.as_str(), Paint::Dim)
}

fn words(it: &Target) -> Line {
    Line::new(format!("{}: ", it.article.source), Paint::Dim).and(cited(&it.exact), Paint::Text)
}

/// Why there is nowhere to go to.
fn idle(standing: &Standing) -> Option<String> {
    match standing {
        Standing::Idle(why) => Some(format!(
            "This decision does not hold in what is open: {why}"
        )),
        _ => None,
    }
}

/// Where it holds.
fn places(standing: &Standing) -> Vec<Place> {
    match standing {
        Standing::Link(_, a, b) => vec![*a, *b],
        Standing::Judge(_, judged) => judged.readings.iter().map(|it| it.1).collect(),
        Standing::Group(grouping) => {
            let (one, other) = grouping.sides();
            let all = one.iter().chain(other);
            all.map(|it| Place::new(*it, SentenceIx(0))).collect()
        }
        Standing::Idle(_) => Vec::new(),
    }
}
