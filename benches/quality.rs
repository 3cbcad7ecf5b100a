//! How right the marks are, on articles and sentence pairs that people judged: one table, with
//! floors; fails where a figure is below its floor.
//!
//!     cargo bench --bench quality              the table
//!     cargo bench --bench quality -- ablation  what each figure of a pair adds
//!     cargo bench --bench quality -- links     links: the five articles, the judged stories, copies
//!     cargo bench --bench quality -- told      discrepancies: marked, quotations, planted changes
//!     cargo bench --bench quality -- weights > assets/weights.txt
//!
//! Reads `../shared/data` and `../shared/gold`; says so and ends well where they are absent. A
//! section is a file in `quality/` with a function that returns rows, and a line in `main`.

#[path = "quality/ablation.rs"]
mod ablation;
#[path = "quality/alignment.rs"]
mod alignment;
#[path = "quality/data.rs"]
mod data;
#[path = "quality/gold.rs"]
mod gold;
#[path = "quality/judged.rs"]
mod judged;
#[path = "quality/logistic.rs"]
mod logistic;
#[path = "quality/near.rs"]
mod near;
#[path = "quality/omitted.rs"]
mod omitted;
#[path = "quality/paraphrase.rs"]
mod paraphrase;
#[path = "quality/planted.rs"]
mod planted;
#[path = "quality/quotes.rs"]
mod quotes;
#[path = "quality/row.rs"]
mod row;
#[path = "quality/speed.rs"]
mod speed;
#[path = "quality/stories.rs"]
mod stories;
#[path = "quality/told.rs"]
mod told;
#[path = "quality/weights.rs"]
mod weights;

use std::process::ExitCode;

fn main() -> ExitCode {
    if !data::present() {
        println!("skipped: there is no {}", data::ROOT);
        return ExitCode::SUCCESS;
    }
    for (name, print) in [
        ("ablation", ablation::print as fn()),
        ("weights", weights::print),
        ("speed", speed::print),
    ] {
        if std::env::args().any(|it| it == name) {
            print();
            return ExitCode::SUCCESS;
        }
    }
    // Quick enough to be taken at every change of a rule.
    let told: &[fn() -> Vec<row::Row>] = &[told::run, quotes::run, planted::run];
    let sections: &[fn() -> Vec<row::Row>] = &[
        gold::run,
        judged::run,
        omitted::run,
        near::run,
        alignment::run,
        paraphrase::run,
        speed::run,
        quotes::run,
        planted::run,
        told::run,
        stories::run,
    ];
    let links: &[fn() -> Vec<row::Row>] = &[gold::run, judged::run, omitted::run, near::run];
    let asked = |name: &str| std::env::args().any(|it| it == name);
    let sections = match () {
        () if asked("told") => told,
        () if asked("links") => links,
        () => sections,
    };
    let rows: Vec<row::Row> = sections.iter().flat_map(|run| run()).collect();
    rows.iter().for_each(|it| println!("{it}"));
    match rows.iter().all(row::Row::reached) {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    }
}
