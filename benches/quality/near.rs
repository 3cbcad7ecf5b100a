//! Nearly identical sentences of two outlets: are they linked as verbatim or edited?

use variorum::{
    compare::compare,
    model::{article::Role, comparison::LinkKind},
};

use crate::{data, row::Row};

pub(crate) fn run() -> Vec<Row> {
    let pairs = data::lines("near-identical.jsonl");
    let linked = pairs.iter().filter(|it| {
        strong(
            it["a"].as_str().unwrap_or_default(),
            it["b"].as_str().unwrap_or_default(),
        )
    });
    vec![Row::new(
        "near-identical, pairs alone",
        linked.count() as f64 / pairs.len() as f64,
        0.99,
    )]
}

fn strong(a: &str, b: &str) -> bool {
    let articles = [
        data::article("a", &[(Role::Body, a)]),
        data::article("b", &[(Role::Body, b)]),
    ];
    let found = compare(&articles, &data::story(&articles));
    let strong = found.links().iter().any(|it| it.kind <= LinkKind::Edited);
    if !strong && std::env::var_os("MISSES").is_some() {
        println!("not linked as edited:\n  {a}\n  {b}");
    }
    strong
}
