//! The lists of discrepancies and claims, keys in, frame out: readings and their sentences, counts,
//! order, and why an entry stands there.

mod support;

use support::{Reader, lacks, shows};
use variorum::{app::press::Mouse, term::event::Event};

/// The rows that begin a sentence of the first entry, with the numbers of their readings.
fn readings(reader: &mut Reader) -> Vec<(usize, String)> {
    let text = reader.text();
    let begins = |(row, line): (usize, &str)| {
        let rest = line
            .strip_prefix('┃')?
            .trim_start()
            .trim_start_matches('▶')
            .trim_start();
        let (number, _) = rest.split_once(' ')?;
        let numbers = number.split(',').all(|it| it.parse::<u8>().is_ok());
        numbers.then(|| (row, number.to_string()))
    };
    text.lines().enumerate().filter_map(begins).collect()
}

fn chosen(reader: &mut Reader) -> Option<usize> {
    let text = reader.text();
    text.lines()
        .position(|it| it.starts_with('┃') && it.contains('▶'))
}

/// The key went to the next sentence, though that was of the same reading.
#[test]
fn the_next_reading_is_another_one() {
    let mut reader = Reader::open((120, 50));
    reader.press("enter g d");
    let all = readings(&mut reader);
    assert!(
        all.iter().any(|it| it.1 == "2"),
        "{all:?}\n{}",
        reader.text()
    );
    let number = |row: Option<usize>| {
        all.iter()
            .find(|it| Some(it.0) == row)
            .map(|it| it.1.clone())
    };
    let first = chosen(&mut reader);
    assert_eq!(number(first).as_deref(), Some("1"), "{}", reader.text());
    reader.press("tab");
    let second = chosen(&mut reader);
    assert_eq!(number(second).as_deref(), Some("2"), "{}", reader.text());
}

#[test]
fn a_click_opens_the_sentence_that_was_clicked() {
    let mut reader = Reader::open((120, 50));
    reader.press("enter g d");
    let all = readings(&mut reader);
    let (row, _) = all
        .iter()
        .find(|it| it.1 == "2")
        .expect("two readings")
        .clone();
    let text = reader.text();
    let line = text.lines().nth(row).unwrap_or_default();
    let words: Vec<&str> = line
        .split(": ")
        .nth(1)
        .unwrap_or_default()
        .split(' ')
        .take(3)
        .collect();
    reader.handle(Event::Mouse(Mouse::Click, (20, row as u16)));
    reader.wait();
    assert!(reader.in_panes());
    let here = reader.words_under_cursor();
    assert!(here.contains(&words.join(" ")), "{words:?} in {here}");
}

#[test]
fn what_is_narrowed_is_counted_beside_the_whole() {
    let mut reader = Reader::open((120, 36));
    reader.press("enter g d / t h u r s d a y enter");
    let text = reader.text();
    let title = text.lines().next().unwrap_or_default();
    assert!(
        title.contains(": 1 of ") || title.contains(": 2 of "),
        "{title}"
    );
    reader.press("g c / c a p t a i n enter");
    let text = reader.text();
    let title = text.lines().next().unwrap_or_default();
    assert!(
        title.starts_with("all claims: ") && title.contains(" of "),
        "{title}"
    );
}

#[test]
fn why_an_entry_stands_there_is_told_in_the_list() {
    for list in ["g d", "g c"] {
        let mut reader = Reader::open((120, 36));
        reader.press("enter");
        reader.press(list);
        reader.press("w");
        shows(&mut reader, "Why it is marked so");
        reader.press("w");
        lacks(&mut reader, "Why it is marked so");
    }
}

#[test]
fn claims_can_be_narrowed_and_put_in_order_by_how_many_tell_them() {
    let mut reader = Reader::open((120, 36));
    reader.press("enter g c f t w o enter");
    shows(&mut reader, "told by two or more: ");
    reader.press("s");
    shows(&mut reader, "most told first");
    let text = reader.text();
    let origins = text.lines().skip(5).filter_map(|it| {
        let label = it.trim_start_matches('▶').split_whitespace().next()?;
        let (many, origins) = label.split_once('=').unwrap_or((label, label));
        many.parse::<u32>().ok()?;
        origins.parse::<u32>().ok()
    });
    let origins: Vec<u32> = origins.collect();
    assert!(
        origins.is_sorted_by(|x, y| x >= y) && origins.len() > 5,
        "{origins:?}\n{text}"
    );
}

/// It jumped from entry to entry, and most of a long one was never seen.
#[test]
fn a_long_entry_is_scrolled_through() {
    let mut reader = Reader::open((60, 12));
    reader.press("enter g d");
    let first = reader.text();
    let title = |text: &str| text.lines().nth(4).unwrap_or_default().to_string();
    assert!(title(&first).starts_with('▶'), "{first}");
    reader.press("j");
    let further = reader.text();
    assert!(
        further.contains('┃') && !further.lines().any(|it| it.starts_with('▶')),
        "{further}"
    );
    reader.press("k");
    assert_eq!(reader.text(), first);
    let begins = |reader: &mut Reader| {
        let text = reader.text();
        let row = text.lines().find(|it| it.starts_with('▶'));
        row.map(str::to_string)
    };
    let one = begins(&mut reader);
    let steps = (0..12).take_while(|_| {
        reader.press("j");
        begins(&mut reader).is_none_or(|it| Some(it) == one)
    });
    let steps = steps.count();
    assert!((1..11).contains(&steps), "{steps}");
}

#[test]
fn the_chosen_reading_is_in_view() {
    let mut reader = Reader::open((60, 12));
    reader.press("enter g d tab");
    let chosen = reader.text();
    assert!(
        chosen
            .lines()
            .any(|it| it.starts_with('┃') && it.contains("▶ 2 ")),
        "{chosen}"
    );
}

/// What was typed next went behind what stood there.
#[test]
fn a_new_filter_takes_the_place_of_the_old_one() {
    let mut reader = Reader::open((120, 36));
    reader.press("enter g d / s i g n a l enter / k n o t s enter");
    shows(&mut reader, "knots");
    lacks(&mut reader, "signalknots");
    reader.press("/ backspace");
    shows(&mut reader, "Filter: knot");
}

/// The order was by date until each story had been on the screen.
#[test]
fn stories_are_sorted_by_what_differs() {
    let mut reader = Reader::open((120, 6));
    reader.press("s s s");
    shows(&mut reader, "sorted by number of differences");
    let first = |reader: &mut Reader| reader.text().lines().nth(2).unwrap_or_default().to_string();
    assert!(first(&mut reader).contains("Ferry with 83 passengers"));
    reader.press("S g g");
    assert!(
        first(&mut reader).contains("Meteorite"),
        "{}",
        reader.text()
    );
}

/// Only that of the story was looked at, which is one of its articles'.
#[test]
fn a_story_is_found_by_any_of_its_headlines() {
    let mut reader = Reader::open((120, 30));
    reader.press("f b r o k e n enter");
    shows(&mut reader, "Ferry with 83 passengers");
    lacks(&mut reader, "No story matches");
}
