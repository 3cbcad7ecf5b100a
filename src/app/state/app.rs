//! The app's state: what was opened, what is known of it, and the screens open on top of each other.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    app::{
        effect::Effect,
        state::{
            book::Book,
            ledger::{About, Ledger},
            overlay::Overlay,
            panes::Compare,
            reading::Gauge,
            session::Kept,
            stories::StoryList,
        },
    },
    compare::omissions::Omissions,
    config::settings::Settings,
    geometry::{
        panes::Fit,
        screen::{self, Parts},
    },
    input::{command::Scope, key::Key},
    model::{
        bundle::Bundle,
        comparison::Comparison,
        index::{ArticleIx, StoryIx},
        note::Notes,
        ruling::Rulings,
        story::Story,
    },
};

/// A screen opened over the story list; its data live in its variant.
#[derive(Debug)]
pub enum Screen {
    Compare(Box<Compare>),
    Ledger(Box<Ledger>),
}

impl Screen {
    /// Whether it is the ledger of a kind.
    pub(crate) fn is_about(&self, about: About) -> bool {
        matches!(self, Screen::Ledger(ledger) if ledger.about == about)
    }
}

/// How much a message matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Told,
    Warning,
    Error,
}

/// A line at the foot, until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub text: String,
    pub weight: Weight,
}

/// What was opened and what is known of it.
#[derive(Debug)]
pub struct Known {
    pub bundle: Arc<Bundle>,
    /// Whether it is the one that comes along.
    pub demo: bool,
    pub comparisons: BTreeMap<StoryIx, Arc<Comparison>>,
    /// What each article leaves out, once it was asked for.
    pub(crate) omissions: BTreeMap<ArticleIx, Omissions>,
    /// Stories whose comparison was asked for and has not come in.
    pub(crate) asked: BTreeSet<StoryIx>,
    /// How far the bundle is read, while it is.
    pub reading: Option<Gauge>,
    /// Stories whose comparison panicked.
    pub(crate) failed: BTreeSet<StoryIx>,
    /// The stories as they were found, where the reader's decisions have made others of them.
    pub(crate) found: Option<Vec<Story>>,
    /// What the reader decided about links and discrepancies.
    pub rulings: Arc<Rulings>,
    /// Grows with each decision and each part that is read: comparisons asked for before it are out of date.
    pub epoch: u64,
}

/// The mouse.
#[derive(Debug)]
pub struct Pointer {
    /// Whether we have it, or the terminal.
    pub taken: bool,
    /// The pane left of the line that is being dragged.
    pub(crate) dragged: Option<usize>,
}

/// Everything.
#[derive(Debug)]
pub struct App {
    pub known: Known,
    pub settings: Settings,
    pub stories: StoryList,
    /// What is open over the story list, the topmost last.
    pub screens: Vec<Screen>,
    pub overlay: Option<Overlay>,
    pub message: Option<Message>,
    /// Keys of a binding that is not complete yet.
    pub pressed: Vec<Key>,
    /// Columns and rows.
    pub size: (u16, u16),
    pub pointer: Pointer,
    pub book: Book,
    pub(crate) kept: Kept,
    pub(crate) todo: Vec<Effect>,
}

impl App {
    /// Opens on the story list. The settings name the theme in force; `size` is in columns and
    /// rows.
    pub fn new(
        bundle: impl Into<Arc<Bundle>>,
        notes: Notes,
        settings: Settings,
        size: (u16, u16),
    ) -> Self {
        let bundle = bundle.into();
        let book = Book::new(notes, &bundle);
        let taken = settings.mouse;
        let stories = StoryList::new(settings.sort);
        let mut app = Self {
            known: Known {
                found: None,
                bundle,
                demo: false,
                comparisons: BTreeMap::new(),
                omissions: BTreeMap::new(),
                asked: BTreeSet::new(),
                reading: None,
                failed: BTreeSet::new(),
                rulings: Arc::default(),
                epoch: 0,
            },
            settings,
            stories,
            screens: Vec::new(),
            overlay: None,
            message: None,
            pressed: Vec::new(),
            size,
            pointer: Pointer {
                taken,
                dragged: None,
            },
            book,
            kept: Kept::default(),
            todo: Vec::new(),
        };
        app.decide_anew();
        app.arrange_stories();
        app.settle();
        app
    }

    pub fn scope(&self) -> Scope {
        match self.screens.last() {
            None => Scope::Stories,
            Some(Screen::Compare(_)) => Scope::Compare,
            Some(Screen::Ledger(ledger)) => ledger.about.scope(),
        }
    }

    /// The parts of the screen.
    pub fn parts(&self) -> Parts {
        screen::parts(screen::whole(self.size))
    }

    /// What the settings say of panes.
    pub fn fit(&self) -> Fit {
        Fit {
            pane_width: self.settings.compare.pane_width,
            stack_below: self.settings.compare.stack_below,
        }
    }

    /// What has to be done outside, each once.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.todo)
    }

    pub fn say(&mut self, text: impl Into<String>) {
        self.tell(text, Weight::Told);
    }

    pub fn warn(&mut self, text: impl Into<String>) {
        self.tell(text, Weight::Warning);
    }

    pub fn tell(&mut self, text: impl Into<String>, weight: Weight) {
        self.message = Some(Message {
            text: text.into(),
            weight,
        });
    }

    /// After every change: pages are laid out, tops are within bounds, and what the screen shows
    /// is compared or asked for.
    pub(crate) fn settle(&mut self) {
        match self.screens.last() {
            None => self.settle_stories(),
            Some(Screen::Compare(_)) => self.settle_panes(),
            Some(Screen::Ledger(_)) => self.settle_ledger(),
        }
        self.settle_overlay();
    }

    /// Asks for the comparison of a story, once.
    pub(crate) fn need(&mut self, story: StoryIx) {
        let open =
            !self.known.comparisons.contains_key(&story) && !self.known.failed.contains(&story);
        if open && self.known.asked.insert(story) {
            self.todo.push(Effect::Compare(story));
        }
    }

    /// The story that the screen is about; where it is about none, that of the one below.
    pub fn story(&self) -> Option<StoryIx> {
        let open = self.screens.iter().rev().find_map(|it| match it {
            Screen::Compare(compare) => Some(compare.story),
            Screen::Ledger(ledger) => ledger.story,
        });
        open.or(self.stories.current())
    }
}

impl Known {
    /// The comparison of a story, once it is there.
    pub fn comparison(&self, story: StoryIx) -> Option<&Arc<Comparison>> {
        self.comparisons.get(&story)
    }

    /// How it stands with a story that is not compared.
    pub fn progress(&self, story: StoryIx) -> &'static str {
        match self.failed.contains(&story) {
            true => "comparing failed",
            false => "comparing …",
        }
    }

    /// How many comparisons were asked for and have not come in.
    pub fn waiting(&self) -> usize {
        self.asked.len()
    }
}
