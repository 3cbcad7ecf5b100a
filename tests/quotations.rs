//! Quotations and who said them: as a block without marks, as a part of a longer one, by the person
//! spoken of. All events are invented.

#[path = "support/beside.rs"]
mod beside;
#[path = "support/sentence.rs"]
mod sentence;

use beside::{laid, shown};
use variorum::model::comparison::{Differs, LinkKind};

#[track_caller]
fn check(kind: LinkKind, texts: &[&str], expected: &str) {
    let found = laid(texts, Some((kind, 0.95)), Differs::Surely);
    assert_eq!(shown(&found), expected);
}

#[test]
fn a_quotation_printed_without_its_marks_is_compared_with_it() {
    check(
        LinkKind::Edited,
        &[
            "“We will remember it when we are called upon to pay for the harbour wall,” Lind said.",
            "We will remember it when we are asked to pay for the harbour wall.",
        ],
        "quote: called upon | asked",
    );
    check(
        LinkKind::Edited,
        &[
            "“We will remember it when we are called upon to pay for the harbour wall,” Lind said.",
            "We will remember it when we are called upon to pay for the harbour wall.",
        ],
        "",
    );
}

#[test]
fn words_at_the_edge_of_a_part_are_told_where_they_are_those_of_the_whole_altered() {
    check(
        LinkKind::Paraphrase,
        &[
            "Lind praised the mayor “for taking bold steps toward a new harbour wall for Orrin.”",
            "“I thank the mayor for his patience with all of us, and take bold steps toward a new harbour wall for Orrin,” Lind said.",
        ],
        "quote: for taking | and take",
    );
    check(
        LinkKind::Paraphrase,
        &[
            "“We hate to lose you and your bold steps toward a new harbour wall.”",
            "“Hopefully all of you will be back some day with your bold steps toward a new harbour wall.”",
        ],
        "",
    );
}

#[test]
fn prose_of_the_source_is_no_reading_of_a_quotation() {
    check(
        LinkKind::Edited,
        &[
            "The council voted to cut its ties with Pell over the blockade of Orrin harbour.",
            "The council decided to cut its ties with Pell over its “cruel and endless blockade of Orrin harbour”.",
        ],
        "",
    );
}

#[test]
fn a_statement_of_a_spokeswoman_is_not_the_one_of_whom_it_speaks() {
    check(
        LinkKind::Edited,
        &[
            "“Mrs Lind hates to see barges taken from their crews and hopes both harbours come together,” said Tove Marl, her spokeswoman.",
            "Mrs Lind said she “hates to see barges taken from their crews and hopes both harbours come together”.",
        ],
        "attribution: Tove Marl | Mrs Lind",
    );
}
