//! Quotations as two outlets printed them: are changed words told as a discrepancy?
//!
//! The data calls a pair altered where any letter differs; spelling of one country or the other and
//! numbers in words or figures are among them, which are no change of words and not told. Hence
//! the floor below the whole.

use variorum::{compare::compare, model::article::Role, model::comparison::DiscrepancyKind};

use crate::{data, row::Row};

pub(crate) fn run() -> Vec<Row> {
    let all = data::lines("quote-variants.jsonl");
    let share = |kind: &str| {
        let of = || all.iter().filter(|it| it["kind"] == kind);
        let told = of().filter(|it| {
            told(
                it["a"].as_str().unwrap_or_default(),
                it["b"].as_str().unwrap_or_default(),
            )
        });
        told.count() as f64 / of().count().max(1) as f64
    };
    vec![
        Row::new("quote variants, altered, told", share("altered"), 0.70),
        Row::new("quote variants, only cut, told", share("truncated"), None),
    ]
}

fn told(a: &str, b: &str) -> bool {
    let (a, b) = (format!("“{a}” she said."), format!("“{b}” she said."));
    let articles = [
        data::article("a", &[(Role::Body, &a)]),
        data::article("b", &[(Role::Body, &b)]),
    ];
    let found = compare(&articles, &data::story(&articles));
    let quote = |kind| kind == DiscrepancyKind::Quote;
    found.discrepancies().iter().any(|it| quote(it.kind))
}
