//! What the world outside answers.

use crate::app::{
    effect::Outcome,
    state::{
        app::{App, Weight},
        overlay::{Answer, Overlay, Question},
    },
};

impl App {
    /// Takes an answer in; never moves the cursor.
    pub fn told(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Compared(story, comparison) => {
                self.known.comparisons.insert(story, comparison);
                self.refresh_ledger();
            }
            Outcome::Done(text) => self.say(text),
            Outcome::Failed(text) => self.tell(text, Weight::Error),
            Outcome::Recorded { change, cause } => self.recorded(change, cause),
            Outcome::Written(path) => self.say(format!("Notes written to {}", path.display())),
            Outcome::Taken(path) => {
                let text = format!("{} exists. Overwrite it? y / n", path.display());
                let yes = Answer::Overwrite(path);
                self.overlay = Some(Overlay::Question(Question { text, yes }));
            }
            Outcome::Edited(text) => self.edited(&text),
        }
        self.settle();
    }

    /// The terminal has another size now, in columns and rows.
    pub fn resized(&mut self, size: (u16, u16)) {
        self.size = size;
        self.settle();
    }
}
