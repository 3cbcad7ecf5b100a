//! Looks for words in the texts of all articles, in threads of their own; a new search ends the one
//! before. Cost: one pass over all texts.

use std::{
    ops::ControlFlow,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
        mpsc::Sender,
    },
    thread,
};

use crate::{
    app::{
        effect::Outcome,
        state::{
            search::Wanted,
            texts::{Found, first},
        },
    },
    cores::{ordered, yielding},
    model::{
        article::Article,
        bundle::Bundle,
        index::{ArticleIx, Place},
    },
    term::{event::Event, screen::WORKER},
};

/// Articles that are looked through in one go.
const CHUNK: usize = 16;

/// The searches so far: the latest is the one that counts.
#[derive(Default)]
pub(crate) struct Searches {
    latest: Arc<AtomicU64>,
}

impl Searches {
    /// Ends the search that is under way, if there is one.
    pub(crate) fn end(&self) {
        self.latest.fetch_add(1, Ordering::Relaxed);
    }

    /// Starts a search; what is found is sent as an event.
    pub(crate) fn start(&self, bundle: Arc<Bundle>, words: String, events: Sender<Event>) {
        let latest = self.latest.clone();
        let own = latest.load(Ordering::Relaxed);
        let failed = events.clone();
        let search = move || {
            yielding::give_way();
            let ended = || latest.load(Ordering::Relaxed) != own;
            let found = catch_unwind(AssertUnwindSafe(|| find(&bundle, &words, ended)));
            let outcome = match found {
                Ok(Some(found)) => Outcome::LookedUp { words, found },
                Ok(None) => return,
                Err(_) => Outcome::NotLookedUp(format!("Looking for “{words}” failed")),
            };
            let _ = events.send(Event::Told(outcome));
        };
        let worker = thread::Builder::new().name(WORKER.to_string());
        if let Err(error) = worker.spawn(search) {
            let why = format!("The articles cannot be searched: {error}");
            let _ = failed.send(Event::Told(Outcome::NotLookedUp(why)));
        }
    }
}

/// The first places in the articles that hold the words; None where the search was ended.
fn find(bundle: &Bundle, words: &str, ended: impl Fn() -> bool + Sync) -> Option<Found> {
    let wanted = Wanted::new(words);
    let all = &bundle.articles;
    let chunks = all.chunks(CHUNK).enumerate();
    let threads = ordered::threads(all.len().div_ceil(CHUNK));
    let mut places = Vec::new();
    let search = |(nth, chunk): (usize, &[Article])| {
        let left = chunk.iter().enumerate().take_while(|_| !ended());
        let held = left.filter_map(|(at, it)| {
            let sentence = first(it, &wanted)?;
            Some(Place::new(ArticleIx(nth * CHUNK + at), sentence))
        });
        held.collect::<Vec<_>>()
    };
    ordered::each(threads, chunks, search, |held| {
        places.extend(held);
        match ended() {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        }
    });
    (!ended()).then_some(Found {
        places,
        of: all.len(),
    })
}
