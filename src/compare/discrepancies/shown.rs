//! The forms of one reading that are shown: each source that carries it printed one of them.

use std::{borrow::Cow, cmp::Reverse};

use crate::{compare::discrepancies::found::Mark, model::discrepancy::FORMS};

/// Forms of a quotation that are shown.
const MOST: usize = 3;
/// Words of a form that says something by itself.
const WORDS: usize = 3;

/// Which of the forms of one reading are shown.
#[derive(Clone, Copy)]
pub(crate) enum Shown {
    /// So many that are no part of another.
    Longest(usize),
    /// Those of which no other is a part.
    Shortest,
}

/// The words in the forms in which they are printed, as they stand in the story.
pub(crate) fn all_printed(marks: &[&Mark], shown: Shown) -> String {
    let forms = marks.iter().enumerate().filter(|it| !it.1.text.is_empty());
    let mut forms: Vec<(usize, String)> = forms.map(|(at, it)| (at, plain(&it.text))).collect();
    match shown {
        Shown::Longest(_) => forms.sort_by_key(|(at, form)| (Reverse(form.len()), *at)),
        // A word or two say nothing by themselves.
        Shown::Shortest => {
            let short = |it: &str| it.split(' ').count() < WORDS;
            forms.sort_by_key(|(at, form)| (short(form), form.len(), *at));
        }
    }
    let mut told: Vec<(usize, String)> = Vec::new();
    for (at, form) in forms {
        let mut others = told.iter().map(|it| &*it.1);
        let fits = match shown {
            Shown::Longest(most) => told.len() < most && !others.any(|it| is_part_of(&form, it)),
            Shown::Shortest => told.len() < MOST && !others.any(|it| is_part_of(it, &form)),
        };
        if fits {
            told.push((at, form));
        }
    }
    told.sort_unstable();
    let texts: Vec<&str> = told.iter().map(|it| &*marks[it.0].text).collect();
    texts.join(FORMS)
}

/// Whether words stand in others, in a row.
pub(crate) fn is_part_of(words: &str, others: &str) -> bool {
    format!(" {others} ").contains(&format!(" {words} "))
}

/// Without case, marks, possessives and articles.
pub(crate) fn plain(text: &str) -> String {
    let text = text.to_lowercase().replace(['’', '‘'], "'");
    let parts = text.split(|it: char| !it.is_alphanumeric() && !"'$€£¥%.,".contains(it));
    let bare = parts.map(|it| {
        let it = it.trim_matches(['\'', '.', ',']);
        let it = it.strip_suffix("'s").unwrap_or(it);
        // "U.S." is "US", but "4.4" is no "44".
        match it.starts_with(char::is_alphabetic) {
            true => Cow::Owned(it.replace('.', "")),
            false => Cow::Borrowed(it),
        }
    });
    let words = bare.filter(|it| !matches!(&**it, "" | "the" | "a" | "an"));
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::index::{ArticleIx, Place, SentenceIx};

    #[track_caller]
    fn check(forms: &[&str], shown: Shown, expected: &str) {
        let mark = |(at, text): (usize, &&str)| Mark {
            place: Place::new(ArticleIx(at), SentenceIx(0)),
            span: (0..text.len()).into(),
            key: String::new(),
            text: text.to_string(),
            valued: false,
            aside: false,
        };
        let marks: Vec<Mark> = forms.iter().enumerate().map(mark).collect();
        let marks: Vec<&Mark> = marks.iter().collect();
        assert_eq!(all_printed(&marks, shown), expected);
    }

    #[test]
    fn a_form_stands_for_those_that_are_a_part_of_it_or_it_of_them() {
        let names = ["Vance", "JD Vance", "Mr Vance"];
        check(&names, Shown::Longest(3), "JD Vance / Mr Vance");
        check(&names, Shown::Longest(1), "JD Vance");
        let quoted = [
            "that the mill will be shut",
            "the mill will be shut",
            "be shut",
        ];
        check(&quoted, Shown::Shortest, "the mill will be shut / be shut");
        check(&quoted[..2], Shown::Shortest, "the mill will be shut");
    }
}
