//! A paragraph parted into its sentences.
//!
//! Steps: find the next mark that can end a sentence; take in the quotes and brackets that close
//! after it; look at the word before and the word behind, and decide. The frame is that of Unicode
//! Standard Annex #29 (sentence boundaries), the exceptions are those of news: titles and initials,
//! "U.S." and "a.m.", a question quoted before its speaker, sentences fused where a link was cut
//! out, texts in Title Case. It splits inside quotations: what somebody said is compared sentence
//! by sentence. Limits: a sentence that ends without a mark is not seen; the lists are English,
//! other languages get the frame. Cost: one pass over the bytes, and two words looked up a mark.

use crate::text::{
    abbreviation::{self, Kind, abbreviation, begins_sentences, speaks},
    mark::{Mark, MarkKind, closed, next_mark},
    safe,
    span::Span,
};

/// Words between a quoted question and the verb that gives its speaker.
const SPEAKER_WORDS: usize = 4;
/// Words of the longest speaker behind a quotation that ends with a full stop, and the verb.
const ATTRIBUTION: usize = 3;
/// Bytes in brackets that are an abbreviation rather than a sentence.
const SHORT_ASIDE: usize = 14;
/// Letters of a word after which a full stop ends even what goes on in lower case.
const LONG_WORD: usize = 4;
/// Characters of a word in which the sign of an address is looked for.
const ADDRESS: usize = 80;
/// Words read to tell whether a text is in Title Case, and how many of them are enough.
const TITLE_CASE_WORDS: usize = 5;

/// The sentences in order, in bytes of the paragraph, without the white space between them.
/// All that is no white space stands in exactly one of them.
pub fn split(paragraph: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(mark) = next_mark(paragraph, at) {
        let end = closed(&paragraph[start..], mark.end - start) + start;
        if ends(&paragraph[start..], mark.shifted(start), end - start) {
            push(&mut found, paragraph, start, end);
            start = end;
        }
        at = end;
    }
    push(&mut found, paragraph, start, paragraph.len());
    found
}

/// Adds a sentence; signs without any letter or figure go with the sentence before them.
fn push(found: &mut Vec<Span>, paragraph: &str, start: usize, end: usize) {
    let span = safe::trimmed(paragraph, Span::new(start, end));
    let wordless = !span.of(paragraph).contains(char::is_alphanumeric);
    match found.last_mut() {
        _ if span.is_empty() => (),
        Some(last) if wordless => *last = Span::new(last.start(), span.end()),
        _ => found.push(span),
    }
}

/// Whether a sentence ends at a mark. `end` is behind whatever closes after it.
fn ends(sentence: &str, mark: Mark, end: usize) -> bool {
    let before = &sentence[..mark.start];
    let rest = &sentence[end..];
    if mark.kind == MarkKind::Stop
        && mark.end == end
        && let [b' ', b'A'..=b'Z', ..] = rest.as_bytes()
    {
        // The case of most, told without all that follows.
        return stop_ends(before, &rest[1..], false);
    }
    let next = rest.trim_start_matches(safe::is_blank);
    if next.is_empty() || mark.kind == MarkKind::Wide {
        return true;
    }
    let closes = mark.end < end;
    if next.len() == rest.len() {
        return fused(before, mark, closes, rest);
    }
    let behind = next.trim_start_matches(|c: char| is_opening(c) || c.is_whitespace());
    let quoted = next.starts_with(['"', '\'', '“', '‘', '„', '«', '‹', '「', '『']);
    let Some(first) = behind.chars().next() else {
        return true;
    };
    if first.is_lowercase() {
        return lower_case_start(before, mark, closes, behind);
    }
    match mark.kind {
        MarkKind::Stop if aside(&sentence[..end]) => begins_sentences(word(behind)),
        MarkKind::Stop if closes => !is_attribution(behind),
        // A place before the news: `ERIE, Pa. — In the snow`.
        MarkKind::Stop if next.starts_with(['—', '–']) && is_short(before) => false,
        MarkKind::Stop => stop_ends(before, behind, quoted),
        MarkKind::Call if closes => !speaker_follows(behind),
        MarkKind::Dots => !first.is_numeric() && (quoted || !before.trim_end().is_empty()),
        _ => true,
    }
}

/// Whether a sentence can open with a sign.
fn is_opening(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '“'
            | '‘'
            | '„'
            | '«'
            | '‹'
            | '('
            | '['
            | '{'
            | '¿'
            | '¡'
            | '「'
            | '『'
            | '*'
            | '_'
            | '—'
            | '–'
            | '-'
            | '•'
    )
}

/// Whether the bracket that closes at the end holds only a word or an abbreviation: `(res.)`.
fn aside(text: &str) -> bool {
    let Some(inner) = text.strip_suffix([')', ']']) else {
        return false;
    };
    let near = inner.len().saturating_sub(SHORT_ASIDE);
    let near = (near..inner.len()).find(|at| inner.is_char_boundary(*at));
    let near = near.filter(|_| inner.ends_with('.'));
    near.is_some_and(|near| {
        inner[near..]
            .rfind(['(', '['])
            .is_some_and(|at| 0 < near + at)
    })
}

/// No blank after the mark: two sentences run together where something was cut out.
fn fused(before: &str, mark: Mark, closes: bool, rest: &str) -> bool {
    let mut letters = rest.trim_start_matches(['“', '"', '‘']).chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let small = letters.next().is_some_and(char::is_lowercase) || word(rest).len() == 1;
    let long = trailing_lower_case(before) >= 2;
    let plain = mark.kind == MarkKind::Stop || mark.kind == MarkKind::Call;
    let parted = plain && capital && small && (long || closes);
    let titled = || !closes && abbreviation(last_word(before)) == Some(Kind::Title);
    parted && !is_domain_end(word(rest)) && !is_address(rest) && !titled()
}

/// Whether the first word of a text is a part of an address.
fn is_address(text: &str) -> bool {
    let mut word = text
        .chars()
        .take(ADDRESS)
        .take_while(|c| !c.is_whitespace());
    word.any(|c| matches!(c, '@' | '/'))
}

fn is_domain_end(word: &str) -> bool {
    const ENDS: &[&str] = &[
        "com", "org", "net", "gov", "edu", "co", "uk", "io", "tv", "ai", "js", "in", "de", "eu",
    ];
    ENDS.contains(&word.to_lowercase().as_str())
}

/// A new sentence in lower case: only after a long plain word, or where the word is a name such as
/// iPhone.
fn lower_case_start(before: &str, mark: Mark, closes: bool, behind: &str) -> bool {
    let brand = word(behind).contains(char::is_uppercase);
    let last = last_word(before);
    let long = LONG_WORD <= last.len() && LONG_WORD <= trailing_lower_case(before) + 1;
    let sloppy = long && abbreviation(last).is_none();
    mark.kind == MarkKind::Stop && !closes && (sloppy || brand)
}

fn trailing_lower_case(before: &str) -> usize {
    let letters = before.chars().rev();
    letters.take_while(|c| c.is_lowercase()).count()
}

/// Whether a full stop without anything closing ends the sentence before a capital or a figure.
fn stop_ends(before: &str, behind: &str, quoted: bool) -> bool {
    let letters = before.bytes().rev().take_while(u8::is_ascii_lowercase);
    if abbreviation::LONGEST < letters.take(abbreviation::LONGEST + 1).count() {
        return true;
    }
    let last = last_word(before);
    let next = word(behind);
    let figure = next.starts_with(|c: char| c.is_numeric());
    let starts = || (quoted || begins_sentences(next)) && !is_title_case(before);
    let first = before[..before.len() - last.len()].trim_end().is_empty();
    if first && is_ordinal(last) {
        return false;
    }
    let initial = last.len() == 1 && last.starts_with(char::is_uppercase);
    if let Some(kind) = abbreviation(last).filter(|_| !initial) {
        return match kind {
            Kind::Title | Kind::Inner => false,
            Kind::Number => !figure,
            Kind::Month => !figure && starts(),
            Kind::Either => starts(),
        };
    }
    let mut letters = last.chars();
    match (letters.next(), letters.next()) {
        (Some(c), None) if c.is_alphabetic() => starts(),
        _ if is_acronym(last) => !figure && starts(),
        _ => true,
    }
}

/// `U.S` and `a.m`, but no address such as `pelham.co.uk`.
fn is_acronym(word: &str) -> bool {
    let short = |part: &str| part.chars().count() <= 2 && part.chars().all(char::is_alphabetic);
    word.contains('.') && word.split('.').all(short)
}

/// `12` or `IV`, as before the text of an item.
fn is_ordinal(word: &str) -> bool {
    let roman = |c: char| "IVX".contains(c);
    let figures = word.chars().all(|c| c.is_ascii_digit()) && word.len() < 4;
    !word.is_empty() && (figures || word.chars().all(roman))
}

/// "Is it?" Ms Roe asked.
fn speaker_follows(behind: &str) -> bool {
    behind
        .split_whitespace()
        .take(SPEAKER_WORDS)
        .take_while(|word| !word.contains(['"', '“', '”']))
        .any(|word| speaks(word.trim_end_matches([',', '.', ':'])))
}

/// `"We tried." Roe said.`: the speaker behind a quotation that ends with a full stop.
fn is_attribution(behind: &str) -> bool {
    let Some((said, _)) = behind.split_once('.') else {
        return false;
    };
    let mut words = said.split(' ');
    let name = words.clone().count() <= ATTRIBUTION && said.starts_with(char::is_uppercase);
    name && 1 < words.clone().count() && words.next_back().is_some_and(speaks)
}

/// Whether the word before a mark is an abbreviation that no title is.
fn is_short(before: &str) -> bool {
    matches!(abbreviation(last_word(before)), Some(Kind::Either))
}

/// The last word before a mark, with its inner full stops: `U.S` of `in the U.S`.
fn last_word(before: &str) -> &str {
    let part_of_word = |c: char| c.is_alphanumeric() || matches!(c, '.' | '\'' | '’');
    let tail = before.trim_end_matches(part_of_word);
    before[tail.len()..].trim_start_matches(['\'', '’', '.'])
}

/// The word at the beginning.
fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
    &text[..end.unwrap_or(text.len())]
}

/// Whether nearly every word of what has been said of the sentence has a capital.
fn is_title_case(before: &str) -> bool {
    let mut words = 0;
    let mut small = 0;
    for word in before.split_whitespace().rev().take(2 * TITLE_CASE_WORDS) {
        let first = word.chars().find(|c| c.is_alphabetic());
        words += usize::from(first.is_some());
        small += usize::from(first.is_some_and(char::is_lowercase));
    }
    TITLE_CASE_WORDS <= words && small * 5 <= words
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `input` with `|` where a sentence must end.
    #[track_caller]
    fn check(marked: &str) {
        let text = marked.replace('|', "");
        let found: Vec<_> = split(&text).into_iter().map(|it| it.of(&text)).collect();
        let wanted: Vec<_> = marked.split('|').map(str::trim).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn plain_sentences() {
        check("The ferry left at noon. |Nobody was hurt! |Was it late? |Yes.");
        check("One line without a stop");
        check("First line\nbroken here. |Second\nline.");
        check("It closed in 1998. |It opened again in 2004.");
    }

    #[test]
    fn titles_initials_and_ranks() {
        check("Mr. Arlen met Dr. Vey and Brig. Gen. Oso. |They shook hands.");
        check("J. K. Marsh and P.D. Lowe wrote it. |It sold well.");
        check("Brig Gen Ana Roe spoke. |Nobody asked.");
        check(
            "William P. Barr and John C. Lowe met Maj. Gen. (res.) Ida Vale. |[George H. W.] Pell came.",
        );
    }

    #[test]
    fn acronyms_end_a_sentence_only_before_a_word_that_begins_one() {
        check("He left the U.S. Army in May. |She stayed.");
        check("He went back to the U.S. |The army did not mind.");
        check("It opens at 9 a.m. on Monday and shuts at 5 p.m. |The rest is unknown.");
        check("Pelham Inc. Chairman Oda Wills resigned from Lowe Corp. |He gave no reason.");
        check("PELHAM, Calif. (AP) — A pier fell. |ERIE, Pa. — Snow fell.");
        check("NORTH PELHAM, Nev. — In a speech, Rep.Roe spoke of the Ft. Erie plan.");
        check("Harbour Town, Calif., is small. |It is in Calif. |It is dry.");
    }

    #[test]
    fn numbers_and_dates() {
        check("Pier No. 5 cost 3.5 million. |No. 6 cost less.");
        check("He said no. |Others agreed.");
        check("It began on Sept. 4 and ended on Oct. 9. |All went well.");
        check("1. The pier is closed. |2. The road is open.");
    }

    #[test]
    fn quotations_are_split_inside() {
        check("“They agreed,” Ms. Roe said. |“It is done. |We are glad.”");
        check("\"Go now. |Do not wait,\" he said.");
        check("He called it “useful”. |She did not.");
        check("He said: “We are near. |There is work to do. » |Then he left.");
        check("„Wir gehen.“ |Dann ging er.");
    }

    #[test]
    fn a_quoted_question_stays_with_its_speaker() {
        check("“Is it safe?” Ms Roe asked. |Nobody knew.");
        check("“Is it safe?” |The crowd went silent.");
        check("“Stop!” shouted the guard.");
        check("“I did!” Roe shot back. |He left.");
        check("\"We tried.\" Ms Roe said. |\"We did.\" |Roe said so for years.");
    }

    #[test]
    fn fused_sentences_come_apart() {
        check("The road is shut.|The pier is open.");
        check("“It is over.”|Nobody answered.");
        check("Write to Ana.Roe@pelham.example. |Nobody will.");
        check("Write to desk@pelham.com or see Pelham.Com for more.");
        check("Version 2.Next is out");
    }

    #[test]
    fn title_case_is_not_full_of_ends() {
        check("The Talks Near The U.S. And Other Borders Went On Late. |They Ended.");
        check("Envoys Of The U.S. Presented The Plan. |few Details Are Known");
    }

    #[test]
    fn lower_case_follows_only_a_long_word() {
        check("He left the harbour. |it was late");
        check("They met approx. five times, e.g. in May.");
        check("The shop sells phones. |iPhones sell best.");
    }

    #[test]
    fn ellipses_brackets_and_notes() {
        check("He paused ... and went on. |She left… |Then rain.");
        check("It is not just late . . . it is gone. |A part . . . of a whole.");
        check("He said: “It is over.” . |Then he left.");
        check("(It rained all day.) |It was cold.[12] |Nobody came.");
    }

    #[test]
    fn other_scripts() {
        check("船は出た。|港は静かだ。");
        check("नाव चली गई। |सब शांत है।");
    }

    #[test]
    fn nothing_makes_nothing() {
        assert!(split("").is_empty());
        assert!(split(" \n\u{200b}").is_empty());
    }
}
