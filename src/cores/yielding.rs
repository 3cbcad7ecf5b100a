//! Threads that work in the background give way to the one that answers keys.
//!
//! On Linux a thread has a niceness of its own, which the threads that it starts take over: so it is
//! enough that the first one gives way. Elsewhere nothing is done: a niceness is the whole program's.

/// By how much (`nice`, 0 to 19): enough to be put behind at once, not enough to starve.
#[cfg(target_os = "linux")]
const BY: i32 = 10;

/// The thread that calls this, and those that it starts, run behind the others of the program. That
/// it cannot be done costs nothing but a little time at a key.
pub fn give_way() {
    #[cfg(target_os = "linux")]
    let _ = rustix::process::nice(BY);
}
