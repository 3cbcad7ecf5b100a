//! The JSON report against its own schema, by a small validator that knows what the schema uses
//! and refuses a schema that uses more.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use variorum::{
    bundle,
    compare::{compare, compare_decided},
    export::json as report,
    model::{
        bundle::Bundle,
        index::{Place, SentenceIx},
        ruling::{Ruling, Rulings},
    },
    stories,
};

use crate::ferry;

fn schema() -> Value {
    serde_json::from_str(include_str!("../../assets/report.schema.json")).unwrap()
}

/// Everything that does not conform, with its place.
fn faults(value: &Value) -> Vec<String> {
    let root = schema();
    let mut faults = Vec::new();
    validate(&root, &root, value, "$", &mut faults);
    faults
}

fn validate(root: &Value, schema: &Value, value: &Value, at: &str, faults: &mut Vec<String>) {
    for (word, rule) in schema.as_object().unwrap() {
        let holds = match word.as_str() {
            "$schema" | "$id" | "$defs" | "title" | "description" => true,
            "$ref" => {
                let name = rule.as_str().unwrap().strip_prefix('#').unwrap();
                let goal = root
                    .pointer(name)
                    .unwrap_or_else(|| panic!("{name} is not defined"));
                validate(root, goal, value, at, faults);
                true
            }
            "type" => kinds(rule).iter().any(|kind| is_kind(kind, value)),
            "const" => value == rule,
            "enum" => rule.as_array().unwrap().contains(value),
            "pattern" => value
                .as_str()
                .is_none_or(|text| matches(rule.as_str().unwrap(), text)),
            "minimum" => value.as_f64().is_none_or(|it| rule.as_f64().unwrap() <= it),
            "maximum" => value.as_f64().is_none_or(|it| it <= rule.as_f64().unwrap()),
            "minItems" => value
                .as_array()
                .is_none_or(|it| rule.as_u64().unwrap() as usize <= it.len()),
            "maxItems" => value
                .as_array()
                .is_none_or(|it| it.len() <= rule.as_u64().unwrap() as usize),
            "uniqueItems" => value.as_array().is_none_or(|all| {
                all.iter()
                    .map(Value::to_string)
                    .collect::<BTreeSet<_>>()
                    .len()
                    == all.len()
            }),
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    validate(root, rule, item, &format!("{at}[{index}]"), faults);
                }
                true
            }
            "properties" => {
                for (name, rule) in rule.as_object().unwrap() {
                    if let Some(part) = value.get(name) {
                        validate(root, rule, part, &format!("{at}.{name}"), faults);
                    }
                }
                true
            }
            "required" => rule
                .as_array()
                .unwrap()
                .iter()
                .all(|it| value.get(it.as_str().unwrap()).is_some()),
            "additionalProperties" => {
                let known = &schema["properties"];
                value
                    .as_object()
                    .is_none_or(|it| it.keys().all(|key| known.get(key).is_some()))
            }
            other => panic!("the validator does not know {other}"),
        };
        if !holds {
            faults.push(format!("{at}: {word} {rule} does not hold for {value}"));
        }
    }
}

fn kinds(rule: &Value) -> Vec<&str> {
    match rule {
        Value::Array(all) => all.iter().map(|it| it.as_str().unwrap()).collect(),
        one => vec![one.as_str().unwrap()],
    }
}

fn is_kind(kind: &str, value: &Value) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "integer" => value.is_u64() || value.is_i64(),
        "number" => value.is_number(),
        other => panic!("the validator does not know {other}"),
    }
}

/// The regular expressions of the schema: `^`, then letters, `\.`, `[..]` and `(..|..)`, each with
/// `*`, `+`, `?` or `{a,b}` after it, then `$`.
fn matches(pattern: &str, text: &str) -> bool {
    let inner = pattern
        .strip_prefix('^')
        .unwrap()
        .strip_suffix('$')
        .unwrap();
    rests(inner, text).contains(&"")
}

/// What may be left of a text after a sequence has matched its beginning.
fn rests<'a>(pattern: &str, text: &'a str) -> BTreeSet<&'a str> {
    let Some((atom, least, most, after)) = first(pattern) else {
        return BTreeSet::from([text]);
    };
    let mut reached = BTreeSet::from([text]);
    let mut found = BTreeSet::new();
    for times in 0..=most {
        if least <= times {
            found.extend(reached.iter().flat_map(|rest| rests(after, rest)));
        }
        reached = reached.iter().flat_map(|rest| once(atom, rest)).collect();
        if reached.is_empty() {
            break;
        }
    }
    found
}

/// The first atom with how often it may stand, and what follows.
fn first(pattern: &str) -> Option<(&str, usize, usize, &str)> {
    let end = match pattern.chars().next()? {
        '[' => pattern.find(']').unwrap() + 1,
        '(' => pattern.find(')').unwrap() + 1,
        '\\' => 2,
        c => c.len_utf8(),
    };
    let (atom, rest) = pattern.split_at(end);
    Some(match rest.chars().next() {
        Some('*') => (atom, 0, 99, &rest[1..]),
        Some('+') => (atom, 1, 99, &rest[1..]),
        Some('?') => (atom, 0, 1, &rest[1..]),
        Some('{') => {
            let (counts, rest) = rest[1..].split_once('}').unwrap();
            let (least, most) = counts.split_once(',').unwrap_or((counts, counts));
            (atom, least.parse().unwrap(), most.parse().unwrap(), rest)
        }
        _ => (atom, 1, 1, rest),
    })
}

fn once<'a>(atom: &str, text: &'a str) -> Vec<&'a str> {
    if let Some(group) = atom.strip_prefix('(') {
        let ways = group.strip_suffix(')').unwrap().split('|');
        return ways.flat_map(|way| rests(way, text)).collect();
    }
    let Some(c) = text.chars().next() else {
        return Vec::new();
    };
    let fits = match atom.strip_prefix('[') {
        Some(class) => class.as_bytes().chunks(3).any(|it| match it {
            [from, b'-', to] => (char::from(*from)..=char::from(*to)).contains(&c),
            other => other.contains(&(c as u8)),
        }),
        None => atom.strip_prefix('\\').unwrap_or(atom).starts_with(c),
    };
    if fits {
        vec![&text[c.len_utf8()..]]
    } else {
        Vec::new()
    }
}

fn emitted() -> Value {
    serde_json::from_str(&report::report(
        &ferry::bundle(),
        &ferry::comparisons(),
        0.5,
    ))
    .unwrap()
}

#[test]
fn the_report_conforms() {
    let report = emitted();
    assert_eq!(faults(&report), Vec::<String>::new());
    for list in ["stories", "articles", "links", "claims", "discrepancies"] {
        assert!(
            !report[list].as_array().unwrap().is_empty(),
            "{list} is tried"
        );
    }
    let empty = report::report(&Bundle::default(), &[], 0.5);
    assert_eq!(
        faults(&serde_json::from_str(&empty).unwrap()),
        Vec::<String>::new()
    );
}

#[test]
fn the_report_on_the_demo_conforms() {
    let loaded = bundle::demo();
    let bundle = Bundle {
        stories: stories::group(&loaded.articles),
        articles: loaded.articles,
        warnings: loaded.warnings,
    };
    let each = bundle.stories.iter();
    let comparisons: Vec<_> = each.map(|it| compare(&bundle.articles, it)).collect();
    let report = report::report(&bundle, &comparisons, 0.5);
    let report = serde_json::from_str(&report).unwrap();
    assert_eq!(faults(&report), Vec::<String>::new());
}

/// What is wrong in a report is found.
#[track_caller]
fn check(place: &str, wrong: Value) {
    let mut report = emitted();
    *report.pointer_mut(place).unwrap() = wrong;
    assert_eq!(faults(&report).len(), 1, "{:?}", faults(&report));
}

#[test]
fn the_validator_finds_faults() {
    check("/schema", json!("variorum.report/2"));
    check("/stories/0/id", json!("s0"));
    check("/stories/0/articles", json!([]));
    check("/stories/0/first", json!("7 March 2031"));
    check("/articles/0/published", json!("2031-03-07 06:30"));
    check("/articles/0/sentences/0/id", json!("a1.00"));
    check("/articles/0/sentences/0/span", json!([1]));
    check("/articles/0/sentences/0/role", json!("title"));
    check("/articles/1/warnings/0/kind", json!("Generated text"));
    check("/links/0/score", json!(1.5));
    check("/links/0/ambiguous", json!(null));
    check("/claims/0/origins", json!(1.5));
    check("/discrepancies/0/readings/0", json!({"text": "137"}));
    check(
        "/discrepancies/0/readings/0",
        json!({"text": "137", "articles": [], "more": 1}),
    );
}

#[test]
fn what_the_reader_decided_conforms() {
    let loaded = bundle::demo();
    let mut stories = stories::group(&loaded.articles);
    stories[0].by_you = true;
    let place = |article: usize, at| Place::new(stories[0].articles()[article], SentenceIx(at));
    let rulings = Rulings::new([(Ruling::Pin, place(0, 0), place(1, 9))]);
    let compared = |it| compare_decided(&loaded.articles, it, &rulings);
    let comparisons: Vec<_> = stories.iter().map(compared).collect();
    let bundle = Bundle {
        articles: loaded.articles.clone(),
        stories: stories.clone(),
        warnings: loaded.warnings.clone(),
    };
    let text = report::report(&bundle, &comparisons, 0.5);
    assert_eq!(
        text.matches("\"by\": \"reader\"").count(),
        2,
        "a story and a link"
    );
    let value: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(faults(&value), Vec::<String>::new());
}
