//! The reader's own decisions, by keys: stories split and merged, links pinned and forbidden; marked
//! as the reader's, taken back, and there again when the articles are opened another time, from
//! another path too.

mod support;

#[path = "support/sentence.rs"]
mod sentence;

use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

use sentence::article;
use support::{Reader, demo, grouped, lacks, shows};
use variorum::{
    bundle,
    model::{bundle::Bundle, index::ArticleIx, story::Story},
};

const DEMO: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/demo");

/// Each row of the story list: headline, number of sources, dates, share, signs.
fn stories(reader: &mut Reader) -> Vec<String> {
    let text = reader.text();
    let list = text.lines().filter_map(|it| it.split('│').next());
    let rows = list.filter(|it| it.contains('%'));
    rows.map(|it| it.trim_matches(['▶', ' ']).to_string())
        .collect()
}

/// The demo's articles, read from copies in another folder.
fn copied(dir: &Path, rename: impl Fn(&str) -> String) -> Bundle {
    for story in fs::read_dir(DEMO).unwrap() {
        for file in fs::read_dir(story.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            let name = rename(&path.file_name().unwrap().to_string_lossy());
            fs::copy(&path, dir.join(name)).unwrap();
        }
    }
    grouped(bundle::load(&[dir.to_path_buf()]).unwrap())
}

#[test]
fn an_article_is_split_off_and_comes_back() {
    let mut reader = Reader::open((120, 30));
    let before = stories(&mut reader);
    reader.press("x b e a c o n enter");
    shows(&mut reader, "Split off, by you");
    let after = stories(&mut reader);
    assert_eq!(after.len(), before.len() + 1, "{after:?}");
    assert_eq!(
        after.iter().filter(|it| it.contains('✓')).count(),
        2,
        "{after:?}"
    );
    shows(&mut reader, "corrected by your decisions");
    reader.press("u");
    assert_eq!(stories(&mut reader), before);
    reader.press("ctrl-r");
    assert_eq!(stories(&mut reader), after);
}

#[test]
fn several_articles_are_split_off_as_one_story() {
    let mut reader = Reader::open((120, 30));
    let before = stories(&mut reader);
    reader.press("x tab tab");
    let marked = reader
        .text()
        .lines()
        .filter(|it| it.contains("│ +"))
        .count();
    assert_eq!(marked, 2, "{}", reader.text());
    reader.press("enter");
    shows(&mut reader, "Split off, by you");
    assert_eq!(stories(&mut reader).len(), before.len() + 1);
    reader.press("g y");
    assert_eq!(reader.text().matches("apart: ").count(), 2);
    reader.press("d g s");
    assert_eq!(stories(&mut reader), before);
    reader.press("x tab tab tab tab tab tab enter");
    shows(&mut reader, "leave one to split them from");
    assert_eq!(stories(&mut reader), before);
}

#[test]
fn two_stories_are_merged() {
    let mut reader = Reader::open((120, 30));
    let before = stories(&mut reader);
    reader.press("m m e t e o r enter");
    shows(&mut reader, "Merged, by you");
    assert_eq!(stories(&mut reader).len(), before.len() - 1);
    reader.press("enter");
    shows(&mut reader, "of 9");
    reader.press("g y");
    shows(&mut reader, "Your decisions: 1");
    shows(&mut reader, "Merged stories");
    reader.press("d");
    shows(&mut reader, "Your decisions: 0");
    reader.press("g s");
    assert_eq!(stories(&mut reader), before);
}

#[test]
fn decisions_about_stories_hold_when_opened_again() {
    let mut reader = Reader::open((120, 30));
    reader.press("x b e a c o n enter");
    let after = stories(&mut reader);
    let mut reader = reader.again(demo());
    assert_eq!(stories(&mut reader), after, "the same bundle");

    let dir = tempfile::tempdir().unwrap();
    let elsewhere = copied(dir.path(), str::to_string);
    let mut reader = reader.again(elsewhere);
    assert_eq!(stories(&mut reader), after, "from another folder");

    let dir = tempfile::tempdir().unwrap();
    let renamed = copied(dir.path(), |name| format!("saved {name}"));
    let mut reader = reader.again(renamed);
    assert_eq!(stories(&mut reader).len(), after.len(), "under other names");

    let other = grouped(bundle::load(&[format!("{DEMO}/dunholt-meteorite").into()]).unwrap());
    let mut reader = reader.again(other);
    reader.press("g y");
    shows(&mut reader, "does not hold");
}

/// From the story list to a sentence of the ferry that others share.
const TO_A_LINK: &str = "enter / a l o n g s i d e enter";

fn at_a_link(size: (u16, u16)) -> Reader {
    let mut reader = Reader::open(size);
    reader.press(TO_A_LINK);
    reader
}

#[test]
fn a_link_is_forbidden_and_allowed_again() {
    let mut reader = at_a_link((120, 30));
    shows(&mut reader, "told by 6 of 6 articles");
    reader.press("F");
    if !reader.in_panes() {
        reader.press("enter");
    }
    shows(&mut reader, "No link, by you");
    shows(
        &mut reader,
        "told by 1 of 6 articles, +4 linked  1 unlinked by you",
    );
    reader.press("w");
    shows(&mut reader, "no link  by you");
    reader.press("esc");

    let mut reader = reader.again(demo());
    reader.press(TO_A_LINK);
    shows(&mut reader, "1 unlinked by you");
    reader.press("u");
    shows(&mut reader, "no change to the notes to take back");
    reader.press("g y");
    shows(&mut reader, "No link");
    reader.press("d");
    reader.press("g p");
    shows(&mut reader, "told by 6 of 6 articles");
    reader.press("w");
    lacks(&mut reader, "by you");
}

#[test]
fn two_sentences_are_linked_by_hand() {
    let mut reader = Reader::open((120, 30));
    reader.press("enter o");
    lacks(&mut reader, "by you");
    reader.press("L");
    shows(&mut reader, "linking …");
    reader.press("j L");
    shows(&mut reader, "joins sentences of two sources");
    reader.press("tab o L");
    shows(&mut reader, "Linked, by you");
    shows(&mut reader, "1 linked by you");
    reader.press("w");
    shows(&mut reader, "you linked the two");
    shows(&mut reader, "by you");
    reader.press("esc");
    reader.press("F");
    if !reader.in_panes() {
        reader.press("enter");
    }
    shows(&mut reader, "No link, by you");
    shows(&mut reader, "1 unlinked by you");
    reader.press("g y");
    shows(&mut reader, "Your decisions: 1");
    reader.press("u");
    shows(&mut reader, "A link");
    reader.press("u");
    shows(&mut reader, "Your decisions: 0");
}

#[test]
fn a_link_begun_is_ended_by_esc() {
    let mut reader = at_a_link((120, 30));
    reader.press("L");
    shows(&mut reader, "linking …");
    reader.press("esc");
    lacks(&mut reader, "linking …");
    reader.press("L L");
    shows(&mut reader, "Nothing was linked");
}

#[test]
fn decisions_in_quick_succession_all_take_effect() {
    let mut reader = Reader::open((120, 30));
    let first = format!("{TO_A_LINK} F enter");
    // Not waited for: the first story is being compared anew when the second one is decided about.
    reader.press(&format!("{first} g s j enter s F enter esc g s k enter"));
    shows(
        &mut reader,
        "told by 1 of 6 articles, +4 linked  1 unlinked by you",
    );
    reader.press("g y");
    shows(&mut reader, "Your decisions: 2");
}

/// All stories that are shown were looked through for each.
#[test]
fn merging_is_asked_at_once_among_very_many_stories() {
    let many = 120_000;
    let story = |at| Story::new(format!("Story {at}"), vec![ArticleIx(at)]).expect("an article");
    let bundle = Bundle {
        articles: vec![article(&["The ferry ran aground."]); many],
        stories: (0..many).map(story).collect(),
        warnings: Vec::new(),
    };
    let mut reader = Reader::open_bundle(bundle, (100, 30));
    let begun = Instant::now();
    reader.press("m");
    let took = begun.elapsed();
    shows(&mut reader, "becomes one story with");
    assert!(took < Duration::from_secs(4), "{took:?}");
}
