//! One line of the table: what was measured, the figure, and the floor it must not fall below.

use std::fmt;

pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) figure: f64,
    /// None for a figure that is only told.
    pub(crate) floor: Option<f64>,
}

impl Row {
    pub(crate) fn new(name: impl Into<String>, figure: f64, floor: impl Into<Option<f64>>) -> Self {
        Self {
            name: name.into(),
            figure,
            floor: floor.into(),
        }
    }

    pub(crate) fn reached(&self) -> bool {
        self.floor.is_none_or(|floor| floor <= self.figure)
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:44} {:.3}", self.name, self.figure)?;
        match self.floor {
            Some(floor) if self.reached() => write!(f, "  floor {floor:.3}"),
            Some(floor) => write!(f, "  BELOW its floor {floor:.3}"),
            None => Ok(()),
        }
    }
}
