//! Each source of a story in turn: the table, the parts, the way to the panes and back.

mod support;

use support::{Reader, lacks, shows};

fn row(reader: &mut Reader, at: usize) -> String {
    let text = reader.text();
    text.lines()
        .nth(at)
        .unwrap_or_default()
        .trim_end()
        .to_string()
}

#[test]
fn each_source_is_told_in_turn() {
    let mut reader = Reader::open((120, 40));
    reader.press("enter g e");
    shows(&mut reader, "Each source, everything");
    shows(&mut reader, "tells  left out  differs  only here");
    reader.press("j enter");
    assert_eq!(
        row(&mut reader, 1),
        "  2 Channel Six News  tells 12 of 23 claims"
    );
    assert!(row(&mut reader, 2).starts_with("▶ … "), "{}", reader.text());
    reader.press("l");
    assert!(row(&mut reader, 1).contains("3 northern-beacon"));
    reader.press("h h");
    assert!(row(&mut reader, 1).contains("1 tidewater-gazette"));
    reader.press("g g j j l");
    assert!(
        row(&mut reader, 1).contains("3 northern-beacon"),
        "from its row"
    );
}

#[test]
fn a_filter_shows_one_part() {
    let mut reader = Reader::open((120, 40));
    reader.press("enter g e f l e f t enter");
    shows(&mut reader, "Each source, left out");
    let text = reader.text();
    assert!(
        text.contains('…') && !text.contains('≠') && !text.contains('◇'),
        "{text}"
    );
    reader.press("enter");
    shows(
        &mut reader,
        "There is nothing of this kind to say of this source",
    );
    reader.press("a");
    shows(&mut reader, "There is nothing here to write a note on");
}

#[test]
fn what_is_left_out_opens_where_it_would_stand() {
    let mut reader = Reader::open((120, 40));
    reader.press("enter g e f l e f t enter j enter enter");
    assert!(reader.in_panes());
    shows(&mut reader, "Channel Six News");
    reader.press("m");
    shows(
        &mut reader,
        "Told by others here, left out by Channel Six News",
    );
    reader.press("esc esc");
    shows(&mut reader, "Each source, left out");
}

#[test]
fn the_table_fits_a_narrow_screen() {
    let mut reader = Reader::open((160, 30));
    reader.press("enter g e");
    for size in [(44, 20), (60, 20), (120, 20)] {
        reader.resize(size);
        let rows: Vec<String> = (2..8).map(|at| row(&mut reader, at)).collect();
        for it in &rows {
            assert!(it.ends_with(|c: char| c.is_ascii_digit()), "{rows:#?}");
        }
        lacks(&mut reader, "\n 1 ");
    }
}
