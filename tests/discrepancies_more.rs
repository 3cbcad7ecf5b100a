//! What else is surely told as a discrepancy, and what is not: speakers that one source leaves out, persons
//! said to be others, names in several forms, quotations beside other words; and in what order and
//! in whose words it is told. All events are invented.

#[path = "support/beside.rs"]
mod beside;
#[path = "support/sentence.rs"]
mod sentence;

use beside::{laid, shown};
use variorum::model::comparison::{Differs, Discrepancy, DiscrepancyKind, LinkKind};

/// What is told of articles of one sentence each, all surely linked to one another as this kind.
fn found(texts: &[&str], kind: Option<LinkKind>) -> Vec<Discrepancy> {
    scored(texts, kind, 0.9)
}

/// The same with links of this score.
fn scored(texts: &[&str], kind: Option<LinkKind>, score: f32) -> Vec<Discrepancy> {
    laid(texts, kind.map(|it| (it, score)), Differs::Surely)
}

/// Sentences that say the same in other words.
#[track_caller]
fn check(texts: &[&str], expected: &str) {
    assert_eq!(shown(&found(texts, Some(LinkKind::Paraphrase))), expected);
}

/// Sentences that are worded alike.
#[track_caller]
fn check_edited(texts: &[&str], expected: &str) {
    assert_eq!(shown(&found(texts, Some(LinkKind::Edited))), expected);
}

/// Sentences that nothing links.
#[track_caller]
fn check_apart(texts: &[&str], expected: &str) {
    assert_eq!(shown(&found(texts, None)), expected);
}

#[test]
fn a_statement_that_lost_its_speaker_is_told() {
    check(
        &[
            "The quay will stay closed for repairs until March, officials said.",
            "The quay will stay closed until March for repairs.",
        ],
        "attribution: officials | ",
    );
}

#[test]
fn what_a_source_says_of_itself_lost_nobody() {
    check(
        &[
            "Marl Transit said that it raised the ferry fares in May.",
            "Marl Transit raised the ferry fares in May.",
        ],
        "",
    );
    check(
        &[
            "He said that the quay will stay closed for repairs until March.",
            "The quay will stay closed until March for repairs.",
        ],
        "",
    );
}

#[test]
fn who_owns_the_speaker_is_none() {
    check(
        &[
            "The repair of the quay will cost £1,900, and the club's insurers have not said whether they will pay.",
            "The repair of the quay will cost the town £1,900.",
        ],
        "",
    );
}

#[test]
fn speakers_of_two_sorts_are_two() {
    check(
        &[
            "The skipper left the harbour alone before the storm, police said.",
            "The skipper left the harbour alone before the storm, relatives said.",
        ],
        "attribution: police | relatives",
    );
    check(
        &[
            "The skipper left the harbour alone before the storm, police said.",
            "The skipper left the harbour alone before the storm, officials said.",
        ],
        "",
    );
}

#[test]
fn so_many_persons_said_to_be_others_are_told() {
    check(
        &[
            "Twelve civilians died in the raid on the fort at Pell.",
            "The raid on the fort at Pell killed twelve militants.",
        ],
        "role: Twelve civilians | twelve militants",
    );
    check(
        &[
            "Twelve civilians died in the raid on the fort at Pell.",
            "The raid on the fort at Pell killed twelve people.",
        ],
        "",
    );
}

#[test]
fn a_person_described_in_another_way_is_told() {
    check(
        &[
            "The lead singer Tove Lind opened the show in Orrin.",
            "In Orrin the drummer Tove Lind opened the show.",
        ],
        "role: lead singer | drummer",
    );
    check(
        &[
            "The frontman Tove Lind opened the show in Orrin.",
            "In Orrin the lead singer Tove Lind opened the show.",
        ],
        "",
    );
    check_apart(
        &[
            "Petra Dael, president of the Marl Fund, wrote a letter.",
            "Nobody asked Petra Dael, president of the Marl Union, for it.",
        ],
        "role: president of the Marl Fund | president of the Marl Union",
    );
}

#[test]
fn another_name_of_one_place_is_told() {
    check_apart(
        &[
            "The envoy flew to Kiev first.",
            "In Kyiv the envoy was met by no one.",
        ],
        "name: Kiev | Kyiv",
    );
}

#[test]
fn a_name_shortened_is_the_same() {
    check_apart(
        &[
            "President Remy Aubin left. Aubin took the ferry.",
            "Mr Aubin took the ferry.",
        ],
        "",
    );
    check(
        &[
            "Marl Transit Ltd bought the ferry of the island.",
            "The ferry of the island was bought by Marl Transit.",
        ],
        "",
    );
}

#[test]
fn a_body_of_another_name_is_told() {
    check(
        &[
            "The Ministry of Public Works paid for the wall at Pell.",
            "The wall at Pell was paid for by the Ministry of Trade.",
        ],
        "name: Ministry of Public Works | Ministry of Trade",
    );
    check(
        &[
            "The Senate Roads Committee paid for the wall at Pell.",
            "The wall at Pell was paid for by the Roads Committee.",
        ],
        "",
    );
}

#[test]
fn a_quotation_retold_with_other_content_is_told() {
    check(
        &[
            "“We have reports of flooded cellars in the old harbour,” she said.",
            "She said there were reports of flooded streets near the old harbour.",
        ],
        "quote: We have reports of flooded cellars in the old harbour | reports of flooded streets near the old harbour",
    );
    check(
        &[
            "He called the plan for the quay “the last and best offer”.",
            "He said of the plan for the quay that it was their “last and best”, and left.",
        ],
        "", // of a statement any part may be quoted
    );
}

#[test]
fn words_of_someone_else_are_not_the_quotation() {
    check(
        &[
            "\u{201c}The harbour toll has brought in forty million crowns,\u{201d} mayor Ines Marl said.",
            "The audit office estimates that the harbour toll could bring in forty million crowns.",
        ],
        "",
    );
}

#[test]
fn two_quotations_are_two_where_a_third_source_sums_up_both() {
    let told = found(
        &[
            "\u{201c}The harbour toll has brought in forty million crowns,\u{201d} mayor Ines Marl said.",
            "\u{201c}Our wise toll of the harbour filled every crown of those forty million,\u{201d} Marl told the council.",
            "Marl said that the harbour toll may fetch forty million crowns.",
        ],
        Some(LinkKind::Paraphrase),
    );
    let quotes = told.iter().filter(|it| it.kind.name() == "quote");
    assert!(
        quotes.clone().all(|it| it.readings.len() == 2),
        "{}",
        shown(&told)
    );
    assert_eq!(quotes.count(), 2, "{}", shown(&told));
}

#[test]
fn a_quotation_retold_in_its_own_words_is_the_same() {
    check(
        &[
            "“The cellars of the old harbour are flooded,” she said.",
            "She said the cellars of the old harbour were flooded.",
        ],
        "",
    );
}

#[test]
fn a_suspicion_told_as_a_fact_is_told() {
    check(
        &[
            "The crew is suspected of dumping 600 tons of waste off Pell.",
            "The crew dumped 600 tons of waste off Pell.",
        ],
        "hedge: suspected of dumping | dumped",
    );
}

#[test]
fn the_time_of_day_is_a_date() {
    check(
        &[
            "The alarm was raised at 12:13 pm at the mill.",
            "At 12:20 p.m. the alarm was raised there.",
        ],
        "date: 12:13 pm | 12:20 p.m.",
    );
}

#[test]
fn a_day_told_where_nothing_links_the_sentences_is_no_other_day() {
    check_apart(
        &[
            "The mayor, who paid a state visit to Marl on Thursday, spoke of the ferry.",
            "Nobody was there when the mayor went on a visit to the state of Marl on Friday.",
        ],
        "",
    );
}

#[test]
fn what_is_not_surely_one_event_is_not_told_as_told_otherwise() {
    let lost_speaker = [
        "The quay will stay closed for repairs until March, officials said.",
        "The quay will stay closed until March for repairs.",
    ];
    let suspected = [
        "The crew is suspected of dumping 600 tons of waste off Pell.",
        "The crew dumped 600 tons of waste off Pell.",
    ];
    for texts in [lost_speaker, suspected] {
        let told = |score| scored(&texts, Some(LinkKind::Paraphrase), score).len();
        assert_eq!((told(0.9), told(0.7)), (1, 0), "{texts:?}");
    }
}

#[test]
fn a_doubt_at_the_end_of_a_sentence_is_one() {
    check_edited(
        &[
            "Men on scooters broke into the mill and sprayed it with paint, it is alleged.",
            "Men on scooters allegedly broke into the mill and sprayed it with paint.",
        ],
        "",
    );
}

#[test]
fn a_question_states_nothing() {
    check(
        &[
            "High winds most likely caused the ferry of the Marl line to sink off Pell.",
            "Officials look into what caused the ferry of the Marl line to sink off Pell.",
        ],
        "",
    );
}

#[test]
fn every_source_is_credited_with_its_own_words() {
    let found = found(
        &[
            "The talks in the harbour office took almost five hours.",
            "The talks in the harbour office were a nearly five-hour affair.",
            "The talks in the harbour office took five hours.",
        ],
        Some(LinkKind::Edited),
    );
    assert_eq!(
        shown(&found),
        "number: almost five hours / nearly five-hour | five hours"
    );
    let carried: Vec<usize> = found[0]
        .readings
        .iter()
        .map(|it| it.articles().len())
        .collect();
    assert_eq!(carried, [2, 1]);
}

#[test]
fn what_is_sure_and_changes_the_substance_comes_first() {
    check_edited(
        &[
            "The lead singer Tove Lind reportedly lost 137 letters in the fire.",
            "The drummer Tove Lind lost 173 letters in the fire.",
        ],
        "number: 137 letters | 173 letters; role: lead singer | drummer; hedge: reportedly lost | lost",
    );
}

#[test]
fn ordinals_of_different_things_are_two() {
    check_edited(
        &[
            "In his second presidency Holm met the crew.",
            "On the second day Holm met the crew.",
        ],
        "",
    );
}

#[test]
fn short_sentences_that_differ_in_one_place_are_told() {
    check(
        &[
            "It cost £12m. The quay is shut.",
            "It cost £13m. The quay is shut.",
        ],
        "number: £12m | £13m",
    );
    check(
        &[
            "The mill in Orrin burned down on Monday night, the fire service said.",
            "The mill in Pellow burned down on Monday night, the fire service said.",
        ],
        "name: Orrin | Pellow",
    );
    check(
        &[
            "The mill in Orrin burned down on Monday night. Pellow lies a mile from Orrin.",
            "The mill in Pellow burned down on Monday night. Pellow lies a mile from Orrin.",
        ],
        "",
    );
}

#[test]
fn what_stands_beside_a_name_is_no_part_of_it() {
    check(
        &[
            "The minister Tove Lind of Orrin opened the new quay at noon.",
            "The minister Tove Lind opened the new quay at noon.",
        ],
        "",
    );
    check(
        &[
            "The Senate Roads Committee Chairman Oda Vey paid for the wall at Pell.",
            "The Roads Committee Republicans paid for the wall at Pell.",
        ],
        "",
    );
}

#[test]
fn a_verb_that_judges_is_told_beside_others_of_one_stance() {
    check(
        &[
            "The owners, who claimed the ferry had a leak in its hull, promised a new ship by May.",
            "The owners, who said the ferry had a leak in its hull, have pledged a new ship by May.",
        ],
        "hedge: claimed | said",
    );
    check(
        &[
            "The Marl Brigade claimed responsibility for the fire at the quay in Orrin.",
            "The fire at the quay in Orrin was laid by the Marl Brigade, police said.",
        ],
        "",
    );
}

#[test]
fn a_value_that_one_calls_little_is_told() {
    check(
        &[
            "The council holds only a 21-20 majority on the harbour board.",
            "The council holds a 21-20 majority on the harbour board.",
        ],
        "hedge: only a 21 | a 21",
    );
    check(
        &[
            "The council holds just 21 seats on the harbour board.",
            "The council holds only 21 seats on the harbour board.",
        ],
        "",
    );
    check(
        &[
            "The council holds not only 21 seats on the harbour board but the chair.",
            "The council holds 21 seats on the harbour board and the chair.",
        ],
        "",
    );
}

#[test]
fn two_names_between_which_writers_choose_are_told_but_not_those_in_quotations() {
    check_apart(
        &[
            "The envoy left Burma on Monday, though “Myanmar is safe”, he said.",
            "The envoy flew home from Myanmar.",
        ],
        "name: Burma | Myanmar",
    );
    check_apart(
        &[
            "The envoy left Burma, now Myanmar, on Monday.",
            "The envoy flew home from Myanmar.",
        ],
        "",
    );
    check_apart(
        &[
            "The Falklands, the Falkland Islands in full, voted.",
            "The Falkland Islands voted.",
        ],
        "",
    );
}

#[test]
fn names_that_differ_in_a_plural_or_a_year_are_told() {
    check_apart(
        &[
            "The maker Norla Turbine was sold in May.",
            "A fund has bought Norla Turbines.",
        ],
        "name: Norla Turbine | Norla Turbines",
    );
    check(
        &[
            "The house passed the Harbour Dues Bill late on Monday.",
            "The house passed the Harbour Dues Bill 2025 late on Monday.",
        ],
        "name: Harbour Dues Bill | Harbour Dues Bill 2025",
    );
    check_apart(
        &[
            "The Marl Democrat lost the vote.",
            "All Marl Democrats voted.",
        ],
        "",
    );
}

#[test]
fn values_before_the_same_word_and_beside_the_same_name_are_told() {
    check_apart(
        &[
            "Its £38 million bid in March for Dunholt-based Norla failed.",
            "The owners stand by the £47 million bid for their rival Norla.",
        ],
        "number: £38 million | £47 million",
    );
    check_apart(
        &[
            "Its £38 million bid in March for Dunholt-based Norla failed.",
            "The owners stand by the £47 million bid for their rival Quay Works.",
        ],
        "",
    );
}

#[test]
fn a_short_quotation_that_differs_in_words_of_structure_is_told() {
    check_apart(
        &[
            "The story “did not tally with the figures”, a spokeswoman said.",
            "That account, she said, does “not tally with figures” of the board.",
        ],
        "quote: the | ",
    );
}

#[test]
fn words_that_one_quotes_and_another_has_as_its_own_are_told_without_a_link() {
    let texts = [
        "Repairs to the dyke are needed to \"prevent renewed flooding and to keep the harbour open\", the mayor said.",
        "Any lasting plan for Orrin has to prevent renewed flooding.",
    ];
    let told = |texts: &[&str]| {
        let found = found(texts, None);
        let kinds = found.iter().map(|it| it.kind);
        kinds
            .filter(|it| *it == DiscrepancyKind::Attribution)
            .count()
    };
    assert_eq!(told(&texts), 1);
    let said = "Any lasting plan for Orrin has to prevent renewed flooding, the mayor said.";
    assert_eq!(told(&[texts[0], said]), 0);
    assert_eq!(
        told(&[texts[0], "Any lasting plan has to prevent flooding."]),
        0
    );
}

#[test]
fn what_is_counted_is_the_noun_behind_what_describes_it() {
    check(
        &[
            "The storm cut off 48 Orrin Harbour Service moorings, the harbour master told the council.",
            "The harbour master told the council that the storm cut off 47 moorings of the service.",
        ],
        "number: 48 Orrin Harbour Service moorings | 47 moorings",
    );
}

#[test]
fn one_who_is_counted_in_or_another_owner_is_no_other_count() {
    check(
        &[
            "Four people died at Orrin harbour, including the gunman, police told reporters.",
            "Police told reporters that three people died at Orrin harbour.",
        ],
        "",
    );
}

#[test]
fn a_hashtag_is_no_spelling_and_two_swapped_letters_are_one() {
    check_apart(
        &[
            "All came to the Orrin Garlic Fair on the quay.",
            "They will remember #OrrinGarlicFair on the quay.",
        ],
        "",
    );
    check_apart(
        &[
            "The harbour rules were defended by Tove Nielsen on the quay.",
            "On the quay the minister Tove Neilsen defended them.",
            "Then Neilsen left, and nobody asked where to.",
        ],
        "name: Tove Nielsen | Tove Neilsen",
    );
    check_apart(
        &[
            "The harbour rules were defended by Tova K. Liu on the quay.",
            "On the quay the minister Tova Lui defended them.",
        ],
        "name: Liu | Tova Lui",
    );
    check_apart(
        &[
            "The ferry from Ann Marlow was late on the quay.",
            "They all took the ferry from Anne Marlow to the quay.",
        ],
        "name: Ann Marlow | Anne Marlow",
    );
    check_apart(
        &[
            "The ruling was written by Tove Katzman on the quay.",
            "On the quay Tove Katzmann wrote it.",
        ],
        "name: Tove Katzman | Tove Katzmann",
    );
}

#[test]
fn a_document_speaks_for_somebody_and_a_proposal_is_no_doubt() {
    check(
        &[
            "The cranes of Orrin were safe when they left the yard, a company said.",
            "The cranes of Orrin were safe when they left the yard, a statement said.",
        ],
        "",
    );
    check_edited(
        &[
            "He said the council should cancel its summer recess and work on the harbour plan.",
            "He suggested the council cancel its summer recess and work on the harbour plan.",
        ],
        "",
    );
}

#[test]
fn the_same_two_counts_are_told_once() {
    let texts = [
        "The mill of Orrin paid $121 million for the harbour of Pell.",
        "About $121 million was paid for the harbour of Pell by the mill of Orrin.",
        "For the harbour of Pell the mill of Orrin is to pay more than $121 million.",
    ];
    let told = shown(&found(&texts, Some(LinkKind::Paraphrase)));
    assert_eq!(told.matches("number:").count(), 1, "{told}");
}

#[test]
fn a_reading_keeps_its_no() {
    check(
        &[
            "“No, I am not running the ferry in June,” Lind said.",
            "“No, I am not running the ferry of June,” Lind said.",
        ],
        "quote: in | of",
    );
    check(
        &[
            "“No, I am not running the old ferry of Orrin in June or July,” Lind said.",
            "“No, I am not steering the old ferry of Orrin in June or July,” Lind said.",
        ],
        "quote: not running | not steering",
    );
}

#[test]
fn workers_are_employees() {
    check(
        &[
            "The strike of the ferries hits 800 employees on the quay of Orrin.",
            "The strike of the ferries on the quay of Orrin hits 800 workers.",
        ],
        "",
    );
}

#[test]
fn a_role_is_read_to_its_end() {
    check(
        &[
            "Tove Lind, director of policy and research at Clean Harbour, blamed the mill of Orrin.",
            "The mill of Orrin was blamed by Tove Lind, director of policy and research at the \
             anti-waste organization Clean Harbour.",
        ],
        "",
    );
}

#[test]
fn what_was_announced_before_is_no_source() {
    check(
        &[
            "The owners of the mill sued on Friday after the Orrin council announced that it would \
             end the payments for the boats.",
            "The owners of the mill sued on Friday to keep the payments for the boats.",
        ],
        "",
    );
}

#[test]
fn what_both_articles_say_twice_is_no_difference() {
    let told = |texts: &[&[&str]]| {
        let link = Some((LinkKind::Paraphrase, 0.9));
        shown(&beside::laid_around(texts, link, Differs::Slightly))
    };
    let (first, then) = (
        "Five boats sank off the quay of Orrin on Monday, police said.",
        "On Monday six boats sank off the quay of Orrin.",
    );
    assert_ne!(told(&[&[first], &[then]]), "");
    assert_eq!(told(&[&[first, then], &[then, first]]), "");
    assert_eq!(told(&[&[first], &[then, first]]), "");
}
