//! A table beside a list: a label, then columns of one width, of which as many are shown as there is
//! room for; the rest scrolls sideways with the column that is chosen.

use std::ops::Range;

/// Where the columns of a table stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// Terminal columns before the first column of the table.
    pub label: u16,
    /// Terminal columns of each.
    pub cell: u16,
    /// How many there are.
    pub many: usize,
    /// The first that is shown.
    pub first: usize,
    /// How many are shown.
    pub shown: usize,
}

impl Grid {
    /// As much of the table as fits `room` terminal columns, label included, with the chosen column
    /// in view; one column at least. One terminal column is kept for the sign that there are more.
    pub fn fitted(mut self, room: u16, chosen: usize) -> Self {
        let free = room.saturating_sub(self.label + 1);
        let fit = usize::from(free / self.cell.max(1)).max(1);
        self.shown = fit.min(self.many);
        let lowest = (chosen + 1).saturating_sub(self.shown);
        let last = self.many - self.shown;
        self.first = self.first.clamp(lowest.min(last), chosen.min(last));
        self
    }

    /// The columns that are shown.
    pub fn range(&self) -> Range<usize> {
        self.first..self.first + self.shown
    }

    /// Terminal columns of the label, the columns shown and the sign after them.
    pub fn width(&self) -> u16 {
        let cells = u16::try_from(self.shown).unwrap_or(u16::MAX);
        self.label + cells.saturating_mul(self.cell) + 1
    }

    /// Terminal columns before a column of the table that is shown.
    pub fn x(&self, column: usize) -> u16 {
        let before = u16::try_from(column.saturating_sub(self.first)).unwrap_or(u16::MAX);
        self.label + before.saturating_mul(self.cell)
    }

    /// Whether there are columns to the left of those shown, and to the right.
    pub fn more(&self) -> (bool, bool) {
        (0 < self.first, self.first + self.shown < self.many)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Room for a table of 20 columns of 3 after a label of 5, then the chosen columns in turn.
    #[track_caller]
    fn check(room: u16, chosen: &[usize], expected: Range<usize>) {
        let mut grid = Grid {
            label: 5,
            cell: 3,
            many: 20,
            ..Grid::default()
        };
        for it in chosen {
            grid = grid.fitted(room, *it);
        }
        assert_eq!(grid.range(), expected);
        assert!(grid.width() <= room.max(9), "{grid:?}");
    }

    #[test]
    fn the_chosen_column_stays_in_view() {
        check(80, &[0], 0..20);
        check(26, &[0], 0..6);
        check(26, &[0, 6], 1..7);
        check(26, &[0, 6, 3], 1..7);
        check(26, &[0, 6, 0], 0..6);
        check(26, &[19], 14..20);
        check(0, &[7], 7..8);
    }

    #[test]
    fn a_table_without_columns_is_none() {
        let grid = Grid::default().fitted(40, 0);
        assert_eq!((grid.range(), grid.more()), (0..0, (false, false)));
    }
}
