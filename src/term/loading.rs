//! A bundle that is read in the background: what the reading thread finds, and a look at the
//! gauge ten times a second, become events of the loop. Nothing wakes once all is read.

use std::{
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError, Sender},
    },
    thread,
    time::{Duration, Instant},
};

use crate::{
    app::{effect::Outcome, state::reading::Gauge},
    bundle::Progress,
    model::bundle::Bundle,
    term::event::Event,
};

/// Between two looks at the gauge.
const TICK: Duration = Duration::from_millis(100);

/// What the reading thread has found.
#[derive(Debug)]
pub enum Found {
    /// All that was read so far.
    Part(Arc<Bundle>),
    /// All there is.
    Whole(Arc<Bundle>),
    /// Nothing can be opened, and why.
    Nothing(String),
    /// There is much to read: reading begins once the first frame is drawn.
    Later,
}

/// A bundle on its way.
pub struct Loading {
    pub progress: Arc<Progress>,
    pub found: Receiver<Found>,
    pub since: Instant,
    /// Lets the reading begin where there is much to read.
    pub begin: Sender<()>,
}

/// What holds the reading thread.
pub(crate) struct Reins {
    pub(crate) progress: Arc<Progress>,
    begin: Sender<()>,
}

impl Reins {
    /// The first frame is drawn.
    pub(crate) fn begin(&self) {
        let _ = self.begin.send(());
    }
}

impl Loading {
    /// How far it has come.
    pub fn gauge(&self) -> Gauge {
        let (bytes, total) = self.progress.bytes();
        Gauge {
            bytes,
            total,
            articles: self.progress.articles(),
            spent: self.since.elapsed(),
        }
    }

    /// Sends what comes to the loop, from a thread of its own; gives what holds the reading.
    pub(crate) fn tell(self, events: Sender<Event>) -> Reins {
        let reins = Reins {
            progress: self.progress.clone(),
            begin: self.begin.clone(),
        };
        let failed = events.clone();
        let pass_on = move || {
            while let Some(event) = self.next() {
                let last = matches!(event, Event::Told(Outcome::Whole(_)) | Event::Broken(_));
                if events.send(event).is_err() || last {
                    return;
                }
            }
        };
        if let Err(error) = thread::Builder::new().spawn(pass_on) {
            let why = format!("the articles cannot be read in the background: {error}");
            let _ = failed.send(Event::Broken(why));
        }
        reins
    }

    fn next(&self) -> Option<Event> {
        Some(match self.found.recv_timeout(TICK) {
            Ok(Found::Part(bundle)) => Event::Told(Outcome::Part(bundle)),
            Ok(Found::Whole(bundle)) => Event::Told(Outcome::Whole(bundle)),
            Ok(Found::Nothing(why)) => Event::Broken(why),
            Ok(Found::Later) | Err(RecvTimeoutError::Timeout) => {
                Event::Told(Outcome::Reading(self.gauge()))
            }
            Err(RecvTimeoutError::Disconnected) => {
                Event::Broken("reading the articles failed; please report it".to_string())
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    fn loading(found: Receiver<Found>) -> Loading {
        Loading {
            progress: Arc::default(),
            found,
            since: Instant::now(),
            begin: channel().0,
        }
    }

    #[test]
    fn a_reading_thread_that_panics_is_told() {
        let (sender, found) = channel::<Found>();
        drop(sender);
        assert!(matches!(loading(found).next(), Some(Event::Broken(_))));
    }

    #[test]
    fn the_gauge_is_told_while_nothing_comes_and_nothing_after_the_last() {
        let (sender, found) = channel();
        let (told, events) = channel();
        loading(found).tell(told);
        let first = events.recv().unwrap();
        assert!(matches!(first, Event::Told(Outcome::Reading(_))));
        sender.send(Found::Whole(Arc::default())).unwrap();
        let rest: Vec<Event> = events.iter().collect();
        assert!(matches!(rest.last(), Some(Event::Told(Outcome::Whole(_)))));
    }
}
