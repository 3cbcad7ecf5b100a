//! Who said it: verbs of saying with their speakers.
//!
//! The speaker stands before the verb ("the harbour office said"), after it where a quotation or a
//! comma ends just before ("…," said Tove Lind), or after "according to". It reaches to the nearest
//! mark, relative pronoun or verb of the clause, at most `LONGEST` words. Limits: pronouns are
//! told as they stand; a subject parted from its verb by a long clause is cut.
//! The verbs stand in `assets/words/saying.txt`. Linear in the words.

use std::{ops::Range, sync::LazyLock};

use foldhash::HashMap;

use crate::text::{common, token::Token};

/// Words at most in a speaker.
const LONGEST: usize = 16;

static VERBS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let table = include_str!("../../assets/words/saying.txt");
    let lines = table.lines().filter(|it| !it.starts_with('#'));
    let rows = lines.filter_map(|row| row.split_once('\t'));
    rows.flat_map(|(verbs, stance)| verbs.split(' ').map(move |it| (it, stance)))
        .collect()
});

/// Words after which a form is no verb with a speaker before it.
const NO_SUBJECT: &str = "a an the to of is are was were be been being will would this its his her their until heard quoted";
/// What may stand between a speaker and the verb.
const BETWEEN: &str = "also had has have later then earlier who did again previously";

/// A verb of saying and its speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saying {
    /// The verb, by its word; of "according to" the first.
    pub verb: usize,
    /// Words of the speaker; empty where none was found.
    pub speaker: Range<usize>,
    /// How the speaker or the reporter stands to it: "said", "claimed", "admitted", …
    pub stance: &'static str,
}

/// All verbs of saying, in order. `words` are the text's tokens without marks.
pub fn sayings(text: &str, words: &[Token]) -> Vec<Saying> {
    let form = |at: usize| words.get(at).map(|it| &*it.normal);
    let mut found = Vec::new();
    for (verb, word) in words.iter().enumerate() {
        if word.normal == "according" && form(verb + 1) == Some("to") {
            let speaker = forward(text, words, verb + 2);
            found.push(Saying {
                verb,
                speaker,
                stance: "said",
            });
        } else if let Some(stance) = VERBS
            .get(&*word.normal)
            .copied()
            .filter(|_| reports(words, verb))
        {
            let speaker = speaker(text, words, verb);
            found.push(Saying {
                verb,
                speaker,
                stance,
            });
        }
    }
    found.retain(|it| !it.speaker.is_empty());
    found
}

/// Whether a word in normal form is a verb of saying.
pub fn is_verb(form: &str) -> bool {
    VERBS.contains_key(form)
}

/// Whether a form that may be a noun or a participle is a verb here.
fn reports(words: &[Token], at: usize) -> bool {
    const NOUNS: &[&str] = &[
        "claims", "reports", "notes", "states", "remarks", "hints", "promises", "disputes",
        "posted", "claim", "report", "note", "state", "remark", "hint", "promise", "dispute",
        "pledge", "vow", "pledges", "vows",
    ];
    // What may be denied to somebody; then nothing was said to be untrue.
    const GRANTED: &[&str] = &[
        "entry",
        "access",
        "permission",
        "bail",
        "parole",
        "asylum",
        "visa",
        "visas",
        "boarding",
        "service",
    ];
    let form = |at: Option<usize>| at.and_then(|it| words.get(it)).map(|it| &*it.normal);
    let (before, after) = (form(at.checked_sub(1)), form(Some(at + 1)));
    let noun = NOUNS.contains(&&*words[at].normal)
        && !matches!(
            after,
            Some("that" | "to" | "he" | "she" | "it" | "they" | "the" | "his" | "her")
        );
    let withheld = VERBS.get(&*words[at].normal) == Some(&"denied")
        && after.is_some_and(|it| GRANTED.contains(&it));
    let passive = after == Some("by");
    let governed = before.is_some_and(|it| common::listed(NO_SUBJECT).any(|other| it == other));
    !(noun || withheld || passive || governed)
}

fn speaker(text: &str, words: &[Token], verb: usize) -> Range<usize> {
    let before = backward(text, words, verb);
    match before.is_empty() {
        true => behind(text, words, verb),
        false => before,
    }
}

/// The speaker behind the verb: "…,” said Tove Lind", or "It sank, said Tove Lind." where nothing
/// but the speaker follows. The one who is told something is none.
fn behind(text: &str, words: &[Token], verb: usize) -> Range<usize> {
    let speaker = forward(text, words, verb + 1);
    let gap = gap(text, words, verb);
    let quoted = gap.contains(['"', '”', '’', '\'', '»']);
    let last = matches!(
        &*words[verb].normal,
        "said" | "says" | "added" | "warned" | "reported"
    ) && gap.contains(',')
        && (speaker.end == words.len() || parted(text, words, speaker.end));
    let told = matches!(&*words[verb].normal, "told" | "tells" | "telling");
    match (quoted || last) && !told {
        true => speaker,
        false => verb..verb,
    }
}

fn gap<'a>(text: &'a str, words: &[Token], at: usize) -> &'a str {
    let from = at.checked_sub(1).map_or(0, |it| words[it].span.end());
    &text[from..words[at].span.start()]
}

/// Whether a mark between two words ends the speaker; the stop of an abbreviation does not.
fn parted(text: &str, words: &[Token], at: usize) -> bool {
    let short = at > 0 && words[at - 1].span.len() <= 4 && words[at - 1].capital;
    let ends = |c: char| match c {
        '.' => !short,
        c => !c.is_whitespace() && !matches!(c, '-' | '‑' | '\'' | '(' | ')'),
    };
    gap(text, words, at).contains(ends)
}

/// Whether an agency in brackets stands right before a word, as at the end of a dateline.
fn dateline(text: &str, words: &[Token], at: usize) -> bool {
    let agency = at.checked_sub(1).map(|it| words[it].span.of(text));
    let agency = agency.is_some_and(|it| 1 < it.len() && it.chars().all(char::is_uppercase));
    agency && gap(text, words, at).trim_start().starts_with(')')
}

/// The speaker before the verb. Where a comma stands right before the verb, or a pronoun after a
/// comma, an apposition was closed, and commas within the speaker part nothing.
fn backward(text: &str, words: &[Token], verb: usize) -> Range<usize> {
    let between = |it: &str| it.ends_with("ly") || common::listed(BETWEEN).any(|other| it == other);
    let comma = |at: usize| gap(text, words, at).trim() == ",";
    let mut to = verb;
    while to > 0 && between(&words[to - 1].normal) && !parted(text, words, to) {
        to -= 1;
    }
    let opened = || (to.saturating_sub(LONGEST)..to).any(|at| at > 0 && comma(at));
    let closed = comma(to)
        && !words[verb].normal.ends_with("ing")
        && (words[to].normal == "who" || opened());
    let mut from = to;
    while from > 0 && to - from < LONGEST {
        let crossed = closed && comma(from);
        let relative = closed && matches!(&*words[from - 1].normal, "who" | "which");
        if parted(text, words, from) && !crossed
            || begins(text, words, from - 1) && !relative
            || dateline(text, words, from)
        {
            break;
        }
        from -= 1;
    }
    trimmed(words, from..to)
}

fn forward(text: &str, words: &[Token], from: usize) -> Range<usize> {
    let mut to = from;
    while to < words.len()
        && to - from < LONGEST
        && !(parted(text, words, to) && to > from)
        && !clause(text, words, to)
    {
        to += 1;
    }
    trimmed(words, from..to)
}

/// Whether a word begins another clause, so that no speaker reaches over it backwards.
fn begins(text: &str, words: &[Token], at: usize) -> bool {
    clause(text, words, at) && !matches!(&*words[at].normal, "in" | "on" | "at" | "during")
}

/// Words that end a speaker.
fn clause(text: &str, words: &[Token], at: usize) -> bool {
    let hyphened = matches!(gap(text, words, at), "-" | "‑");
    !hyphened
        && matches!(
            &*words[at].normal,
            "that"
                | "which"
                | "who"
                | "until"
                | "whom"
                | "when"
                | "where"
                | "while"
                | "as"
                | "but"
                | "because"
                | "after"
                | "before"
                | "if"
                | "on"
                | "in"
                | "at"
                | "during"
        )
}

fn trimmed(words: &[Token], mut range: Range<usize>) -> Range<usize> {
    while range.start < range.end
        && matches!(
            &*words[range.start].normal,
            "the" | "a" | "an" | "and" | "with" | "by" | "however" | "meanwhile" | "instead"
        )
    {
        range.start += 1;
    }
    range
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{name, token};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let words = token::words(text);
        let show =
            |it: &Saying| format!("{} {}", name::span(&words, &it.speaker).of(text), it.stance);
        let found: Vec<_> = sayings(text, &words).iter().map(show).collect();
        assert_eq!(found.join("; "), expected);
    }

    #[test]
    fn speakers_stand_before_or_after_the_verb() {
        check(
            "The harbour office said the ferry sank.",
            "harbour office said",
        );
        check("“It sank,” said Tove Lind.", "Tove Lind said");
        check("“It sank,” Tove Lind said in a letter.", "Tove Lind said");
        check(
            "It sank, according to U.S. officials.",
            "U.S. officials said",
        );
        check(
            "Lind admitted that it sank, and Marsh denied it.",
            "Lind admitted; Marsh denied",
        );
        check("Orrin denied entry to Marsh.", "");
        check("Orrin (SBW) Lord Marsh said it sank.", "Lord Marsh said");
        check("Instead he said: “It sank.”", "he said");
        check(
            "Tove Lind, the harbour master, said it sank.",
            "Tove Lind, the harbour master said",
        );
    }

    #[test]
    fn nouns_are_no_verbs() {
        check(
            "It closed, following claims by Lind, and stays until confirmed by the board.",
            "",
        );
        check("The United States won.", "");
        check(
            "One, who hid his name, told the Mercury it sank.",
            "One, who hid his name said",
        );
        check("The report was long and its claims are old.", "");
        check("It sank.", "");
        check("It sank, said Tove Lind, a nurse.", "Tove Lind said");
        check("They left, saying “all is well” there.", "");
    }
}
