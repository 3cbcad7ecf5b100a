//! What the reader sees and where the cursor stands; changed only by `App::update`.

use crate::{
    input::{
        command::{Command, Scope},
        key::Key,
        keymap::{Keymap, Lookup},
    },
    model::index::StoryIx,
};

/// One screen at a time: a row cursor cannot exist without an open story.
#[derive(Debug, PartialEq, Eq)]
pub enum Screen {
    List,
    Compare { row: usize },
}

#[derive(Debug)]
pub struct App {
    pub screen: Screen,
    pub story: StoryIx,
    pub help: bool,
    pressed: Vec<Key>,
}

/// What the world outside has to do; the app itself never does it.
#[derive(Debug, PartialEq, Eq)]
pub enum Effect {
    Quit,
}

impl Default for App {
    fn default() -> Self {
        Self {
            screen: Screen::List,
            story: StoryIx(0),
            help: false,
            pressed: Vec::new(),
        }
    }
}

impl App {
    pub fn scope(&self) -> Scope {
        match self.screen {
            Screen::List => Scope::List,
            Screen::Compare { .. } => Scope::Compare,
        }
    }

    pub fn press(&mut self, key: Key, keymap: &Keymap) -> Option<Effect> {
        self.pressed.push(key);
        let found = keymap.lookup(self.scope(), &self.pressed);
        if found != Lookup::Pending {
            self.pressed.clear();
        }
        match found {
            Lookup::Run(command) => self.update(command),
            Lookup::Pending | Lookup::None => None,
        }
    }

    pub fn update(&mut self, command: Command) -> Option<Effect> {
        match (command, &mut self.screen) {
            (Command::Quit, _) => return Some(Effect::Quit),
            (Command::Help, _) => self.help = !self.help,
            (Command::ListDown, Screen::List) => self.story.0 += 1,
            (Command::ListUp, Screen::List) => self.story.0 = self.story.0.saturating_sub(1),
            (Command::OpenStory, Screen::List) => self.screen = Screen::Compare { row: 0 },
            (Command::RowDown, Screen::Compare { row }) => *row += 1,
            (Command::RowUp, Screen::Compare { row }) => *row = row.saturating_sub(1),
            (Command::FirstRow, Screen::Compare { row }) => *row = 0,
            (Command::CloseStory, Screen::Compare { .. }) => self.screen = Screen::List,
            // A command of another screen: the palette offers none, a key reaches none.
            (
                Command::ListDown
                | Command::ListUp
                | Command::OpenStory
                | Command::RowDown
                | Command::RowUp
                | Command::FirstRow
                | Command::CloseStory,
                _,
            ) => (),
        }
        None
    }
}
