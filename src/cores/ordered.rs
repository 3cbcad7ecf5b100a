//! Items worked on by several threads, each result handed over in the order of the items.
//!
//! The threads draw items from one iterator; the thread that asked takes the results in order and
//! may end it all. Results wait in a bounded channel, so the threads run only a little ahead of
//! whoever takes. A panic of the work is passed on once the others have ended. With one core, or
//! fewer than two items expected, no thread is started. Cost: a lock and a message an item, about a
//! microsecond: give it items that are worth it.

use std::{
    collections::BTreeMap,
    num::NonZero,
    ops::ControlFlow,
    sync::{Mutex, mpsc},
    thread::{self, Builder, Scope},
};

/// More threads than this read faster than memory gives.
const MOST: usize = 8;
/// The name of every thread that works: a panic in it is the business of whoever gave the work.
pub const WORKER: &str = "variorum-worker";
/// How many results may wait for each thread.
const AHEAD: usize = 2;

/// So many items of some microseconds are worth handing over together.
pub const CHUNK: usize = 256;

/// How many threads are worth starting for so many items.
pub fn threads(items: usize) -> usize {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    cores.min(MOST).min(items)
}

/// Works on the items with so many threads and hands over the results in order, until the items
/// end or `take` breaks off.
pub fn each<T, R: Send>(
    threads: usize,
    mut items: impl Iterator<Item = T> + Send,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> ControlFlow<()>,
) {
    if threads < 2 {
        let _ = items.map(work).try_for_each(take);
        return;
    }
    let queue = Mutex::new((0, &mut items));
    let (queue, work) = (&queue, &work);
    thread::scope(|scope| {
        let (sender, results) = mpsc::sync_channel(threads * AHEAD);
        for _ in 0..threads {
            let sender = sender.clone();
            let run = move || {
                while let Some((number, item)) = next(queue) {
                    if sender.send((number, work(item))).is_err() {
                        return;
                    }
                }
            };
            spawn(scope, run);
        }
        drop(sender);
        let mut early = BTreeMap::new();
        let mut wanted = 0;
        // Dropped on the way out, which ends the threads.
        for (number, result) in results {
            early.insert(number, result);
            while let Some(result) = early.remove(&wanted) {
                wanted += 1;
                if take(result).is_break() {
                    return;
                }
            }
        }
    });
}

/// # Panics
/// Where the system gives no thread, as the standard library does.
fn spawn<'scope>(scope: &'scope Scope<'scope, '_>, work: impl FnOnce() + Send + 'scope) {
    let named = Builder::new().name(WORKER.to_string());
    let spawned = named.spawn_scoped(scope, work);
    spawned.expect("the system gives a thread");
}

/// The next item with its number. A thread that panicked while it held the lock ends the work.
fn next<T>(queue: &Mutex<(usize, &mut (impl Iterator<Item = T> + Send))>) -> Option<(usize, T)> {
    let mut queue = queue.lock().ok()?;
    let item = queue.1.next()?;
    queue.0 += 1;
    Some((queue.0 - 1, item))
}

/// The results for a list, in its order.
pub fn map<T: Sync, R: Send>(threads: usize, list: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let mut out = Vec::with_capacity(list.len());
    each(threads, list.iter(), work, |it| {
        out.push(it);
        ControlFlow::Continue(())
    });
    out
}

/// Works on every item of a list where it stands.
pub fn change<T: Send>(threads: usize, list: &mut [T], work: impl Fn(&mut T) + Sync) {
    let share = list.len().div_ceil(threads.max(1)).max(1);
    if threads < 2 {
        return list.iter_mut().for_each(work);
    }
    let work = &work;
    thread::scope(|scope| {
        for part in list.chunks_mut(share) {
            spawn(scope, move || part.iter_mut().for_each(work));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(threads: usize, items: u64) {
        let list: Vec<u64> = (0..items).collect();
        // Early items take longest.
        let slow = |it: &u64| {
            thread::sleep(std::time::Duration::from_micros(300 - it.min(&29) * 10));
            it * 2
        };
        let expected: Vec<u64> = list.iter().map(|it| it * 2).collect();
        assert_eq!(map(threads, &list, slow), expected);
        let mut changed = list;
        change(threads, &mut changed, |it| *it *= 2);
        assert_eq!(changed, expected);
    }

    #[test]
    fn results_come_in_order_whatever_the_threads() {
        for threads in [0, 1, 2, 3, 8] {
            check(threads, 0);
            check(threads, 1);
            check(threads, 100);
        }
    }

    #[test]
    fn whoever_takes_may_end_it() {
        let mut taken = 0;
        each(
            4,
            0..,
            |it: u64| it,
            |it| {
                taken += 1;
                if it == 50 {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            },
        );
        assert_eq!(taken, 51);
    }

    #[test]
    #[should_panic]
    fn a_panic_is_passed_on() {
        map(3, &[1, 2, 3], |it| assert_ne!(*it, 2));
    }
}
