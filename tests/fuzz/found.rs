//! What was found, kept: each input once broke the property that it is tried with here.

use crate::{engine, kept, reading, words};

#[test]
fn sentences_of_one_blank_after_another() {
    words::splits("\u{a0}.\u{200b}!");
    words::splits("");
}

/// The line of signs below a heading stood nowhere.
#[test]
fn headings_that_are_underlined() {
    reading::by_all(b"S\n===");
    reading::by_all(b"A pier\n======\nIt was closed.\n===\n===\n");
}

/// A reference to a control character came through, and so did whole escape sequences.
#[test]
fn references_to_what_steers_a_terminal() {
    reading::by_all(b"&#1;");
    reading::by_all(
        b"A pier &#27;]0;owned&#7; closed\n\nIt was &#x9b;31m &#8238;closed&#x202c; on Monday.",
    );
    reading::by_all("e&#769;&#769;&#769;&#769;&#769;&#769;&#769;&#769; was closed.".as_bytes());
}

/// An item vanished that ends with a character that is never seen.
#[test]
fn markup_before_what_is_never_seen() {
    reading::by_all("- two\u{feff}".as_bytes());
    reading::by_all("A pier\n\n**closed**\u{feff}\n\n_b_\u{ad}\n".as_bytes());
}

#[test]
fn files_of_one_byte() {
    for byte in 0..=255 {
        reading::by_all(&[byte]);
    }
}

/// What was taken out behind a name reached over the end of a line.
#[test]
fn the_residue_of_a_name_ends_with_its_line() {
    reading::by_all(b"McVey McVeyF\rMORE (");
    reading::by_all("Lind LindF\u{b}MORE\n\nHide Caption 1 of 2 Hide Caption 2 of 2 (".as_bytes());
}

/// A note was taken in without a name.
#[test]
fn an_annotation_whose_id_is_empty() {
    let target = r#"{"source": "", "selector": [{"type": "TextQuoteSelector", "exact": "r"}]}"#;
    kept::imports(&format!(
        r#"{{"type": "Annotation", "target": {target}, "id": ""}}"#
    ));
}

/// The score of a link was a hair more than the whole.
#[test]
fn shares_that_sum_up_to_more_than_all() {
    engine::judges(&[
        "---\ntitle: \"Old pier: closed\"\nauthors: [Ana Roe, 'B. Vale']\ndate: 2025-12-06T02:yesterday03:29Z\ndek: >\n  It may open ag...ain\n---\n\n# Old pier\n\n- one\n- two\n\n| a | b |\n\\ud800|---|---|(http://a.example/b_(c)) _words_ &amp;\n\n**Bold** [link](http://a.examIn this photople/b_(c)) _words_ &amp; `code` <br> \\* ![photo](x.png)\n\n> ==x====x====x====x====x====x====x====x====x====x==quoted\n\nPhotograph: Ana Roe / POOL\n".to_string(),
        "---\ntitle: \"Old pier: closed\"\nauthors: [Ana Roe, 'B. Vale']\ndate: 2025-12-06T02:yesterday03:29Z\ndek: >\n  It may open ag...ain\n---\n\n# Old pier\n\n- one\n- two\n\n| a | b |\n\\ud800|---|---|(http://a.example/b_(c)) _words_ &amp;\n\n**Bold** [link](http://a.examIn this photople/b_(c)) _words_ &amp; `code` <br> \\* ![photo](x.png)\n\n> ==x====x====x====x====x====x====x====x====x====x==quoted\n\nPhotograph: Ana Roe / POOL\n".to_string(),
        "Old pier closed\n\n06.1rbosaid. \"It riday\" Mr. Roe told reporters on Dec. 5. 00 people petiti.\nelated ary\": \"B \\ud83d\\ude\": [\"One.\"}]}es\n".to_string(),
        "Old pier closمرحباed\n\n06.12.2025\nReading time: 3 min\n\nByfile:/// Ana Roe\n\nToe told  old pier at Wexcombe was closed on Monday, the harbour of. \"It is \" Mr. Roe told reporters on Dec. 5. About 1,300 people signed 900 (70%).\n\nShare\n\nRelated".to_string(),
    ]);
}
