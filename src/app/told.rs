//! What the world outside answers.

use crate::app::{
    effect::Outcome,
    state::{App, Weight},
};

impl App {
    /// Takes an answer in; never moves the cursor.
    pub fn told(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Compared(story, comparison) => {
                self.known.comparisons.insert(story, comparison);
            }
            Outcome::Done(text) => self.say(text),
            Outcome::Failed(text) => self.tell(text, Weight::Error),
            Outcome::Written(path) => self.say(format!("Written: {}", path.display())),
        }
        self.settle();
    }

    /// The terminal has another size now, in columns and rows.
    pub fn resized(&mut self, size: (u16, u16)) {
        self.size = size;
        self.settle();
    }
}
