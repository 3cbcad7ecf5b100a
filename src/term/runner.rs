//! One event: given to the app, its effects done, the frame drawn. The same for the real terminal
//! and for tests, which feed events and read frames.

use std::sync::mpsc::Sender;

use ratatui::Frame;

use crate::{
    app::{
        effect::{Cause, Effect, Outcome},
        state::app::{App, Message, Weight},
    },
    config::{depth::Depth, settings::Settings, theme::Theme},
    input::key::Key,
    model::note::Change,
    term::{
        event::Event,
        world::{Job, World},
    },
    view,
};

/// What only the terminal itself can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    Quit,
    /// Leave with an error.
    Fail(String),
    StopReading,
    Suspend,
    Redraw,
    /// Takes the terminal anew after a stop that nobody saw coming.
    Retake,
    Mouse(bool),
    Edit(String),
}

/// The app with its theme and its world.
pub struct Runner {
    pub app: App,
    theme: Theme,
    coloured: bool,
    world: World,
}

/// What a session begins with.
pub struct Start {
    pub app: App,
    pub theme: Theme,
    /// False takes the colours out of every theme.
    pub coloured: bool,
    pub store: Result<crate::store::journal::Store, String>,
    /// Names the bundle among the sessions kept.
    pub key: String,
    /// What was typed before the terminal was taken.
    pub typed: Vec<Key>,
}

impl Runner {
    /// Results of background work are sent to `events`.
    pub fn new(start: Start, events: Sender<Event>) -> Self {
        let drafts = start.app.book.drafts.clone();
        Self {
            app: start.app,
            theme: start.theme,
            coloured: start.coloured,
            world: World::new(start.store, start.key, drafts, events),
        }
    }

    /// Takes in one event; what is left to do is for the terminal.
    pub fn handle(&mut self, event: Event) -> Vec<Wish> {
        match event {
            Event::Key(key) | Event::Typed(key) => {
                let news = self.look_elsewhere();
                self.app.press(key);
                // The key has cleared the foot for what it says itself; but an error stands.
                let said = self.app.message.take();
                let error = news.clone().filter(|it| it.weight == Weight::Error);
                self.app.message = error.or(said).or(news);
            }
            Event::Paste(text) => self.app.paste(&text),
            Event::Mouse(mouse, at) => self.app.mouse(mouse, at),
            Event::Resize(size) => {
                self.app.resized(size);
                // Between two looks the terminal may have become smaller and as large as before:
                // then its size is what it was, and what stood on it is gone.
                let mut wishes = self.settle();
                wishes.push(Wish::Redraw);
                return wishes;
            }
            Event::Told(outcome) => self.app.told(outcome),
            Event::Stirred => {
                // What the last key said stands where there is nothing new.
                let said = self.app.message.take();
                let news = self.look_elsewhere();
                self.app.message = news.or(said);
            }
            Event::End(_) | Event::Lost => return vec![Wish::Quit],
            Event::Stop => return vec![Wish::Suspend],
            Event::Resumed => return vec![Wish::Retake],
            Event::Broken(why) => return vec![Wish::Fail(why)],
        }
        self.settle()
    }

    /// Does what the app asks for, until it asks for nothing more.
    pub fn settle(&mut self) -> Vec<Wish> {
        let mut wishes = Vec::new();
        loop {
            let effects = self.app.take_effects();
            if effects.is_empty() {
                return wishes;
            }
            for effect in effects {
                wishes.extend(self.perform(effect));
            }
        }
    }

    fn perform(&mut self, effect: Effect) -> Option<Wish> {
        let outcome = match effect {
            Effect::Quit => return Some(Wish::Quit),
            Effect::Suspend => return Some(Wish::Suspend),
            Effect::Redraw => return Some(Wish::Redraw),
            Effect::StopReading => return Some(Wish::StopReading),
            Effect::Mouse(taken) => return Some(Wish::Mouse(taken)),
            Effect::Edit(text) => return Some(Wish::Edit(text)),
            Effect::Compare(story) => {
                let known = &self.app.known;
                self.world.compare(Job {
                    bundle: known.bundle.clone(),
                    rulings: known.rulings.clone(),
                    story,
                    epoch: known.epoch,
                });
                return None;
            }
            Effect::LookUp(words) => {
                self.world.look_up(&self.app.known.bundle, words);
                return None;
            }
            Effect::Theme => {
                let theme = Theme::named(&self.app.settings.theme);
                self.theme = shaded(theme.unwrap_or(self.theme.clone()), self.coloured);
                if !self.coloured {
                    self.app
                        .say("No colours are wanted here (NO_COLOR, or the settings): mono stays");
                }
                return None;
            }
            Effect::KeepSession => {
                if let Some(told) = self.keep() {
                    self.app.tell(told, Weight::Error);
                }
                return None;
            }
            Effect::Copy { text, what } => self.world.copy(&text, what),
            Effect::Record { change, cause } => self.record(change, cause),
            Effect::Export { path, overwrite } => {
                let known = &self.app.known;
                let notes = &self.app.book.notes;
                self.world.export(&path, overwrite, notes, known)
            }
        };
        self.app.told(outcome);
        None
    }

    /// What another window has changed since the last key stays its own: see `Store::record`.
    fn record(&mut self, change: Change, cause: Cause) -> Outcome {
        let outcome = self.world.record(change, cause, &self.app.book.notes);
        self.look_elsewhere();
        outcome
    }

    /// Takes in what other windows have changed, before the reader acts on what is shown; gives what
    /// is to be said of it.
    fn look_elsewhere(&mut self) -> Option<Message> {
        let found = self.world.elsewhere();
        let news = !found.is_empty();
        for outcome in found {
            self.app.told(outcome);
        }
        self.app.message.clone().filter(|_| news)
    }

    /// Where the notes are kept, where they can be.
    pub(crate) fn journal(&self) -> Option<std::path::PathBuf> {
        self.world.journal()
    }

    /// Keeps the session, with what is in an open editor as a draft.
    /// Gives where a draft is that could not be kept there.
    pub fn keep(&mut self) -> Option<String> {
        self.app.keep_draft();
        self.world.keep(self.app.session(), &self.app.book.drafts)
    }

    /// Draws into a frame of whatever size it has.
    pub fn draw_fitted(&mut self, frame: &mut Frame) {
        let size = (frame.area().width, frame.area().height);
        if size != self.app.size {
            self.app.resized(size);
        }
        self.draw(frame);
    }

    /// A terminal that has just become smaller stays empty until it has said so.
    pub fn draw(&self, frame: &mut Frame) {
        let (columns, rows) = self.app.size;
        if frame.area().width < columns || frame.area().height < rows {
            return;
        }
        view::draw(frame, &self.app, &self.theme);
    }
}

/// The theme in the colours that the terminal has. Where there are to be none it is the one that needs
/// none: a coloured theme without its colours would lose what only they tell.
pub fn shaded(theme: Theme, coloured: bool) -> Theme {
    let named = |name| std::env::var(name).unwrap_or_default();
    match coloured {
        true => theme.within(Depth::told(&named("TERM"), &named("COLORTERM"))),
        false => Theme::named("mono").unwrap_or(theme),
    }
}

/// Whether to colour: the setting, NO_COLOR, and a terminal that knows none.
pub fn coloured(settings: &Settings) -> bool {
    use crate::config::settings::Colour;
    match settings.colour {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => {
            let off = std::env::var_os("NO_COLOR").is_some_and(|it| !it.is_empty());
            let dumb = std::env::var("TERM").is_ok_and(|it| it == "dumb");
            !off && !dumb
        }
    }
}
