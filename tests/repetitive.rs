//! Articles that say one thing over and over: the pairs of sentences that are looked at stay within
//! a bound for each sentence, and so does what is made of them. Counted in work, not in time.

use std::fs;

use variorum::{
    bundle,
    compare::{candidates, claims, links, unit},
    model::{index::ArticleIx, story::Story},
};

/// Bytes of an article.
const LENGTH: usize = 32 << 10;
/// Partners that are looked at for each sentence, and as many again that look at it.
const EACH: usize = 24;

fn repeated(unit: &str) -> String {
    unit.repeat(LENGTH / unit.len())
}

/// A sentence repeated, after so many that are all different.
fn mixed(unit: &str, others: usize) -> String {
    let different = (0..others).map(|it| {
        let [a, b, c] = [it % 7, it % 11, it % 13].map(|it| "nopqrstuvwxyz".as_bytes()[it] as char);
        format!("The {a}or{b}a{c} ferry took {it} people to Orr{c}in and b{a}ck. ")
    });
    different.collect::<String>() + &repeated(unit)
}

/// Compares articles of these texts; the sentences, and the pairs of them that were looked at.
#[track_caller]
fn check(texts: &[String]) {
    let folder = tempfile::tempdir().unwrap();
    for (at, text) in texts.iter().enumerate() {
        let text = format!("A pier, told by {at}\n\n{text}");
        fs::write(folder.path().join(format!("{at}.txt")), text).unwrap();
    }
    let articles = bundle::load(&[folder.path().to_path_buf()])
        .unwrap()
        .articles;
    let all = (0..articles.len()).map(ArticleIx).collect();
    let story = Story::new(String::new(), all).unwrap();
    let sheet = unit::read(&articles, &story);
    let candidates = candidates::find(&sheet);
    assert!(candidates.len() <= EACH * sheet.units.len());
    let links = links::judge(&sheet, &candidates).links;
    assert!(links.len() <= candidates.len());
    let held: usize = claims::gather(&links)
        .iter()
        .map(|it| it.sentences.len())
        .sum();
    assert!(held <= sheet.units.len());
}

#[test]
fn a_repeated_sentence_has_a_bounded_number_of_partners() {
    let sentence = "The ferry ran aground off Pell Point late on Tuesday. ";
    check(&vec![repeated(sentence); 5]);
    check(&vec![mixed(sentence, 500); 2]);
    check(&[repeated(sentence), mixed("It sank. ", 300)]);
}

#[test]
fn so_have_a_word_and_a_paragraph() {
    for unit in ["ferry ", "Ferry. ", "The ferry sank. Nobody was hurt.\n\n"] {
        check(&vec![repeated(unit); 3]);
    }
}
