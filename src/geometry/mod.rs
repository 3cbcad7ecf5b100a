//! Where things stand: sizes and contents in, rectangles and wrapped rows out. Read by `app`,
//! which moves by rows and pages, and by `view`, which draws them; so both see the same screen.
//! Knows no keys, no colours, no comparison. All heights are rows, all widths columns.

pub mod grid;
pub mod page;
pub mod panes;
pub mod rich;
pub mod screen;
pub mod wrap;
