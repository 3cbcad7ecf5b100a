//! The speakers of a story: where each stands, by which words it is compared, and what it is.
//!
//! A speaker is compared by the words that tell who it is: names, nations, bodies; not by "a
//! spokesman" or "he". One that is too long, or holds a verb or a word that no name or office has,
//! is a clause taken for a speaker, and none. Cost: a look at the sayings and the names of each
//! sentence.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    ops::Range,
    sync::LazyLock,
};

use foldhash::fast::FixedState;

use crate::{
    compare::discrepancies::{
        lists,
        page::{Page, Told},
    },
    model::index::Place,
    text::{common, name, span::Span, token::Token},
};

/// Words before a name in which whom it belongs to is looked for.
const TITLED: usize = 5;
/// Words at most in the name of a speaker.
const LONGEST: usize = 9;
/// Words before one for a group that describe it.
const DESCRIBED: usize = 2;
/// Words that no name of a speaker has: where they stand, a clause was taken for one.
const NO_NAME: &str = "is are was were be been has have had will would to by it it's he she they i we you that not and";

/// Words to the sort of speaker that they name.
static SORTS: LazyLock<HashMap<&str, &str, FixedState>> = LazyLock::new(|| {
    let table = include_str!("../../../assets/words/speaker-sorts.txt");
    let lines = table.lines().filter(|it| !it.starts_with('#'));
    let rows = lines.filter_map(|it| it.split_once('\t'));
    rows.flat_map(|(sort, words)| words.split(' ').map(move |it| (it, sort)))
        .collect()
});

/// A speaker: where, and the words of substance by which it is compared.
pub struct Speaker {
    /// With the verb.
    pub range: Range<usize>,
    pub span: Span,
    pub words: BTreeSet<String>,
    /// The stems of those that are no nations, by their numbers.
    stems: Vec<u32>,
    /// Whether a person, place or body is named, beyond a nation.
    pub named: bool,
    /// Whether it ends with a word for a body or group: "the State Department".
    pub body: bool,
    /// What sort of speaker it is, where a word tells: "officials", "relatives".
    pub sort: Option<&'static str>,
    /// Whether more than a pronoun tells who it is.
    pub told: bool,
    /// Whether it is so many: "the four".
    pub counted: bool,
    /// Of the words with a capital, in lower case.
    pub initials: String,
}

/// The one speaker of a sentence, if it is no clause taken for one.
fn speaker(told: &Told<'_>) -> Option<Speaker> {
    let it = told.saying()?;
    // "Tove Lind (D., N.Y.) said": the speaker stands before the bracket.
    let last = it.speaker.end.checked_sub(1).filter(|at| *at < it.verb);
    let gap = last.map(|at| told.between(at, it.verb));
    let within = name::span(&told.words, &it.speaker);
    if gap.is_some_and(|it| it.contains(')')) && !within.of(told.text).contains('(') {
        return None;
    }
    let says = matches!(told.form(it.verb), "say" | "says" | "said");
    if !says && is_dated_by(told, it.speaker.start.min(it.verb)) {
        return None;
    }
    let mut range = subject(told, &it.speaker)?;
    if let Some(at) = foreign(told, &range) {
        range.end = known_end(told, range.start..at)?;
    }
    let ends = |at: usize| common::is_stop(&told.words[at].normal) || told.dates(at);
    while range.start + 1 < range.end && ends(range.end - 1) && !told.counts(range.end - 1) {
        range.end -= 1;
    }
    let all = &told.words[range.clone()];
    let clause = |it: &Token| common::listed(NO_NAME).any(|other| it.normal == other);
    if LONGEST < all.len()
        || all.iter().any(clause)
        || !range
            .clone()
            .any(|at| belongs(&told.words[at]) || told.counts(at))
    {
        return None;
    }
    let words = range
        .clone()
        .filter_map(|at| Some((at, specific(told, at)?)));
    let words: Vec<(usize, String)> = words.collect();
    let named = words.iter().filter(|it| !name::is_nation(&it.1));
    let stems = named.map(|it| told.forms[it.0].stem).collect();
    let capitals = all.iter().filter(|it| it.capital);
    let initials = capitals
        .filter_map(|it| it.normal.to_lowercase().chars().next())
        .collect();
    Some(Speaker {
        range: it.speaker.start.min(it.verb)..it.speaker.end.max(it.verb + 1),
        span: name::span(&told.words, &range),
        words: words.into_iter().map(|it| it.1).collect(),
        stems,
        named: names_someone(told, &range),
        body: is_body(told, &range),
        sort: all
            .iter()
            .rev()
            .find_map(|it| SORTS.get(&*it.normal).copied()),
        told: all.iter().any(|it| !common::is_stop(&it.normal)),
        counted: counted(told, range.end),
        initials,
    })
}

/// Whether what somebody tells from this word on is when the rest happened: "sued after the council
/// announced"; but not "held after police say he fired".
fn is_dated_by(told: &Told<'_>, first: usize) -> bool {
    const WHEN: &[&str] = &["after", "before", "since", "when", "once"];
    let article = |at: &usize| matches!(told.form(*at), "a" | "an" | "the");
    let before = (1..first).rev().find(|at| !article(at));
    before.is_some_and(|at| WHEN.contains(&told.form(at)) && !told.parted(at, first))
}

/// Whether a sentence has any word of a speaker, also inside another ("@ToveLind"). A nation's name
/// does not name its officials.
pub fn named_in(it: &Speaker, told: &Told<'_>) -> bool {
    named_among(it, told, |_| true)
}

/// The same outside quotation marks: who is spoken of speaks only where that stands outside them.
pub fn named_beside(it: &Speaker, told: &Told<'_>) -> bool {
    named_among(it, told, |at| !told.is_quoted(at))
}

fn named_among(it: &Speaker, told: &Told<'_>, among: impl Fn(usize) -> bool) -> bool {
    let own = it.words.iter().filter(|own| !name::is_nation(own));
    let parts: Vec<&str> = own
        .filter(|own| own.len() > 3)
        .map(|own| own.trim_end_matches('e'))
        .collect();
    (0..told.words.len()).filter(|at| among(*at)).any(|at| {
        let (word, form) = (&told.words[at], &told.forms[at]);
        let same = it.stems.contains(&form.stem) && name::nation(&word.normal).is_none();
        same || parts.iter().any(|part| word.normal.contains(part))
    })
}

/// The speaker without what stands before it: "the four" in "in the statement the four".
fn subject(told: &Told<'_>, speaker: &Range<usize>) -> Option<Range<usize>> {
    const BEGINS: &[&str] = &["earlier", "later", "meanwhile", "then", "still", "however"];
    const BEFORE: &[&str] = &[
        "in", "at", "during", "after", "on", "under", "for", "as", "from", "of",
    ];
    let form = |at: usize| &*told.words[at].normal;
    if 1 < speaker.len() && BEGINS.contains(&form(speaker.start)) {
        return Some(speaker.start + 1..speaker.end);
    }
    if speaker.is_empty() || !BEFORE.contains(&form(speaker.start)) {
        return Some(speaker.clone());
    }
    let mut rest = speaker.clone().skip(3).rev();
    let article = rest.find(|at| form(*at) == "the")?;
    (article + 1 < speaker.end).then_some(article + 1..speaker.end)
}

/// The first word, by index, that no speaker has: one that is no part of a name or office, nor stands
/// before a word for a group: "local" in "local officials".
fn foreign(told: &Told<'_>, speaker: &Range<usize>) -> Option<usize> {
    let other = |at: &usize| !belongs(&told.words[*at]) && !told.counts(*at);
    let describes = |at: &usize| {
        let next = (at + 1..speaker.end).find(|it| !other(it));
        let few = next.is_some_and(|it| it - at <= DESCRIBED && is_group(&told.words[it]));
        // "Judge Tove Lind ordered county officials": somebody is named before.
        let names = speaker.start + 1..*at;
        few && !told.parted(*at, at + 1) && !names.into_iter().any(|it| told.words[it].capital)
    };
    let mut all = speaker.clone();
    all.find(|at| other(at) && !describes(at))
}

/// Where a speaker ends who stands before a word that no speaker has: "the department released a
/// statement saying", "a priest at the church said", "Tove Lind, a bystander, said".
fn known_end(told: &Told<'_>, before: Range<usize>) -> Option<usize> {
    let named = before
        .clone()
        .take_while(|at| *at == before.start || !told.parted(at - 1, *at));
    let named = before.start..named.last()? + 1;
    let comma = || told.between(named.end - 1, named.end).starts_with(',');
    if named.end < before.end && comma() && names_someone(told, &named) {
        return Some(named.end);
    }
    let mut words = told.words[before.clone()].iter().rev();
    // "The club's insurers have not said": the club does not speak.
    let owns = |it: &Token| {
        let written = it.span.of(told.text);
        written.ends_with(['s', 'S']) && written.contains(['\'', '’'])
    };
    let last = words.find(|it| !common::is_stop(&it.normal))?;
    (is_group(last) && !owns(last)).then_some(before.end)
}

/// Whether a word names a group, a body or somebody by what he is alone.
fn is_group(word: &Token) -> bool {
    SORTS.contains_key(&*word.normal) || lists::is_body(&word.normal)
}

/// Whether a word can be part of a speaker who is named: a name, an office, a body, or a word of
/// structure.
fn belongs(word: &Token) -> bool {
    word.capital
        || common::is_stop(&word.normal)
        || name::part(&word.normal).is_some()
        || SORTS.contains_key(&*word.normal)
        || lists::is_vague(&word.normal)
        || lists::is_body(&word.normal)
}

/// The form by which a word of a speaker is compared, if it tells who it is.
fn specific(told: &Told<'_>, at: usize) -> Option<String> {
    let form = &*told.words[at].normal;
    if let Some(nation) = name::nation(form) {
        return Some(nation.to_string());
    }
    let vague = common::is_stop(form)
        || lists::is_vague(form)
        || SORTS.contains_key(form)
        || name::part(form).is_some_and(|(part, _)| part != name::Part::Field);
    (!vague).then(|| common::stem(form).into_owned())
}

/// The speakers of a story, read once.
#[derive(Default)]
pub struct Speakers {
    at: HashMap<Place, Speaker, FixedState>,
    /// Names that stand side by side anywhere, but for a title: "Tove" and "Lind" may be one
    /// person, and Voss of Marl may speak for it.
    together: HashSet<(String, String), FixedState>,
}

impl Speakers {
    /// Reads the sayings and names of all sentences.
    pub fn new(page: &Page<'_>) -> Self {
        let mut known = HashSet::with_hasher(FixedState::default());
        let mut all = HashSet::default();
        for told in &page.told {
            for at in 1..told.words.len() {
                for before in joined(told, at) {
                    // By their numbers first: the same names stand side by side again and again.
                    if known.insert((told.forms[before].stem, told.forms[at].stem)) {
                        let stem = |at: usize| common::stem(&told.words[at].normal).into_owned();
                        all.insert((stem(before), stem(at)));
                    }
                }
            }
        }
        // "Felt we should tell you": the first word of a sentence is a name where it is one elsewhere.
        let names: HashSet<u32, FixedState> = page.told.iter().flat_map(named).collect();
        let opens = |told: &Told<'_>, it: &Speaker| {
            let only = told.covered(it.span) == (0..1);
            only && told.words[0].capital && !names.contains(&told.forms[0].stem)
        };
        let read = |told: &Told<'_>| {
            let it = speaker(told).filter(|it| !it.named || !opens(told, it))?;
            Some((told.place, it))
        };
        Self {
            at: page.told.iter().filter_map(read).collect(),
            together: all,
        }
    }

    /// The speaker of the sentence at a place, if it has just one.
    pub fn at(&self, place: Place) -> Option<&Speaker> {
        self.at.get(&place)
    }

    /// Whether words of both stand side by side as one name, anywhere.
    pub fn one_name(&self, x: &Speaker, y: &Speaker) -> bool {
        let pairs = x
            .words
            .iter()
            .flat_map(|a| y.words.iter().map(move |b| (a, b)));
        let known = |a: &str, b: &str| self.together.contains(&(a.to_string(), b.to_string()));
        pairs.into_iter().any(|(a, b)| known(a, b) || known(b, a))
    }
}

/// Stems of the words with a capital within a sentence.
fn named<'a>(told: &'a Told<'_>) -> impl Iterator<Item = u32> + use<'a> {
    let within = told.words.iter().zip(&told.forms).skip(1);
    within.filter(|it| it.0.capital).map(|it| it.1.stem)
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

/// Whether a speaker ends with a name, before what is put after a comma: "Tove Lind, the harbour
/// master", but not "the Orrin Democrat".
fn names_someone(told: &Told<'_>, speaker: &Range<usize>) -> bool {
    let mut words = speaker.clone();
    let first = words.next();
    let within = first
        .into_iter()
        .chain(words.take_while(|at| !told.parted(at - 1, *at)));
    let common = |at: usize| common_speaker(&told.words[at].normal);
    let last = within.last();
    last.is_some_and(|at| is_name(told, at) && !common(at))
}

fn common_speaker(form: &str) -> bool {
    lists::is_vague(form) || lists::is_body(form)
}

/// Whether a word is a name: no dating, and no common word that begins the sentence.
fn is_name(told: &Told<'_>, at: usize) -> bool {
    let word = &told.words[at];
    name::nameable(word) && !told.dates(at) && !(at == 0 && common_speaker(&word.normal))
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

/// Whether the speaker ends, before a comma, with a word for a body.
fn is_body(told: &Told<'_>, speaker: &Range<usize>) -> bool {
    let first = speaker.start;
    let within = speaker
        .clone()
        .take_while(|at| *at == first || !told.parted(at - 1, *at));
    let last = within.last();
    last.is_some_and(|at| lists::is_body(&told.words[at].normal))
}
