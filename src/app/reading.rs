//! A bundle that comes in while the reader is there already: in parts, each holding all that was
//! read so far, and at last as a whole.
//!
//! What is open stays open: articles keep their numbers, since they come in the order read, and
//! the cursor stays with its story. What was compared is kept for stories that did not change.

use std::sync::Arc;

use crate::{
    app::{
        effect::Effect,
        state::{
            app::{App, Weight},
            reading::Gauge,
        },
    },
    model::bundle::Bundle,
    stories,
    text::count::counted,
};

impl App {
    /// The bundle is still being read, so far.
    pub fn reading(&mut self, gauge: Gauge) {
        self.known.reading = Some(gauge);
        self.settle();
    }

    /// All that was read so far.
    pub fn take_part(&mut self, bundle: impl Into<Arc<Bundle>>) {
        self.exchange(bundle.into());
        self.settle();
    }

    /// All there is; goes to the story of the last session unless the reader has gone elsewhere.
    pub fn take_whole(&mut self, bundle: impl Into<Arc<Bundle>>) {
        self.known.reading = None;
        self.exchange(bundle.into());
        if self.screens.is_empty() && self.stories.at == 0 {
            self.find_kept();
        }
        self.tell_skipped();
        self.tell_needs();
        self.settle();
    }

    /// How many files or lines could not be read, where there are any.
    pub fn tell_skipped(&mut self) {
        let warnings = self.known.bundle.warnings.iter();
        let skipped = warnings.filter(|it| it.skipped).count();
        if 0 < skipped {
            let many = counted(skipped, "file or line", "files or lines");
            let text = format!("{many} could not be read; W tells which");
            self.tell(text, Weight::Warning);
        }
    }

    /// What notes on the articles need the reader for, where nothing else is told and all articles
    /// are there.
    pub fn tell_needs(&mut self) {
        let free = self.message.is_none() && self.known.reading.is_none();
        if let Some(told) = self.notes_in_need().filter(|_| free) {
            self.warn(told);
        }
    }

    pub(crate) fn stop_reading(&mut self) {
        match self.known.reading {
            Some(_) => self.ask(Effect::StopReading),
            None => self.say("Nothing is being read"),
        }
    }

    /// Another bundle in the place of the one at hand, of which it holds all articles.
    ///
    /// Runs between two keys: nothing that is as large as the bundle is copied here or given back to
    /// the system, unless the reader has decided on stories.
    fn exchange(&mut self, bundle: Arc<Bundle>) {
        self.known.epoch += 1;
        self.known.asked.clear();
        self.known.found = None;
        self.book.stand_anew(&bundle);
        self.known.rulings = Arc::new(self.book.rulings());
        let groupings = self.book.groupings();
        if groupings.is_empty() {
            self.stand_on(bundle);
        } else {
            let found = bundle.stories.clone();
            self.known.found = Some(found.clone());
            self.stand_on(Arc::new(Bundle {
                stories: stories::regroup(&bundle.articles, found, &groupings),
                articles: bundle.articles.clone(),
                warnings: bundle.warnings.clone(),
            }));
        }
        self.need_shown();
        self.look_again();
    }
}
