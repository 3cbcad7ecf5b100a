//! What is told as slight: the same in a fuller, shorter or other form. All events are invented.
//!
//! Each check lays two sentences of two articles side by side, linked or not, and names the kinds and
//! readings that must be told: nothing more.

#[path = "support/beside.rs"]
mod beside;
#[path = "support/sentence.rs"]
mod sentence;

use beside::{laid, laid_around, shown};
use variorum::model::comparison::{Differs, LinkKind};

fn told(texts: [&str; 2], link: Option<(LinkKind, f32)>) -> String {
    shown(&laid(&texts, link, Differs::Slightly))
}

/// Two sentences that say the same in other words.
#[track_caller]
fn check(a: &str, b: &str, expected: &str) {
    assert_eq!(told([a, b], Some((LinkKind::Paraphrase, 0.8))), expected);
}

/// Two sentences of one wording.
#[track_caller]
fn check_edited(a: &str, b: &str, expected: &str) {
    assert_eq!(told([a, b], Some((LinkKind::Edited, 0.95))), expected);
}

/// Two sentences that nothing links.
#[track_caller]
fn check_apart(a: &str, b: &str, expected: &str) {
    assert_eq!(told([a, b], None), expected);
}

#[test]
fn titles_of_one_person() {
    check_apart(
        "The order was signed by Chief Judge Tove Lind in the hall.",
        "In the town Judge Tove Lind met the ferrymen of Orrin.",
        "slight role: Chief Judge | Judge",
    );
    check_apart(
        "Prosecutor Leo Voss of Pell County opened the files of the harbour.",
        "The harbour master was called by Leo Voss, the county attorney, who told nobody.",
        "slight role: Prosecutor | attorney",
    );
    // A party, a nation and an honour are no office.
    check_apart(
        "The bridge was opened by Republican Sen. Tove Lind in the rain.",
        "Senator Tove Lind has a boat in Orrin.",
        "",
    );
}

#[test]
fn names_in_another_form() {
    check_apart(
        "Few had heard of Harbour11 before.",
        "The owners of Harbour 11 are unknown.",
        "slight name: Harbour11 | Harbour 11",
    );
    check_apart(
        "Then Senator Matt Holm rose from his seat at last.",
        "The vote of Senator Matthew Holm was the last.",
        "slight name: Matt Holm | Matthew Holm",
    );
    check(
        "President Remy Aubin thanked the crew of the ferry.",
        "The crew of the ferry had thanks from President Remy Aubin Ferrer.",
        "slight name: Remy Aubin | Remy Aubin Ferrer",
    );
}

#[test]
fn a_phrase_of_a_quotation() {
    // As a statement of its own it is cut; within a sentence it is a phrase.
    let whole =
        "“The council has no right to sell the boats and the old mill of Orrin,” Lind said.";
    let told = |part: &str| told([whole, part], None);
    assert_eq!(
        told("“The council has no right to sell the boats,” Lind said."),
        "quote: and the old mill of Orrin | ",
    );
    assert_eq!(
        told("Lind said it had “no right to sell the boats” of the town."),
        "slight quote: The council has / and the old mill of Orrin | ",
    );
}

#[test]
fn names_in_full_and_shortened() {
    check_apart(
        "The boat belongs to Tove K. Lind, who built it.",
        "Two men saw Tove Lind on the quay.",
        "slight name: Tove K. Lind | Tove Lind",
    );
    check_apart(
        "The Orrin Harbour Relief Fund paid for the boats.",
        "Money of the Harbour Relief Fund was found in the mill.",
        "slight name: Orrin Harbour Relief Fund | Harbour Relief Fund",
    );
    // The fullest form of each article counts, but father and son are two.
    check_articles(
        &[
            &[
                "Tove K. Lind built the boat.",
                "Two men saw Tove Lind on the quay.",
            ],
            &["The ferry was bought by Tove Lind."],
        ],
        "slight name: Tove K. Lind | Tove Lind",
    );
    check_articles(
        &[
            &[
                "Leo Voss Jr built the boat.",
                "Two men saw Leo Voss on the quay.",
            ],
            &["The ferry was bought by Leo Voss."],
        ],
        "",
    );
    check_articles(
        &[
            &[
                "The boat was built by William Voss.",
                "Two men saw Bill Voss.",
            ],
            &["The ferry was bought by Bill Voss."],
            &["The lock was opened by William Voss."],
        ],
        "slight name: Bill Voss | William Voss",
    );
    check_apart(
        "The Orrin Hall was full of ferrymen.",
        "The Orrin Hall Fund paid the ferrymen.",
        "",
    );
}

#[test]
fn quotations_cut_or_begun_otherwise() {
    check(
        "“It should have happened a long time ago,” the mayor said of the bridge.",
        "The mayor said the bridge “should have happened a long time ago.”",
        "slight quote: It should have happened a long time ago | should have happened a long time ago",
    );
    check(
        "“My wife gives the same speech, and people get on her case,” Voss said.",
        "“My wife gives the same speech, and people get on her case and I don't get it,” said Voss.",
        "slight quote: My wife gives the same speech, and people get on her case | My wife gives the same speech, and people get on her case and I don't get it",
    );
}

#[test]
fn words_within_the_marks_and_before_them() {
    check(
        "She added: “The lock was built and kept in a manner that was sloppy at best.”",
        "She added that the lock was built and kept in a “manner that was sloppy at best.”",
        "slight quote: “The lock was built and kept in a” | the lock was built and kept in a",
    );
    // A word or two are quoted here or there.
    check(
        "The mayor called it “a very sloppy piece of work.”",
        "The mayor called it a very “sloppy piece of work.”",
        "",
    );
}

#[test]
fn terms_for_one_thing() {
    check(
        "The ferryman was arrested at the lock of Orrin after the storm.",
        "Two hours after the storm the ferryman was taken into custody at the lock.",
        "slight wording: arrested | custody",
    );
    check(
        "The ferryman was arrested at the lock of Orrin after the storm.",
        "Two hours after the storm the ferryman was arrested and taken into custody at the lock.",
        "",
    );
}

#[test]
fn counts_by_and_large() {
    check(
        "There were four shootings near the lock of Orrin in the last week of June.",
        "The lock of Orrin was closed in the last week of June after multiple shootings.",
        "slight number: four shootings | multiple shootings",
    );
    check(
        "There were four shootings near the lock of Orrin in the last week of June.",
        "The lock of Orrin was closed in the last week of June after multiple storms.",
        "",
    );
}

#[test]
fn ages_of_two_persons_are_no_count() {
    check_apart(
        "In tears the 35-year-old driver walked through the pit lane with a flag.",
        "The 37-year-old driver lost the car as the race went on through the pit lane.",
        "",
    );
    check_apart(
        "The 35-year-old driver Tove Lind walked through the pit lane with a flag.",
        "With a flag the 37-year-old driver Tove Lind walked through the pit lane.",
        "number: 35-year-old | 37-year-old",
    );
}

#[test]
fn what_is_said_of_a_person_behind_the_name() {
    check_articles(
        &[
            &[
                "Mr Voss left.",
                "Leo Voss, a hedge-fund tycoon, paid for it.",
            ],
            &[
                "Mr Voss paid.",
                "Leo Voss, the paper's wealthiest patron, was there.",
            ],
        ],
        "slight role: hedge-fund tycoon | paper's wealthiest patron",
    );
    check_articles(
        &[
            &[
                "Mr Voss left.",
                "Leo Voss, a tycoon of the lake, paid for it.",
            ],
            &[
                "Mr Voss paid.",
                "Leo Voss, the wealthiest tycoon there, was late.",
            ],
        ],
        "",
    );
}

#[test]
fn what_is_quoted_elsewhere_was_not_cut() {
    let whole =
        "“The lock was built in haste and kept in a manner that was sloppy at best,” she said.";
    let part = "Lind called it “sloppy at best.”";
    check_around(
        &[&[whole], &[part]],
        "slight quote: The lock was built in haste and kept in a manner that was sloppy at best | sloppy at best",
    );
    check_around(
        &[
            &[whole],
            &[
                part,
                "It rained.",
                "The quay was wet.",
                "Two men left.",
                whole,
            ],
        ],
        "",
    );
}

#[test]
fn quoted_here_and_bare_there() {
    check(
        "The mayor said Orrin was “no longer a safe harbour” for the old ferries.",
        "The old ferries have no longer a safe harbour in Orrin, the mayor told the council.",
        "slight quote: “no longer a safe harbour” | no longer a safe harbour",
    );
}

#[test]
fn how_sure_or_willing() {
    check(
        "The owner of the ferry vowed to sue the harbour office over the lock.",
        "The owner of the ferry will sue the harbour office of Orrin over the lock.",
        "slight hedge: vowed to sue | will sue",
    );
    // Reported speech puts "will" into the past.
    check(
        "The owner of the ferry will sue the harbour office over the lock.",
        "Over the lock the owner would sue the harbour office, he said.",
        "",
    );
}

#[test]
fn sources_of_a_statement() {
    check(
        "The ferry of Orrin was built for the lake and never left it, according to the Pell Courier.",
        "Built for the lake, the ferry has a keel of oak.",
        "slight attribution: Pell Courier | ",
    );
    check(
        "Tove Lind told the Pell Courier that the lock was open all night.",
        "The lock stood open all night, Tove Lind said.",
        "slight attribution: told the Pell Courier | said",
    );
    check(
        "Ferrymen surveyed by Norla Research want a lock of their own at Orrin.",
        "Ferrymen surveyed by the Tavik Institute want a new lock at Orrin.",
        "slight attribution: Norla Research | Tavik Institute",
    );
}

#[test]
fn counts_and_times() {
    check(
        "The family raised more than $20,000 for the bridge at the fair.",
        "The family raised $21,500 at the fair for the bridge of Orrin.",
        "slight number: more than $20,000 | $21,500",
    );
    check(
        "The lock of Orrin burst on Friday night during the storm.",
        "During the storm the lock of Orrin burst on Friday evening.",
        "slight date: Friday night | Friday evening",
    );
    check(
        "The council sold the old mill last spring after a debate.",
        "After a debate the council sold the mill last year.",
        "slight date: last spring | last year",
    );
}

#[test]
fn other_words_in_one_wording() {
    check_edited(
        "Critics called the plan a cruel and callous effort to close the harbour.",
        "Critics called the plan a cruel effort to close the harbour.",
        "slight wording: cruel and callous effort | cruel effort",
    );
    // Words in another order.
    check_edited(
        "Critics said that the harbour order was politicized or withheld by the council.",
        "Critics said that the harbour order was withheld or politicized by the council.",
        "",
    );
    // The same word in another form.
    check_edited(
        "Critics called the plan an effort to close the harbour of Orrin.",
        "Critics called the plan an effort for closing the harbour of Orrin.",
        "",
    );
}

/// Articles of several sentences, each a paragraph, the first of each linked.
#[track_caller]
fn check_around(texts: &[&[&str]], expected: &str) {
    let link = Some((LinkKind::Paraphrase, 0.8));
    let told = laid_around(texts, link, Differs::Slightly);
    assert_eq!(shown(&told), expected);
}

/// Articles of which nothing is linked.
#[track_caller]
fn check_articles(texts: &[&[&str]], expected: &str) {
    assert_eq!(
        shown(&laid_around(texts, None, Differs::Slightly)),
        expected
    );
}

#[test]
fn what_stands_nearby_is_not_missing() {
    const CUT: &str = "The mayor said the bridge “should have happened long ago in Orrin.”";
    check_around(
        &[
            &["“The old bridge should have happened long ago in Orrin,” the mayor said."],
            &[CUT, "Nothing else was said of the ferry."],
        ],
        "slight quote: The old bridge should have happened long ago in Orrin | should have happened long ago in Orrin",
    );
    check_around(
        &[
            &["“The old bridge should have happened long ago in Orrin,” the mayor said."],
            &[CUT, "She spoke of the old bridge that burned down in May."],
        ],
        "",
    );
    check_around(
        &[
            &[
                "The ferry of Orrin was built for the lake and never left it, according to the Pell Courier.",
            ],
            &[
                "Built for the lake, the ferry has a keel of oak.",
                "The Pell Courier found the bill of the yard.",
            ],
        ],
        "",
    );
}

#[test]
fn three_sources_have_no_reading_twice() {
    let full = "“It should have happened a long time ago,” the mayor said of the bridge.";
    let cut = "The mayor said the bridge “should have happened a long time ago.”";
    check_around(
        &[&[full], &[cut], &[full]],
        "slight quote: It should have happened a long time ago | should have happened a long time ago",
    );
}

#[test]
fn marks_and_words_are_two_findings() {
    check_around(
        &[
            &["“It is no longer a safe harbour for old ferries,” the mayor said of Orrin."],
            &["The mayor called Orrin “no longer a safe harbour” for old ferries."],
            &["Old ferries have no longer a safe harbour in Orrin, the mayor told the council."],
        ],
        "slight quote: It is no longer a safe harbour | no longer a safe harbour; slight quote: “no longer a safe harbour” | no longer a safe harbour",
    );
}

#[test]
fn persons_named_again_and_again() {
    check_around(
        &[
            &[
                "Drummer Tove Lind left the band.",
                "Drummer Tove Lind lives in Orrin.",
            ],
            &["The band was left by author Tove Lind, who lives in Orrin."],
        ],
        "slight role: Drummer | author",
    );
}

#[test]
fn nothing_is_told_twice() {
    let texts = [
        "“We will not leave the harbour of Orrin before the morning,” Tove Lind said.",
        "“We will not leave the docks of Orrin before the morning,” Tove Lind said.",
    ];
    let link = Some((LinkKind::Edited, 0.95));
    assert_eq!(told(texts, link), "quote: harbour | docks");
}

#[test]
fn words_that_a_weightier_rule_tells_are_told_once() {
    let texts = [
        "The crew allegedly stole two barges from the harbour of Orrin in May.",
        "The crew stole two barges from the harbour of Orrin in May.",
    ];
    let found = laid(&texts, Some((LinkKind::Edited, 0.95)), Differs::Slightly);
    assert_eq!(found.len(), 1, "{}", shown(&found));
    assert_eq!(found[0].differs, Differs::Surely);
}

#[test]
fn what_contradicts_is_not_slight() {
    check(
        "The council will not sue the harbour office over the lock of Orrin.",
        "The council vowed to sue the harbour office of Orrin over the lock.",
        "negation: not sue | sue",
    );
    check(
        "The council sold the old mill last year after a debate.",
        "After a debate the council sold the mill this week.",
        "",
    );
}

#[test]
fn figures_that_both_have_are_told_of_neither() {
    check(
        "The bridge got $20,000 from the fund and $21,000 from the fair of Orrin.",
        "From the fair of Orrin came $21,000 for the bridge, from the fund $20,000.",
        "",
    );
}
