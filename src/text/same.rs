//! Whether two stretches of words are the same words, only written differently.
//!
//! The same: spelling of one country or the other ("organise", "organize"; "honour", "honor"),
//! numbers in words or figures, words joined or parted ("co-sign", "cosign"), and
//! what `assets/words/alike.txt` lists. Not the same: any other word, a contraction among them, and no synonym ever.
//! Cost: linear in the words.

use std::{borrow::Cow, sync::LazyLock};

use foldhash::HashMap;

use crate::text::{number, token::Token};

/// The first form of each line of the table stands for the others.
static ALIKE: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let table = include_str!("../../assets/words/alike.txt");
    let lines = table.lines().filter(|it| !it.starts_with('#'));
    let forms = lines.flat_map(|line| {
        let first = line.split(" / ").next().unwrap_or(line);
        line.split(" / ").map(move |it| (it, first))
    });
    forms.collect()
});

/// Whether both say the same words. Spans of the words count in their own text.
pub fn same(a_text: &str, a: &[Token], b_text: &str, b: &[Token]) -> bool {
    if a.len() == b.len() && a.len() > 1 {
        let one = |at: usize| same(a_text, &a[at..=at], b_text, &b[at..=at]);
        return (0..a.len()).all(one) || joined(a) == joined(b);
    }
    let (joined_a, joined_b) = (joined(a), joined(b));
    joined_a == joined_b || value(a_text, a).is_some_and(|it| Some(it) == value(b_text, b))
}

/// A word spelt the American way, by the commonest rules (Webster's reforms).
pub fn american(form: &str) -> Cow<'_, str> {
    const ENDINGS: &[(&str, &str)] = &[
        ("isation", "ization"),
        ("isations", "izations"),
        ("ise", "ize"),
        ("ised", "ized"),
        ("ises", "izes"),
        ("ising", "izing"),
        ("iser", "izer"),
        ("isers", "izers"),
        ("yse", "yze"),
        ("ysed", "yzed"),
        ("our", "or"),
        ("ours", "ors"),
        ("oured", "ored"),
        ("ouring", "oring"),
        ("ourite", "orite"),
        ("ourites", "orites"),
        ("ourable", "orable"),
        ("ourhood", "orhood"),
        ("tre", "ter"),
        ("tres", "ters"),
        ("elled", "eled"),
        ("elling", "eling"),
        ("eller", "eler"),
        ("ellers", "elers"),
        ("ogue", "og"),
        ("ogues", "ogs"),
        ("ence", "ense"),
        ("ramme", "ram"),
        ("rammes", "rams"),
    ];
    let spelt = |(own, other): &(&str, &str)| {
        let stem = form.strip_suffix(own).filter(|it| it.len() >= 3)?;
        Some(Cow::Owned(format!("{stem}{other}")))
    };
    ENDINGS
        .iter()
        .find_map(spelt)
        .unwrap_or(Cow::Borrowed(form))
}

fn joined(words: &[Token]) -> String {
    let phrase = words
        .iter()
        .map(|it| &*it.normal)
        .collect::<Vec<_>>()
        .join(" ");
    match ALIKE.get(&*phrase) {
        Some(first) => first.replace(' ', ""),
        None => words.iter().map(|it| american(&it.normal)).collect(),
    }
}

/// The number that the words are, if they are nothing else.
fn value(text: &str, words: &[Token]) -> Option<f64> {
    let all = number::numbers(text, words);
    let [one] = all.as_slice() else {
        return None;
    };
    let whole = words.first()?.span.start() == one.figure.start()
        && words.last()?.span.end() == one.figure.end();
    whole.then_some(one.value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::token;

    #[track_caller]
    fn check(a: &str, b: &str, expected: bool) {
        assert_eq!(
            same(a, &token::words(a), b, &token::words(b)),
            expected,
            "{a} | {b}"
        );
    }

    #[test]
    fn spelling_is_no_change() {
        check("organise", "organize", true);
        check("the honour", "the honor", true);
        check("co-sign", "cosign", true);
        check("six", "6", true);
        check("organise six", "organize 6", true);
        check("U.S.", "United States", true);
    }

    #[test]
    fn other_words_are_a_change() {
        check("organise", "oversee", false);
        check("does not", "doesn't", false);
        check("six", "7", false);
        check("policy", "policies", false);
        check("its", "it's", false);
        check("", "not", false);
    }
}
