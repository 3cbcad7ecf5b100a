//! The list of the reader's decisions: what was decided, about what, and whether it holds in what is
//! open now. Each can be taken back.

use crate::{
    app::{
        effect::{Cause, Effect},
        signs::{Sign, sign},
        state::{
            app::{App, Screen},
            ledger::{Content, Entry},
        },
    },
    config::theme::Paint,
    geometry::rich::Line,
    input::command::Command,
    model::{
        decision::{Cited, Decided, Decision, DecisionId},
        grouping::Grouping,
        index::{Place, SentenceIx},
        note::{Change, Target},
        ruling::Ruling,
    },
    store::decided::Standing,
};

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
                    links two sentences, F forbids a link."
                .to_string(),
        }
    }

    fn entry_of(&self, decided: &Decided, standing: &Standing) -> Entry {
        let mark = sign(Sign::ByYou, self.settings.signs);
        let day = decided.at.get(..10).unwrap_or_default();
        let title = Line::new(format!("{mark} "), Paint::Note)
            .and(format!("{}  ", named(&decided.decision)), Paint::Title)
            .and(format!("{day}  {}", decided.id), Paint::Dim);
        let title = match standing {
            Standing::Idle(why) => title.and(format!("  (does not hold: {why})"), Paint::Warning),
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
            key: Some(decided.id.0.clone()),
            facets: Vec::new(),
        }
    }

    /// Takes the ledger's decision back; false where the command is another.
    pub(crate) fn update_decision(&mut self, command: Command) -> bool {
        let key = match self.screens.last() {
            Some(Screen::Ledger(ledger)) => ledger.current().and_then(|it| it.key.clone()),
            _ => None,
        };
        match (command, key) {
            (Command::Revoke, Some(id)) => self.ask(Effect::Record {
                change: Change::Revoke(DecisionId(id)),
                cause: Cause::Made,
            }),
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
            let all = |label: &'static str, it: &[Cited]| {
                it.iter()
                    .map(move |it| article(label, it))
                    .collect::<Vec<_>>()
            };
            [all(first, one), all(second, other)].concat()
        }
        Decision::Link(_, pair) => vec![words(&pair.0), words(&pair.1)],
    }
}

fn article(label: &str, it: &Cited) -> Line {
    Line::new(label, Paint::Dim)
        .and(format!("{}  ", it.source), Paint::Text)
        .and(it.title.as_str(), Paint::Dim)
}

fn words(it: &Target) -> Line {
    Line::new(format!("{}: ", it.source), Paint::Dim).and(format!("“{}”", it.exact), Paint::Text)
}

/// Where it holds.
fn places(standing: &Standing) -> Vec<Place> {
    match standing {
        Standing::Link(_, a, b) => vec![*a, *b],
        Standing::Group(grouping) => {
            let (one, other) = grouping.sides();
            let all = one.iter().chain(other);
            all.map(|it| Place::new(*it, SentenceIx(0))).collect()
        }
        Standing::Idle(_) => Vec::new(),
    }
}
