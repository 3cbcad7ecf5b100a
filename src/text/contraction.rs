//! Contractions and what they stand for: "we're" and "we are", "won't" and "will not". Whoever prints
//! the one for the other changes the form of what was said, not its sense.

use crate::text::token::Token;

/// What an ending stands for; "'d" and "'s" for one of two.
const ENDINGS: &[(&str, &[&str])] = &[
    ("'re", &["are"]),
    ("'m", &["am"]),
    ("'ve", &["have"]),
    ("'ll", &["will"]),
    ("'d", &["had", "would"]),
    ("'s", &["is", "has"]),
    ("n't", &["not"]),
];
/// Those whose beginning is written otherwise.
const ODD: &[(&str, &str)] = &[("won't", "will"), ("can't", "can"), ("shan't", "shall")];

/// A word of which one of several may stand there.
type Word<'a> = Vec<&'a str>;

/// Whether both say the same words once contractions are written out.
pub fn same(a: &[Token], b: &[Token]) -> bool {
    let (a, b) = (written_out(a), written_out(b));
    let fits = |x: &Word, y: &Word| x.iter().any(|it| y.contains(it));
    a.len() == b.len() && a.iter().zip(&b).all(|(x, y)| fits(x, y))
}

fn written_out(words: &[Token]) -> Vec<Word<'_>> {
    let mut out = Vec::new();
    for it in words {
        let form = &*it.normal;
        if form == "cannot" {
            out.extend([vec!["can"], vec!["not"]]);
            continue;
        }
        let ending = ENDINGS.iter().find(|(ending, _)| form.ends_with(ending));
        let Some((ending, stands)) = ending else {
            out.push(vec![form]);
            continue;
        };
        let odd = ODD.iter().find(|it| it.0 == form);
        let begins = odd.map_or(&form[..form.len() - ending.len()], |it| it.1);
        out.extend([vec![begins], stands.to_vec()]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::token;

    #[track_caller]
    fn check(a: &str, b: &str, expected: bool) {
        assert_eq!(
            same(&token::words(a), &token::words(b)),
            expected,
            "{a} {b}"
        );
    }

    #[test]
    fn contractions_are_what_they_stand_for() {
        check("we're going", "we are going", true);
        check("we will not", "We won’t", true);
        check("I'd gone", "I had gone", true);
        check("they cannot", "they can't", true);
        check("they can", "they can't", false);
        check("we're", "we were", false);
        check("it", "he", false);
    }
}
