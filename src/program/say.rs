//! Lines for the user: results on standard output, talk on standard error. A reader that has gone
//! (a closed pipe, a lost terminal, a full disk) is an error to hand up or nothing at all, never
//! the end of the program in a panic, which is what `println!` makes of it.

use std::{
    fmt::Display,
    io::{self, Write},
};

use crate::text::{fault, safe};

/// A result, as one line.
///
/// # Errors
/// An output that cannot be written.
pub fn out(line: impl Display) -> io::Result<()> {
    writeln!(io::stdout(), "{line}")
}

/// Talk, in words for a reader and safe to show; nothing is to be done where nobody hears it.
pub fn aside(line: impl Display) {
    let plain = fault::plain(&line.to_string());
    let (safe, _) = safe::sanitised(plain.replace('\r', " "));
    let _ = writeln!(io::stderr(), "variorum: {safe}");
}
