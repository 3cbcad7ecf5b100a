//! When something was published: a calendar date, with the time of day where it is known.

use std::fmt;

use jiff::civil::{Date, Time};

/// Ordered by date, then by time; a date without a time comes before the same date with one.
/// Times stand as they were written: zones are not converted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    pub date: Date,
    pub time: Option<Time>,
}

impl fmt::Display for Stamp {
    /// `2025-12-06` or `2025-12-06T02:03:29`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date)?;
        match self.time {
            Some(time) => write!(f, "T{}", time.strftime("%H:%M:%S")),
            None => Ok(()),
        }
    }
}
