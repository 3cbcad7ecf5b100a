//! Who said it: another speaker, or none.
//!
//! Three rules over linked sentences. One: both name a speaker for the same statement, and the words
//! of substance of the two speakers have nothing in common; a speaker who is only "a spokesman" or
//! "he" contradicts nobody, and neither does one whom the other sentence names elsewhere. Two: one
//! quotation has a speaker, and the other has none, nor have the paragraphs around it. Three: one
//! puts words in quotation marks that the other says as its own, with no speaker at all.
//!
//! Limits: "the harbour master" may be Mr Dunmore, and nothing here knows whether he is: only names
//! contradict names. Cost: a look at the sayings of both; the second and third rule read a few
//! paragraphs where one quotes.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    ops::Range,
};

use crate::{
    compare::discrepancies::{
        found::{Found, Mark},
        page::{Page, Told},
        pair::Pair,
    },
    model::{
        article::Role,
        comparison::{DiscrepancyKind, LinkKind},
        index::Place,
    },
    text::{
        common, name, quote,
        span::Span,
        token::{Kind, Token},
    },
};

/// Speakers that say no more than that someone spoke.
const VAGUE: &str = include_str!("../../../assets/words/speakers.txt");
/// Words of which a speaker that has one is no person.
const BODIES: &str = include_str!("../../../assets/words/bodies.txt");
/// Verbs that report what someone found or holds, beside those of saying.
const HOLDS: &str = include_str!("../../../assets/words/holding.txt");
/// Words of substance that make a phrase taken over from a quotation, if no others are among them.
const RUN: usize = 3;
/// Words that a quotation of both must share in a row to be one quotation.
const QUOTED: usize = 4;
/// Paragraphs on each side of a quotation in which its speaker is looked for.
const NEAR: u32 = 3;
/// Words before a name in which whom it belongs to is looked for.
const TITLED: usize = 5;
/// Share of its own words that a sentence has at least, beside those that the other quotes.
const OWN: f32 = 0.3;
/// Words at most in the name of a speaker.
const LONGEST: usize = 9;
/// Words that no name of a speaker has: where they stand, a clause was taken for one.
const NO_NAME: &str = "is are was were be been has have had will would to by it it's he she they i we you that not and";

/// Speakers that contradict, and quotations that lost theirs.
pub fn find(page: &Page<'_>, all: &Speakers, pair: &Pair<'_>) -> Vec<Found> {
    let (a, b) = (pair.a, pair.b);
    let mut found = Vec::new();
    if pair.kind != LinkKind::Partial {
        found.extend(speakers(pair, all));
    }
    if pair.same_wording() && found.is_empty() {
        found.extend(speakerless(page, a, b).or_else(|| speakerless(page, b, a)));
    }
    if !pair.ambiguous && found.is_empty() {
        found.extend(unquoted(page, pair, a, b).or_else(|| unquoted(page, pair, b, a)));
    }
    found
}

/// A speaker: where, and the words of substance by which it is compared.
struct Speaker {
    /// With the verb.
    range: Range<usize>,
    span: Span,
    words: BTreeSet<String>,
    /// Whether a person, place or body is named, beyond a nation.
    named: bool,
    /// Whether it ends with a word for a body or group: "the State Department".
    body: bool,
    /// Whether it is so many: "the four".
    counted: bool,
    /// Of the words with a capital, in lower case.
    initials: String,
}

fn speaker(told: &Told<'_>) -> Option<Speaker> {
    let it = told.saying()?;
    let all = &told.words[it.speaker.clone()];
    let clause = |it: &Token| common::listed(NO_NAME).any(|other| it.normal == other);
    let foreign = |at: usize| !belongs(&told.words[at]) && !told.counts(at);
    if LONGEST < all.len() || all.iter().any(clause) || it.speaker.clone().any(foreign) {
        return None;
    }
    let words = it.speaker.clone();
    let words = words.filter_map(|at| specific(told, at)).collect();
    let capitals = all.iter().filter(|it| it.capital);
    let initials = capitals
        .filter_map(|it| it.normal.to_lowercase().chars().next())
        .collect();
    Some(Speaker {
        range: it.speaker.start.min(it.verb)..it.speaker.end.max(it.verb + 1),
        span: name::span(&told.words, &it.speaker),
        words,
        named: names_someone(told, &it.speaker),
        body: is_body(told, &it.speaker),
        counted: counted(told, it.speaker.end),
        initials,
    })
}

/// Whether a word can be part of a speaker who is named: a name, an office, a body, or a word of
/// structure.
fn belongs(word: &Token) -> bool {
    let listed = |list: &'static str| common::listed(list).any(|it| it == word.normal);
    word.capital
        || common::is_stop(&word.normal)
        || name::part(&word.normal).is_some()
        || listed(VAGUE)
        || listed(BODIES)
}

/// The form by which a word of a speaker is compared, if it tells who it is.
fn specific(told: &Told<'_>, at: usize) -> Option<String> {
    let form = &*told.words[at].normal;
    if let Some(nation) = name::nation(form) {
        return Some(nation.to_string());
    }
    let vague = common::is_stop(form)
        || common::listed(VAGUE).any(|it| it == form)
        || name::part(form).is_some_and(|(part, _)| part != name::Part::Field);
    (!vague).then(|| common::stem(form).into_owned())
}

fn speakers(pair: &Pair<'_>, all: &Speakers) -> Option<Found> {
    let (x, y) = (all.at.get(&pair.a.place)?, all.at.get(&pair.b.place)?);
    let contradict = comparable(x, y)
        && !(short_for(x, y) || short_for(y, x) || all.one_name(x, y))
        && one_statement(pair, x, y)
        && !(named_in(x, pair.b) || named_in(y, pair.a));
    let key = |it: &Speaker| it.words.iter().cloned().collect::<Vec<_>>().join(" ");
    contradict.then(|| {
        let a = Mark::new(pair.a, x.span, key(x));
        let b = Mark::new(pair.b, y.span, key(y));
        Found::pair(DiscrepancyKind::Attribution, a, b)
    })
}

/// The speakers of a story, read once.
#[derive(Default)]
pub struct Speakers {
    at: HashMap<Place, Speaker>,
    /// Names that stand side by side anywhere, but for a title: "Tove" and "Lind" may be one
    /// person, and Voss of Marl may speak for it.
    together: HashSet<(String, String)>,
}

impl Speakers {
    /// Reads the sayings and names of all sentences.
    pub fn new(page: &Page<'_>) -> Self {
        let mut all = HashSet::new();
        for told in &page.told {
            for at in 1..told.words.len() {
                for before in joined(told, at) {
                    let stem = |at: usize| common::stem(&told.words[at].normal).into_owned();
                    all.insert((stem(before), stem(at)));
                }
            }
        }
        let read = |told: &Told<'_>| Some((told.place, speaker(told)?));
        Self {
            at: page.told.iter().filter_map(read).collect(),
            together: all,
        }
    }

    fn one_name(&self, x: &Speaker, y: &Speaker) -> bool {
        let pairs = x
            .words
            .iter()
            .flat_map(|a| y.words.iter().map(move |b| (a, b)));
        let known = |a: &str, b: &str| self.together.contains(&(a.to_string(), b.to_string()));
        pairs.into_iter().any(|(a, b)| known(a, b) || known(b, a))
    }
}

/// The names before a name, by index, that belong to it: "Marl" and "Leo" in "Marl chief executive
/// Leo Voss".
fn joined(told: &Told<'_>, at: usize) -> Vec<usize> {
    let belongs = |it: &usize| {
        let word = &told.words[*it];
        !told.parted(*it, it + 1) && (word.capital || name::part(&word.normal).is_some())
    };
    if !name::nameable(&told.words[at]) {
        return Vec::new();
    }
    let before = (at.saturating_sub(TITLED)..at).rev().take_while(belongs);
    before
        .filter(|it| name::nameable(&told.words[*it]))
        .collect()
}

/// Whether a sentence has any word of a speaker, also inside another ("@ToveLind"). A nation's name
/// does not name its officials.
fn named_in(it: &Speaker, told: &Told<'_>) -> bool {
    let holds = |word: &Token| {
        let nation = name::nation(&word.normal);
        let form = nation.map_or_else(|| common::stem(&word.normal), Into::into);
        let inside = |own: &str| own.len() > 3 && word.normal.contains(own.trim_end_matches('e'));
        let own = it.words.iter().filter(|own| !name::is_nation(own));
        own.into_iter().any(|own| form == *own || inside(own))
    };
    told.words.iter().any(holds)
}

/// Whether a speaker ends with a name, before what is put after a comma: "Tove Lind, the harbour
/// master", but not "the Orrin Democrat".
fn names_someone(told: &Told<'_>, speaker: &Range<usize>) -> bool {
    let mut words = speaker.clone();
    let first = words.next();
    let within = first
        .into_iter()
        .chain(words.take_while(|at| !told.parted(at - 1, *at)));
    let listed = |at: usize, list| common::listed(list).any(|it| it == told.words[at].normal);
    let last = within.last();
    last.is_some_and(|at| is_name(told, at) && !listed(at, VAGUE) && !listed(at, BODIES))
}

/// Whether a word is a name: no dating, and no common word that begins the sentence.
fn is_name(told: &Told<'_>, at: usize) -> bool {
    let word = &told.words[at];
    let listed = |list: &'static str| common::listed(list).any(|it| it == word.normal);
    name::nameable(word) && !told.dates(at) && !(at == 0 && (listed(VAGUE) || listed(BODIES)))
}

/// Whether the word before `end` is a number: "the four".
fn counted(told: &Told<'_>, end: usize) -> bool {
    let Some(last) = end.checked_sub(1) else {
        return false;
    };
    let span = told.words[last].span;
    told.numbers
        .iter()
        .any(|it| !it.ordinal && it.figure.overlap(span) > 0)
}

/// Whether both speakers are told to say the same.
fn one_statement(pair: &Pair<'_>, x: &Speaker, y: &Speaker) -> bool {
    let (common, share) = pair.substance(&x.range, &y.range);
    match pair.kind {
        LinkKind::Verbatim | LinkKind::Edited => 3 <= common && 0.5 <= share,
        _ => 3 <= common && 0.5 <= share && !pair.ambiguous,
    }
}

/// Whether one of the words is the other's initials.
fn short_for(x: &Speaker, y: &Speaker) -> bool {
    x.words
        .iter()
        .any(|it| it.len() > 2 && y.initials.contains(&**it))
}

/// Whether both tell who it is; "US officials" may well be a person whom the other names.
fn comparable(x: &Speaker, y: &Speaker) -> bool {
    let nations = |it: &Speaker| it.words.iter().all(|word| name::is_nation(word));
    // A person may be one of a nation's officials, and may speak for a body.
    let may_be = |group: &Speaker, other: &Speaker| (nations(group) || group.body) && other.named;
    let told =
        |it: &Speaker| !it.words.is_empty() && (it.named || it.counted || it.body || nations(it));
    x.words.is_disjoint(&y.words) && told(x) && told(y) && !may_be(x, y) && !may_be(y, x)
}

/// Whether the speaker ends, before a comma, with a word for a body.
fn is_body(told: &Told<'_>, speaker: &Range<usize>) -> bool {
    let first = speaker.start;
    let within = speaker
        .clone()
        .take_while(|at| *at == first || !told.parted(at - 1, *at));
    let last = within.last();
    last.is_some_and(|at| common::listed(BODIES).any(|it| it == told.words[at].normal))
}

/// A quotation with a speaker, where the other prints it and names nobody anywhere near.
fn speakerless(page: &Page<'_>, own: &Told<'_>, other: &Told<'_>) -> Option<Found> {
    let it = own.saying()?;
    let quoted = *other.quoted.first()?;
    let body = matches!(other.role, Role::Body | Role::List);
    if !body || own.quoted.is_empty() || !other.sayings().is_empty() || !one_quotation(own, other) {
        return None;
    }
    let name = speaker(own).filter(|it| it.named)?;
    let led = |near: &Told<'_>| {
        !near.sayings().is_empty() || named_in(&name, near) || near.text.contains(':')
    };
    if page.near(other, NEAR).any(led) {
        return None;
    }
    let a = Mark::new(own, name::span(&own.words, &it.speaker), "speaker");
    let b = Mark::new(other, Span::new(quoted.end(), quoted.end()), "");
    Some(Found::pair(DiscrepancyKind::Attribution, a, b))
}

/// Whether both quote a run of the same words.
fn one_quotation(own: &Told<'_>, other: &Told<'_>) -> bool {
    let forms = |told: &Told<'_>, quoted: &Span| {
        let words = &told.words[told.covered(*quoted)];
        words.iter().map(|it| it.normal.clone()).collect::<Vec<_>>()
    };
    let all: Vec<_> = other.quoted.iter().map(|it| forms(other, it)).collect();
    let known = |run: &[String]| all.iter().any(|it| it.windows(QUOTED).any(|it| it == run));
    own.quoted
        .iter()
        .any(|it| forms(own, it).windows(QUOTED).any(known))
}

/// Quoted words of one that the other says among words of its own, unquoted, without any speaker.
fn unquoted(page: &Page<'_>, pair: &Pair<'_>, own: &Told<'_>, other: &Told<'_>) -> Option<Found> {
    let quotes = || {
        page.near(other, NEAR)
            .any(|it| it.paragraph == other.paragraph && !it.quoted.is_empty())
    };
    let body = matches!(other.role, Role::Body | Role::List);
    if own.quoted.is_empty() || own.saying().is_none() || !body || told_by(other) || quotes() {
        return None;
    }
    let quoted = own.quoted.iter().map(|it| own.covered(*it));
    let (own_words, other_words) = quoted.into_iter().find_map(|words| {
        let run = |at: usize| common_run(own, at, &words, other);
        let run = |at: usize| run(at).filter(|_| pair.same_wording() || at == words.start);
        words
            .clone()
            .find_map(|at| run(at).map(|(len, to)| (at..at + len, to..to + len)))
    })?;
    let own_share = 1.0 - other_words.len() as f32 / other.words.len() as f32;
    if own_share < OWN || spoken(other, &other_words) {
        return None;
    }
    let a = Mark::new(own, name::span(&own.words, &own_words), "quoted");
    let b = Mark::new(other, name::span(&other.words, &other_words), "unquoted");
    Some(Found::pair(DiscrepancyKind::Attribution, a, b))
}

/// Whether it names a speaker or speaks itself.
fn told_by(told: &Told<'_>) -> bool {
    !told.sayings().is_empty() || told.speaks()
}

/// Whether it tells outside some words who speaks or holds them.
fn spoken(told: &Told<'_>, but: &Range<usize>) -> bool {
    let words = (0..told.words.len()).filter(|at| !but.contains(at));
    let form = |at: usize| &*told.words[at].normal;
    let holds = |at: usize| common::listed(HOLDS).any(|other| form(at) == other);
    told_by(told) || words.into_iter().any(holds)
}

/// The longest run from word `at` that the other sentence has too, if it is long enough, and
/// where it starts there.
fn common_run(
    own: &Told<'_>,
    at: usize,
    quoted: &Range<usize>,
    other: &Told<'_>,
) -> Option<(usize, usize)> {
    let best = (0..other.words.len())
        .map(|to| {
            let same = (at..quoted.end).zip(to..other.words.len());
            let len = same
                .take_while(|(x, y)| own.words[*x].normal == other.words[*y].normal)
                .count();
            (len, to)
        })
        .max_by_key(|(len, to)| (*len, std::cmp::Reverse(*to)))?;
    let weighty = |it: &Token| it.kind == Kind::Word && !common::is_stop(&it.normal) && !it.capital;
    let run = &own.words[at..at + best.0];
    let substance = run.iter().filter(|it| weighty(it)).count();
    let begins = at == quoted.start && quote::is_statement(&own.words[quoted.clone()]);
    let enough = RUN < substance || (RUN == substance && run.len() == RUN && begins);
    enough.then_some(best)
}
