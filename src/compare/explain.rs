//! Why a link is as it is, for the reader: the rule, the words shared and not, what counted how
//! much, and what would change it.
//!
//! The sentences of the story are read again, once for all links that are explained, so that all words
//! are weighed as they were when the links were found. Cost: that of reading one story.

use crate::{
    compare::{
        combiner::Combiner,
        features::{self, NAMES},
        links::{self, MOST, PARAPHRASE, PARTIAL},
        unit::{self, Sheet, Unit},
        words::{self, Change},
    },
    model::{
        article::Article,
        comparison::{Link, LinkKind},
        index::Place,
        story::Story,
    },
    text::{common, token},
};

/// What the other sentences of the story add to a score or take from it (see `support` and `copies`).
pub const SUPPORT: &str = "support";

/// What every score begins with, before anything is known of the pair.
pub const BASE: &str = "base";

/// What wording is judged by; the highest of the three is the score, if the other sentences give the
/// pair none that is higher.
pub const WORDING: [&str; 3] = ["wording ratio", "wording cover", "wording order"];

/// A link taken apart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Explanation {
    pub rule: String,
    /// Words in a row that both have, as the one that is asked from writes them.
    pub shares: Vec<String>,
    /// What that one has in the place of what the other has; either may be missing.
    pub differs: Vec<String>,
    /// How much wording both share, by names of `WORDING`; for a link that its wording makes.
    pub wording: Vec<(&'static str, f32)>,
    /// What each figure added to the score or took from it, the weightiest first; for other links. All
    /// together are the logarithm of the odds that the score gives.
    pub parts: Vec<(String, f32)>,
    pub would_change: String,
}

/// Takes links of one story apart.
pub struct Explainer<'a> {
    articles: &'a [Article],
    sheet: Sheet,
}

impl<'a> Explainer<'a> {
    /// Reads the sentences of the story.
    pub fn new(articles: &'a [Article], story: &Story) -> Self {
        Self {
            articles,
            sheet: unit::read(articles, story),
        }
    }

    /// A link, as seen from one of its ends.
    pub fn explain(&self, link: &Link, from: Place) -> Explanation {
        let said = |place: Place| {
            let article = self.articles.get(place.article.0);
            article.map(|it| it.said(place.sentence))
        };
        let a = said(from).unwrap_or_default();
        let b = link.other(from).and_then(said).unwrap_or_default();
        let (shares, differs) = words_apart(&a, &b);
        let at = |place: Place| self.sheet.units.iter().find(|it| it.place == place);
        let (mut wording, mut parts) = (Vec::new(), Vec::new());
        if let (Some(a), Some(b)) = (at(link.a), at(link.b)) {
            if link.kind <= LinkKind::Edited {
                let shares = links::wording_shares(&self.sheet, a, b);
                wording = WORDING.into_iter().zip(shares).collect();
            } else {
                parts = self.parts(link, a, b);
            }
        }
        Explanation {
            rule: rule(link.kind).into(),
            shares,
            differs,
            wording,
            parts,
            would_change: would_change(link),
        }
    }

    fn parts(&self, link: &Link, a: &Unit, b: &Unit) -> Vec<(String, f32)> {
        let figures = features::figures(&self.sheet, a, b);
        let combiner = Combiner::shipped();
        let added = combiner.parts(&figures);
        let named = NAMES.iter().map(|it| it.replace('-', " ")).zip(added);
        let mut parts: Vec<(String, f32)> = named.collect();
        // A link that only the reader made has no score.
        parts.push((BASE.into(), combiner.bias));
        if 0.0 < link.score {
            let support = odds(link.score) - odds(combiner.score(&figures));
            parts.push((SUPPORT.into(), support));
        }
        parts.sort_by(|x, y| y.1.abs().total_cmp(&x.1.abs()).then(x.0.cmp(&y.0)));
        parts
    }
}

fn rule(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Verbatim => {
            "the same words, but for case, punctuation and at most two trivial words"
        }
        LinkKind::Edited => {
            "derived from the same wording: most words stand in both, in the same order"
        }
        LinkKind::Paraphrase => {
            "the same claim in other words: rare words of the story stand in both, and the sentences match the same others"
        }
        LinkKind::Partial => {
            "one tells a clause of the other: enough rare words of the story stand in both"
        }
    }
}

fn would_change(link: &Link) -> String {
    let told = match (link.ambiguous, link.kind) {
        (true, _) => "it is doubtful: another sentence of the same article fits about as well",
        (_, LinkKind::Verbatim) => {
            "a third trivial word, or any word of substance, would make it edited"
        }
        (_, LinkKind::Edited) => {
            "with fewer words in the same order it would be judged by its rare words alone"
        }
        (_, LinkKind::Paraphrase) => {
            return format!(
                "it would be partial with a score below {PARAPHRASE:.2}, edited with more of the same wording"
            );
        }
        (_, LinkKind::Partial) => {
            return format!(
                "it would be no link with a score below {PARTIAL:.2}, a paraphrase from {PARAPHRASE:.2} on"
            );
        }
    };
    told.into()
}

fn words_apart(a: &str, b: &str) -> (Vec<String>, Vec<String>) {
    let (mut shares, mut differs) = (Vec::new(), Vec::new());
    for run in words::diff(a, b).runs {
        let (x, y) = (run.a.of(a), run.b.of(b));
        match run.change {
            Change::Same if substance(x) => shares.push(x.to_string()),
            Change::Same => (),
            Change::Removed => differs.push(format!("{x} → –")),
            Change::Added => differs.push(format!("– → {y}")),
            Change::Replaced => differs.push(format!("{x} → {y}")),
        }
    }
    (shares, differs)
}

fn substance(text: &str) -> bool {
    token::words(text)
        .iter()
        .any(|it| !common::is_stop(&it.normal))
}

/// A score as the parts add up to it: its log-odds.
fn odds(score: f32) -> f32 {
    let score = score.clamp(1.0 - MOST, MOST);
    (score / (1.0 - score)).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: &str, b: &str, shares: &[&str], differs: &[&str]) {
        let (shared, differing) = words_apart(a, b);
        assert_eq!(shared, shares);
        assert_eq!(differing, differs);
    }

    #[test]
    fn words_shared_and_words_changed_are_told() {
        check(
            "The ferry hit a rock on Friday.",
            "The ferry struck a rock on Friday, officials fear.",
            &["The ferry", "a rock on Friday"],
            &["hit → struck", "– → officials fear"],
        );
    }

    #[test]
    fn stop_words_alone_are_nothing_shared() {
        check(
            "It is in Orrin.",
            "It is near Selk.",
            &[],
            &["in Orrin → near Selk"],
        );
    }
}
