//! A list to pick from, narrowed by typing: the help, the palette, the sources of a pane.

use crate::{
    app::{
        signs::{Sign, sign},
        state::{
            app::App,
            overlay::{Overlay, typed},
            picker::{Item, Pick, Picker},
        },
    },
    config::settings::Signs,
    input::{
        command::{COMMANDS, Command, SCOPES, Scope},
        key::{Code, Key},
    },
    model::{
        comparison::{Differs, LinkKind},
        index::ArticleIx,
        ruling::{Ruling, Verdict},
    },
};

/// Columns that the keys of a command take at most among the commands, but where they are more.
const KEYS: usize = 14;

impl App {
    /// All keys of the screen, in the order of the table.
    pub(crate) fn open_help(&mut self) {
        let scope = self.scope();
        let mut items = legend(scope, self.settings.signs);
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
        self.overlay = Some(Overlay::Picker(Picker::new(title, items).of_keys()));
        self.settle_overlay();
    }

    /// All commands that make sense here, by name.
    pub(crate) fn open_palette(&mut self) {
        let here = self.commands(self.scope());
        let keys = |it: Command| {
            let all = self.settings.keymap.keys_of(it);
            let together = all.join(", ");
            match together.chars().count() <= KEYS {
                true => together,
                false => all.into_iter().next().unwrap_or_default(),
            }
        };
        let all = here.chain(self.commands(Scope::Everywhere));
        let all: Vec<(Command, String)> = all.map(|it| (it, keys(it))).collect();
        let widths = all.iter().map(|it| it.1.chars().count());
        let wide = widths.max().unwrap_or(0).min(KEYS);
        let items = all.into_iter().map(|(command, keys)| {
            let info = command.info();
            Item {
                left: info.name.replace('_', " "),
                right: format!("{keys:<wide$}  {}", info.doc),
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
                left: bundle.named(*ix).to_string(),
                right: format!("{}{pane}", bundle[*ix].headline()),
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
                let picks = picker.picks();
                self.overlay = None;
                self.picked(picks);
            }
            (Code::Tab, _) if picker.several => picker.mark(),
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

impl App {
    fn picked(&mut self, picks: Vec<Pick>) {
        let split: Vec<ArticleIx> = picks
            .iter()
            .filter_map(|it| match it {
                Pick::SplitOff(article) => Some(*article),
                _ => None,
            })
            .collect();
        match picks.into_iter().next() {
            Some(Pick::Run(command)) => self.update(command),
            Some(Pick::Source(article)) => self.choose(article),
            Some(Pick::SplitOff(_)) => self.split_off(split),
            Some(Pick::MergeWith(story)) => self.merge_with(story),
            Some(Pick::Forbid(a, b)) => self.rule(Ruling::Forbid, a, b),
            Some(Pick::Dismiss(it)) => self.judge(Verdict::Dismiss, &it),
            Some(Pick::Discard(key)) => self.discard_draft(&key),
            Some(Pick::Only(only)) => self.show_only(&only),
            Some(Pick::Facet(facet)) => self.narrow_to(facet),
            Some(Pick::Anchor(id, target, at)) => self.anchor_at(&id, target, at),
            Some(Pick::Seen(id, at)) => self.show_seen(&id, at),
            Some(Pick::EditNote(id)) => self.edit_note(&id),
            Some(Pick::Note(id)) => self.go_to_note(&id),
            None => (),
        }
    }
}

pub(crate) fn heading(title: &str) -> Item {
    Item {
        left: String::new(),
        right: title.to_string(),
        pick: None,
    }
}

/// What the signs in the gutter mean, for the help of the compare screen.
fn legend(scope: Scope, set: Signs) -> Vec<Item> {
    if scope != Scope::Compare {
        return Vec::new();
    }
    let of = |it: Sign, means: &str| Item {
        left: sign(it, set).to_string(),
        right: means.to_string(),
        pick: None,
    };
    let shared = |it: LinkKind, means: &str| of(Sign::Shared(it), means);
    let differs = |it: Differs, means: &str| of(Sign::Difference(it), means);
    vec![
        heading("Signs beside a sentence"),
        shared(LinkKind::Verbatim, "shared word for word"),
        shared(LinkKind::Edited, "shared with edited wording"),
        shared(LinkKind::Paraphrase, "the same claim in other words"),
        shared(LinkKind::Partial, "shared in part"),
        of(Sign::OnlyHere, "only this source has it"),
        differs(
            Differs::Surely,
            "sources differ in substance: a number, name, date, quote …",
        ),
        differs(
            Differs::Possibly,
            "they may differ, or tell of two things: read both",
        ),
        differs(
            Differs::Slightly,
            "told more fully or in another form; not in the panes",
        ),
        Item {
            left: "?".to_string(),
            right: "ambiguous: another sentence fits about as well".to_string(),
            pick: None,
        },
        of(Sign::Note, "there is a note"),
        of(Sign::Seen, "these words were noted in another article"),
        of(
            Sign::ByYou,
            "you decided about a link or a discrepancy here",
        ),
        of(
            Sign::Omission,
            "others tell something here that this source leaves out",
        ),
    ]
}
