//! One command, carried out: first what works everywhere, then what the topmost screen makes of it.

use crate::{
    app::{
        effect::Effect,
        jump::Way,
        state::{
            app::{App, Screen},
            ledger::About,
            overlay::{Asks, Overlay},
        },
    },
    config::theme::THEMES,
    input::command::Command,
    model::index::Place,
};

impl App {
    /// Carries out a command; one that makes no sense here does nothing.
    pub fn update(&mut self, command: Command) {
        if matches!(self.overlay, Some(Overlay::Text(_))) {
            if self.update_box(command) {
                return;
            }
            if !everywhere(command) {
                return;
            }
            self.overlay = None;
        }
        let done = match self.screens.last() {
            None => self.update_stories(command),
            Some(Screen::Compare(_)) => self.update_compare(command),
            Some(Screen::Ledger(_)) => {
                self.update_ledger(command)
                    || self.update_note(command)
                    || self.update_decision(command)
                    || self.update_judged(command)
            }
        };
        if !done {
            self.update_everywhere(command);
        }
        self.settle();
    }

    fn update_compare(&mut self, command: Command) -> bool {
        match command {
            Command::Open => self.open_diff(),
            Command::ParagraphDiff => self.open_paragraph_diff(),
            Command::NextPane | Command::Right => self.turn_focus(Way::On),
            Command::PreviousPane | Command::Left => self.turn_focus(Way::Back),
            Command::Pane1 => self.focus_pane(0),
            Command::Pane2 => self.focus_pane(1),
            Command::Pane3 => self.focus_pane(2),
            Command::Pane4 => self.focus_pane(3),
            Command::Pane5 => self.focus_pane(4),
            Command::Pane6 => self.focus_pane(5),
            Command::NextCarrier => self.next_carrier(Way::On),
            Command::PreviousCarrier => self.next_carrier(Way::Back),
            Command::JumpBack => self.jump_along(Way::Back),
            Command::JumpForward => self.jump_along(Way::On),
            Command::ChooseSource => self.open_sources(),
            Command::Search => self.prompt(Asks::Search),
            Command::NextMatch => self.next_hit(true),
            Command::PreviousMatch => self.next_hit(false),
            Command::Select => self.select(),
            Command::Why => self.open_why(),
            Command::ReadSeen => self.read_seen(),
            Command::Pin => self.pin(),
            Command::Forbid => self.forbid(),
            Command::DismissHere => self.dismiss_here(),
            Command::ReadOmission => self.open_omission(),
            Command::CopySentence | Command::CopyParagraph | Command::CopyLink => {
                self.copy(command);
            }
            other => return self.go(other) || self.arrange(other) || self.annotate(other),
        }
        true
    }

    fn update_everywhere(&mut self, command: Command) {
        match command {
            Command::Help => self.open_help(),
            Command::Palette => self.open_palette(),
            Command::Back => self.back(),
            Command::Close if self.screens.is_empty() => self.ask(Effect::Quit),
            Command::Close => self.pop_screen(),
            Command::Quit => self.ask(Effect::Quit),
            Command::Search => self.prompt(Asks::Texts),
            Command::FilterStories => self.prompt(Asks::StoryFilter),
            Command::GoStories => self.pop_all(),
            Command::AnnotateStory => self.annotate_story(),
            Command::Export if self.book.notes.is_empty() => {
                let keys = self.settings.keymap.keys_of(Command::AnnotateSentence);
                let how = keys
                    .first()
                    .map(|key| format!("; in the panes {key} begins one"));
                let how = how.unwrap_or_default();
                self.warn(format!("There are no notes to write yet{how}"));
            }
            Command::Export => self.prompt(Asks::ExportPath),
            Command::Undo => self.undo(false),
            Command::Redo => self.undo(true),
            Command::GoCompare => self.go_compare(),
            Command::GoSources => self.open_ledger(About::Sources),
            Command::GoClaims => self.open_ledger(About::Claims),
            Command::GoDiscrepancies => self.open_ledger(About::Discrepancies),
            Command::GoOrigins => self.open_ledger(About::Origins),
            Command::GoNotes => self.open_ledger(About::Notes),
            Command::GoDecisions => self.open_ledger(About::Decisions),
            Command::Dropped => self.open_dropped(),
            Command::ToggleMouse => self.toggle_mouse(),
            Command::NextTheme => self.next_theme(),
            Command::Redraw => {
                self.ask(Effect::Redraw);
                self.centre();
            }
            Command::Suspend => self.ask(Effect::Suspend),
            _ => (),
        }
    }

    /// Esc takes back one thing: a selection, a search, a filter, a zoom, a screen. It never
    /// leaves the program.
    fn back(&mut self) {
        if let Some(compare) = self.compare_mut() {
            let ended = compare.selection.take().is_some() || compare.linking.take().is_some();
            if ended || compare.search.take().is_some() {
                return;
            }
            if compare.zoomed {
                compare.zoomed = false;
                return;
            }
        }
        if let Some(Screen::Ledger(ledger)) = self.screens.last_mut()
            && !(ledger.filter.is_empty() && ledger.facets.is_empty())
        {
            return self.widen_ledger();
        }
        if !self.screens.is_empty() {
            return self.pop_screen();
        }
        if self.stories.texts.is_some() {
            self.look_up("");
        } else if self.stories.filter.is_empty() {
            self.say("This is the story list; q leaves");
        } else {
            self.stories.filter.clear();
            self.filter_stories();
        }
    }

    fn pop_screen(&mut self) {
        self.keep_layout();
        self.screens.pop();
        self.refresh_ledger();
        self.ask(Effect::KeepSession);
    }

    fn pop_all(&mut self) {
        while !self.screens.is_empty() {
            self.keep_layout();
            self.screens.pop();
        }
    }

    fn go_compare(&mut self) {
        let open = |it: &Screen| matches!(it, Screen::Compare(_));
        match (self.screens.iter().rposition(open), self.story()) {
            (Some(at), _) => self.screens.truncate(at + 1),
            (None, Some(story)) => self.open_story(story),
            (None, None) => self.warn("Choose a story first"),
        }
    }

    fn select(&mut self) {
        let Some(compare) = self.compare_mut() else {
            return;
        };
        let cursor = compare.focused().cursor;
        compare.selection = match compare.selection {
            Some(_) => None,
            None => Some(cursor),
        };
        if compare.selection.is_some() {
            self.say("Selecting: move to the last sentence, then annotate; Esc ends it");
        }
    }

    fn copy(&mut self, command: Command) {
        let Some(compare) = self.compare() else {
            return;
        };
        let article = &self.known.bundle[compare.focused().article];
        let (from, to) = compare.selected();
        let place = compare.place();
        let source = article.source();
        let effect = match command {
            Command::CopyLink => match &article.meta().url {
                Some(url) => Effect::Copy {
                    text: url.clone(),
                    what: "the link",
                },
                None => return self.warn(format!("{source} came without a link")),
            },
            Command::CopyParagraph => Effect::Copy {
                text: format!("{} ({source})", self.paragraph_at(place)),
                what: "the paragraph",
            },
            _ => {
                let said: Vec<_> = (from.0..=to.0)
                    .map(|at| article.said(crate::model::index::SentenceIx(at)))
                    .collect();
                Effect::Copy {
                    text: format!("{} ({source})", said.join(" ")),
                    what: "the sentence",
                }
            }
        };
        self.ask(effect);
    }

    fn paragraph_at(&self, place: Place) -> String {
        crate::app::boxes::paragraph(&self.known.bundle, place)
    }

    fn toggle_mouse(&mut self) {
        self.pointer.taken = !self.pointer.taken;
        self.ask(Effect::Mouse(self.pointer.taken));
        self.say(match self.pointer.taken {
            true => "The mouse is ours: click, wheel, drag the lines between panes",
            false => "The mouse is the terminal's: select and copy as usual",
        });
    }

    fn next_theme(&mut self) {
        let at = THEMES
            .iter()
            .position(|(name, _)| *name == self.settings.theme);
        let next = at.map_or(0, |at| (at + 1) % THEMES.len());
        self.settings.theme = THEMES[next].0.to_string();
        self.kept.theme = Some(self.settings.theme.clone());
        self.ask(Effect::Theme);
        self.say(format!("Colours: {}", self.settings.theme));
    }
}

/// Commands that a box lets through, closing itself.
fn everywhere(command: Command) -> bool {
    use Command::*;
    let view = matches!(
        command,
        GoStories
            | GoCompare
            | GoSources
            | GoClaims
            | GoDiscrepancies
            | GoOrigins
            | GoNotes
            | GoDecisions
    );
    let always = matches!(
        command,
        Help | Palette | Quit | Redraw | Suspend | ToggleMouse
    );
    view || always
}
