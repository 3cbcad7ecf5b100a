//! Links and claims after the reader's rulings: a pinned pair is the same claim, with the kind that was
//! found for it where that is as close; a forbidden pair is none, and its two sentences make no claim
//! together, even where a third one links them.
//!
//! Runs between the links and what is made of them, so that claims, discrepancies, origins and
//! omissions agree with it. Cost: one pass over the links and claims, only where there are rulings.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    compare::links::MOST,
    model::{
        comparison::{Claim, Link, LinkKind},
        index::{ArticleIx, Place},
        ruling::{Ruling, Rulings},
    },
};

/// Takes forbidden links out and puts pinned ones in; the links stay sorted by their places.
///
/// What the reader pinned is no longer ambiguous, nor is what is left alone because its rivals
/// were forbidden.
pub fn links(links: &mut Vec<Link>, rulings: &Rulings) {
    if !rulings.rule_links() {
        return;
    }
    links.retain(|it| rulings.on(it.a, it.b) != Some(Ruling::Forbid));
    for (a, b) in rulings.all(Ruling::Pin) {
        let told = Link {
            a,
            b,
            kind: LinkKind::Paraphrase,
            score: MOST,
            ambiguous: false,
        };
        match links.iter_mut().find(|it| (it.a, it.b) == (a, b)) {
            Some(link) => {
                let (kind, score) = (link.kind.min(told.kind), link.score.max(told.score));
                *link = Link {
                    kind,
                    score,
                    ..told
                };
            }
            None => links.push(told),
        }
    }
    links.sort_by_key(|it| (it.a, it.b));
    settle(links, rulings);
}

/// Links beside a forbidden one are ambiguous only while a rival is left.
fn settle(links: &mut [Link], rulings: &Rulings) {
    let mut partners: BTreeMap<(Place, ArticleIx), usize> = BTreeMap::new();
    for it in links.iter() {
        *partners.entry((it.a, it.b.article)).or_default() += 1;
        *partners.entry((it.b, it.a.article)).or_default() += 1;
    }
    let forbids = |at: Place, in_article: ArticleIx| {
        let mut rulings = rulings.at(at);
        rulings.any(|(other, it)| it == Ruling::Forbid && other.article == in_article)
    };
    for it in links.iter_mut().filter(|it| it.ambiguous) {
        let ends = [(it.a, it.b.article), (it.b, it.a.article)];
        let alone = ends.iter().all(|end| partners.get(end) == Some(&1));
        it.ambiguous = !(alone && ends.iter().any(|(at, article)| forbids(*at, *article)));
    }
}

/// Parts the claims that hold both sentences of a forbidden pair: the closest links join first, and
/// none joins what is forbidden.
pub fn claims(claims: &mut Vec<Claim>, links: &[Link], rulings: &Rulings) {
    let forbidden = |one: &[Place], other: &[Place]| {
        let mut pairs = one.iter().flat_map(|a| other.iter().map(move |b| (*a, *b)));
        pairs.any(|(a, b)| rulings.on(a, b) == Some(Ruling::Forbid))
    };
    let held = std::mem::take(claims);
    for claim in held {
        match forbidden(&claim.sentences, &claim.sentences) {
            true => claims.extend(parted(&claim, links, &forbidden)),
            false => claims.push(claim),
        }
    }
    for (a, b) in rulings.all(Ruling::Pin) {
        join(claims, (a, b), &forbidden);
    }
    claims.sort_by(|x, y| x.sentences.cmp(&y.sentences));
}

fn join(
    claims: &mut Vec<Claim>,
    (a, b): (Place, Place),
    forbidden: &impl Fn(&[Place], &[Place]) -> bool,
) {
    let touches = |it: &Claim| it.sentences.contains(&a) || it.sentences.contains(&b);
    let held = claims.iter().filter(|it| touches(it));
    let held = held.flat_map(|it| &it.sentences).copied();
    let all: BTreeSet<Place> = held.chain([a, b]).collect();
    let sentences = Vec::from_iter(all);
    if forbidden(&sentences, &sentences) {
        return;
    }
    claims.retain(|it| !touches(it));
    claims.push(Claim {
        sentences,
        origins: 1,
    });
}

fn parted(
    claim: &Claim,
    links: &[Link],
    forbidden: &impl Fn(&[Place], &[Place]) -> bool,
) -> Vec<Claim> {
    let inside = |it: &&Link| claim.sentences.contains(&it.a) && claim.sentences.contains(&it.b);
    let mut inner: Vec<&Link> = links.iter().filter(inside).collect();
    inner.sort_by(|x, y| x.kind.cmp(&y.kind).then(y.score.total_cmp(&x.score)));
    let mut groups: Vec<Vec<Place>> = claim.sentences.iter().map(|it| vec![*it]).collect();
    for link in inner.into_iter().filter(|it| it.kind < LinkKind::Partial) {
        let of = |at: Place| groups.iter().position(|it| it.contains(&at));
        let Some((one, other)) = of(link.a).zip(of(link.b)) else {
            continue;
        };
        if one != other && !forbidden(&groups[one], &groups[other]) {
            let moved = std::mem::take(&mut groups[one.max(other)]);
            groups[one.min(other)].extend(moved);
        }
    }
    groups.retain_mut(|it| {
        it.sort();
        it.first().map(|at| at.article) != it.last().map(|at| at.article)
    });
    let claim = |sentences| Claim {
        sentences,
        origins: 1,
    };
    groups.into_iter().map(claim).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::index::SentenceIx;

    /// `a1` is sentence 1 of article a.
    fn place(name: &str) -> Place {
        let article = usize::from(name.as_bytes()[0] - b'a');
        Place::new(ArticleIx(article), SentenceIx(name[1..].parse().unwrap()))
    }

    fn name(at: Place) -> String {
        let article = char::from(b'a' + u8::try_from(at.article.0).unwrap());
        format!("{article}{}", at.sentence.0)
    }

    /// `a1=b1` verbatim, `a1~b1` paraphrase, with `?` ambiguous.
    fn link(told: &str) -> Link {
        let (pair, ambiguous) = match told.strip_suffix('?') {
            Some(pair) => (pair, true),
            None => (told, false),
        };
        Link {
            a: place(&pair[..2]),
            b: place(&pair[3..]),
            kind: if &pair[2..3] == "=" {
                LinkKind::Verbatim
            } else {
                LinkKind::Paraphrase
            },
            score: 0.7,
            ambiguous,
        }
    }

    /// `a1+b1` pins, `a1-b1` forbids.
    fn rulings(told: &str) -> Rulings {
        Rulings::new(told.split_whitespace().map(|it| {
            let ruling = if &it[2..3] == "+" {
                Ruling::Pin
            } else {
                Ruling::Forbid
            };
            (ruling, place(&it[..2]), place(&it[3..]))
        }))
    }

    #[track_caller]
    fn check(found: &str, decided: &str, expected: &str) {
        let mut all: Vec<Link> = found.split_whitespace().map(link).collect();
        links(&mut all, &rulings(decided));
        let told = all.iter().map(|it| {
            let sign = match it.kind {
                LinkKind::Verbatim => "=",
                LinkKind::Paraphrase => "~",
                _ => ":",
            };
            let doubt = if it.ambiguous { "?" } else { "" };
            format!("{}{sign}{}{doubt}", name(it.a), name(it.b))
        });
        assert_eq!(told.collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn a_pinned_pair_is_a_link_of_the_kind_found() {
        check("a1=b1", "a1+b1", "a1=b1");
        check("a1=b1", "b2+a2", "a1=b1 a2~b2");
        check("a1~b1? a1~b2?", "a1+b1", "a1~b1 a1~b2?");
    }

    #[test]
    fn a_forbidden_pair_is_none_and_its_rival_is_alone() {
        check("a1=b1 a2~b2", "a1-b1", "a2~b2");
        check("a1~b1? a1~b2?", "a1-b1", "a1~b2");
        check("a1~b1? a1~b2? a1~b3?", "a1-b1", "a1~b2? a1~b3?");
        check("a1~b1? a1~b2? c1~d1?", "a1-b1", "a1~b2 c1~d1?");
        check("a1=b1", "", "a1=b1");
        check("a1=b1", "a1+a2", "a1=b1");
    }

    #[track_caller]
    fn check_claims(found: &str, claim: &str, decided: &str, expected: &str) {
        let all: Vec<Link> = found.split_whitespace().map(link).collect();
        let sentences = claim.split_whitespace().map(place).collect();
        let mut told = vec![Claim {
            sentences,
            origins: 1,
        }];
        claims(&mut told, &all, &rulings(decided));
        let named = |it: &Claim| {
            let names: Vec<String> = it.sentences.iter().map(|at| name(*at)).collect();
            names.join(" ")
        };
        assert_eq!(
            told.iter().map(named).collect::<Vec<_>>().join(" | "),
            expected
        );
    }

    #[test]
    fn a_forbidden_pair_stands_in_no_claim_together() {
        let chain = "a1=b1 b1~c1 c1=d1";
        check_claims(chain, "a1 b1 c1 d1", "", "a1 b1 c1 d1");
        check_claims(chain, "a1 b1 c1 d1", "a1-d1", "a1 b1 | c1 d1");
        check_claims(chain, "a1 b1 c1 d1", "b1-c1", "a1 b1 | c1 d1");
        check_claims("a1=c1 b1~c1", "a1 b1 c1", "a1-b1", "a1 c1");
        check_claims("", "a1 b1", "a1-b1", "");
    }

    #[test]
    fn a_pinned_pair_is_one_claim() {
        check_claims("a1=b1", "a1 b1", "b1+c1", "a1 b1 c1");
        check_claims("a1=b1", "a1 b1", "c1+d1", "a1 b1 | c1 d1");
        check_claims("a1=b1", "a1 b1", "b1+c1 a1-c1", "a1 b1");
    }
}
