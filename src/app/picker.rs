//! A list to pick from, narrowed by typing: the help, the palette, the sources of a pane.

use nucleo_matcher::{Config, Matcher};

use crate::{
    app::{
        overlay::{Overlay, typed},
        state::App,
        stories::{pattern, score},
    },
    input::{
        command::{COMMANDS, Command, SCOPES, Scope},
        key::{Code, Key},
    },
    model::index::ArticleIx,
};

/// What picking an item does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    Run(Command),
    Source(ArticleIx),
}

/// One line of the list. A line that picks nothing is a heading, or tells something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub left: String,
    pub right: String,
    pub pick: Option<Pick>,
}

/// The list and what was typed.
#[derive(Debug)]
pub struct Picker {
    pub title: String,
    pub query: String,
    items: Vec<Item>,
    /// Positions in `items`, in the order shown.
    shown: Vec<usize>,
    pub at: usize,
    pub top: usize,
}

impl Picker {
    pub fn new(title: impl Into<String>, items: Vec<Item>) -> Self {
        let mut picker = Self {
            title: title.into(),
            query: String::new(),
            shown: Vec::new(),
            items,
            at: 0,
            top: 0,
        };
        picker.narrow();
        picker
    }

    /// The items shown, in order.
    pub fn shown(&self) -> impl Iterator<Item = &Item> {
        self.shown.iter().map(|at| &self.items[*at])
    }

    fn current(&self) -> Option<&Item> {
        self.shown.get(self.at).map(|at| &self.items[*at])
    }

    /// Everything where nothing was typed, else what fits, the best first.
    fn narrow(&mut self) {
        let all = 0..self.items.len();
        if self.query.is_empty() {
            self.shown = all.collect();
        } else {
            let pattern = pattern(&self.query);
            let mut matcher = Matcher::new(Config::DEFAULT);
            let mut found: Vec<(u32, usize)> = all
                .filter(|at| self.items[*at].pick.is_some())
                .filter_map(|at| {
                    let item = &self.items[at];
                    let told = format!("{} {}", item.left, item.right);
                    Some((score(&pattern, &told, &mut matcher)?, at))
                })
                .collect();
            found.sort_by(|(x, at_x), (y, at_y)| y.cmp(x).then(at_x.cmp(at_y)));
            self.shown = found.into_iter().map(|(_, at)| at).collect();
        }
        self.at = 0;
        self.top = 0;
        self.onto_a_pick(true);
    }

    /// Moves off lines that pick nothing, where there is another to go to.
    fn onto_a_pick(&mut self, forward: bool) {
        let picks = |at: &usize| {
            let item = self.shown.get(*at).map(|it| &self.items[*it]);
            item.is_some_and(|it| it.pick.is_some())
        };
        let below = (self.at..self.shown.len()).find(picks);
        let above = (0..self.at).rev().find(picks);
        let found = if forward {
            below.or(above)
        } else {
            above.or(below)
        };
        self.at = match picks(&self.at) {
            true => self.at,
            false => found.unwrap_or(0),
        };
    }

    fn step(&mut self, by: isize) {
        let last = self.shown.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
        self.onto_a_pick(0 < by);
    }

    /// Keeps the cursor in view; `height` in rows of items.
    pub(crate) fn settle(&mut self, height: u16) {
        let height = usize::from(height).max(1);
        let lowest = (self.at + 1).saturating_sub(height);
        // Headings above the first item stay in view with it.
        let headed = lowest == 0 && self.shown().take(self.at).all(|it| it.pick.is_none());
        let highest = if headed { 0 } else { self.at };
        self.top = self.top.clamp(lowest, highest);
    }
}

impl App {
    /// All keys of the screen, in the order of the table.
    pub(crate) fn open_help(&mut self) {
        let scope = self.scope();
        let mut items = legend(scope);
        for info in SCOPES {
            if info.scope != scope && info.scope != Scope::Everywhere {
                continue;
            }
            items.push(heading(info.title));
            items.extend(self.commands(info.scope).map(|command| Item {
                left: self.settings.keymap.keys_of(command).join(", "),
                right: command.info().doc.to_string(),
                pick: Some(Pick::Run(command)),
            }));
        }
        let title = "Keys: type to search, Enter runs, Esc closes";
        self.overlay = Some(Overlay::Picker(Picker::new(title, items)));
        self.settle_overlay();
    }

    /// All commands that make sense here, by name.
    pub(crate) fn open_palette(&mut self) {
        let here = self.commands(self.scope());
        let items = here.chain(self.commands(Scope::Everywhere)).map(|command| {
            let info = command.info();
            let keys = self.settings.keymap.keys_of(command).join(", ");
            Item {
                left: info.name.replace('_', " "),
                right: format!("{}  {keys}", info.doc),
                pick: Some(Pick::Run(command)),
            }
        });
        let picker = Picker::new("Commands: type a name, Enter runs", items.collect());
        self.overlay = Some(Overlay::Picker(picker));
        self.settle_overlay();
    }

    fn commands(&self, scope: Scope) -> impl Iterator<Item = Command> + use<> {
        let table = COMMANDS.iter().filter(move |it| it.scope == scope);
        table.map(|it| it.command)
    }

    /// The sources of the story, for the focused pane.
    pub(crate) fn open_sources(&mut self) {
        let Some(compare) = self.compare() else {
            return;
        };
        let bundle = &self.known.bundle;
        let items = bundle[compare.story].articles().iter().map(|ix| {
            let pane = compare.panes.iter().position(|it| it.article == *ix);
            let pane = pane.map_or(String::new(), |at| format!("  (pane {})", at + 1));
            Item {
                left: bundle[*ix].source().to_string(),
                right: format!("{}{pane}", bundle[*ix].title()),
                pick: Some(Pick::Source(*ix)),
            }
        });
        let picker = Picker::new("Source of this pane", items.collect());
        self.overlay = Some(Overlay::Picker(picker));
        self.settle_overlay();
    }

    /// A key while a picker is open.
    pub(crate) fn press_picker(&mut self, key: Key) {
        let page = isize::try_from(self.box_inside().height).unwrap_or(10);
        let Some(Overlay::Picker(picker)) = &mut self.overlay else {
            return;
        };
        match (key.code, key.held.ctrl) {
            (Code::Esc, _) | (Code::Char('c'), true) => self.overlay = None,
            (Code::Enter, _) => {
                let pick = picker.current().and_then(|it| it.pick);
                self.overlay = None;
                match pick {
                    Some(Pick::Run(command)) => self.update(command),
                    Some(Pick::Source(article)) => self.choose(article),
                    None => (),
                }
            }
            (Code::Down | Code::Tab, _) | (Code::Char('n' | 'j'), true) => picker.step(1),
            (Code::Up, _) | (Code::Char('p' | 'k'), true) => picker.step(-1),
            (Code::PageDown, _) => picker.step(page),
            (Code::PageUp, _) => picker.step(-page),
            _ if typed(&mut picker.query, key) => picker.narrow(),
            _ => (),
        }
        self.settle();
    }
}

fn heading(title: &str) -> Item {
    Item {
        left: String::new(),
        right: title.to_string(),
        pick: None,
    }
}

/// What the signs in the gutter mean, for the help of the compare screen.
fn legend(scope: Scope) -> Vec<Item> {
    if scope != Scope::Compare {
        return Vec::new();
    }
    let sign = |sign: &str, means: &str| Item {
        left: sign.to_string(),
        right: means.to_string(),
        pick: None,
    };
    vec![
        heading("Signs beside a sentence"),
        sign("=", "shared word for word"),
        sign("≈ (%)", "shared with edited wording"),
        sign("~", "the same claim in other words"),
        sign("÷ (:)", "shared in part"),
        sign("◇ (*)", "only this source has it"),
        sign(
            "≠ (!)",
            "sources differ in substance: a number, name, date, quote …",
        ),
        sign("? ", "ambiguous: another sentence fits about as well"),
        sign("† (+)", "there is a note"),
        sign(
            "… (^)",
            "others tell something here that this source leaves out",
        ),
    ]
}
