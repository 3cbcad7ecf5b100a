//! What is told as possible: differences that a sure rule passes over, and those that none tells. All
//! events are invented.
//!
//! Each check lays two linked sentences of two articles side by side and names the kinds and readings
//! that must be told: nothing more.

#[path = "support/beside.rs"]
mod beside;
#[path = "support/sentence.rs"]
mod sentence;

use beside::{laid, shown};
use variorum::model::comparison::{Differs, LinkKind};

fn told(texts: [&str; 2], kind: LinkKind, score: f32) -> String {
    shown(&laid(&texts, Some((kind, score)), Differs::Possibly))
}

/// Two sentences that say the same in other words, whichever comes first.
#[track_caller]
fn check(a: &str, b: &str, expected: &str) {
    assert_eq!(told([a, b], LinkKind::Paraphrase, 0.75), expected);
    let turned: Vec<&str> = expected.split(" | ").collect();
    let there = told([b, a], LinkKind::Paraphrase, 0.75);
    match turned[..] {
        [""] => assert_eq!(there, ""),
        _ => assert!(!there.is_empty(), "not told of {b:?} and {a:?}"),
    }
}

#[test]
fn news_that_one_source_has_from_somebody_is_possibly_an_attribution() {
    check(
        "A train passenger saw the barge drift across the lock at Orrin, the Pell Courier reported.",
        "A passenger on the train saw a barge that drifted across the lock at Orrin.",
        "possible attribution: Pell Courier | ",
    );
    check(
        "The barge had lost its rudder before it reached the lock, according to investigators.",
        "Before it reached the lock the barge had lost its rudder in the storm.",
        "possible attribution: investigators | ",
    );
}

#[test]
fn a_speaker_may_be_described_before_and_behind() {
    check(
        "The barge had lost its rudder before it reached the lock, local officials said.",
        "Before it reached the lock the barge had lost its rudder in the storm.",
        "possible attribution: local officials | ",
    );
    check(
        "Tove Lind, a bystander, said the barge had lost its rudder before it reached the lock.",
        "Leo Voss, an old ferryman, said the barge had lost its rudder before it reached the lock.",
        "attribution: Tove Lind | Leo Voss",
    );
    // What is denied to somebody was not said to be untrue.
    check(
        "Norla denied entry to the barge at the lock of Orrin in the night of the storm.",
        "The barge was denied entry at the lock of Orrin in the night of the storm.",
        "",
    );
}

#[test]
fn whose_words_are_the_news_must_have_said_just_that() {
    check(
        "Tove Lind said the town needs a new council and a bridge of its own after the barge drifted across the lock.",
        "The barge drifted across the lock at Orrin on the harbour side.",
        "",
    );
    check(
        "The company denied that the barge had lost its rudder before the lock at Orrin.",
        "Before the lock at Orrin the barge had lost its rudder.",
        "",
    );
}

#[test]
fn a_document_may_be_that_of_the_other_speaker() {
    check(
        "The cranes of Orrin were safe when they left the yard in spring, the company said.",
        "When they left the yard in spring the cranes of Orrin were safe, the statement said.",
        "",
    );
}

#[test]
fn a_doubt_that_the_other_lacks_is_possibly_a_hedge() {
    check(
        "The crew allegedly broke into the lock house at Orrin and painted two barges red.",
        "At Orrin the crew were seen to break into a lock house and paint two barges red.",
        "possible hedge: allegedly broke | ",
    );
    check(
        "The mayor of Orrin is expected to sign the harbour order this week in the town hall.",
        "The harbour order was signed by the mayor of Orrin in the town hall.",
        "possible hedge: expected to sign | signed",
    );
}

#[test]
fn a_doubt_in_other_words_or_about_something_else_is_no_hedge() {
    check(
        "The crew allegedly broke into the lock house at Orrin and painted two barges red.",
        "At Orrin a crew is accused of having broken into a lock house to paint two barges red.",
        "",
    );
    check(
        "The council could lose millions over the trial of the crew at Orrin this year.",
        "The trial of the crew at Orrin cost the council millions this year.",
        "",
    );
    check(
        "The mayor is expected to sign the harbour order of Orrin this week.",
        "The mayor of Orrin is due to sign the harbour order within the week.",
        "",
    );
}

#[test]
fn bounds_and_parts_of_the_same_possibly_differ() {
    check(
        "His office hired some 4,000 people for the harbours of the whole Orrin coast.",
        "For the harbours of the Orrin coast nearly 4,000 people were hired by his office.",
        "possible number: some 4,000 people | nearly 4,000 people",
    );
    check(
        "The papers that he held belonged to two of the victims of the Orrin barge.",
        "He had papers on him that belonged to one of the victims of the barge at Orrin.",
        "possible number: two of the victims | one of the victims",
    );
    check(
        "The papers that he held belonged to two of the victims of the Orrin barge.",
        "Papers of two of the victims of the barge at Orrin were found on him.",
        "",
    );
}

#[test]
fn a_short_quotation_of_a_long_one_in_other_words_is_possibly_another() {
    check(
        "“The long suffering of the Orrin people deserves all of our sympathy,” she said.",
        "She added that the people of Orrin “deserve our sympathies”.",
        "possible quote: deserves all of our sympathy | deserve our sympathies",
    );
}

#[test]
fn a_few_quoted_words_of_which_one_is_another_are_possibly_a_quotation() {
    check(
        "“I took a break from my rigorous nap schedule to be here at Orrin,” Tove Lind told the guests.",
        "Tove Lind joked that she had left her “usual nap schedule” to be with the guests at Orrin.",
        "possible quote: rigorous | usual",
    );
    check(
        "“This keeper was prepared to flood locks,” said Pell of the barge at Orrin.",
        "Pell said of the barge at Orrin: “He was prepared to flood locks.”",
        "possible quote: keeper | He",
    );
    check(
        "“Two can play that game,” Tove Lind wrote of the council of Orrin.",
        "“They can play that game,” Tove Lind said of the council of Orrin.",
        "",
    );
}

#[test]
fn hundreds_here_and_thousands_there_are_possibly_another_number() {
    check(
        "Thousands of workers saw the barge drift across the lock at Orrin.",
        "Hundreds of people saw a barge that drifted across the lock at Orrin.",
        "possible number: Thousands | Hundreds",
    );
    check(
        "Thousands of workers saw the barge drift across the lock at Orrin.",
        "Hundreds of lamps lit the barge that drifted across the lock at Orrin.",
        "",
    );
}

#[test]
fn of_a_weak_link_nothing_is_possible() {
    let texts = [
        "The crew allegedly broke into the lock house at Orrin and painted two barges red.",
        "At Orrin the crew were seen to break into a lock house and paint two barges red.",
    ];
    assert_eq!(told(texts, LinkKind::Partial, 0.2), "");
}

#[test]
fn what_is_sure_is_not_told_as_possible_too() {
    let texts = [
        "The barge reportedly lost its rudder at Orrin.",
        "The barge lost its rudder at Orrin.",
    ];
    let found = told(texts, LinkKind::Edited, 0.95);
    assert!(found.starts_with("hedge: "), "{found}");
    assert!(!found.contains("possible"), "{found}");
    assert!(Differs::Possibly < Differs::Surely);
}

#[test]
fn the_word_that_each_source_chose_is_possibly_another_wording() {
    check(
        "Orrin paid bounties to the crews that brought in barges of the Pell fleet last spring.",
        "Last spring crews that brought in barges of the fleet of Pell had payments from Orrin.",
        "possible wording: bounties | payments",
    );
    check(
        "The gunmen opened fire on the ferry in Orrin harbour before the police came.",
        "Before the police came to the harbour of Orrin, militants fired at a ferry there.",
        "possible wording: gunmen | militants",
    );
}

#[test]
fn a_word_that_was_quoted_or_belongs_to_a_noun_was_not_chosen() {
    check(
        "Orrin paid “bounties” to the crews that brought in barges of the Pell fleet last spring.",
        "Last spring crews that brought in barges of the fleet of Pell had payments from Orrin.",
        "",
    );
    check(
        "The mayor of Orrin told government offices that the harbour of Pell stays closed.",
        "The harbour of Pell stays closed, the mayor of Orrin told the regime there.",
        "",
    );
    check(
        "Protesters and rioters crossed the lock bridge at Orrin before the police came.",
        "Before the police came to Orrin, protesters crossed the bridge at the lock.",
        "",
    );
}

#[test]
fn the_dead_and_the_hurt_are_counted_apart() {
    check(
        "A ferry hit the quay of Orrin in the fog, killing three people and wounding twelve.",
        "In the fog a ferry hit the quay of Orrin; three people were killed and 15 others injured.",
        "possible number: wounding twelve | 15 others injured",
    );
    check(
        "A ferry hit the quay of Orrin in the fog, killing three people and wounding twelve.",
        "In the fog a ferry hit the quay of Orrin; three were killed and 12 injured.",
        "",
    );
    check(
        "A ferry hit the quay of Orrin in the fog, and 12 people were killed.",
        "In the fog a ferry hit the quay of Orrin, killing ten tourists and two of the crew.",
        "",
    );
}
