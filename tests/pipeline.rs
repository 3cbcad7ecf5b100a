//! From files to articles: formats, encodings, faults, and every stage of cleaning, on texts of
//! our own about events that never happened.

use std::{fs, path::PathBuf};

use variorum::{
    bundle::{self, Loaded},
    model::article::{Article, SpanOf},
    text::safe,
};

/// Writes files into a new folder and opens it.
fn open(files: &[(&str, &[u8])]) -> Loaded {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
    bundle::load(&[folder.path().to_path_buf()]).expect("articles")
}

fn only(name: &str, text: &str) -> Article {
    let mut loaded = open(&[(name, text.as_bytes())]);
    assert_eq!(loaded.articles.len(), 1, "{:?}", loaded.warnings);
    loaded.articles.remove(0)
}

/// Every part of an article in order, a line each: `role paragraph: words` or `-why: words`.
fn outline(article: &Article) -> Vec<String> {
    let mut parts: Vec<(usize, String)> = Vec::new();
    for (at, it) in article.places() {
        let words = article.said(at);
        parts.push((
            it.span.start(),
            format!("{} {}: {words}", it.role.name(), it.paragraph),
        ));
    }
    for it in article.dropped() {
        let words = safe::one_line(it.span.of(article.text()));
        parts.push((it.span.start(), format!("-{}: {words}", it.why.name())));
    }
    parts.sort();
    parts.into_iter().map(|(_, line)| line).collect()
}

#[track_caller]
fn check(name: &str, text: &str, expected: &[&str]) {
    let article = only(name, text);
    assert_eq!(outline(&article), expected);
    covers(&article);
}

/// Every byte is in a sentence, in a part set aside, or blank.
#[track_caller]
fn covers(article: &Article) {
    let mut seen = vec![false; article.text().len()];
    let sentences = article.sentences().iter().map(|it| it.span);
    let dropped = article.dropped().iter().map(|it| it.span);
    for span in sentences.chain(dropped) {
        assert!(span.fits(article.text()));
        seen[span.range()].fill(true);
    }
    for (at, c) in article.text().char_indices() {
        let here: String = article.text()[at..].chars().take(30).collect();
        assert!(seen[at] || safe::is_blank(c), "nowhere: {here:?}");
    }
}

mod cleaning {
    use super::*;

    #[test]
    fn date_reading_time_headline_and_dek() {
        check(
            "post.txt",
            "06.12.2025\nReading time: 3 min\n\nFerry to Lowe Island stops for the winter\n\n\
             Islanders say they were not asked\n\nBy Ana Roe\n\n\
             The ferry to Lowe Island will stop on Monday, the harbour office said. \
             It will sail again in March.\n\nComments\n\nLeave a Comment",
            &[
                "-metadata: 06.12.2025",
                "-metadata: Reading time: 3 min",
                "headline 0: Ferry to Lowe Island stops for the winter",
                "dek 1: Islanders say they were not asked",
                "-metadata: By Ana Roe",
                "body 2: The ferry to Lowe Island will stop on Monday, the harbour office said.",
                "body 2: It will sail again in March.",
                "-boilerplate: Comments",
                "-boilerplate: Leave a Comment",
            ],
        );
    }

    #[test]
    fn the_lines_at_the_top_fill_the_fields() {
        let article = only(
            "000_harbour-post.txt",
            "Harbour\n\nPier shut\n\nBy Ana Roe and Ida Vale\n\nPublished: May 3, 2024\n\n\
             The pier was shut. Nobody was hurt.",
        );
        assert_eq!(article.source(), "harbour-post");
        assert_eq!(article.title(), "Pier shut");
        assert_eq!(
            article.meta().byline.as_deref(),
            Some("Ana Roe and Ida Vale")
        );
        let published = article.meta().published.map(|it| it.to_string());
        assert_eq!(published.as_deref(), Some("2024-05-03"));
    }

    #[test]
    fn a_date_fused_to_the_first_line() {
        check(
            "post.txt",
            " date 2025-12-06 Harbour master Oda Wills said the pier will stay shut until spring, \
             and that repairs have not begun.\n\nShe gave no reason. The mayor did.",
            &[
                "-metadata: date 2025-12-06",
                "body 0: Harbour master Oda Wills said the pier will stay shut until spring, \
                 and that repairs have not begun.",
                "body 1: She gave no reason.",
                "body 1: The mayor did.",
            ],
        );
    }

    #[test]
    fn a_date_that_begins_a_sentence_stays() {
        check(
            "post.txt",
            "Storm hits Pelham\n\nMay 3, 2024 was the wettest day in years. Streets were flooded.",
            &[
                "headline 0: Storm hits Pelham",
                "body 1: May 3, 2024 was the wettest day in years.",
                "body 1: Streets were flooded.",
            ],
        );
    }

    #[test]
    fn captions_and_credits() {
        check(
            "post.txt",
            "Pier shut in Pelham\n\nThe pier was shut on Monday. It is old.\n\n\
             Mayor Ida Vale, left, and engineer Jon Pell look at the pier (Oda Wills/Pool via AP)\n\n\
             In this photograph released by the town, the pier is seen from the air on May 3, 2024.\n\n\
             Jon Marsh / POOL / AFP via Getty Images\n\n\
             Repairs cost 2 million (the town has half of that). Work begins in June.\n\n\
             “It was left to rot,” she said (in Getty Lane).",
            &[
                "headline 0: Pier shut in Pelham",
                "body 1: The pier was shut on Monday.",
                "body 1: It is old.",
                "caption 2: Mayor Ida Vale, left, and engineer Jon Pell look at the pier (Oda Wills/Pool via AP)",
                "caption 3: In this photograph released by the town, the pier is seen from the air on May 3, 2024.",
                "caption 4: Jon Marsh / POOL / AFP via Getty Images",
                "body 5: Repairs cost 2 million (the town has half of that).",
                "body 5: Work begins in June.",
                "body 6: “It was left to rot,” she said (in Getty Lane).",
            ],
        );
    }

    #[test]
    fn headings_lists_and_tables() {
        check(
            "post.txt",
            "Pier shut in Pelham\nThe pier was shut on Monday after a storm tore off its end.\n\
             What The Town Says\nThe town wants to repair it.\nWhat happens next?\n\
             - First, divers look at the piles.\n- Then the deck is lifted.\n\
             | Fact | Figure |\n|---|---|\n| Cost | 2 million |\n\
             1. Apply for money\n2. Wait\nIt may take years.",
            &[
                "headline 0: Pier shut in Pelham",
                "body 1: The pier was shut on Monday after a storm tore off its end.",
                "heading 2: What The Town Says",
                "body 3: The town wants to repair it.",
                "heading 4: What happens next?",
                "list 5: First, divers look at the piles.",
                "list 6: Then the deck is lifted.",
                "table 7: | Fact | Figure |",
                "-metadata: |---|---|",
                "table 8: | Cost | 2 million |",
                "list 9: Apply for money",
                "list 10: Wait",
                "body 11: It may take years.",
            ],
        );
    }

    #[test]
    fn questions_and_answers() {
        check(
            "post.txt",
            "Pier shut in Pelham\n\nThe pier was shut. It is old.\n\n\
             - Q: Why was it shut?\nA: Because of the storm.\n- Q: Who pays?\nA: Nobody knows.",
            &[
                "headline 0: Pier shut in Pelham",
                "body 1: The pier was shut.",
                "body 1: It is old.",
                "heading 2: Q: Why was it shut?",
                "body 3: A: Because of the storm.",
                "heading 4: Q: Who pays?",
                "body 5: A: Nobody knows.",
            ],
        );
    }

    #[test]
    fn a_table_of_contents() {
        check(
            "post.txt",
            "Pier shut in Pelham\nTable of Contents\n- 1. What Broke\n- 2. Who Pays\n\
             The pier was shut on Monday.\nWhat Broke\nThe deck broke.\nWho Pays\nNobody knows.",
            &[
                "headline 0: Pier shut in Pelham",
                "-contents: Table of Contents",
                "-contents: 1. What Broke",
                "-contents: 2. Who Pays",
                "body 1: The pier was shut on Monday.",
                "heading 2: What Broke",
                "body 3: The deck broke.",
                "heading 4: Who Pays",
                "body 5: Nobody knows.",
            ],
        );
    }

    #[test]
    fn who_wrote_it_and_where_it_appeared() {
        check(
            "post.txt",
            "Pier shut in Pelham\n\nIslanders say they were not asked\n\nOda Wills\n\n\
             The Harbour Post, Friday, May 3, 2024\n\nThe pier was shut. It is old.",
            &[
                "headline 0: Pier shut in Pelham",
                "dek 1: Islanders say they were not asked",
                "-metadata: Oda Wills",
                "-metadata: The Harbour Post, Friday, May 3, 2024",
                "body 2: The pier was shut.",
                "body 2: It is old.",
            ],
        );
    }

    #[test]
    fn a_list_that_is_the_contents_without_saying_so() {
        check(
            "post.txt",
            "Pier shut in Pelham\n\n- What broke\n- Who pays\n- What next\n\nThe pier is shut. It is.\n\n\
             What broke\n\nThe deck.\n\nWho pays\n\nNobody.\n\nWhat next\n\nRain.",
            &[
                "headline 0: Pier shut in Pelham",
                "-contents: What broke",
                "-contents: Who pays",
                "-contents: What next",
                "body 1: The pier is shut.",
                "body 1: It is.",
                "heading 2: What broke",
                "body 3: The deck.",
                "heading 4: Who pays",
                "body 5: Nobody.",
                "heading 6: What next",
                "body 7: Rain.",
            ],
        );
    }

    #[test]
    fn what_a_site_puts_around_words() {
        check(
            "pier.txt",
            "Source: Harbour Post\n\nStorm shuts the pier in Pelham for a year - Harbour Post\n\n\
             Ana Roe\n\nHarbour Post\n\n\
             CLOSE A storm has shut the pier\n\n\
             The pier was shut on Monday after a storm. It is old.\n\n\
             Image copyright Ana Roe Image caption The pier at dawn\n\n\
             Media playback is unsupported on your device Media caption Waves at the pier\n\n\
             MAYOR OF PELHAM TO PAY FOR A NEW PIER\n\n\
             The mayor denied it.\n\n\
             Piers and storms:What the engineers of Pelham say\n\n\
             Who pays for a new pier in Pelham? Read more\n\n\
             It will open again: nobody knows when.",
            &[
                "-metadata: Source: Harbour Post",
                "headline 0: Storm shuts the pier in Pelham for a year",
                "-metadata: - Harbour Post",
                "-metadata: Ana Roe",
                "-metadata: Harbour Post",
                "-boilerplate: CLOSE",
                "caption 1: A storm has shut the pier",
                "body 2: The pier was shut on Monday after a storm.",
                "body 2: It is old.",
                "-boilerplate: Image copyright Ana Roe Image caption",
                "caption 3: The pier at dawn",
                "-boilerplate: Media playback is unsupported on your device Media caption",
                "caption 4: Waves at the pier",
                "-boilerplate: MAYOR OF PELHAM TO PAY FOR A NEW PIER",
                "body 5: The mayor denied it.",
                "-boilerplate: Piers and storms:What the engineers of Pelham say",
                "-boilerplate: Who pays for a new pier in Pelham? Read more",
                "body 6: It will open again: nobody knows when.",
            ],
        );
    }

    #[test]
    fn what_only_looks_like_the_site_stays() {
        check(
            "storm-shuts-the-pier-in-pelham.txt",
            "2 January 2025\n\nSTORM SHUTS THE PIER IN PELHAM FOR A YEAR\n\n\
             The pier was shut on Monday after a storm.\n\n\
             9/11 Families of Pelham sent flowers\n\n\
             The mayor wrote on his site:\n\n\
             NO MORE PIERS IN PELHAM UNTIL I SAY SO\n\n\
             “WE WILL NEVER GIVE UP THE PIER OF PELHAM”\n\n\
             The mayor said:We will pay for it\n\n\
             ท่าเรือ เปลแฮม ปิด วันจันทร์ หลัง พายุ NATO ไม่ มี ความเห็น\n\n\
             Advertisement spending fell by a tenth in Pelham.",
            &[
                "-metadata: 2 January 2025",
                "headline 0: STORM SHUTS THE PIER IN PELHAM FOR A YEAR",
                "body 1: The pier was shut on Monday after a storm.",
                "heading 2: 9/11 Families of Pelham sent flowers",
                "body 3: The mayor wrote on his site:",
                "heading 4: NO MORE PIERS IN PELHAM UNTIL I SAY SO",
                "heading 5: “WE WILL NEVER GIVE UP THE PIER OF PELHAM”",
                "heading 6: The mayor said:We will pay for it",
                "body 7: ท่าเรือ เปลแฮม ปิด วันจันทร์ หลัง พายุ NATO ไม่ มี ความเห็น",
                "body 8: Advertisement spending fell by a tenth in Pelham.",
            ],
        );
    }

    #[test]
    fn an_outlet_behind_a_headline_goes_from_fields_and_from_what_repeats_them() {
        let markdown = "---\ntitle: Storm shuts the pier in Pelham - Harbour Post\nsource: Harbour Post\n---\n\
             # Storm shuts the pier in Pelham - Harbour Post\n\nThe pier was shut on Monday. It is old.";
        let article = only("pier.md", markdown);
        assert_eq!(article.title(), "Storm shuts the pier in Pelham");
        let told: Vec<_> = article.places().map(|(at, _)| article.said(at)).collect();
        let expected = [
            "Storm shuts the pier in Pelham",
            "The pier was shut on Monday.",
            "It is old.",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn what_belongs_to_the_site() {
        check(
            "post.txt",
            "Pier shut in Pelham\n\nThe pier was shut. It is old. Read more about piers on our site.\n\n\
             ADVERTISEMENT\n\nRead more: Ten piers to see before they fall\n\n\
             Engineers looked at it. For more on this story, see coverage by the Gazette.\n\n\
             Reader Questions\n\nShould the pier be rebuilt?\n\nWho should pay?\n\n\
             Keywords: pier, storm, Pelham\n\nRelated articles\n\n\
             Storm floods the market square in Pelham\n\nLowe Island ferry to stop for winter\n\n\
             Your email address will not be published. Required fields are marked *\n\nBack to top",
            &[
                "headline 0: Pier shut in Pelham",
                "body 1: The pier was shut.",
                "body 1: It is old.",
                "-boilerplate: Read more about piers on our site.",
                "-boilerplate: ADVERTISEMENT",
                "-boilerplate: Read more: Ten piers to see before they fall",
                "body 2: Engineers looked at it.",
                "-boilerplate: For more on this story, see coverage by the Gazette.",
                "-boilerplate: Reader Questions",
                "-boilerplate: Should the pier be rebuilt?",
                "-boilerplate: Who should pay?",
                "-boilerplate: Keywords: pier, storm, Pelham",
                "-boilerplate: Related articles",
                "-boilerplate: Storm floods the market square in Pelham",
                "-boilerplate: Lowe Island ferry to stop for winter",
                "-boilerplate: Your email address will not be published. Required fields are marked *",
                "-boilerplate: Back to top",
            ],
        );
    }

    #[test]
    fn sentences_that_only_look_like_the_site_stay() {
        check(
            "post.txt",
            "Pier shut in Pelham\n\nRead the sign, the mayor said. Share prices fell. \
             Follow the money, he added.\n\n“Sign up for our party,” she told them. Comments were few.",
            &[
                "headline 0: Pier shut in Pelham",
                "body 1: Read the sign, the mayor said.",
                "body 1: Share prices fell.",
                "body 1: Follow the money, he added.",
                "body 2: “Sign up for our party,” she told them.",
                "body 2: Comments were few.",
            ],
        );
    }

    #[test]
    fn a_page_that_was_copied_whole() {
        check(
            "post.txt",
            "Skip to content\nHarbour Post\nWorld\nWeather\nU.S.\nLog in\n\n\
             Boil water notice lifted in Orrin\n\n\
             Pier in Pelham shut for a year after the storm\n\
             The council says the repair cannot begin before spring.\n\
             May 3, 2024\n127\nShare\nSave\n\n\
             The pier in Pelham was shut on Monday after a storm tore off its end, the council said.\n\n\
             What comes next\n\n\
             The council will ask three builders what the repair of the pier costs.\n\n\
             \u{201c}A storm like this comes once in ten years,\u{201d} said Ida Vale of the council.\n\n\
             Share this article\nFollow us\nWorld\nMarkets\n\nWhat it cut off\n\n\
             The storm also cut the road to Orrin, and the ferry stayed in the harbour of Pelham.\n\n\
             Ana Roe is a senior writer at the Harbour Post. She lives in Orrin.\n\n\
             Related articles\nFerry to stop for winter\nWho owns the quay?\n\n\
             Get the best of the Post in your inbox. Subscribe to our newsletter.\n\n\
             About us\nCareers\nSite map\nContact us",
            &[
                "-boilerplate: Skip to content",
                "-boilerplate: Harbour Post",
                "-boilerplate: World",
                "-boilerplate: Weather",
                "-boilerplate: U.S.",
                "-boilerplate: Log in",
                "-boilerplate: Boil water notice lifted in Orrin",
                "headline 0: Pier in Pelham shut for a year after the storm",
                "dek 1: The council says the repair cannot begin before spring.",
                "-metadata: May 3, 2024",
                "-boilerplate: 127",
                "-boilerplate: Share",
                "-boilerplate: Save",
                "body 2: The pier in Pelham was shut on Monday after a storm tore off its end, the council said.",
                "heading 3: What comes next",
                "body 4: The council will ask three builders what the repair of the pier costs.",
                "body 5: \u{201c}A storm like this comes once in ten years,\u{201d} said Ida Vale of the council.",
                "-boilerplate: Share this article",
                "-boilerplate: Follow us",
                "-boilerplate: World",
                "-boilerplate: Markets",
                "heading 6: What it cut off",
                "body 7: The storm also cut the road to Orrin, and the ferry stayed in the harbour of Pelham.",
                "-boilerplate: Ana Roe is a senior writer at the Harbour Post. She lives in Orrin.",
                "-boilerplate: Related articles",
                "-boilerplate: Ferry to stop for winter",
                "-boilerplate: Who owns the quay?",
                "-boilerplate: Get the best of the Post in your inbox. Subscribe to our newsletter.",
                "-boilerplate: About us",
                "-boilerplate: Careers",
                "-boilerplate: Site map",
                "-boilerplate: Contact us",
            ],
        );
    }

    #[test]
    fn what_an_article_ends_with_and_prints_twice() {
        check(
            "post.txt",
            "Pier shut for a year after the storm\n\n\
             The pier in Pelham was shut on Monday. Nobody was hurt when the storm tore off its end.\n\n\
             \u{201c}Nobody was hurt when the storm tore off its end.\u{201d}\n\n\
             The council thanked these groups of helpers:\n\n\
             Harbour Guild of Pelham\n\nFriends of the Quay\n\nOrrin Rowing Club\n\nLowe Island School",
            &[
                "headline 0: Pier shut for a year after the storm",
                "body 1: The pier in Pelham was shut on Monday.",
                "body 1: Nobody was hurt when the storm tore off its end.",
                "-boilerplate: \u{201c}Nobody was hurt when the storm tore off its end.\u{201d}",
                "body 2: The council thanked these groups of helpers:",
                "list 3: Harbour Guild of Pelham",
                "list 4: Friends of the Quay",
                "list 5: Orrin Rowing Club",
                "list 6: Lowe Island School",
            ],
        );
    }

    #[test]
    fn points_below_a_headline_are_a_list() {
        check(
            "post.txt",
            "Pier shut for a year after the storm\n\n\
             Council says the repair cannot begin before spring\n\n\
             Ferry to run twice a day instead of once\n\n\
             Mayor calls it the worst storm in ten years\n\n\
             The pier in Pelham was shut on Monday after a storm tore off its end.",
            &[
                "headline 0: Pier shut for a year after the storm",
                "list 1: Council says the repair cannot begin before spring",
                "list 2: Ferry to run twice a day instead of once",
                "list 3: Mayor calls it the worst storm in ten years",
                "body 4: The pier in Pelham was shut on Monday after a storm tore off its end.",
            ],
        );
    }

    #[test]
    fn leftovers_of_a_text_generator_are_told() {
        let text = "Pier shut in Pelham\n\nThe pier was shut. It is old.\n\n\
             Okay, here’s a breakdown of the provided text, with the key points. \
             I’ll focus on the costs.\n\nThe costs are high.\n\n\
             “As an AI language model I cannot swim,” the town’s chatbot answered.";
        check(
            "post.txt",
            text,
            &[
                "headline 0: Pier shut in Pelham",
                "body 1: The pier was shut.",
                "body 1: It is old.",
                "-generated: Okay, here’s a breakdown of the provided text, with the key points.",
                "-generated: I’ll focus on the costs.",
                "body 2: The costs are high.",
                "body 3: “As an AI language model I cannot swim,” the town’s chatbot answered.",
            ],
        );
        let kinds: Vec<_> = only("post.txt", text)
            .doubts()
            .iter()
            .map(|it| it.kind)
            .collect();
        assert_eq!(kinds, ["generated-text"]);
    }

    #[test]
    fn hard_wrapped_lines_are_joined() {
        check(
            "post.txt",
            "Pier shut in Pelham\n\nThe pier in Pelham was shut on Monday after a storm\n\
             tore off its end, the harbour office said in a short\nstatement. Nobody was hurt in \
             the storm, it said - but\nthe ferry to Lowe Island was damaged and cannot sail.\n\n\
             - Divers will look at the piles on Tuesday, weather\n  permitting.\n",
            &[
                "headline 0: Pier shut in Pelham",
                "body 1: The pier in Pelham was shut on Monday after a storm tore off its end, \
                 the harbour office said in a short statement.",
                "body 1: Nobody was hurt in the storm, it said - but the ferry to Lowe Island was \
                 damaged and cannot sail.",
                "list 2: Divers will look at the piles on Tuesday, weather permitting.",
            ],
        );
    }

    #[test]
    fn what_stands_right_below_a_headline_is_not_joined_with_it() {
        let text = "The pier was shut on Monday after a storm, the harbour office said. It is old.";
        for (below, expected) in [
            ("By Ana Roe", "-metadata: By Ana Roe"),
            ("Ana Roe", "-metadata: Ana Roe"),
            ("May 3, 2024", "-metadata: May 3, 2024"),
            (
                "Islanders say they were not asked",
                "dek 1: Islanders say they were not asked",
            ),
        ] {
            let headline = "Pier in Pelham to be shut for a year after the storm";
            let article = only("post.txt", &format!("{headline}\n{below}\n\n{text}"));
            let lines = outline(&article);
            assert_eq!(
                lines[..2],
                [format!("headline 0: {headline}").as_str(), expected]
            );
        }
    }

    #[test]
    fn each_run_of_lines_is_wrapped_or_not() {
        check(
            "post.txt",
            "Pier shut for a year after the storm\nBy Ana Roe\n\n\
             The pier in Pelham was shut on Monday after a storm\ntore off its end. It was no surprise, said the com-\n\
             pany: it had told the council of a well-\nknown risk, and spoken of two-\nand three-year terms for\nthe repair.\n\n\
             In the council Mayor Ida Vale said she asked Jon\nPell. He did not answer.\n\n\
             The pier is old\nand shut\n\nShare\nSave\nSouth Quay\nNorth Quay\n",
            &[
                "headline 0: Pier shut for a year after the storm",
                "-metadata: By Ana Roe",
                "body 1: The pier in Pelham was shut on Monday after a storm tore off its end.",
                "body 1: It was no surprise, said the company: it had told the council of a \
                 well-known risk, and spoken of two- and three-year terms for the repair.",
                "body 2: In the council Mayor Ida Vale said she asked Jon Pell.",
                "body 2: He did not answer.",
                "body 3: The pier is old",
                "body 4: and shut",
                "-boilerplate: Share",
                "-boilerplate: Save",
                "-boilerplate: South Quay",
                "-boilerplate: North Quay",
            ],
        );
    }

    #[test]
    fn a_date_is_read_beside_names_and_where_it_was_glued() {
        for (line, byline) in [
            ("April 10, 20253:14 PM GMT+2Updated 7 hours ago", None),
            ("Published On 10 Apr 202510 Apr 2025", None),
            ("April 10, 2025 9:17 AM 2 min read", None),
            ("HPN / Apr 10, 2025, 08:12 IST", None),
            ("Ana Roe Published April 10, 2025", Some("Ana Roe")),
            (
                "Ana Roe, Staff Writer | April 10, 2025 at 4:05 PM EDT",
                Some("Ana Roe, Staff Writer"),
            ),
        ] {
            let text = format!(
                "Pier shut in Pelham after storm\n\n{line}\n\nThe pier was shut on Monday. It is old."
            );
            let article = only("post.txt", &text);
            let meta = article.meta();
            let day = meta.published.map(|it| it.date.to_string());
            assert_eq!(day.as_deref(), Some("2025-04-10"), "{line}");
            assert_eq!(meta.byline.as_deref(), byline, "{line}");
            let lines = outline(&article);
            assert!(lines.contains(&format!("-metadata: {line}")), "{lines:?}");
        }
    }

    #[test]
    fn a_full_line_goes_on_with_a_figure() {
        check(
            "post.txt",
            "Pier shut in Pelham\n\nA storm that tore off the end of the old pier in Pelham on October\n\
             3 may be one of the hardest that was ever seen in the\ncountry, the harbour office said.\n\n\
             Nobody was hurt, but the ferry to Lowe Island was damaged by it and so\ncannot sail. It is \
             to be towed to the dock at Pelham within a week and to\nstay there.\n",
            &[
                "headline 0: Pier shut in Pelham",
                "body 1: A storm that tore off the end of the old pier in Pelham on October 3 may be \
                 one of the hardest that was ever seen in the country, the harbour office said.",
                "body 2: Nobody was hurt, but the ferry to Lowe Island was damaged by it and so cannot sail.",
                "body 2: It is to be towed to the dock at Pelham within a week and to stay there.",
            ],
        );
    }

    #[test]
    fn a_lead_is_no_dek_whatever_stands_behind_it() {
        let lead = "The pier in Pelham was shut on Monday after a storm.";
        for behind in [
            "Advertisement",
            "Read more",
            "Share",
            "![The pier](pier.jpg)",
        ] {
            for above in ["", "By Ana Roe\n\nMay 3, 2024\n\n"] {
                let text =
                    format!("# Pier shut\n\n{above}{lead}\n\n{behind}\n\nIt is old, she said.");
                let lines = outline(&only("post.md", &text));
                assert!(lines.contains(&format!("body 1: {lead}")), "{lines:?}");
            }
        }
    }

    #[test]
    fn a_dek_stands_above_byline_or_date() {
        check(
            "post.txt",
            "Pier shut in Pelham\n\nA storm has torn off its end. Islanders were not asked.\n\nShare\n\n\
             By Ana Roe\n\nMay 3, 2024\n\nThe pier was shut on Monday. It is old.",
            &[
                "headline 0: Pier shut in Pelham",
                "dek 1: A storm has torn off its end.",
                "dek 1: Islanders were not asked.",
                "-boilerplate: Share",
                "-metadata: By Ana Roe",
                "-metadata: May 3, 2024",
                "body 2: The pier was shut on Monday.",
                "body 2: It is old.",
            ],
        );
    }

    #[test]
    fn a_marked_headline_stands_below_the_menu_of_its_site() {
        let menu = "[Skip to main content](#main)\n\n- [World](https://pelham.example/w)\n\
                    - [Harbour and sea](https://pelham.example/s)\n\nThe ferry sails today.\n\n";
        let body = "By Ana Roe\n\nMay 3, 2024\n\nThe pier was shut on Monday. It is old.\n\n# Why\n\nSalt.";
        let expected = [
            "-boilerplate: Skip to main content",
            "-boilerplate: World",
            "-boilerplate: Harbour and sea",
            "body 0: The ferry sails today.",
            "headline 1: Pier shut in Pelham",
            "-metadata: By Ana Roe",
            "-metadata: May 3, 2024",
            "body 2: The pier was shut on Monday.",
            "body 2: It is old.",
            "heading 3: Why",
            "body 4: Salt.",
        ];
        let marked = format!("{menu}# Pier shut in Pelham\n\n{body}");
        check("post.md", &marked, &expected);
        let article = only("post.md", &marked);
        assert_eq!(article.title(), "Pier shut in Pelham");
        assert_eq!(article.meta().byline.as_deref(), Some("Ana Roe"));
        let underlined = format!("{menu}Pier shut in Pelham\n=====\n\n{body}");
        let lines = outline(&only("post.md", &underlined));
        assert_eq!(lines[4], expected[4]);
    }

    #[test]
    fn a_heading_below_the_first_paragraph_is_no_headline() {
        check(
            "post.md",
            "Pier shut in Pelham\n\nThe pier was shut on Monday after a storm.\n\n# Why\n\nIt is old.",
            &[
                "headline 0: Pier shut in Pelham",
                "body 1: The pier was shut on Monday after a storm.",
                "heading 2: Why",
                "body 3: It is old.",
            ],
        );
    }

    #[test]
    fn sentences_that_begin_like_a_line_about_the_article_stay() {
        let lines = |text: &str| outline(&only("post.txt", text));
        for words in [
            "Published on Monday in a journal, the study followed 1,204 piers.",
            "Updated on Friday, the map shows every pier of the coast.",
            "Written by a former aide, the book tells of years at the pier.",
            "Reporting by the Gazette led to the fall of the harbour master.",
            "Related: two men were charged with moving the boats.",
            "Sign in to the harbour failed for thousands of islanders on Monday.",
            "Back to top form, the ferry sailed twice.",
            "Click here and you lose your boat, the harbour office warned.",
            "Photos from the scene show planks along the quay.",
            "In this photograph lies all that is left of the pier, she wrote.",
        ] {
            let text = format!("Pier shut in Pelham\n\nThe pier was shut. It is old.\n\n{words}");
            assert_eq!(lines(&text).last(), Some(&format!("body 2: {words}")));
        }
    }

    #[test]
    fn links_over_several_lines_and_empty_links_go() {
        check(
            "post.md",
            "# Pier shut\n\nThe pier was shut. It is old.\n\n[\n\nFerry late again in Pelham\n\nRead more\n\n\
             ](https://pelham.example/f)\n\n[](https://pelham.example/roe)\n\nThe ferry sails.",
            &[
                "headline 0: Pier shut",
                "body 1: The pier was shut.",
                "body 1: It is old.",
                "-metadata: [",
                "-boilerplate: Ferry late again in Pelham",
                "-boilerplate: Read more",
                "-metadata: ](https://pelham.example/f)",
                "-metadata: ",
                "body 2: The ferry sails.",
            ],
        );
    }

    #[test]
    fn captions_end_with_a_name_and_an_outlet() {
        for (words, role) in [
            (
                "The pier at dawn, seen from Lowe Island. Ana Roe/Harbour Post",
                "caption",
            ),
            ("The pier at dawn in May 2024. © Ana Roe, AFP", "caption"),
            ("The pier at dawn. (Courtesy of Ana Roe)", "caption"),
            ("The pier at dawn (Ana Roe/The Harbour Post)", "caption"),
            (
                "The pier, in Pelham in July.Credit...Ana Roe for Harbour Post",
                "caption",
            ),
            (
                "The pier has been shut since JanuaryImage: Ana Roe/Harbour Post",
                "caption",
            ),
            ("The pier in 2022. Pic: Ana Roe", "caption"),
            ("Ana Roe/The Post", "caption"),
            ("Ana Roe/AP", "caption"),
            ("Port Pelham/Orrin", "heading"),
            (
                "The pier was paid for by the town (courtesy of a loan).",
                "body",
            ),
            ("She met the senator (Pelham/Orrin) on Monday.", "body"),
        ] {
            let text = format!(
                "Pier shut in Pelham\n\nThe pier was shut. It is old.\n\n{words}\n\nIt is."
            );
            let article = only("post.txt", &text);
            let roles: Vec<_> = article
                .sentences()
                .iter()
                .map(|it| it.role.name())
                .collect();
            let own = &roles[3..roles.len() - 1];
            assert!(
                !own.is_empty() && own.iter().all(|it| *it == role),
                "{words}: {roles:?}"
            );
        }
    }
}

mod formats {
    use super::*;

    #[test]
    fn front_matter() {
        let text = "---\nlayout: post\ntitle: \"Pier shut: \\\"too old\\\"\"\nDate: 2024-05-03T10:20:00\n\
             author:\n  - Ana Roe\n  - Ida Vale\ntags: [pier, \"storm\"]\nexcerpt: >\n  The town\n  is broke.\n\
             url: https://www.harbour-post.example/a\nstory: pier\n---\n\nThe pier was shut. It is old.\n";
        check(
            "a.md",
            text,
            &[
                "-metadata: ---",
                "-metadata: layout: post",
                "-metadata: title: \"",
                "headline 0: Pier shut: \"too old\"",
                "-metadata: \"",
                "-metadata: Date: 2024-05-03T10:20:00",
                "-metadata: author: - Ana Roe - Ida Vale",
                "-metadata: tags: [pier, \"storm\"]",
                "-metadata: excerpt: >",
                "dek 1: The town is broke.",
                "-metadata: url: https://www.harbour-post.example/a",
                "-metadata: story: pier",
                "-metadata: ---",
                "body 2: The pier was shut.",
                "body 2: It is old.",
            ],
        );
        let article = only("a.md", text);
        let meta = article.meta();
        assert_eq!(meta.title.as_deref(), Some("Pier shut: \"too old\""));
        assert_eq!(meta.dek.as_deref(), Some("The town is broke."));
        assert_eq!(meta.byline.as_deref(), Some("Ana Roe, Ida Vale"));
        assert_eq!(meta.source, "harbour-post.example");
        assert_eq!(meta.story.as_deref(), Some("pier"));
    }

    #[test]
    fn header_lines_without_a_fence() {
        check(
            "a.txt",
            "Title: Pier shut\nSource: The Harbour Post\n\nThe pier was shut. It is old.",
            &[
                "-metadata: Title:",
                "headline 0: Pier shut",
                "-metadata: Source: The Harbour Post",
                "body 1: The pier was shut.",
                "body 1: It is old.",
            ],
        );
    }

    #[test]
    fn the_head_of_a_message_and_of_a_program_that_fetches_pages() {
        check(
            "a.txt",
            "From: Harbour Post <news@pelham.example>\nTo: reader@pelham.example\n\
             Subject: Pier shut\nDate: Fri, 3 May 2024 06:02:11 -0400\n\nPIER SHUT\nBy Ana Roe\n\n\
             The pier was shut. It is old.",
            &[
                "-metadata: From: Harbour Post <news@pelham.example>",
                "-metadata: To: reader@pelham.example",
                "-metadata: Subject:",
                "headline 0: Pier shut",
                "-metadata: Date: Fri, 3 May 2024 06:02:11 -0400",
                "-metadata: PIER SHUT",
                "-metadata: By Ana Roe",
                "body 1: The pier was shut.",
                "body 1: It is old.",
            ],
        );
        let text = "Title: Pier shut\n\nURL Source: https://pelham.example/a\n\n\
                    Published Time: 2024-05-03T10:20:00+00:00\n\nMarkdown Content:\n\
                    Pier shut\n=========\n\nThe pier was shut. It is old.";
        check(
            "a.txt",
            text,
            &[
                "-metadata: Title:",
                "headline 0: Pier shut",
                "-metadata: URL Source: https://pelham.example/a",
                "-metadata: Published Time: 2024-05-03T10:20:00+00:00",
                "-metadata: Markdown Content:",
                "-metadata: Pier shut",
                "-metadata: =========",
                "body 1: The pier was shut.",
                "body 1: It is old.",
            ],
        );
        assert_eq!(only("a.txt", text).source(), "pelham.example");
    }

    #[test]
    fn json_with_fields_inside_and_a_mark_of_what_is_missing() {
        let text = r#"{"webTitle": "Pier shut", "source": "https://www.pelham.example/news/a",
            "fields": {"trailText": "The town is broke", "bodyText": "The pier was shut. It is… [+2345 chars]"}}"#;
        check(
            "a.json",
            text,
            &[
                "headline 0: Pier shut",
                "dek 1: The town is broke",
                "body 2: The pier was shut.",
                "body 2: It is…",
            ],
        );
        let article = only("a.json", text);
        assert_eq!(article.source(), "pelham.example");
        assert_eq!(
            article.meta().url.as_deref(),
            Some("https://www.pelham.example/news/a")
        );
    }

    #[test]
    fn rulers_are_no_front_matter() {
        check(
            "a.md",
            "---\n\nPier shut\n\nThe pier was shut. It is old.\n\n---\n\nMore follows. Soon.",
            &[
                "-metadata: ---",
                "headline 0: Pier shut",
                "body 1: The pier was shut.",
                "body 1: It is old.",
                "-metadata: ---",
                "body 2: More follows.",
                "body 2: Soon.",
            ],
        );
    }

    #[test]
    fn markdown_loses_its_signs_and_keeps_its_words() {
        check(
            "a.md",
            "# Pier **shut**\n\nThe *pier* in [Pelham Town](https://pelham.example/a_b), \
             is **old**. The un*believ*able `end` fell.\n\n## Why\n\n> It was 5 \\* 3 metres.\n\n\
             * Salt &amp; wind\n* snake_case_words\n\n![The pier](pier.jpg)\n\n\
             The pier at dawn. Photo: Ana Roe\n",
            &[
                "headline 0: Pier shut",
                "body 1: The pier in Pelham Town, is old.",
                "body 1: The unbelievable end fell.",
                "heading 2: Why",
                "body 3: It was 5 * 3 metres.",
                "list 4: Salt & wind",
                "list 5: snake_case_words",
                "-metadata: ![The pier](pier.jpg)",
                "caption 6: The pier at dawn.",
                "caption 6: Photo: Ana Roe",
            ],
        );
    }

    #[test]
    fn spans_hold_for_the_file() {
        let text = "# Pier **shut**\n\nThe *pier* is **old.** The end _fell._\n";
        let article = only("a.md", text);
        assert_eq!(article.span_of(), SpanOf::File);
        let said: Vec<_> = article
            .sentences()
            .iter()
            .map(|it| it.span.of(text))
            .collect();
        assert_eq!(
            said,
            [
                "# Pier **shut**",
                "The *pier* is **old.**",
                "The end _fell._"
            ]
        );
    }

    #[test]
    fn json_under_many_names() {
        let text = r#"{"Headline": "Pier shut", "articleBody": "The pier was shut. It is old.",
            "publisher": {"name": "Harbour Post"}, "author": [{"name": "Ana Roe"}, "Ida Vale"],
            "datePublished": "Fri, 03 May 2024 10:20:00 GMT", "description": "The town is broke",
            "inLanguage": "EN", "unknown": {"deep": [1, 2, {"a": null}]}, "text": ""}"#;
        check(
            "a.json",
            text,
            &[
                "headline 0: Pier shut",
                "dek 1: The town is broke",
                "body 2: The pier was shut.",
                "body 2: It is old.",
            ],
        );
        let article = only("a.json", text);
        let meta = article.meta();
        assert_eq!(meta.source, "Harbour Post");
        assert_eq!(meta.byline.as_deref(), Some("Ana Roe, Ida Vale"));
        assert_eq!(
            meta.published.map(|it| it.to_string()).as_deref(),
            Some("2024-05-03T10:20:00")
        );
        assert_eq!(meta.language.as_deref(), Some("en"));
        assert_eq!(article.span_of(), SpanOf::Extracted);
    }

    #[test]
    fn json_does_not_say_headline_and_dek_twice() {
        check(
            "a.json",
            r#"{"title": "Pier shut", "description": "The pier was shut. It…",
                "text": "PIER SHUT\n\nThe pier was shut. It is old."}"#,
            &[
                "headline 0: Pier shut",
                "body 1: The pier was shut.",
                "body 1: It is old.",
            ],
        );
    }

    #[test]
    fn json_bodies_in_html() {
        check(
            "a.json",
            r#"{"title": "Fish &amp; pier", "content": "<p>The pier<br>was <b>shut</b>.</p><h2>Why</h2><ul><li>Salt</li><li>Wind</li></ul><script>x()</script>"}"#,
            &[
                "headline 0: Fish & pier",
                "body 1: The pier",
                "body 2: was shut.",
                "heading 3: Why",
                "list 4: Salt",
                "list 5: Wind",
            ],
        );
    }

    #[test]
    fn lists_of_articles() {
        let one = r#"{"title": "One", "text": "First text. It is."}"#;
        let two = r#"{"title": "Two", "text": "Second text. It is."}"#;
        let shapes = [
            format!("[{one}, {two}]"),
            format!(r#"{{"status": "ok", "Articles": [{one}, {two}]}}"#),
            format!(r#"{{"response": {{"results": [{one}, {two}]}}}}"#),
            format!("{one}\n{two}"),
        ];
        for shape in shapes {
            let loaded = open(&[("set.json", shape.as_bytes())]);
            let titles: Vec<_> = loaded.articles.iter().map(Article::title).collect();
            assert_eq!(titles, ["One", "Two"], "of {shape}");
        }
    }

    #[test]
    fn json_lines_are_named_by_line_and_faults_cost_one_line() {
        let text = "{\"title\": \"One\", \"text\": \"First.\"}\r\n\r\n{broken\n\
             {\"title\": \"No text\"}\n{\"title\": \"Lone \\ud83d\", \"text\": \"Fifth.\"}";
        let loaded = open(&[("set.jsonl", text.as_bytes())]);
        let files: Vec<_> = loaded.articles.iter().map(Article::file).collect();
        assert_eq!(files, ["set.jsonl:1", "set.jsonl:5"]);
        let skipped: Vec<_> = loaded.warnings.iter().map(|it| it.file.as_str()).collect();
        assert_eq!(skipped, ["set.jsonl:3", "set.jsonl:4"]);
        assert!(loaded.warnings.iter().all(|it| it.skipped));
    }

    #[test]
    fn deep_json_is_refused_and_the_rest_is_read() {
        let deep = "[".repeat(100_000);
        let loaded = open(&[
            ("a.json", deep.as_bytes()),
            ("b.txt", b"Pier shut. It is old."),
        ]);
        assert_eq!(loaded.articles.len(), 1);
        assert_eq!(loaded.warnings.len(), 1);
        assert!(
            loaded.warnings[0]
                .message
                .contains("is nested more than 100 deep")
        );
    }

    #[test]
    fn saved_pages() {
        let page = "<!doctype html><html lang='en-GB'><head><title>Pier shut - Harbour Post</title>\
             <meta property='og:site_name' content='Harbour Post'><script type='application/ld+json'>\
             {\"@graph\": [{\"@type\": \"WebSite\", \"name\": \"x\"}, {\"@type\": \"NewsArticle\", \
             \"headline\": \"Pier shut for a year &amp; more\", \"author\": [{\"name\": \"Ana Roe\"}], \
             \"datePublished\": \"2025-12-06T02:03:29Z\", \"articleBody\": \"x\"}]}</script></head>\
             <body><nav><ul><li>World</ul></nav><main><article><h1>Pier shut for a year &amp; more</h1>\
             <p>By Ana Roe</p><p>The pier was shut on <b>Monday</b>.</p><div>Advertisement</div>\
             <aside>Most read</aside><h2>What comes next</h2><ul><li>A new pier.</ul></article></main>\
             <article>Ferry late</article><footer>About us</footer></body></html>";
        let article = only("page.html", page);
        assert_eq!(
            outline(&article),
            [
                "headline 0: Pier shut for a year & more",
                "-metadata: By Ana Roe",
                "body 1: The pier was shut on Monday.",
                "-boilerplate: Advertisement",
                "heading 2: What comes next",
                "list 3: A new pier.",
            ]
        );
        let meta = article.meta();
        assert_eq!(meta.source, "Harbour Post");
        assert_eq!(meta.byline.as_deref(), Some("Ana Roe"));
        assert_eq!(meta.language.as_deref(), Some("en"));
        assert_eq!(article.span_of(), SpanOf::Extracted);
        let published = meta.published.map(|it| it.to_string());
        assert_eq!(published.as_deref(), Some("2025-12-06T02:03:29"));
    }

    #[test]
    fn encodings() {
        let text = "Café “Anker” shut\r\n\r\nThe café was shut. It is old.\r\n";
        let utf16 = |order: fn(u16) -> [u8; 2]| -> Vec<u8> {
            text.encode_utf16().flat_map(order).collect()
        };
        let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(text);
        let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
        let files: [(&str, &[u8]); 5] = [
            ("a.txt", text.as_bytes()),
            ("b.txt", &marked),
            ("c.txt", &utf16(u16::to_le_bytes)),
            ("d.txt", &utf16(u16::to_be_bytes)),
            ("e.txt", &windows),
        ];
        let loaded = open(&files);
        for article in &loaded.articles {
            assert_eq!(
                outline(article),
                [
                    "headline 0: Café “Anker” shut",
                    "body 1: The café was shut.",
                    "body 1: It is old."
                ],
                "of {}",
                article.file()
            );
        }
        let doubted = |it: &Article| it.doubts().iter().any(|it| it.kind == "decoded");
        let doubts: Vec<_> = loaded.articles.iter().map(doubted).collect();
        assert_eq!(doubts, [false, false, true, true, true]);
    }

    #[test]
    fn control_characters_are_made_harmless_and_told() {
        let article = only(
            "a.txt",
            "Pier \u{1b}[31mshut\n\nThe pier\u{202e} was shut. It is\u{200b} old.",
        );
        assert_eq!(
            outline(&article),
            [
                "headline 0: Pier shut",
                "body 1: The pier\u{fffd} was shut.",
                "body 1: It is old."
            ]
        );
        assert_eq!(article.doubts()[0].kind, "control-characters");
        let json = r#"{"title": "Pier \u001b]0;x\u0007shut", "text": "The pier. It.", "source": "a\u001b[2J\nb"}"#;
        let article = only("a.json", json);
        assert_eq!(article.title(), "Pier shut");
        assert_eq!(article.source(), "a b");
    }
}

mod opening {
    use super::*;

    fn fault(path: PathBuf) -> String {
        format!("{:#}", bundle::load(&[path]).expect_err("an error"))
    }

    #[test]
    fn folders_are_walked_and_sorted_and_names_are_relative() {
        let loaded = open(&[
            ("b/two.txt", b"Two. It is."),
            ("b/.hidden.txt", b"No. It is."),
            ("a.txt", b"One. It is."),
            ("picture.png", b"\x89PNG"),
            ("empty.txt", b" \r\n"),
            ("c", b"{\"text\": \"Three. It is.\"}"),
        ]);
        let files: Vec<_> = loaded.articles.iter().map(Article::file).collect();
        assert_eq!(files, ["a.txt", "b/two.txt", "c"]);
        let skipped: Vec<_> = loaded.warnings.iter().map(|it| it.file.as_str()).collect();
        assert_eq!(skipped, ["empty.txt", "picture.png"]);
    }

    #[test]
    fn what_cannot_be_opened_is_said() {
        let folder = tempfile::tempdir().expect("a folder");
        let missing = fault(folder.path().join("missing"));
        assert!(missing.contains("missing is not there"), "{missing}");
        let empty = fault(folder.path().to_path_buf());
        assert!(empty.contains("no article in"), "{empty}");
        let file = folder.path().join("a.json");
        fs::write(&file, "{").expect("a file");
        let broken = fault(file);
        assert!(broken.contains("a.json:1: is no valid JSON"), "{broken}");
    }

    #[cfg(unix)]
    #[test]
    fn pipes_and_link_loops_are_passed_over() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("a.txt"), "One. It is.").expect("a file");
        std::os::unix::fs::symlink(folder.path(), folder.path().join("loop")).expect("a link");
        std::os::unix::fs::symlink("nowhere", folder.path().join("dead.txt")).expect("a link");
        let made = std::process::Command::new("mkfifo")
            .arg(folder.path().join("pipe.txt"))
            .status();
        let piped = made.is_ok_and(|it| it.success());
        let loaded = bundle::load(&[folder.path().to_path_buf()]).expect("articles");
        assert_eq!(loaded.articles.len(), 1);
        assert_eq!(
            loaded.warnings.len(),
            2 + usize::from(piped),
            "{:?}",
            loaded.warnings
        );
        if piped {
            assert!(fault(folder.path().join("pipe.txt")).contains("use - for the path"));
        }
    }

    #[cfg(unix)]
    #[test]
    fn names_of_files_are_safe_to_show() {
        let loaded = open(&[("a\n\u{1b}[2Jb.txt", b"One. It is.")]);
        assert_eq!(loaded.articles[0].file(), "a? b.txt");
    }
}

mod properties {
    use super::*;
    use proptest::{collection::vec, prelude::*};

    /// Pieces that the stages look for, and random text.
    fn text() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            "[ -~]{0,30}",
            "\\PC{0,12}",
            Just("\n".to_string()),
            Just("\n\n".to_string()),
            Just("---\n".to_string()),
            Just("title: \"x y\"\n".to_string()),
            Just("- item ".to_string()),
            Just("1. item\n2. item\n".to_string()),
            Just("| a | b |\n".to_string()),
            Just("Table of Contents\n".to_string()),
            Just("**bold** [link](http://a.b) &amp; <b>".to_string()),
            Just("Okay, here’s a breakdown of the text. I’ll go on.".to_string()),
            Just("2025-12-06 The Town said. ".to_string()),
            Just("“Yes. No.” \u{200b}\u{feff}\u{ad}".to_string()),
            Just("\u{1b}[31m\u{202e}\r\n".to_string()),
            Just("Read more: x\n".to_string()),
            Just("(Ana Roe/AP)\n".to_string()),
        ];
        vec(piece, 0..24).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn nothing_vanishes_and_spans_fit(text in text(), markdown: bool) {
            let folder = tempfile::tempdir().expect("a folder");
            let path = folder.path().join(if markdown { "a.md" } else { "a.txt" });
            fs::write(&path, &text).expect("a file");
            if let Ok(loaded) = bundle::load(&[path]) {
                for article in &loaded.articles {
                    covers(article);
                    prop_assert_eq!(article.text().len(), text.len());
                }
            }
        }

        #[test]
        fn json_of_any_text_is_read(title in text(), body in text()) {
            let folder = tempfile::tempdir().expect("a folder");
            let path = folder.path().join("a.json");
            let json = serde_json::json!({"title": title, "text": body}).to_string();
            fs::write(&path, json).expect("a file");
            if let Ok(loaded) = bundle::load(&[path]) {
                loaded.articles.iter().for_each(covers);
            }
        }
    }
}
