//! Makes `assets/words/synonyms.txt` out of the Paraphrase Database and the words that news use.
//!
//!     cargo bench --bench synonyms > assets/words/synonyms.txt
//!
//! Steps: count the stems of two sets of news articles; read the word pairs, leave out stop words,
//! rare words and pairs of one stem; keep a pair where several of its forms are listed, or where
//! its two words have enough other synonyms in common: single pairs are often noise ("cook",
//! "kitchen"). Reads `../shared/data`; without it, it says so.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    fs,
};

use variorum::{
    compare::canon,
    text::{common, token},
};

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data");
/// Articles in which both words must stand.
const ARTICLES: u32 = 6;
/// Share of their other synonyms that two words must have in common.
const COMMON: f32 = 0.1;
/// Listed forms of a pair that make it good without that.
const FORMS: u32 = 3;

type Pair = (String, String);

fn main() {
    let Ok(listed) = fs::read_to_string(format!("{DATA}/ppdb-synonyms.tsv")) else {
        return eprintln!("skipped: no {DATA}");
    };
    let (used, usual) = usage();
    let mut forms: HashMap<Pair, u32> = HashMap::new();
    let mut near: HashMap<String, HashSet<String>> = HashMap::new();
    for (a, b) in listed.lines().filter_map(|it| it.split_once('\t')) {
        let (x, y) = (common::stem(a).into_owned(), common::stem(b).into_owned());
        if [a, b].iter().all(|it| plain(it)) && x != y {
            near.entry(x.clone()).or_default().insert(y.clone());
            near.entry(y.clone()).or_default().insert(x.clone());
            *forms
                .entry((x.clone().min(y.clone()), x.max(y)))
                .or_default() += 1;
        }
    }
    let mut kept: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for ((x, y), count) in &forms {
        let often = |it: &String| ARTICLES <= used.get(it).copied().unwrap_or(0);
        let common = (1 + near[x].intersection(&near[y]).count()) as f32;
        let all = (1 + near[x].union(&near[y]).count()) as f32;
        if often(x) && often(y) && (COMMON <= common / all || FORMS <= *count) {
            kept.entry(usual[x].clone())
                .or_default()
                .insert(usual[y].clone());
        }
    }
    println!("# Synonyms: the first word of a line is close to each of the others.");
    println!(
        "# From the Paraphrase Database 1.0 (Ganitkevitch, Van Durme and Callison-Burch 2013), lexical part,"
    );
    println!(
        "# CC BY 3.0, https://creativecommons.org/licenses/by/3.0/. Chosen by benches/synonyms.rs; stems."
    );
    for (head, others) in kept {
        let others: Vec<_> = others.iter().map(|it| canon::form(it)).collect();
        println!("{} {}", canon::form(&head), others.join(" "));
    }
}

fn plain(word: &str) -> bool {
    2 < word.len() && word.bytes().all(|it| it.is_ascii_lowercase()) && !common::is_stop(word)
}

/// By stem: the number of articles that use it, and its most frequent form.
fn usage() -> (HashMap<String, u32>, HashMap<String, String>) {
    let mut used: HashMap<String, u32> = HashMap::new();
    let mut forms: HashMap<String, HashMap<String, u32>> = HashMap::new();
    for file in ["speed-4k", "stories"] {
        let lines = fs::read_to_string(format!("{DATA}/{file}.jsonl")).unwrap_or_default();
        for line in lines.lines() {
            let article: serde_json::Value = serde_json::from_str(line).unwrap_or_default();
            let text = article["text"].as_str().unwrap_or_default();
            let words: HashSet<String> =
                token::words(text).into_iter().map(|it| it.normal).collect();
            let mut stems = HashSet::new();
            for word in words {
                let stem = common::stem(&word).into_owned();
                *forms
                    .entry(stem.clone())
                    .or_default()
                    .entry(word)
                    .or_default() += 1;
                if stems.insert(stem.clone()) {
                    *used.entry(stem).or_default() += 1;
                }
            }
        }
    }
    let usual = forms.into_iter().map(|(stem, forms)| {
        let best = forms
            .into_iter()
            .max_by_key(|(word, count)| (*count, std::cmp::Reverse(word.clone())));
        (stem, best.map(|(word, _)| word).unwrap_or_default())
    });
    (used, usual.collect())
}
