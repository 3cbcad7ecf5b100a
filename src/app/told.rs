//! What the world outside answers.

use std::sync::Arc;

use crate::{
    app::{
        effect::Outcome,
        state::{
            app::{App, Screen, Weight},
            ledger::About,
            overlay::{Answer, Overlay, Question},
            panes::{Compare, Opened},
        },
    },
    config::{settings::Scroll, theme::Paint},
    geometry::rich::Line,
    model::{comparison::Comparison, index::StoryIx},
};

impl App {
    /// Takes an answer in; never moves the cursor, but aligns panes that came back as they were left.
    pub fn told(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Compared {
                story,
                comparison,
                epoch,
            } => {
                if epoch == self.known.epoch {
                    self.compared(story, comparison);
                }
            }
            Outcome::LookedUp { words, found } => self.looked_up(&words, found),
            Outcome::NotLookedUp(why) => self.not_looked_up(why),
            Outcome::Reading(gauge) => self.reading(gauge),
            Outcome::Part(bundle) => self.take_part(bundle),
            Outcome::Whole(bundle) => self.take_whole(bundle),
            Outcome::Uncompared { story, epoch } => {
                if epoch == self.known.epoch {
                    self.known.asked.remove(&story);
                    self.known.failed.insert(story);
                    let title = &self.known.bundle[story].title;
                    let text = format!("Comparing “{title}” failed; please report it");
                    self.tell(text, Weight::Error);
                }
            }
            Outcome::Done(text) => self.say(text),
            Outcome::Failed(text) => self.tell(text, Weight::Error),
            Outcome::Recorded { change, cause } => self.recorded(change, cause),
            Outcome::Written(path) => self.say(format!("Notes written to {}", path.display())),
            Outcome::Taken(path) => {
                let text = format!("{} exists. Overwrite it? y / n", path.display());
                let yes = Answer::Overwrite(path);
                self.overlay = Some(Overlay::Question(Question {
                    title: "Sure?".to_string(),
                    lines: vec![Line::new(text, Paint::Warning)],
                    yes,
                }));
            }
            Outcome::Edited(text) => self.edited(&text),
        }
        self.settle();
    }

    fn compared(&mut self, story: StoryIx, comparison: Arc<Comparison>) {
        self.known.asked.remove(&story);
        for article in comparison.articles() {
            self.known.omissions.remove(article);
        }
        let first = self.known.comparisons.insert(story, comparison).is_none();
        self.mark_panes_anew();
        self.sort_compared();
        // Panes that came back stand where they stood; only now is it known what answers what.
        let shown = self.compare().filter(|it| first && it.story == story);
        match shown.and_then(|it| it.untouched) {
            Some(Opened::Restored) => self.settle_jump(),
            Some(Opened::Early) => self.choose_again(),
            None => (),
        }
        self.refresh_ledger();
    }

    /// The gutters of all panes are made anew when they are next shown.
    pub(crate) fn mark_panes_anew(&mut self) {
        for screen in &mut self.screens {
            if let Screen::Compare(compare) = screen {
                compare.mark_anew();
            }
        }
    }

    /// The terminal has another size now, in columns and rows.
    pub fn resized(&mut self, size: (u16, u16)) {
        self.size = size;
        if self.lists(About::Sources) {
            self.refresh_ledger(); // its table is made for the screen
        }
        self.settle();
        let aligned = |it: &Compare| it.scroll == Scroll::Aligned && it.untouched.is_none();
        if self.overlay.is_none() && self.compare().is_some_and(aligned) {
            self.settle_jump();
        }
    }
}
