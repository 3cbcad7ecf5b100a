//! Grouping alone, without building what else the quality bench measures.
//!
//!     cargo bench --profile quick --bench stories

#[path = "quality/row.rs"]
mod row;
#[path = "quality/stories.rs"]
mod stories;

fn main() {
    let rows = stories::run();
    rows.iter().for_each(|it| println!("{it}"));
    assert!(
        rows.iter().all(row::Row::reached),
        "a figure is below its floor"
    );
}
