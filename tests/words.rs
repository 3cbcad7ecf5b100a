//! The word lists that have a kind in their first column are what their first lines promise: a
//! note on top, a kind and words on every line, and no words twice under one kind.

use std::collections::BTreeSet;

#[test]
fn lists_hold_each_entry_once() {
    check(include_str!("../assets/words/attribution-verbs.txt"));
    check(include_str!("../assets/words/hedges.txt"));
    check(include_str!("../assets/words/negations.txt"));
    check(include_str!("../assets/words/roles.txt"));
    check(include_str!("../assets/words/weekdays-months.txt"));
}

#[track_caller]
fn check(list: &str) {
    assert!(list.starts_with("# "), "opens with a note");
    let mut seen = BTreeSet::new();
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let (kind, words) = line.split_once('\t').expect("a kind, a tab, words");
        assert!(!kind.is_empty() && !words.is_empty(), "{line:?}");
        assert_eq!(words, words.to_lowercase().trim(), "{line:?}");
        assert!(seen.insert(line), "twice: {line:?}");
    }
}
