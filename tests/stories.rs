//! Grouping as its callers see it: articles in, stories out. All events are invented.

use variorum::{
    model::{
        article::{Article, Meta, Parts, Role, Sentence, SpanOf},
        date::Stamp,
        grouping::Grouping,
        index::ArticleIx,
        story::Story,
    },
    stories,
};

const FERRY_POST: &str = "Ferry runs aground off Kestrel Point
The ferry Marigold ran aground off Kestrel Point on Tuesday night with 212 passengers aboard. \
Lifeboats from Ostrey took the passengers to the harbour, and nobody was hurt. \
The coastguard said that the Marigold struck a sandbank in thick fog.";
const FERRY_ECHO: &str = "All 212 rescued as Marigold strikes sandbank
Lifeboats rescued everybody from the ferry Marigold after she struck a sandbank in fog near Kestrel Point. \
The passengers spent the night in a school in Ostrey, the harbour master said. \
A tug will try to free the Marigold at high tide.";
const FERRY_TIMES: &str = "Fog blamed for grounding of the Marigold
Thick fog and a faulty radar led to the grounding of the ferry Marigold on the sandbank at Kestrel Point, \
the coastguard said. Passengers praised the lifeboats of Ostrey.";
const MINE_POST: &str = "Miners walk out at Dunmarrow
More than 800 miners at the Dunmarrow copper mine walked out on Monday over night shifts and pay. \
The union said that the walkout would last until the company offers talks. \
The mine, the largest in the valley, stood still.";
const MINE_ECHO: &str = "Copper mine at Dunmarrow stands still
The copper mine at Dunmarrow stood still after miners walked out over pay and night shifts. \
The company called the walkout illegal; the union wants talks.";
/// Two rounds of the same talks: the same people and places, other events.
const TALKS_FIRST: &str = "Talks on the Velden border open in Harnau
Envoys of Velden and Ostland met in Harnau on Monday for the first talks on the border since the truce. \
The Ostland envoy, Mira Tolsk, asked for the return of nine prisoners. \
The Velden envoy, Joren Halm, called the opening frank.";
const TALKS_FIRST_ECHO: &str = "Prisoners first, says Tolsk as envoys meet
Since the truce the two neighbours had not spoken of their border. On Monday they did: Mira Tolsk wants nine \
prisoners back before anything else, while Joren Halm praised a frank opening in Harnau, with lunch at one table.";
const TALKS_LAST: &str = "Velden walks out of Harnau over the dam
Joren Halm, the envoy of Velden, left Harnau on Friday after a quarrel over water rights at the Sarn dam. \
Engineers had found that the dam lets through a third less than the treaty grants. \
Mira Tolsk of Ostland spoke of a setback, and the markets fell.";
const TALKS_LAST_ECHO: &str = "Quarrel over Sarn dam ends round
A quarrel over the Sarn dam and its water ended the round when Velden's envoy Joren Halm left. \
The engineers measured a third less water than the treaty grants, and markets fell.";

/// An article from `source | date | story field` and a headline with its text.
fn article(from: &str, said: &str) -> Article {
    let mut from = from.split('|').map(str::trim);
    let source = from.next().unwrap_or_default().to_string();
    let date = from.next().and_then(|it| it.parse().ok());
    let story = from.next().map(str::to_string);
    let (title, text) = said.split_once('\n').unwrap_or((said, ""));
    let sentence = Sentence {
        span: (0..text.len()).into(),
        paragraph: 0,
        role: Role::Body,
    };
    let meta = Meta {
        source,
        title: Some(title.to_string()).filter(|it| !it.is_empty()),
        published: date.map(|date| Stamp { date, time: None }),
        story,
        ..Meta::default()
    };
    let parts = Parts {
        sentences: vec![sentence],
        ..Parts::default()
    };
    Article::new(
        format!("{}.txt", meta.source),
        SpanOf::File,
        meta,
        text.to_string(),
        parts,
    )
}

fn articles(said: &[(&str, &str)]) -> Vec<Article> {
    said.iter()
        .map(|(from, said)| article(from, said))
        .collect()
}

/// The sources of each story, in order.
fn told(articles: &[Article]) -> Vec<String> {
    let stories = stories::group(articles);
    let sources = |it: &variorum::model::story::Story| {
        let sources = it.articles().iter().map(|ix| articles[ix.0].source());
        sources.collect::<Vec<_>>().join(" ")
    };
    stories.iter().map(sources).collect()
}

#[track_caller]
fn check(said: &[(&str, &str)], expected: &[&str]) {
    assert_eq!(told(&articles(said)), expected);
}

#[test]
fn one_event_in_other_words_is_one_story() {
    let said = [
        ("Post | 2031-04-02", FERRY_POST),
        ("Echo | 2031-04-03", FERRY_ECHO),
        ("Times | 2031-04-03", FERRY_TIMES),
    ];
    check(&said, &["Post Echo Times"]);
}

#[test]
fn several_stories_come_newest_first() {
    let said = [
        ("Post | 2031-04-02", FERRY_POST),
        ("Herald | 2031-04-01", MINE_POST),
        ("Echo | 2031-04-03", FERRY_ECHO),
        ("Star | 2031-04-01", MINE_ECHO),
    ];
    check(&said, &["Post Echo", "Herald Star"]);
}

#[test]
fn two_rounds_of_the_same_talks_stay_apart() {
    let said = [
        ("A | 2031-05-05", TALKS_FIRST),
        ("B | 2031-05-05", TALKS_FIRST_ECHO),
        ("C | 2031-05-09", TALKS_LAST),
        ("D | 2031-05-09", TALKS_LAST_ECHO),
    ];
    check(&said, &["C D", "A B"]);
}

#[test]
fn works_without_dates() {
    let said = [
        ("A", FERRY_POST),
        ("B", MINE_POST),
        ("C", FERRY_ECHO),
        ("D", MINE_ECHO),
    ];
    check(&said, &["A C", "B D"]);
}

#[test]
fn copies_of_one_text_are_one_story() {
    let said = [
        ("A | 2031-04-02", MINE_POST),
        ("B | 2031-04-02", MINE_POST),
        ("C | 2031-04-02", FERRY_POST),
    ];
    check(&said, &["A B", "C"]);
}

/// A greeting, a stub, a text of a few words says too little: alike or not, it joins nothing.
#[test]
fn texts_of_a_few_words_are_no_story() {
    check(&[("A", "Hi\nHi"), ("B", "Hi\nHi")], &["A", "B"]);
    let said = [
        ("A | 2031-04-02", "Live\nMore follows soon."),
        ("B | 2031-04-02", "Live\nMore follows soon."),
        ("C | 2031-04-02", MINE_POST),
        ("D | 2031-04-02", MINE_ECHO),
    ];
    check(&said, &["A", "B", "C D"]);
    let flash = "Ferry Marigold aground off Kestrel Point\nThe ferry Marigold ran aground off \
                 Kestrel Point, and lifeboats from Ostrey are under way.";
    check(&[("A", flash), ("B", flash)], &["A B"]);
}

#[test]
fn what_happens_again_years_later_is_another_story() {
    let said = [
        ("A | 2031-05-05", TALKS_FIRST),
        ("B | 2033-05-05", TALKS_FIRST_ECHO),
    ];
    check(&said, &["B", "A"]);
    let copies = [
        ("A | 2031-05-05", TALKS_FIRST),
        ("B | 2033-05-05", TALKS_FIRST),
    ];
    check(&copies, &["A B"]);
}

#[test]
fn a_story_field_wins() {
    let said = [
        ("A | 2031-04-02 | ferry", FERRY_POST),
        ("B | 2031-04-02 | ferry", MINE_POST),
        ("C | 2031-04-02 | other", FERRY_POST),
    ];
    check(&said, &["A B", "C"]);
}

#[test]
fn articles_without_a_field_may_join_a_story_with_one() {
    let said = [
        ("A || ferry", FERRY_POST),
        ("B", FERRY_ECHO),
        ("C || mine", MINE_POST),
    ];
    check(&said, &["A B", "C"]);
}

#[test]
fn one_article_is_a_story_and_none_is_none() {
    check(&[("A", FERRY_POST)], &["A"]);
    check(&[], &[]);
    check(&[("A", ""), ("B", "")], &["A", "B"]);
}

#[test]
fn other_languages_are_told_apart() {
    let ferry = "Fähre läuft vor Kestrelhorn auf Grund
Die Fähre Marigold ist in der Nacht vor Kestrelhorn auf eine Sandbank gelaufen. Alle Passagiere wurden gerettet.";
    let ferry_echo = "Alle Passagiere der Marigold gerettet
Nach dem Unglück der Fähre Marigold vor Kestrelhorn sind alle Passagiere von der Sandbank gerettet worden.";
    let mine = "Bergleute in Dunmarrow streiken
Die Bergleute der Kupfermine in Dunmarrow sind in der Nacht in den Streik getreten. Alle Schichten fallen aus.";
    check(
        &[("A", ferry), ("B", mine), ("C", ferry_echo)],
        &["A C", "B"],
    );
    let ferry = "渡輪金盞花號在紅隼角擱淺\n渡輪金盞花號週二晚在紅隼角附近擱淺,乘客全部獲救。";
    let ferry_echo = "金盞花號擱淺乘客獲救\n渡輪金盞花號在大霧中於紅隼角擱淺,救生艇救起全部乘客。";
    let mine = "銅礦工人罷工\n數百名礦工因薪資問題週一開始罷工,礦場停產。";
    check(
        &[("A", ferry), ("B", mine), ("C", ferry_echo)],
        &["A C", "B"],
    );
}

#[test]
fn the_order_of_reading_changes_no_story() {
    let said = [
        ("A | 2031-05-05", TALKS_FIRST),
        ("B | 2031-05-05", TALKS_FIRST_ECHO),
        ("C | 2031-05-09", TALKS_LAST),
        ("D | 2031-04-02", FERRY_POST),
        ("E", FERRY_ECHO),
        ("F | 2031-04-03", FERRY_TIMES),
        ("G | 2031-04-01", MINE_POST),
        ("H", MINE_ECHO),
    ];
    let partition = |said: &[(&str, &str)]| {
        let mut stories: Vec<Vec<String>> = told(&articles(said))
            .iter()
            .map(|it| it.split(' ').map(str::to_string).collect())
            .collect();
        stories.iter_mut().for_each(|it| it.sort());
        stories.sort();
        stories
    };
    let expected = partition(&said);
    let mut turned = said;
    for _ in 0..said.len() {
        turned.rotate_left(3);
        assert_eq!(partition(&turned), expected);
        turned.swap(0, 5);
        assert_eq!(partition(&turned), expected);
    }
}

#[test]
fn a_story_has_the_central_headline_its_dates_and_reasons() {
    let articles = articles(&[
        ("Post | 2031-04-02", FERRY_POST),
        ("Echo | 2031-04-03", FERRY_ECHO),
        ("Times | 2031-04-04", FERRY_TIMES),
    ]);
    let stories = stories::group(&articles);
    let story = &stories[0];
    assert_eq!(story.title, "All 212 rescued as Marigold strikes sandbank");
    assert_eq!(
        story.first.map(|it| it.to_string()).as_deref(),
        Some("2031-04-02")
    );
    assert_eq!(
        story.last.map(|it| it.to_string()).as_deref(),
        Some("2031-04-04")
    );
    assert_eq!(
        story.reasons[0],
        "share “fog”, “sandbank”, “Ferry”, “Marigold”, “passengers”; 2 days apart"
    );
    assert_eq!(story.reasons.len(), 4);
}

/// Ferry (A, B, C) and mine (D, E), and what the decisions make of them.
fn corrected(decisions: &[Grouping<char>]) -> Vec<String> {
    let mut articles = articles(&[
        ("A | 2031-04-02", FERRY_POST),
        ("B | 2031-04-02", FERRY_ECHO),
        ("C | 2031-04-02", FERRY_TIMES),
        ("D | 2031-04-01", MINE_POST),
        ("E | 2031-04-01", MINE_ECHO),
    ]);
    let meant = |articles: &[Article]| -> Vec<Grouping<ArticleIx>> {
        let all = (0..articles.len()).map(ArticleIx);
        let named = |name: &char| {
            let named = |it: &ArticleIx| articles[it.0].source() == name.to_string();
            all.clone().filter(named).collect()
        };
        decisions.iter().map(|it| it.translated(named)).collect()
    };
    let here = meant(&articles);
    let once = stories::regroup(&articles, stories::group(&articles), &here);
    let twice = stories::regroup(&articles, once.clone(), &here);
    assert_eq!(once, twice, "doing it again changes nothing");
    let sources = |articles: &[Article], stories: &[Story]| -> Vec<String> {
        let letters = |it: &Story| {
            let mut letters: Vec<&str> = it
                .articles()
                .iter()
                .map(|ix| articles[ix.0].source())
                .collect();
            letters.sort();
            letters.concat()
        };
        let mut stories: Vec<String> = stories.iter().map(letters).collect();
        stories.sort();
        stories
    };
    let found = sources(&articles, &once);
    articles.reverse();
    let here = meant(&articles);
    let reversed = stories::regroup(&articles, stories::group(&articles), &here);
    let again = sources(&articles, &reversed);
    assert_eq!(found, again, "the order of reading does not matter");
    found
}

#[test]
fn the_reader_splits_and_merges() {
    let all = |names: &str| names.chars().collect::<Vec<char>>();
    let split = |moved: &str, rest: &str| Grouping::Split {
        moved: all(moved),
        rest: all(rest),
    };
    let merge = |one: &str, other: &str| Grouping::Merge {
        one: all(one),
        other: all(other),
    };
    let check = |found: Vec<String>, expected: &[&str]| assert_eq!(found, expected);
    check(corrected(&[]), &["ABC", "DE"]);
    check(corrected(&[split("C", "AB")]), &["AB", "C", "DE"]);
    check(corrected(&[split("BC", "A")]), &["A", "BC", "DE"]);
    check(
        corrected(&[split("C", "AB"), split("B", "A")]),
        &["A", "B", "C", "DE"],
    );
    check(
        corrected(&[split("B", "A"), split("C", "AB")]),
        &["A", "B", "C", "DE"],
    );
    check(corrected(&[merge("ABC", "DE")]), &["ABCDE"]);
    check(
        corrected(&[split("C", "AB"), merge("C", "DE")]),
        &["AB", "CDE"],
    );
    check(
        corrected(&[merge("C", "DE"), split("C", "AB")]),
        &["AB", "CDE"],
    );
    check(
        corrected(&[split("C", "AB"), merge("AB", "C")]),
        &["ABC", "DE"],
    );
    // Whatever is split off and merged, what nobody touched stays together.
    for (one, other, rest, left) in [
        ("A", "B", "CDE", "AB CDE"),
        ("D", "E", "ABC", "ABC DE"),
        ("B", "D", "ACE", "ACE BD"),
    ] {
        let all = merge("ABC", "DE");
        let first = split(one, &format!("{other}{rest}"));
        let second = split(other, rest);
        let decisions = [all, first, second, merge(one, other)];
        let left: Vec<&str> = left.split(' ').collect();
        check(corrected(&decisions), &left);
    }
}
