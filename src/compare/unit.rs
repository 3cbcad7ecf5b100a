//! Sentences made ready for comparing: words as numbers, with their weights.
//!
//! Steps: tokens of each sentence and the words of substance among them; count them over the
//! story; weigh each by its rarity, less where it only says who a named person is; bags of words,
//! of words in a row and of letters in a row, each weighed by their rarity; what its rarest words are
//! worth together.
//!
//! Cost: two passes over the text, and about a kilobyte a sentence.

use std::ops::Range;

use crate::{
    compare::{
        canon,
        cases::Cases,
        company::{self, Company},
        kin::Kin,
        letters::Letters,
        lexicon::{Lexicon, Term},
        sparse::{self, Bag, Ranks, Rarity},
        wording::{self, Words},
    },
    model::{
        article::{Article, Role},
        index::Place,
        story::Story,
    },
    text::{
        saying::{self, Saying},
        token::{self, Kind, Token},
    },
};

/// How much a word counts that stands before a name and says who it is: "envoy Ines" in "envoy
/// Ines Falk".
const EPITHET: f32 = 0.35;
/// Words outside a quotation that only tell who says it.
const ATTRIBUTION: usize = 12;
/// Words and marks of a line that signs a post.
const SIGNATURE: usize = 20;
/// Flattens the weights of rarity: in a story of few sentences rare words are rare by chance.
const FLATTER: f32 = 0.7;

/// One sentence of the story.
#[derive(Clone, Debug)]
pub struct Unit {
    pub place: Place,
    pub role: Role,
    /// All words in normal form, in order: what verbatim and edited are judged by.
    pub wording: Vec<Term>,
    /// Each two of them in a row, as numbers, in order.
    pub rows: Vec<u32>,
    /// Words of substance, made comparable, in order, with what each counts.
    pub content: Vec<(Term, f32)>,
    /// Those of them that are numbers, each once, sorted.
    pub numbers: Vec<Term>,
    /// Whether it asks.
    pub question: bool,
    /// Whether it only signs a post: "— Tove Lind (@tovelind) May 3, 2017".
    pub signs: bool,
    /// Of its words, by index: those that a quotation in it holds, where all others only tell who says
    /// them; all where there is no such quotation.
    said: Range<usize>,
    /// All words in normal form, and how often each stands there.
    pub written: Bag,
    /// What its words of substance are worth together.
    pub rarest: company::Rarest,
    pub stems: Bag,
    pub pairs: Bag,
    pub letters: Bag,
}

/// All sentences of a story, in its order, and the words they are made of.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    pub units: Vec<Unit>,
    pub lexicon: Lexicon,
    /// By word: its rarity, as a weight.
    pub rarity: Vec<f32>,
    /// The weight of a word that only one sentence holds.
    pub top: f32,
    /// By word: whether the story writes it as a name.
    pub named: Vec<bool>,
    /// How many sentences hold two words in a row, as written.
    pub rows: Rarity,
    /// How many different pairs of words of substance there are, and runs of letters.
    pub pairs: usize,
    pub letters: usize,
    /// Words that are close to one another.
    pub kin: Kin,
    /// Which words stand together.
    pub company: Company,
    /// By word: whether it stands before names to say who is meant.
    titled: Vec<bool>,
}

/// Reads the sentences of every article of the story.
pub fn read(articles: &[Article], story: &Story) -> Sheet {
    let mut sheet = Sheet::default();
    let mut cases = Cases::default();
    for ix in story.articles() {
        let sentences = articles.get(ix.0).map(Article::places);
        for (at, sentence) in sentences.into_iter().flatten() {
            let text = articles[ix.0].said(at);
            let tokens = token::tokens(&text);
            let mut read = words(&mut sheet, &tokens);
            read.said = said(&text, &tokens);
            cases.count(&tokens, &read.terms);
            let place = Place::new(*ix, at);
            let question = tokens.last().is_some_and(|it| it.normal == "?");
            let unit = unit(&mut sheet.lexicon, place, sentence.role, read);
            let signs = signs(&tokens);
            sheet.units.push(Unit {
                question,
                signs,
                ..unit
            });
        }
    }
    let words = sheet.lexicon.words().map(|(term, _)| term);
    (sheet.rarity, sheet.named) = words
        .map(|it| (sheet.lexicon.rarity(it).powf(FLATTER), cases.named(it)))
        .unzip();
    sheet.top = sheet.rarity.iter().copied().fold(1.0, f32::max);
    sheet.titled.resize(sheet.lexicon.size(), false);
    weigh(&mut sheet);
    sheet
}

/// The words of a sentence as numbers.
#[derive(Default)]
struct Read {
    /// At each token its word of substance, if it is one.
    terms: Vec<Option<Term>>,
    /// All words as written.
    wording: Vec<Term>,
    /// Those that are quoted, where the others only tell who says them.
    said: Range<usize>,
}

/// Whether a line opens with a dash and names an account.
fn signs(tokens: &[Token]) -> bool {
    let dash = |it: &Token| matches!(&*it.normal, "—" | "–" | "-" | "―");
    let opens = tokens.first().is_some_and(dash);
    opens && tokens.len() <= SIGNATURE && tokens.iter().any(|it| it.normal == "@")
}

/// The words of a quotation at the beginning or the end of a sentence, by their index among all words,
/// where what is left tells no more than who says it; else all words.
fn said(text: &str, tokens: &[Token]) -> Range<usize> {
    let is_word = |it: &&Token| it.kind != Kind::Mark;
    let all = tokens.iter().filter(is_word).count();
    let marks = tokens.iter().enumerate();
    let mut marks = marks.filter(|it| matches!(&*it.1.normal, "\"" | "“" | "”"));
    let (Some(first), last) = (marks.next(), marks.next_back()) else {
        return 0..all;
    };
    let before = |at: usize| tokens[..at].iter().filter(is_word).count();
    let (opens, closes) = (before(first.0), before(last.unwrap_or(first).0));
    let glued = |it: &Token| {
        let before = text[..it.span.start()].chars().next_back();
        before.is_some_and(|it| !it.is_whitespace())
    };
    // The first mark may be the one that ends what began in the sentence before.
    let ends = first.1.normal == "”" || first.1.normal == "\"" && glued(first.1);
    let within = match (opens, closes) {
        (_, to) if (ends || opens == 0) && 0 < to && to < all => 0..to,
        (from, _) if !ends && 0 < from && from < all => from..all,
        _ => return 0..all,
    };
    let outside = match within.start {
        0 => within.end..all,
        from => 0..from,
    };
    let words: Vec<Token> = tokens.iter().filter(is_word).cloned().collect();
    let tells = |it: &Saying| outside.contains(&it.verb) && outside.contains(&it.speaker.start);
    let only = outside.len() <= ATTRIBUTION && saying::sayings(text, &words).iter().any(tells);
    if only { within } else { 0..all }
}

fn words(sheet: &mut Sheet, tokens: &[Token]) -> Read {
    let mut read = Read {
        terms: vec![None; tokens.len()],
        wording: Vec::with_capacity(tokens.len()),
        said: 0..0,
    };
    let mut phrase_ends = 0;
    for (at, token) in tokens.iter().enumerate() {
        if token.kind == Kind::Mark {
            continue;
        }
        let entry = sheet.lexicon.read(&token.normal);
        read.wording.push(entry.word);
        if at < phrase_ends {
            continue;
        }
        read.terms[at] = match canon::phrase(&tokens[at..]) {
            Some((count, form)) => {
                phrase_ends = at + count;
                Some(sheet.lexicon.form(form))
            }
            None => entry.form,
        };
        if let (Some(term), true) = (read.terms[at], entry.title) {
            let size = sheet.titled.len().max(term.ix() + 1);
            sheet.titled.resize(size, false);
            sheet.titled[term.ix()] = true;
        }
    }
    read
}

fn unit(lexicon: &mut Lexicon, place: Place, role: Role, read: Read) -> Unit {
    let content: Vec<(Term, f32)> = read.terms.iter().flatten().map(|it| (*it, 1.0)).collect();
    let mut distinct: Vec<Term> = content.iter().map(|it| it.0).collect();
    distinct.sort();
    distinct.dedup();
    lexicon.count(distinct.iter().copied());
    let number = |term: &Term| {
        let word = lexicon.word(*term);
        word.starts_with(|c: char| c.is_ascii_digit())
    };
    Unit {
        place,
        role,
        numbers: distinct.into_iter().filter(number).collect(),
        rows: wording::rows(&read.wording),
        written: sparse::counted(read.wording.iter().map(|it| it.0).collect()),
        wording: read.wording,
        content,
        question: false,
        signs: false,
        said: read.said,
        rarest: company::Rarest::default(),
        stems: Bag::new(),
        pairs: Bag::new(),
        letters: Bag::new(),
    }
}

fn weigh(sheet: &mut Sheet) {
    sheet.kin = Kin::new(&sheet.lexicon, &sheet.named);
    sheet.rows = number_rows(&mut sheet.units);
    let mut pairs: Vec<Vec<u32>> = sheet.units.iter().map(pairs).collect();
    let ranks = Ranks::new(pairs.concat());
    sheet.pairs = ranks.size();
    pairs.iter_mut().for_each(|it| ranks.number(it));
    bags(sheet, pairs, ranks.size(), |unit| &mut unit.pairs);
    let letters = Letters::new(&sheet.lexicon);
    sheet.letters = letters.size();
    let runs = sheet.units.iter().map(|it| letters.of(&it.wording));
    let runs = runs.collect();
    bags(sheet, runs, letters.size(), |unit| &mut unit.letters);
    for at in 0..sheet.units.len() {
        let counts = counts(sheet, &sheet.units[at].content);
        let unit = &mut sheet.units[at];
        let counted = unit.content.iter_mut().zip(counts);
        counted.for_each(|(it, counts)| it.1 = counts);
        let mut terms: Bag = unit.content.iter().map(|it| (it.0.0, it.1)).collect();
        terms.sort_by(|x, y| x.0.cmp(&y.0).then(y.1.total_cmp(&x.1)));
        terms.dedup_by_key(|it| it.0);
        unit.stems = sparse::unit_length(terms);
    }
    let stems = sheet.units.iter().map(|it| &it.stems);
    let (company, rarest) = Company::new(&sheet.lexicon, stems);
    sheet.company = company;
    let units = sheet.units.iter_mut().zip(rarest);
    units.for_each(|(unit, rarest)| unit.rarest = rarest);
}

/// Numbers the rows of all sentences, and counts the sentences that hold each.
fn number_rows(units: &mut [Unit]) -> Rarity {
    let rows = units.iter().flat_map(|it| &it.rows).copied();
    let ranks = Ranks::new(rows.collect());
    let mut rarity = Rarity::new(ranks.size());
    for unit in units {
        ranks.number(&mut unit.rows);
        rarity.count(&mut unit.rows.clone());
    }
    rarity
}

/// Each two words of substance in a row.
fn pairs(unit: &Unit) -> Vec<u32> {
    let two = unit.content.windows(2);
    two.map(|it| wording::row(it[0].0, it[1].0)).collect()
}

/// Gives every sentence a bag of its features, weighed by their rarity; their numbers are below
/// `size`.
fn bags(
    sheet: &mut Sheet,
    mut features: Vec<Vec<u32>>,
    size: usize,
    bag: fn(&mut Unit) -> &mut Bag,
) {
    let mut rarity = Rarity::new(size);
    features.iter_mut().for_each(|it| rarity.count(it));
    let weights = rarity.weights();
    for (unit, features) in sheet.units.iter_mut().zip(features) {
        *bag(unit) = sparse::bag(features, |it| weights[it as usize]);
    }
}

/// What each word of a sentence counts. Read from the back: a name or a title before a name only
/// says who is meant.
fn counts(sheet: &Sheet, content: &[(Term, f32)]) -> Vec<f32> {
    let mut counts = vec![0.0; content.len()];
    let mut before_name = false;
    for (at, (term, _)) in content.iter().enumerate().rev() {
        let named = sheet.named[term.ix()];
        let epithet = before_name && (named || sheet.titled[term.ix()]);
        counts[at] = sheet.rarity[term.ix()] * if epithet { EPITHET } else { 1.0 };
        before_name = named || epithet;
    }
    counts
}

impl Unit {
    /// Its words as written, to compare by wording.
    pub fn words(&self) -> Words<'_> {
        Words {
            words: &self.wording,
            rows: &self.rows,
        }
    }

    /// Its words as written but for those that only tell who says the others.
    pub fn told(&self) -> &[Term] {
        self.wording.get(self.said.clone()).unwrap_or(&self.wording)
    }

    /// Whether two sentences stand in one article.
    pub fn shares_article(&self, other: &Self) -> bool {
        self.place.article == other.place.article
    }

    /// Words as written of the shorter of two, at least 1.
    pub fn shorter(&self, other: &Self) -> f32 {
        self.wording.len().min(other.wording.len()).max(1) as f32
    }
}
