//! Whether two words of one stem are forms of one word: "agree" and "agreed", but not "perform"
//! and "performance", which a stemmer joins though one names what the other tells.
//!
//! Steps: the same stem, and the same ending out of those that make another word. Limits: English;
//! endings that inflect and derive alike ("-ing") count as inflection.

/// Endings that make another word of a stem.
const DERIVING: &[&str] = &[
    "ance", "ence", "ment", "tion", "sion", "ency", "ancy", "ship", "ness", "ity", "able", "ible",
    "ive", "ist", "ism", "al", "er", "or", "ers", "ors", "ly",
];

/// Whether words in normal form, which have one stem, are forms of one word.
pub fn one_word(x: &str, y: &str) -> bool {
    x == y || ending(x) == ending(y)
}

fn ending(form: &str) -> Option<&'static str> {
    let singular = form.strip_suffix('s').unwrap_or(form);
    DERIVING
        .iter()
        .filter(|it| singular.ends_with(**it) || form.ends_with(**it))
        .max_by_key(|it| it.len())
        .copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(x: &str, y: &str, expected: bool) {
        assert_eq!(one_word(x, y), expected, "{x} | {y}");
    }

    #[test]
    fn inflected_forms_are_one_word() {
        check("agree", "agreed", true);
        check("stop", "stopping", true);
        check("statement", "statements", true);
        check("outline", "outlines", true);
    }

    #[test]
    fn derived_words_are_other_words() {
        check("perform", "performance", false);
        check("presidents", "presidency", false);
        check("agree", "agreement", false);
        check("open", "openly", false);
    }
}
