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
            texts::{Found, holds},
        },
    },
    cores::{ordered, yielding},
    model::{bundle::Bundle, index::ArticleIx},
    term::{event::Event, screen::WORKER},
};

/// The searches so far: the latest is the one that counts.
#[derive(Default)]
pub(crate) struct Searches {
    latest: Arc<AtomicU64>,
}

impl Searches {
    /// Starts a search; what is found is sent as an event.
    pub(crate) fn start(&self, bundle: Arc<Bundle>, words: String, events: Sender<Event>) {
        let latest = self.latest.clone();
        let own = latest.fetch_add(1, Ordering::Relaxed) + 1;
        let failed = events.clone();
        let search = move || {
            yielding::give_way();
            let ended = || latest.load(Ordering::Relaxed) != own;
            let found = catch_unwind(AssertUnwindSafe(|| find(&bundle, &words, ended)));
            let outcome = match found {
                Ok(Some(found)) => Outcome::LookedUp { words, found },
                Ok(None) => return,
                Err(_) => Outcome::Failed(format!("Looking for “{words}” failed")),
            };
            let _ = events.send(Event::Told(outcome));
        };
        let worker = thread::Builder::new().name(WORKER.to_string());
        if let Err(error) = worker.spawn(search) {
            let why = format!("The articles cannot be searched: {error}");
            let _ = failed.send(Event::Told(Outcome::Failed(why)));
        }
    }
}

/// The articles that hold the words; None where the search was given up.
fn find(bundle: &Bundle, words: &str, ended: impl Fn() -> bool) -> Option<Found> {
    let wanted = Wanted::new(words);
    let all = &bundle.articles;
    let chunks = all.chunks(ordered::CHUNK).enumerate();
    let threads = ordered::threads(all.len().div_ceil(ordered::CHUNK));
    let mut articles = Vec::new();
    let search = |(nth, chunk): (usize, &[_])| {
        let first = nth * ordered::CHUNK;
        let held = chunk
            .iter()
            .enumerate()
            .filter(|(_, it)| holds(it, &wanted));
        let held = held.map(|(at, _)| ArticleIx(first + at));
        held.collect::<Vec<_>>()
    };
    ordered::each(threads, chunks, search, |held| {
        articles.extend(held);
        match ended() {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        }
    });
    (!ended()).then_some(Found {
        articles,
        of: all.len(),
    })
}
