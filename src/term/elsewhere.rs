//! What other windows write to the notes is seen at each key; and, so that a reader who only looks
//! sees it too, a thread looks at the journal's length and time every two seconds. The loop is woken
//! only when they have changed: an idle reader costs one look, and no frame.

use std::{path::PathBuf, sync::mpsc::Sender, thread, time::Duration};

use crate::{store::file, term::event::Event};

/// Between two looks.
const PAUSE: Duration = Duration::from_secs(2);

/// Sends [`Event::Stirred`] whenever the journal was written to, by whichever window, until the loop
/// is gone.
pub(crate) fn watch(journal: PathBuf, events: Sender<Event>) {
    // Without a thread they are seen at the next key.
    let _ = thread::Builder::new().spawn(move || {
        let mut seen = file::look(&journal);
        loop {
            thread::sleep(PAUSE);
            let now = file::look(&journal);
            if now == seen {
                continue;
            }
            seen = now;
            if events.send(Event::Stirred).is_err() {
                return;
            }
        }
    });
}
