//! Which articles derive from one text: agency copy printed by many, or rewrites of one another.
//!
//! Two outlets that report one event share its topic and quote the same people, but not their own
//! sentences. So the measure is wording outside quotation marks: the share of the shorter body's
//! words that stand in runs of `RUN` or more which the other body has too, and, within sentences
//! linked as verbatim or edited, in runs of `LINKED_RUN`. The share is taken of
//! the shorter body, since copy that was cut is still copy.
//!
//! Words that any of the articles quotes are set aside in all, since a statement may be printed
//! without its marks.
//!
//! Steps: the words of each body; runs that two bodies share, through an index of all runs; linked
//! sentences; articles whose share reaches `ENOUGH` are one origin, by average linkage. Limits: wording does not tell who wrote first.
//! Cost: linear in the words, plus the pairs of articles that share a run.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::{
    compare::quoted,
    model::{
        article::{Article, Role},
        comparison::{Link, LinkKind, Origin},
        index::{ArticleIx, LinkIx, Place, SentenceIx},
        story::Story,
    },
    text::{span::Span, token},
};

/// Words in a run that is no chance likeness.
const RUN: usize = 6;
/// The same within two sentences that are linked as verbatim or edited.
const LINKED_RUN: usize = 3;
/// Share of the shorter body from which two articles are one origin.
const ENOUGH: f32 = 0.22;
/// Bodies with fewer words than this are judged as if they had as many.
const SHORT: usize = 40;

/// The words of an article's own sentences, outside quotation marks.
struct Body {
    article: ArticleIx,
    forms: Vec<String>,
    /// Whether each word stands between quotation marks.
    quoted: Vec<bool>,
    /// Each sentence with its words, as first and next.
    sentences: BTreeMap<SentenceIx, (usize, usize)>,
}

/// Shares of common wording by pairs of bodies, the earlier first.
type Shares = BTreeMap<(usize, usize), f32>;

/// Groups of articles that derive from one text; an article in none is an origin of its own.
pub fn find(articles: &[Article], story: &Story, links: &[Link]) -> Vec<Origin> {
    let read = |ix: &ArticleIx| Some(body(*ix, articles.get(ix.0)?));
    let mut bodies: Vec<Body> = story.articles().iter().filter_map(read).collect();
    set_quotations_aside(&mut bodies);
    let shares = shares(&bodies, links);
    let groups = groups(bodies.len(), &shares);
    groups
        .iter()
        .map(|group| origin(&bodies, group, &shares, links))
        .collect()
}

/// How many independent origins there are among the articles that carry something.
pub fn count(articles: &[ArticleIx], origins: &[Origin]) -> usize {
    let origin_of = |it: &ArticleIx| {
        origins
            .iter()
            .position(|origin| origin.articles.contains(it))
    };
    let alone = |it: &ArticleIx| origin_of(it).is_none().then_some(*it);
    let mut found: Vec<_> = articles
        .iter()
        .map(|it| (origin_of(it), alone(it)))
        .collect();
    found.sort_unstable();
    found.dedup();
    found.len()
}

fn quoted_spans(article: &Article) -> Vec<Span> {
    let paragraphs = quoted::paragraphs(article);
    let of = |(first, next): &(usize, usize)| quoted::quotations(article, *first, *next);
    paragraphs.iter().flat_map(of).collect()
}

/// All words of an article's own sentences, with what is quoted of them.
fn body(ix: ArticleIx, article: &Article) -> Body {
    let mut body = Body {
        article: ix,
        forms: Vec::new(),
        quoted: Vec::new(),
        sentences: BTreeMap::new(),
    };
    let quoted = quoted_spans(article);
    let is_quoted = |word: Span| {
        let next = quoted.partition_point(|it| it.end() <= word.start());
        quoted.get(next).is_some_and(|it| it.overlap(word) > 0)
    };
    for (at, sentence) in article.places() {
        if !matches!(sentence.role, Role::Body | Role::List) {
            continue;
        }
        let first = body.forms.len();
        let start = sentence.span.start();
        for word in token::words(sentence.span.of(article.text())) {
            body.quoted.push(is_quoted(word.span.shifted(start)));
            body.forms.push(word.normal);
        }
        body.sentences.insert(at, (first, body.forms.len()));
    }
    body
}

/// Takes out the words that are quoted, here or, in a run of `RUN`, in any other body.
fn set_quotations_aside(bodies: &mut [Body]) {
    let mut said: HashSet<Vec<String>> = HashSet::new();
    for body in bodies.iter() {
        let all_quoted = |at: usize| body.quoted[at..at + RUN].iter().all(|it| *it);
        let runs = body.forms.windows(RUN).enumerate();
        said.extend(
            runs.filter(|(at, _)| all_quoted(*at))
                .map(|(_, run)| run.to_vec()),
        );
    }
    for body in bodies {
        let runs = body.forms.windows(RUN).enumerate();
        let known: Vec<usize> = runs
            .filter(|(_, run)| said.contains(*run))
            .map(|(at, _)| at)
            .collect();
        for at in known {
            body.quoted[at..at + RUN].fill(true);
        }
        keep_own_words(body);
    }
}

fn keep_own_words(body: &mut Body) {
    let mut before = vec![0];
    for quoted in &body.quoted {
        before.push(before[before.len() - 1] + usize::from(!quoted));
    }
    let own = |at: usize| before[at];
    let moved = body
        .sentences
        .iter()
        .map(|(ix, (first, next))| (*ix, (own(*first), own(*next))));
    body.sentences = moved.collect();
    let mut quoted = std::mem::take(&mut body.quoted).into_iter();
    body.forms.retain(|_| !quoted.next().unwrap_or_default());
}

fn shares(bodies: &[Body], links: &[Link]) -> Shares {
    let mut covered = shared_runs(bodies);
    let at: HashMap<ArticleIx, usize> = bodies
        .iter()
        .enumerate()
        .map(|(at, it)| (it.article, at))
        .collect();
    for link in links.iter().filter(|it| it.kind <= LinkKind::Edited) {
        let ends = at.get(&link.a.article).zip(at.get(&link.b.article));
        if let Some((a, b)) = ends.filter(|(a, b)| a != b) {
            cover(&mut covered, bodies, (*a, *b), (link.a, link.b));
            cover(&mut covered, bodies, (*b, *a), (link.b, link.a));
        }
    }
    let mut shares = Shares::new();
    for ((own, other), words) in covered {
        let (len, other_len) = (bodies[own].forms.len(), bodies[other].forms.len());
        if (len, own) < (other_len, other) {
            let common = words.iter().filter(|it| **it).count();
            let share = common as f32 / len.max(SHORT) as f32;
            shares.insert((own.min(other), own.max(other)), share);
        }
    }
    shares
}

/// For each body beside each other one, whether each of its words is shared.
type Covered = HashMap<(usize, usize), Vec<bool>>;

fn shared_runs(bodies: &[Body]) -> Covered {
    let mut runs: HashMap<&[String], Vec<(usize, usize)>> = HashMap::new();
    for (body, it) in bodies.iter().enumerate() {
        for (at, run) in it.forms.windows(RUN).enumerate() {
            runs.entry(run).or_default().push((body, at));
        }
    }
    let mut covered = Covered::new();
    for places in runs.values().filter(|it| it.len() > 1) {
        // Each body once: a text may hold one run very many times.
        let mut holders: Vec<usize> = places.iter().map(|it| it.0).collect();
        holders.dedup();
        for (own, at) in places {
            for other in holders.iter().filter(|it| *it != own) {
                words_of(&mut covered, bodies, *own, *other)[*at..at + RUN].fill(true);
            }
        }
    }
    covered
}

fn words_of<'a>(
    covered: &'a mut Covered,
    bodies: &[Body],
    own: usize,
    other: usize,
) -> &'a mut Vec<bool> {
    let words = bodies[own].forms.len();
    covered
        .entry((own, other))
        .or_insert_with(|| vec![false; words])
}

/// Counts the words of a linked sentence that stand in short runs which the other has too.
fn cover(covered: &mut Covered, bodies: &[Body], ends: (usize, usize), places: (Place, Place)) {
    let (own, other) = ends;
    let words = |body: usize, place: Place| {
        let (first, next) = bodies[body].sentences.get(&place.sentence)?;
        Some((*first, &bodies[body].forms[*first..*next]))
    };
    let (Some((start, mine)), Some((_, theirs))) = (words(own, places.0), words(other, places.1))
    else {
        return;
    };
    let known: HashSet<&[String]> = theirs.windows(LINKED_RUN).collect();
    for (at, run) in mine.windows(LINKED_RUN).enumerate() {
        if known.contains(run) {
            words_of(covered, bodies, own, other)[start + at..start + at + LINKED_RUN].fill(true);
        }
    }
}

/// Bodies joined by shares that are enough, the largest first; two groups join where the mean of
/// the shares between them is at least half of what makes a pair, so that one loose likeness
/// does not chain two texts together.
fn groups(count: usize, shares: &Shares) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = (0..count).map(|it| vec![it]).collect();
    let mut pairs: Vec<_> = shares
        .iter()
        .filter(|(_, share)| ENOUGH <= **share)
        .collect();
    pairs.sort_by(|(x, x_share), (y, y_share)| y_share.total_cmp(x_share).then(x.cmp(y)));
    for ((a, b), _) in pairs {
        let at = |it: &usize| groups.iter().position(|group| group.contains(it));
        let (Some(x), Some(y)) = (at(a), at(b)) else {
            continue;
        };
        if x != y && ENOUGH / 2.0 <= mean(&groups[x], &groups[y], shares) {
            let moved = std::mem::take(&mut groups[x.max(y)]);
            groups[x.min(y)].extend(moved);
        }
    }
    groups.iter_mut().for_each(|it| it.sort_unstable());
    groups.retain(|it| it.len() > 1);
    groups
}

fn mean(x: &[usize], y: &[usize], shares: &Shares) -> f32 {
    let pairs = x
        .iter()
        .flat_map(|a| y.iter().map(move |b| (*a.min(b), *a.max(b))));
    let total: f32 = pairs.filter_map(|it| shares.get(&it)).sum();
    total / (x.len() * y.len()) as f32
}

fn origin(bodies: &[Body], group: &[usize], shares: &Shares, links: &[Link]) -> Origin {
    let enough = |((a, b), share): &(&(usize, usize), &f32)| {
        group.contains(a) && group.contains(b) && ENOUGH <= **share
    };
    let inside: Vec<f32> = shares
        .iter()
        .filter(enough)
        .map(|(_, share)| *share)
        .collect();
    let mut articles: Vec<ArticleIx> = group.iter().map(|it| bodies[*it].article).collect();
    articles.sort();
    let holds = |place: Place| articles.contains(&place.article);
    let shows = |it: &Link| it.kind <= LinkKind::Edited && holds(it.a) && holds(it.b);
    let evidence = links.iter().enumerate().filter(|(_, it)| shows(it));
    Origin {
        shared: inside.iter().sum::<f32>() / inside.len().max(1) as f32,
        evidence: evidence.map(|(at, _)| LinkIx(at)).collect(),
        articles,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        article::{Meta, Parts, Sentence, SpanOf},
        story::Story,
    };

    const AGENCY: &str = "A ferry with forty people on board ran aground off Pell Point late on \
        Tuesday and was pulled free by two tugs before dawn. Nobody was hurt, the harbour office \
        in Orrin said. The ferry will be inspected before it sails again.";

    fn article(text: &str) -> Article {
        let sentence = Sentence {
            span: Span::new(0, text.len()),
            paragraph: 0,
            role: Role::Body,
        };
        let parts = Parts {
            sentences: vec![sentence],
            ..Parts::default()
        };
        Article::new(
            String::new(),
            SpanOf::File,
            Meta::default(),
            text.into(),
            parts,
        )
    }

    /// The groups, by the numbers of their articles.
    #[track_caller]
    fn check(texts: &[&str], expected: &[&[usize]]) {
        let articles: Vec<Article> = texts.iter().map(|it| article(it)).collect();
        let all = (0..texts.len()).map(ArticleIx).collect();
        let story = Story::new(String::new(), all).expect("there are articles");
        let found = find(&articles, &story, &[]);
        let found: Vec<Vec<usize>> = found
            .iter()
            .map(|it| it.articles.iter().map(|it| it.0).collect())
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn copies_of_one_text_are_one_origin() {
        let cut = &AGENCY[..AGENCY.find(". The").expect("it has three sentences")];
        let own = "Passengers slept on deck after the Grey Heron struck a bank in fog; crews from \
            Orrin worked through the night, a reporter of this paper saw.";
        check(&[AGENCY, own, cut], &[&[0, 2]]);
        check(&[AGENCY, own], &[]);
    }

    #[test]
    fn quoting_the_same_words_makes_no_common_origin() {
        let words = "“We did what we had to do, and every single passenger is safe and warm tonight, \
            which is all that counts for this harbour,”";
        let one = format!("{words} said Tove Lind of the harbour office.");
        let two = format!("In Orrin the mood was calm on Wednesday morning. {words} Lind told us.");
        check(&[&one, &two], &[]);
    }

    #[test]
    fn few_words_are_no_evidence() {
        check(
            &[
                "The ferry ran aground on Tuesday.",
                "The ferry ran aground on Tuesday.",
            ],
            &[],
        );
        check(&[""], &[]);
    }

    #[test]
    fn origins_are_counted_once() {
        let group = Origin {
            articles: vec![ArticleIx(0), ArticleIx(2)],
            shared: 0.9,
            evidence: Vec::new(),
        };
        let all: Vec<_> = (0..4).map(ArticleIx).collect();
        assert_eq!(count(&all, std::slice::from_ref(&group)), 3);
        assert_eq!(count(&all[..1], &[group]), 1);
        assert_eq!(count(&[], &[]), 0);
    }
}
