//! The demo bundle, compiled in, so that the program shows something wherever it is started.

/// Names under `assets/demo`, and contents.
pub(crate) const FILES: &[(&str, &[u8])] = &[];
