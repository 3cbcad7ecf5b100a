//! A settings file as tables of spanned values: each question names its fault with the line.

use std::{collections::BTreeMap, ops::RangeInclusive};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::text::safe;

/// Faults with the byte they were found at, to be told in the order of the file.
#[derive(Debug, Default)]
pub struct Faults {
    found: Vec<(usize, String)>,
}

impl Faults {
    /// `line` counts from 1. Words of the file may stand in it: they are made safe to show.
    pub fn add(&mut self, line: usize, what: String) {
        let (safe, _) = safe::sanitised(what);
        self.found.push((line, safe::one_line(&safe).into_owned()));
    }

    /// Each as one line, in the order of the file.
    pub fn told(mut self) -> Vec<String> {
        self.found.sort();
        self.found
            .into_iter()
            .map(|(line, what)| format!("line {line}: {what}"))
            .collect()
    }
}

/// One file, parsed as far as it is TOML.
pub struct Reader<'a> {
    /// Where each line but the first begins, in bytes.
    breaks: Vec<usize>,
    root: DeTable<'a>,
}

type Value<'a> = Spanned<DeValue<'a>>;

impl<'a> Reader<'a> {
    /// What is no TOML becomes a fault; the rest of the file is still read.
    pub fn parse(text: &'a str, faults: &mut Faults) -> Self {
        let (root, errors) = DeTable::parse_recoverable(text);
        let root = root.into_inner();
        let breaks = text.match_indices('\n').map(|it| it.0 + 1).collect();
        let reader = Self { breaks, root };
        for error in errors {
            let at = error.span().map_or(0, |span| span.start);
            let first = error.message().lines().next().unwrap_or_default();
            faults.add(reader.line(at), format!("this is no TOML: {first}"));
        }
        reader
    }

    /// Counts from 1.
    pub fn line(&self, at: usize) -> usize {
        self.breaks.partition_point(|it| *it <= at) + 1
    }

    /// The line of a setting of the root; the first where it is not there.
    pub fn line_of(&self, key: &str) -> usize {
        let value = self.root.get(key);
        self.line(value.map_or(0, |it| it.span().start))
    }

    /// The table of a dotted path; the root for an empty one.
    pub fn table(&self, path: &str) -> Option<&DeTable<'a>> {
        let parts = path.split('.').filter(|it| !it.is_empty());
        parts.into_iter().try_fold(&self.root, |table, part| {
            table.get(part)?.get_ref().as_table()
        })
    }

    fn get(&self, table: &str, key: &str) -> Option<&Value<'a>> {
        self.table(table)?.get(key)
    }

    fn wanted<T>(
        &self,
        at: (&str, &str),
        what: &str,
        take: impl Fn(&DeValue<'a>) -> Option<T>,
        faults: &mut Faults,
    ) -> Option<T> {
        let value = self.get(at.0, at.1)?;
        let taken = take(value.get_ref());
        if taken.is_none() {
            let line = self.line(value.span().start);
            let path = path(at.0, at.1);
            let found = shown(value.get_ref());
            faults.add(line, format!("{path}: {what} is wanted, not {found}"));
        }
        taken
    }

    pub fn string(&self, table: &str, key: &str, faults: &mut Faults) -> Option<String> {
        let take = |it: &DeValue<'a>| it.as_str().map(str::to_string);
        self.wanted((table, key), "text in quotes", take, faults)
    }

    pub fn bool(&self, table: &str, key: &str, faults: &mut Faults) -> Option<bool> {
        self.wanted((table, key), "true or false", DeValue::as_bool, faults)
    }

    pub fn number(
        &self,
        table: &str,
        key: &str,
        within: &RangeInclusive<f64>,
        faults: &mut Faults,
    ) -> Option<f64> {
        let what = format!("a number from {} to {}", within.start(), within.end());
        let take = |it: &DeValue<'a>| number(it).filter(|it| within.contains(it));
        self.wanted((table, key), &what, take, faults)
    }

    /// The position of the value among the names.
    pub fn one_of(
        &self,
        table: &str,
        key: &str,
        names: &[&str],
        faults: &mut Faults,
    ) -> Option<usize> {
        let quoted: Vec<String> = names.iter().map(|it| format!("{it:?}")).collect();
        let what = format!("one of {}", quoted.join(", "));
        let take = |it: &DeValue<'a>| names.iter().position(|name| it.as_str() == Some(name));
        self.wanted((table, key), &what, take, faults)
    }

    /// A table of texts, such as the outlets' names.
    pub fn strings(&self, table: &str, faults: &mut Faults) -> BTreeMap<String, String> {
        let keys = self.table(table).into_iter().flat_map(DeTable::keys);
        let keys: Vec<String> = keys.map(|it| it.get_ref().to_string()).collect();
        keys.into_iter()
            .filter_map(|key| Some((key.clone(), self.string(table, &key, faults)?)))
            .collect()
    }

    /// Names every setting and table that the example does not know.
    pub fn unknown(&self, example: &Reader, faults: &mut Faults) {
        for (key, value) in &self.root {
            let line = self.line(key.span().start);
            let name = key.get_ref().as_ref();
            let known = example.root.get(name);
            match (value.get_ref().as_table(), known.map(Spanned::get_ref)) {
                _ if TABLES.contains(&name) && value.get_ref().is_table() => {
                    let inner = (name != "outlets" && name != "keys").then(|| self.table(name));
                    for key in inner.flatten().into_iter().flat_map(DeTable::keys) {
                        let line = self.line(key.span().start);
                        self.unknown_key(name, key.get_ref(), line, example, faults);
                    }
                }
                (Some(_), _) => faults.add(
                    line,
                    format!(
                        "there is no table `{name}`; there are {}",
                        TABLES.join(", ")
                    ),
                ),
                (None, _) => self.unknown_key("", name, line, example, faults),
            }
        }
    }

    fn unknown_key(
        &self,
        table: &str,
        key: &str,
        line: usize,
        example: &Reader,
        faults: &mut Faults,
    ) {
        let keys = example.table(table).into_iter().flat_map(DeTable::keys);
        let known: Vec<&str> = keys.map(|it| it.get_ref().as_ref()).collect();
        if !known.contains(&key) {
            let meant = meant(key, known.into_iter());
            faults.add(
                line,
                format!("there is no setting `{}`{meant}", path(table, key)),
            );
        }
    }
}

const TABLES: &[&str] = &["stories", "compare", "limits", "outlets", "keys"];

fn path(table: &str, key: &str) -> String {
    match table {
        "" => key.to_string(),
        table => format!("{table}.{key}"),
    }
}

fn number(value: &DeValue) -> Option<f64> {
    let integer = value.as_integer().map(|it| it.as_str());
    integer
        .or(value.as_float().map(|it| it.as_str()))?
        .parse()
        .ok()
}

fn shown(value: &DeValue) -> String {
    match (value.as_str(), number(value)) {
        (Some(text), _) => format!("{text:?}"),
        (None, Some(number)) => number.to_string(),
        (None, None) => format!("a {}", value.type_str()),
    }
}

/// `; did you mean …?`, where a known name is near enough.
pub fn meant<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> String {
    let near = known
        .map(|it| (similar::TextDiff::from_chars(written, it).ratio(), it))
        .filter(|(ratio, _)| 0.6 < *ratio)
        .max_by(|(one, _), (other, _)| one.total_cmp(other));
    near.map(|(_, it)| format!("; did you mean `{it}`?"))
        .unwrap_or_default()
}
