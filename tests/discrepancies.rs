//! What is surely told as a discrepancy between two sentences, and what is not. All events are invented.
//!
//! Each check lays two linked sentences of two articles, both published on Saturday, 6 December
//! 2025, side by side and names the kinds and readings that must be told: nothing more.

use std::collections::BTreeSet;

use variorum::{
    compare::{compare, discrepancies},
    model::{
        article::{Article, Meta, Parts, Role, Sentence, SpanOf},
        comparison::{Differs, Discrepancy, Link, LinkKind, Reading},
        date::Stamp,
        index::{ArticleIx, Place, SentenceIx},
        story::Story,
    },
};

fn article(text: &str) -> Article {
    let sentence = Sentence {
        span: (0..text.len()).into(),
        paragraph: 0,
        role: Role::Body,
    };
    let date = jiff::civil::Date::new(2025, 12, 6).expect("it is a date");
    let meta = Meta {
        published: Some(Stamp { date, time: None }),
        ..Meta::default()
    };
    let parts = Parts {
        sentences: vec![sentence],
        ..Parts::default()
    };
    Article::new(String::new(), SpanOf::File, meta, text.into(), parts)
}

fn told(texts: &[&str], links: &[Link]) -> String {
    let articles: Vec<Article> = texts.iter().map(|it| article(it)).collect();
    let all = (0..texts.len()).map(ArticleIx).collect();
    let story = Story::new(String::new(), all).expect("there are articles");
    let found = discrepancies::find(&articles, &story, links, &[]);
    let show = |it: &variorum::model::comparison::Discrepancy| {
        let readings: Vec<&str> = it.readings.iter().map(|it| &*it.text).collect();
        format!("{}: {}", it.kind.name(), readings.join(" | "))
    };
    let sure = found.iter().filter(|it| it.differs == Differs::Surely);
    sure.map(show).collect::<Vec<_>>().join("; ")
}

fn link(kind: LinkKind) -> Link {
    let place = |article| Place::new(ArticleIx(article), SentenceIx(0));
    Link {
        a: place(0),
        b: place(1),
        kind,
        score: 0.8,
        ambiguous: false,
    }
}

/// Two sentences worded alike.
#[track_caller]
fn check(a: &str, b: &str, expected: &str) {
    assert_eq!(told(&[a, b], &[link(LinkKind::Edited)]), expected);
}

/// Two sentences that say the same in other words.
#[track_caller]
fn check_paraphrase(a: &str, b: &str, expected: &str) {
    assert_eq!(told(&[a, b], &[link(LinkKind::Paraphrase)]), expected);
}

/// Sentences anywhere in the story.
#[track_caller]
fn check_unlinked(texts: &[&str], expected: &str) {
    assert_eq!(told(texts, &[]), expected);
}

#[test]
fn another_figure_is_told() {
    check(
        "The storm cut off 137 houses on Pell island.",
        "The storm cut off 173 houses on Pell island.",
        "number: 137 houses | 173 houses",
    );
    check(
        "Repairs will cost $3bn, the board said.",
        "Repairs will cost $5 billion, the board said.",
        "number: $3bn | $5 billion",
    );
    check(
        "The pipe runs for 12 miles under the bay.",
        "The pipe runs for 12 kilometres under the bay.",
        "number: 12 miles | 12 kilometres",
    );
    check_paraphrase(
        "The new dyke of Orrin cuts the cost of floods by $4 billion, the board said.",
        "Floods will cost $4 million less, the board said of the new dyke of Orrin.",
        "number: $4 billion | $4 million",
    );
}

#[test]
fn a_lost_bound_is_told() {
    check(
        "The hearing took nearly five hours on the island.",
        "The hearing took five hours on the island.",
        "number: nearly five hours | five hours",
    );
}

#[test]
fn the_same_value_is_no_discrepancy() {
    check(
        "A storm cut off 137 houses.",
        "A storm cut off one hundred and thirty-seven houses.",
        "",
    );
    check(
        "The near four-year strike is over.",
        "The strike of nearly four years is over.",
        "",
    );
    check("It rose by 20 percent.", "It rose by 20 %.", "");
    check("It sailed at 6.40am.", "It sailed at 6:40 a.m.", "");
    check(
        "Two people are in hospital and nine others were treated for cuts.",
        "Eleven people were treated for cuts.",
        "",
    );
}

#[test]
fn figures_of_different_things_are_none() {
    check_paraphrase(
        "Crews from 12 towns fought the fire at the mill.",
        "The fire at the mill drove 40 families from their homes.",
        "",
    );
}

#[test]
fn a_quotation_cut_short_is_told_by_what_was_left_out() {
    let whole = "“The quay stays open until the last ferry has found a berth,” said the mayor.";
    check_unlinked(
        &[whole, "“The quay stays open,” said the mayor."],
        "quote: until the last ferry has found a berth | ",
    );
    let retold = "“The quay stays open,” said the mayor, till the last ferries have berths.";
    check_unlinked(&[whole, retold], "");
    check_unlinked(
        &[
            whole,
            "“The quay stays open,” it said: “until the last ferry has found a berth.”",
        ],
        "",
    );
}

#[test]
fn large_values_that_are_all_but_equal_are_told_without_a_link() {
    check_unlinked(
        &[
            "In May Norla made an unasked $103 billion offer for Tavik.",
            "The board of Tavik turned down the first $105 billion approach of Norla.",
        ],
        "number: $103 billion | $105 billion",
    );
    check_unlinked(
        &[
            "In May Norla made an unasked $103 billion offer for Tavik.",
            "The board of Tavik turned down the second $205 billion approach of Norla.",
        ],
        "",
    );
    check_unlinked(
        &[
            "In May Norla made an unasked $103 billion offer for Tavik.",
            "The port of Orrin costs the state $105 billion, says its board.",
        ],
        "",
    );
}

#[test]
fn a_measure_is_compared_without_a_link() {
    check_unlinked(
        &["The bell weighs 312 grams.", "The find weighs 321 grams."],
        "number: 312 grams | 321 grams",
    );
}

#[test]
fn another_day_is_told() {
    check(
        "The inquiry will open on Monday in Orrin.",
        "The inquiry will open on Thursday in Orrin.",
        "date: Monday | Thursday",
    );
    check_paraphrase(
        "On Friday the harbour board voted to close the quay.",
        "The board closed the quay in a vote on 4 December.",
        "date: Friday | 4 December",
    );
}

#[test]
fn the_same_day_is_no_discrepancy() {
    check(
        "The board met on Friday.",
        "The board met on December 5.",
        "",
    );
    check("The board met on Friday.", "The board met yesterday.", "");
    check(
        "Mayor Lind said on Friday that buses will run again on Monday.",
        "Mayor Lind announced that buses will run again on Monday.",
        "",
    );
}

#[test]
fn an_altered_quotation_is_told() {
    check_unlinked(
        &[
            "“It is all rock from here to the point,” said Marsh.",
            "“It is solid rock from here to the point,” said Marsh.",
        ],
        "quote: all | solid",
    );
    check_unlinked(
        &[
            "“We will not sell this harbour to anyone,” she said.",
            "“We will sell this harbour to anyone,” she said.",
        ],
        "quote: not | ",
    );
}

#[test]
fn cutting_and_spelling_alter_no_quotation() {
    check_unlinked(
        &[
            "“It is all rock from here to the point, and we were lucky,” he said.",
            "It was, he said, “all rock from here to the point”.",
        ],
        "",
    );
    check_unlinked(
        &[
            "“We will organise six ferries for the honour guard,” she said.",
            "“We will organize 6 ferries for the honor guard,” she said.",
        ],
        "",
    );
    check_unlinked(
        &[
            "“He will repair the wall by the old pier,” she said.",
            "“He [Marsh] will repair the wall … by the old pier,” she said.",
        ],
        "",
    );
}

#[test]
fn other_quotations_are_no_variants() {
    check_unlinked(
        &[
            "“We were lucky that the tide was out that night,” she said.",
            "“We were the last to hear of the plan for the quay,” she said.",
        ],
        "",
    );
}

#[test]
fn a_name_spelt_in_two_ways_is_told_anywhere() {
    check_unlinked(
        &[
            "The plan of Osip Toumanov failed.",
            "Few trusted the envoy Osip Tumanov.",
            "Then Osip Tumanov left.",
        ],
        "name: Osip Toumanov | Osip Tumanov",
    );
    check_unlinked(
        &[
            "The quay was closed by Celia Brandreth of the ferry line.",
            "The quay was closed by Celia Brandrith of the ferry line.",
        ],
        "name: Celia Brandreth | Celia Brandrith",
    );
}

#[test]
fn other_names_are_not_told() {
    check_unlinked(
        &[
            "The mayor thanked Anders Holm and Petra Dael.",
            "The mayor thanked Mr Holm, Ms Dael and the Pellmouth Rowers.",
        ],
        "",
    );
    check_unlinked(
        &[
            "It lies off Georgia in the north.",
            "The Georgian coast is near.",
        ],
        "",
    );
}

#[test]
fn another_office_is_told() {
    check(
        "The ship belongs to former President Anders Holm.",
        "The ship belongs to President Anders Holm.",
        "role: former President Anders Holm | President Anders Holm",
    );
    check_unlinked(
        &[
            "In his time President Anders Holm closed the mines.",
            "The ship belongs to former President Anders Holm.",
        ],
        "",
    );
    check_unlinked(
        &[
            "He met Brig Gen Ivo Marsh.",
            "He met General Ivo Marsh there.",
        ],
        "role: Brig Gen Ivo Marsh | General Ivo Marsh",
    );
    check_unlinked(
        &[
            "He wrote to French Prime Minister Remy Aubin.",
            "He wrote to French Prime Minister Luc Caron.",
        ],
        "role: French Prime Minister Remy Aubin | French Prime Minister Luc Caron",
    );
    check(
        "The acting chief executive of Marl Transit, Leo Voss, resigned.",
        "The chief executive of Marl Transit, Leo Voss, resigned.",
        "role: acting chief executive | chief executive",
    );
}

#[test]
fn the_same_office_written_shorter_is_none() {
    check_unlinked(
        &[
            "He met Brigadier General Ivo Marsh.",
            "He met Brig. Gen. Ivo Marsh there.",
        ],
        "",
    );
    check_unlinked(
        &[
            "French Prime Minister Remy Aubin wrote to Spanish Prime Minister Ana Ruiz.",
            "Prime Minister Remy Aubin wrote a letter.",
        ],
        "",
    );
}

#[test]
fn a_lost_not_is_told() {
    check(
        "The fog signal was not sounding when the ferry struck.",
        "The fog signal was sounding when the ferry struck.",
        "negation: not sounding | sounding",
    );
    check_paraphrase(
        "The two sides failed to agree on a price for the mill.",
        "Both sides agreed on a price for the mill.",
        "negation: failed to agree | agreed",
    );
}

#[test]
fn a_short_sentence_is_denied_by_one_that_holds_all_of_it() {
    check_paraphrase(
        "It did not agree to hire more drivers.",
        "The company, Marl Transit, agreed to end split shifts by March and to hire 30 more drivers.",
        "negation: not agree | agreed",
    );
    check_paraphrase(
        "It did not agree to hire more drivers.",
        "The company, Marl Transit, agreed to end split shifts by March and to raise the pay.",
        "",
    );
}

#[test]
fn two_ways_to_negate_are_one() {
    check(
        "The ferry did not sail from Orrin.",
        "The ferry never sailed from Orrin.",
        "",
    );
    check(
        "They said not only the mill burned.",
        "They said the mill burned.",
        "",
    );
}

#[test]
fn a_lost_hedge_is_told() {
    check(
        "The captain reportedly cut his speed in the fog.",
        "The captain cut his speed in the fog.",
        "hedge: reportedly cut | cut",
    );
    check(
        "They gave only broad outlines of the plan.",
        "They gave a broad outline of the plan.",
        "hedge: only broad | broad",
    );
    check(
        "The owner said that the mill was unsafe.",
        "The owner admitted that the mill was unsafe.",
        "hedge: said | admitted",
    );
}

#[test]
fn one_hedge_for_another_is_none() {
    check(
        "The quay may close in spring.",
        "The quay will possibly close in spring.",
        "",
    );
}

#[test]
fn another_speaker_is_told() {
    check(
        "“All of us waited our turn on deck,” said Nell Garrick.",
        "“All of us waited our turn on deck,” Captain Tresk said.",
        "attribution: Nell Garrick | Captain Tresk",
    );
    check(
        "The sea wall has to “hold back the winter floods”, the engineers said.",
        "The sea wall has to hold back the winter floods.",
        "attribution: “hold back the winter floods” | hold back the winter floods",
    );
}

#[test]
fn the_same_speaker_in_other_words_is_none() {
    check(
        "The wall will hold, said Tove Lind, the harbour master.",
        "The wall will hold, Ms Lind said.",
        "",
    );
    check(
        "The wall will hold, a spokesman said.",
        "The wall will hold, said Tove Lind.",
        "",
    );
    check(
        "The wall will hold, the Orrin Harbour Board said.",
        "The wall will hold, the OHB said.",
        "",
    );
}

#[test]
fn a_rounded_or_bounded_value_is_the_same() {
    check(
        "The harbour handled 2.123 million tonnes last year.",
        "The harbour handled 2.1 million tonnes last year.",
        "",
    );
    check(
        "The bill covers 21 harbours along the coast.",
        "The bill covers nearly two dozen harbours along the coast.",
        "",
    );
    check(
        "The harbour handled 2.5 million tonnes last year.",
        "The harbour handled 2.1 million tonnes last year.",
        "number: 2.5 million tonnes | 2.1 million tonnes",
    );
}

#[test]
fn an_age_is_no_stretch_of_years() {
    check_paraphrase(
        "The court in Orrin charged the 16-year-old deckhand with arson.",
        "The court in Orrin may send the deckhand to prison for 14 years for arson.",
        "",
    );
}

#[test]
fn the_same_days_written_otherwise_are_none() {
    check(
        "The envoys were to visit Orrin from August 25-29.",
        "The envoys were to visit Orrin from 25th to 29th August.",
        "",
    );
    check(
        "ORRIN, Dec 6 (Coast Agency) The board closed the quay on Friday.",
        "The board closed the quay on Friday.",
        "",
    );
}

#[test]
fn a_sentence_left_out_of_a_quotation_is_told() {
    check_unlinked(
        &[
            "“I am proud of the crew. As harbour master, Dael and her men saved forty lives,” he said.",
            "“I am proud of the crew. Dael and her men saved forty lives,” he said.",
        ],
        "quote: As harbour master | ",
    );
    check_unlinked(
        &[
            "“I have seen it. I have read some of it,” she said.",
            "“I have seen it, I have read some of it,” she said.",
        ],
        "",
    );
}

#[test]
fn a_masked_word_and_a_handle_alter_no_quotation() {
    check_unlinked(
        &[
            "“I built that f***ing pier with my own hands,” he said.",
            "“I built that fucking pier with my own hands,” he said.",
        ],
        "",
    );
    check_unlinked(
        &[
            "“We are grateful to Tove Lind for the new lifeboat,” he wrote.",
            "“We are grateful to @ToveLind for the new lifeboat,” he wrote.",
        ],
        "",
    );
}

#[test]
fn a_phrase_said_of_anything_is_no_quotation() {
    check_unlinked(
        &[
            "“I'm prepared to do that,” she said.",
            "“I'm not going to do that at all,” she said.",
        ],
        "",
    );
}

#[test]
fn a_not_of_another_clause_is_none() {
    check_paraphrase(
        "The board repeatedly refused to bring the plan for the quay to a vote.",
        "The mayor said that there would be efforts to bring another plan before the town.",
        "",
    );
    check(
        "He was not just selling fish at the quay.",
        "He was selling fish at the quay.",
        "",
    );
    check(
        "The band's performance at the quay was cut short.",
        "The band will no longer perform at the quay.",
        "",
    );
}

#[test]
fn words_that_only_look_like_hedges_are_none() {
    check(
        "The captain appeared in court in Orrin on a charge of arson.",
        "The captain was in court in Orrin on a charge of arson.",
        "",
    );
    check(
        "The board sued over what caused the fire at the mill.",
        "The board sued over possible causes of the fire at the mill.",
        "",
    );
    check_paraphrase(
        "The talks hang on one thing only: the harbour board must pay.",
        "The talks hang on the harbour board.",
        "",
    );
}

#[test]
fn who_may_be_the_same_contradicts_nobody() {
    check(
        "The quay was unsafe and would be closed for the winter, the harbour master said.",
        "The quay was unsafe and would be closed for the winter, Mr Dunmore said.",
        "",
    );
    check(
        "The quay was unsafe and would be closed for the winter, said Marl Transit chief executive Leo Voss.",
        "The quay was unsafe and would be closed for the winter, Marl Transit said.",
        "",
    );
    check(
        "The quay was unsafe and would be closed, Mr Holm told reporters.",
        "The quay was unsafe and would be closed, the Republican president told reporters.",
        "",
    );
}

#[test]
fn an_office_kept_by_another_or_told_in_both_ways_is_none() {
    check_unlinked(
        &[
            "The ship belongs to former President Anders Holmgren. President Holmgren bought it.",
            "The ship belongs to President Anders Holmgren.",
        ],
        "",
    );
    check(
        "Orrin Mayor Tove Lind wants the old pier repaired at once.",
        "Former Mayor Ivo Marsh wants the old pier repaired at once.",
        "",
    );
}

#[test]
fn two_persons_with_like_names_are_two() {
    check_unlinked(
        &[
            "The vote of Kirsten Gillmore was the last.",
            "In Orrin the senator Kyrsten Sandal voted first.",
        ],
        "",
    );
    check_unlinked(
        &[
            "The line ends at East Pike here.",
            "The line ends at East Pine here.",
        ],
        "",
    );
}

#[test]
fn a_not_or_a_hedge_taken_out_is_told_wherever_it_stands() {
    check(
        "The harbour office, which does not say how many sailed, has said that most came back.",
        "The harbour office, which does say how many sailed, has said that most came back.",
        "negation: not say | say",
    );
    check(
        "The crew said they could not “in good conscience” sail, while the cooks refused to go.",
        "The crew said they could “in good conscience” sail, while the cooks refused to go.",
        "negation: not “in | in",
    );
    check(
        "The board may, if it is asked, close the quay for the winter.",
        "The board if it is asked, close the quay for the winter.",
        "hedge: may, if | if",
    );
}

#[test]
fn a_day_is_not_answered_by_a_month_of_both() {
    check(
        "A pilot said on Wednesday that the ferry would lie in Orrin until December.",
        "A pilot said on Saturday that the ferry would lie in Orrin until December.",
        "date: Wednesday | Saturday",
    );
}

#[test]
fn opposite_words_are_told() {
    check(
        "The union was stalling the talks.",
        "The union was blocking the talks.",
        "wording: stalling | blocking",
    );
    check(
        "Fares rose sharply in May.",
        "Fares climbed sharply in May.",
        "",
    );
}

#[test]
fn all_sources_that_carry_a_reading_stand_together() {
    let texts = [
        "The storm cut off 137 houses on Pell island.",
        "The storm cut off 173 houses on Pell island.",
        "The storm cut off 137 houses.",
    ];
    let articles: Vec<Article> = texts.iter().map(|it| article(it)).collect();
    let story = Story::new(String::new(), (0..3).map(ArticleIx).collect()).expect("three articles");
    let place = |article| Place::new(ArticleIx(article), SentenceIx(0));
    let first = link(LinkKind::Edited);
    let second = Link {
        a: place(1),
        b: place(2),
        ..first
    };
    let found = discrepancies::find(&articles, &story, &[first, second], &[]);
    assert_eq!(found.len(), 1);
    let carried: Vec<_> = found[0].readings.iter().map(|it| it.articles()).collect();
    assert_eq!(
        carried,
        [vec![ArticleIx(0), ArticleIx(2)], vec![ArticleIx(1)]]
    );
}

#[test]
fn nothing_comes_of_nothing() {
    check("", "", "");
    check("“", "…", "");
    check_unlinked(&["."], "");
}

/// What is told of the texts in this order of the story, with the texts of each reading's articles.
fn told_in_order(texts: &[&str], order: &[usize]) -> BTreeSet<String> {
    let articles: Vec<Article> = texts.iter().map(|it| article(it)).collect();
    let story = Story::new(
        String::new(),
        order.iter().map(|it| ArticleIx(*it)).collect(),
    );
    let found = compare(&articles, &story.expect("there are articles"));
    let reading = |it: &Reading| format!("{} {:?}", it.text, it.articles());
    let show = |it: &Discrepancy| {
        let readings: BTreeSet<String> = it.readings.iter().map(reading).collect();
        format!("{} {readings:?}", it.kind.name())
    };
    let origins = found.origins().iter().map(|it| format!("{it:?}"));
    let all: BTreeSet<String> = found
        .discrepancies()
        .iter()
        .map(show)
        .chain(origins)
        .collect();
    all
}

#[test]
fn the_order_of_the_articles_makes_no_difference() {
    let texts = [
        "The storm cut off 137 houses on Pell island, and the ferry did not sail on Monday.",
        "The storm cut off 173 houses on Pell island, and the ferry did sail on Thursday.",
        "On Pell island the storm cut off 137 houses, the envoy Osip Toumanov reportedly said.",
        "On Pell island the storm cut off 137 houses, the envoy Osip Tumanov said.",
        "“We will not sell this harbour to anyone,” said Nell Garrick of Pell island.",
        "“We will sell this harbour to anyone,” said Captain Ivo Tresk of Pell island.",
    ];
    let first = told_in_order(&texts, &[0, 1, 2, 3, 4, 5]);
    assert!(first.len() > 4, "{first:?}");
    for order in [[5, 4, 3, 2, 1, 0], [2, 0, 4, 1, 5, 3], [0, 1, 2, 3, 4, 5]] {
        assert_eq!(told_in_order(&texts, &order), first);
    }
}
