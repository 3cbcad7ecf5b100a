//! Notes on screen: what is in doubt is asked, what has changed is shown then and now, tags and notes
//! are completed while typing, notes are linked, and the list is narrowed. Events are invented.

mod support;

use std::fs;

use support::{Reader, grouped, lacks, shows};
use variorum::{bundle, model::bundle::Bundle};

const HEAD: &str = "Title: Weir gives way at Ansley\nSource: Ansley Echo\nDate: 2031-05-04\n\n";
const WEIR: &str = "The old weir at Ansley gave way on Sunday night.";
const MILL: &str = "Nobody lived in the mill below it.";
const ALARM: &str = "The alarm was raised by one angler.";
const OTTERS: &str = "Two otters were seen on the bank at dawn.";
const REPAIR: &str = "Repairs will take until the autumn, the council said.";

/// A folder with articles, each from its sentences, a paragraph each.
fn bundle(articles: &[(&str, &[&str])]) -> Bundle {
    let dir = tempfile::tempdir().unwrap();
    for (name, sentences) in articles {
        let head = HEAD.replace("Ansley Echo", name);
        let text = head + &sentences.join("\n\n") + "\n";
        fs::write(dir.path().join(format!("{name}.txt")), text).unwrap();
    }
    grouped(bundle::load(&[dir.path().to_path_buf()]).unwrap())
}

fn search(reader: &mut Reader, words: &str) {
    reader.press("/");
    reader.type_text(words);
    reader.press("enter");
}

/// A note on the sentence that holds these words.
fn noted(reader: &mut Reader, words: &str, text: &str) {
    search(reader, words);
    reader.press("a");
    reader.type_text(text);
    reader.press("ctrl-s");
    shows(reader, "Note saved");
}

/// A note on the sentence about the angler, and the article as it is now.
fn changed(now: &[&str]) -> Reader {
    let then: &[&str] = &[WEIR, MILL, ALARM, OTTERS, REPAIR];
    let mut reader = Reader::open_bundle(bundle(&[("Echo", then)]), (120, 30));
    reader.press("enter");
    noted(&mut reader, "angler", "Who was it?");
    let mut reader = reader.again(bundle(&[("Echo", now)]));
    reader.press("g n");
    reader
}

#[test]
fn where_several_places_fit_the_reader_is_asked() {
    let mut reader = changed(&[ALARM, WEIR, OTTERS, REPAIR, ALARM, MILL]);
    shows(&mut reader, "several places fit");
    reader.press("enter");
    shows(&mut reader, "Where is");
    shows(&mut reader, "◂ The old weir");
    shows(&mut reader, "until the autumn, the council said. ▸");
    reader.press("esc");
    shows(&mut reader, "several places fit");
    reader.press("enter down enter");
    lacks(&mut reader, "several places fit");
    shows(&mut reader, "Note saved");
    reader.press("enter");
    assert!(reader.in_panes());
    assert!(reader.cursor_words().starts_with("The alarm"));
    reader.press("u g n");
    shows(&mut reader, "several places fit");
    reader.press("ctrl-r");
    lacks(&mut reader, "several places fit");
}

#[test]
fn what_has_changed_is_shown_then_and_now() {
    let alarm = "The alarm was raised by one cyclist.";
    let mut reader = changed(&[WEIR, MILL, alarm, OTTERS, REPAIR]);
    shows(&mut reader, "“The alarm was raised by one angler.”");
    shows(&mut reader, "changed since; r takes the words of now");
    shows(
        &mut reader,
        "now: The alarm was raised by one [-angler-] cyclist.",
    );
    reader.press("r");
    shows(&mut reader, "“The alarm was raised by one cyclist.”");
    lacks(&mut reader, "changed since");
    reader.press("u");
    shows(&mut reader, "changed since");
}

#[test]
fn what_is_gone_stays_listed_with_its_words() {
    let mut reader = changed(&[WEIR, MILL, OTTERS, REPAIR]);
    shows(
        &mut reader,
        "“The alarm was raised by one angler.”  (no longer in the article)",
    );
    shows(&mut reader, "Who was it?");
    reader.press("enter");
    shows(&mut reader, "no longer stand in Echo");
    let mut reader = reader.again(support::demo());
    reader.press("g n");
    shows(&mut reader, "(not in what is open now)");
}

/// Three notes on one article.
fn three() -> Reader {
    let sentences: &[&str] = &[WEIR, MILL, ALARM, OTTERS, REPAIR];
    let mut reader = Reader::open_bundle(bundle(&[("Echo", sentences)]), (120, 40));
    reader.press("enter");
    noted(&mut reader, "gave way", "When exactly? #weir #check");
    noted(&mut reader, "angler", "Who was it? #people #check");
    noted(&mut reader, "otters", "Charming. #wildlife");
    reader
}

#[test]
fn a_tag_is_completed() {
    let mut reader = three();
    search(&mut reader, "autumn");
    reader.press("a");
    reader.type_text("Until when? #");
    shows(&mut reader, "tab #check 2  #people 1  #weir 1  #wildlife 1");
    reader.type_text("w");
    shows(&mut reader, "tab #weir 1  #wildlife 1");
    reader.press("tab");
    shows(&mut reader, "Until when? #weir");
    reader.press("tab");
    shows(&mut reader, "Until when? #wildlife");
    reader.press("tab");
    reader.type_text(", no");
    lacks(&mut reader, "tab #");
    reader.press("ctrl-s g n");
    shows(&mut reader, "Until when? #weir, no");
}

#[test]
fn notes_are_linked_with_each_other() {
    let mut reader = three();
    search(&mut reader, "autumn");
    reader.press("a");
    reader.type_text("As with [[otter");
    lacks(&mut reader, "tab n-");
    reader.press("backspace backspace backspace backspace backspace");
    reader.type_text("charm");
    shows(&mut reader, "Charming. #wildlife");
    reader.press("tab");
    reader.type_text(" then.");
    reader.press("ctrl-s g n");
    shows(&mut reader, "links to n-");
    shows(&mut reader, "linked from n-");
    reader.press("f e x a c t l y enter tab");
    shows(&mut reader, "linked with no other");
    reader.press("esc f a u t u m n enter tab");
    let text = reader.text();
    let at = text
        .lines()
        .position(|it| it.starts_with('▶'))
        .expect("a cursor");
    let below: Vec<&str> = text.lines().skip(at).take(4).collect();
    assert!(below.join("\n").contains("Charming"), "{text}");
    reader.press("d");
    shows(&mut reader, "(there is no such note)");
}

#[test]
fn the_list_is_narrowed() {
    let mut reader = three();
    reader.press("g n t");
    shows(&mut reader, "#check                    2");
    shows(&mut reader, "kept                      3");
    reader.press("enter");
    shows(&mut reader, "Notes: 3, 2 shown");
    lacks(&mut reader, "Charming");
    reader.press("t p e o p l e enter");
    shows(&mut reader, "Notes: 3, 1 shown");
    shows(&mut reader, "#check  #people");
    reader.press("esc");
    shows(&mut reader, "Charming");
    reader.press("f c h a r m enter");
    shows(&mut reader, "Notes: 3, 1 shown");
}

#[test]
fn a_note_on_a_story_stays_with_its_articles() {
    let sentences: &[&str] = &[WEIR, MILL, ALARM, OTTERS, REPAIR];
    let other: &[&str] = &[MILL, WEIR, ALARM, REPAIR];
    let mut reader =
        Reader::open_bundle(bundle(&[("Echo", sentences), ("Post", other)]), (120, 30));
    reader.press("A");
    reader.type_text("On all of it");
    reader.press("ctrl-s");
    shows(&mut reader, "†1");
    let retitled = HEAD.replace(
        "Weir gives way at Ansley",
        "Flood at Ansley after weir breaks",
    );
    let dir = tempfile::tempdir().unwrap();
    for name in ["Echo", "Post"] {
        let text = retitled.replace("Ansley Echo", name);
        let text = text + &[MILL, WEIR, ALARM, REPAIR].join("\n\n");
        fs::write(dir.path().join(format!("{name}.txt")), text).unwrap();
    }
    let again = grouped(bundle::load(&[dir.path().to_path_buf()]).unwrap());
    assert_ne!(again.stories[0].title, "Weir gives way at Ansley");
    let mut reader = reader.again(again);
    shows(&mut reader, "†1");
}

#[test]
fn words_noted_in_one_article_are_known_in_another() {
    let one: &[&str] = &[WEIR, MILL, ALARM, OTTERS, REPAIR];
    let other: &[&str] = &[MILL, OTTERS, ALARM];
    let both = || bundle(&[("Echo", one), ("Post", other)]);
    let mut reader = Reader::open_bundle(both(), (120, 30));
    reader.press("enter");
    noted(&mut reader, "angler", "Who was it?");
    lacks(&mut reader, "seen before");
    shows(&mut reader, "‡");
    reader.press("tab");
    shows(&mut reader, "seen before (E)");
    reader.press("E");
    shows(&mut reader, "Noted before");
    shows(&mut reader, "Who was it?");
    reader.press("n");
    shows(&mut reader, "stays as it is");
    shows(&mut reader, "seen before");
    reader.press("E y");
    shows(&mut reader, "Note saved");
    lacks(&mut reader, "seen before");
    lacks(&mut reader, "‡");
    reader.press("g n");
    shows(&mut reader, "Post: “The alarm was raised");
    shows(&mut reader, "Echo: “The alarm was raised");
    reader.press("u esc");
    shows(&mut reader, "‡");
}

#[test]
fn an_earlier_bundles_note_is_known_in_a_later_one() {
    let one: &[&str] = &[WEIR, MILL, ALARM, OTTERS, REPAIR];
    let mut reader = Reader::open_bundle(bundle(&[("Echo", one)]), (120, 30));
    reader.press("enter");
    noted(&mut reader, "angler", "Who was it?");
    let mut reader = reader.again(bundle(&[("Courier", &[REPAIR, ALARM, MILL])]));
    reader.press("enter E");
    shows(&mut reader, "No note hangs on these words elsewhere");
    search(&mut reader, "angler");
    reader.press("E");
    shows(&mut reader, "Who was it?");
    shows(&mut reader, "Echo: “The alarm was raised");
}

#[test]
fn a_discrepancy_and_a_claim_are_noted_with_all_their_sources() {
    let mut reader = Reader::open((120, 40));
    reader.press("g d a");
    reader.type_text("Which is it?");
    reader.press("ctrl-s");
    shows(&mut reader, "Note saved");
    reader.press("g n");
    let text = reader.text();
    let quoted = text.lines().filter(|it| it.contains(": “")).count();
    assert!(1 < quoted, "{text}");
    reader.press("d q g c a");
    reader.type_text("All of them");
    reader.press("ctrl-s g n");
    shows(&mut reader, "All of them");
}
